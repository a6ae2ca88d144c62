//! The work of finding grows as the text does, whatever the text. Work is counted, not timed.

use std::sync::{Arc, LazyLock};

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Gazetteer, Language, builtin, load};

use super::support::gazetteer;

/// Names that begin alike, that contain one another, and many of one person's.
const NAMES: &str = "
person/kemal masculine: full tr Mustafa Kemal Atatürk; full/short tr Mustafa Kemal; given tr Mustafa; surname tr Atatürk
person/mustafa masculine: full tr Mustafa Mustafa Mustafa Mustafa; surname tr Mustafa
person/first masculine: full ru Анна Антонович Аааааааа; surname ru Аааааааа
person/second masculine: full ru Анна Антонович Ааааааааааааааааааааааааааааааааааааааааааа; surname ru Ааааааааааааааааааааааааааааааааааааааааааа
person/third masculine: full ru Ааааааааааааа Ааааааааааааа Ааааааааааааа Б; surname ru Ааааааааааааа
person/lenin masculine: full ru Владимир Ильич Ленин; surname ru Ленин
other/a: full ru А. А. А. А.
other/b: full ru А. Б.
other/c: acronym ru АА
organization/d: full ru Общество (Союз) друзей
organization/e: full ru Союз друзей Общества
group/f plural: full ru ленинцы
place/ankara: full ru Анкара | Ангора
";

/// What is repeated, and in which language.
const FAMILIES: [(&str, &str, &str); 30] = [
    ("one endless word", "ru", "а"),
    ("one endless word with a capital", "ru", "Аааааааааааааааа"),
    ("a name repeated solid", "tr", "Mustafa"),
    ("a name repeated solid, small", "ru", "ленинцы"),
    ("a name repeated with hyphens", "tr", "Mustafa-"),
    ("a name repeated with spaces", "tr", "Mustafa "),
    ("a name of two words", "tr", "Mustafa Kemal "),
    (
        "a name whose words overlap",
        "ru",
        "Союз друзей Общества (Союз) друзей ",
    ),
    ("soft hyphens", "ru", "\u{ad}"),
    ("soft hyphens in a name", "ru", "Ле\u{ad}\u{ad}\u{ad}\u{ad}нин\u{ad}"),
    ("hyphens at the ends of lines", "ru", "Ле-\nнин-\n"),
    ("initials", "ru", "А. "),
    ("initials without spaces", "ru", "А."),
    ("initials and names", "ru", "В. И. Ленин В. "),
    ("commas", "ru", "Ленин, В. И., "),
    ("apostrophes", "tr", "’"),
    ("names with apostrophes", "tr", "Mustafa’nın’da’"),
    ("quotation marks", "ru", "«Ленин"),
    ("nested quotation marks", "tr", "“Mustafa “"),
    ("brackets", "ru", "Общество (Союз "),
    ("closing brackets", "ru", "Союз)) "),
    ("glosses", "ru", "Ангора (ныне Анкара) "),
    ("glosses in one another", "ru", "Ангора (Анкара "),
    ("rivals side by side", "ru", "Ангора, то есть Анкара "),
    ("rivals in quotation marks", "ru", "«Ангора Анкара"),
    ("a quotation of names and signs", "ru", "«Ангора» — "),
    ("marks", "tr", "a\u{301}"),
    ("what is invisible", "tr", "\u{200b}"),
    ("a blank with marks", "tr", " \u{308}"),
    (
        "a long common prefix",
        "ru",
        "Ааааааааааааааааааааааааааааааааааааааа Аб ",
    ),
];

static OWN: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| gazetteer(NAMES));

/// Words that begin with one another, written solid, can be put together in more ways than there is time for.
#[test]
fn a_name_is_read_in_so_many_ways_at_most() {
    let words = |first: &str, word: &str| format!("{first}{}", word.repeat(23));
    let list = format!(
        r#"{{"onomast": 1, "entities": [{{"id": "other/a", "names": [{{"spellings": {{"ru": [
            {{"text": "{nominative}", "inflection": {{"forms": {{"nominative": ["{nominative}"], "genitive": ["{genitive}"]}}}}}}]}}}}]}}]}}"#,
        nominative = words("Аб", " аб"),
        genitive = words("Абаб", " абаб"),
    );
    let gazetteer = Arc::new(load::load_text("a.gazetteer.json", &list).gazetteer);
    let once = work(&words("Аб", &"аб".repeat(3)), 150, "ru", &gazetteer);
    assert!(once < 1_000_000, "{once}");
    let found = Analysis::fresh(&words("Аб", " аб"), &Facts::default(), &gazetteer);
    assert_eq!(found.mentions().count(), 1);
}

#[test]
fn doubling_the_text_doubles_the_work() {
    for (name, language, morsel) in FAMILIES {
        for gazetteer in [&*OWN, &builtin::gazetteer()] {
            let [once, twice] = [8_000, 16_000].map(|length| work(morsel, length, language, gazetteer));
            assert!(twice * 10 <= once * 22 + 1000, "{name}: {once}, then {twice}");
            // Up to ten times for what of it is prose, and in which language; the rest for finding.
            let most = 50 * 16_000;
            assert!(twice < most, "{name}: {twice} for 16,000 bytes");
        }
    }
}

/// The same without a word that ends.
#[test]
fn one_gap_in_a_name_may_be_long() {
    for gap in ["\u{ad}", "-\n", "\u{200b}", " ", "\u{301}"] {
        let [once, twice] = [8_000, 16_000].map(|length| {
            let text = format!("Ле{}нин и Mus-{}tafa", filled(gap, length), filled(gap, length));
            analysed(&text, "ru", &OWN).work()
        });
        assert!(twice * 10 <= once * 22 + 1000, "{gap:?}: {once}, then {twice}");
    }
}

/// Otherwise the work would be none.
#[test]
fn work_is_counted() {
    assert!(work("Ленин ", 8_000, "ru", &OWN) > 4_000);
    assert_eq!(analysed("", "ru", &OWN).work(), 0);
}

fn work(morsel: &str, length: usize, language: &str, gazetteer: &Arc<Gazetteer>) -> usize {
    analysed(&filled(morsel, length), language, gazetteer).work()
}

fn filled(morsel: &str, length: usize) -> String {
    morsel.repeat(length / morsel.len())
}

fn analysed(text: &str, language: &str, gazetteer: &Arc<Gazetteer>) -> Analysis {
    let facts = Facts {
        language: Language::parse(language),
        ..Facts::default()
    };
    Analysis::fresh(&text, &facts, gazetteer)
}
