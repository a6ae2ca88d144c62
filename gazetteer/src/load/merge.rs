//! Layers laid over each other: given fields replace, names merge by key, spellings by language and text, `off` removes.
//!
//! Nothing gets its default here; that needs the whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::entity::{Origin, Status};

use super::file::{self, At, FullSpelling, Spelling};
use super::problem::{Code, Problems};

/// All layers as one.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// By id.
    pub(super) entities: BTreeMap<String, Entity>,
    /// Ids that a layer removed.
    pub(super) removed: BTreeSet<String>,
}

/// An entity, its names taken out of `given`.
#[derive(Debug)]
pub(super) struct Entity {
    pub(super) given: file::Entity,
    pub(super) names: Vec<Name>,
    pub(super) origin: Origin,
    /// The source of `relations` and of `homonym`, whose ids are checked at the end.
    pub(super) relations_source: u32,
    pub(super) homonym_source: u32,
    /// Whether parts are missing that a problem or an `off` already accounts for.
    pub(super) incomplete: bool,
}

/// A name, its spellings taken out of `given`.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) key: String,
    pub(super) given: file::Name,
    pub(super) spellings: Vec<Listed>,
    pub(super) origin: Origin,
    pub(super) incomplete: bool,
}

/// A spelling.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) tag: String,
    pub(super) given: FullSpelling,
    /// Whether some layer lists it as text alone.
    pub(super) plain: bool,
    /// The layer that gave its status.
    pub(super) status_layer: usize,
    pub(super) origin: Origin,
}

/// Fields that the upper one gives replace those of the lower one.
macro_rules! replace {
    ($lower:expr, $upper:expr, $($field:ident)+) => {
        $(if $upper.$field.is_some() { $lower.$field = $upper.$field; })+
    };
}

impl Merged {
    /// Lays files over what is there, as one layer; `layer` counts from the ground.
    pub(super) fn lay(&mut self, files: Vec<(u32, file::File)>, layer: usize, problems: &mut Problems) {
        let mut seen: HashMap<String, Origin> = HashMap::new();
        for (source, file) in files {
            for entity in file.entities {
                let at = Origin {
                    source,
                    range: entity.id.range.clone(),
                };
                if let Some(first) = seen.get(&entity.id.value) {
                    let arguments = vec![("id", entity.id.value)];
                    problems.add_related(Code::DuplicateId, at, arguments, Some(first.clone()));
                    continue;
                }
                seen.insert(entity.id.value.clone(), at);
                self.lay_entity(
                    entity,
                    &mut Layer {
                        source,
                        layer,
                        problems,
                    },
                );
            }
        }
    }

    fn lay_entity(&mut self, mut upper: file::Entity, layer: &mut Layer<'_>) {
        let id = upper.id.value.clone();
        if upper.status.is_some() {
            if self.entities.remove(&id).is_none() {
                layer.nothing_to_remove(&upper.id.range);
            }
            self.removed.insert(id);
            return;
        }
        let names = std::mem::take(&mut upper.names);
        let entity = match self.entities.entry(id) {
            std::collections::btree_map::Entry::Occupied(lower) => {
                let lower = lower.into_mut();
                lower.replace(upper, layer.source);
                lower
            }
            std::collections::btree_map::Entry::Vacant(vacant) => vacant.insert(Entity {
                incomplete: upper.broken,
                origin: layer.origin(&upper.id.range),
                relations_source: layer.source,
                homonym_source: layer.source,
                given: upper,
                names: Vec::new(),
            }),
        };
        entity.lay_names(names, layer);
    }
}

impl Entity {
    fn replace(&mut self, upper: file::Entity, source: u32) {
        self.origin = Origin {
            source,
            range: upper.id.range,
        };
        self.incomplete |= upper.broken;
        if upper.relations.is_some() {
            self.relations_source = source;
        }
        if upper.homonym.is_some() {
            self.homonym_source = source;
        }
        replace!(self.given, upper, kind gender description dates same_as relations homonym);
    }

    fn lay_names(&mut self, upper: Vec<At<file::Name>>, layer: &mut Layer<'_>) {
        let mut by_key: HashMap<String, usize> = self
            .names
            .iter()
            .enumerate()
            .map(|(number, name)| (name.key.clone(), number))
            .collect();
        let mut off = BTreeSet::new();
        for At { value: name, range } in upper {
            let key = name.key().to_owned();
            let lower = by_key.get(&key).copied();
            if name.status == Some(Status::Off) {
                self.incomplete = true;
                match lower {
                    Some(lower) => drop(off.insert(lower)),
                    None => layer.nothing_to_remove(&range),
                }
                continue;
            }
            let number = lower.unwrap_or(self.names.len());
            if lower.is_none() {
                by_key.insert(key.clone(), number);
                self.names.push(Name::new(key));
            }
            self.names[number].replace(name, &range, layer);
        }
        remove(&mut self.names, &off);
    }
}

impl Name {
    fn new(key: String) -> Name {
        let given = file::Name::default();
        Name {
            key,
            given,
            spellings: Vec::new(),
            origin: Origin::default(),
            incomplete: false,
        }
    }

    fn replace(&mut self, mut upper: file::Name, range: &std::ops::Range<usize>, layer: &mut Layer<'_>) {
        self.origin = layer.origin(range);
        self.incomplete |= upper.broken;
        let spellings = std::mem::take(&mut upper.spellings);
        replace!(self.given, upper, part number status from to note);
        self.lay_spellings(spellings, layer);
    }

    fn lay_spellings(&mut self, upper: BTreeMap<String, Vec<Spelling>>, layer: &mut Layer<'_>) {
        let key = |tag: &str, text: &str| (tag.to_owned(), text.to_owned());
        let lower: HashMap<(String, String), usize> = self
            .spellings
            .iter()
            .enumerate()
            .map(|(number, spelling)| (key(&spelling.tag, &spelling.given.text.value), number))
            .collect();
        let mut off = BTreeSet::new();
        for (tag, spellings) in upper {
            for spelling in spellings {
                let lower = lower.get(&key(&tag, &spelling.text().value)).copied();
                let spelling = Listed::new(tag.clone(), spelling, layer);
                if spelling.given.status == Some(Status::Off) {
                    self.incomplete = true;
                    match lower {
                        Some(lower) => drop(off.insert(lower)),
                        None => layer.nothing_to_remove(&spelling.given.text.range),
                    }
                } else if let Some(lower) = lower {
                    self.spellings[lower].replace(spelling);
                } else {
                    self.spellings.push(spelling);
                }
            }
        }
        remove(&mut self.spellings, &off);
    }
}

impl Listed {
    fn new(tag: String, spelling: Spelling, layer: &Layer<'_>) -> Listed {
        let origin = layer.origin(&spelling.text().range);
        let (given, plain) = match spelling {
            Spelling::Plain(text) => (
                FullSpelling {
                    text,
                    ..FullSpelling::default()
                },
                true,
            ),
            Spelling::Full(given) => (*given, false),
        };
        Listed {
            tag,
            given,
            plain,
            status_layer: layer.layer,
            origin,
        }
    }

    fn replace(&mut self, upper: Listed) {
        self.origin = upper.origin;
        self.plain |= upper.plain;
        if upper.given.status.is_some() {
            self.status_layer = upper.status_layer;
        }
        replace!(self.given, upper.given, status variant from to scheme inflection alone case source reviewed note);
    }
}

/// What the entries of one source in one layer have in common.
struct Layer<'p> {
    source: u32,
    layer: usize,
    problems: &'p mut Problems,
}

impl Layer<'_> {
    fn origin(&self, range: &std::ops::Range<usize>) -> Origin {
        Origin {
            source: self.source,
            range: range.clone(),
        }
    }

    fn nothing_to_remove(&mut self, range: &std::ops::Range<usize>) {
        self.problems.add(Code::NothingToRemove, self.origin(range), Vec::new());
    }
}

/// Takes the elements of these numbers out.
fn remove<T>(list: &mut Vec<T>, numbers: &BTreeSet<usize>) {
    let mut number = 0;
    list.retain(|_| {
        number += 1;
        !numbers.contains(&(number - 1))
    });
}
