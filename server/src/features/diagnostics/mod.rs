//! Findings: what the names of a document, its gazetteers and its settings give reason to look at.
//!
//! A code is one file here and one row of [`CHECKS`], or of the two files that look at gazetteers and settings. What the
//! gravity of a finding is, whose text it stands in and what the user does not want to see is decided here, once.

use std::path::PathBuf;
use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::{SpellingId, Status};
use onomast_gazetteer::prose::Zone;

use super::View;
use super::finding::{Code, Finding, Related, Severity};
use crate::message::Messages;
use crate::project::{Project, Role};

mod ambiguous_name;
mod decisions;
mod deprecated_spelling;
mod gazetteer;
mod inconsistent_spelling;
mod misspelling;
mod sameness;
mod settings;
#[cfg(test)]
mod tests;

pub use gazetteer::problem_message;

/// A kind of finding about mentions.
struct Check {
    code: Code,
    /// Unless settings say otherwise.
    severity: Severity,
    /// Of the findings about spelling a mention has one: that of the first row here.
    about_spelling: bool,
    /// Whether it is reported in sources and editions too: other people's words.
    of_others: bool,
    find: fn(&Context<'_>, &Mention) -> Option<Draft>,
}

const CHECKS: &[Check] = &[
    Check {
        code: Code::Misspelling,
        severity: Severity::Warning,
        about_spelling: true,
        of_others: true,
        find: misspelling::find,
    },
    Check {
        code: Code::DeprecatedSpelling,
        severity: Severity::Warning,
        about_spelling: true,
        of_others: false,
        find: deprecated_spelling::find,
    },
    Check {
        code: Code::InconsistentSpelling,
        severity: Severity::Warning,
        about_spelling: true,
        of_others: false,
        find: inconsistent_spelling::find,
    },
    Check {
        code: Code::AmbiguousName,
        severity: Severity::Hint,
        about_spelling: false,
        of_others: false,
        find: ambiguous_name::find,
    },
];

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
    let role = view.settings.role;
    if role == Role::Ignore {
        return Vec::new();
    }
    let own = role == Role::Draft;
    let context = Context::new(view);
    let mut findings = Vec::new();
    for mention in view.analysis.mentions() {
        let mut spelling_done = false;
        for check in CHECKS.iter().filter(|check| own || check.of_others) {
            if check.about_spelling && spelling_done {
                continue;
            }
            let Some(finding) = context.finding(check, &mention) else {
                continue;
            };
            spelling_done |= check.about_spelling;
            let wanted = |finding: &Finding| {
                let mut ignored = view.settings.ignored.iter();
                !ignored.any(|ignored| ignored.fits(finding.code, finding.entity.as_deref()))
                    && !decisions::ignore(view, finding)
            };
            findings.extend(Some(finding).filter(wanted));
        }
    }
    findings.extend(decisions::without_effect(view));
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

/// What the checks of one document share.
struct Context<'a> {
    view: &'a View<'a>,
    gazetteer: &'a Gazetteer,
    messages: &'static Messages,
    conflicts: inconsistent_spelling::Conflicts,
}

/// What a check has to say of a mention; the rest of the finding follows from the mention.
struct Draft {
    message: String,
    spelling: Option<SpellingId>,
    related: Vec<Related>,
}

impl<'a> Context<'a> {
    fn new(view: &'a View<'a>) -> Context<'a> {
        Context {
            view,
            gazetteer: view.analysis.gazetteer(),
            messages: view.project.messages(),
            conflicts: inconsistent_spelling::Conflicts::of(view),
        }
    }

    fn finding(&self, check: &Check, mention: &Mention) -> Option<Finding> {
        let severity = self.view.project.severity(check.code, check.severity)?;
        let Draft {
            message,
            spelling,
            related,
        } = (check.find)(self, mention)?;
        // Other people's words inside a draft: never more than a hint.
        let quoted = matches!(mention.zone, Zone::Quotation | Zone::Bibliography);
        let entity = mention.entity().map(|id| self.gazetteer.entity(id).id.clone());
        Some(Finding {
            code: check.code,
            severity: if quoted { Severity::Hint } else { severity },
            range: mention.range.clone(),
            message,
            key: spelling
                .filter(|_| entity.is_some())
                .map(|id| self.gazetteer.name(self.gazetteer.bearer(id).0).key.clone()),
            spelling: spelling.map(|id| self.gazetteer.spelling(id).text.clone()),
            entity,
            related,
        })
    }

    /// A spelling in a mention that has this status; of an ambiguous mention, if all candidates say so.
    fn spelling_with(&self, mention: &Mention, status: Status) -> Option<SpellingId> {
        let has_status = |id: &SpellingId| self.gazetteer.spelling(*id).status == status;
        if mention.entity().is_some() {
            return mention.uses().find(has_status);
        }
        let mut spellings = mention.candidates.iter().map(|candidate| candidate.spelling);
        let all = spellings.clone().all(|id| has_status(&id));
        spellings.next().filter(|_| all)
    }

    /// `key` where there is nothing better to write, `key-instead` where there is.
    fn disapproved(&self, key: &str, spelling: SpellingId) -> Draft {
        let entry = self.gazetteer.spelling(spelling);
        let better = self.gazetteer.preferred(entry.name, &entry.language);
        let text = ("spelling", entry.text.as_str().into());
        let message = match better.map(|id| self.gazetteer.spelling(id).text.as_str()) {
            Some(better) => self
                .messages
                .text(&format!("{key}-instead"), &[text, ("better", better.into())]),
            None => self.messages.text(key, &[text]),
        };
        Draft {
            message,
            spelling: Some(spelling),
            related: self.entry(spelling).into_iter().collect(),
        }
    }

    /// The entry of a spelling in a file of the project; the built-in gazetteer has no file to lead to.
    fn entry(&self, spelling: SpellingId) -> Option<Related> {
        let origin = &self.gazetteer.spelling(spelling).origin;
        let source = self
            .gazetteer
            .sources()
            .get(origin.source as usize)
            .filter(|source| !source.builtin)?;
        Some(Related {
            path: Some(PathBuf::from(&source.name)),
            range: origin.range.clone(),
            message: self.messages.text("related-entry", &[]),
        })
    }
}
