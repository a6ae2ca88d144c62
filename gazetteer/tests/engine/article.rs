//! A whole article as print leaves it: Turkish, with an English abstract, notes in Russian in Latin letters, a quotation in
//! Russian, and lines that are only names.

use std::fmt::Write as _;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Language};

use crate::support::{check, gazetteer, text_of};

const ARTICLE: &str = include_str!("data/article.txt");

#[test]
fn no_name_is_lost_to_print() {
    check(ARTICLE);
}

#[test]
fn the_language_of_each_paragraph() {
    let text = text_of(ARTICLE);
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer(""));
    let mut drawn = String::new();
    let mut at = 0;
    for paragraph in text.split_inclusive("\n\n") {
        let first: Vec<&str> = paragraph.split_whitespace().take(3).collect();
        let language = analysis.language_at(at).map_or("-", Language::tag);
        writeln!(drawn, "{language}: {}", first.join(" ")).unwrap();
        at += paragraph.len();
    }
    let expected = "\
tr: Kars ve Ankara
tr: Özet Bu yazıda
tr: Anahtar Kelimeler: Ankara,
en: Abstract This paper
en: Key Words: Ankara,
en: Giriş
tr: Heyet o yılın
tr: 12 Petrov A.
tr: Kars ve Ankara
tr: 45
tr: lisinde de uzun
tr: Heyetin Üyeleri
tr: Mustafa Kemal Georgiy
tr: ANKARA’DAN KARS’A
tr: Mektupta şöyle deniyordu:
ru-Latn: 15 Petrov, Turtsiya
tr: Kars, Ankara’dan.
";
    assert!(drawn == expected, "{drawn}");
}
