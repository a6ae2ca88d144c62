//! Names that the gazetteer lacks: words with a capital that are no form of any spelling and no common word.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Search, Token, begins_sentence};
use crate::Gazetteer;
use crate::matcher::Haystack;

/// The words with a capital that are no form of any spelling: names that the gazetteer lacks, with the initials before
/// them, neighbouring ones as one. Bytes of the folded text, by place.
pub(crate) fn unknown_names(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    tokens: &[Token],
    is_taken: impl Fn(&Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    let search = Search {
        gazetteer,
        index: gazetteer.near(),
        haystack,
        tokens,
        small: OnceCell::new(),
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut given: Option<Range<usize>> = None;
    for (number, token) in tokens.iter().enumerate() {
        let free = token.capital && !is_taken(&token.range);
        // A given name by itself is nobody’s; before a name that is not known it is a part of it.
        if free && search.is_given(number) && token.range.len() > 2 {
            given = Some(token.range.clone());
            continue;
        }
        if free && search.is_unknown(number) {
            let name = search.with_initials(number);
            let before = found
                .last()
                .map(|last| last.end)
                .or(given.as_ref().map(|given| given.end));
            let joins = token.touches && number > 0 && before == Some(tokens[number - 1].range.end);
            match (found.last_mut(), given.take()) {
                (Some(last), None) if joins => last.end = name.end,
                (_, Some(given)) if token.touches && given.end == tokens[number - 1].range.end => {
                    found.push(given.start..name.end);
                }
                _ => found.push(name),
            }
        }
        given = None;
    }
    found
}

impl Search<'_> {
    /// Whether a word can only be a name, and none that the gazetteer has.
    fn is_unknown(&self, number: usize) -> bool {
        let token = &self.tokens[number];
        let letters = self.text(&token.range).chars().count();
        letters > 2
            && self.source(&token.range).chars().any(char::is_lowercase)
            && !begins_sentence(self.tokens, number, self.haystack.folded.text())
            && !self.is_common(number)
            && !self.is_known(number)
    }
}
