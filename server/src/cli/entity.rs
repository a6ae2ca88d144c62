//! `onomast entity`: one entity with all its names, spellings and the forms that are made of them.

use std::io::Write;
use std::process::ExitCode;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::{EntityId, NameId, SpellingId};
use onomast_gazetteer::morph;

use super::options::Names;
use super::output::{self, FOUND, Failure, Output};
use super::{Surroundings, files};
use crate::features::naming;
use crate::features::search::search;
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
        let found = search(gazetteer, &self.query, |_| true);
        let found: Vec<EntityId> = found.into_iter().map(|found| found.entity).collect();
        match found.as_slice() {
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
