//! Titles of works that are named like somebody: behind the name of its author, in a reference, a title is the work.
//!
//! «Andrew Mango, Atatürk, London 1999» names a book and not the man. Who wrote it, the gazetteer says (relation
//! `author`).

use crate::Gazetteer;
use crate::entity::{EntityId, EntityType};
use crate::matcher::{Beside, Haystack, Hit};
use crate::prose::{Layout, Zone};

/// The relation that leads from a work to who wrote it.
const AUTHOR: &str = "author";

/// Between an author and a title stand at most so many bytes of punctuation.
const FARTHEST: usize = 8;

/// The name of an author is looked for so many bytes before a title.
const LONGEST_NAME: usize = 128;

/// Notes of each title behind its author that the author agrees with it, and takes away what is spelled alike there. The
/// hits are sorted by start.
pub(super) fn agree(gazetteer: &Gazetteer, haystack: Haystack<'_>, layout: &Layout, hits: &mut Vec<Hit>) {
    let mut works: Vec<(usize, usize, EntityId)> = Vec::new();
    for index in 0..hits.len() {
        let hit = &hits[index];
        let profile = gazetteer.matcher().profile(hit.spelling);
        if profile.kind != EntityType::Publication {
            continue;
        }
        let is_reference = layout.zone(haystack.folded.source_start(hit.start)) == Zone::Bibliography;
        if is_reference && is_behind_author(gazetteer, haystack, &hits[..index], profile.entity, hit.start) {
            works.push((hit.start, hit.end, profile.entity));
            hits[index].beside = Beside::Agrees;
        }
    }
    if !works.is_empty() {
        hits.retain(|hit| {
            let entity = gazetteer.matcher().profile(hit.spelling).entity;
            let from = works.partition_point(|work| work.0 < hit.start);
            let mut here = works[from..].iter().take_while(|work| work.0 == hit.start);
            !here.any(|(_, end, work)| hit.end == *end && entity != *work)
        });
    }
}

/// `before`: the hits that begin before the title or where it does.
fn is_behind_author(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    before: &[Hit],
    work: EntityId,
    start: usize,
) -> bool {
    let text = haystack.folded.text();
    let is_author = |entity: EntityId| {
        let id = &gazetteer.entity(entity).id;
        let mut relations = gazetteer.entity(work).relations.iter();
        relations.any(|(relation, other)| relation == AUTHOR && other == id)
    };
    let near = before.iter().rev().take_while(|hit| start - hit.start <= LONGEST_NAME);
    let mut touching = near
        .inspect(|_| haystack.scratch.count(1))
        .filter(|hit| hit.suffix_end <= start && start - hit.suffix_end <= FARTHEST);
    touching.any(|hit| {
        let between = &text[hit.suffix_end..start];
        let apart = between.contains(|sign: char| sign.is_alphanumeric() || sign == '\n');
        !apart && is_author(gazetteer.matcher().profile(hit.spelling).entity)
    })
}
