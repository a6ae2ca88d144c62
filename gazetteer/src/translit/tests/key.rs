//! Which spellings meet, and which beginnings find them.

use proptest::prelude::*;

use crate::language::Language;
use crate::translit::{Scheme, SearchKey, Spellings, transliterate};

#[test]
fn all_spellings_of_a_name_meet() {
    for name in [
        "Чичерин Чичеринъ Chicherin Tchitcherine Tchitcherin Tschitscherin Çiçerin Cicerin Čičerin ÇİÇERİN CHICHERIN",
        "Троцкий Trotsky Trotski Trotzki Trockij Troçki Trot͡skiĭ Troczkij",
        "Хрущёв Хрущев Khrushchev Khrouchtchev Chruschtschow Hruşçov Xruščëv Chruščev",
        "Жуков Zhukov Joukov Schukow Shukow Jukov Žukov",
        "Карахан Karakhan Karahan Karachan",
        "Кязым Казым Kâzım Kazım Kazim",
        "Энвер Enver",
        "Мехмед Мехмет Mehmed Mehmet",
        "Ардаган Ардахан Ardahan Ardagan",
        "Москва Moskova Moskva Moskwa",
        "Юсуф Yusuf Youssouf Jusuf",
        "Джемаль Cemal Djemal Dschemal",
        "Орджоникидзе Orconikidze Ordzhonikidze Ordjonikidze",
        "Инёню İnönü Inonu",
        "Şükrü Sukru",
        "Калинин Kalinin Kalinine",
        "Стамбул Stambul Stamboul",
        "Фрунзе Frunze Frounze Frunse",
        "Бытырма Bıtırma",
    ] {
        let keys: Vec<(&str, SearchKey)> = name.split(' ').map(|text| (text, SearchKey::of(text))).collect();
        let (first, rest) = keys.split_first().unwrap();
        for (text, key) in rest {
            assert!(first.1.meets(key), "{} {:?} {text} {key:?}", first.0, first.1);
        }
    }
}

#[test]
fn other_names_do_not_meet() {
    for (left, right) in [
        ("Чичерин", "Каменев"),
        ("Карс", "Баку"),
        ("Ленин", "Ленинакан"),
        ("Enver", "Anadolu"),
        ("", "Карс"),
        ("", ""),
        ("中", "国"),
    ] {
        assert!(!SearchKey::of(left).meets(&SearchKey::of(right)), "{left} {right}");
    }
}

#[test]
fn beginnings_in_any_script_find_the_name() {
    for beginning in [
        "chich", "tchi", "чич", "Çiç", "cic", "ÇİÇ", "tschi", "čič", "chi", "Чи", "ç",
    ] {
        for name in ["Чичерин", "Çiçerin", "Chicherin", "Tchitcherine", "Георгий Чичерин"] {
            let (asked, key) = (SearchKey::of_beginning(beginning), SearchKey::of(name));
            assert!(asked.begins(&key), "{beginning} {asked:?} {name} {key:?}");
        }
    }
    for (beginning, name) in [
        ("", "Чичерин"),
        ("кар", "Чичерин"),
        ("черин", "Чичерин"),
        ("chichx", "Чичерин"),
    ] {
        assert!(
            !SearchKey::of_beginning(beginning).begins(&SearchKey::of(name)),
            "{beginning} {name}"
        );
    }
}

#[test]
fn keys_are_what_the_tables_say() {
    for (text, expected) in [
        ("Чичерин", "XXRN"),
        ("Çiçerin", "SSRN|XXRN"),
        ("Г. В. Чичерин", "K F XXRN"),
        ("Анна-Мария", "AN MR"),
        ("РККА", "RK"),
        ("XII армия", "KS ARM|K ARM"),
        ("o’Connor", "AKNR|ASNR|AXNR"),
        ("1921", "1921"),
        (&"ра".repeat(1 << 16), &"R".repeat(128)),
    ] {
        let mut expected: Vec<&str> = expected.split('|').collect();
        expected.sort_unstable();
        assert_eq!(SearchKey::of(text).keys(), expected, "{text}");
    }
}

#[test]
fn completion_puts_the_nearest_first() {
    let names = ["Сазонов", "Шишмарева", "Джебесой", "Чичерин", "Георгий Чичерин"];
    let spellings = Spellings::new(&Language::Russian, names);
    for (beginning, expected) in [
        ("chich", "Чичерин"),
        ("Çiç", "Чичерин"),
        ("ceb", "Джебесой"),
        ("şiş", "Шишмарева"),
        ("saz", "Сазонов"),
    ] {
        let found = spellings.complete(beginning, 3);
        assert_eq!(
            found.first().map(|found| names[found.place]),
            Some(expected),
            "{beginning} {found:?}"
        );
    }
    assert_eq!(spellings.complete("", 3), []);
    assert_eq!(spellings.complete("chich", 0), []);
}

proptest! {
    #[test]
    fn keys_are_few_and_short(text in "\\PC{0,60}") {
        for key in [SearchKey::of(&text), SearchKey::of_beginning(&text)] {
            prop_assert!(key.keys().len() <= 24, "{key:?}");
            let longest = key.keys().iter().map(|key| key.chars().count()).max().unwrap_or(0);
            prop_assert!(longest <= 2 * text.chars().count() + 2, "{key:?}");
        }
    }

    /// What has been typed of a name finds it, wherever one stops.
    #[test]
    fn every_beginning_finds_the_whole(name in "[а-яё]{3,10}", scheme in prop::sample::select(Scheme::ALL), length in 1_usize..10) {
        prop_assume!(scheme.from().is_cyrillic());
        for name in [name.clone(), transliterate(&name, scheme)] {
            let beginning: String = name.chars().take(length).collect();
            let (asked, key) = (SearchKey::of_beginning(&beginning), SearchKey::of(&name));
            prop_assert!(asked.keys().is_empty() || asked.begins(&key), "{beginning} {asked:?} {name} {key:?}");
        }
    }

    /// The rank is that of every distance computed in full.
    #[test]
    fn giving_up_early_changes_nothing(names in prop::collection::vec("[А-Яа-яё]{1,8}", 1..12), asked in "[a-zçşı]{1,8}", count in 0_usize..6) {
        let spellings = Spellings::new(&Language::Russian, names.iter().map(String::as_str));
        let all = spellings.rank(&asked, &Language::Turkish, names.len());
        prop_assert_eq!(all.len(), names.len());
        let mut sorted = all.clone();
        sorted.sort();
        prop_assert_eq!(&all, &sorted);
        let some = spellings.rank(&asked, &Language::Turkish, count);
        prop_assert_eq!(&some[..], &all[..count.min(all.len())]);
    }
}
