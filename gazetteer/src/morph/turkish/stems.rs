//! The stems of a spelling in Latin letters: how its last word sounds, whether it softens, and what is left of a compound
//! without its possessive.

use crate::entity::{EntityType, Inflection, Number, Part};
use crate::language::Language;
use crate::morph::spelling::{Stem, Word, without_last};
use crate::morph::{Category, Endings};

use super::common;
use super::sounds::{self, Class, Other, Role, Sounds, Tail};
use super::suffixes::SUFFIXES;

/// The stems of the last word of a spelling in Latin letters.
pub(in crate::morph) fn stems(words: &[Word<'_>], category: &Category<'_>) -> Vec<Stem> {
    let Some(word) = words.last() else {
        return Vec::new();
    };
    let class = class(word, words.len() == 1, category);
    let person = category.kind == EntityType::Person;
    let turkish = *category.language == Language::Turkish && !is_acronym(word, category);
    let mut stems = Vec::new();
    match possessive_cut(class, word.text).filter(|_| turkish && !is_behind_izafet(words)) {
        Some(_) if SUFFIXES.sounds.is_compound(&sounds::lower(word.text), person) => {
            // Of unknown type it may be a person's, whose surname is no compound: İnönü’ne and İnönü’ye.
            let role = match category.kind {
                EntityType::Other => Role::MaybeCompound,
                _ => Role::Compound,
            };
            stems.push(stem(word.text, class.as_a(role)));
        }
        Some(cut) if !person && words.len() > 1 => {
            stems.push(stem(word.text, class.as_a(Role::Compound)));
            stripped(word.text, cut, class, &mut stems);
        }
        // Of two syllables it is rather a name of its own: Aslı.
        Some(_) if !person && sounds::syllables(word.text) > 2 => {
            stems.push(stem(word.text, class.as_a(Role::MaybeCompound)));
        }
        _ => whole(word.text, class, category, &mut stems),
    }
    stems
}

/// Whether the end of the last word of a spelling sounds as it is written, or as its gazetteer says. Of a word that Turkish
/// would spell otherwise that is known only where its last letters are read alike everywhere (Smyrna, and not de Gaulle).
pub(in crate::morph) fn sound_is_known(words: &[Word<'_>], category: &Category<'_>) -> bool {
    let Some(word) = words.last() else {
        return true;
    };
    let class = class(word, words.len() == 1, category);
    match class.other {
        Other::Anything => {
            let small = sounds::lower(word.text);
            let tail = SUFFIXES.sounds.tail(&small, category.kind == EntityType::Person);
            tail == Tail::Written && sounds::ends_as_turkish(&small)
        }
        Other::Unsure => !matches!(class.tail, Tail::SilentE | Tail::Mute),
        _ => true,
    }
}

/// Whether the last word is joined to the one before in the Persian way. It is an adjective or a noun without a
/// possessive then: Misak-ı Millî’ye, not Millî’ne.
fn is_behind_izafet(words: &[Word<'_>]) -> bool {
    matches!(words, [.., joint, _] if joint.hyphen && SUFFIXES.sounds.is_izafet(&sounds::lower(joint.text)))
}

/// The class of a word as it is spelled; whether it is `alone` in its spelling.
fn class(word: &Word<'_>, alone: bool, category: &Category<'_>) -> Class {
    let lists = &SUFFIXES.sounds;
    let small = sounds::lower(word.text);
    let mut sounds = Sounds::of(&small);
    let turkish = *category.language == Language::Turkish;
    let acronym = is_acronym(word, category);
    let mut other = match () {
        () if !small.chars().next_back().is_some_and(char::is_alphabetic) => Other::Anything,
        () if acronym => lists.letter(&small),
        () if !turkish || sounds::is_foreign(&small) => Other::Anything,
        () if lists.either(&small) => Other::Harmony,
        // A title is a word of the language, however few letters show it: Bey, Efendi.
        () if category.part == Part::Title => Other::Nothing,
        () if sounds::may_be_foreign(word.text) && !crate::morph::is_turkish_given_name(&word.folded) => {
            let place = category.kind == EntityType::Place && sounds::is_read_as_written(&small);
            if place { Other::Place } else { Other::Unsure }
        }
        () => Other::Nothing,
    };
    if lists.front(&small) {
        sounds.front = true;
    }
    match category.inflection {
        Inflection::Harmony(harmony) => {
            sounds = sounds::with_harmony(sounds, *harmony);
            other = Other::Nothing;
        }
        Inflection::Reading(reading) => {
            sounds = Sounds::of(&sounds::lower(reading));
            other = Other::Nothing;
        }
        _ => {}
    }
    let foreign_tail = || match other.may_be_foreign() && !common::is_listed(&small) {
        true => lists.tail(&small, category.kind == EntityType::Person),
        false => Tail::Written,
    };
    Class {
        sounds,
        other,
        role: Role::Plain,
        turkish,
        sibilant: word.folded.ends_with(['s', 'x', 'z']),
        plural: category.number == Number::Plural,
        tail: match () {
            () if acronym && !sounds::reads_as_word(&small) => Tail::SpelledOut,
            // A title stands behind a name: Enver Beydi.
            () if alone && category.part != Part::Title && sounds::syllables(&small) < 2 => match foreign_tail() {
                Tail::Voiceless => Tail::ShortVoiceless,
                _ => Tail::Short,
            },
            () => foreign_tail(),
        },
    }
}

/// The stems of a word that is no compound.
fn whole(text: &str, class: Class, category: &Category<'_>, stems: &mut Vec<Stem>) {
    if category.number == Number::Plural
        && let Some(single) = singular(text, category.language)
    {
        let small = sounds::lower(&single);
        stems.push(stem(text, class));
        plain(
            &single,
            Class {
                sounds: Sounds::of(&small),
                plural: false,
                ..class
            },
            category,
            stems,
        );
        return;
    }
    plain(text, class, category, stems);
}

fn plain(text: &str, class: Class, category: &Category<'_>, stems: &mut Vec<Stem>) {
    stems.push(stem(text, class));
    if matches!(class.other, Other::Letter | Other::OpenLetter | Other::ClosedLetter) {
        return;
    }
    if let Some(soft) = SUFFIXES.sounds.softened(&sounds::lower(text)) {
        let softened = class.as_a(Role::Softened);
        stems.push(stem(&format!("{}{soft}", without_last(text, 1)), softened));
    }
    if category.kind != EntityType::Person && SUFFIXES.sounds.drops_vowel(&sounds::lower(text)) {
        let last = text.chars().next_back().map(String::from).unwrap_or_default();
        let short = format!("{}{last}", without_last(text, 2));
        stems.push(stem(&short, class.as_a(Role::Softened)));
    }
}

/// The stems of a compound without its possessive: Meclis(i), Kongre(si), Birliğ(i) and Birlik.
fn stripped(text: &str, cut: Cut, class: Class, stems: &mut Vec<Stem>) {
    // The possessive says how the noun before it sounds, whatever it is spelled: Protokol-ü, Harb-i.
    let front = class.sounds.front;
    let mut push = |text: &str, role| {
        let sounds = Sounds {
            front,
            ..Sounds::of(&sounds::lower(text))
        };
        stems.push(stem(text, Class { sounds, role, ..class }));
    };
    let base = without_last(text, 1);
    match cut {
        Cut::Vowel => {
            push(
                base,
                if base.ends_with('ğ') {
                    Role::StrippedSoftened
                } else {
                    Role::Stripped
                },
            );
            let hard = [('ğ', 'k'), ('b', 'p'), ('c', 'ç'), ('d', 't')];
            for (soft, hard) in hard {
                if let Some(stem) = base.strip_suffix(soft) {
                    push(&format!("{stem}{hard}"), Role::Stripped);
                }
            }
            // Hatt-ı and Hatlar-ı
            let mut back = base.chars().rev();
            if back.next().is_some_and(|last| back.next() == Some(last)) {
                push(without_last(base, 1), Role::Stripped);
            }
        }
        Cut::Sibilant => push(without_last(text, 2), Role::Stripped),
    }
}

/// How the possessive of a compound comes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Birliğ-i, Meclis-i
    Vowel,
    /// Kongre-si
    Sibilant,
}

/// How a word ends in a possessive of the third person, if it looks so.
fn possessive_cut(class: Class, text: &str) -> Option<Cut> {
    let small = sounds::lower(text);
    let mut back = small.chars().rev();
    let (last, before, third) = (back.next()?, back.next()?, back.next()?);
    if class.other == Other::Anything
        || SUFFIXES.sounds.has_no_possessive(&small)
        || !"ıiuü".contains(last)
        || sounds::is_vowel(before)
    {
        return None;
    }
    // The vowel follows the harmony of those before it, else it is no suffix.
    let base = without_last(&small, 1);
    let stem = Sounds::of(base);
    let harmonic = Sounds::of(&small);
    let palatal = harmonic.front && SUFFIXES.sounds.may_be_front(base);
    if stem.front != harmonic.front && !palatal
        || stem.rounded != harmonic.rounded
        || !small.chars().rev().skip(1).any(sounds::is_vowel)
    {
        return None;
    }
    let joined = before == 's' && sounds::is_vowel(third) && !SUFFIXES.sounds.keeps_s(without_last(&small, 1));
    Some(if joined { Cut::Sibilant } else { Cut::Vowel })
}

/// The singular of a word spelled in the plural.
fn singular(text: &str, language: &Language) -> Option<String> {
    let small = sounds::lower(text);
    match language {
        Language::Turkish if small.ends_with("lar") || small.ends_with("ler") => Some(without_last(text, 3).to_owned()),
        Language::English if small.ends_with("ies") => Some(format!("{}y", without_last(text, 3))),
        Language::English if small.ends_with('s') && !small.ends_with("ss") => Some(without_last(text, 1).to_owned()),
        _ => None,
    }
}

/// Whether a word is read by its letters.
fn is_acronym(word: &Word<'_>, category: &Category<'_>) -> bool {
    let letters: Vec<char> = word.text.chars().filter(|char| char.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|char| char.is_uppercase()).count();
    // A single letter is the last of an acronym with dots, or an initial.
    let several = word.text.contains('.') || letters.len() == 1;
    match category.part {
        Part::Acronym => true,
        _ => {
            (1..7).contains(&letters.len())
                && capitals == letters.len()
                && (several || category.kind != EntityType::Person)
        }
    }
}

fn stem(text: &str, class: Class) -> Stem {
    Stem {
        text: text.to_owned(),
        endings: Endings::Latin(class.pack()),
    }
}
