use super::*;

#[test]
fn titles() {
    let behind = |language: &Language| {
        titles_behind(language)
            .iter()
            .map(|title| title.text.as_str())
            .collect::<Vec<_>>()
    };
    assert!(behind(&Language::Russian).contains(&"паша"));
    assert!(behind(&Language::Turkish).contains(&"Paşa"));
    assert!(behind(&Language::Other("de".into())).is_empty());
    for (word, language, expected) in [
        ("генералу", Language::Russian, true),
        ("тов", Language::Russian, true),
        ("товарища", Language::Russian, true),
        ("генеральский", Language::Russian, false),
        ("doktor", Language::Turkish, true),
        ("sayin", Language::Turkish, true),
        ("comrade", Language::English, true),
        ("паша", Language::Russian, false),
    ] {
        assert_eq!(is_title_before(word, &language), expected, "{word}");
    }
}

#[test]
fn titles_take_endings() {
    let pasha = titles_behind(&Language::Russian)
        .iter()
        .find(|title| title.text == "паша")
        .unwrap();
    let ending = Ending {
        folded: "ой",
        apostrophe: false,
        source: "ой",
    };
    let found: Vec<Reading> = pasha
        .stems
        .iter()
        .flat_map(|(_, endings)| readings(*endings, &Language::Russian, &ending))
        .collect();
    assert_eq!(draw(&found), "i");
}

#[test]
fn given_names() {
    assert!(is_given_name("георгий") && is_given_name("aliye") && !is_given_name("чичерин"));
    assert!(is_turkish_given_name("aliye") && !is_turkish_given_name("aliyi"));
}

/// Sorted and without repetition, so that a change shows in one line.
#[test]
fn tables_are_in_order() {
    for text in [
        include_str!("../../../data/tables/given-names.ru.toml"),
        include_str!("../../../data/tables/titles.ru.toml"),
        include_str!("../../../data/tables/kinds.ru.toml"),
    ] {
        let table: toml::Table = toml::from_str(text).unwrap();
        for (name, list) in table {
            let words: Vec<String> = list.try_into().unwrap();
            let mut sorted = words.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(words, sorted, "{name}");
        }
    }
}

/// What a word is besides a form of the name that it begins with: `name | word | account`.
#[test]
fn common_words() {
    let behind = |copula| Reading {
        copula,
        ..Reading::new(GrammaticalCase::Nominative, Number::Singular)
    };
    for (name, word, copula, expected) in [
        ("Post", "Posta", None, Some(CommonWord::Itself)),
        ("Post", "POSTA", None, Some(CommonWord::Itself)),
        ("Roma", "Romanın", None, Some(CommonWord::Form)),
        ("Kita", "Kitabın", None, Some(CommonWord::Form)),
        ("Kita", "Kitabda", None, None),
        ("Senato", "Senatonun", None, Some(CommonWord::SameStem)),
        ("Senato", "Senato-\nnun", None, Some(CommonWord::SameStem)),
        ("Gül", "Güldü", Some(Copula::Past), Some(CommonWord::Form)),
        ("Gül", "Güldü", None, Some(CommonWord::SameStem)),
        ("İ", "İşini", None, Some(CommonWord::Form)),
        ("Çin", "Çinin", None, None),
        ("Ankara", "Ankaranın", None, None),
    ] {
        let account = common_word(word, name.chars().count(), &[behind(copula)]);
        assert_eq!(account, expected, "{name} {word}");
    }
}

#[test]
fn common_words_are_sorted() {
    let text = include_str!("../../../data/tables/common-words.tr.toml");
    let file: toml::Table = toml::from_str(text).unwrap();
    let order = |word: &str| -> Vec<Option<usize>> {
        let alphabet = "abcçdefgğhıijklmnoöpqrsştuüvwxyz";
        word.chars().map(|letter| alphabet.find(letter)).collect()
    };
    for (name, list) in &file {
        let words: Vec<&str> = list
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_str().unwrap())
            .collect();
        for pair in words.windows(2) {
            assert!(
                order(pair[0]) < order(pair[1]),
                "{name}: {} before {}",
                pair[0],
                pair[1]
            );
        }
    }
}
