//! How far two strings of sounds are from each other, in quarters of a consonant.

use super::sounds::{self, Sound};

/// Sounds ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Heard {
    sounds: Vec<(char, Sound)>,
    handicap: u32,
    /// How many consonants there are of each class of the key.
    consonants: [u32; CLASSES],
}

/// A class is a capital letter.
const CLASSES: usize = 26;

/// So many sounds are compared; of longer texts the beginning tells enough, and work stays bounded.
const LONGEST: usize = 64;

/// Nothing else is as different.
const CONSONANT: u32 = 4;

impl Heard {
    /// The sounds of a reading. The handicap is added to all its distances.
    pub(super) fn new(sounds: &str, handicap: u32) -> Heard {
        let sounds = sounds.chars().take(LONGEST);
        let mut heard = Heard {
            sounds: sounds.map(|sound| (sound, sounds::kind(sound))).collect(),
            handicap,
            consonants: [0; CLASSES],
        };
        for (_, kind) in &heard.sounds {
            if let Some(count) = class_number(*kind).and_then(|number| heard.consonants.get_mut(number)) {
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
        self.measure(other, limit, |row| row.last().copied())
    }

    /// The same from a beginning to that beginning of the whole which is nearest.
    pub(super) fn distance_of_beginning(&self, whole: &Heard, limit: u32) -> u32 {
        self.measure(whole, limit, |row| row.iter().min().copied())
    }

    /// A distance that they have in any case, found without comparing sound by sound: a consonant of which the other has
    /// no like is lost or replaced.
    fn at_least(&self, other: &Heard) -> u32 {
        let pairs = || self.consonants.iter().zip(&other.consonants);
        let more: u32 = pairs().map(|(one, other)| one.saturating_sub(*other)).sum();
        let less: u32 = pairs().map(|(one, other)| other.saturating_sub(*one)).sum();
        more.max(less) * CONSONANT + self.handicap + other.handicap
    }

    fn measure(&self, other: &Heard, limit: u32, choose: impl Fn(&[u32]) -> Option<u32>) -> u32 {
        let handicap = self.handicap + other.handicap;
        let row = last_row(&self.sounds, &other.sounds, limit.saturating_sub(handicap));
        let distance = row.and_then(|row| choose(&row)).map(|distance| distance + handicap);
        distance.unwrap_or(limit).min(limit)
    }
}

/// The place of a consonant's class; none for the class of a sound that comes and goes, whose consonants are lost for less.
fn class_number(kind: Sound) -> Option<usize> {
    match kind {
        Sound::Consonant(class) if !sounds::is_faint(class) => (class as usize).checked_sub('A' as usize),
        _ => None,
    }
}

/// The costs of the whole left side against each beginning of the right one; none if all reach the limit.
fn last_row(left: &[(char, Sound)], right: &[(char, Sound)], limit: u32) -> Option<Vec<u32>> {
    let mut last = Vec::with_capacity(right.len() + 1);
    last.push(0);
    for sound in right {
        last.push(last.last().copied().unwrap_or_default() + lost(*sound));
    }
    let mut row = Vec::with_capacity(last.len());
    for sound in left {
        let mut before = last.first().copied().unwrap_or_default() + lost(*sound);
        let mut least = before;
        row.clear();
        row.push(before);
        for (other, pair) in right.iter().zip(last.windows(2)) {
            let [diagonal, above] = pair else { continue };
            before = (diagonal + replaced(*sound, *other))
                .min(above + lost(*sound))
                .min(before + lost(*other));
            least = least.min(before);
            row.push(before);
        }
        if least >= limit {
            return None;
        }
        std::mem::swap(&mut last, &mut row);
    }
    Some(last)
}

fn lost((_, kind): (char, Sound)) -> u32 {
    match kind {
        Sound::Faint(None) => 1,
        Sound::Faint(_) | Sound::Vowel(_) => 2,
        Sound::Consonant(_) | Sound::Other => CONSONANT,
    }
}

fn replaced(left: (char, Sound), right: (char, Sound)) -> u32 {
    use Sound::{Consonant, Faint, Vowel};
    match (left.1, right.1) {
        _ if left.0 == right.0 => 0,
        (Vowel(one), Vowel(other)) if one == other => 1,
        (Vowel(_), Vowel(_) | Faint(None)) | (Faint(None), Vowel(_)) => 2,
        (Consonant(one) | Faint(Some(one)), Consonant(other) | Faint(Some(other))) if one == other => 2,
        _ => CONSONANT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_ear_takes_for_the_same_is_near() {
        let distance = |left: &str, right: &str| Heard::new(left, 0).distance(&Heard::new(right, 0), u32::MAX);
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
    }
}
