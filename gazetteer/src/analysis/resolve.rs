//! Resolution over the document: which entity is meant where a block leaves several, and which mentions the document
//! does not bear out.

use std::borrow::Cow;
use std::collections::HashMap;

use smallvec::SmallVec;

use super::decisions::InFile;
use super::scan::{Local, LocalCandidate};
use super::{Candidate, Resolution};
use crate::Gazetteer;
use crate::date::Date;
use crate::entity::EntityId;

/// A place in the document: block, then byte in it.
pub(super) type Place = (u32, u32);

/// Where each entity is named in full: a sum over blocks.
#[derive(Debug, Default, Clone)]
pub(super) struct Named {
    places: HashMap<EntityId, Vec<Place>>,
}

impl Named {
    /// Collects the full names of all blocks, in order.
    pub(super) fn new<'a>(blocks: impl Iterator<Item = Cow<'a, [(u32, EntityId)]>>) -> Named {
        let mut named = Named::default();
        for (number, entities) in (0..).zip(blocks) {
            for &(start, entity) in entities.iter() {
                named.places.entry(entity).or_default().push((number, start));
            }
        }
        named
    }

    fn is_named(&self, entity: EntityId) -> bool {
        self.places.contains_key(&entity)
    }

    fn nearest_before(&self, entity: EntityId, place: Place) -> Option<Place> {
        let places = self.places.get(&entity)?;
        let before = places.partition_point(|other| *other < place);
        places[..before].last().copied()
    }
}

/// Decides what a mention means; `None` where nothing bears it out.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    named: &Named,
    in_file: &[InFile],
    date: Option<Date>,
    mention: &Local,
    place: Place,
) -> Option<(SmallVec<[Candidate; 1]>, Resolution)> {
    let borne_out = |candidate: &&LocalCandidate| !candidate.waits || named.is_named(candidate.candidate.entity);
    let left: SmallVec<[Candidate; 1]> = mention
        .candidates
        .iter()
        .filter(borne_out)
        .map(|candidate| candidate.candidate)
        .collect();
    match left.as_slice() {
        [] => return None,
        [_] if mention.by_neighbours => return Some((left, Resolution::Neighbours)),
        [_] if mention.candidates.len() > 1 => return Some((left, Resolution::FullName)),
        [_] => return Some((left, Resolution::Only)),
        _ => {}
    }
    let one = |candidate: Candidate, why: Resolution| Some((SmallVec::from_slice(&[candidate]), why));
    let entities = left.iter().map(|candidate| candidate.entity);
    // Of two decisions about the same entities the later counts.
    if let Some(decision) = in_file.iter().rev().find(|decision| decision.decides(entities.clone()))
        && let Some(candidate) = left.iter().find(|candidate| candidate.entity == decision.entity)
    {
        return one(*candidate, Resolution::Decision);
    }
    if let Some(candidate) = by_full_name(named, &left, place) {
        return one(candidate, Resolution::FullName);
    }
    match by_date(gazetteer, date, &left) {
        Some(candidate) => one(candidate, Resolution::Dates),
        None => Some((left, Resolution::Ambiguous)),
    }
}

/// The nearest earlier full name, else the only one that is named at all, later.
fn by_full_name(named: &Named, candidates: &[Candidate], place: Place) -> Option<Candidate> {
    let earlier = candidates
        .iter()
        .filter_map(|one| named.nearest_before(one.entity, place).map(|at| (at, *one)))
        .max_by_key(|(at, _)| *at);
    if let Some((_, candidate)) = earlier {
        return Some(candidate);
    }
    let mut later = candidates.iter().filter(|candidate| named.is_named(candidate.entity));
    match (later.next(), later.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// The only candidate that existed at the document’s date, where all have dates.
fn by_date(gazetteer: &Gazetteer, date: Option<Date>, candidates: &[Candidate]) -> Option<Candidate> {
    let date = date?;
    let dates = |candidate: &Candidate| gazetteer.entity(candidate.entity).dates;
    if candidates.iter().any(|candidate| dates(candidate).is_open()) {
        return None;
    }
    let mut alive = candidates.iter().filter(|candidate| dates(candidate).contains(date));
    match (alive.next(), alive.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}
