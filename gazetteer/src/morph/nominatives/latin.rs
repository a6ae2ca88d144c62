//! Latin letters: the suffix of the last word taken off, if what is left takes it.

use crate::entity::{EntityType, Gender, Inflection, Number, Part};
use crate::fold::{fold_word, is_apostrophe};
use crate::language::Language;
use crate::morph::spelling::Word;
use crate::morph::turkish::small_letters;
use crate::morph::{Category, Ending, lists, plan_in, readings};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::Nominative;

/// Fewer letters without an apostrophe are the end of a name much more often than a suffix.
const SHORTEST_SUFFIX: usize = 2;
/// Letters of a name, at least, from which a suffix without an apostrophe is taken.
const SHORTEST_STEM: usize = 3;

pub(super) fn nominatives(form: &str, words: &[Word<'_>], kind: EntityType, language: &Language) -> Vec<Nominative> {
    let Some(last) = words.last().filter(|last| last.range.end == form.len()) else {
        return Vec::new();
    };
    let gender = (kind == EntityType::Person).then(|| gender(words)).flatten();
    let category = Category {
        language,
        kind,
        gender: None,
        part: Part::Full,
        number: Number::Singular,
        inflection: &Inflection::Auto,
    };
    let made = |at: usize, suffix: &str, apostrophe: bool| {
        let text = &form[..at];
        let readings = readings_behind(text, suffix, apostrophe, &category);
        (!readings.is_empty()).then(|| Nominative {
            text: text.to_owned(),
            gender,
            readings,
        })
    };
    let mark = last.text.rfind(is_apostrophe).map(|at| last.range.start + at);
    if let Some(at) = mark {
        let suffix = form[at..].trim_start_matches(is_apostrophe);
        // Behind an apostrophe there is no doubt: the name ends before it, or it is a part of the name (O’Connor).
        if let Some(parted) = made(at, suffix, true) {
            return vec![parted];
        }
    }
    let itself = Nominative {
        text: form.to_owned(),
        gender,
        readings: readings_behind(form, "", false, &category),
    };
    let mut found = vec![itself];
    if *language != Language::Turkish || lists::is_turkish_given_name(&last.folded) {
        return found;
    }
    let cuts = last.text.char_indices().map(|(at, _)| at).skip(SHORTEST_STEM);
    for at in cuts {
        let suffix = &last.text[at..];
        if suffix.chars().count() < SHORTEST_SUFFIX {
            break;
        }
        let parted = made(last.range.start + at, suffix, false);
        found.extend(parted.filter(|parted| parted.readings.iter().any(is_of_case)));
    }
    found
}

/// Whether it is a case of one thing, which is all that one can tell without an apostrophe.
fn is_of_case(reading: &Reading) -> bool {
    let oblique = !matches!(
        reading.case,
        None | Some(GrammaticalCase::Nominative | GrammaticalCase::Equative)
    );
    let plain = reading.possessor.is_none() && reading.base.is_none() && reading.copula.is_none();
    oblique && plain && reading.number == Some(Number::Singular)
}

/// What a suffix says behind a name, by the rules.
fn readings_behind(name: &str, suffix: &str, apostrophe: bool, category: &Category<'_>) -> Readings {
    let Some(last) = plan_in(name, category, category.language).words.pop() else {
        return Readings::new();
    };
    let small = small_letters(suffix);
    let ending = Ending {
        folded: &fold_word(suffix),
        apostrophe,
        source: &small,
    };
    let whole = fold_word(&last.text);
    let mut found: Vec<Reading> = last
        .stems
        .iter()
        .filter(|(stem, _)| *stem == whole)
        .flat_map(|(_, endings)| readings(*endings, category.language, &ending))
        .collect();
    found.sort();
    found.dedup();
    found.into_iter().collect()
}

/// What the given name says, and a Russian patronymic.
fn gender(words: &[Word<'_>]) -> Option<Gender> {
    let [first, rest @ ..] = words else { return None };
    let patronymic = rest.iter().find(|word| lists::is_patronymic(&word.folded));
    match (patronymic, lists::turkish_womans_name(&first.folded)) {
        (Some(word), _) if word.folded.ends_with('a') => Some(Gender::Feminine),
        (Some(_), _) => Some(Gender::Masculine),
        (None, Some(false)) => Some(Gender::Feminine),
        (None, None) if lists::is_turkish_given_name(&first.folded) => Some(Gender::Masculine),
        _ => None,
    }
}
