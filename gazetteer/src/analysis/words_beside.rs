//! Which of several bearers of one name is meant, by the word that touches it: of two parties that are called Komünist
//! Parti the one whose longer name has the word beside it (Komünist Parti’nin Azerbaycan’daki …). Persons have forenames and
//! titles instead, see [`crate::matcher`].

use super::scan::LocalCandidate;
use crate::Gazetteer;
use crate::entity::{EntityType, SpellingId};
use crate::fold::fold_word;
use crate::matcher::{Haystack, Hit};

/// Of several candidates for a hit, all spelled alike, the one that the word before or behind speaks for; `None` where
/// none or several have it in their names.
pub(super) fn meant(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    hit: &Hit,
    suffix_end: usize,
    candidates: &[LocalCandidate],
) -> Option<usize> {
    let kind = |one: &LocalCandidate| gazetteer.matcher().profile(one.candidate.spelling).kind;
    let is_person = |one: &LocalCandidate| kind(one) == EntityType::Person;
    if candidates.len() < 2 || candidates.iter().any(is_person) {
        return None;
    }
    let beside = [haystack.word_behind(suffix_end), haystack.word_before(hit.start)];
    let beside: Vec<&str> = beside.into_iter().flatten().filter(|word| tells(word)).collect();
    let mut spoken_for = candidates.iter().enumerate().filter(|(_, one)| {
        haystack.scratch.count(1);
        let names = longer_names(gazetteer, one.candidate.spelling);
        names
            .iter()
            .any(|name| beside.iter().any(|word| word.starts_with(name.as_str())))
    });
    match (spoken_for.next(), spoken_for.next()) {
        (Some((index, _)), None) => Some(index),
        _ => None,
    }
}

/// Words of so few letters stand beside anything.
fn tells(word: &str) -> bool {
    word.chars().count() > 3
}

/// The words of the other names of a spelling’s entity, in its language, that it has not itself; folded.
fn longer_names(gazetteer: &Gazetteer, spelling: SpellingId) -> Vec<String> {
    let own = gazetteer.spelling(spelling);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric());
        words.map(fold_word).filter(|word| tells(word)).collect()
    };
    let known = words(&own.text);
    let names = gazetteer.names(gazetteer.name(own.name).entity);
    let spellings = names.flat_map(|(name, _)| gazetteer.spellings(name));
    let same_language = spellings
        .map(|(_, other)| other)
        .filter(|other| other.language == own.language);
    let longer = same_language.flat_map(|other| words(&other.text));
    longer.filter(|word| !known.contains(word)).collect()
}
