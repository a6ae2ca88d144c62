//! Turkish suffixes behind words in Latin letters: the stems of a spelling, what a suffix behind them says, and the form
//! in a reading. A word of any language takes them in a Turkish paragraph.

use crate::entity::{EntityType, Inflection, Number, Part};
use crate::language::Language;
use crate::reading::{GrammaticalCase, Possessor, Reading, Readings};

use super::spelling::{Stem, Word, without_last};
use super::{Category, Ending, Endings};

mod account;
mod common;
mod irregular;
mod lists;
mod sounds;
mod suffixes;
mod vowels;

pub(super) use account::{account, chain, usual_suffixes};
pub use common::{CommonWord, common_word};
pub(super) use irregular::corrections;
pub(super) use sounds::Class;
#[cfg(test)]
pub(crate) use sounds::is_foreign;
use sounds::{Foreign, Other, Role, Sounds, Tail};
use suffixes::{BARE, Fit, SUFFIXES, Slot, Start};
pub use vowels::FormVowels;
pub(super) use vowels::{last_vowels, vowels};

/// The stems of the last word of a spelling in Latin letters.
pub(super) fn stems(words: &[Word<'_>], category: &Category<'_>) -> Vec<Stem> {
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

/// Whether the last word is joined to the one before in the Persian way. It is an adjective or a noun without a
/// possessive then: Misak-ı Millî’ye, not Millî’ne.
fn is_behind_izafet(words: &[Word<'_>]) -> bool {
    matches!(words, [.., joint, _] if joint.hyphen && SUFFIXES.sounds.is_izafet(&sounds::lower(joint.text)))
}

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
