//! How far two strings of sounds are from each other, in quarters of a consonant.

use super::sounds::{self, Sound};

/// A reading ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    sounds: Vec<Compared>,
    /// Added to all distances from and to it.
    handicap: u32,
    /// How many consonants there are of each class of the key.
    consonants: [u32; CLASSES],
    vowels: u32,
}

#[derive(Debug, Clone, Copy)]
struct Compared {
    sound: char,
    kind: Sound,
    /// What it costs that the other reading lacks it.
    lost: u32,
}

/// A class is a capital letter.
const CLASSES: usize = 26;

/// So many sounds are compared; of longer texts the beginning tells enough, and work stays bounded.
const LONGEST: usize = 64;

/// Nothing else weighs as much.
const CONSONANT: u32 = 4;

const VOWEL: u32 = 2;

impl Heard {
    pub(super) fn new(reading: &str, handicap: u32) -> Heard {
        let mut heard = Heard {
            sounds: reading.chars().take(LONGEST).map(Compared::new).collect(),
            handicap,
            consonants: [0; CLASSES],
            vowels: 0,
        };
        for sound in &heard.sounds {
            heard.vowels += u32::from(matches!(sound.kind, Sound::Vowel(_)));
            if let Some(count) = class_number(sound.kind).and_then(|number| heard.consonants.get_mut(number)) {
                *count += 1;
            }
        }
        heard
    }

    pub(super) fn handicap(&self) -> u32 {
        self.handicap
    }

    /// Insertions, deletions and replacements, each by what it costs the ear. What is not below the limit is the limit.
    pub(super) fn distance(&self, other: &Heard, limit: u32) -> u32 {
        if self.at_least(other) >= limit {
            return limit;
        }
        self.measure(&other.sounds, other, limit, |row| row.last().copied())
    }

    /// The same from a beginning to what is nearest of what the whole begins with, or one of its words and those behind it.
    pub(super) fn distance_of_beginning(&self, whole: &Heard, limit: u32) -> u32 {
        let starts = whole.sounds.iter().enumerate().filter(|(_, sound)| sound.sound == ' ');
        let starts = std::iter::once(0).chain(starts.map(|(at, _)| at + 1));
        let words = starts.filter_map(|start| whole.sounds.get(start..));
        words.fold(limit, |least, words| {
            self.measure(words, whole, least, |row| row.iter().min().copied())
        })
    }

    /// How many sounds are compared.
    pub(super) fn length(&self) -> usize {
        self.sounds.len()
    }

    /// A distance that they have in any case, found without comparing sound by sound: a consonant of which the other has
    /// no like is lost or replaced, a vowel too many is lost or a glide.
    pub(super) fn at_least(&self, other: &Heard) -> u32 {
        let (mut more, mut less) = (0, 0);
        for (one, other) in self.consonants.iter().zip(&other.consonants) {
            more += one.saturating_sub(*other);
            less += other.saturating_sub(*one);
        }
        more.max(less) * CONSONANT + self.vowels.abs_diff(other.vowels) * VOWEL + self.handicap + other.handicap
    }

    fn measure(&self, to: &[Compared], of: &Heard, limit: u32, choose: impl Fn(&[u32]) -> Option<u32>) -> u32 {
        let handicap = self.handicap + of.handicap;
        let row = last_row(&self.sounds, to, limit.saturating_sub(handicap));
        let distance = row.and_then(|row| choose(&row)).map(|distance| distance + handicap);
        distance.unwrap_or(limit).min(limit)
    }
}

/// The costs of the whole left side against each beginning of the right one; none if all reach the limit.
fn last_row(left: &[Compared], right: &[Compared], limit: u32) -> Option<Vec<u32>> {
    let mut row = Vec::with_capacity(right.len() + 1);
    row.push(0);
    for sound in right {
        row.push(row.last().copied().unwrap_or_default() + sound.lost);
    }
    for sound in left {
        let mut least = limit;
        let mut diagonal = 0;
        let mut before = limit;
        for (column, cell) in row.iter_mut().enumerate() {
            let above = *cell + sound.lost;
            let best = match column.checked_sub(1).and_then(|column| right.get(column)) {
                Some(other) => above.min(before + other.lost).min(diagonal + replaced(sound, other)),
                None => above,
            };
            diagonal = *cell;
            before = best;
            least = least.min(best);
            *cell = best;
        }
        if least >= limit {
            return None;
        }
    }
    Some(row)
}

impl Compared {
    fn new(sound: char) -> Compared {
        let kind = sounds::kind(sound);
        let lost = match kind {
            Sound::Faint(None) => 1,
            Sound::Faint(_) | Sound::Vowel(_) => VOWEL,
            Sound::Consonant(_) | Sound::Other => CONSONANT,
        };
        Compared { sound, kind, lost }
    }
}

/// The place of a consonant's class; none for a class with a sound that comes and goes, which is lost for less.
fn class_number(kind: Sound) -> Option<usize> {
    match kind {
        Sound::Consonant(class) if !sounds::is_faint(class) => (class as usize).checked_sub('A' as usize),
        _ => None,
    }
}

fn replaced(left: &Compared, right: &Compared) -> u32 {
    use Sound::{Consonant, Faint, Vowel};
    match (left.kind, right.kind) {
        _ if left.sound == right.sound => 0,
        (Vowel(one), Vowel(other)) if one == other => 1,
        (Vowel(_), Vowel(_) | Faint(None)) | (Faint(None), Vowel(_)) => 2,
        (Consonant(one) | Faint(Some(one)), Consonant(other) | Faint(Some(other))) if one == other => 2,
        (Vowel(_), _) | (_, Vowel(_)) => left.lost + right.lost,
        _ => CONSONANT,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn distance(left: &str, right: &str) -> u32 {
        Heard::new(left, 0).distance(&Heard::new(right, 0), u32::MAX)
    }

    #[test]
    fn what_the_ear_takes_for_the_same_is_near() {
        for (left, right, expected) in [
            ("", "", 0),
            ("čičerin", "čičerin", 0),
            ("", "ab", 6),
            ("kjazım", "kazım", 1),
            ("budonıj", "budonnıj", 4),
            ("mehmed", "mehmet", 2),
            ("moskva", "moskova", 2),
            ("ardagan", "ardahan", 2),
            ("čičerin", "sičerin", 4),
            ("inönü", "inönju", 2),
            ("ab", "ba", 4),
        ] {
            assert_eq!(distance(left, right), expected, "{left} {right}");
            assert_eq!(distance(right, left), expected, "{right} {left}");
        }
        assert!(distance(&"a".repeat(1 << 20), "b") < 1_000);
        assert_eq!(Heard::new("aralof", 0).distance(&Heard::new("čičerin", 0), 5), 5);
        assert_eq!(Heard::new("mehmed", 1).distance(&Heard::new("mehmet", 1), 5), 4);
        let beginning = |left: &str, right: &str| Heard::new(left, 0).distance_of_beginning(&Heard::new(right, 0), 99);
        assert_eq!(beginning("čič", "čičerin"), 0);
        assert_eq!(beginning("čiš", "čičerin"), 2);
        assert_eq!(beginning("čič", "georgij čičerin"), 0);
    }

    proptest! {
        /// What is given up early would not have been nearer.
        #[test]
        fn the_limit_changes_nothing_below_it(left in "[aeiıuüjhkgtdsčžnm1]{0,9}", right in "[aeiıuüjhkgtdsčžnm1]{0,9}", limit in 0_u32..40) {
            let (left, right) = (Heard::new(&left, 0), Heard::new(&right, 1));
            let whole = left.distance(&right, u32::MAX);
            prop_assert!(left.at_least(&right) <= whole);
            prop_assert_eq!(left.distance(&right, limit), whole.min(limit));
        }
    }
}
