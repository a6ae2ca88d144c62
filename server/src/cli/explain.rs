//! `onomast explain`: why each word of a text is taken for a name or not.

use std::io::Write;
use std::process::ExitCode;

use onomast_gazetteer::analysis::{Account, Facts, Mention, Refusal, Resolution, Verdict, explain};
use onomast_gazetteer::entity::{Alone, SpellingId};
use onomast_gazetteer::{Gazetteer, Language};

use super::options::{self, Names};
use super::output::{self, Failure};
use super::{Surroundings, files};
use crate::message::describe;
use crate::project::{Project, Unsaved, root};

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The text; several arguments are joined with spaces
    #[arg(required = true)]
    text: Vec<String>,
    /// Language of the text
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    #[command(flatten)]
    names: Names,
}

impl Explain {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        let project = Project::open(root::find(&files::here(), None), layers, &Unsaved::new());
        let text = self.text.join(" ");
        let facts = Facts {
            language: self.lang.clone(),
            ..Facts::default()
        };
        let words = Words {
            text: &text,
            gazetteer: &project.gazetteer,
            around,
        };
        let mut out = output::open();
        for account in explain(&text, &facts, &project.gazetteer) {
            writeln!(out, "{}", text.get(account.word.clone()).unwrap_or_default())?;
            for line in words.of(&account) {
                writeln!(out, "    {line}")?;
            }
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Puts accounts into words.
struct Words<'a> {
    text: &'a str,
    gazetteer: &'a Gazetteer,
    around: Surroundings,
}

impl Words<'_> {
    fn of(&self, account: &Account) -> Vec<String> {
        if account.verdicts.is_empty() {
            return vec![self.around.text("explain-nothing", &[])];
        }
        let mut lines: Vec<String> = Vec::new();
        for verdict in &account.verdicts {
            let line = match verdict {
                Verdict::Mention(mention) => self.mention(mention),
                Verdict::Refused { spelling, why } => self.refused(*spelling, why),
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    fn mention(&self, mention: &Mention) -> String {
        let candidates = mention
            .candidates
            .iter()
            .map(|candidate| self.spelling(candidate.spelling));
        let candidates: Vec<String> = candidates.collect();
        let surface = self.text.get(mention.with_suffix.clone()).unwrap_or_default();
        let readings = describe(&mention.readings, self.around.locale);
        let readings = if readings.is_empty() {
            "–".to_owned()
        } else {
            readings
        };
        self.around.text(
            "explain-mention",
            &[
                (
                    "surface",
                    surface.split_whitespace().collect::<Vec<_>>().join(" ").into(),
                ),
                ("spellings", candidates.join("; ").into()),
                ("readings", readings.into()),
                ("why", self.around.text(resolution_key(mention.resolution), &[]).into()),
            ],
        )
    }

    fn refused(&self, spelling: SpellingId, why: &Refusal) -> String {
        let spelling = ("spelling", self.spelling(spelling).into());
        match why {
            Refusal::Ending { stem, ending } if ending.is_empty() => self
                .around
                .text("explain-words", &[spelling, ("stem", stem.as_str().into())]),
            Refusal::Ending { stem, ending } => self.around.text(
                "explain-ending",
                &[
                    spelling,
                    ("stem", stem.as_str().into()),
                    ("ending", ending.as_str().into()),
                ],
            ),
            Refusal::Capitals => self.around.text("explain-capitals", &[spelling]),
            Refusal::Contradicted => self.around.text("explain-contradicted", &[spelling]),
            Refusal::Alone(alone) => self.around.text(alone_key(*alone), &[spelling]),
            Refusal::Covered => self.around.text("explain-covered", &[spelling]),
        }
    }

    /// `Çiçerin (person/georgy-chicherin#surname, tr, preferred)`
    fn spelling(&self, id: SpellingId) -> String {
        let spelling = self.gazetteer.spelling(id);
        let (name, entity) = self.gazetteer.bearer(id);
        let (entity, key) = (&self.gazetteer.entity(entity).id, &self.gazetteer.name(name).key);
        format!(
            "{} ({entity}#{key}, {}, {})",
            spelling.text,
            spelling.language,
            spelling.status.as_str()
        )
    }
}

fn resolution_key(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Only => "resolution-only",
        Resolution::Neighbours => "resolution-neighbours",
        Resolution::FullName => "resolution-full-name",
        Resolution::Dates => "resolution-dates",
        Resolution::Ambiguous => "resolution-ambiguous",
    }
}

fn alone_key(alone: Alone) -> &'static str {
    match alone {
        Alone::Context => "explain-alone-context",
        Alone::Quoted => "explain-alone-quoted",
        Alone::Yes | Alone::No => "explain-alone-no",
    }
}
