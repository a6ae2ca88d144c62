//! The table of stems, and the words that each belongs to.
//!
//! A word of a text is told by the hashes of its beginnings, which go through a filter that lies in the near caches; the
//! table is looked at where a stem stands. An automaton would fetch a state from far memory for every letter: with
//! 10,000 names that was a sixth of a scan.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Haystack;
use super::prefixes::Prefixes;
use super::sequence::Begins;
use crate::language::Language;
use crate::morph::Endings;

/// Number of a distinct word: a set of stems with their endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

/// A word that a stem can begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner {
    pub(super) word: WordId,
    /// The endings that it takes behind this stem.
    pub(super) endings: Endings,
    /// What it begins. Most names have one word: what is needed of them lies beside their stem.
    pub(super) begins: Begins,
}

/// A beginning of a word that may be a stem: the filter says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likely {
    pub(super) at: usize,
    pub(super) end: usize,
    hash: u64,
}

/// All stems, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Stems {
    everywhere: Table,
    /// Those of Russian endings behind spellings of other languages, which are few paragraphs’ business: no other pays for
    /// them.
    borrowed: Table,
}

/// Stems that are looked for together.
#[derive(Debug, Default)]
pub(super) struct Table {
    filter: Filter,
    /// Open addressing by hash; two places in three are taken. To look at one is a way to far memory, and the more of
    /// them there are, the farther.
    places: Vec<Stem>,
}

/// A stem, all in one line of memory: nearly all are short, and nearly all have one owner. Where the text is empty, the
/// place is free.
#[derive(Debug, Clone, Default)]
#[repr(align(64))]
struct Stem {
    text: SmallVec<[u8; 24]>,
    owners: SmallVec<[Owner; 1]>,
}

impl Stems {
    /// The tables that a paragraph in this language needs.
    pub(super) fn tables(&self, language: &Language) -> impl Iterator<Item = &Table> {
        let borrowed = (*language == Language::RussianLatin).then_some(&self.borrowed);
        std::iter::once(&self.everywhere).chain(borrowed)
    }

    /// The stems that stand at `at`: the end and the owners of each.
    pub(super) fn at<'a>(&'a self, haystack: Haystack<'a>, at: usize) -> impl Iterator<Item = (usize, &'a [Owner])> {
        let tables = self.tables(haystack.language);
        tables.flat_map(move |table| table.at(haystack, at))
    }
}

impl Table {
    /// Room for so many stems that go through the filter.
    fn new(filter: Filter, stems: usize) -> Table {
        Table {
            filter,
            places: vec![Stem::default(); stems * 3 / 2 + 1],
        }
    }

    /// The stems that stand at `at`, shortest first: the end and the owners of each.
    fn at<'a>(&'a self, haystack: Haystack<'a>, at: usize) -> impl Iterator<Item = (usize, &'a [Owner])> {
        self.likely(haystack, at)
            .filter_map(move |likely| Some((likely.end, self.owners(haystack, likely)?)))
    }

    /// What may be a stem at `at`, shortest first.
    pub(super) fn likely<'a>(&'a self, haystack: Haystack<'a>, at: usize) -> impl Iterator<Item = Likely> + 'a {
        let text = &haystack.folded.text().as_bytes()[at..];
        let mut prefixes = (1..).zip(Prefixes::new(text));
        let mut goes_on = true;
        std::iter::from_fn(move || {
            while goes_on {
                let (letters, (end, hash)) = prefixes.next()?;
                haystack.scratch.count(1);
                goes_on = !is_milestone(letters) || self.filter.may_go_on(hash);
                if self.filter.may_be_stem(hash) {
                    let end = at + end;
                    return Some(Likely { at, end, hash });
                }
            }
            None
        })
    }

    /// The owners of what may be a stem, if it is one.
    #[inline]
    pub(super) fn owners(&self, haystack: Haystack<'_>, likely: Likely) -> Option<&[Owner]> {
        let text = &haystack.folded.text().as_bytes()[likely.at..likely.end];
        self.get(likely.hash, text).map(|stem| stem.owners.as_slice())
    }

    fn get(&self, hash: u64, text: &[u8]) -> Option<&Stem> {
        let (before, from) = self.places.split_at(self.first_place(hash));
        let mut stems = from.iter().chain(before);
        // None at the first free place.
        stems
            .find(|stem| stem.text.is_empty() || stem.text.as_slice() == text)
            .filter(|stem| !stem.text.is_empty())
    }

    /// Where a stem with this hash is, unless others are there: the upper half of the hash as a part of the whole.
    fn first_place(&self, hash: u64) -> usize {
        (((hash >> 32) * self.places.len() as u64) >> 32) as usize
    }

    fn insert(&mut self, text: &str, owners: SmallVec<[Owner; 1]>) {
        let Some((_, hash)) = Prefixes::new(text.as_bytes()).last() else {
            return;
        };
        let first = self.first_place(hash);
        let (before, from) = self.places.split_at_mut(first);
        if let Some(place) = from.iter_mut().chain(before).find(|place| place.text.is_empty()) {
            let text = SmallVec::from_slice(text.as_bytes());
            *place = Stem { text, owners };
        }
    }
}

/// Whether a word is given up behind so many letters where no stem goes on as it does. Each is twice as far as the one
/// before, so that no more is read than twice what some stem has.
fn is_milestone(letters: usize) -> bool {
    letters >= 4 && letters.is_power_of_two()
}

/// Tells most hashes that are of no stem, and of no beginning of one up to a milestone.
#[derive(Debug, Default)]
struct Filter {
    /// Their number is a power of two, or 0 where there are no stems.
    bits: Vec<u64>,
}

impl Filter {
    /// For these stems.
    fn new<'a>(stems: impl Iterator<Item = &'a str> + Clone) -> Filter {
        /// So that one hash in eight, at most, gets through that should not.
        const BITS_EACH: usize = 8;
        let milestones = |stem: &'a str| {
            let prefixes = (1..).zip(Prefixes::new(stem.as_bytes()));
            prefixes.filter(|(letters, _)| is_milestone(*letters))
        };
        let count = stems.clone().map(|stem| 1 + milestones(stem).count()).sum::<usize>();
        let mut filter = Filter {
            bits: vec![0; (count * BITS_EACH).div_ceil(64).next_power_of_two()],
        };
        for stem in stems {
            if let Some((_, hash)) = Prefixes::new(stem.as_bytes()).last() {
                filter.add(hash);
            }
            milestones(stem).for_each(|(_, (_, hash))| filter.add(!hash));
        }
        filter
    }

    /// Whether a stem may have this hash.
    #[inline]
    fn may_be_stem(&self, hash: u64) -> bool {
        self.has(hash)
    }

    /// Whether a stem may begin with what has this hash, and go on.
    #[inline]
    fn may_go_on(&self, hash: u64) -> bool {
        self.has(!hash)
    }

    fn add(&mut self, hash: u64) {
        let (word, bit) = self.place(hash);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    fn has(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let word = (hash >> 30) as usize & self.bits.len().wrapping_sub(1);
        (word, 1 << (hash >> 58))
    }
}

/// A stem with the words that have it.
type Owned = (String, SmallVec<[(WordId, Endings); 1]>);

/// Collects stems and numbers the distinct words.
#[derive(Debug, Default)]
pub(super) struct Builder {
    words: FxHashMap<Vec<(String, Endings)>, WordId>,
    patterns: FxHashMap<String, usize>,
    owners: Vec<SmallVec<[(WordId, Endings); 1]>>,
}

impl Builder {
    /// The number of the word that has these stems. Empty stems are left out: they would begin everywhere.
    pub(super) fn word(&mut self, stems: &[(String, Endings)]) -> WordId {
        if let Some(word) = self.words.get(stems) {
            return *word;
        }
        let word = WordId(self.words.len() as u32);
        self.words.insert(stems.to_vec(), word);
        for (stem, endings) in stems.iter().filter(|(stem, _)| !stem.is_empty()) {
            let next = self.owners.len();
            let pattern = *self.patterns.entry(stem.clone()).or_insert(next);
            if pattern == next {
                self.owners.push(SmallVec::new());
            }
            self.owners[pattern].push((word, *endings));
        }
        word
    }

    /// Builds the tables, with what each word begins.
    pub(super) fn build(self, begins: impl Fn(WordId) -> Begins) -> Stems {
        let mut texts: Vec<(String, usize)> = self.patterns.into_iter().collect();
        texts.sort_unstable_by_key(|(_, number)| *number);
        let stems: Vec<Owned> = texts.into_iter().map(|(text, _)| text).zip(self.owners).collect();
        Stems {
            everywhere: table(&stems, &begins, |endings| !is_borrowed(endings)),
            borrowed: table(&stems, &begins, is_borrowed),
        }
    }
}

fn is_borrowed(endings: Endings) -> bool {
    matches!(endings, Endings::Borrowed(_))
}

/// The table of the stems that have owners with such endings.
fn table(stems: &[Owned], begins: impl Fn(WordId) -> Begins, wanted: impl Fn(Endings) -> bool) -> Table {
    let has_one = |(_, owners): &&Owned| owners.iter().any(|owner| wanted(owner.1));
    let stems: Vec<_> = stems.iter().filter(has_one).collect();
    let filter = Filter::new(stems.iter().map(|(text, _)| text.as_str()));
    let mut table = Table::new(filter, stems.len());
    let owner = |&(word, endings)| Owner {
        word,
        endings,
        begins: begins(word),
    };
    for (text, owners) in stems {
        table.insert(text, owners.iter().filter(|owner| wanted(owner.1)).map(owner).collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Begins, Builder, Endings, Haystack};
    use crate::fold::{self, Folded};
    use crate::language::Language;
    use crate::matcher::Scratch;
    use crate::prose::{Piece, Unmarked};

    /// The stems at the head of a text, by the table and by comparison.
    fn check(stems: &[String], text: &str) -> Result<(), TestCaseError> {
        let mut builder = Builder::default();
        for stem in stems {
            builder.word(&[(stem.clone(), Endings::None)]);
        }
        let table = builder.build(|_| Begins::Nothing);
        let mut folded = Folded::default();
        let piece = Piece {
            range: 0..text.len(),
            barrier: false,
            markup: false,
        };
        fold::fold(text, std::slice::from_ref(&piece), &mut folded);
        let haystack = Haystack {
            unmarked: &Unmarked::new(text, &[piece]),
            folded: &folded,
            language: &Language::Russian,
            scratch: &Scratch::default(),
        };
        let found: Vec<usize> = table.at(haystack, 0).map(|(end, _)| end).collect();
        let mut expected: Vec<usize> = stems
            .iter()
            .filter(|stem| !stem.is_empty() && folded.text().starts_with(stem.as_str()))
            .map(String::len)
            .collect();
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(found, expected);
        Ok(())
    }

    proptest! {
        #[test]
        fn every_stem_is_found(stems in prop::collection::vec("[аб]{0,9}|[ab]{0,40}", 0..40), text in "[аб]{0,12}|[ab]{0,44}") {
            check(&stems, &text)?;
            for stem in &stems {
                check(&stems, &format!("{stem}{text}"))?;
            }
        }
    }
}
