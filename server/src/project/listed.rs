//! One gazetteer more in `onomast.toml`.

use onomast_gazetteer::replace::Change;
use toml::de::{DeTable, DeValue};

/// Names a file in `gazetteers`, behind those that are named there: in bytes of the settings. `None` where they are no
/// TOML, or name none.
pub fn with_gazetteer(settings: &str, name: &str) -> Option<Change> {
    let table = DeTable::parse(settings).ok()?;
    let listed = table.get_ref().get("gazetteers")?;
    let DeValue::Array(names) = listed.get_ref() else {
        return None;
    };
    let quoted = serde_json::to_string(name).ok()?;
    let (at, text) = match names.iter().last() {
        Some(last) => (last.span().end, format!(", {quoted}")),
        None => (listed.span().start + 1, quoted),
    };
    Some(Change { range: at..at, text })
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::replace::apply;

    use super::*;

    #[test]
    fn a_name_stands_behind_the_others() {
        for (settings, expected) in [
            (
                "gazetteers = [\"builtin\"]\n",
                Some("gazetteers = [\"builtin\", \"n.json\"]\n"),
            ),
            ("gazetteers = []", Some("gazetteers = [\"n.json\"]")),
            (
                "lang = 'tr'\ngazetteers = [\n  'builtin', # ours\n]\n",
                Some("lang = 'tr'\ngazetteers = [\n  'builtin', \"n.json\", # ours\n]\n"),
            ),
            ("gazetteers = 'builtin'", None),
            ("gazetteers = [", None),
            ("", None),
        ] {
            let change = with_gazetteer(settings, "n.json");
            let changed = change.map(|change| apply(settings, &[change]));
            assert_eq!(changed.as_deref(), expected, "{settings}");
        }
    }
}
