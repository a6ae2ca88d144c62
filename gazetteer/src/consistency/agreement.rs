//! Words of a Russian name that are declined, and not in the case of the name: Халиля-пашой. The last word decides which
//! case it is; a word before it agrees with it or stays as it is (Халилем-пашой, Халиль-пашой).

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::Gazetteer;
use crate::analysis::Mention;
use crate::entity::SpellingId;
use crate::fold::{fold_word, is_hyphen};
use crate::language::Language;
use crate::morph::{self, Category, Ending, Endings, Joint};
use crate::reading::{GrammaticalCase, Reading, Readings};
use crate::text::Text;

/// Words in another case than their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The words, in their order: bytes of the document.
    pub words: Vec<Range<usize>>,
    /// From the first to the last of them, each in the case of the name and what stands between as it is; one for each
    /// reading.
    pub corrections: Vec<String>,
}

impl Disagreement {
    /// From the first word to the last. Bytes of the document.
    pub fn range(&self) -> Range<usize> {
        let start = self.words.first().map_or(0, |word| word.start);
        start..self.words.last().map_or(start, |word| word.end)
    }
}

/// Looks for such words in one text after the other. How a spelling is declined is found out once and kept: a long text
/// has few names and many mentions of them.
#[derive(Debug)]
pub struct Agreement<'a> {
    gazetteer: &'a Gazetteer,
    known: RefCell<HashMap<SpellingId, Rc<[Known]>>>,
}

/// A word of a spelling: as it is spelled, and its stems.
#[derive(Debug)]
struct Known {
    spelling: SpellingId,
    text: String,
    stems: Vec<(String, Endings)>,
}

impl<'a> Agreement<'a> {
    /// For mentions of names of this gazetteer.
    pub fn new(gazetteer: &'a Gazetteer) -> Agreement<'a> {
        Agreement {
            gazetteer,
            known: RefCell::default(),
        }
    }

    /// The words of a mention that are declined and do not agree with the last one. `text` is the text that was analysed.
    /// Only of names spelled in Russian whose entity is known.
    pub fn disagreement(&self, mention: &Mention, text: &dyn Text) -> Option<Disagreement> {
        mention.entity()?;
        let own = mention.candidates.first()?.spelling;
        if self.gazetteer.spelling(own).language != Language::Russian || mention.readings.is_empty() {
            return None;
        }
        let surface = text.slice(mention.range.clone());
        // Where a line ends inside a word, its parts are no words.
        if surface.contains(['\n', '\r']) && surface.contains(|sign| is_hyphen(sign) || matches!(sign, '\u{ad}' | '¬'))
        {
            return None;
        }
        let words = words(&surface);
        let (_, before) = words.split_last()?;
        if before.is_empty() {
            return None;
        }
        let spellings = std::iter::once(own).chain(mention.within.iter().copied());
        let known: Vec<Rc<[Known]>> = spellings.map(|spelling| self.known(spelling)).collect();
        let wrong = before.iter().filter_map(|word| {
            let (known, readings) = read(known.iter().flat_map(|known| known.iter()), &surface[word.clone()])?;
            let agrees = readings
                .iter()
                .any(|reading| mention.readings.iter().any(|own| own.case == reading.case));
            let bare = readings
                .iter()
                .any(|reading| reading.case == Some(GrammaticalCase::Nominative));
            (!agrees && !bare).then_some((word.clone(), known))
        });
        let wrong: Vec<(Range<usize>, &Known)> = wrong.collect();
        let place =
            |(word, _): &(Range<usize>, &Known)| mention.range.start + word.start..mention.range.start + word.end;
        (!wrong.is_empty()).then(|| Disagreement {
            words: wrong.iter().map(place).collect(),
            corrections: corrections(self.gazetteer, &surface, &wrong, &mention.readings),
        })
    }

    /// Of how many spellings it has found out how they are declined.
    #[cfg(test)]
    pub(super) fn found_out(&self) -> usize {
        self.known.borrow().len()
    }

    fn known(&self, spelling: SpellingId) -> Rc<[Known]> {
        let mut known = self.known.borrow_mut();
        let new = || known_words(self.gazetteer, spelling);
        Rc::clone(known.entry(spelling).or_insert_with(new))
    }
}

/// The words between blanks and hyphens.
fn words(surface: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    let gaps = surface
        .char_indices()
        .filter(|(_, sign)| sign.is_whitespace() || is_hyphen(*sign));
    for (at, sign) in gaps.chain([(surface.len(), ' ')]) {
        if at > start {
            words.push(start..at);
        }
        start = at + sign.len_utf8();
    }
    words
}

fn known_words(gazetteer: &Gazetteer, spelling: SpellingId) -> Rc<[Known]> {
    let entry = gazetteer.spelling(spelling);
    let (name, entity) = gazetteer.bearer(spelling);
    let category = Category::of(gazetteer.entity(entity), gazetteer.name(name), entry);
    let words = morph::plan(&entry.text, &category).words.into_iter();
    let known = |word: morph::PlannedWord| Known {
        spelling,
        text: word.text,
        stems: word.stems,
    };
    words.map(known).collect()
}

/// The word that a text has, and what its form says; `None` of a word that is none of them.
fn read<'a>(mut known: impl Iterator<Item = &'a Known>, written: &str) -> Option<(&'a Known, Readings)> {
    let written = fold_word(written);
    known.find_map(|known| {
        let readings: Readings = known
            .stems
            .iter()
            .filter_map(|(stem, endings)| {
                let rest = written.strip_prefix(stem.as_str())?;
                let ending = Ending {
                    folded: rest,
                    apostrophe: false,
                    source: rest,
                };
                Some(morph::readings(*endings, &Language::Russian, &ending))
            })
            .flatten()
            .filter(|reading| reading.case.is_some())
            .collect();
        (!readings.is_empty()).then_some((known, readings))
    })
}

/// From the first wrong word to the last, right; one for each reading in which all of them have a form.
fn corrections(
    gazetteer: &Gazetteer,
    surface: &str,
    wrong: &[(Range<usize>, &Known)],
    readings: &[Reading],
) -> Vec<String> {
    let in_reading = |reading: &Reading| {
        let mut text = String::new();
        let mut behind = None;
        for (word, known) in wrong {
            text.push_str(behind.map_or("", |end: usize| &surface[end..word.start]));
            text.push_str(&form(gazetteer, known, reading)?);
            behind = Some(word.end);
        }
        Some(text)
    };
    let mut corrections: Vec<String> = readings.iter().filter_map(in_reading).collect();
    corrections.dedup();
    corrections
}

/// The usual form of a word in a reading.
fn form(gazetteer: &Gazetteer, known: &Known, reading: &Reading) -> Option<String> {
    let entry = gazetteer.spelling(known.spelling);
    let (name, entity) = gazetteer.bearer(known.spelling);
    let category = Category::of(gazetteer.entity(entity), gazetteer.name(name), entry);
    let forms = morph::generate(&known.text, &category, &Language::Russian, reading, Joint::Solid);
    forms.into_iter().next()
}
