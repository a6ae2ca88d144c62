//! Near misses: words that are no form of any spelling, and almost one.
//!
//! Nothing is guessed: a near miss is no mention, it is a question to the writer. What costs most is a question that makes
//! no sense, so a word that has a better account of its own is left alone: it is a form of a spelling, a given name, a
//! common word, another bearer's name, or near to two names at once.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::Gazetteer;
use crate::entity::{EntityId, Number, SpellingId};
use crate::fold::fold_word;
use crate::language::Language;
use crate::matcher::Haystack;
use crate::morph::{self, Ending, Endings};
use crate::reading::{Reading, Readings};

mod glued;
mod index;
mod longer;
mod look_alikes;
mod slip;
mod suffix;
mod tokens;
mod unknown;

pub(crate) use index::NearIndex;
use index::{SHORTEST, Stem};
pub(crate) use look_alikes::without_look_alikes;
use slip::{Judgement, judge};
pub(crate) use tokens::{Token, begins_sentence, tokens};
pub(crate) use unknown::unknown_names;

/// A word that is almost a form of a spelling. Bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    /// All that belongs to the name: initials before it, other words of it.
    pub(crate) name: Range<usize>,
    /// The word that is wrong, without a suffix behind an apostrophe.
    pub(crate) word: Range<usize>,
    /// What is meant.
    pub(crate) spelling: SpellingId,
    /// What should stand in the place of the word.
    pub(crate) right: String,
    /// What is written, as a spelling of its own would have it: without initials before it, in the dictionary form.
    pub(crate) written: String,
    /// Whether the word may well be another name: it is worth a question only where the document speaks of whom or what is
    /// meant.
    pub(crate) doubtful: bool,
    /// The wrong stem: what stands here again and again is no slip.
    pub(crate) stem: String,
}

/// The letters of an ending that are tried, at most.
const LONGEST_ENDING: usize = 8;

/// Behind the end of a sentence a capital says nothing, and a word is a question only if it has so many letters.
const SHORTEST_AT_HEAD: usize = 7;

/// The near misses of a stream among its words; `is_taken` says what belongs to a mention. By place.
pub(crate) fn near_misses(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    tokens: &[Token],
    is_taken: impl Fn(&Range<usize>) -> bool,
) -> Vec<Near> {
    let search = Search {
        gazetteer,
        index: gazetteer.near(),
        haystack,
        tokens,
        small: OnceCell::new(),
    };
    let mut found = Vec::new();
    for (number, token) in tokens.iter().enumerate() {
        if !is_taken(&token.range) && search.is_asked(number) {
            found.extend(search.near(number));
        }
    }
    found
}

/// One stream.
struct Search<'a> {
    gazetteer: &'a Gazetteer,
    index: &'a NearIndex,
    haystack: Haystack<'a>,
    tokens: &'a [Token],
    /// The words that stand in it with a small letter; gathered when first asked for.
    small: OnceCell<FxHashSet<&'a str>>,
}

impl<'a> Search<'a> {
    fn text(&self, range: &Range<usize>) -> &'a str {
        &self.haystack.folded.text()[range.clone()]
    }

    fn source(&self, range: &Range<usize>) -> &'a str {
        self.haystack.source(range.start, range.end)
    }

    /// Whether a word may be a name with a slip, before anything is looked up.
    fn is_asked(&self, number: usize) -> bool {
        let token = &self.tokens[number];
        let source = self.source(&token.range);
        let letters = self.text(&token.range).chars().count();
        token.capital && letters >= SHORTEST && source.chars().any(char::is_lowercase) && !token.dotted_short(letters)
    }

    fn near(&self, number: usize) -> Option<Near> {
        let near = self
            .part_of_longer(number)
            .or_else(|| self.slip(number))
            .or_else(|| self.glued(number))?;
        (!self.is_known(number)).then(|| self.with_suffix(near))
    }

    /// Whether a word is a form of some spelling, whatever spoke against it.
    fn is_known(&self, number: usize) -> bool {
        let (gazetteer, token) = (self.gazetteer, &self.tokens[number]);
        let places = [token.range.start];
        let considered = gazetteer
            .matcher()
            .considered(gazetteer.tables(), self.haystack, places);
        let whole = |end: usize| end >= token.range.end;
        considered
            .iter()
            .flat_map(|(_, hits)| hits)
            .any(|(hit, _)| whole(hit.end) && !rather_another(&hit.readings))
    }

    /// Whether a word is a common one, or a name that people are given.
    fn is_other_word(&self, number: usize) -> bool {
        self.is_given(number) || self.is_common(number)
    }

    fn is_given(&self, number: usize) -> bool {
        let word = self.text(&self.tokens[number].range);
        morph::is_given_name(word) || morph::is_patronymic(word)
    }

    fn is_common(&self, number: usize) -> bool {
        let range = &self.tokens[number].range;
        let in_table = || morph::common_word(self.source(range), 0, &[]).is_some();
        self.is(Language::Turkish) && in_table() || self.stands_small(self.text(range))
    }

    fn is(&self, language: Language) -> bool {
        *self.haystack.language == language
    }

    /// Whether the same word stands somewhere in the stream with a small letter.
    fn stands_small(&self, word: &str) -> bool {
        let small = self.small.get_or_init(|| {
            let others = self.tokens.iter().filter(|token| !token.capital);
            others.map(|token| self.text(&token.range)).collect()
        });
        small.contains(word)
    }

    /// Whether a spelling is one of the paragraph’s language.
    fn is_sought(&self, spelling: SpellingId) -> bool {
        let own = &self.gazetteer.spelling(spelling).language;
        let russian = |language: &Language| matches!(language, Language::Russian | Language::RussianPreReform);
        own == self.haystack.language || russian(own) && russian(self.haystack.language)
    }

    fn entity(&self, spelling: SpellingId) -> EntityId {
        self.gazetteer.bearer(spelling).1
    }

    /// One slip away from the stem of a name of one word.
    fn slip(&self, number: usize) -> Option<Near> {
        let token = &self.tokens[number];
        if self.is_other_word(number) || self.is_others(number) {
            return None;
        }
        let word = self.text(&token.range);
        let at_head = begins_sentence(self.tokens, number, self.haystack.folded.text());
        let mut found: Vec<(SpellingId, usize, &Stem, Judgement)> = Vec::new();
        for (end, letters) in prefixes(word) {
            if letters.len() < SHORTEST || at_head && letters.len() < SHORTEST_AT_HEAD {
                continue;
            }
            for stem in self.index.near(&letters) {
                let judgement = judge(&letters, &stem.letters);
                let owners = self.owners(stem, &token.range, end).into_iter();
                found.extend(owners.map(|spelling| (spelling, end, stem, judgement)));
            }
        }
        // Near to two names, it is near to none; and a word made of a name is none that is near.
        let first = self.entity(found.first()?.0);
        let same = |(spelling, _, _, judgement): &(SpellingId, usize, &Stem, Judgement)| {
            self.entity(*spelling) == first && *judgement != Judgement::OtherWord
        };
        if !found.iter().all(same) || morph::is_given_name(&word[..found[0].1]) {
            return None;
        }
        // The longest stem leaves the least to the ending.
        let longest = |(spelling, end, ..): &(SpellingId, usize, &Stem, Judgement)| (*end, Reverse(*spelling));
        let (spelling, end, stem, judgement) = found.into_iter().max_by_key(longest)?;
        Some(Near {
            name: self.with_initials(number),
            word: token.range.clone(),
            right: self.right(spelling, 0, &stem.text, &token.range, end),
            written: self.written(spelling, 0, &stem.text, &token.range, end),
            spelling,
            doubtful: judgement == Judgement::Doubtful,
            stem: word[..end].to_owned(),
        })
    }

    /// The spellings of a stem that the rest of the word is an ending of.
    fn owners(&self, stem: &Stem, word: &Range<usize>, end: usize) -> Vec<SpellingId> {
        let long = stem.letters.len() >= SHORTEST;
        let owners = stem.owners.iter().filter(|(spelling, endings)| {
            let readings = || self.readings(*endings, word, end);
            let plural = self.gazetteer.name(self.gazetteer.bearer(*spelling).0).number == Number::Plural;
            // A plural is rather the singular of another name (Ахметов, of Ахмед).
            let fits = |reading: &Reading| plural || reading.number != Some(Number::Plural);
            long && self.is_sought(*spelling) && readings().iter().any(fits)
        });
        owners.map(|(spelling, _)| *spelling).collect()
    }

    /// What the letters of a word from `end` on say behind a stem with these endings.
    fn readings(&self, endings: Endings, word: &Range<usize>, end: usize) -> Readings {
        let rest = word.start + end..word.end;
        if !rest.is_empty() && self.haystack.folded.text()[word.end..].starts_with('\'') {
            return Readings::new();
        }
        let ending = Ending {
            folded: self.text(&rest),
            apostrophe: false,
            source: if rest.is_empty() { "" } else { self.source(&rest) },
        };
        morph::readings(endings, self.haystack.language, &ending)
    }

    /// Whether a given name stands before a word that the person meant does not have: another bearer.
    fn is_others(&self, number: usize) -> bool {
        let token = &self.tokens[number];
        let before = number.checked_sub(1).map(|before| &self.tokens[before]);
        let behind = self
            .tokens
            .get(number + 1)
            .filter(|behind| behind.touches && !token.dotted);
        let given = |token: &&Token| {
            let word = self.text(&token.range);
            token.capital && (morph::is_given_name(word) || morph::is_patronymic(word))
        };
        let before =
            before.filter(|_| token.touches && !begins_sentence(self.tokens, number, self.haystack.folded.text()));
        before.is_some_and(|token| given(&token)) || behind.is_some_and(|token| given(&token))
    }

    /// A word with the initials before it.
    fn with_initials(&self, number: usize) -> Range<usize> {
        let text = self.haystack.folded.text();
        let mut start = number;
        while let Some(before) = start.checked_sub(1)
            && self.tokens[before].is_initial(text)
            && text[self.tokens[before].range.end..self.tokens[start].range.start].len() <= 2
        {
            start = before;
        }
        self.tokens[start].range.start..self.tokens[number].range.end
    }

    /// A word of a spelling, with the ending that stands in the text.
    fn right(&self, spelling: SpellingId, number: usize, stem: &str, word: &Range<usize>, end: usize) -> String {
        let rest = word.start + end..word.end;
        let ending = if rest.is_empty() { "" } else { self.source(&rest) };
        match self.parted(spelling, number, stem) {
            Some((begun, _)) => format!("{begun}{ending}"),
            None => format!("{}{ending}", with_capital(stem)),
        }
    }

    /// The stem that stands in the text, with the ending of a word of a spelling: as it would stand in a dictionary. Where the
    /// spelling has another stem in it, the word as it stands.
    fn written(&self, spelling: SpellingId, number: usize, stem: &str, word: &Range<usize>, end: usize) -> String {
        match self.parted(spelling, number, stem) {
            Some((_, ending)) => format!("{}{ending}", self.source(&(word.start..word.start + end))),
            None => self.source(word).to_owned(),
        }
    }

    /// A word of a spelling, parted behind one of its stems.
    fn parted(&self, spelling: SpellingId, number: usize, stem: &str) -> Option<(&'a str, &'a str)> {
        let entry = &self.gazetteer.spelling(spelling).text;
        let mut words = entry.split(is_gap).filter(|word| !word.is_empty());
        let spelled = words.nth(number).unwrap_or(entry);
        let mut ends = spelled.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let end = ends.find(|end| fold_word(&spelled[..*end]) == stem)?;
        Some(spelled.split_at(end))
    }
}

/// Whether what looks like the form of a name is rather another word: nothing but a verb of those who talk (Kunduk: we were
/// Kun) makes it one.
pub(crate) fn rather_another(readings: &Readings) -> bool {
    !readings.is_empty() && readings.iter().all(Reading::is_of_speakers)
}

impl Token {
    /// An abbreviation (Рев., Nazım.): too short to be judged.
    fn dotted_short(&self, letters: usize) -> bool {
        self.dotted && letters < SHORTEST
    }
}

/// What parts the words of a spelling.
fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || crate::fold::is_hyphen(sign)
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// The beginnings of a word that may be its stem, with their ends; the longest first.
fn prefixes(word: &str) -> impl Iterator<Item = (usize, Vec<char>)> + '_ {
    let ends: Vec<usize> = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
    let least = ends.len().saturating_sub(LONGEST_ENDING);
    (least..ends.len())
        .rev()
        .map(move |number| (ends[number], word[..ends[number]].chars().collect()))
}
