//! Entities that the markup itself names: `<persName ref="#chicherin">` and its kin.
//!
//! A block knows which reference stands around which words; what a reference leads to (a person’s entry in the header,
//! its `idno`, a prefix) may be written anywhere in the document, so it is looked up when a mention is resolved.

use std::collections::HashMap;
use std::ops::Range;

use crate::Gazetteer;
use crate::entity::EntityId;
use crate::prose::{Definition, Pin};

/// References lead to references at most this often.
const LONGEST_CHAIN: usize = 8;

/// What the references of a document lead to: a sum over blocks.
#[derive(Debug, Clone, Default)]
pub(super) struct References {
    /// What is said to be the same as an identifier of the document.
    identifiers: HashMap<String, Vec<String>>,
    /// Prefixes and what they stand for.
    prefixes: HashMap<String, String>,
}

impl References {
    pub(super) fn new<'a>(definitions: impl Iterator<Item = &'a Definition>) -> References {
        let mut references = References::default();
        for definition in definitions {
            match definition {
                Definition::Identifier { id, same_as } => {
                    let known = references.identifiers.entry(id.clone()).or_default();
                    known.push(same_as.clone());
                }
                Definition::Prefix { prefix, replacement } => {
                    references.prefixes.insert(prefix.clone(), replacement.clone());
                }
            }
        }
        references
    }

    /// The entity that a reference names: an id of the gazetteer, one of its `sameAs`, or an identifier of the document
    /// that is said to be one of these. Several may be given, separated by white space; the first known one counts.
    pub(super) fn entity(&self, gazetteer: &Gazetteer, reference: &str) -> Option<EntityId> {
        reference
            .split_whitespace()
            .find_map(|one| self.lookup(gazetteer, one, LONGEST_CHAIN))
    }

    fn lookup(&self, gazetteer: &Gazetteer, reference: &str, chain: usize) -> Option<EntityId> {
        let own = reference.strip_prefix('#').unwrap_or(reference);
        if let Some(entity) = gazetteer.find(own).or_else(|| gazetteer.find_same_as(reference)) {
            return Some(entity);
        }
        let chain = chain.checked_sub(1)?;
        if let Some((prefix, rest)) = reference.split_once(':')
            && let Some(replacement) = self.prefixes.get(prefix)
        {
            let whole = replacement.replacen("$1", rest, 1);
            return self.lookup(gazetteer, &whole, chain);
        }
        let meant = self.identifiers.get(own)?;
        meant.iter().find_map(|one| self.lookup(gazetteer, one, chain))
    }
}

/// The reference that stands around words of a block, or in them: of nested ones the inner. `None` where two stand in
/// them: each is about a part. The second value says whether it stands around all of them.
pub(super) fn pin<'a>(pins: &'a [Pin], words: &Range<usize>) -> Option<(&'a Pin, bool)> {
    let before = pins.partition_point(|pin| pin.range.start <= words.start);
    let around = pins[..before].iter().rev().find(|pin| words.end <= pin.range.end);
    if let Some(pin) = around {
        return Some((pin, true));
    }
    let first = pins.partition_point(|pin| pin.range.start < words.start);
    let mut inside = pins[first..]
        .iter()
        .take_while(|pin| pin.range.start < words.end)
        .filter(|pin| pin.range.end <= words.end);
    match (inside.next(), inside.next()) {
        (Some(pin), None) => Some((pin, false)),
        _ => None,
    }
}
