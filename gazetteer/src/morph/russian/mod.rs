//! Russian: which stems and endings the words of a spelling have. What a word can be follows from the category and from
//! how it ends; the endings themselves are in `data/tables/paradigms.ru.toml`.

use crate::entity::{EntityType, Gender, Number};

use super::spelling::{Stem, Word, without_last};
use super::{Agreement, Category, Endings};

mod counted;
mod latin;
mod pattern;
mod phrase;
mod roles;
mod tables;

use tables::{Animacy, Cells, Numbers};

pub(super) use latin::{borrowed, latin_inner_endings, latin_readings, plan_latin, romanized};
pub(super) use roles::{adjective_gender, may_be_of, possessive_gender};
pub(super) use tables::{TABLES, has_suffix, is_whole_form, whole_form, whole_readings, with_suffix};

/// What one word may be.
#[derive(Debug, Clone, Copy)]
struct Use {
    animacy: Animacy,
    /// Of the noun that it must be or agree with.
    gender: Option<Gender>,
    plurals: Plurals,
}

/// Which paradigms have their plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Plurals {
    /// None: a name in full, a place.
    None,
    /// Those of families: Каменевы.
    Families,
    All,
    /// None: the singular of a word that is spelled in the plural.
    Spelled,
}

/// The stems of each word and how the words agree.
pub(super) fn plan(words: &[Word<'_>], category: &Category<'_>) -> (Vec<Vec<Stem>>, Agreement) {
    phrase::plan(words, category)
}

/// A word that stays as it is: in every case, or for good.
fn fixed(word: &Word<'_>, number: Number) -> Vec<Stem> {
    let numbers = if number == Number::Plural {
        Numbers::Both
    } else {
        Numbers::Singular
    };
    TABLES
        .named("fixed")
        .map(|paradigm| Stem {
            text: word.text.to_owned(),
            endings: Endings::Russian(tables::endings(paradigm, Animacy::Unknown, Cells::All, numbers)),
        })
        .into_iter()
        .collect()
}

/// A word outside the agreement.
fn unchanged(word: &Word<'_>) -> Vec<Stem> {
    vec![Stem {
        text: word.text.to_owned(),
        endings: Endings::None,
    }]
}

/// The stems that a word has in some roles, the usual first.
fn stems(word: &str, lemma: &str, roles: &[&str], how: Use) -> Vec<Stem> {
    let mut stems = Vec::new();
    for role in roles {
        for &paradigm in TABLES.classify(role, lemma) {
            let gender = TABLES.paradigm(paradigm).gender;
            let fits = gender.is_none() || how.gender.is_none() || gender == how.gender;
            if fits {
                decline(word, lemma, paradigm, how, &mut stems);
            }
        }
    }
    stems
}

/// The stems of a word in a paradigm.
fn decline(word: &str, lemma: &str, paradigm: usize, how: Use, stems: &mut Vec<Stem>) {
    let known = TABLES.paradigm(paradigm);
    let fixed = known.name == "fixed";
    let numbers = match how.plurals {
        _ if known.plural_only => Numbers::Plural,
        Plurals::All if !fixed => Numbers::Both,
        Plurals::Families if known.family => Numbers::Both,
        _ => Numbers::Singular,
    };
    let stem = without_last(word, known.drop);
    let mut push = |text: String, cells| {
        let endings = Endings::Russian(tables::endings(paradigm, how.animacy, cells, numbers));
        let stem = Stem { text, endings };
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    };
    let change = match known.plural_only {
        true => TABLES.inserted(lemma),
        false => TABLES.fleeting(lemma).filter(|_| !known.family && !fixed),
    };
    let Some(change) = change else {
        return push(stem.to_owned(), Cells::All);
    };
    if known.plural_only {
        push(stem.to_owned(), Cells::Vocalic);
        push(format!("{}{}", without_last(stem, change.cut), change.add), Cells::Bare);
    } else {
        push(stem.to_owned(), Cells::Bare);
        push(
            format!("{}{}", without_last(word, change.cut), change.add),
            Cells::Vocalic,
        );
    }
    // The plural shows that the vowel is lost: деникинцы are no forms of деникинеца.
    if change.also && how.plurals != Plurals::Spelled {
        push(stem.to_owned(), Cells::All);
    }
}

/// The dictionary form in the letters of today, by which words are classified, and the word without a final ъ.
fn modern<'a>(word: &'a Word<'_>) -> (&'a str, String) {
    let lemma = TABLES.modern_letters(&word.folded);
    match lemma.strip_suffix('ъ') {
        Some(stem) => (without_last(word.text, 1), stem.to_owned()),
        None => (word.text, lemma),
    }
}

fn animacy(category: &Category<'_>) -> Animacy {
    match category.kind {
        EntityType::Person => Animacy::Animate,
        EntityType::Group if category.number == Number::Plural => Animacy::Animate,
        EntityType::Other => Animacy::Unknown,
        _ => Animacy::Inanimate,
    }
}
