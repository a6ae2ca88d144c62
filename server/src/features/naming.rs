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

/// What several are called, of whom one is meant: each as [`title`] has it, with the id where two would be called the same.
pub fn titles(gazetteer: &Gazetteer, entities: &[EntityId], locale: Locale) -> String {
    let titles: Vec<String> = entities.iter().map(|id| title(gazetteer, *id, locale)).collect();
    let told_apart = entities.iter().zip(&titles).map(|(entity, title)| {
        let is_alone = titles.iter().filter(|other| *other == title).count() == 1;
        match is_alone {
            true => title.clone(),
            false => format!("{title} ({})", gazetteer.entity(*entity).id),
        }
    });
    told_apart.collect::<Vec<_>>().join(" / ")
}

/// The main name in each language that has it: the reader’s first, then in the order of languages. The full name is the
/// main one, else the surname behind the given name, else the first name that the gazetteer gives.
pub fn main_names(gazetteer: &Gazetteer, entity: EntityId, locale: Locale) -> Vec<(Language, String)> {
    let of = |part| {
        let mut names = gazetteer.names(entity);
        names.find(|(_, name)| name.part == part).map(|(name, _)| name)
    };
    let each = |name| in_each_language(gazetteer, name, locale);
    match (of(Part::Full), of(Part::Given), of(Part::Surname)) {
        (Some(full), ..) => each(full),
        (None, Some(given), Some(surname)) => {
            let given = each(given);
            let before = |language: &Language| given.iter().find(|(other, _)| other == language);
            let whole = |(language, surname): (Language, String)| match before(&language) {
                Some((_, given)) => (language, format!("{given} {surname}")),
                None => (language, surname),
            };
            each(surname).into_iter().map(whole).collect()
        }
        (None, ..) => gazetteer
            .names(entity)
            .next()
            .map_or_else(Vec::new, |(name, _)| each(name)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture::Fixture;

    const BROTHERS: &str = r#"//- gazetteer
{"id":"person/ivan","gender":"masculine","homonym":true,"names":[{"part":"given","spellings":{"ru":["Иван"],"en":["Ivan"]}},{"part":"surname","spellings":{"ru":["Сорокин"],"en":["Sorokin"],"tr":["Sorokin"]}}]}
{"id":"person/ivan-the-younger","gender":"masculine","homonym":true,"names":[{"part":"given","spellings":{"en":["Ivan"]}},{"part":"surname","spellings":{"en":["Sorokin"]}}]}
{"id":"person/petr","gender":"masculine","homonym":true,"names":[{"part":"surname","spellings":{"ru":["Сорокин"]}},{"part":"given","spellings":{"ru":["Пётр"]}}]}
{"id":"person/anna","gender":"feminine","names":[{"part":"given","spellings":{"ru":["Анна"]}},{"part":"surname","spellings":{"ru":["Орлова"]}},{"spellings":{"ru":["Анна Львовна Орлова"]}}]}
{"id":"person/foma","gender":"masculine","names":[{"part":"given","spellings":{"ru":["Фома"]}}]}
//- /a.md
Сорокин
"#;

    #[test]
    fn who_has_no_full_name_is_called_by_the_given_name_and_the_surname() {
        let fixture = Fixture::read(BROTHERS);
        let gazetteer = fixture.view().analysis.gazetteer().clone();
        for (id, expected) in [
            ("person/ivan", "en: Ivan Sorokin; ru: Иван Сорокин; tr: Sorokin"),
            ("person/petr", "ru: Пётр Сорокин"),
            ("person/foma", "ru: Фома"),
            ("person/anna", "ru: Анна Львовна Орлова"),
        ] {
            let entity = gazetteer.find(id).expect("the fixture has it");
            let names = main_names(&gazetteer, entity, Locale::English);
            let drawn: Vec<String> = names
                .iter()
                .map(|(language, name)| format!("{}: {name}", language.tag()))
                .collect();
            assert_eq!(drawn.join("; "), expected, "{id}");
        }
    }

    #[test]
    fn two_of_one_name_are_told_apart_by_their_ids() {
        let fixture = Fixture::read(BROTHERS);
        let gazetteer = fixture.view().analysis.gazetteer().clone();
        let all = ["person/ivan", "person/petr", "person/ivan-the-younger"]
            .map(|id| gazetteer.find(id).expect("the fixture has it"));
        assert_eq!(
            titles(&gazetteer, &all, Locale::English),
            "Ivan Sorokin (person/ivan) / Пётр Сорокин / Ivan Sorokin (person/ivan-the-younger)"
        );
    }
}
