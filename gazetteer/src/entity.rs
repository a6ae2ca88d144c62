//! What a gazetteer holds once it is loaded: entities, their names, the spellings of those names.
//!
//! The three are kept in dense tables and refer to each other by number, so that a mention in an index of thousands of
//! documents costs a few bytes. These types say nothing of files; [`crate::load`] makes them from JSON.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::date::Period;
use crate::language::Language;
use crate::translit::Scheme;

/// Number of an entity in its [`crate::Gazetteer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub u32);

/// Number of a name in its [`crate::Gazetteer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(pub u32);

/// Number of a spelling in its [`crate::Gazetteer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpellingId(pub u32);

/// One person, place, organization, event, treaty, ship, publication, group or other thing.
#[derive(Debug, Clone)]
pub struct Entity {
    /// `type/slug`, for example `person/georgy-chicherin`.
    pub id: String,
    /// What kind of thing it is; `other` means unknown.
    pub kind: EntityType,
    /// Grammatical gender of the bearer, where known.
    pub gender: Option<Gender>,
    /// One line for people, by BCP 47 tag.
    pub description: BTreeMap<String, String>,
    /// Life, existence or validity.
    pub dates: Period,
    /// URIs of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// Relations to other entities, as `(relation, entity id)`.
    pub relations: Vec<(String, String)>,
    /// Whether its spellings may equal those of another entity unremarked.
    pub homonym: bool,
    /// Its names: a run of the gazetteer's table of names.
    pub names: Range<u32>,
    /// Where the entry stands: its id, between the quotation marks, in the topmost layer that has it.
    pub origin: Origin,
}

/// One appellation of an entity. Mustafa Kemal and Atatürk are two names of one entity.
#[derive(Debug, Clone)]
pub struct Name {
    /// The entity that bears it.
    pub entity: EntityId,
    /// Unique among the entity's names.
    pub key: String,
    /// Which part of a full name it is.
    pub part: Part,
    /// Whether it is spelled in the plural; such a name matches both numbers.
    pub number: Number,
    /// When it was in use (Atatürk from 1934-11-24).
    pub period: Period,
    /// A remark for people.
    pub note: Option<String>,
    /// Its spellings: a run of the gazetteer's table of spellings.
    pub spellings: Range<u32>,
    /// Where the entry stands: its object, in the topmost layer that has it.
    pub origin: Origin,
}

/// How one name is written in one language.
#[derive(Debug, Clone)]
pub struct Spelling {
    /// The name it spells.
    pub name: NameId,
    /// The language it is a spelling in.
    pub language: Language,
    /// The dictionary form, in NFC.
    pub text: String,
    /// What the gazetteer thinks of it.
    pub status: Status,
    /// Ties it to the spellings of other languages that stand for the same wording.
    pub variant: Option<String>,
    /// When it was in use (Angora until 1930); an end that is not given is the name's.
    pub period: Period,
    /// The transliteration scheme it follows.
    pub scheme: Option<Scheme>,
    /// How it inflects.
    pub inflection: Inflection,
    /// When it may stand for the entity by itself.
    pub alone: Alone,
    /// Which capitals a mention must have.
    pub case: Case,
    /// Where the spelling was found: a book and page, an address.
    pub source: Option<String>,
    /// When, and by whom, it was held against that source. Left out where nobody has.
    pub reviewed: Option<String>,
    /// A remark for people.
    pub note: Option<String>,
    /// Where the spelling stands: its text, between the quotation marks, in the topmost layer that has it.
    pub origin: Origin,
}

/// A place in a source of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Index of the source in [`crate::Gazetteer::sources`].
    pub source: u32,
    /// Bytes of that source's text.
    pub range: Range<usize>,
}

macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in the order of the schema.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word that stands for it in a gazetteer file and in machine-readable output.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }
    };
}
pub(crate) use closed_list;

closed_list! {
    /// What kind of thing an entity is.
    EntityType {
        /// A human being, real or pseudonymous.
        Person = "person",
        /// A town, country, river, sea, region.
        Place = "place",
        /// A body that acts: a government, party, army, archive.
        Organization = "organization",
        /// Something that happened: a congress, war, conference.
        Event = "event",
        /// An agreement in writing.
        Treaty = "treaty",
        /// A vessel.
        Ship = "ship",
        /// A book, article, newspaper, series.
        Publication = "publication",
        /// People taken together: the Bolsheviks, the Dashnaks.
        Group = "group",
        /// Unknown.
        Other = "other",
    }
}

closed_list! {
    /// Grammatical gender of the bearer.
    Gender {
        /// Masculine.
        Masculine = "masculine",
        /// Feminine.
        Feminine = "feminine",
        /// Neuter.
        Neuter = "neuter",
    }
}

closed_list! {
    /// Which part of a full name a name is.
    Part {
        /// The whole name, and every name that has no parts.
        Full = "full",
        /// Family name.
        Surname = "surname",
        /// Given name.
        Given = "given",
        /// Name after the father.
        Patronymic = "patronymic",
        /// Initials alone.
        Initials = "initials",
        /// A title that serves as a name.
        Title = "title",
        /// An acronym.
        Acronym = "acronym",
    }
}

closed_list! {
    /// The number in which a name is spelled.
    Number {
        /// Singular: the default.
        Singular = "singular",
        /// Plural; the singular matches too.
        Plural = "plural",
    }
}

closed_list! {
    /// What a gazetteer thinks of a spelling.
    Status {
        /// To be used.
        Preferred = "preferred",
        /// As good.
        Accepted = "accepted",
        /// Right in its period.
        Historical = "historical",
        /// To be replaced.
        Deprecated = "deprecated",
        /// Wrong.
        Misspelling = "misspelling",
        /// Taken out by a later layer; never in a loaded gazetteer.
        Off = "off",
    }
}

closed_list! {
    /// When a spelling may stand for its entity by itself.
    Alone {
        /// Always.
        Yes = "yes",
        /// Where the document names the entity in full, or a title or initials stand beside it.
        Context = "context",
        /// In quotation marks or emphasis, or behind its kind (газета, vapuru).
        Quoted = "quoted",
        /// Never.
        No = "no",
    }
}

closed_list! {
    /// Which capitals a mention must have.
    Case {
        /// A capital on the first letter of the first word; all capitals satisfy it too.
        Title = "title",
        /// Any.
        Any = "any",
        /// As spelled; small endings are allowed (МИДом).
        Exact = "exact",
    }
}

/// How a spelling inflects. Written in a file as serde writes it: `"none"`, `{ "harmony": "front" }`.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Inflection {
    /// By its ending, its part and its entity.
    #[default]
    Auto,
    /// Not at all.
    None,
    /// By the paradigm of this name.
    Paradigm(#[schemars(schema_with = "crate::load::file::paradigm_schema")] String),
    /// These forms, by case in small letters (`second-locative` for в Крыму); cases not given follow
    /// [`Inflection::Auto`].
    Forms(#[schemars(schema_with = "crate::load::file::forms_schema")] BTreeMap<String, Vec<String>>),
    /// The role of each word: `adjective`, `noun` or `fixed`.
    Words(Vec<WordRole>),
    /// Turkish suffixes of this harmony, against the last vowel (Kemal’e).
    Harmony(Harmony),
    /// Turkish suffixes as if it were written so (Shakespeare read as `şekspir`).
    Reading(String),
}

closed_list! {
    /// What a word does in a name of several words.
    WordRole {
        /// Agrees with the noun.
        Adjective = "adjective",
        /// Declines.
        Noun = "noun",
        /// Stays as it is.
        Fixed = "fixed",
    }
}

closed_list! {
    /// Vowel harmony of the suffixes that a Turkish word takes.
    Harmony {
        /// e, i, ü
        Front = "front",
        /// a, ı, u
        Back = "back",
    }
}
