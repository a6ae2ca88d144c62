//! Why each word of a text was taken for a name or not.
//!
//! It asks the same matcher and the same choice as the analysis, and keeps what they throw away. It must not judge
//! anything itself: what it says of a mention is taken from the analysis it is asked about.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::block::Source;
use super::scan::{DEEPEST, Local};
use super::{Analysis, Mention, Resolution};
use crate::detect::Own;
use crate::entity::{Alone, Case, SpellingId};
use crate::fold::{self, Folded};
use crate::language::Language;
use crate::matcher::{Fit, Haystack, Hit, Scratch};
use crate::morph::Derivation;
use crate::prose::{Layout, OVERLAP, Piece, Unmarked, Zone};
use crate::text::Text;

mod forms;
mod refusal;

/// One word or number, and all that was considered for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Bytes of the text; of an endless word its beginning.
    pub word: Range<usize>,
    /// In what it stands.
    pub stands: Standing,
    /// The mention first. Empty: no spelling begins like this word, or no prose stands here.
    pub verdicts: Vec<Verdict>,
}

/// In what a word stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Markup, code, an address: no name is looked for here.
    NoProse,
    /// Prose.
    Prose {
        /// What kind.
        zone: Zone,
        /// What makes it that, where it is no narration or was said to be.
        zone_by: Option<ZoneBy>,
        /// The language in force, where there is one.
        language: Option<Language>,
        /// Why that language.
        ground: Ground,
    },
}

/// What makes prose a quotation, heading or reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneBy {
    /// Somebody decided so.
    Decision,
    /// It is so found in these bytes of the text: from the mark, tag or line that opens it, to its end.
    Found(Range<usize>),
}

/// Why a language is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Settings, front matter or the caller state it for the document.
    Stated,
    /// The markup states it for these words.
    Markup,
    /// The paragraph shows it by itself.
    Itself,
    /// The paragraph does not; one before it does.
    Before,
    /// No paragraph before it does; one behind it does.
    Behind,
    /// No paragraph does; what is written in Cyrillic letters is taken for Russian.
    Script,
    /// Nothing shows any.
    Unknown,
}

/// What became of one spelling at a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The word begins or continues this mention.
    Mention(Box<Accepted>),
    /// A form of the spelling stands here, or seems to, and is none.
    Refused {
        /// The spelling.
        spelling: SpellingId,
        /// Why.
        why: Refusal,
    },
}

/// A mention, and how it is put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The mention.
    pub mention: Mention,
    /// It with its suffix as it is read: without markup, and without the foot of a page between the halves of a word.
    pub read: String,
    /// Whether it counts only since the document names the entity in full.
    pub borne_out: bool,
    /// Its words, in order.
    pub words: Vec<WordForm>,
}

/// One word of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordForm {
    /// Bytes of the text, suffix included.
    pub range: Range<usize>,
    /// What is read there.
    pub read: String,
    /// What it is in the name.
    pub part: WordPart,
    /// Folded.
    pub stem: String,
    /// Folded, without the apostrophe before it.
    pub ending: String,
    /// The rules by which the ending is licensed; those that agree with the mention’s readings, if any does. Empty for
    /// initials.
    pub derivations: Vec<Derivation>,
}

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordPart {
    /// A word of the spelling that was found.
    Spelling(SpellingId),
    /// A further name of the person that stands beside it: one that the gazetteer spells, or a word of the full name.
    Forename(Option<SpellingId>),
    /// An initial of such a name.
    Initial,
    /// A title.
    Title,
}

/// Why a spelling was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Its stem stands here, but no paradigm of it has this ending.
    Ending {
        /// Folded.
        stem: String,
        /// As it stands in the text; empty where the stem needs an ending.
        ending: String,
        /// Endings that the stem takes.
        licensed: Vec<String>,
    },
    /// Its stem stands here, but it takes no endings in a paragraph of this language.
    Uninflected {
        /// Folded.
        stem: String,
        /// As it stands in the text.
        ending: String,
    },
    /// Its first word stands here, and what follows is not its next one.
    Words {
        /// Folded.
        stem: String,
    },
    /// The word is a given name of its own (Aliye is no form of Ali).
    OtherName,
    /// It asks for capitals that are not here.
    Capitals(Case),
    /// A common word is rather meant.
    OtherWord,
    /// The dots of i make another word of it.
    OtherDots,
    /// Names or initials beside it are another person’s.
    Contradicted {
        /// Bytes of the text.
        by: Range<usize>,
    },
    /// The names or initials beside it are its own and name one person; the form is one of a family, or of the other
    /// gender.
    Disagrees {
        /// Bytes of the text.
        by: Range<usize>,
    },
    /// Something else is named, as a word beside it shows: a ship of this name, a firm, another place.
    OtherKind {
        /// Bytes of the text.
        by: Range<usize>,
    },
    /// It does not stand by itself.
    Alone(Alone),
    /// A longer name covers it.
    Covered {
        /// Bytes of the text.
        by: Range<usize>,
    },
    /// Another spelling is equal to the text letter by letter, and this one only when folded.
    LessExact,
    /// The entity fits too; another one is meant.
    OtherMeant(Resolution),
    /// A decision says that this is no name, or the markup that it names somebody else.
    NoName(Resolution),
}

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

impl Ground {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Ground::Stated => "stated",
            Ground::Markup => "markup",
            Ground::Itself => "itself",
            Ground::Before => "before",
            Ground::Behind => "behind",
            Ground::Script => "script",
            Ground::Unknown => "unknown",
        }
    }
}

impl WordPart {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            WordPart::Spelling(_) => "spelling",
            WordPart::Forename(_) => "forename",
            WordPart::Initial => "initial",
            WordPart::Title => "title",
        }
    }
}

impl Refusal {
    /// A stable word for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Refusal::Ending { .. } => "ending",
            Refusal::Uninflected { .. } => "uninflected",
            Refusal::Words { .. } => "words",
            Refusal::OtherName => "other-name",
            Refusal::Capitals(_) => "capitals",
            Refusal::OtherWord => "other-word",
            Refusal::OtherDots => "other-dots",
            Refusal::Contradicted { .. } => "contradicted",
            Refusal::Disagrees { .. } => "disagrees",
            Refusal::OtherKind { .. } => "other-kind",
            Refusal::Alone(_) => "alone",
            Refusal::Covered { .. } => "covered",
            Refusal::LessExact => "less-exact",
            Refusal::OtherMeant(_) => "other-meant",
            Refusal::NoName(_) => "no-name",
        }
    }
}
