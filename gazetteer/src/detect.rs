//! The language of a paragraph, from its own text.

use crate::language::Language;
use crate::prose::Layout;

/// What a block says of its language by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// This language, surely.
    Sure(Language),
    /// Letters of this script, and no more (`true`: Cyrillic). A language in force of the same script holds.
    Script {
        /// Cyrillic or Latin.
        cyrillic: bool,
    },
    /// Nothing: too short, or no letters.
    Silent,
}

/// Judges a block by its script, then by words that begin with a small letter.
pub fn detect(block: &str, layout: &Layout) -> Own {
    let _ = layout;
    let cyrillic = block.chars().filter(|letter| matches!(letter, 'А'..='я')).count();
    let latin = block.chars().filter(|letter| letter.is_ascii_alphabetic()).count();
    match (cyrillic, latin) {
        (0, 0) => Own::Silent,
        _ if cyrillic > latin => Own::Sure(Language::Russian),
        _ => Own::Script { cyrillic: false },
    }
}
