//! What stands where in one gazetteer file, whether or not it is in force: for an editor in which it is open.
//!
//! A loaded gazetteer knows of each entry only the topmost layer that has it; an outline knows what one file says.

use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use unicode_normalization::UnicodeNormalization;

use super::entries::{entity_type, type_of_id};
use super::syntax;
use crate::entity::{EntityType, Part};

/// An entry. All ranges are bytes of the file; of a string those between its quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinedEntity {
    /// Its id.
    pub id: String,
    /// Where the id stands.
    pub id_range: Range<usize>,
    /// The whole entry.
    pub range: Range<usize>,
    /// What kind of thing it is, as the entry or its id says; `other` where neither does.
    pub kind: EntityType,
    /// Its names, in the order of the file.
    pub names: Vec<OutlinedName>,
    /// The ids of other entities that it names (`relations`, `homonym`), in the order of the file.
    pub others: Vec<(String, Range<usize>)>,
}

/// A name of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinedName {
    /// Its key; its part where it gives none.
    pub key: String,
    /// The whole name.
    pub range: Range<usize>,
    /// Its spellings, in the order of the file.
    pub spellings: Vec<OutlinedSpelling>,
}

/// A spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinedSpelling {
    /// The tag of its language, as it is written.
    pub language: String,
    /// The dictionary form, in NFC.
    pub text: String,
    /// Where the dictionary form stands.
    pub range: Range<usize>,
}

/// The entries of a file that have an id, in its order. What does not have its shape is passed over; a file that does not
/// parse, or is no gazetteer, has none. Takes time linear in the text.
pub fn outline(text: &str) -> Vec<OutlinedEntity> {
    let Ok(Value::Object(file)) = syntax::parse(text) else {
        return Vec::new();
    };
    if file.get("onomast").is_none() {
        return Vec::new();
    }
    objects(&file, "entities").filter_map(entity).collect()
}

fn entity(object: &Object<'_>) -> Option<OutlinedEntity> {
    let (id, id_range) = string(&object.get("id")?.value)?;
    let stated = object.get_string("type").and_then(|word| entity_type(&word.value));
    let kind = stated.unwrap_or_else(|| type_of_id(&id));
    Some(OutlinedEntity {
        id_range,
        range: object.range.start..object.range.end,
        kind,
        names: objects(object, "names").map(name).collect(),
        others: others(object),
        id,
    })
}

fn name(object: &Object<'_>) -> OutlinedName {
    let key = object.get_string("key").or_else(|| object.get_string("part"));
    let languages = object.get_object("spellings").map(|spellings| &spellings.properties);
    let spellings = languages.into_iter().flatten().flat_map(|language| {
        let texts = language.value.as_array().map(|array| &array.elements);
        let tag = language.name.as_str();
        texts
            .into_iter()
            .flatten()
            .filter_map(move |value| spelling(tag, value))
    });
    OutlinedName {
        key: key.map_or_else(|| Part::Full.as_str().to_owned(), |key| key.value.clone().into_owned()),
        range: object.range.start..object.range.end,
        spellings: spellings.collect(),
    }
}

fn spelling(language: &str, value: &Value<'_>) -> Option<OutlinedSpelling> {
    let text = match value {
        Value::Object(object) => &object.get("text")?.value,
        plain => plain,
    };
    let (text, range) = string(text)?;
    Some(OutlinedSpelling {
        language: language.to_owned(),
        text: text.nfc().collect(),
        range,
    })
}

fn others(object: &Object<'_>) -> Vec<(String, Range<usize>)> {
    let relations = object.get_object("relations").map(|relations| &relations.properties);
    let lists = relations.into_iter().flatten().map(|relation| &relation.value);
    let lists = lists.chain(object.get("homonym").map(|homonym| &homonym.value));
    let elements = lists.filter_map(Value::as_array).flat_map(|list| &list.elements);
    let mut others: Vec<_> = elements.filter_map(string).collect();
    others.sort_by_key(|(_, range)| range.start);
    others
}

fn objects<'v, 't>(object: &'v Object<'t>, key: &'t str) -> impl Iterator<Item = &'v Object<'t>> {
    let list = object.get_array(key).map(|array| &array.elements);
    list.into_iter().flatten().filter_map(Value::as_object)
}

fn string(value: &Value<'_>) -> Option<(String, Range<usize>)> {
    let text = value.as_string_lit()?.value.clone().into_owned();
    Some((text, syntax::range(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_where() {
        let text = r#"{ "onomast": 1, "entities": [
            { "homonym": ["person/b"], "id": "person/a", "relations": { "author": ["person/c", 5], "ally": "person/d" },
              "names": [ { "part": "surname", "spellings": { "ru": ["А", { "text": "Б", "status": "off" }], "tr": "x" } },
                         { "key": "old", "spellings": { "de": [7, {}] } }, "no" ] },
            { "names": [] }, 3, { "id": "x", "type": "ship" }, { "id": "x/y" } ] }"#;
        let found = outline(text);
        let ids: Vec<_> = found
            .iter()
            .map(|entry| (&text[entry.id_range.clone()], entry.kind))
            .collect();
        let expected = [
            ("person/a", EntityType::Person),
            ("x", EntityType::Ship),
            ("x/y", EntityType::Other),
        ];
        assert_eq!(ids, expected);
        let first = &found[0];
        assert!(text[first.range.clone()].starts_with("{ \"homonym\"") && text[first.range.clone()].ends_with("] }"));
        let others: Vec<_> = first
            .others
            .iter()
            .map(|(id, range)| (id.as_str(), &text[range.clone()]))
            .collect();
        assert_eq!(others, [("person/b", "person/b"), ("person/c", "person/c")]);
        let keys: Vec<_> = first
            .names
            .iter()
            .map(|name| (name.key.as_str(), name.spellings.len()))
            .collect();
        assert_eq!(keys, [("surname", 2), ("old", 0)]);
        let second = &first.names[0].spellings[1];
        assert_eq!(
            (
                second.language.as_str(),
                second.text.as_str(),
                &text[second.range.clone()]
            ),
            ("ru", "Б", "Б")
        );
    }

    #[test]
    fn what_has_no_outline() {
        for text in [
            "",
            "[]",
            "{",
            r#"{"entities":[{"id":"a/b"}]}"#,
            r#"{"onomast":1,"entities":{}}"#,
        ] {
            assert_eq!(outline(text), [], "{text}");
        }
    }
}
