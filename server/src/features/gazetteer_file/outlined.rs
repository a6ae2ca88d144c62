//! A file of a project as it is read once for all that is asked of one version of it.

use std::sync::OnceLock;

use onomast_gazetteer::load;
use onomast_gazetteer::load::outline::{OutlinedEntity, outline};

/// The text, and what has been made of it.
#[derive(Debug)]
pub struct Outlined {
    /// The text.
    pub text: String,
    /// Whether it is a gazetteer.
    pub is_gazetteer: bool,
    entries: OnceLock<Vec<OutlinedEntity>>,
}

impl Outlined {
    /// Reads a text; what its entries are, only for whoever asks.
    pub fn new(text: String) -> Outlined {
        Outlined {
            is_gazetteer: load::is_gazetteer(&text),
            text,
            entries: OnceLock::new(),
        }
    }

    /// Its entries, if it is a gazetteer.
    pub fn entries(&self) -> &[OutlinedEntity] {
        self.entries.get_or_init(|| outline(&self.text))
    }
}
