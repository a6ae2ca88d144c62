//! How often an entity is written how: in a document and in its project.

use std::cmp::Reverse;

use onomast_gazetteer::entity::{EntityId, Status};

use super::InProject;
use crate::features::View;
use crate::index::Counts;

/// How often a spelling is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The spelling.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// How often.
    pub count: usize,
}

/// The spellings of the mentions in a document that are surely of an entity, most frequent first.
pub(super) fn here(view: &View<'_>, entity: EntityId) -> Vec<Count> {
    let gazetteer = &view.project.gazetteer;
    let mentions = view.analysis.mentions();
    let sure = mentions.filter(|mention| mention.entity() == Some(entity));
    let spellings = sure.filter_map(|mention| Some(gazetteer.spelling(mention.candidates.first()?.spelling)));
    summed(spellings.map(|spelling| Count {
        text: spelling.text.clone(),
        status: spelling.status,
        count: 1,
    }))
}

/// The counts of a project, if it is more than one document.
pub(super) fn in_project(counts: Counts) -> Option<InProject> {
    (counts.documents > 1).then(|| whole(counts)).flatten()
}

/// The counts of a project, if there is anything to count.
pub(super) fn whole(counts: Counts) -> Option<InProject> {
    if counts.documents == 0 {
        return None;
    }
    let spellings = counts.spellings.into_iter().map(|spelling| Count {
        text: spelling.text,
        status: spelling.status,
        count: spelling.count,
    });
    Some(InProject {
        mentions: counts.mentions,
        documents: counts.documents,
        spellings: summed(spellings),
    })
}

/// What is spelled the same in two languages or names, and is thought of in the same way, is one for a reader.
fn summed(counts: impl Iterator<Item = Count>) -> Vec<Count> {
    let mut sums: Vec<Count> = Vec::new();
    for count in counts {
        let same = |other: &&mut Count| other.text == count.text && standing(other.status) == standing(count.status);
        match sums.iter_mut().find(same) {
            Some(sum) => sum.count += count.count,
            None => sums.push(count),
        }
    }
    // Of two that are as frequent a reader looks for the right one first.
    sums.sort_by_key(|count| (Reverse(count.count), standing(count.status)));
    sums
}

/// Preferred and accepted spellings are told apart by no word.
fn standing(status: Status) -> Status {
    match status {
        Status::Accepted => Status::Preferred,
        other => other,
    }
}
