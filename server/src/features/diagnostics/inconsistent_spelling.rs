//! `inconsistent-spelling`: two spellings of one name in one language stand in the narration of one document.
//!
//! The reference is the most frequent of the preferred and accepted spellings, at a tie the preferred one, then the first.
//! A historical spelling is the reference, and is not reported, only where the document states a date in its period.
//! Everything else is the minority.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::{Mention, Use};
use onomast_gazetteer::date::Date;
use onomast_gazetteer::entity::{SpellingId, Status};
use onomast_gazetteer::prose::Zone;

use super::{Context, Draft, sameness};
use crate::features::View;
use crate::features::finding::Related;

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    if mention.zone != Zone::Narration {
        return None;
    }
    let minority = &context.conflicts.minority;
    let (spelling, conflict) = mention
        .uses()
        .find_map(|spelling| Some((spelling, *minority.get(&spelling)?)))?;
    let conflict = &context.conflicts.all[conflict];
    let text = |id: SpellingId| context.gazetteer.spelling(id).text.as_str();
    let counts: Vec<String> = conflict
        .groups
        .iter()
        .map(|group| format!("{} {}", text(group.face), group.count))
        .collect();
    let message = context.messages.text(
        "finding-inconsistent-spelling",
        &[
            ("spelling", text(spelling).into()),
            ("reference", text(conflict.reference).into()),
            ("counts", counts.join(", ").into()),
        ],
    );
    let others = conflict
        .groups
        .iter()
        .filter(|group| !group.members.contains(&spelling));
    let related = others
        .filter_map(|group| context.conflicts.first_of(group, context))
        .collect();
    Some(Draft {
        message,
        spelling: Some(spelling),
        related,
    })
}

/// The names of a document that are spelled in more than one way.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    all: Vec<Conflict>,
    /// The spellings to report, and the number of their conflict.
    minority: HashMap<SpellingId, usize>,
    /// Where each spelling first stands in narration.
    first: HashMap<SpellingId, Range<usize>>,
}

#[derive(Debug)]
struct Conflict {
    reference: SpellingId,
    /// The reference first, then by frequency.
    groups: Vec<Group>,
}

/// Spellings that are the same for consistency.
#[derive(Debug)]
struct Group {
    /// The most frequent of them.
    face: SpellingId,
    members: Vec<SpellingId>,
    count: u32,
    standing: Standing,
}

/// What a group may be, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Preferred,
    Accepted,
    /// Historical, and the document is of its time.
    OfItsTime,
    /// Never the reference.
    Other,
}

impl Conflicts {
    pub(super) fn of(view: &View<'_>) -> Conflicts {
        let mut conflicts = Conflicts::default();
        let date = view.settings.facts.date;
        for counted in view.analysis.uses() {
            conflicts.add(groups(view.analysis.gazetteer(), counted, date));
        }
        if !conflicts.all.is_empty() {
            conflicts.first = first_mentions(view);
        }
        conflicts
    }

    fn add(&mut self, mut groups: Vec<Group>) {
        groups.sort_by_key(|group| {
            (
                group.standing == Standing::Other,
                Reverse(group.count),
                group.standing,
                group.face,
            )
        });
        let Some(reference) = groups
            .first()
            .filter(|group| group.standing != Standing::Other)
            .map(|group| group.face)
        else {
            return;
        };
        let reported = groups
            .iter()
            .skip(1)
            .filter(|group| group.standing != Standing::OfItsTime);
        let reported: Vec<SpellingId> = reported.flat_map(|group| group.members.iter().copied()).collect();
        if !reported.is_empty() {
            self.minority
                .extend(reported.into_iter().map(|spelling| (spelling, self.all.len())));
            self.all.push(Conflict { reference, groups });
        }
    }

    fn first_of(&self, group: &Group, context: &Context<'_>) -> Option<Related> {
        let places = group
            .members
            .iter()
            .filter_map(|spelling| self.first.get(spelling).cloned());
        let range = places.min_by_key(|range| range.start)?;
        let spelling = context.gazetteer.spelling(group.face).text.as_str();
        let message = context.messages.text("related-first", &[("spelling", spelling.into())]);
        Some(Related {
            path: None,
            range,
            message,
        })
    }
}

fn groups(gazetteer: &Gazetteer, counted: &Use, date: Option<Date>) -> Vec<Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (spelling, count) in &counted.counts {
        let standing = standing(gazetteer, *spelling, date);
        let group = groups
            .entry(sameness::key(gazetteer.spelling(*spelling)))
            .or_insert(Group {
                face: *spelling,
                members: Vec::new(),
                count: 0,
                standing,
            });
        group.members.push(*spelling);
        group.count += count;
        group.standing = group.standing.min(standing);
    }
    groups.into_values().collect()
}

fn standing(gazetteer: &Gazetteer, spelling: SpellingId, date: Option<Date>) -> Standing {
    let entry = gazetteer.spelling(spelling);
    match entry.status {
        Status::Preferred => Standing::Preferred,
        Status::Accepted => Standing::Accepted,
        Status::Historical if date.is_some_and(|date| entry.period.contains(date)) => Standing::OfItsTime,
        Status::Historical | Status::Deprecated | Status::Misspelling | Status::Off => Standing::Other,
    }
}

fn first_mentions(view: &View<'_>) -> HashMap<SpellingId, Range<usize>> {
    let mut first = HashMap::new();
    for mention in view
        .analysis
        .mentions()
        .filter(|mention| mention.zone == Zone::Narration)
    {
        for spelling in mention.uses() {
            first.entry(spelling).or_insert_with(|| mention.range.clone());
        }
    }
    first
}
