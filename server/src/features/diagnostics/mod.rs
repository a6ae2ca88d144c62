//! Findings: what the names of a document, its gazetteers and its settings give reason to look at.
//!
//! A code is one file here and one row of [`checks`], or of the two files that look at gazetteers and settings. What the
//! gravity of a finding is and whose text it stands in is decided in [`context`], what the user does not want to see here.

use std::path::PathBuf;
use std::sync::Arc;

use super::View;
use super::finding::Finding;
use crate::project::{Project, Role};

mod ambiguous_name;
mod anachronism;
mod checks;
mod context;
mod decisions;
mod deprecated_spelling;
mod dotted_i;
mod gazetteer;
mod historical_spelling;
mod inconsistent_across_corpus;
mod inconsistent_form;
mod inconsistent_spelling;
mod misspelling;
mod mixed_script;
mod near_miss;
mod settings;
mod style;
mod suffix;
#[cfg(test)]
mod tests;
mod wrong_language_spelling;

use context::{At, Context, Draft};
pub use gazetteer::problem_message;

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

/// The findings of a document, by position, then by code.
pub fn findings(view: &View<'_>) -> Vec<Finding> {
    if view.settings.role == Role::Ignore {
        return Vec::new();
    }
    let mut findings = Context::new(view).all();
    findings.retain(|finding| {
        let mut ignored = view.settings.ignored.iter();
        !ignored.any(|ignored| ignored.fits(finding.code, finding.entity.as_deref()))
            && !decisions::ignore(view, finding)
    });
    findings.extend(decisions::without_effect(view));
    findings.extend(style::unknown(view));
    sort(&mut findings);
    findings
}

/// The findings of the project's gazetteers and settings, by file.
pub fn project_findings(project: &Project) -> Vec<FileFindings> {
    let mut files: Vec<FileFindings> = settings::files(project)
        .into_iter()
        .chain(decisions::file(project))
        .chain(gazetteer::files(project))
        .collect();
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
