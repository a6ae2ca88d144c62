//! `onomast gazetteer`: care for gazetteer files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use onomast_gazetteer::load::{self, Problem};

use super::Surroundings;
use super::check::{Report, Sum};
use super::files;
use super::formats::{self, Format};
use super::options;
use super::output::{self, FAILED, FOUND, Failure, Output, tell};
use crate::features::diagnostics::{problem_message, project_findings};
use crate::features::finding::Severity;
use crate::message::Messages;
use crate::project::{Layers, Project, Settings, Unsaved, decode, read, root, write};

mod merge;

#[derive(Debug, clap::Args)]
pub(super) struct Gazetteer {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Say what is wrong in gazetteer files
    Check(Check),
    /// Write gazetteer files in canonical form, so that changes of two people merge
    Format(Rewrite),
    /// Print the JSON Schema of gazetteer files
    Schema,
    /// Unite two copies of a gazetteer file that were changed apart; also as a merge driver of Git
    Merge(merge::Merge),
}

#[derive(Debug, clap::Args)]
struct Check {
    /// Files and folders [default: the gazetteers of the project here]
    files: Vec<PathBuf>,
    /// How problems are written
    #[arg(long, default_value = "text", value_parser = formats::parser())]
    format: &'static Format,
    /// Exit with 1 where there are findings of this severity or a graver one
    #[arg(long, value_name = "SEVERITY", default_value = "warning", value_parser = options::severity)]
    fail_on: Severity,
}

#[derive(Debug, clap::Args)]
struct Rewrite {
    /// Files and folders [default: the gazetteers of the project here]
    files: Vec<PathBuf>,
    /// Write nothing; exit with 1 where something would be written
    #[arg(long)]
    check: bool,
}

impl Gazetteer {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        match &self.command {
            Command::Check(command) => command.run(around),
            Command::Format(command) => command.run(around),
            Command::Merge(command) => Ok(command.run(around)),
            Command::Schema => {
                let mut out = output::open();
                out.write_all(load::file::schema().as_bytes())?;
                out.flush()?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

impl Check {
    fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let project = project(&self.files, around)?;
        let here = files::here();
        let report = Report {
            format: self.format,
            all: true,
            fail_on: self.fail_on,
            colour: output::in_colour(),
            around,
            here: &here,
        };
        let mut out = output::open();
        let mut sum = Sum::default();
        out.write_all((self.format.head)(around).as_bytes())?;
        for file in project_findings(&project) {
            let path = root::relative(&file.path, &here);
            let piece = report.findings(&path, &file.text, &file.findings, &project);
            report.write(piece, &mut sum, &mut out)?;
        }
        out.write_all((self.format.tail)().as_bytes())?;
        if self.format.for_people {
            let entities = project.gazetteer.tables().entities.len();
            let arguments = [("count", sum.shown.into()), ("entities", entities.into())];
            writeln!(out, "{}", around.text("gazetteer-checked", &arguments))?;
        }
        out.flush()?;
        Ok(sum.exit_code())
    }
}

impl Rewrite {
    fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let project = project(&self.files, around)?;
        if project.choice.files.is_empty() {
            tell(&around.text("gazetteer-none", &[]));
            return Ok(ExitCode::from(FAILED));
        }
        let here = files::here();
        let mut out = output::open();
        let (mut changed, mut failed) = (false, false);
        for file in &project.choice.files {
            let shown = root::relative(file, &here);
            match self.file(file, &shown, around, &mut out) {
                Ok(would) => changed |= would,
                Err(Failure::Said(text)) => {
                    tell(&text);
                    failed = true;
                }
                Err(other) => return Err(other),
            }
        }
        out.flush()?;
        Ok(match (failed, changed && self.check) {
            (true, _) => ExitCode::from(FAILED),
            (false, true) => ExitCode::from(FOUND),
            (false, false) => ExitCode::SUCCESS,
        })
    }

    /// Whether the file was not in canonical form.
    fn file(&self, file: &Path, shown: &str, around: Surroundings, out: &mut Output) -> Result<bool, Failure> {
        let bytes = read::project_file(file).map_err(|error| Failure::unread(shown, &error, around))?;
        let text = decode(&bytes, None).ok_or_else(|| Failure::undecoded(shown, around))?;
        let formatted = load::format(&text).map_err(|problem| said(&problem, shown, &text, around.messages))?;
        if formatted.as_bytes() == bytes {
            return Ok(false);
        }
        let key = if self.check {
            "gazetteer-would-format"
        } else {
            "gazetteer-formatted"
        };
        if !self.check {
            write::replace_whole(file, formatted.as_bytes())
                .map_err(|error| Failure::unwritten(shown, &error, around))?;
        }
        writeln!(out, "{}", around.text(key, &[("path", shown.into())]))?;
        Ok(true)
    }
}

/// The project here, with these files as its gazetteers where there are any.
fn project(paths: &[PathBuf], around: Surroundings) -> Result<Project, Failure> {
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        let path = missing.display().to_string();
        return Err(Failure::Said(around.text("no-such-file", &[("path", path.into())])));
    }
    let names = paths
        .iter()
        .map(|path| root::absolute(path).to_string_lossy().into_owned())
        .collect();
    let gazetteers = Some(names).filter(|names: &Vec<String>| !names.is_empty());
    let layers = Layers {
        command_line: Settings {
            gazetteers,
            ..Settings::default()
        },
        locale: Some(around.locale),
        ..Layers::default()
    };
    Ok(Project::open(
        root::find(&files::here(), None),
        Arc::new(layers),
        &Unsaved::new(),
    ))
}

/// A problem with its place.
fn said(problem: &Problem, shown: &str, text: &str, messages: &Messages) -> Failure {
    let (line, column) = load::line_column(text, problem.range.start);
    Failure::Said(format!(
        "{shown}:{line}:{column}: {}",
        problem_message(problem, messages)
    ))
}
