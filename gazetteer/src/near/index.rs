//! Stems that are found again when one letter of them is wrong, and the words of longer names.
//!
//! Two words are one slip apart only if they become equal when each loses at most one letter. So each stem is listed under
//! itself and under everything it becomes when it loses a letter; what is found there is compared letter by letter.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use smallvec::SmallVec;

use crate::entity::{EntityType, Part, Spelling, SpellingId, Status};
use crate::gazetteer::Tables;
use crate::matcher::{Matcher, Stemmed};
use crate::morph::{self, Endings};
use crate::slips::slips;

/// Shorter words are a slip away from too many others.
pub(super) const SHORTEST: usize = 5;

/// A stem of a name of one word, and whose it is.
#[derive(Debug)]
pub(super) struct Stem {
    /// Folded.
    pub(super) text: String,
    pub(super) letters: Box<[char]>,
    pub(super) owners: Vec<(SpellingId, Endings)>,
}

/// A name of several words.
#[derive(Debug)]
pub(super) struct Longer {
    pub(super) spelling: SpellingId,
    pub(super) words: Vec<Stemmed>,
}

/// What near misses are looked up in; made once for a gazetteer.
#[derive(Debug, Default)]
pub(crate) struct NearIndex {
    stems: Vec<Stem>,
    by_text: HashMap<String, u32>,
    /// By hash: what a stem is listed under.
    listed: HashMap<u64, SmallVec<[u32; 1]>>,
    longer: Vec<Longer>,
    /// By stem: the words of longer names, each with its number in the name.
    words: HashMap<String, Vec<(u32, u32)>>,
}

impl NearIndex {
    pub(crate) fn new(tables: &Tables, matcher: &Matcher) -> NearIndex {
        let mut index = NearIndex::default();
        for (spelling, number) in tables.spellings.iter().zip(0..) {
            if !is_sought(tables, spelling) {
                continue;
            }
            let id = SpellingId(number);
            let Some(words) = matcher.ways(tables, id).next() else {
                continue;
            };
            match <[Stemmed; 1]>::try_from(words) {
                Ok([word]) => index.add_stems(id, word),
                Err(words) => index.add_longer(id, words),
            }
        }
        for number in 0..index.stems.len() {
            let letters = &index.stems[number].letters;
            for key in keys(letters) {
                index.listed.entry(key).or_default().push(number as u32);
            }
        }
        index
    }

    fn add_stems(&mut self, spelling: SpellingId, stems: Stemmed) {
        for (text, endings) in stems {
            let next = self.stems.len();
            let number = *self.by_text.entry(text.clone()).or_insert(next as u32) as usize;
            if number == next {
                let letters: Box<[char]> = text.chars().collect();
                self.stems.push(Stem {
                    text,
                    letters,
                    owners: Vec::new(),
                });
            }
            self.stems[number].owners.push((spelling, endings));
        }
    }

    fn add_longer(&mut self, spelling: SpellingId, words: Vec<Stemmed>) {
        for (stems, number) in words.iter().zip(0..) {
            for (stem, _) in stems.iter().filter(|(stem, _)| may_anchor(stem)) {
                let places = self.words.entry(stem.clone()).or_default();
                places.push((self.longer.len() as u32, number));
            }
        }
        self.longer.push(Longer { spelling, words });
    }

    /// The stem that is equal to a text.
    pub(super) fn exactly(&self, text: &str) -> Option<&Stem> {
        self.by_text.get(text).map(|number| &self.stems[*number as usize])
    }

    /// The spelling of one word that a folded word begins with, the longest; `None` where two have the same stem.
    pub(crate) fn begins(&self, word: &str) -> Option<SpellingId> {
        let mut ends = word.char_indices().rev().map(|(at, letter)| at + letter.len_utf8());
        let most = |stem: &&Stem| stem.letters.len() * 2 > word.chars().count();
        let stem = ends.find_map(|end| self.exactly(&word[..end])).filter(most)?;
        match stem.owners.as_slice() {
            [(only, _)] => Some(*only),
            _ => None,
        }
    }

    /// The stems that are one slip away.
    pub(super) fn near(&self, letters: &[char]) -> Vec<&Stem> {
        let listed = keys(letters).filter_map(|key| self.listed.get(&key));
        let mut numbers: Vec<u32> = listed.flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let stems = numbers.into_iter().map(|number| &self.stems[number as usize]);
        stems
            .filter(|stem| slips(letters, &stem.letters, 1) == Some(1))
            .collect()
    }

    /// The longer names that have a word with this stem, and which word of theirs it is.
    pub(super) fn longer_with(&self, stem: &str) -> impl Iterator<Item = (&Longer, usize)> {
        let places = self.words.get(stem).into_iter().flatten();
        places.map(|(longer, word)| (&self.longer[*longer as usize], *word as usize))
    }
}

/// Whether a word may be meant by another one: names that are a person's or a thing's alone, as people write them, with a
/// capital. A given name is nobody's alone, works are cited in too many ways, and words for groups are common nouns.
fn is_sought(tables: &Tables, spelling: &Spelling) -> bool {
    let name = &tables.names[spelling.name.0 as usize];
    let entity = &tables.entities[name.entity.0 as usize];
    matches!(
        spelling.status,
        Status::Preferred | Status::Accepted | Status::Historical
    ) && !matches!(
        name.part,
        Part::Given | Part::Patronymic | Part::Initials | Part::Title | Part::Acronym
    ) && !matches!(entity.kind, EntityType::Publication | EntityType::Group)
        && spelling.text.starts_with(char::is_uppercase)
}

/// Whether a word of a longer name says anything of the one beside it: no title, nothing short.
fn may_anchor(stem: &str) -> bool {
    let titles = || morph::is_any_title_behind(stem);
    stem.chars().count() > 2 && !titles()
}

/// What a word is listed under.
fn keys(letters: &[char]) -> impl Iterator<Item = u64> + '_ {
    let without = |left_out: usize| {
        let mut hasher = DefaultHasher::new();
        for (number, letter) in letters.iter().enumerate() {
            if number != left_out {
                letter.hash(&mut hasher);
            }
        }
        hasher.finish()
    };
    (0..=letters.len()).map(without)
}
