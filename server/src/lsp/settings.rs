//! What the editor's own settings say, from `initializationOptions` or `workspace/didChangeConfiguration`.
//!
//! They are those of `onomast.toml`, over which the file has the last word, and a few that only an editor has. What is
//! not understood is left alone: an editor may send the settings of its whole configuration.

use onomast_gazetteer::Language;
use serde_json::Value;

use crate::features::inlay_hint::Hints;
use crate::message::Locale;
use crate::project::{Enable, Layers, Settings};

/// The settings of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditorSettings {
    /// The language of the command line that started the server, which has the last word.
    command_line: Option<Locale>,
    /// The language of messages and descriptions, in place of the editor's own.
    locale: Option<String>,
    /// Whether findings are shown at all.
    pub diagnostics: bool,
    /// Whether they are shown of texts that are not open, too.
    pub whole_workspace: bool,
    /// In which languages counterparts are shown beside names.
    pub hints: Hints,
    /// Whether the editor itself checks gazetteers for syntax and schema, and completes by the schema.
    pub json_schema: bool,
    project: Settings,
}

impl Default for EditorSettings {
    fn default() -> EditorSettings {
        EditorSettings {
            command_line: None,
            locale: None,
            diagnostics: true,
            whole_workspace: false,
            hints: Hints::Off,
            json_schema: false,
            project: Settings::default(),
        }
    }
}

impl EditorSettings {
    /// Reads `{"locale": "ru", "diagnostics": {"enable": false, "scope": "workspace"}, …}`, alone or under `onomast`; `"diagnostics": false` is
    /// short for the latter. `"hints"` is `true`, for the reader’s language, or a language or a list of them.
    pub(super) fn read(value: Option<&Value>) -> EditorSettings {
        let Some(value) = value else {
            return EditorSettings::default();
        };
        let own = value.get("onomast").unwrap_or(value);
        let diagnostics = own.get("diagnostics");
        let scope = diagnostics.and_then(|value| value.get("scope")?.as_str());
        let enable = diagnostics.and_then(|value| value.as_bool().or_else(|| value.get("enable")?.as_bool()));
        EditorSettings {
            command_line: None,
            locale: own.get("locale").and_then(Value::as_str).map(str::to_owned),
            diagnostics: enable.unwrap_or(true),
            json_schema: own.get("jsonSchema") == Some(&Value::Bool(true)),
            whole_workspace: scope == Some("workspace"),
            hints: own.get("hints").map(hints).unwrap_or_default(),
            project: project_settings(own),
        }
    }

    /// These, of a server that was started with a language.
    pub(super) fn started_with(self, command_line: Option<Locale>) -> EditorSettings {
        EditorSettings { command_line, ..self }
    }

    /// These in the place of earlier ones. What is said once, at the start, holds: settings that come later are the reader's, and say
    /// nothing of what the editor can do.
    pub(super) fn instead_of(self, before: &EditorSettings) -> EditorSettings {
        EditorSettings {
            command_line: before.command_line,
            json_schema: before.json_schema,
            ..self
        }
    }

    /// The language of messages: what the command line says, else what is set, else the editor's, else the system's.
    pub(super) fn locale(&self, of_editor: Option<&str>) -> Locale {
        let said = self.locale.as_deref().or(of_editor);
        let said = || said.and_then(Locale::parse);
        self.command_line.or_else(said).unwrap_or_else(Locale::of_system)
    }

    /// What projects are to know of it, and of what the reader once answered, which is weaker.
    pub(super) fn layers(&self, of_editor: Option<&str>, answer: Option<Enable>) -> Layers {
        let mut editor = self.project.clone();
        editor.enable = editor.enable.or(answer);
        Layers {
            editor,
            locale: Some(self.locale(of_editor)),
            ..Layers::default()
        }
    }
}

fn hints(value: &Value) -> Hints {
    let language = |value: &Value| value.as_str().and_then(Language::parse);
    match value {
        Value::Bool(true) => Hints::Reader,
        Value::String(_) => language(value).map_or(Hints::Off, |language| Hints::In(vec![language])),
        Value::Array(values) => Hints::In(values.iter().filter_map(language).collect()),
        _ => Hints::Off,
    }
}

/// The keys of `onomast.toml`, read by what reads that file. Only they are handed over, so that nothing else is taken for
/// a mistake.
fn project_settings(own: &Value) -> Settings {
    let keys = ["gazetteers", "enable", "documents", "severity", "ignore", "style"];
    let said = keys
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), own.get(key)?.clone())));
    let said: serde_json::Map<String, Value> = said.filter(|(_, value)| !value.is_null()).collect();
    let Ok(text) = toml::to_string(&said) else {
        tracing::warn!("settings of the editor that TOML cannot hold");
        return Settings::default();
    };
    let (settings, problems) = Settings::parse(&text);
    for problem in problems {
        tracing::warn!(?problem, "settings of the editor");
    }
    settings
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_are_read_leniently() {
        let own = json!({ "locale": "tr", "diagnostics": { "enable": false } });
        for (name, value, locale, diagnostics) in [
            ("nothing", json!(null), None, true),
            ("not an object", json!(5), None, true),
            ("alone", json!({ "locale": "ru" }), Some("ru"), true),
            ("in their section", json!({ "onomast": own }), Some("tr"), false),
            ("short", json!({ "diagnostics": false }), None, false),
            ("wrong types", json!({ "locale": 1, "diagnostics": "no" }), None, true),
        ] {
            let settings = EditorSettings::read(Some(&value));
            assert_eq!(
                (settings.locale.as_deref(), settings.diagnostics),
                (locale, diagnostics),
                "{name}"
            );
        }
    }

    #[test]
    fn findings_are_of_open_texts_unless_settings_say_otherwise() {
        for (value, expected) in [
            (json!(null), false),
            (json!(true), false),
            (json!({ "scope": "open" }), false),
            (json!({ "scope": "workspace" }), true),
            (json!({ "scope": "all" }), false),
            (json!({ "scope": 5 }), false),
        ] {
            let settings = EditorSettings::read(Some(&json!({ "diagnostics": value })));
            assert_eq!(
                (settings.whole_workspace, settings.diagnostics),
                (expected, true),
                "{value}"
            );
        }
    }

    #[test]
    fn hints_are_off_or_in_languages() {
        let tags = |tags: &[&str]| Hints::In(tags.iter().filter_map(|tag| Language::parse(tag)).collect());
        for (value, expected) in [
            (json!(null), Hints::Off),
            (json!(false), Hints::Off),
            (json!(true), Hints::Reader),
            (json!("tr"), tags(&["tr"])),
            (json!("no language"), Hints::Off),
            (json!(["en", 5, "ru"]), tags(&["en", "ru"])),
            (json!({}), Hints::Off),
        ] {
            assert_eq!(
                EditorSettings::read(Some(&json!({ "hints": value }))).hints,
                expected,
                "{value}"
            );
        }
    }

    #[test]
    fn the_settings_of_a_project_are_those_of_its_file() {
        let said =
            json!({ "gazetteers": ["a.json"], "severity": { "misspelling": "hint" }, "ignore": null, "other": 1 });
        let (written, problems) = Settings::parse("gazetteers = ['a.json']\n[severity]\nmisspelling = 'hint'\n");
        assert!(problems.is_empty());
        assert_eq!(EditorSettings::read(Some(&said)).project, written);
        let wrong = json!({ "gazetteers": 5, "documents": [null] });
        assert_eq!(EditorSettings::read(Some(&wrong)).project, Settings::default());
    }

    #[test]
    fn the_nearest_language_wins() {
        let settings = EditorSettings::read(Some(&json!({ "locale": "tr-TR" })));
        assert_eq!(settings.locale(Some("ru")), Locale::Turkish);
        assert_eq!(EditorSettings::default().locale(Some("ru")), Locale::Russian);
    }
}
