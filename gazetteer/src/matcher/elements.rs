//! A spelling taken apart: its words with their stems, and the punctuation between them.

use std::borrow::Cow;

use smallvec::SmallVec;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::entity::{Entity, Name, Part, Spelling};
use crate::fold::{fold_word, is_hyphen};
use crate::morph::{self, Agreement, Category, Endings};

/// A spelling as a sequence of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Elements {
    /// In order; never empty.
    pub(super) words: Vec<Word>,
    /// How the words go together.
    pub(super) agreement: Agreement,
}

/// One word of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Punctuation between the word before and this one, folded, without white space and hyphens; empty where hyphen,
    /// space and nothing may stand. Empty for the first word.
    pub(super) separator: String,
    /// Folded stems with their endings.
    pub(super) stems: Vec<(String, Endings)>,
}

impl Word {
    /// The first letters of its stems, folded. They may differ: the gazetteer may spell out forms (человек, люди).
    pub(super) fn initials(&self) -> impl Iterator<Item = char> {
        self.stems.iter().filter_map(|(stem, _)| stem.chars().next())
    }
}

impl Elements {
    /// The ways to read a spelling: itself, and of an acronym also the way with dots or without.
    pub(super) fn of(entity: &Entity, name: &Name, spelling: &Spelling) -> SmallVec<[Elements; 1]> {
        let category = Category::of(entity, name, spelling);
        let mut ways: SmallVec<[Elements; 1]> = Elements::read(&spelling.text, &category).into_iter().collect();
        if name.part == Part::Acronym {
            ways.extend(other_dots(&spelling.text).and_then(|text| Elements::read(&text, &category)));
        }
        ways
    }

    fn read(text: &str, category: &Category<'_>) -> Option<Elements> {
        let plan = morph::plan(text, category);
        let mut rest = text;
        let mut words = Vec::with_capacity(plan.words.len());
        for planned in plan.words {
            let (between, behind) = split_before(rest, &planned.text);
            let separator = if words.is_empty() {
                String::new()
            } else {
                separator(between)
            };
            rest = behind;
            words.push(Word {
                separator,
                stems: planned.stems,
            });
        }
        (!words.is_empty()).then_some(Elements {
            words,
            agreement: plan.agreement,
        })
    }
}

/// Whether words of a text are, letter by letter and capitals included, words of a spelling. Hyphens, line breaks and
/// marks inside a word aside. A word of the text may stop short of the spelled one: a stem has lost letters. Where letters
/// differ that folding does not make the same, a stem has changed (Grubu of Grup, Льва of Лев).
pub(crate) fn is_exact<'a>(spelling: &str, words: impl Iterator<Item = &'a str>) -> bool {
    compare(spelling, words, |one, other| one == other || !same_folded(one, other))
}

/// The same without regard to capitals. The dots of i count.
pub(crate) fn same_letters<'a>(spelling: &str, words: impl Iterator<Item = &'a str>) -> bool {
    compare(spelling, words, |one, other| {
        same_but_for_capitals(one, other) || !same_folded(one, other)
    })
}

fn same_folded(one: char, other: char) -> bool {
    fold_word(one.encode_utf8(&mut [0; 4])) == fold_word(other.encode_utf8(&mut [0; 4]))
}

/// I is the capital of ı in Turkish and of i elsewhere; ı and i, or İ and I, are different letters everywhere.
pub(super) fn same_but_for_capitals(one: char, other: char) -> bool {
    match (one, other) {
        _ if one == other => true,
        ('ı', 'i') | ('i', 'ı') => false,
        ('İ', 'i') | ('i', 'İ') => true,
        _ => one.to_lowercase().eq(other.to_lowercase()) || one.to_uppercase().eq(other.to_uppercase()),
    }
}

fn compare<'a>(spelling: &str, words: impl Iterator<Item = &'a str>, same: impl Fn(char, char) -> bool) -> bool {
    let words: SmallVec<[&str; 4]> = words.collect();
    if words.iter().all(|word| word.chars().count() == 1) {
        // An acronym with dots, whose letters the gazetteer may spell as one word.
        let letters = spelling.chars().filter(|letter| letter.is_alphanumeric());
        return letters
            .zip(words.iter().flat_map(|word| word.chars()))
            .all(|(one, other)| same(other, one));
    }
    let mut spelled = spelling
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.iter().all(|word| {
        // Normalizing costs more than all the rest, and only what is decomposed needs it.
        let composed: Cow<'_, str> = if word.contains(is_combining_mark) {
            word.nfc().collect::<String>().into()
        } else {
            (*word).into()
        };
        let mut letters = composed
            .chars()
            .filter(|letter: &char| letter.is_alphanumeric())
            .peekable();
        while letters.peek().is_some() {
            let Some(expected) = spelled.next() else { return false };
            let matches = expected
                .chars()
                .all(|letter| letters.next().is_none_or(|found| same(found, letter)));
            if !matches {
                return false;
            }
        }
        true
    })
}

/// Whether the words of a text are joined as those of a spelling are: by a hyphen where it has one, by a space where it
/// has one. What stands before each word but the first is given; a line break may stand for either.
pub(crate) fn same_joints<'a>(spelling: &str, before: impl Iterator<Item = &'a str>) -> bool {
    let mut spelled = spelling
        .char_indices()
        .filter(|(_, sign)| is_joint(*sign))
        .map(|(_, sign)| is_hyphen(sign));
    before.into_iter().all(|gap| {
        let hyphen = spelled.next();
        let broken = gap.contains(['\n', '\r']);
        broken || hyphen.is_none_or(|hyphen| gap.ends_with(is_hyphen) == hyphen)
    })
}

fn is_joint(sign: char) -> bool {
    sign.is_whitespace() || is_hyphen(sign)
}

/// The text before and behind the first occurrence of a word.
fn split_before<'a>(text: &'a str, word: &str) -> (&'a str, &'a str) {
    match text.find(word) {
        Some(at) => (&text[..at], &text[at + word.len()..]),
        None => ("", text),
    }
}

/// Punctuation between two words in the form in which it is compared.
pub(super) fn separator(between: &str) -> String {
    fold_word(between)
        .chars()
        .filter(|sign| !sign.is_whitespace() && !is_hyphen(*sign))
        .collect()
}

/// T.B.M.M. of TBMM, and the reverse; `None` for what is no plain acronym.
fn other_dots(text: &str) -> Option<String> {
    let letters: String = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    let plain = letters.chars().count() > 1
        && text
            .chars()
            .all(|sign| sign.is_uppercase() || sign == '.' || sign == ' ');
    if !plain {
        return None;
    }
    if text.contains('.') {
        return Some(letters);
    }
    Some(letters.chars().map(|letter| format!("{letter}.")).collect())
}
