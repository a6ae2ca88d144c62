//! What a single word of a name can be, by the category of the name and by the word's shape: given name, surname,
//! thing, acronym. It must not know endings of cases.

use crate::entity::{EntityType, Gender, Number, Part};
use crate::morph::Category;
use crate::morph::lists;
use crate::morph::spelling::{Stem, Word, without_last};

use super::{Plurals, TABLES, Use, animacy, fixed, modern, stems};

/// Where a word stands among the words that inflect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Only,
    Before,
    Last,
}

/// The stems of a word of a person's name, or of one that may be a person's.
pub(super) fn person_word(word: &Word<'_>, category: &Category<'_>, place: Place) -> Vec<Stem> {
    let (text, lemma) = modern(word);
    if !is_cyrillic(&lemma) {
        return fixed(word, category.number);
    }
    if is_acronym(word, category) {
        return acronym(word, category);
    }
    let how = Use {
        animacy: animacy(category),
        gender: None,
        plurals: plurals(category, &lemma, place),
    };
    if category.number == Number::Plural {
        return plural_word(word, category);
    }
    let mut roles = person_roles(category, &lemma, place);
    if category.kind == EntityType::Other {
        roles.push("thing");
    }
    let mut found = stems(text, &lemma, &roles, how);
    found.extend(second_locative(text, &lemma, category, how));
    if found.is_empty() || category.kind == EntityType::Other && place != Place::Only {
        found.extend(fixed(word, category.number));
    }
    found
}

/// The stems of the noun of anything but a person.
pub(super) fn thing_word(word: &Word<'_>, category: &Category<'_>, gender: Option<Gender>) -> Vec<Stem> {
    let (text, lemma) = modern(word);
    if !is_cyrillic(&lemma) {
        return fixed(word, category.number);
    }
    if is_acronym(word, category) {
        return acronym(word, category);
    }
    if category.number == Number::Plural {
        return plural_word(word, category);
    }
    let how = Use {
        animacy: animacy(category),
        gender,
        plurals: Plurals::None,
    };
    let small = word.text.starts_with(char::is_lowercase);
    let mut roles = vec![match category.kind {
        _ if small => "common",
        EntityType::Place => "place",
        EntityType::Other => "thing",
        _ => "named",
    }];
    if category.kind == EntityType::Ship {
        roles.push("surname-masculine");
    }
    let mut found = stems(text, &lemma, &roles, how);
    if found.is_empty() {
        found = stems(text, &lemma, &roles, Use { gender: None, ..how });
    }
    found.extend(second_locative(text, &lemma, category, how));
    if found.is_empty() {
        found = fixed(word, category.number);
    }
    found
}

/// The stems of an adjective before its noun; empty where it is none. Of people spelled in the plural also those of the
/// singular (народного комиссара).
pub(super) fn adjective_word(word: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    let mut found = agreeing(word, category, "adjective");
    if found.is_empty() {
        found = agreeing(word, category, "of-name");
    }
    let (text, lemma) = modern(word);
    if category.number == Number::Plural
        && category.kind == EntityType::Group
        && lemma.ends_with('е')
        && let Some(change) = TABLES.singular(&lemma)
    {
        let single = |word: &str| format!("{}{}", without_last(word, change.cut), change.add);
        let how = Use {
            animacy: animacy(category),
            gender: None,
            plurals: Plurals::None,
        };
        found.extend(stems(&single(text), &single(&lemma), &["adjective"], how));
    }
    found
}

/// The stem of an adjective before a noun that has a second locative (в Красном Яру); empty where the noun has none.
pub(super) fn before_second_locative(word: &Word<'_>, noun: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    match TABLES.has_second_locative(&modern(noun).1) {
        true => agreeing(word, category, "second-locative-adjective"),
        false => Vec::new(),
    }
}

/// The stems of the letters behind the hyphen of a number; empty where they are none.
pub(super) fn ordinal_word(word: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    agreeing(word, category, "ordinal")
}

fn agreeing(word: &Word<'_>, category: &Category<'_>, role: &str) -> Vec<Stem> {
    let (text, lemma) = modern(word);
    let how = Use {
        animacy: animacy(category),
        gender: None,
        plurals: Plurals::None,
    };
    stems(text, &lemma, &[role], how)
}

/// Whether a word looks like an adjective, and the gender of the noun that it asks for; `Some(None)` for the plural.
pub(in crate::morph) fn adjective_gender(word: &Word<'_>) -> Option<Option<Gender>> {
    let (_, lemma) = modern(word);
    let &paradigm = TABLES.classify("adjective", &lemma).first()?;
    let is_pronoun = !TABLES.classify("pronoun", &lemma).is_empty();
    let is_adjective = is_pronoun || lemma.chars().count() > 3 && !lists::is_given_name(&lemma);
    is_adjective.then_some(TABLES.paradigm(paradigm).gender)
}

/// Whether a word looks like a possessive adjective of a name (Берингов, Принцевы), and the gender of the noun that it asks
/// for; `Some(None)` for the plural.
pub(in crate::morph) fn possessive_gender(word: &Word<'_>) -> Option<Option<Gender>> {
    let (_, lemma) = modern(word);
    let &paradigm = TABLES.classify("of-name", &lemma).first()?;
    let is_name = word.text.starts_with(char::is_uppercase) && !lists::is_given_name(&lemma);
    is_name.then_some(TABLES.paradigm(paradigm).gender)
}

/// Whether a noun may be of a gender, or in the plural (`None`), by how its dictionary form ends.
pub(in crate::morph) fn may_be_of(word: &Word<'_>, gender: Option<Gender>) -> bool {
    let (_, lemma) = modern(word);
    let Some(last) = lemma.chars().last() else { return false };
    match gender {
        Some(Gender::Masculine) => TABLES.is_consonant(last) || last == 'ь',
        Some(Gender::Feminine) => matches!(last, 'а' | 'я' | 'ь'),
        Some(Gender::Neuter) => matches!(last, 'о' | 'е'),
        None => matches!(last, 'ы' | 'и' | 'а' | 'я'),
    }
}

/// The stems of a word spelled in the plural, then those of its singular.
pub(super) fn plural_word(word: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    let (text, lemma) = modern(word);
    let how = Use {
        animacy: animacy(category),
        gender: None,
        plurals: Plurals::All,
    };
    let roles: &[&str] = match category.kind {
        EntityType::Place => &["plural-place"],
        EntityType::Other => &["plural", "plural-place"],
        _ => &["plural"],
    };
    let mut found = stems(text, &lemma, roles, how);
    if category.kind != EntityType::Place
        && let Some(change) = TABLES.singular(&lemma)
    {
        let of = |word: &str| format!("{}{}", without_last(word, change.cut), change.add);
        let adjective = lemma.ends_with('е') && !TABLES.classify("adjective", &of(&lemma)).is_empty();
        let roles: &[&str] = match category.kind {
            _ if adjective => &["adjective"],
            EntityType::Person => &["surname-family", "common"],
            _ => &["common"],
        };
        let single = Use {
            plurals: Plurals::Spelled,
            ..how
        };
        found.extend(stems(&of(text), &of(&lemma), roles, single));
    }
    if found.is_empty() {
        found = fixed(word, category.number);
    }
    found
}

/// Whether a word is read by its letters: all of them capitals.
pub(super) fn is_acronym(word: &Word<'_>, category: &Category<'_>) -> bool {
    let letters = word.text.chars().filter(|char| char.is_alphabetic());
    let count = letters.clone().count();
    let capitals = letters.clone().filter(|char| char.is_uppercase()).count();
    match category.part {
        Part::Acronym => capitals == count || capitals > 1,
        _ => (1..7).contains(&count) && capitals == count && category.kind != EntityType::Person,
    }
}

/// Fixed, and where it reads like a word also with small endings.
pub(super) fn acronym(word: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    let (text, lemma) = modern(word);
    let mut found = fixed(word, category.number);
    if lemma.chars().any(|char| TABLES.is_vowel(char)) {
        let how = Use {
            animacy: animacy(category),
            gender: None,
            plurals: Plurals::None,
        };
        found.extend(stems(text, &lemma, &["acronym"], how));
    }
    found
}

fn person_roles(category: &Category<'_>, lemma: &str, place: Place) -> Vec<&'static str> {
    const GIVEN: [&str; 2] = ["given-masculine", "given-feminine"];
    const SURNAME: [&str; 2] = ["surname-masculine", "surname-feminine"];
    const PATRONYMIC: [&str; 2] = ["patronymic-masculine", "patronymic-feminine"];
    let kinds: Vec<[&'static str; 2]> = match category.part {
        Part::Surname => vec![SURNAME],
        Part::Given => vec![GIVEN],
        Part::Patronymic => vec![PATRONYMIC],
        Part::Title => return vec!["common"],
        Part::Full | Part::Initials | Part::Acronym => {
            let given = lists::is_given_name(lemma);
            let other = category.kind == EntityType::Other;
            match place {
                _ if lists::is_patronymic(lemma) && place != Place::Only => vec![PATRONYMIC],
                Place::Only if given && !other => vec![GIVEN],
                Place::Before if given && !other => vec![GIVEN],
                Place::Only | Place::Before if given || place == Place::Before => vec![GIVEN, SURNAME],
                _ => vec![SURNAME, GIVEN],
            }
        }
    };
    let of_gender = |pair: [&'static str; 2]| match category.gender {
        Some(Gender::Masculine) => vec![pair[0]],
        Some(Gender::Feminine) => vec![pair[1]],
        _ => pair.to_vec(),
    };
    kinds.into_iter().flat_map(of_gender).collect()
}

fn plurals(category: &Category<'_>, lemma: &str, place: Place) -> Plurals {
    match category.kind {
        _ if category.part == Part::Surname => Plurals::All,
        // The genitive plural of a given name is a surname: Иванов.
        EntityType::Other if !lists::is_given_name(lemma) => Plurals::All,
        _ if place == Place::Only => Plurals::Families,
        _ => Plurals::None,
    }
}

fn second_locative(text: &str, lemma: &str, category: &Category<'_>, how: Use) -> Vec<Stem> {
    if category.kind == EntityType::Person || !TABLES.has_second_locative(lemma) {
        return Vec::new();
    }
    stems(text, lemma, &["second-locative"], how)
}

fn is_cyrillic(lemma: &str) -> bool {
    let mut letters = lemma.chars().filter(|char| char.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(|char| ('\u{400}'..='\u{52f}').contains(&char))
        && lemma.chars().last().is_some_and(char::is_alphabetic)
}
