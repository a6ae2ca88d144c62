//! Names of several words: a trie over words and the punctuation between them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::elements::Elements;
use super::stems::{self, Owner, Stems, WordId};
use super::word::{self, Form, WordEnd};
use super::{Beside, Haystack, Hit};
use crate::entity::SpellingId;
use crate::morph::{Agreement, Endings};
use crate::reading::{GrammaticalCase, Reading, Readings};

/// Words in one name at most; a longer spelling is found by these.
const LONGEST_NAME: usize = 32;

/// So many words are read behind the first one, on all ways together. A name has few ways to be read; one whose words begin
/// with one another, written solid, would have as many as they can be put together in.
const MOST_READ: u32 = 4096;

/// The trie without its root, whose edges lie beside the stems of the words: see [`Begins`]. What belongs to a node lies
/// between its beginning and that of the next one.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    /// One more than there are.
    nodes: Vec<Node>,
    /// Of each node sorted by word and separator.
    edges: Vec<Edge>,
    /// What the edges of each node have between the words: sorted, without repetition. A given name begins thousands of
    /// names, and is found in every paragraph.
    gaps: Vec<u32>,
    /// Spellings that end at each node, each with the last of the words that agree; none where the last word decides.
    spellings: Vec<(SpellingId, Option<u8>)>,
    separators: Vec<String>,
}

/// Where what belongs to a node begins.
#[derive(Debug, Clone, Copy)]
struct Node {
    edges: u32,
    gaps: u32,
    spellings: u32,
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    word: WordId,
    separator: u32,
    node: u32,
}

/// What a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// No name.
    Nothing,
    /// This spelling, which it is by itself, and no other.
    Name(SpellingId),
    /// The names at this node and below.
    Names(u32),
}

/// One walk through the trie, from one place in a text.
struct Walk<'a> {
    sequences: &'a Sequences,
    stems: &'a Stems,
    haystack: Haystack<'a>,
    /// Whether the first word has a capital.
    capital: bool,
    /// The words read so far, and where each began and its stem ended.
    forms: SmallVec<[Form; 4]>,
    read: SmallVec<[(usize, usize); 4]>,
    /// How many more words may be read.
    left: u32,
    hits: &'a mut Vec<Hit>,
}

impl Sequences {
    /// Adds a hit for every spelling that has a form beginning at `at`.
    pub(super) fn walk(&self, stems: &Stems, haystack: Haystack<'_>, at: usize, hits: &mut Vec<Hit>) {
        let capital = haystack.is_capital(at);
        for (end, owners) in stems.at(haystack, at) {
            self.walk_behind(stems, haystack, (at, end), capital, owners, hits);
        }
    }

    /// Adds a hit for every spelling of which a form begins with this stem.
    pub(super) fn walk_behind(
        &self,
        stems: &Stems,
        haystack: Haystack<'_>,
        stem: (usize, usize),
        capital: bool,
        owners: &[Owner],
        hits: &mut Vec<Hit>,
    ) {
        let (forms, read) = (SmallVec::new(), SmallVec::new());
        Walk {
            sequences: self,
            stems,
            haystack,
            capital,
            forms,
            read,
            left: MOST_READ,
            hits,
        }
        .begin(stem, owners);
    }

    /// A spelling for each stem at `at` that begins one, with the end of the stem.
    pub(super) fn beginning(&self, stems: &Stems, haystack: Haystack<'_>, at: usize) -> Vec<(SpellingId, usize)> {
        let mut found = Vec::new();
        let text = haystack.folded.text();
        for (stem_end, owners) in stems.at(haystack, at) {
            // An initial is a letter by itself; it begins no longer word.
            if word::is_initial(&text[at..stem_end]) && word::letters_end(text, stem_end) > stem_end {
                continue;
            }
            let spellings = owners.iter().filter_map(|owner| match owner.begins {
                Begins::Nothing => None,
                Begins::Name(spelling) => Some(spelling),
                Begins::Names(node) => self.first_below(node),
            });
            found.extend(spellings.map(|spelling| (spelling, stem_end)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The node that a word behind a separator leads to.
    fn target(&self, node: u32, word: WordId, separator: u32) -> Option<u32> {
        let edges = self.edges(node);
        let edge = edges.binary_search_by_key(&(word, separator), |edge| (edge.word, edge.separator));
        edge.ok().map(|edge| edges[edge].node)
    }

    fn edges(&self, node: u32) -> &[Edge] {
        let (here, next) = self.span(node);
        &self.edges[here.edges as usize..next.edges as usize]
    }

    fn gaps(&self, node: u32) -> &[u32] {
        let (here, next) = self.span(node);
        &self.gaps[here.gaps as usize..next.gaps as usize]
    }

    fn spellings(&self, node: u32) -> &[(SpellingId, Option<u8>)] {
        let (here, next) = self.span(node);
        &self.spellings[here.spellings as usize..next.spellings as usize]
    }

    fn span(&self, node: u32) -> (Node, Node) {
        (self.nodes[node as usize], self.nodes[node as usize + 1])
    }

    fn begin_node(&mut self) {
        self.nodes.push(Node {
            edges: self.edges.len() as u32,
            gaps: self.gaps.len() as u32,
            spellings: self.spellings.len() as u32,
        });
    }

    fn first_below(&self, mut node: u32) -> Option<SpellingId> {
        loop {
            match self.spellings(node).first() {
                Some((spelling, _)) => return Some(*spelling),
                None => node = self.edges(node).first()?.node,
            }
        }
    }
}

impl Walk<'_> {
    /// Reads the first word, of which a stem stands from one place to another.
    fn begin(&mut self, (at, stem_end): (usize, usize), owners: &[Owner]) {
        let mut end = None;
        for owner in owners {
            self.haystack.scratch.count(1);
            match owner.begins {
                Begins::Nothing => {}
                Begins::Name(spelling) => {
                    let end = end.get_or_insert_with(|| WordEnd::find(self.haystack, at, stem_end));
                    end.forms(self.haystack, owner.endings, false, |form: Form| {
                        self.read_word((at, stem_end), form, |walk| walk.hits.extend(walk.hit(spelling, None)));
                    });
                }
                Begins::Names(target) => {
                    let end = end.get_or_insert_with(|| WordEnd::find(self.haystack, at, stem_end));
                    self.reach(target, owner.endings, (at, stem_end), end);
                }
            }
        }
    }

    /// Reads one more word, behind `separator`, at `at`. Recursion is as deep as the longest spelling has words.
    fn extend(&mut self, node: u32, separator: u32, at: usize) {
        let (sequences, stems, haystack) = (self.sequences, self.stems, self.haystack);
        let before = self.read.last().copied();
        for (stem_end, owners) in stems.at(haystack, at) {
            let mut end = None;
            for owner in owners {
                haystack.scratch.count(1);
                let Some(target) = sequences.target(node, owner.word, separator) else {
                    continue;
                };
                let Some(left) = self.left.checked_sub(1) else {
                    return;
                };
                self.left = left;
                let end = end.get_or_insert_with(|| WordEnd::find(haystack, at, stem_end).behind(haystack, before));
                self.reach(target, owner.endings, (at, stem_end), end);
            }
        }
    }

    /// Arrives at a node with every form of the word that leads there.
    fn reach(&mut self, target: u32, endings: Endings, stem: (usize, usize), end: &WordEnd) {
        let goes_on = !self.sequences.gaps(target).is_empty();
        end.forms(self.haystack, endings, goes_on, |form: Form| {
            self.read_word(stem, form, |walk| walk.arrive(target));
        });
    }

    /// Takes a word in for as long as `with` lasts.
    fn read_word(&mut self, stem: (usize, usize), form: Form, with: impl FnOnce(&mut Self)) {
        self.forms.push(form);
        self.read.push(stem);
        with(self);
        self.forms.pop();
        self.read.pop();
    }

    /// The hit that the words read so far make; `None` where they do not agree.
    fn hit(&self, spelling: SpellingId, agreeing: Option<u8>) -> Option<Hit> {
        let (first, last) = (self.read.first()?, self.forms.last()?);
        let readings = readings(&self.forms, agreeing);
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
            capital: self.capital,
            readings,
            derived: false,
            beside: Beside::Nothing,
            joined: SmallVec::new(),
            stems: SmallVec::from_slice(&self.read),
        })
    }

    fn arrive(&mut self, node: u32) {
        let sequences = self.sequences;
        let Some(last) = self.forms.last() else { return };
        let (end, complete, suffixed) = (last.end, last.complete, last.suffix_end > last.end);
        if complete {
            for (spelling, agreeing) in sequences.spellings(node) {
                self.hits.extend(self.hit(*spelling, *agreeing));
            }
        }
        if suffixed || self.forms.len() >= LONGEST_NAME {
            return;
        }
        for &separator in sequences.gaps(node) {
            let text = &sequences.separators[separator as usize];
            if let Some(next) = word::after_separator(self.haystack, end, complete, text) {
                self.extend(node, separator, next);
            }
        }
    }
}

/// The length of the bracket behind a name that closes one inside it: РКП(б), Stanovlenie … (1918–1939).
fn open_bracket(haystack: Haystack<'_>, start: usize, end: usize) -> usize {
    let text = haystack.folded.text();
    if !text[end..].starts_with(')') {
        return 0;
    }
    let last = text[start..end].rfind(['(', ')']);
    usize::from(last.is_some_and(|at| text[start + at..].starts_with('(')))
}

/// The readings of a name from those of its words; empty where the words do not agree.
fn readings(forms: &[Form], agreeing: Option<u8>) -> Readings {
    match agreeing {
        _ if let [only] = forms => Readings::from_slice(&only.readings),
        None => last_decides(forms),
        Some(head) => {
            let head = usize::from(head).min(forms.len().saturating_sub(1));
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
type Growing = (BTreeMap<(WordId, u32), u32>, SmallVec<[(SpellingId, Option<u8>); 1]>);

/// Collects spellings into the trie.
#[derive(Debug, Default)]
pub(super) struct Builder {
    nodes: Vec<Growing>,
    /// With their numbers.
    separators: FxHashMap<String, u32>,
}

impl Builder {
    /// Adds a spelling.
    pub(super) fn add(&mut self, spelling: SpellingId, elements: &Elements, stems: &mut stems::Builder) {
        if self.nodes.is_empty() {
            self.nodes.push(Default::default());
            self.separators.insert(String::new(), 0);
        }
        let mut node = 0;
        for word in elements.words.iter().take(LONGEST_NAME) {
            let separator = self.separator(&word.separator);
            let word = stems.word(&word.stems);
            let next = self.nodes.len() as u32;
            let target = *self.nodes[node as usize].0.entry((word, separator)).or_insert(next);
            if target == next {
                self.nodes.push(Default::default());
            }
            node = target;
        }
        let agreeing = match elements.agreement {
            Agreement::Last => None,
            Agreement::UpTo(last) => Some(last.min(LONGEST_NAME) as u8),
        };
        self.nodes[node as usize].1.push((spelling, agreeing));
    }

    /// What a word begins.
    pub(super) fn begins(&self, word: WordId) -> Begins {
        let mut edges = self
            .nodes
            .iter()
            .take(1)
            .flat_map(|(edges, _)| edges.range((word, 0)..=(word, u32::MAX)));
        let Some((_, node)) = edges.next_back() else {
            return Begins::Nothing;
        };
        match self.nodes.get(*node as usize) {
            Some((edges, spellings)) if edges.is_empty() => match spellings.as_slice() {
                [(spelling, None)] => Begins::Name(*spelling),
                _ => Begins::Names(*node),
            },
            _ => Begins::Names(*node),
        }
    }

    /// Lays all out.
    pub(super) fn build(self) -> Sequences {
        let mut built = Sequences {
            separators: in_order(self.separators),
            ..Sequences::default()
        };
        for (edges, spellings) in self.nodes {
            built.begin_node();
            let mut gaps: Vec<u32> = edges.keys().map(|(_, separator)| *separator).collect();
            gaps.sort_unstable();
            gaps.dedup();
            built.gaps.extend(gaps);
            let edge = |((word, separator), node)| Edge { word, separator, node };
            built.edges.extend(edges.into_iter().map(edge));
            built.spellings.extend(spellings);
        }
        built.begin_node();
        built
    }

    fn separator(&mut self, text: &str) -> u32 {
        let next = self.separators.len() as u32;
        *self.separators.entry(text.to_owned()).or_insert(next)
    }
}

/// Separators in the order of their numbers.
fn in_order(separators: FxHashMap<String, u32>) -> Vec<String> {
    let mut numbered: Vec<(u32, String)> = separators.into_iter().map(|(text, number)| (number, text)).collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, text)| text).collect()
}
