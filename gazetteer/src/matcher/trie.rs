//! A set of words, ready to be told which of them stand at a place in a text. It knows bytes and nothing else.
//!
//! A double array: the children of a node stand at its base plus the byte that leads to them, so that a step is one look
//! and one comparison. Where a single word is left its rest is compared at once, which keeps the array small enough for
//! the nearest cache. An Aho–Corasick automaton answers more than is asked here, since stems are only looked for at the
//! starts of words: it was half as fast, and reported stems that begin later, which had to be told apart.

/// The words of a set that stand at a place.
#[derive(Debug)]
pub(super) struct Standing<'a> {
    trie: &'a Trie,
    text: &'a [u8],
    /// The node reached, and how many bytes of the text were read to reach it.
    node: Option<usize>,
    read: usize,
}

/// The set. Words have the numbers in which they were given.
#[derive(Debug, Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// Rests of words, one behind the other.
    rests: Vec<u8>,
    /// Of each rest: where it begins and ends.
    spans: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// Where the children begin; above [`REST`] it is a rest and there are none.
    base: u32,
    /// The node that it is a child of; [`FREE`] where the place is free, [`ROOT`] of the first.
    parent: u32,
    /// The word that ends here, or with the rest; [`NONE`] where none does.
    word: u32,
}

const FREE: u32 = u32::MAX;
const ROOT: u32 = u32::MAX - 1;
const NONE: u32 = u32::MAX;
const REST: u32 = 1 << 31;

/// Places looked at for the children of one node; then the end is taken. So building takes linear time.
const MOST_TRIES: usize = 256;

impl Trie {
    /// The set of words, which are not empty; of equal ones the first counts.
    pub(super) fn new(words: &[&str]) -> Trie {
        let mut sorted: Vec<(&[u8], u32)> = words.iter().map(|word| word.as_bytes()).zip(0..).collect();
        sorted.sort_unstable();
        sorted.dedup_by_key(|(word, _)| *word);
        let mut builder = Builder::default();
        builder.take(0, ROOT);
        // Nodes whose children are not placed yet: their words, and how many bytes those share.
        let mut open = vec![(0, 0..sorted.len(), 0)];
        while let Some((node, range, depth)) = open.pop() {
            builder.grow(node, &sorted[range.clone()], range.start, depth, &mut open);
        }
        builder.trie
    }

    /// The words that stand at the beginning of a text, shortest first: the number and the length of each.
    pub(super) fn standing<'a>(&'a self, text: &'a [u8]) -> Standing<'a> {
        Standing {
            trie: self,
            text,
            node: Some(0),
            read: 0,
        }
    }
}

impl Standing<'_> {
    /// How many bytes of the text were looked at.
    pub(super) fn read(&self) -> usize {
        self.read
    }

    /// The child that the next byte leads to.
    #[inline]
    fn step(&mut self, node: usize) -> Option<Node> {
        let byte = *self.text.get(self.read)?;
        let base = self.trie.nodes.get(node)?.base;
        let at = base as usize + usize::from(byte);
        let child = *self.trie.nodes.get(at)?;
        if child.parent as usize != node {
            return None;
        }
        self.read += 1;
        self.node = (child.base < REST).then_some(at);
        Some(child)
    }

    /// Whether the rest of a word stands where the text was read to.
    fn ends(&mut self, rest: usize) -> bool {
        let Some(&(start, end)) = self.trie.spans.get(rest) else {
            return false;
        };
        let rest = &self.trie.rests[start as usize..end as usize];
        let stands = self.text[self.read..].starts_with(rest);
        self.read += if stands { rest.len() } else { 0 };
        stands
    }
}

impl Iterator for Standing<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            let node = self.node.take()?;
            let child = self.step(node)?;
            if child.base >= REST {
                return self
                    .ends((child.base - REST) as usize)
                    .then_some((child.word as usize, self.read));
            }
            if child.word != NONE {
                return Some((child.word as usize, self.read));
            }
        }
    }
}

/// A node whose children are to be placed: its number, its words, and how many bytes they share.
type Open = (usize, std::ops::Range<usize>, usize);

#[derive(Default)]
struct Builder {
    trie: Trie,
    /// No place before it is free, or worth another try.
    free: usize,
}

impl Builder {
    /// Places the children of a node. `words` are all that pass through it, sorted, of which `first` is the number of the
    /// first among all.
    fn grow(&mut self, node: usize, words: &[(&[u8], u32)], first: usize, depth: usize, open: &mut Vec<Open>) {
        let ended = words.iter().take_while(|(word, _)| word.len() <= depth).count();
        let words = &words[ended..];
        let groups = || words.chunk_by(|(one, _), (other, _)| one.get(depth) == other.get(depth));
        let bytes: Vec<u8> = groups().filter_map(|group| group[0].0.get(depth).copied()).collect();
        if bytes.is_empty() {
            return;
        }
        let base = self.base(&bytes);
        self.trie.nodes[node].base = base as u32;
        let mut at = first + ended;
        for (group, byte) in groups().zip(bytes) {
            let child = base + usize::from(byte);
            self.take(child, node as u32);
            let (shortest, number) = group[0];
            if let [_] = group {
                self.trie.nodes[child].base = REST + self.rest(&shortest[depth + 1..]);
                self.trie.nodes[child].word = number;
            } else {
                if shortest.len() == depth + 1 {
                    self.trie.nodes[child].word = number;
                }
                open.push((child, at..at + group.len(), depth + 1));
            }
            at += group.len();
        }
    }

    /// A base whose places for these bytes are free.
    fn base(&mut self, bytes: &[u8]) -> usize {
        let nodes = &self.trie.nodes;
        let is_free = |at: usize| nodes.get(at).is_none_or(|node| node.parent == FREE);
        while !is_free(self.free) {
            self.free += 1;
        }
        let lowest = usize::from(bytes[0]);
        let fits = |at: &usize| bytes.iter().all(|byte| is_free(at - lowest + usize::from(*byte)));
        let first = self.free.max(lowest + 1);
        let place = (first..first + MOST_TRIES).find(fits).unwrap_or_else(|| {
            self.free += MOST_TRIES / 2;
            nodes.len().max(lowest + 1)
        });
        place - lowest
    }

    fn take(&mut self, at: usize, parent: u32) {
        let free = Node {
            base: 0,
            parent: FREE,
            word: NONE,
        };
        if self.trie.nodes.len() <= at {
            self.trie.nodes.resize(at + 1, free);
        }
        self.trie.nodes[at].parent = parent;
    }

    fn rest(&mut self, rest: &[u8]) -> u32 {
        let start = self.trie.rests.len() as u32;
        self.trie.rests.extend(rest);
        self.trie.spans.push((start, self.trie.rests.len() as u32));
        self.trie.spans.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Trie;

    fn standing_obviously(words: &[&str], text: &str) -> Vec<(usize, usize)> {
        let first = |word: &str| words.iter().position(|other| *other == word);
        let mut found: Vec<(usize, usize)> = (0..words.len())
            .filter(|&number| first(words[number]) == Some(number) && text.starts_with(words[number]))
            .map(|number| (number, words[number].len()))
            .collect();
        found.sort_by_key(|(_, length)| *length);
        found
    }

    fn check(words: &[&str], text: &str) {
        let found: Vec<(usize, usize)> = Trie::new(words).standing(text.as_bytes()).collect();
        assert_eq!(found, standing_obviously(words, text), "{words:?} in {text}");
    }

    #[test]
    fn an_empty_set_and_an_empty_text() {
        check(&[], "Карс");
        check(&["карс"], "");
        check(&[], "");
    }

    #[test]
    fn words_within_words() {
        let words = ["карс", "ка", "карский", "карск", "к", "ками", "карс"];
        for text in ["карский", "карскому", "карс", "к", "кам", "юг", "\0", "карскиё"] {
            check(&words, text);
        }
    }

    /// Every byte that can follow: places of children overlap those of others.
    #[test]
    fn many_children() {
        let letters: Vec<String> = ('\u{1}'..'\u{800}').map(|letter| format!("{letter}{letter}")).collect();
        let words: Vec<&str> = letters.iter().map(String::as_str).collect();
        let trie = Trie::new(&words);
        for (number, word) in words.iter().enumerate() {
            let found: Vec<_> = trie.standing(word.as_bytes()).collect();
            assert_eq!(found, [(number, word.len())], "{word:?}");
        }
    }

    proptest! {
        #[test]
        fn as_a_slow_search_finds(words in prop::collection::vec("[абaь]{1,6}", 0..60), text in "[абaь]{0,9}") {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            check(&words, &text);
        }
    }
}
