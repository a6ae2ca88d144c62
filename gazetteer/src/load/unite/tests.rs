use super::{ClashKind, Unread, unite};
use crate::load::format;

/// A file with these entities.
fn file(entities: &str) -> String {
    format!(r#"{{ "onomast": 1, "entities": [ {entities} ] }}"#)
}

/// A place with spellings in Russian.
fn place(id: &str, spellings: &str) -> String {
    format!(r#"{{ "id": "place/{id}", "names": [ {{ "spellings": {{ "ru": [ {spellings} ] }} }} ] }}"#)
}

fn canonical(text: &str) -> String {
    format(text).expect("JSON")
}

/// Unites what does not clash.
fn check(base: Option<&str>, mine: &str, theirs: &str, expected: &str) {
    let [mine, theirs, expected] = [mine, theirs, expected].map(file);
    let base = base.map(file);
    for (one, other) in [(&mine, &theirs), (&theirs, &mine)] {
        let united = unite(base.as_deref(), one, other).expect("JSON");
        assert_eq!(united.clashes, [], "{mine} {theirs}");
        assert_eq!(united.mine, united.theirs);
        assert_eq!(united.mine, canonical(&expected));
    }
}

/// Unites what clashes: each side has what it says.
fn clash(base: Option<&str>, mine: &str, theirs: &str, expected: [&str; 2], place: &[&str], kind: ClashKind) {
    let united = unite(base.map(file).as_deref(), &file(mine), &file(theirs)).expect("JSON");
    assert_eq!(united.mine, canonical(&file(expected[0])));
    assert_eq!(united.theirs, canonical(&file(expected[1])));
    let [clash] = united.clashes.as_slice() else {
        panic!("{:?}", united.clashes)
    };
    assert_eq!(
        (
            clash.place.iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
            clash.kind
        ),
        (place, kind)
    );
}

#[test]
fn entities_of_both_sides_stand_in_order() {
    let [ankara, baku, kars] = ["Анкара", "Баку", "Карс"].map(|name| place(name, &format!("\"{name}\"")));
    let base = baku.clone();
    check(
        Some(&base),
        &format!("{baku}, {ankara}"),
        &format!("{baku}, {kars}"),
        &format!("{ankara}, {baku}, {kars}"),
    );
    check(None, &ankara, &kars, &format!("{ankara}, {kars}"));
}

#[test]
fn one_side_changes_or_removes() {
    let [old, new] = [place("a", r#""Ангора""#), place("a", r#""Анкара""#)];
    check(Some(&old), &old, &new, &new);
    check(
        Some(&format!("{old}, {}", place("b", r#""Б""#))),
        &old,
        &format!("{new}, {}", place("b", r#""Б""#)),
        &new,
    );
}

#[test]
fn spellings_of_both_sides() {
    let spellings = |list: &str| place("a", list);
    check(
        Some(&spellings(r#""А""#)),
        &spellings(r#""А", "Б""#),
        &spellings(r#"{ "text": "А", "status": "historical" }"#),
        &spellings(r#"{ "text": "А", "status": "historical" }, "Б""#),
    );
    check(
        Some(&spellings(r#"{ "text": "А", "note": "n" }"#)),
        &spellings(r#"{ "text": "А", "note": "n", "from": "1920" }"#),
        &spellings(r#""А""#),
        &spellings(r#"{ "text": "А", "from": "1920" }"#),
    );
}

#[test]
fn languages_dates_relations_and_unknown_keys() {
    let entity = |rest: &str, names: &str| {
        format!(r#"{{ "id": "place/a", {rest} "names": [ {{ "spellings": {{ {names} }} }} ] }}"#)
    };
    check(
        Some(&entity(r#""relations": { "part-of": ["place/b"] },"#, r#""ru": ["А"]"#)),
        &entity(
            r#""dates": { "from": "1920" }, "relations": { "part-of": ["place/b"], "x": ["place/d"] },"#,
            r#""ru": ["А"], "tr": ["A"]"#,
        ),
        &entity(
            r#""dates": { "to": "1930" }, "relations": { "part-of": ["place/b", "place/c"] }, "x-mine": [1.50, null],"#,
            r#""ru": ["А"], "en": ["E"]"#,
        ),
        &entity(
            r#""dates": { "from": "1920", "to": "1930" }, "relations": { "part-of": ["place/b", "place/c"], "x": ["place/d"] }, "x-mine": [1.50, null],"#,
            r#""ru": ["А"], "tr": ["A"], "en": ["E"]"#,
        ),
    );
}

#[test]
fn what_both_change_clashes() {
    let status = |status: &str| place("a", &format!(r#"{{ "text": "А", "status": "{status}" }}"#));
    let [old, one, other] = ["accepted", "historical", "deprecated"].map(status);
    let at = ["place/a", "full", "ru", "А", "status"];
    clash(Some(&old), &one, &other, [&one, &other], &at, ClashKind::Differs);
    // Of two lists, what one calls wrong and the other does not.
    let plain = place("a", r#""А""#);
    clash(None, &plain, &one, [&plain, &one], &at, ClashKind::Differs);
}

#[test]
fn what_one_removes_and_the_other_changes_clashes() {
    let [old, new] = [place("a", r#""А""#), place("a", r#""А", "Б""#)];
    clash(Some(&old), "", &new, ["", &new], &["place/a"], ClashKind::MineRemoved);
    clash(Some(&old), &new, "", [&new, ""], &["place/a"], ClashKind::TheirsRemoved);
}

#[test]
fn two_preferred_spellings_clash() {
    let spellings = |list: &str| place("a", list);
    let at = ["place/a", "full", "ru"];
    clash(
        Some(&spellings(r#""А""#)),
        &spellings(r#""Б", "А""#),
        &spellings(r#""В", "А""#),
        [&spellings(r#""Б", "В", "А""#), &spellings(r#""В", "Б", "А""#)],
        &at,
        ClashKind::Order,
    );
    clash(
        None,
        &spellings(r#""Б""#),
        &spellings(r#""В""#),
        [&spellings(r#""Б", "В""#), &spellings(r#""В", "Б""#)],
        &at,
        ClashKind::Order,
    );
}

#[test]
fn repeated_ids_and_keys_lose_nothing() {
    let [a, b] = [place("a", r#""А""#), place("a", r#""Б""#)];
    check(
        Some(&format!("{a}, {a}")),
        &format!("{a}, {a}"),
        &format!("{a}, {b}"),
        &format!("{a}, {b}"),
    );
    let twice = r#"{ "id": "place/a", "id": "place/b" }"#;
    let other = r#"{ "id": "place/a", "id": "place/c" }"#;
    clash(
        Some(r#"{ "id": "place/a" }"#),
        twice,
        other,
        [twice, other],
        &["place/a"],
        ClashKind::Differs,
    );
}

#[test]
fn an_empty_ancestor_is_none_and_a_broken_side_is_told() {
    let one = file(&place("a", r#""А""#));
    assert_eq!(
        unite(Some(""), &one, &one).map(|united| united.mine),
        Ok(canonical(&one))
    );
    assert!(matches!(unite(Some("{"), &one, &one), Err(Unread::Base(_))));
    assert!(matches!(unite(None, "{", &one), Err(Unread::Mine(_))));
    assert!(matches!(unite(None, &one, "<<<<<<< x"), Err(Unread::Theirs(_))));
}
