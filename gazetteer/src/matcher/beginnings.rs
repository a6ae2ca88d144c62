//! How words begin that begin a name: a small filter before the stems. Most words of a text are told by their first
//! letters and one bit that lies in the nearest cache. It may let a word through that begins no name, never the reverse.

use super::prefixes::Prefixes;

/// Letters of a stem that the filter knows.
const LETTERS: usize = 3;

/// Bits in the filter; a power of two.
const BITS: usize = 1 << 16;

/// The first letters of stems.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    /// A bit for each hash of letters. Empty where there are no stems.
    bits: Vec<u64>,
    /// Whether any stem has one letter, two letters, more.
    lengths: [bool; LETTERS],
}

impl Beginnings {
    pub(super) fn add(&mut self, stem: &str) {
        let prefixes = Prefixes::new(stem.as_bytes()).take(LETTERS);
        if let Some((letters, (_, hash))) = prefixes.enumerate().last() {
            let hash = bit(hash);
            self.bits.resize(BITS / 64, 0);
            self.bits[hash / 64] |= 1 << (hash % 64);
            self.lengths[letters] = true;
        }
    }

    /// Whether a stem may stand at the beginning of a text.
    #[inline]
    pub(super) fn may_stand(&self, text: &[u8]) -> bool {
        let known = |hash: u64| {
            let hash = bit(hash);
            self.bits
                .get(hash / 64)
                .is_some_and(|bits| bits >> (hash % 64) & 1 == 1)
        };
        Prefixes::new(text)
            .zip(&self.lengths)
            .any(|((_, hash), &any)| any && known(hash))
    }
}

/// The number of the bit for a hash.
fn bit(hash: u64) -> usize {
    (hash >> 32) as usize % BITS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Beginnings;

    fn filter(stems: &[&str]) -> Beginnings {
        let mut beginnings = Beginnings::default();
        stems.iter().for_each(|stem| beginnings.add(stem));
        beginnings
    }

    #[test]
    fn most_words_are_told() {
        let stems = filter(&["карс", "ленин", "çiçerin", "ия"]);
        for (text, expected) in [
            ("карс", true),
            ("карта", true),
            ("ка", false),
            ("кот", false),
            ("çiçek", true),
            ("ий", false),
            ("ия", true),
            ("", false),
        ] {
            assert_eq!(stems.may_stand(text.as_bytes()), expected, "{text}");
        }
        assert!(!filter(&[]).may_stand("карс".as_bytes()));
    }

    proptest! {
        #[test]
        fn no_stem_is_kept_out(stems in prop::collection::vec("\\PC{1,5}", 1..20), rest in "\\PC{0,3}") {
            let words: Vec<&str> = stems.iter().map(String::as_str).collect();
            let beginnings = filter(&words);
            for stem in &stems {
                let text = format!("{stem}{rest}");
                prop_assert!(beginnings.may_stand(text.as_bytes()), "{text}");
            }
        }
    }
}
