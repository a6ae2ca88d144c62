//! Findings: what the names of a document, its gazetteers and its settings give reason to look at.
//!
//! A code is one file here and one row of [`checks`], or of the two files that look at gazetteers and settings. What the
//! gravity of a finding is and whose text it stands in is decided in [`context`], what the user does not want to see here.

use std::path::PathBuf;
use std::sync::Arc;

use super::View;
use super::finding::Finding;
use crate::project::{Project, Role};

mod agreement;
mod ambiguous_name;
mod anachronism;
mod baseline;
mod checks;
mod context;
mod decisions;
mod deprecated_spelling;
mod dotted_i;
mod gazetteer;
mod head;
mod historical_spelling;
mod inconsistent_across_corpus;
mod inconsistent_form;
mod inconsistent_spelling;
mod misspelling;
mod mixed_scheme;
mod mixed_script;
mod near_miss;
mod settings;
mod style;
mod suffix;
#[cfg(test)]
mod tests;
mod unknown_name;
mod unused_ignore;
mod wrong_language_spelling;

pub use baseline::known_as;
use context::{At, Context, Draft};
pub use gazetteer::problem_message;
pub use settings::message as settings_message;
pub(super) use style::preferences;
use unused_ignore::Silence;

/// The findings of a file that is no document: a gazetteer or `onomast.toml`.
#[derive(Debug, Clone)]
pub struct FileFindings {
    /// The file.
    pub path: PathBuf,
    /// Its text, to which the ranges belong.
    pub text: Arc<str>,
    /// Sorted as those of a document.
    pub findings: Vec<Finding>,
}

/// The findings of a document, by position, then by code; without those that are known.
pub fn findings(view: &View<'_>) -> Vec<Finding> {
    let mut findings = every_finding(view);
    baseline::take_out(&mut findings, &view.settings.known, view.text);
    findings
}

/// The same with those that are known.
pub fn every_finding(view: &View<'_>) -> Vec<Finding> {
    if view.settings.role == Role::Ignore {
        return Vec::new();
    }
    let mut findings = Context::new(view).all();
    let silence = Silence::new(view);
    let is_taken: Vec<bool> = findings.iter().map(|finding| silence.takes(finding)).collect();
    let unused = silence.unused(&findings);
    let mut is_taken = is_taken.into_iter();
    findings.retain(|_| !is_taken.next().unwrap_or_default());
    findings.extend(unused);
    findings.extend(decisions::without_effect(view));
    findings.extend(head::without_meaning(view));
    sort(&mut findings);
    findings
}

/// The findings of the project's gazetteers and settings, by file; without those that are known.
pub fn project_findings(project: &Project) -> Vec<FileFindings> {
    project_findings_besides(project, true)
}

/// The same; `schema_too` is false where an editor itself checks gazetteers for syntax and schema.
pub fn project_findings_besides(project: &Project, schema_too: bool) -> Vec<FileFindings> {
    let mut files = of_files(project, schema_too);
    for file in &mut files {
        baseline::take_out(&mut file.findings, &project.known_about(&file.path), &&*file.text);
    }
    files.retain(|file| !file.findings.is_empty());
    files
}

/// The same with those that are known.
pub fn every_project_finding(project: &Project) -> Vec<FileFindings> {
    of_files(project, true)
}

fn of_files(project: &Project, schema_too: bool) -> Vec<FileFindings> {
    let mut files: Vec<FileFindings> = settings::files(project)
        .into_iter()
        .chain(decisions::file(project))
        .chain(gazetteer::files(project, schema_too))
        .collect();
    files.extend(settings::baseline(project));
    for file in &mut files {
        sort(&mut file.findings);
    }
    files.retain(|file| !file.findings.is_empty());
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.range.start, finding.code, finding.range.end));
}
