//! How far it is known how the new name sounds, which Turkish suffixes and particles follow. Where its letters do not tell
//! (de Gaulle), the old one may: a spelling of the same sound, by which the writer has chosen his suffix (Dögol’ün).

use crate::fold::fold_word;
use crate::language::Language;
use crate::morph::{self, Ending};
use crate::translit::SearchKey;

use super::Subject;
use super::forms::Form;
use super::standing::Standing;

/// What tells how the new name sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sound {
    /// Its letters, its gazetteer, or a language that asks nothing of it.
    Written,
    /// What the writer has put behind the old name, which sounds alike.
    Heard,
    /// Nothing.
    Unknown,
}

impl Sound {
    /// Of a new name behind which suffixes and particles of a language stand.
    pub(super) fn of(language: &Language, old: Subject<'_>, new: Subject<'_>) -> Sound {
        let own = new.category.language;
        let asks = *language == Language::Turkish && !own.is_cyrillic() && *own != Language::RussianLatin;
        if !asks || new.sound_is_known() {
            return Sound::Written;
        }
        match sound_alike(old.text, new.text) {
            true => Sound::Heard,
            false => Sound::Unknown,
        }
    }

    /// A form with the suffix that tells: its own, or that of the writer, put right where it does not suit the old name.
    pub(super) fn suffixed(self, form: Form, old: Subject<'_>, standing: &Standing) -> Form {
        let (Sound::Heard, Some(_), Some(written)) = (self, &form.suffix, &standing.suffix) else {
            return form;
        };
        let small = lower(&written.source);
        let folded = fold_word(&small);
        let ending = Ending {
            folded: &folded,
            apostrophe: true,
            source: &small,
        };
        let words = morph::plan_in(old.text, &old.category, &Language::Turkish).words;
        let stems = words.last().into_iter().flat_map(|word| &word.stems);
        let corrections = stems
            .flat_map(|(_, endings)| morph::corrections(*endings, "", &ending))
            .next();
        Form {
            suffix: Some(corrections.unwrap_or(small)),
            ..form
        }
    }

    /// Whether the letters that a form adds to the name may be wrong.
    pub(super) fn is_doubtful(self, form: &Form, new: Subject<'_>) -> bool {
        match self {
            Sound::Written => false,
            Sound::Heard => form.suffix.is_none() && form.name != new.text,
            Sound::Unknown => form.suffix.is_some() || form.name != new.text,
        }
    }
}

/// Whether two names have the same consonants, however they are cut into words: Dögol, de Gaulle.
fn sound_alike(one: &str, other: &str) -> bool {
    let key = |name: &str| SearchKey::of(&name.chars().filter(|sign| sign.is_alphabetic()).collect::<String>());
    key(one).meets(&key(other))
}

impl Subject<'_> {
    fn sound_is_known(&self) -> bool {
        morph::sound_is_known(self.text, &self.category)
    }
}

/// A Turkish word in small letters.
pub(super) fn lower(word: &str) -> String {
    let small = |letter: char| match letter {
        'I' => "ı".to_owned(),
        'İ' => "i".to_owned(),
        other => other.to_lowercase().collect(),
    };
    word.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_sound_alike() {
        for (one, other) in [
            ("Dögol", "de Gaulle"),
            ("Şekspir", "Shakespeare"),
            ("Loyd Corc", "Lloyd George"),
        ] {
            assert!(sound_alike(one, other), "{one} {other}");
        }
        assert!(!sound_alike("İzmir", "Smyrna"));
    }
}
