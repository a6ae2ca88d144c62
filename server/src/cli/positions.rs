//! From bytes to what the machine formats count in: Unicode code points, lines and columns.

use std::ops::Range;

/// How many bytes lie between two remembered places.
const STEP: usize = 256;

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
    /// Code points before each [`STEP`]th byte; a code point that the byte cuts is not counted.
    counts: Vec<usize>,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

impl<'a> Positions<'a> {
    pub(super) fn new(text: &'a str) -> Positions<'a> {
        let bytes = text.as_bytes();
        let mut counts = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut lines = vec![0];
        let mut count = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if at % STEP == 0 {
                counts.push(count);
            }
            // Counted at its last byte, so that a cut code point is not.
            count += usize::from(bytes.get(at + 1).is_none_or(|next| !is_inside(*next)));
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.push(at + 1);
            }
        }
        Positions { text, counts, lines }
    }

    /// The place of a byte; of one inside a code point, that of the code point; past the end, the end.
    pub(super) fn at(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte).max(1);
        let offset = self.offset(byte);
        Position {
            offset,
            line,
            column: 1 + offset - self.offset(self.lines[line - 1]),
        }
    }

    /// The bytes of a line (from 1), without what ends it.
    pub(super) fn line(&self, line: usize) -> Range<usize> {
        let start = self.lines.get(line - 1).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let text = &self.text[start..end];
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    fn offset(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(count) = self.counts.get(byte / STEP) else {
            return self.counts.last().map_or(0, |_| self.text.chars().count());
        };
        let between = &self.text.as_bytes()[byte / STEP * STEP..byte];
        let started = between.iter().filter(|byte| !is_inside(**byte)).count();
        // The code point that the remembered byte cuts ends between here and there.
        let cut = !self.text.is_char_boundary(byte / STEP * STEP);
        let inside = !self.text.is_char_boundary(byte);
        (count + started + usize::from(cut)).saturating_sub(usize::from(inside))
    }
}

/// Whether a byte of UTF-8 continues a code point.
fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slow(text: &str, byte: usize) -> Position {
        let mut place = Position { offset: 0, line: 1, column: 1 };
        let mut letters = text[..byte].chars().peekable();
        // What stands behind the place decides whether a carriage return before it ends a line.
        let next = text[byte..].chars().next();
        while let Some(letter) = letters.next() {
            place.offset += 1;
            place.column += 1;
            let followed = letters.peek().copied().or(next);
            if letter == '\n' || (letter == '\r' && followed != Some('\n')) {
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
        let lines: Vec<&str> = (1..=4).map(|line| &text[positions.line(line)]).collect();
        assert_eq!(lines, ["один", "два", "три", ""]);
        assert_eq!(positions.at(text.len() + 9).offset, text.chars().count());
    }
}
