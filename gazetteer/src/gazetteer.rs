//! A loaded gazetteer: the tables of entities, names and spellings, and the matcher made of them.
//!
//! It is never changed, only replaced; a snapshot of a project holds one for as long as it needs it.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::entity::{Entity, EntityId, Name, NameId, Spelling, SpellingId};
use crate::language::Language;
use crate::matcher::Matcher;
use crate::near::NearIndex;
use crate::prefixes::Prefixes;

/// A text that entries of a gazetteer come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name, as the provider knows it: a path, or `builtin/persons.json`.
    pub name: String,
    /// Its text.
    pub text: Arc<str>,
    /// Whether it is part of the built-in gazetteer.
    pub builtin: bool,
    /// The number of the source that it extends, where that was found; of the built-in gazetteer, of its first source.
    pub below: Option<u32>,
}

/// The tables a gazetteer is built from, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Tables {
    /// Title for people, of the topmost layer that has one.
    pub title: String,
    /// The texts that were read.
    pub sources: Vec<Source>,
    /// Sorted by id.
    pub entities: Vec<Entity>,
    /// By entity.
    pub names: Vec<Name>,
    /// By name; of one name and language in the order of the file.
    pub spellings: Vec<Spelling>,
}

/// Entities, names and spellings, and what finds them in a text.
#[derive(Debug)]
pub struct Gazetteer {
    tables: Tables,
    by_id: HashMap<String, EntityId>,
    /// By `sameAs`; none that two entities claim.
    by_same_as: HashMap<String, Option<EntityId>>,
    matcher: Matcher,
    prefixes: OnceLock<Prefixes>,
    /// Made when somebody first asks for near misses.
    near: OnceLock<NearIndex>,
    /// Of each spelling the first that is the same but for form, found when somebody first asks.
    same: Box<[OnceLock<SpellingId>]>,
}

impl Gazetteer {
    /// Builds the matcher over the tables.
    pub fn new(tables: Tables) -> Gazetteer {
        let by_id = tables
            .entities
            .iter()
            .zip(0..)
            .map(|(entity, number)| (entity.id.clone(), EntityId(number)))
            .collect();
        let mut by_same_as = HashMap::new();
        for (entity, number) in tables.entities.iter().zip(0..) {
            for uri in &entity.same_as {
                let claimed = by_same_as
                    .entry(same_uri(uri).to_owned())
                    .or_insert(Some(EntityId(number)));
                *claimed = claimed.filter(|first| *first == EntityId(number));
            }
        }
        let matcher = Matcher::new(&tables);
        let same = tables.spellings.iter().map(|_| OnceLock::new()).collect();
        Gazetteer {
            tables,
            by_id,
            by_same_as,
            matcher,
            prefixes: OnceLock::new(),
            near: OnceLock::new(),
            same,
        }
    }

    /// Title for people.
    pub fn title(&self) -> &str {
        &self.tables.title
    }

    /// The texts the entries come from.
    pub fn sources(&self) -> &[Source] {
        &self.tables.sources
    }

    /// All entities, sorted by id.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.tables.entities)
    }

    /// The entity of an id.
    pub fn find(&self, id: &str) -> Option<EntityId> {
        self.by_id.get(id).copied()
    }

    /// The one entity that is said to be the same as a URI (`sameAs`). `http` and `https` are one, and a slash at the
    /// end says nothing.
    pub fn find_same_as(&self, uri: &str) -> Option<EntityId> {
        self.by_same_as.get(same_uri(uri)).copied().flatten()
    }

    /// An entity.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.tables.entities[id.0 as usize]
    }

    /// A name.
    pub fn name(&self, id: NameId) -> &Name {
        &self.tables.names[id.0 as usize]
    }

    /// A spelling.
    pub fn spelling(&self, id: SpellingId) -> &Spelling {
        &self.tables.spellings[id.0 as usize]
    }

    /// The names of an entity, in the order of the file.
    pub fn names(&self, entity: EntityId) -> impl Iterator<Item = (NameId, &Name)> {
        self.entity(entity)
            .names
            .clone()
            .map(|number| (NameId(number), self.name(NameId(number))))
    }

    /// The spellings of a name, in the order of the file.
    pub fn spellings(&self, name: NameId) -> impl Iterator<Item = (SpellingId, &Spelling)> {
        self.name(name)
            .spellings
            .clone()
            .map(|number| (SpellingId(number), self.spelling(SpellingId(number))))
    }

    /// The first of the spellings that are the same as this one but for form; `find` finds it, once.
    pub(crate) fn first_of_same(&self, id: SpellingId, find: impl FnOnce() -> SpellingId) -> SpellingId {
        *self.same[id.0 as usize].get_or_init(find)
    }

    /// The preferred spelling of a name in a language, else its first accepted one.
    pub fn preferred(&self, name: NameId, language: &Language) -> Option<SpellingId> {
        self.spellings(name)
            .filter(|(_, spelling)| {
                spelling.language == *language && spelling.status <= crate::entity::Status::Accepted
            })
            .min_by_key(|(id, spelling)| (spelling.status, *id))
            .map(|(id, _)| id)
    }

    /// The name of a spelling and the entity of that name.
    pub fn bearer(&self, spelling: SpellingId) -> (NameId, EntityId) {
        let name = self.spelling(spelling).name;
        (name, self.name(name).entity)
    }

    /// Spellings by what they begin with, if somebody has made the table.
    pub fn prefixes_if_made(&self) -> Option<&Prefixes> {
        self.prefixes.get()
    }

    /// The same of some spellings alone, made anew: for who cannot wait for the whole.
    pub fn prefixes_of(&self, spellings: &[SpellingId]) -> Prefixes {
        Prefixes::of_some(&self.tables, spellings)
    }

    /// Spellings by what they begin with; made by the first who asks, for whom it takes about 50 µs a spelling.
    pub fn prefixes(&self) -> &Prefixes {
        self.prefixes.get_or_init(|| Prefixes::new(&self.tables))
    }

    /// The tables, whole.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    pub(crate) fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    pub(crate) fn near(&self) -> &NearIndex {
        self.near.get_or_init(|| NearIndex::new(&self.tables, &self.matcher))
    }
}

/// The part of a URI that tells it from others.
fn same_uri(uri: &str) -> &str {
    let uri = uri.trim().trim_end_matches('/');
    uri.strip_prefix("https://")
        .or_else(|| uri.strip_prefix("http://"))
        .unwrap_or(uri)
}
