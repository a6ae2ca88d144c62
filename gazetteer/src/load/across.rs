//! What is wrong between entities: ids that nobody has, spellings that several have.

use std::collections::BTreeMap;

use crate::entity::{Alone, Case, Entity, Origin, Spelling};
use crate::fold::fold_word;
use crate::gazetteer::Tables;

use super::file::{At, Homonym};
use super::finish::run;
use super::merge::Merged;
use super::problem::{Code, Problems};

/// Tells of ids in relations and homonyms that no layer has. One that a layer removed is no mistake of who relates to it.
pub(super) fn unknown_entities(merged: &Merged, problems: &mut Problems) {
    let known = |id: &At<String>| merged.entities.contains_key(&id.value) || merged.removed.contains(&id.value);
    for entity in merged.entities.values() {
        let related = entity.given.relations.iter().flat_map(BTreeMap::values).flatten();
        let homonyms = match &entity.given.homonym {
            Some(Homonym::Of(ids)) => ids.as_slice(),
            _ => &[],
        };
        let ids = related
            .map(|id| (entity.relations_source, id))
            .chain(homonyms.iter().map(|id| (entity.homonym_source, id)));
        for (source, id) in ids.filter(|(_, id)| !known(id)) {
            let at = Origin {
                source,
                range: id.range.clone(),
            };
            problems.add(Code::UnknownEntity, at, vec![("id", id.value.clone())]);
        }
    }
}

/// With so many others a spelling is compared; a spelling that more entities share is told often enough.
const COMPARED: usize = 16;

/// Tells of spellings that equal one of another entity, at the later of the two. Where one of them is built in, it is told
/// at the other, which can be changed, and of two entities once: what they share in one language they share in all.
pub(super) fn same_spellings(tables: &Tables, homonyms: &[Option<Homonym>], problems: &mut Problems) {
    let mut bearers: BTreeMap<String, Vec<Bearer<'_>>> = BTreeMap::new();
    for (number, entity) in tables.entities.iter().enumerate() {
        let spellings = tables.names[run(&entity.names)]
            .iter()
            .flat_map(|name| &tables.spellings[run(&name.spellings)]);
        let homonym = homonyms.get(number).and_then(Option::as_ref);
        for spelling in spellings.filter(|spelling| spelling.alone == Alone::Yes) {
            bearers.entry(folded(&spelling.text)).or_default().push(Bearer {
                entity,
                spelling,
                homonym,
            });
        }
    }
    let is_builtin = |bearer: &Bearer<'_>| {
        let source = tables.sources.get(bearer.spelling.origin.source as usize);
        source.is_some_and(|source| source.builtin)
    };
    let is_alone = tables.sources.iter().all(|source| source.builtin);
    let mut over_builtin: BTreeMap<(&str, &str), (&Spelling, &Spelling)> = BTreeMap::new();
    for bearers in bearers.into_values() {
        for (number, later) in bearers.iter().enumerate() {
            if let Some(first) = bearers[..number.min(COMPARED)]
                .iter()
                .find(|first| first.is_confused_with(later))
            {
                let (own, other) = match (is_builtin(first), is_builtin(later)) {
                    (true, true) if !is_alone => continue,
                    (false, true) => (first, later),
                    (true, false) => (later, first),
                    _ => {
                        same_spelling(later.spelling, first.spelling, &first.entity.id, problems);
                        continue;
                    }
                };
                let place = |spelling: &Spelling| (spelling.origin.source, spelling.origin.range.start);
                over_builtin
                    .entry((&own.entity.id, &other.entity.id))
                    .and_modify(|told| {
                        if place(own.spelling) < place(told.0) {
                            *told = (own.spelling, other.spelling);
                        }
                    })
                    .or_insert((own.spelling, other.spelling));
            }
        }
    }
    for ((_, id), (own, other)) in over_builtin {
        same_spelling(own, other, id, problems);
    }
}

fn same_spelling(at: &Spelling, other: &Spelling, id: &str, problems: &mut Problems) {
    let arguments = vec![("spelling", at.text.clone()), ("entity", id.to_owned())];
    let related = Some(other.origin.clone());
    problems.add_related(Code::SameSpelling, at.origin.clone(), arguments, related);
}

/// A spelling and whose it is.
#[derive(Clone, Copy)]
struct Bearer<'a> {
    entity: &'a Entity,
    spelling: &'a Spelling,
    homonym: Option<&'a Homonym>,
}

impl Bearer<'_> {
    /// Whether the two are of different entities, and neither a homonym nor capitals (МИД and мид) tell them apart.
    fn is_confused_with(&self, other: &Bearer<'_>) -> bool {
        let exact = [self, other].iter().any(|bearer| bearer.spelling.case == Case::Exact);
        self.entity.id != other.entity.id
            && !self.allows(other)
            && !other.allows(self)
            && (!exact || self.spelling.text == other.spelling.text)
    }

    fn allows(&self, other: &Bearer<'_>) -> bool {
        match self.homonym {
            Some(Homonym::Any(any)) => *any,
            Some(Homonym::Of(ids)) => ids.iter().any(|id| id.value == other.entity.id),
            None => false,
        }
    }
}

/// How the matcher would see the spelling: words without what stands between them.
fn folded(text: &str) -> String {
    let words = text
        .split(|c: char| c.is_whitespace() || "-\u{2010}\u{2011}".contains(c))
        .filter(|word| !word.is_empty());
    words.map(fold_word).collect::<Vec<_>>().join(" ")
}
