//! Findings: what the names of a document, its gazetteers and its settings give reason to look at.
//!
//! A code is one file here and one row of [`CHECKS`], or of the two files that look at gazetteers and settings. What the
//! gravity of a finding is, whose text it stands in and what the user does not want to see is decided here, once.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::{Circumstances, Consistency, Verdict};
use onomast_gazetteer::entity::SpellingId;
use onomast_gazetteer::prose::Zone;

use super::View;
use super::finding::{Code, Finding, Proposal, Related, Severity};
use crate::message::Messages;
use crate::project::{Project, Role};

mod ambiguous_name;
mod anachronism;
mod decisions;
mod deprecated_spelling;
mod dotted_i;
mod gazetteer;
mod historical_spelling;
mod inconsistent_form;
mod inconsistent_spelling;
mod misspelling;
mod settings;
mod style;
mod suffix;
#[cfg(test)]
mod tests;
mod wrong_language_spelling;

pub use gazetteer::problem_message;

/// A kind of finding about mentions.
struct Check {
    code: Code,
    /// Unless settings say otherwise.
    severity: Severity,
    find: Find,
}

/// How a check finds.
enum Find {
    /// What the library says of the spelling of a mention is put into words. Of these findings a mention has one: the first
    /// that the settings want to hear. The order, and what is said of other people’s words, are the library’s.
    Verdict(fn(&Context<'_>, &Verdict<'_>) -> Option<Draft>),
    /// By itself, and not in sources and editions.
    Mention(fn(&Context<'_>, &Mention) -> Option<Draft>),
}

const CHECKS: &[Check] = &[
    Check {
        code: Code::Misspelling,
        severity: Severity::Warning,
        find: Find::Verdict(misspelling::word),
    },
    Check {
        code: Code::DottedI,
        severity: Severity::Warning,
        find: Find::Verdict(dotted_i::word),
    },
    Check {
        code: Code::WrongLanguageSpelling,
        severity: Severity::Information,
        find: Find::Verdict(wrong_language_spelling::word),
    },
    Check {
        code: Code::DeprecatedSpelling,
        severity: Severity::Warning,
        find: Find::Verdict(deprecated_spelling::word),
    },
    Check {
        code: Code::InconsistentSpelling,
        severity: Severity::Warning,
        find: Find::Verdict(inconsistent_spelling::word),
    },
    Check {
        code: Code::Anachronism,
        severity: Severity::Hint,
        find: Find::Verdict(anachronism::word),
    },
    Check {
        code: Code::HistoricalSpelling,
        severity: Severity::Hint,
        find: Find::Verdict(historical_spelling::word),
    },
    Check {
        code: Code::InconsistentForm,
        severity: Severity::Hint,
        find: Find::Verdict(inconsistent_form::word),
    },
    Check {
        code: Code::Suffix,
        severity: Severity::Warning,
        find: Find::Mention(suffix::find),
    },
    Check {
        code: Code::AmbiguousName,
        severity: Severity::Hint,
        find: Find::Mention(ambiguous_name::find),
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
    let context = Context::new(view);
    let mut findings = Vec::new();
    for mention in view.analysis.mentions() {
        let wanted = |finding: &Finding| {
            let mut ignored = view.settings.ignored.iter();
            !ignored.any(|ignored| ignored.fits(finding.code, finding.entity.as_deref()))
                && !decisions::ignore(view, finding)
        };
        findings.extend(context.about_spelling(&mention).filter(wanted));
        if role == Role::Draft {
            findings.extend(context.about_mention(&mention).filter(wanted));
        }
    }
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

/// What the checks of one document share.
struct Context<'a> {
    view: &'a View<'a>,
    gazetteer: &'a Gazetteer,
    messages: &'static Messages,
    consistency: Consistency<'a>,
    /// Where each spelling first counts, if any conflict.
    first: HashMap<SpellingId, Range<usize>>,
}

/// What a check has to say of a mention; the rest of the finding follows from the mention.
#[derive(Default)]
struct Draft {
    message: String,
    spelling: Option<SpellingId>,
    related: Vec<Related>,
    /// Where it is not the mention without its suffix.
    range: Option<Range<usize>>,
    proposals: Vec<Proposal>,
}

impl<'a> Context<'a> {
    fn new(view: &'a View<'a>) -> Context<'a> {
        let gazetteer: &Gazetteer = view.analysis.gazetteer();
        let circumstances = Circumstances {
            style: style::preferences(view),
            of_others: view.settings.role != Role::Draft,
            corpus: None,
        };
        let consistency = Consistency::of(view.analysis, view.text, circumstances);
        let conflicting = !consistency.conflicts().all().is_empty();
        Context {
            view,
            gazetteer,
            messages: view.project.messages(),
            consistency,
            first: if conflicting { first_uses(view) } else { HashMap::new() },
        }
    }

    /// The finding about the spelling of a mention, where there is one.
    fn about_spelling(&self, mention: &Mention) -> Option<Finding> {
        self.consistency.verdicts(mention).find_map(|verdict| {
            CHECKS.iter().find_map(|check| match check.find {
                Find::Verdict(word) => self.finding(check, mention, || word(self, &verdict)),
                Find::Mention(_) => None,
            })
        })
    }

    /// The findings about anything else.
    fn about_mention<'b>(&'b self, mention: &'b Mention) -> impl Iterator<Item = Finding> + 'b {
        CHECKS.iter().filter_map(|check| match check.find {
            Find::Mention(find) => self.finding(check, mention, || find(self, mention)),
            Find::Verdict(_) => None,
        })
    }

    fn finding(&self, check: &Check, mention: &Mention, draft: impl FnOnce() -> Option<Draft>) -> Option<Finding> {
        let severity = self.view.project.severity(check.code, check.severity)?;
        let Draft {
            message,
            spelling,
            related,
            range,
            proposals,
        } = draft()?;
        // Other people's words inside a draft, and names that are talked about: never more than a hint.
        let quoted = matches!(mention.zone, Zone::Quotation | Zone::Bibliography) || mention.aside.is_some();
        let entity = mention.entity().map(|id| self.gazetteer.entity(id).id.clone());
        Some(Finding {
            code: check.code,
            severity: if quoted { Severity::Hint } else { severity },
            range: range.unwrap_or_else(|| mention.range.clone()),
            message,
            key: spelling
                .filter(|_| entity.is_some())
                .map(|id| self.gazetteer.name(self.gazetteer.bearer(id).0).key.clone()),
            spelling: spelling.map(|id| self.gazetteer.spelling(id).text.clone()),
            entity,
            related,
            proposals,
        })
    }

    fn text(&self, spelling: SpellingId) -> &str {
        &self.gazetteer.spelling(spelling).text
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
            ..Draft::default()
        }
    }

    /// A message that names one spelling.
    fn about(&self, key: &str, spelling: SpellingId) -> Draft {
        let message = self.messages.text(key, &[("spelling", self.text(spelling).into())]);
        Draft {
            message,
            spelling: Some(spelling),
            related: self.entry(spelling).into_iter().collect(),
            ..Draft::default()
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

fn first_uses(view: &View<'_>) -> HashMap<SpellingId, Range<usize>> {
    let mut first = HashMap::new();
    for mention in view.analysis.mentions().filter(Mention::counts) {
        for spelling in mention.uses() {
            first.entry(spelling).or_insert_with(|| mention.range.clone());
        }
    }
    first
}
