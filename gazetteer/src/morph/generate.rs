//! The form of a spelling in a reading, from the same stems and tables that analysis reads. It must not guess: where the
//! tables have no form there is none.

use crate::entity::{EntityType, Number};
use crate::fold::is_apostrophe;
use crate::language::Language;
use crate::reading::{Base, Copula, GrammaticalCase, Possessor, Reading, Readings};

use super::russian::{TABLES, has_suffix, is_whole_form, romanized, whole_readings};
use super::spelling::{Stem, Word, reassemble};
use super::{Agreement, Category, Endings, Joint, lists, planned, turkish};

/// See [`super::generate()`].
pub(super) fn generate(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    reading: &Reading,
    joint: Joint,
) -> Vec<String> {
    if reading.case.is_none() && *reading == Reading::default() {
        return vec![text.to_owned()];
    }
    // The nearest thing to a form that the new word lacks: the prepositional for the second locative, its own number.
    let other = match reading.number {
        Some(Number::Plural) => Number::Singular,
        _ => Number::Plural,
    };
    let plain = match reading.case {
        Some(GrammaticalCase::SecondLocative) => Some(GrammaticalCase::Locative),
        case => case,
    };
    let attempts = [
        *reading,
        Reading {
            case: plain,
            ..*reading
        },
        Reading {
            case: plain,
            number: Some(other),
            ..*reading
        },
    ];
    let mut forms = attempts
        .iter()
        .map(|reading| exactly(text, category, paragraph, reading, joint));
    forms.find(|forms| !forms.is_empty()).unwrap_or_default()
}

/// See [`super::forms()`].
pub(super) fn forms(text: &str, category: &Category<'_>, paragraph: &Language) -> Vec<(String, Readings)> {
    let joint = match category.kind {
        EntityType::Group => Joint::Solid,
        _ => Joint::Apostrophe('’'),
    };
    joined_forms(text, category, paragraph, joint)
}

/// The same with a joint of one's own.
pub(super) fn joined_forms(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    joint: Joint,
) -> Vec<(String, Readings)> {
    forms_in(
        text,
        category,
        paragraph,
        joint,
        &readings_for_people(category, paragraph),
    )
}

/// See [`super::written_forms()`].
pub(super) fn written_forms(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    joint: Joint,
) -> Vec<(String, Readings)> {
    let mut readings = readings_for_people(category, paragraph);
    if *paragraph == Language::Turkish && !category.language.is_cyrillic() {
        readings.extend(turkish_chains(category.number));
    }
    forms_in(text, category, paragraph, joint, &readings)
}

/// What is often said behind a case: that which is there (Ankara’daki, Ankara’dakiler), and that it is or was.
fn turkish_chains(number: Number) -> impl Iterator<Item = Reading> {
    let bases = [GrammaticalCase::Locative, GrammaticalCase::Genitive].map(|case| Base { case, number });
    let there = bases.into_iter().flat_map(|base| {
        [Number::Singular, Number::Plural].map(|number| Reading {
            base: Some(base),
            ..Reading::new(GrammaticalCase::Nominative, number)
        })
    });
    let is = [Copula::Present, Copula::Past, Copula::Evidential].map(|copula| Reading {
        copula: Some(copula),
        ..Reading::new(GrammaticalCase::Nominative, number)
    });
    there.chain(is)
}

/// Each form that says one of some readings, with all of them that it says.
fn forms_in(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    joint: Joint,
    readings: &[Reading],
) -> Vec<(String, Readings)> {
    let mut forms: Vec<(String, Readings)> = Vec::new();
    for reading in readings {
        for form in exactly(text, category, paragraph, reading, joint) {
            let index = forms.iter().position(|(known, _)| *known == form);
            let index = index.unwrap_or_else(|| {
                forms.push((form, Readings::new()));
                forms.len() - 1
            });
            forms[index].1.push(*reading);
        }
    }
    for (_, readings) in &mut forms {
        super::without_second_person(readings);
        readings.sort();
        readings.dedup();
    }
    forms
}

fn readings_for_people(category: &Category<'_>, paragraph: &Language) -> Vec<Reading> {
    let latin = !category.language.is_cyrillic() && *category.language != Language::RussianLatin;
    if latin && *paragraph != Language::Turkish && !may_be_borrowed(category, paragraph) {
        let possessive = (*paragraph == Language::English).then_some(super::ENGLISH_POSSESSIVE);
        return [Reading::default()].into_iter().chain(possessive).collect();
    }
    let numbers = match category.number {
        Number::Singular => [Number::Singular, Number::Plural],
        Number::Plural => [Number::Plural, Number::Singular],
    };
    let cases = numbers
        .into_iter()
        .flat_map(|number| GrammaticalCase::ALL.map(|case| Reading::new(case, number)));
    let mut readings: Vec<Reading> = cases.collect();
    if *paragraph == Language::Turkish && !category.language.is_cyrillic() {
        let possessors = [Number::Singular, Number::Plural]
            .into_iter()
            .flat_map(|number| [1, 2, 3].map(|person| Possessor { person, number }));
        readings.extend(possessors.map(|possessor| Reading {
            possessor: Some(possessor),
            ..Reading::new(GrammaticalCase::Nominative, category.number)
        }));
    }
    readings
}

/// The forms that say exactly this.
pub(super) fn exactly(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    reading: &Reading,
    joint: Joint,
) -> Vec<String> {
    let (words, agreement) = planned(text, category);
    let declines = match category.language {
        Language::Russian => true,
        Language::RussianLatin => *paragraph != Language::Turkish,
        // It is read and not written.
        Language::RussianPreReform => {
            let nominative =
                reading.case == Some(GrammaticalCase::Nominative) && reading.number == Some(category.number);
            return nominative.then(|| text.to_owned()).into_iter().collect();
        }
        _ => {
            let mut stems = words.iter().flat_map(|(_, stems)| stems);
            may_be_borrowed(category, paragraph) && stems.any(|stem| matches!(stem.endings, Endings::Borrowed(_)))
        }
    };
    if declines {
        declined(text, &words, agreement, reading)
    } else {
        suffixed(text, &words, paragraph, reading, joint)
    }
}

/// Whether a spelling of another language may be declined: among Russian words in Latin letters.
fn may_be_borrowed(category: &Category<'_>, paragraph: &Language) -> bool {
    *paragraph == Language::RussianLatin && matches!(category.language, Language::Turkish | Language::English)
}

/// A declined form: every word in the reading, the last with all its variants, those before it also as they are where
/// that is usual.
fn declined(text: &str, words: &[(Word<'_>, Vec<Stem>)], agreement: Agreement, reading: &Reading) -> Vec<String> {
    if reading.possessor.is_some() || reading.base.is_some() || reading.copula.is_some() {
        return Vec::new();
    }
    let decides = match agreement {
        Agreement::Last => words.len().saturating_sub(1),
        Agreement::UpTo(index) => index,
    };
    let plain: Vec<Word<'_>> = words.iter().map(|(word, _)| word.clone()).collect();
    let forms: Vec<Vec<String>> = words
        .iter()
        .enumerate()
        .map(|(index, (word, stems))| match index {
            _ if index > decides => vec![word.text.to_owned()],
            _ if index == decides => word_forms(stems, text, reading),
            _ => forms_before(&plain, index, stems, text, reading),
        })
        .collect();
    // Adjectives and noun agree or there is no form; a word of a person that has none stays as it is.
    let agree = agreement == Agreement::Last || forms.iter().take(decides).all(|forms| !forms.is_empty());
    let Some(last) = forms.get(decides).filter(|forms| agree && !forms.is_empty()) else {
        return Vec::new();
    };
    let mut results: Vec<String> = Vec::new();
    for last in last {
        for choice in 0..2 {
            let form = |index: usize| -> &str {
                match forms[index].get(choice).or(forms[index].first()) {
                    _ if index == decides => last,
                    Some(form) => form,
                    None => plain[index].text,
                }
            };
            let chosen: Vec<&str> = (0..plain.len()).map(form).collect();
            let result = reassemble(text, &plain, &chosen);
            if !results.contains(&result) {
                results.push(result);
            }
        }
    }
    results
}

/// The forms of a word before the one that decides, the usual first: one, and a second where it may stay as it is.
fn forms_before(words: &[Word<'_>], index: usize, stems: &[Stem], spelling: &str, reading: &Reading) -> Vec<String> {
    let word = &words[index];
    let mut forms = word_forms(stems, spelling, reading);
    forms.truncate(1);
    let follows = words.get(index + 1);
    if before_title(words, index) || follows.is_some() && TABLES.is_undeclined_before(&word.folded) {
        forms.insert(0, word.text.to_owned());
    } else if follows.is_some_and(|next| next.hyphen) {
        // Of Нью-Йорк and Каменск-Уральский the tables have both, the usual first.
        let all = || {
            let each = stems.iter().map(std::slice::from_ref);
            each.flat_map(|stem| word_forms(stem, spelling, reading))
        };
        if all().any(|form| form == word.text) {
            let other = match forms.iter().any(|form| form == word.text) {
                true => all().find(|form| !forms.contains(form)),
                false => Some(word.text.to_owned()),
            };
            forms.extend(other);
        }
    }
    forms
}

/// The forms of one word in a reading: of the first stem that has any.
fn word_forms(stems: &[Stem], spelling: &str, reading: &Reading) -> Vec<String> {
    let agrees = |cell: &Reading| {
        cell.case == reading.case
            && (reading.number.is_none() || cell.number == reading.number)
            && (reading.gender.is_none() || cell.gender.is_none() || cell.gender == reading.gender)
    };
    for stem in stems {
        let forms: Vec<String> = match stem.endings {
            Endings::None => vec![stem.text.clone()],
            Endings::Latin(number) if is_whole_form(number) => {
                let says = whole_readings(number).iter().any(agrees);
                says.then(|| stem.text.clone()).into_iter().collect()
            }
            Endings::Latin(_) => Vec::new(),
            Endings::Russian(number) => {
                let cells = TABLES.cells(number).into_iter().filter(|(cell, _)| agrees(cell));
                cells.map(|(_, ending)| format!("{}{ending}", stem.text)).collect()
            }
            Endings::RussianLatin(number) | Endings::Borrowed(number) => {
                let cells = TABLES.cells(number).into_iter().filter(|(cell, _)| agrees(cell));
                cells
                    .map(|(_, ending)| format!("{}{}", stem.text, romanized(ending, spelling)))
                    .collect()
            }
        };
        if !forms.is_empty() {
            return forms;
        }
    }
    Vec::new()
}

/// Whether a word stands before a title that a hyphen joins to it: it mostly stays as it is (Халиль-паши).
fn before_title(words: &[Word<'_>], index: usize) -> bool {
    let next = words.get(index + 1);
    next.is_some_and(|next| next.hyphen && lists::is_russian_title_behind(&next.folded))
}

/// A form with a Turkish or English suffix behind its last word.
fn suffixed(
    text: &str,
    words: &[(Word<'_>, Vec<Stem>)],
    paragraph: &Language,
    reading: &Reading,
    joint: Joint,
) -> Vec<String> {
    let Some((word, stems)) = words.last() else {
        return Vec::new();
    };
    let whole = word_forms_given(stems, reading, joint);
    let nominative = || (word.text.to_owned(), String::new());
    let forms: Vec<(String, String)> = match paragraph {
        _ if !whole.is_empty() => whole,
        Language::Turkish => turkish_forms(stems, reading, joint),
        Language::English if reading.case == Some(GrammaticalCase::Genitive) => {
            let mark = if let Joint::Apostrophe(mark) = joint {
                mark
            } else {
                '’'
            };
            vec![(word.text.to_owned(), format!("{mark}s"))]
        }
        _ if matches!(reading.case, None | Some(GrammaticalCase::Nominative)) => vec![nominative()],
        _ => Vec::new(),
    };
    let head = &text[..word.range.start];
    let tail = &text[word.range.end..];
    // Behind a word that keeps its letters the suffix follows what closes the name: T.B.M.M.’nin, RKP(b)’nin.
    let join = |(form, suffix): (String, String)| match form == word.text {
        true => format!("{head}{form}{tail}{suffix}"),
        false => format!("{head}{form}{suffix}{tail}"),
    };
    let mut distinct: Vec<String> = Vec::new();
    for form in forms.into_iter().map(join) {
        if !distinct.contains(&form) {
            distinct.push(form);
        }
    }
    distinct
}

/// The forms that a gazetteer spells out, each with its suffix, joined as is asked for.
fn word_forms_given(stems: &[Stem], reading: &Reading, joint: Joint) -> Vec<(String, String)> {
    let form = |stem: &Stem| {
        let Endings::Latin(number) = stem.endings else {
            return None;
        };
        if !is_whole_form(number) || !whole_readings(number).contains(reading) {
            return None;
        }
        let mark = stem.text.char_indices().rev().find(|(_, sign)| is_apostrophe(*sign));
        let Some((at, sign)) = mark.filter(|_| has_suffix(number)) else {
            return Some((stem.text.clone(), String::new()));
        };
        let suffix = &stem.text[at + sign.len_utf8()..];
        Some((stem.text[..at].to_owned(), joined(suffix, joint)))
    };
    stems.iter().filter_map(form).collect()
}

/// A suffix as it is written behind a name.
fn joined(suffix: &str, joint: Joint) -> String {
    match joint {
        Joint::Apostrophe(mark) if !suffix.is_empty() => format!("{mark}{suffix}"),
        _ => suffix.to_owned(),
    }
}

/// Stems with their suffixes, a softened stem first: without an apostrophe a consonant that can soften does so.
fn turkish_forms(stems: &[Stem], reading: &Reading, joint: Joint) -> Vec<(String, String)> {
    let apostrophe = joint != Joint::Solid;
    let mut forms: Vec<(bool, String, String)> = Vec::new();
    for stem in stems {
        let Endings::Latin(number) = stem.endings else { continue };
        let Some(suffix) = turkish::suffix(number, reading, apostrophe) else {
            continue;
        };
        forms.push((!turkish::is_softened(number), stem.text.clone(), joined(&suffix, joint)));
    }
    forms.sort_by_key(|(hard, _, _)| *hard);
    forms.into_iter().map(|(_, stem, suffix)| (stem, suffix)).collect()
}
