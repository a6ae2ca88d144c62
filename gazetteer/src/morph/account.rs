//! Where a form comes from: the row of a table that licenses an ending, for people who look for an error in the tables.
//! It asks the same tables as analysis and must not license anything itself; nothing on the way from a text to its
//! mentions calls it.

use crate::language::Language;
use crate::reading::{Reading, Readings};

use super::russian::{TABLES, is_whole_form};
use super::turkish;
use super::{Ending, Endings, readings};

/// How an ending came to be licensed behind a stem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// The rule.
    pub rule: Rule,
    /// What the ending says by it.
    pub readings: Readings,
}

/// What licenses an ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// The word takes no endings, in this name or in this language.
    AsSpelled,
    /// The gazetteer spells the form out.
    SpelledOut,
    /// A paradigm of `data/tables/paradigms.ru.toml`, by its name.
    Paradigm {
        /// As the table calls it.
        name: &'static str,
        /// Suffixes of the paragraph’s language behind the declined form (Чичерин’е in Turkish).
        behind: Vec<Suffix>,
    },
    /// Suffixes of `data/tables/suffixes.tr.toml`.
    Suffixes {
        /// The suffixes in order, one chain for each way to read the ending; none for the dictionary form.
        chains: Vec<Vec<Suffix>>,
        /// How they fit the sounds of the stem.
        fit: SuffixFit,
        /// What the stem is to the spelling.
        stem: StemChange,
    },
    /// ’s of English.
    English,
}

/// One suffix of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suffix {
    /// Which.
    pub slot: Slot,
    /// As the table writes it: `lAr`, `(y)A`.
    pub template: &'static str,
    /// As it stands in the text, in small letters.
    pub written: String,
}

/// A place in the chain of Turkish suffixes, as the tables of `data/tables/suffixes.tr.toml` are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// -lAr
    Plural,
    /// -(I)m, -(s)I …
    Possessive,
    /// -(y)A, -DA …
    Case,
    /// -ki
    Ki,
    /// -(y)DI …
    Copula,
    /// What follows the copula for the person it speaks of.
    Person,
}

impl Slot {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Slot::Plural => "plural",
            Slot::Possessive => "possessive",
            Slot::Case => "case",
            Slot::Ki => "ki",
            Slot::Copula => "copula",
            Slot::Person => "person",
        }
    }
}

/// How Turkish suffixes fit the sounds of their stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuffixFit {
    /// By the rules of harmony, of d and t and of joining letters.
    Rules,
    /// How the stem sounds cannot be told from its letters; any suffix fits.
    AnySound,
    /// By the rules if the name, which may be foreign, sounds otherwise than it is spelled.
    ForeignSound,
    /// Against the rules, and licensed because an apostrophe parts it.
    Parted,
}

impl SuffixFit {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            SuffixFit::Rules => "rules",
            SuffixFit::AnySound => "any-sound",
            SuffixFit::ForeignSound => "foreign-sound",
            SuffixFit::Parted => "parted",
        }
    }
}

/// What a Turkish stem is to the spelling that it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StemChange {
    /// The word as spelled.
    None,
    /// It ends in a possessive of its own, behind which cases have n (Meclisi-nde).
    Possessive,
    /// Its last consonant is softened before a vowel (Bolşeviğ-i), or its last vowel is lost (Şehr-i).
    Softened,
    /// Without the possessive of the spelling (Meclis-imiz).
    WithoutPossessive,
}

impl StemChange {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            StemChange::None => "none",
            StemChange::Possessive => "possessive",
            StemChange::Softened => "softened",
            StemChange::WithoutPossessive => "without-possessive",
        }
    }
}

/// The rule by which an ending is licensed behind a stem; `None` where [`readings`] refuses it.
pub fn derivation(endings: Endings, paragraph: &Language, ending: &Ending<'_>) -> Option<Derivation> {
    let readings = readings(endings, paragraph, ending);
    let first = readings.first()?;
    let rule = match endings {
        Endings::None => Rule::AsSpelled,
        Endings::Russian(number)
        | Endings::RussianLatin(number)
        | Endings::Borrowed(number)
        | Endings::Latin(number)
            if is_whole_form(number) =>
        {
            Rule::SpelledOut
        }
        Endings::Russian(number) | Endings::RussianLatin(number) | Endings::Borrowed(number) => Rule::Paradigm {
            name: TABLES.paradigm_of(number)?,
            behind: behind_declined(endings, paragraph, ending, first),
        },
        Endings::Latin(number) => in_latin_letters(number, paragraph, ending, &readings),
    };
    Some(Derivation { rule, readings })
}

/// The endings that a stem takes in a paragraph, without those that only chains have: every ending of a paradigm, the
/// plural and the cases of Turkish, the ’s of English. The empty one is left out.
pub fn usual_endings(endings: Endings, paragraph: &Language) -> Vec<String> {
    let mut found: Vec<String> = match endings {
        Endings::None => Vec::new(),
        Endings::Borrowed(_) if *paragraph != Language::RussianLatin => Vec::new(),
        Endings::Russian(number)
        | Endings::RussianLatin(number)
        | Endings::Borrowed(number)
        | Endings::Latin(number)
            if is_whole_form(number) =>
        {
            Vec::new()
        }
        Endings::Russian(number) | Endings::RussianLatin(number) | Endings::Borrowed(number) => {
            TABLES.endings_of(number).map(str::to_owned).collect()
        }
        Endings::Latin(number) => match paragraph {
            Language::Turkish => turkish::usual_suffixes(number),
            Language::English => vec!["’s".to_owned()],
            _ => Vec::new(),
        },
    };
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|ending| !ending.is_empty() && seen.insert(ending.clone()));
    found
}

/// A suffix behind a declined Cyrillic form. What stands before the apostrophe is the paradigm’s affair.
fn behind_declined(endings: Endings, paragraph: &Language, ending: &Ending<'_>, reading: &Reading) -> Vec<Suffix> {
    let suffix = match (endings, ending.folded.split_once('\'')) {
        (Endings::Russian(_), _) if ending.apostrophe => ending.folded,
        (Endings::Russian(_), Some((_, suffix))) => suffix,
        _ => "",
    };
    match paragraph {
        Language::Turkish => turkish::chain(reading, suffix).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn in_latin_letters(number: u16, paragraph: &Language, ending: &Ending<'_>, readings: &[Reading]) -> Rule {
    let turkish_in_other = ending.apostrophe && *paragraph != Language::English && turkish::unpack(number).turkish;
    match paragraph {
        Language::Turkish => turkish::account(number, ending, readings),
        Language::English if !ending.folded.is_empty() => Rule::English,
        _ if turkish_in_other && !ending.folded.is_empty() => turkish::account(number, ending, readings),
        _ => Rule::AsSpelled,
    }
}
