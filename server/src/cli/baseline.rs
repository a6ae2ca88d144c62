//! `onomast check --write-baseline`: the findings that are there now become known ones.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use onomast_gazetteer::Text;
use rayon::prelude::*;

use super::Surroundings;
use super::claim::claim;
use super::corpora::Corpora;
use super::document;
use super::files::{self, File, Found};
use super::output::{self, FAILED, Failure, tell};
use crate::features::diagnostics::{every_finding, every_project_finding, known_as};
use crate::features::finding::Finding;
use crate::project::{Known, Project, baseline, root, write};

/// Writes the findings of files and their projects into a file of known ones, whole or not at all. A finding of a text that
/// cannot be read is none; the command then fails, and the file is written all the same.
pub(super) fn write(file: &Path, found: &Found, around: Surroundings) -> Result<ExitCode, Failure> {
    claim(file, baseline::is_baseline, around)?;
    for path in &found.missing {
        tell(&around.text("no-such-file", &[("path", path.as_str().into())]));
    }
    let mut known: Vec<Known> = Vec::new();
    for project in &found.projects {
        for file in every_project_finding(project) {
            known.extend(all_known(project, &file.path, &&*file.text, &file.findings));
        }
    }
    let corpora = Corpora::read(found, around);
    let known_in = |file: &File| known_in(file, &corpora, around);
    let of_files: Vec<Option<Vec<Known>>> = found.files.par_iter().map(known_in).collect();
    let unreadable = !found.missing.is_empty() || of_files.iter().any(Option::is_none);
    known.extend(of_files.into_iter().flatten().flatten());
    let (count, shown) = (known.len(), root::relative(file, &files::here()));
    write::create_whole(file, baseline::to_text(known).as_bytes())
        .map_err(|error| Failure::unwritten(&shown, &error, around))?;
    let mut out = output::open();
    let values = [("count", count.into()), ("path", shown.into())];
    writeln!(out, "{}", around.text("check-baseline-written", &values))?;
    out.flush()?;
    Ok(if unreadable {
        ExitCode::from(FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

/// `None` of a file that cannot be read.
fn known_in(file: &File, corpora: &Corpora, around: Surroundings) -> Option<Vec<Known>> {
    match document::open(file, around) {
        Ok(text) => {
            let view = corpora.view(file, &text);
            Some(all_known(&file.project, &file.path, view.text, &every_finding(&view)))
        }
        Err(document::Skipped::Unreadable) => None,
        Err(_) => Some(Vec::new()),
    }
}

fn all_known(project: &Project, path: &Path, text: &dyn Text, findings: &[Finding]) -> Vec<Known> {
    let path = root::relative(&root::absolute(path), &project.root);
    findings.iter().map(|finding| known_as(finding, &path, text)).collect()
}
