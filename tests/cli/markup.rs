//! The formats as their users write them: each sample of `tests/formats/` and what is found in it. What stands in code,
//! formulas, addresses, keys, comments and headers is named in none of the lists.

use std::path::Path;

use crate::cli::Place;

/// What is found in a sample, a line each: line, zone, language, words, entity.
#[track_caller]
fn check(name: &str, expected: &[&str]) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/formats")
        .join(name);
    let place = Place::with(&[(name, &std::fs::read_to_string(sample).expect(name))]);
    let found: Vec<String> = place
        .run(&format!("annotate {name} --gazetteer builtin"))
        .json()
        .iter()
        .map(|mention| {
            let text = |key: &str| mention[key].as_str().unwrap_or("?").replace('\n', "⏎");
            let words = ["zone", "lang", "surface", "entity"].map(text).join(" ");
            format!("{} {words}", mention["line"])
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn tei() {
    check(
        "letters.xml",
        &[
            r#"17 heading tr Trabzon place/trabzon"#,
            r#"18 narration tr Halil Paşa person/halil-kut"#,
            r#"18 narration tr Mosk<lb break="no"/>ova place/moscow"#,
            r#"19 narration tr Kamenev person/sergey-kamenev"#,
            r#"19 narration tr Kamenev person/lev-kamenev"#,
            r#"20 bibliography tr Kars place/kars"#,
            r#"20 bibliography tr İstanbul place/istanbul"#,
            r#"20 narration tr An<pb n="12"/>kara place/ankara"#,
            r#"22 narration ru Чичерину person/georgy-chicherin"#,
            r#"22 quotation tr Batum place/batumi"#,
            r#"23 quotation tr Tchitcherine person/georgy-chicherin"#,
            r#"23 narration tr Çiçerin person/georgy-chicherin"#,
            r#"24 narration tr Ankara place/ankara"#,
            r#"25 quotation tr Sivas place/sivas"#,
            r#"25 bibliography tr Erzurum place/erzurum"#,
            r#"26 narration tr &#304;zmir place/izmir"#,
            r#"26 narration tr &Ccedil;i&ccedil;erin person/georgy-chicherin"#,
            r#"26 narration tr TB</hi>MM organization/grand-national-assembly-of-turkey"#,
        ],
    );
}

#[test]
fn latex() {
    check(
        "article.tex",
        &[
            r#"3 heading tr Ankara place/ankara"#,
            r#"3 heading tr Moskova place/moscow"#,
            r#"5 heading tr Trabzon place/trabzon"#,
            r#"6 narration tr \c{C}i\c{c}erin person/georgy-chicherin"#,
            r#"6 narration tr \.{I}zmir place/izmir"#,
            r#"6 narration tr A}nkara place/ankara"#,
            r#"8 narration ru Чичерину person/georgy-chicherin"#,
            r#"10 quotation tr Batum place/batumi"#,
            r#"12 bibliography tr Kars place/kars"#,
            r#"12 bibliography tr İstanbul place/istanbul"#,
        ],
    );
}

#[test]
fn html() {
    check(
        "page.html",
        &[
            r#"3 heading tr Ankara place/ankara"#,
            r#"5 heading tr Trabzon place/trabzon"#,
            r#"6 narration tr &Ccedil;i&ccedil;erin person/georgy-chicherin"#,
            r#"6 narration tr A</b>nkara place/ankara"#,
            r#"6 narration tr Moskova place/moscow"#,
            r#"7 narration ru Чичерину person/georgy-chicherin"#,
            r#"8 quotation tr Batum place/batumi"#,
            r#"9 narration tr Sivas place/sivas"#,
            r#"9 quotation tr Erzurum place/erzurum"#,
        ],
    );
}

#[test]
fn bibtex() {
    check(
        "sources.bib",
        &[
            r#"2 bibliography tr Kurat, Akdes Nimet person/akdes-nimet-kurat"#,
            r#"3 bibliography tr T{\"u}rkiye place/turkey"#,
            r#"3 bibliography tr Moskova place/moscow"#,
            r#"8 bibliography tr \.{I}zmir place/izmir"#,
            r#"8 bibliography tr Trabzon place/trabzon"#,
            r#"8 bibliography tr Belleten publication/belleten"#,
        ],
    );
}

#[test]
fn markdown() {
    check(
        "notes.md",
        &[
            r#"2 heading tr Ankara place/ankara"#,
            r#"7 heading tr Trabzon place/trabzon"#,
            r#"9 narration tr A*nkara place/ankara"#,
            r#"9 narration tr Moskova place/moscow"#,
            r#"11 quotation tr Batum place/batumi"#,
            r#"13 bibliography tr Kars place/kars"#,
            r#"13 bibliography tr İstanbul place/istanbul"#,
            r#"19 narration tr Ata-⏎⏎[^2]: Bu da bir not.⏎⏎türk person/mustafa-kemal-ataturk"#,
            r#"23 narration tr Sivas place/sivas"#,
        ],
    );
}
