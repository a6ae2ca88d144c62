//! Patterns of word ends, in the notation of `paradigms.ru.toml`. They look at letters and nothing else.

use std::collections::BTreeMap;

/// How a word ends.
#[derive(Debug)]
pub(super) struct Pattern {
    whole: bool,
    monosyllable: bool,
    /// From the last letter to the first.
    reversed: Vec<char>,
}

/// What the capitals in patterns stand for; capitals of ASCII, so that no letter of a word is taken for one.
#[derive(Debug)]
pub(super) struct Classes(BTreeMap<char, String>);

impl Pattern {
    /// Reads `^тайвань`, `Kий`, `~ой`.
    pub(super) fn new(text: &str) -> Pattern {
        let letters = text.trim_start_matches(['^', '~']);
        Pattern {
            whole: text.starts_with('^'),
            monosyllable: text.starts_with('~'),
            reversed: letters.chars().rev().collect(),
        }
    }

    /// The last letters of every word that fits; `None` where the pattern leaves one of them open.
    pub(super) fn tail(&self, count: usize) -> Option<String> {
        let letters = self.reversed.get(..count)?;
        let is_known = letters.iter().all(|letter| !letter.is_ascii_uppercase());
        is_known.then(|| letters.iter().rev().collect())
    }

    /// Whether a folded word ends so.
    pub(super) fn fits(&self, word: &str, classes: &Classes) -> bool {
        let mut rest = word.chars().rev();
        let ends = self.reversed.iter().all(|expected| {
            rest.next()
                .is_some_and(|char| char == *expected || classes.has(*expected, char))
        });
        let one_syllable = || word.chars().filter(|char| classes.has('V', *char)).count() == 1;
        ends && (!self.whole || rest.next().is_none()) && (!self.monosyllable || one_syllable())
    }
}

impl Classes {
    pub(super) fn new(classes: &BTreeMap<String, String>) -> Classes {
        let named = classes
            .iter()
            .filter_map(|(name, letters)| Some((name.chars().next()?, letters.clone())));
        Classes(named.collect())
    }

    /// Whether a letter is in a class.
    pub(super) fn has(&self, class: char, letter: char) -> bool {
        // Nearly everything that is asked about is a letter itself, and asked about for all words of a gazetteer.
        class.is_ascii_uppercase() && self.0.get(&class).is_some_and(|letters| letters.contains(letter))
    }
}
