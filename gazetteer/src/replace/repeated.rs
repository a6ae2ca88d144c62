//! Words of the new spelling that stand beside the old one already: in «Ararat Dağı’nda» the name that becomes Ağrı Dağı is
//! Ararat alone, in «город Смирну» the one that becomes «город Измир» is Смирна. They are not written twice.

use crate::analysis::Paragraph;
use crate::language::Language;
use crate::morph::{self, Ending, PlannedWord};
use crate::text::Text;

use super::Subject;
use super::standing::{Standing, clipped};

/// Bytes on either side of a name that are looked at.
const REACH: usize = 128;

/// What of the new spelling is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rest<'a> {
    /// All of it.
    Whole,
    /// What the words beside leave, and the byte of the text at which they and the name begin.
    Part(&'a str, usize),
    /// Of the words beside one may belong to it, and not all that should stand there do.
    Doubtful,
}

/// What of the new spelling does not stand before or behind the old one.
pub(super) fn rest<'a>(text: &dyn Text, paragraph: &Paragraph, standing: &Standing, new: Subject<'a>) -> Rest<'a> {
    let words = morph::plan_in(new.text, &new.category, &standing.paragraph).words;
    let Some(last) = words.len().checked_sub(1).filter(|last| *last > 0) else {
        return Rest::Whole;
    };
    let beside = Beside {
        before: words_beside(text, paragraph, standing, Side::Before),
        behind: match standing.suffix {
            Some(_) => Vec::new(),
            None => words_beside(text, paragraph, standing, Side::Behind),
        },
    };
    let same = |planned: &PlannedWord, word: &Word| word.is_form_of(planned, &standing.paragraph);
    // Behind it the last words stand in their order, before it the first ones, of which the nearest is the last.
    let behind = (1..=last).find(|&first| {
        let rest = &words[first..];
        rest.len() <= beside.behind.len()
            && rest
                .iter()
                .zip(&beside.behind)
                .all(|(planned, word)| same(planned, word))
    });
    let before = (1..=last).rev().find(|&count| {
        let first = words[..count].iter().rev();
        count <= beside.before.len() && first.zip(&beside.before).all(|(planned, word)| same(planned, word))
    });
    let place = |number: usize| places(new.text, &words).nth(number);
    match (before, behind) {
        (None, None) => {
            let touches = |word: Option<&Word>, words: &[PlannedWord]| {
                word.is_some_and(|word| words.iter().any(|planned| same(planned, word)))
            };
            match touches(beside.before.first(), &words[..last]) || touches(beside.behind.first(), &words[1..]) {
                true => Rest::Doubtful,
                false => Rest::Whole,
            }
        }
        (Some(count), None) => place(count).map_or(Rest::Doubtful, |(start, _)| {
            let begins = beside
                .before
                .get(count - 1)
                .map_or(standing.core.start, |word| word.start);
            Rest::Part(&new.text[start..], begins)
        }),
        (None, Some(first)) => place(first - 1).map_or(Rest::Doubtful, |(_, end)| {
            Rest::Part(&new.text[..end], standing.core.start)
        }),
        (Some(_), Some(_)) => Rest::Doubtful,
    }
}

/// Where each of its words stands in a spelling.
fn places<'a>(spelling: &'a str, words: &'a [PlannedWord]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut at = 0;
    words.iter().map_while(move |word| {
        let start = at + spelling.get(at..)?.find(word.text.as_str())?;
        at = start + word.text.len();
        Some((start, at))
    })
}

/// The words on both sides of a name, the nearest first.
struct Beside {
    before: Vec<Word>,
    behind: Vec<Word>,
}

/// A word up to what is no letter.
struct Word {
    folded: String,
    source: String,
    /// Where it begins in the text.
    start: usize,
}

impl Word {
    fn is_form_of(&self, planned: &PlannedWord, paragraph: &Language) -> bool {
        planned.stems.iter().any(|(stem, endings)| {
            let Some(folded) = self.folded.strip_prefix(stem.as_str()) else {
                return false;
            };
            let letters = stem.chars().count();
            let source = self
                .source
                .char_indices()
                .nth(letters)
                .map_or("", |(at, _)| &self.source[at..]);
            let ending = Ending {
                folded,
                apostrophe: false,
                source,
            };
            !morph::readings(*endings, paragraph, &ending).is_empty()
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The words that nothing but a blank or a hyphen parts from the name and from each other.
fn words_beside(text: &dyn Text, paragraph: &Paragraph, standing: &Standing, side: Side) -> Vec<Word> {
    let core = &standing.core;
    let Some(pieces) = paragraph.stream(core.start) else {
        return Vec::new();
    };
    let range = match side {
        Side::Before => text.boundary(core.start.saturating_sub(REACH))..core.start,
        Side::Behind => core.end..text.boundary(text.len().min(core.end + REACH)),
    };
    let clip = clipped(text, pieces, range);
    let folded = clip.folded.text();
    let is_joint = |sign: char| sign == ' ' || sign == '-';
    let mut words = Vec::new();
    let mut rest = folded;
    loop {
        let (bare, at) = match side {
            Side::Before => {
                let bare = rest.trim_end_matches(is_joint);
                let start = bare
                    .rfind(|sign: char| !sign.is_alphanumeric())
                    .map_or(0, |at| at + bare[at..].chars().next().map_or(1, char::len_utf8));
                (bare, start..bare.len())
            }
            Side::Behind => {
                let bare = rest.trim_start_matches(is_joint);
                let start = folded.len() - bare.len();
                let length = bare.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(bare.len());
                (bare, start..start + length)
            }
        };
        let is_apart = bare.len() < rest.len() || standing.followed && words.is_empty();
        if at.is_empty() || !is_apart {
            return words;
        }
        let place = clip.source(at.start, at.end);
        words.push(Word {
            folded: folded[at.clone()].to_owned(),
            start: place.start,
            source: text.slice(place).into_owned(),
        });
        rest = match side {
            Side::Before => &folded[..at.start],
            Side::Behind => &folded[at.end..],
        };
    }
}
