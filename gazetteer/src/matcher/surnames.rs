//! The surname of somebody else behind a given name: in «Лев Каменев» no Лев Троцкий is meant.

use super::profile::{Profile, Profiles};
use super::{Haystack, Hit};
use crate::entity::{EntityId, EntityType, Part};
use crate::reading::{Reading, Readings};

/// What is found beside a given name among some hits; nothing if there is none among them.
#[derive(Debug, Default)]
pub(super) struct Surnames {
    /// Where each surname begins, whose it is and what its form says; sorted.
    found: Vec<(usize, EntityId, Readings)>,
    /// Where each hit begins; sorted.
    beginnings: Vec<usize>,
}

impl Surnames {
    pub(super) fn among(profiles: &Profiles, hits: &[Hit]) -> Surnames {
        let is = |hit: &&Hit, part: Part| {
            let profile = profiles.of(hit.spelling);
            profile.kind == EntityType::Person && profile.part == part
        };
        if !hits.iter().any(|hit| is(&hit, Part::Given)) {
            return Surnames::default();
        }
        let surnames = hits.iter().filter(|hit| is(hit, Part::Surname));
        let place = |hit: &Hit| (hit.start, profiles.of(hit.spelling).entity, hit.readings.clone());
        let mut found: Vec<_> = surnames.map(place).collect();
        found.sort_unstable_by_key(|&(start, entity, _)| (start, entity));
        let mut beginnings: Vec<usize> = hits.iter().map(|hit| hit.start).collect();
        beginnings.sort_unstable();
        Surnames { found, beginnings }
    }

    /// Whether the word behind a hit begins another one.
    pub(super) fn begin_a_name(&self, haystack: Haystack<'_>, hit: &Hit) -> bool {
        surname_start(haystack, hit).is_some_and(|next| self.beginnings.binary_search(&next).is_ok())
    }

    /// Whether a hit is a given name, directly before surnames of which none is that of its bearer. In another case they
    /// are of somebody else: «письмо Льву Каменева». In Latin letters only the last word has an ending.
    pub(super) fn contradict(&self, haystack: Haystack<'_>, profile: &Profile, hit: &Hit) -> bool {
        let next = match profile.part {
            Part::Given if hit.suffix_end == hit.end => surname_start(haystack, hit),
            _ => None,
        };
        let Some(next) = next else { return false };
        let first = self.found.partition_point(|&(start, ..)| start < next);
        let here = || self.found[first..].iter().take_while(|&&(start, ..)| start == next);
        let of_others = here().all(|(_, entity, _)| {
            haystack.scratch.count(1);
            *entity != profile.entity
        });
        let agrees = |readings: &Readings| !profile.cyrillic || agree(&hit.readings, readings);
        of_others && here().any(|(_, _, readings)| agrees(readings))
    }
}

/// Where the word behind a hit begins, if nothing but a blank parts them.
pub(super) fn surname_start(haystack: Haystack<'_>, hit: &Hit) -> Option<usize> {
    let behind = &haystack.folded.text()[hit.end..];
    behind.starts_with(' ').then_some(hit.end + 1)
}

fn agree(one: &Readings, other: &Readings) -> bool {
    let same = |one: &Reading, other: &Reading| one.case.is_none() || other.case.is_none() || one.case == other.case;
    one.iter().any(|one| other.iter().any(|other| same(one, other)))
}
