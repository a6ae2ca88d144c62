//! What a document mentions, and how often.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::{EntityId, EntityType, SpellingId, Status};

use super::{View, entities_of, naming};
use crate::message::Locale;

/// What a document mentions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentioned {
    /// How many mentions there are, whatever they mean.
    pub mentions: usize,
    /// How many of them more than one entity fits.
    pub ambiguous: usize,
    /// By first mention.
    pub entities: Vec<MentionedEntity>,
}

/// One entity that a document mentions, or may mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionedEntity {
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// Its main name, in the reader’s language where it has one.
    pub title: String,
    /// Its main name in each language that has it, the reader’s first.
    pub names: Vec<(Language, String)>,
    /// One line, in the reader’s language if there is one.
    pub description: Option<String>,
    /// Mentions that surely mean it, with their suffixes, in order.
    pub sure: Vec<Range<usize>>,
    /// Mentions that may mean it.
    pub possible: Vec<Range<usize>>,
    /// The spellings of the sure mentions, most frequent first.
    pub spellings: Vec<SpellingCount>,
}

/// How often a spelling stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellingCount {
    /// Its language.
    pub language: Language,
    /// The spelling, as the gazetteer has it.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// How often.
    pub count: usize,
}

impl MentionedEntity {
    /// Its first mention, sure if there is one.
    pub fn first(&self) -> Option<&Range<usize>> {
        self.sure.first().or(self.possible.first())
    }
}

/// The entities that a document mentions. `locale` is the reader’s language.
pub fn entities(view: &View<'_>, locale: Locale) -> Mentioned {
    let mut sums: BTreeMap<EntityId, Sum> = BTreeMap::new();
    let mut mentioned = Mentioned::default();
    for mention in view.analysis.mentions() {
        mentioned.mentions += 1;
        let entities = entities_of(&mention);
        if let ([entity], Some(candidate)) = (entities.as_slice(), mention.candidates.first()) {
            let sum = sums.entry(*entity).or_default();
            sum.sure.push(mention.with_suffix);
            *sum.spellings.entry(candidate.spelling).or_default() += 1;
            continue;
        }
        mentioned.ambiguous += 1;
        for entity in entities {
            let sum = sums.entry(entity).or_default();
            sum.possible.push(mention.with_suffix.clone());
        }
    }
    let described = sums
        .into_iter()
        .map(|(entity, sum)| described(view, entity, sum, locale));
    mentioned.entities = described.collect();
    let start = |entity: &MentionedEntity| entity.first().map(|range| range.start);
    mentioned.entities.sort_by_key(start);
    mentioned
}

#[derive(Default)]
struct Sum {
    sure: Vec<Range<usize>>,
    possible: Vec<Range<usize>>,
    spellings: BTreeMap<SpellingId, usize>,
}

fn described(view: &View<'_>, id: EntityId, sum: Sum, locale: Locale) -> MentionedEntity {
    let gazetteer = &*view.project.gazetteer;
    let entity = gazetteer.entity(id);
    let counted = |(spelling, count): (SpellingId, usize)| {
        let spelling = gazetteer.spelling(spelling);
        SpellingCount {
            language: spelling.language.clone(),
            text: spelling.text.clone(),
            status: spelling.status,
            count,
        }
    };
    let mut spellings: Vec<SpellingCount> = sum.spellings.into_iter().map(counted).collect();
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.count));
    MentionedEntity {
        id: entity.id.clone(),
        kind: entity.kind,
        title: naming::title(gazetteer, id, locale),
        names: naming::main_names(gazetteer, id, locale),
        description: naming::description(&entity.description, locale).map(str::to_owned),
        sure: sum.sure,
        possible: sum.possible,
        spellings,
    }
}
