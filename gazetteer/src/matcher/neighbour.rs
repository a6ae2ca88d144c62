//! The words that touch a name: initials, further names, titles.

use smallvec::SmallVec;

use super::Haystack;
use super::word::{letters_end, letters_start};
use crate::morph;

/// Words looked at on either side.
pub(super) const REACH: usize = 3;

/// A word or initial beside a name. Offsets are bytes of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// Where it begins.
    pub(super) start: usize,
    /// Where its letters end.
    pub(super) letters_end: usize,
    /// Where it ends, dot included.
    pub(super) end: usize,
    /// Whether it is an initial: a capital, or the first letters of a name (Дж., Yu.), with a dot.
    pub(super) initial: bool,
}

impl Neighbour {
    /// Its letters, folded.
    pub(super) fn text<'a>(&self, haystack: Haystack<'a>) -> &'a str {
        &haystack.folded.text()[self.start..self.letters_end]
    }
}

/// The capitalised words and initials before `at`, nearest first, at most `reach`.
pub(super) fn before(haystack: Haystack<'_>, at: usize, reach: usize) -> SmallVec<[Neighbour; 3]> {
    let text = haystack.folded.text();
    let mut found = SmallVec::new();
    let mut at = at;
    while found.len() < reach {
        let last = text.as_bytes()[..at].iter().rposition(|byte| *byte != b' ');
        // Ж.-Ж. Руссо
        let hyphen = found.last().is_some_and(|next: &Neighbour| next.initial) && text[..at].ends_with(".-");
        let touching = if hyphen {
            at - 1
        } else {
            last.map_or(0, |last| last + 1)
        };
        let dotted = text[..touching].ends_with('.');
        let end = touching - usize::from(dotted);
        let start = letters_start(text, end);
        let Some(neighbour) = neighbour(haystack, start, end, dotted) else {
            break;
        };
        let apart = touching < at || neighbour.initial || haystack.folded.is_soft(at);
        if !apart {
            break;
        }
        found.push(neighbour);
        at = start;
    }
    found
}

/// The capitalised words and initials behind `at`, nearest first, and whether a comma stands before the first.
pub(super) fn behind(haystack: Haystack<'_>, at: usize) -> (SmallVec<[Neighbour; 3]>, bool) {
    let text = haystack.folded.text();
    let comma = text[at..].starts_with(',');
    let mut found = SmallVec::new();
    let mut at = at + usize::from(comma);
    while found.len() < REACH {
        let after_initial = found.last().is_some_and(|last: &Neighbour| last.initial);
        let start = match text[at..].strip_prefix('-') {
            Some(_) if after_initial => at + 1,
            _ => at + (text[at..].len() - text[at..].trim_start_matches(' ').len()),
        };
        let end = letters_end(text, start);
        let dotted = text[end..].starts_with('.');
        // A longer word with a dot ends the sentence, and may be the last of the name: Толстой, Лев Николаевич.
        let last = dotted && text[start..end].chars().count() > 2;
        let Some(neighbour) = neighbour(haystack, start, end, dotted && !last) else {
            break;
        };
        if start == at && !after_initial && !comma {
            break;
        }
        at = neighbour.end;
        found.push(neighbour);
        if last {
            break;
        }
    }
    (found, comma)
}

fn neighbour(haystack: Haystack<'_>, start: usize, end: usize, dotted: bool) -> Option<Neighbour> {
    haystack.scratch.count(1);
    if start >= end || !haystack.is_capital(start) {
        return None;
    }
    let word = &haystack.folded.text()[start..end];
    let letters = word.chars().count();
    // Dr., Mr.
    let title = || letters == 2 && morph::is_title_before(word, haystack.language);
    let initial = dotted && letters <= 2 && !title();
    // A longer word with a dot ends a sentence or abbreviates, a single letter without one is a preposition (К
    // Чичерину): they touch nothing.
    (initial || (!dotted && letters > 1)).then_some(Neighbour {
        start,
        letters_end: end,
        end: end + usize::from(initial),
        initial,
    })
}

/// The folded word behind `at`, capital or not, across one space.
pub(super) fn word_behind<'a>(haystack: Haystack<'a>, at: usize) -> Option<&'a str> {
    let text = haystack.folded.text();
    let start = at + text[at..].starts_with(' ').then_some(1)?;
    let end = letters_end(text, start);
    (start < end).then(|| &text[start..end])
}

/// The folded word before `at`, capital or not, across one space; without its dot.
pub(super) fn word_before<'a>(haystack: Haystack<'a>, at: usize) -> Option<&'a str> {
    let text = haystack.folded.text();
    let end = text[..at].strip_suffix(' ')?.trim_end_matches('.').len();
    let start = letters_start(text, end);
    (start < end).then(|| &text[start..end])
}

/// Where the word before `at` stands, or the part of one to the last hyphen: across one space, or a hyphen that vanished.
pub(super) fn piece_before(haystack: Haystack<'_>, at: usize) -> Option<(usize, usize)> {
    let end = match haystack.folded.text()[..at].strip_suffix(' ') {
        Some(before) => before.len(),
        None => Some(at).filter(|&at| haystack.folded.is_soft(at))?,
    };
    piece_that_ends(haystack, end)
}

/// Where the word that ends at `end` stands, or the part of it behind its last hyphen.
pub(super) fn piece_that_ends(haystack: Haystack<'_>, end: usize) -> Option<(usize, usize)> {
    let start = letters_start(haystack.folded.text(), end);
    let start = haystack.folded.soft_between(start, end).last().unwrap_or(start);
    (start < end).then_some((start, end))
}

/// Where the word behind `at` stands, or the part of one to the next hyphen: across one space, or a hyphen that vanished.
pub(super) fn piece_behind(haystack: Haystack<'_>, at: usize) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let start = match text[at..].starts_with(' ') {
        true => at + 1,
        false => Some(at).filter(|&at| haystack.folded.is_soft(at))?,
    };
    let end = letters_end(text, start);
    let end = haystack.folded.soft_between(start + 1, end).next().unwrap_or(end);
    (start < end).then_some((start, end))
}
