//! What a text sets off from the words around it: quotation marks, emphasis, titles that the markup calls so.

use std::ops::Range;

/// Nested ones looked at around a stretch; deeper ones are rare.
const DEEPEST: usize = 8;

/// A stretch that is set off from the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Bytes of the block.
    pub range: Range<usize>,
    /// What sets it off.
    pub by: QuotedBy,
}

/// What sets a stretch off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotedBy {
    /// Quotation marks, in whatever way they are written, or a command that sets them.
    Marks,
    /// Emphasis, which authors also use for themselves.
    Emphasis,
    /// Markup that says that it is the title of a work (`<title>`, `<cite>`, a field of BibTeX).
    Title,
}

/// Those of some stretches, sorted by start, that hold a range; the inner ones first.
pub(crate) fn around<'a>(quoted: &'a [Quoted], range: &Range<usize>) -> impl Iterator<Item = &'a Quoted> {
    let before = quoted.partition_point(|quoted| quoted.range.start <= range.start);
    let end = range.end;
    quoted[..before]
        .iter()
        .rev()
        .take(DEEPEST)
        .filter(move |quoted| end <= quoted.range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_a_range_the_inner_first() {
        let quoted = [0..20, 2..9, 4..6, 10..12].map(|range| Quoted {
            range,
            by: QuotedBy::Marks,
        });
        let starts =
            |range: Range<usize>| -> Vec<usize> { around(&quoted, &range).map(|quoted| quoted.range.start).collect() };
        assert_eq!(starts(4..6), [4, 2, 0]);
        assert_eq!(starts(5..7), [2, 0]);
        assert_eq!(starts(11..13), [0]);
        assert_eq!(starts(19..21), [0; 0]);
    }
}
