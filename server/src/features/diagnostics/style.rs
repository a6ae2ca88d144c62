//! The house style of a document: what it prefers, and what of it means nothing. The latter is reported under
//! `settings`.

use onomast_gazetteer::entity::{NameId, Part, SpellingId};
use onomast_gazetteer::{Gazetteer, Language, consistency};

use super::View;
use crate::features::finding::{Finding, Severity};
use crate::project::{Project, SettingsFile, styles_named};

/// The preferences of the style that a document follows.
pub(in crate::features) fn preferences(view: &View<'_>) -> consistency::Style {
    let mut style = consistency::Style::default();
    let gazetteer = view.analysis.gazetteer();
    let named = view.settings.style.as_ref();
    let Some(own) = named.and_then(|name| view.project.settings.style.get(name)) else {
        return style;
    };
    for (name, spellings) in &own.prefer {
        for (language, text) in spellings {
            if let Some(id) = name_of(gazetteer, name).and_then(|name| spelling_of(gazetteer, name, language, text)) {
                style.prefer(gazetteer, id);
            }
        }
    }
    style
}

/// Styles of documents that the settings do not have, and preferences for what the gazetteer does not, at their place in the
/// settings.
pub(super) fn without_meaning(project: &Project, file: &SettingsFile, severity: Severity) -> Vec<Finding> {
    let (gazetteer, messages) = (&*project.gazetteer, project.messages());
    let preferences = project.settings.style.values().flat_map(|style| &style.prefer);
    let unknown = styles_named(&file.text).into_iter();
    let unknown = unknown.filter(|(name, _)| !project.settings.style.contains_key(name));
    let mut findings: Vec<Finding> = unknown
        .map(|(name, range)| {
            let message = messages.text("settings-unknown-style", &[("style", name.into())]);
            Finding::about_settings(severity, range, message)
        })
        .collect();
    for (name, spellings) in preferences {
        let Some(id) = name_of(gazetteer, name) else {
            let message = messages.text("settings-style-no-name", &[("name", name.as_str().into())]);
            findings.extend(at(file, name).map(|range| Finding::about_settings(severity, range, message)));
            continue;
        };
        for (language, text) in spellings {
            if spelling_of(gazetteer, id, language, text).is_none() {
                let values = [("name", name.as_str().into()), ("spelling", text.as_str().into())];
                let message = messages.text("settings-style-no-spelling", &values);
                findings.extend(at(file, text).map(|range| Finding::about_settings(severity, range, message)));
            }
        }
    }
    findings
}

/// `person/georgy-chicherin#surname`; without a key the full name.
fn name_of(gazetteer: &Gazetteer, name: &str) -> Option<NameId> {
    let (id, key) = name.split_once('#').unwrap_or((name, Part::Full.as_str()));
    let mut names = gazetteer.names(gazetteer.find(id)?);
    names.find(|(_, name)| name.key == key).map(|(id, _)| id)
}

fn spelling_of(gazetteer: &Gazetteer, name: NameId, language: &Language, text: &str) -> Option<SpellingId> {
    let mut spellings = gazetteer.spellings(name);
    let found = spellings.find(|(_, spelling)| spelling.language == *language && spelling.text == text);
    found.map(|(id, _)| id)
}

/// Where a word of the settings stands in their file, quotation marks excluded; `None` for settings from elsewhere.
pub(super) fn at(file: &SettingsFile, word: &str) -> Option<std::ops::Range<usize>> {
    let quoted = |mark: char| file.text.find(&format!("{mark}{word}{mark}"));
    let start = quoted('"').or_else(|| quoted('\''))? + 1;
    Some(start..start + word.len())
}
