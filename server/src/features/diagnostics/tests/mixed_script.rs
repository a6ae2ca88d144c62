//! `mixed-script`.

use super::Given;

const NAMES: &str = r#"
{"id":"person/stalin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Сталин"],"tr":["Stalin"]}}]}
{"id":"person/cicerin","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Çiçerin"]}}]}
"#;

#[track_caller]
fn check(language: &str, fixture: &str) {
    let given = Given {
        names: NAMES,
        language,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn letters_that_look_like_others() {
    check(
        "ru",
        "Приказ Cталина и Лeнинa.
       ^^^^^^^ warning mixed-script: “Cталина” has Latin letters in it: C => Сталина for Cталина
                 ^^^^^^ warning mixed-script: “Лeнинa” has Latin letters in it: e, a => Ленина for Лeнинa
",
    );
    check(
        "tr",
        "Çiçеrin’in notası.
^^^^^^^ warning mixed-script: “Çiçеrin” has Cyrillic letters in it: е => Çiçerin for Çiçеrin
",
    );
}

#[test]
fn two_scripts_that_are_meant() {
    check(
        "ru",
        "В начале ХХI века, в XIXв., на II-й неделе; TV-канал, VIPзал, Stalin’а.\n",
    );
}

#[test]
fn the_entity_is_known_where_it_is_clear() {
    let given = Given {
        names: NAMES,
        settings: "[[ignore]]\nentity = 'person/stalin'",
        language: "ru",
        ..Given::default()
    };
    given.check("Приказ Cталина.\n");
}
