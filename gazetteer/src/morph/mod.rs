//! Inflection: which endings a word can take, what they say, and the form in a given reading.
//!
//! Analysis and generation come from the same tables ([`data/tables`]), so what one makes the other finds. This is not
//! stemming: a word that has a stem and an ending no paradigm licenses is refused.

use crate::entity::{EntityType, Gender, Inflection, Number, Part};
use crate::language::Language;
use crate::reading::{Reading, Readings};

/// What decides the paradigms of a spelling.
#[derive(Debug, Clone, Copy)]
pub struct Category<'a> {
    /// Language of the spelling.
    pub language: &'a Language,
    /// Type of the entity.
    pub kind: EntityType,
    /// Gender of the entity.
    pub gender: Option<Gender>,
    /// Part of the name.
    pub part: Part,
    /// Number in which the name is spelled.
    pub number: Number,
    /// What the gazetteer says of the spelling.
    pub inflection: &'a Inflection,
}

/// How the words of a spelling inflect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// One entry a word, in order.
    pub words: Vec<PlannedWord>,
    /// How the words go together.
    pub agreement: Agreement,
}

/// One word of a spelling. Words are what stands between spaces and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedWord {
    /// As spelled.
    pub text: String,
    /// Its stems, folded, each with the endings it takes. A word that does not inflect has one stem, itself, and
    /// [`Endings::None`].
    pub stems: Vec<(String, Endings)>,
}

/// How the words of a spelling go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The last word decides the reading; words before it take any form of theirs, the dictionary form included
    /// (Ллойд Джорджа, Халиля-пашой).
    Last,
    /// The words up to and including this one (an index) agree in case and number; the rest is fixed
    /// (Великого национального собрания | Турции).
    UpTo(usize),
}

/// Which endings a stem takes; a number in the tables of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Endings {
    /// None: the stem is the whole form.
    None,
    /// A stem of a Cyrillic paradigm.
    Russian(u16),
    /// A stem of a paradigm of Russian in Latin letters.
    RussianLatin(u16),
    /// A word in Latin letters: in a Turkish paragraph Turkish suffixes after these sounds, in an English one ’s.
    Latin(u16),
}

/// What follows a stem up to the end of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// Folded, without the apostrophe that precedes it.
    pub folded: &'a str,
    /// Whether an apostrophe (or a closing quotation mark) stands between stem and ending.
    pub apostrophe: bool,
    /// The same ending in the source, for what folding takes away (ı and i).
    pub source: &'a str,
}

/// How a generated form joins its Turkish or English suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Ankarada
    Solid,
    /// Ankara’da, with this apostrophe.
    Apostrophe(char),
}

/// How the words of a spelling inflect. `text` is the spelling as the gazetteer has it.
pub fn plan(text: &str, category: &Category<'_>) -> Plan {
    let _ = (text, category);
    unimplemented!()
}

/// The readings that the ending licenses behind a stem in a paragraph of this language; empty where it is refused.
pub fn readings(endings: Endings, paragraph: &Language, ending: &Ending<'_>) -> Readings {
    let _ = (endings, paragraph, ending);
    unimplemented!()
}

/// The forms of a spelling in a reading, the usual one first; empty where it has none.
/// `joint` is how a Turkish suffix on a Latin spelling is joined.
pub fn generate(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    reading: &Reading,
    joint: Joint,
) -> Vec<String> {
    let _ = (text, category, paragraph, reading, joint);
    unimplemented!()
}

/// Every form with its readings, for people: the cases in both numbers, the possessives of Turkish, no chains.
pub fn forms(text: &str, category: &Category<'_>, paragraph: &Language) -> Vec<(String, Readings)> {
    let _ = (text, category, paragraph);
    unimplemented!()
}

/// STAND-IN until the tables land.
pub struct TitleWord {
    pub stems: Vec<(String, Endings)>,
}
pub fn titles_behind(language: &Language) -> &'static [TitleWord] {
    let _ = language;
    &[]
}
pub fn is_title_before(word: &str, language: &Language) -> bool {
    let _ = (word, language);
    false
}
pub fn is_given_name(word: &str) -> bool {
    let _ = word;
    false
}
pub fn is_kind(word: &str, kind: EntityType) -> bool {
    let _ = (word, kind);
    false
}
