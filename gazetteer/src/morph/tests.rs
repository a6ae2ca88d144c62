//! Forms and their readings, as text. A row is `spelling | category | form | readings`; `-` is refused.
//!
//! A category is any of: a language (else the table's), a type, a gender, a part, `plural`, and an inflection. Readings
//! are cases by their first letters, small for the singular and capital for the plural, see [`draw`].

use proptest::prelude::*;

use super::*;
use crate::entity::{Harmony, WordRole};
use crate::reading::{Copula, Possessor};

mod english;
mod lists;
mod nominatives;
mod properties;
mod reinflection;
mod russian;
mod turkish;

/// What a row of a table says of the spelling.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) text: String,
    language: Language,
    kind: EntityType,
    gender: Option<Gender>,
    part: Part,
    number: Number,
    inflection: Inflection,
}

impl Subject {
    pub(super) fn new(text: &str, category: &str, language: Language) -> Subject {
        let mut subject = Subject {
            text: text.to_owned(),
            language,
            kind: EntityType::Other,
            gender: None,
            part: Part::Full,
            number: Number::Singular,
            inflection: Inflection::Auto,
        };
        for word in category.split_whitespace() {
            subject.say(word);
        }
        subject
    }

    pub(super) fn category(&self) -> Category<'_> {
        Category {
            language: &self.language,
            kind: self.kind,
            gender: self.gender,
            part: self.part,
            number: self.number,
            inflection: &self.inflection,
        }
    }

    fn say(&mut self, word: &str) {
        if let Some(kind) = EntityType::ALL.iter().find(|kind| kind.as_str() == word) {
            self.kind = *kind;
        } else if let Some(gender) = Gender::ALL.iter().find(|gender| gender.as_str() == word) {
            self.gender = Some(*gender);
        } else if let Some(part) = Part::ALL.iter().find(|part| part.as_str() == word) {
            self.part = *part;
        } else if word == "plural" {
            self.number = Number::Plural;
        } else if let Some(value) = word.strip_prefix("harmony=") {
            self.inflection = Inflection::Harmony(if value == "front" {
                Harmony::Front
            } else {
                Harmony::Back
            });
        } else if let Some(value) = word.strip_prefix("reading=") {
            self.inflection = Inflection::Reading(value.to_owned());
        } else if let Some(value) = word.strip_prefix("paradigm=") {
            self.inflection = Inflection::Paradigm(value.to_owned());
        } else if let Some(value) = word.strip_prefix("words=") {
            let role = |name: &str| WordRole::ALL.iter().copied().find(|role| role.as_str() == name);
            self.inflection = Inflection::Words(value.split(',').filter_map(role).collect());
        } else if let Some(value) = word.strip_prefix("forms=") {
            let forms = value.split(';').filter_map(|pair| pair.split_once(':'));
            let texts = |texts: &str| texts.split(',').map(|text| text.replace('_', " ")).collect();
            self.inflection = Inflection::Forms(forms.map(|(case, list)| (case.to_owned(), texts(list))).collect());
        } else if word == "none" {
            self.inflection = Inflection::None;
        } else {
            self.language = Language::parse(word).unwrap_or_else(|| panic!("what is {word}?"));
        }
    }
}

/// Checks a table of rows in a paragraph of a language.
pub(super) fn check(language: &Language, table: &str) {
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [text, category, form, expected] = row.as_slice() else {
            panic!("a row has four columns: {row:?}");
        };
        let subject = Subject::new(text, category, language.clone());
        let found = draw(&analyse(&subject, language, form));
        if found != sorted(expected) {
            wrong.push(format!(
                "{text} | {category} | {form} | expected {expected}, found {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Checks a table of `spelling | category | reading | forms`.
pub(super) fn check_forms(language: &Language, joint: Joint, table: &str) {
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [text, category, reading, expected] = row.as_slice() else {
            panic!("a row has four columns: {row:?}");
        };
        let subject = Subject::new(text, category, language.clone());
        let found = generate(text, &subject.category(), language, &read(reading), joint).join(", ");
        if found != *expected {
            wrong.push(format!(
                "{text} | {category} | {reading} | expected {expected}, found {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('|').map(str::trim).collect())
}

/// The readings of a form of a spelling, put together as the matcher does; a slow and obvious stand-in for it.
pub(super) fn analyse(subject: &Subject, paragraph: &Language, form: &str) -> Vec<Reading> {
    let plan = plan(&subject.text, &subject.category());
    let words = spelling::words(form);
    if words.len() != plan.words.len() {
        return Vec::new();
    }
    let per_word: Vec<Vec<Reading>> = plan
        .words
        .iter()
        .zip(&words)
        .enumerate()
        .map(|(index, (planned, word))| {
            // What closes the name belongs to the last word: Dumas’, T.B.M.M.’nin.
            // But a quotation mark or bracket that the spelling closes stands behind what is inflected.
            let end = if index + 1 == words.len() {
                form.trim_end_matches(['»', '”', ')']).len()
            } else {
                word.range.end
            };
            word_readings(planned, paragraph, &form[word.range.start..end])
        })
        .collect();
    let decides = match plan.agreement {
        Agreement::Last => per_word.len().saturating_sub(1),
        Agreement::UpTo(index) => index,
    };
    if per_word.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    // A suffix behind the last word, which is outside the agreement, is one of Turkish or English: it decides.
    let last = per_word.last().map_or(&[][..], Vec::as_slice);
    let nominative = Reading::new(GrammaticalCase::Nominative, Number::Singular);
    let bare = |reading: &Reading| *reading == Reading::default() || *reading == nominative;
    if decides + 1 < per_word.len() && !last.iter().any(bare) {
        return last.to_vec();
    }
    let agrees = |reading: &Reading| match plan.agreement {
        Agreement::Last => true,
        Agreement::UpTo(_) => per_word[..decides].iter().all(|word| {
            word.iter()
                .any(|other| other.case.is_none() || (other.case, other.number) == (reading.case, reading.number))
        }),
    };
    let mut found: Vec<Reading> = per_word[decides].iter().copied().filter(agrees).collect();
    found.sort();
    found.dedup();
    found
}

fn word_readings(planned: &PlannedWord, paragraph: &Language, form: &str) -> Vec<Reading> {
    let mut found = Vec::new();
    for (stem, endings) in &planned.stems {
        let ends = form.char_indices().map(|(at, _)| at).chain([form.len()]);
        for at in ends.filter(|at| fold_word(&form[..*at]) == *stem) {
            let rest = form[at..].trim_start_matches(['.', ')']);
            let source = rest.strip_prefix(['’', '\'']).unwrap_or(rest);
            let folded = fold_word(source);
            let ending = Ending {
                folded: &folded,
                apostrophe: rest.len() > source.len(),
                source,
            };
            found.extend(readings(*endings, paragraph, &ending));
        }
    }
    found
}

/// Readings in short: `n g d a i l L2 abl`, capital in the plural; `+1sg` possessor, `gki:n` behind -ki, `!past` copula;
/// `_` says nothing. Gender is left out.
pub(super) fn draw(readings: &[Reading]) -> String {
    if readings.is_empty() {
        return "-".to_owned();
    }
    let mut drawn: Vec<String> = Vec::new();
    for reading in readings {
        let text = draw_one(reading);
        if !drawn.contains(&text) {
            drawn.push(text);
        }
    }
    sorted(&drawn.join(" "))
}

fn sorted(readings: &str) -> String {
    let mut words: Vec<&str> = readings.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

const CASES: [(GrammaticalCase, &str); 9] = [
    (GrammaticalCase::Nominative, "n"),
    (GrammaticalCase::Genitive, "g"),
    (GrammaticalCase::Dative, "d"),
    (GrammaticalCase::Accusative, "a"),
    (GrammaticalCase::Instrumental, "i"),
    (GrammaticalCase::Locative, "l"),
    (GrammaticalCase::SecondLocative, "l2"),
    (GrammaticalCase::Ablative, "abl"),
    (GrammaticalCase::Equative, "equ"),
];

fn draw_one(reading: &Reading) -> String {
    let case = |case: Option<GrammaticalCase>, number: Option<Number>| {
        let name = CASES
            .iter()
            .find(|(known, _)| Some(*known) == case)
            .map_or("_", |(_, name)| name);
        if number == Some(Number::Plural) {
            name.to_uppercase()
        } else {
            name.to_owned()
        }
    };
    let person = |possessor: Possessor| {
        let number = if possessor.number == Number::Plural { "pl" } else { "sg" };
        format!("{}{number}", possessor.person)
    };
    let mut text = String::new();
    if let Some(base) = reading.base {
        text = format!("{}ki:", case(Some(base.case), Some(base.number)));
    }
    text += &case(reading.case, reading.number);
    if let Some(possessor) = reading.possessor {
        text += &format!("+{}", person(possessor));
    }
    if let Some(copula) = reading.copula {
        text += match copula {
            Copula::Present => "!is",
            Copula::Past => "!was",
            Copula::Evidential => "!is-said",
            Copula::Conditional => "!if",
            Copula::While => "!while",
        };
    }
    if let Some(subject) = reading.subject {
        text += &person(subject);
    }
    text
}

/// Reads what [`draw_one`] draws, as far as the tables of forms need it.
fn read(text: &str) -> Reading {
    let (text, possessor) = text
        .split_once('+')
        .map_or((text, None), |(text, person)| (text, Some(person)));
    let (base, text) = text
        .split_once("ki:")
        .map_or((None, text), |(base, text)| (Some(base), text));
    let case = |text: &str| {
        let small = text.to_lowercase();
        let case = CASES.iter().find(|(_, name)| *name == small).map(|(case, _)| *case);
        let number = if small == text {
            Number::Singular
        } else {
            Number::Plural
        };
        (case.unwrap_or_else(|| panic!("what case is {text}?")), number)
    };
    let (main, number) = case(text);
    Reading {
        possessor: possessor.map(|text| Possessor {
            person: text[..1].parse().unwrap(),
            number: if text.ends_with("pl") {
                Number::Plural
            } else {
                Number::Singular
            },
        }),
        base: base.map(|text| {
            let (case, number) = case(text);
            crate::reading::Base { case, number }
        }),
        ..Reading::new(main, number)
    }
}
