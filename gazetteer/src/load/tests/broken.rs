//! Everything that can be wrong in one file, a row for each.

use super::*;

/// One entity around a name; names and spellings around what a row is about.
fn entity(fields: &str) -> String {
    format!("{{ \"onomast\": 1, \"entities\": [\n{{ \"id\": \"place/x\", {fields} }} ] }}")
}

fn name(fields: &str) -> String {
    entity(&format!(
        "\"names\": [\n{{ {fields}, \"spellings\": {{ \"tr\": [\"X\"] }} }} ]"
    ))
}

fn spellings(spellings: &str) -> String {
    entity(&format!(
        "\"names\": [ {{ \"spellings\": {{ \"tr\": [\"X\"],\n{spellings} }} }} ]"
    ))
}

/// The problems of a text, and the entities that it leaves.
fn check(row: &str, text: &str, expected: &str, left: &[&str]) {
    let (tables, problems) = load_one(text);
    assert_eq!(draw(&problems, &tables).trim_end(), expected, "{row}");
    let ids: Vec<&str> = tables.entities.iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, left, "{row}");
}

#[test]
fn syntax() {
    for (row, text, expected) in [
        ("empty", "", "1:1 syntax reason=empty"),
        ("comment", "{ // no\n}", "1:3 syntax reason=comment"),
        (
            "trailing comma",
            "{ \"onomast\": 1, }",
            "1:15 syntax reason=trailing-comma",
        ),
        (
            "missing comma",
            "{ \"onomast\": 1 \"title\": \"\" }",
            "1:15 syntax reason=missing-comma",
        ),
        (
            "unterminated object",
            "{ \"onomast\": 1",
            "1:1 syntax reason=unterminated",
        ),
        ("unterminated string", "{ \"onomast", "1:3 syntax reason=unterminated"),
        ("behind the end", "{}\n{}", "2:1 syntax reason=behind-end"),
        ("a word", "{ \"onomast\": яд }", "1:14 syntax reason=unexpected"),
        (
            "a line break in a string",
            "{ \"title\": \"а\nб\" }",
            "1:13 syntax reason=unexpected",
        ),
        ("a blank that is none", "{\u{a0}}", "1:2 syntax reason=unexpected"),
    ] {
        check(row, text, expected, &[]);
    }
}

#[test]
fn files() {
    for (row, text, expected) in [
        ("root", "[]", "1:1 wrong-type expected=object found=list"),
        ("no version", "{ \"title\": \"t\" }", "1:1 missing-key key=onomast"),
        (
            "another version",
            "{ \"onomast\": 2 }",
            "1:14 unknown-value /onomast value=2 known=1",
        ),
        (
            "version as text",
            "{ \"onomast\": \"1\" }",
            "1:15 wrong-type /onomast expected=number found=string",
        ),
        (
            "unknown key",
            "{ \"onomast\": 1, \"entitys\": [] }",
            "1:18 unknown-key /entitys key=entitys nearest=entities",
        ),
        (
            "far from any key",
            "{ \"onomast\": 1, \"a/b~\": [] }",
            "1:18 unknown-key /a~1b~0 key=a/b~",
        ),
        (
            "repeated key",
            "{ \"onomast\": 1, \"onomast\": 1 }",
            "1:18 repeated-key /onomast key=onomast",
        ),
        (
            "no such base",
            "{ \"onomast\": 1, \"extends\": \"y\" }",
            "1:29 extends-not-found /extends extends=y reason=no such file",
        ),
        (
            "circle",
            "{ \"onomast\": 1, \"extends\": \"file\" }",
            "1:29 extends-circle /extends extends=file",
        ),
        (
            "entity as text",
            "{ \"onomast\": 1, \"entities\": [\"place/x\"] }",
            "1:31 wrong-type /entities/0 expected=object found=string",
        ),
    ] {
        check(row, text, expected, &[]);
    }
    let (tables, problems) = tables(&Files::default(), &["gone".to_owned()]);
    assert_eq!(draw(&problems, &tables), "1:1 unreadable reason=no such file\n");
}

#[test]
fn entities() {
    let good = r#""names": [ { "spellings": { "tr": ["X"] } } ]"#;
    for (row, fields, expected) in [
        (
            "gender",
            r#""gender": "masc""#,
            "2:31 unknown-value /entities/0/gender value=masc known=masculine, feminine, neuter",
        ),
        (
            "near a known word",
            r#""gender": "feminin""#,
            "2:31 unknown-value /entities/0/gender value=feminin known=masculine, feminine, neuter nearest=feminine",
        ),
        (
            "type",
            r#""type": "ship""#,
            "2:29 type-mismatch /entities/0/type id=place/x type=ship -> 2:10",
        ),
        (
            "status",
            r#""status": "accepted""#,
            "2:31 unknown-value /entities/0/status value=accepted known=off",
        ),
        (
            "description",
            r#""description": "x""#,
            "2:36 wrong-type /entities/0/description expected=object found=string",
        ),
        (
            "date",
            r#""dates": { "from": "1921-02-29" }"#,
            "2:40 impossible-date /entities/0/dates/from date=1921-02-29",
        ),
        (
            "date as number",
            r#""dates": { "from": 1921 }"#,
            "2:39 wrong-type /entities/0/dates/from expected=string found=number",
        ),
        (
            "period",
            r#""dates": { "from": "1921", "to": "1920-12" }"#,
            "2:54 reversed-period /entities/0/dates/to from=1921 to=1920-12 -> 2:40",
        ),
        (
            "uri",
            r#""sameAs": ["Q937"]"#,
            "2:32 malformed-uri /entities/0/sameAs/0 uri=Q937",
        ),
        (
            "relation",
            r#""relations": { "Part of": ["place/x"] }"#,
            "2:36 malformed-key /entities/0/relations/Part of key=Part of",
        ),
        (
            "relation to no id",
            r#""relations": { "part-of": ["y"] }"#,
            "2:48 malformed-id /entities/0/relations/part-of/0 id=y",
        ),
        (
            "relation to nobody",
            r#""relations": { "part-of": ["place/y"] }"#,
            "2:48 unknown-entity /entities/0/relations/part-of/0 id=place/y",
        ),
        (
            "homonym",
            r#""homonym": "yes""#,
            "2:32 wrong-type /entities/0/homonym expected=boolean-or-list found=string",
        ),
        (
            "homonym of nobody",
            r#""homonym": ["place/y"]"#,
            "2:33 unknown-entity /entities/0/homonym/0 id=place/y",
        ),
    ] {
        check(row, &entity(&format!("{fields}, {good}")), expected, &["place/x"]);
    }
    for (row, text, expected) in [
        (
            "no name",
            entity(r#""names": []"#),
            "2:10 no-spelling /entities/0/id entity=place/x",
        ),
        (
            "no names",
            entity(r#""homonym": true"#),
            "2:10 no-spelling /entities/0/id entity=place/x",
        ),
        (
            "name as text",
            entity(r#""names": ["X"]"#),
            "2:31 wrong-type /entities/0/names/0 expected=object found=string",
        ),
        (
            "no id",
            r#"{ "onomast": 1, "entities": [ {} ] }"#.to_owned(),
            "1:31 missing-key /entities/0 key=id",
        ),
        (
            "id",
            r#"{ "onomast": 1, "entities": [ { "id": "Place/X" } ] }"#.to_owned(),
            "1:40 malformed-id /entities/0/id id=Place/X",
        ),
    ] {
        check(row, &text, expected, &[]);
    }
    let two = format!(
        "{{ \"onomast\": 1, \"entities\": [\n{{ \"id\": \"place/x\", {good} }},\n{{ \"id\": \"place/x\" }} ] }}"
    );
    check(
        "twice",
        &two,
        "3:10 duplicate-id /entities/1/id id=place/x -> 2:10",
        &["place/x"],
    );
}

#[test]
fn names() {
    for (row, fields, expected) in [
        (
            "key",
            r#""key": "Full name""#,
            "3:11 malformed-key /entities/0/names/0/key key=Full name",
        ),
        (
            "part",
            r#""part": "surnam""#,
            "3:12 unknown-value /entities/0/names/0/part value=surnam known=full, surname, given, patronymic, initials, title, acronym nearest=surname",
        ),
        (
            "number",
            r#""number": "dual""#,
            "3:14 unknown-value /entities/0/names/0/number value=dual known=singular, plural",
        ),
        (
            "period",
            r#""from": "1934-11-24", "to": "1934-11-23""#,
            "3:32 reversed-period /entities/0/names/0/to from=1934-11-24 to=1934-11-23 -> 3:12",
        ),
        (
            "unknown key",
            r#""speling": {}"#,
            "3:4 unknown-key /entities/0/names/0/speling key=speling nearest=spellings",
        ),
        (
            "note",
            r#""note": null"#,
            "3:11 wrong-type /entities/0/names/0/note expected=string found=null",
        ),
    ] {
        check(row, &name(fields), expected, &["place/x"]);
    }
    let two = |second: &str| {
        entity(&format!(
            "\"names\": [ {{ \"spellings\": {{ \"tr\": [\"X\"] }} }},\n{second} ]"
        ))
    };
    for (row, second, expected) in [
        (
            "same key",
            r#"{ "part": "full", "spellings": { "tr": ["Y"] } }"#,
            "3:1 duplicate-name /entities/0/names/1 key=full -> 2:31",
        ),
        (
            "no spelling",
            r#"{ "key": "y", "spellings": {} }"#,
            "3:1 no-spelling /entities/0/names/1 entity=place/x key=y",
        ),
        (
            "no spellings",
            r#"{ "key": "y" }"#,
            "3:1 no-spelling /entities/0/names/1 entity=place/x key=y",
        ),
        (
            "off for nothing",
            r#"{ "key": "y", "status": "off" }"#,
            "3:1 nothing-to-remove /entities/0/names/1",
        ),
    ] {
        check(row, &two(second), expected, &["place/x"]);
    }
}

#[test]
fn of_one_spelling() {
    for (row, text, expected) in [
        (
            "empty",
            r#""ru": ["А", " — "]"#,
            "3:14 empty-spelling /entities/0/names/0/spellings/ru/1",
        ),
        (
            "number",
            r#""ru": ["А", 1]"#,
            "3:13 wrong-type /entities/0/names/0/spellings/ru/1 expected=string-or-object found=number",
        ),
        (
            "no list",
            r#""ru": "А""#,
            "3:8 wrong-type /entities/0/names/0/spellings/ru expected=list found=string",
        ),
        (
            "no text",
            r#""ru": ["А", { "note": "n" }]"#,
            "3:13 missing-key /entities/0/names/0/spellings/ru/1 key=text",
        ),
        (
            "mixed",
            r#""ru": ["А", "Cталин"]"#,
            "3:14 mixed-script /entities/0/names/0/spellings/ru/1 word=Cталин letters=C",
        ),
        (
            "mixed on purpose",
            r#""ru": ["А", { "text": "Cталин", "status": "misspelling" }]"#,
            "",
        ),
        (
            "twice",
            r#""ru": ["А", "А"]"#,
            "3:14 duplicate-spelling /entities/0/names/0/spellings/ru/1 spelling=А -> 3:9",
        ),
        (
            "a role for each word",
            r#""ru": [{ "text": "Ата-Тюрк I", "inflection": { "words": ["fixed", "noun", "fixed"] } }]"#,
            "",
        ),
        (
            "too few roles",
            r#""ru": [{ "text": "Али Фуад", "inflection": { "words": ["noun"] } }]"#,
            "3:55 roles-mismatch /entities/0/names/0/spellings/ru/0/inflection/words roles=1 words=2 spelling=Али, Фуад -> 3:19",
        ),
        (
            "too many roles",
            r#""ru": [{ "text": "Али", "inflection": { "words": ["noun", "fixed"] } }]"#,
            "3:50 roles-mismatch /entities/0/names/0/spellings/ru/0/inflection/words roles=2 words=1 spelling=Али -> 3:19",
        ),
        (
            "twice, composed",
            r#""ru": ["Й", "И\u0306"]"#,
            "3:14 duplicate-spelling /entities/0/names/0/spellings/ru/1 spelling=Й -> 3:9",
        ),
        (
            "two preferred",
            r#""ru": ["А", { "text": "Б", "status": "preferred" }]"#,
            "3:24 two-preferred /entities/0/names/0/spellings/ru/1/text spelling=Б other=А -> 3:9",
        ),
        (
            "language",
            r#""ру": ["А"]"#,
            "3:2 malformed-language /entities/0/names/0/spellings/ру tag=ру",
        ),
        (
            "no language",
            r#""russian": ["А"]"#,
            "3:2 unknown-language /entities/0/names/0/spellings/russian tag=russian",
        ),
        (
            "language twice",
            r#""TR": ["Y"]"#,
            "3:2 repeated-key /entities/0/names/0/spellings/TR key=TR",
        ),
        (
            "inflection",
            r#""ru": [{ "text": "А", "inflection": "nothing" }]"#,
            "3:38 unknown-value /entities/0/names/0/spellings/ru/0/inflection value=nothing known=auto, none",
        ),
        (
            "two inflections",
            r#""ru": [{ "text": "А", "inflection": { "reading": "a", "harmony": "back" } }]"#,
            "3:56 extra-key /entities/0/names/0/spellings/ru/0/inflection/harmony key=harmony",
        ),
        (
            "no inflection",
            r#""ru": [{ "text": "А", "inflection": {} }]"#,
            "3:37 missing-key /entities/0/names/0/spellings/ru/0/inflection key=paradigm",
        ),
        (
            "forms",
            r#""ru": [{ "text": "А", "inflection": { "forms": { "gentive": [] } } }]"#,
            "3:51 unknown-value /entities/0/names/0/spellings/ru/0/inflection/forms/gentive value=gentive known=nominative, genitive, dative, accusative, instrumental, locative, second-locative, ablative nearest=genitive",
        ),
        (
            "scheme",
            r#""ru-Latn": [{ "text": "A", "scheme": "iso9" }]"#,
            "3:39 unknown-value /entities/0/names/0/spellings/ru-Latn/0/scheme value=iso9 known=english, bgn-pcgn, ala-lc, ala-lc-plain, iso-9, scientific, gost, gost-52535, passport, turkish, french, german, turkish-russian nearest=iso-9",
        ),
    ] {
        check(row, &spellings(text), expected, &["place/x"]);
    }
}

#[test]
fn spellings_of_two_entities() {
    let two = |first: &str, x: &str, second: &str, y: &str| {
        format!(
            "{{ \"onomast\": 1, \"entities\": [\n{{ \"id\": \"place/x\", {first} \"names\": [ {{ \"spellings\": {{ \"tr\": [{x}] }} }} ] }},\n{{ \"id\": \"place/y\", {second} \"names\": [ {{ \"spellings\": {{ \"en\": [{y}] }} }} ] }} ] }}"
        )
    };
    let told = "3:57 same-spelling /entities/1/names/0/spellings/en/0 spelling=Kars entity=place/x -> 2:57";
    for (row, first, x, second, y, expected) in [
        ("equal", "", r#""Kars""#, "", r#""Kars""#, told),
        ("different", "", r#""Kars""#, "", r#""Van""#, ""),
        ("homonym", r#""homonym": true,"#, r#""Kars""#, "", r#""Kars""#, ""),
        (
            "homonym of it",
            "",
            r#""Kars""#,
            r#""homonym": ["place/x"],"#,
            r#""Kars""#,
            "",
        ),
        (
            "homonym of none",
            "",
            r#""Kars""#,
            r#""homonym": [],"#,
            r#""Kars""#,
            "3:71 same-spelling /entities/1/names/0/spellings/en/0 spelling=Kars entity=place/x -> 2:57",
        ),
        (
            "in context",
            "",
            r#"{ "text": "Kars", "alone": "context" }"#,
            "",
            r#""Kars""#,
            "",
        ),
        (
            "by capitals",
            "",
            r#"{ "text": "KARS", "case": "exact" }"#,
            "",
            r#""Kars""#,
            "",
        ),
        (
            "by the same capitals",
            "",
            r#"{ "text": "Kars", "case": "exact" }"#,
            "",
            r#""Kars""#,
            "3:57 same-spelling /entities/1/names/0/spellings/en/0 spelling=Kars entity=place/x -> 2:67",
        ),
    ] {
        check(row, &two(first, x, second, y), expected, &["place/x", "place/y"]);
    }
}

/// Every kind of problem has a row above, or the test named here.
#[test]
fn every_code_has_a_row() {
    let rows = include_str!("broken.rs");
    for code in Code::ALL.iter().filter(|code| **code != Code::More) {
        assert!(
            rows.contains(&format!(" {} ", code.as_str())) || rows.contains(&format!(" {}\"", code.as_str())),
            "{code:?}"
        );
    }
}
