//! Names of several words: a trie over words and the punctuation between them.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::automaton::{self, Stems, WordId};
use super::elements::Elements;
use super::word::{self, Form};
use super::{Beside, Haystack, Hit};
use crate::entity::SpellingId;
use crate::morph::Agreement;
use crate::reading::{Reading, Readings};

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
    /// Spellings that end here.
    spellings: SmallVec<[(SpellingId, Agreement); 1]>,
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    word: WordId,
    separator: u16,
    node: u32,
}

/// The words read so far.
#[derive(Default)]
struct Path {
    forms: SmallVec<[Form; 4]>,
    stems: SmallVec<[(usize, usize); 4]>,
}

impl Sequences {
    /// Adds a hit for every spelling that has a form beginning at `at`.
    pub(super) fn walk(&self, stems: &Stems, haystack: Haystack<'_>, at: usize, hits: &mut Vec<Hit>) {
        if !self.nodes.is_empty() {
            self.extend(stems, haystack, 0, 0, at, &mut Path::default(), hits);
        }
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

    /// Reads one more word, behind `separator`, at `at`. Recursion is as deep as the longest spelling has words.
    #[allow(clippy::too_many_arguments, reason = "a recursion that carries its state")]
    fn extend(
        &self,
        stems: &Stems,
        haystack: Haystack<'_>,
        node: u32,
        separator: u16,
        at: usize,
        path: &mut Path,
        hits: &mut Vec<Hit>,
    ) {
        let edges = &self.nodes[node as usize].edges;
        stems.at(haystack.folded.text(), at, |stem_end, owners| {
            for (word, endings) in owners {
                for edge in edges_of(edges, *word).iter().filter(|edge| edge.separator == separator) {
                    word::forms(haystack, at, stem_end, *endings, &mut |form: Form| {
                        path.forms.push(form);
                        path.stems.push((at, stem_end));
                        self.arrive(stems, haystack, edge.node, path, hits);
                        path.forms.pop();
                        path.stems.pop();
                    });
                }
            }
        });
    }

    fn arrive(&self, stems: &Stems, haystack: Haystack<'_>, node: u32, path: &mut Path, hits: &mut Vec<Hit>) {
        let Some(last) = path.forms.last().cloned() else { return };
        let target = &self.nodes[node as usize];
        if last.complete {
            for (spelling, agreement) in &target.spellings {
                let readings = readings(&path.forms, *agreement);
                if !readings.is_empty() {
                    hits.push(Hit {
                        start: path.stems[0].0,
                        end: last.end,
                        suffix_end: last.suffix_end,
                        spelling: *spelling,
                        readings,
                        derived: false,
                        beside: Beside::Nothing,
                        stems: path.stems.iter().copied().collect(),
                    });
                }
            }
        }
        if target.edges.is_empty() || last.suffix_end > last.end || path.forms.len() >= LONGEST_NAME {
            return;
        }
        let mut tried: SmallVec<[u16; 4]> = SmallVec::new();
        for edge in &target.edges {
            if tried.contains(&edge.separator) {
                continue;
            }
            tried.push(edge.separator);
            if let Some(next) = word::after_separator(haystack, &last, &self.separators[edge.separator as usize]) {
                self.extend(stems, haystack, node, edge.separator, next, path, hits);
            }
        }
    }
}

fn edges_of(edges: &[Edge], word: WordId) -> &[Edge] {
    let first = edges.partition_point(|edge| edge.word < word);
    let count = edges[first..].partition_point(|edge| edge.word == word);
    &edges[first..first + count]
}

/// The readings of a name from those of its words; empty where the words do not agree.
fn readings(forms: &[Form], agreement: Agreement) -> Readings {
    match agreement {
        Agreement::Last => forms.last().map(|form| form.readings.clone()).unwrap_or_default(),
        Agreement::UpTo(head) => {
            let head = head.min(forms.len().saturating_sub(1));
            let mut agreed = forms[head].readings.clone();
            for form in &forms[..head] {
                agreed.retain(|reading| form.readings.iter().any(|other| agrees(reading, other)));
            }
            agreed
        }
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

/// Collects spellings into the trie.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<(BTreeMap<(WordId, u16), u32>, SmallVec<[(SpellingId, Agreement); 1]>)>,
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
        let nodes = self.nodes.into_iter().map(|(edges, spellings)| Node {
            edges: edges
                .into_iter()
                .map(|((word, separator), node)| Edge { word, separator, node })
                .collect(),
            spellings,
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
