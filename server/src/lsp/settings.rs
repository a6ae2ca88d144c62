//! What the editor's own settings say, from `initializationOptions` or `workspace/didChangeConfiguration`.
//!
//! They are those of `onomast.toml`, over which the file has the last word, and a few that only an editor has. Keys that
//! are not known are left alone: an editor may send the settings of its whole configuration. What is wrong in those that
//! are is kept, to be told.

use onomast_gazetteer::Language;
use serde_json::{Map, Value};

use crate::features::inlay_hint::Hints;
use crate::message::Locale;
use crate::project::settings::fields;
use crate::project::{Enable, Layers, Settings, SettingsProblemKind};

/// The keys that `onomast.toml` does not have.
const OF_EDITORS: [&str; 4] = ["locale", "diagnostics", "hints", "jsonSchema"];

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
    /// What is wrong in them.
    pub problems: Vec<SettingsProblemKind>,
    /// What was said at the start, which holds where nothing later says otherwise.
    initial: Map<String, Value>,
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
            problems: Vec::new(),
            initial: Map::new(),
            project: Settings::default(),
        }
    }
}

impl EditorSettings {
    /// Reads `{"locale": "ru", "diagnostics": {"enable": false, "scope": "workspace"}, …}`, alone or under `onomast`; `"diagnostics": false` is
    /// short for the latter. `"hints"` is `true`, for the reader’s language, or a language or a list of them.
    pub(super) fn read(value: Option<&Value>) -> EditorSettings {
        let said = value.map(|value| value.get("onomast").unwrap_or(value));
        let initial = said.and_then(Value::as_object).cloned().unwrap_or_default();
        EditorSettings {
            initial: initial.clone(),
            ..EditorSettings::of(initial)
        }
    }

    /// Reads what `workspace/didChangeConfiguration` says, key by key over what was said at the start, in the same form. What is `null`
    /// is as if it had never been said. `None` where the message is not about us: a client may send nothing, or the settings of others.
    pub(super) fn changed_by(&self, value: &Value) -> Option<EditorSettings> {
        let is_known =
            |key: &String| OF_EDITORS.contains(&key.as_str()) || fields().iter().any(|field| field.key == key);
        let said = match value.get("onomast") {
            Some(section) => section.as_object().cloned().unwrap_or_default(),
            None => value.as_object().filter(|own| own.keys().any(is_known))?.clone(),
        };
        let mut all = self.initial.clone();
        all.extend(said);
        Some(EditorSettings {
            command_line: self.command_line,
            // What an editor can do it says once, at the start.
            json_schema: self.json_schema,
            initial: self.initial.clone(),
            ..EditorSettings::of(all)
        })
    }

    fn of(said: Map<String, Value>) -> EditorSettings {
        let own: Map<String, Value> = said
            .into_iter()
            .filter_map(|(key, value)| Some((key, without_nulls(value)?)))
            .collect();
        let (project, mut problems) = project_settings(&own);
        let diagnostics = own.get("diagnostics");
        let scope = diagnostics.and_then(|value| value.get("scope"));
        let enable = diagnostics.map(|value| value.get("enable").unwrap_or(value));
        let mut wrong = |is_wrong: bool, key: &str, expected: &str| {
            if is_wrong {
                problems.push(SettingsProblemKind::WrongValue {
                    key: key.to_owned(),
                    expected: expected.to_owned(),
                });
            }
        };
        let locale = own.get("locale");
        let is_locale = |value: &Value| value.as_str().and_then(Locale::parse).is_some();
        wrong(
            locale.is_some_and(|value| !is_locale(value)),
            "locale",
            "\"en\" | \"ru\" | \"tr\"",
        );
        let is_scope = |value: &Value| ["open", "workspace"].iter().any(|word| value == word);
        wrong(
            scope.is_some_and(|value| !is_scope(value)),
            "diagnostics.scope",
            "\"open\" | \"workspace\"",
        );
        let is_enable = |value: &Value| value.is_boolean() || value.is_object() && Some(value) == diagnostics;
        wrong(
            enable.is_some_and(|value| !is_enable(value)),
            "diagnostics.enable",
            "true | false",
        );
        let hints_said = own.get("hints");
        wrong(
            hints_said.is_some_and(|value| !is_hints(value)),
            "hints",
            "true | false | \"tr\" | [\"tr\", \"en\"]",
        );
        EditorSettings {
            command_line: None,
            locale: locale.and_then(Value::as_str).map(str::to_owned),
            diagnostics: enable.and_then(Value::as_bool).unwrap_or(true),
            json_schema: own.get("jsonSchema") == Some(&Value::Bool(true)),
            whole_workspace: scope.is_some_and(|value| value == "workspace"),
            hints: hints_said.map(hints).unwrap_or_default(),
            problems,
            initial: Map::new(),
            project,
        }
    }

    /// These, of a server that was started with a language.
    pub(super) fn started_with(self, command_line: Option<Locale>) -> EditorSettings {
        EditorSettings { command_line, ..self }
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

fn is_hints(value: &Value) -> bool {
    let is_language = |value: &Value| value.as_str().and_then(Language::parse).is_some();
    match value {
        Value::Bool(_) => true,
        Value::Array(values) => values.iter().all(is_language),
        value => is_language(value),
    }
}

/// A value without the `null`s in it, which stand for what is not said and which TOML does not have. JSON that was parsed is not
/// nested deeply.
fn without_nulls(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(values) => Some(values.into_iter().filter_map(without_nulls).collect()),
        Value::Object(members) => {
            let members = members.into_iter();
            let said = members.filter_map(|(key, value)| Some((key, without_nulls(value)?)));
            Some(Value::Object(said.collect()))
        }
        value => Some(value),
    }
}

/// The keys of `onomast.toml`, read by what reads that file, and what is wrong in them. Only they are handed over, so that
/// nothing else is taken for a mistake.
fn project_settings(own: &Map<String, Value>) -> (Settings, Vec<SettingsProblemKind>) {
    let mut said = Map::new();
    let mut problems = Vec::new();
    for field in fields() {
        let Some(value) = own.get(field.key) else { continue };
        let alone = Map::from_iter([(field.key.to_owned(), value.clone())]);
        // A number may be greater than any of TOML; the other keys hold all the same.
        if toml::to_string(&alone).is_ok() {
            said.extend(alone);
        } else {
            problems.push(SettingsProblemKind::WrongValue {
                key: field.key.to_owned(),
                expected: field.expected,
            });
        }
    }
    let text = toml::to_string(&said).unwrap_or_default();
    let (settings, found) = Settings::parse(&text);
    problems.extend(found.into_iter().map(|problem| problem.kind));
    (settings, problems)
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
    fn nothing_is_lost_to_what_stands_beside_it() {
        let said = json!({
            "suffix": { "apostrophe": "never" }, "baseline": "known.jsonl",
            "documents": [{ "files": ["a.md"], "role": null, "lang": "tr" }], "severity": { "misspelling": null },
            "gazetteers": 18_446_744_073_709_551_615u64,
        });
        let (written, problems) = Settings::parse(
            "baseline = 'known.jsonl'\n[[documents]]\nfiles = ['a.md']\nlang = 'tr'\n[suffix]\napostrophe = 'never'\n",
        );
        assert_eq!(problems, []);
        let read = EditorSettings::read(Some(&said));
        assert_eq!(read.project, written);
        let wrong: Vec<&SettingsProblemKind> = read.problems.iter().collect();
        assert!(
            matches!(wrong[..], [SettingsProblemKind::WrongValue { key, .. }] if key == "gazetteers"),
            "{wrong:?}"
        );
    }

    #[test]
    fn what_is_wrong_is_named_and_what_is_others_is_not() {
        for (said, expected) in [
            (
                json!({ "server": { "path": 1 }, "mispelling": "off", "locale": null }),
                vec![],
            ),
            (
                json!({ "locale": "tr-TR", "hints": ["tr"], "diagnostics": { "enable": true, "scope": "open" } }),
                vec![],
            ),
            (json!({ "diagnostics": {}, "hints": false }), vec![]),
            (json!({ "locale": "de" }), vec!["locale"]),
            (json!({ "diagnostics": "no" }), vec!["diagnostics.enable"]),
            (json!({ "diagnostics": { "enable": {} } }), vec!["diagnostics.enable"]),
            (
                json!({ "diagnostics": { "scope": "everything" } }),
                vec!["diagnostics.scope"],
            ),
            (json!({ "hints": ["tr", 5] }), vec!["hints"]),
            (json!({ "severity": { "mispelling": "off" } }), vec!["mispelling"]),
            (
                json!({ "severity": { "misspelling": "loud" } }),
                vec!["severity.misspelling"],
            ),
        ] {
            let problems = EditorSettings::read(Some(&said)).problems;
            let named: Vec<&str> = problems
                .iter()
                .map(|problem| match problem {
                    SettingsProblemKind::Syntax(reason) => reason,
                    SettingsProblemKind::UnknownKey { key, .. } | SettingsProblemKind::WrongValue { key, .. } => key,
                })
                .map(String::as_str)
                .collect();
            assert_eq!(named, expected, "{said}");
        }
    }

    #[test]
    fn later_settings_lie_over_the_first_key_by_key() {
        let first = json!({ "locale": "ru", "diagnostics": false, "jsonSchema": true });
        let first = EditorSettings::read(Some(&first));
        for (name, later, expected) in [
            ("nothing", json!({}), None),
            ("no object", json!([5]), None),
            ("others", json!({ "pyright": { "locale": "tr" } }), None),
            ("an empty section", json!({ "onomast": {} }), Some(("ru", false))),
            (
                "a section that is null",
                json!({ "onomast": null }),
                Some(("ru", false)),
            ),
            (
                "one key in the section",
                json!({ "onomast": { "locale": "tr" } }),
                Some(("tr", false)),
            ),
            ("one key alone", json!({ "diagnostics": true }), Some(("ru", true))),
            ("a key of onomast.toml", json!({ "suffix": {} }), Some(("ru", false))),
            ("taken back", json!({ "locale": null }), Some(("", false))),
        ] {
            let changed = first.changed_by(&later);
            let held = changed.as_ref().map(|settings| {
                assert!(settings.json_schema, "{name}");
                (settings.locale.as_deref().unwrap_or_default(), settings.diagnostics)
            });
            assert_eq!(held, expected, "{name}");
        }
        // Over the first, not over one another.
        let changed = first.changed_by(&json!({ "locale": "tr" })).expect("a change");
        let changed = changed.changed_by(&json!({ "diagnostics": true })).expect("a change");
        assert_eq!(changed.locale.as_deref(), Some("ru"));
    }

    #[test]
    fn the_nearest_language_wins() {
        let settings = EditorSettings::read(Some(&json!({ "locale": "tr-TR" })));
        assert_eq!(settings.locale(Some("ru")), Locale::Turkish);
        assert_eq!(EditorSettings::default().locale(Some("ru")), Locale::Russian);
    }
}
