//! The entries of one file: which keys they have, what each may hold, and what can be wrong within one file.
//!
//! What is broken takes the smallest part with it: a field, else its spelling, else its name, else its entity.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use jsonc_parser::ast::Value;

use crate::entity::{Alone, Case, EntityType, Gender, Harmony, Inflection, Number, Part, Status, WordRole};
use crate::language::Language;
use crate::translit::Scheme;

use super::file::{
    At, Dates, Entity, EntityStatus, FORM_CASES, File, FullSpelling, Homonym, Name, Spelling, paradigm_names,
};
use super::problem::Code;
use super::read::{Fields, Read, Reader, read_known, read_map};
use super::{script, syntax, tag};

impl Read for File {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<File> {
        let mut fields = Fields::of(value, reader)?;
        let file = File {
            schema: fields.take("$schema"),
            onomast: fields.require::<Version>("onomast").map_or(0, |_| 1),
            title: fields.take("title"),
            extends: fields.take("extends"),
            entities: fields.take("entities").unwrap_or_default(),
        };
        fields.finish();
        Some(file)
    }
}

impl Read for Entity {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Entity> {
        let mut fields = Fields::of(value, reader)?;
        let id = fields
            .require::<At<String>>("id")
            .filter(|id| check_id(id, fields.reader));
        let kind = fields.take::<At<EntityType>>("type");
        let given_names = fields.value("names");
        let names = given_names
            .map(|names| read_names(names, fields.reader))
            .unwrap_or_default();
        let entity = id.map(|id| Entity {
            id,
            kind: kind.as_ref().map(|kind| kind.value),
            status: fields.take("status"),
            gender: fields.take("gender"),
            description: fields
                .value("description")
                .and_then(|value| read_map(value, fields.reader, language)),
            dates: fields.take("dates"),
            same_as: fields
                .take::<Vec<Uri>>("sameAs")
                .map(|uris| uris.into_iter().map(|uri| uri.0).collect()),
            relations: fields
                .value("relations")
                .and_then(|value| read_relations(value, fields.reader)),
            homonym: fields.take("homonym"),
            broken: given_names.is_some_and(|given| names.len() < length(given)),
            names,
        });
        if let Some(entity) = &entity {
            fields.finish();
            check_type(&entity.id, kind.as_ref(), reader);
        }
        entity
    }
}

impl Read for Name {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Name> {
        let mut fields = Fields::of(value, reader)?;
        let key = fields
            .take::<At<String>>("key")
            .filter(|key| check_key(key, fields.reader));
        let (from, to) = fields.take_period();
        let mut name = Name {
            key: key.map(|key| key.value),
            part: fields.take("part"),
            number: fields.take("number"),
            status: fields.take("status"),
            from,
            to,
            note: fields.take("note"),
            ..Name::default()
        };
        let spellings = fields.value("spellings");
        if let Some(spellings) = spellings {
            name.spellings = read_map(spellings, fields.reader, language).unwrap_or_default();
            name.broken = name.spellings.values().map(Vec::len).sum::<usize>() < spelling_count(spellings);
        }
        fields.finish();
        for spellings in name.spellings.values_mut() {
            name.broken |= drop_repeated_spellings(spellings, reader);
        }
        Some(name)
    }
}

impl Name {
    /// The key, with its default.
    pub(super) fn key(&self) -> &str {
        self.key.as_deref().unwrap_or(self.part.unwrap_or(Part::Full).as_str())
    }
}

impl Spelling {
    /// The text and where it stands.
    pub(super) fn text(&self) -> &At<String> {
        match self {
            Spelling::Plain(text) => text,
            Spelling::Full(spelling) => &spelling.text,
        }
    }

    /// The status that the spelling itself gives.
    fn status(&self) -> Option<Status> {
        match self {
            Spelling::Plain(_) => None,
            Spelling::Full(spelling) => spelling.status,
        }
    }
}

impl Read for Spelling {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Spelling> {
        let spelling = match value {
            Value::StringLit(_) => Spelling::Plain(Read::read(value, reader)?),
            Value::Object(_) => Spelling::Full(Box::new(Read::read(value, reader)?)),
            _ => {
                reader.wrong_type(value, "string-or-object");
                return None;
            }
        };
        check_text(spelling.text(), spelling.status(), reader).then_some(spelling)
    }
}

impl Read for FullSpelling {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<FullSpelling> {
        let mut fields = Fields::of(value, reader)?;
        let text = fields.require("text");
        if let (Some(text), Some(inflection)) = (&text, fields.value("inflection")) {
            check_roles(text, inflection, fields.reader);
        }
        let (from, to) = fields.take_period();
        let spelling = FullSpelling {
            status: fields.take("status"),
            variant: fields.take("variant"),
            from,
            to,
            scheme: fields.take("scheme"),
            inflection: fields.take("inflection"),
            alone: fields.take("alone"),
            case: fields.take("case"),
            source: fields.take("source"),
            reviewed: fields.take("reviewed"),
            note: fields.take("note"),
            ..FullSpelling::default()
        };
        fields.finish();
        text.map(|text| FullSpelling { text, ..spelling })
    }
}

impl Read for Dates {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Dates> {
        let mut fields = Fields::of(value, reader)?;
        let (from, to) = fields.take_period();
        fields.finish();
        Some(Dates { from, to })
    }
}

impl Read for Homonym {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Homonym> {
        match value {
            Value::BooleanLit(all) => Some(Homonym::Any(all.value)),
            Value::Array(_) => {
                Vec::<Id>::read(value, reader).map(|ids| Homonym::Of(ids.into_iter().map(Id::at).collect()))
            }
            _ => {
                reader.wrong_type(value, "boolean-or-list");
                None
            }
        }
    }
}

impl Read for Inflection {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Inflection> {
        match value {
            Value::StringLit(_) => read_known(value, reader, &["auto", "none"], |word| word).map(|word| {
                if word == "none" {
                    Inflection::None
                } else {
                    Inflection::Auto
                }
            }),
            Value::Object(_) => read_inflection(value, reader),
            _ => {
                reader.wrong_type(value, "string-or-object");
                None
            }
        }
    }
}

/// An inflection that is an object: exactly one key.
fn read_inflection(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Inflection> {
    let mut fields = Fields::of(value, reader)?;
    let read = [
        fields
            .take::<Paradigm>("paradigm")
            .map(|paradigm| Inflection::Paradigm(paradigm.0)),
        fields
            .value("forms")
            .and_then(|value| read_map(value, fields.reader, form_case))
            .map(Inflection::Forms),
        fields.take("words").map(Inflection::Words),
        fields.take("harmony").map(Inflection::Harmony),
        fields.take("reading").map(Inflection::Reading),
    ];
    fields.finish();
    let Value::Object(object) = value else { return None };
    if object.properties.is_empty() {
        reader.problem(
            Code::MissingKey,
            &syntax::range(value),
            vec![("key", "paradigm".to_owned())],
        );
    }
    for extra in object.properties.iter().skip(1) {
        let arguments = vec![("key", extra.name.as_str().to_owned())];
        reader.problem(Code::ExtraKey, &syntax::key_range(extra), arguments);
    }
    read.into_iter().flatten().next()
}

macro_rules! read_closed_lists {
    ($($list:ident)+) => {
        $(impl Read for $list {
            fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<$list> {
                read_known(value, reader, $list::ALL, $list::as_str)
            }
        })+
    };
}

read_closed_lists! { Alone Case EntityStatus EntityType Gender Harmony Number Part Scheme Status WordRole }

/// The version of the format.
struct Version;

impl Read for Version {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Version> {
        match value {
            Value::NumberLit(number) if number.value == "1" => return Some(Version),
            Value::NumberLit(number) => reader.unknown_value(&syntax::range(value), number.value, ["1"].into_iter()),
            _ => reader.wrong_type(value, "number"),
        }
        None
    }
}

/// An id somewhere else than in its own entry.
struct Id(At<String>);

impl Id {
    fn at(self) -> At<String> {
        self.0
    }
}

impl Read for Id {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Id> {
        At::<String>::read(value, reader)
            .filter(|id| check_id(id, reader))
            .map(Id)
    }
}

struct Uri(String);

impl Read for Uri {
    /// A scheme, a colon and something without blanks (RFC 3986, section 3); the rest is the business of whoever follows it.
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Uri> {
        let uri: At<String> = Read::read(value, reader)?;
        let scheme_is_right = |scheme: &str| {
            scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        };
        let rest_is_right =
            |rest: &str| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control());
        if uri
            .value
            .split_once(':')
            .is_some_and(|(scheme, rest)| scheme_is_right(scheme) && rest_is_right(rest))
        {
            return Some(Uri(uri.value));
        }
        reader.problem(Code::MalformedUri, &uri.range, vec![("uri", uri.value)]);
        None
    }
}

struct Paradigm(String);

impl Read for Paradigm {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Paradigm> {
        let name: At<String> = Read::read(value, reader)?;
        let known = paradigm_names();
        if known.contains(&name.value) {
            return Some(Paradigm(name.value));
        }
        reader.unknown_value(&name.range, &name.value, known.iter().map(String::as_str));
        None
    }
}

/// Lists of ids by relation.
fn read_relations(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<BTreeMap<String, Vec<At<String>>>> {
    let map: BTreeMap<String, Vec<Id>> = read_map(value, reader, relation)?;
    Some(
        map.into_iter()
            .map(|(relation, ids)| (relation, ids.into_iter().map(Id::at).collect()))
            .collect(),
    )
}

/// The names of an entity, each key once.
fn read_names(value: &Value<'_>, reader: &mut Reader<'_>) -> Vec<At<Name>> {
    let names: Vec<At<Name>> = Read::read(value, reader).unwrap_or_default();
    let mut keys: HashMap<String, Range<usize>> = HashMap::new();
    names
        .into_iter()
        .filter(|name| {
            let key = name.value.key();
            let Some(first) = keys.get(key) else {
                keys.insert(key.to_owned(), name.range.clone());
                return true;
            };
            let arguments = vec![("key", key.to_owned())];
            reader.problem_beside(Code::DuplicateName, &name.range, arguments, first);
            false
        })
        .collect()
}

/// Whether there was one to drop.
fn drop_repeated_spellings(spellings: &mut Vec<Spelling>, reader: &mut Reader<'_>) -> bool {
    let before = spellings.len();
    let mut seen: HashMap<String, Range<usize>> = HashMap::new();
    spellings.retain(|spelling| {
        let text = spelling.text();
        let Some(first) = seen.get(&text.value) else {
            seen.insert(text.value.clone(), text.range.clone());
            return true;
        };
        let arguments = vec![("spelling", text.value.clone())];
        reader.problem_beside(Code::DuplicateSpelling, &text.range, arguments, first);
        false
    });
    spellings.len() < before
}

/// Whether a spelling has anything to find. Mixed scripts are told and kept: whoever lists a misspelling may mean them.
fn check_text(text: &At<String>, status: Option<Status>, reader: &mut Reader<'_>) -> bool {
    if !text.value.contains(char::is_alphanumeric) {
        reader.problem(Code::EmptySpelling, &text.range, Vec::new());
        return false;
    }
    if !matches!(status, Some(Status::Misspelling | Status::Off))
        && let Some(mixed) = script::mixed_word(&text.value)
    {
        let arguments = vec![("word", mixed.word.to_owned()), ("letters", mixed.letters)];
        reader.problem(Code::MixedScript, &text.range, arguments);
    }
    true
}

/// Roles are told of each word of a spelling. Where some are missing the words without one would silently stay as they are.
fn check_roles(text: &At<String>, inflection: &Value<'_>, reader: &mut Reader<'_>) {
    let Value::Object(inflection) = inflection else { return };
    let Some(Value::Array(roles)) = inflection.get("words").map(|words| &words.value) else {
        return;
    };
    let (count, words) = (roles.elements.len(), crate::morph::words_of(&text.value));
    if count != words.len() {
        let range = roles.range.start..roles.range.end;
        let arguments = vec![
            ("roles", count.to_string()),
            ("words", words.len().to_string()),
            ("spelling", words.join(", ")),
        ];
        reader.problem_beside(Code::RolesMismatch, &range, arguments, &text.range);
    }
}

fn check_id(id: &At<String>, reader: &mut Reader<'_>) -> bool {
    let well_formed = id
        .value
        .split_once('/')
        .is_some_and(|(kind, slug)| entity_type(kind).is_some() && is_slug(slug));
    if !well_formed {
        reader.problem(Code::MalformedId, &id.range, vec![("id", id.value.clone())]);
    }
    well_formed
}

fn check_type(id: &At<String>, given: Option<&At<EntityType>>, reader: &mut Reader<'_>) {
    let of_id = type_of_id(&id.value);
    if let Some(given) = given
        && given.value != of_id
        && given.value != EntityType::Other
        && of_id != EntityType::Other
    {
        let arguments = vec![("id", id.value.clone()), ("type", given.value.as_str().to_owned())];
        reader.problem_beside(Code::TypeMismatch, &given.range, arguments, &id.range);
    }
}

fn check_key(key: &At<String>, reader: &mut Reader<'_>) -> bool {
    let well_formed = is_slug(&key.value);
    if !well_formed {
        reader.problem(Code::MalformedKey, &key.range, vec![("key", key.value.clone())]);
    }
    well_formed
}

/// The type that the first part of an id says.
pub(super) fn type_of_id(id: &str) -> EntityType {
    id.split_once('/')
        .and_then(|(kind, _)| entity_type(kind))
        .unwrap_or(EntityType::Other)
}

/// The type of this name.
pub(super) fn entity_type(word: &str) -> Option<EntityType> {
    EntityType::ALL.iter().copied().find(|kind| kind.as_str() == word)
}

/// Small letters, digits and single hyphens between them.
fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// A key that is a language, in its usual capitals.
fn language(key: &str, range: &Range<usize>, reader: &mut Reader<'_>) -> Option<String> {
    let argument = || vec![("tag", key.to_owned())];
    let Some(language) = Language::parse(&tag::canonical(key)) else {
        reader.problem(Code::MalformedLanguage, range, argument());
        return None;
    };
    if !tag::is_known(language.tag()) {
        reader.problem(Code::UnknownLanguage, range, argument());
    }
    Some(language.tag().to_owned())
}

fn relation(key: &str, range: &Range<usize>, reader: &mut Reader<'_>) -> Option<String> {
    let key = At {
        value: key.to_owned(),
        range: range.clone(),
    };
    check_key(&key, reader).then_some(key.value)
}

fn form_case(key: &str, range: &Range<usize>, reader: &mut Reader<'_>) -> Option<String> {
    let known = FORM_CASES.contains(&key);
    if !known {
        reader.unknown_value(range, key, FORM_CASES.into_iter());
    }
    known.then(|| key.to_owned())
}

/// How many spellings a value has, broken ones included.
fn spelling_count(value: &Value<'_>) -> usize {
    match value {
        Value::Object(object) => object.properties.iter().map(|property| length(&property.value)).sum(),
        _ => 1,
    }
}

/// How many elements a list has; what is no list counts as one broken element.
fn length(value: &Value<'_>) -> usize {
    value.as_array().map_or(1, |array| array.elements.len())
}
