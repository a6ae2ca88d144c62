//! Matters of form in which a document is not of one mind: Сами-бей here, Сами-Бей there.
//!
//! Uses are counted by name: how each spelling is written (its face), and in which manner what stands beside it is. The
//! most frequent way is the one to keep to, at a tie the gazetteer's, then the first in the text.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::compare::{Comparison, Difference, Differences, compare};
use super::conflict::is_same;
use super::suffix::Apostrophe;
use super::written::{Manner, Place, Written};
use crate::Gazetteer;
use crate::analysis::{Analysis, Mention};
use crate::entity::SpellingId;
use crate::text::Text;

/// What the mentions of a document show of form, by where they start.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    conflicts: HashMap<usize, FormConflict>,
    /// Mentions whose dots of i are not those of the spelling.
    dotted: HashMap<usize, SpellingId>,
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
#[derive(Debug, Default)]
struct Tally {
    faces: BTreeMap<String, Count>,
    manners: BTreeMap<(Difference, Place), BTreeMap<u8, Count>>,
    uses: Vec<(usize, Written)>,
}

impl Forms {
    /// Reads the uses of a document. `text` is the text the analysis was made of; where it is settled when suffixes stand
    /// behind an `apostrophe`, the text is not asked.
    pub fn of(analysis: &Analysis, text: &dyn Text, apostrophe: Option<Apostrophe>) -> Forms {
        let gazetteer = analysis.gazetteer();
        let mut forms = Forms::default();
        let mut tallies: BTreeMap<SpellingId, Tally> = BTreeMap::new();
        let mut representatives = HashMap::new();
        for (mention, mut written) in analysis.written(text) {
            if apostrophe.is_some() {
                written
                    .manners
                    .retain(|manner| manner.difference != Difference::Apostrophe);
            }
            if written.comparison == Comparison::Different {
                forms.dotted.entry(mention.range.start).or_insert(written.spelling);
            } else if mention.counts() {
                let representative = *representatives
                    .entry(written.spelling)
                    .or_insert_with(|| representative(gazetteer, written.spelling));
                let tally = tallies.entry(representative).or_default();
                tally.add(gazetteer, &mention, written);
            }
        }
        for tally in tallies.values() {
            tally.report(gazetteer, &mut forms.conflicts);
        }
        forms
    }

    /// The mention that starts at a byte, if it is written otherwise than most.
    pub fn conflict(&self, start: usize) -> Option<&FormConflict> {
        self.conflicts.get(&start)
    }

    /// The spelling of the mention that starts at a byte, if it is that spelling but for the dots of i.
    pub fn dotted(&self, start: usize) -> Option<SpellingId> {
        self.dotted.get(&start).copied()
    }
}

/// The first of the spellings that are the same.
fn representative(gazetteer: &Gazetteer, spelling: SpellingId) -> SpellingId {
    let entry = gazetteer.spelling(spelling);
    let mut others = gazetteer
        .spellings(entry.name)
        .filter(|(_, other)| other.language == entry.language);
    others
        .find(|(other, _)| is_same(gazetteer, *other, spelling))
        .map_or(spelling, |(other, _)| other)
}

impl Tally {
    fn add(&mut self, gazetteer: &Gazetteer, mention: &Mention, written: Written) {
        let start = mention.range.start;
        let count = |count: &mut Count| count.count += 1;
        let one = Count { count: 1, first: start };
        let face = written.face_or_spelling(gazetteer).to_owned();
        self.faces.entry(face).and_modify(count).or_insert(one);
        for manner in &written.manners {
            let ways = self.manners.entry((manner.difference, manner.place)).or_default();
            ways.entry(manner.way).and_modify(count).or_insert(one);
        }
        self.uses.push((start, written));
    }

    fn report(&self, gazetteer: &Gazetteer, conflicts: &mut HashMap<usize, FormConflict>) {
        let divided = self.faces.len() > 1 || self.manners.values().any(|ways| ways.len() > 1);
        for (start, written) in self.uses.iter().filter(|_| divided) {
            let manners = written.manners.iter();
            let found = self
                .face_conflict(gazetteer, written)
                .into_iter()
                .chain(manners.filter_map(|manner| self.manner_conflict(*manner)));
            for Otherwise {
                differences,
                here,
                most,
                way,
            } in found
            {
                let conflict = conflicts.entry(*start).or_insert_with(|| FormConflict {
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
    }

    fn face_conflict(&self, gazetteer: &Gazetteer, written: &Written) -> Option<Otherwise> {
        let own = |face: &str| {
            let name = gazetteer.spelling(written.spelling).name;
            let mut spellings = gazetteer.spellings(name);
            spellings.position(|(_, spelling)| spelling.text == face)
        };
        let rank =
            |(face, count): &(&String, &Count)| (Reverse(count.count), own(face).unwrap_or(usize::MAX), count.first);
        let here = written.face_or_spelling(gazetteer);
        let (reference, most) = self.faces.iter().min_by_key(rank)?;
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
        let (way, most) = ways
            .iter()
            .min_by_key(|(_, count)| (Reverse(count.count), count.first))?;
        let here = *ways.get(&manner.way)?;
        (*way != manner.way).then(|| Otherwise {
            differences: [manner.difference].into_iter().collect(),
            here,
            most: *most,
            way: Way::Manner(Manner { way: *way, ..manner }),
        })
    }
}
