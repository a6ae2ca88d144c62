//! The tables of Russian declension, read once from `data/tables/paradigms.ru.toml` and compiled: for every paradigm
//! and use of it the endings with their readings. It must not know words, only endings.
//!
//! An [`Endings::Russian`](crate::morph::Endings) number is an index of these compiled tables; above [`WHOLE`] it is
//! a set of cases that a whole form stands for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::entity::{Gender, Number};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::pattern::{Classes, Pattern};

mod file;
mod undone;

/// The tables.
pub(in crate::morph) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    Tables::read(include_str!("../../../data/tables/paradigms.ru.toml"))
        .expect("a table of the package, which its tests read")
});

/// From here on a number of endings is a set of cases: the stem is the whole form.
const WHOLE: u16 = 0x8000;
/// Above the bits of the cases.
const WHOLE_PLURAL: u16 = 0x1000;
/// What stands behind the last apostrophe of the whole form is its suffix.
const WHOLE_SUFFIXED: u16 = 0x2000;

/// Everything the file says.
#[derive(Debug)]
pub(in crate::morph) struct Tables {
    paradigms: Vec<Paradigm>,
    compiled: Vec<Compiled>,
    roles: BTreeMap<String, Vec<Rule>>,
    fleeting: Vec<Change>,
    inserted: Vec<Change>,
    singular: Vec<Change>,
    never: Vec<Pattern>,
    seldom: Vec<Pattern>,
    second_locative: Vec<String>,
    particles: Vec<String>,
    articles: Vec<String>,
    prepositions: Vec<String>,
    undeclined: Vec<String>,
    declined: Vec<String>,
    soft_sign: Vec<String>,
    letters: Vec<(char, char)>,
    roots: Vec<(String, String)>,
    classes: Classes,
}

/// What the rules need to know of a paradigm.
#[derive(Debug)]
pub(super) struct Paradigm {
    pub(super) name: String,
    /// Letters of the dictionary form that come off.
    pub(super) drop: usize,
    pub(super) gender: Option<Gender>,
    /// Whether its plural needs no surname.
    pub(super) family: bool,
    pub(super) plural_only: bool,
}

/// How the accusative goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Animacy {
    Animate,
    Inanimate,
    Unknown,
}

/// Which cells of a paradigm a stem takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    All,
    /// Endings without a vowel.
    Bare,
    /// Endings with a vowel.
    Vocalic,
}

/// Which numbers of a paradigm are licensed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    Both,
    Singular,
    Plural,
}

/// A change at the end of a word.
#[derive(Debug)]
pub(super) struct Change {
    patterns: Vec<Pattern>,
    /// Letters that go.
    pub(super) cut: usize,
    /// Letters that come.
    pub(super) add: String,
    /// Whether the word without the change is licensed as well.
    pub(super) also: bool,
}

#[derive(Debug)]
enum Rule {
    Use(Vec<Pattern>, Vec<usize>),
    Include(String),
}

/// The endings of one use of a paradigm.
#[derive(Debug, Default)]
struct Compiled {
    /// By ending, sorted.
    readings: Vec<(String, Readings)>,
    /// In the order of the row, the usual ending first, without those that are only read.
    cells: Vec<(Reading, String)>,
}

impl Tables {
    /// The readings of an ending.
    pub(in crate::morph) fn readings(&self, endings: u16, ending: &str) -> Readings {
        if endings >= WHOLE {
            return if ending.is_empty() {
                whole_readings(endings)
            } else {
                Readings::new()
            };
        }
        let Some(table) = self.compiled.get(usize::from(endings)) else {
            return Readings::new();
        };
        table
            .readings
            .binary_search_by(|(known, _)| known.as_str().cmp(ending))
            .map_or_else(|_| Readings::new(), |at| Readings::from_slice(&table.readings[at].1))
    }

    /// The endings that letters begin with, and behind which they go on: the length of each in bytes and what it says.
    pub(in crate::morph) fn inner_endings(
        &self,
        endings: u16,
        letters: &str,
    ) -> impl Iterator<Item = (usize, Readings)> {
        let whole = (endings >= WHOLE).then(|| (0, whole_readings(endings)));
        let table = self.compiled.get(usize::from(endings)).filter(|_| whole.is_none());
        let begun = table.into_iter().flat_map(|table| &table.readings);
        let begun = begun.filter(|(ending, _)| ending.len() < letters.len() && letters.starts_with(ending.as_str()));
        let begun = begun.map(|(ending, readings)| (ending.len(), Readings::from_slice(readings)));
        whole.into_iter().chain(begun)
    }

    /// The endings with their readings, the usual first.
    pub(in crate::morph) fn cells(&self, endings: u16) -> Vec<(Reading, &str)> {
        if endings >= WHOLE {
            return whole_readings(endings)
                .into_iter()
                .map(|reading| (reading, ""))
                .collect();
        }
        let cells = self
            .compiled
            .get(usize::from(endings))
            .map_or(&[][..], |table| &table.cells);
        cells
            .iter()
            .map(|(reading, ending)| (*reading, ending.as_str()))
            .collect()
    }

    /// The cases and numbers that a number of endings has forms in, a bit each.
    pub(super) fn says(&self, endings: u16) -> u32 {
        let bit = |reading: &Reading| match (reading.case, reading.number) {
            (Some(case), Some(number)) => 1 << (case as u32 + 16 * number as u32),
            _ => u32::MAX,
        };
        let cells = self.cells(endings);
        cells
            .iter()
            .map(|(reading, _)| bit(reading))
            .fold(0, |all, one| all | one)
    }

    /// The name of the paradigm that a number of endings belongs to; `None` for a whole form.
    pub(in crate::morph) fn paradigm_of(&self, endings: u16) -> Option<&str> {
        let paradigm = self.paradigms.get(usize::from(endings) / USES)?;
        (endings < WHOLE).then_some(paradigm.name.as_str())
    }

    /// The gender of the words of a paradigm, and whether they have only a plural; `None` for a whole form and for words
    /// that stay as they are.
    pub(in crate::morph) fn noun(&self, endings: u16) -> Option<(Option<Gender>, bool)> {
        let paradigm = self.paradigms.get(usize::from(endings) / USES)?;
        let says = endings < WHOLE && paradigm.name != "fixed";
        says.then_some((paradigm.gender, paradigm.plural_only))
    }

    /// The endings that are licensed by a number, those that are only read left out; the usual first, with repetitions.
    pub(in crate::morph) fn endings_of(&self, endings: u16) -> impl Iterator<Item = &str> {
        let table = self.compiled.get(usize::from(endings));
        table
            .into_iter()
            .flat_map(|table| table.cells.iter().map(|(_, ending)| ending.as_str()))
    }

    /// The paradigms that a role gives a folded word, the usual first.
    pub(super) fn classify(&self, role: &str, word: &str) -> &[usize] {
        self.classify_within(role, word, 4).unwrap_or_default()
    }

    pub(super) fn paradigm(&self, index: usize) -> &Paradigm {
        &self.paradigms[index]
    }

    /// A paradigm by its name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.paradigms.iter().position(|paradigm| paradigm.name == name)
    }

    /// The names of the paradigms.
    pub(in crate::morph) fn names(&self) -> impl Iterator<Item = &str> {
        self.paradigms.iter().map(|paradigm| paradigm.name.as_str())
    }

    pub(super) fn fleeting(&self, word: &str) -> Option<&Change> {
        self.change(&self.fleeting, word)
    }

    pub(super) fn inserted(&self, word: &str) -> Option<&Change> {
        self.change(&self.inserted, word)
    }

    pub(super) fn singular(&self, word: &str) -> Option<&Change> {
        self.change(&self.singular, word)
    }

    pub(super) fn has_second_locative(&self, word: &str) -> bool {
        self.second_locative.iter().any(|known| known == word)
    }

    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.iter().any(|known| known == word)
    }

    /// Whether a small word is an article, which parts no name from its head (Шат-эль-Араба).
    pub(super) fn is_article(&self, word: &str) -> bool {
        self.articles.iter().any(|known| known == word)
    }

    /// Whether a folded word mostly stays as it is where another word of the name follows it (Ллойд Джорджа).
    pub(in crate::morph) fn is_undeclined_before(&self, word: &str) -> bool {
        self.undeclined.iter().any(|known| known == word)
    }

    /// Whether a folded first part of a double name mostly declines (Москвы-реки).
    pub(super) fn is_declined_before(&self, word: &str) -> bool {
        self.declined.iter().any(|known| known == word)
    }

    pub(super) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.iter().any(|known| known == word)
    }

    /// Whether a folded word, spelled without it in Latin letters, ends in a soft sign.
    pub(super) fn has_soft_sign(&self, word: &str) -> bool {
        self.soft_sign.iter().any(|known| known.strip_suffix('ь') == Some(word))
    }

    /// The letters of today for those of the spelling before 1918.
    pub(super) fn modern_letters(&self, word: &str) -> String {
        let modern = |char| {
            self.letters
                .iter()
                .find(|(old, _)| *old == char)
                .map_or(char, |pair| pair.1)
        };
        word.chars().map(modern).collect()
    }

    /// How a folded stem was spelled before 1918, where that differs: і before a vowel, and ѣ and ѳ in the roots that
    /// had them. A root that stands in the stem may be spelled the new way all the same.
    pub(in crate::morph) fn old_stems(&self, stem: &str) -> Vec<String> {
        let mut rooted = stem.to_owned();
        for (modern, old) in &self.roots {
            match modern.strip_prefix('^') {
                Some(modern) => {
                    if let Some(rest) = rooted.strip_prefix(modern) {
                        rooted = format!("{old}{rest}");
                    }
                }
                None => rooted = rooted.replace(modern.as_str(), old),
            }
        }
        let mut stems: Vec<String> = Vec::new();
        for old in [with_old_i(stem, &self.classes), with_old_i(&rooted, &self.classes)] {
            if old != stem && !stems.contains(&old) {
                stems.push(old);
            }
        }
        stems
    }

    pub(super) fn is_vowel(&self, char: char) -> bool {
        self.classes.has('V', char)
    }

    pub(in crate::morph) fn is_consonant(&self, char: char) -> bool {
        self.classes.has('C', char)
    }

    fn classify_within(&self, role: &str, word: &str, depth: usize) -> Option<&[usize]> {
        self.roles.get(role)?.iter().find_map(|rule| match rule {
            Rule::Use(patterns, paradigms) => patterns
                .iter()
                .any(|pattern| pattern.fits(word, &self.classes))
                .then_some(paradigms.as_slice()),
            Rule::Include(other) => self.classify_within(other, word, depth.checked_sub(1)?),
        })
    }

    fn change<'a>(&self, list: &'a [Change], word: &str) -> Option<&'a Change> {
        list.iter()
            .find(|change| change.patterns.iter().any(|pattern| pattern.fits(word, &self.classes)))
    }
}

/// A folded word with і before vowels and before й.
fn with_old_i(folded: &str, classes: &Classes) -> String {
    let mut letters = folded.chars().peekable();
    let mut old = String::with_capacity(folded.len());
    while let Some(letter) = letters.next() {
        let before_vowel = letters
            .peek()
            .is_some_and(|next| *next == 'й' || *next == 'ѣ' || classes.has('V', *next));
        old.push(if letter == 'и' && before_vowel { 'і' } else { letter });
    }
    old
}

/// Uses of one paradigm: three values each of animacy, cells and numbers.
const USES: usize = 27;

/// The number of the endings of a paradigm in one use.
pub(super) fn endings(paradigm: usize, animacy: Animacy, cells: Cells, numbers: Numbers) -> u16 {
    let index = ((paradigm * 3 + animacy as usize) * 3 + cells as usize) * 3 + numbers as usize;
    u16::try_from(index).unwrap_or(WHOLE)
}

/// The number that says: the stem is a whole form of these cases.
pub(in crate::morph) fn whole_form(cases: &[GrammaticalCase], number: Number) -> u16 {
    let plural = if number == Number::Plural { WHOLE_PLURAL } else { 0 };
    cases.iter().fold(WHOLE | plural, |set, case| set | case_bit(*case))
}

/// Whether a number of endings stands for a whole form.
pub(in crate::morph) fn is_whole_form(endings: u16) -> bool {
    endings >= WHOLE
}

/// The number of a whole form that has a suffix behind its last apostrophe.
pub(in crate::morph) fn with_suffix(endings: u16) -> u16 {
    endings | WHOLE_SUFFIXED
}

/// Whether a whole form has a suffix behind its last apostrophe.
pub(in crate::morph) fn has_suffix(endings: u16) -> bool {
    is_whole_form(endings) && endings & WHOLE_SUFFIXED != 0
}

/// The readings of a whole form.
pub(in crate::morph) fn whole_readings(endings: u16) -> Readings {
    let number = if endings & WHOLE_PLURAL == 0 {
        Number::Singular
    } else {
        Number::Plural
    };
    GrammaticalCase::ALL
        .iter()
        .filter(|case| endings & case_bit(**case) != 0)
        .map(|case| Reading::new(*case, number))
        .collect()
}

fn case_bit(case: GrammaticalCase) -> u16 {
    1 << (case as u16)
}
