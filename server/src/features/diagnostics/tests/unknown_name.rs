//! `unknown-name`.

use super::Given;

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара"]}}]}
"#;

#[track_caller]
fn check(settings: &str, fixture: &str) {
    let given = Given {
        names: NAMES,
        settings,
        language: "ru",
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn it_is_off_by_itself() {
    check("", "Писал он Вересову.\n");
    check("[severity]\nunknown-name = 'off'", "Писал он Вересову.\n");
}

#[test]
fn a_name_is_said_once_with_the_words_and_initials_beside_it() {
    check(
        "[severity]\nunknown-name = 'information'",
        "Тогда Н. И. Вересов и Иван Столбов уехали в Анкару.
      ^^^^^^^^^^^^^ information unknown-name: the gazetteer has no “Н. И. Вересов” (in this text: 1)
                      ^^^^^^^^^^^^ information unknown-name: the gazetteer has no “Иван Столбов” (in this text: 1)
Потом пришли Серый Ворон, и Серый Ворон ушёл.
             ^^^^^^^^^^^ information unknown-name: the gazetteer has no “Серый Ворон” (in this text: 2)
",
    );
}

#[test]
fn what_need_not_be_a_name() {
    check(
        "[severity]\nunknown-name = 'hint'",
        "Вересов пришёл. А Иван молчал. Из Анкары, НАТО, Ко.\n",
    );
}
