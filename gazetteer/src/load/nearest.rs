//! Which known word was meant: one or two slips of the hand away.

/// The known word with the fewest edits from `word`, where they are few for its length; the first of equals.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
    if letters.len() > LONGEST {
        return None;
    }
    let allowed = if letters.len() < 5 { 1 } else { 2 };
    known
        .iter()
        .map(|candidate| (distance(&letters, &candidate.chars().collect::<Vec<_>>()), *candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// No known word is longer; a key may be as long as the file.
const LONGEST: usize = 32;

/// Insertions, deletions, replacements and exchanges of neighbours, capitals aside.
fn distance(left: &[char], right: &[char]) -> usize {
    let same = |l: char, r: char| l == r || l.to_lowercase().eq(r.to_lowercase());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, r) in right.iter().enumerate() {
            let mut cost = (last[j + 1] + 1)
                .min(row[j] + 1)
                .min(last[j] + usize::from(!same(*l, *r)));
            if i > 0 && j > 0 && same(*l, right[j - 1]) && same(left[i - 1], *r) {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[right.len()]
}

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
