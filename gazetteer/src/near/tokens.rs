//! The words of a stream, as one who has nothing to do with spellings sees them.

use std::ops::Range;

use crate::matcher::{Haystack, is_broken, letters_end};

/// A run of letters; a hyphen that its writer wants parts two. Bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) range: Range<usize>,
    /// Whether its first letter is a capital.
    pub(crate) capital: bool,
    /// Whether nothing but a blank or a hyphen stands between it and the word before.
    pub(crate) touches: bool,
    /// Whether a dot follows at once.
    pub(crate) dotted: bool,
}

impl Token {
    /// An initial: a single capital with a dot.
    pub(crate) fn is_initial(&self, text: &str) -> bool {
        self.capital && self.dotted && text[self.range.clone()].chars().count() == 1
    }
}

/// The words of a stream, in order.
pub(crate) fn tokens(haystack: Haystack<'_>) -> Vec<Token> {
    let text = haystack.folded.text();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut last = None;
    while let Some(next) = text[at..].find(char::is_alphabetic).map(|offset| at + offset) {
        let letters = letters_end(text, next);
        let parting = |boundary: &usize| *boundary > next && !is_broken(haystack, *boundary);
        let end = haystack
            .folded
            .soft_between(next, letters)
            .find(parting)
            .unwrap_or(letters);
        let touches = last.is_some_and(|last| matches!(&text[last..next], " " | "" | ". "));
        let dotted = text[end..].starts_with('.');
        tokens.push(Token {
            range: next..end,
            capital: haystack.is_capital(next),
            touches,
            dotted,
        });
        (at, last) = (end, Some(end));
    }
    tokens
}

/// Whether a word begins a sentence, or a stretch that may be one: its capital says nothing.
pub(crate) fn begins_sentence(tokens: &[Token], number: usize, text: &str) -> bool {
    let token = &tokens[number];
    let Some(before) = number.checked_sub(1).map(|before| &tokens[before]) else {
        return true;
    };
    let between = &text[before.range.end..token.range.start];
    if between == ". " || between == "." {
        return !before.is_initial(text);
    }
    between.contains(['.', '!', '?', '…', ':', '\n', '«', '“', '„', '"', '–', '—'])
}
