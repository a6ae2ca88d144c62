//! The card of a mention: who or what it is, how it is called, and what this form says.
//!
//! The card is plain data. Its texts, Markdown and plain, are made in `hover/render.rs`.

use std::cmp::Reverse;
use std::ops::Range;

use onomast_gazetteer::analysis::{Mention, Resolution};
use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::{EntityId, EntityType, Name, Part, Status};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::reading::Readings;
use onomast_gazetteer::{Gazetteer, Language};

use super::{View, entities_of, naming, on_one_line};
use crate::message::Locale;

mod render;

/// What is shown of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The mention with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// The text of the mention with its suffix, on one line.
    pub surface: String,
    /// One entry where it is resolved, all candidates where it is not.
    pub entries: Vec<CardEntry>,
    /// What the form says.
    pub readings: Readings,
    /// Whether rule made the form.
    pub derived: bool,
    /// Why there is one entry.
    pub resolution: Resolution,
    /// Where it stands.
    pub zone: Zone,
}

/// One entity on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardEntry {
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// Its main name in each language that has one, in the order of languages.
    pub names: Vec<(Language, String)>,
    /// Life, existence or validity.
    pub dates: Period,
    /// One line, in the reader's language if there is one.
    pub description: Option<String>,
    /// Other names, each in the reader's language if it is spelled in it.
    pub other_names: Vec<String>,
    /// Spellings in this document, most frequent first.
    pub counts: Vec<Count>,
    /// The gazetteer file it is from; `None` for the built-in gazetteer.
    pub layer: Option<String>,
    /// The same thing elsewhere.
    pub links: Vec<String>,
}

/// How often a spelling stands in the narration of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The spelling.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// How often.
    pub count: u32,
}

/// The card of what stands at a byte of a document. `locale` is the reader's language.
pub fn hover(view: &View<'_>, at: usize, locale: Locale) -> Option<Card> {
    let mention = view.analysis.mention_at(at)?;
    Some(card(view, mention, locale))
}

/// The card of entities that no text mentions, by their own: for completion and lists of them.
pub fn of_entities(view: &View<'_>, entities: &[EntityId], locale: Locale) -> Card {
    let entries = entities.iter().map(|entity| card_entry(view, *entity, locale));
    Card {
        range: 0..0,
        surface: String::new(),
        entries: entries.collect(),
        readings: Readings::new(),
        derived: false,
        resolution: Resolution::Only,
        zone: Zone::Narration,
    }
}

fn card(view: &View<'_>, mention: Mention, locale: Locale) -> Card {
    let entities = entities_of(&mention);
    Card {
        surface: on_one_line(&view.text.slice(mention.with_suffix.clone())),
        entries: entities
            .into_iter()
            .map(|entity| card_entry(view, entity, locale))
            .collect(),
        range: mention.with_suffix,
        readings: mention.readings,
        derived: mention.derived,
        resolution: mention.resolution,
        zone: mention.zone,
    }
}

fn card_entry(view: &View<'_>, id: EntityId, locale: Locale) -> CardEntry {
    let gazetteer = &*view.project.gazetteer;
    let entity = gazetteer.entity(id);
    let names = naming::main_names(gazetteer, id, locale);
    let source = gazetteer.sources().get(entity.origin.source as usize);
    CardEntry {
        id: entity.id.clone(),
        kind: entity.kind,
        dates: entity.dates,
        description: naming::description(&entity.description, locale).map(str::to_owned),
        other_names: other_names(gazetteer, id, &names, locale),
        names,
        counts: counts(view, id),
        layer: source
            .filter(|source| !source.builtin)
            .map(|source| source.name.clone()),
        links: entity.same_as.clone(),
    }
}

/// Names besides the main one: those that stand for the whole, and a surname that the main name does not hold.
fn other_names(gazetteer: &Gazetteer, entity: EntityId, main: &[(Language, String)], locale: Locale) -> Vec<String> {
    let whole = |name: &Name| matches!(name.part, Part::Full | Part::Surname | Part::Acronym | Part::Title);
    let others = gazetteer.names(entity).filter(|(_, name)| whole(name));
    let texts = others.filter_map(|(name, _)| {
        let names = naming::in_each_language(gazetteer, name, locale);
        names.into_iter().next().map(|(_, text)| text)
    });
    let held = |text: &str| {
        main.iter()
            .any(|(_, name)| name.split_whitespace().any(|word| word == text) || name == text)
    };
    let mut texts: Vec<String> = texts.filter(|text| !held(text)).collect();
    texts.dedup();
    texts
}

/// What is spelled the same in two languages or names, and is thought of in the same way, is one for a reader.
fn counts(view: &View<'_>, entity: EntityId) -> Vec<Count> {
    let gazetteer = &*view.project.gazetteer;
    let uses = view.analysis.uses().iter();
    let used = uses
        .filter(|used| gazetteer.name(used.name).entity == entity)
        .flat_map(|used| &used.counts);
    let mut counts: Vec<Count> = Vec::new();
    for (spelling, count) in used {
        let spelling = gazetteer.spelling(*spelling);
        let same =
            |other: &&mut Count| other.text == spelling.text && standing(other.status) == standing(spelling.status);
        match counts.iter_mut().find(same) {
            Some(same) => same.count += count,
            None => counts.push(Count {
                text: spelling.text.clone(),
                status: spelling.status,
                count: *count,
            }),
        }
    }
    counts.sort_by_key(|count| Reverse(count.count));
    counts
}

/// Preferred and accepted spellings are told apart by no word.
fn standing(status: Status) -> Status {
    match status {
        Status::Accepted => Status::Preferred,
        other => other,
    }
}
