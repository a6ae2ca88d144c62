//! `annotate`: mentions as machines read them.

use crate::cli::{NAMES, Place, TURKISH, keys};

#[test]
fn a_mention_has_the_documented_shape() {
    let place = Place::with(&[("names.gazetteer.json", NAMES), ("x/a.tr.txt", TURKISH)]);
    let run = place.run("annotate x");
    let lines: Vec<&str> = run.out.lines().collect();
    let expected = [
        "path",
        "start",
        "end",
        "end_suffix",
        "line",
        "column",
        "surface",
        "entity",
        "candidates",
        "type",
        "key",
        "spelling",
        "lang",
        "readings",
        "status",
        "zone",
        "derived",
    ];
    assert_eq!(keys(lines[0]), expected);
    assert_eq!(
        lines[1],
        "{\"path\":\"x/a.tr.txt\",\"start\":33,\"end\":40,\"end_suffix\":43,\"line\":1,\"column\":34,\
         \"surface\":\"Çiçerin\",\"entity\":\"person/georgy-chicherin\",\"candidates\":[\"person/georgy-chicherin\"],\
         \"type\":\"person\",\"key\":\"surname\",\"spelling\":\"Çiçerin\",\"lang\":\"tr\",\
         \"readings\":[\"Case=Gen|Number=Sing\"],\"status\":\"preferred\",\"zone\":\"narration\",\"derived\":false}"
    );
    let ambiguous = &run.json()[4];
    assert!(ambiguous["entity"].is_null());
    assert_eq!(
        ambiguous["candidates"],
        serde_json::json!(["person/halil-kut", "person/halil-rifat"])
    );
    assert_eq!(
        (&ambiguous["type"], &ambiguous["spelling"]),
        (&"person".into(), &"Halil Paşa".into())
    );
}

#[test]
fn folders_are_walked_as_git_sees_them_and_files_taken_as_named() {
    let place = Place::with(&[
        ("names.gazetteer.json", NAMES),
        (".ignore", "left-out/\n"),
        ("left-out/a.md", "Ankara"),
        (".hidden.md", "Ankara"),
        ("b.md", "Ankara"),
        ("a.MARKDOWN", "Ankara"),
        ("c.rtf", "Ankara"),
    ]);
    let paths = |arguments: &str| -> Vec<String> {
        let run = place.run(arguments);
        run.json()
            .iter()
            .map(|mention| mention["path"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(paths("annotate"), ["a.MARKDOWN", "b.md"]);
    assert_eq!(
        paths("annotate c.rtf left-out/a.md b.md ./b.md ."),
        ["a.MARKDOWN", "b.md", "c.rtf", "left-out/a.md"]
    );
}

#[test]
fn the_markup_of_a_document_says_who_is_meant_and_in_which_language() {
    let names = r##"{ "onomast": 1, "title": "t", "entities": [
        { "id": "person/a", "homonym": true, "gender": "masculine", "sameAs": ["https://example.org/a"],
          "names": [ { "part": "surname", "spellings": { "ru": ["Каменев"] } } ] },
        { "id": "person/b", "homonym": true, "gender": "masculine",
          "names": [ { "part": "surname", "spellings": { "ru": ["Каменев"] } } ] },
        { "id": "place/kars", "names": [ { "spellings": { "tr": ["Kars"] } } ] } ] }"##;
    let tei = r##"<?xml version="1.0"?>
<TEI><teiHeader/>
<standOff><listPerson><person xml:id="k"><idno>person/b</idno></person></listPerson></standOff>
<text xml:lang="ru"><body>
<p>Вчера <persName ref="#k">Каме<lb break="no"/>неву</persName> писал <persName ref="http://example.org/a/">Каменев</persName>.</p>
<p xml:lang="tr">Kars’tan <placeName ref="person/a">Kars</placeName> geldi.</p>
</body></text></TEI>
"##;
    let place = Place::with(&[("names.gazetteer.json", names), ("a.xml", tei)]);
    let mentions: Vec<String> = place
        .run("annotate a.xml")
        .json()
        .iter()
        .map(|mention| {
            format!(
                "{} {} {} {}",
                mention["line"], mention["surface"], mention["entity"], mention["lang"]
            )
        })
        .collect();
    assert_eq!(
        mentions,
        [
            r#"5 "Каме<lb break=\"no\"/>неву" "person/b" "ru""#,
            r#"5 "Каменев" "person/a" "ru""#,
            r#"6 "Kars" "place/kars" "tr""#,
        ]
    );
}
