//! What `--format sarif` writes, held to the published schema: every code, with fixes, related places and fingerprints.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cli::Place;

/// See `tests/fixtures/sarif/README.md`.
const SCHEMA: &str = include_str!("../fixtures/sarif/sarif-schema-2.1.0.json");

/// With a member that means nothing, so that the gazetteer has a problem too.
const NAMES: &str = r#"{ "onomast": 1, "title": "Test names", "titel": "x", "entities": [
  { "id": "person/georgy-chicherin", "gender": "masculine", "names": [
    { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"], "tr": ["Georgiy Vasilyeviç Çiçerin"] } },
    { "part": "surname", "spellings": {
        "ru": ["Чичерин", { "text": "Чечерин", "status": "misspelling" }],
        "tr": ["Çiçerin", { "text": "Tchitcherine", "status": "deprecated" }], "en": ["Chicherin"] } } ] },
  { "id": "person/lev-karakhan", "gender": "masculine", "names": [ { "part": "surname", "spellings": { "ru": ["Карахан"], "tr": ["Karahan", "Karakhan"] } } ] },
  { "id": "person/stalin", "gender": "masculine", "names": [ { "part": "surname", "spellings": { "ru": ["Сталин"] } } ] },
  { "id": "person/ataturk", "gender": "masculine", "names": [ { "part": "surname", "from": "1934-11-24", "spellings": { "tr": ["Atatürk"] } } ] },
  { "id": "person/karabekir", "gender": "masculine", "names": [ { "spellings": { "tr": ["Kâzım Karabekir"] } } ] },
  { "id": "person/halil", "gender": "masculine", "names": [ { "spellings": { "ru": ["Халиль-паша"] } } ] },
  { "id": "person/halil-kut", "homonym": true, "names": [ { "spellings": { "tr": ["Halil Paşa"] } } ] },
  { "id": "person/halil-rifat", "homonym": true, "names": [ { "spellings": { "tr": ["Halil Paşa"] } } ] },
  { "id": "place/ankara", "names": [ { "spellings": {
        "ru": ["Анкара"], "tr": ["Ankara", { "text": "Angora", "variant": "angora", "status": "historical", "to": "1930" }] } } ] },
  { "id": "place/istanbul", "names": [ { "spellings": { "tr": ["İstanbul"] } } ] },
  { "id": "place/izmir", "names": [ { "spellings": { "tr": ["İzmir", "Smyrna"] } } ] } ] }
"#;

/// With a key that means nothing, for the same.
const SETTINGS: &str = r#"colour = "red"

[severity]
unknown-name = "hint"
mixed-scheme = "hint"

[[documents]]
files = ["b.tr.txt"]
date = "1950"

[[documents]]
files = ["c.tr.txt"]
date = "1921"
"#;

const FILES: &[(&str, &str)] = &[
    (".git/HEAD", "ref: refs/heads/main\n"),
    ("names.gazetteer.json", NAMES),
    ("onomast.toml", SETTINGS),
    (
        "a ü.tr.md",
        concat!(
            "Dün Kâzım Karabekir İzmir’de, sonra İzmir’e ve Smyrna’ya gitti; Tchitcherine’in mektubu Istanbul’da kaldı.\n\n",
            "Bunu Kazım Karabekir, Kâzım Karabekir ve Kâzım Karabekit gördü; Chicherin’in notası geldi. Çiçerin’nin telgrafını Halil Paşa aldı, Çiçerin de gördü.\n\n",
            "Bir gün Karakhan ve Bilinmez geldi. <!-- onomast-ignore near-miss -->\n",
        ),
    ),
    ("b.tr.txt", "O yıl Angora’da kaldı ve oradan Smyrna’ya döndü.\n"),
    ("c.tr.txt", "O yıl Atatürk bir mektup yazdı ve İzmir’e gönderdi.\n"),
    (
        "d.ru.txt",
        "Встреча с Халиля-пашой была короткой. Нота Чечерина и слова Cталина были известны.\n",
    ),
];

/// Fails unless the output of a run is SARIF by the schema. Returns it.
#[track_caller]
fn valid(output: &str) -> Value {
    // The pattern of language tags has a bracket that nothing opens, which strict readers of patterns refuse.
    let mended = SCHEMA.replace("|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "(-[a-zA-Z]{2})?$");
    let schema: Value = serde_json::from_str(&mended).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let log: Value = serde_json::from_str(output).expect(output);
    let wrong: Vec<String> = validator
        .iter_errors(&log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    log
}

/// Runs it for somebody whose home is elsewhere: a home folder is not read as a whole.
fn run(place: &Place, arguments: &str) -> String {
    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().to_str().unwrap();
    crate::cli::run(place.0.path(), arguments, &[("HOME", home), ("USERPROFILE", home)], "").out
}

#[test]
fn every_code_is_valid() {
    let place = Place::with(FILES);
    let log = valid(&run(&place, "check --all --format sarif"));
    let only = &log["runs"][0];
    let known = only["tool"]["driver"]["rules"].as_array().unwrap();
    let known: BTreeSet<&str> = known.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let results = only["results"].as_array().unwrap();
    let found: BTreeSet<&str> = results
        .iter()
        .map(|result| result["ruleId"].as_str().unwrap())
        .collect();
    assert_eq!(found, known, "each code is shown");
    let has = |member: &str| results.iter().any(|result| result[member].is_array());
    assert!(has("fixes") && has("relatedLocations"));
    assert!(results.iter().all(|result| result["partialFingerprints"].is_object()));
}

#[test]
fn other_runs_are_valid_too() {
    let place = Place::with(FILES);
    for arguments in [
        "check --format sarif c.tr.txt",
        "gazetteer check --format sarif",
        "check --fix --format sarif --allow-dirty",
    ] {
        valid(&run(&place, arguments));
    }
    let nothing = Place::with(&[(".git/HEAD", "ref: refs/heads/main\n"), ("a.txt", "Bir söz.\n")]);
    assert_eq!(
        valid(&run(&nothing, "check --format sarif"))["runs"][0]["results"],
        serde_json::json!([])
    );
}

#[test]
#[should_panic(expected = "ruleId")]
fn what_is_not_valid_is_seen() {
    valid(
        r#"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"ruleId":1,"message":{"text":"x"}}]}]}"#,
    );
}
