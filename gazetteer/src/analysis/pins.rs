//! Entities that the markup itself names: `<persName ref="#chicherin">` and its kin.
//!
//! A block knows which reference stands around which words; what a reference leads to (a person’s entry in the header,
//! its `idno`, a prefix) may be written anywhere in the document, so it is looked up when a mention is resolved.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::Gazetteer;
use crate::entity::EntityId;
use crate::prose::{Definition, Pin};

/// References lead to references at most this often.
const LONGEST_CHAIN: usize = 8;

/// So many references are followed for one that stands in the text, and so much is remembered of one identifier. No
/// document says more of a person; one that is made to would cost the product of all that it says.
const MOST_FOLLOWED: usize = 32;

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
                    if known.len() < MOST_FOLLOWED && !known.contains(same_as) {
                        known.push(same_as.clone());
                    }
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
            .take(MOST_FOLLOWED)
            .find_map(|one| self.lookup(gazetteer, one))
    }

    /// Follows a reference, the nearest first, and none twice.
    fn lookup(&self, gazetteer: &Gazetteer, reference: &str) -> Option<EntityId> {
        let mut followed = vec![(Cow::Borrowed(reference), 0)];
        let mut next = 0;
        while let Some((reference, chain)) = followed.get(next).cloned() {
            next += 1;
            let own = reference.strip_prefix('#').unwrap_or(&reference);
            if let Some(entity) = gazetteer.find(own).or_else(|| gazetteer.find_same_as(&reference)) {
                return Some(entity);
            }
            let mut follow = |one: Cow<'_, str>| {
                let is_new = !followed.iter().any(|(known, _)| *known == one);
                if is_new && chain < LONGEST_CHAIN && followed.len() < MOST_FOLLOWED {
                    followed.push((one.into_owned().into(), chain + 1));
                }
            };
            if let Some((prefix, rest)) = reference.split_once(':')
                && let Some(replacement) = self.prefixes.get(prefix)
            {
                follow(replacement.replacen("$1", rest, 1).into());
            } else {
                let meant = self.identifiers.get(own).into_iter().flatten();
                meant.for_each(|one| follow(one.as_str().into()));
            }
        }
        None
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

#[cfg(test)]
mod tests {
    use super::*;

    fn identifier(id: &str, same_as: &str) -> Definition {
        Definition::Identifier {
            id: id.to_owned(),
            same_as: same_as.to_owned(),
        }
    }

    /// Each of them says that it is each of the others.
    #[test]
    fn identifiers_that_lead_to_each_other_are_followed_once() {
        let ids: Vec<String> = (0..20).map(|number| format!("id{number}")).collect();
        let each = |id: &String| ids.iter().map(|other| identifier(id, other)).collect::<Vec<_>>();
        let mut definitions: Vec<Definition> = ids.iter().flat_map(each).collect();
        let list = r#"{"onomast": 1, "entities": [{"id": "person/a", "names": [{"part": "surname", "spellings": {"ru": ["Чичерин"]}}]}]}"#;
        let gazetteer = crate::load::load_text("a.gazetteer.json", list).gazetteer;
        assert_eq!(References::new(definitions.iter()).entity(&gazetteer, "#id0"), None);
        definitions.push(identifier("id9", "person/a"));
        let found = References::new(definitions.iter()).entity(&gazetteer, "#id0");
        assert_eq!(found, gazetteer.find("person/a"));
        assert!(found.is_some());
    }
}
