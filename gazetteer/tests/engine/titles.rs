//! Names in the titles of works: whatever says that it is one, markup or marks, and however the marks are written.

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

const NAMES: &str = "
person/chicherin masculine: surname ru Чичерин
place/kars: full ru Карс
publication/dawn: full ru Заря
";

/// Whether each mention of the text stands in a title.
#[track_caller]
fn check(format: Format, text: &str, expected: &[bool]) {
    let facts = Facts {
        format,
        language: Some(Language::Russian),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer(NAMES));
    let found: Vec<bool> = analysis
        .mentions()
        .map(|mention| mention.aside == Some(Aside::Title))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn quotation_marks_in_every_way_of_writing_them() {
    let marks: [(Format, &[[&str; 2]]); 3] = [
        (
            Format::PlainText,
            &[
                ["«", "»"],
                ["“", "”"],
                ["„", "“"],
                ["\"", "\""],
                ["‘", "’"],
                ["'", "'"],
                ["''", "''"],
                ["‹", "›"],
            ],
        ),
        (
            Format::Html,
            &[
                ["&laquo;", "&raquo;"],
                ["&ldquo;", "&rdquo;"],
                ["&quot;", "&quot;"],
                ["&#171;", "&#187;"],
            ],
        ),
        (
            Format::Latex,
            &[
                ["<<", ">>"],
                ["``", "''"],
                ["`", "'"],
                [",,", "``"],
                ["\"<", "\">"],
                ["\"`", "\"'"],
                ["\\guillemotleft ", "\\guillemotright{}"],
                ["\\textquotedblleft ", "\\textquotedblright{}"],
                ["\\glqq ", "\\grqq{}"],
                ["\\flqq ", "\\frqq{}"],
                ["\\og ", "\\fg{}"],
                ["\\enquote{", "}"],
            ],
        ),
    ];
    for (format, marks) in marks {
        for [opening, closing] in marks {
            let text = format!("Там он читал {opening}Письма Чичерина{closing} вчера, а Чичерин молчал.\n");
            check(format, &text, &[true, false]);
        }
    }
}

#[test]
fn marks_that_are_none() {
    check(Format::PlainText, "Доска 5'' и Карс, доска 6'' там.", &[false]);
    check(Format::PlainText, "Ильи''ч и Карс, Ильи''ч.", &[false]);
    check(Format::Latex, "Там a < b, Карс, c > d.\n", &[false]);
}

#[test]
fn markup_that_says_that_it_is_a_title() {
    check(
        Format::Xml,
        "<p>Он читал <title>Чичерин и Карс</title>, а Чичерин молчал.</p>",
        &[true, true, false],
    );
    check(
        Format::Html,
        "<p>Он читал <cite>Чичерин и Карс</cite>, а <em>Чичерин и Карс</em> молчали.</p>",
        &[true, true, false, false],
    );
    check(
        Format::Bibtex,
        "@book{a,\n  author = {Чичерин, Г.},\n  title = {Карс и Чичерин},\n  note = {Карс пал},\n}\n",
        &[false, true, true, false],
    );
}

#[test]
fn a_title_that_is_a_name_is_one_unless_it_names_the_publication() {
    check(Format::Xml, "<p>Он читал <title>Чичерин</title> вчера.</p>", &[true]);
    check(
        Format::Xml,
        "<p>Он читал газету <title>Заря</title> вчера.</p>",
        &[false],
    );
}

#[test]
fn who_speaks_makes_no_title() {
    for (quoted, is_title) in [
        ("Чичерин и новая дипломатия Востока", true),
        ("Письма Г. В. Чичерина из Лозанны.", true),
        ("Чичерин: годы 1918–1922. Новые документы", true),
        ("чудак Чичерин", true),
        ("этот Чичерин снова опоздал", false),
        ("Вчера приехал Чичерин. Потом он уехал.", false),
        ("Куда делся этот Чичерин? Никто не знает!", false),
    ] {
        let text = format!("Там сказано «{quoted}», и всё.\n");
        check(Format::PlainText, &text, &[is_title]);
    }
    let long = "Долго рассказывали потом на всех вокзалах и пристанях ".repeat(4);
    check(
        Format::PlainText,
        &format!("Там сказано «{long} Чичерин», и всё.\n"),
        &[false],
    );
}
