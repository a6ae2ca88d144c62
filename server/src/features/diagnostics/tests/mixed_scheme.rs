//! `mixed-scheme`.

use super::Given;

const NAMES: &str = r#"
{"id":"person/chicherin","names":[{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin"]}}]}
{"id":"person/shalyapin","names":[{"part":"surname","spellings":{"ru":["Шаляпин"],"tr":["Şalyapin"]}}]}
{"id":"person/zhdanov","names":[{"part":"surname","spellings":{"ru":["Жданов"],"tr":["Jdanov","Zhdanov"]}}]}
{"id":"person/lenin","names":[{"part":"surname","spellings":{"ru":["Ленин"],"tr":["Lenin"]}}]}
{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara"]}}]}
"#;

#[track_caller]
fn check(settings: &str, fixture: &str) {
    let given = Given {
        names: NAMES,
        settings,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn it_is_off_by_itself() {
    check("", "Çiçerin, Şalyapin ve Zhdanov.\n");
}

#[test]
fn one_by_another_scheme_than_most() {
    check(
        "[severity]\nmixed-scheme = 'hint'",
        "Çiçerin, Şalyapin, Lenin ve Zhdanov; Zhdanov Ankara’da.
                            ^^^^^^^ hint mixed-scheme: “Zhdanov” is transliterated by English practice, most names of this text by Turkish practice (3 : 1)
",
    );
}

#[test]
fn where_most_is_not_clear_nothing_is_said() {
    check("[severity]\nmixed-scheme = 'hint'", "Çiçerin ve Zhdanov.\n");
    check("[severity]\nmixed-scheme = 'hint'", "Çiçerin, Şalyapin, Jdanov.\n");
}
