//! Names of several words: a trie over words and the punctuation between them.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::automaton::{self, Stems, WordId};
use super::elements::Elements;
use super::word::{self, Form, WordEnd};
use super::{Beside, Haystack, Hit};
use crate::entity::SpellingId;
use crate::morph::Agreement;
use crate::reading::{GrammaticalCase, Reading, Readings};

/// Words in one name at most; a longer spelling is found by these.
const LONGEST_NAME: usize = 32;

/// The trie. Node 0 is its root.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    nodes: Vec<Node>,
    separators: Vec<String>,
}

#[derive(Debug, Default)]
struct Node {
    /// Sorted by word.
    edges: Vec<Edge>,
    /// What the edges have between the words: sorted, without repetition. A given name begins thousands of names, and
    /// is found in every paragraph.
    separators: SmallVec<[u16; 1]>,
    /// Spellings that end here.
    spellings: SmallVec<[(SpellingId, Agreement); 1]>,
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    word: WordId,
    separator: u16,
    node: u32,
}

/// One walk through the trie, from one place in a text.
struct Walk<'a> {
    sequences: &'a Sequences,
    stems: &'a Stems,
    haystack: Haystack<'a>,
    /// The words read so far, and where each began and its stem ended.
    forms: SmallVec<[Form; 4]>,
    read: SmallVec<[(usize, usize); 4]>,
    hits: &'a mut Vec<Hit>,
}

impl Sequences {
    /// Adds a hit for every spelling that has a form beginning at `at`.
    pub(super) fn walk(&self, stems: &Stems, haystack: Haystack<'_>, at: usize, hits: &mut Vec<Hit>) {
        if self.nodes.is_empty() {
            return;
        }
        let (forms, read) = (SmallVec::new(), SmallVec::new());
        Walk {
            sequences: self,
            stems,
            haystack,
            forms,
            read,
            hits,
        }
        .extend(0, 0, at);
    }

    /// A spelling for each stem at `at` that begins one, with the end of the stem.
    pub(super) fn beginning(&self, stems: &Stems, haystack: Haystack<'_>, at: usize) -> Vec<(SpellingId, usize)> {
        let mut found = Vec::new();
        let Some(root) = self.nodes.first() else { return found };
        let text = haystack.folded.text();
        stems.at(text, at, |stem_end, owners| {
            // An initial is a letter by itself; it begins no longer word.
            if word::is_initial(&text[at..stem_end]) && word::letters_end(text, stem_end) > stem_end {
                return;
            }
            for edge in owners.iter().flat_map(|(word, _)| edges_of(&root.edges, *word)) {
                found.extend(self.first_below(edge.node).map(|spelling| (spelling, stem_end)));
            }
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    fn first_below(&self, mut node: u32) -> Option<SpellingId> {
        loop {
            let target = &self.nodes[node as usize];
            match target.spellings.first() {
                Some((spelling, _)) => return Some(*spelling),
                None => node = target.edges.first()?.node,
            }
        }
    }
}

impl Walk<'_> {
    /// Reads one more word, behind `separator`, at `at`. Recursion is as deep as the longest spelling has words.
    fn extend(&mut self, node: u32, separator: u16, at: usize) {
        let (sequences, stems, haystack) = (self.sequences, self.stems, self.haystack);
        let edges = &sequences.nodes[node as usize].edges;
        stems.at(haystack.folded.text(), at, |stem_end, owners| {
            let end = WordEnd::find(haystack, at, stem_end);
            for (word, endings) in owners {
                for edge in edges_of(edges, *word).iter().filter(|edge| edge.separator == separator) {
                    end.forms(haystack, *endings, &mut |form: Form| {
                        self.forms.push(form);
                        self.read.push((at, stem_end));
                        self.arrive(edge.node);
                        self.forms.pop();
                        self.read.pop();
                    });
                }
            }
        });
    }

    /// The hit that the words read so far make; `None` where they do not agree.
    fn hit(&self, spelling: SpellingId, agreement: Agreement) -> Option<Hit> {
        let (first, last) = (self.read.first()?, self.forms.last()?);
        let readings = readings(&self.forms, agreement);
        if readings.is_empty() {
            return None;
        }
        let bracket = open_bracket(self.haystack, first.0, last.end);
        let closes = self.haystack.folded.text()[last.end..].starts_with(')');
        let suffix_end = match last.suffix_end == last.end {
            true => last.suffix_end + bracket,
            // A suffix behind a bracket that opens before the name is that of the word before: Komintern (İKKİ)’in.
            false if closes && bracket == 0 => return None,
            false => last.suffix_end,
        };
        Some(Hit {
            start: first.0,
            end: last.end + bracket,
            suffix_end,
            spelling,
            readings,
            derived: false,
            beside: Beside::Nothing,
            joined: SmallVec::new(),
            stems: self.read.iter().copied().collect(),
        })
    }

    fn arrive(&mut self, node: u32) {
        let sequences = self.sequences;
        let target = &sequences.nodes[node as usize];
        let Some(last) = self.forms.last() else { return };
        if last.complete {
            for (spelling, agreement) in &target.spellings {
                self.hits.extend(self.hit(*spelling, *agreement));
            }
        }
        if target.edges.is_empty() || last.suffix_end > last.end || self.forms.len() >= LONGEST_NAME {
            return;
        }
        for &separator in &target.separators {
            let text = &sequences.separators[separator as usize];
            let next = self
                .forms
                .last()
                .and_then(|last| word::after_separator(self.haystack, last.end, last.complete, text));
            if let Some(next) = next {
                self.extend(node, separator, next);
            }
        }
    }
}

fn edges_of(edges: &[Edge], word: WordId) -> &[Edge] {
    let first = edges.partition_point(|edge| edge.word < word);
    let count = edges[first..].partition_point(|edge| edge.word == word);
    &edges[first..first + count]
}

/// The length of the bracket behind a name that closes one inside it: РКП(б), Stanovlenie … (1918–1939).
fn open_bracket(haystack: Haystack<'_>, start: usize, end: usize) -> usize {
    let text = haystack.folded.text();
    let is_open = text[start..end]
        .rfind(['(', ')'])
        .is_some_and(|at| text[start + at..].starts_with('('));
    usize::from(is_open && text[end..].starts_with(')'))
}

/// The readings of a name from those of its words; empty where the words do not agree.
fn readings(forms: &[Form], agreement: Agreement) -> Readings {
    match agreement {
        Agreement::Last => last_decides(forms),
        Agreement::UpTo(head) => {
            let head = head.min(forms.len().saturating_sub(1));
            let mut agreed = forms[head].readings.clone();
            for form in &forms[..head] {
                // A word that says nothing of case, as a number, agrees with all.
                agreed.retain(|reading| {
                    form.readings
                        .iter()
                        .any(|other| other.case.is_none() || agrees(reading, other))
                });
            }
            agreed
        }
    }
}

/// The readings of the last word; where the words before it are declined with it, only those they share (Ильичом
/// Лениным is no plural). Undeclined ones, and those of a misprint, say nothing (Ллойд Джорджа, Халиля-пашой).
fn last_decides(forms: &[Form]) -> Readings {
    let Some((last, before)) = forms.split_last() else {
        return Readings::new();
    };
    let shared = |reading: &&Reading| {
        before.iter().all(|form| {
            let undeclined = |other: &Reading| other.case.is_none_or(|case| case == GrammaticalCase::Nominative);
            form.readings
                .iter()
                .any(|other| undeclined(other) || agrees(reading, other))
        })
    };
    let agreed: Readings = last.readings.iter().filter(shared).copied().collect();
    if agreed.is_empty() {
        last.readings.clone()
    } else {
        agreed
    }
}

/// Whether an adjective’s reading goes with a noun’s.
fn agrees(one: &Reading, other: &Reading) -> bool {
    let same_gender = match (one.gender, other.gender) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    one.case == other.case && one.number == other.number && same_gender
}

/// A node while spellings are added: its edges by word and separator, and the spellings that end there.
type Growing = (BTreeMap<(WordId, u16), u32>, SmallVec<[(SpellingId, Agreement); 1]>);

/// Collects spellings into the trie.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<Growing>,
    separators: Vec<String>,
}

impl Builder {
    /// Adds a spelling.
    pub(super) fn add(&mut self, spelling: SpellingId, elements: &Elements, stems: &mut automaton::Builder) {
        if self.nodes.is_empty() {
            self.nodes.push(Default::default());
            self.separators.push(String::new());
        }
        let mut node = 0;
        for word in elements.words.iter().take(LONGEST_NAME) {
            let Some(separator) = self.separator(&word.separator) else {
                return;
            };
            let word = stems.word(&word.stems);
            let next = self.nodes.len() as u32;
            let target = *self.nodes[node as usize].0.entry((word, separator)).or_insert(next);
            if target == next {
                self.nodes.push(Default::default());
            }
            node = target;
        }
        self.nodes[node as usize].1.push((spelling, elements.agreement));
    }

    /// Sorts the edges.
    pub(super) fn build(self) -> Sequences {
        let nodes = self.nodes.into_iter().map(|(edges, spellings)| {
            let mut separators: SmallVec<[u16; 1]> = edges.keys().map(|(_, separator)| *separator).collect();
            separators.sort_unstable();
            separators.dedup();
            Node {
                edges: edges
                    .into_iter()
                    .map(|((word, separator), node)| Edge { word, separator, node })
                    .collect(),
                separators,
                spellings,
            }
        });
        Sequences {
            nodes: nodes.collect(),
            separators: self.separators,
        }
    }

    fn separator(&mut self, text: &str) -> Option<u16> {
        let known = self.separators.iter().position(|separator| separator == text);
        let number = known.unwrap_or_else(|| {
            self.separators.push(text.to_owned());
            self.separators.len() - 1
        });
        u16::try_from(number).ok()
    }
}
