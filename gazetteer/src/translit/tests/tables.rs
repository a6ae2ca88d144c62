//! What must hold of every table, whatever it says.

use proptest::prelude::*;

use crate::language::Language;
use crate::translit::scheme::{Direction, read};
use crate::translit::{Scheme, read_back, transliterate};

/// Russian, Russian before 1918, neighbours.
const CYRILLIC: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяѣіѳѵґєїўјљњћђџѓќѕәғқңөүұһҳҷҹҝ";

/// Turkish, and what Latin alphabets of its neighbours have.
const LATIN: &str = "abcçdefgğhıijklmnoöprsştuüvyzâîûqwxäàéèêëïôùœßñčšžćđłøåæəþð";

fn alphabet(language: &Language) -> &'static str {
    if language.is_cyrillic() { CYRILLIC } else { LATIN }
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}')
}

/// What is written in a script has no letter of another.
fn check_script(text: &str, language: &Language, of: &str) {
    let wrong = |letter: &char| {
        letter.is_alphabetic() && !is_modifier(*letter) && is_cyrillic(*letter) != language.is_cyrillic()
    };
    assert_eq!(text.chars().find(wrong), None, "{of} → {text}");
}

/// ʹ and ʺ count as letters and belong to no script.
fn is_modifier(letter: char) -> bool {
    matches!(letter, '\u{2b0}'..='\u{2ff}')
}

/// Every way in which a scheme spells something, with the languages it leads from and to.
fn directions(scheme: Scheme) -> Vec<(&'static Direction, &'static Language, &'static Language)> {
    let table = scheme.table();
    let (from, to) = (scheme.from(), &scheme.to()[0]);
    let forth = std::iter::once(&table.forth).chain(&table.variants);
    let mut directions: Vec<_> = forth.map(|direction| (direction, from, to)).collect();
    directions.extend(table.back.as_ref().map(|back| (back, to, from)));
    directions
}

#[test]
fn every_file_is_read_and_says_where_it_is_from() {
    for scheme in Scheme::ALL {
        if let Err(error) = read(*scheme) {
            panic!("{error}");
        }
        assert!(
            !scheme.source().is_empty() && !scheme.title().is_empty(),
            "{}",
            scheme.as_str()
        );
        assert!(
            Scheme::ALL
                .iter()
                .all(|other| other == scheme || other.title() != scheme.title())
        );
    }
}

#[test]
fn no_two_rows_fit_equally_well() {
    for scheme in Scheme::ALL {
        for (direction, _, _) in directions(*scheme) {
            assert_eq!(direction.rules.ambiguous(), [""; 0], "{}", scheme.as_str());
        }
    }
}

#[test]
fn no_letter_of_the_wrong_script_is_left() {
    for scheme in Scheme::ALL {
        for (direction, from, to) in directions(*scheme) {
            let letters: Vec<char> = alphabet(from).chars().collect();
            for letter in &letters {
                for beside in &letters {
                    for word in [format!("{beside}{letter}"), format!("{letter}{beside}{letter}")] {
                        check_script(&direction.apply(&word), to, &word);
                    }
                }
                let capital: String = letter.to_uppercase().collect();
                check_script(&direction.apply(&capital), to, &capital);
            }
        }
    }
}

#[test]
fn every_letter_of_russian_and_turkish_has_a_row_of_its_own() {
    for scheme in Scheme::ALL {
        let own = if scheme.from().is_cyrillic() { 33 } else { 29 };
        for letter in alphabet(scheme.from()).chars().take(own) {
            assert!(scheme.table().forth.rules.knows(letter), "{} {letter}", scheme.as_str());
        }
    }
}

#[test]
fn capitals_stay() {
    for scheme in Scheme::ALL {
        for (direction, from, _) in directions(*scheme) {
            for letter in alphabet(from).chars() {
                for small in [format!("{letter}м"), format!("{letter}a"), format!("{letter}ы")] {
                    let first: String = small.chars().take(1).flat_map(char::to_uppercase).collect();
                    let titled = first + &small.chars().skip(1).collect::<String>();
                    // Letters whose capital is two (ß) or that turn into nothing (ъ) have none to keep.
                    let result = direction.apply(&titled);
                    let begins_with_letter = result.starts_with(char::is_alphabetic);
                    let lost = direction.apply(&letter.to_string()).is_empty() || letter == 'ß';
                    assert!(
                        lost || !begins_with_letter
                            || is_modifier(result.chars().next().unwrap())
                            || result.starts_with(char::is_uppercase),
                        "{} {titled} {result}",
                        scheme.as_str()
                    );
                }
            }
        }
    }
}

/// Words of small letters and capitals.
fn words(alphabet: &str) -> impl Strategy<Value = String> {
    let letters: Vec<String> = alphabet
        .chars()
        .flat_map(|letter| [letter.to_string(), letter.to_uppercase().collect()])
        .collect();
    prop::collection::vec(prop::sample::select(letters), 1..12).prop_map(|letters| letters.concat())
}

proptest! {
    #[test]
    fn words_change_script_whole(cyrillic in words(CYRILLIC), latin in words(LATIN)) {
        for scheme in Scheme::ALL {
            for (direction, from, to) in directions(*scheme) {
                let word = if from.is_cyrillic() { &cyrillic } else { &latin };
                check_script(&direction.apply(word), to, word);
            }
        }
    }

    #[test]
    fn a_word_in_capitals_stays_in_capitals(word in "[А-ЯЁ]{2,12}") {
        for scheme in Scheme::ALL.iter().filter(|scheme| scheme.from().is_cyrillic()) {
            let result = transliterate(&word, *scheme);
            prop_assert!(!result.chars().any(|letter| letter.is_lowercase() && !is_modifier(letter)), "{word} {result}");
        }
    }

    #[test]
    fn any_text_is_taken(text in "\\PC{0,40}") {
        for scheme in Scheme::ALL {
            transliterate(&text, *scheme);
            read_back(&text, *scheme);
        }
    }

    #[test]
    fn a_reversible_scheme_keeps_names_apart(left in "[абвгджзийклмнопрстуфхцчшщъыьэюя]{1,8}", right in "[абвгджзийклмнопрстуфхцчшщъыьэюя]{1,8}") {
        let same = transliterate(&left, Scheme::Iso9) == transliterate(&right, Scheme::Iso9);
        prop_assert_eq!(same, left == right);
    }
}
