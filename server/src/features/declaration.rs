//! Where a document first mentions an entity.

use std::ops::Range;

use super::{View, entities_of};

/// A mention, and the first of its entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The mention, with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// The first mention of the same entity, without its suffix; of an ambiguous mention, the first that may mean the
    /// same.
    pub first: Range<usize>,
}

/// The first mention in a document of what stands at a byte of it.
pub fn declaration(view: &View<'_>, at: usize) -> Option<Declaration> {
    let mention = view.analysis.mention_at(at)?;
    let wanted = entities_of(&mention);
    let first = view.analysis.mentions().find(|first| entities_of(first) == wanted)?;
    Some(Declaration {
        range: mention.with_suffix,
        first: first.range,
    })
}
