//! Spellings as they may be read: in each orthography that could have written one, a string of sounds. What the letters
//! sound like is in `data/tables/translit/sounds.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::Language;

use super::letters::{Casing, Letters};
use super::rules::{Classes, Rows, Rules};

/// So many characters of a text are read. No name is longer, and work on any text stays bounded.
const LONGEST: usize = 256;

/// What a sound is to the key and to the distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sound {
    /// By its group.
    Vowel(usize),
    /// By its letter in the key.
    Consonant(char),
    /// A sound that comes and goes; its letter in the key, if it has one.
    Faint(Option<char>),
    /// No sound of ours: a digit, a letter of another script.
    Other,
}

/// The sounds of a text, whatever the orthography, each reading once. At most as many as the table has readings, of the
/// first 256 characters.
pub(super) fn readings(text: &str) -> Vec<String> {
    read(text, |_| true)
}

/// The sounds of a text in the orthography of a language; as [`readings`] where the table has none for it.
pub(super) fn readings_in(text: &str, language: &Language) -> Vec<String> {
    let own = read(text, |reading| {
        reading.languages.iter().any(|tag| tag == language.tag())
    });
    if own.is_empty() { readings(text) } else { own }
}

/// The sounds of a text in the orthographies that people here mostly write.
pub(super) fn usual_readings(text: &str) -> Vec<String> {
    read(text, |reading| reading.usual && !has_any(text, &reading.odd))
}

/// The sounds of the beginning of a text, as in [`readings`]; where the next letters decide what the last ones sound
/// like (s and sh), one string for each possibility.
pub(super) fn readings_of_beginning(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (rules, letters) in TABLE.fitting(text, &|_| true) {
        let mut open = Vec::new();
        let whole = sounds(rules, &letters, |before, output| open.push(format!("{before}{output}")));
        found.extend(std::iter::once(whole).chain(open));
    }
    once_each(found)
}

pub(super) fn kind(sound: char) -> Sound {
    TABLE.kinds.get(&sound).copied().unwrap_or(Sound::Other)
}

/// Whether a class of the key has a sound that comes and goes.
pub(super) fn is_faint(class: char) -> bool {
    TABLE.kinds.values().any(|kind| *kind == Sound::Faint(Some(class)))
}

fn read(text: &str, wanted: impl Fn(&Reading) -> bool) -> Vec<String> {
    let fitting = TABLE.fitting(text, &wanted);
    once_each(
        fitting
            .map(|(rules, letters)| sounds(rules, &letters, |_, _| ()))
            .collect(),
    )
}

/// The sounds of letters, doubled ones once. `open` is told, at each place where a row would apply if the text went on,
/// of the sounds before it and of what the row gives.
fn sounds(rules: &Rules, letters: &[char], mut open: impl FnMut(&str, &str)) -> String {
    let mut result = String::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        for output in rules.unfinished(letters, at) {
            open(&result, output);
        }
        let own = letter.to_string();
        let (taken, output) = rules.apply(letters, at).unwrap_or((1, &own));
        for sound in output
            .chars()
            .filter(|sound| sound.is_alphanumeric() || sound.is_whitespace())
        {
            if !result.ends_with(sound) {
                result.push(sound);
            }
        }
        // What parts words in any other way, parts them here.
        let parts = |letter: &char| !letter.is_alphanumeric() && !crate::fold::is_apostrophe(*letter);
        if parts(letter) && !result.ends_with(' ') {
            result.push(' ');
        }
        at += taken;
    }
    result.trim().to_owned()
}

fn once_each(mut readings: Vec<String>) -> Vec<String> {
    let mut known = std::collections::BTreeSet::new();
    readings.retain(|reading| known.insert(reading.clone()));
    readings
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read().expect("a table of the package, which its tests read"));

#[derive(Debug)]
struct Table {
    kinds: BTreeMap<char, Sound>,
    readings: Vec<Reading>,
}

#[derive(Debug)]
struct Reading {
    latin: bool,
    usual: bool,
    languages: Vec<String>,
    foreign: String,
    odd: String,
    rules: Rules,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alphabet: Alphabet,
    classes: Classes,
    readings: Vec<ReadingRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alphabet {
    vowels: Vec<String>,
    faint: String,
    classes: BTreeMap<char, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingRow {
    #[expect(dead_code, reason = "for readers of the file")]
    name: String,
    languages: Vec<String>,
    script: Script,
    #[serde(default)]
    usual: bool,
    #[serde(default)]
    foreign: String,
    #[serde(default)]
    odd: String,
    rules: Rows,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Script {
    Cyrillic,
    Latin,
}

impl Table {
    fn read() -> Result<Table, String> {
        let text = include_str!("../../data/tables/translit/sounds.toml");
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let common = file.readings.first().map(|row| row.rules.clone()).unwrap_or_default();
        let reading = |row: ReadingRow| {
            let mut rows = common.clone();
            rows.extend(row.rules);
            Ok::<_, String>(Reading {
                latin: row.script == Script::Latin,
                usual: row.usual,
                languages: row.languages,
                foreign: row.foreign,
                odd: row.odd,
                rules: Rules::read(&file.classes, &rows)?,
            })
        };
        Ok(Table {
            kinds: kinds(&file.alphabet),
            readings: file.readings.into_iter().map(reading).collect::<Result<_, _>>()?,
        })
    }

    /// The readings that may be meant, with the letters of the text as they know them. A text with a letter that an
    /// orthography lacks was not written in it; one without Latin letters is read as Cyrillic only.
    fn fitting<'t>(
        &'t self,
        text: &'t str,
        wanted: &'t dyn Fn(&Reading) -> bool,
    ) -> impl Iterator<Item = (&'t Rules, Vec<char>)> {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let text = text.get(..end).unwrap_or(text);
        let latin = text
            .chars()
            .any(|letter| letter.is_alphabetic() && (letter as u32) < 0x250);
        let fits =
            move |reading: &&Reading| reading.latin == latin && !has_any(text, &reading.foreign) && wanted(reading);
        let letters = |reading: &'t Reading| (&reading.rules, Letters::of(text, Casing::Usual, &reading.rules).small);
        self.readings.iter().filter(fits).map(letters)
    }
}

/// Whether a text has one of these letters, or its capital.
fn has_any(text: &str, letters: &str) -> bool {
    let mut small = text.chars().flat_map(char::to_lowercase);
    small.any(|letter| letters.contains(letter))
}

fn kinds(alphabet: &Alphabet) -> BTreeMap<char, Sound> {
    let mut kinds = BTreeMap::new();
    for (group, vowels) in alphabet.vowels.iter().enumerate() {
        kinds.extend(vowels.chars().map(|vowel| (vowel, Sound::Vowel(group))));
    }
    for (class, consonants) in &alphabet.classes {
        kinds.extend(consonants.chars().map(|sound| (sound, Sound::Consonant(*class))));
    }
    for faint in alphabet.faint.chars() {
        let class = match kinds.get(&faint) {
            Some(Sound::Consonant(class)) => Some(*class),
            _ => None,
        };
        kinds.insert(faint, Sound::Faint(class));
    }
    kinds
}
