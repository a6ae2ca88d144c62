//! The tables of Russian declension, read once from `data/tables/paradigms.ru.toml` and compiled: for every paradigm
//! and use of it the endings with their readings. It must not know words, only endings.
//!
//! An [`Endings::Russian`](crate::morph::Endings) number is an index of these compiled tables; above [`WHOLE`] it is
//! a set of cases that a whole form stands for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::entity::{Gender, Number};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::pattern::{Classes, Pattern};

/// The tables.
pub(in crate::morph) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    Tables::read(include_str!("../../../data/tables/paradigms.ru.toml"))
        .expect("a table of the package, which its tests read")
});

/// The columns of a row.
const CASES: [GrammaticalCase; 7] = [
    GrammaticalCase::Nominative,
    GrammaticalCase::Genitive,
    GrammaticalCase::Dative,
    GrammaticalCase::Accusative,
    GrammaticalCase::Instrumental,
    GrammaticalCase::Locative,
    GrammaticalCase::SecondLocative,
];

/// From here on a number of endings is a set of cases: the stem is the whole form.
const WHOLE: u16 = 0x8000;
const WHOLE_PLURAL: u16 = 0x0100;

/// Everything the file says.
#[derive(Debug)]
pub(in crate::morph) struct Tables {
    paradigms: Vec<Paradigm>,
    compiled: Vec<Compiled>,
    roles: BTreeMap<String, Vec<Rule>>,
    fleeting: Vec<Change>,
    inserted: Vec<Change>,
    singular: Vec<Change>,
    second_locative: Vec<String>,
    particles: Vec<String>,
    letters: Vec<(char, char)>,
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
            .map_or_else(|_| Readings::new(), |at| table.readings[at].1.clone())
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

    pub(super) fn is_vowel(&self, char: char) -> bool {
        self.classes.has('V', char)
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

/// The readings of a whole form.
pub(in crate::morph) fn whole_readings(endings: u16) -> Readings {
    let number = if endings & WHOLE_PLURAL == 0 {
        Number::Singular
    } else {
        Number::Plural
    };
    let mut readings: Readings = [GrammaticalCase::Ablative]
        .iter()
        .chain(&CASES)
        .filter(|case| endings & case_bit(**case) != 0)
        .map(|case| Reading::new(*case, number))
        .collect();
    readings.sort();
    readings
}

fn case_bit(case: GrammaticalCase) -> u16 {
    1 << (case as u16)
}

// Reading the file

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    paradigm: toml::Table,
    pre_reform: PreReform,
    classes: BTreeMap<String, String>,
    roles: BTreeMap<String, Vec<RuleRow>>,
    fleeting: Vec<ChangeRow>,
    inserted: Vec<ChangeRow>,
    singular: Vec<ChangeRow>,
    second_locative: Words,
    particles: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PreReform {
    #[serde(rename = "final")]
    last: String,
    endings: Vec<(String, String)>,
    letters: Vec<(char, char)>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RuleRow {
    Use(String, String),
    Include(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeRow {
    ending: String,
    cut: usize,
    add: String,
    #[serde(default)]
    also: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParadigmRow {
    drop: usize,
    gender: Option<Gender>,
    #[serde(default)]
    shown: bool,
    #[serde(default)]
    family: bool,
    singular: Option<String>,
    plural: Option<String>,
}

impl Tables {
    fn read(text: &str) -> Result<Tables, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let classes = Classes::new(&file.classes);
        let mut paradigms = Vec::new();
        let mut compiled = Vec::new();
        for (name, row) in file.paradigm {
            let row: ParadigmRow = row.try_into().map_err(|error| format!("{name}: {error}"))?;
            compiled.extend(compile_uses(&row, &file.pre_reform, &classes));
            paradigms.push(Paradigm {
                name,
                drop: row.drop,
                gender: row.gender,
                family: row.family,
                plural_only: row.singular.is_none(),
            });
        }
        let changes = |rows: Vec<ChangeRow>| rows.into_iter().map(change).collect();
        Ok(Tables {
            roles: roles(file.roles, &paradigms)?,
            fleeting: changes(file.fleeting),
            inserted: changes(file.inserted),
            singular: changes(file.singular),
            second_locative: file.second_locative.words,
            particles: file.particles.words,
            letters: file.pre_reform.letters,
            paradigms,
            compiled,
            classes,
        })
    }
}

fn roles(rows: BTreeMap<String, Vec<RuleRow>>, paradigms: &[Paradigm]) -> Result<BTreeMap<String, Vec<Rule>>, String> {
    let known: Vec<String> = rows.keys().cloned().collect();
    let number = |name: &str| {
        let found = paradigms.iter().position(|paradigm| paradigm.name == name);
        found.ok_or_else(|| format!("no paradigm {name}"))
    };
    let rule = |row: RuleRow| match row {
        RuleRow::Include(role) if known.contains(&role) => Ok(Rule::Include(role)),
        RuleRow::Include(role) => Err(format!("no role {role}")),
        RuleRow::Use(endings, names) => {
            let paradigms = names.split_whitespace().map(number).collect::<Result<_, _>>()?;
            Ok(Rule::Use(patterns(&endings), paradigms))
        }
    };
    rows.into_iter()
        .map(|(role, rules)| Ok((role, rules.into_iter().map(rule).collect::<Result<_, String>>()?)))
        .collect()
}

fn change(row: ChangeRow) -> Change {
    Change {
        patterns: patterns(&row.ending),
        cut: row.cut,
        add: row.add,
        also: row.also,
    }
}

/// Patterns parted by spaces; nothing at all is the pattern that always fits.
fn patterns(text: &str) -> Vec<Pattern> {
    match text {
        "" => vec![Pattern::new("")],
        _ => text.split_whitespace().map(Pattern::new).collect(),
    }
}

/// The tables of every use of a paradigm, in the order in which [`endings`] numbers them.
fn compile_uses(row: &ParadigmRow, pre_reform: &PreReform, classes: &Classes) -> Vec<Compiled> {
    let mut uses = Vec::with_capacity(27);
    for animacy in [Animacy::Animate, Animacy::Inanimate, Animacy::Unknown] {
        for cells in [Cells::All, Cells::Bare, Cells::Vocalic] {
            for numbers in [Numbers::Both, Numbers::Singular, Numbers::Plural] {
                uses.push(compile(row, pre_reform, classes, animacy, cells, numbers));
            }
        }
    }
    uses
}

fn compile(
    row: &ParadigmRow,
    pre_reform: &PreReform,
    classes: &Classes,
    animacy: Animacy,
    cells: Cells,
    numbers: Numbers,
) -> Compiled {
    let mut all = Vec::new();
    if numbers != Numbers::Plural {
        all.extend(row_cells(row.singular.as_deref(), Number::Singular, row, animacy));
    }
    if numbers != Numbers::Singular {
        all.extend(row_cells(row.plural.as_deref(), Number::Plural, row, animacy));
    }
    all.retain(|(_, ending)| match cells {
        Cells::All => true,
        Cells::Bare => !ending.chars().any(|char| classes.has('V', char)),
        Cells::Vocalic => ending.chars().any(|char| classes.has('V', char)),
    });
    let mut by_ending: BTreeMap<String, Readings> = BTreeMap::new();
    for (reading, ending) in &all {
        for ending in std::iter::once(ending.clone()).chain(old_endings(ending, pre_reform)) {
            by_ending.entry(ending).or_default().push(*reading);
        }
    }
    let sorted = |(ending, mut readings): (String, Readings)| {
        readings.sort();
        readings.dedup();
        (ending, readings)
    };
    Compiled {
        readings: by_ending.into_iter().map(sorted).collect(),
        cells: all,
    }
}

/// The cells of one row.
fn row_cells(row: Option<&str>, number: Number, paradigm: &ParadigmRow, animacy: Animacy) -> Vec<(Reading, String)> {
    let columns: Vec<&str> = row.unwrap_or_default().split_whitespace().collect();
    let mut cells = Vec::new();
    for (case, column) in CASES.into_iter().zip(&columns) {
        let at = |index: usize| columns.get(index).copied().unwrap_or("-");
        let sources = match (*column, animacy) {
            ("*", Animacy::Animate) => vec![at(1)],
            ("*", Animacy::Inanimate) => vec![at(0)],
            ("*", Animacy::Unknown) => vec![at(1), at(0)],
            (column, _) => vec![column],
        };
        let reading = Reading {
            gender: paradigm.gender.filter(|_| paradigm.shown && number == Number::Singular),
            ..Reading::new(case, number)
        };
        let endings = sources.into_iter().flat_map(|source| source.split('/'));
        let written = endings.filter(|ending| *ending != "-");
        cells.extend(written.map(|ending| {
            (
                reading,
                if ending == "0" {
                    String::new()
                } else {
                    ending.to_owned()
                },
            )
        }));
    }
    cells
}

/// How the ending was spelled before 1918.
fn old_endings(ending: &str, pre_reform: &PreReform) -> Vec<String> {
    if ending.is_empty() {
        return vec![pre_reform.last.clone()];
    }
    let old = pre_reform.endings.iter().filter(|(modern, _)| modern == ending);
    old.map(|(_, old)| old.clone()).collect()
}
