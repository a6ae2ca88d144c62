//! Why each word of a text was taken for a name or not.
//!
//! It asks the same matcher and the same choice as the analysis, and keeps what they throw away. It must not judge
//! anything itself: what it says of a mention is taken from the analysis it is asked about.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::block::Source;
use super::scan::{DEEPEST, Local};
use super::{Analysis, Mention};
use crate::detect::Own;
use crate::fold::{self, Folded};
use crate::language::Language;
use crate::matcher::{Fit, Haystack, Hit, Scratch};
use crate::prose::{Layout, OVERLAP, Piece, Unmarked};
use crate::text::Text;

mod forms;
mod refusal;
mod verdict;

pub use verdict::{Accepted, Account, Ground, Refusal, Standing, Verdict, WordForm, WordPart, ZoneBy};

/// Accounts for every word and number of a range of the text that was analysed, in order. The work is that of scanning
/// the blocks that the range touches once more.
pub fn explain(analysis: &Analysis, text: &dyn Text, range: Range<usize>) -> Vec<Account> {
    let sure = first_sure(analysis);
    let mut accounts = Vec::new();
    for (number, block) in analysis.blocks.iter().enumerate() {
        let start = analysis.starts[number];
        // A mention that begins before a cut may reach over it.
        let reach = if block.exit.is_inside() { OVERLAP } else { 0 };
        if start >= range.end || start + block.length + reach <= range.start {
            continue;
        }
        let read = Source::new(text, start..start + block.length, block.entry, block.exit);
        let source = &*read.text;
        let layout = read.layout(analysis.facts.format, block.entry);
        let base = start - read.own.start;
        let own = start..start + block.length;
        accounts.extend(outside_of_prose(source, &layout, base).filter(|account| own.contains(&account.word.start)));
        for pieces in &layout.streams {
            let (mut folded, scratch) = (Folded::default(), Scratch::default());
            fold::fold(source, pieces, &mut folded);
            let undetermined = Language::undetermined();
            let stated = pieces.first().and_then(|piece| layout.language(piece.range.start));
            let unmarked = Unmarked::new(source, pieces);
            let haystack = Haystack {
                unmarked: &unmarked,
                folded: &folded,
                language: stated.or(block.language.as_ref()).unwrap_or(&undetermined),
                scratch: &scratch,
            };
            let stream = Stream::new(analysis, number, base, haystack, &layout, pieces);
            let is_own = |account: &Account| own.contains(&account.word.start) || stream.reaches(account.word.start);
            accounts.extend(stream.accounts(&sure).into_iter().filter(is_own));
        }
    }
    accounts.retain(|account| account.word.start < range.end && range.start < account.word.end);
    // Of a word that a mention before a cut reaches, the account of that mention's block comes first.
    accounts.sort_by_key(|account| account.word.start);
    accounts.dedup_by_key(|account| account.word.start);
    accounts
}

/// The first block that is sure of each language.
fn first_sure(analysis: &Analysis) -> BTreeMap<Language, usize> {
    let mut first = BTreeMap::new();
    for (number, block) in analysis.blocks.iter().enumerate() {
        if let Own::Sure(language) = &block.own {
            first.entry(language.clone()).or_insert(number);
        }
    }
    first
}

/// One stream of a block, with everything that was considered in it.
struct Stream<'a> {
    analysis: &'a Analysis,
    /// Of the block.
    number: usize,
    start: usize,
    /// Where the text that was read begins: before the block, where that was cut out of a paragraph.
    base: usize,
    haystack: Haystack<'a>,
    layout: &'a Layout,
    /// What the scan chose in this stream, and what the document makes of it.
    found: Vec<(&'a Local, Option<Mention>)>,
    /// All that begins at each word or number.
    considered: BTreeMap<usize, Vec<(Hit, Fit)>>,
    /// Where each of them ends.
    ends: BTreeMap<usize, usize>,
}

impl<'a> Stream<'a> {
    fn new(
        analysis: &'a Analysis,
        number: usize,
        base: usize,
        haystack: Haystack<'a>,
        layout: &'a Layout,
        pieces: &[Piece],
    ) -> Stream<'a> {
        let start = analysis.starts[number];
        // A footnote that stands inside a name broken by the end of a page is a stream of its own.
        let is_here = |local: &&Local| {
            let at = start - base + local.start as usize;
            let before = pieces.partition_point(|piece| piece.range.end <= at);
            pieces.get(before).is_some_and(|piece| piece.range.start <= at)
        };
        let locals = analysis.blocks[number].scan.mentions.iter().filter(is_here);
        let found = locals.map(|local| (local, analysis.resolved(number, local))).collect();
        let gazetteer = &analysis.gazetteer;
        let starts = starts(haystack.folded);
        let text = haystack.folded.text();
        let nexts = starts.iter().skip(1).map(|start| start.0).chain([text.len()]);
        let ends = starts.iter().zip(nexts);
        let ends = ends.map(|(&(at, _), next)| (at, word_end(text, at, next))).collect();
        let (looked_at, passed): (Vec<_>, Vec<_>) = starts.into_iter().partition(|start| start.1);
        let places = looked_at.into_iter().map(|(at, _)| at);
        let considered = gazetteer.matcher().considered(gazetteer.tables(), haystack, places);
        let passed = passed.into_iter().map(|(at, _)| (at, Vec::new()));
        Stream {
            analysis,
            number,
            start,
            base,
            haystack,
            layout,
            found,
            considered: considered.into_iter().chain(passed).collect(),
            ends,
        }
    }

    /// Whether a mention of the block goes on at a byte of the text.
    fn reaches(&self, at: usize) -> bool {
        let ends = self.found.iter().rev().take(DEEPEST);
        let mut ends = ends.map(|(local, _)| self.start + local.suffix_end as usize);
        ends.any(|end| at < end)
    }

    fn accounts(&self, sure: &BTreeMap<Language, usize>) -> Vec<Account> {
        let accepted: Vec<Option<Accepted>> = self.found.iter().map(|found| self.accepted(found)).collect();
        let account = |at: &usize| self.account(*at, &accepted, sure);
        self.considered.keys().map(account).collect()
    }

    fn account(&self, at: usize, accepted: &[Option<Accepted>], sure: &BTreeMap<Language, usize>) -> Account {
        let word = self.absolute(at, self.ends[&at]);
        let end = self
            .found
            .partition_point(|(local, _)| self.start + (local.start as usize) < word.end);
        // They are sorted by their start, and one may stand within another.
        let first = end.saturating_sub(DEEPEST);
        let around = accepted[first..end]
            .iter()
            .zip(&self.found[first..end])
            .filter(|(_, (local, _))| self.start + local.suffix_end as usize > word.start)
            .find_map(|(accepted, _)| accepted.as_ref());
        let mut verdicts: Vec<Verdict> = Vec::new();
        verdicts.extend(around.map(|accepted| Verdict::Mention(Box::new(accepted.clone()))));
        let considered = &self.considered[&at];
        let refused = considered.iter().filter(|(hit, _)| !self.belongs(hit, around));
        verdicts.extend(refused.map(|(hit, fit)| Verdict::Refused {
            spelling: hit.spelling,
            why: self.refusal(hit, *fit),
        }));
        if verdicts.is_empty() {
            verdicts = self.beginnings(at);
        }
        verdicts.dedup();
        Account {
            stands: self.standing(word.start, sure),
            word,
            verdicts,
        }
    }

    /// Whether a hit is the mention or, as the surname in a full name, a part of it.
    fn belongs(&self, hit: &Hit, mention: Option<&Accepted>) -> bool {
        let (_, entity) = self.analysis.gazetteer.bearer(hit.spelling);
        mention.is_some_and(|accepted| {
            let mention = &accepted.mention;
            mention.candidates.iter().any(|candidate| candidate.entity == entity)
        })
    }

    /// In what a byte of the text stands.
    fn standing(&self, at: usize, sure: &BTreeMap<Language, usize>) -> Standing {
        let block = &self.analysis.blocks[self.number];
        let stated = self.layout.language(at - self.base);
        let language = stated.or(block.language.as_ref());
        let ground = match language {
            _ if stated.is_some() => Ground::Markup,
            None => Ground::Unknown,
            Some(_) if self.analysis.facts.language.is_some() => Ground::Stated,
            Some(_) if matches!(block.own, Own::Sure(_)) => Ground::Itself,
            Some(language) => match sure.get(language) {
                Some(first) if *first < self.number => Ground::Before,
                Some(_) => Ground::Behind,
                None => Ground::Script,
            },
        };
        Standing::Prose {
            zone: self.analysis.zone_at(at),
            zone_by: self.zone_by(at),
            language: language.cloned(),
            ground,
        }
    }

    fn zone_by(&self, at: usize) -> Option<ZoneBy> {
        match self.analysis.decided_zone(at) {
            Some(_) => Some(ZoneBy::Decision),
            None => self.analysis.zone_around(at).map(|(range, _)| ZoneBy::Found(range)),
        }
    }

    /// What is read between two bytes of the text.
    fn read_between(&self, range: &Range<usize>) -> String {
        let within = range.start.saturating_sub(self.base)..range.end.saturating_sub(self.base);
        self.haystack.unmarked.read(within).to_owned()
    }

    /// Bytes of the text from a range of folded bytes.
    fn absolute(&self, start: usize, end: usize) -> Range<usize> {
        let folded = self.haystack.folded;
        self.base + folded.source_start(start)..self.base + folded.source_end(end)
    }
}

/// Where words and numbers begin, and whether a name may begin there: not at a footnote mark glued to a word (западе1),
/// nor behind the dot or comma of a number.
fn starts(folded: &Folded) -> Vec<(usize, bool)> {
    let mut starts: Vec<(usize, bool)> = folded.words().iter().map(|word| (word.at as usize, true)).collect();
    let mut before = ' ';
    for (at, sign) in folded.text().char_indices() {
        if sign.is_numeric() && !before.is_numeric() {
            let inside = before.is_alphanumeric() || matches!(before, '.' | ',');
            starts.push((at, sign.is_ascii_digit() && !inside));
        }
        before = sign;
    }
    starts.sort_unstable();
    starts.dedup_by_key(|start| start.0);
    starts
}

/// The end of the word or number that begins here, with what stands behind an apostrophe; it does not reach into the `next`
/// one.
fn word_end(text: &str, at: usize, next: usize) -> usize {
    let rest = text.get(at..next).unwrap_or_default();
    if rest.starts_with(char::is_numeric) {
        return at + rest.find(|sign: char| !sign.is_numeric()).unwrap_or(rest.len());
    }
    let is_part = |sign: char| sign.is_alphabetic() || is_combining_mark(sign) || sign == '\'';
    let run = &rest[..rest.find(|sign| !is_part(sign)).unwrap_or(rest.len())];
    at + run.trim_end_matches('\'').len()
}

/// The words of a source that stand in none of its streams. `start` is where it begins in the text.
fn outside_of_prose(source: &str, layout: &Layout, start: usize) -> impl Iterator<Item = Account> {
    let mut prose: Vec<&Range<usize>> = layout.streams.iter().flatten().map(|piece| &piece.range).collect();
    prose.sort_by_key(|range| range.start);
    let mut accounts = Vec::new();
    let mut from = 0;
    let end = source.len()..source.len();
    for range in prose.into_iter().chain([&end]) {
        if let Some(gap) = source.get(from..range.start) {
            accounts.extend(words(gap).map(|word| Account {
                word: start + from + word.start..start + from + word.end,
                stands: Standing::NoProse,
                verdicts: Vec::new(),
            }));
        }
        from = from.max(range.end);
    }
    accounts.into_iter()
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|sign: char| !sign.is_alphanumeric());
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}
