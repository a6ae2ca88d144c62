//! Forms of Turkish that are rather another word: a capital at the head of a sentence says nothing, and ı and i are two
//! letters. It must not doubt a dictionary form or a suffix behind an apostrophe.

use std::cell::OnceCell;

use crate::entity::{EntityType, Number};
use crate::fold::is_apostrophe;
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph::{self, CommonWord};
use crate::prose::NO_PROSE;
use crate::reading::Reading;

use super::elements::same_but_for_capitals;
use super::profile::Profiles;
use super::{Haystack, Hit};

/// Signs looked at before a word for the end of a sentence.
const REACH: usize = 12;

/// What is known of a stream.
pub(super) struct Doubts<'a> {
    tables: &'a Tables,
    profiles: &'a Profiles,
    haystack: Haystack<'a>,
    /// Whether the block parts suffixes from names.
    careful: OnceCell<bool>,
}

impl<'a> Doubts<'a> {
    pub(super) fn new(tables: &'a Tables, profiles: &'a Profiles, haystack: Haystack<'a>) -> Doubts<'a> {
        Doubts {
            tables,
            profiles,
            haystack,
            careful: OnceCell::new(),
        }
    }

    /// Whether a hit is rather another word than a form of its spelling. Initials, names and titles beside it are not yet
    /// known: they make names of several words, of which this one is the part that takes no suffix.
    pub(super) fn is_other_word(&self, hit: &Hit) -> bool {
        if *self.haystack.language != Language::Turkish {
            return false;
        }
        // Most are told before the tables are looked at: all kinds of i fold to one.
        let folded = self.haystack.folded.text();
        let has_i = hit.stems.iter().any(|&(start, end)| folded[start..end].contains('i'));
        if !has_i && suffix(hit) != Suffix::Solid {
            return false;
        }
        if self.profiles.of(hit.spelling).cyrillic {
            return false;
        }
        let foreign = || self.tables.spellings[hit.spelling.0 as usize].language != Language::Turkish;
        is_spoken_to(hit) && foreign() || has_i && self.has_other_dots(hit) || self.is_common(hit)
    }

    /// Whether a one-word name with a suffix written solid is a common word too, and nothing speaks for the name.
    fn is_common(&self, hit: &Hit) -> bool {
        let (Suffix::Solid, [(start, stem_end)]) = (suffix(hit), hit.stems.as_slice()) else {
            return false;
        };
        let letters = self.haystack.folded.text()[*start..*stem_end].chars().count();
        let word = self.haystack.source(*start, hit.end);
        match morph::common_word(word, letters, &hit.readings) {
            None => false,
            Some(CommonWord::Itself) => true,
            Some(CommonWord::Form) => self.capital_says_nothing(hit),
            // What is spelled alike is told by the apostrophe that names take, where the writer sets it; names of
            // institutions take none (Türk Dil Kurumu, Yazım Kılavuzu, “Kesme işareti”).
            Some(CommonWord::SameStem) => {
                let name = &self.tables.names[self.tables.spellings[hit.spelling.0 as usize].name.0 as usize];
                let institution = self.tables.entities[name.entity.0 as usize].kind == EntityType::Organization;
                let doubtful = || owned_or_many(hit) || self.is_careful();
                !institution && self.capital_says_nothing(hit) && doubtful()
            }
        }
    }

    /// Whether the dots of i make another word of it. A missing keyboard takes dots and marks away from all letters, and
    /// a slip of the finger changes one; İ and ı in the place of I and i, where more than one letter or a suffix must then
    /// be wrong too, are meant (İşin is no Işın, Kiracı no form of Kıraç).
    pub(super) fn has_other_dots(&self, hit: &Hit) -> bool {
        let spelling = self.profiles.text(self.profiles.of(hit.spelling));
        // Most are written as they are spelled.
        if let [(start, end)] = *hit.stems
            && spelling.starts_with(self.haystack.source(start, end))
        {
            return false;
        }
        let is_i = |letter: &char| matches!(letter, 'i' | 'ı' | 'I' | 'İ');
        let spelled = spelling.split(|letter: char| !letter.is_alphanumeric());
        let spelled = spelled.filter(|word| !word.is_empty());
        let words = hit.stems.iter().map(|&(start, end)| self.haystack.source(start, end));
        // Word by word: a stem may stop short of its word.
        let letters = spelled
            .zip(words)
            .flat_map(|(spelled, found)| spelled.chars().filter(is_i).zip(found.chars().filter(is_i)));
        let (mut others, mut marked) = (0, false);
        for (spelled, found) in letters {
            if !same_but_for_capitals(found, spelled) {
                others += 1;
                marked |= matches!(found, 'ı' | 'İ');
            }
        }
        if others == 0 {
            return false;
        }
        let word = self.haystack.source(hit.start, hit.end);
        let common = || morph::common_word(word, 0, &[]).is_some();
        match suffix(hit) {
            Suffix::Parted => marked && others > 1,
            Suffix::None => marked && others > 1 || common(),
            Suffix::Solid => marked || word.contains(['ı', 'İ']) || common(),
        }
    }

    /// Whether a word has its capital from where it stands: behind the end of a sentence, or in a text in capitals.
    fn capital_says_nothing(&self, hit: &Hit) -> bool {
        let word = self.haystack.source(hit.start, hit.end);
        !word.contains(char::is_lowercase) || ends_sentence(self.haystack.before(hit.start))
    }

    /// Whether a suffix behind an apostrophe stands anywhere in the block.
    fn is_careful(&self) -> bool {
        let search = || {
            let block = self.haystack.unmarked.text();
            block
                .char_indices()
                .filter(|(_, sign)| is_apostrophe(*sign))
                .any(|(at, sign)| {
                    let before = block[..at].chars().next_back();
                    let behind = block[at + sign.len_utf8()..].chars().next();
                    before.is_some_and(char::is_alphabetic) && behind.is_some_and(char::is_alphabetic)
                })
        };
        *self.careful.get_or_init(search)
    }
}

/// Whether the form can only speak of several or of somebody’s: of things rather than of what has a name.
fn owned_or_many(hit: &Hit) -> bool {
    let plural = |reading: &Reading| match reading.base {
        Some(base) => base.number == Number::Plural,
        None => reading.number == Some(Number::Plural),
    };
    hit.readings
        .iter()
        .all(|reading| reading.possessor.is_some() || plural(reading))
}

/// Whether a form can only speak to somebody about what is his, without an apostrophe: of a foreign name another one
/// (Indiana is not your India).
fn is_spoken_to(hit: &Hit) -> bool {
    let second = |reading: &Reading| reading.possessor.is_some_and(|possessor| possessor.person == 2);
    suffix(hit) == Suffix::Solid && !hit.readings.is_empty() && hit.readings.iter().all(second)
}

/// How the suffix of a hit is joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suffix {
    None,
    Solid,
    /// By an apostrophe or a quotation mark.
    Parted,
}

fn suffix(hit: &Hit) -> Suffix {
    match hit.stems.last() {
        _ if hit.suffix_end > hit.end => Suffix::Parted,
        Some((_, stem_end)) if hit.end > *stem_end => Suffix::Solid,
        _ => Suffix::None,
    }
}

/// Whether a sentence ends here, or has not begun: only marks and blanks stand behind its last mark.
pub(super) fn ends_sentence(before: &str) -> bool {
    for sign in before.chars().rev().take(REACH) {
        match sign {
            '.' | '!' | '?' | '…' | ':' => return true,
            ',' | ';' | ')' | NO_PROSE => return false,
            sign if sign.is_alphanumeric() => return false,
            _ => {}
        }
    }
    true
}
