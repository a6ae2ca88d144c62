//! Positions of the protocol and bytes of a text, in the three encodings that a client can ask for.
//!
//! Nothing outside this file counts code units. Lines end at `\n`, `\r\n` and `\r` only, which is what the rope is built
//! to do. No position, however wrong, makes it fail.

use std::ops::Range;

use ropey::{Rope, RopeSlice};
use tower_lsp::ls_types::{self, Position, PositionEncodingKind};

/// What `character` of a position counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16: what every client speaks.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

/// Why a range of a change does not fit the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It ends before it begins.
    Reversed,
    /// It names a line that the text does not have.
    NoSuchLine,
    /// It cuts a character.
    InsideCharacter,
}

impl Encoding {
    /// UTF-8 where the client offers it and not UTF-16 before it, in its order of preference; UTF-16 otherwise, UTF-32 where
    /// it offers nothing else. Who prefers UTF-16 has a reason: Kakoune counts for all servers of a buffer as one of them does.
    pub(super) fn choose(offered: Option<&[PositionEncodingKind]>) -> Encoding {
        let place = |kind: PositionEncodingKind| offered?.iter().position(|offered| *offered == kind);
        let [utf8, utf16] = [PositionEncodingKind::UTF8, PositionEncodingKind::UTF16].map(place);
        match (utf8, utf16) {
            (Some(utf8), Some(utf16)) if utf16 < utf8 => Encoding::Utf16,
            (Some(_), _) => Encoding::Utf8,
            (None, None) if place(PositionEncodingKind::UTF32).is_some() => Encoding::Utf32,
            _ => Encoding::Utf16,
        }
    }

    /// Its name in the protocol.
    pub(super) fn to_lsp(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }
}

/// The byte of a position. Past the end of a line is the end of the line, past the last line the end of the text, and
/// inside a character its beginning.
pub(super) fn offset_from_lsp(text: &Rope, position: Position, encoding: Encoding) -> usize {
    let line = position.line as usize;
    if line >= text.len_lines() {
        return text.len_bytes();
    }
    let content = content_of(text, line);
    text.line_to_byte(line) + column_to_byte(content, position.character as usize, encoding)
}

/// The bytes that a change replaces. Stricter than [`offset_from_lsp`]: whoever sends a range that does not fit has
/// another text than we have.
pub(super) fn range_from_lsp(text: &Rope, range: ls_types::Range, encoding: Encoding) -> Result<Range<usize>, Misfit> {
    if range.start > range.end {
        return Err(Misfit::Reversed);
    }
    let start = exact(text, range.start, encoding)?;
    let end = exact(text, range.end, encoding)?;
    Ok(start..end)
}

/// The position of a byte; of a byte inside a character, that of the character.
pub(super) fn position_to_lsp(text: &Rope, at: usize, encoding: Encoding) -> Position {
    let at = at.min(text.len_bytes());
    let line = text.byte_to_line(at);
    let content = content_of(text, line);
    let column = (at - text.line_to_byte(line)).min(content.len_bytes());
    let character = byte_to_column(content, column, encoding);
    Position::new(to_u32(line), to_u32(character))
}

/// The range of a range of bytes.
pub(super) fn range_to_lsp(text: &Rope, range: &Range<usize>, encoding: Encoding) -> ls_types::Range {
    ls_types::Range::new(
        position_to_lsp(text, range.start, encoding),
        position_to_lsp(text, range.end, encoding),
    )
}

/// The pieces of a range of bytes that lie on one line each, with their lengths: without line breaks, and without white
/// space at the ends of a piece, where a line break is.
pub(super) fn lines_to_lsp(text: &Rope, range: &Range<usize>, encoding: Encoding) -> Vec<(Position, u32)> {
    let end = range.end.min(text.len_bytes());
    let start = range.start.min(end);
    let piece = |line: usize| {
        let first = text.line_to_byte(line);
        let from = start.max(first);
        let to = end.min(end_of_line(text, line)).max(from);
        let piece = text
            .get_byte_slice(from..to)
            .map(|piece| piece.to_string())
            .unwrap_or_default();
        let from = from + (piece.len() - piece.trim_start().len());
        let to = from + piece.trim().len();
        let (from, to) = (
            position_to_lsp(text, from, encoding),
            position_to_lsp(text, to, encoding),
        );
        let length = to.character - from.character;
        (length > 0).then_some((from, length))
    };
    (text.byte_to_line(start)..=text.byte_to_line(end))
        .filter_map(piece)
        .collect()
}

/// One line behind the last stands for the end of the text: clients without a notion of a missing final line break
/// (Neovim, Vim) end their ranges there.
fn exact(text: &Rope, position: Position, encoding: Encoding) -> Result<usize, Misfit> {
    if position.line as usize > text.len_lines() {
        return Err(Misfit::NoSuchLine);
    }
    let at = offset_from_lsp(text, position, encoding);
    let back = position_to_lsp(text, at, encoding);
    let floored = back.line == position.line && back.character < position.character;
    if floored && at < end_of_line(text, back.line as usize) {
        return Err(Misfit::InsideCharacter);
    }
    Ok(at)
}

fn end_of_line(text: &Rope, line: usize) -> usize {
    text.line_to_byte(line) + content_of(text, line).len_bytes()
}

/// A line without its line break.
fn content_of(text: &Rope, line: usize) -> RopeSlice<'_> {
    let line = text.line(line);
    let mut length = line.len_chars();
    if length > 0 && line.char(length - 1) == '\n' {
        length -= 1;
        if length > 0 && line.char(length - 1) == '\r' {
            length -= 1;
        }
    } else if length > 0 && line.char(length - 1) == '\r' {
        length -= 1;
    }
    line.slice(..length)
}

fn column_to_byte(line: RopeSlice<'_>, column: usize, encoding: Encoding) -> usize {
    let character = match encoding {
        Encoding::Utf8 => line.byte_to_char(column.min(line.len_bytes())),
        Encoding::Utf16 => line.utf16_cu_to_char(column.min(line.len_utf16_cu())),
        Encoding::Utf32 => column.min(line.len_chars()),
    };
    line.char_to_byte(character)
}

fn byte_to_column(line: RopeSlice<'_>, at: usize, encoding: Encoding) -> usize {
    let character = line.byte_to_char(at);
    match encoding {
        Encoding::Utf8 => line.char_to_byte(character),
        Encoding::Utf16 => line.char_to_utf16_cu(character),
        Encoding::Utf32 => character,
    }
}

fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    /// Character boundaries of a text, but for the one inside `\r\n`, which no position can name.
    fn boundaries(text: &str) -> Vec<usize> {
        text.char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .filter(|at| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n')))
            .collect()
    }

    /// The position counted the slow and obvious way.
    fn slow_position(text: &str, at: usize, encoding: Encoding) -> Position {
        let joined = text[..at].replace("\r\n", "\n").replace('\r', "\n");
        let line = joined.rsplit('\n').next().unwrap_or("");
        let character = match encoding {
            Encoding::Utf8 => line.len(),
            Encoding::Utf16 => line.encode_utf16().count(),
            Encoding::Utf32 => line.chars().count(),
        };
        Position::new(joined.matches('\n').count() as u32, character as u32)
    }

    fn check_circle(text: &str) {
        let rope = Rope::from_str(text);
        for encoding in ENCODINGS {
            for at in boundaries(text) {
                let position = position_to_lsp(&rope, at, encoding);
                assert_eq!(
                    position,
                    slow_position(text, at, encoding),
                    "{text:?} byte {at} {encoding:?}"
                );
                assert_eq!(
                    offset_from_lsp(&rope, position, encoding),
                    at,
                    "{text:?} byte {at} {encoding:?}"
                );
                let empty = ls_types::Range::new(position, position);
                assert_eq!(range_from_lsp(&rope, empty, encoding), Ok(at..at));
            }
        }
    }

    #[test]
    fn offset_to_position_to_offset() {
        for text in [
            "",
            "Чичерину\nÇiçerin’in\n",
            "İstanbul ı I i\r\nК\u{301}азым\rKâzım",
            "👩‍👩‍👧 Ата\u{ad}тюрк 𐰀\n\n\r\r\n",
            "a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f",
        ] {
            check_circle(text);
        }
    }

    proptest! {
        #[test]
        fn offset_to_position_to_offset_in_any_text(text in "([a-zЧчİıçş’👩\u{200d}\u{301}\u{2028}\r\n ]|\r\n){0,60}") {
            check_circle(&text);
        }

        #[test]
        fn no_position_fails(text in "[aЧ👩\r\n]{0,20}", line in 0u32..30, character in any::<u32>(), other in any::<u32>()) {
            let rope = Rope::from_str(&text);
            for encoding in ENCODINGS {
                let at = offset_from_lsp(&rope, Position::new(line, character), encoding);
                prop_assert!(text.is_char_boundary(at));
                let range = ls_types::Range::new(Position::new(line, character), Position::new(line, other));
                if let Ok(range) = range_from_lsp(&rope, range, encoding) {
                    prop_assert!(text.get(range).is_some());
                }
            }
        }
    }

    #[test]
    fn odd_positions() {
        let rope = Rope::from_str("ab\r\n👩c\nЧ");
        let at = |line, character, encoding| offset_from_lsp(&rope, Position::new(line, character), encoding);
        assert_eq!(at(0, 99, Encoding::Utf16), 2, "past the end of the line");
        assert_eq!(at(1, 1, Encoding::Utf16), 4, "inside a surrogate pair");
        assert_eq!(at(2, 1, Encoding::Utf8), 10, "inside a character");
        assert_eq!(at(9, 0, Encoding::Utf16), 12, "past the last line");
    }

    #[test]
    fn ranges_that_do_not_fit() {
        let rope = Rope::from_str("ab\n👩c");
        let range = |from: (u32, u32), to: (u32, u32)| {
            let range = ls_types::Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1));
            range_from_lsp(&rope, range, Encoding::Utf16)
        };
        assert_eq!(range((0, 2), (0, 1)), Err(Misfit::Reversed));
        assert_eq!(range((0, 0), (3, 0)), Err(Misfit::NoSuchLine));
        assert_eq!(range((1, 1), (1, 2)), Err(Misfit::InsideCharacter));
        assert_eq!(range((0, 0), (2, 0)), Ok(0..8), "one behind the last line");
        assert_eq!(range((0, 0), (0, 50)), Ok(0..2), "past the end of the line");
    }

    #[test]
    fn a_range_over_lines_in_pieces() {
        let text = "👩 Ата-\r\n \t👩тюрк’ün \r\n\r\nx";
        let rope = Rope::from_str(text);
        let pieces = |from: usize, to: usize, encoding: Encoding| -> Vec<(u32, u32, u32)> {
            let pieces = lines_to_lsp(&rope, &(from..to), encoding).into_iter();
            pieces.map(|(at, length)| (at.line, at.character, length)).collect()
        };
        let end = text.find(" \r\n\r").unwrap();
        assert_eq!(pieces(5, end, Encoding::Utf16), [(0, 3, 4), (1, 2, 9)]);
        assert_eq!(pieces(5, end, Encoding::Utf8), [(0, 5, 7), (1, 2, 18)]);
        assert_eq!(pieces(5, end, Encoding::Utf32), [(0, 2, 4), (1, 2, 8)]);
        assert_eq!(
            pieces(end, text.len(), Encoding::Utf16),
            [(3, 0, 1)],
            "no piece of a line that is empty"
        );
        assert_eq!(pieces(4, 4, Encoding::Utf16), []);
        assert_eq!(pieces(900, 901, Encoding::Utf16), [], "past the end");
    }

    #[test]
    fn the_encoding_agreed_on() {
        let choose = |names: &[&'static str]| {
            let offered: Vec<PositionEncodingKind> = names.iter().map(|name| (*name).into()).collect();
            Encoding::choose(Some(&offered))
        };
        assert_eq!(Encoding::choose(None), Encoding::Utf16);
        assert_eq!(choose(&["utf-32", "utf-8", "utf-16"]), Encoding::Utf8);
        assert_eq!(choose(&["utf-16"]), Encoding::Utf16);
        assert_eq!(choose(&["utf-32", "utf-16"]), Encoding::Utf16);
        assert_eq!(choose(&["utf-32"]), Encoding::Utf32);
        assert_eq!(choose(&["utf-7"]), Encoding::Utf16);
        assert_eq!(choose(&["utf-16", "utf-8"]), Encoding::Utf16);
    }
}
