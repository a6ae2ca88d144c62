//! From a byte of a source to the line and column that people read.

/// Lines and code points of a text, for looking up many places. Lines end at `\n`, `\r\n` and `\r`.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// Code points before each [`STEP`] of bytes: a gazetteer on one line of many megabytes is looked up as fast.
    characters: Vec<usize>,
}

/// Bytes between two counts of code points.
const STEP: usize = 1024;

impl<'t> LineIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> LineIndex<'t> {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let starts = std::iter::once(0)
            .chain((0..bytes.len()).filter(|at| ends_line(*at)).map(|at| at + 1))
            .collect();
        let characters = std::iter::once(0)
            .chain(bytes.chunks(STEP).scan(0, |total, chunk| {
                *total += characters(chunk);
                Some(*total)
            }))
            .collect();
        LineIndex {
            text,
            starts,
            characters,
        }
    }

    /// Line and column of a byte, both from 1, the column in code points. A byte beyond the end is the end.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        (line, self.characters_before(byte) - self.characters_before(start) + 1)
    }

    /// The bytes of a line, from 1, with what ends it. Empty beyond the last line.
    pub fn line(&self, line: usize) -> std::ops::Range<usize> {
        let start = |line: usize| self.starts.get(line).copied().unwrap_or(self.text.len());
        start(line.saturating_sub(1))..start(line)
    }

    /// Code points that begin before a byte. A byte beyond the end is the end.
    pub fn characters_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let step = byte / STEP;
        self.characters[step] + characters(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// Line and column of one byte, both from 1, the column in code points. For many bytes of one text take a
/// [`LineIndex`].
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    LineIndex::new(text).line_column(byte)
}

/// Code points whose first byte is in a run of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The slow, obvious version.
    fn slow(text: &str, byte: usize) -> (usize, usize) {
        let before = text[..byte].replace("\r\n", "\n");
        let line = before.split(['\n', '\r']).collect::<Vec<_>>();
        (line.len(), line[line.len() - 1].chars().count() + 1)
    }

    #[test]
    fn columns_are_code_points() {
        for (text, byte, expected) in [
            ("", 0, (1, 1)),
            ("ab", 9, (1, 3)),
            ("Чичерин\nЧ", 4, (1, 3)),
            ("Чичерин\nЧ", 17, (2, 2)),
            ("a\r\nb\rc", 3, (2, 1)),
            ("a\r\nb\rc", 5, (3, 1)),
        ] {
            assert_eq!(line_column(text, byte), expected, "{text:?} {byte}");
        }
    }

    #[test]
    fn a_long_line_is_counted_in_steps() {
        let text = "ыz".repeat(5000);
        let index = LineIndex::new(&text);
        for byte in [0, 1023, 1024, 1025, 14_999, 15_000] {
            let characters = text.as_bytes()[..byte]
                .iter()
                .filter(|byte| **byte & 0xC0 != 0x80)
                .count();
            assert_eq!(index.line_column(byte), (1, characters + 1));
        }
    }

    proptest! {
        #[test]
        fn as_the_slow_version(text in "([aы\n]|\r\n){0,40}") {
            for (byte, character) in text.char_indices() {
                if character != '\n' || !text[..byte].ends_with('\r') {
                    prop_assert_eq!(line_column(&text, byte), slow(&text, byte));
                }
            }
        }
    }
}
