//! A project at one moment, exactly: its index, with the texts that are open in the editor laid over it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::entity::{EntityId, Status};
use onomast_gazetteer::{Gazetteer, Language};

use super::{Index, Indexed, Summary};

/// The documents of a project. Entities are asked for by id: until the index has caught up with a gazetteer that has
/// changed, closed documents are still known as the gazetteer before has them, and numbers differ.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    index: Option<Arc<Index>>,
    /// What is open holds instead of what the index has. `None`: open, and nothing can be said of it.
    open: BTreeMap<PathBuf, Option<Arc<Summary>>>,
}

/// How often an entity is named in a project, ambiguous mentions left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Mentions.
    pub mentions: usize,
    /// Documents with at least one.
    pub documents: usize,
    /// By spelling, most frequent first, then by language and text.
    pub spellings: Vec<SpellingCount>,
}

/// How often mentions are found by a spelling. A full name is found by the spelling of the full name where the gazetteer
/// has one, and by that of the surname where rule made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellingCount {
    /// Key of its name.
    pub key: String,
    /// Its language.
    pub language: Language,
    /// The spelling.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// How often.
    pub count: usize,
}

impl Corpus {
    /// An index as far as it is made, and what is open now.
    pub fn new(index: Option<Arc<Index>>, open: BTreeMap<PathBuf, Option<Arc<Summary>>>) -> Corpus {
        Corpus { index, open }
    }

    /// All documents, by path.
    pub fn documents(&self) -> impl Iterator<Item = (&Path, &Arc<Summary>)> {
        let closed = self.index.iter().flat_map(|index| index.documents());
        let closed = closed.filter(|(path, _)| !self.open.contains_key(*path));
        let mut all: Vec<_> = closed.chain(self.opened()).collect();
        all.sort_by_key(|(path, _)| *path);
        all.into_iter()
    }

    /// The documents that name an entity, surely or perhaps, by path, and the number it has in each.
    pub fn documents_of(&self, id: &str) -> impl Iterator<Item = (&Path, &Arc<Summary>, EntityId)> {
        let known = |summary: &Summary| summary.gazetteer.find(id);
        let closed = self.index.iter().flat_map(|index| {
            let entity = index.gazetteer().find(id);
            let documents = entity.into_iter().flat_map(|entity| index.documents_of(entity));
            documents.filter_map(move |(path, summary)| Some((path, summary, entity?)))
        });
        let closed = closed.filter(|(path, ..)| !self.open.contains_key(*path));
        let open = self.opened().filter_map(|(path, summary)| {
            let entity = known(summary)?;
            let is_named = summary.entities().any(|named| named == entity);
            is_named.then_some((path, summary, entity))
        });
        let mut all: Vec<_> = closed.chain(open).collect();
        all.sort_by_key(|(path, ..)| *path);
        all.into_iter()
    }

    /// The mentions that are surely of an entity, document by document.
    pub fn mentions_of(&self, id: &str) -> impl Iterator<Item = (&Path, Indexed<'_>)> {
        self.documents_of(id)
            .flat_map(|(path, summary, entity)| summary.mentions_of(entity).map(move |mention| (path, mention)))
    }

    /// How often an entity is named.
    pub fn counts(&self, id: &str) -> Counts {
        let mut counts = Counts::default();
        for (_, summary, entity) in self.documents_of(id) {
            let before = counts.mentions;
            for mention in summary.mentions_of(entity) {
                counts.mentions += 1;
                counts.add(&summary.gazetteer, &mention);
            }
            counts.documents += usize::from(counts.mentions > before);
        }
        let by = |one: &SpellingCount, other: &SpellingCount| {
            let rank = |count: &SpellingCount| std::cmp::Reverse(count.count);
            (rank(one), &one.language, &one.text, &one.key).cmp(&(
                rank(other),
                &other.language,
                &other.text,
                &other.key,
            ))
        };
        counts.spellings.sort_by(by);
        counts
    }

    /// Every entity that is surely named somewhere, by id, and how often.
    pub fn entities(&self) -> BTreeMap<&str, usize> {
        let mut entities = BTreeMap::new();
        for (_, summary) in self.documents() {
            for mention in summary.mentions().filter(|mention| !mention.ambiguous) {
                let id = summary.gazetteer.entity(mention.candidate.entity).id.as_str();
                *entities.entry(id).or_default() += 1;
            }
        }
        entities
    }

    fn opened(&self) -> impl Iterator<Item = (&Path, &Arc<Summary>)> {
        let open = self.open.iter();
        open.filter_map(|(path, summary)| Some((path.as_path(), summary.as_ref()?)))
    }
}

impl Counts {
    fn add(&mut self, gazetteer: &Gazetteer, mention: &Indexed<'_>) {
        let spelling = gazetteer.spelling(mention.candidate.spelling);
        let key = &gazetteer.name(spelling.name).key;
        let same = |count: &&mut SpellingCount| {
            count.text == spelling.text && count.language == spelling.language && count.key == *key
        };
        match self.spellings.iter_mut().find(same) {
            Some(count) => count.count += 1,
            None => self.spellings.push(SpellingCount {
                key: key.clone(),
                language: spelling.language.clone(),
                text: spelling.text.clone(),
                status: spelling.status,
                count: 1,
            }),
        }
    }
}
