//! Common words, from `data/tables/common-words.tr.toml`: what a word with a capital would be if the capital said nothing.
//! It must not know where the word stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use crate::reading::{Copula, Reading};

use super::sounds::{self, Sounds};
use super::suffixes::{Fit, SUFFIXES, Slot, Start};

/// What a word with a name in it is besides: the strongest account that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommonWord {
    /// A form of a word that is spelled as the name is (Senatonun, of Senato).
    SameStem,
    /// A form of a word that is longer than the name (Romanın, of Roma), of a thing that no name is made with (Şamdan, of
    /// Şam), or of a verb (Güldü, of Gül).
    Form,
    /// A word as it stands (Posta, of Post).
    Itself,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: Vec<String>,
    things: Vec<String>,
    verbs: Vec<String>,
}

/// Stems in small letters, each with whether it stands before a vowel only (kitab-ı); and stems of verbs.
struct Common {
    words: BTreeMap<String, bool>,
    /// Words that no name is made with.
    things: Vec<String>,
    verbs: Vec<String>,
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../../data/tables/common-words.tr.toml"))
        .expect("a table of the package, which its tests read");
    let softened = |word: &String| {
        let soft = SUFFIXES.sounds.softened(word)?;
        Some((format!("{}{soft}", crate::morph::spelling::without_last(word, 1)), true))
    };
    let mut words: BTreeMap<String, bool> = file.words.iter().filter_map(softened).collect();
    words.extend(
        file.words
            .into_iter()
            .chain(file.things.iter().cloned())
            .map(|word| (word, false)),
    );
    let mut verbs = file.verbs;
    verbs.sort();
    Common {
        words,
        things: file.things,
        verbs,
    }
});

/// Whether a Turkish word, as it stands in the source, is a form of a common word too. `name` are the letters of it, in
/// characters, that are the name; `readings` are what its ending says behind the name.
pub fn common_word(word: &str, name: usize, readings: &[Reading]) -> Option<CommonWord> {
    // What breaks a word at the end of a line is no part of it.
    let letters = word
        .chars()
        .filter(|sign| sign.is_alphabetic() || is_combining_mark(*sign));
    let word = sounds::lower(&letters.collect::<String>());
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).zip(1..);
    let fitting = ends.filter(|(end, letters)| *letters >= name && is_common(&word, *end));
    let account = fitting.map(|(end, letters)| match letters {
        _ if end == word.len() && !COMMON.things.contains(&word) => CommonWord::Itself,
        _ if letters > name => CommonWord::Form,
        _ => CommonWord::SameStem,
    });
    account
        .chain(is_verb(&word, name, readings).then_some(CommonWord::Form))
        .max()
}

/// Whether a word in small letters is a common one in its dictionary form.
pub(super) fn is_listed(word: &str) -> bool {
    COMMON.words.get(word) == Some(&false)
}

/// Whether a word is a common one up to a byte, and suffixes from there.
fn is_common(word: &str, end: usize) -> bool {
    let (stem, ending) = word.split_at(end);
    let Some(before_vowel) = COMMON.words.get(stem) else {
        return false;
    };
    if *before_vowel && !ending.starts_with(sounds::is_vowel) {
        return false;
    }
    let start = |pronominal| Start {
        fit: Fit::Exact(Sounds::of(stem)),
        pronominal,
        slot: if pronominal { Slot::Case } else { Slot::Plural },
    };
    let mut readings = [false, true]
        .into_iter()
        .flat_map(|pronominal| SUFFIXES.analyse(start(pronominal), ending));
    // Your tiles, and China’s (Çinin): nobody is spoken to.
    ending.is_empty() || readings.any(|reading| reading.possessor.is_none_or(|possessor| possessor.person != 2))
}

/// Whether the name is the stem of a verb and what looks like its copula the ending.
fn is_verb(word: &str, name: usize, readings: &[Reading]) -> bool {
    let finite = |reading: &Reading| {
        let verbal = matches!(
            reading.copula,
            Some(Copula::Past | Copula::Evidential | Copula::Conditional | Copula::Present)
        );
        verbal
            && *reading
                == Reading {
                    copula: reading.copula,
                    subject: reading.subject,
                    ..super::BARE
                }
    };
    let stem: String = word.chars().take(name).collect();
    !readings.is_empty() && readings.iter().all(finite) && COMMON.verbs.binary_search(&stem).is_ok()
}
