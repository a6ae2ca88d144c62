//! Whether a note is a reference to literature or archives, or says something. The signs stand in
//! `data/tables/references.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    before_number: Vec<String>,
    again: Vec<String>,
}

static SIGNS: LazyLock<Signs> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/tables/references.toml")).unwrap_or_default());

/// Whether a note looks like a reference: it gives a page or volume, refers to the work cited before, or names a place and
/// a year of printing; and says not much else.
pub(super) fn is_reference(note: &str) -> bool {
    const MOST_WORDS_A_SIGN: usize = 25;
    let words: Vec<&str> = note
        .split_whitespace()
        .flat_map(|word| word.split_inclusive(['.', ',']))
        .collect();
    let is_number = |pair: &&[&str]| begins_with_digit(pair[1]) && is_before_number(pair[0]);
    let is_print = |pair: &&[&str]| is_year(pair[1]) && is_initial(pair[0]);
    let numbered = words
        .windows(2)
        .filter(|pair| is_number(pair) || is_print(pair))
        .count();
    if words.len() <= MOST_WORDS_A_SIGN * numbered {
        return true;
    }
    let lower = note.to_lowercase();
    let again = SIGNS.again.iter().filter(|sign| lower.contains(sign.as_str())).count();
    words.len() <= MOST_WORDS_A_SIGN * (numbered + again)
}

/// `s.`, `T.`, `No`
fn is_before_number(word: &str) -> bool {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '№');
    let bare = bare.trim_end_matches(['.', ':']).to_lowercase();
    SIGNS.before_number.contains(&bare)
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c))
}

/// `M.,` before the year, or what is left of it.
fn is_initial(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ',', ':']);
    bare.len() < word.len() && bare.chars().count() <= 12 && bare.starts_with(char::is_uppercase) || word == ","
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches(['.', ',', ';', ')']);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        assert!(!SIGNS.before_number.is_empty() && !SIGNS.again.is_empty());
        for list in [&SIGNS.before_number, &SIGNS.again] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn references_and_remarks() {
        let rows = [
            (true, "3\tYeremeyev D. E., Turtsiya, M., 2004, s. 119."),
            (true, "4 Там же."),
            (true, "5. Петров П. П. Очерки. М., 1961. С. 12–14."),
            (true, "12 a.g.e., s.5"),
            (true, "7 АВПРФ. Ф. 132. Оп. 4. Д. 12. Л. 3."),
            (true, "8 Jones, A History, London, 1926"),
            (false, "9 Bu adam hakkında çok az şey biliyoruz, belki de öğretmendi."),
            (false, "10 Речь идет о младшем брате генерала."),
            (false, "11 В 1920 году он жил в Карсе и служил писарем."),
        ];
        for (expected, note) in rows {
            assert_eq!(is_reference(note), expected, "{note}");
        }
    }
}
