//! Words with a letter of another script in them that looks like the one that is meant (Cталин with a Latin C), by the
//! confusables of Unicode Technical Standard 39.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_security::skeleton;

/// Shorter words are abbreviations and formulas.
const SHORTEST: usize = 3;

/// Behind a Roman numeral an ending may stand (XIXв, IIго), of so many letters at most.
const LONGEST_ORDINAL: usize = 3;

/// The word as it should be, if it mixes Latin and Cyrillic letters and those of one of them look like letters of the
/// other. Where either could be meant, the more frequent is, and of equals `cyrillic` says which. `word` is a run of
/// letters; marks and hyphens in it stay.
pub(crate) fn without_look_alikes(word: &str, cyrillic: bool) -> Option<String> {
    let (mut latin, mut russian) = (0, 0);
    for letter in word.chars() {
        latin += usize::from(is_latin(letter));
        russian += usize::from(is_cyrillic(letter));
    }
    if latin == 0 || russian == 0 || latin + russian < SHORTEST || begins_with_numeral(word) {
        return None;
    }
    let to_cyrillic = || replaced(word, is_latin, &TABLES.to_cyrillic);
    let to_latin = || replaced(word, is_cyrillic, &TABLES.to_latin);
    if latin < russian || latin == russian && cyrillic {
        to_cyrillic().or_else(to_latin)
    } else {
        to_latin().or_else(to_cyrillic)
    }
}

fn replaced(word: &str, foreign: fn(char) -> bool, with: &HashMap<char, char>) -> Option<String> {
    let letter = |letter: char| match foreign(letter) {
        true => with.get(&letter).copied(),
        false => Some(letter),
    };
    word.chars().map(letter).collect()
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && letter.is_alphabetic()
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Whether a word is a Roman numeral, whatever the script of its letters, with an ending or without: XIXв, IIй, ХХI, but
/// not Cталин, whose C is no number of anything.
fn begins_with_numeral(word: &str) -> bool {
    let numeral = word
        .find(|letter| !"IVXLCDMІХСМ".contains(letter))
        .unwrap_or(word.len());
    let ending = word[numeral..].chars().count();
    numeral > 0 && ending <= LONGEST_ORDINAL
}

/// Letters that look like one of the other script.
struct Tables {
    to_cyrillic: HashMap<char, char>,
    to_latin: HashMap<char, char>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let latin = || ('A'..='Z').chain('a'..='z');
    // With the і that Russian has lost, which Latin i is typed for.
    let cyrillic = || ('А'..='я').chain("ЁёІі".chars());
    Tables {
        to_cyrillic: pairs(latin(), cyrillic),
        to_latin: pairs(cyrillic(), latin),
    }
});

fn pairs<I: Iterator<Item = char>>(from: impl Iterator<Item = char>, to: impl Fn() -> I) -> HashMap<char, char> {
    let look = |letter: char| skeleton(letter.encode_utf8(&mut [0; 4])).collect::<String>();
    let mut by_look: HashMap<String, char> = HashMap::new();
    for letter in to() {
        by_look.entry(look(letter)).or_insert(letter);
    }
    from.filter_map(|letter| Some((letter, *by_look.get(&look(letter))?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::without_look_alikes;

    #[test]
    fn letters_that_look_like_others() {
        for (word, cyrillic, expected) in [
            ("Cталин", true, Some("Сталин")),
            ("Mocква", true, Some("Москва")),
            ("Анкаpa", true, Some("Анкара")),
            ("Çiçеrin", false, Some("Çiçerin")),
            ("Аnkara", true, Some("Ankara")),
            ("Cевеp", true, Some("Север")),
            // Either could be meant.
            ("cорA", true, Some("сорА")),
            ("Pоco", false, Some("Poco")),
            // Other letters are no look-alikes.
            ("Cтalin", true, None),
            ("TVканал", true, None),
            ("Сталин", true, None),
            ("Stalin", true, None),
            // Roman numerals.
            ("XIXв", true, None),
            ("IIго", true, None),
            ("XX", true, None),
            ("ХХI", true, None),
            ("ХVIIв", true, None),
            ("cм", true, None),
            ("", true, None),
        ] {
            assert_eq!(without_look_alikes(word, cyrillic).as_deref(), expected, "{word}");
        }
    }
}
