//! Folding: the reduction of text to a form in which spellings can be found, with a map back to the source.
//!
//! The rules are language-neutral: a folded text is for finding, and what was found is then compared exactly.

mod builder;
mod cluster;
mod plain;
#[cfg(test)]
mod reference;
mod rules;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use rules::{is_apostrophe, is_hyphen, is_invisible};

use crate::prose::Piece;

/// Folded text, where its words begin, and the way back.
///
/// Word characters are folded letters and digits; a run of white space is one space; what cannot belong to a name's
/// neighbourhood (a barrier, a paragraph break) is one line feed; hyphens between letters are gone and remembered in
/// [`Folded::is_soft`]; every apostrophe is `'`. Other characters stand for themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    words: Vec<WordStart>,
    /// Folded offsets at which a hyphen vanished, sorted.
    soft: Vec<u32>,
    /// Where the distance between folded text and source changes, sorted by `folded`.
    points: Vec<Point>,
}

/// One change in the way from folded text to source: the bytes `folded..folded_end` come from `source..source_end` as a
/// whole, and from there on both go on byte by byte, up to the next point. Most text needs few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    folded: u32,
    folded_end: u32,
    source: u32,
    source_end: u32,
}

/// The first letter of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordStart {
    /// Byte of the folded text.
    pub at: u32,
    /// Whether the letter is a capital in the source.
    pub capital: bool,
}

/// Letters with which a small word may begin that somebody looks for. Where there are any, those of more than two bytes
/// are always among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initials {
    /// A bit for each letter of one or two bytes.
    narrow: [u64; 32],
    /// Whether there are any.
    any: bool,
}

impl Initials {
    /// All letters.
    pub const ALL: Initials = Initials {
        narrow: [u64::MAX; 32],
        any: true,
    };

    /// These letters, folded.
    pub fn new(letters: impl IntoIterator<Item = char>) -> Initials {
        let mut initials = Initials {
            narrow: [0; 32],
            any: false,
        };
        for letter in letters {
            let code = letter as usize;
            if let Some(bits) = initials.narrow.get_mut(code / 64) {
                *bits |= 1 << (code % 64);
            }
            initials.any = true;
        }
        initials
    }

    fn is_empty(&self) -> bool {
        !self.any
    }

    /// Whether the letter of one or two bytes with this code is one of them.
    #[inline(always)]
    fn has(&self, code: usize) -> bool {
        self.narrow[code / 64 % 32] >> (code % 64) & 1 != 0
    }
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where words begin, in order: behind anything that is no letter (a digit too: footnote marks stick to words),
    /// and behind a vanished hyphen or an apostrophe where a capital follows.
    pub fn words(&self) -> &[WordStart] {
        &self.words
    }

    /// Whether a hyphen vanished at this byte of the folded text.
    pub fn is_soft(&self, at: usize) -> bool {
        u32::try_from(at).is_ok_and(|at| self.soft.binary_search(&at).is_ok())
    }

    /// The bytes of the folded text from `start` up to `end`, not included, at which a hyphen vanished.
    pub fn soft_between(&self, start: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.soft.partition_point(|at| (*at as usize) < start);
        self.soft[first..]
            .iter()
            .map(|at| *at as usize)
            .take_while(move |at| *at < end)
    }

    /// The byte of the block at which the character that gave the folded byte `at` begins.
    /// For the length of the folded text: the end of the last character.
    pub fn source_start(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.source_end(at);
        }
        let Some(point) = self.point(at) else { return 0 };
        if at < point.folded_end as usize {
            return point.source as usize;
        }
        point.go_on(self.text.floor_char_boundary(at))
    }

    /// The byte of the block at which the character (with its marks) that gave the folded byte `at - 1` ends.
    /// For 0: where the first character begins.
    pub fn source_end(&self, at: usize) -> usize {
        let Some(last) = at.min(self.text.len()).checked_sub(1) else {
            return self.points.first().map_or(0, |point| point.source as usize);
        };
        let Some(point) = self.point(last) else { return 0 };
        if last < point.folded_end as usize {
            return point.source_end as usize;
        }
        point.go_on(self.text.ceil_char_boundary(last + 1))
    }

    /// The last point at or before a folded byte.
    fn point(&self, at: usize) -> Option<&Point> {
        let behind = self.points.partition_point(|point| point.folded as usize <= at);
        self.points.get(behind.checked_sub(1)?)
    }
}

impl Point {
    /// The source of a folded byte behind the whole.
    fn go_on(&self, at: usize) -> usize {
        self.source_end as usize + (at - self.folded_end as usize)
    }
}

/// Folds the pieces of a block into `into`, whose memory is used again. Pieces that touch (no barrier) are folded as if
/// there were nothing between them. A piece that is no range of the block is passed over.
///
/// Offsets are kept in 32 bits: blocks are far shorter.
pub fn fold(block: &str, pieces: &[Piece], into: &mut Folded) {
    walk::walk(block, pieces, &Initials::ALL, into);
}

/// The same for one who wants to know where words begin that begin with a capital, or small with one of some letters.
/// Of the other words all, some or none are listed: to find them costs as much as the rest of folding.
///
/// Returns how much was looked at, in bytes and pieces: the work, which does not depend on the machine.
pub fn fold_for(block: &str, pieces: &[Piece], small: &Initials, into: &mut Folded) -> usize {
    walk::walk(block, pieces, small, into)
}

/// Folds one word or phrase of a gazetteer. Hyphens vanish and leave no trace here: split at them first.
pub fn fold_word(text: &str) -> String {
    let whole = Piece {
        range: 0..text.len(),
        barrier: false,
        markup: false,
    };
    let mut folded = Folded::default();
    fold(text, &[whole], &mut folded);
    folded.text
}
