//! References in running text: (см.: Чичерин Г. В. Статьи. М., 1961. С. 12), “bkz. Yerasimos, s. 5”. A word that refers
//! introduces them (`data/tables/references.toml`); they end with the last page, volume or year of printing that belongs to
//! them, and without one they are none. Without such a word a bracket may be one by all that it holds (Чичерин 1961: 12), and
//! a paragraph that is an entry in a list of literature. What a printed note is, [`super::references`] says.

use std::ops::Range;

use memchr::memchr3_iter;

use super::{Layout, Piece, Zone, entries, references, work};

/// Bytes of a reference that are looked at. Without a bound a text of nothing but “см.” would cost its square.
const LONGEST: usize = 600;

/// Words before the first sign of a reference, and between two signs of the same one.
const WORDS_BEFORE_FIRST: usize = 25;
const WORDS_BETWEEN: usize = 5;

/// Adds the references in the pieces of one stream to the zones of `layout`.
pub(super) fn mark(block: &str, pieces: &[Piece], layout: &mut Layout) {
    let Some(end) = pieces.last().map(|piece| piece.range.end) else {
        return;
    };
    if entries::is_entry(block, pieces) {
        let start = pieces.first().map_or(end, |piece| piece.range.start);
        layout.zones.push((start..end, Zone::Bibliography));
        return;
    }
    let mut read = 0;
    for piece in pieces {
        let start = piece.range.start;
        let text = block.get(piece.range.clone()).unwrap_or_default();
        work::count(1 + text.len());
        for at in memchr3_iter(b'.', b'(', b'[', text.as_bytes()) {
            if !text[at..].starts_with('.')
                && start + at >= read
                && let Some(length) = by_itself(&text[at + 1..])
            {
                read = start + at + 1 + length;
                layout.zones.push((start + at + 1..read, Zone::Bibliography));
                continue;
            }
            let Some(introduced) = introduced(text, at).filter(|introduced| start + introduced.start >= read) else {
                continue;
            };
            work::count(LONGEST);
            let from = start + introduced.end;
            let rest = &block[from..block.floor_char_boundary(end.min(from + LONGEST)).max(from)];
            if let Some(length) = reference(rest) {
                read = from + length;
                layout.zones.push((start + introduced.start..read, Zone::Bibliography));
            }
        }
    }
}

/// Bytes of a bracket that is a reference by itself.
const LONGEST_BY_ITSELF: usize = 120;

/// The length of what stands behind an opening bracket, if it is all names and a year or a page: Чичерин 1961: 12; Чичерин, с. 5.
/// A year behind a comma alone may tell of anything: (Карс, 1921).
fn by_itself(text: &str) -> Option<usize> {
    // Nearly all brackets begin with a small letter, or are longer.
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let near = &text[..text.floor_char_boundary(LONGEST_BY_ITSELF)];
    let length = near.find([')', ']'])?;
    work::count(length);
    let works = text[..length].split(';');
    works.map(str::trim).all(is_name_with_place).then_some(length)
}

/// Whether a reference is names, and behind them the year, the pages or both.
fn is_name_with_place(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) || references::joins_authors(word);
    let mut last = match words.next() {
        Some(first) if first.starts_with(char::is_uppercase) && first.chars().nth(1).is_some() => first,
        _ => return false,
    };
    // A page sign may be a capital too: Чичерин, С. 5.
    while let Some(word) = words.peek().filter(is_name).copied() {
        if references::is_before_number(word) {
            break;
        }
        words.next();
        last = word;
    }
    let rest: Vec<&str> = words.collect();
    match rest.as_slice() {
        [year] => references::is_year_of_work(year) && !last.ends_with(','),
        [year, pages] if year.ends_with([':', ',']) => {
            references::is_year_of_work(year) && pages.starts_with(|sign: char| sign.is_ascii_digit())
        }
        [sign, page] => references::is_sign_in_text(sign, page),
        [year, sign, page] => references::is_year_of_work(year) && references::is_sign_in_text(sign, page),
        _ => false,
    }
}

/// The word at a full stop or behind a bracket or the end of a sentence that introduces a reference.
fn introduced(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let is_stop = text[at..].starts_with('.');
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_alphabetic())
        .take(references::LONGEST_INTRODUCTION + 1)
        .last()
        .map_or(at, |(start, _)| start);
    if is_stop && start < at && references::introduces(&before[start..]) {
        return Some(start..at + 1);
    }
    let word = behind.trim_start_matches(' ');
    let from = text.len() - word.len();
    if is_stop && !word.starts_with(char::is_uppercase) {
        return None;
    }
    let length = word.find(|sign: char| !sign.is_ascii_alphabetic())?;
    references::introduces_unstopped(&word[..length]).then_some(from..from + length)
}

/// The length of the reference that a text begins with.
fn reference(text: &str) -> Option<usize> {
    let mut last = None;
    let mut depth = 0_u32;
    let mut words = 0;
    let mut before: Option<&str> = None;
    for (start, word) in words_of(text) {
        // The bracket around it.
        let opened = word.matches(['(', '[']).count() as u32;
        let closed = word.matches([')', ']']).count() as u32;
        let limit = if last.is_some() {
            WORDS_BETWEEN
        } else {
            WORDS_BEFORE_FIRST
        };
        // Another introduction begins another reference.
        let stem = word.trim_end().trim_end_matches('.');
        if words > limit || word.trim_end().len() > stem.len() && references::introduces(stem) {
            break;
        }
        let again = references::refers_again(before.unwrap_or_default(), word);
        let is_sign = again || before.is_some_and(|before| references::is_sign_in_text(before, word));
        let end = start
            + word
                .trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';'))
                .len();
        if closed > depth + opened {
            let bracket = start + word.find([')', ']']).unwrap_or(word.len());
            return if is_sign { Some(bracket) } else { last.map(|_| bracket) };
        }
        depth = (depth + opened).saturating_sub(closed);
        words += 1;
        if is_sign {
            last = Some(end);
            words = 0;
        }
        // Several works are parted by semicolons.
        if word.trim_end().ends_with(';') && last.is_some() {
            words = 0;
        }
        before = Some(word.trim_end());
    }
    last
}

/// Words, each up to its full stop or comma and the blanks behind, with where they begin.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let parts = text.split_inclusive(|sign: char| sign.is_whitespace() || matches!(sign, '.' | ','));
    parts.filter_map(move |part| {
        let start = at;
        at += part.len();
        (!part.trim().is_empty()).then_some((start, part))
    })
}
