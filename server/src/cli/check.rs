//! `onomast check`: the findings of files, as in the editor.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use onomast_gazetteer::Language;
use rayon::prelude::*;

use super::Surroundings;
use super::amend::{self, Amended, Guard, Left, table};
use super::claim::claim;
use super::corpora::Corpora;
use super::document::{self, Skipped};
use super::files::{self, File, Found};
use super::formats::{self, Format, Sheet, Shown};
use super::options::{self, Names};
use super::output::{self, FAILED, FOUND, Failure, Output, tell};
use super::places::Places;
use super::positions::Positions;
use crate::features::View;
use crate::features::diagnostics::{findings, project_findings};
use crate::features::finding::{Finding, Severity};
use crate::features::fixes::Fixer;
use crate::project::{Layers, Project, TextFile, root, write};

/// How many files are worked on before what they gave is written.
const BATCH: usize = 64;

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Files and folders; of a folder its .txt, .md, .xml, .html, .tex and .bib files
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, default_value = "text", value_parser = formats::parser())]
    format: &'static Format,
    /// Exit with 1 where there are findings of this severity or a graver one
    #[arg(long, value_name = "SEVERITY", default_value = "warning", value_parser = options::severity)]
    fail_on: Severity,
    /// Make the fixes that are safe: misspellings and deprecated spellings in the narration of drafts
    #[arg(long, group = "outcome")]
    fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, group = "outcome")]
    diff: bool,
    /// Write what could be changed as a table to tick, for `onomast apply FILE`
    #[arg(long, value_name = "FILE", group = "outcome")]
    changes: Option<PathBuf>,
    #[command(flatten)]
    guard: Guard,
    /// Show hints too
    #[arg(long)]
    all: bool,
    /// Language of every document
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    /// House style of every document: a `[style.NAME]` of onomast.toml
    #[arg(long, value_name = "NAME")]
    style: Option<String>,
    /// Leave out the findings that this file has; see --write-baseline
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings into the file of --baseline, and report none
    #[arg(long, requires = "baseline", group = "outcome")]
    write_baseline: bool,
    #[command(flatten)]
    names: Names,
}

/// What one file gave, ready to be written.
#[derive(Debug, Default)]
pub(super) struct Piece {
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
    /// Findings with a safe fix.
    pub fixable: usize,
    pub grave: bool,
    pub unreadable: bool,
    /// Whether anything has been written, which is not summed up.
    pub written: bool,
}

impl Check {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        let mut layers = Layers {
            style: self.style.clone(),
            ..(*layers).clone()
        };
        let baseline = self.baseline.as_deref().map(root::absolute);
        if let Some(file) = &baseline {
            if !self.write_baseline && !file.is_file() {
                let shown = file.display().to_string();
                return Err(Failure::Said(around.text("no-such-file", &[("path", shown.into())])));
            }
            layers.command_line.baseline = Some(file.to_string_lossy().into_owned());
        }
        let found = files::find(&self.paths, &Arc::new(layers));
        self.know_style(&found, around)?;
        if self.diff {
            return self.show_differences(&found, around);
        }
        if let Some(path) = &self.changes {
            return self.write_table(path, &found, around);
        }
        if let Some(file) = baseline.filter(|_| self.write_baseline) {
            return super::baseline::write(&file, &found, around);
        }
        let all_written = !self.fix || {
            let (amended, all) = amendments(&found, around);
            self.guard.write(amended, around)? && all
        };
        let corpora = Corpora::read(&found, around);
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
            unreadable: !found.missing.is_empty() || !all_written,
            ..Sum::default()
        };
        tell_missing(&found, around);
        out.write_all((self.format.head)(around).as_bytes())?;
        for project in &found.projects {
            report.write(report.project(project), &mut sum, &mut out)?;
        }
        for batch in found.files.chunks(BATCH) {
            let pieces: Vec<Piece> = batch.par_iter().map(|file| report.file(file, &corpora)).collect();
            for piece in pieces {
                report.write(piece, &mut sum, &mut out)?;
            }
        }
        out.write_all((self.format.tail)().as_bytes())?;
        report.end(&found, &sum, &mut out)?;
        out.flush()?;
        Ok(sum.exit_code())
    }
}

/// The files that safe fixes change, in the order of their paths; and whether those are all that should be.
fn amendments(found: &Found, around: Surroundings) -> (Vec<Amended>, bool) {
    let fixed = found.files.par_iter().map(|file| amend::fixed(file, around));
    let fixed: Vec<Result<Option<Amended>, Left>> = fixed.collect();
    let all = fixed.iter().all(Result::is_ok);
    (fixed.into_iter().flatten().flatten().collect(), all)
}

fn tell_missing(found: &Found, around: Surroundings) {
    for path in &found.missing {
        tell(&around.text("no-such-file", &[("path", path.as_str().into())]));
    }
}

impl Check {
    /// What --fix would do, as a patch; exit code 1 where it would do something.
    fn show_differences(&self, found: &Found, around: Surroundings) -> Result<ExitCode, Failure> {
        tell_missing(found, around);
        let (mut amended, all) = amendments(found, around);
        amended.extend(amend::decisions_of(&amended));
        let mut out = output::open();
        for file in &amended {
            let diff = similar::TextDiff::from_lines(&file.old, &file.new);
            let (old, new) = (format!("a/{}", file.shown), format!("b/{}", file.shown));
            write!(out, "{}", diff.unified_diff().header(&old, &new))?;
        }
        out.flush()?;
        let sum = Sum {
            unreadable: !all || !found.missing.is_empty(),
            grave: !amended.is_empty(),
            ..Sum::default()
        };
        Ok(sum.exit_code())
    }

    /// Everything that could be changed, as a table; what is safe is ticked.
    fn write_table(&self, path: &Path, found: &Found, around: Surroundings) -> Result<ExitCode, Failure> {
        claim(path, table::is_table, around)?;
        tell_missing(found, around);
        let corpora = Corpora::read(found, around);
        let lines = |file: &File| -> Result<Vec<String>, Skipped> {
            let document = document::open(file, around)?;
            let (view, positions) = (corpora.view(file, &document), Positions::new(&document.text));
            let mut fixer = Fixer::new(&view);
            let findings = findings(&view);
            let lines = findings.iter().flat_map(|finding| {
                let line = positions.at(finding.range.start).line;
                let fixes = amend::proposed(&mut fixer, finding, &document).into_iter();
                let text = document.text.as_str();
                let row = move |fix| table::line(&file.shown, text, line, finding, &fix);
                fixes.map(row).collect::<Vec<_>>()
            });
            Ok(lines.collect())
        };
        let lines: Vec<Result<Vec<String>, Skipped>> = found.files.par_iter().map(lines).collect();
        let sum = Sum {
            unreadable: !found.missing.is_empty() || lines.contains(&Err(Skipped::Unreadable)),
            ..Sum::default()
        };
        let lines: Vec<Vec<String>> = lines.into_iter().flatten().collect();
        let count: usize = lines.iter().map(Vec::len).sum();
        let text = table::head() + &lines.concat().concat();
        let shown = path.display().to_string();
        let written = write::create_whole(path, text.as_bytes());
        written.map_err(|error| Failure::unwritten(&shown, &error, around))?;
        let values = [("count", count.into()), ("path", shown.into())];
        tell(&around.text("changes-written", &values));
        Ok(sum.exit_code())
    }

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
    pub format: &'static Format,
    pub all: bool,
    pub fail_on: Severity,
    pub colour: bool,
    pub around: Surroundings,
    pub here: &'a Path,
}

impl Report<'_> {
    fn file(&self, file: &File, corpora: &Corpora) -> Piece {
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
        let view = corpora.view(file, &document);
        let mut piece = Piece::default();
        piece.sum.files = 1;
        piece.sum.mentions = document.analysis.mentions().count();
        self.add(
            &mut piece,
            &file.shown,
            &document.text,
            &findings(&view),
            &file.project,
            Some((&view, &document)),
        );
        piece
    }

    /// The findings of a project's gazetteers and settings.
    fn project(&self, project: &Project) -> Piece {
        let mut piece = Piece::default();
        for file in project_findings(project) {
            let path = crate::project::root::relative(&file.path, self.here);
            self.add(&mut piece, &path, &file.text, &file.findings, project, None);
        }
        piece
    }

    /// Writes the findings of one text.
    pub(super) fn findings(&self, path: &str, text: &str, findings: &[Finding], project: &Project) -> Piece {
        let mut piece = Piece::default();
        self.add(&mut piece, path, text, findings, project, None);
        piece
    }

    /// `document` is the text as it was read; gazetteers and settings have none, and nothing is proposed for them.
    fn add(
        &self,
        piece: &mut Piece,
        path: &str,
        text: &str,
        findings: &[Finding],
        project: &Project,
        document: Option<(&View<'_>, &TextFile)>,
    ) {
        let (shown, hidden): (Vec<&Finding>, Vec<&Finding>) = findings
            .iter()
            .partition(|finding| self.all || finding.severity < Severity::Hint);
        piece.sum.shown += shown.len();
        piece.sum.hidden += hidden.len();
        piece.sum.files_with_findings += usize::from(!shown.is_empty());
        piece.sum.grave |= findings.iter().any(|finding| finding.severity <= self.fail_on);
        if shown.is_empty() && self.format.for_people {
            return;
        }
        let document = document.filter(|_| !shown.is_empty());
        let mut fixer = document.map(|(view, document)| (Fixer::new(view), document));
        let mut proposed = |finding: &Finding| {
            let (fixer, document) = fixer.as_mut()?;
            Some(amend::proposed(fixer, finding, document))
        };
        let shown = shown.into_iter().map(|finding| Shown {
            finding,
            fixes: proposed(finding).unwrap_or_default(),
        });
        let shown: Vec<Shown<'_>> = shown.collect();
        let is_safe = |shown: &&Shown<'_>| shown.fixes.iter().any(|fix| fix.safe);
        piece.sum.fixable += shown.iter().filter(is_safe).count();
        let sheet = Sheet {
            path,
            text,
            findings: &shown,
            positions: &Positions::new(text),
            places: &Places::new(project, self.here),
            colour: self.colour,
            around: self.around,
        };
        let written = (self.format.sheet)(&sheet);
        if !piece.text.is_empty() && !written.is_empty() {
            piece.text.push_str(self.format.between);
        }
        piece.text.push_str(&written);
    }

    pub(super) fn write(&self, piece: Piece, sum: &mut Sum, out: &mut Output) -> Result<(), Failure> {
        if sum.written && !piece.text.is_empty() {
            out.write_all(self.format.between.as_bytes())?;
        }
        sum.written |= !piece.text.is_empty();
        sum.add(piece.sum);
        out.write_all(piece.text.as_bytes())?;
        Ok(())
    }

    /// The summary, and what to do next.
    fn end(&self, found: &Found, sum: &Sum, out: &mut Output) -> Result<(), Failure> {
        let around = self.around;
        let empty = empty_answer(found, sum.files, sum.mentions, around);
        if !self.format.for_people {
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
        if sum.fixable > 0 {
            lines.push(around.text("check-fixable", &[("count", sum.fixable.into())]));
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
        self.fixable += other.fixable;
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
