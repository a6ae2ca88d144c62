//! `onomast entity`: which entity a query means.

use super::*;

const RUSSIAN_NAMES: &str = r#"{ "onomast": 1, "title": "Test names", "entities": [
  { "id": "person/georgy-chicherin", "names": [
    { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"] } },
    { "part": "surname", "spellings": { "ru": ["Чичерин"] } } ] },
  { "id": "person/kazim-karabekir", "names": [ { "spellings": { "tr": ["Kâzım Karabekir"] } } ] },
  { "id": "person/zhukov", "names": [ { "spellings": { "ru": ["Жуков"] } } ] },
  { "id": "place/ardahan", "names": [ { "spellings": { "ru": ["Ардаган"] } } ] },
  { "id": "place/kars", "names": [ { "spellings": { "ru": ["Карс"] } } ] },
  { "id": "place/karsak", "names": [ { "spellings": { "tr": ["Karsak"] } } ] } ] }
"#;

/// The ids that a query gives, in order.
fn check(query: &str, expected: &[&str]) {
    let place = Place::with(&[("names.gazetteer.json", RUSSIAN_NAMES)]);
    let run = run(place.0.path(), "entity", &[], "");
    assert_eq!(run.code, Some(2), "a query is wanted");
    let run = place.run(&format!("entity {query}"));
    let ids: Vec<&str> = run
        .out
        .split_whitespace()
        .filter(|word| word.contains('/') && !word.contains(':'))
        .collect();
    assert_eq!(ids, expected, "{query}\n{}{}", run.out, run.err);
    assert_eq!(run.code, Some(if expected.is_empty() { 1 } else { 0 }), "{query}");
}

#[test]
fn exact_ones_come_before_those_that_sound_so() {
    check("place/kars", &["place/kars"]);
    check("Карс", &["place/kars"]);
    check("Карса", &["place/kars"]);
    check("Чич", &["person/georgy-chicherin"]);
}

#[test]
fn names_are_found_in_any_script() {
    for query in [
        "Chicherin",
        "Tchitcherine",
        "Tschitscherin",
        "Çiçerin",
        "cicerin",
        "čičerin",
        "tchi",
        "chich",
    ] {
        check(query, &["person/georgy-chicherin"]);
    }
    check("Кязым", &["person/kazim-karabekir"]);
    check("Карабекир", &["person/kazim-karabekir"]);
    check("Joukov", &["person/zhukov"]);
    check("Ardahan", &["place/ardahan"]);
}

#[test]
fn a_whole_name_comes_before_a_beginning_and_several_are_listed() {
    check("Kars", &["place/kars", "place/karsak"]);
    check("Qars", &["place/kars"]);
    check("Qar", &["person/kazim-karabekir", "place/kars", "place/karsak"]);
}

#[test]
fn what_sounds_like_nothing_is_not_found() {
    for query in ["Xyzzy", "Churchill", "Karakorum", "Мадрид"] {
        check(query, &[]);
    }
}
