//! Breaks that markup notes where a page, a column or a line of the source ends, maybe in the middle of a word.
//!
//! Whether the word goes on is said (`break="no"`), or seen by what stands on the two sides: so a break waits until the
//! text behind it comes. One between letters is read as a printed hyphen at the end of a line is: a small letter goes on
//! with the word, a capital may begin another. A hyphen that is written before the break is the printer’s. Elsewhere a break is nothing, and what
//! is written around it holds. *(TEI P5, att.breaking)*

use std::ops::Range;

use super::{Piece, stands_for, work};
use crate::fold::is_hyphen;

/// What stands in the place of a break that may be inside a word.
pub(super) const HYPHENATED: &str = "-\n";

/// A break that waits for the text behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Break {
    /// Bytes of the block, as one stretch of the source: tags and white space.
    range: Range<usize>,
    /// It says that the word goes on, whatever white space is around.
    goes_on: bool,
}

impl Break {
    pub(super) fn new(range: Range<usize>, goes_on: bool) -> Break {
        Break { range, goes_on }
    }

    pub(super) fn goes_on(&self) -> bool {
        self.goes_on
    }

    /// This break and a later one as one, where nothing stands between them; else the later one.
    pub(super) fn and(self, block: &str, later: Break) -> Break {
        if !is_tags(block, self.range.end..later.range.start) {
            return later;
        }
        Break {
            range: self.range.start..later.range.end,
            goes_on: self.goes_on || later.goes_on,
        }
    }

    /// Takes up the white space at the beginning of the text behind it, if that does not count. Returns what is left of
    /// the text.
    pub(super) fn behind(&mut self, block: &str, text: Range<usize>) -> Range<usize> {
        let written = block.get(text.clone()).unwrap_or_default();
        let blanks = written.len() - written.trim_start().len();
        work::count(blanks);
        if !self.goes_on || blanks == 0 || !is_tags(block, self.range.end..text.start) {
            return text;
        }
        self.range.end = text.start + blanks;
        self.range.end..text.end
    }

    /// What to write of it between the pieces of a stream and the text that follows. White space and a hyphen that belong
    /// to it are taken from the last piece.
    pub(super) fn between(self, block: &str, pieces: &mut [Piece], text: &Range<usize>) -> Option<Piece> {
        let last = pieces.last_mut()?;
        let written = block.get(last.range.clone()).unwrap_or_default();
        let meant = last.markup.then(|| stands_for(written)).flatten();
        let word = match (last.markup, self.goes_on) {
            (true, _) => written,
            (false, true) => written.trim_end().trim_end_matches(is_printed_hyphen),
            (false, false) => written.trim_end_matches(is_printed_hyphen),
        };
        let follows = block.get(text.clone()).unwrap_or_default();
        let first = stands_for(follows).map_or_else(|| follows.chars().next(), |meant| meant.chars().next());
        if !first.is_some_and(char::is_alphabetic)
            || !meant.as_deref().unwrap_or(word).ends_with(char::is_alphabetic)
            || !is_tags(block, last.range.end..self.range.start)
        {
            return None;
        }
        let start = match (word.len() < written.len(), self.goes_on) {
            (true, _) => last.range.start + word.len(),
            (false, false) => self.range.start,
            (false, true) => return None,
        };
        last.range.end = last.range.end.min(start);
        Some(Piece {
            range: start..self.range.end,
            barrier: false,
            markup: true,
        })
    }
}

/// Whether a piece that stands for something is a break, with what belongs to it.
pub(super) fn is_break(piece: &str) -> bool {
    piece.starts_with('<') || stands_for_stretch(piece).is_some()
}

/// What a break stands for together with what belongs to it: a hyphen, or white space that does not count.
pub(super) fn stands_for_stretch(stretch: &str) -> Option<String> {
    let first = stretch.trim_start().chars().next()?;
    if is_printed_hyphen(first) {
        return Some(HYPHENATED.to_owned());
    }
    (first == '<').then(String::new)
}

/// Where a word is divided at the end of a line.
fn is_printed_hyphen(sign: char) -> bool {
    is_hyphen(sign) || matches!(sign, '¬' | '\u{ad}')
}

/// Whether nothing but tags stands in a range.
fn is_tags(block: &str, range: Range<usize>) -> bool {
    let mut rest = block.get(range).unwrap_or(" ");
    work::count(rest.len());
    while !rest.is_empty() {
        match rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
    true
}
