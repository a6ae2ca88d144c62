//! `settings`: what is wrong in `onomast.toml`, in `onomast.decisions.jsonl` or in what a text says of itself (front matter,
//! the date of a TEI header; a `lang` or `date` that only other programs read is information); a decision whose place in
//! the text is gone, or that nothing there can be said of; a house style that is not there, or prefers what the gazetteer
//! has not.
//!
//! Why: A slip in a key would silently leave everything as it was.
//!
//! Russian: `lang = "russian"`, where `"ru"` is meant.
//!
//! Turkish: `[severity] misspeling = "off"`.

use super::{FileFindings, decisions, style, unused_ignore};
use crate::features::finding::{Code, Finding, Severity};
use crate::message::Messages;
use crate::project::baseline::BaselineProblem;
use crate::project::{Project, SettingsFile, SettingsProblem, SettingsProblemKind};

pub(super) fn files(project: &Project) -> Option<FileFindings> {
    let file = project.settings_file.as_ref()?;
    let severity = project.severity(Code::Settings, Severity::Warning)?;
    let finding = |problem: &SettingsProblem| {
        let message = message(&problem.kind, project.messages());
        Finding::about_settings(severity, problem.range.clone(), message)
    };
    let mut findings: Vec<Finding> = file.problems.iter().map(finding).collect();
    findings.extend(style::without_meaning(project, file, severity));
    findings.extend(unused_ignore::strangers(project, file));
    findings.extend(baseline_missing(project, file, severity));
    Some(FileFindings {
        path: file.path.clone(),
        text: file.text.clone(),
        findings,
    })
}

/// What is no known finding in the file of known findings.
pub(super) fn baseline(project: &Project) -> Option<FileFindings> {
    let file = project.baseline.as_ref().filter(|file| !file.problems.is_empty())?;
    let severity = project.severity(Code::Settings, Severity::Warning)?;
    let messages = project.messages();
    let finding = |(range, problem): &(std::ops::Range<usize>, BaselineProblem)| {
        let reason = match problem {
            BaselineProblem::Unreadable(fault) => decisions::reason(fault, messages),
            BaselineProblem::UnknownCode(code) => {
                messages.text("decision-unknown-code", &[("code", code.as_str().into())])
            }
        };
        let message = messages.text("baseline-unreadable", &[("reason", reason.into())]);
        Finding::about_settings(severity, range.clone(), message)
    };
    Some(FileFindings {
        path: file.path.clone(),
        text: file.text.clone(),
        findings: file.problems.iter().map(finding).collect(),
    })
}

/// A file of known findings that the settings name and that is not there.
fn baseline_missing(project: &Project, file: &SettingsFile, severity: Severity) -> Option<Finding> {
    let named = project
        .settings
        .baseline
        .as_deref()
        .filter(|_| project.baseline.is_none())?;
    let range = style::at(file, named)?;
    let message = project.messages().text("no-such-file", &[("path", named.into())]);
    Some(Finding::about_settings(severity, range, message))
}

/// What is wrong, for people.
pub fn message(kind: &SettingsProblemKind, messages: &Messages) -> String {
    match kind {
        SettingsProblemKind::Syntax(reason) => {
            let reason = reason.lines().collect::<Vec<_>>().join("; ");
            messages.text("settings-syntax", &[("reason", reason.into())])
        }
        SettingsProblemKind::UnknownKey { key, table } if table.is_empty() => {
            messages.text("settings-unknown-key", &[("key", key.as_str().into())])
        }
        SettingsProblemKind::UnknownKey { key, table } => messages.text(
            "settings-unknown-key-in",
            &[("key", key.as_str().into()), ("table", table.as_str().into())],
        ),
        SettingsProblemKind::WrongValue { key, expected } => messages.text(
            "settings-wrong-value",
            &[("key", key.as_str().into()), ("expected", expected.as_str().into())],
        ),
    }
}
