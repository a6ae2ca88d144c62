//! `onomast entity`: one entity with all its names, spellings and the forms that are made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::ExitCode;

use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::{EntityId, NameId, SpellingId};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::morph;
use onomast_gazetteer::translit::{SearchKey, Spellings};
use onomast_gazetteer::{Gazetteer, Language};

use super::options::Names;
use super::output::{self, FOUND, Failure, Output};
use super::{Surroundings, files};
use crate::features::naming;
use crate::message::describe;
use crate::project::{Project, Unsaved, root};

/// How many entities are listed where more than one fits.
const LISTED: usize = 50;

#[derive(Debug, clap::Args)]
pub(super) struct Entity {
    /// An id, or a name or the beginning of one, in any script and transliteration
    query: String,
    #[command(flatten)]
    names: Names,
}

impl Entity {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(None, around)?;
        let project = Project::open(root::find(&files::here(), None), layers, &Unsaved::new());
        let gazetteer = &project.gazetteer;
        let mut out = output::open();
        match find(gazetteer, &self.query).as_slice() {
            [] => return Ok(self.nothing(around)),
            [only] => Card { gazetteer, around }.write(*only, &mut out)?,
            many => list(gazetteer, many, around, &mut out)?,
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    fn nothing(&self, around: Surroundings) -> ExitCode {
        output::tell(&around.text("entity-none", &[("query", self.query.as_str().into())]));
        ExitCode::from(FOUND)
    }
}

/// The entities that a query means: by id, else by a spelling, else by what sounds so in another script or begins so, else
/// by what sounds like the beginning. The nearest first, then by id.
fn find(gazetteer: &Gazetteer, query: &str) -> Vec<EntityId> {
    if let Some(entity) = gazetteer.find(query.trim()) {
        return vec![entity];
    }
    let folded_query = folded(query);
    let by = |fits: &dyn Fn(&str) -> bool| -> Vec<EntityId> {
        let fits = |entity: &EntityId| {
            let mut spellings = gazetteer.names(*entity).flat_map(|(name, _)| gazetteer.spellings(name));
            spellings.any(|(_, spelling)| fits(&folded(&spelling.text)))
        };
        gazetteer.entities().map(|(id, _)| id).filter(fits).collect()
    };
    let exact = by(&|spelling| spelling == folded_query);
    if !exact.is_empty() || folded_query.is_empty() {
        return exact;
    }
    let Sounding { whole, beginning } = Sounding::find(gazetteer, query);
    let mut found = whole;
    found.extend(by(&|spelling| spelling.starts_with(&folded_query)));
    if found.is_empty() {
        once_each(beginning)
    } else {
        once_each(found)
    }
}

/// What sounds like a query, the nearest first.
#[derive(Default)]
struct Sounding {
    whole: Vec<EntityId>,
    beginning: Vec<EntityId>,
}

impl Sounding {
    /// By the search key.
    fn find(gazetteer: &Gazetteer, query: &str) -> Sounding {
        let key = SearchKey::of(query);
        let mut near = Vec::new();
        for (language, spellings) in by_language(gazetteer) {
            let texts = spellings.iter().map(|(text, _)| *text);
            for found in Spellings::new(language, texts).complete(query, spellings.len()) {
                let (text, entity) = spellings[found.place];
                near.push((found.distance, entity, SearchKey::of(text).meets(&key)));
            }
        }
        near.sort();
        let mut sounding = Sounding::default();
        for (_, entity, whole) in near {
            if whole {
                &mut sounding.whole
            } else {
                &mut sounding.beginning
            }
            .push(entity);
        }
        sounding
    }
}

fn once_each(entities: Vec<EntityId>) -> Vec<EntityId> {
    let mut seen = BTreeSet::new();
    entities.into_iter().filter(|entity| seen.insert(*entity)).collect()
}

fn by_language(gazetteer: &Gazetteer) -> BTreeMap<&Language, Vec<(&str, EntityId)>> {
    let mut languages: BTreeMap<&Language, Vec<(&str, EntityId)>> = BTreeMap::new();
    for spelling in &gazetteer.tables().spellings {
        let entity = gazetteer.name(spelling.name).entity;
        languages
            .entry(&spelling.language)
            .or_default()
            .push((&spelling.text, entity));
    }
    languages
}

/// Folded word by word, as the matcher compares.
fn folded(text: &str) -> String {
    let words: Vec<String> = text
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .map(fold_word)
        .collect();
    words.join(" ").trim().to_owned()
}

fn list(gazetteer: &Gazetteer, entities: &[EntityId], around: Surroundings, out: &mut Output) -> Result<(), Failure> {
    writeln!(
        out,
        "{}",
        around.text("entity-many", &[("count", entities.len().into())])
    )?;
    for id in entities.iter().take(LISTED) {
        let names: Vec<&str> = gazetteer
            .names(*id)
            .flat_map(|(name, _)| preferred(gazetteer, name))
            .collect();
        writeln!(out, "  {}  {}", gazetteer.entity(*id).id, names.join(", "))?;
    }
    if entities.len() > LISTED {
        writeln!(out, "  …")?;
    }
    Ok(())
}

/// The first spelling of a name in each language.
fn preferred(gazetteer: &Gazetteer, name: NameId) -> Vec<&str> {
    let mut languages = Vec::new();
    let mut texts = Vec::new();
    for (_, spelling) in gazetteer.spellings(name) {
        if !languages.contains(&&spelling.language) {
            languages.push(&spelling.language);
            texts.push(spelling.text.as_str());
        }
    }
    texts
}

/// Writes one entity.
struct Card<'a> {
    gazetteer: &'a Gazetteer,
    around: Surroundings,
}

impl Card<'_> {
    fn write(&self, id: EntityId, out: &mut Output) -> Result<(), Failure> {
        let entity = self.gazetteer.entity(id);
        writeln!(out, "{}", entity.id)?;
        let gender = entity.gender.map(|gender| gender.as_str().to_owned());
        let facts = [Some(entity.kind.as_str().to_owned()), gender, period(entity.dates)];
        writeln!(out, "  {}", facts.into_iter().flatten().collect::<Vec<_>>().join(", "))?;
        if let Some(description) = naming::description(&entity.description, self.around.locale) {
            writeln!(out, "  {description}")?;
        }
        for uri in &entity.same_as {
            writeln!(out, "  {uri}")?;
        }
        for (name, _) in self.gazetteer.names(id) {
            self.name(name, out)?;
        }
        Ok(())
    }

    fn name(&self, id: NameId, out: &mut Output) -> Result<(), Failure> {
        let name = self.gazetteer.name(id);
        let period = period(name.period)
            .map(|period| format!(", {period}"))
            .unwrap_or_default();
        writeln!(out, "\n  #{}{period}", name.key)?;
        for (spelling, _) in self.gazetteer.spellings(id) {
            self.spelling(spelling, out)?;
        }
        Ok(())
    }

    fn spelling(&self, id: SpellingId, out: &mut Output) -> Result<(), Failure> {
        let spelling = self.gazetteer.spelling(id);
        let period = period(spelling.period)
            .map(|period| format!(", {period}"))
            .unwrap_or_default();
        writeln!(
            out,
            "    {}: {} ({}{period})",
            spelling.language,
            spelling.text,
            spelling.status.as_str()
        )?;
        let name = self.gazetteer.name(spelling.name);
        let entity = self.gazetteer.entity(name.entity);
        let category = morph::Category::of(entity, name, spelling);
        for (form, readings) in morph::forms(&spelling.text, &category, &spelling.language) {
            writeln!(out, "        {form}: {}", describe(&readings, self.around.locale))?;
        }
        Ok(())
    }
}

fn period(period: Period) -> Option<String> {
    let end = |date: Option<onomast_gazetteer::date::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    (!period.is_open()).then(|| format!("{}–{}", end(period.from), end(period.to)))
}
