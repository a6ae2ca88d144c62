//! Where else the entity of a mention is named: everywhere, and in documents of another language.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use onomast_gazetteer::Language;

use super::View;
use crate::index::{Corpus, Indexed, Summary};

/// What a place in a text asks about: the ids of all that fit the mention there, with its suffix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Bytes of the document.
    pub range: Range<usize>,
    /// One, where the mention is resolved.
    pub ids: Vec<String>,
}

/// What stands at a byte of a document.
pub fn subject(view: &View<'_>, at: usize) -> Option<Subject> {
    let mention = view.analysis.mention_at(at)?;
    let gazetteer = view.analysis.gazetteer();
    let ids = mention.candidates.iter();
    let mut ids: Vec<String> = ids
        .map(|candidate| gazetteer.entity(candidate.entity).id.clone())
        .collect();
    ids.dedup();
    Some(Subject {
        range: mention.with_suffix,
        ids,
    })
}

/// The documents that name one of these entities, by path.
pub fn documents<'a>(corpus: &'a Corpus, ids: &[String]) -> Vec<(&'a Path, &'a Arc<Summary>)> {
    let mut documents: Vec<_> = ids
        .iter()
        .flat_map(|id| corpus.documents_of(id).map(|(path, summary, _)| (path, summary)))
        .collect();
    documents.sort_by_key(|(path, _)| *path);
    documents.dedup_by_key(|(path, _)| *path);
    documents
}

/// Where a document names the entity: bytes of it, suffixes left out. Asked from an ambiguous mention, this is where any of
/// those is named that it may be, and every mention that may be one of them; from one that is resolved, what is sure.
pub fn mentions(summary: &Summary, ids: &[String]) -> Vec<Range<usize>> {
    let mut mentions: Vec<Range<usize>> = indexed(summary, ids).map(|mention| mention.range).collect();
    mentions.sort_by_key(|range| (range.start, range.end));
    mentions.dedup();
    mentions
}

/// The first of them in a paragraph of a language: one document may have several.
pub fn first_in(summary: &Summary, ids: &[String], language: &Language) -> Option<Range<usize>> {
    let mentions = indexed(summary, ids).filter(|mention| mention.language == Some(language));
    mentions
        .map(|mention| mention.range)
        .min_by_key(|range| (range.start, range.end))
}

fn indexed<'a>(summary: &'a Summary, ids: &'a [String]) -> impl Iterator<Item = Indexed<'a>> {
    let entities = ids.iter().filter_map(|id| summary.gazetteer.find(id));
    entities.flat_map(|entity| {
        let perhaps = summary.perhaps(entity).filter(|_| ids.len() > 1);
        summary.mentions_of(entity).chain(perhaps)
    })
}

/// Whether a document is of another language than the one that is asked from.
pub fn is_of_another_language(summary: &Summary, from: &Summary) -> bool {
    summary.language.is_some() && summary.language != from.language
}
