//! The JSON Schema of gazetteer files, which comes from the types, asked at a place of a file.

use std::sync::LazyLock;

use onomast_gazetteer::load::file;
use serde_json::Value;

use super::place::{Place, Step};

/// A key or a value that the schema knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// As it is written, without quotation marks.
    pub(super) text: String,
    /// What the types say of it.
    pub(super) meaning: Option<String>,
}

/// The keys, or the values of closed lists, that may stand at a place; each once.
pub(super) fn known(place: &Place) -> Vec<Known> {
    let mut schemas = resolved(&SCHEMA);
    for step in &place.path {
        schemas = schemas
            .into_iter()
            .filter_map(|schema| step.into(schema))
            .flat_map(resolved)
            .collect();
    }
    let mut known: Vec<Known> = Vec::new();
    for schema in schemas {
        let more = if place.is_key { keys(schema) } else { values(schema) };
        for one in more {
            if known.iter().all(|other| other.text != one.text) {
                known.push(one);
            }
        }
    }
    known
}

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(&file::schema()).unwrap_or_default());

fn keys(schema: &Value) -> Vec<Known> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let own = properties.into_iter().flatten();
    let own = own.map(|(key, schema)| Known {
        text: key.clone(),
        meaning: description(schema),
    });
    let names = schema.pointer("/propertyNames/enum").and_then(Value::as_array);
    let names = names.into_iter().flatten().filter_map(Value::as_str);
    let names = names.map(|name| Known {
        text: name.to_owned(),
        meaning: None,
    });
    own.chain(names).collect()
}

fn values(schema: &Value) -> Vec<Known> {
    let value = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        _ => None,
    };
    let constant = schema.get("const").into_iter();
    let list = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    let both = [Value::Bool(true), Value::Bool(false)];
    let both = both
        .iter()
        .filter(|_| schema.get("type").is_some_and(|name| name == "boolean"));
    let all = constant.chain(list).chain(both).filter_map(value);
    let meaning = description(schema);
    all.map(|text| Known {
        text,
        meaning: meaning.clone(),
    })
    .collect()
}

fn description(schema: &Value) -> Option<String> {
    schema.get("description").and_then(Value::as_str).map(str::to_owned)
}

/// A schema, or the schemas that it stands for.
fn resolved(schema: &'static Value) -> Vec<&'static Value> {
    let (mut open, mut found) = (vec![schema], Vec::new());
    // A schema that refers to itself in the end is walked no further than this.
    for _ in 0..100 {
        let Some(schema) = open.pop() else { break };
        let referred = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|path| path.strip_prefix('#'));
        open.extend(referred.and_then(|path| SCHEMA.pointer(path)));
        for choice in ["anyOf", "oneOf", "allOf"] {
            open.extend(schema.get(choice).and_then(Value::as_array).into_iter().flatten().rev());
        }
        found.push(schema);
    }
    found
}

impl Step {
    fn into(&self, schema: &'static Value) -> Option<&'static Value> {
        match self {
            Step::Key(key) => {
                let own = schema.get("properties").and_then(|properties| properties.get(key));
                own.or_else(|| schema.get("additionalProperties").filter(|others| others.is_object()))
            }
            Step::Element => schema.get("items"),
        }
    }
}
