//! Events and treaties that are told apart by the year beside their name: the London Conference of 1912 is not that of
//! 1921.
//!
//! Only a year that is an attribute of the name speaks: directly before it (1912 Londra Konferansı, 1912’deki Londra
//! Konferansı), in a bracket directly behind it, and there in Russian before its own noun (Лондонская конференция 1912
//! года), in English behind `of`. Of a year that says when something happened (1936’da Lozan Antlaşması) nothing follows.

use crate::Gazetteer;
use crate::date::Date;
use crate::entity::EntityType;
use crate::matcher::{Haystack, Hit};

/// The year beside a name that is not of the time of what the hit means: folded bytes.
pub(super) fn other_year(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let profile = gazetteer.matcher().profile(hit.spelling);
    if !matches!(profile.kind, EntityType::Event | EntityType::Treaty) {
        return None;
    }
    let dates = gazetteer.entity(profile.entity).dates;
    let text = haystack.folded.text();
    let (start, end) = before(&text[..hit.start]).or_else(|| behind(text, hit.suffix_end))?;
    let year = Date::parse(&text[start..end])?;
    (!dates.is_open() && !dates.contains(year)).then_some((start, end))
}

/// A year that ends the text, with -ki or without a suffix.
fn before(text: &str) -> Option<(usize, usize)> {
    let text = text.strip_suffix(' ')?;
    let bare = match text.strip_suffix("ki") {
        Some(suffixed) => {
            let letters = suffixed.trim_end_matches(|sign: char| sign.is_alphabetic());
            letters.strip_suffix('\'').unwrap_or(letters)
        }
        None => text,
    };
    let start = bare.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let stands_alone = !bare[..start].ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '.' | ','));
    is_year(&bare[start..])
        .then_some((start, bare.len()))
        .filter(|_| stands_alone)
}

/// A year behind a name, in a bracket or as its attribute.
fn behind(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = text[at..].strip_prefix(' ')?;
    let opened = rest.strip_prefix('(');
    let inner = opened.or_else(|| rest.strip_prefix("of ")).unwrap_or(rest);
    let digits = inner.len() - inner.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let start = text.len() - inner.len();
    let (year, behind) = inner.split_at(digits);
    let is_attribute = inner.len() < rest.len() || behind.starts_with(" год") || behind.starts_with(" г.");
    (is_year(year) && is_attribute).then_some((start, start + digits))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with(['1', '2'])
}
