//! What is in force, and where it came from.

use std::path::{Path, PathBuf};

use crate::message::Messages;
use crate::project::root::relative;
use crate::project::{ChosenBy, Level, Project};

/// A source of the gazetteer, in force or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceStatus {
    /// Its name, as the gazetteer has it: a path, or `builtin/persons.json`.
    pub name: String,
    /// Whether it is part of the built-in gazetteer.
    pub builtin: bool,
    /// Whether it could be read.
    pub read: bool,
    /// How many of the entities in force were last defined in it.
    pub entities: usize,
    /// How many problems it has.
    pub problems: usize,
}

/// The sources of a project’s gazetteer; at the end the files that are named and could not be read.
pub fn sources(project: &Project) -> Vec<SourceStatus> {
    let gazetteer = &project.gazetteer;
    let problems = |name: &str| project.problems.iter().filter(|problem| problem.source == name).count();
    let mut defined = vec![0; gazetteer.sources().len()];
    for (_, entity) in gazetteer.entities() {
        if let Some(count) = defined.get_mut(entity.origin.source as usize) {
            *count += 1;
        }
    }
    let read = gazetteer
        .sources()
        .iter()
        .zip(defined)
        .map(|(source, entities)| SourceStatus {
            name: source.name.clone(),
            builtin: source.builtin,
            read: true,
            entities,
            problems: problems(&source.name),
        });
    let is_unread = |file: &&PathBuf| {
        let mut sources = gazetteer.sources().iter();
        !sources.any(|source| Path::new(&source.name) == file.as_path())
    };
    let unread = project.choice.files.iter().filter(is_unread).map(|file| {
        let name = file.to_string_lossy().into_owned();
        SourceStatus {
            problems: problems(&name),
            name,
            builtin: false,
            read: false,
            entities: 0,
        }
    });
    read.chain(unread).collect()
}

/// What is in force, a line each. Files are shown as seen from a folder.
pub fn status_lines(project: &Project, messages: &'static Messages, seen_from: &Path) -> Vec<String> {
    let lines = Lines {
        project,
        messages,
        seen_from,
    };
    lines.all()
}

struct Lines<'a> {
    project: &'a Project,
    messages: &'static Messages,
    seen_from: &'a Path,
}

impl Lines<'_> {
    fn all(&self) -> Vec<String> {
        let version = env!("CARGO_PKG_VERSION");
        let mut lines = vec![
            self.messages.text(
                "status-version",
                &[
                    ("version", version.into()),
                    ("locale", self.messages.locale().tag().into()),
                ],
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
        self.messages
            .text(key, &[("path", self.project.root.display().to_string().into())])
    }

    fn settings(&self) -> String {
        match &self.project.settings_file {
            Some(file) => {
                let path = relative(&file.path, self.seen_from);
                self.messages.text(
                    "status-settings",
                    &[("path", path.into()), ("problems", file.problems.len().into())],
                )
            }
            None => self.messages.text("status-no-settings", &[]),
        }
    }

    fn decisions(&self) -> Option<String> {
        let file = self.project.decisions.as_ref()?;
        let (count, problems) = (file.decisions.len().into(), file.problems.len().into());
        let path = relative(&file.path, self.seen_from).into();
        let values = [("path", path), ("count", count), ("problems", problems)];
        Some(self.messages.text("status-decisions", &values))
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
        self.messages.text(
            "status-gazetteer",
            &[
                ("title", gazetteer.title().into()),
                ("by", self.messages.text(by, &[]).into()),
                ("entities", gazetteer.tables().entities.len().into()),
                ("spellings", gazetteer.tables().spellings.len().into()),
            ],
        )
    }

    /// Each source with how many of the entities in force were last defined in it, and its problems.
    fn sources(&self) -> Vec<String> {
        let line = |source: SourceStatus| {
            let path = match source.builtin {
                true => source.name,
                false => relative(Path::new(&source.name), self.seen_from),
            };
            if !source.read {
                return self.messages.text("status-source-unread", &[("path", path.into())]);
            }
            let (entities, problems) = (source.entities.into(), source.problems.into());
            let values = [("path", path.into()), ("entities", entities), ("problems", problems)];
            self.messages.text("status-source", &values)
        };
        sources(self.project).into_iter().map(line).collect()
    }
}
