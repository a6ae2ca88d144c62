//! Works that are named like somebody.

use std::sync::Arc;

use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::load;

const NAMES: &str = r#"{ "onomast": 1, "title": "t", "entities": [
    { "id": "person/ataturk", "gender": "masculine", "names": [ { "part": "surname", "spellings": { "tr": ["Atatürk"] } } ] },
    { "id": "person/mango", "gender": "masculine", "names": [
        { "spellings": { "en": ["Andrew Mango"] } }, { "part": "surname", "spellings": { "en": ["Mango"] } } ] },
    { "id": "publication/ataturk", "relations": { "author": ["person/mango"] },
      "names": [ { "spellings": { "en": ["Atatürk"] } } ] } ] }"#;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let loaded = load::load_text("names.gazetteer.json", NAMES);
    let gazetteer = Arc::new(loaded.gazetteer);
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
    let found: Vec<String> = analysis
        .mentions()
        .map(|mention| {
            let entity = mention
                .entity()
                .map_or("?", |entity| gazetteer.entity(entity).id.as_str());
            format!("{} {entity}", &text[mention.range])
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn behind_its_author_a_title_is_the_work() {
    check(
        "6 Andrew Mango, Atatürk, L., 1999, s. 287.\n",
        &["Andrew Mango person/mango", "Atatürk publication/ataturk"],
    );
    check(
        "6 Mango A., “Atatürk”, L., 1999, s. 287.\n",
        &["Mango A. person/mango", "Atatürk publication/ataturk"],
    );
}

#[test]
fn elsewhere_it_is_who_is_called_so() {
    check("6 Atatürk, Nutuk, A., 1927, s. 287.\n", &["Atatürk person/ataturk"]);
    check(
        "Bu konuda en çok Andrew Mango, Atatürk ve arkadaşları üzerine yazdı.\n",
        &["Andrew Mango person/mango", "Atatürk person/ataturk"],
    );
}
