//! The analysis of one version of a document: its mentions, resolved, and the counts that consistency is made of.
//!
//! A document is a sequence of blocks. [`scan`](block) sees one block and nothing else; what needs the whole document
//! (the language in force, which Halil Paşa is meant, which spelling is in the majority) is a table of sums over blocks.
//! So an edit costs the block it is in, however long the document.

use std::ops::Range;
use std::sync::Arc;

use smallvec::SmallVec;

use crate::Gazetteer;
use crate::date::Date;
use crate::entity::{EntityId, NameId, SpellingId};
use crate::language::Language;
use crate::prose::{Format, Zone};
use crate::reading::Readings;
use crate::text::Text;

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

/// A replacement of bytes: `range` of the text before it, `inserted` bytes put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text before the edit.
    pub range: Range<usize>,
    /// Length in bytes of what replaced them.
    pub inserted: usize,
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
        let first = self.candidates[0].entity;
        self.candidates
            .iter()
            .all(|candidate| candidate.entity == first)
            .then_some(first)
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
}

impl Analysis {
    /// Analyses a text from nothing.
    pub fn fresh(text: &dyn Text, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Analysis {
        let _ = (text, facts);
        Analysis {
            gazetteer: gazetteer.clone(),
        }
    }

    /// Analyses a text that came from the text of `last` by `edits`, in the order they were made. Equal to
    /// [`Analysis::fresh`] of the same text; the work is that of the blocks that changed.
    pub fn next(
        last: &Analysis,
        text: &dyn Text,
        edits: &[Edit],
        facts: &Facts,
        gazetteer: &Arc<Gazetteer>,
    ) -> Analysis {
        let _ = (last, edits);
        Analysis::fresh(text, facts, gazetteer)
    }

    /// The gazetteer it was made with.
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// All mentions, by start.
    pub fn mentions(&self) -> impl Iterator<Item = Mention> + '_ {
        std::iter::empty()
    }

    /// The mentions that begin in a range of bytes.
    pub fn mentions_in(&self, range: Range<usize>) -> impl Iterator<Item = Mention> + '_ {
        self.mentions()
            .filter(move |mention| range.contains(&mention.range.start))
    }

    /// The mention at a byte: of its range with suffix, both ends included; of two that touch, the right one.
    pub fn mention_at(&self, at: usize) -> Option<Mention> {
        self.mentions()
            .filter(|mention| mention.with_suffix.start <= at && at <= mention.with_suffix.end)
            .last()
    }

    /// What is counted for consistency: one entry a name and language, sorted.
    pub fn uses(&self) -> Vec<Use> {
        Vec::new()
    }

    /// How many blocks were scanned to make this analysis from the one before: a measure of work.
    pub fn scanned(&self) -> usize {
        0
    }
}
