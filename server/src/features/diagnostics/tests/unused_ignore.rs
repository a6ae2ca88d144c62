//! What silences findings, and `unused-ignore`.

use super::Given;

#[track_caller]
fn check(path: &str, fixture: &str) {
    let given = Given {
        path,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn a_comment_silences_its_line() {
    check(
        "a.md",
        "Ancara <!-- onomast-ignore deprecated-spelling -- so in the source -->
ve Ancara.
   ^^^^^^ warning deprecated-spelling: “Ancara” is deprecated; the gazetteer prefers “Ankara”
",
    );
    check("a.tex", "Ancara ve Ankra. % onomast-ignore\n");
    check("a.tex", "Ancara ve Ankra. % onomast-ignore: kaynakta böyle\n");
    check(
        "a.tex",
        "Ankra. % onomast-ignore misspelling: kaynakta böyle, bkz. suffix\nAnkra. % onomast-ignore misspelling — böyle\n",
    );
}

#[test]
fn by_itself_in_a_line_it_silences_the_next() {
    check(
        "a.md",
        "<!-- onomast-ignore -->

Ancara
ve Ancara.
   ^^^^^^ warning deprecated-spelling: “Ancara” is deprecated; the gazetteer prefers “Ankara”
",
    );
    check(
        "a.md",
        "Burada Ankra <!-- onomast-ignore-next-line misspelling -->
       ^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
ve Ankra.
",
    );
}

#[test]
fn a_stretch_or_the_whole_file() {
    check(
        "a.md",
        "Ankra.
^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”

<!-- onomast-ignore-start misspelling -->

Ankra.

<!-- onomast-ignore-end -->

Ankra.
^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
    check("a.html", "<p>Ankra</p>\n<!-- onomast-ignore-file -->\n<p>Ancara</p>\n");
}

#[test]
fn what_silences_nothing_is_reported() {
    check(
        "a.md",
        "Ankra <!-- onomast-ignore misspelling, suffix, mispelling --> Ankara.
                                       ^^^^^^ information unused-ignore: there is no “suffix” here to silence
                                               ^^^^^^^^^^ information unused-ignore: there is no finding “mispelling”

<!-- onomast-ignore-next-line -->
     ^^^^^^^^^^^^^^^^^^^^^^^^ information unused-ignore: nothing is silenced here

Ankara.
",
    );
    let given = Given {
        settings: "[severity]\nmisspelling = 'off'\n[[ignore]]\ncode = 'suffix'",
        ..Given::default()
    };
    given.check("Ankra <!-- onomast-ignore misspelling -->\n");
}

#[test]
fn plain_text_has_no_comments() {
    check(
        "a.txt",
        "Ankra % onomast-ignore <!-- onomast-ignore -->
^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
}

#[test]
fn a_decision_that_ignores_nothing_is_reported() {
    let given = Given {
        decisions: r#"{"path":"a.md","quote":"Ankara","before":"","after":" ve","kind":"ignore","code":"misspelling"}
{"path":"a.md","quote":"Ankra","before":"ve ","after":"","kind":"ignore"}"#,
        ..Given::default()
    };
    given.check(
        "Ankara ve Ankra.
^^^^^^ information unused-ignore: a decision ignores findings about “Ankara”, and there are none
",
    );
}
