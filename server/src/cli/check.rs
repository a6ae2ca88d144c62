//! `onomast check`: the findings of files, as in the editor.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use onomast_gazetteer::Language;
use rayon::prelude::*;

use super::Surroundings;
use super::corpora::Corpora;
use super::document::{self, Skipped};
use super::draw::Drawing;
use super::files::{self, File, Found};
use super::options::{self, Names};
use super::output::{self, FAILED, FOUND, Failure, Output, tell};
use super::places::Places;
use super::positions::Positions;
use super::record;
use crate::features::View;
use crate::features::diagnostics::{findings, project_findings};
use crate::features::finding::{Finding, Severity};
use crate::index::Index;
use crate::project::{Layers, Project};

/// How many files are worked on before what they gave is written.
const BATCH: usize = 64;

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Files and folders; of a folder its .txt, .md, .xml, .html, .tex and .bib files
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// For people, or one JSON object a line
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Exit with 1 where there are findings of this severity or a graver one
    #[arg(long, value_name = "SEVERITY", default_value = "warning", value_parser = options::severity)]
    fail_on: Severity,
    /// Show hints too
    #[arg(long)]
    all: bool,
    /// Language of every document
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    /// House style of every document: a `[style.NAME]` of onomast.toml
    #[arg(long, value_name = "NAME")]
    style: Option<String>,
    #[command(flatten)]
    names: Names,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
}

/// What one file gave, ready to be written.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    sum: Sum,
}

/// Counted over files.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sum {
    pub files: usize,
    pub mentions: usize,
    pub shown: usize,
    pub hidden: usize,
    pub files_with_findings: usize,
    pub grave: bool,
    pub unreadable: bool,
}

impl Check {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        let layers = Arc::new(Layers {
            style: self.style.clone(),
            ..(*layers).clone()
        });
        let found = files::find(&self.paths, &layers);
        self.know_style(&found, around)?;
        let corpora = Corpora::read(&found);
        let here = files::here();
        let report = Report {
            format: self.format,
            all: self.all || self.fail_on == Severity::Hint,
            fail_on: self.fail_on,
            colour: output::in_colour(),
            around,
            here: &here,
        };
        let mut out = output::open();
        let mut sum = Sum {
            unreadable: !found.missing.is_empty(),
            ..Sum::default()
        };
        for path in &found.missing {
            tell(&around.text("no-such-file", &[("path", path.as_str().into())]));
        }
        for project in &found.projects {
            report.write(report.project(project), &mut sum, &mut out)?;
        }
        for batch in found.files.chunks(BATCH) {
            let pieces: Vec<Piece> = batch
                .par_iter()
                .map(|file| report.file(file, corpora.of(&file.project)))
                .collect();
            for piece in pieces {
                report.write(piece, &mut sum, &mut out)?;
            }
        }
        report.end(&found, &sum, &mut out)?;
        out.flush()?;
        Ok(sum.exit_code())
    }
}

impl Check {
    /// A style that no project has is a slip of the one who typed it.
    fn know_style(&self, found: &Found, around: Surroundings) -> Result<(), Failure> {
        let Some(style) = &self.style else { return Ok(()) };
        let known = |project: &Arc<Project>| project.settings.style.contains_key(style);
        if found.projects.iter().any(known) || found.files.iter().any(|file| known(&file.project)) {
            return Ok(());
        }
        let values = [("style", style.as_str().into())];
        Err(Failure::Said(around.text("settings-unknown-style", &values)))
    }
}

/// How findings are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Report<'a> {
    pub format: Format,
    pub all: bool,
    pub fail_on: Severity,
    pub colour: bool,
    pub around: Surroundings,
    pub here: &'a Path,
}

impl Report<'_> {
    fn file(&self, file: &File, index: Option<&Index>) -> Piece {
        let document = match document::open(file, self.around) {
            Ok(document) => document,
            Err(skipped) => {
                let unreadable = skipped == Skipped::Unreadable;
                return Piece {
                    sum: Sum {
                        unreadable,
                        ..Sum::default()
                    },
                    ..Piece::default()
                };
            }
        };
        let view = View {
            index,
            ..document.view(&file.project)
        };
        let mut piece = Piece::default();
        piece.sum.files = 1;
        piece.sum.mentions = document.analysis.mentions().count();
        self.add(&mut piece, &file.shown, &document.text, &findings(&view), &file.project);
        piece
    }

    /// The findings of a project's gazetteers and settings.
    fn project(&self, project: &Project) -> Piece {
        let mut piece = Piece::default();
        for file in project_findings(project) {
            let path = crate::project::root::relative(&file.path, self.here);
            self.add(&mut piece, &path, &file.text, &file.findings, project);
        }
        piece
    }

    /// Writes the findings of one text.
    pub(super) fn findings(&self, path: &str, text: &str, findings: &[Finding], project: &Project) -> (String, Sum) {
        let mut piece = Piece::default();
        self.add(&mut piece, path, text, findings, project);
        (piece.text, piece.sum)
    }

    fn add(&self, piece: &mut Piece, path: &str, text: &str, findings: &[Finding], project: &Project) {
        let (shown, hidden): (Vec<&Finding>, Vec<&Finding>) = findings
            .iter()
            .partition(|finding| self.all || finding.severity < Severity::Hint);
        piece.sum.shown += shown.len();
        piece.sum.hidden += hidden.len();
        piece.sum.files_with_findings += usize::from(!shown.is_empty());
        piece.sum.grave |= findings.iter().any(|finding| finding.severity <= self.fail_on);
        if shown.is_empty() {
            return;
        }
        let positions = Positions::new(text);
        let places = Places::new(project, self.here);
        let (colour, around) = (self.colour, self.around);
        let drawing = Drawing {
            text,
            positions: &positions,
            places: &places,
            path,
            colour,
            around,
        };
        for finding in shown {
            match self.format {
                Format::Text => piece.text.push_str(&drawing.draw(finding)),
                Format::Jsonl => {
                    let record = record::Finding::new(finding, path, &positions, &places);
                    piece.text.push_str(&serde_json::to_string(&record).unwrap_or_default());
                    piece.text.push('\n');
                }
            }
        }
    }

    fn write(&self, piece: Piece, sum: &mut Sum, out: &mut Output) -> Result<(), Failure> {
        sum.add(piece.sum);
        out.write_all(piece.text.as_bytes())?;
        Ok(())
    }

    /// The summary, and what to do next.
    fn end(&self, found: &Found, sum: &Sum, out: &mut Output) -> Result<(), Failure> {
        let around = self.around;
        let empty = empty_answer(found, sum.files, sum.mentions, around);
        if self.format == Format::Jsonl {
            empty.iter().for_each(|text| tell(text));
            return Ok(());
        }
        let mut lines: Vec<String> = Vec::new();
        if sum.shown > 0 {
            let files = around.text("count-files", &[("count", sum.files_with_findings.into())]);
            lines.push(around.text("check-found", &[("count", sum.shown.into()), ("files", files.into())]));
        } else if empty.is_none() && sum.files > 0 {
            let files = around.text("count-files", &[("count", sum.files.into())]);
            let mentions = ("mentions", sum.mentions.into());
            lines.push(around.text("check-clean", &[mentions, ("files", files.into())]));
        }
        if sum.hidden > 0 {
            lines.push(around.text("check-hidden", &[("count", sum.hidden.into())]));
        }
        lines.extend(empty);
        if sum.shown > 0 && !found.projects.iter().any(|project| project.declared) {
            lines.push(around.text("check-next", &[]));
        }
        for line in lines {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

impl Sum {
    pub(super) fn add(&mut self, other: Sum) {
        self.files += other.files;
        self.mentions += other.mentions;
        self.shown += other.shown;
        self.hidden += other.hidden;
        self.files_with_findings += other.files_with_findings;
        self.grave |= other.grave;
        self.unreadable |= other.unreadable;
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        match (self.unreadable, self.grave) {
            (true, _) => ExitCode::from(FAILED),
            (false, true) => ExitCode::from(FOUND),
            (false, false) => ExitCode::SUCCESS,
        }
    }
}

/// What to say where no name was found: the titles of the gazetteers that were asked, and what to do.
pub(super) fn empty_answer(found: &Found, files: usize, mentions: usize, around: Surroundings) -> Option<String> {
    if files == 0 {
        return found.missing.is_empty().then(|| around.text("no-files", &[]));
    }
    if mentions > 0 {
        return None;
    }
    let titles = found.projects.iter().map(|project| project.gazetteer.title());
    let mut titles: Vec<&str> = titles.filter(|title| !title.is_empty()).collect();
    titles.sort_unstable();
    titles.dedup();
    let key = if titles.is_empty() {
        "no-names-untitled"
    } else {
        "no-names"
    };
    Some(around.text(key, &[("title", titles.join(", ").into())]))
}
