//! Entries in a list of literature: “1. Чичерин Г. В. Статьи и речи. М., 1961.”, “Tchitcherine, G. V. (1961). Notlar.” They
//! begin with an author’s surname before the initials, as narration seldom does, go on with a title or a year, and have the
//! signs of a reference.

use std::borrow::Cow;

use super::{Piece, references, stands_for, work};

/// Bytes in which the author of an entry stands.
const LONGEST_HEAD: usize = 160;

/// What may stand before the author, besides a number: bullets, brackets, emphasis, the way back to the text.
const MARKS_BEFORE: [char; 14] = ['.', ')', '(', '[', ']', '-', '–', '—', '•', '*', '·', '_', '↑', '^'];

/// Whether the pieces of a stream are such an entry.
pub(super) fn is_entry(block: &str, pieces: &[Piece]) -> bool {
    let head = head(block, pieces);
    work::count(head.len());
    let Some(title) = behind_author(&head) else {
        return false;
    };
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return false;
    };
    let begins = match title {
        Title::Parted => return true,
        Title::Here(title) => title.trim_start_matches(|sign: char| !sign.is_alphanumeric()),
    };
    let year = begins.split([')', ',', '.', ' ']).next().unwrap_or_default();
    let is_title = begins.starts_with(char::is_uppercase);
    let whole = block.get(first.range.start..last.range.end).unwrap_or_default();
    references::is_year_of_work(year) || is_title && has_parts(begins) && references::is_reference_in_text(whole)
}

/// Whether the title is closed, and what follows it parted again: Речи. М., 1961. A sentence about somebody is seldom parted so
/// (Ответ Г. В. Чичерина из Карса, 1921).
fn has_parts(text: &str) -> bool {
    text.matches(['.', ',']).nth(1).is_some()
}

/// The beginning of a stream. Nearly always it is that of its first piece, and nothing is copied.
fn head<'a>(block: &'a str, pieces: &[Piece]) -> Cow<'a, str> {
    let mut head = Cow::Borrowed("");
    for piece in pieces {
        let text = block.get(piece.range.clone()).unwrap_or_default();
        match piece.markup.then(|| stands_for(text)).flatten() {
            Some(meant) => head.to_mut().push_str(&meant),
            None => head += &text[..text.floor_char_boundary(LONGEST_HEAD - head.len())],
        }
        if head.len() + 4 > LONGEST_HEAD {
            break;
        }
    }
    head
}

/// What stands behind the author.
enum Title<'a> {
    /// The place where the work is printed, behind two strokes: Чичерин // Правда.
    Parted,
    /// The rest of the head.
    Here(&'a str),
}

/// What stands behind a surname and initials, or behind a surname and two strokes.
fn behind_author(head: &str) -> Option<Title<'_>> {
    let author = head
        .trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_ascii_digit() || MARKS_BEFORE.contains(&sign));
    if !author.starts_with(char::is_uppercase) {
        return None;
    }
    let length = author.find(|sign: char| !sign.is_alphabetic() && !matches!(sign, '-' | '’' | '\''))?;
    if author[..length].chars().count() < 2 {
        return None;
    }
    let mut rest = author[length..].trim_start_matches([',', ' ', '\u{a0}']);
    let mut initials = 0;
    while let Some(behind) = behind_initial(rest) {
        rest = behind.trim_start_matches([' ', '\u{a0}', '-']);
        initials += 1;
    }
    match initials {
        0 => rest.starts_with("// ").then_some(Title::Parted),
        _ => Some(Title::Here(rest)),
    }
}

/// What stands behind an initial: a capital, or the first two letters of a name, with a full stop.
fn behind_initial(text: &str) -> Option<&str> {
    let (letters, rest) = text.split_once('.')?;
    let mut signs = letters.chars();
    let capital = signs.next().is_some_and(char::is_uppercase);
    let small = signs
        .next()
        .is_none_or(|second| second.is_alphabetic() && second.is_lowercase());
    (capital && small && signs.next().is_none()).then_some(rest)
}
