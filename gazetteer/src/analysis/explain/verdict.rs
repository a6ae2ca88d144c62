//! What is said of a word: in what it stands, which mention it belongs to, and why each other spelling was refused.

use std::ops::Range;

use crate::analysis::{Mention, Resolution};
use crate::entity::{Alone, Case, SpellingId};
use crate::language::Language;
use crate::morph::Derivation;
use crate::prose::Zone;

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
