//! What the editor's own settings say, from `initializationOptions` or `workspace/didChangeConfiguration`.
//!
//! They rank below the project's files, so that command line and editor agree. What is not understood is left alone: an
//! editor sends the settings of its whole configuration.

use serde_json::Value;

/// The settings of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditorSettings {
    /// The language of messages and descriptions, in place of the editor's own.
    pub locale: Option<String>,
    /// Whether findings are shown at all.
    pub diagnostics: bool,
}

impl Default for EditorSettings {
    fn default() -> EditorSettings {
        EditorSettings {
            locale: None,
            diagnostics: true,
        }
    }
}

impl EditorSettings {
    /// Reads `{"locale": "ru", "diagnostics": {"enable": false}}`, alone or under `onomast`; `"diagnostics": false` is
    /// short for the latter.
    pub(super) fn read(value: Option<&Value>) -> EditorSettings {
        let Some(value) = value else {
            return EditorSettings::default();
        };
        let own = value.get("onomast").unwrap_or(value);
        let diagnostics = own.get("diagnostics");
        let enable = diagnostics.and_then(|value| value.as_bool().or_else(|| value.get("enable")?.as_bool()));
        EditorSettings {
            locale: own.get("locale").and_then(Value::as_str).map(str::to_owned),
            diagnostics: enable.unwrap_or(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_are_read_leniently() {
        for (name, value, locale, diagnostics) in [
            ("nothing", json!(null), None, true),
            ("not an object", json!(5), None, true),
            ("alone", json!({"locale": "ru"}), Some("ru"), true),
            (
                "in their section",
                json!({"onomast": {"locale": "tr", "diagnostics": {"enable": false}}}),
                Some("tr"),
                false,
            ),
            ("short", json!({"diagnostics": false}), None, false),
            ("wrong types", json!({"locale": 1, "diagnostics": "no"}), None, true),
        ] {
            let settings = EditorSettings::read(Some(&value));
            assert_eq!(
                (settings.locale.as_deref(), settings.diagnostics),
                (locale, diagnostics),
                "{name}"
            );
        }
    }
}
