//! The signs of references to literature or archives, which stand in `data/tables/references.toml`, and whether a note is one
//! or says something.

use std::sync::LazyLock;

use serde::Deserialize;

use super::work;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    before_number: Vec<String>,
    again: Vec<String>,
    introduce: Vec<String>,
    introduce_without_stop: Vec<String>,
    join_authors: Vec<String>,
    list_headings: Vec<String>,
    part_headings: Vec<String>,
}

static SIGNS: LazyLock<Signs> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/tables/references.toml")).unwrap_or_default());

/// Words for each sign in what is a reference, at most.
const MOST_WORDS_A_SIGN: usize = 25;

/// The headings under which literature is listed, and those inside such a list.
pub(super) fn headings() -> (&'static [String], &'static [String]) {
    (&SIGNS.list_headings, &SIGNS.part_headings)
}

fn words_of_note(note: &str) -> impl Iterator<Item = &str> {
    note.split_whitespace()
        .flat_map(|word| word.split_inclusive(['.', ',']))
}

/// Whether a note looks like a reference: it gives a page or volume, refers to the work cited before, or names a place and
/// a year of printing; and says not much else.
pub(super) fn is_reference(note: &str) -> bool {
    work::count(note.len());
    let words: Vec<&str> = words_of_note(note).collect();
    let numbered = words.windows(2).filter(|pair| is_sign(pair[0], pair[1])).count();
    if words.len() <= MOST_WORDS_A_SIGN * numbered {
        return true;
    }
    let lower = note.to_lowercase();
    let again = SIGNS.again.iter().filter(|sign| lower.contains(sign.as_str())).count();
    words.len() <= MOST_WORDS_A_SIGN * (numbered + again)
}

/// The same of running text: only what [`is_sign_in_text`] counts.
pub(super) fn is_reference_in_text(text: &str) -> bool {
    work::count(text.len());
    let words: Vec<&str> = words_of_note(text).collect();
    let signs = words
        .windows(2)
        .filter(|pair| is_sign_in_text(pair[0], pair[1]))
        .count();
    words.len() <= MOST_WORDS_A_SIGN * signs
}

/// Letters of a word that introduces a reference, at most.
pub(super) const LONGEST_INTRODUCTION: usize = 3;

/// Whether a word with a full stop behind it introduces a reference: `См.`, `bkz.`.
pub(super) fn introduces(word: &str) -> bool {
    // Asked at every full stop: nearly all words before one are longer.
    word.chars().nth(LONGEST_INTRODUCTION).is_none() && SIGNS.introduce.contains(&word.to_lowercase())
}

/// Whether a word without one does, at the head of a bracket or a sentence.
pub(super) fn introduces_unstopped(word: &str) -> bool {
    let mut known = SIGNS.introduce_without_stop.iter();
    known.any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a word is a page or volume behind what says so, or a year of printing behind its place.
fn is_sign(before: &str, word: &str) -> bool {
    let word = word.trim_end();
    begins_with_digit(word) && is_before_number(before) || is_year(word) && is_initial(before)
}

/// The same in running text, where a letter without a full stop is a preposition (с 5 мая) and a capital a name.
pub(super) fn is_sign_in_text(before: &str, word: &str) -> bool {
    let marked = before.ends_with(['.', ':', '№']) || before.chars().filter(|sign| sign.is_alphabetic()).count() > 1;
    let number = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let roman = !number.is_empty() && number.bytes().all(|byte| b"IVXL".contains(&byte));
    let numbered = marked && (roman || word.starts_with(|sign: char| sign.is_ascii_digit()));
    is_sign(before, word) && (numbered || is_year(word.trim_end()))
}

/// Whether two words refer to the work named before: `там же`, `a.g.e.`
pub(super) fn refers_again(before: &str, word: &str) -> bool {
    let word = word.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '.' | ',' | ';' | ')' | ']'));
    let pair = || before.chars().chain(word.chars()).flat_map(char::to_lowercase);
    let mut known = SIGNS.again.iter();
    known.any(|known| pair().eq(known.trim_end_matches('.').chars().filter(|sign| *sign != ' ')))
}

/// Whether a word joins the authors of a work, or stands for those that are left out: `и`, `ve`, `et al.`
pub(super) fn joins_authors(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    SIGNS.join_authors.iter().any(|known| known == word)
}

/// Whether a word is a year of printing, also with the letter that parts works of one year: `1961`, `1961a:`
pub(super) fn is_year_of_work(word: &str) -> bool {
    let word = word.trim_end_matches([':', ',']);
    let digits = match word.char_indices().next_back() {
        Some((last, letter)) if letter.is_alphabetic() => &word[..last],
        _ => word,
    };
    is_year(digits)
}

/// `s.`, `T.`, `No`
pub(super) fn is_before_number(word: &str) -> bool {
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
        for list in [
            &SIGNS.before_number,
            &SIGNS.again,
            &SIGNS.introduce,
            &SIGNS.introduce_without_stop,
            &SIGNS.join_authors,
            &SIGNS.list_headings,
            &SIGNS.part_headings,
        ] {
            assert!(list.is_sorted() && !list.is_empty(), "{list:?}");
        }
        let longest = SIGNS.introduce.iter().map(|word| word.chars().count()).max();
        assert_eq!(longest, Some(LONGEST_INTRODUCTION));
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
