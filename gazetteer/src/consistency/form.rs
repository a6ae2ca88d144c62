//! Matters of form in which a document is not of one mind: Сами-бей here, Сами-Бей there.
//!
//! Uses are counted by name: how each spelling is written (its face), and in which manner what stands beside it is. The
//! most frequent way is the one to keep to, at a tie the gazetteer's, then the first in the text.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::compare::{Comparison, Difference, Differences, compare};
use super::conflict::is_same;
use super::suffix::Apostrophe;
use super::written::{Manner, Place, Written};
use crate::Gazetteer;
use crate::entity::SpellingId;

/// The ways in which a document writes its names: sums over its blocks.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    /// By the first of the spellings that are the same.
    names: FxHashMap<SpellingId, Tally>,
}

/// Uses of a spelling in a block that are written alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// How.
    pub written: Written,
    /// How many.
    pub count: u32,
    /// Where the mention of the first starts: bytes of the block.
    pub first: u32,
}

/// A mention that is written otherwise than most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormConflict {
    /// The spelling.
    pub spelling: SpellingId,
    /// In what it differs from the others.
    pub differences: Differences,
    /// How often names are written as here, and as it is mostly, of the first difference.
    pub counts: (u32, u32),
    /// Where the first mention starts that is written as most are. Bytes of the document.
    pub first: usize,
    /// The dictionary forms of its spellings as most mentions have them, where this one has another.
    pub(crate) faces: Vec<(SpellingId, String)>,
    /// In which manner most mentions have what stands beside it, where this one has another.
    pub(crate) manners: Vec<Manner>,
}

/// How often something stands, and where first.
#[derive(Debug, Clone, Copy)]
struct Count {
    count: u32,
    first: usize,
}

/// That a name is written otherwise than mostly.
struct Otherwise {
    differences: Differences,
    here: Count,
    most: Count,
    way: Way,
}

/// The way in which it mostly is.
enum Way {
    Face(String),
    Manner(Manner),
}

/// What is counted of one name.
#[derive(Debug, Clone, Default)]
struct Tally {
    faces: BTreeMap<String, Count>,
    manners: BTreeMap<(Difference, Place), BTreeMap<u8, Count>>,
}

impl Alike {
    /// Puts together what is written alike: uses, each with where its mention starts, by place.
    pub fn of<'w>(uses: impl Iterator<Item = (u32, &'w Written)>) -> Box<[Alike]> {
        let mut known: FxHashMap<&Written, usize> = FxHashMap::default();
        let mut all: Vec<Alike> = Vec::new();
        for (first, written) in uses {
            match known.get(written) {
                Some(number) => all[*number].count += 1,
                None => {
                    known.insert(written, all.len());
                    all.push(Alike {
                        written: written.clone(),
                        count: 1,
                        first,
                    });
                }
            }
        }
        all.into()
    }
}

impl Forms {
    /// Counts so many uses that are written alike; the mention of the first starts at a byte of the document.
    pub fn add(&mut self, gazetteer: &Gazetteer, written: &Written, count: u32, first: usize) {
        // What has other dots of i than its spelling is another matter.
        if written.comparison != Comparison::Different {
            let representative = representative(gazetteer, written.spelling);
            let more = Count { count, first };
            self.names
                .entry(representative)
                .or_default()
                .add(gazetteer, written, more);
        }
    }

    /// What a mention has in another form than most, by how its names are written. Where it is settled when suffixes stand
    /// behind an `apostrophe`, the text is not asked about that.
    pub fn conflict<'w>(
        &self,
        gazetteer: &Gazetteer,
        uses: impl Iterator<Item = &'w Written>,
        apostrophe: Option<Apostrophe>,
    ) -> Option<FormConflict> {
        let is_asked = |manner: &&Manner| apostrophe.is_none() || manner.difference != Difference::Apostrophe;
        let uses = uses.filter(|written| written.comparison != Comparison::Different);
        let mut uses: SmallVec<[(SpellingId, &Written); 2]> = uses
            .map(|written| (representative(gazetteer, written.spelling), written))
            .collect();
        uses.sort_by_key(|(representative, _)| *representative);
        let mut conflict: Option<FormConflict> = None;
        for (representative, written) in uses {
            let Some(tally) = self.names.get(&representative).filter(|tally| tally.is_divided()) else {
                continue;
            };
            for otherwise in tally.otherwise(gazetteer, written, is_asked) {
                let Otherwise {
                    differences,
                    here,
                    most,
                    way,
                } = otherwise;
                let conflict = conflict.get_or_insert_with(|| FormConflict {
                    spelling: written.spelling,
                    differences,
                    counts: (here.count, most.count),
                    first: most.first,
                    faces: Vec::new(),
                    manners: Vec::new(),
                });
                conflict.differences.insert_all(differences);
                match way {
                    Way::Face(face) => conflict.faces.push((written.spelling, face)),
                    Way::Manner(manner) => conflict.manners.push(manner),
                }
            }
        }
        conflict
    }

    /// The spellings that are not written in one way only, each with a number: as long as that is the same, what is written
    /// in another form than most is the same too.
    pub fn divided<'s>(&'s self, gazetteer: &'s Gazetteer) -> impl Iterator<Item = (SpellingId, u64)> + 's {
        let divided = self.names.iter().filter(|(_, tally)| tally.is_divided());
        divided.flat_map(move |(&first, tally)| {
            let print = tally.print(gazetteer, first);
            let spellings = gazetteer.spellings(gazetteer.spelling(first).name);
            let same = spellings.filter(move |(other, _)| representative(gazetteer, *other) == first);
            same.map(move |(spelling, _)| (spelling, print))
        })
    }
}

/// The first of the spellings that are the same.
fn representative(gazetteer: &Gazetteer, spelling: SpellingId) -> SpellingId {
    gazetteer.first_of_same(spelling, || {
        let entry = gazetteer.spelling(spelling);
        let mut others = gazetteer
            .spellings(entry.name)
            .filter(|(_, other)| other.language == entry.language);
        others
            .find(|(other, _)| is_same(gazetteer, *other, spelling))
            .map_or(spelling, |(other, _)| other)
    })
}

impl Tally {
    fn add(&mut self, gazetteer: &Gazetteer, written: &Written, more: Count) {
        let face = written.face_or_spelling(gazetteer);
        match self.faces.get_mut(face) {
            Some(known) => known.add(more),
            None => drop(self.faces.insert(face.to_owned(), more)),
        }
        for manner in &written.manners {
            let ways = self.manners.entry((manner.difference, manner.place)).or_default();
            ways.entry(manner.way)
                .and_modify(|known| known.add(more))
                .or_insert(more);
        }
    }

    fn is_divided(&self) -> bool {
        self.faces.len() > 1 || self.manners.values().any(|ways| ways.len() > 1)
    }

    /// A number for the ways that are mostly taken.
    fn print(&self, gazetteer: &Gazetteer, spelling: SpellingId) -> u64 {
        let mut hasher = DefaultHasher::new();
        // Which of two faces that are as frequent is the gazetteer’s is asked of the name, which all of these spell.
        self.most_frequent(gazetteer, spelling)
            .map(|(face, _)| face)
            .hash(&mut hasher);
        for (place, ways) in &self.manners {
            (place, most(ways).map(|(way, _)| way)).hash(&mut hasher);
        }
        hasher.finish()
    }

    fn otherwise(
        &self,
        gazetteer: &Gazetteer,
        written: &Written,
        is_asked: impl Fn(&&Manner) -> bool,
    ) -> impl Iterator<Item = Otherwise> {
        let manners = written.manners.iter().filter(is_asked);
        self.face_conflict(gazetteer, written)
            .into_iter()
            .chain(manners.filter_map(move |manner| self.manner_conflict(*manner)))
    }

    fn most_frequent(&self, gazetteer: &Gazetteer, spelling: SpellingId) -> Option<(&String, &Count)> {
        let own = |face: &str| {
            let name = gazetteer.spelling(spelling).name;
            let mut spellings = gazetteer.spellings(name);
            spellings.position(|(_, spelling)| spelling.text == face)
        };
        let rank =
            |(face, count): &(&String, &Count)| (Reverse(count.count), own(face).unwrap_or(usize::MAX), count.first);
        self.faces.iter().min_by_key(rank)
    }

    fn face_conflict(&self, gazetteer: &Gazetteer, written: &Written) -> Option<Otherwise> {
        let here = written.face_or_spelling(gazetteer);
        let (reference, most) = self.most_frequent(gazetteer, written.spelling)?;
        let entry = gazetteer.spelling(written.spelling);
        let kind = gazetteer.entity(gazetteer.name(entry.name).entity).kind;
        match compare(here, reference, &entry.language, kind) {
            Comparison::Form(differences) => Some(Otherwise {
                differences,
                here: *self.faces.get(here)?,
                most: *most,
                way: Way::Face(reference.clone()),
            }),
            Comparison::Same | Comparison::Different => None,
        }
    }

    fn manner_conflict(&self, manner: Manner) -> Option<Otherwise> {
        let ways = self.manners.get(&(manner.difference, manner.place))?;
        let (way, most) = most(ways)?;
        let here = *ways.get(&manner.way)?;
        (*way != manner.way).then(|| Otherwise {
            differences: [manner.difference].into_iter().collect(),
            here,
            most: *most,
            way: Way::Manner(Manner { way: *way, ..manner }),
        })
    }
}

impl Count {
    fn add(&mut self, more: Count) {
        self.count += more.count;
        self.first = self.first.min(more.first);
    }
}

/// The way that is mostly taken.
fn most(ways: &BTreeMap<u8, Count>) -> Option<(&u8, &Count)> {
    ways.iter().min_by_key(|(_, count)| (Reverse(count.count), count.first))
}
