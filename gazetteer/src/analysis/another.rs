//! The words beside a name that show that something else is named, which the gazetteer does not have: another place (New
//! France, Ной-Рим, Kuzey Kore), a firm (Korea First Advertising Co.), a river that is called like a town (рек Чусовая и Уфа),
//! another country’s parliament (Alman Meclisi).

use crate::Gazetteer;
use crate::entity::{Alone, EntityType};
use crate::language::Language;
use crate::matcher::{Haystack, Hit};
use crate::morph::{self, PlaceKind};
use crate::reading::{GrammaticalCase, Reading};

/// Words of a firm’s name looked at behind that of a place.
const LONGEST_FIRM: usize = 5;

/// Words of a list looked at on the way to the kind of what it names.
const LONGEST_LIST: usize = 12;

/// The word, in the folded text, that shows that something else is named than the hit’s entity.
pub(super) fn named(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let profile = gazetteer.matcher().profile(hit.spelling);
    let namesake = || {
        let kind = profile.namesake?;
        one_of_a_kind(haystack, hit, kind).or_else(|| one_of_a_list(haystack, hit, kind))
    };
    if profile.kind == EntityType::Organization {
        return elsewhere(gazetteer, haystack, hit).or_else(namesake);
    }
    if profile.kind != EntityType::Place {
        return namesake();
    }
    let language = &gazetteer.spelling(hit.spelling).language;
    another_place(haystack, hit, language)
        .or_else(|| another_land(haystack, hit, &gazetteer.spelling(hit.spelling).text))
        .or_else(|| firm(haystack, hit, language))
        .or_else(namesake)
}

/// Whose an institution is that is called by a common noun: of another country (Alman Meclisi). Such names are those that
/// count only in their context.
fn elsewhere(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let spelling = gazetteer.spelling(hit.spelling);
    let is_bare = spelling.alone == Alone::Context && !spelling.text.contains(char::is_whitespace);
    let (start, end) = is_bare.then(|| haystack.piece_before(hit.start))??;
    morph::is_of_another_country(&haystack.folded.text()[start..end]).then_some((start, end))
}

fn another_place(haystack: Haystack<'_>, hit: &Hit, language: &Language) -> Option<(usize, usize)> {
    haystack.scratch.count(1);
    let text = haystack.folded.text();
    let before = haystack.piece_before(hit.start).filter(|&(start, end)| {
        let begins = haystack.is_capital(start) && morph::begins_another_place(&text[start..end], language);
        let is_joined = end == hit.start;
        let has_article = || haystack.word_before(start).is_some_and(morph::is_article);
        begins && (is_joined || !haystack.begins_sentence(start) && !has_article())
    });
    let behind = || {
        haystack.piece_behind(hit.end).filter(|&(start, end)| {
            haystack.is_capital(start) && morph::ends_another_place(&text[start..end], language)
        })
    };
    before.or_else(behind)
}

/// A quarter before the name of a land that is divided. Such a land is called so at the head of a sentence, too.
fn another_land(haystack: Haystack<'_>, hit: &Hit, spelling: &str) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let (start, end) = haystack.piece_before(hit.start)?;
    let is_name = haystack.is_capital(start) && morph::names_another_land(&text[start..end], spelling);
    is_name.then_some((start, end))
}

fn firm(haystack: Haystack<'_>, hit: &Hit, language: &Language) -> Option<(usize, usize)> {
    let is_english = *language == Language::English || *haystack.language == Language::English;
    if !is_english || hit.suffix_end > hit.end {
        return None;
    }
    let text = haystack.folded.text();
    let mut at = hit.end;
    for _ in 0..LONGEST_FIRM {
        haystack.scratch.count(1);
        let (start, end) = haystack
            .piece_behind(at)
            .filter(|&(start, _)| haystack.is_capital(start))?;
        if morph::is_firm(&text[start..end]) {
            let says_where = haystack.word_before(hit.start).is_some_and(morph::says_where);
            return (!says_where).then_some((start, end));
        }
        at = end;
    }
    None
}

/// A kind directly before a Russian name that stays as it is (на реке Уфа). With a name that agrees with it, it is spelled.
fn one_of_a_kind(haystack: Haystack<'_>, hit: &Hit, kind: PlaceKind) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let is_nominative = |reading: &Reading| reading.case == Some(GrammaticalCase::Nominative);
    let is_russian = text[hit.start..].starts_with(|letter: char| matches!(letter, 'а'..='я'));
    let stays = is_russian && hit.readings.iter().any(is_nominative);
    let (start, end) = haystack.piece_before(hit.start).filter(|_| stays)?;
    let word = &text[start..end];
    (morph::place_kind(word) == Some(kind) || morph::are_of_kind(word, kind)).then_some((start, end))
}

/// A kind in the plural that stands before a list in which the name is not the first, or behind a list.
fn one_of_a_list(haystack: Haystack<'_>, hit: &Hit, kind: PlaceKind) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let word = |(start, end): (usize, usize)| &text[start..end];
    let goes_on = |place: &(usize, usize)| haystack.is_capital(place.0) || morph::joins_a_list(word(*place));
    let mut at = hit.start;
    for _ in 0..LONGEST_LIST {
        haystack.scratch.count(1);
        let comma = text[..at].strip_suffix(", ");
        let before = match comma {
            Some(before) => haystack.piece_that_ends(before.len()),
            None => haystack.piece_before(at),
        };
        let Some(before) = before else { break };
        if comma.is_none() && morph::are_of_kind(word(before), kind) {
            // Between the kind and the list nothing stands: «реки и Уфа» are two things.
            return (at < hit.start && haystack.is_capital(at)).then_some(before);
        }
        if !goes_on(&before) {
            break;
        }
        at = before.0;
    }
    if hit.suffix_end > hit.end {
        return None;
    }
    let mut is_list = false;
    let mut at = hit.end;
    for _ in 0..LONGEST_LIST {
        haystack.scratch.count(1);
        let comma = text[at..].starts_with(", ");
        let behind = haystack.piece_behind(at + usize::from(comma))?;
        if morph::are_of_kind(word(behind), kind) {
            return is_list.then_some(behind);
        }
        if !goes_on(&behind) {
            return None;
        }
        is_list |= comma || morph::joins_a_list(word(behind));
        at = behind.1;
    }
    None
}
