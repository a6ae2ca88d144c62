//! The names of a whole project, to be looked through: one symbol an entity that is named in it.

use std::cmp::Reverse;
use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{EntityId, EntityType, SpellingId};

use super::naming;
use super::search::search;
use crate::index::Corpus;
use crate::message::Locale;

/// An entity that a project names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// The spelling that the reader looked for, else the main name in the reader's language.
    pub name: String,
    /// The main name in the reader's language, where that is another.
    pub main: Option<String>,
    /// Mentions that are surely of it.
    pub count: usize,
}

/// The entities of a project that a query means, at most so many: the nearest first, and of an empty query, which means
/// all, the most frequent first.
pub fn workspace_symbols(
    corpus: &Corpus,
    gazetteer: &Arc<Gazetteer>,
    query: &str,
    locale: Locale,
    most: usize,
) -> Vec<Symbol> {
    let named = corpus.entities();
    let count = |entity: EntityId| named.get(gazetteer.entity(entity).id.as_str()).copied();
    let symbol = |entity: EntityId, spelling: Option<SpellingId>| {
        let main = naming::title(gazetteer, entity, locale);
        let found = spelling.map(|id| gazetteer.spelling(id).text.clone());
        let name = found.unwrap_or_else(|| main.clone());
        Some(Symbol {
            id: gazetteer.entity(entity).id.clone(),
            kind: gazetteer.entity(entity).kind,
            main: Some(main).filter(|main| *main != name),
            count: count(entity)?,
            name,
        })
    };
    if query.trim().is_empty() {
        let all = gazetteer.entities().filter_map(|(id, _)| symbol(id, None));
        let mut all: Vec<Symbol> = all.collect();
        all.sort_by(|one, other| (Reverse(one.count), &one.id).cmp(&(Reverse(other.count), &other.id)));
        all.truncate(most);
        return all;
    }
    let found = search(gazetteer, query, |entity| count(entity).is_some());
    let found = found.into_iter().take(most);
    found.filter_map(|found| symbol(found.entity, found.spelling)).collect()
}
