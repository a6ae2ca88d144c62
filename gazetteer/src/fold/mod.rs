//! Folding: the reduction of text to a form in which spellings can be found, with a map back to the source.

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
}

/// The first letter of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordStart {
    /// Byte of the folded text.
    pub at: u32,
    /// Whether the letter is a capital in the source.
    pub capital: bool,
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

    /// The byte of the block at which the character that gave the folded byte `at` begins.
    /// For the length of the folded text: the end of the last character.
    pub fn source_start(&self, at: usize) -> usize {
        let _ = at;
        unimplemented!()
    }

    /// The byte of the block at which the character (with its marks) that gave the folded byte `at - 1` ends.
    pub fn source_end(&self, at: usize) -> usize {
        let _ = at;
        unimplemented!()
    }
}

/// Folds the pieces of a block into `into`, whose memory is used again.
pub fn fold(block: &str, pieces: &[Piece], into: &mut Folded) {
    let _ = (block, pieces, into);
    unimplemented!()
}

/// Folds one word or phrase of a gazetteer. Hyphens vanish and leave no trace here: split at them first.
pub fn fold_word(text: &str) -> String {
    let _ = text;
    unimplemented!()
}
