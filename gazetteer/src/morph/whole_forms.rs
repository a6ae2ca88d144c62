//! Forms that a gazetteer spells out: `{ "forms": { "genitive": ["Льва"] } }`. Cases that it leaves out stay with the
//! tables.
//!
//! A key is the name of a case, for the plural with `-plural` behind it: `genitive-plural`. Of a name that is a plural
//! without being said to be one (Три брата) a key without a number says the plural. In Turkish and English an
//! apostrophe more than the spelling has parts a suffix, as it does in text (`"locative": ["Kars’ta"]`).

use std::collections::BTreeMap;

use crate::entity::Number;
use crate::fold::is_apostrophe;
use crate::language::Language;
use crate::reading::{GrammaticalCase, Reading};

use super::russian::{TABLES, whole_form, with_suffix};
use super::spelling::{Stem, Word, words};
use super::{Category, Endings};

type Given = (String, Number, GrammaticalCase);

/// Puts the forms into the stems of their words. A form of another number of words is passed over.
pub(super) fn apply(
    planned: &mut [(Word<'_>, Vec<Stem>)],
    category: &Category<'_>,
    forms: &BTreeMap<String, Vec<String>>,
) {
    let count = planned.len();
    let mut given: Vec<Vec<Given>> = vec![Vec::new(); count];
    let own_number = match planned.iter().any(|(_, stems)| are_plural(stems)) {
        true => Number::Plural,
        false => category.number,
    };
    for (key, texts) in forms {
        let Some((case, number)) = key_of(key, own_number) else {
            continue;
        };
        for parts in texts
            .iter()
            .map(|text| words(text))
            .filter(|parts| parts.len() == count)
        {
            for (forms, part) in given.iter_mut().zip(parts) {
                forms.push((part.text.to_owned(), number, case));
            }
        }
    }
    let takes_suffixes = matches!(category.language, Language::Turkish | Language::English);
    let given = planned.iter_mut().enumerate().zip(given);
    for ((index, (word, stems)), mut given) in given.filter(|(_, given)| !given.is_empty()) {
        let mut rest = Vec::new();
        for stem in stems.drain(..) {
            match stem.endings {
                Endings::Russian(number) => remaining_forms(&stem.text, number, &mut given),
                _ => rest.push(stem),
            }
        }
        *stems = merged(given, category.language.is_cyrillic());
        if takes_suffixes && index + 1 == count {
            stems.iter_mut().for_each(|stem| part_suffix(stem, word.text));
        }
        stems.extend(rest);
    }
}

/// Whether all forms of a word are plurals.
fn are_plural(stems: &[Stem]) -> bool {
    let mut numbers = stems.iter().flat_map(|stem| match stem.endings {
        Endings::Russian(number) => TABLES.cells(number),
        _ => Vec::new(),
    });
    let is_plural = |(reading, _): (Reading, &str)| reading.number == Some(Number::Plural);
    numbers.next().is_some_and(is_plural) && numbers.all(is_plural)
}

/// Notes of a given form that its last apostrophe parts a suffix.
fn part_suffix(form: &mut Stem, spelled: &str) {
    let apostrophes = |text: &str| text.chars().filter(|sign| is_apostrophe(*sign)).count();
    if let Endings::Latin(number) = form.endings
        && apostrophes(&form.text) > apostrophes(spelled)
    {
        form.endings = Endings::Latin(with_suffix(number));
    }
}

/// Every form of a stem without letters, as a stem of its own.
pub(super) fn all_forms(endings: u16) -> Vec<Stem> {
    let mut forms = Vec::new();
    remaining_forms("", endings, &mut forms);
    merged(forms, true)
}

/// The forms that stems have in one number, as if they were in another: each a stem of its own.
pub(super) fn renumbered(stems: Vec<Stem>, own: Number, other: Number) -> Vec<Stem> {
    let mut forms: Vec<Given> = Vec::new();
    for stem in stems {
        let Endings::Russian(endings) = stem.endings else {
            continue;
        };
        for (reading, ending) in TABLES.cells(endings) {
            if let Some(case) = reading.case.filter(|_| reading.number == Some(own)) {
                let form = (format!("{}{ending}", stem.text), other, case);
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
    }
    merged(forms, true)
}

/// The forms of a stem in the cases that the gazetteer does not give.
fn remaining_forms(stem: &str, endings: u16, given: &mut Vec<Given>) {
    let known: Vec<_> = given.iter().map(|(_, number, case)| (*number, *case)).collect();
    for (reading, ending) in TABLES.cells(endings) {
        if let (Some(number), Some(case)) = (reading.number, reading.case)
            && !known.contains(&(number, case))
        {
            given.push((format!("{stem}{ending}"), number, case));
        }
    }
}

/// One stem a form and number, with all its cases, in the order of the forms.
fn merged(given: Vec<Given>, cyrillic: bool) -> Vec<Stem> {
    let mut forms: Vec<(String, Number, Vec<GrammaticalCase>)> = Vec::new();
    for (text, number, case) in given {
        match forms.iter_mut().find(|form| form.0 == text && form.1 == number) {
            Some(form) => form.2.push(case),
            None => forms.push((text, number, vec![case])),
        }
    }
    let stem = |(text, number, cases): (String, Number, Vec<GrammaticalCase>)| {
        let number = whole_form(&cases, number);
        let endings = if cyrillic {
            Endings::Russian(number)
        } else {
            Endings::Latin(number)
        };
        Stem { text, endings }
    };
    forms.into_iter().map(stem).collect()
}

fn key_of(key: &str, own_number: Number) -> Option<(GrammaticalCase, Number)> {
    let (name, number) = match (key.strip_suffix("-plural"), key.strip_suffix("-singular")) {
        (Some(name), _) => (name, Number::Plural),
        (_, Some(name)) => (name, Number::Singular),
        _ => (key, own_number),
    };
    let case = match name {
        "nominative" => GrammaticalCase::Nominative,
        "genitive" => GrammaticalCase::Genitive,
        "dative" => GrammaticalCase::Dative,
        "accusative" => GrammaticalCase::Accusative,
        "instrumental" => GrammaticalCase::Instrumental,
        "prepositional" | "locative" => GrammaticalCase::Locative,
        "second-locative" => GrammaticalCase::SecondLocative,
        "ablative" => GrammaticalCase::Ablative,
        _ => return None,
    };
    Some((case, number))
}
