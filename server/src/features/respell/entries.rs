//! What changes in gazetteers when a spelling becomes another text.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{SpellingId, Status};
use onomast_gazetteer::load::amend::{NewSpelling, with_spelling};
use onomast_gazetteer::load::outline::outline;
use onomast_gazetteer::load::{respelled, said, still_inflects};
use onomast_gazetteer::replace::Change;
use serde_json::{Map, Value};

use super::renamed::renamed;

/// Where the gazetteer has the old spelling, the new one in its place; and in longer names that contain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Changes to a source of the project, by its name.
    InPlace {
        /// The old spelling.
        spelling: SpellingId,
        /// The source.
        source: String,
        /// In bytes of it.
        changes: Vec<Change>,
    },
    /// The spelling is in the built-in gazetteer: an overlay has to say that it is off, and the new one.
    Overlay {
        /// The old spelling.
        spelling: SpellingId,
        /// The new one.
        text: String,
        /// The source of the project that repeats the old one, and is the overlay; `None`: the project’s own gazetteer.
        source: Option<String>,
    },
}

/// The entries that change when a spelling becomes another text, in all layers that have it.
pub fn entries(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, new) in renamed(gazetteer, from, text) {
        let spelling = gazetteer.spelling(id);
        let inflection = still_inflects(&spelling.inflection, &spelling.text, &new);
        let keeps = *inflection == spelling.inflection;
        let listed = listed(gazetteer, id);
        let (builtin, own): (Vec<_>, Vec<_>) = listed
            .into_iter()
            .partition(|(source, _)| gazetteer.sources()[*source].builtin);
        if builtin.is_empty() {
            entries.extend(own.into_iter().map(|(source, range)| Entry::InPlace {
                spelling: id,
                source: gazetteer.sources()[source].name.clone(),
                changes: respelled(&gazetteer.sources()[source].text, &range, &new, keeps),
            }));
            continue;
        }
        let sources = own
            .into_iter()
            .map(|(source, _)| Some(gazetteer.sources()[source].name.clone()));
        let sources: Vec<Option<String>> = sources.collect();
        let sources = if sources.is_empty() { vec![None] } else { sources };
        entries.extend(sources.into_iter().map(|source| Entry::Overlay {
            spelling: id,
            text: new.clone(),
            source,
        }));
    }
    entries
}

/// Where a spelling is listed: the sources that have it, by number, and the bytes of its text. What a file repeats of one that
/// it extends stands in both.
fn listed(gazetteer: &Gazetteer, id: SpellingId) -> Vec<(usize, std::ops::Range<usize>)> {
    let spelling = gazetteer.spelling(id);
    let name = gazetteer.name(spelling.name);
    let entity = &gazetteer.entity(name.entity).id;
    let top = (spelling.origin.source as usize, spelling.origin.range.clone());
    let mut found = vec![top];
    for (number, source) in gazetteer.sources().iter().enumerate() {
        // A source that has not the words need not be parsed.
        if number == found[0].0 || !source.text.contains(spelling.text.as_str()) {
            continue;
        }
        let entries = outline(&source.text).into_iter().filter(|entry| entry.id == *entity);
        let names = entries.flat_map(|entry| entry.names).filter(|own| own.key == name.key);
        let same = names
            .flat_map(|name| name.spellings)
            .filter(|own| own.language == spelling.language.tag() && own.text == spelling.text);
        found.extend(same.map(|own| (number, own.range)));
    }
    found.retain(|(source, _)| gazetteer.sources().get(*source).is_some());
    found
}

/// An overlay with new texts for spellings of the built-in gazetteer: the new one preferred where the old one was, and with
/// all that was said of it; the old one off, or where it `stays` in some text no longer preferred.
pub fn overlaid(gazetteer: &Gazetteer, overlay: &str, renamed: &[(SpellingId, String)], stays: bool) -> Option<String> {
    let mut text = overlay.to_owned();
    let nothing = Map::new();
    for (id, new) in renamed {
        let spelling = gazetteer.spelling(*id);
        let old = match stays {
            true => no_longer_preferred(gazetteer, *id, &nothing),
            false => NewSpelling {
                status: Status::Off,
                said: None,
                ..no_longer_preferred(gazetteer, *id, &nothing)
            },
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

/// A gazetteer in which spellings have been renamed in place, and that is to know the old ones still.
pub fn with_old(gazetteer: &Gazetteer, text: String, spellings: &[SpellingId]) -> Option<String> {
    let nothing = Map::new();
    let add = |text: String, id: &SpellingId| with_spelling(&text, no_longer_preferred(gazetteer, *id, &nothing));
    spellings.iter().try_fold(text, add)
}

/// A spelling as it is, but for the rank that another one takes.
fn no_longer_preferred<'a>(gazetteer: &'a Gazetteer, id: SpellingId, said: &'a Map<String, Value>) -> NewSpelling<'a> {
    let spelling = gazetteer.spelling(id);
    let name = gazetteer.name(spelling.name);
    NewSpelling {
        entity: &gazetteer.entity(name.entity).id,
        key: &name.key,
        part: name.part,
        language: spelling.language.tag(),
        text: &spelling.text,
        status: match spelling.status {
            Status::Preferred => Status::Accepted,
            other => other,
        },
        said: Some(said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::respell::{Target, target};
    use onomast_gazetteer::Language;
    use onomast_gazetteer::builtin;
    use onomast_gazetteer::entity::{EntityId, Inflection, NameId, Origin, Spelling};
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
                Entry::Overlay { spelling, text, .. } => Some((spelling, text)),
                Entry::InPlace { .. } => None,
            })
            .collect();
        let overlay = overlaid(&gazetteer, NEW_OVERLAY, &overlays, false).expect("an overlay");
        let loaded = load_text("names.gazetteer.json", &overlay);

        let wrong: Vec<&Problem> = loaded.problems.iter().collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        for (entity, id, new) in &renamed {
            let entity_id = &gazetteer.entity(*entity).id;
            let there = loaded.gazetteer.find(entity_id).expect("the entity");
            let before = said_of(&gazetteer, *entity, &super::renamed(&gazetteer, *id, new));
            let after = said_of(&loaded.gazetteer, there, &[]);
            assert_eq!(before, after, "{entity_id}");
        }
    }

    /// What a gazetteer says of the spellings of an entity, some of them under other texts.
    fn said_of(gazetteer: &Gazetteer, entity: EntityId, renamed: &[(SpellingId, String)]) -> Vec<String> {
        let mut all = Vec::new();
        for (number, name) in gazetteer.names(entity) {
            for (id, spelling) in gazetteer.spellings(number) {
                let becomes = renamed.iter().find(|(known, _)| *known == id);
                let text = becomes.map_or(&spelling.text, |(_, text)| text);
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
