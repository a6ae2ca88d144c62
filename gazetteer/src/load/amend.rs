//! Entries added to a gazetteer file: its formatting stays, and what is new goes to its sorted place.

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstInputValue, CstNode, CstObject, CstRootNode};

use serde_json::{Map, Value};

use super::said;
use crate::entity::{Part, Status};

/// A spelling to be put into a file.
#[derive(Debug, Clone, Copy)]
pub struct NewSpelling<'a> {
    /// Id of the entity; where the file has it not, an entry that overlays the one below is made.
    pub entity: &'a str,
    /// Key of the name.
    pub key: &'a str,
    /// Its part.
    pub part: Part,
    /// Tag of the language.
    pub language: &'a str,
    /// The spelling.
    pub text: &'a str,
    /// What is thought of it.
    pub status: Status,
    /// What else is said of it, by key, if it is not there yet. `None`: nothing, and preferred and accepted ones are
    /// written plain, so that their place says what they are.
    pub said: Option<&'a Map<String, Value>>,
}

/// The text of a new file that adds to the built-in gazetteer.
pub const NEW_OVERLAY: &str = "{\n  \"onomast\": 1,\n  \"extends\": \"builtin\",\n  \"entities\": []\n}\n";

/// The text of a file with a spelling: a preferred one first of its language, others last. One that is there already takes
/// the status and keeps all else that is said of it. `None` where the text is no gazetteer.
pub fn with_spelling(text: &str, new: NewSpelling<'_>) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    let entities = root.object_value()?.array_value_or_set("entities");
    let entity = entity(&entities, new.entity)?;
    let names = entity.array_value_or_set("names");
    let name = name(&names, new)?;
    let spellings = name.object_value_or_set("spellings");
    let list = spellings.array_value_or_set(new.language);
    let there = list
        .elements()
        .into_iter()
        .find(|element| text_of(element).as_deref() == Some(new.text));
    let known = there.as_ref().and_then(CstNode::as_object);
    let value = match (known, new.status) {
        (Some(known), status) => with_status(&known, status),
        (None, Status::Preferred | Status::Accepted) if new.said.is_none() => new.text.into(),
        (None, status) => on_one_line(new.text, status, new.said.unwrap_or(&Map::new())),
    };
    if let Some(there) = there {
        there.remove();
    }
    match new.status {
        Status::Preferred => list.insert(0, value),
        _ => list.append(value),
    };
    Some(root.to_string())
}

/// A spelling with its status, on one line as the canonical form has it. Of objects jsonc-parser makes several lines; what
/// it is given as a number it writes as it is.
fn on_one_line(text: &str, status: Status, said: &Map<String, Value>) -> CstInputValue {
    CstInputValue::Number(said::entry(text, status, said))
}

/// The object of a spelling with another status; the rest of it as it is written. The place of a preferred or accepted one
/// says what it is.
fn with_status(known: &CstObject, status: Status) -> CstInputValue {
    let was_one_line = !known.to_string().contains('\n');
    let old = known.get("status");
    match (status, old) {
        (Status::Preferred | Status::Accepted, Some(old)) => old.remove(),
        (Status::Preferred | Status::Accepted, None) => {}
        (status, Some(old)) => old.set_value(status.as_str().into()),
        (status, None) => {
            known.insert(1, "status", status.as_str().into());
        }
    }
    if was_one_line {
        let members: Vec<String> = known.properties().iter().map(|member| member.to_string()).collect();
        return CstInputValue::Number(format!("{{ {} }}", members.join(", ")));
    }
    CstInputValue::Number(known.to_string())
}

/// The text of a file with a whole entity, given as the JSON of its entry; at its sorted place. `None` where the text is no
/// gazetteer, or has an entity of this id.
pub fn with_entity(text: &str, id: &str, entry: &Value) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    let entities = root.object_value()?.array_value_or_set("entities");
    if find(&entities, "id", id).is_some() {
        return None;
    }
    entities.insert(place(&entities, id), input(entry));
    Some(root.to_string())
}

/// The entry of an entity; made where there is none.
fn entity(entities: &CstArray, id: &str) -> Option<CstObject> {
    if let Some(entity) = find(entities, "id", id) {
        return Some(entity);
    }
    let entry = CstInputValue::Object(vec![
        ("id".to_owned(), id.into()),
        ("names".to_owned(), CstInputValue::Array(Vec::new())),
    ]);
    entities.insert(place(entities, id), entry).as_object()
}

/// The entry of a name; made where there is none.
fn name(names: &CstArray, new: NewSpelling<'_>) -> Option<CstObject> {
    let has_key = |name: &CstObject| {
        let own = member(name, "key").or_else(|| member(name, "part"));
        own.as_deref().unwrap_or(Part::Full.as_str()) == new.key
    };
    let known = names.elements().into_iter().filter_map(|name| name.as_object());
    if let Some(name) = known.into_iter().find(has_key) {
        return Some(name);
    }
    let mut members: Vec<(String, CstInputValue)> = Vec::new();
    if new.key != new.part.as_str() {
        members.push(("key".to_owned(), new.key.into()));
    }
    members.push(("part".to_owned(), new.part.as_str().into()));
    members.push(("spellings".to_owned(), CstInputValue::Object(Vec::new())));
    names.append(CstInputValue::Object(members)).as_object()
}

/// Where an entity of this id goes among sorted ones.
fn place(entities: &CstArray, id: &str) -> usize {
    let elements = entities.elements();
    let is_behind = |element: &CstNode| {
        let known = element.as_object().and_then(|object| member(&object, "id"));
        known.is_some_and(|known| known.as_str() > id)
    };
    elements.iter().position(is_behind).unwrap_or(elements.len())
}

fn find(list: &CstArray, key: &str, value: &str) -> Option<CstObject> {
    let mut objects = list.elements().into_iter().filter_map(|element| element.as_object());
    objects.find(|object| member(object, key).as_deref() == Some(value))
}

fn member(object: &CstObject, key: &str) -> Option<String> {
    object.get(key)?.value()?.as_string_lit()?.decoded_value().ok()
}

fn text_of(element: &CstNode) -> Option<String> {
    match element.as_object() {
        Some(object) => member(&object, "text"),
        None => element.as_string_lit()?.decoded_value().ok(),
    }
}

fn input(value: &Value) -> CstInputValue {
    match value {
        Value::Null => CstInputValue::Null,
        Value::Bool(value) => CstInputValue::Bool(*value),
        Value::Number(value) => CstInputValue::Number(value.to_string()),
        Value::String(value) => CstInputValue::String(value.clone()),
        Value::Array(values) => CstInputValue::Array(values.iter().map(input).collect()),
        Value::Object(members) => {
            CstInputValue::Object(members.iter().map(|(key, value)| (key.clone(), input(value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load_text;

    const FILE: &str = r#"{
  "onomast": 1,
  "entities": [
    { "id": "place/ankara", "names": [ { "spellings": { "tr": ["Ankara"] } } ] },
    { "id": "place/kars", "names": [
        { "spellings": { "tr": ["Kars"] } } ] }
  ]
}
"#;

    fn spelling<'a>(entity: &'a str, text: &'a str, status: Status) -> NewSpelling<'a> {
        NewSpelling {
            entity,
            key: "full",
            part: Part::Full,
            language: "tr",
            text,
            status,
            said: None,
        }
    }

    #[test]
    fn the_rest_of_a_file_stays_as_it_is() {
        let text = with_spelling(FILE, spelling("place/ankara", "Angora", Status::Deprecated)).unwrap();
        let kept = |line: &&str| text.contains(*line);
        assert!(
            FILE.lines()
                .filter(|line| line.contains("kars") || line.contains("Kars"))
                .all(|line| kept(&line)),
            "{text}"
        );
        assert!(
            text.contains(r#"{ "text": "Angora", "status": "deprecated" }"#),
            "{text}"
        );
        let loaded = load_text("a.gazetteer.json", &text);
        assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
        let found = &loaded.gazetteer.tables().spellings[1];
        assert_eq!((found.text.as_str(), found.status), ("Angora", Status::Deprecated));
    }

    #[test]
    fn what_is_new_goes_to_its_sorted_place() {
        let text = with_spelling(FILE, spelling("place/izmir", "İzmir", Status::Preferred)).unwrap();
        let places = ["ankara", "izmir", "kars"].map(|slug| text.find(&format!("place/{slug}")).unwrap());
        assert!(places.is_sorted(), "{text}");
        assert!(load_text("a.gazetteer.json", &text).problems.is_empty());
        let overlay = with_spelling(NEW_OVERLAY, spelling("place/izmir", "İzmir", Status::Preferred)).unwrap();
        assert!(
            overlay.contains("\"extends\": \"builtin\"") && overlay.contains("İzmir"),
            "{overlay}"
        );
        let entry = serde_json::json!({ "id": "place/bursa", "names": [{ "spellings": { "tr": ["Bursa"] } }] });
        let text = with_entity(FILE, "place/bursa", &entry).unwrap();
        assert!(text.find("bursa").unwrap() < text.find("kars").unwrap(), "{text}");
        assert_eq!(with_entity(FILE, "place/kars", &entry), None);
        assert_eq!(with_entity("nonsense", "place/kars", &entry), None);
    }

    #[test]
    fn a_spelling_that_is_there_takes_the_status() {
        let text = with_spelling(FILE, spelling("place/kars", "Kars", Status::Misspelling)).unwrap();
        assert_eq!(text.matches("\"Kars\"").count(), 1, "{text}");
        let loaded = load_text("a.gazetteer.json", &text);
        assert_eq!(loaded.gazetteer.tables().spellings[1].status, Status::Misspelling);
    }
    #[test]
    fn a_spelling_that_is_there_keeps_what_else_is_said_of_it() {
        let file = |angora: &str| FILE.replace("[\"Ankara\"]", &format!("[\"Ankara\", {angora}]"));
        for (there, status, expected) in [
            (
                r#"{ "text": "Angora", "to": "1930", "note": "eski" }"#,
                Status::Deprecated,
                r#"{ "text": "Angora", "status": "deprecated", "to": "1930", "note": "eski" }"#,
            ),
            (
                r#"{ "text": "Angora", "status": "deprecated", "to": "1930" }"#,
                Status::Misspelling,
                r#"{ "text": "Angora", "status": "misspelling", "to": "1930" }"#,
            ),
            (
                r#"{ "text": "Angora", "status": "deprecated", "to": "1930" }"#,
                Status::Accepted,
                r#"{ "text": "Angora", "to": "1930" }"#,
            ),
        ] {
            let text = with_spelling(&file(there), spelling("place/ankara", "Angora", status)).unwrap();
            assert!(text.contains(expected), "{text}");
            assert_eq!(text.matches("Angora").count(), 1, "{text}");
            let problems = load_text("a.gazetteer.json", &text).problems;
            assert!(problems.is_empty(), "{problems:#?}");
        }
    }
}
