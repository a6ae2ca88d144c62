//! Turkish suffixes behind words in Latin letters: what a suffix behind a stem says, and the suffix of a reading. A word
//! of any language takes them in a Turkish paragraph.

use crate::entity::Number;
use crate::reading::{GrammaticalCase, Possessor, Reading, Readings};

use super::Ending;

mod account;
mod common;
mod irregular;
mod lists;
mod sounds;
mod stems;
mod suffixes;
mod vowels;

pub(super) use account::{account, chain, usual_suffixes};
pub use common::{CommonWord, common_word};
pub(super) use irregular::corrections;
pub(super) use sounds::Class;
#[cfg(test)]
pub(crate) use sounds::is_foreign;
use sounds::{Foreign, Other, Role, Sounds};
pub(super) use stems::{sound_is_known, stems};
use suffixes::{BARE, Fit, SUFFIXES, Slot, Start};
pub use vowels::FormVowels;
pub(super) use vowels::{last_vowels, written_vowels};

/// The readings of what follows a stem in a Turkish paragraph, or behind an apostrophe in another one.
pub(super) fn readings(bits: u16, ending: &Ending<'_>) -> Readings {
    let class = Class::unpack(bits);
    if ending.folded.is_empty() {
        return bare(class);
    }
    if ending.apostrophe && matches!(class.role, Role::Softened) {
        return Readings::new();
    }
    if let Some((plural, case)) = ending.folded.split_once('\'') {
        return behind_plural(class, plural, case);
    }
    // Behind an apostrophe, and behind a spelling whose sound is unknown, a suffix against the rules is one all the same.
    let found = match analyse_exactly(class, ending) {
        found if !found.is_empty() => found,
        _ if ending.apostrophe || class.other == Other::Anything && !is_mere_vowel(class, ending) => {
            analyse_loosely(class, ending)
        }
        _ if class.other.may_be_foreign() => analyse_as_foreign(class, ending),
        found => found,
    };
    sorted(class, found)
}

/// Whether a suffix written solid is one vowel that the last vowel of the name does not call for in any language:
/// Winstone is no dative of Winston.
fn is_mere_vowel(class: Class, ending: &Ending<'_>) -> bool {
    ending.folded == "e" && class.sounds.rounded && !class.sounds.front && !class.sounds.vowel
}

/// The plural without an apostrophe and the rest with one: Romanovlar’ın.
fn behind_plural(class: Class, plural: &str, rest: &str) -> Readings {
    if class.role != Role::Plain || class.plural || !matches!(plural, "lar" | "ler") {
        return Readings::new();
    }
    let sounds = Sounds::of(plural);
    let class = Class {
        sounds,
        plural: true,
        other: Other::Nothing,
        ..class
    };
    let ending = Ending {
        folded: rest,
        apostrophe: true,
        source: rest,
    };
    match rest.is_empty() {
        true => bare(class),
        false => sorted(class, analyse_loosely(class, &ending)),
    }
}

/// Whether a stem may stand without a suffix.
pub(super) fn bare(class: Class) -> Readings {
    let whole = matches!(class.role, Role::Plain | Role::Compound | Role::MaybeCompound);
    let reading = Reading {
        number: Some(if class.plural { Number::Plural } else { Number::Singular }),
        ..BARE
    };
    whole.then_some(reading).into_iter().collect()
}

/// The readings of a suffix behind a word of another script.
pub(super) fn foreign_readings(folded: &str) -> Readings {
    let start = Start {
        fit: Fit::Any,
        pronominal: false,
        slot: Slot::Plural,
    };
    let mut readings: Readings = SUFFIXES.analyse(start, folded).into_iter().collect();
    readings.retain(|reading| reading.possessor.is_none_or(|possessor| possessor.person == 3));
    readings.sort();
    readings.dedup();
    readings
}

/// A folded stem as it is when a word in it is written in its other way: hükûmet, hükümet.
pub(super) fn other_writings(stem: &str) -> Vec<String> {
    SUFFIXES.sounds.other_writings(stem)
}

/// Small letters of Turkish: I is ı, İ is i.
pub(super) fn small_letters(text: &str) -> String {
    sounds::lower(text)
}

/// The class behind a number.
pub(super) fn unpack(bits: u16) -> Class {
    Class::unpack(bits)
}

/// Whether the ending follows the rules of harmony, of d and t and of joining letters, as far as they are known.
pub(super) fn is_regular(bits: u16, ending: &Ending<'_>) -> bool {
    let class = Class::unpack(bits);
    ending.folded.is_empty() || class.other == Other::Anything || !analyse_exactly(class, ending).is_empty()
}

/// The suffix that says a reading behind a stem; `None` where there is none.
pub(super) fn suffix(bits: u16, reading: &Reading, apostrophe: bool) -> Option<String> {
    let class = Class::unpack(bits);
    let sounds = class.readings().first().copied().unwrap_or(class.sounds);
    suffix_sounding(class, sounds, reading, apostrophe)
}

/// The same behind a stem that sounds so.
fn suffix_sounding(class: Class, sounds: Sounds, reading: &Reading, apostrophe: bool) -> Option<String> {
    if !equative_fits(class, reading) || !apostrophe && needs_mark(class, reading) {
        return None;
    }
    let pronominal = class.role == Role::Compound;
    let mut reading = *reading;
    if class.plural && !take_plural(&mut reading) {
        return None;
    }
    match class.role {
        Role::Softened | Role::StrippedSoftened if apostrophe => return None,
        Role::Stripped | Role::StrippedSoftened => {
            let plural = reading.number == Some(Number::Plural);
            if reading.possessor.is_none() && plural {
                reading.possessor = Some(OWN);
            } else if matches!(reading.possessor, None | Some(OWN | YOURS)) {
                return None;
            }
        }
        Role::Plain | Role::Compound | Role::MaybeCompound | Role::Softened => {}
    }
    let start = Start {
        fit: Fit::Exact(sounds),
        pronominal,
        slot: if pronominal { Slot::Case } else { first_slot(class) },
    };
    let suffix = SUFFIXES.generate(start, sounds, &reading)?;
    let soft = matches!(class.role, Role::Softened | Role::StrippedSoftened);
    (!soft || suffix.starts_with(sounds::is_vowel)).then_some(suffix)
}

/// Whether a number of a class is that of a softened stem.
pub(super) fn is_softened(bits: u16) -> bool {
    matches!(Class::unpack(bits).role, Role::Softened | Role::StrippedSoftened)
}

/// What may follow first behind a stem without a possessive of its own. One in the plural takes no other; of a compound it
/// takes a possessive in the place of the one that is gone: Prens Adaları, Prens Adalarım.
fn first_slot(class: Class) -> Slot {
    match class.role {
        Role::Stripped | Role::StrippedSoftened if class.plural => Slot::Possessive,
        _ if class.plural => Slot::Case,
        _ => Slot::Plural,
    }
}

/// Takes the plural out of a reading, for a stem that is in the plural itself.
fn take_plural(reading: &mut Reading) -> bool {
    match &mut reading.base {
        Some(base) => std::mem::replace(&mut base.number, Number::Singular) == Number::Plural,
        None => reading.number.replace(Number::Singular) == Some(Number::Plural),
    }
}

/// The possessor of a compound: its own -(s)I.
const OWN: Possessor = Possessor {
    person: 3,
    number: Number::Singular,
};

/// Your: behind a compound without its possessive it is no form, since Meclisin and Meclisinde are forms of Meclisi.
const YOURS: Possessor = Possessor { person: 2, ..OWN };

fn analyse_exactly(class: Class, ending: &Ending<'_>) -> Vec<Reading> {
    let source = sounds::lower(ending.source);
    let soft = matches!(class.role, Role::Softened | Role::StrippedSoftened);
    if soft && !source.starts_with(sounds::is_vowel) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sounds in class.readings() {
        for start in starts(class, Fit::Exact(sounds)) {
            found.extend(SUFFIXES.analyse(start, &source));
        }
    }
    found.retain(|reading| is_licensed(class, ending, reading));
    found
}

/// The readings behind a name that may be foreign and sound otherwise than it is spelled.
fn analyse_as_foreign(class: Class, ending: &Ending<'_>) -> Vec<Reading> {
    let source = sounds::lower(ending.source);
    let letters = source.chars().count();
    if class.role != Role::Plain {
        return Vec::new();
    }
    let instrumental = matches!(ending.folded, "la" | "le");
    let shows = |foreign: &Foreign| letters >= foreign.least && (foreign.instrumental || !instrumental);
    let mut found = Vec::new();
    for foreign in class.foreign_readings().into_iter().filter(shows) {
        for start in starts(class, Fit::Exact(foreign.sounds)) {
            found.extend(SUFFIXES.analyse(start, &source));
        }
    }
    found.retain(|reading| is_licensed(class, ending, reading));
    found
}

fn analyse_loosely(class: Class, ending: &Ending<'_>) -> Vec<Reading> {
    let start = |pronominal| Start {
        fit: Fit::Any,
        pronominal,
        slot: first_slot(class),
    };
    // What stands without a mark behind no compound has no -n-: Indiana is no form of India.
    let may_be_compound = ending.apostrophe || matches!(class.role, Role::Compound | Role::MaybeCompound);
    let starts = [Some(start(false)), may_be_compound.then(|| start(true))];
    let mut found: Vec<Reading> = Vec::new();
    for start in starts.into_iter().flatten() {
        found.extend(SUFFIXES.analyse(start, ending.folded));
    }
    found.retain(|reading| is_licensed(class, ending, reading));
    found
}

/// The ways in which a chain may begin behind a stem.
fn starts(class: Class, fit: Fit) -> Vec<Start> {
    let plain = Start {
        fit,
        pronominal: false,
        slot: first_slot(class),
    };
    let compound = Start {
        fit,
        pronominal: true,
        slot: Slot::Case,
    };
    match class.role {
        Role::Plain | Role::Softened | Role::Stripped | Role::StrippedSoftened => vec![plain],
        Role::Compound => vec![compound],
        Role::MaybeCompound => vec![plain, compound],
    }
}

/// Whether a reading is no equative, or that of an institution, which says by whom: Bakanlığınca. Behind other words -ca
/// makes new ones (Türkçe).
fn equative_fits(class: Class, reading: &Reading) -> bool {
    let is_equative = |case: Option<GrammaticalCase>| case == Some(GrammaticalCase::Equative);
    let fits = class.role == Role::Compound && reading.possessor.is_none() && reading.base.is_none();
    fits || !is_equative(reading.case) && !is_equative(reading.base.map(|base| base.case))
}

/// Whether a suffix needs its apostrophe: behind one syllable the copula makes other names and verbs (Bur and Bursa, Var and
/// Vardı).
fn needs_mark(class: Class, reading: &Reading) -> bool {
    let Reading { copula, subject, .. } = *reading;
    let alone = Reading {
        copula,
        subject,
        ..BARE
    };
    class.is_short() && copula.is_some() && *reading == alone
}

/// What the chain may say behind such a stem.
fn is_licensed(class: Class, ending: &Ending<'_>, reading: &Reading) -> bool {
    if !equative_fits(class, reading) {
        return false;
    }
    if !ending.apostrophe && needs_mark(class, reading) {
        return false;
    }
    match class.role {
        // Without its possessive a compound stands only before another one or in the plural.
        Role::Stripped | Role::StrippedSoftened => {
            let plural = reading.number == Some(Number::Plural);
            reading
                .possessor
                .is_some_and(|possessor| possessor != YOURS && (possessor != OWN || plural))
        }
        // Of one letter, my and your Ankara need an apostrophe: without one they are mostly other names (Ali, Alim).
        _ => {
            let mine = |possessor: Possessor| possessor.person < 3 && possessor.number == Number::Singular;
            let number = reading.base.map_or(reading.number, |base| Some(base.number));
            let behind_vowel = class.sounds.vowel && number == Some(Number::Singular);
            let short = behind_vowel && reading.possessor.is_some_and(mine);
            ending.apostrophe || !short
        }
    }
}

/// Sorted, in the number of the spelling, and without the second person where another reading is possible.
fn sorted(class: Class, found: Vec<Reading>) -> Readings {
    let mut readings: Readings = found.into_iter().collect();
    super::without_second_person(&mut readings);
    for reading in &mut readings {
        if class.plural {
            match &mut reading.base {
                Some(base) => base.number = Number::Plural,
                None => reading.number = Some(Number::Plural),
            }
        }
        let stripped = matches!(class.role, Role::Stripped | Role::StrippedSoftened);
        if stripped && reading.possessor == Some(OWN) {
            reading.possessor = None;
        }
    }
    readings.sort();
    readings.dedup();
    readings
}
