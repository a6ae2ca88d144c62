//! Edits of a text, and several as one.

use std::ops::Range;

/// A replacement of bytes: `range` of the text before it, `inserted` bytes put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text before the edit.
    pub range: Range<usize>,
    /// Length in bytes of what replaced them.
    pub inserted: usize,
}

impl Edit {
    /// This edit and one made in the text behind it, as one of the text before both. What neither touched between them
    /// counts as replaced by itself.
    pub fn then(self, next: Edit) -> Edit {
        let end = self.range.start + self.inserted;
        // What the next one replaces behind this one stands in the text before both at another place, as long as it is.
        let beyond = next.range.end.saturating_sub(end);
        let before = self.range.start.saturating_sub(next.range.start);
        Edit {
            range: self.range.start - before..self.range.end + beyond,
            inserted: before + self.inserted + beyond + next.inserted - next.range.len(),
        }
    }

    /// The place in the text before the edit of a place behind it; `None` for one before its end.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let end = self.range.start + self.inserted;
        (at >= end).then(|| at - end + self.range.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Edits as pairs of places and what is put between them, each place taken modulo the length.
    fn edit(text: &mut Vec<u8>, (one, other): (usize, usize), inserted: &[u8]) -> Edit {
        let (one, other) = (one % (text.len() + 1), other % (text.len() + 1));
        let range = one.min(other)..one.max(other);
        text.splice(range.clone(), inserted.iter().copied());
        Edit {
            range,
            inserted: inserted.len(),
        }
    }

    proptest! {
        #[test]
        fn edits_joined_do_what_they_do_one_by_one(
            edits in prop::collection::vec(((0usize..40, 0usize..40), "[a-z]{0,5}"), 1..12),
        ) {
            let before: Vec<u8> = (b'A'..=b'T').collect();
            let mut text = before.clone();
            let mut all: Option<Edit> = None;
            for (places, inserted) in edits {
                let next = edit(&mut text, places, inserted.as_bytes());
                all = Some(all.map_or(next.clone(), |all| all.then(next)));
            }
            let Edit { range, inserted } = all.expect("at least one");
            let mut again = before.clone();
            again.splice(range.clone(), text[range.start..range.start + inserted].iter().copied());
            prop_assert_eq!(again, text);
        }
    }
}
