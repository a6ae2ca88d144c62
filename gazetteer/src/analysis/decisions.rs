//! What people say of single places of a document: this is no name, here it is X, in this file it is X, these words are
//! narration and no quotation.
//!
//! Decisions change what a mention means and how it counts, and never what is found, so no block is scanned again for them. Where they
//! stand in the text is for others to know (see [`crate::anchor`]).

use std::ops::Range;

use smallvec::SmallVec;

use super::scan::Local;
use crate::entity::EntityId;
use crate::prose::Zone;

/// One decision about one place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The words it is about: bytes of the text.
    pub range: Range<usize>,
    /// What was decided.
    pub decided: Decided,
}

/// What was decided about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decided {
    /// This is no name.
    NotAName,
    /// Here it is this entity.
    Is(EntityId),
    /// Here, and wherever in the document the same entities or fewer of them could be meant, it is this one.
    IsInFile(EntityId),
    /// What stands around the words as one quotation, heading or reference, is prose of this kind; where none does, the
    /// words are.
    Zone(Zone),
}

impl Decided {
    /// Whether it can be said of a mention that may mean these.
    fn fits(self, local: &Local) -> bool {
        match self {
            Decided::Zone(_) => false,
            Decided::NotAName => true,
            Decided::Is(entity) | Decided::IsInFile(entity) => local.candidate(entity).is_some(),
        }
    }
}

/// The decisions about one version of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Decisions {
    /// As they were given.
    given: Vec<Decision>,
    /// For each of them the bytes of the text that it is said of.
    reach: Vec<Range<usize>>,
    /// Indices of `given`, by where their reach starts.
    order: Vec<usize>,
    /// The longest reach: how far before a place one that covers it can begin.
    longest: usize,
}

impl Decisions {
    /// `zone_around` is the whole stretch of a zone other than narration in which a byte stands.
    pub(super) fn new(given: Vec<Decision>, zone_around: impl Fn(usize) -> Option<(Range<usize>, Zone)>) -> Decisions {
        let reach = |decision: &Decision| match (decision.decided, zone_around(decision.range.start)) {
            (Decided::Zone(_), Some((around, _))) => around.start..around.end.max(decision.range.end),
            _ => decision.range.clone(),
        };
        let reach: Vec<Range<usize>> = given.iter().map(reach).collect();
        let mut order: Vec<usize> = (0..given.len()).collect();
        order.sort_by_key(|&index| (reach[index].start, index));
        let longest = reach.iter().map(Range::len).max().unwrap_or(0);
        Decisions {
            given,
            reach,
            order,
            longest,
        }
    }

    pub(super) fn given(&self) -> &[Decision] {
        &self.given
    }

    /// What was decided about a mention; of several the last that was given.
    pub(super) fn about(&self, mention: Range<usize>, local: &Local) -> Option<Decided> {
        self.touching(mention.clone())
            .filter(|&index| self.given[index].is_about(&mention) && self.given[index].decided.fits(local))
            .max()
            .map(|index| self.given[index].decided)
    }

    /// The zone that was decided on for a byte; of several the last that was given.
    pub(super) fn zone(&self, at: usize) -> Option<Zone> {
        if self.given.is_empty() {
            return None;
        }
        let zone = |index: usize| match self.given[index].decided {
            Decided::Zone(zone) => Some((index, zone)),
            _ => None,
        };
        let last = self
            .touching(at..at + 1)
            .filter_map(zone)
            .max_by_key(|(index, _)| *index);
        last.map(|(_, zone)| zone)
    }

    /// Whether any stands in a range.
    pub(super) fn any_in(&self, range: Range<usize>) -> bool {
        !self.given.is_empty() && self.touching(range).next().is_some()
    }

    /// Indices of those whose reach shares a byte with a range.
    fn touching(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = range.start.saturating_sub(self.longest);
        let first = self.order.partition_point(|&index| self.reach[index].start < from);
        self.order[first..]
            .iter()
            .copied()
            .take_while(move |&index| self.reach[index].start < range.end)
            .filter(move |&index| range.start < self.reach[index].end)
    }
}

impl Decision {
    /// Whether it is about a mention, given without its suffix: it holds all of it, or, where it says who is meant, a
    /// part. That Karabekir is no name here says nothing of a Kâzım Karabekir.
    fn is_about(&self, mention: &Range<usize>) -> bool {
        let holds = |outer: &Range<usize>, inner: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
        holds(&self.range, mention) || self.decided != Decided::NotAName && holds(mention, &self.range)
    }

    /// Whether it is about this mention and can be said of it.
    pub(super) fn takes(&self, mention: &Range<usize>, local: &Local) -> bool {
        self.is_about(mention) && self.decided.fits(local)
    }
}

/// An entity that is meant in the whole document, and all that might have been meant where that was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InFile {
    pub(super) entity: EntityId,
    pub(super) rivals: SmallVec<[EntityId; 2]>,
}

impl InFile {
    /// Whether it decides among these.
    pub(super) fn decides(&self, mut among: impl Iterator<Item = EntityId> + Clone) -> bool {
        among.clone().any(|entity| entity == self.entity) && among.all(|entity| self.rivals.contains(&entity))
    }
}
