//! The extension for VS Code says what the server says: the settings of a project that it offers are those of
//! `docs/settings.md`, in their words; and it has every text in each language of the interface.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../editors/vscode");
const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/settings.md");
/// What only an editor has.
const OWN_SETTINGS: [&str; 6] = [
    "server.path",
    "locale",
    "diagnostics.enable",
    "diagnostics.scope",
    "hints",
    "trace.server",
];
const OTHER_LANGUAGES: [&str; 2] = ["ru", "tr"];

#[test]
fn settings_of_a_project_are_described_as_in_the_reference() {
    let reference = std::fs::read_to_string(REFERENCE).unwrap();
    let described: BTreeMap<&str, &str> = settings(&reference);
    let manifest = read("package.json");
    let properties = &manifest["contributes"]["configuration"]["properties"];
    let offered = properties.as_object().unwrap().keys().filter_map(|key| {
        let key = key.strip_prefix("onomast.")?;
        (!OWN_SETTINGS.contains(&key)).then_some(key)
    });
    let offered: Vec<(&str, &str)> = offered
        .map(|key| (key, *described.get(key).unwrap_or_else(|| panic!("no setting {key}"))))
        .collect();
    assert!(offered.len() > 4, "{offered:?}");
    if std::env::var_os("UPDATE").is_some() {
        update(&offered);
    }
    let texts = read("package.nls.json");
    for (key, description) in offered {
        let described = &properties[format!("onomast.{key}")]["markdownDescription"];
        assert_eq!(described, &Value::from(format!("%setting.{key}%")), "{key}");
        let text = texts.get(&format!("setting.{key}")).and_then(Value::as_str);
        assert_eq!(text, Some(description), "{key}: UPDATE=1 cargo test, and translate it");
    }
}

#[test]
fn every_text_of_the_manifest_is_there_in_every_language() {
    let manifest = std::fs::read_to_string(Path::new(FOLDER).join("package.json")).unwrap();
    let wanted: BTreeSet<String> = manifest
        .split("\"%")
        .skip(1)
        .filter_map(|rest| rest.split_once("%\""))
        .map(|(key, _)| key.to_owned())
        .collect();
    for file in ["package.nls.json", "package.nls.ru.json", "package.nls.tr.json"] {
        assert_eq!(keys(&read(file)), wanted, "{file}");
    }
}

#[test]
fn every_text_of_the_code_is_there_in_every_language() {
    let mut wanted = BTreeSet::new();
    for entry in std::fs::read_dir(Path::new(FOLDER).join("src")).unwrap() {
        let code = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        wanted.extend(code.split("l10n.t(").skip(1).map(first_string));
    }
    assert!(!wanted.is_empty());
    for language in OTHER_LANGUAGES {
        let file = format!("l10n/bundle.l10n.{language}.json");
        let texts = read(&file);
        assert_eq!(keys(&texts), wanted, "{file}");
        for (english, text) in &texts {
            let text = text.as_str().expect("a text");
            assert_eq!(places(text), places(english), "{file}: {english}");
        }
    }
}

#[test]
fn every_page_of_the_walkthrough_is_there_in_every_language() {
    let manifest = read("package.json");
    let steps = manifest["contributes"]["walkthroughs"][0]["steps"].as_array().unwrap();
    assert!(!steps.is_empty());
    for step in steps {
        let page = step["media"]["markdown"].as_str().unwrap();
        for language in OTHER_LANGUAGES {
            // Where VS Code looks for it.
            let translated = page.replace(".md", &format!(".nls.{language}.md"));
            assert!(Path::new(FOLDER).join(&translated).is_file(), "{translated}");
        }
    }
}

/// Kinds of names that differ in colour differ in the shape of their letters too, in every language of texts.
#[test]
fn no_kind_of_name_differs_by_its_colour_alone() {
    let manifest = read("package.json");
    let contributes = &manifest["contributes"];
    let looks = &contributes["configurationDefaults"]["editor.semanticTokenColorCustomizations"]["rules"];
    for entry in contributes["semanticTokenScopes"].as_array().unwrap() {
        let language = entry["language"].as_str().unwrap();
        let mut colors: BTreeMap<String, &Value> = BTreeMap::new();
        for (kind, color) in entry["scopes"].as_object().unwrap() {
            // An event is of a type that other languages have too, and may look there as they like.
            let look = looks.get(kind).or_else(|| looks.get(format!("{kind}:{language}")));
            let look = look.unwrap_or_else(|| panic!("{kind} looks like any word in {language}"));
            let same = colors.entry(look.to_string()).or_insert(color);
            assert_eq!(*same, color, "{kind} in {language}");
        }
        let several = looks["*.ambiguous"].to_string();
        assert!(
            !colors.contains_key(&several),
            "a name that may mean several looks like others"
        );
        assert_eq!(colors.len(), 6, "{language}: {colors:?}");
    }
}

/// The keys of `onomast.toml` itself, which is the first table of the reference, and what it says of them.
fn settings(reference: &str) -> BTreeMap<&str, &str> {
    let first = reference.split("\n## ").nth(1).expect("a chapter");
    let rows = first.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (key, rest) = row.split_once('`').expect("a key");
        let text = rest.trim_end_matches(" |");
        (key, text.rsplit_once(" | ").expect("three columns").1)
    })
    .collect()
}

/// Puts the descriptions into the English texts, in place of what they say of the key so far.
fn update(settings: &[(&str, &str)]) {
    let path = Path::new(FOLDER).join("package.nls.json");
    let mut lines: Vec<String> = std::fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    for (key, description) in settings {
        let start = format!("  \"setting.{key}\": ");
        let line = format!("{start}{},", Value::from(*description));
        match lines.iter().position(|line| line.starts_with(&start)) {
            Some(at) => lines[at] = line,
            None => lines.insert(1, line),
        }
    }
    std::fs::write(path, lines.join("\n") + "\n").unwrap();
}

fn read(file: &str) -> Map<String, Value> {
    let text = std::fs::read_to_string(Path::new(FOLDER).join(file)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn keys(texts: &Map<String, Value>) -> BTreeSet<String> {
    texts.keys().cloned().collect()
}

/// What is put into a text: `{0}`.
fn places(text: &str) -> BTreeSet<&str> {
    let rests = text.split('{').skip(1);
    rests
        .filter_map(|rest| rest.split_once('}'))
        .map(|(place, _)| place)
        .collect()
}

/// The string at the head of some code, as JSON reads it too.
fn first_string(code: &str) -> String {
    let mut values = serde_json::Deserializer::from_str(code.trim_start()).into_iter();
    values.next().expect("a string").expect("a string without template")
}
