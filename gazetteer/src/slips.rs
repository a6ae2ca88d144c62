//! Slips of the hand: how many letters must be put in, left out, replaced or exchanged with their neighbour to make one
//! word of another.

/// No word is longer.
const LONGEST: usize = 64;

/// The slips between two words, where they are no more than `most`; `None` also of words of more than 64 letters. An
/// exchange of two neighbours is one slip (restricted Damerau–Levenshtein distance).
pub(crate) fn slips(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most || one.len().max(other.len()) > LONGEST {
        return None;
    }
    let mut before = [0; LONGEST + 1];
    let mut last = [0; LONGEST + 1];
    for (number, cost) in last.iter_mut().enumerate() {
        *cost = number;
    }
    for (i, letter) in one.iter().enumerate() {
        let mut row = [i + 1; LONGEST + 1];
        for (j, against) in other.iter().enumerate() {
            let mut cost = (last[j + 1] + 1)
                .min(row[j] + 1)
                .min(last[j] + usize::from(letter != against));
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *against {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        if row[..=other.len()].iter().all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last[other.len()]).filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_counted_up_to_a_limit() {
        for (one, other, most, expected) in [
            ("сивас", "сивас", 1, Some(0)),
            ("чечерин", "чичерин", 1, Some(1)),
            ("чичрин", "чичерин", 1, Some(1)),
            ("чиечрин", "чичерин", 1, Some(1)),
            ("sabri", "sabit", 1, None),
            ("sabri", "sabit", 2, Some(2)),
            ("manro", "monroe", 2, Some(2)),
            ("", "ab", 2, Some(2)),
            ("", "abc", 2, None),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(slips(&letters(one), &letters(other), most), expected, "{one} {other}");
            assert_eq!(slips(&letters(other), &letters(one), most), expected, "{other} {one}");
        }
        let long = vec!['a'; 65];
        assert_eq!(slips(&long, &long, 2), None);
    }
}
