//! Choosing among the hits of a stream: outermost and longest wins, exact beats folded, equal ones are candidates of one
//! mention.

use std::collections::BTreeMap;
use std::ops::Range;

use smallvec::SmallVec;

use super::scan::{Local, LocalCandidate};
use super::{Candidate, another, author, closing_marks, dated, kinds, words_beside};
use crate::Gazetteer;
use crate::entity::{Alone, EntityType, Number, Part};
use crate::matcher::{Beside, Haystack, Hit, Matcher, same_joints, same_letters};
use crate::prose::{self, Layout};
use crate::reading::Readings;

impl LocalCandidate {
    /// Notes the spellings of other names that a hit stands for: one a name, the best account first.
    fn take_in(&mut self, matcher: &Matcher, hit: &Hit) {
        for spelling in std::iter::once(hit.spelling).chain(hit.joined.iter().copied()) {
            let name = matcher.profile(spelling).name;
            let mut known = std::iter::once(&self.candidate.spelling).chain(&self.within);
            if known.all(|known| matcher.profile(*known).name != name) {
                self.within.push(spelling);
            }
        }
    }
}

/// Chooses; the result is nearly by start, and without overlap but for what stands within another. The hits are used up.
pub(super) fn choose(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    layout: &Layout,
    hits: &mut Vec<Hit>,
    found: &mut Vec<Local>,
) {
    let mut contradicted: SmallVec<[(usize, usize); 8]> = SmallVec::new();
    hits.sort_by_key(|hit| hit.start);
    author::agree(gazetteer, haystack, layout, hits);
    closing_marks::are_no_suffixes(haystack, layout, hits);
    hits.retain(|hit| {
        if hit.beside == Beside::Contradicts || dated::other_year(gazetteer, haystack, hit).is_some() {
            contradicted.push((hit.start, hit.end));
            return false;
        }
        may_stand(gazetteer, haystack, layout, hit)
            && kinds::other_of_this_name(gazetteer, haystack, layout, hit).is_none()
            && another::named(gazetteer, haystack, hit).is_none()
    });
    contradicted.sort_unstable();
    // Hits that nothing else overlaps, most of them, need no choice.
    let mut rest = hits.as_mut_slice();
    while let [first, ..] = rest {
        let mut end = first.suffix_end;
        let count = 1 + rest[1..]
            .iter()
            .take_while(|hit| {
                let touches = hit.start < end;
                end = end.max(hit.suffix_end);
                touches
            })
            .count();
        let (here, behind) = rest.split_at_mut(count);
        haystack.scratch.count(count);
        match here {
            [only] => found.push(single(gazetteer, haystack, layout, only, &contradicted)),
            several => choose_among(gazetteer, haystack, layout, several, &contradicted, found),
        }
        rest = behind;
    }
}

/// The same where several hits overlap.
fn choose_among(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    layout: &Layout,
    hits: &mut [Hit],
    contradicted: &[(usize, usize)],
    found: &mut Vec<Local>,
) {
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.end - hit.start), hit.start, hit.end, hit.spelling));
    // Homonyms, which most of these are, leave nothing to choose.
    if hits
        .iter()
        .all(|hit| (hit.start, hit.end) == (hits[0].start, hits[0].end))
    {
        let shown = shown(gazetteer, haystack, layout, hits);
        let group = shown.as_deref().unwrap_or(hits);
        found.push(merge(gazetteer, haystack, layout, group, contradicted));
        return;
    }
    let first = found.len();
    let mut stretches: Vec<Stretch> = Vec::new();
    // Where what is taken begins, and which of the stretches it is.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut inner: BTreeMap<usize, SmallVec<[usize; 2]>> = BTreeMap::new();
    for group in hits.chunk_by(|one, other| (one.start, one.end) == (other.start, other.end)) {
        let shown = shown(gazetteer, haystack, layout, group);
        let group = shown.as_deref().unwrap_or(group);
        let start = group[0].start;
        let end = group.iter().map(|hit| hit.suffix_end).max().unwrap_or(group[0].end);
        let number = stretches.len();
        let last = taken.range(..end).next_back().map(|(_, &last)| last);
        let within = match last.filter(|&last| stretches[last].range.end > start) {
            None => {
                taken.insert(start, number);
                None
            }
            Some(outer) => {
                let others = inner.entry(outer).or_default();
                let Some(within) = place_within(&stretches, outer, others, start..end) else {
                    continue;
                };
                others.push(number);
                let within = &found[first + within];
                Some((within.start, within.end))
            }
        };
        let merged = merge(gazetteer, haystack, layout, group, contradicted);
        stretches.push(Stretch {
            range: start..end,
            waits: merged.candidates.iter().all(|candidate| candidate.waits),
        });
        found.push(Local { within, ..merged });
    }
}

/// What was found, in the folded text.
struct Stretch {
    /// With the suffix.
    range: Range<usize>,
    /// Whether the document has to be asked whether it stands at all.
    waits: bool,
}

/// The innermost of those found that a shorter one may stand within: the document has to bear it out. None where something
/// that needs no bearing out is in the way.
fn place_within(found: &[Stretch], outer: usize, others: &[usize], range: Range<usize>) -> Option<usize> {
    let mut within = None;
    for &number in std::iter::once(&outer).chain(others) {
        let Stretch { range: one, waits } = &found[number];
        let apart = range.end <= one.start || one.end <= range.start;
        let holds = one.start <= range.start && range.end <= one.end;
        match apart {
            true => {}
            false if holds && *waits => within = Some(number),
            false => return None,
        }
    }
    within
}

/// Whether a spelling may stand for its entity here; those that the document must be asked about may.
pub(super) fn may_stand(gazetteer: &Gazetteer, haystack: Haystack<'_>, layout: &Layout, hit: &Hit) -> bool {
    match gazetteer.matcher().profile(hit.spelling).alone {
        Alone::Yes | Alone::Context => true,
        Alone::No => hit.beside == Beside::Agrees,
        Alone::Quoted => {
            hit.derived
                || hit.beside == Beside::Agrees
                || is_quoted(layout, haystack, hit)
                || kinds::stands_beside(gazetteer, haystack, hit)
        }
    }
}

/// Whether the hit stands in quotation marks or emphasis from their beginning: a title, and not a word in a citation.
fn is_quoted(layout: &Layout, haystack: Haystack<'_>, hit: &Hit) -> bool {
    let range = haystack.source_range(hit.start, hit.end);
    prose::around(&layout.quoted, &range).any(|quoted| quoted.range.start == range.start)
}

/// Of equal hits those that are meant where a name stands that ships and publications share with others (пароход «Карс»): its
/// kind says so, or the quotation marks around it. `None` where all are.
fn shown(gazetteer: &Gazetteer, haystack: Haystack<'_>, layout: &Layout, group: &[Hit]) -> Option<Vec<Hit>> {
    let profile = |hit: &Hit| gazetteer.matcher().profile(hit.spelling);
    let is_title = |hit: &&Hit| profile(hit).alone == Alone::Quoted;
    let kinds = group.iter().filter(is_title).map(|hit| profile(hit).kind).next()?;
    if group.iter().all(|hit| profile(hit).kind == kinds) {
        return None;
    }
    let titles: Vec<&Hit> = group.iter().filter(is_title).collect();
    let of_kind = titles
        .iter()
        .filter(|hit| kinds::stands_beside(gazetteer, haystack, hit));
    let mut shown: Vec<Hit> = of_kind.map(|hit| (*hit).clone()).collect();
    // Emphasis shows titles, and what authors stress.
    let marked = || haystack.before(group[0].start).ends_with(kinds::QUOTATION_MARKS);
    if shown.is_empty() && marked() && is_quoted(layout, haystack, &group[0]) {
        shown = titles.into_iter().cloned().collect();
    }
    (!shown.is_empty()).then_some(shown)
}

/// One mention of a hit that has no rival, which is used up.
fn single(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    layout: &Layout,
    hit: &mut Hit,
    contradicted: &[(usize, usize)],
) -> Local {
    let mut candidate = candidate(gazetteer, hit);
    candidate.take_in(gazetteer.matcher(), hit);
    Local {
        candidates: SmallVec::from_buf([candidate]),
        readings: std::mem::take(&mut hit.readings),
        by_neighbours: hit.beside == Beside::Agrees || is_within(haystack, contradicted, hit),
        ..local(haystack, layout, hit, hit.suffix_end)
    }
}

/// Of equal hits those that are one person, where others with the same stem can only be a family: «с Каменевым» is said of a
/// man, and of no Каменева. `None` where all are.
fn without_families(matcher: &Matcher, group: &[Hit]) -> Option<Vec<Hit>> {
    let profile = |hit: &Hit| matcher.profile(hit.spelling);
    if group.len() < 2 {
        return None;
    }
    let is_family = |hit: &Hit| {
        let mut readings = hit.readings.iter();
        profile(hit).kind == EntityType::Person && readings.all(|reading| reading.number == Some(Number::Plural))
    };
    let others: SmallVec<[&Hit; 4]> = group.iter().filter(|hit| !is_family(hit)).collect();
    let is_same = |one: &Hit, other: &Hit| one.stems == other.stems && profile(one).entity != profile(other).entity;
    let is_other = |hit: &Hit| is_family(hit) && others.iter().any(|other| is_same(hit, other));
    let meant: Vec<Hit> = group.iter().filter(|hit| !is_other(hit)).cloned().collect();
    (meant.len() < group.len()).then_some(meant)
}

/// One mention of all hits with the same range.
fn merge(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    layout: &Layout,
    group: &[Hit],
    contradicted: &[(usize, usize)],
) -> Local {
    let matcher = gazetteer.matcher();
    let single = without_families(matcher, group);
    let group = single.as_deref().unwrap_or(group);
    // Letters are compared where there is a choice; homonyms are spelled alike.
    let wording = |hit: &Hit| matcher.profile(hit.spelling).wording;
    let differ = group
        .iter()
        .any(|hit| wording(hit) != wording(&group[0]) || hit.stems != group[0].stems);
    let mut ranked: SmallVec<[(Rank, &Hit); 4]> = group
        .iter()
        .map(|hit| (rank(gazetteer, haystack, differ, hit), hit))
        .collect();
    ranked.sort_by_key(|(rank, hit)| (*rank, hit.spelling));
    let exactness = ranked[0].0.exactness;
    let mut candidates: SmallVec<[LocalCandidate; 1]> = SmallVec::new();
    for (rank, hit) in &ranked {
        let entity = matcher.profile(hit.spelling).entity;
        let known = candidates.iter().position(|known| known.candidate.entity == entity);
        if known.is_none() && rank.exactness == exactness {
            candidates.push(candidate(gazetteer, hit));
        }
        let chosen = known.or(candidates.len().checked_sub(1).filter(|_| rank.exactness == exactness));
        if let Some(chosen) = chosen.map(|index| &mut candidates[index]) {
            chosen.take_in(matcher, hit);
        }
    }
    candidates.sort_by_key(|one| one.candidate.entity);
    let best = ranked[0].1;
    let agrees = group.iter().any(|hit| hit.beside == Beside::Agrees);
    let suffix_end = group.iter().map(|hit| hit.suffix_end).max().unwrap_or(best.end);
    let meant = words_beside::meant(gazetteer, haystack, best, suffix_end, &candidates);
    if let Some(index) = meant {
        candidates = SmallVec::from_buf([candidates.swap_remove(index)]);
    }
    Local {
        readings: readings(&ranked, exactness),
        by_neighbours: agrees || meant.is_some() || is_within(haystack, contradicted, best),
        candidates,
        ..local(haystack, layout, best, suffix_end)
    }
}

/// A candidate that a hit speaks for.
fn candidate(gazetteer: &Gazetteer, hit: &Hit) -> LocalCandidate {
    let profile = gazetteer.matcher().profile(hit.spelling);
    LocalCandidate {
        candidate: Candidate {
            entity: profile.entity,
            spelling: hit.spelling,
        },
        within: SmallVec::new(),
        waits: profile.alone == Alone::Context && hit.beside == Beside::Nothing,
        full: profile.part == Part::Full || hit.beside == Beside::Agrees,
    }
}

/// Where a hit stands in the block.
fn local(haystack: Haystack<'_>, layout: &Layout, hit: &Hit, suffix_end: usize) -> Local {
    let start = haystack.folded.source_start(hit.start);
    let end = haystack.folded.source_end(hit.end);
    let suffix_end = match suffix_end == hit.end {
        true => end,
        false => haystack.folded.source_end(suffix_end),
    };
    Local {
        start: start as u32,
        end: end as u32,
        suffix_end: suffix_end as u32,
        candidates: SmallVec::new(),
        readings: Readings::new(),
        zone: layout.zone(start),
        aside: None,
        title_stays: false,
        derived: hit.derived,
        by_neighbours: false,
        within: None,
        unmarked: None,
    }
}

/// Whether a hit that was contradicted stood within this one.
fn is_within(haystack: Haystack<'_>, contradicted: &[(usize, usize)], hit: &Hit) -> bool {
    let first = contradicted.partition_point(|&(start, _)| start < hit.start);
    contradicted[first..]
        .iter()
        .take_while(|(start, _)| *start < hit.end)
        .inspect(|_| haystack.scratch.count(1))
        .any(|&(_, end)| end <= hit.end)
}

/// The readings of all hits that are as exact as the best one.
fn readings(ranked: &[(Rank, &Hit)], exactness: Exactness) -> Readings {
    let best = || ranked.iter().filter(|(rank, _)| rank.exactness == exactness);
    // A hit that took the suffix knows better than one that stopped before it.
    let longest = best().map(|(_, hit)| hit.suffix_end).max();
    let hits = best().filter(|(_, hit)| Some(hit.suffix_end) == longest);
    let mut readings: Readings = hits.flat_map(|(_, hit)| hit.readings.iter().copied()).collect();
    readings.sort_unstable();
    readings.dedup();
    readings
}

/// What makes one spelling a better account of a text than another; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    exactness: Exactness,
    derived: bool,
    other_language: bool,
    status: crate::entity::Status,
}

/// How much of a text equals a spelling, capitals aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exactness {
    /// The letters, and the spaces and hyphens between the words.
    Whole,
    /// The letters.
    Letters,
    /// Only what folding leaves.
    Folded,
}

/// `compared` says whether the letters are to be looked at; else the hit counts as exact.
fn rank(gazetteer: &Gazetteer, haystack: Haystack<'_>, compared: bool, hit: &Hit) -> Rank {
    let matcher = gazetteer.matcher();
    Rank {
        exactness: if compared {
            exactness(&gazetteer.spelling(hit.spelling).text, haystack, hit)
        } else {
            Exactness::Whole
        },
        derived: hit.derived,
        other_language: !matcher.is_of(hit.spelling, haystack.language),
        status: matcher.profile(hit.spelling).status,
    }
}

fn exactness(spelling: &str, haystack: Haystack<'_>, hit: &Hit) -> Exactness {
    let words = hit.stems.iter().map(|&(start, end)| haystack.source(start, end));
    let gaps = hit.stems.windows(2).map(|pair| haystack.between(pair[0].1, pair[1].0));
    if !same_letters(spelling, words) {
        Exactness::Folded
    } else if !same_joints(spelling, gaps) {
        Exactness::Letters
    } else {
        Exactness::Whole
    }
}
