//! Which known word was meant: one or two slips of the hand away.

use crate::slips::slips;

/// The known word with the fewest slips from `word`, where they are few for its length; the first of equals. Capitals do
/// not count.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let small = |word: &str| {
        word.chars()
            .take(LONGEST + 1)
            .flat_map(char::to_lowercase)
            .collect::<Vec<_>>()
    };
    let letters = small(word);
    if letters.len() > LONGEST {
        return None;
    }
    let allowed = if letters.len() < 5 { 1 } else { 2 };
    let near = known.iter().filter_map(|candidate| {
        let against = small(candidate);
        Some((
            slips(&letters, &against, allowed.min(against.len().checked_sub(1)?))?,
            *candidate,
        ))
    });
    near.min_by_key(|(slips, _)| *slips).map(|(_, candidate)| candidate)
}

/// No known word is longer; a key may be as long as the file.
const LONGEST: usize = 32;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognized() {
        let known = ["spellings", "status", "from", "to", "key"];
        for (word, expected) in [
            ("spelings", Some("spellings")),
            ("Status", Some("status")),
            ("sttaus", Some("status")),
            ("form", Some("from")),
            ("k", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &known), expected, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(1 << 20), &known), None);
    }
}
