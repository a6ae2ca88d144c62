//! Layers over layers.

use super::*;

/// A base of one entity, and what lies over it.
const BASE: &str = r#"{ "onomast": 1, "title": "Base", "entities": [
{ "id": "place/smyrna", "description": { "en": "Port" }, "dates": { "from": "1900" }, "names": [
{ "spellings": {
"tr": ["İzmir",
"Smyrna"],
"ru": ["Смирна"] } },
{ "key": "old", "from": "1900", "note": "n", "spellings": {
"en": ["Smyrna"] } } ] },
{ "id": "place/van", "names": [ { "spellings": { "tr": ["Van"] } } ] } ] }"#;

/// The outline of an entity, with positions, when a file lies over the base.
fn check(row: &str, over: &str, expected: &str, problems: &str) {
    let over = format!("{{ \"onomast\": 1, \"extends\": \"base\", \"entities\": [\n{over}\n] }}");
    let files = Files::new(&[("base", BASE), ("over", &over)]);
    let (tables, found) = tables(&files, &["over".to_owned()]);
    assert_eq!(draw(&found, &tables), problems, "{row}");
    assert_eq!(outline(&tables, true), format!("Base\n{expected}"), "{row}");
}

const VAN: &str = "\
place/van place @base:9:10
  full full @base:9:33
    tr Van preferred @base:9:58
";

const SMYRNA: &str = "\
place/smyrna place 1900.. en:\"Port\" @base:2:10
  full full @base:3:1
    ru Смирна preferred @base:6:9
    tr İzmir preferred @base:4:9
    tr Smyrna accepted @base:5:2
  old full 1900.. \"n\" @base:7:1
    en Smyrna preferred 1900.. @base:8:9
";

#[test]
fn what_lies_over_a_base() {
    check("nothing", "", &format!("{SMYRNA}{VAN}"), "");
    check(
        "fields",
        r#"{ "id": "place/smyrna", "dates": { "to": "1922" }, "homonym": true }"#,
        &format!(
            "{}{VAN}",
            SMYRNA.replace("1900.. en:\"Port\" @base:2:10", "..1922 en:\"Port\" homonym @over:2:10")
        ),
        "",
    );
    check(
        "a spelling more, and one changed",
        r#"{ "id": "place/smyrna", "names": [ { "spellings": { "tr": ["Izmir",
{ "text": "Smyrna", "status": "preferred", "to": "1930" }] } } ] }"#,
        &format!(
            "place/smyrna place 1900.. en:\"Port\" @over:2:10
  full full @over:2:36
    ru Смирна preferred @base:6:9
    tr İzmir accepted @base:4:9
    tr Smyrna preferred ..1930 @over:3:12
    tr Izmir accepted @over:2:61
  old full 1900.. \"n\" @base:7:1
    en Smyrna preferred 1900.. @base:8:9
{VAN}"
        ),
        "",
    );
    check(
        "a preferred one taken out",
        r#"{ "id": "place/smyrna", "names": [ { "spellings": { "tr": [{ "text": "İzmir", "status": "off" }] } } ] }"#,
        &format!(
            "place/smyrna place 1900.. en:\"Port\" @over:2:10
  full full @over:2:36
    ru Смирна preferred @base:6:9
    tr Smyrna preferred @base:5:2
  old full 1900.. \"n\" @base:7:1
    en Smyrna preferred 1900.. @base:8:9
{VAN}"
        ),
        "",
    );
    check(
        "a name taken out",
        r#"{ "id": "place/smyrna", "names": [ { "key": "old", "status": "off" } ] }"#,
        &format!(
            "{}{VAN}",
            &SMYRNA.replace("@base:2:10", "@over:2:10")[..SMYRNA.find("  old").unwrap()]
        ),
        "",
    );
    check(
        "a status of the whole name",
        r#"{ "id": "place/smyrna", "names": [ { "key": "old", "status": "historical", "to": "1930" } ] }"#,
        &format!(
            "{}  old full 1900..1930 \"n\" @over:2:36\n    en Smyrna historical 1900..1930 @base:8:9\n{VAN}",
            &SMYRNA.replace("@base:2:10", "@over:2:10")[..SMYRNA.find("  old").unwrap()]
        ),
        "",
    );
    check(
        "an entity taken out",
        r#"{ "id": "place/smyrna", "status": "off" }"#,
        VAN,
        "",
    );
    check(
        "all spellings taken out",
        r#"{ "id": "place/van", "names": [ { "status": "off" } ] }"#,
        SMYRNA,
        "",
    );
    check(
        "nothing to take out",
        r#"{ "id": "place/kars", "status": "off" },
{ "id": "place/van", "names": [ { "spellings": { "tr": [{ "text": "Vann", "status": "off" }] } } ] }"#,
        &format!(
            "{SMYRNA}{}",
            VAN.replace("@base:9:10", "@over:3:10")
                .replace("@base:9:33", "@over:3:33")
        ),
        "2:10 nothing-to-remove /entities/0/id\n3:68 nothing-to-remove /entities/1/names/0/spellings/tr/0/text\n",
    );
}

/// Every field of the format, as one entity.
pub(super) const EVERYTHING: &str = r#"{ "$schema": "s", "onomast": 1, "title": "t", "extends": "builtin", "entities": [
{ "id": "ship/x", "type": "ship", "gender": "neuter", "description": { "en": "d" },
"dates": { "from": "1900", "to": "1901-02" }, "sameAs": ["https://example.org/x"],
"relations": { "named-after": ["person/y"] }, "homonym": ["person/y"], "names": [
{ "key": "k", "part": "surname", "number": "plural", "status": "accepted", "from": "1900", "to": "1901", "note": "n",
"spellings": { "ru": ["А", { "text": "Б В", "status": "historical", "variant": "v", "from": "1900-05-06", "to": "1900-07",
"scheme": "turkish-russian", "inflection": { "words": ["noun", "fixed"] }, "alone": "no", "case": "any",
"source": "s", "reviewed": "r", "note": "n" }], "ota": [{ "text": "C", "inflection": "none" }],
"tr": [{ "text": "D", "inflection": { "harmony": "front" } }, { "text": "E", "inflection": { "reading": "e" } },
{ "text": "F", "inflection": { "forms": { "genitive": ["Fın"] } } }] } } ] },
{ "id": "person/y", "names": [ { "spellings": { "tr": ["Y"] } } ] }, { "id": "place/ankara", "status": "off" } ] }"#;

#[test]
fn every_field_arrives() {
    let (tables, problems) = load_one(&EVERYTHING.replace(r#""extends": "builtin", "#, ""));
    assert_eq!(draw(&problems, &tables), "11:79 nothing-to-remove /entities/2/id\n");
    assert_eq!(
        outline(&tables, false),
        "\
t
person/y person
  full full
    tr Y preferred
ship/x ship neuter 1900..1901-02 en:\"d\" homonym <https://example.org/x> named-after:person/y
  k surname plural 1900..1901 \"n\"
    ru А accepted 1900..1901 alone:quoted
    ru Б В historical 1900-05-06..1900-07 \"v\" \"turkish-russian\" \"s\" \"r\" \"n\" Words([Noun, Fixed]) alone:no case:any
    tr D accepted 1900..1901 Harmony(Front) alone:quoted
    tr E accepted 1900..1901 Reading(\"e\") alone:quoted
    tr F accepted 1900..1901 Forms({\"genitive\": [\"Fın\"]}) alone:quoted
    ota C accepted 1900..1901 None alone:quoted
"
    );
}

#[test]
fn defaults() {
    for (row, id, name, expected) in [
        (
            "plain",
            "person/x",
            r#""spellings": { "tr": ["A", "B"] }"#,
            "tr A preferred; tr B accepted",
        ),
        (
            "object first",
            "person/x",
            r#""spellings": { "tr": [{ "text": "A" }] }"#,
            "tr A preferred",
        ),
        (
            "plain behind object",
            "person/x",
            r#""spellings": { "tr": [{ "text": "A" }, "B"] }"#,
            "tr A accepted; tr B preferred",
        ),
        (
            "none preferred",
            "person/x",
            r#""spellings": { "tr": [{ "text": "A", "status": "historical" }, { "text": "B" }] }"#,
            "tr A historical; tr B accepted",
        ),
        (
            "said",
            "person/x",
            r#""spellings": { "tr": [{ "text": "A" }, { "text": "B", "status": "preferred" }] }"#,
            "tr A accepted; tr B preferred",
        ),
        (
            "given",
            "person/x",
            r#""part": "given", "spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:context",
        ),
        (
            "patronymic",
            "person/x",
            r#""part": "patronymic", "spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:context",
        ),
        (
            "initials",
            "person/x",
            r#""part": "initials", "spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:no",
        ),
        (
            "title",
            "person/x",
            r#""part": "title", "spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:no",
        ),
        (
            "ship",
            "ship/x",
            r#""spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:quoted",
        ),
        (
            "publication",
            "publication/x",
            r#""spellings": { "tr": ["A"] }"#,
            "tr A preferred alone:quoted",
        ),
        (
            "group",
            "group/x",
            r#""spellings": { "tr": ["A"] }"#,
            "tr A preferred case:any",
        ),
        (
            "acronym",
            "organization/x",
            r#""part": "acronym", "spellings": { "tr": ["A"] }"#,
            "tr A preferred case:exact",
        ),
        (
            "name deprecated",
            "place/x",
            r#""status": "deprecated", "spellings": { "tr": ["A", "B"] }"#,
            "tr A deprecated; tr B deprecated",
        ),
        (
            "name preferred",
            "place/x",
            r#""status": "preferred", "spellings": { "tr": ["A", "B"] }"#,
            "tr A preferred; tr B accepted",
        ),
        (
            "tag",
            "place/x",
            r#""spellings": { "RU-latn": ["A"], "DE": ["B"], "ru": ["Б"] }"#,
            "ru Б preferred; ru-Latn A preferred; de B preferred",
        ),
        (
            "blanks and marks",
            "place/x",
            r#""spellings": { "tr": [" C\u0327a  b "] }"#,
            "tr Ça b preferred",
        ),
    ] {
        let text = format!(r#"{{ "onomast": 1, "entities": [ {{ "id": "{id}", "names": [ {{ {name} }} ] }} ] }}"#);
        let (tables, problems) = load_one(&text);
        assert_eq!(draw(&problems, &tables), "", "{row}");
        let spellings: Vec<String> = tables.spellings.iter().map(outline_spelling).collect();
        assert_eq!(spellings.join("; "), expected, "{row}");
    }
}

fn file(extends: &str, text: &str) -> String {
    let extends = if extends.is_empty() {
        String::new()
    } else {
        format!(r#""extends": "{extends}", "#)
    };
    format!(
        r#"{{ "onomast": 1, {extends}"entities": [ {{ "id": "place/x", "names": [ {{ "spellings": {{ "tr": ["{text}"] }} }} ] }} ] }}"#
    )
}

#[test]
fn several_files() {
    for (row, files, names, expected, problems) in [
        (
            "a layer of two",
            vec![("a", file("", "A")), ("b", file("", "B"))],
            vec!["a", "b"],
            "A",
            "1:40 duplicate-id /entities/0/id id=place/x -> 1:40\n",
        ),
        (
            "one asked for extends the other",
            vec![("a", file("b", "A")), ("b", file("", "B"))],
            vec!["b", "a"],
            "B A",
            "",
        ),
        (
            "two over one",
            vec![
                ("a", file("c", "A")),
                ("b", r#"{ "onomast": 1, "extends": "c" }"#.to_owned()),
                ("c", file("", "C")),
            ],
            vec!["a", "b"],
            "C A",
            "",
        ),
        (
            "a chain",
            vec![("a", file("b", "A")), ("b", file("c", "B")), ("c", file("", "C"))],
            vec!["a"],
            "C B A",
            "",
        ),
        (
            "a circle",
            vec![("a", file("b", "A")), ("b", file("a", "B"))],
            vec!["a"],
            "B A",
            "1:29 extends-circle /extends extends=a\n",
        ),
        ("the same twice", vec![("a", file("", "A"))], vec!["a", "a"], "A", ""),
        (
            "a broken base",
            vec![("a", file("b", "A")), ("b", "{".to_owned())],
            vec!["a"],
            "A",
            "1:1 syntax reason=unterminated\n",
        ),
    ] {
        let provider = Files(files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect());
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let (tables, found) = tables(&provider, &names);
        let texts: Vec<&str> = tables.spellings.iter().map(|spelling| spelling.text.as_str()).collect();
        assert_eq!(texts.join(" "), expected, "{row}");
        assert_eq!(draw(&found, &tables), problems, "{row}");
    }
}

#[test]
fn over_the_builtin_gazetteer() {
    let files = Files::new(&[("a", &file("builtin", "A"))]);
    let (alone, _) = tables(&files, &[]);
    let (over, problems) = tables(&files, &["a".to_owned()]);
    assert_eq!(draw(&problems, &over), "");
    assert_eq!(over.entities.len(), alone.entities.len() + 1);
    assert_eq!(over.title, alone.title);
    assert!(over.sources.iter().skip(1).all(|source| source.builtin) && !over.sources[0].builtin);
}

/// What equals a built-in entity is told once, where it can be changed, and whichever of the two ids comes first.
#[test]
fn homonyms_of_builtin_entities() {
    let entity = |id: &str, more: &str| {
        format!(
            r#"{{ "id": "{id}", {more} "names": [ {{ "spellings": {{ "ru": ["Анкара"], "tr": ["Ankara"], "en": ["Ankara"] }} }} ] }}"#
        )
    };
    for (id, more, told) in [
        ("place/aaa", "", "Анкара"),
        ("place/zzz", "", "Анкара"),
        ("place/aaa", r#""homonym": true,"#, ""),
        ("place/ankara", "", ""),
    ] {
        let own = format!("{{ \"onomast\": 1, \"entities\": [ {} ] }}", entity(id, more));
        let files = Files::new(&[("a", &own), ("b", &file("builtin", "A"))]);
        let (tables, problems) = tables(&files, &["a".to_owned(), "b".to_owned()]);
        let told: Vec<&str> = Some(told).filter(|told| !told.is_empty()).into_iter().collect();
        let found: Vec<&str> = problems
            .iter()
            .map(|problem| {
                assert_eq!((problem.code, problem.source.as_str()), (Code::SameSpelling, "a"));
                let (source, range) = problem.related.clone().expect("the built-in spelling");
                let text = &tables
                    .sources
                    .iter()
                    .find(|one| one.name == source)
                    .expect("a source")
                    .text;
                assert_eq!(
                    text[range.clone()].trim_matches('"'),
                    own[problem.range.clone()].trim_matches('"')
                );
                assert!(source.starts_with("builtin/"), "{source}");
                own[problem.range.clone()].trim_matches('"')
            })
            .collect();
        assert_eq!(found, told, "{id} {more}");
    }
}

/// A file whose base has a new name at every step.
struct Ever;

impl Provider for Ever {
    fn read(&self, _: &str) -> Result<String, String> {
        Ok(file("deeper", "A"))
    }

    fn resolve(&self, from: &str, _: &str) -> String {
        format!("../{from}")
    }
}

#[test]
fn a_chain_without_end_ends() {
    let (tables, problems) = tables(&Ever, &["a".to_owned()]);
    assert!(tables.sources.len() < 100);
    assert_eq!(
        draw(&problems, &tables),
        "1:29 extends-circle /extends extends=deeper\n"
    );
}
