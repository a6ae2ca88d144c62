//! What a single slip says: whether the hand slipped, or another word is meant.

/// Shorter words become other names when one letter is replaced.
const LONG: usize = 7;

/// What to make of one slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    /// A slip.
    Slip,
    /// Perhaps a slip: only where the document speaks of what is then meant.
    Doubtful,
    /// Another word.
    OtherWord,
}

/// Judges a word one slip away from another. Hands slip inside of words; at their beginning names differ (Мейер, Гейер),
/// and at their end words are made of words (İtalya, İtalyan). In a short word a letter that is replaced rather makes
/// another name (Manisa, Manila) than one that is left out, doubled or exchanged.
pub(super) fn judge(written: &[char], right: &[char]) -> Judgement {
    let same = written
        .iter()
        .zip(right)
        .take_while(|(one, other)| one == other)
        .count();
    if same == 0 {
        return Judgement::OtherWord;
    }
    let replaced = written.len() == right.len() && written.get(same + 1..) == right.get(same + 1..);
    let at_end = same + 1 >= written.len().max(right.len());
    match () {
        () if at_end && written.len() > right.len() && written.last() == right.last() => Judgement::Slip,
        () if at_end && written.len() > right.len() => Judgement::OtherWord,
        () if at_end || replaced && right.len() < LONG => Judgement::Doubtful,
        () => Judgement::Slip,
    }
}

/// Whether a word is made of another one by letters at its end (Amerikalı, of Amerika): then it is no slip.
pub(super) fn is_derived(written: &[char], right: &[char]) -> bool {
    written.len() > right.len() && written.starts_with(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_hand_slips() {
        for (written, right, expected) in [
            ("чечерин", "чичерин", Judgement::Slip),
            ("анкра", "анкара", Judgement::Slip),
            ("ankaar", "ankara", Judgement::Slip),
            ("tengirşek", "tengirşenk", Judgement::Slip),
            ("чичеринн", "чичерин", Judgement::Slip),
            ("mango", "manro", Judgement::Doubtful),
            ("kunduk", "kunduh", Judgement::Doubtful),
            ("danilo", "danilov", Judgement::Doubtful),
            ("italyan", "italya", Judgement::OtherWord),
            ("гейер", "мейер", Judgement::OtherWord),
            ("спарта", "испарта", Judgement::OtherWord),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(judge(&letters(written), &letters(right)), expected, "{written} {right}");
        }
    }
}
