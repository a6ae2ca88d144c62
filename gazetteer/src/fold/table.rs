//! What the fast path knows of a character by itself: tables over the letters of two bytes and the common punctuation,
//! made once from [`cluster::fold`].

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use super::{cluster, rules};

/// What a character is to folding. Ordered: the first three are copied as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Class {
    /// A letter that is its own folded form, and no capital.
    Letter,
    /// A digit or punctuation that is its own folded form.
    Other,
    /// The blank.
    Space,
    /// A capital that folds to one letter.
    Capital,
    /// Another letter that folds to one letter.
    Mapped,
    /// Something that is no letter and folds to one character.
    MappedOther,
    /// White space that is not the blank.
    White,
    /// See [`rules::is_hyphen`].
    Hyphen,
    /// See [`rules::LINE_END_HYPHEN`].
    LineEndHyphen,
    /// See [`rules::is_apostrophe`].
    Apostrophe,
    /// Only clusters can tell: marks, what joins its neighbours, what is invisible, what folds to several characters,
    /// and all that is not in the table.
    Complex,
}

impl Class {
    /// The class of what begins with `source` and folds to one character.
    pub(super) fn of(source: char, folded: char) -> Class {
        let same = source == folded;
        match folded {
            ' ' if same => Class::Space,
            _ if folded.is_whitespace() => Class::White,
            _ if rules::is_hyphen(folded) => Class::Hyphen,
            rules::LINE_END_HYPHEN => Class::LineEndHyphen,
            rules::APOSTROPHE => Class::Apostrophe,
            _ if folded.is_alphabetic() && rules::is_capital(source) => Class::Capital,
            _ if folded.is_alphabetic() && same => Class::Letter,
            _ if folded.is_alphabetic() => Class::Mapped,
            _ if same => Class::Other,
            _ => Class::MappedOther,
        }
    }
}

/// The tables.
#[derive(Debug)]
pub(super) struct Table {
    classes: [Class; LENGTH],
    folded: [char; LENGTH],
}

/// Letters of one and two bytes.
const NARROW: usize = 0x800;
/// Latin with further marks, Greek with accents, punctuation.
const WIDE: std::ops::Range<u32> = 0x1e00..0x2200;
const LENGTH: usize = NARROW + (WIDE.end - WIDE.start) as usize;

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    /// The one table.
    pub(super) fn get() -> &'static Table {
        &TABLE
    }

    /// The class of a character below U+0800, by its code.
    #[inline(always)]
    pub(super) fn narrow(&self, code: usize) -> Class {
        self.classes[code & (NARROW - 1)]
    }

    /// What a character below U+0800 folds to, if that is one character.
    #[inline(always)]
    pub(super) fn narrow_folded(&self, code: usize) -> char {
        self.folded[code & (NARROW - 1)]
    }

    /// The class of any character, and what it folds to where that is one character.
    #[inline]
    pub(super) fn look_up(&self, c: char) -> (Class, char) {
        let code = u32::from(c);
        let index = if (code as usize) < NARROW {
            code as usize
        } else if WIDE.contains(&code) {
            (code - WIDE.start) as usize + NARROW
        } else {
            return (Class::Complex, c);
        };
        (self.classes[index], self.folded[index])
    }

    fn new() -> Table {
        let mut table = Table {
            classes: [Class::Complex; LENGTH],
            folded: ['\0'; LENGTH],
        };
        let narrow = 0..NARROW as u32;
        for (index, code) in narrow.chain(WIDE).enumerate() {
            if let Some(c) = char::from_u32(code) {
                (table.classes[index], table.folded[index]) = classify(c);
            }
        }
        table
    }
}

fn classify(c: char) -> (Class, char) {
    let mut folded = String::new();
    cluster::fold(c.encode_utf8(&mut [0; 4]), &mut folded);
    let mut chars = folded.chars();
    let (Some(to), None) = (chars.next(), chars.next()) else {
        return (Class::Complex, c);
    };
    let class = if rules::is_invisible(c) || joins(c) {
        Class::Complex
    } else {
        Class::of(c, to)
    };
    (class, to)
}

/// Whether the character makes one cluster with a letter before or behind it.
fn joins(c: char) -> bool {
    [format!("a{c}"), format!("{c}a")]
        .iter()
        .any(|pair| pair.graphemes(true).count() == 1)
}
