//! The canonical form of a gazetteer file: sorted ids, a fixed order of keys, one spelling a line, so that the changes of
//! two people merge.
//!
//! Nothing that says anything is lost: unknown keys stay, and so does what is broken. What only repeats a default is left
//! out, but not from a file that extends another, where it may be there to replace what the other says.

use std::collections::HashSet;

use jsonc_parser::ast::{Array, Object, ObjectProp, Value};
use unicode_normalization::UnicodeNormalization;

use crate::entity::Part;

use super::finish::language_rank;
use super::problem::{Code, Problem};
use super::{syntax, tag};

/// Writes a gazetteer in canonical form. Formatting twice changes nothing, and what is loaded is the same before and
/// after but for positions. Fails only on a text that is no JSON; the problem then has no source.
#[expect(clippy::result_large_err, reason = "asked once a file")]
pub fn format(text: &str) -> Result<String, Problem> {
    parse(text).map(|value| write(&value))
}

/// Reads a gazetteer as what it is in JSON.
#[expect(clippy::result_large_err, reason = "asked once a file")]
pub(super) fn parse(text: &str) -> Result<Value<'_>, Problem> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    syntax::parse(text).map_err(|fault| Problem {
        code: Code::Syntax,
        arguments: vec![("reason", fault.reason.to_owned())],
        source: String::new(),
        range: fault.range,
        pointer: String::new(),
        related: None,
    })
}

/// Writes a gazetteer in canonical form.
pub(super) fn write(value: &Value<'_>) -> String {
    let extends = value.as_object().is_some_and(|file| file.get("extends").is_some());
    let mut writer = Writer {
        out: String::new(),
        terse: !extends,
    };
    writer.write(value, Shape::File, 0);
    writer.out.push('\n');
    writer.out
}

/// A part of a gazetteer in canonical form, defaults included.
pub(super) fn text_of(value: &Value<'_>, shape: Shape) -> String {
    let mut writer = Writer {
        out: String::new(),
        terse: false,
    };
    writer.write(value, shape, 0);
    writer.out
}

/// What a value is in a gazetteer, as far as its form depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    File,
    Entities,
    Entity,
    Dates,
    Names,
    Name,
    /// Lists of spellings by language.
    Spellings,
    /// Texts by language.
    Texts,
    /// Lists by relation.
    Relations,
    /// The ids that a relation leads to, on one line.
    Targets,
    /// Spellings, one a line.
    Lines,
    /// Addresses, one a line.
    Addresses,
    Spelling,
    /// Anything else: on one line, as it is.
    Inline,
}

impl Shape {
    /// The keys in their order; others follow as they come.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Shape::File => &["$schema", "onomast", "title", "extends", "entities"],
            Shape::Entity => &[
                "id",
                "type",
                "status",
                "gender",
                "description",
                "dates",
                "sameAs",
                "relations",
                "homonym",
                "names",
            ],
            Shape::Name => &["key", "part", "number", "status", "from", "to", "note", "spellings"],
            Shape::Spelling => &[
                "text",
                "status",
                "variant",
                "from",
                "to",
                "scheme",
                "inflection",
                "alone",
                "case",
                "source",
                "reviewed",
                "note",
            ],
            Shape::Dates => &["from", "to"],
            _ => &[],
        }
    }

    /// What the value of a key is.
    pub(super) fn of_key(self, key: &str) -> Shape {
        match (self, key) {
            (Shape::File, "entities") => Shape::Entities,
            (Shape::Entity, "names") => Shape::Names,
            (Shape::Entity, "description") => Shape::Texts,
            (Shape::Entity, "sameAs") => Shape::Addresses,
            (Shape::Entity, "relations") => Shape::Relations,
            (Shape::Entity, "dates") => Shape::Dates,
            (Shape::Name, "spellings") => Shape::Spellings,
            (Shape::Relations, _) => Shape::Targets,
            (Shape::Spellings, _) => Shape::Lines,
            _ => Shape::Inline,
        }
    }

    /// What the elements of a list are.
    pub(super) fn of_element(self) -> Shape {
        match self {
            Shape::Entities => Shape::Entity,
            Shape::Names => Shape::Name,
            Shape::Lines | Shape::Addresses => Shape::Spelling,
            _ => Shape::Inline,
        }
    }

    /// Whether it stands on one line.
    fn is_inline(self) -> bool {
        matches!(self, Shape::Dates | Shape::Targets | Shape::Spelling | Shape::Inline)
    }
}

struct Writer {
    out: String,
    /// Whether defaults are left out.
    terse: bool,
}

impl Writer {
    /// Recursion is bounded by what the parser lets through.
    fn write(&mut self, value: &Value<'_>, shape: Shape, indent: usize) {
        match value {
            Value::Object(object) => self.write_object(object, shape, indent),
            Value::Array(array) => self.write_array(array, shape, indent),
            Value::StringLit(string) if shape == Shape::Spelling => self.write_string(&nfc(&string.value)),
            Value::StringLit(string) => self.write_string(&string.value),
            Value::NumberLit(number) => self.out.push_str(number.value),
            Value::BooleanLit(boolean) => self.out.push_str(if boolean.value { "true" } else { "false" }),
            Value::NullKeyword(_) => self.out.push_str("null"),
        }
    }

    fn write_object(&mut self, object: &Object<'_>, shape: Shape, indent: usize) {
        let mut properties: Vec<&ObjectProp<'_>> = object.properties.iter().collect();
        // Of a repeated key the first counts: without it the second would.
        if self.terse && !has_repeated_keys(object) {
            properties.retain(|property| !is_default(property, object, shape));
        }
        sort(&mut properties, shape);
        self.write_items(["{", "}"], &properties, shape, indent, |writer, property, indent| {
            let key = property.name.as_str();
            writer.write_string(key);
            writer.out.push_str(": ");
            match &property.value {
                Value::StringLit(text) if shape == Shape::Spelling && key == "text" => {
                    writer.write_string(&nfc(&text.value));
                }
                value => writer.write(value, shape.of_key(key), indent),
            }
        });
    }

    fn write_array(&mut self, array: &Array<'_>, shape: Shape, indent: usize) {
        let mut elements: Vec<&Value<'_>> = array.elements.iter().collect();
        if shape == Shape::Entities {
            elements.sort_by_key(|element| id(element).map_or((1, ""), |id| (0, id)));
        }
        self.write_items(["[", "]"], &elements, shape, indent, |writer, element, indent| {
            writer.write(element, shape.of_element(), indent);
        });
    }

    /// Writes what stands between brackets, on one line or each on its own.
    fn write_items<T: Copy>(
        &mut self,
        [open, close]: [&str; 2],
        items: &[T],
        shape: Shape,
        indent: usize,
        mut write: impl FnMut(&mut Writer, T, usize),
    ) {
        self.out.push_str(open);
        for (number, item) in items.iter().enumerate() {
            if number > 0 {
                self.out.push(',');
            }
            if !shape.is_inline() {
                self.new_line(indent + 1);
            } else if number > 0 || open == "{" {
                self.out.push(' ');
            }
            write(self, *item, indent + 1);
        }
        if !items.is_empty() && !shape.is_inline() {
            self.new_line(indent);
        } else if !items.is_empty() && open == "{" {
            self.out.push(' ');
        }
        self.out.push_str(close);
    }

    fn write_string(&mut self, text: &str) {
        self.out.push_str(&serde_json::Value::from(text).to_string());
    }

    fn new_line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", indent));
    }
}

/// Known keys in their order, languages in theirs, relations by name.
fn sort(properties: &mut [&ObjectProp<'_>], shape: Shape) {
    match shape {
        Shape::Spellings | Shape::Texts => properties.sort_by_cached_key(|property| {
            let tag = tag::canonical(property.name.as_str());
            (language_rank(&tag).0, tag)
        }),
        Shape::Relations => properties.sort_by_key(|property| property.name.as_str()),
        _ => {
            let keys = shape.keys();
            properties.sort_by_key(|property| {
                keys.iter()
                    .position(|key| *key == property.name.as_str())
                    .unwrap_or(keys.len())
            });
        }
    }
}

/// Whether a property says only what its absence says. Not asked in a file that extends another.
fn is_default(property: &ObjectProp<'_>, object: &Object<'_>, shape: Shape) -> bool {
    let string = |key| object.get_string(key).map(|string| &*string.value);
    match (shape, property.name.as_str()) {
        (Shape::Entity, "type") => {
            string("type").is_some()
                && string("type") == string("id").and_then(|id| id.split_once('/')).map(|(kind, _)| kind)
        }
        (Shape::Entity, "description" | "dates" | "sameAs" | "relations") => is_empty(&property.value, property),
        (Shape::Entity, "homonym") => property.value.as_boolean_lit().is_some_and(|homonym| !homonym.value),
        (Shape::Name, "part") => string("part") == Some(Part::Full.as_str()),
        (Shape::Name, "number") => string("number") == Some("singular"),
        (Shape::Name, "key") => match object.get("part") {
            None => string("key") == Some(Part::Full.as_str()),
            Some(_) => is_part(string("part")) && string("key") == string("part"),
        },
        (Shape::Spelling, "inflection") => string("inflection") == Some("auto"),
        _ => false,
    }
}

/// Whether the value is an empty list or object, whichever belongs there.
fn is_empty(value: &Value<'_>, property: &ObjectProp<'_>) -> bool {
    match value {
        Value::Array(array) => array.elements.is_empty() && property.name.as_str() == "sameAs",
        Value::Object(object) => object.properties.is_empty() && property.name.as_str() != "sameAs",
        _ => false,
    }
}

fn is_part(word: Option<&str>) -> bool {
    word.is_some_and(|word| Part::ALL.iter().any(|part| part.as_str() == word))
}

pub(super) fn has_repeated_keys(object: &Object<'_>) -> bool {
    let mut seen = HashSet::new();
    !object
        .properties
        .iter()
        .all(|property| seen.insert(property.name.as_str()))
}

fn id<'v>(entity: &'v Value<'_>) -> Option<&'v str> {
    entity.as_object()?.get_string("id").map(|id| &*id.value)
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}
