//! Reading gazetteers: JSON with positions in, tables and problems out.
//!
//! Loading cannot fail. A bad entry is a [`Problem`] and never takes away the others; a file that does not parse adds
//! nothing and says so.

use crate::Gazetteer;
use crate::gazetteer::Tables;

mod across;
pub mod amend;
mod canonical;
mod entries;
pub mod file;
mod finish;
mod identifiers;
mod lines;
mod merge;
mod nearest;
pub mod outline;
mod problem;
mod read;
mod recognize;
mod respelled;
mod said;
mod script;
mod sources;
mod syntax;
mod tag;
mod unite;

pub use canonical::format;
pub use identifiers::identifiers;
pub use lines::{LineIndex, line_column};
pub use problem::{Code, Problem};
pub use recognize::is_gazetteer;
pub use respelled::respelled;
pub use said::{said, still_inflects};
pub use unite::{Clash, ClashKind, United, Unread, unite};

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
///
/// Every entity of the result has a name and every name a spelling; what lost its last one is left out.
pub fn load(provider: &dyn Provider, names: &[String]) -> Loaded {
    let (tables, problems) = tables(provider, names);
    Loaded {
        gazetteer: Gazetteer::new(tables),
        problems,
    }
}

/// Loads one text, which problems call `name`. It may extend the built-in gazetteer and nothing else.
pub fn load_text(name: &str, text: &str) -> Loaded {
    load(&OneText(name, text), &[name.to_owned()])
}

struct OneText<'a>(&'a str, &'a str);

impl Provider for OneText<'_> {
    fn read(&self, name: &str) -> Result<String, String> {
        let OneText(own, text) = *self;
        (name == own).then(|| text.to_owned()).ok_or_else(|| name.to_owned())
    }

    fn resolve(&self, _from: &str, extends: &str) -> String {
        extends.to_owned()
    }
}

/// Loading up to the matcher.
fn tables(provider: &dyn Provider, names: &[String]) -> (Tables, Vec<Problem>) {
    let mut problems = problem::Problems::default();
    let mut sources = sources::Sources::gather(provider, names, &mut problems);
    let layers = sources.layers(&mut problems);
    let title = layers
        .iter()
        .rev()
        .flatten()
        .find_map(|number| sources.files[*number].title.clone())
        .unwrap_or_default();
    let mut merged = merge::Merged::default();
    for (height, layer) in layers.into_iter().enumerate() {
        let files = layer
            .into_iter()
            .map(|number| (number as u32, std::mem::take(&mut sources.files[number])));
        merged.lay(files.collect(), height, &mut problems);
    }
    across::unknown_entities(&merged, &mut problems);
    let (tables, homonyms) = finish::tables(merged, sources.list, title, &mut problems);
    across::same_spellings(&tables, &homonyms, &mut problems);
    let problems = problems.finish(&tables.sources);
    (tables, problems)
}

#[cfg(test)]
mod tests;
