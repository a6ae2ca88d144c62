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
use crate::consistency::{Aside, Forms};
use crate::date::Date;
use crate::entity::{EntityId, NameId, SpellingId};
use crate::language::Language;
use crate::prose::{Format, Zone, work};
use crate::reading::Readings;
use crate::text::Text;

mod another;
mod author;
mod block;
mod choose;
mod closing_marks;
mod dated;
mod decisions;
mod edit;
mod explain;
mod kinds;
mod languages;
mod meaning;
mod parts;
mod pins;
mod places;
mod resolve;
mod scan;
mod stream;
mod unmatched;
mod uses;
mod words_beside;
mod written;
mod zones;

pub use decisions::{Decided, Decision};
pub use edit::Edit;
pub use explain::{Accepted, Account, Ground, Refusal, Standing, Verdict, WordForm, WordPart, ZoneBy, explain};
pub use parts::{FirstUses, Parts};
pub use unmatched::{MixedWord, NearMiss, UnknownName};

use block::{Block, Piece};
use decisions::{Decisions, InFile};
use pins::References;
use resolve::Named;
use scan::Scratch;
pub(crate) use stream::Paragraph;
use uses::{Before, Sums};

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
    /// With it, and what stands between: a closing quotation mark or bracket, a footnote mark (`Ankara12’da`).
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
    /// Why it says nothing of how the author spells, where it does not.
    pub aside: Option<Aside>,
    /// Language of the paragraph.
    pub language: Option<Language>,
    /// Whether rule made the form (initials, order), and no spelling of the gazetteer.
    pub derived: bool,
    /// Whether markup stands inside, with suffix (`<hi>TB</hi>MM`): its bytes are not what is read, and to replace them
    /// would break it.
    pub markup: bool,
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
    /// Somebody decided so.
    Decision,
    /// The markup says so.
    Pin,
    /// Not resolved.
    Ambiguous,
}

/// The work done in this thread so far: text read to know what of it is prose, mentions resolved. Of use only beside what
/// it was before; the same on every machine, which time is not. Nothing may depend on it.
pub fn work_done() -> usize {
    work::done()
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

    /// Whether it counts for consistency: in the author’s own words, and used, not talked about.
    pub fn counts(&self) -> bool {
        self.zone == Zone::Narration && self.aside.is_none()
    }

    /// Every spelling it is a use of; none where it is ambiguous.
    pub fn uses(&self) -> impl Iterator<Item = SpellingId> + '_ {
        let own = self.entity().and_then(|_| self.candidates.first());
        own.map(|candidate| candidate.spelling)
            .into_iter()
            .chain(self.within.iter().copied())
    }
}

/// How often each spelling of a name is used in the narration of a document; glosses and titles do not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The name.
    pub name: NameId,
    /// Language of the spellings.
    pub language: Language,
    /// Each spelling used and how often, most frequent first, at a tie in the order of the gazetteer.
    pub counts: Counted,
}

/// Spellings, each with a number. Of most names one is used, or two.
pub type Counted = SmallVec<[(SpellingId, u32); 2]>;

impl Use {
    /// Counts by name and language: what a document, or all documents of a project together, use. Each spelling comes once.
    pub fn of(gazetteer: &Gazetteer, sums: impl IntoIterator<Item = (SpellingId, u32)>) -> Vec<Use> {
        let mut uses: BTreeMap<(NameId, Language), Counted> = BTreeMap::new();
        for (spelling, count) in sums {
            let entry = gazetteer.spelling(spelling);
            uses.entry((entry.name, entry.language.clone()))
                .or_default()
                .push((spelling, count));
        }
        let by_frequency = |((name, language), counts)| {
            let mut used = Use { name, language, counts };
            used.sort();
            used
        };
        uses.into_iter().map(by_frequency).collect()
    }

    fn sort(&mut self) {
        self.counts
            .sort_by_key(|(spelling, count)| (std::cmp::Reverse(*count), *spelling));
    }
}

/// The analysis of one version of a document.
#[derive(Debug, Clone)]
pub struct Analysis {
    gazetteer: Arc<Gazetteer>,
    facts: Facts,
    blocks: Arc<Vec<Arc<Block>>>,
    /// Where each block begins.
    starts: Vec<usize>,
    scanned: usize,
    work: usize,
    decisions: Arc<Decisions>,
    /// Sums over the blocks, made when first asked for.
    named: OnceLock<Named>,
    references: OnceLock<References>,
    in_file: OnceLock<Vec<InFile>>,
    uses: OnceLock<Arc<Sums>>,
    forms: OnceLock<Arc<Forms>>,
    /// The sums of a version before, and its blocks.
    before: Option<Arc<Before>>,
}

/// Equal where text, facts and gazetteer are: however the analysis came about.
impl PartialEq for Analysis {
    fn eq(&self, other: &Analysis) -> bool {
        let same = |one: &Arc<Block>, two: &Arc<Block>| {
            (one.length, one.entry, one.exit) == (two.length, two.entry, two.exit)
                && (&one.own, &one.language, &one.scan) == (&two.own, &two.language, &two.scan)
        };
        self.facts == other.facts
            && self.decisions == other.decisions
            && self.starts == other.starts
            && self.blocks.len() == other.blocks.len()
            && self
                .blocks
                .iter()
                .zip(other.blocks.iter())
                .all(|(one, two)| same(one, two))
    }
}

impl Analysis {
    /// Analyses a text from nothing.
    pub fn fresh(text: &dyn Text, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Analysis {
        let before = work::done();
        Analysis::of(block::cut_all(text, facts.format), text, facts, gazetteer, before)
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
        let work_before = work::done();
        let pieces = block::cut_again(text, facts.format, &last.blocks, &last.starts, edits);
        let before = last.uses.get().map(|sums| {
            Arc::new(Before {
                blocks: last.blocks.clone(),
                sums: sums.clone(),
            })
        });
        Analysis {
            before: before.or_else(|| last.before.clone()),
            ..Analysis::of(pieces.into_iter(), text, facts, gazetteer, work_before)
        }
    }

    /// `work_before`: what [`work::done`] was before the text was cut.
    fn of(
        pieces: impl Iterator<Item = Piece>,
        text: &dyn Text,
        facts: &Facts,
        gazetteer: &Arc<Gazetteer>,
        work_before: usize,
    ) -> Analysis {
        let (least, _) = pieces.size_hint();
        let (mut blocks, mut starts) = (Vec::with_capacity(least), Vec::with_capacity(least));
        let (mut start, mut scanned, mut scratch) = (0, 0, Scratch::default());
        for (piece, language) in languages::in_force(facts, pieces, Piece::own) {
            let (block, work) = piece.scanned(text, start, facts.format, language, gazetteer, &mut scratch);
            starts.push(start);
            start += block.length;
            scanned += work;
            blocks.push(block);
        }
        Analysis {
            gazetteer: gazetteer.clone(),
            facts: facts.clone(),
            blocks: Arc::new(blocks),
            starts,
            scanned,
            work: scratch.work() + work::since(work_before),
            decisions: Arc::default(),
            named: OnceLock::new(),
            references: OnceLock::new(),
            in_file: OnceLock::new(),
            uses: OnceLock::new(),
            forms: OnceLock::new(),
            before: None,
        }
    }

    /// The same analysis with what people decided about places of this version of the text. Decisions do not go over to
    /// the next version: their places may have moved.
    pub fn decided(self, decisions: Vec<Decision>) -> Analysis {
        let decisions = Decisions::new(decisions, |at| self.zone_around(at));
        Analysis {
            decisions: Arc::new(decisions),
            named: OnceLock::new(),
            in_file: OnceLock::new(),
            uses: OnceLock::new(),
            forms: OnceLock::new(),
            ..self
        }
    }

    /// The decisions, as they were given.
    pub fn decisions(&self) -> &[Decision] {
        self.decisions.given()
    }

    /// Whether a decision takes effect: something is found at its place which it can be said of, and which was not so
    /// without it.
    pub fn takes_effect(&self, decision: &Decision) -> bool {
        if let Decided::Zone(zone) = decision.decided {
            let around = self.zone_around(decision.range.start);
            return zone != around.map_or(Zone::Narration, |(_, zone)| zone);
        }
        self.locals_in(&decision.range)
            .any(|(number, local)| decision.takes(&self.range(number, local), local))
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

    /// What is counted for consistency: one entry a name and language, sorted. Only narration counts, and only mentions
    /// whose entity is resolved.
    pub fn uses(&self) -> &[Use] {
        let sums = self.uses.get_or_init(|| match &self.before {
            Some(before) => Arc::new(before.next(&self.gazetteer, &self.blocks, self.beyond_tallies())),
            None => Arc::new(Sums::new(&self.gazetteer, &self.blocks, self.beyond_tallies())),
        });
        &sums.uses
    }

    /// The language in force at a byte, where one is.
    pub fn language_at(&self, at: usize) -> Option<&Language> {
        let block = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        self.language_of(block, at - self.starts[block])
    }

    /// The run of prose in which the character before a byte stands: no code, markup or address. `text` is the text that
    /// was analysed; of it one block is read.
    pub fn prose_before(&self, text: &dyn Text, at: usize) -> Option<Range<usize>> {
        let number = self.starts.partition_point(|start| *start < at).checked_sub(1)?;
        self.blocks[number].prose_before(text, self.facts.format, self.starts[number], at)
    }

    /// How many blocks were scanned to make this analysis from the one before: a measure of work.
    pub fn scanned(&self) -> usize {
        self.scanned
    }

    /// How much finding took to make this analysis from the one before: text read to know what of it is prose and in which
    /// language, bytes folded, letters of stems read, words and endings tried, neighbours looked at, hits compared, text
    /// read for glosses. The same on every machine, which time is not.
    pub fn work(&self) -> usize {
        self.work
    }

    /// The language at a byte of a block: what the markup states of it, else that of the block.
    fn language_of(&self, number: usize, at: usize) -> Option<&Language> {
        let block = &self.blocks[number];
        block.scan.stated_language(at).or(block.language.as_ref())
    }

    fn mentions_of(&self, number: usize) -> impl Iterator<Item = Mention> + '_ {
        self.blocks[number]
            .scan
            .mentions
            .iter()
            .filter_map(move |mention| self.resolved(number, mention))
    }
}
