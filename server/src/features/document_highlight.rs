//! All mentions of the entity under the cursor, in this document.

use std::ops::Range;

use super::{View, entities_of};

/// The mentions of what stands at a byte of a document, with their suffixes, in every language and form; of an ambiguous
/// mention, those that may mean the same entities. Empty off a name.
pub fn document_highlight(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let Some(wanted) = view.analysis.mention_at(at).as_ref().map(entities_of) else {
        return Vec::new();
    };
    let mentions = view.analysis.mentions();
    mentions
        .filter(|mention| entities_of(mention) == wanted)
        .map(|mention| mention.with_suffix)
        .collect()
}
