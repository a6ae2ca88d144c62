//! `agreement`.

use super::Given;

const NAMES: &str = r#"
{"id":"person/halil-kut","gender":"masculine","names":[{"spellings":{"ru":["Халиль-паша"]}}]}
{"id":"person/chicherin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"]}},{"part":"given","spellings":{"ru":["Георгий"]}},{"part":"surname","spellings":{"ru":["Чичерин"]}}]}
{"id":"person/lloyd-george","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Ллойд Джордж"]}}]}
"#;

#[track_caller]
fn check(fixture: &str) {
    let given = Given {
        names: NAMES,
        settings: "[severity]\ninconsistent-form = 'off'",
        language: "ru",
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn a_declined_word_in_another_case() {
    check(
        "Встреча с Халиля-пашой.
          ^^^^^^^^^^^^ information agreement: “Халиля” does not agree with the rest of “Халиля-пашой” => Халилем for Халиля
",
    );
}

#[test]
fn all_that_do_not_agree_are_one_change() {
    check(
        "Встретился с Георгия Васильевича Чичериным.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information agreement: “Георгия, Васильевича” does not agree with the rest of “Георгия Васильевича Чичериным” => Георгием Васильевичем for Георгия Васильевича
",
    );
}

#[test]
fn what_agrees_or_is_not_declined() {
    check("Халиль-паша, Халиля-паши, с Халилем-пашой, с Халиль-пашой, о Халиле-паше.\n");
    // A word that the end of a line breaks is one word.
    check("О чинах Чичери-\nна, и с Чичери-\nным.\n");
    check("Визит Ллойд Джорджа, Ллойда Джорджа; письмо Георгия Чичерина и Георгию Васильевичу Чичерину.\n");
}
