//! Which entities a reader means who types a name or the beginning of one, in any script and transliteration.

use std::collections::{BTreeMap, BTreeSet};

use onomast_gazetteer::entity::{EntityId, SpellingId};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::translit::{SearchKey, Spellings};
use onomast_gazetteer::{Gazetteer, Language};

/// An entity, and the spelling by which it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The entity.
    pub entity: EntityId,
    /// Of one that was found by its id: its first spelling, where it has one.
    pub spelling: Option<SpellingId>,
}

/// The entities, of those that are looked `among`, that a query means: by id, else by a spelling, else by what sounds so in
/// another script or begins so, else by what sounds like the beginning. The nearest first, then by id.
pub fn search(gazetteer: &Gazetteer, query: &str, among: impl Fn(EntityId) -> bool) -> Vec<Found> {
    let search = Search::new(gazetteer, &among);
    if let Some(entity) = gazetteer.find(query.trim()).filter(|entity| among(*entity)) {
        let spelling = search.spellings.iter().find(|(_, of)| *of == entity);
        let spelling = spelling.map(|(id, _)| *id);
        return vec![Found { entity, spelling }];
    }
    let folded_query = folded(query);
    let exact = search.by(|spelling| spelling == folded_query);
    if !exact.is_empty() || folded_query.is_empty() {
        return exact;
    }
    let Sounding { whole, beginning } = search.sounding(query);
    let begun = search.by(|spelling| spelling.starts_with(&folded_query));
    let found = once_each(whole.into_iter().chain(begun));
    if found.is_empty() { once_each(beginning) } else { found }
}

struct Search<'a> {
    gazetteer: &'a Gazetteer,
    /// All that are looked among, in the order of the gazetteer.
    spellings: Vec<(SpellingId, EntityId)>,
}

/// What sounds like a query, the nearest first.
#[derive(Default)]
struct Sounding {
    whole: Vec<Found>,
    beginning: Vec<Found>,
}

impl<'a> Search<'a> {
    fn new(gazetteer: &'a Gazetteer, among: &dyn Fn(EntityId) -> bool) -> Search<'a> {
        let entities = gazetteer.entities().map(|(id, _)| id).filter(|id| among(*id));
        let spellings = entities.flat_map(|entity| {
            let names = gazetteer.names(entity);
            let ids = names.flat_map(|(name, _)| gazetteer.spellings(name).map(|(id, _)| id));
            ids.map(move |id| (id, entity))
        });
        Search {
            gazetteer,
            spellings: spellings.collect(),
        }
    }

    /// By spellings as they are compared in a text.
    fn by(&self, fits: impl Fn(&str) -> bool) -> Vec<Found> {
        let spellings = self.spellings.iter();
        let fitting = spellings.filter(|(id, _)| fits(&folded(&self.gazetteer.spelling(*id).text)));
        once_each(fitting.map(|(id, entity)| Found {
            entity: *entity,
            spelling: Some(*id),
        }))
    }

    /// By the search key.
    fn sounding(&self, query: &str) -> Sounding {
        let key = SearchKey::of(query);
        let mut near = Vec::new();
        for (language, spellings) in self.by_language() {
            let texts = spellings.iter().map(|(text, ..)| *text);
            for found in Spellings::new(language, texts).complete(query, spellings.len()) {
                let (text, spelling, entity) = spellings[found.place];
                near.push((found.distance, entity, spelling, SearchKey::of(text).meets(&key)));
            }
        }
        near.sort();
        let mut sounding = Sounding::default();
        for (_, entity, spelling, whole) in near {
            let list = if whole {
                &mut sounding.whole
            } else {
                &mut sounding.beginning
            };
            list.push(Found {
                entity,
                spelling: Some(spelling),
            });
        }
        sounding
    }

    fn by_language(&self) -> BTreeMap<&Language, Vec<(&str, SpellingId, EntityId)>> {
        let mut languages: BTreeMap<&Language, Vec<_>> = BTreeMap::new();
        for (id, entity) in &self.spellings {
            let spelling = self.gazetteer.spelling(*id);
            let own = languages.entry(&spelling.language).or_default();
            own.push((spelling.text.as_str(), *id, *entity));
        }
        languages
    }
}

fn once_each(found: impl IntoIterator<Item = Found>) -> Vec<Found> {
    let mut seen = BTreeSet::new();
    found.into_iter().filter(|found| seen.insert(found.entity)).collect()
}

/// Folded word by word, as the matcher compares.
fn folded(text: &str) -> String {
    let words: Vec<String> = text
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .map(fold_word)
        .collect();
    words.join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::builtin;

    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let gazetteer = builtin::gazetteer();
        let found = search(&gazetteer, query, |_| true);
        let found: Vec<_> = found
            .iter()
            .map(|found| gazetteer.entity(found.entity).id.as_str())
            .collect();
        assert_eq!(&found[..expected.len().min(found.len())], expected, "{query}");
    }

    #[test]
    fn in_any_script() {
        for query in [
            "person/georgy-chicherin",
            "чичерин",
            "Tchitcherin",
            "Çiçerin",
            "chichерин",
        ] {
            check(query, &["person/georgy-chicherin"]);
        }
        check("", &[]);
        check("кщшгзх", &[]);
    }

    #[test]
    fn only_among_those_that_are_asked_for() {
        let gazetteer = builtin::gazetteer();
        for query in ["чичерин", "person/georgy-chicherin", "чич"] {
            assert_eq!(search(&gazetteer, query, |_| false), [], "{query}");
        }
    }

    #[test]
    fn the_spelling_is_the_one_that_was_meant() {
        let gazetteer = builtin::gazetteer();
        for (query, expected) in [("чичерин", "Чичерин"), ("çiçerin", "Çiçerin")] {
            let found = search(&gazetteer, query, |_| true);
            let spelling = found[0].spelling.map(|id| gazetteer.spelling(id).text.as_str());
            assert_eq!(spelling, Some(expected));
        }
    }
}
