//! What a document says of itself at its head and what means nothing: a role that is none, a key that is not ours, a
//! style that the settings do not have. Reported under `settings`.

use super::{View, settings};
use crate::features::finding::{Code, Finding, Severity};
use crate::project::{Head, SettingsProblem, SettingsProblemKind, styles_named};

pub(super) fn without_meaning(view: &View<'_>) -> Vec<Finding> {
    let head = Head::of(view.settings.facts.format, view.text);
    let messages = view.project.messages();
    let finding = |problem: &SettingsProblem| {
        let severity = view.project.severity(Code::Settings, gravity(&problem.kind))?;
        let message = settings::message(&problem.kind, messages);
        Some(Finding::about_settings(severity, problem.range.clone(), message))
    };
    let mut findings: Vec<Finding> = head.problems.iter().filter_map(finding).collect();
    findings.extend(unknown_style(view, &head));
    findings
}

/// `lang` and `date` are read by other programs too, and may say something to them: `date: spring 1921`.
fn gravity(kind: &SettingsProblemKind) -> Severity {
    match kind {
        SettingsProblemKind::WrongValue { key, .. } if matches!(key.as_str(), "lang" | "date") => Severity::Information,
        _ => Severity::Warning,
    }
}

/// A document that follows a style which the settings do not have, where it says so itself, or nobody who has a place of
/// his own: what `onomast.toml` says of documents is reported there, once.
fn unknown_style(view: &View<'_>, head: &Head) -> Option<Finding> {
    let project = view.project;
    let name = view.settings.style.as_ref()?;
    if project.settings.style.contains_key(name) {
        return None;
    }
    let own = head.style.as_ref().filter(|(own, _)| own == name);
    let in_file = || project.settings_file.as_ref().map(|file| styles_named(&file.text));
    let range = match own {
        Some((_, range)) => range.clone(),
        None if in_file().is_some_and(|named| named.iter().any(|(named, _)| named == name)) => return None,
        None => 0..0,
    };
    let severity = project.severity(Code::Settings, Severity::Warning)?;
    let message = project
        .messages()
        .text("settings-unknown-style", &[("style", name.as_str().into())]);
    Some(Finding::about_settings(severity, range, message))
}
