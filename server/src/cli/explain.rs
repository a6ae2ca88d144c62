//! `onomast explain`: why each word of a text is taken for a name or not.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Language};

use super::document::{self, Skipped};
use super::options::{self, Names};
use super::output::{self, FAILED, Failure};
use super::{Surroundings, files};
use crate::features::explain::Explained;
use crate::project::HEAD;
use crate::project::{Project, RoleSaid, Unsaved, root};

mod record;

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The text; several arguments are joined with spaces
    #[arg(required_unless_present = "file")]
    text: Vec<String>,
    /// A file instead of a text, with its markup, settings and decisions
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    file: Option<PathBuf>,
    /// `text`: sentences, a name at a time. `jsonl`: one JSON object a word
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Language of the text
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    #[command(flatten)]
    names: Names,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
}

impl Explain {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        let Some(path) = &self.file else {
            let project = Project::open(root::find(&files::here(), None), layers, &Unsaved::new());
            let facts = Facts {
                language: self.lang.clone(),
                ..Facts::default()
            };
            let text = self.text.join(" ");
            let analysis = Analysis::fresh(&text, &facts, &project.gazetteer);
            return self.write(&text, &analysis, None, around);
        };
        let found = files::find(std::slice::from_ref(path), &layers);
        let Some(file) = found.files.first() else {
            let path = path.display().to_string();
            return Err(Failure::Said(around.text("no-such-file", &[("path", path.into())])));
        };
        match document::open(file, around) {
            Ok(document) => {
                let format = document.settings.facts.format;
                let head = &document.text[..document.text.floor_char_boundary(HEAD)];
                let role = file.project.role_said(format, &file.path, head);
                self.write(&document.text, &document.analysis, Some(role), around)
            }
            Err(Skipped::Ignored) => Err(Failure::Said(
                around.text("explain-ignored", &[("path", file.shown.as_str().into())]),
            )),
            Err(Skipped::Undecodable | Skipped::Unreadable) => Ok(ExitCode::from(FAILED)),
        }
    }

    /// `role`: that of the document, where the text is one.
    fn write(
        &self,
        text: &str,
        analysis: &Analysis,
        role: Option<RoleSaid>,
        around: Surroundings,
    ) -> Result<ExitCode, Failure> {
        let here = files::here();
        let explained = Explained::new(&text, analysis, 0..text.len(), &here, role);
        let written = match self.format {
            Format::Text => explained.to_text(around.messages),
            Format::Jsonl => record::lines(text, &explained),
        };
        let mut out = output::open();
        out.write_all(written.as_bytes())?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}
