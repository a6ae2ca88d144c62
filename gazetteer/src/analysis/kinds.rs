//! The words for a kind of thing that stand beside a name: газета «Известия», Yavuz zırhlısı. They show ships and
//! publications, and where a ship bears the name of somebody or something else (пароход «Батум»), that this is not meant.

use crate::Gazetteer;
use crate::entity::EntityType;
use crate::language::Language;
use crate::matcher::{Haystack, Hit};
use crate::morph;

/// What opens and closes a quotation.
pub(super) const QUOTATION_MARKS: [char; 8] = ['«', '»', '“', '”', '„', '"', '‹', '›'];

/// Whether the word before says what kind of thing is named (газета, пароход), or in Turkish and English the word behind
/// (İkdam gazetesi, Yavuz zırhlısı). Yavuz’un gemisi is somebody’s ship.
pub(super) fn stands_beside(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> bool {
    let kind = gazetteer.matcher().profile(hit.spelling).kind;
    let is_kind = |(start, end): (usize, usize)| morph::is_kind(&haystack.folded.text()[start..end], kind);
    before(haystack, hit).is_some_and(is_kind) || behind(haystack, hit).is_some_and(is_kind)
}

/// The word, in the folded text, that shows that a ship is meant which bears the name of the hit’s entity: the kind of a ship
/// beside quotation marks (пароход «Батум», “Kars” vapuru), or in Turkish behind the bare name one that no town has
/// (Gaziantep firkateyni; İstanbul vapuru is the boat to Istanbul). `None` for ships, which are meant, and for what may be
/// one, its type being unknown.
pub(super) fn ship_of_this_name(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let kind = gazetteer.matcher().profile(hit.spelling).kind;
    if matches!(kind, EntityType::Ship | EntityType::Other) {
        return None;
    }
    let text = haystack.folded.text();
    let quoted = text[..hit.start].ends_with(QUOTATION_MARKS) && text[hit.end..].starts_with(QUOTATION_MARKS);
    match quoted {
        true => [before(haystack, hit), behind(haystack, hit)]
            .into_iter()
            .flatten()
            .find(|&(start, end)| morph::is_kind(&text[start..end], EntityType::Ship)),
        false => behind(haystack, hit).filter(|&(start, end)| morph::is_ship_by_name(&text[start..end])),
    }
}

/// The word before a hit and the quotation mark that opens before it.
fn before(haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let start = text[..hit.start].trim_end_matches(QUOTATION_MARKS).len();
    let word = haystack.word_before(start)?;
    let end = text[..start].trim_end_matches([' ', '.']).len();
    Some((end - word.len(), end))
}

/// The word behind a hit without suffix and the quotation mark that closes behind it, where kinds stand behind names.
fn behind(haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let stands_behind = matches!(haystack.language, Language::Turkish | Language::English);
    if !stands_behind || hit.suffix_end > hit.end {
        return None;
    }
    let rest = &haystack.folded.text()[hit.end..];
    let end = hit.end + rest.len() - rest.trim_start_matches(QUOTATION_MARKS).len();
    let word = haystack.word_behind(end)?;
    Some((end + 1, end + 1 + word.len()))
}
