//! Names that a text talks about, or that stand in somebody else's title, and that it does not use: they say nothing of how
//! the author spells.
//!
//! The rule sees one text of a block, without its markup. Another spelling of a name in brackets directly behind it is a gloss, and so is one that the
//! words of `data/tables/glosses.toml` introduce, with the spelling on the other side of them. What stands in quotation
//! marks together with other words is a title or a phrase of somebody else, however short, unless it shows that somebody
//! speaks; and a title is what the markup calls one.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;
use smallvec::SmallVec;

use super::compare::{Comparison, compare};
use crate::Gazetteer;
use crate::entity::{EntityType, SpellingId};
use crate::fold::fold_word;
use crate::language::Language;
use crate::matcher::{Haystack, Scratch};
use crate::prose::{self, Quoted, QuotedBy};

/// Bytes in which the brackets of a gloss close, and in which its words stand.
const REACH: usize = 160;

/// Words in a cue at most, a comma among them.
const LONGEST_CUE: usize = 6;

/// Code points of a title in quotation marks, at most.
const LONGEST_TITLE: usize = 160;

/// Letters of a word behind which a full stop ends a sentence, at least: shorter ones are initials and abbreviations.
const SHORTEST_LAST_WORD: usize = 4;

/// Why a name does not count as used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aside {
    /// The text says how something is also called: Ангора (ныне Анкара), eski adıyla Angora.
    Gloss,
    /// It stands in quotation marks among other words: a title or phrase.
    Title,
}

/// A mention as the rule needs it. Bytes of the text.
pub(crate) struct Place {
    pub(crate) range: Range<usize>,
    /// Spellings that it may be a use of.
    pub(crate) spellings: SmallVec<[SpellingId; 2]>,
}

/// Which of the mentions of a text, sorted by start, stand aside; and whether that is a title even if the outermost quotation
/// marks around it are told to make none. `quoted` is what is set off, sorted by start.
pub(crate) fn asides(
    haystack: Haystack<'_>,
    quoted: &[Quoted],
    gazetteer: &Gazetteer,
    mentions: &[Place],
) -> Vec<(Option<Aside>, bool)> {
    let scratch = haystack.scratch;
    let block = Block {
        text: haystack.unmarked.text(),
        cues: cues(haystack.language),
        gazetteer,
        scratch,
    };
    let titles: Vec<Titles> = mentions
        .iter()
        .map(|mention| block.titles_around(quoted, mention))
        .collect();
    let title = |titles: &Titles| (titles.named || titles.marked > 0).then_some(Aside::Title);
    let mut found: Vec<Option<Aside>> = titles.iter().map(title).collect();
    for (number, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| block.has_rival(mention))
    {
        let beside = number
            .checked_sub(1)
            .filter(|before| block.is_beside(&mentions[*before], mention));
        let introduced = block.introduced(&mention.range);
        if beside.is_some() || introduced.is_some() {
            let other = beside.or_else(|| block.rival_beyond(introduced?, number, mentions));
            found[number] = Some(Aside::Gloss);
            if let Some(other) = other {
                found[other] = Some(Aside::Gloss);
            }
        }
        let bracket = block.bracket_behind(mention.range.end);
        let inside = mentions[number + 1..]
            .iter()
            .take_while(|other| other.range.start < bracket.end)
            .inspect(|_| scratch.count(1))
            .position(|other| block.are_rivals(mention, other));
        if let Some(other) = inside {
            (found[number], found[number + 1 + other]) = (Some(Aside::Gloss), Some(Aside::Gloss));
        }
    }
    let stays = titles.iter().map(|titles| titles.named || titles.marked > 1);
    found.into_iter().zip(stays).collect()
}

/// The titles around a name.
struct Titles {
    /// How many quotation marks make one.
    marked: usize,
    /// Whether the markup calls what it stands in one.
    named: bool,
}

/// On which side of a name the words stand that introduce it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

struct Block<'a> {
    text: &'a str,
    cues: &'static Cues,
    gazetteer: &'a Gazetteer,
    scratch: &'a Scratch,
}

impl Block<'_> {
    /// The titles in which a name stands: quotation marks that hold other words too, and what the markup calls a title,
    /// unless it is that of a publication which the name names. Emphasis says nothing: authors use it themselves.
    fn titles_around(&self, quoted: &[Quoted], mention: &Place) -> Titles {
        let range = &mention.range;
        let has_word = |range: Range<usize>| {
            let text = self.text.get(range).unwrap_or_default();
            let mut signs = text.chars().take(REACH).inspect(|_| self.scratch.count(1));
            signs.any(char::is_alphanumeric)
        };
        let mut titles = Titles {
            marked: 0,
            named: false,
        };
        for Quoted { range: quoted, by } in prose::around(quoted, range) {
            let is_part = has_word(quoted.start..range.start) || has_word(range.end..quoted.end);
            match by {
                QuotedBy::Marks => titles.marked += usize::from(is_part && !self.is_speech(quoted)),
                QuotedBy::Title => titles.named |= is_part || !self.may_be_publication(mention),
                QuotedBy::Emphasis => {}
            }
        }
        titles
    }

    /// Whether what stands in quotation marks is what somebody says: it begins within a sentence, is longer than a title, or is
    /// more than one whole sentence.
    fn is_speech(&self, quoted: &Range<usize>) -> bool {
        let text = self.text.get(quoted.clone()).unwrap_or_default();
        let end = text.char_indices().nth(LONGEST_TITLE).map(|(at, _)| at);
        let near = &text[..end.unwrap_or(text.len())];
        self.scratch.count(near.len());
        let first = near.chars().find(|sign| sign.is_alphanumeric());
        let (text, is_whole) = (near.trim_end_matches(|sign| QUOTING.contains(&sign)), end.is_none());
        let goes_on = || sentence_ends(text).any(|end| ends_in_word(&text[..end]));
        prose::is_quotation(near)
            && (!is_whole || first.is_some_and(char::is_lowercase) || text.ends_with(ENDS) && goes_on())
    }

    fn may_be_publication(&self, mention: &Place) -> bool {
        let kind = |id: SpellingId| {
            let name = self.gazetteer.spelling(id).name;
            self.gazetteer.entity(self.gazetteer.name(name).entity).kind
        };
        mention.spellings.iter().any(|id| kind(*id) == EntityType::Publication)
    }

    /// Whether the name has another spelling in its language; most have none, and need no look.
    fn has_rival(&self, mention: &Place) -> bool {
        let matcher = self.gazetteer.matcher();
        mention.spellings.iter().any(|&id| matcher.profile(id).has_rival)
    }

    /// Whether two mentions use conflicting spellings of one name.
    fn are_rivals(&self, one: &Place, other: &Place) -> bool {
        one.spellings.iter().any(|&one| {
            other
                .spellings
                .iter()
                .any(|&other| conflict(self.gazetteer, one, other))
        })
    }

    /// Whether `mention` stands behind another spelling of its name, with nothing between but such words.
    fn is_beside(&self, before: &Place, mention: &Place) -> bool {
        let between = self.text.get(before.range.end..mention.range.start);
        let Some(between) = between.filter(|between| between.len() <= REACH) else {
            return false;
        };
        self.scratch.count(between.len());
        // Behind the end of a sentence the words speak of something else.
        let sign = between.trim_start_matches(|sign: char| sign.is_whitespace() || "»”\"".contains(sign));
        if sign.starts_with(['.', '!', '?', ';', '…']) {
            return false;
        }
        let words = words(between);
        let is_cue = self.cues.beside.iter().any(|cue| cue.is(&words)) || joins(between);
        is_cue && self.are_rivals(before, mention)
    }

    /// On which side of a name words say by themselves that it is only named, if they do.
    fn introduced(&self, range: &Range<usize>) -> Option<Side> {
        let (before, behind) = (self.before(range), self.behind(range));
        self.scratch.count(before.len() + behind.len());
        let before = words_before(before.rsplit(char::is_whitespace));
        let behind = words_behind(behind.split(char::is_whitespace));
        let reversed: Vec<&str> = before.iter().rev().map(String::as_str).collect();
        let behind: Vec<&str> = behind.iter().map(String::as_str).collect();
        if self.cues.before.iter().any(|cue| cue.ends(&reversed)) {
            return Some(Side::Before);
        }
        let is_behind = self.cues.behind.iter().any(|cue| cue.begins(&behind));
        is_behind.then_some(Side::Behind)
    }

    /// The nearest rival of a mention that stands in its sentence, on the side of the words that introduce it.
    fn rival_beyond(&self, side: Side, number: usize, mentions: &[Place]) -> Option<usize> {
        let mention = &mentions[number];
        let is_rival = |other: &(usize, &Place)| {
            self.scratch.count(1);
            self.are_rivals(mention, other.1)
        };
        match side {
            Side::Before => {
                let before = self.before(&mention.range);
                self.scratch.count(before.len());
                let start = mention.range.start - before.len() + sentence_start(before);
                let inside = mentions[..number].iter().enumerate().rev();
                let mut inside = inside.take_while(|(_, other)| other.range.start >= start);
                inside.find(is_rival).map(|(at, _)| at)
            }
            Side::Behind => {
                let behind = self.behind(&mention.range);
                self.scratch.count(behind.len());
                let end = mention.range.end + sentence_end(behind);
                let inside = mentions.iter().enumerate().skip(number + 1);
                let mut inside = inside.take_while(|(_, other)| other.range.start < end);
                inside.find(is_rival).map(|(at, _)| at)
            }
        }
    }

    /// What stands before a name, as far as is looked.
    fn before(&self, range: &Range<usize>) -> &str {
        let start = self.text.ceil_char_boundary(range.start.saturating_sub(REACH));
        self.text.get(start..range.start).unwrap_or_default()
    }

    /// What stands behind it.
    fn behind(&self, range: &Range<usize>) -> &str {
        let end = self.text.floor_char_boundary(range.end + REACH);
        self.text.get(range.end..end).unwrap_or_default()
    }

    /// What the bracket holds that opens directly behind; empty where none does or it is too long.
    fn bracket_behind(&self, at: usize) -> Range<usize> {
        let end = self.text.floor_char_boundary(at + REACH);
        let rest = self.text.get(at..end).unwrap_or_default();
        self.scratch.count(rest.len());
        let inner = rest.trim_start().strip_prefix(['(', '[']);
        let close = inner.and_then(|inner| inner.find([')', ']']));
        close.map_or(at..at, |close| at..at + rest.len() - inner.map_or(0, str::len) + close)
    }
}

fn conflict(gazetteer: &Gazetteer, one: SpellingId, other: SpellingId) -> bool {
    let (first, second) = (gazetteer.spelling(one), gazetteer.spelling(other));
    let kind = gazetteer.entity(gazetteer.name(first.name).entity).kind;
    one != other
        && first.name == second.name
        && first.language == second.language
        && compare(&first.text, &second.text, &first.language, kind) == Comparison::Different
}

/// Whether nothing stands between two names but a sign that says that they are one: Smyrna/İzmir, Ангора = Анкара.
fn joins(between: &str) -> bool {
    let bare = between.trim_matches(|sign: char| sign.is_whitespace() || "«»“”„\"".contains(sign));
    let is_apart = between.starts_with(char::is_whitespace) && between.ends_with(char::is_whitespace);
    FILE.signs.anywhere.iter().any(|sign| sign == bare) || is_apart && FILE.signs.apart.iter().any(|sign| sign == bare)
}

/// The byte at which the last sentence of a text begins, as far as it shows.
fn sentence_start(text: &str) -> usize {
    sentence_ends(text).last().unwrap_or(0)
}

/// The byte at which the first sentence of a text ends.
fn sentence_end(text: &str) -> usize {
    sentence_ends(text).next().unwrap_or(text.len())
}

/// Signs that end a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// Whether a word that is no initial and no abbreviation stands before the sign that ends a text.
fn ends_in_word(text: &str) -> bool {
    let letters = text.trim_end_matches(ENDS).chars().rev();
    letters
        .take_while(|sign| sign.is_alphabetic())
        .nth(SHORTEST_LAST_WORD - 1)
        .is_some()
}

/// The bytes behind the signs that end a sentence: white space and a capital follow them.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(ENDS).filter_map(|(at, sign)| {
        let behind = &text[at + sign.len()..];
        let next = behind.trim_start();
        (next.len() < behind.len() && next.starts_with(char::is_uppercase)).then_some(at + sign.len())
    })
}

/// The words of a text, folded, whatever stands between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '-' | '\'' | '’'));
    words.filter(|word| !word.is_empty()).map(fold_word).collect()
}

/// The words before a name, folded, the nearest first, up to the sign that begins the clause. `pieces` are what stands
/// between blanks, the nearest first.
fn words_before<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    nearest(pieces, |piece| {
        let bare = piece.trim_start_matches(OPENING);
        (bare.trim_end_matches('.'), bare.len() < piece.len())
    })
}

/// The words behind a name, folded, up to the sign that ends the clause; a comma directly behind the name is one.
fn words_behind<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut pieces = pieces.peekable();
    let comma = pieces.next_if(|piece| COMMAS.contains(piece)).map(|_| ",".to_owned());
    let words = nearest(pieces, |piece| {
        let bare = piece.trim_end_matches(CLOSING);
        (bare, bare.len() < piece.len())
    });
    comma.into_iter().chain(words).collect()
}

/// What may stand between a name and the clause that speaks of it.
const COMMAS: [&str; 5] = [",", "»,", "”,", ",”", "\","];

/// What may stand between the last sign of what is quoted and its end.
const QUOTING: [char; 6] = ['»', '“', '”', '"', '\'', ' '];

const OPENING: [char; 7] = ['(', '[', '«', '“', '„', '"', '—'];
const CLOSING: [char; 11] = [')', ']', ',', '.', ';', ':', '»', '”', '"', '!', '?'];

/// `part` gives the word of a piece and whether the clause ends with it.
fn nearest<'a>(pieces: impl Iterator<Item = &'a str>, part: impl Fn(&'a str) -> (&'a str, bool)) -> Vec<String> {
    let only_quotes = |piece: &&str| !piece.chars().all(|sign| "«“„\"”»".contains(sign));
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '.' | '\'' | '’');
    let mut words = Vec::new();
    for piece in pieces.filter(only_quotes).take(LONGEST_CUE) {
        let (word, ends) = part(piece);
        if word.is_empty() || !word.chars().all(is_part) {
            break;
        }
        words.push(fold_word(word));
        if ends {
            break;
        }
    }
    words
}

/// The cues of one language.
#[derive(Debug, Default)]
struct Cues {
    before: Vec<Cue>,
    beside: Vec<Cue>,
    behind: Vec<Cue>,
}

/// Folded words; one with a star may go on.
#[derive(Debug)]
struct Cue(Vec<(String, bool)>);

impl Cue {
    fn read(text: &str) -> Cue {
        let word = |word: &str| match word.strip_suffix('*') {
            Some(stem) => (fold_word(stem), true),
            None => (fold_word(word), false),
        };
        Cue(text.split(' ').map(word).collect())
    }

    fn is<S: AsRef<str>>(&self, words: &[S]) -> bool {
        let same = |((cue, open), word): (&(String, bool), &S)| {
            let rest = word.as_ref().strip_prefix(cue.as_str());
            rest.is_some_and(|rest| *open || rest.is_empty())
        };
        words.len() == self.0.len() && self.0.iter().zip(words).all(same)
    }

    fn begins(&self, words: &[&str]) -> bool {
        words.get(..self.0.len()).is_some_and(|words| self.is(words))
    }

    fn ends(&self, words: &[&str]) -> bool {
        let start = words.len().checked_sub(self.0.len());
        start.is_some_and(|start| self.is(&words[start..]))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signs: Signs,
    ru: List,
    tr: List,
    en: List,
}

/// Signs between two spellings of one name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    anywhere: Vec<String>,
    /// Only between blanks.
    apart: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    before: Vec<String>,
    beside: Vec<String>,
    behind: Vec<String>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/tables/glosses.toml")).unwrap_or_default());
static RUSSIAN: LazyLock<Cues> = LazyLock::new(|| Cues::read(&FILE.ru));
static TURKISH: LazyLock<Cues> = LazyLock::new(|| Cues::read(&FILE.tr));
static ENGLISH: LazyLock<Cues> = LazyLock::new(|| Cues::read(&FILE.en));
static NONE: Cues = Cues {
    before: Vec::new(),
    beside: Vec::new(),
    behind: Vec::new(),
};

impl Cues {
    fn read(list: &List) -> Cues {
        let read = |texts: &[String]| texts.iter().map(|text| Cue::read(text)).collect();
        Cues {
            before: read(&list.before),
            beside: read(&list.beside),
            behind: read(&list.behind),
        }
    }
}

fn cues(language: &Language) -> &'static Cues {
    match language {
        Language::Russian | Language::RussianPreReform => &RUSSIAN,
        Language::Turkish => &TURKISH,
        Language::English => &ENGLISH,
        _ => &NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_sorted() {
        assert!(!FILE.signs.anywhere.is_empty() && !FILE.signs.apart.is_empty());
        for list in [&FILE.ru, &FILE.tr, &FILE.en] {
            for cues in [&list.before, &list.beside, &list.behind] {
                assert!(!cues.is_empty() && cues.iter().collect::<std::collections::BTreeSet<_>>().len() == cues.len());
                assert!(cues.iter().all(|cue| cue.split(' ').count() <= LONGEST_CUE), "{cues:?}");
            }
        }
    }
}
