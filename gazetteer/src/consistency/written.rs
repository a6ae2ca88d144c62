//! What stands in a text, beside the spelling that it is a use of: the spelling as it is written here.
//!
//! Only stems are compared, as the matcher found them, so that endings and letters that a form has lost are no
//! difference. What is around the words of the spelling (initials, a title, the suffix) has manners of its own.

use smallvec::SmallVec;

use super::compare::{self, Comparison, Difference, Differences};
use super::letters::{Joint, Letter, letters};
use crate::Gazetteer;
use crate::entity::SpellingId;
use crate::fold::is_apostrophe;
use crate::language::Language;
use crate::morph::{self, Category};
use crate::reading::{GrammaticalCase, Reading};

/// A use of a spelling in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    /// The spelling.
    pub spelling: SpellingId,
    /// The dictionary form as it is written here, where that is not how the gazetteer writes it. `None` as well where it has
    /// signs between its letters that are neither blank, hyphen, dot nor apostrophe: which ones is not known here.
    pub face: Option<Box<str>>,
    /// What it is to the spelling. [`Comparison::Different`] where the dots of i differ: all else would not be found.
    pub comparison: Comparison,
    /// How what is no part of the spelling is written.
    pub manners: SmallVec<[Manner; 2]>,
}

/// One way of several in which something beside the words of a name can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Manner {
    /// The matter of form.
    pub difference: Difference,
    /// Where in the name.
    pub place: Place,
    /// Which way; numbers are compared and nothing else.
    pub way: u8,
}

/// A place in or beside a name that the spelling does not speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Between two initials.
    BetweenInitials,
    /// Between initials and name.
    BehindInitials,
    /// The title behind the name.
    Title,
    /// Before the suffix.
    Suffix,
    /// The first word.
    FirstWord,
}

/// A mention as it is read in the text, without markup.
#[derive(Debug, Clone, Copy)]
pub struct Surface<'a> {
    /// The text of the mention with its suffix.
    pub text: &'a str,
    /// Bytes of it without the suffix.
    pub name: usize,
    /// What the form says.
    pub readings: &'a [Reading],
    /// The language of the paragraph.
    pub paragraph: Option<&'a Language>,
}

/// Compares a mention with a spelling that it is a use of. `None` where the words of the spelling are not in it.
pub fn written(gazetteer: &Gazetteer, spelling: SpellingId, surface: Surface<'_>) -> Option<Written> {
    let entry = gazetteer.spelling(spelling);
    let source = letters(surface.text.get(..surface.name)?, &entry.language);
    let spelled = letters(&entry.text, &entry.language);
    let words = align(&source, &whole_words(&spelled))
        .or_else(|| align(&source, &planned_words(gazetteer, spelling, &spelled)))?;
    let aligned = Aligned {
        source: &source,
        spelled: &spelled,
        words: &words,
        language: &entry.language,
    };
    let found = compare::differences(aligned.pairs().map(|(at, of)| (&source[at], &spelled[of])));
    let own: Differences = aligned.own_differences(found.unwrap_or_default());
    Some(Written {
        spelling,
        face: (!own.is_empty()).then(|| aligned.face(&entry.text)).flatten(),
        comparison: found.map_or(Comparison::Different, |_| own.into()),
        manners: aligned.manners(surface),
    })
}

/// A word of a spelling where it stands in a text. Numbers of letters.
#[derive(Debug, Clone, Copy)]
struct AlignedWord {
    /// In the text: where it begins.
    at: usize,
    /// In the spelling: where it begins.
    of: usize,
    /// Letters of the stem.
    stem: usize,
    /// Letters of the word in the spelling.
    whole: usize,
}

/// A word to be found: where it begins in the spelling, its length, its stems, the longest first.
struct Sought {
    of: usize,
    whole: usize,
    stems: Vec<Vec<char>>,
}

fn whole_words(spelled: &[Letter]) -> Vec<Sought> {
    let starts = (0..spelled.len()).filter(|&at| at == 0 || spelled[at].gap.parts());
    let starts: Vec<usize> = starts.chain([spelled.len()]).collect();
    let word = |pair: &[usize]| Sought {
        of: pair[0],
        whole: pair[1] - pair[0],
        stems: vec![spelled[pair[0]..pair[1]].iter().map(Letter::folded).collect()],
    };
    starts.windows(2).map(word).collect()
}

fn planned_words(gazetteer: &Gazetteer, spelling: SpellingId, spelled: &[Letter]) -> Vec<Sought> {
    let entry = gazetteer.spelling(spelling);
    let name = gazetteer.name(entry.name);
    let category = Category::of(gazetteer.entity(name.entity), name, entry);
    let mut of = 0;
    let mut sought = Vec::new();
    for word in morph::plan(&entry.text, &category).words {
        let whole = letters(&word.text, &entry.language).len();
        let mut stems: Vec<Vec<char>> = word.stems.iter().map(|(stem, _)| stem.chars().collect()).collect();
        stems.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
        sought.push(Sought { of, whole, stems });
        of += whole;
    }
    sought.truncate(if of == spelled.len() { sought.len() } else { 0 });
    sought
}

/// Finds the words of a spelling in a text, in order, from the first word where they begin.
fn align(source: &[Letter], sought: &[Sought]) -> Option<Vec<AlignedWord>> {
    let mut starts = (0..source.len()).filter(|&at| at == 0 || source[at].gap.parts());
    starts.find_map(|at| align_from(source, sought, at))
}

fn align_from(source: &[Letter], sought: &[Sought], mut at: usize) -> Option<Vec<AlignedWord>> {
    let mut words = Vec::with_capacity(sought.len());
    for (number, word) in sought.iter().enumerate() {
        let stem = longest_stem(source, at, word)?;
        words.push(AlignedWord {
            at,
            of: word.of,
            stem,
            whole: word.whole,
        });
        let Some(next) = sought.get(number + 1) else { break };
        // The word with its ending goes up to a sign; or the next one is joined to it without any.
        let behind = at + stem..source.len();
        let apart = behind.clone().find(|&at| source[at].gap.parts());
        let joined = behind.take_while(|&at| Some(at) != apart);
        at = apart
            .into_iter()
            .chain(joined)
            .find(|&at| longest_stem(source, at, next).is_some())?;
    }
    (!words.is_empty()).then_some(words)
}

fn longest_stem(source: &[Letter], at: usize, word: &Sought) -> Option<usize> {
    let stands = |stem: &&Vec<char>| {
        let here = source.get(at..at + stem.len());
        here.is_some_and(|here| here.iter().map(Letter::folded).eq(stem.iter().copied()))
    };
    word.stems.iter().find(stands).map(Vec::len)
}

/// A spelling and the text it was found in.
struct Aligned<'a> {
    source: &'a [Letter],
    spelled: &'a [Letter],
    words: &'a [AlignedWord],
    language: &'a Language,
}

impl Aligned<'_> {
    /// Letters of the text, each with the letter of the spelling that it stands for. A stem that has other letters than
    /// the dictionary form (Льв- of Лев) has those before them.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.words.iter().flat_map(|word| {
            (0..word.stem.min(word.whole))
                .map(|number| (word.at + number, word.of + number))
                .take_while(|&(at, of)| self.source[at].folded() == self.spelled[of].folded())
        })
    }

    /// Where the title begins that the spelling has for its last word, in the spelling.
    fn own_title(&self) -> Option<usize> {
        let last = self.words.last().filter(|_| self.words.len() > 1)?;
        let word = self.spelled.get(last.of..last.of + last.whole)?;
        let folded: String = word.iter().map(Letter::folded).collect();
        compare::is_title_behind(&folded, self.language).then_some(last.of)
    }

    /// Differences but for those before a title, which are a manner.
    fn own_differences(&self, all: Differences) -> Differences {
        let Some(title) = self.own_title() else { return all };
        let before = self.pairs().filter(|(_, of)| *of < title);
        compare::differences(before.map(|(at, of)| (&self.source[at], &self.spelled[of]))).unwrap_or_default()
    }

    /// The spelling with the capitals, joints, dots and circumflexes of the text. `None` where a sign between its letters
    /// would be lost (`РКП (б)`).
    fn face(&self, spelling: &str) -> Option<Box<str>> {
        let mut stand_ins = vec![None; self.spelled.len()];
        let title = self.own_title().unwrap_or(usize::MAX);
        for (at, of) in self.pairs().filter(|(_, of)| *of < title) {
            stand_ins[of] = Some(self.source[at]);
        }
        let mut face = String::with_capacity(spelling.len());
        for (number, own) in self.spelled.iter().enumerate() {
            let shown = stand_ins[number].unwrap_or(*own);
            let gap = if number == 0 || shown.gap.broken {
                own.gap
            } else {
                shown.gap
            };
            if number > 0 {
                if gap.other {
                    return None;
                }
                face.extend(gap.dot.then_some('.'));
                face.extend(gap.apostrophe.then_some('’'));
                face.push_str(match gap.joint() {
                    Joint::Solid => "",
                    Joint::Space => " ",
                    Joint::Hyphen => "-",
                });
            }
            let capital = if number == 0 || shown.shouted {
                own.capital
            } else {
                shown.capital
            };
            let base = if own.is_palatal(&shown) { shown.base } else { own.base };
            face.push_str(&shape(base, shown.circumflex, capital, self.language));
        }
        Some(face.into())
    }

    fn manners(&self, surface: Surface<'_>) -> SmallVec<[Manner; 2]> {
        let mut manners = SmallVec::new();
        let (Some(first), Some(last)) = (self.words.first(), self.words.last()) else {
            return manners;
        };
        self.initials(first.at, last.at + last.stem, &mut manners);
        let title = self.title(last);
        if let Some(at) = title {
            let (gap, letter) = (self.source[at].gap, self.source[at]);
            if !gap.broken {
                manners.push(Manner::new(Difference::Joint, Place::Title, gap.joint() as u8));
            }
            if !letter.shouted {
                manners.push(Manner::new(
                    Difference::InnerCapital,
                    Place::Title,
                    u8::from(letter.capital),
                ));
            }
        }
        manners.extend(self.suffix(surface, title, last));
        if self.words.len() > 1 || title.is_some() {
            manners.extend(self.first_word(surface, first));
        }
        manners
    }

    /// Blanks between initials and between them and the name.
    fn initials(&self, start: usize, end: usize, manners: &mut SmallVec<[Manner; 2]>) {
        let is_initial = |at: usize| {
            let ends = self.source.get(at + 1).is_none_or(|next| next.gap.dot);
            let begins = at == 0 || self.source[at].gap.parts();
            begins && ends && self.source[at].capital
        };
        let outside = (0..start).chain(end..self.source.len());
        for at in outside.filter(|&at| is_initial(at) && at + 1 < self.source.len()) {
            let gap = self.source[at + 1].gap;
            let place = match at + 1 {
                next if next == start => Place::BehindInitials,
                next if is_initial(next) => Place::BetweenInitials,
                _ => continue,
            };
            if !gap.broken {
                manners.push(Manner::new(Difference::Dots, place, u8::from(gap.blank)));
            }
        }
        manners.dedup();
    }

    /// Where the title behind the name begins, in the text: the last word of the spelling, or what rule has added.
    fn title(&self, last: &AlignedWord) -> Option<usize> {
        if self.own_title().is_some() {
            return Some(last.at);
        }
        let at = (last.at + last.stem..self.source.len()).find(|&at| self.source[at].gap.parts())?;
        let rest: String = self.source[at..].iter().map(Letter::folded).collect();
        let mut stems = morph::titles_behind(self.language)
            .iter()
            .flat_map(|title| &title.stems);
        stems.any(|(stem, _)| rest.starts_with(stem.as_str())).then_some(at)
    }

    /// An apostrophe before a Turkish suffix, or none.
    fn suffix(&self, surface: Surface<'_>, title: Option<usize>, last: &AlignedWord) -> Option<Manner> {
        if surface.paragraph != Some(&Language::Turkish) || self.language.is_cyrillic() {
            return None;
        }
        let way = |way: u8| Some(Manner::new(Difference::Apostrophe, Place::Suffix, way));
        let behind = surface.text.get(surface.name..).unwrap_or_default();
        if !behind.is_empty() {
            return behind.starts_with(is_apostrophe).then(|| way(1)).flatten();
        }
        // A title that rule has added takes the suffix, and its own letters are not known here.
        let taken = title.is_none() || title == Some(last.at);
        let solid = taken && last.stem == last.whole && last.at + last.stem < self.source.len();
        let letters_follow = solid && !self.source[last.at + last.stem].gap.parts();
        // A possessive belongs to the word and has no apostrophe to miss (Rusya Devleti).
        let possessed = surface.readings.iter().any(|reading| reading.possessor.is_some());
        (letters_follow && !possessed).then(|| way(0)).flatten()
    }

    /// Whether the first word of a declined name is declined. Where the name may stand in the nominative it says nothing.
    fn first_word(&self, surface: Surface<'_>, first: &AlignedWord) -> Option<Manner> {
        let oblique = |reading: &Reading| reading.case.is_some_and(|case| case != GrammaticalCase::Nominative);
        if !self.language.is_cyrillic() || surface.readings.is_empty() || !surface.readings.iter().all(oblique) {
            return None;
        }
        let end = (first.at + 1..self.source.len())
            .find(|&at| self.source[at].gap.parts() && !self.source[at].gap.broken)
            .unwrap_or(self.source.len());
        let end = self.words.get(1).map_or(end, |second| second.at.min(end));
        let here = self.source[first.at..end].iter().map(Letter::folded);
        let own = self.spelled.get(first.of..first.of + first.whole)?;
        let declined = !here.eq(own.iter().map(Letter::folded));
        Some(Manner::new(Difference::FirstWord, Place::FirstWord, u8::from(declined)))
    }
}

impl Manner {
    fn new(difference: Difference, place: Place, way: u8) -> Manner {
        Manner { difference, place, way }
    }

    /// What joins two words in this way; `None` of another matter.
    pub(crate) fn joint(self) -> Option<&'static str> {
        let ways = [(Joint::Solid, ""), (Joint::Space, " "), (Joint::Hyphen, "-")];
        let way = ways.iter().find(|(joint, _)| *joint as u8 == self.way);
        way.filter(|_| self.difference == Difference::Joint)
            .map(|(_, signs)| *signs)
    }
}

/// A letter as it is written.
fn shape(base: char, circumflex: bool, capital: bool, language: &Language) -> String {
    let base = match base {
        'a' if circumflex => 'â',
        'i' if circumflex => 'î',
        'u' if circumflex => 'û',
        other => other,
    };
    match base {
        _ if !capital => base.to_string(),
        'i' if *language == Language::Turkish => "İ".to_owned(),
        _ => base.to_uppercase().collect(),
    }
}

impl Written {
    /// The dictionary form as it is written here.
    pub fn face_or_spelling<'a>(&'a self, gazetteer: &'a Gazetteer) -> &'a str {
        self.face
            .as_deref()
            .unwrap_or_else(|| &gazetteer.spelling(self.spelling).text)
    }
}
