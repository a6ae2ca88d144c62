//! What else is renamed with a spelling: the names of the same bearer in which its words stand.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{EntityType, Part, SpellingId};

/// The spellings that change when one becomes another text, each with its new text: itself first, then those of its bearer in
/// the same language that contain it. Of a person’s full name each word that is another changes in the other names too,
/// for words are spelled once: with Лев Давидович the given name Лев.
pub(super) fn renamed(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Vec<(SpellingId, String)> {
    let entry = gazetteer.spelling(from);
    let (name, entity) = gazetteer.bearer(from);
    let is_full = gazetteer.name(name).part == Part::Full && gazetteer.entity(entity).kind == EntityType::Person;
    let words = if is_full {
        other_words(&entry.text, text)
    } else {
        Vec::new()
    };
    let becomes = |spelling: &str| match with_words(spelling, &entry.text, text) {
        Some(new) => Some(new),
        None => {
            let replaced = words.iter().fold(spelling.to_owned(), |all, (old, new)| {
                with_words(&all, old, new).unwrap_or(all)
            });
            (replaced != spelling).then_some(replaced)
        }
    };
    let others = gazetteer.names(entity).flat_map(|(name, _)| gazetteer.spellings(name));
    let others = others.filter(|(id, spelling)| *id != from && spelling.language == entry.language);
    let others = others.filter_map(|(id, spelling)| Some((id, becomes(&spelling.text)?)));
    std::iter::once((from, text.to_owned())).chain(others).collect()
}

/// The words that are others, where there are as many as before; none that stand twice, which nobody could tell apart.
fn other_words<'a>(old: &'a str, new: &'a str) -> Vec<(&'a str, &'a str)> {
    let (before, behind): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if before.len() != behind.len() {
        return Vec::new();
    }
    let is_single = |word: &str| before.iter().filter(|other| **other == word).count() == 1;
    let pairs = before.iter().copied().zip(behind.iter().copied());
    pairs.filter(|(old, new)| old != new && is_single(old)).collect()
}

/// A spelling with other words in the place of some; `None` where those are not in it.
fn with_words(spelling: &str, old: &str, new: &str) -> Option<String> {
    let is_part = |sign: char| sign.is_alphanumeric();
    let (at, _) = spelling.match_indices(old).find(|(at, _)| {
        let before = spelling[..*at].chars().next_back();
        let behind = spelling[at + old.len()..].chars().next();
        !before.is_some_and(is_part) && !behind.is_some_and(is_part)
    })?;
    Some(format!("{}{new}{}", &spelling[..at], &spelling[at + old.len()..]))
}
