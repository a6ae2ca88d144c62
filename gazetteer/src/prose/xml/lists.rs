//! The list of literature that is open: under a heading that says so, or in an element that does, small enough to be a part of
//! the state between two blocks. Finding the end of a block and laying it out are told the same parts.

use super::super::literature::{self, LOWEST_RANK};
use super::super::{State, stands_for};
use super::open::hash;
use super::table::{Element, Vocabulary};
use super::token;

/// A list, and the words of the paragraph that is read, which may head one.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Option<List>,
    words: String,
}

/// An open list. It ends with the element around its heading, or with a heading of its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct List {
    rank: u8,
    /// The hash of the name of the element around it, and how many of that name are open in it.
    around: u32,
    depth: u8,
}

impl Lists {
    pub(super) fn from_state(State(bits, _): State) -> Lists {
        let rank = (bits & 7) as u8;
        let list = List {
            rank,
            depth: (bits >> 3) as u8,
            around: bits >> 11 & 0xfff,
        };
        Lists {
            open: (rank > 0).then_some(list),
            words: String::new(),
        }
    }

    pub(super) fn to_bits(&self) -> u32 {
        self.open.map_or(0, |list| {
            u32::from(list.rank) | u32::from(list.depth) << 3 | list.around << 11
        })
    }

    /// Whether a list is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Prose.
    pub(super) fn text(&mut self, text: &str) {
        if self.words.len() <= literature::LONGEST_HEADING {
            let text = &text[..text.floor_char_boundary(literature::LONGEST_HEADING + 1)];
            let meant = text.starts_with('&').then(|| stands_for(text)).flatten();
            self.words.push_str(meant.as_deref().unwrap_or(text));
        }
    }

    /// An element begins.
    pub(super) fn start(&mut self, name: &str, content: &str, element: Element, vocabulary: Vocabulary) {
        if element.paragraph {
            self.words.clear();
        }
        let called = hash(name);
        match &mut self.open {
            Some(list) if list.around == called => list.depth = list.depth.saturating_add(1),
            Some(_) => {}
            None if element.paragraph
                && vocabulary.lists(&|attribute| token::attribute(content, name, &[attribute])) =>
            {
                self.open = Some(List {
                    rank: 1,
                    around: called,
                    depth: 0,
                });
            }
            None => {}
        }
    }

    /// An element ends, in another of this name, if that is known.
    pub(super) fn end(&mut self, name: &str, parent: Option<&str>, element: Element, vocabulary: Vocabulary) {
        if let Some(rank) = vocabulary.rank(name, element) {
            self.heading(rank, parent);
        }
        if element.paragraph || element.heading {
            self.words.clear();
        }
        let called = hash(name);
        if let Some(list) = self.open.as_mut().filter(|list| list.around == called) {
            match list.depth {
                0 => self.open = None,
                _ => list.depth -= 1,
            }
        }
    }

    fn heading(&mut self, rank: u8, parent: Option<&str>) {
        // Inside a part of the list.
        if self
            .open
            .is_some_and(|list| rank > list.rank || rank == list.rank && list.depth > 0)
        {
            return;
        }
        if literature::heads_list(&self.words) {
            let around = parent.map_or(0, hash);
            self.open = Some(List { rank, around, depth: 0 });
        } else if rank < LOWEST_RANK && !literature::heads_part(&self.words) {
            self.open = None;
        }
    }
}
