//! What a project says of its names, over all its documents. Data and sums only: nothing here reads a file or waits.
//!
//! An [`Index`] holds a [`Summary`] of each document and, from entities, the way back. Its sums lag behind what is being
//! typed by a quiet moment, and cost nothing to ask. A [`Corpus`] is the index with the texts that are open now laid
//! over it: exact, and made for one answer.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Use;
use onomast_gazetteer::entity::{EntityId, SpellingId};

mod corpus;
mod summary;
#[cfg(test)]
mod tests;

pub use corpus::{Corpus, Counts, SpellingCount};
pub use summary::{Indexed, Summary};

/// How much of a project is read. What is beyond is left out, and somebody hears of it.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Texts.
    pub files: usize,
    /// Bytes of a text.
    pub bytes: u64,
    /// Folders that are watched where the editor watches none: Linux has some 8192 watches for all programs together.
    pub folders: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            files: 20_000,
            bytes: 32 * 1024 * 1024,
            folders: 4096,
        }
    }
}

/// The documents of one project, read with one gazetteer.
#[derive(Debug, Clone)]
pub struct Index {
    gazetteer: Arc<Gazetteer>,
    documents: BTreeMap<Arc<Path>, Arc<Summary>>,
    /// Where an entity is named, surely or perhaps.
    named: HashMap<EntityId, BTreeSet<Arc<Path>>>,
    /// How often, surely or perhaps.
    mentions: HashMap<EntityId, u32>,
    sums: HashMap<SpellingId, u32>,
    uses: OnceLock<Arc<[Use]>>,
    conflicting: OnceLock<Arc<[Use]>>,
}

impl Index {
    /// Of no document yet.
    pub fn new(gazetteer: Arc<Gazetteer>) -> Index {
        Index {
            gazetteer,
            documents: BTreeMap::new(),
            named: HashMap::new(),
            mentions: HashMap::new(),
            sums: HashMap::new(),
            uses: OnceLock::new(),
            conflicting: OnceLock::new(),
        }
    }

    /// The gazetteer of all its summaries.
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// Puts a document, new or in place of what was known of it. Whether it could: one that was read with another
    /// gazetteer has other ids.
    pub fn put(&mut self, path: &Path, summary: Arc<Summary>) -> bool {
        if !Arc::ptr_eq(&self.gazetteer, &summary.gazetteer) {
            return false;
        }
        self.remove(path);
        let path: Arc<Path> = path.into();
        for entity in summary.entities() {
            let named = self.named.entry(entity).or_default();
            if !named.contains(&path) {
                named.insert(path.clone());
            }
            *self.mentions.entry(entity).or_default() += 1;
        }
        for (spelling, count) in summary.tally() {
            *self.sums.entry(*spelling).or_default() += count;
        }
        self.uses = OnceLock::new();
        self.conflicting = OnceLock::new();
        self.documents.insert(path, summary);
        true
    }

    /// Takes a document away.
    pub fn remove(&mut self, path: &Path) -> Option<Arc<Summary>> {
        let summary = self.documents.remove(path)?;
        for entity in summary.entities() {
            take(self.mentions.entry(entity), 1);
            if let Entry::Occupied(mut named) = self.named.entry(entity) {
                named.get_mut().remove(path);
                if named.get().is_empty() {
                    named.remove();
                }
            }
        }
        for (spelling, count) in summary.tally() {
            take(self.sums.entry(*spelling), *count);
        }
        self.uses = OnceLock::new();
        self.conflicting = OnceLock::new();
        Some(summary)
    }

    /// All documents, by path.
    pub fn documents(&self) -> impl Iterator<Item = (&Path, &Arc<Summary>)> {
        self.documents.iter().map(|(path, summary)| (&**path, summary))
    }

    /// What is known of a document.
    pub fn document(&self, path: &Path) -> Option<&Arc<Summary>> {
        self.documents.get(path)
    }

    /// The documents that name an entity, surely or perhaps, by path.
    pub fn documents_of(&self, entity: EntityId) -> impl Iterator<Item = (&Path, &Arc<Summary>)> {
        let paths = self.named.get(&entity).into_iter().flatten();
        paths.filter_map(|path| Some((&**path, self.documents.get(path)?)))
    }

    /// How often an entity is named, surely or perhaps.
    pub fn mentions_of(&self, entity: EntityId) -> u32 {
        self.mentions.get(&entity).copied().unwrap_or_default()
    }

    /// What the narration of all drafts uses, summed up: one entry a name and language, sorted.
    pub fn uses(&self) -> &Arc<[Use]> {
        self.uses
            .get_or_init(|| Use::of(&self.gazetteer, self.sums.iter().map(|(id, count)| (*id, *count))).into())
    }

    /// Of these, the names that are spelled in more than one way.
    pub fn conflicting(&self) -> &Arc<[Use]> {
        let conflicting = || self.uses().iter().filter(|used| used.counts.len() > 1);
        self.conflicting.get_or_init(|| conflicting().cloned().collect())
    }
}

/// Takes from a count; one of 0 goes.
fn take<K>(count: Entry<'_, K, u32>, less: u32) {
    if let Entry::Occupied(mut count) = count {
        *count.get_mut() = count.get().saturating_sub(less);
        if *count.get() == 0 {
            count.remove();
        }
    }
}
