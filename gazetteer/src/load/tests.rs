//! The loader from outside: a table of bad inputs, layers, limits, properties.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::file::{self, File};
use super::*;

mod broken;
mod formatted;
mod layers;
mod limits;

/// Files in memory. `extends` names another file as it stands.
#[derive(Default)]
pub(super) struct Files(BTreeMap<String, String>);

impl Files {
    fn new(files: &[(&str, &str)]) -> Files {
        Files(
            files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        )
    }
}

impl Provider for Files {
    fn read(&self, name: &str) -> Result<String, String> {
        self.0.get(name).cloned().ok_or_else(|| "no such file".to_owned())
    }

    fn resolve(&self, _from: &str, extends: &str) -> String {
        extends.to_owned()
    }
}

/// Loads one file, without the matcher.
fn load_one(text: &str) -> (Tables, Vec<Problem>) {
    tables(&Files::new(&[("file", text)]), &["file".to_owned()])
}

/// Problems as text: `line:column code pointer arguments`, and where the other place is.
fn draw(problems: &[Problem], tables: &Tables) -> String {
    let text = |name: &str| {
        tables
            .sources
            .iter()
            .find(|source| source.name == name)
            .map_or("", |source| &source.text)
    };
    let mut drawn = String::new();
    for problem in problems {
        let (line, column) = line_column(text(&problem.source), problem.range.start);
        let _ = write!(drawn, "{line}:{column} {}", problem.code.as_str());
        if !problem.pointer.is_empty() {
            let _ = write!(drawn, " {}", problem.pointer);
        }
        for (name, value) in &problem.arguments {
            let _ = write!(drawn, " {name}={value}");
        }
        if let Some((source, range)) = &problem.related {
            let (line, column) = line_column(text(source), range.start);
            let _ = write!(drawn, " -> {line}:{column}");
        }
        drawn.push('\n');
    }
    drawn
}

/// Everything in the tables, a line for each entity, name and spelling; positions only on demand.
fn outline(tables: &Tables, positions: bool) -> String {
    let mut drawn = format!("{}\n", tables.title);
    let at = |origin: &crate::entity::Origin| {
        let source = &tables.sources[origin.source as usize];
        let (line, column) = line_column(&source.text, origin.range.start);
        if positions {
            format!(" @{}:{line}:{column}", source.name)
        } else {
            String::new()
        }
    };
    for entity in &tables.entities {
        let _ = write!(drawn, "{} {}", entity.id, entity.kind.as_str());
        let _ = write!(
            drawn,
            "{}",
            entity
                .gender
                .map_or(String::new(), |gender| format!(" {}", gender.as_str()))
        );
        let _ = write!(drawn, "{}", dates(entity.dates));
        for (language, text) in &entity.description {
            let _ = write!(drawn, " {language}:{text:?}");
        }
        if entity.homonym {
            drawn.push_str(" homonym");
        }
        for uri in &entity.same_as {
            let _ = write!(drawn, " <{uri}>");
        }
        for (relation, id) in &entity.relations {
            let _ = write!(drawn, " {relation}:{id}");
        }
        let _ = writeln!(drawn, "{}", at(&entity.origin));
        for name in &tables.names[finish::run(&entity.names)] {
            let number = if name.number == crate::entity::Number::Plural {
                " plural"
            } else {
                ""
            };
            let note = name.note.as_deref().map_or(String::new(), |note| format!(" {note:?}"));
            let _ = writeln!(
                drawn,
                "  {} {}{number}{}{note}{}",
                name.key,
                name.part.as_str(),
                dates(name.period),
                at(&name.origin)
            );
            for spelling in &tables.spellings[finish::run(&name.spellings)] {
                let _ = writeln!(drawn, "    {}{}", outline_spelling(spelling), at(&spelling.origin));
            }
        }
    }
    drawn
}

fn outline_spelling(spelling: &crate::entity::Spelling) -> String {
    let mut drawn = format!("{} {} {}", spelling.language, spelling.text, spelling.status.as_str());
    drawn.push_str(&dates(spelling.period));
    let words = [
        spelling.variant.as_deref(),
        spelling.scheme.map(crate::translit::Scheme::as_str),
        spelling.source.as_deref(),
        spelling.reviewed.as_deref(),
        spelling.note.as_deref(),
    ];
    for word in words.into_iter().flatten() {
        let _ = write!(drawn, " {word:?}");
    }
    if spelling.inflection != crate::entity::Inflection::Auto {
        let _ = write!(drawn, " {:?}", spelling.inflection);
    }
    if spelling.alone != crate::entity::Alone::Yes {
        let _ = write!(drawn, " alone:{}", spelling.alone.as_str());
    }
    if spelling.case != crate::entity::Case::Title {
        let _ = write!(drawn, " case:{}", spelling.case.as_str());
    }
    drawn
}

fn dates(period: crate::date::Period) -> String {
    let end = |date: Option<crate::date::Date>| date.map_or(String::new(), |date| date.to_string());
    if period.is_open() {
        String::new()
    } else {
        format!(" {}..{}", end(period.from), end(period.to))
    }
}

/// The example of the documentation.
const EXAMPLE: &str = r#"{ "onomast": 1, "title": "My article",
  "entities": [
    { "id": "person/georgy-chicherin", "type": "person", "gender": "masculine",
      "description": { "en": "People's commissar for foreign affairs, 1918–1930", "ru": "Нарком иностранных дел, 1918–1930" },
      "dates": { "from": "1872-11-24", "to": "1936-07-07" },
      "names": [
        { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"], "tr": ["Georgiy Vasilyeviç Çiçerin"], "en": ["Georgy Vasilyevich Chicherin"] } },
        { "part": "surname", "spellings": {
            "ru": ["Чичерин"],
            "tr": ["Çiçerin", { "text": "Tchitcherine", "status": "deprecated" }, { "text": "Cicerin", "status": "misspelling" }],
            "en": ["Chicherin", { "text": "Tchitcherin", "status": "historical", "to": "1940" }] } } ] },
    { "id": "place/ankara", "type": "place", "names": [ { "spellings": {
            "ru": ["Анкара", { "text": "Ангора", "variant": "angora", "status": "historical", "to": "1930" }],
            "tr": ["Ankara", { "text": "Angora", "variant": "angora", "status": "historical", "to": "1930" }] } } ] },
    { "id": "group/bolsheviks", "type": "group", "names": [ { "number": "plural", "spellings": { "ru": ["большевики"], "tr": ["Bolşevikler"] } } ] } ] }"#;

#[test]
fn the_example_of_the_documentation() {
    let (tables, problems) = load_one(EXAMPLE);
    assert_eq!(draw(&problems, &tables), "");
    assert_eq!(
        outline(&tables, false),
        "\
My article
group/bolsheviks group
  full full plural
    ru большевики preferred case:any
    tr Bolşevikler preferred case:any
person/georgy-chicherin person masculine 1872-11-24..1936-07-07 en:\"People's commissar for foreign affairs, 1918–1930\" ru:\"Нарком иностранных дел, 1918–1930\"
  full full
    ru Георгий Васильевич Чичерин preferred
    tr Georgiy Vasilyeviç Çiçerin preferred
    en Georgy Vasilyevich Chicherin preferred
  surname surname
    ru Чичерин preferred
    tr Çiçerin preferred
    tr Tchitcherine deprecated
    tr Cicerin misspelling
    en Chicherin preferred
    en Tchitcherin historical ..1940
place/ankara place
  full full
    ru Анкара preferred
    ru Ангора historical ..1930 \"angora\"
    tr Ankara preferred
    tr Angora historical ..1930 \"angora\"
"
    );
}

#[test]
fn a_place_is_what_it_says() {
    let (tables, _) = load_one(EXAMPLE);
    let text = &tables.sources[0].text;
    for entity in &tables.entities {
        assert_eq!(text[entity.origin.range.clone()], entity.id);
    }
    for name in &tables.names {
        assert!(text[name.origin.range.clone()].starts_with('{') && text[name.origin.range.clone()].ends_with('}'));
    }
    for spelling in &tables.spellings {
        assert_eq!(text[spelling.origin.range.clone()], spelling.text);
    }
}

#[test]
fn the_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/gazetteer.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, file::schema()).unwrap();
    }
    let checked_in = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        checked_in == file::schema(),
        "run the tests with UPDATE=1 and look at the difference"
    );
}

/// The built-in gazetteer is in canonical form and has no problems.
#[test]
fn the_builtin_gazetteer_is_in_order() {
    let (tables, problems) = tables(&Files::default(), &[]);
    for source in &tables.sources {
        let path = format!(
            "{}/data/entities/{}",
            env!("CARGO_MANIFEST_DIR"),
            &source.name["builtin/".len()..]
        );
        let canonical = format(&source.text).unwrap();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &canonical).unwrap();
        } else {
            assert!(
                canonical == *source.text,
                "{path}: run the tests with UPDATE=1 and look at the difference"
            );
        }
    }
    assert_eq!(draw(&problems, &tables), "");
    assert!(!tables.entities.is_empty());
}

/// What the loader reads is what serde reads, wherever serde, which forgives nothing, reads at all.
#[test]
fn reads_as_serde_does() {
    let sources: Vec<String> = crate::builtin::sources()
        .iter()
        .map(|(_, text)| (*text).to_owned())
        .collect();
    for text in sources.iter().map(String::as_str).chain([EXAMPLE, layers::EVERYTHING]) {
        let mut problems = problem::Problems::default();
        let value = syntax::parse(text).unwrap();
        let read = <File as read::Read>::read(&value, &mut read::Reader::new(0, &mut problems)).unwrap();
        assert_eq!(serde_json::from_str::<File>(text).unwrap(), read);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = load_one(&text);
        let _ = is_gazetteer(&text);
        let _ = format(&text);
    }

    #[test]
    fn no_json_makes_it_panic(text in r#"([\[\]{}:,"\\/u0-9a-fé\n ]|"onomast"|"entities"|"id"|"names"|true|\\ud8|1){0,60}"#) {
        let _ = load_one(&text);
        let _ = is_gazetteer(&text);
        let _ = format(&text);
    }

    /// Whatever stands in the place of any value, the other entities stay, and nothing panics.
    #[test]
    fn a_mutation_takes_no_other_entity(at in any::<prop::sample::Index>(), put in prop::sample::select(PUT)) {
        let values: Vec<usize> = EXAMPLE.match_indices(['"', '[', '{']).map(|(at, _)| at).collect();
        let Some((start, end)) = value_at(EXAMPLE, *at.get(&values)) else { return Ok(()) };
        let mutated = format!("{}{put}{}", &EXAMPLE[..start], &EXAMPLE[end..]);
        let (tables, _) = load_one(&mutated);
        let _ = format(&mutated);
        for (id, whole) in whole_entities() {
            let inside = start >= whole.start && end <= whole.end;
            let around = start <= whole.start && end >= whole.end;
            let parses = syntax::parse(&mutated).is_ok();
            prop_assert!(!parses || inside || around || start < 60 || tables.entities.iter().any(|entity| entity.id == id));
        }
    }
}

/// Values to put where they do not belong.
const PUT: &[&str] = &[
    "null",
    "1",
    "-1e9",
    "true",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{\"id\":1}",
    "[null,1,\"a\"]",
    "\"Cталин\"",
];

/// The bytes of the value or key that begins at a byte.
fn value_at(text: &str, at: usize) -> Option<(usize, usize)> {
    let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    Some((at, at + values.byte_offset()))
}

fn whole_entities() -> Vec<(&'static str, std::ops::Range<usize>)> {
    ["person/georgy-chicherin", "place/ankara", "group/bolsheviks"]
        .into_iter()
        .filter_map(|id| {
            let start = EXAMPLE.find(&format!("{{ \"id\": \"{id}\""))?;
            let (start, end) = value_at(EXAMPLE, start)?;
            Some((id, start..end))
        })
        .collect()
}
