//! From merged layers to the tables of a gazetteer: defaults, then what can only be seen in the whole.

use std::ops::Range;

use crate::date::Period;
use crate::entity::{Alone, Case, Entity, EntityId, EntityType, Name, NameId, Number, Part, Spelling, Status};
use crate::gazetteer::{Source, Tables};
use crate::language::Language;

use super::entries::type_of_id;
use super::file::{Dates, Homonym, When};
use super::merge::{self, Listed, Merged};
use super::problem::{Code, Problems};

/// The tables, and by entity whose spellings its own may equal.
pub(super) fn tables(
    merged: Merged,
    sources: Vec<Source>,
    title: String,
    problems: &mut Problems,
) -> (Tables, Vec<Option<Homonym>>) {
    let mut tables = Tables {
        title,
        sources,
        ..Tables::default()
    };
    let mut homonyms = Vec::new();
    for (id, entity) in merged.entities {
        homonyms.extend(add_entity(&mut tables, id, entity, problems));
    }
    (tables, homonyms)
}

/// The order of languages wherever they are listed: those that inflect, Russian first, then the others by tag.
pub(super) fn language_rank(tag: &str) -> (usize, &str) {
    const ORDER: [&str; 5] = ["ru", "ru-petr1708", "ru-Latn", "tr", "en"];
    let rank = ORDER.iter().position(|known| *known == tag).unwrap_or(ORDER.len());
    (rank, tag)
}

/// Adds an entity that has a spelling; its homonyms, or nothing if it has none.
fn add_entity(
    tables: &mut Tables,
    id: String,
    merged: merge::Entity,
    problems: &mut Problems,
) -> Option<Option<Homonym>> {
    let number = EntityId(tables.entities.len() as u32);
    let kind = merged.given.kind.unwrap_or_else(|| type_of_id(&id));
    let first = tables.names.len() as u32;
    let mut incomplete = merged.incomplete;
    for name in merged.names {
        incomplete |= name.spellings.is_empty();
        add_name(tables, name, number, &id, kind, problems);
    }
    let names = first..tables.names.len() as u32;
    if names.is_empty() {
        if !incomplete {
            problems.add(Code::NoSpelling, merged.origin, vec![("entity", id)]);
        }
        return None;
    }
    let given = merged.given;
    let homonym = given.homonym;
    let relations = given.relations.unwrap_or_default().into_iter();
    let dates = given.dates.unwrap_or_default();
    tables.entities.push(Entity {
        id,
        kind,
        gender: given.gender,
        description: given.description.unwrap_or_default(),
        dates: period(dates),
        same_as: given.same_as.unwrap_or_default(),
        relations: relations
            .flat_map(|(relation, ids)| ids.into_iter().map(move |id| (relation.clone(), id.value)))
            .collect(),
        homonym: match &homonym {
            Some(Homonym::Any(any)) => *any,
            Some(Homonym::Of(ids)) => !ids.is_empty(),
            None => false,
        },
        names,
        origin: merged.origin,
    });
    Some(homonym)
}

fn add_name(
    tables: &mut Tables,
    merged: merge::Name,
    entity: EntityId,
    id: &str,
    kind: EntityType,
    problems: &mut Problems,
) {
    if merged.spellings.is_empty() {
        if !merged.incomplete {
            let arguments = vec![("entity", id.to_owned()), ("key", merged.key)];
            problems.add(Code::NoSpelling, merged.origin, arguments);
        }
        return;
    }
    let number = NameId(tables.names.len() as u32);
    let part = merged.given.part.unwrap_or(Part::Full);
    let dates = Dates {
        from: merged.given.from,
        to: merged.given.to,
    };
    let spellings = finish_spellings(merged.spellings, merged.given.status, problems);
    let first = tables.spellings.len() as u32;
    tables.spellings.extend(
        spellings
            .into_iter()
            .map(|(spelling, status)| to_spelling(spelling, status, number, part, kind, dates)),
    );
    tables.names.push(Name {
        entity,
        key: merged.key,
        part,
        number: merged.given.number.unwrap_or(Number::Singular),
        period: period(dates),
        note: merged.given.note,
        spellings: first..tables.spellings.len() as u32,
        origin: merged.origin,
    });
}

/// The spellings of a name by language, each with its status.
fn finish_spellings(
    mut spellings: Vec<Listed>,
    of_name: Option<Status>,
    problems: &mut Problems,
) -> Vec<(Listed, Status)> {
    spellings.sort_by(|left, right| language_rank(&left.tag).cmp(&language_rank(&right.tag)));
    let mut statuses = Vec::with_capacity(spellings.len());
    for same_language in spellings.chunk_by(|left, right| left.tag == right.tag) {
        let preferred = preferred(same_language, of_name);
        tell_other_preferred(same_language, of_name, preferred, problems);
        statuses.extend((0..).zip(same_language).map(|(number, spelling)| {
            match spelling.given.status {
                _ if Some(number) == preferred => Status::Preferred,
                Some(Status::Preferred) => Status::Accepted,
                Some(status) => status,
                None => of_name
                    .filter(|status| *status != Status::Preferred)
                    .unwrap_or(Status::Accepted),
            }
        }));
    }
    spellings.into_iter().zip(statuses).collect()
}

/// Which of the spellings in one language is preferred: of those that say so the one of the topmost layer, of these the
/// first; else the first plain one; else the first of all, if it says nothing.
fn preferred(spellings: &[Listed], of_name: Option<Status>) -> Option<usize> {
    let topmost = spellings
        .iter()
        .filter(|spelling| spelling.is_preferred())
        .map(|spelling| spelling.status_layer)
        .max();
    if let Some(topmost) = topmost {
        return spellings
            .iter()
            .position(|spelling| spelling.is_preferred() && spelling.status_layer == topmost);
    }
    first_plain(spellings, of_name).or_else(|| {
        let first = spellings.first()?;
        (first.given.status.is_none() && is_silent(of_name)).then_some(0)
    })
}

/// Tells of spellings that the layer of the preferred one calls preferred too.
fn tell_other_preferred(
    spellings: &[Listed],
    of_name: Option<Status>,
    preferred: Option<usize>,
    problems: &mut Problems,
) {
    let Some((number, preferred)) = preferred.and_then(|number| Some((number, spellings.get(number)?))) else {
        return;
    };
    let plain = first_plain(spellings, of_name);
    for (other_number, other) in spellings.iter().enumerate() {
        let claims = other.is_preferred() || Some(other_number) == plain;
        if other_number == number || !claims || other.status_layer != preferred.status_layer {
            continue;
        }
        let (first, later) = if other_number < number {
            (other, preferred)
        } else {
            (preferred, other)
        };
        let text = |listed: &Listed| listed.given.text.value.clone();
        let arguments = vec![("spelling", text(later)), ("other", text(first))];
        problems.add_related(
            Code::TwoPreferred,
            later.origin.clone(),
            arguments,
            Some(first.origin.clone()),
        );
    }
}

/// The first spelling that is text alone, and with that preferred.
fn first_plain(spellings: &[Listed], of_name: Option<Status>) -> Option<usize> {
    let plain = |spelling: &Listed| spelling.plain && spelling.given.status.is_none();
    spellings.iter().position(plain).filter(|_| is_silent(of_name))
}

/// Whether the status of a name leaves the choice to its spellings.
fn is_silent(of_name: Option<Status>) -> bool {
    of_name.is_none_or(|status| status == Status::Preferred)
}

impl Listed {
    /// Whether it says so.
    fn is_preferred(&self) -> bool {
        self.given.status == Some(Status::Preferred)
    }
}

fn to_spelling(listed: Listed, status: Status, name: NameId, part: Part, kind: EntityType, of_name: Dates) -> Spelling {
    let given = listed.given;
    Spelling {
        name,
        language: Language::parse(&listed.tag).unwrap_or(Language::Other(listed.tag.into())),
        text: given.text.value,
        status,
        variant: given.variant,
        period: period(Dates {
            from: given.from.or(of_name.from),
            to: given.to.or(of_name.to),
        }),
        scheme: given.scheme,
        inflection: given.inflection.unwrap_or_default(),
        alone: given.alone.unwrap_or_else(|| default_alone(part, kind)),
        case: given.case.unwrap_or_else(|| default_case(part, kind)),
        source: given.source,
        reviewed: given.reviewed,
        note: given.note,
        origin: listed.origin,
    }
}

pub(super) fn default_alone(part: Part, kind: EntityType) -> Alone {
    match (part, kind) {
        (Part::Given | Part::Patronymic, _) => Alone::Context,
        (Part::Initials | Part::Title, _) => Alone::No,
        (_, EntityType::Ship | EntityType::Publication) => Alone::Quoted,
        _ => Alone::Yes,
    }
}

pub(super) fn default_case(part: Part, kind: EntityType) -> Case {
    match (part, kind) {
        (Part::Acronym, _) => Case::Exact,
        (_, EntityType::Group) => Case::Any,
        _ => Case::Title,
    }
}

fn period(dates: Dates) -> Period {
    let date = |when: Option<When>| when.map(|when| when.0);
    Period {
        from: date(dates.from),
        to: date(dates.to),
    }
}

/// A run of a table as indices.
pub(super) fn run(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}
