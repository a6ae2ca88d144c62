//! Which spellings of a name conflict in a document, and which one is to be kept to.
//!
//! The reference is the style's, or the most frequent of the preferred and accepted spellings, at a tie the preferred one,
//! then the first. A historical spelling is the reference, and is not reported, only where the document is of its time
//! or its style prefers it. A deprecated or misspelt one never is. Everything else is the minority.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::compare::{Comparison, compare};
use crate::Gazetteer;
use crate::analysis::Use;
use crate::date::Date;
use crate::entity::{NameId, SpellingId, Status};
use crate::language::Language;

/// The spellings that a house style prefers, whatever the gazetteer says: by name and language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Style {
    prefer: BTreeMap<(NameId, Language), SpellingId>,
}

/// The names of a document that are spelled in more than one way.
#[derive(Debug, Clone, Default)]
pub struct Conflicts {
    all: Vec<Conflict>,
    /// The spellings to report, and the number of their conflict.
    minority: HashMap<SpellingId, usize>,
}

/// The spellings that conflict over one name in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The spelling to keep to.
    pub reference: SpellingId,
    /// All that stand in the document, that of the reference first, then by frequency.
    pub groups: Vec<Group>,
}

/// Spellings that are the same but for form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The most frequent of them.
    pub face: SpellingId,
    /// All that are used.
    pub members: Vec<SpellingId>,
    /// How often they stand in narration, together. 0 only of a style’s spelling that the document does not have.
    pub count: u32,
    /// What the group may be.
    pub standing: Standing,
}

/// What a spelling may be in a document, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// The style prefers it: the reference in any case.
    Styled,
    /// The gazetteer prefers it.
    Preferred,
    /// As good.
    Accepted,
    /// Historical, and the document is of its time.
    OfItsTime,
    /// Never the reference.
    Other,
}

impl Style {
    /// Adds a preference: this spelling for its name in its language. The last one said holds.
    pub fn prefer(&mut self, gazetteer: &Gazetteer, spelling: SpellingId) {
        let entry = gazetteer.spelling(spelling);
        self.prefer.insert((entry.name, entry.language.clone()), spelling);
    }

    /// What is preferred for a name in a language.
    pub fn preferred(&self, name: NameId, language: &Language) -> Option<SpellingId> {
        self.prefer.get(&(name, language.clone())).copied()
    }

    /// Whether exactly this spelling is preferred.
    pub fn prefers(&self, gazetteer: &Gazetteer, spelling: SpellingId) -> bool {
        let entry = gazetteer.spelling(spelling);
        !self.prefer.is_empty() && self.preferred(entry.name, &entry.language) == Some(spelling)
    }
}

impl Conflicts {
    /// The conflicts in what a document, or a project, uses.
    pub fn of<'u>(
        gazetteer: &Gazetteer,
        uses: impl IntoIterator<Item = &'u Use>,
        date: Option<Date>,
        style: &Style,
    ) -> Conflicts {
        let mut conflicts = Conflicts::default();
        for counted in uses {
            conflicts.add(groups(gazetteer, counted, date, style));
        }
        conflicts
    }

    /// All of them, in the order of the uses.
    pub fn all(&self) -> &[Conflict] {
        &self.all
    }

    /// The conflict in which a spelling is to be reported.
    pub fn against(&self, spelling: SpellingId) -> Option<&Conflict> {
        self.minority.get(&spelling).map(|&number| &self.all[number])
    }

    /// The spellings to report.
    pub(super) fn minority(&self) -> impl Iterator<Item = SpellingId> {
        self.minority.keys().copied()
    }

    fn add(&mut self, mut groups: Vec<Group>) {
        groups.sort_by_key(|group| {
            let rank = match group.standing {
                Standing::Styled => 0,
                Standing::Other => 2,
                _ => 1,
            };
            (rank, Reverse(group.count), group.standing, group.face)
        });
        let reference = groups.first().filter(|group| group.standing != Standing::Other);
        let Some((reference, rule)) = reference.map(|group| (group.face, group.standing)) else {
            return;
        };
        // A spelling that is right in its time is right beside another, but not beside the one that the style wants.
        let is_wrong = |group: &&Group| rule == Standing::Styled || group.standing != Standing::OfItsTime;
        let reported = groups.iter().skip(1).filter(is_wrong);
        let reported: Vec<SpellingId> = reported.flat_map(|group| group.members.iter().copied()).collect();
        if !reported.is_empty() {
            let number = self.all.len();
            self.minority
                .extend(reported.into_iter().map(|spelling| (spelling, number)));
            self.all.push(Conflict { reference, groups });
        }
    }
}

impl Conflict {
    /// Whether it is plain which spelling to keep to: the one of the style, else one that stands there more often than
    /// any other.
    pub fn is_plain(&self) -> bool {
        let is_less = |group: &Group, first: &Group| group.count < first.count;
        self.groups.split_first().is_some_and(|(first, others)| {
            first.standing == Standing::Styled || others.iter().all(|group| is_less(group, first))
        })
    }

    /// The group of a spelling.
    pub fn group(&self, spelling: SpellingId) -> Option<&Group> {
        self.groups.iter().find(|group| group.members.contains(&spelling))
    }
}

/// The spellings of a name that are used, those that are the same together. Sameness with words left out is not
/// transitive (Mustafa Kemal, Mustafa Kemal Atatürk, Kemal Atatürk): what is joined by a third is together.
fn groups(gazetteer: &Gazetteer, counted: &Use, date: Option<Date>, style: &Style) -> Vec<Group> {
    let mut used: Vec<(SpellingId, u32)> = counted.counts.to_vec();
    let styled = style.preferred(counted.name, &counted.language);
    used.extend(
        styled
            .filter(|id| used.iter().all(|(used, _)| used != id))
            .map(|id| (id, 0)),
    );
    let mut groups: Vec<Group> = Vec::new();
    for (spelling, count) in used {
        let mut group = Group {
            face: spelling,
            members: vec![spelling],
            count,
            standing: standing(gazetteer, spelling, date, styled),
        };
        let is_one = |other: &mut Group| other.members.iter().any(|&other| is_same(gazetteer, spelling, other));
        for other in groups.extract_if(.., is_one).collect::<Vec<_>>() {
            group.join(other);
        }
        groups.push(group);
    }
    groups
}

impl Group {
    /// Takes in a group that was there before.
    fn join(&mut self, mut earlier: Group) {
        earlier.members.append(&mut self.members);
        self.members = earlier.members;
        // The most frequent comes first; but a style’s own is the one to name.
        self.face = match self.standing {
            Standing::Styled => self.face,
            _ => earlier.face,
        };
        self.count += earlier.count;
        self.standing = self.standing.min(earlier.standing);
    }
}

/// Whether two spellings of one name are the same but for form.
pub(super) fn is_same(gazetteer: &Gazetteer, one: SpellingId, other: SpellingId) -> bool {
    let (first, second) = (gazetteer.spelling(one), gazetteer.spelling(other));
    let kind = gazetteer.entity(gazetteer.name(first.name).entity).kind;
    one == other || compare(&first.text, &second.text, &first.language, kind) != Comparison::Different
}

fn standing(gazetteer: &Gazetteer, spelling: SpellingId, date: Option<Date>, styled: Option<SpellingId>) -> Standing {
    let entry = gazetteer.spelling(spelling);
    match entry.status {
        _ if styled == Some(spelling) => Standing::Styled,
        Status::Preferred => Standing::Preferred,
        Status::Accepted => Standing::Accepted,
        Status::Historical if date.is_some_and(|date| entry.period.contains(date)) => Standing::OfItsTime,
        Status::Historical | Status::Deprecated | Status::Misspelling | Status::Off => Standing::Other,
    }
}
