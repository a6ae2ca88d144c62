//! Words and endings by which languages are known: `data/tables/detection.toml`, as a tree over the letters of a word
//! from its end, so that a word is read once for all languages.

use std::sync::LazyLock;

use serde::Deserialize;
use smallvec::SmallVec;

use crate::language::Language;

/// How many languages the table tells apart.
pub(super) const LANGUAGES: usize = 5;

/// Points of a word that is in the table, or behind an apostrophe a suffix that is; of one with an ending of it, of one
/// with a letter of it.
const WORD: u32 = 3;
const ENDING: u32 = 2;
const LETTER: u32 = 1;
/// What a predicate at the end of a sentence says beyond its ending.
const PREDICATE: u32 = 4;
/// Words with fewer bytes have no endings to speak of.
const SHORTEST_WITH_ENDING: usize = 5;

#[derive(Debug, Default, Deserialize)]
struct Table {
    language: Vec<Signs>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    tag: String,
    words: Vec<String>,
    #[serde(default)]
    suffixes: Vec<String>,
    endings: Vec<String>,
    #[serde(default)]
    predicates: Vec<String>,
    letters: String,
    against: String,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Behind an apostrophe behind a word with a capital.
    pub(super) behind_mark: bool,
    /// At the end of a sentence.
    pub(super) last: bool,
    /// Before a full stop, and so short that it may be an abbreviation, which says nothing. A single letter there is one in
    /// every language: no sentence ends in a preposition (Turkish `s.` is a page).
    pub(super) short: bool,
}

/// What was counted, of each language by its place in the table.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// What words, endings and letters say.
    pub(super) points: [u32; LANGUAGES],
    /// What the order of words says beyond that.
    pub(super) order: [u32; LANGUAGES],
    /// Words that a language cannot have.
    pub(super) against: [u32; LANGUAGES],
}

/// The table, ready for use.
#[derive(Debug)]
pub(super) struct Shapes {
    languages: Vec<Language>,
    nodes: Vec<Node>,
    /// For each last byte of a word its node, or 0: the root has so many that a search would be slow.
    last: Vec<usize>,
    /// Languages that a letter below [`LETTERS_END`] speaks for, and against.
    letters: Vec<(Set, Set)>,
}

/// Behind the letters of Latin with marks.
const LETTERS_END: usize = 0x250;

/// Languages by their place in the table.
type Set = u8;

/// What can stand before an ending.
#[derive(Debug, Default)]
struct Node {
    before: SmallVec<[(u8, u32); 2]>,
    signs: Of,
}

/// Languages of which something is an ending, the ending of a predicate, a word, or a suffix behind an apostrophe.
#[derive(Debug, Default, Clone, Copy)]
struct Of {
    endings: Set,
    predicates: Set,
    words: Set,
    suffixes: Set,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../../data/tables/detection.toml")).unwrap_or_default();
    Shapes::new(&table)
});

impl Shapes {
    pub(super) fn get() -> &'static Shapes {
        &SHAPES
    }

    /// The language at a place of the table.
    pub(super) fn language(&self, index: usize) -> Language {
        self.languages.get(index).cloned().unwrap_or(Language::English)
    }

    /// Adds what a word says to the counts. Returns whether it is a word: an abbreviation is none.
    pub(super) fn judge(&self, word: &str, place: Place, counts: &mut Counts) -> bool {
        let of = self.look_up(word);
        let is_letter = word.chars().nth(1).is_none();
        if place.short && (of.words == 0 || is_letter) {
            return false;
        }
        let (mut letters, mut alien) = (0, 0);
        for c in word.chars() {
            let (speaks_for, speaks_against) = self.letters.get(c as usize).copied().unwrap_or_default();
            letters |= speaks_for;
            alien |= speaks_against;
        }
        for index in 0..LANGUAGES {
            let has = |set: Set| set >> index & 1 != 0;
            counts.points[index] += match () {
                () if has(of.words) || place.behind_mark && has(of.suffixes) => WORD,
                () if has(of.endings) => ENDING,
                () if has(letters) => LETTER,
                () => 0,
            };
            counts.order[index] += u32::from(place.last && has(of.predicates)) * PREDICATE;
            counts.against[index] += u32::from(has(alien));
        }
        true
    }

    /// Languages that have this word, and languages that have one of its endings.
    fn look_up(&self, word: &str) -> Of {
        let mut bytes = word.bytes().rev();
        let first = bytes.next().map_or(0, |byte| self.last[usize::from(byte)]);
        if first == 0 {
            return Of::default();
        }
        let mut node = &self.nodes[first];
        let mut found = node.signs;
        let mut whole = true;
        for byte in bytes {
            match node.before.iter().find(|(before, _)| *before == byte) {
                Some((_, index)) => node = &self.nodes[*index as usize],
                None => {
                    whole = false;
                    break;
                }
            }
            found.endings |= node.signs.endings;
            found.predicates |= node.signs.predicates;
        }
        // What the whole of it is; of short ones, endings say little.
        (found.words, found.suffixes) = if whole {
            (node.signs.words, node.signs.suffixes)
        } else {
            (0, 0)
        };
        if word.len() < SHORTEST_WITH_ENDING {
            found.endings = 0;
            found.predicates &= found.words;
        }
        found
    }

    fn new(table: &Table) -> Shapes {
        let mut shapes = Shapes {
            languages: Vec::new(),
            nodes: vec![Node::default()],
            last: vec![0; 256],
            letters: vec![(0, 0); LETTERS_END],
        };
        for (index, signs) in table.language.iter().take(LANGUAGES).enumerate() {
            let set = 1 << index;
            shapes.languages.extend(Language::parse(&signs.tag));
            for ending in &signs.endings {
                shapes.node(ending).signs.endings |= set;
            }
            for ending in &signs.predicates {
                shapes.node(ending).signs.predicates |= set;
            }
            for word in &signs.words {
                shapes.node(word).signs.words |= set;
            }
            for suffix in &signs.suffixes {
                shapes.node(suffix).signs.suffixes |= set;
            }
            for letter in signs.letters.chars() {
                shapes.letter(letter).0 |= set;
            }
            for letter in signs.against.chars() {
                shapes.letter(letter).1 |= set;
            }
        }
        for (byte, index) in &shapes.nodes[0].before {
            shapes.last[usize::from(*byte)] = *index as usize;
        }
        shapes
    }

    fn letter(&mut self, letter: char) -> &mut (Set, Set) {
        let index = letter as usize;
        if index >= self.letters.len() {
            self.letters.resize(index + 1, (0, 0));
        }
        &mut self.letters[index]
    }

    fn node(&mut self, text: &str) -> &mut Node {
        let mut at = 0;
        for byte in text.bytes().rev() {
            at = match self.nodes[at].before.iter().find(|(before, _)| *before == byte) {
                Some((_, index)) => *index as usize,
                None => {
                    let index = self.nodes.len();
                    self.nodes.push(Node::default());
                    self.nodes[at].before.push((byte, index as u32));
                    index
                }
            };
        }
        &mut self.nodes[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let table: Table = toml::from_str(include_str!("../../data/tables/detection.toml")).unwrap();
        assert_eq!(table.language.len(), LANGUAGES);
        assert_eq!(Shapes::get().languages.len(), LANGUAGES);
        for signs in &table.language {
            for list in [&signs.words, &signs.suffixes, &signs.endings, &signs.predicates] {
                let mut sorted = list.clone();
                sorted.sort();
                sorted.dedup();
                assert_eq!(*list, sorted, "{} is not sorted", signs.tag);
            }
        }
    }
}
