//! Reading `data/tables/paradigms.ru.toml`: the shapes of its rows, and the endings of every use of a paradigm made from
//! them. It must not be needed once the tables stand.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::entity::{Gender, Number};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::{Animacy, Cells, Change, Compiled, Numbers, Paradigm, Rule, Tables};
use crate::morph::russian::pattern::{Classes, Pattern};

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
    dictionary_form: DictionaryForm,
    second_locative: Words,
    particles: Words,
    articles: Words,
    prepositions: Words,
    undeclined: Words,
    declined: Words,
    soft_sign: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DictionaryForm {
    never: String,
    seldom: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PreReform {
    #[serde(rename = "final")]
    last: String,
    endings: Vec<(String, String)>,
    plural_endings: Vec<(String, String)>,
    dative_and_prepositional: Vec<(String, String)>,
    letters: Vec<(char, char)>,
    roots: Vec<(String, String)>,
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
    pub(super) fn read(text: &str) -> Result<Tables, String> {
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
            never: patterns(&file.dictionary_form.never),
            seldom: patterns(&file.dictionary_form.seldom),
            second_locative: file.second_locative.words,
            particles: file.particles.words,
            articles: file.articles.words,
            prepositions: file.prepositions.words,
            undeclined: file.undeclined.words,
            declined: file.declined.words,
            soft_sign: file.soft_sign.words,
            letters: file.pre_reform.letters,
            roots: file.pre_reform.roots,
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

/// The tables of every use of a paradigm, in the order in which [`super::endings`] numbers them.
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
        for ending in std::iter::once(ending.clone()).chain(old_endings(reading, ending, pre_reform, classes)) {
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

/// The columns of a row: the cases of Russian. Behind them stand those that only Turkish has.
const RUSSIAN_CASES: &[GrammaticalCase] = GrammaticalCase::ALL.split_at(7).0;

/// The cells of one row.
fn row_cells(row: Option<&str>, number: Number, paradigm: &ParadigmRow, animacy: Animacy) -> Vec<(Reading, String)> {
    let columns: Vec<&str> = row.unwrap_or_default().split_whitespace().collect();
    let mut cells = Vec::new();
    for (case, column) in RUSSIAN_CASES.iter().copied().zip(&columns) {
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

/// How the ending was spelled before 1918, where that differs. What the table says of it goes before the general rules:
/// і before a vowel and before й, ъ behind a consonant.
fn old_endings(reading: &Reading, ending: &str, pre_reform: &PreReform, classes: &Classes) -> Vec<String> {
    let plural = match reading.number {
        Some(Number::Plural) => pre_reform.plural_endings.as_slice(),
        _ => &[],
    };
    let dative = match reading.case {
        Some(GrammaticalCase::Dative | GrammaticalCase::Locative) => pre_reform.dative_and_prepositional.as_slice(),
        _ => &[],
    };
    let listed = [pre_reform.endings.as_slice(), plural, dative].into_iter().flatten();
    let listed = listed.filter(|(modern, _)| modern == ending);
    let candidates = std::iter::once(ending).chain(listed.map(|(_, old)| old.as_str()));
    candidates
        .map(|candidate| {
            let mut old = super::with_old_i(candidate, classes);
            if old.chars().next_back().is_none_or(|last| is_hard(last, classes)) {
                old.push_str(&pre_reform.last);
            }
            old
        })
        .filter(|old| old != ending)
        .collect()
}

fn is_hard(letter: char, classes: &Classes) -> bool {
    classes.has('C', letter) && letter != 'й'
}
