//! From a form back to the dictionary forms that it may be of. What is proposed is made by undoing endings, and what stays
//! is what has that form by the paradigms: this file must not know any ending.

use crate::entity::{EntityType, Gender};
use crate::language::Language;
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::spelling;

mod latin;
mod russian;

/// A dictionary form that a form may be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominative {
    /// With the capitals of the form.
    pub text: String,
    /// Gender of the person so called, where the words tell it: by a given name, a patronymic, or an ending that only one
    /// gender has. `None` for anything else than a person.
    pub gender: Option<Gender>,
    /// What the form says as a form of it.
    pub readings: Readings,
}

/// Words beyond which a form is no name that anybody could undo.
const MOST_WORDS: usize = 6;

/// The dictionary forms that the form of a name in a text may be of, the likeliest first; where no paradigm has the form, the
/// form itself. `licensed` says which cases can stand there, as behind a preposition; where none of the readings is of
/// such a case, it is not asked. Nothing is looked up but given names, which tell a man from a woman.
///
/// Of Latin letters only the suffix is undone: of Turkish behind an apostrophe, without one as long as it has two letters and
/// follows the rules of harmony; of English ’s. Other languages are left as they stand.
pub fn nominatives(
    form: &str,
    kind: EntityType,
    language: &Language,
    licensed: impl Fn(GrammaticalCase) -> bool,
) -> Vec<Nominative> {
    let words = spelling::words(form);
    let mut found = match language {
        _ if words.is_empty() || words.len() > MOST_WORDS => Vec::new(),
        Language::Russian if kind == EntityType::Person => russian::persons(form, &words),
        Language::Russian => russian::things(form, &words, kind),
        Language::Turkish | Language::English => latin::nominatives(form, &words, kind, language),
        _ => Vec::new(),
    };
    let is_licensed = |reading: &Reading| reading.case.is_none_or(&licensed);
    if found.iter().any(|one| one.readings.iter().any(is_licensed)) {
        found.retain(|one| one.readings.iter().any(is_licensed));
    }
    // Every name that ends in a consonant may be what is left of a plural without its ending (Афин); if it can be itself
    // here, it is that.
    if found.iter().any(|one| one.text == form) {
        found.retain(|one| one.text == form || !is_bare_plural(form, one));
    }
    if found.is_empty() {
        found.push(Nominative {
            text: form.to_owned(),
            gender: None,
            readings: Readings::new(),
        });
    }
    found
}

/// Whether a form has less letters than its dictionary form, as only the genitive of plurals and of some words in -а has.
fn is_bare_plural(form: &str, nominative: &Nominative) -> bool {
    nominative.text.chars().count() > form.chars().count() && nominative.text.starts_with(form)
}
