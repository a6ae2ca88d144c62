//! One spelling of a name in the place of another, over a document: rename, and “replace by”.
//!
//! What is not sure is left and counted: names that stand in other people’s words, forms that can be read in more than one
//! way, names beside which a word would have to agree.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::{EntityId, EntityType, Part, SpellingId, Status};
use onomast_gazetteer::load::amend::{NewSpelling, with_spelling};
use onomast_gazetteer::load::{respelled, said, still_inflects};
use onomast_gazetteer::morph::Category;
use onomast_gazetteer::replace::{Change, Replacer};
use onomast_gazetteer::{Gazetteer, Language};

use super::View;
use super::fixes::Group;
use crate::project::Role;

/// What is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another spelling of the same name.
    Known(SpellingId),
    /// One that the gazetteer does not have.
    New(String),
}

/// What becomes of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Respelled {
    /// By start, without overlap, each with the words it stands in.
    pub changes: Vec<(Change, Group)>,
    /// How many names change, by group.
    pub names: [usize; Group::ALL.len()],
    /// How many are left that are not sure: more than one form, or a word beside it would have to agree, or markup in it.
    pub unsure: usize,
    /// How many are left in sources and editions, and in titles of works.
    pub others: usize,
}

/// Why a spelling is not changed into another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Another name is spelled so: its entity.
    Collision(String),
    /// It is the spelling already.
    Same,
    /// It is no spelling.
    Empty,
    /// More than one entity fits what stands there.
    Ambiguous,
}

/// Changes a spelling in a document.
pub fn respell(view: &View<'_>, from: SpellingId, target: &Target) -> Respelled {
    let gazetteer = view.analysis.gazetteer();
    let entry = gazetteer.spelling(from);
    let name = gazetteer.name(entry.name);
    let becomes = match target {
        Target::Known(to) => gazetteer.spelling(*to).text.as_str(),
        Target::New(text) => text,
    };
    // As the gazetteer will have it.
    let category = Category {
        inflection: still_inflects(&entry.inflection, &entry.text, becomes),
        ..Category::of(gazetteer.entity(name.entity), name, entry)
    };
    let mut replacer = Replacer::new(view.analysis, view.text);
    let mut respelled = Respelled::default();
    let forenames = Forenames::of(gazetteer, from, becomes);
    let mut end = 0;
    for mention in view.analysis.mentions() {
        if !mention.uses().any(|used| used == from) {
            if let Some(forenames) = forenames
                .as_ref()
                .filter(|forenames| forenames.are_of(gazetteer, &mention))
                && view.settings.role == Role::Draft
                && mention.aside != Some(Aside::Title)
            {
                let changes = replacer.initials(&mention, &forenames.old, &forenames.new);
                let changes: Vec<Change> = changes.into_iter().filter(|change| change.range.start >= end).collect();
                let group = Group::from(mention.zone);
                respelled.names[group as usize] += usize::from(!changes.is_empty());
                end = changes.last().map_or(end, |change| change.range.end);
                respelled
                    .changes
                    .extend(changes.into_iter().map(|change| (change, group)));
            }
            continue;
        }
        if view.settings.role != Role::Draft || mention.aside == Some(Aside::Title) {
            respelled.others += 1;
            continue;
        }
        let found = match target {
            Target::Known(to) => replacer.replace(&mention, from, *to),
            Target::New(text) => replacer.replace_by(&mention, from, text, &category),
        };
        let only = match found.as_deref() {
            Ok([only]) if only.caution.is_none() => only,
            _ => {
                respelled.unsure += 1;
                continue;
            }
        };
        let group = Group::from(mention.zone);
        let start = only.changes.first().map_or(end, |change| change.range.start);
        if start < end {
            respelled.unsure += 1;
            continue;
        }
        respelled.names[group as usize] += 1;
        for change in &only.changes {
            end = change.range.end;
            respelled.changes.push((change.clone(), group));
        }
    }
    respelled
}

/// The names that initials stand for, as they were and as they are to be.
struct Forenames<'a> {
    entity: EntityId,
    language: &'a Language,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> Forenames<'a> {
    /// Those of a given name, of a patronymic, of the words before the surname in a full name. `None` where no initial
    /// stands for the spelling.
    fn of(gazetteer: &'a Gazetteer, from: SpellingId, to: &'a str) -> Option<Forenames<'a>> {
        let entry = gazetteer.spelling(from);
        let (name, entity) = gazetteer.bearer(from);
        // A patronymic stands second: the first name is not asked for.
        let before = match gazetteer.name(name).part {
            Part::Given | Part::Full => Vec::new(),
            Part::Patronymic => vec![""],
            _ => return None,
        };
        let is_person = gazetteer.entity(entity).kind == EntityType::Person;
        let words = |text: &'a str| -> Vec<&'a str> { before.iter().copied().chain(text.split_whitespace()).collect() };
        let (old, new) = (words(&entry.text), words(to));
        (is_person && old.len() == new.len()).then_some(Forenames {
            entity,
            language: &entry.language,
            old,
            new,
        })
    }

    /// Whether a mention is of this person, in this language.
    fn are_of(&self, gazetteer: &Gazetteer, mention: &Mention) -> bool {
        let is_own = |id: SpellingId| gazetteer.spelling(id).language == *self.language;
        mention.entity() == Some(self.entity) && mention.uses().all(is_own)
    }
}

/// What a new text means for a spelling: another spelling of the name, or a new one; refused where another name has it.
pub fn target(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Result<Target, Refusal> {
    let text = text.trim();
    let entry = gazetteer.spelling(from);
    if text.is_empty() || !text.contains(char::is_alphabetic) || text.contains(['\n', '\r', '\t']) {
        return Err(Refusal::Empty);
    }
    if text == entry.text {
        return Err(Refusal::Same);
    }
    let folded = onomast_gazetteer::fold::fold_word(text);
    let alike = |other: &str| onomast_gazetteer::fold::fold_word(other) == folded;
    for (id, spelling) in (0..).map(SpellingId).zip(&gazetteer.tables().spellings) {
        let same_language = spelling.language == entry.language;
        if same_language && spelling.name == entry.name && spelling.text == text {
            return Ok(Target::Known(id));
        }
        if same_language && spelling.name != entry.name && alike(&spelling.text) {
            let (_, entity) = gazetteer.bearer(id);
            return Err(Refusal::Collision(gazetteer.entity(entity).id.clone()));
        }
    }
    Ok(Target::New(text.to_owned()))
}

/// Where the gazetteer has the old spelling, the new one in its place; and in longer names that contain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Changes to a source of the project, by its name.
    InPlace {
        /// The source.
        source: String,
        /// In bytes of it.
        changes: Vec<Change>,
    },
    /// The spelling is in the built-in gazetteer: an overlay has to say it.
    Overlay(SpellingId, String),
}

/// The entries that change when a spelling becomes another text.
pub fn entries(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Vec<Entry> {
    let entry = gazetteer.spelling(from);
    let (_, entity) = gazetteer.bearer(from);
    let mut entries = Vec::new();
    for (name, _) in gazetteer.names(entity) {
        for (id, spelling) in gazetteer.spellings(name) {
            if spelling.language != entry.language {
                continue;
            }
            let Some(new) = with_words(&spelling.text, &entry.text, text) else {
                continue;
            };
            let Some(source) = gazetteer.sources().get(spelling.origin.source as usize) else {
                continue;
            };
            entries.push(match source.builtin {
                true => Entry::Overlay(id, new),
                false => Entry::InPlace {
                    source: source.name.clone(),
                    changes: {
                        let inflection = still_inflects(&spelling.inflection, &spelling.text, &new);
                        let keeps = *inflection == spelling.inflection;
                        respelled(&source.text, &spelling.origin.range, &new, keeps)
                    },
                },
            });
        }
    }
    entries
}

/// An overlay with new texts for spellings of the built-in gazetteer: the new one preferred where the old one was, and with
/// all that was said of it; the old one off.
pub fn overlaid(gazetteer: &Gazetteer, overlay: &str, renamed: &[(SpellingId, String)]) -> Option<String> {
    let mut text = overlay.to_owned();
    for (id, new) in renamed {
        let spelling = gazetteer.spelling(*id);
        let name = gazetteer.name(spelling.name);
        let old = NewSpelling {
            entity: &gazetteer.entity(name.entity).id,
            key: &name.key,
            part: name.part,
            language: spelling.language.tag(),
            text: &spelling.text,
            status: Status::Off,
            said: None,
        };
        text = with_spelling(&text, old)?;
        let said = said(gazetteer, *id, new);
        let new = NewSpelling {
            text: new,
            status: spelling.status,
            said: Some(&said),
            ..old
        };
        text = with_spelling(&text, new)?;
    }
    Some(text)
}

/// A spelling with other words in the place of some; `None` where those are not in it.
fn with_words(spelling: &str, old: &str, new: &str) -> Option<String> {
    let is_part = |sign: char| sign.is_alphanumeric();
    let (at, _) = spelling.match_indices(old).find(|(at, _)| {
        let before = spelling[..*at].chars().next_back();
        let behind = spelling[at + old.len()..].chars().next();
        !before.is_some_and(is_part) && !behind.is_some_and(is_part)
    })?;
    Some(format!("{}{new}{}", &spelling[..at], &spelling[at + old.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use onomast_gazetteer::builtin;
    use onomast_gazetteer::entity::{Inflection, NameId, Origin, Spelling};
    use onomast_gazetteer::load::amend::NEW_OVERLAY;
    use onomast_gazetteer::load::{Problem, load_text};

    #[test]
    fn a_renamed_spelling_of_the_built_in_gazetteer_keeps_what_is_said_of_it() {
        let gazetteer = builtin::gazetteer();
        let tables = gazetteer.tables();
        let mut renamed: Vec<(EntityId, SpellingId, String)> = Vec::new();
        let mut kinds = std::collections::BTreeSet::new();
        for (id, spelling) in (0..).map(SpellingId).zip(&tables.spellings) {
            let (_, entity) = gazetteer.bearer(id);
            let said = said(&gazetteer, id, &spelling.text);
            let kind: Vec<&String> = said.keys().collect();
            // One of each combination of fields, and of each status.
            let is_new = kinds.insert(format!("{kind:?} {:?} {:?}", spelling.status, spelling.language));
            let is_free = renamed.last().is_none_or(|(last, ..)| *last != entity);
            if !is_new || !is_free || matches!(spelling.inflection, Inflection::Forms(_)) {
                continue;
            }
            let letter = if spelling.language == Language::Russian {
                'о'
            } else {
                'o'
            };
            let new = format!("{}{letter}", spelling.text);
            if let Ok(Target::New(new)) = target(&gazetteer, id, &new) {
                renamed.push((entity, id, new));
            }
        }
        assert!(renamed.len() > 20, "{renamed:?}");
        let overlays = renamed.iter().flat_map(|(_, id, new)| entries(&gazetteer, *id, new));
        let overlays: Vec<(SpellingId, String)> = overlays
            .filter_map(|entry| match entry {
                Entry::Overlay(id, new) => Some((id, new)),
                Entry::InPlace { .. } => None,
            })
            .collect();
        let overlay = overlaid(&gazetteer, NEW_OVERLAY, &overlays).expect("an overlay");
        let loaded = load_text("names.gazetteer.json", &overlay);

        let wrong: Vec<&Problem> = loaded.problems.iter().collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        for (entity, id, new) in &renamed {
            let entity_id = &gazetteer.entity(*entity).id;
            let there = loaded.gazetteer.find(entity_id).expect("the entity");
            let spelling = gazetteer.spelling(*id);
            let before = said_of(&gazetteer, *entity, Some((&spelling.language, &spelling.text, new)));
            let after = said_of(&loaded.gazetteer, there, None);
            assert_eq!(before, after, "{entity_id}");
        }
    }

    /// What a gazetteer says of the spellings of an entity, perhaps with one text in the place of another in its language.
    fn said_of(gazetteer: &Gazetteer, entity: EntityId, becomes: Option<(&Language, &str, &str)>) -> Vec<String> {
        let mut all = Vec::new();
        for (id, name) in gazetteer.names(entity) {
            for (_, spelling) in gazetteer.spellings(id) {
                let becomes = becomes.filter(|(language, ..)| **language == spelling.language);
                let text = becomes.and_then(|(_, old, new)| with_words(&spelling.text, old, new));
                let text = text.unwrap_or_else(|| spelling.text.clone());
                let rest = Spelling {
                    name: NameId(0),
                    origin: Origin::default(),
                    text: String::new(),
                    ..spelling.clone()
                };
                all.push(format!("{} {text} {rest:?}", name.key));
            }
        }
        all.sort();
        all
    }
}
