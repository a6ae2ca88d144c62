//! Which words of a person’s name are which part of it. A surname makes all shorter names of its bearer found, so a word is
//! one only where no word speaks against it: nobody is called Paşa, and Ali Fuat has two given names.

use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::{Gender, Part};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::morph::{is_form_of_title_behind, is_given_name, is_patronymic, is_title_before, title_gender};

/// More words are a name with something else.
const MOST_WORDS: usize = 4;

/// Letters of what joins a surname: фон, ibn, della.
const LONGEST_PARTICLE: usize = 5;

/// A person’s name in the order in which it is spelled in full, and its parts as runs of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) words: Vec<String>,
    /// In the order of the words; none where the name is only known as a whole.
    pub(super) parts: Vec<(Part, Range<usize>)>,
}

/// A person’s name without the titles before it, in any form.
pub(super) fn without_titles<'a>(text: &'a str, language: &Language) -> &'a str {
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(' ')
        && is_title_before(&folded(word), language)
    {
        rest = behind;
    }
    rest
}

/// The gender that the titles before a person’s name say, in any form.
pub(super) fn gender_of_titles(text: &str, language: &Language) -> Option<Gender> {
    let titles = text.strip_suffix(without_titles(text, language))?;
    titles.split(' ').find_map(|title| gender_of_title(title, language))
}

/// The same of one word.
pub(super) fn gender_of_title(word: &str, language: &Language) -> Option<Gender> {
    title_gender(&folded(word), language)
}

/// A word as the table of titles has it.
fn folded(word: &str) -> String {
    fold_word(word.trim_end_matches('.'))
}

/// Whether nothing but a person is called so: by a given name, a patronymic or initials before a surname, or a title.
pub(super) fn is_of_person(text: &str, language: &Language) -> bool {
    let Parts { words, parts } = parts(text, language);
    let is_told = |(part, range): &(Part, Range<usize>)| match part {
        Part::Given => words[range.clone()].iter().all(|word| is_given(word)),
        Part::Patronymic => true,
        _ => false,
    };
    words
        .iter()
        .any(|word| word.ends_with('.') && is_initial(word.trim_end_matches('.')))
        || parts.iter().any(is_told)
        || without_titles(text, language) != text
}

/// Whether a person may be called so: of small letters names have titles and what joins a surname (de, фон), and no words.
pub(super) fn may_be_of_person(text: &str, language: &Language) -> bool {
    let is_word = |word: &&str| {
        let is_small = word.starts_with(char::is_lowercase);
        is_small && word.chars().nth(LONGEST_PARTICLE).is_some() && !is_titled(word)
    };
    !without_titles(text, language)
        .split_whitespace()
        .skip(1)
        .any(|word| is_word(&word))
}

/// The parts of a name in the dictionary form; titles before it are none.
pub(super) fn parts(text: &str, language: &Language) -> Parts {
    let words: Vec<&str> = without_titles(text, language).split_whitespace().collect();
    let first_of_all = words.first().is_some_and(|word| word.ends_with(','));
    let mut words: Vec<String> = words.iter().map(|word| word.trim_end_matches(',').to_owned()).collect();
    if first_of_all || is_surname_first(&words) {
        words.rotate_left(1);
    }
    let parts = match words.len() {
        1 if !is_given(&words[0]) && !is_titled(&words[0]) => vec![(Part::Surname, 0..1)],
        2..=MOST_WORDS => of_several(&words),
        _ => Vec::new(),
    };
    Parts { words, parts }
}

fn of_several(words: &[String]) -> Vec<(Part, Range<usize>)> {
    let last = words.len() - 1;
    let is_small = |word: &String| word.starts_with(char::is_lowercase);
    let bare = is_patronymic(&fold_word(&words[last]));
    if is_titled(&words[last]) || is_given(&words[last]) || is_small(&words[0]) {
        return Vec::new();
    }
    // Шарль де Голль: what joins a surname is a part of it.
    let joined = words[1..last].iter().rev().take_while(|word| is_small(word)).count();
    let surname = if bare { words.len() } else { last - joined };
    let patronymic = (1..surname).find(|at| is_patronymic(&fold_word(&words[*at])));
    let given = 0..patronymic.unwrap_or(surname);
    let mut parts = Vec::new();
    if !words[given.clone()].iter().any(|word| is_initial(word)) {
        parts.push((Part::Given, given));
    }
    parts.extend(patronymic.map(|at| (Part::Patronymic, at..at + 1)));
    if surname < words.len() {
        parts.push((Part::Surname, surname..words.len()));
    }
    parts
}

/// Укропов Варфоломей Иванович: as lists and catalogues have it.
fn is_surname_first(words: &[String]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let Some(second) = rest.first() else { return false };
    let ends_in_patronymic = rest.len() == 2 && is_patronymic(&fold_word(&rest[1]));
    !is_given(first) && is_given(second) && (rest.len() == 1 || ends_in_patronymic)
}

fn is_given(word: &str) -> bool {
    is_given_name(&fold_word(word))
}

/// Халиль-паша, Paşa.
fn is_titled(word: &str) -> bool {
    let last = word.rsplit(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(word);
    is_form_of_title_behind(&fold_word(last))
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') || word.chars().nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_words_of_a_person_are() {
        let rows = [
            ("Укропов", Language::Russian, "surname Укропов"),
            (
                "Варфоломей Укропов",
                Language::Russian,
                "given Варфоломей, surname Укропов",
            ),
            (
                "Варфоломей Иванович Укропов",
                Language::Russian,
                "given Варфоломей, patronymic Иванович, surname Укропов",
            ),
            (
                "Укропов Варфоломей Иванович",
                Language::Russian,
                "given Варфоломей, patronymic Иванович, surname Укропов",
            ),
            (
                "Укропов, Варфоломей",
                Language::Russian,
                "given Варфоломей, surname Укропов",
            ),
            ("генерал Укропов", Language::Russian, "surname Укропов"),
            ("В. И. Укропов", Language::Russian, "surname Укропов"),
            (
                "Варфоломей Иванович",
                Language::Russian,
                "given Варфоломей, patronymic Иванович",
            ),
            ("Шарль де Голль", Language::Russian, "given Шарль, surname де Голль"),
            ("Халиль-паша", Language::Russian, ""),
            ("Мустафа", Language::Russian, ""),
            ("Ali Fuat", Language::Turkish, ""),
            ("Ali Fuat Sorkun", Language::Turkish, "given Ali Fuat, surname Sorkun"),
            ("Kenan Paşa", Language::Turkish, ""),
            (
                "Bartholomew Ukropov",
                Language::English,
                "given Bartholomew, surname Ukropov",
            ),
        ];
        for (text, language, expected) in rows {
            let Parts { words, parts } = parts(text, &language);
            let drawn = parts
                .into_iter()
                .map(|(part, range)| format!("{} {}", part.as_str(), words[range].join(" ")));
            assert_eq!(drawn.collect::<Vec<_>>().join(", "), expected, "{text}");
        }
    }

    #[test]
    fn what_only_a_person_is_called() {
        for (text, expected) in [
            ("Варфоломей Укропов", true),
            ("В. И. Укропов", true),
            ("генерала Укропова", true),
            ("Великое Собрание", false),
            ("Укропов", false),
            ("Ростов", false),
        ] {
            assert_eq!(is_of_person(text, &Language::Russian), expected, "{text}");
        }
        for (text, expected) in [
            ("Шарля де Голля", true),
            ("Энверу паше", true),
            ("Союзе борьбы за освобождение", false),
        ] {
            assert_eq!(may_be_of_person(text, &Language::Russian), expected, "{text}");
        }
    }
}
