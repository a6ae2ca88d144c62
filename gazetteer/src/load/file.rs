//! What a gazetteer file says, as types: the JSON Schema is generated from them, and one layer is kept in them.
//!
//! They only say what was written. Defaults depend on other layers and are computed when all are merged. Files are read
//! into them by [`super::read`], which forgives; serde's reading, which does not, is the measure it is tested against.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::Value;

use crate::date::Date;
use crate::entity::{Alone, Case, EntityType, Gender, Inflection, Number, Part, Status, closed_list};
use crate::translit::Scheme;

/// A gazetteer file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(title = "Onomast gazetteer")]
pub struct File {
    /// The schema that an editor checks the file by.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// Version of the format: 1. Makes the file a gazetteer.
    #[schemars(schema_with = "version_schema")]
    pub onomast: u32,
    /// What the gazetteer is about, for people.
    pub title: Option<String>,
    /// The gazetteer below this one: `builtin`, or another file.
    pub extends: Option<At<String>>,
    /// The entries.
    #[serde(default)]
    pub entities: Vec<Entity>,
}

/// One entity, or what a layer changes of it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entity {
    /// `type/slug`, for example `person/georgy-chicherin`.
    #[schemars(regex(
        pattern = r"^(person|place|organization|event|treaty|ship|publication|group|other)/[a-z0-9]+(-[a-z0-9]+)*$"
    ))]
    pub id: At<String>,
    /// What it is; the first part of the id if left out.
    #[serde(rename = "type")]
    pub kind: Option<EntityType>,
    /// `off` removes the entity of the layers below.
    pub status: Option<EntityStatus>,
    /// Grammatical gender of the bearer.
    pub gender: Option<Gender>,
    /// One line for people, by language.
    pub description: Option<BTreeMap<String, String>>,
    /// Life, existence or validity.
    pub dates: Option<Dates>,
    /// URIs of the same thing elsewhere.
    pub same_as: Option<Vec<String>>,
    /// Ids of other entities, by the name of the relation.
    pub relations: Option<BTreeMap<String, Vec<At<String>>>>,
    /// Whether its spellings may equal those of other entities: of any (`true`), or of these ids.
    pub homonym: Option<Homonym>,
    /// Its names.
    #[serde(default)]
    pub names: Vec<At<Name>>,
    /// Whether a name was too broken to keep.
    #[serde(skip)]
    pub broken: bool,
}

/// One appellation of an entity, or what a layer changes of it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Unique among the entity's names; the `part` if left out.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub key: Option<String>,
    /// Which part of a full name it is; `full` if left out.
    pub part: Option<Part>,
    /// The number it is spelled in; `singular` if left out.
    pub number: Option<Number>,
    /// Status of the spellings that have none. `off` removes the name of the layers below.
    pub status: Option<Status>,
    /// First date of its use.
    pub from: Option<When>,
    /// Last date of its use.
    pub to: Option<When>,
    /// A remark for people.
    pub note: Option<String>,
    /// By BCP 47 tag. The first plain spelling of a language is preferred.
    #[serde(default)]
    pub spellings: BTreeMap<String, Vec<Spelling>>,
    /// Whether a spelling was too broken to keep.
    #[serde(skip)]
    pub broken: bool,
}

/// A spelling.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Spelling {
    /// The text alone.
    Plain(At<String>),
    /// The text, and more to say of it.
    Full(Box<FullSpelling>),
}

/// A spelling of which there is more to say than its text.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FullSpelling {
    /// The dictionary form.
    pub text: At<String>,
    /// What to think of it. `off` removes the spelling of the layers below.
    pub status: Option<Status>,
    /// Ties it to the spellings of other languages that stand for the same wording.
    pub variant: Option<String>,
    /// First date of its use.
    pub from: Option<When>,
    /// Last date of its use.
    pub to: Option<When>,
    /// The transliteration it follows.
    pub scheme: Option<Scheme>,
    /// How it inflects.
    pub inflection: Option<Inflection>,
    /// When it may stand for the entity by itself.
    pub alone: Option<Alone>,
    /// Which capitals a mention must have.
    pub case: Option<Case>,
    /// Where the spelling was found: a book and page, an address.
    pub source: Option<String>,
    /// When, and by whom, it was held against that source. Left out where nobody has.
    pub reviewed: Option<String>,
    /// A remark for people.
    pub note: Option<String>,
}

/// From one date to another, both included, either open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// First date.
    pub from: Option<When>,
    /// Last date.
    pub to: Option<When>,
}

/// Whose spellings an entity's may equal.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Homonym {
    /// Of any entity, or of none.
    Any(bool),
    /// Of these.
    Of(Vec<At<String>>),
}

closed_list! {
    /// What a layer can say of a whole entity.
    EntityStatus {
        /// Taken out.
        Off = "off",
    }
}

/// A value and the bytes of its source; of a string those between its quotation marks.
///
/// Where a value stands is no part of what it says: two are equal if their values are.
#[derive(Debug, Clone, Default)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A date as a file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When(pub Date);

/// The JSON Schema of gazetteer files, as it is checked in.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(forbid_null));
    let schema = settings.into_generator().into_root_schema_for::<File>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The names of paradigms, which are a closed list in the schema.
pub(crate) fn paradigm_names() -> Vec<String> {
    crate::morph::paradigms().into_iter().map(str::to_owned).collect()
}

/// The cases that `forms` can give, in the order of [`crate::reading::GrammaticalCase`].
pub(crate) const FORM_CASES: [&str; 8] = [
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "locative",
    "second-locative",
    "ablative",
];

/// What may be left out may not be null, as serde would have it: one way to say a thing keeps files comparable.
fn forbid_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [single] = types.as_slice() {
            let single = single.clone();
            schema.insert("type".to_owned(), single);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(single)] = choices.as_slice() {
            let single = single.clone();
            schema.remove("anyOf");
            schema.ensure_object().extend(single);
        }
    }
}

fn version_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": 1 })
}

/// Schema of the name of a paradigm.
pub(crate) fn paradigm_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": paradigm_names() })
}

/// Schema of forms by case.
pub(crate) fn forms_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": { "enum": FORM_CASES },
        "additionalProperties": { "type": "array", "items": { "type": "string" } },
    })
}

impl<T: PartialEq> PartialEq for At<T> {
    fn eq(&self, other: &At<T>) -> bool {
        self.value == other.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<At<T>, D::Error> {
        T::deserialize(deserializer).map(|value| At { value, range: 0..0 })
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<When, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text)
            .map(When)
            .ok_or_else(|| serde::de::Error::custom("no date"))
    }
}

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, a month of a year or a day: 1921, 1921-03 or 1921-03-16.",
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        })
    }
}
