//! The automaton of stems, and the words that each stem belongs to.

use std::collections::HashMap;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use smallvec::SmallVec;

use crate::morph::Endings;

/// Number of a distinct word: a set of stems with their endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub(super) u32);

/// A word that a stem can begin, and the endings that it takes behind this stem.
pub(super) type Owner = (WordId, Endings);

/// All stems, ready to be found.
#[derive(Debug)]
pub(super) struct Stems {
    /// `None` where there are no stems, or more than the automaton can number.
    automaton: Option<NFA>,
    owners: Vec<SmallVec<[Owner; 1]>>,
}

impl Stems {
    /// Calls `found` with the end and the owners of each stem that begins at `at`, shortest first.
    ///
    /// The automaton is walked by hand: the crate's overlapping search with an anchored input also reports patterns
    /// that start later, as suffixes of what was read. They are told apart by their length.
    pub(super) fn at(&self, text: &str, at: usize, mut found: impl FnMut(usize, &[Owner])) {
        let Some(automaton) = &self.automaton else { return };
        let Ok(mut state) = automaton.start_state(Anchored::Yes) else {
            return;
        };
        for (length, &byte) in (1..).zip(&text.as_bytes()[at..]) {
            state = automaton.next_state(Anchored::Yes, state, byte);
            if !automaton.is_special(state) {
                continue;
            }
            if automaton.is_dead(state) {
                return;
            }
            if automaton.is_match(state) {
                for index in 0..automaton.match_len(state) {
                    let pattern = automaton.match_pattern(state, index);
                    if automaton.pattern_len(pattern) == length {
                        found(at + length, &self.owners[pattern.as_usize()]);
                    }
                }
            }
        }
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
        let mut patterns: Vec<(String, usize)> = self.patterns.into_iter().collect();
        patterns.sort_by_key(|(_, number)| *number);
        let automaton = (!patterns.is_empty())
            .then(|| {
                NFA::builder()
                    .match_kind(MatchKind::Standard)
                    .prefilter(false)
                    .build(patterns.iter().map(|(stem, _)| stem.as_str()))
                    .ok()
            })
            .flatten();
        Stems {
            automaton,
            owners: self.owners,
        }
    }
}
