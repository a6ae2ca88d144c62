//! A spelling of a file with another text in its place: the changes to the file.

use std::ops::Range;

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::Ranged;

use super::syntax;
use crate::replace::Change;

/// The changes that give the spelling whose text stands between the quotation marks at `place` another text, by start. A
/// spelling of the same list that has this text, as one that was taken `off`, goes; so does the inflection, where it is
/// not to be kept. Empty where nothing of the kind stands there.
pub fn respelled(source: &str, place: &Range<usize>, text: &str, keeps_inflection: bool) -> Vec<Change> {
    let Ok(root) = syntax::parse(source) else {
        return Vec::new();
    };
    let Some((list, own)) = around(&root, place) else {
        return Vec::new();
    };
    let mut changes = vec![Change {
        range: place.clone(),
        text: quoted(text),
    }];
    let other = |element: &Value<'_>| text_of(element) == Some(text);
    if let Some(number) = list.elements.iter().position(other).filter(|number| *number != own) {
        let places: Vec<Range<usize>> = list.elements.iter().map(place_of).collect();
        changes.extend(without(&places, number));
    }
    if let Some(Value::Object(object)) = list.elements.get(own)
        && !keeps_inflection
    {
        let is_it = |name: &str| name == "inflection";
        let number = object
            .properties
            .iter()
            .position(|property| is_it(property.name.as_str()));
        let places: Vec<Range<usize>> = object.properties.iter().map(place_of).collect();
        changes.extend(number.and_then(|number| without(&places, number)));
    }
    changes.sort_by_key(|change| change.range.start);
    changes
}

/// The list of spellings around a place, and which of them stands there.
fn around<'a>(root: &'a Value<'a>, place: &Range<usize>) -> Option<(&'a Array<'a>, usize)> {
    let holds = |value: &Value<'_>| {
        let range = place_of(value);
        range.start <= place.start && place.end <= range.end
    };
    let mut value = root;
    let mut found = None;
    loop {
        value = match value {
            Value::Object(object) => {
                let mut values = object.properties.iter().map(|property| &property.value);
                values.find(|value| holds(value))?
            }
            Value::Array(list) => {
                let number = list.elements.iter().position(holds)?;
                found = Some((list, number));
                &list.elements[number]
            }
            _ => return found,
        };
    }
}

fn text_of<'a>(element: &'a Value<'_>) -> Option<&'a str> {
    let text = |object: &'a Object<'_>| object.get_string("text").map(|text| &*text.value);
    match element {
        Value::StringLit(text) => Some(&text.value),
        Value::Object(object) => text(object),
        _ => None,
    }
}

fn place_of(node: &impl Ranged) -> Range<usize> {
    let range = node.range();
    range.start..range.end
}

/// The change that takes one of several members out, with a comma. `None` for an only one.
fn without(places: &[Range<usize>], number: usize) -> Option<Change> {
    let own = places.get(number)?;
    let range = match number.checked_sub(1).and_then(|before| places.get(before)) {
        Some(before) => before.end..own.end,
        None => own.start..places.get(1)?.start,
    };
    Some(Change {
        range,
        text: String::new(),
    })
}

/// A text as it stands between the quotation marks of JSON.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replace::apply;

    #[test]
    fn a_spelling_takes_another_text() {
        for (list, keeps, expected) in [
            (r#"["Лев", "Лёв"]"#, true, r#"["Леон", "Лёв"]"#),
            (
                r#"[{ "text": "Лев", "inflection": "none", "note": "a" }]"#,
                true,
                r#"[{ "text": "Леон", "inflection": "none", "note": "a" }]"#,
            ),
            (
                r#"[{ "text": "Лев", "inflection": { "forms": { "genitive": ["Льва"] } }, "note": "a" }]"#,
                false,
                r#"[{ "text": "Леон", "note": "a" }]"#,
            ),
            (
                r#"[{ "inflection": "none", "text": "Лев" }]"#,
                false,
                r#"[{ "text": "Леон" }]"#,
            ),
            (
                r#"["Лев", { "text": "Леон", "status": "off" }, "Лёв"]"#,
                true,
                r#"["Леон", "Лёв"]"#,
            ),
            (r#"[{ "text": "Леон", "status": "off" }, "Лев"]"#, true, r#"["Леон"]"#),
        ] {
            let file = |list: &str| {
                format!(r#"{{ "onomast": 1, "entities": [{{ "names": [{{ "spellings": {{ "ru": {list} }} }}] }}] }}"#)
            };
            let source = file(list);
            let at = source.find("Лев").unwrap();
            let changes = respelled(&source, &(at..at + "Лев".len()), "Леон", keeps);
            assert_eq!(apply(&source, &changes), file(expected));
        }
        assert_eq!(respelled("nonsense", &(0..3), "a", true), []);
        assert_eq!(respelled("[]", &(0..1), "a", true), []);
    }
}
