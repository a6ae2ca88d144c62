//! What may be written at a place of a gazetteer file: keys and closed lists from the JSON Schema, which comes from the
//! types; languages; ids of the entities that are there.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::{Gazetteer, Language};

use super::place::{Place, Step, place};
use super::schema;
use crate::features::completion::prefixes_at_once;

/// So many ids are offered.
const OFFERED: usize = 50;

/// The objects whose keys are tags of languages.
const BY_LANGUAGE: [&str; 2] = ["spellings", "description"];

/// What may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What has been typed: bytes of the text, up to the place that was asked about.
    pub range: Range<usize>,
    /// Where the word ends in which the place lies.
    pub word_end: usize,
    /// Whether more letters may find what was left out.
    pub is_incomplete: bool,
    /// In order; never empty.
    pub items: Vec<Item>,
}

impl Completion {
    /// At a byte of a text, of which a range is typed; `None` where there is nothing to offer.
    pub(crate) fn of(
        text: &str,
        at: usize,
        range: Range<usize>,
        is_incomplete: bool,
        items: Vec<Item>,
    ) -> Option<Completion> {
        let behind = text.get(at..).unwrap_or_default();
        let in_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '/' | '_');
        (!items.is_empty()).then(|| Completion {
            range,
            word_end: at + behind.find(|sign| !in_word(sign)).unwrap_or(behind.len()),
            is_incomplete,
            items,
        })
    }
}

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The key, value, tag or id.
    pub label: String,
    /// What is to stand in the range: with quotation marks where there are none.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// What the types say of it, or the name of an entity.
    pub detail: Option<String>,
}

/// What is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A key.
    Key,
    /// A value of a closed list.
    Value,
    /// The tag of a language.
    Language,
    /// The id of an entity.
    Entity,
}

/// What may be written at a byte of a gazetteer file. `gazetteer` is the one in force, `bases` are the gazetteers that the file
/// may extend; `schema_too` is false where the editor knows the schema itself.
pub fn completion(
    text: &str,
    at: usize,
    gazetteer: &Gazetteer,
    bases: &[String],
    schema_too: bool,
) -> Option<Completion> {
    let place = place(text, at)?;
    let typed = text.get(place.typed.clone())?;
    let mut offered: Vec<(String, Kind, Option<String>)> = Vec::new();
    if is_id(&place) {
        offered = ids(gazetteer, typed);
    } else if is_base(&place) {
        offered.extend(bases.iter().map(|base| (base.clone(), Kind::Value, None)));
    } else if place.is_key && is_by_language(&place) {
        offered.extend(languages(gazetteer).map(|tag| (tag, Kind::Language, None)));
    } else if schema_too {
        offered = by_schema(&place);
    }
    offered.retain(|(label, ..)| !place.is_key || !place.keys.contains(label));
    let is_incomplete = offered.len() >= OFFERED || is_id(&place);
    let item = |(label, kind, detail): (String, Kind, Option<String>)| Item {
        text: written(&place, &label),
        label,
        kind,
        detail,
    };
    let items = offered.into_iter().map(item).collect();
    Completion::of(text, at, place.typed.clone(), is_incomplete, items)
}

fn written(place: &Place, label: &str) -> String {
    match (place.quoted, place.is_key) {
        (true, _) => label.to_owned(),
        (false, true) => format!("\"{label}\": "),
        (false, false) if matches!(label, "true" | "false" | "1") => label.to_owned(),
        (false, false) => format!("\"{label}\""),
    }
}

/// Whether an id of an entity is to stand there: the entry's own, which may be one of a layer below, or another's.
fn is_id(place: &Place) -> bool {
    let keys: Vec<&str> = place.path.iter().map(Step::key).collect();
    !place.is_key
        && matches!(
            keys.as_slice(),
            ["entities", "", "id"] | ["entities", "", "homonym", ""] | ["entities", "", "relations", _, ""]
        )
}

/// Whether the gazetteer below this one is to stand there.
fn is_base(place: &Place) -> bool {
    let keys: Vec<&str> = place.path.iter().map(Step::key).collect();
    !place.is_key && keys.as_slice() == ["extends"]
}

fn is_by_language(place: &Place) -> bool {
    place.path.last().is_some_and(|step| BY_LANGUAGE.contains(&step.key()))
}

/// The ids that hold what has been typed, or whose entity is called so in any script. Where the kind has been typed, that is
/// of what stands behind it: person/frunze for person/mikhail-frunze.
pub(in crate::features) fn ids(gazetteer: &Gazetteer, typed: &str) -> Vec<(String, Kind, Option<String>)> {
    let (kind, word) = typed.split_at(typed.find('/').map_or(0, |slash| slash + 1));
    let holds = |id: &str| id.strip_prefix(kind).is_some_and(|rest| rest.contains(word));
    let mut found = BTreeMap::new();
    for (id, entity) in gazetteer.entities().filter(|(_, entity)| holds(&entity.id)) {
        found.insert((!entity.id.starts_with(typed), entity.id.clone()), id);
    }
    if found.is_empty() {
        // Nobody waits for the table; who types on finds more.
        let begun = prefixes_at_once(gazetteer).map(|prefixes| prefixes.begun(word, gazetteer));
        let called = begun
            .into_iter()
            .flatten()
            .map(|begun| gazetteer.bearer(begun.spelling).1);
        for id in called.filter(|id| gazetteer.entity(*id).id.starts_with(kind)) {
            found.insert((true, gazetteer.entity(id).id.clone()), id);
        }
    }
    let name = |id| {
        gazetteer
            .names(id)
            .flat_map(|(name, _)| gazetteer.spellings(name))
            .next()
    };
    let ids = found.into_iter().take(OFFERED);
    ids.map(|((_, label), id)| (label, Kind::Entity, name(id).map(|(_, spelling)| spelling.text.clone())))
        .collect()
}

/// The languages that inflect, then those that the gazetteer has besides.
fn languages(gazetteer: &Gazetteer) -> impl Iterator<Item = String> {
    let spellings = gazetteer.tables().spellings.iter();
    let mut others: Vec<&Language> = spellings
        .map(|spelling| &spelling.language)
        .filter(|language| matches!(language, Language::Other(_)))
        .collect();
    others.sort();
    others.dedup();
    let all = Language::INFLECTING.into_iter().chain(others.into_iter().cloned());
    all.map(|language| language.tag().to_owned())
}

fn by_schema(place: &Place) -> Vec<(String, Kind, Option<String>)> {
    let kind = if place.is_key { Kind::Key } else { Kind::Value };
    let known = schema::known(place).into_iter();
    known.map(|known| (known.text, kind, known.meaning)).collect()
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::load;

    use super::*;

    const NAMES: &str = r#"{"onomast":1,"entities":[
        {"id":"person/chicherin","names":[{"spellings":{"ru":["Чичерин"],"de":["Tschitscherin"]}}]},
        {"id":"place/ankara","names":[{"spellings":{"tr":["Ankara"]}}]}]}"#;

    /// What is offered at `$0`, and what it replaces.
    fn offered(fixture: &str, schema_too: bool) -> (String, Vec<String>) {
        let at = fixture.find("$0").expect("a cursor");
        let text = fixture.replacen("$0", "", 1);
        let gazetteer = load::load_text("names.gazetteer.json", NAMES).gazetteer;
        let bases = ["builtin", "people.json"].map(str::to_owned);
        let found = completion(&text, at, &gazetteer, &bases, schema_too);
        found.map_or_else(Default::default, |found| {
            (
                text[found.range].to_owned(),
                found.items.into_iter().map(|item| item.text).collect(),
            )
        })
    }

    #[track_caller]
    fn check(fixture: &str, typed: &str, expected: &[&str]) {
        let (range, texts) = offered(fixture, true);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!((range.as_str(), texts.as_slice()), (typed, expected), "{fixture}");
    }

    #[test]
    fn ids_by_their_letters_and_by_the_names_of_entities() {
        check(
            r#"{"entities":[{"id":"person/x","relations":{"ally":["pla$0"]}}]}"#,
            "pla",
            &["place/ankara"],
        );
        check(
            r#"{"entities":[{"id":"x","homonym":["person/chicherin","анк$0"#,
            "анк",
            &["place/ankara"],
        );
        check(r#"{"entities":[{"id":"chi$0"}]}"#, "chi", &["person/chicherin"]);
        check(
            r#"{"entities":[{"id":"person/icher$0"}]}"#,
            "person/icher",
            &["person/chicherin"],
        );
        check(r#"{"entities":[{"id":"place/анк$0"}]}"#, "place/анк", &["place/ankara"]);
        check(r#"{"entities":[{"id":"person/анк$0"}]}"#, "", &[]);
        check(
            r#"{"entities":[{"id":"x","homonym":[$0]}]}"#,
            "",
            &["\"person/chicherin\"", "\"place/ankara\""],
        );
    }

    #[test]
    fn closed_lists_come_from_the_types() {
        check(
            r#"{"entities":[{"gender":"$0"#,
            "",
            &["masculine", "feminine", "neuter"],
        );
        check(
            r#"{"entities":[{"gender":fem$0"#,
            "fem",
            &["\"masculine\"", "\"feminine\"", "\"neuter\""],
        );
        check(
            r#"{"entities":[{"names":[{"number":"p$0"}]}]}"#,
            "p",
            &["singular", "plural"],
        );
        check(
            r#"{"entities":[{"names":[{"spellings":{"tr":[{"text":"x","inflection":{"harmony":"$0"#,
            "",
            &["front", "back"],
        );
        let statuses = offered(
            r#"{"entities":[{"names":[{"spellings":{"tr":[{"text":"x","status":"$0"#,
            true,
        )
        .1;
        assert!(
            statuses.contains(&"deprecated".to_owned()) && statuses.len() == 6,
            "{statuses:?}"
        );
        let schemes = offered(
            r#"{"entities":[{"names":[{"spellings":{"tr":[{"text":"x","scheme":"$0"#,
            true,
        )
        .1;
        assert!(schemes.contains(&"ala-lc".to_owned()), "{schemes:?}");
        let paradigms = offered(
            r#"{"entities":[{"names":[{"spellings":{"ru":[{"inflection":{"paradigm":"$0"#,
            true,
        )
        .1;
        assert!(paradigms.len() > 10, "{paradigms:?}");
    }

    #[test]
    fn keys_that_are_not_there_yet() {
        check(
            r#"{"onomast":1,"entities":[],$0"#,
            "",
            &["\"$schema\": ", "\"extends\": ", "\"title\": "],
        );
        check(r#"{"entities":[{"dates":{"from":"1921","$0"#, "", &["to"]);
        let keys = offered(r#"{"entities":[{"id":"x","na$0"}]}"#, true).1;
        assert!(
            keys.contains(&"names".to_owned()) && !keys.contains(&"id".to_owned()),
            "{keys:?}"
        );
    }

    #[test]
    fn languages() {
        let tags = ["tr", "en", "ru-Latn", "ru-petr1708", "de"];
        check(
            r#"{"entities":[{"names":[{"spellings":{"ru":["x"],"$0"}}]}]}"#,
            "",
            &tags,
        );
    }

    #[test]
    fn nothing_where_nothing_may_stand() {
        for nothing in [
            "$0",
            "{}$0",
            r#"{"title":"x"$0}"#,
            r#"{"title":"$0"}"#,
            r#"{"onomast":1,"other":"$0"#,
        ] {
            check(nothing, "", &[]);
        }
        let deep = "[".repeat(100_000);
        check(&format!("{deep}$0"), "", &[]);
    }

    #[test]
    fn what_a_file_may_extend() {
        check(r#"{"onomast":1,"extends":"$0"#, "", &["builtin", "people.json"]);
        check(
            r#"{"onomast":1,"extends":bu$0}"#,
            "bu",
            &["\"builtin\"", "\"people.json\""],
        );
        check(r#"{"onomast":1,"entities":[{"id":"x","extends":"$0"}]}"#, "", &[]);
        let of_schema = offered(r#"{"extends":"$0"#, false).1;
        assert_eq!(of_schema, ["builtin", "people.json"], "a schema knows no files");
    }

    #[test]
    fn an_editor_that_knows_the_schema_gets_the_rest() {
        assert_eq!(offered(r#"{"entities":[{"gender":"$0"#, false).1, [] as [String; 0]);
        assert_eq!(offered(r#"{"entities":[{"id":"plac$0"#, false).1, ["place/ankara"]);
    }
}
