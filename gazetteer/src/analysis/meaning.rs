//! What the mentions of a document mean: each by itself, by what the document names, and by what somebody decided or the
//! markup says.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::decisions::InFile;
use super::pins::{self, References};
use super::resolve::{self, Named};
use super::scan::{DEEPEST, Local};
use super::uses::Beyond;
use super::{Analysis, Candidate, Decided, Decision, Mention, Resolution};
use crate::consistency::Aside;
use crate::entity::EntityId;
use crate::prose::{Zone, work};
use crate::reading::Readings;

/// What is said of a mention from outside of its block.
pub(super) enum Said {
    /// It is none.
    Nothing,
    /// This is meant, and why.
    Meant(Candidate, Resolution),
}

impl Analysis {
    pub(super) fn resolved(&self, number: usize, local: &Local) -> Option<Mention> {
        work::count(1);
        if self.is_covered(number, local) {
            return None;
        }
        let (candidates, resolution) = self.meaning(number, local)?;
        let absolute = |offset: u32| self.starts[number] + offset as usize;
        let decided = self.decided_zone(absolute(local.start));
        let within = match candidates.as_slice() {
            [only] => local.within(*only),
            _ => SmallVec::new(),
        };
        Some(Mention {
            within,
            range: absolute(local.start)..absolute(local.end),
            with_suffix: absolute(local.start)..absolute(local.suffix_end),
            candidates,
            resolution,
            readings: Readings::from_slice(&local.readings),
            zone: decided.unwrap_or(local.zone),
            // Quotation marks that make no quotation make no title either; a title between them is one still.
            aside: local
                .aside
                .filter(|aside| decided != Some(Zone::Narration) || *aside != Aside::Title || local.title_stays),
            language: self.language_of(number, local.start as usize).cloned(),
            derived: local.derived,
            markup: local.unmarked.is_some(),
        })
    }

    /// Whether something longer around a mention is borne out, and so is what stands here.
    pub(super) fn is_covered(&self, number: usize, local: &Local) -> bool {
        let scan = &self.blocks[number].scan;
        let mut around = std::iter::successors(local.within.and_then(|place| scan.mention(place)), |one| {
            scan.mention(one.within?)
        });
        around.any(|longer| self.meaning(number, longer).is_some())
            || local.within.is_some() && self.is_reached_over(number, local)
    }

    /// Whether a mention of the block before reaches over a cut between them and around this one.
    fn is_reached_over(&self, number: usize, local: &Local) -> bool {
        let Some(before) = number.checked_sub(1).filter(|_| self.blocks[number].entry.is_inside()) else {
            return false;
        };
        let end = self.starts[number] + local.end as usize;
        let longer = self.blocks[before].scan.mentions.iter().rev().take(DEEPEST);
        let mut longer = longer.filter(|longer| self.range(before, longer).end >= end);
        longer.any(|longer| self.meaning(before, longer).is_some())
    }

    /// What a mention means by itself; `None` where nothing bears it out.
    fn meaning(&self, number: usize, local: &Local) -> Option<(SmallVec<[Candidate; 1]>, Resolution)> {
        match self.said(number, local) {
            Some(Said::Nothing) => None,
            Some(Said::Meant(candidate, why)) => Some((SmallVec::from_slice(&[candidate]), why)),
            None if local.is_open() => resolve::resolve(
                &self.gazetteer,
                self.named(),
                self.in_file(),
                self.facts.date,
                local,
                (number as u32, local.start),
            ),
            None => Some(local.closed()),
        }
    }

    /// What somebody decided about a mention, else what the markup says of it.
    pub(super) fn said(&self, number: usize, local: &Local) -> Option<Said> {
        let meant = |entity: EntityId, why: Resolution| {
            let candidate = local.candidate(entity)?;
            Some(Said::Meant(candidate.candidate, why))
        };
        match self.decisions.about(self.range(number, local), local) {
            Some(Decided::NotAName) => return Some(Said::Nothing),
            Some(Decided::Is(entity) | Decided::IsInFile(entity)) => return meant(entity, Resolution::Decision),
            Some(Decided::Zone(_)) | None => {}
        }
        let (pin, around) = pins::pin(&self.blocks[number].scan.pins, &local.range())?;
        let entity = self.references().entity(&self.gazetteer, &pin.reference)?;
        // Somebody else is named here, perhaps by words that the gazetteer does not know.
        meant(entity, Resolution::Pin).or(around.then_some(Said::Nothing))
    }

    /// Whether anything is said of the mentions of a block from outside of it.
    pub(super) fn is_spoken_of(&self, number: usize) -> bool {
        let start = self.starts[number];
        !self.blocks[number].scan.pins.is_empty() || self.decisions.any_in(start..start + self.blocks[number].length)
    }

    pub(super) fn range(&self, number: usize, local: &Local) -> Range<usize> {
        let Range { start, end } = local.range();
        self.starts[number] + start..self.starts[number] + end
    }

    pub(super) fn named(&self) -> &Named {
        self.named
            .get_or_init(|| Named::new((0..self.blocks.len()).map(|number| self.named_in(number))))
    }

    /// The entities that a block names in full.
    fn named_in(&self, number: usize) -> Cow<'_, [(u32, EntityId)]> {
        let scan = &self.blocks[number].scan;
        if !self.is_spoken_of(number) {
            return Cow::Borrowed(&scan.named);
        }
        let names = scan.mentions.iter().filter_map(|local| match self.said(number, local) {
            Some(Said::Meant(candidate, _)) => local.names(candidate.entity),
            None if !local.is_open() => local.names(local.candidates.first()?.candidate.entity),
            _ => None,
        });
        Cow::Owned(names.collect())
    }

    pub(super) fn references(&self) -> &References {
        let definitions = || self.blocks.iter().flat_map(|block| &block.scan.definitions);
        self.references.get_or_init(|| References::new(definitions()))
    }

    pub(super) fn in_file(&self) -> &[InFile] {
        self.in_file.get_or_init(|| {
            let given = self.decisions.given().iter();
            given.filter_map(|decision| self.in_file_by(decision)).collect()
        })
    }

    fn in_file_by(&self, decision: &Decision) -> Option<InFile> {
        let Decided::IsInFile(entity) = decision.decided else {
            return None;
        };
        let mut taken = self
            .locals_in(&decision.range)
            .filter(|(number, local)| decision.takes(&self.range(*number, local), local));
        let (_, local) = taken.next()?;
        let rivals = local.candidates.iter().map(|one| one.candidate.entity).collect();
        Some(InFile { entity, rivals })
    }

    /// What of a block is not among its sums: all of it where something is said of it from outside, else what would count
    /// and only the document can tell.
    pub(super) fn asked_in(&self, number: usize) -> impl Iterator<Item = (usize, &Local)> {
        let block = &self.blocks[number];
        let is_spoken_of = self.is_spoken_of(number);
        let is_asked = is_spoken_of || block.tally().has_open_that_counts;
        let mentions = if is_asked { block.scan.mentions.as_slice() } else { &[] };
        let is_open = move |(_, local): &(usize, &Local)| is_spoken_of || local.is_open() && local.counts();
        mentions.iter().enumerate().filter(is_open)
    }

    /// What is used beyond that of which each block by itself is sure, or less than that.
    pub(super) fn beyond_tallies(&self) -> Beyond {
        let mut beyond = Beyond::new();
        for (number, block) in self.blocks.iter().enumerate() {
            let meant = self
                .asked_in(number)
                .filter_map(|(_, local)| self.resolved(number, local));
            for mention in meant.filter(Mention::counts) {
                mention
                    .uses()
                    .for_each(|spelling| *beyond.entry(spelling).or_default() += 1);
            }
            if self.is_spoken_of(number) {
                for (spelling, count) in block.tally().sure.iter() {
                    *beyond.entry(*spelling).or_default() -= i64::from(*count);
                }
            }
        }
        beyond.retain(|_, count| *count != 0);
        beyond
    }
}
