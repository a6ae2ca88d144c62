//! Which of an entity’s spellings a mention is a use of: the one that is spelled so, whatever the others are.

use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::Facts;

use crate::support::gazetteer;

/// `spellings of a place | text | the spelling it is a use of`.
fn check(rows: &[(&str, &str, &str, &str)]) {
    check_of("place/here: full", rows);
}

/// The same of an entity.
fn check_of(entity: &str, rows: &[(&str, &str, &str, &str)]) {
    for (row, spellings, text, expected) in rows {
        let gazetteer = gazetteer(&format!("{entity} {spellings}"));
        let analysis = Analysis::fresh(text, &Facts::default(), &gazetteer);
        let found: Vec<&str> = analysis
            .mentions()
            .map(|mention| gazetteer.spelling(mention.candidates[0].spelling).text.as_str())
            .collect();
        assert_eq!(found, [*expected], "{row}");
    }
}

#[test]
fn the_exact_one_is_used() {
    check(&[
        ("dots of i", "tr Kırım | Kirim [misspelling]", "Kirim", "Kirim"),
        ("no dots of i", "tr Kırım | Kirim [misspelling]", "Kırım", "Kırım"),
        ("dotted capitals", "tr İzmir | Izmir [misspelling]", "İZMİR", "İzmir"),
        ("undotted capitals", "tr İzmir | Izmir [misspelling]", "IZMIR", "Izmir"),
        (
            "a capital at the head",
            "tr İzmir | Izmir [misspelling]",
            "Izmir’e",
            "Izmir",
        ),
        (
            "capitals that are both",
            "tr Kırım | Kirim [misspelling]",
            "KIRIM",
            "Kırım",
        ),
        (
            "capitals of the other",
            "tr Kırım | Kirim [misspelling]",
            "KİRİM",
            "Kirim",
        ),
        ("circumflex", "tr Kazım | Kâzım [accepted]", "Kâzım", "Kâzım"),
        ("hyphen", "ru Сами бей | Сами-бей [accepted]", "Сами-беем", "Сами-бей"),
        ("io", "ru Орел | Орёл [accepted]", "Орёл", "Орёл"),
        ("decomposed", "tr Çorum | Corum [misspelling]", "C\u{327}orum", "Çorum"),
    ]);
}

#[test]
fn a_full_name_is_used_in_every_form() {
    const NAMES: &str = "ru Лев Павлович Орлов; surname ru Орлов; given ru Лев";
    check_of(
        "person/here masculine: full",
        &[
            ("as it is spelled", NAMES, "Лев Павлович Орлов", "Лев Павлович Орлов"),
            (
                "a stem without its vowel",
                NAMES,
                "Льва Павловича Орлова",
                "Лев Павлович Орлов",
            ),
            ("less of it", NAMES, "Льву Орлову", "Орлов"),
            ("initials", NAMES, "Л. П. Орлова", "Орлов"),
        ],
    );
}
