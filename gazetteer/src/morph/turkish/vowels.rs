//! The last vowel of a form, which separate particles follow as suffixes do (`İzmir de`, `Ankara da`).
//! Source: Türk Dil Kurumu, Yazım Kılavuzu, on `da / de` and `mı / mi / mu / mü`.

use super::sounds::{self, Class, Sounds};

/// The vowel that a particle follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormVowels {
    /// e, i, ö, ü
    pub front: bool,
    /// o, ö, u, ü
    pub rounded: bool,
}

impl From<Sounds> for FormVowels {
    fn from(sounds: Sounds) -> FormVowels {
        FormVowels {
            front: sounds.front,
            rounded: sounds.rounded,
        }
    }
}

/// Those of a stem without a suffix, as it is written.
pub(in crate::morph) fn written_vowels(bits: u16) -> FormVowels {
    Class::unpack(bits).sounds.into()
}

/// Those of a form that ends in a suffix; `None` where it has no vowel.
pub(in crate::morph) fn last_vowels(form: &str) -> Option<FormVowels> {
    let small = sounds::lower(form);
    let has_vowel = small.chars().map(sounds::plain).any(sounds::is_vowel);
    has_vowel.then(|| Sounds::of(&small).into())
}
