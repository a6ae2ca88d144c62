//! What one block says by itself.

use std::ops::Range;
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::{Candidate, Resolution, choose};
use crate::Gazetteer;
use crate::consistency::written::{Surface, Written, written};
use crate::consistency::{self, Aside};
use crate::entity::{EntityId, SpellingId};
use crate::fold::{self, Folded};
use crate::language::Language;
use crate::matcher::{self, Haystack, Hit};
use crate::prose::{Definition, Layout, Piece, Pin, Quoted, Unmarked, Zone};
use crate::reading::Readings;

/// So many mentions are looked through for one that reaches a place behind their beginnings. More never stand within one
/// another, be it as shorter names or as names of a footnote inside a name.
pub(super) const DEEPEST: usize = 32;

/// The mentions of a block and what stands beside them. Offsets are bytes of the block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scan {
    /// By start, then end; without overlap, but for those within another.
    pub(super) mentions: Vec<Local>,
    /// Entities named in full, and where.
    pub(super) named: Vec<(u32, EntityId)>,
    /// What the markup says of whom words name, and of its references.
    pub(super) pins: Vec<Pin>,
    pub(super) definitions: Vec<Definition>,
    /// Stretches whose language the markup states.
    pub(super) languages: Vec<(Range<usize>, Language)>,
    /// Stretches that are no narration: sorted, without overlap.
    pub(super) zones: Vec<(Range<usize>, Zone)>,
}

/// A mention as its block sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Local {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) suffix_end: u32,
    /// Sorted by entity; one spelling an entity.
    pub(super) candidates: SmallVec<[LocalCandidate; 1]>,
    pub(super) readings: Readings,
    pub(super) zone: Zone,
    pub(super) aside: Option<Aside>,
    /// Whether it stands in a title even where the outermost quotation marks around it make no quotation.
    pub(super) title_stays: bool,
    pub(super) derived: bool,
    /// Whether what stands beside it left this entity of several.
    pub(super) by_neighbours: bool,
    /// Start and end of a longer one around it, which the document has to bear out. Where it does not, this one stands.
    pub(super) within: Option<(u32, u32)>,
    /// What is read there, where markup stands inside.
    pub(super) unmarked: Option<Box<Words>>,
}

/// The words of a mention without the markup in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// With the suffix.
    text: Box<str>,
    /// Bytes of the text without the suffix.
    name: usize,
}

/// An entity that a mention may mean, before the document is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocalCandidate {
    pub(super) candidate: Candidate,
    /// Spellings of other names of the entity that stand here too: the surname in a full name, a given name beside it.
    pub(super) within: SmallVec<[SpellingId; 2]>,
    /// Whether it counts only where the document names the entity in full.
    pub(super) waits: bool,
    /// Whether this mention names it in full.
    pub(super) full: bool,
}

impl Scan {
    /// Leaves what begins in a range of the text, and counts from there. What stands within a longer one goes with it.
    fn keep(&mut self, own: Range<usize>) {
        self.mentions.retain_mut(|mention| {
            let first = mention.within.map_or(mention.start, |(start, _)| start);
            let is_own = own.contains(&(first as usize));
            if is_own {
                let around = mention.within.iter_mut().flat_map(|(start, end)| [start, end]);
                for at in [&mut mention.start, &mut mention.end, &mut mention.suffix_end]
                    .into_iter()
                    .chain(around)
                {
                    *at = at.saturating_sub(own.start as u32);
                }
            }
            is_own
        });
        let shift = |range: &mut Range<usize>| {
            let is_near = range.end > own.start && range.start < own.end;
            *range = range.start.saturating_sub(own.start)..range.end.saturating_sub(own.start);
            is_near
        };
        self.pins.retain_mut(|pin| shift(&mut pin.range));
        self.languages.retain_mut(|(range, _)| shift(range));
        self.zones.retain_mut(|(range, _)| shift(range));
    }
}

impl Local {
    /// Whether the document has to be asked what it means.
    pub(super) fn is_open(&self) -> bool {
        let waits = || self.candidates.iter().any(|candidate| candidate.waits);
        self.candidates.len() > 1 || self.within.is_some() || waits()
    }

    /// Whether it counts for consistency.
    pub(super) fn counts(&self) -> bool {
        self.zone == Zone::Narration && self.aside.is_none()
    }

    /// Keeps what is read there, where that is not what stands in the block.
    fn read_without_markup(&mut self, block: &str, unmarked: &Unmarked<'_>) {
        let start = self.start as usize;
        let whole = start..self.suffix_end as usize;
        let read = unmarked.read(whole.clone());
        self.unmarked = (block.get(whole) != Some(read)).then(|| {
            Box::new(Words {
                text: read.into(),
                name: unmarked.range(start..self.end as usize).len(),
            })
        });
    }

    /// Every spelling it may be a use of.
    pub(super) fn spellings(&self) -> impl Iterator<Item = SpellingId> + '_ {
        self.candidates.iter().flat_map(|candidate| {
            let own = std::iter::once(candidate.candidate.spelling);
            own.chain(candidate.within.iter().copied())
        })
    }

    /// What it means where the document need not be asked.
    pub(super) fn closed(&self) -> (SmallVec<[Candidate; 1]>, Resolution) {
        let candidates = self.candidates.iter().map(|candidate| candidate.candidate).collect();
        let why = if self.by_neighbours {
            Resolution::Neighbours
        } else {
            Resolution::Only
        };
        (candidates, why)
    }

    /// The entity as a candidate.
    pub(super) fn candidate(&self, entity: EntityId) -> Option<&LocalCandidate> {
        self.candidates.iter().find(|one| one.candidate.entity == entity)
    }

    /// The entity and where, if this mention, meaning it, names it in full.
    pub(super) fn names(&self, entity: EntityId) -> Option<(u32, EntityId)> {
        let candidate = self.candidate(entity)?;
        candidate.full.then_some((self.start, entity))
    }

    /// Its range, without the suffix.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The spellings of other names that stand here too if this candidate is meant.
    pub(super) fn within(&self, meant: Candidate) -> SmallVec<[SpellingId; 2]> {
        let own = self.candidates.iter().find(|candidate| candidate.candidate == meant);
        own.map(|candidate| candidate.within.clone()).unwrap_or_default()
    }
}

/// Memory that scans use again, one after another. No scan depends on it.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    folded: Folded,
    hits: Vec<Hit>,
    found: Vec<Local>,
    matcher: matcher::Scratch,
}

impl Scratch {
    /// The work done; see [`matcher::Scratch::work`].
    pub(super) fn work(&self) -> usize {
        self.matcher.work()
    }
}

impl Scan {
    /// The mention with this start and end.
    pub(super) fn mention(&self, place: (u32, u32)) -> Option<&Local> {
        let found = self.mentions.binary_search_by_key(&place, |one| (one.start, one.end));
        self.mentions.get(found.ok()?)
    }

    /// The language that the markup states at a byte.
    pub(super) fn stated_language(&self, at: usize) -> Option<&Language> {
        let before = self.languages.partition_point(|(range, _)| range.start <= at);
        let mut stated = self.languages[..before].iter().rev();
        stated.find(|(range, _)| at < range.end).map(|(_, language)| language)
    }

    /// How the names of the block are written, each with the number of its mention.
    pub(super) fn written(
        &self,
        block: &str,
        language: Option<&Language>,
        gazetteer: &Gazetteer,
    ) -> Vec<(u32, Written)> {
        let mut all = Vec::new();
        for (number, mention) in (0..).zip(&self.mentions) {
            let source = block.get(mention.start as usize..mention.suffix_end as usize);
            let (text, name) = match &mention.unmarked {
                Some(words) => (&*words.text, words.name),
                None => (source.unwrap_or_default(), mention.range().len()),
            };
            let surface = Surface {
                text,
                name,
                readings: &mention.readings,
                paragraph: self.stated_language(mention.start as usize).or(language),
            };
            let written = mention
                .spellings()
                .filter_map(|spelling| written(gazetteer, spelling, surface));
            all.extend(written.map(|written| (number, written)));
        }
        all
    }
}

/// Finds the mentions of a block: those that begin in its `own` part of a text, of which the rest is overlap. Pure: the
/// same text, layout, language and gazetteer give the same scan.
pub(super) fn scan(
    block: &str,
    own: Range<usize>,
    layout: &Layout,
    language: Option<&Language>,
    gazetteer: &Gazetteer,
    scratch: &mut Scratch,
) -> Scan {
    let language = language.unwrap_or(&UNDETERMINED);
    let Scratch {
        folded,
        hits,
        found,
        matcher,
    } = scratch;
    let mut scan = Scan {
        pins: layout.pins.clone(),
        definitions: layout.definitions.clone(),
        languages: layout.languages.clone(),
        zones: layout.zones.clone(),
        ..Scan::default()
    };
    for pieces in &layout.streams {
        let work = fold::fold_for(block, pieces, gazetteer.matcher().initials(), folded);
        matcher.count(work);
        let stated = pieces.first().and_then(|piece| layout.language(piece.range.start));
        let unmarked = Unmarked::new(block, pieces);
        let haystack = Haystack {
            unmarked: &unmarked,
            folded,
            language: stated.unwrap_or(language),
            scratch: matcher,
        };
        hits.clear();
        gazetteer.matcher().hits(gazetteer.tables(), haystack, hits);
        choose::choose(gazetteer, haystack, layout, hits, found);
        scan.mentions.reserve_exact(found.len());
        let first = scan.mentions.len();
        scan.mentions.append(found);
        let mentions = &mut scan.mentions[first..];
        if !unmarked.is_as_written() {
            mentions
                .iter_mut()
                .for_each(|mention| mention.read_without_markup(block, &unmarked));
        }
        set_aside(mentions, haystack, pieces, layout, gazetteer);
    }
    scan.mentions.sort_by_key(|mention| (mention.start, mention.end));
    scan.keep(own);
    scan.named = named(&scan.mentions);
    scan
}

static UNDETERMINED: LazyLock<Language> = LazyLock::new(Language::undetermined);

/// Notes which mentions of a stream are no uses of their name.
fn set_aside(mentions: &mut [Local], haystack: Haystack<'_>, pieces: &[Piece], layout: &Layout, gazetteer: &Gazetteer) {
    let (Some(first), Some(last)) = (pieces.first(), mentions.last()) else {
        return;
    };
    let before = |at: usize| layout.quoted.partition_point(|quoted| quoted.range.start < at);
    let quoted = &layout.quoted[before(first.range.start)..before(last.suffix_end as usize)];
    // Most blocks quote nothing, and name nobody whose name has another spelling: they need no look.
    let has_rival = |spelling: SpellingId| gazetteer.matcher().profile(spelling).has_rival;
    if quoted.is_empty() && !mentions.iter().any(|mention| mention.spellings().any(has_rival)) {
        return;
    }
    let read = |quoted: &Quoted| Quoted {
        range: haystack.unmarked.range(quoted.range.clone()),
        by: quoted.by,
    };
    let quoted: Vec<Quoted> = quoted.iter().map(read).collect();
    let place = |mention: &Local| consistency::Place {
        range: haystack
            .unmarked
            .range(mention.start as usize..mention.suffix_end as usize),
        spellings: mention.spellings().collect(),
    };
    let places: Vec<consistency::Place> = mentions.iter().map(place).collect();
    let asides = consistency::asides(haystack, &quoted, gazetteer, &places);
    for (mention, (aside, stays)) in mentions.iter_mut().zip(asides) {
        mention.aside = aside;
        mention.title_stays = stays;
    }
}

/// The entities that the mentions name in full beyond doubt.
fn named(mentions: &[Local]) -> Vec<(u32, EntityId)> {
    let sure = mentions.iter().filter(|mention| !mention.is_open());
    let names = sure.filter_map(|mention| mention.names(mention.candidates.first()?.candidate.entity));
    names.collect()
}
