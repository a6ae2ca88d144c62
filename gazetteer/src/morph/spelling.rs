//! The words of a spelling: what stands between its spaces and hyphens. It must not judge what a word is.

use std::ops::Range;

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

/// The words of a spelling in order.
pub(super) fn words(spelling: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut hyphen = false;
    for (at, char) in spelling.char_indices().chain([(spelling.len(), ' ')]) {
        if !char.is_whitespace() && !is_hyphen(char) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let text = &spelling[from..at];
            words.push(Word {
                text,
                folded: crate::fold::fold_word(text),
                range: from..at,
                hyphen,
            });
            hyphen = false;
        }
        hyphen |= is_hyphen(char) && !words.is_empty();
    }
    words
}

/// The spelling with other words in the places of its own.
pub(super) fn reassemble(spelling: &str, words: &[Word<'_>], forms: &[&str]) -> String {
    let mut text = String::with_capacity(spelling.len() + 8);
    let mut from = 0;
    for (word, form) in words.iter().zip(forms) {
        text.push_str(&spelling[from..word.range.start]);
        text.push_str(form);
        from = word.range.end;
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

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}
