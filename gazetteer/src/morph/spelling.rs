//! The words of a spelling: its runs of letters and digits. It must not judge what a word is.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::fold::{fold_word, is_apostrophe, is_hyphen};

/// One word of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As spelled.
    pub(super) text: &'a str,
    /// Folded.
    pub(super) folded: String,
    /// Bytes of the spelling.
    pub(super) range: Range<usize>,
    /// Whether a hyphen, and not a space, parts it from the word before.
    pub(super) hyphen: bool,
}

/// A stem as spelled, with the endings it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stem {
    /// With the capitals and letters of the spelling.
    pub(super) text: String,
    /// What may follow.
    pub(super) endings: super::Endings,
}

/// The words of a spelling in order. Punctuation is no word: of Г.В. and РКП(б) it parts the letters.
pub(super) fn words(spelling: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut hyphen = false;
    let mut letters = spelling.char_indices().chain([(spelling.len(), ' ')]).peekable();
    while let Some((at, char)) = letters.next() {
        let next = letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let inside = is_apostrophe(char) && start.is_some() && next;
        if char.is_alphanumeric() || is_combining_mark(char) || inside {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let text = &spelling[from..at];
            words.push(Word {
                text,
                folded: fold_word(text),
                range: from..at,
                hyphen,
            });
            hyphen = false;
        }
        hyphen |= is_hyphen(char) && !words.is_empty();
    }
    words
}

/// The spelling with other words in the places of its own. The apostrophe of a soft sign behind a word that changes
/// (zhizn') is in its form, if the form has a soft sign.
pub(super) fn reassemble(spelling: &str, words: &[Word<'_>], forms: &[&str]) -> String {
    let mut text = String::with_capacity(spelling.len() + 8);
    let mut from = 0;
    for (word, form) in words.iter().zip(forms) {
        text.push_str(&spelling[from..word.range.start]);
        text.push_str(form);
        from = word.range.end;
        let mark = spelling[from..].chars().next().filter(|sign| is_apostrophe(*sign));
        if let Some(mark) = mark
            && *form != word.text
            && word.text.ends_with(|last: char| last.is_ascii_alphabetic())
        {
            from += mark.len_utf8();
        }
    }
    text.push_str(&spelling[from..]);
    text
}

/// The text without its last `count` letters.
pub(super) fn without_last(text: &str, count: usize) -> &str {
    match count {
        0 => text,
        _ => text
            .char_indices()
            .rev()
            .nth(count - 1)
            .map_or("", |(at, _)| &text[..at]),
    }
}
