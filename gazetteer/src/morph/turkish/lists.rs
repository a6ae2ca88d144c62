//! Words whose sound or shape spelling hides, from `data/tables/suffixes.tr.toml`.

use serde::Deserialize;

use super::sounds::{Other, Tail, is_vowel, plain};

/// What the table says of stems.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SoundLists {
    front: Vec<String>,
    either: Vec<String>,
    soften: Vec<String>,
    drop: Vec<String>,
    keep: Vec<String>,
    open_letters: Vec<String>,
    closed_letters: Vec<String>,
    compound_ends: Vec<String>,
    surname_ends: Vec<String>,
    no_possessive: Vec<String>,
    izafet: Vec<String>,
    final_s: Vec<String>,
    silent_e: Vec<String>,
    weak_e: Vec<String>,
    voiceless: Vec<String>,
    mute: Vec<String>,
    mute_s: Vec<String>,
    palatal: Vec<(String, String)>,
}

/// Letters of the shortest word that others are made with at their ends: kurt, but not uç.
const LEAST_PART: usize = 4;

impl SoundLists {
    /// The harmony of a word against its last vowel; `None` where it follows it.
    pub(super) fn front(&self, word: &str) -> bool {
        self.front.iter().any(|known| known == word)
    }

    /// Whether a noun before a possessive may take front vowels against its last one: Protokol-ü, Harb-i (of Harp).
    pub(super) fn may_be_front(&self, base: &str) -> bool {
        let hard = base.strip_suffix('b').map(|rest| format!("{rest}p"));
        self.front(base) || self.either(base) || hard.is_some_and(|hard| self.front(&hard))
    }

    /// Whether a word may have the other harmony.
    pub(super) fn either(&self, word: &str) -> bool {
        !self.front(word) && self.either.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// Whether a word ends in an s of its own, which is not the one that joins a possessive: Meclis-i.
    pub(super) fn keeps_s(&self, word: &str) -> bool {
        self.final_s.iter().any(|known| known == word)
    }

    /// A folded stem with each word in it that people write in two ways in the other one.
    pub(super) fn other_writings(&self, stem: &str) -> Vec<String> {
        let both = self
            .palatal
            .iter()
            .flat_map(|(one, other)| [(one, other), (other, one)]);
        both.filter(|(one, _)| stem.contains(one.as_str()))
            .map(|(one, other)| stem.replace(one.as_str(), other))
            .collect()
    }

    /// How the end of a word that may be foreign sounds besides.
    pub(super) fn tail(&self, word: &str, person: bool) -> Tail {
        let ends = |list: &[String]| list.iter().any(|end| word.ends_with(end.as_str()));
        match () {
            () if ends(&self.voiceless) => Tail::Voiceless,
            () if ends(&self.silent_e) => Tail::SilentE,
            () if ends(&self.weak_e) => Tail::WeakE,
            () if ends(&self.mute) || person && ends(&self.mute_s) => Tail::Mute,
            () => Tail::Written,
        }
    }

    /// Whether a word softens its last consonant against the rules, itself or its last part: Abdül-hamit.
    fn softens(&self, word: &str) -> bool {
        let is_part = |known: &String| {
            let head = word.strip_suffix(known.as_str());
            head.is_some_and(|head| {
                head.is_empty() || known.chars().count() >= LEAST_PART && head.chars().any(is_vowel)
            })
        };
        self.soften.iter().any(is_part)
    }

    /// How the last letter of an acronym is called.
    pub(super) fn letter(&self, acronym: &str) -> Other {
        let ends = |letters: &[String]| letters.iter().any(|letter| acronym.ends_with(letter.as_str()));
        match () {
            () if ends(&self.open_letters) => Other::OpenLetter,
            () if ends(&self.closed_letters) => Other::ClosedLetter,
            () => Other::Letter,
        }
    }

    /// Whether a word ends in a noun with a possessive: Boğaz-içi, Arık-oğlu.
    pub(super) fn is_compound(&self, word: &str, surname: bool) -> bool {
        let ends = |end: &String| {
            word.strip_suffix(end.as_str())
                .is_some_and(|head| head.chars().any(is_vowel))
        };
        let list = if surname {
            &self.surname_ends
        } else {
            &self.compound_ends
        };
        list.iter().any(ends)
    }

    /// Whether a word only looks as if it ended in a possessive: Ordu.
    pub(super) fn has_no_possessive(&self, word: &str) -> bool {
        self.no_possessive.iter().any(|known| known == word)
    }

    /// Whether a word of its own joins the words on both sides in the Persian way: Misak-ı Millî.
    pub(super) fn is_izafet(&self, word: &str) -> bool {
        self.izafet.iter().any(|known| known == word)
    }

    /// Whether a word loses its last vowel before another one: Nehir, Nehri.
    pub(super) fn drops_vowel(&self, word: &str) -> bool {
        self.drop.iter().any(|known| known == word)
    }

    /// The last letter of a word in small letters as it is before a vowel, where it softens.
    pub(super) fn softened(&self, word: &str) -> Option<char> {
        let mut back = word.chars().rev();
        let (last, before) = (back.next()?, back.next());
        let vowels = word.chars().filter(|char| is_vowel(plain(*char))).count();
        let listed = self.softens(word);
        let kept = self.keep.iter().any(|known| known == word) || is_vowel(plain(last));
        let soft = match last {
            'k' if before == Some('n') => 'g',
            'k' if listed || before.is_some_and(|before| is_vowel(plain(before))) => 'ğ',
            'g' if before == Some('o') => 'ğ',
            'p' => 'b',
            'ç' => 'c',
            't' if listed => 'd',
            _ => return None,
        };
        (listed || vowels > 1 && !kept).then_some(soft)
    }
}
