//! The analysis of one version of a document: its mentions, resolved, and the counts that consistency is made of.
//!
//! A document is a sequence of blocks. A scan sees one block and nothing else; what needs the whole document (the
//! language in force, which Halil Paşa is meant, which spelling is in the majority) is a table of sums over blocks. So an
//! edit costs the block it is in, however long the document.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use crate::Gazetteer;
use crate::date::Date;
use crate::entity::{EntityId, NameId, SpellingId};
use crate::language::Language;
use crate::prose::{Format, Zone};
use crate::reading::Readings;
use crate::text::Text;

mod block;
mod choose;
mod edit;
mod explain;
mod languages;
mod resolve;
mod scan;

pub use edit::Edit;
pub use explain::{Account, Refusal, Verdict, explain};

use block::{Block, Piece};
use resolve::Named;
use scan::{Local, Scratch};

/// What is known of a document besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Its markup.
    pub format: Format,
    /// Its language, where settings or front matter state one.
    pub language: Option<Language>,
    /// Its date, where stated.
    pub date: Option<Date>,
}

/// A range of text that refers to an entity. Ranges are bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Without a suffix behind an apostrophe.
    pub range: Range<usize>,
    /// With it.
    pub with_suffix: Range<usize>,
    /// All that fit, after exclusion: one where the mention is resolved, never none. Sorted.
    pub candidates: SmallVec<[Candidate; 1]>,
    /// Spellings of the entity’s other names that stand in it: the surname in a full name, a given name beside a
    /// surname. Comparison is word by word, so each is a use of its name. Empty where the mention is ambiguous.
    pub within: SmallVec<[SpellingId; 2]>,
    /// Why there is one candidate.
    pub resolution: Resolution,
    /// Grammatical readings, sorted.
    pub readings: Readings,
    /// What kind of prose it stands in.
    pub zone: Zone,
    /// Language of the paragraph.
    pub language: Option<Language>,
    /// Whether rule made the form (initials, order), and no spelling of the gazetteer.
    pub derived: bool,
}

/// One entity that a mention may mean, and the spelling it is then a use of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate {
    /// The entity.
    pub entity: EntityId,
    /// The spelling found; of a derived name the spelling of its surname.
    pub spelling: SpellingId,
}

/// Why a mention means what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// Only one entity has this spelling.
    Only,
    /// Initials or names beside it agree with one alone.
    Neighbours,
    /// The nearest earlier full name, or the only later one, is that entity's.
    FullName,
    /// Dates leave one.
    Dates,
    /// Not resolved.
    Ambiguous,
}

impl Mention {
    /// The entity, where there is no doubt.
    pub fn entity(&self) -> Option<EntityId> {
        let first = self.candidates.first()?.entity;
        self.candidates
            .iter()
            .all(|candidate| candidate.entity == first)
            .then_some(first)
    }

    /// Every spelling it is a use of; none where it is ambiguous.
    pub fn uses(&self) -> impl Iterator<Item = SpellingId> + '_ {
        let own = self.entity().and_then(|_| self.candidates.first());
        own.map(|candidate| candidate.spelling)
            .into_iter()
            .chain(self.within.iter().copied())
    }
}

/// How often each spelling of a name stands in the narration of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The name.
    pub name: NameId,
    /// Language of the spellings.
    pub language: Language,
    /// Each spelling used and how often, most frequent first, at a tie in the order of the gazetteer.
    pub counts: Vec<(SpellingId, u32)>,
}

/// The analysis of one version of a document.
#[derive(Debug, Clone)]
pub struct Analysis {
    gazetteer: Arc<Gazetteer>,
    facts: Facts,
    blocks: Vec<Arc<Block>>,
    /// Where each block begins.
    starts: Vec<usize>,
    scanned: usize,
    work: usize,
    /// Sums over the blocks, made when first asked for.
    named: OnceLock<Named>,
    uses: OnceLock<Vec<Use>>,
}

/// Equal where text, facts and gazetteer are: however the analysis came about.
impl PartialEq for Analysis {
    fn eq(&self, other: &Analysis) -> bool {
        let same = |one: &Arc<Block>, two: &Arc<Block>| {
            (one.length, one.entry, one.exit) == (two.length, two.entry, two.exit)
                && (&one.own, &one.language, &one.scan) == (&two.own, &two.language, &two.scan)
        };
        self.facts == other.facts
            && self.starts == other.starts
            && self.blocks.len() == other.blocks.len()
            && self.blocks.iter().zip(&other.blocks).all(|(one, two)| same(one, two))
    }
}

impl Analysis {
    /// Analyses a text from nothing.
    pub fn fresh(text: &dyn Text, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Analysis {
        Analysis::of(block::cut_all(text, facts.format), text, facts, gazetteer)
    }

    /// Analyses a text that came from the text of `last` by `edits`, in the order they were made. Equal to
    /// [`Analysis::fresh`] of the same text; the work is that of the blocks that changed, and of all blocks where facts
    /// or gazetteer changed.
    pub fn next(
        last: &Analysis,
        text: &dyn Text,
        edits: &[Edit],
        facts: &Facts,
        gazetteer: &Arc<Gazetteer>,
    ) -> Analysis {
        if *facts != last.facts || !Arc::ptr_eq(gazetteer, &last.gazetteer) {
            return Analysis::fresh(text, facts, gazetteer);
        }
        Analysis::of(
            block::cut_again(text, facts.format, &last.blocks, &last.starts, edits),
            text,
            facts,
            gazetteer,
        )
    }

    fn of(pieces: Vec<Piece>, text: &dyn Text, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Analysis {
        let languages = languages::in_force(facts, pieces.iter().map(Piece::own));
        let (mut blocks, mut starts) = (Vec::with_capacity(pieces.len()), Vec::with_capacity(pieces.len()));
        let (mut start, mut scanned, mut scratch) = (0, 0, Scratch::default());
        for (piece, language) in pieces.into_iter().zip(languages) {
            let (block, work) = piece.scanned(text, start, facts.format, language, gazetteer, &mut scratch);
            starts.push(start);
            start += block.length;
            scanned += work;
            blocks.push(block);
        }
        let (named, uses) = (OnceLock::new(), OnceLock::new());
        Analysis {
            gazetteer: gazetteer.clone(),
            facts: facts.clone(),
            blocks,
            starts,
            scanned,
            work: scratch.work(),
            named,
            uses,
        }
    }

    /// The gazetteer it was made with.
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// What was known of the document.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// All mentions, by start.
    pub fn mentions(&self) -> impl Iterator<Item = Mention> + '_ {
        (0..self.blocks.len()).flat_map(move |number| self.mentions_of(number))
    }

    /// The mentions that begin in a range of bytes.
    pub fn mentions_in(&self, range: Range<usize>) -> impl Iterator<Item = Mention> + '_ {
        let first = self
            .starts
            .partition_point(|start| *start <= range.start)
            .saturating_sub(1);
        let end = self.starts.partition_point(|start| *start < range.end);
        (first..end.max(first))
            .flat_map(move |number| self.mentions_of(number))
            .filter(move |mention| range.contains(&mention.range.start))
    }

    /// The mention at a byte: of its range with suffix, both ends included; of two that touch, the right one.
    pub fn mention_at(&self, at: usize) -> Option<Mention> {
        let block = self.starts.partition_point(|start| *start <= at);
        (block.saturating_sub(2)..block)
            .flat_map(|number| self.mentions_of(number))
            .filter(|mention| mention.with_suffix.start <= at && at <= mention.with_suffix.end)
            .last()
    }

    /// What is counted for consistency: one entry a name and language, sorted. Only narration counts, and only mentions
    /// whose entity is resolved.
    pub fn uses(&self) -> &[Use] {
        self.uses.get_or_init(|| self.sum_uses())
    }

    /// The language in force at a byte, where one is.
    pub fn language_at(&self, at: usize) -> Option<&Language> {
        let block = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        self.blocks[block].language.as_ref()
    }

    /// How many blocks were scanned to make this analysis from the one before: a measure of work.
    pub fn scanned(&self) -> usize {
        self.scanned
    }

    /// How much finding took to make this analysis from the one before: bytes of stems read, words and endings tried,
    /// neighbours looked at, hits compared. The same on every machine, which time is not.
    pub fn work(&self) -> usize {
        self.work
    }

    fn mentions_of(&self, number: usize) -> impl Iterator<Item = Mention> + '_ {
        self.blocks[number]
            .scan
            .mentions
            .iter()
            .filter_map(move |mention| self.resolved(number, mention))
    }

    fn resolved(&self, number: usize, local: &Local) -> Option<Mention> {
        let place = (number as u32, local.start);
        let (candidates, resolution) = if local.is_open() {
            resolve::resolve(&self.gazetteer, self.named(), self.facts.date, local, place)?
        } else {
            local.closed()
        };
        let absolute = |offset: u32| self.starts[number] + offset as usize;
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
            readings: local.readings.clone(),
            zone: local.zone,
            language: self.blocks[number].language.clone(),
            derived: local.derived,
        })
    }

    fn named(&self) -> &Named {
        self.named
            .get_or_init(|| Named::new(self.blocks.iter().map(|block| block.scan.named.as_slice())))
    }

    fn sum_uses(&self) -> Vec<Use> {
        let mut sums: BTreeMap<SpellingId, u32> = BTreeMap::new();
        for (spelling, count) in self.blocks.iter().flat_map(|block| &block.scan.tally) {
            *sums.entry(*spelling).or_default() += count;
        }
        for mention in self.open_mentions().filter(|mention| mention.zone == Zone::Narration) {
            for spelling in mention.uses() {
                *sums.entry(spelling).or_default() += 1;
            }
        }
        let mut uses: BTreeMap<(NameId, Language), Vec<(SpellingId, u32)>> = BTreeMap::new();
        for (spelling, count) in sums {
            let entry = self.gazetteer.spelling(spelling);
            uses.entry((entry.name, entry.language.clone()))
                .or_default()
                .push((spelling, count));
        }
        let by_frequency = |((name, language), mut counts): ((NameId, Language), Vec<(SpellingId, u32)>)| {
            counts.sort_by_key(|(spelling, count)| (std::cmp::Reverse(*count), *spelling));
            Use { name, language, counts }
        };
        uses.into_iter().map(by_frequency).collect()
    }

    fn open_mentions(&self) -> impl Iterator<Item = Mention> + '_ {
        let open = |number: usize| {
            self.blocks[number]
                .scan
                .mentions
                .iter()
                .filter(|mention| mention.is_open())
                .map(move |mention| (number, mention))
        };
        (0..self.blocks.len())
            .flat_map(open)
            .filter_map(|(number, mention)| self.resolved(number, mention))
    }
}
