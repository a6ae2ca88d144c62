//! Words and endings by which languages are known: `data/tables/detection.toml`, as a tree over the letters of a word
//! from its end, so that a word is read once for all languages.

use std::sync::LazyLock;

use serde::Deserialize;
use smallvec::SmallVec;

use crate::language::Language;

/// How many languages the table tells apart.
pub(super) const LANGUAGES: usize = 5;

/// Points of a word that is in the table, of one with an ending of it, of one with a letter of it.
const WORD: u32 = 3;
const ENDING: u32 = 2;
const LETTER: u32 = 1;
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
    endings: Vec<String>,
    letters: String,
    against: String,
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
    /// Languages of which this is an ending, and of which it is a word.
    endings: Set,
    words: Set,
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

    /// Adds the points of a word to each language.
    pub(super) fn judge(&self, word: &str, points: &mut [u32; LANGUAGES], against: &mut [u32; LANGUAGES]) {
        let (words, endings) = self.look_up(word);
        let (mut letters, mut alien) = (0, 0);
        for c in word.chars() {
            let (speaks_for, speaks_against) = self.letters.get(c as usize).copied().unwrap_or_default();
            letters |= speaks_for;
            alien |= speaks_against;
        }
        for index in 0..LANGUAGES {
            let has = |set: Set| set >> index & 1 != 0;
            points[index] += match () {
                () if has(words) => WORD,
                () if has(endings) => ENDING,
                () if has(letters) => LETTER,
                () => 0,
            };
            against[index] += u32::from(has(alien));
        }
    }

    /// Languages that have this word, and languages that have one of its endings.
    fn look_up(&self, word: &str) -> (Set, Set) {
        let mut bytes = word.bytes().rev();
        let first = bytes.next().map_or(0, |byte| self.last[usize::from(byte)]);
        if first == 0 {
            return (0, 0);
        }
        let is_long = word.len() >= SHORTEST_WITH_ENDING;
        let (mut node, mut endings) = (&self.nodes[first], self.nodes[first].endings);
        for byte in bytes {
            match node.before.iter().find(|(before, _)| *before == byte) {
                Some((_, index)) => node = &self.nodes[*index as usize],
                None => return (0, if is_long { endings } else { 0 }),
            }
            endings |= node.endings;
        }
        (node.words, if is_long { endings } else { 0 })
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
                shapes.node(ending).endings |= set;
            }
            for word in &signs.words {
                shapes.node(word).words |= set;
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
            for list in [&signs.words, &signs.endings] {
                let mut sorted = list.clone();
                sorted.sort();
                sorted.dedup();
                assert_eq!(*list, sorted, "{} is not sorted", signs.tag);
            }
        }
    }
}
