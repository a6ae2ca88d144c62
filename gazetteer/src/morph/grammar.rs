//! What a name asks of the words beside it: gender and number, and the vowels that a Turkish particle follows.

use crate::entity::{EntityType, Gender, Number};

use super::russian::TABLES;
use super::turkish::{self, FormVowels};
use super::{Agreement, Category, Endings, planned, spelling};

/// What an adjective or a verb beside a Russian name agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// `None` where the word does not show it (Баку).
    pub gender: Option<Gender>,
    /// The number in which the name is declined.
    pub number: Number,
}

/// The gender and number of a spelling: a person’s own, else those of the paradigm of the word that decides. `None` for a
/// spelling that is not Russian.
pub fn noun(text: &str, category: &Category<'_>) -> Option<Noun> {
    if !category.language.is_cyrillic() {
        return None;
    }
    let (words, agreement) = planned(text, category);
    let decides = match agreement {
        Agreement::Last => words.len().checked_sub(1)?,
        Agreement::UpTo(index) => index,
    };
    let (_, stems) = words.get(decides)?;
    let shown = stems.iter().find_map(|stem| match stem.endings {
        Endings::Russian(number) => TABLES.noun(number),
        _ => None,
    });
    let (gender, plural_only) = shown.unwrap_or_default();
    let plural = plural_only || category.number == Number::Plural;
    Some(Noun {
        gender: match category.kind {
            EntityType::Person => category.gender,
            _ => gender,
        },
        number: if plural { Number::Plural } else { Number::Singular },
    })
}

/// Whether the end of a spelling in Latin letters sounds as it is written, or as its gazetteer says, so that the suffix that
/// Turkish puts behind it is known: of Ankara, of Lenin, of Shakespeare with `reading`, and not of de Gaulle.
pub fn sound_is_known(text: &str, category: &Category<'_>) -> bool {
    turkish::sound_is_known(&spelling::words(text), category)
}

/// The vowels of what stands last in a form of a spelling, as a particle behind it (`da`, `mı`) follows them. `None` where
/// the sound of the name cannot be told from its letters and no suffix shows it.
pub fn vowels(text: &str, category: &Category<'_>, form: &str) -> Option<FormVowels> {
    let (words, _) = planned(text, category);
    let (_, stems) = words.last()?;
    let stem = stems.iter().find_map(|stem| match stem.endings {
        Endings::Latin(number) => Some((number, stem.text.as_str())),
        _ => None,
    });
    let is_bare = |(_, stem): &(u16, &str)| {
        let letters = |text: &str| turkish::small_letters(text);
        letters(form).ends_with(&letters(stem))
    };
    match stem {
        Some((number, _)) if stem.as_ref().is_some_and(is_bare) => {
            sound_is_known(text, category).then(|| turkish::written_vowels(number))
        }
        _ => turkish::last_vowels(form),
    }
}
