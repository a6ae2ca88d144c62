//! What a gazetteer says of a spelling besides its text, to be said of another text in its place.

use serde_json::{Map, Value, json};

use super::canonical::{self, Shape};
use super::finish::{default_alone, default_case};
use crate::Gazetteer;
use crate::entity::{Inflection, SpellingId, Status};

/// What is said of a spelling, defaults left out; its text and status are not among it. `becomes` is the text it is to be
/// said of.
pub fn said(gazetteer: &Gazetteer, id: SpellingId, becomes: &str) -> Map<String, Value> {
    let spelling = gazetteer.spelling(id);
    let name = gazetteer.name(spelling.name);
    let kind = gazetteer.entity(name.entity).kind;
    let mut said = Map::new();
    let mut say = |key: &str, value: Option<Value>| said.extend(value.map(|value| (key.to_owned(), value)));
    let date = |own: Option<crate::date::Date>, of_name| (own != of_name).then(|| Some(json!(own?.to_string())));
    say("variant", spelling.variant.as_ref().map(|variant| json!(variant)));
    say("from", date(spelling.period.from, name.period.from).flatten());
    say("to", date(spelling.period.to, name.period.to).flatten());
    say("scheme", spelling.scheme.map(|scheme| json!(scheme)));
    let inflection = still_inflects(&spelling.inflection, &spelling.text, becomes);
    say(
        "inflection",
        (*inflection != Inflection::Auto).then(|| json!(inflection)),
    );
    let alone = (spelling.alone != default_alone(name.part, kind)).then(|| json!(spelling.alone));
    say("alone", alone);
    let case = (spelling.case != default_case(name.part, kind)).then(|| json!(spelling.case));
    say("case", case);
    say("source", spelling.source.as_ref().map(|source| json!(source)));
    say("reviewed", spelling.reviewed.as_ref().map(|reviewed| json!(reviewed)));
    say("note", spelling.note.as_ref().map(|note| json!(note)));
    said
}

/// How a text inflects in the place of a spelling: as that did, but for what names its very words – listed forms, and roles
/// of so many words.
pub fn still_inflects<'a>(inflection: &'a Inflection, was: &str, becomes: &str) -> &'a Inflection {
    let words = |text: &str| text.split_whitespace().count();
    match inflection {
        Inflection::Forms(_) => &Inflection::Auto,
        Inflection::Words(_) if words(was) != words(becomes) => &Inflection::Auto,
        other => other,
    }
}

/// A spelling as the canonical form has it, with its status said.
pub(super) fn entry(text: &str, status: Status, said: &Map<String, Value>) -> String {
    let mut entry = Map::new();
    entry.insert("text".to_owned(), json!(text));
    entry.insert("status".to_owned(), json!(status.as_str()));
    entry.extend(said.clone());
    let entry = Value::from(entry).to_string();
    match canonical::parse(&entry) {
        Ok(value) => canonical::text_of(&value, Shape::Spelling),
        Err(_) => entry,
    }
}
