//! Which suffixes a Turkish ending is made of, and how they fit their stem. See [`crate::morph::account`].

use crate::entity::Number;
use crate::morph::account::{Rule, StemChange, Suffix, SuffixFit};
use crate::morph::{Ending, Endings};
use crate::reading::{GrammaticalCase, Reading};

use super::sounds::{self, Class, Other, Role};
use super::suffixes::SUFFIXES;
use super::{OWN, analyse_as_foreign, analyse_exactly, suffix, take_plural};

/// The rule behind an ending that has these readings.
pub(in crate::morph) fn account(bits: u16, ending: &Ending<'_>, readings: &[Reading]) -> Rule {
    let class = Class::unpack(bits);
    let mut chains: Vec<Vec<Suffix>> = Vec::new();
    for chain in readings.iter().map(|reading| chain_behind(class, ending, reading)) {
        if !chain.is_empty() && !chains.contains(&chain) {
            chains.push(chain);
        }
    }
    let owned = readings.iter().any(|reading| reading.possessor.is_some());
    Rule::Suffixes {
        chains,
        fit: fit(class, ending),
        stem: match class.role {
            Role::Plain => StemChange::None,
            Role::Compound => StemChange::Possessive,
            Role::MaybeCompound if !owned && begins_pronominal(ending) => StemChange::Possessive,
            Role::MaybeCompound => StemChange::None,
            Role::Softened => StemChange::Softened,
            Role::Stripped | Role::StrippedSoftened => StemChange::WithoutPossessive,
        },
    }
}

/// The suffixes of a chain that says a reading; `None` where no way to cut it says that.
pub(in crate::morph) fn chain(reading: &Reading, ending: &str) -> Option<Vec<Suffix>> {
    SUFFIXES.cut(reading, ending)
}

/// The plural and the cases of the singular, usual ones first, without a mark before them.
pub(in crate::morph) fn usual_suffixes(bits: u16) -> Vec<String> {
    let plural = Reading::new(GrammaticalCase::Nominative, Number::Plural);
    let number = if Class::unpack(bits).plural {
        Number::Plural
    } else {
        Number::Singular
    };
    let cases = GrammaticalCase::ALL.map(|case| Reading::new(case, number));
    let readings = std::iter::once(plural).chain(cases);
    readings.filter_map(|reading| suffix(bits, &reading, false)).collect()
}

/// A stem may be in the plural itself, or have lost the possessive that the reading does not name.
fn chain_behind(class: Class, ending: &Ending<'_>, reading: &Reading) -> Vec<Suffix> {
    let mut inner = *reading;
    let inner = match class.plural {
        true if take_plural(&mut inner) => inner,
        _ => *reading,
    };
    let owned = Reading {
        possessor: Some(OWN),
        ..inner
    };
    // Romanovlar’ın: the plural stands before the apostrophe.
    let folded = ending.folded.replace('\'', "");
    [inner, owned, *reading]
        .iter()
        .find_map(|reading| SUFFIXES.cut(reading, &folded))
        .map(|chain| in_letters_of(ending.source, chain))
        .unwrap_or_default()
}

/// The chain with the letters of the source: folding took the dot of ı and i away.
fn in_letters_of(source: &str, mut chain: Vec<Suffix>) -> Vec<Suffix> {
    let source = sounds::lower(source);
    let mut letters = source.chars().filter(|letter| letter.is_alphabetic());
    let folded: usize = chain.iter().map(|suffix| suffix.written.chars().count()).sum();
    if letters.clone().count() == folded {
        for suffix in &mut chain {
            let length = suffix.written.chars().count();
            suffix.written = letters.by_ref().take(length).collect();
        }
    }
    chain
}

fn begins_pronominal(ending: &Ending<'_>) -> bool {
    let mut letters = ending.folded.chars();
    letters.next() == Some('n') && letters.next().is_some()
}

fn fit(class: Class, ending: &Ending<'_>) -> SuffixFit {
    if ending.folded.is_empty() || !analyse_exactly(class, ending).is_empty() {
        SuffixFit::Rules
    } else if class.other == Other::Anything {
        SuffixFit::AnySound
    } else if class.other.may_be_foreign() && !analyse_as_foreign(class, ending).is_empty() {
        SuffixFit::ForeignSound
    } else if super::super::suffix_is_regular(Endings::Latin(class.pack()), ending) {
        SuffixFit::Rules
    } else {
        SuffixFit::Parted
    }
}
