//! From bytes to what the machine formats count in: Unicode code points, lines and columns.

use std::ops::Range;

use onomast_gazetteer::load::LineIndex;

/// A place in a text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// From the head of the text, from 0.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

/// Finds places of a text in constant time and code points.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    text: &'a str,
    index: LineIndex<'a>,
}

impl<'a> Positions<'a> {
    pub(super) fn new(text: &'a str) -> Positions<'a> {
        Positions {
            text,
            index: LineIndex::new(text),
        }
    }

    /// The place of a byte between code points; past the end, the end.
    pub(super) fn at(&self, byte: usize) -> Position {
        let (line, column) = self.index.line_column(byte);
        Position {
            offset: self.index.characters_before(byte),
            line,
            column,
        }
    }

    /// The bytes of a line (from 1), without what ends it.
    pub(super) fn line(&self, line: usize) -> Range<usize> {
        let range = self.index.line(line);
        let text = self.text.get(range.clone()).unwrap_or_default();
        range.start..range.start + text.trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slow(text: &str, byte: usize) -> Position {
        let mut place = Position {
            offset: 0,
            line: 1,
            column: 1,
        };
        for (at, letter) in text.char_indices().take_while(|(at, _)| *at < byte) {
            place.offset += 1;
            place.column += 1;
            if letter == '\n' || (letter == '\r' && !text[at + 1..].starts_with('\n')) {
                (place.line, place.column) = (place.line + 1, 1);
            }
        }
        place
    }

    proptest! {
        #[test]
        fn every_place_is_where_counting_says(text in "(\\PC|[\r\nЖşİ😀]){0,700}") {
            let positions = Positions::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(positions.at(byte), slow(&text, byte));
            }
        }
    }

    #[test]
    fn lines_come_without_their_ends() {
        let text = "один\r\nдва\rтри\n";
        let positions = Positions::new(text);
        let lines: Vec<&str> = (1..=5).map(|line| &text[positions.line(line)]).collect();
        assert_eq!(lines, ["один", "два", "три", "", ""]);
        assert_eq!(positions.at(text.len() + 9).offset, text.chars().count());
    }
}
