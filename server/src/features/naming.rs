//! How an entity is called and described, for people.

use std::collections::BTreeMap;

use onomast_gazetteer::entity::{EntityId, NameId, Part};
use onomast_gazetteer::{Gazetteer, Language};

use crate::message::Locale;

/// What an entity is called in a title: its main name in the reader’s language, else in the first that has it; the id of
/// one that has no name fit to be shown.
pub fn title(gazetteer: &Gazetteer, entity: EntityId, locale: Locale) -> String {
    let names = main_names(gazetteer, entity, locale);
    match names.into_iter().next() {
        Some((_, name)) => name,
        None => gazetteer.entity(entity).id.clone(),
    }
}

/// The main name in each language that has it: the reader’s first, then in the order of languages. The full name is the
/// main one, else the first name that the gazetteer gives.
pub fn main_names(gazetteer: &Gazetteer, entity: EntityId, locale: Locale) -> Vec<(Language, String)> {
    let full = gazetteer.names(entity).find(|(_, name)| name.part == Part::Full);
    let main = full.or_else(|| gazetteer.names(entity).next());
    main.map_or_else(Vec::new, |(name, _)| in_each_language(gazetteer, name, locale))
}

/// The spelling of a name that is to be used, in each language that has one: the reader’s first.
pub fn in_each_language(gazetteer: &Gazetteer, name: NameId, locale: Locale) -> Vec<(Language, String)> {
    let spellings = gazetteer.spellings(name);
    let mut languages: Vec<&Language> = spellings.map(|(_, spelling)| &spelling.language).collect();
    languages.sort_by_key(|language| (language.tag() != locale.tag(), *language));
    languages.dedup();
    let preferred = |language: &Language| {
        let spelling = gazetteer.preferred(name, language)?;
        Some((language.clone(), gazetteer.spelling(spelling).text.clone()))
    };
    languages.into_iter().filter_map(preferred).collect()
}

/// The description of an entity: in the reader’s language, else in English, else in any.
pub fn description(texts: &BTreeMap<String, String>, locale: Locale) -> Option<&str> {
    let own = texts.get(locale.tag()).or_else(|| texts.get("en"));
    own.or_else(|| texts.values().next()).map(String::as_str)
}
