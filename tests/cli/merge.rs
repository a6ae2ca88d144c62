//! `gazetteer merge`, as its users and Git call it.

use crate::cli::{Place, Run};

const BASE: &str = r#"{ "onomast": 1, "entities": [
  { "id": "place/a", "names": [ { "spellings": { "ru": [ "Ангора" ] } } ] } ] }"#;
const OURS: &str = r#"{ "onomast": 1, "entities": [
  { "id": "place/a", "names": [ { "spellings": { "ru": [ "Ангора" ], "tr": [ "Angora" ] } } ] } ] }"#;
const THEIRS: &str = r#"{ "onomast": 1, "entities": [
  { "id": "place/b", "x-note": 1, "names": [ { "spellings": { "ru": [ "Баку" ] } } ] },
  { "id": "place/a", "names": [ { "spellings": { "ru": [ "Ангора", "Анкара" ] } } ] } ] }"#;
const BOTH: &str = r#"{
  "onomast": 1,
  "entities": [
    {
      "id": "place/a",
      "names": [
        {
          "spellings": {
            "ru": [
              "Ангора",
              "Анкара"
            ],
            "tr": [
              "Angora"
            ]
          }
        }
      ]
    },
    {
      "id": "place/b",
      "names": [
        {
          "spellings": {
            "ru": [
              "Баку"
            ]
          }
        }
      ],
      "x-note": 1
    }
  ]
}
"#;

fn told(run: &Run) -> (Option<i32>, &str, &str) {
    (run.code, run.out.as_str(), run.err.as_str())
}

#[test]
fn what_two_people_changed_becomes_one() {
    let place = Place::with(&[("base", BASE), ("ours", OURS), ("theirs", THEIRS)]);
    let shown = place.run("gazetteer merge base ours theirs --output -");
    assert_eq!(told(&shown), (Some(0), BOTH, ""));
    assert_eq!(place.read("ours"), OURS);
    let merged = place.run("gazetteer merge base ours theirs");
    assert_eq!(told(&merged), (Some(0), "", ""));
    assert_eq!(
        (place.read("ours").as_str(), place.read("theirs").as_str()),
        (BOTH, THEIRS)
    );
}

#[test]
fn two_lists_are_united_into_another_file() {
    let place = Place::with(&[("ours", OURS), ("theirs", THEIRS)]);
    let merged = place.run("gazetteer merge ours theirs --output new.gazetteer.json");
    assert_eq!(told(&merged), (Some(0), "", ""));
    assert_eq!(
        (place.read("new.gazetteer.json").as_str(), place.read("ours").as_str()),
        (BOTH, OURS)
    );
}

#[test]
fn a_conflict_stands_in_the_file_and_is_told() {
    let theirs = OURS.replace("\"Ангора\"", "{ \"text\": \"Ангора\", \"status\": \"deprecated\" }");
    let ours = OURS.replace("\"Ангора\"", "{ \"text\": \"Ангора\", \"status\": \"historical\" }");
    let place = Place::with(&[("base", BASE), ("ours", &ours), ("theirs", &theirs)]);
    let merged = place.run("gazetteer merge base ours theirs --path names.gazetteer.json");
    let said = "onomast: names.gazetteer.json: conflict at place/a › full › ru › Ангора › status: both sides say something else\n";
    assert_eq!(told(&merged), (Some(1), "", said));
    let text = place.read("ours");
    let conflict = r#"            "ru": [
<<<<<<< ours
              { "text": "Ангора", "status": "historical" }
=======
              { "text": "Ангора", "status": "deprecated" }
>>>>>>> theirs
            ],
"#;
    assert!(text.contains(conflict), "{text}");
}

#[test]
fn what_is_no_gazetteer_is_left_alone() {
    let place = Place::with(&[("base", BASE), ("ours", "{}"), ("theirs", "[]")]);
    for arguments in ["base ours theirs", "base ours none", "none ours theirs"] {
        let run = place.run(&format!("gazetteer merge {arguments}"));
        assert_eq!((run.code, run.out.as_str()), (Some(129), ""), "{}", run.err);
        assert!(run.err.starts_with("onomast: "), "{}", run.err);
    }
    assert_eq!(place.read("ours"), "{}");
}

#[test]
fn a_broken_side_is_told_and_nothing_of_it_is_lost() {
    let place = Place::with(&[("base", BASE), ("ours", BOTH), ("theirs", "{ \"onomast\": 1,\n")]);
    let run = place.run("gazetteer merge base ours theirs");
    assert_eq!(run.code, Some(1));
    assert!(run.err.starts_with("onomast: ours (theirs):"), "{}", run.err);
    let text = place.read("ours");
    assert!(
        text.contains("{ \"onomast\": 1,\n>>>>>>> theirs") && text.contains("\"x-note\": 1"),
        "{text}"
    );
}
