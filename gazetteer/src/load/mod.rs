//! Reading gazetteers: JSON with positions in, tables and problems out.
//!
//! Loading cannot fail. A bad entry is a [`Problem`] and never takes away the others; a file that does not parse adds
//! nothing and says so.

use crate::Gazetteer;

mod problem;

pub use problem::{Code, Problem};

/// What a file is asked of. The library opens none itself.
pub trait Provider {
    /// The text of a source, or why there is none.
    fn read(&self, name: &str) -> Result<String, String>;

    /// The name of the source that `extends` means in the file `from`. Not asked for `builtin`.
    fn resolve(&self, from: &str, extends: &str) -> String;
}

/// A gazetteer and what is wrong with its sources.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read.
    pub gazetteer: Gazetteer,
    /// In the order of the sources, then of their positions.
    pub problems: Vec<Problem>,
}

/// Loads sources as one layer over what they extend. No names: the built-in gazetteer.
pub fn load(provider: &dyn Provider, names: &[String]) -> Loaded {
    let _ = (provider, names);
    unimplemented!()
}
