//! The automaton of stems, and the words that each belongs to.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use smallvec::SmallVec;

use super::Haystack;
use crate::morph::Endings;

/// Number of a distinct word: a set of stems with their endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

/// A word that a stem can begin, and the endings that it takes behind this stem.
pub(super) type Owner = (WordId, Endings);

/// All stems, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Stems {
    /// `None` where there are no stems, or more than the automaton can number.
    automaton: Option<NFA>,
    /// By stem. Nearly all have one, which lies at hand.
    owners: Vec<SmallVec<[Owner; 1]>>,
}

impl Stems {
    /// The stems that stand at `at`, shortest first: the end and the owners of each.
    ///
    /// The automaton is walked by hand: the crate's overlapping search with an anchored input also reports patterns
    /// that start later, as suffixes of what was read. They are told apart by their length.
    pub(super) fn at<'a>(&'a self, haystack: Haystack<'a>, at: usize) -> impl Iterator<Item = (usize, &'a [Owner])> {
        let start = |automaton: &'a NFA| Some((automaton, automaton.start_state(Anchored::Yes).ok()?));
        let mut walk = self.automaton.as_ref().and_then(start);
        let mut bytes = (1..).zip(&haystack.folded.text().as_bytes()[at..]);
        std::iter::from_fn(move || {
            loop {
                let (automaton, state) = walk.as_mut()?;
                let (length, &byte) = bytes.next()?;
                haystack.scratch.count(1);
                *state = automaton.next_state(Anchored::Yes, *state, byte);
                if !automaton.is_special(*state) {
                    continue;
                }
                if automaton.is_dead(*state) {
                    walk = None;
                    return None;
                }
                if !automaton.is_match(*state) {
                    continue;
                }
                // The longest comes first, and no two are equal.
                let stem = automaton.match_pattern(*state, 0);
                if automaton.pattern_len(stem) == length {
                    return Some((at + length, self.owners[stem.as_usize()].as_slice()));
                }
            }
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

    /// Builds the automaton.
    pub(super) fn build(self) -> Stems {
        let mut patterns: Vec<(&str, usize)> = self
            .patterns
            .iter()
            .map(|(stem, number)| (stem.as_str(), *number))
            .collect();
        patterns.sort_by_key(|(_, number)| *number);
        let automaton = (!patterns.is_empty())
            .then(|| {
                NFA::builder()
                    .match_kind(MatchKind::Standard)
                    .prefilter(false)
                    .build(patterns.iter().map(|(stem, _)| *stem))
                    .ok()
            })
            .flatten();
        Stems {
            automaton,
            owners: self.owners,
        }
    }
}
