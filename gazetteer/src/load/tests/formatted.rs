//! The canonical form.

use super::*;

#[test]
fn the_form() {
    let text = r#"{ "entities": [
    { "id": "place/van", "type": "place", "x": [1, 2.50, {"b": null}], "homonym": false, "sameAs": ["https://example.org/\u0041"],
      "names": [ { "spellings": { "de": ["Wan"], "en": ["Van"], "ru-Latn": ["Van"], "tr": ["Van"], "ru": ["Ван", {"note":"n","text":"И\u0306"}] },
                   "part": "full", "key": "full", "number": "singular" } ] },
    { "names": [], "description": { "tr": "t", "en": "e" }, "id": "person/a", "dates": {"to":"1901","from":"1900"} },
    7 ],
    "comment": "c", "title": "t", "onomast": 1 }"#;
    let expected = r#"{
  "onomast": 1,
  "title": "t",
  "entities": [
    {
      "id": "person/a",
      "description": {
        "tr": "t",
        "en": "e"
      },
      "dates": { "from": "1900", "to": "1901" },
      "names": []
    },
    {
      "id": "place/van",
      "sameAs": [
        "https://example.org/A"
      ],
      "names": [
        {
          "spellings": {
            "ru": [
              "Ван",
              { "text": "Й", "note": "n" }
            ],
            "ru-Latn": [
              "Van"
            ],
            "tr": [
              "Van"
            ],
            "en": [
              "Van"
            ],
            "de": [
              "Wan"
            ]
          }
        }
      ],
      "x": [1, 2.50, { "b": null }]
    },
    7
  ],
  "comment": "c"
}
"#;
    assert_eq!(format(text).unwrap(), expected);
}

#[test]
fn what_may_replace_stays() {
    let text = r#"{ "onomast": 1, "extends": "builtin", "entities": [ { "id": "place/x", "type": "place", "homonym": false } ] }"#;
    let formatted = format(text).unwrap();
    assert!(formatted.contains("\"type\"") && formatted.contains("\"homonym\""));
}

#[test]
fn no_json_has_no_form() {
    let problem = format("{\n").unwrap_err();
    assert_eq!((problem.code, problem.range.start), (Code::Syntax, 0));
}

/// A value and its two faces: what is written, and whether anything is.
fn field(key: &'static str, values: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop::sample::select(values))
        .prop_map(move |value| value.map(|value| format!("\"{key}\": {value}")))
}

fn object(fields: Vec<Option<String>>) -> impl Strategy<Value = String> {
    Just(fields.into_iter().flatten().collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(|fields| format!("{{ {} }}", fields.join(", ")))
}

fn spelling() -> impl Strategy<Value = String> {
    let text = prop::sample::select(
        &[
            r#""A""#,
            r#""Çiçerin""#,
            r#""C\u0327a""#,
            r#""Чичерин""#,
            r#"" B ""#,
            r#""—""#,
            "1",
        ][..],
    );
    let full = (
        text.clone(),
        field("status", &[r#""preferred""#, r#""historical""#, r#""off""#, "2"]),
        field(
            "inflection",
            &[r#""auto""#, r#""none""#, r#"{ "harmony": "front" }"#, "{}"],
        ),
        field("from", &[r#""1920""#, r#""1922-02-30""#]),
        field("alone", &[r#""yes""#, r#""no""#]),
        field("x", &["[{}]"]),
    )
        .prop_flat_map(|(text, status, inflection, from, alone, x)| {
            object(vec![
                Some(format!("\"text\": {text}")),
                status,
                inflection,
                from,
                alone,
                x,
            ])
        });
    prop_oneof![text.prop_map(str::to_owned), full]
}

fn name() -> impl Strategy<Value = String> {
    let list =
        || prop::option::of(prop::collection::vec(spelling(), 0..4).prop_map(|list| format!("[{}]", list.join(", "))));
    let spellings = (list(), list(), list()).prop_flat_map(|(tr, ru, other)| {
        let entry = |tag: &str, list: Option<String>| list.map(|list| format!("\"{tag}\": {list}"));
        object(vec![entry("tr", tr), entry("ru-latn", ru), entry("DE", other)])
    });
    (
        field("key", &[r#""full""#, r#""surname""#, r#""k""#, r#""K""#]),
        field("part", &[r#""full""#, r#""surname""#, r#""given""#, r#""x""#]),
        field("number", &[r#""singular""#, r#""plural""#]),
        field("status", &[r#""deprecated""#, r#""preferred""#, r#""off""#]),
        spellings,
    )
        .prop_flat_map(|(key, part, number, status, spellings)| {
            object(vec![
                key,
                part,
                number,
                status,
                Some(format!("\"spellings\": {spellings}")),
            ])
        })
}

fn entity() -> impl Strategy<Value = String> {
    (
        field("id", &[r#""place/a""#, r#""person/b""#, r#""other/c""#, r#""bad""#]),
        field("type", &[r#""place""#, r#""person""#, r#""bad""#, "1"]),
        field("description", &["{}", r#"{ "tr": "t", "en": "e" }"#, "[]"]),
        field("homonym", &["false", "true", r#"["place/a"]"#]),
        field("sameAs", &["[]", "{}", r#"["https://example.org/"]"#]),
        field("relations", &["{}", r#"{ "b": ["place/a"], "a": ["person/b"] }"#]),
        field("status", &[r#""off""#]),
        prop::collection::vec(name(), 0..3),
    )
        .prop_flat_map(|(id, kind, description, homonym, same_as, relations, status, names)| {
            let names = Some(format!("\"names\": [{}]", names.join(", ")));
            object(vec![id, kind, description, homonym, same_as, relations, status, names])
        })
}

fn gazetteer() -> impl Strategy<Value = String> {
    (
        prop::collection::vec(entity(), 0..5),
        field("extends", &[r#""base""#]),
        field("title", &[r#""t""#, "1"]),
    )
        .prop_flat_map(|(entities, extends, title)| {
            let entities = Some(format!("\"entities\": [{}]", entities.join(", ")));
            object(vec![Some("\"onomast\": 1".to_owned()), extends, title, entities])
        })
}

/// Something for files that extend to lie over.
const BASE: &str = r#"{ "onomast": 1, "entities": [ { "id": "place/a", "homonym": true, "names": [
    { "part": "surname", "number": "plural", "spellings": { "tr": ["A", "Çiçerin"] } }, { "spellings": { "de": ["A"] } } ] } ] }"#;

/// What is loaded, and the problems without their places.
fn loaded(text: &str) -> (String, Vec<String>) {
    let (tables, problems) = tables(&Files::new(&[("file", text), ("base", BASE)]), &["file".to_owned()]);
    let mut problems: Vec<String> = problems
        .iter()
        .map(|problem| format!("{} {:?}", problem.code.as_str(), problem.arguments))
        .collect();
    problems.sort();
    (outline(&tables, false), problems)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn formatting_twice_changes_nothing(text in gazetteer()) {
        let once = format(&text).unwrap();
        prop_assert_eq!(format(&once).unwrap(), once);
    }

    #[test]
    fn what_is_loaded_stays(text in gazetteer()) {
        prop_assert_eq!(loaded(&format(&text).unwrap()).0, loaded(&text).0);
    }

    #[test]
    fn what_is_wrong_stays(text in gazetteer()) {
        prop_assert_eq!(loaded(&format(&text).unwrap()).1, loaded(&text).1);
    }
}
