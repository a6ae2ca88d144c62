//! The card of a mention: who or what it is, how it is called, and what this form says.
//!
//! The card is plain data. Its texts, Markdown and plain, are made in `hover/render.rs`.

use std::ops::Range;
use std::path::Path;

use onomast_gazetteer::analysis::{Mention, Resolution};
use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::{EntityId, EntityType, Name, Origin, Part, SpellingId, Status};
use onomast_gazetteer::load::line_column;
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::reading::Readings;
use onomast_gazetteer::{Gazetteer, Language};

use super::{View, counterparts, entities_of, naming};
use crate::index::Counts;
use crate::message::Locale;
use crate::project::decisions::Verdict;
use crate::project::{Placed, Project, Role, root};

mod counts;
mod render;

pub use counts::Count;

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
    /// The spelling found, where it is not simply one to be used.
    pub remark: Option<Remark>,
    /// The name in other languages, in the form of the mention where it is sure; none where more than one entity fits.
    pub counterparts: Vec<(Language, String)>,
    /// Why there is one entry.
    pub resolution: Resolution,
    /// The decision by which there is one entry.
    pub decision: Option<DecidedBy>,
    /// Where it stands.
    pub zone: Zone,
    /// Whether somebody decided so.
    pub zone_is_decided: bool,
    /// Whose words the document holds.
    pub role: Role,
    /// The house style that it follows.
    pub style: Option<String>,
}

/// What is to be said of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The spelling, as the gazetteer has it.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// The spelling to be used, where this one is not.
    pub better: Option<String>,
    /// When it was in use.
    pub period: Period,
    /// What the gazetteer notes.
    pub note: Option<String>,
}

/// Where a decision is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedBy {
    /// Who decided, as they wrote it.
    pub by: Option<String>,
    /// When, as they wrote it.
    pub on: Option<String>,
    /// Where it is written down.
    pub place: Source,
}

/// A place in a file of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file as seen from the root of the project, or its name in the built-in gazetteer.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// Whether it is in the built-in gazetteer.
    pub builtin: bool,
}

/// One entity on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardEntry {
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// Its main name in each language that has one, the reader's first.
    pub names: Vec<(Language, String)>,
    /// Life, existence or validity.
    pub dates: Period,
    /// One line, in the reader's language if there is one.
    pub description: Option<String>,
    /// Other names, each in the reader's language if it is spelled in it.
    pub other_names: Vec<(Language, String)>,
    /// Spellings in this document, most frequent first.
    pub here: Vec<Count>,
    /// Mentions in the whole project, once all of it has been read, and where it has more than this document.
    pub project: Option<InProject>,
    /// The entry in the gazetteer.
    pub source: Option<Source>,
    /// The same thing elsewhere.
    pub links: Vec<String>,
}

/// How often an entity is named in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InProject {
    /// Mentions.
    pub mentions: usize,
    /// Documents with at least one.
    pub documents: usize,
    /// Spellings, most frequent first.
    pub spellings: Vec<Count>,
}

/// The card of what stands at a byte of a document. `counts` counts an entity of this id in the project, if it can;
/// `locale` is the reader's language.
pub fn hover(view: &View<'_>, at: usize, counts: impl Fn(&str) -> Option<Counts>, locale: Locale) -> Option<Card> {
    let mention = view.analysis.mention_at(at)?;
    let entities = entities_of(&mention).into_iter();
    let entries = entities.map(|entity| {
        let entry = card_entry(view, entity, &counts, locale);
        of_mention(&view.project.gazetteer, &mention, entry, locale)
    });
    let entries = entries.collect();
    Some(Card {
        surface: view.surface(mention.with_suffix.clone()),
        entries,
        remark: remark(&view.project.gazetteer, &mention),
        counterparts: in_other_languages(&view.project.gazetteer, &mention),
        decision: decision(view, &mention),
        readings: readings(&view.project.gazetteer, &mention),
        range: mention.with_suffix,
        derived: mention.derived,
        resolution: mention.resolution,
        zone: mention.zone,
        zone_is_decided: view.analysis.decided_zone(mention.range.start).is_some(),
        role: view.settings.role,
        style: view.settings.style.clone(),
    })
}

/// What a card says of an entity where it is mentioned: under the name in the language of the paragraph, if there is none in
/// the reader’s, and without the name that stands there among the others.
fn of_mention(gazetteer: &Gazetteer, mention: &Mention, mut entry: CardEntry, locale: Locale) -> CardEntry {
    let is_readers = |(language, _): &(Language, String)| language.tag() == locale.tag();
    if !entry.names.iter().any(is_readers) {
        entry
            .names
            .sort_by_key(|(language, _)| mention.language.as_ref() != Some(language));
    }
    let text = mention
        .candidates
        .first()
        .map(|candidate| gazetteer.spelling(candidate.spelling).text.as_str());
    entry.other_names.retain(|(_, other)| Some(other.as_str()) != text);
    entry
}

/// The card of entities that no mention asks about: for completions.
pub fn of_entities(
    view: &View<'_>,
    entities: &[EntityId],
    counts: impl Fn(&str) -> Option<Counts>,
    locale: Locale,
) -> Card {
    let entries = entities.iter().map(|entity| card_entry(view, *entity, &counts, locale));
    without_mention(entries.collect())
}

/// The card of an entity where there is no text, only what a project says of it: in its files. `counts` is what the
/// project counts.
pub fn of_entity(project: &Project, entity: EntityId, counts: Option<Counts>, locale: Locale) -> Card {
    without_mention(vec![CardEntry {
        project: counts.and_then(counts::whole),
        ..entry(project, entity, locale)
    }])
}

fn without_mention(entries: Vec<CardEntry>) -> Card {
    Card {
        range: 0..0,
        surface: String::new(),
        entries,
        readings: Readings::new(),
        derived: false,
        remark: None,
        counterparts: Vec::new(),
        resolution: Resolution::Only,
        decision: None,
        zone: Zone::Narration,
        zone_is_decided: false,
        role: Role::Draft,
        style: None,
    }
}

/// The readings, those in the number of the name first: Чичериным is rather one Chicherin than several.
fn readings(gazetteer: &Gazetteer, mention: &Mention) -> Readings {
    let mut readings = mention.readings.clone();
    if let Some(candidate) = mention.candidates.first() {
        let own = gazetteer.name(gazetteer.spelling(candidate.spelling).name).number;
        readings.sort_by_key(|reading| reading.number.is_some_and(|number| number != own));
    }
    readings
}

/// Of a mention that one entity fits: what its spelling is, if it is not one to be used or something is noted of it.
fn remark(gazetteer: &Gazetteer, mention: &Mention) -> Option<Remark> {
    mention.entity()?;
    let id = mention.candidates.first()?.spelling;
    let spelling = gazetteer.spelling(id);
    if spelling.status <= Status::Accepted && spelling.note.is_none() {
        return None;
    }
    let better = gazetteer.preferred(spelling.name, &spelling.language);
    let better = better.filter(|better| *better != id && spelling.status > Status::Accepted);
    let text = |id: SpellingId| gazetteer.spelling(id).text.clone();
    Some(Remark {
        text: spelling.text.clone(),
        status: spelling.status,
        better: better.map(text),
        period: spelling.period,
        note: spelling.note.clone(),
    })
}

fn in_other_languages(gazetteer: &Gazetteer, mention: &Mention) -> Vec<(Language, String)> {
    let only = mention.entity().and_then(|_| mention.candidates.first());
    let found = only.map_or_else(Vec::new, |candidate| gazetteer.counterparts(candidate.spelling));
    let counterparts = found
        .into_iter()
        .map(|id| counterparts::counterpart(gazetteer, id, mention));
    counterparts
        .map(|one| (one.language, one.form.unwrap_or(one.text)))
        .collect()
}

/// The decision that says whom a mention means: one about its place, else one about the whole file.
fn decision(view: &View<'_>, mention: &Mention) -> Option<DecidedBy> {
    if mention.resolution != Resolution::Decision {
        return None;
    }
    let gazetteer = &view.project.gazetteer;
    let means = |id: &String| gazetteer.find(id) == mention.entity();
    let is_here = |placed: &&Placed| {
        let said = placed.said(gazetteer);
        said.is_some_and(|said| said.range.start < mention.range.end && mention.range.start < said.range.end)
    };
    let of_place = |placed: &&Placed| matches!(&placed.decision.verdict, Verdict::Is(id) if means(id));
    let of_file = |placed: &&Placed| matches!(&placed.decision.verdict, Verdict::IsInFile(id) if means(id));
    let all = || view.decisions.iter();
    let here = all().filter(is_here);
    let mut found = here
        .filter(|placed| of_place(placed) || of_file(placed))
        .chain(all().filter(of_file));
    let decision = &found.next()?.decision;
    let file = view.project.decisions.as_ref()?;
    Some(DecidedBy {
        by: decision.by.clone(),
        on: decision.on.clone(),
        place: Source {
            file: root::relative(&file.path, &view.project.root),
            line: line_column(&file.text, decision.line.start).0,
            builtin: false,
        },
    })
}

fn card_entry(view: &View<'_>, id: EntityId, counts: &impl Fn(&str) -> Option<Counts>, locale: Locale) -> CardEntry {
    let entry = entry(view.project, id, locale);
    CardEntry {
        here: counts::here(view, id),
        project: counts(&entry.id).and_then(counts::in_project),
        ..entry
    }
}

/// What the gazetteer says; nothing is counted.
fn entry(project: &Project, id: EntityId, locale: Locale) -> CardEntry {
    let gazetteer = &*project.gazetteer;
    let entity = gazetteer.entity(id);
    let names = naming::main_names(gazetteer, id, locale);
    CardEntry {
        id: entity.id.clone(),
        kind: entity.kind,
        dates: entity.dates,
        description: naming::description(&entity.description, locale).map(str::to_owned),
        other_names: other_names(gazetteer, id, &names, locale),
        names,
        here: Vec::new(),
        project: None,
        source: source(project, &entity.origin),
        links: entity.same_as.clone(),
    }
}

/// Where an entry stands.
pub(super) fn source(project: &Project, origin: &Origin) -> Option<Source> {
    let source = project.gazetteer.sources().get(origin.source as usize)?;
    Some(Source {
        file: match source.builtin {
            true => source.name.trim_start_matches("builtin/").to_owned(),
            false => root::relative(Path::new(&source.name), &project.root),
        },
        line: line_column(&source.text, origin.range.start).0,
        builtin: source.builtin,
    })
}

/// Names besides the main one: those that stand for the whole, and a surname that the main name does not hold.
fn other_names(
    gazetteer: &Gazetteer,
    entity: EntityId,
    main: &[(Language, String)],
    locale: Locale,
) -> Vec<(Language, String)> {
    let whole = |name: &Name| matches!(name.part, Part::Full | Part::Surname | Part::Acronym | Part::Title);
    let others = gazetteer.names(entity).filter(|(_, name)| whole(name));
    let texts = others.filter_map(|(name, _)| {
        let names = naming::in_each_language(gazetteer, name, locale);
        names.into_iter().next()
    });
    let held = |text: &str| {
        main.iter()
            .any(|(_, name)| name.split_whitespace().any(|word| word == text) || name == text)
    };
    let mut texts: Vec<(Language, String)> = texts.filter(|(_, text)| !held(text)).collect();
    texts.dedup();
    texts
}
