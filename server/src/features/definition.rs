//! From a mention to where the gazetteer says it, and from the gazetteer to where a text says it.

use std::ops::Range;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::{EntityId, Origin};

use super::View;

/// Where a mention is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The mention, with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// The very spelling, of every entity that fits.
    pub entries: Vec<Entry>,
}

/// A place in a source of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Index of the source in [`Gazetteer::sources`].
    pub source: usize,
    /// Bytes of its text, as loaded.
    pub range: Range<usize>,
}

/// The definition of what stands at a byte of a document.
pub fn definition(view: &View<'_>, at: usize) -> Option<Definition> {
    let mention = view.analysis.mention_at(at)?;
    Some(of_mention(&view.project.gazetteer, &mention))
}

/// What an entry of the gazetteer at a byte of a source is about: the spelling there, or the id. With the range of it.
pub fn entity_at(gazetteer: &Gazetteer, source: usize, at: usize) -> Option<(EntityId, Range<usize>)> {
    let holds =
        |origin: &Origin| origin.source as usize == source && origin.range.start <= at && at <= origin.range.end;
    gazetteer.entities().find_map(|(id, entity)| {
        let spellings = gazetteer.names(id).flat_map(|(name, _)| gazetteer.spellings(name));
        let origins = spellings.map(|(_, spelling)| &spelling.origin);
        let origin = std::iter::once(&entity.origin)
            .chain(origins)
            .find(|origin| holds(origin))?;
        Some((id, origin.range.clone()))
    })
}

fn of_mention(gazetteer: &Gazetteer, mention: &Mention) -> Definition {
    let mut entries: Vec<Entry> = Vec::new();
    for candidate in &mention.candidates {
        let origin = &gazetteer.spelling(candidate.spelling).origin;
        let entry = Entry {
            source: origin.source as usize,
            range: origin.range.clone(),
        };
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    Definition {
        range: mention.with_suffix.clone(),
        entries,
    }
}
