//! The words for a kind of thing that stand beside a name: газета «Известия», Yavuz zırhlısı. They show ships and
//! publications, and where one of these, or a hotel or a play, bears the name of somebody or something else (пароход «Батум»,
//! “Smyrna” gazetesi), that this is not meant.

use crate::Gazetteer;
use crate::entity::EntityType;
use crate::language::Language;
use crate::matcher::{Haystack, Hit};
use crate::morph;
use crate::prose::{self, Layout, Quoted, QuotedBy};
use crate::reading::{GrammaticalCase, Reading};

/// What opens and closes a quotation.
pub(super) const QUOTATION_MARKS: [char; 8] = ['«', '»', '“', '”', '„', '"', '‹', '›'];

/// Names of a list looked at on the way to the kind of what it names, and bytes of one.
const LONGEST_LIST: usize = 8;
const LONGEST_NAME: usize = 80;

/// Whether the word before says what kind of thing is named (газета, пароход), or in Turkish and English the word behind
/// (İkdam gazetesi, Yavuz zırhlısı). Yavuz’un gemisi is somebody’s ship.
pub(super) fn stands_beside(gazetteer: &Gazetteer, haystack: Haystack<'_>, hit: &Hit) -> bool {
    let kind = gazetteer.matcher().profile(hit.spelling).kind;
    let is_kind = |(start, end): (usize, usize)| morph::is_kind(&haystack.folded.text()[start..end], kind);
    before(haystack, hit.start).is_some_and(is_kind) || behind(haystack, hit).is_some_and(is_kind)
}

/// The word, in the folded text, that shows that something else is meant which bears the name of the hit’s entity: a kind
/// beside the name alone in quotation marks or emphasis (пароход «Батум», “Kars” vapuru, the hotel *Smyrna*), or in Turkish
/// behind the bare name a ship that no town has (Gaziantep firkateyni; İstanbul vapuru is the boat to Istanbul). `None` for
/// ships and publications, which are meant, and for what may be one, its type being unknown.
pub(super) fn other_of_this_name(
    gazetteer: &Gazetteer,
    haystack: Haystack<'_>,
    layout: &Layout,
    hit: &Hit,
) -> Option<(usize, usize)> {
    let kind = gazetteer.matcher().profile(hit.spelling).kind;
    if matches!(kind, EntityType::Ship | EntityType::Other) {
        return None;
    }
    let text = haystack.folded.text();
    if !is_set_off(haystack, layout, hit) {
        return behind(haystack, hit).filter(|&(start, end)| morph::is_ship_by_name(&text[start..end]));
    }
    let names_it = |&(start, end): &(usize, usize)| {
        let word = &text[start..end];
        let is_ship = morph::is_kind(word, EntityType::Ship);
        // An institution has its journals and printing houses: орган «Единения и прогресса».
        let is_bearer = !matches!(kind, EntityType::Publication | EntityType::Organization);
        is_ship || is_bearer && (morph::is_kind(word, EntityType::Publication) || morph::is_other_kind(word))
    };
    let before = before_list(haystack, hit.start).filter(names_it);
    before.or_else(|| behind_list(haystack, hit).filter(names_it))
}

/// Whether a hit stands alone in quotation marks, or as it is in the dictionary in emphasis, in which authors also stress
/// (книга *Чичерина*).
fn is_set_off(haystack: Haystack<'_>, layout: &Layout, hit: &Hit) -> bool {
    if layout.quoted.is_empty() {
        return false;
    }
    let range = haystack.source_range(hit.start, hit.end);
    let is_plain = |reading: &Reading| matches!(reading.case, None | Some(GrammaticalCase::Nominative));
    let is_alone = |quoted: &Quoted| {
        let around = [quoted.range.start..range.start, range.end..quoted.range.end];
        let mut around = around.into_iter().map(|range| haystack.unmarked.read(range));
        around.all(|text| text.len() <= LONGEST_NAME && !text.contains(char::is_alphanumeric))
    };
    haystack.scratch.count(1);
    prose::around(&layout.quoted, &range).any(|quoted| {
        let shows = match quoted.by {
            QuotedBy::Marks => true,
            QuotedBy::Emphasis => hit.readings.is_empty() || hit.readings.iter().any(is_plain),
            QuotedBy::Title => false,
        };
        shows && is_alone(quoted)
    })
}

/// The word before a name and the mark that opens before it, but for words of calling (газета под названием «Смирна»).
fn before(haystack: Haystack<'_>, at: usize) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let outside = text[..at].trim_end_matches(opens_or_closes).len();
    text[outside..].starts_with(' ').then_some(())?;
    let end = morph::without_calling_before(&text[..outside])
        .trim_end_matches('.')
        .len();
    haystack.piece_that_ends(end)
}

/// The word behind a hit and the mark that closes behind it.
fn behind(haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    word_behind(haystack, hit.end).filter(|_| may_stand_before_kind(haystack, hit))
}

/// Whether a kind may stand behind a hit, which has no suffix then. In Russian it stands before names.
fn may_stand_before_kind(haystack: Haystack<'_>, hit: &Hit) -> bool {
    matches!(haystack.language, Language::Turkish | Language::English) && hit.suffix_end == hit.end
}

/// The word behind a byte and the mark that closes behind it, but for words of calling (“Smyrna” adlı gazete).
fn word_behind(haystack: Haystack<'_>, at: usize) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let outside = text[at..].trim_start_matches(opens_or_closes);
    text[..text.len() - outside.len()].ends_with(' ').then_some(())?;
    let start = text.len() - morph::without_calling_behind(outside).len();
    let word = haystack.word_behind(start - 1)?;
    Some((start, start + word.len()))
}

/// The word before a name in quotation marks, or before the first of a list of such names (газеты «Заря» и «Смирна»).
fn before_list(haystack: Haystack<'_>, start: usize) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let mut at = start;
    for _ in 0..LONGEST_LIST {
        haystack.scratch.count(1);
        let word = before(haystack, at);
        let head = match word {
            Some((start, end)) if morph::joins_a_list(&text[start..end]) => &text[..start],
            Some(_) => return word,
            None => text[..at].trim_end_matches(opens_or_closes).strip_suffix(',')?,
        };
        let name = head.trim_end_matches([' ', ',']);
        let inner = name.strip_suffix(QUOTATION_MARKS)?;
        let near = &inner[inner.ceil_char_boundary(inner.len().saturating_sub(LONGEST_NAME))..];
        at = inner.len() - near.len() + near.rfind(QUOTATION_MARKS)?;
    }
    None
}

/// The word behind it, or behind the last of such a list (“Şafak” ve “Smyrna” gazeteleri).
fn behind_list(haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let text = haystack.folded.text();
    let mut at = Some(hit.end).filter(|_| may_stand_before_kind(haystack, hit))?;
    for _ in 0..LONGEST_LIST {
        haystack.scratch.count(1);
        let word = word_behind(haystack, at);
        let rest = match word {
            Some((start, end)) if morph::joins_a_list(&text[start..end]) => &text[end..],
            Some(_) => return word,
            None => text[at..].trim_start_matches(opens_or_closes).strip_prefix(',')?,
        };
        let inner = rest.trim_start_matches(' ').strip_prefix(QUOTATION_MARKS)?;
        let near = &inner[..inner.floor_char_boundary(LONGEST_NAME)];
        at = text.len() - inner.len() + near.find(QUOTATION_MARKS)?;
    }
    None
}

/// A mark of a quotation, in whatever way it was written, or the blank inside of it.
fn opens_or_closes(sign: char) -> bool {
    sign == ' ' || sign == '\'' || QUOTATION_MARKS.contains(&sign)
}
