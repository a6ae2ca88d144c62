//! Suffixes against the rules of harmony, of d and t and of joining letters, and what should stand in their place. They
//! are read all the same behind an apostrophe; whether the rule is broken is known only where the sound of the name is.

use crate::morph::Ending;
use crate::reading::Readings;
use crate::slips::slips;

use super::sounds::{self, Class, Other, Role, Sounds};
use super::suffixes::{Fit, SUFFIXES};
use super::{analyse_exactly, analyse_loosely, bare, sorted, starts, suffix_sounding};

/// No suffix is so far from another that it matters how far.
const FARTHEST: usize = 8;

/// What stands before an apostrophe: the stem, or its plural.
fn sounding(bits: u16, before: &str) -> Option<Class> {
    let class = Class::unpack(bits);
    match before {
        "" => Some(class).filter(|class| !bare(*class).is_empty()),
        "lar" | "ler" if class.role == Role::Plain && !class.plural => Some(Class {
            sounds: Sounds::of(before),
            plural: true,
            other: Other::Nothing,
            ..class
        }),
        _ => None,
    }
}

/// The suffixes, in letters of Turkish, that say behind this stem what an ending behind an apostrophe says against the
/// rules; those with the most letters of the ending. `before` is what stands between stem and apostrophe: nothing or the
/// plural. Empty where the ending follows the rules, is none, or the sound of the stem is not known.
pub(in crate::morph) fn corrections(bits: u16, before: &str, ending: &Ending<'_>) -> Vec<String> {
    let Some(class) = sounding(bits, before).filter(|class| class.other != Other::Anything) else {
        return Vec::new();
    };
    let otherwise = possible_sounds(class);
    if !analyse_exactly(class, ending).is_empty() || otherwise.iter().any(|sounds| fits(class, *sounds, ending)) {
        return Vec::new();
    }
    let written = sounds::lower(ending.source);
    let readings: Readings = sorted(class, analyse_loosely(class, ending));
    let mut found: Vec<String> = Vec::new();
    for reading in &readings {
        let all = otherwise
            .iter()
            .filter_map(|sounds| suffix_sounding(class, *sounds, reading, true));
        // Of the ways in which a foreign name may sound the one that the writer hears.
        let nearest = all.min_by_key(|suffix| far(suffix, &written));
        found.extend(nearest.filter(|suffix| !suffix.is_empty()));
    }
    found.sort();
    found.dedup();
    found
}

/// How the stem may sound, however few letters of a suffix show it.
fn possible_sounds(class: Class) -> Vec<Sounds> {
    let mut all = class.readings();
    if class.other == Other::Unsure {
        all.extend(class.foreign_readings().into_iter().map(|foreign| foreign.sounds));
    }
    all
}

fn fits(class: Class, sounds: Sounds, ending: &Ending<'_>) -> bool {
    let source = sounds::lower(ending.source);
    let mut chains = starts(class, Fit::Exact(sounds)).into_iter();
    chains.any(|start| !SUFFIXES.analyse(start, &source).is_empty())
}

fn far(one: &str, other: &str) -> usize {
    let letters = |suffix: &str| suffix.chars().collect::<Vec<_>>();
    slips(&letters(one), &letters(other), FARTHEST).unwrap_or(FARTHEST + 1)
}
