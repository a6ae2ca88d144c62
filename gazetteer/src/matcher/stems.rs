//! The stems of all words, and the words that each belongs to.

use std::collections::HashMap;

use smallvec::SmallVec;

use super::Haystack;
use super::trie::Trie;
use crate::morph::Endings;

/// Number of a distinct word: a set of stems with their endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

/// A word that a stem can begin, and the endings that it takes behind this stem.
pub(super) type Owner = (WordId, Endings);

/// All stems, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Stems {
    trie: Trie,
    /// By stem. Nearly all have one, which lies at hand.
    owners: Vec<SmallVec<[Owner; 1]>>,
}

impl Stems {
    /// The stems that stand at `at`, shortest first: the end and the owners of each.
    pub(super) fn at<'a>(&'a self, haystack: Haystack<'a>, at: usize) -> impl Iterator<Item = (usize, &'a [Owner])> {
        let mut standing = self.trie.standing(&haystack.folded.text().as_bytes()[at..]);
        std::iter::from_fn(move || {
            let read = standing.read();
            let found = standing.next();
            haystack.scratch.count(1 + standing.read() - read);
            found.map(|(stem, length)| (at + length, self.owners[stem].as_slice()))
        })
    }
}

/// Collects stems and numbers the distinct words.
#[derive(Debug, Default)]
pub(super) struct Builder {
    words: HashMap<Vec<(String, Endings)>, WordId>,
    patterns: HashMap<String, usize>,
    owners: Vec<SmallVec<[Owner; 1]>>,
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

    /// Sorts the stems.
    pub(super) fn build(self) -> Stems {
        let mut patterns: Vec<(&str, usize)> = self
            .patterns
            .iter()
            .map(|(stem, number)| (stem.as_str(), *number))
            .collect();
        patterns.sort_by_key(|(_, number)| *number);
        let words: Vec<&str> = patterns.into_iter().map(|(stem, _)| stem).collect();
        Stems {
            trie: Trie::new(&words),
            owners: self.owners,
        }
    }
}
