//! The search key: the consonants of a name in coarse classes, under which its spellings meet in every script and
//! orthography. It finds candidates and must not decide: many names share a key.
//!
//! Vowels count only at the start of a word, where all are one: a reader of Moskova and Москва, Kâzım and Казым does not
//! agree on them. Voiced and voiceless are one, г and h are one, ж ч ш щ дж are one, doubled letters count once. What is
//! truly ambiguous (ch, c, j, g, x) is read as each orthography that could have written the word would read it, the same
//! way throughout; hence several keys. The key of a beginning is the beginning of the key, except where letters to come
//! change those before them (s and sh): then [`SearchKey::of_beginning`] has a key for each.
//!
//! What it costs: Сазонов and Сезан share a key, short beginnings fit much. What it does not see: exonyms (Турция,
//! Türkiye), a vowel put before (Стамбул, İstanbul), n that becomes m before b, a silent consonant that only the language
//! knows.

use super::sounds::{self, Sound};

/// The coarse keys of a text, a few at most, each of all its words; sorted. Of a text longer than 256 characters, those of
/// its beginning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SearchKey {
    keys: Vec<String>,
}

impl SearchKey {
    /// The keys of a whole spelling.
    pub fn of(text: &str) -> SearchKey {
        SearchKey::from_sounds(&sounds::readings(text))
    }

    /// The keys of the beginning of a spelling, as somebody types it.
    pub fn of_beginning(text: &str) -> SearchKey {
        SearchKey::from_sounds(&sounds::readings_of_beginning(text))
    }

    /// The keys: capitals for classes of sounds, everything else for itself, words parted by one space.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Whether both have a key in common.
    pub fn meets(&self, other: &SearchKey) -> bool {
        self.keys.iter().any(|key| other.keys.binary_search(key).is_ok())
    }

    /// Whether a key of this one begins a word of the other, and goes on as the words behind it.
    pub fn begins(&self, other: &SearchKey) -> bool {
        let begins = |key: &String| other.keys.iter().any(|other| begins_a_word(key, other));
        self.keys.iter().any(begins)
    }

    pub(super) fn from_sounds(readings: &[String]) -> SearchKey {
        let mut keys: Vec<String> = readings.iter().map(|reading| key(reading)).collect();
        keys.retain(|key| !key.is_empty());
        keys.sort();
        keys.dedup();
        SearchKey { keys }
    }
}

fn begins_a_word(key: &str, words: &str) -> bool {
    words.starts_with(key) || words.match_indices(' ').any(|(at, _)| words[at + 1..].starts_with(key))
}

/// Stands for a vowel at the start of a word.
const VOWEL: char = 'A';

fn key(sounds: &str) -> String {
    let words = sounds.split_whitespace().map(|word| {
        let mut key = String::new();
        let mut before = None;
        for sound in word.chars() {
            let class = match sounds::kind(sound) {
                Sound::Consonant(class) | Sound::Faint(Some(class)) => Some(class),
                Sound::Vowel(_) | Sound::Faint(None) => key.is_empty().then_some(VOWEL),
                Sound::Other => Some(sound),
            };
            key.extend(class.filter(|_| class != before));
            before = class.filter(|class| *class != VOWEL);
        }
        key
    });
    words.collect::<Vec<_>>().join(" ")
}
