//! `onomast status`: what is in force, and where it came from.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::options::Names;
use super::output::{self, Failure};
use super::{Surroundings, files};
use crate::project::root::{self, relative};
use crate::project::{ChosenBy, Level, Project, Unsaved};

#[derive(Debug, clap::Args)]
pub(super) struct Status {
    /// A file or folder of the project
    #[arg(default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    names: Names,
}

impl Status {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        if !self.path.exists() {
            let path = self.path.display().to_string();
            return Err(Failure::Said(around.text("no-such-file", &[("path", path.into())])));
        }
        let layers = self.names.layers(None, around)?;
        let project = Project::open(root::find(&self.path, None), layers, &Unsaved::new());
        let here = files::here();
        let lines = Lines {
            project: &project,
            around,
            here: &here,
        };
        let mut out = output::open();
        for line in lines.all() {
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

struct Lines<'a> {
    project: &'a Project,
    around: Surroundings,
    here: &'a Path,
}

impl Lines<'_> {
    fn all(&self) -> Vec<String> {
        let version = env!("CARGO_PKG_VERSION");
        let mut lines = vec![
            self.around.text(
                "status-version",
                &[("version", version.into()), ("locale", self.around.locale.tag().into())],
            ),
            self.root(),
            self.settings(),
        ];
        lines.extend(self.severities());
        lines.push(self.gazetteer());
        lines.extend(self.sources());
        lines.extend(self.decisions());
        lines
    }

    fn root(&self) -> String {
        let key = if self.project.declared {
            "status-root"
        } else {
            "status-root-undeclared"
        };
        self.around
            .text(key, &[("path", self.project.root.display().to_string().into())])
    }

    fn settings(&self) -> String {
        match &self.project.settings_file {
            Some(file) => {
                let path = relative(&file.path, self.here);
                self.around.text(
                    "status-settings",
                    &[("path", path.into()), ("problems", file.problems.len().into())],
                )
            }
            None => self.around.text("status-no-settings", &[]),
        }
    }

    fn decisions(&self) -> Option<String> {
        let file = self.project.decisions.as_ref()?;
        let (count, problems) = (file.decisions.len().into(), file.problems.len().into());
        let path = relative(&file.path, self.here).into();
        let values = [("path", path), ("count", count), ("problems", problems)];
        Some(self.around.text("status-decisions", &values))
    }

    fn severities(&self) -> impl Iterator<Item = String> {
        self.project.settings.severity.iter().map(|(code, level)| {
            let level = match level {
                Level::At(severity) => severity.as_str(),
                Level::Off => "off",
            };
            format!("  {} = {level}", code.as_str())
        })
    }

    fn gazetteer(&self) -> String {
        let gazetteer = &self.project.gazetteer;
        let by = match self.project.choice.by {
            ChosenBy::CommandLine => "status-by-command-line",
            ChosenBy::SettingsFile => "status-by-settings",
            ChosenBy::Editor => "status-by-editor",
            ChosenBy::Root => "status-by-root",
            ChosenBy::Nobody => "status-by-nobody",
        };
        self.around.text(
            "status-gazetteer",
            &[
                ("title", gazetteer.title().into()),
                ("by", self.around.text(by, &[]).into()),
                ("entities", gazetteer.tables().entities.len().into()),
                ("spellings", gazetteer.tables().spellings.len().into()),
            ],
        )
    }

    /// Each source with how many of the entities in force were last defined in it, and its problems.
    fn sources(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (number, source) in (0..).zip(self.project.gazetteer.sources()) {
            let here = self
                .project
                .gazetteer
                .entities()
                .filter(|(_, entity)| entity.origin.source == number)
                .count();
            let name = if source.builtin {
                source.name.clone()
            } else {
                relative(Path::new(&source.name), self.here)
            };
            let problems = self
                .project
                .problems
                .iter()
                .filter(|problem| problem.source == source.name)
                .count();
            let arguments = [
                ("path", name.into()),
                ("entities", here.into()),
                ("problems", problems.into()),
            ];
            lines.push(self.around.text("status-source", &arguments));
        }
        let unread = |file: &&PathBuf| {
            let mut sources = self.project.gazetteer.sources().iter();
            !sources.any(|source| Path::new(&source.name) == file.as_path())
        };
        let missing = self.project.choice.files.iter().filter(unread).map(|file| {
            self.around
                .text("status-source-unread", &[("path", relative(file, self.here).into())])
        });
        lines.extend(missing);
        lines
    }
}
