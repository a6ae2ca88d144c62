//! The entries of a gazetteer file as its outline: one symbol an entity, its names below it.

use std::ops::Range;

use onomast_gazetteer::entity::EntityType;
use onomast_gazetteer::load::outline::{OutlinedEntity, OutlinedName};

use crate::message::Locale;

/// An entry in the outline. All ranges are bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntrySymbol {
    /// What the entity is called in the reader’s language, else in the first that has it; else the id.
    pub name: String,
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// The whole entry.
    pub range: Range<usize>,
    /// Its id.
    pub id_range: Range<usize>,
    /// Its names that have a spelling.
    pub names: Vec<NameSymbol>,
}

/// A name below an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSymbol {
    /// `Чичерин · Çiçerin`: the first spelling in each language.
    pub name: String,
    /// Its key.
    pub key: String,
    /// The whole name.
    pub range: Range<usize>,
    /// Its first spelling.
    pub spelling: Range<usize>,
}

/// The entries of a gazetteer file, in its order. A symbol may not be called by blanks: what has no word is left out.
pub fn symbols(entries: &[OutlinedEntity], locale: Locale) -> Vec<EntrySymbol> {
    let mut entries = entries.to_vec();
    entries.retain(|entry| !entry.id.trim().is_empty());
    for name in entries.iter_mut().flat_map(|entry| &mut entry.names) {
        name.spellings.retain(|spelling| !spelling.text.trim().is_empty());
    }
    entries.into_iter().map(|entry| symbol(entry, locale)).collect()
}

fn symbol(entry: OutlinedEntity, locale: Locale) -> EntrySymbol {
    EntrySymbol {
        name: title(&entry, locale).unwrap_or_else(|| entry.id.clone()),
        kind: entry.kind,
        names: entry.names.iter().filter_map(name).collect(),
        range: entry.range,
        id_range: entry.id_range,
        id: entry.id,
    }
}

/// Of the full name, else of the first name.
fn title(entry: &OutlinedEntity, locale: Locale) -> Option<String> {
    let full = entry.names.iter().find(|name| name.key == "full");
    let spellings = &full.or_else(|| entry.names.first())?.spellings;
    let own = spellings.iter().find(|spelling| spelling.language == locale.tag());
    own.or_else(|| spellings.first()).map(|spelling| spelling.text.clone())
}

fn name(name: &OutlinedName) -> Option<NameSymbol> {
    let first = name.spellings.first()?;
    let mut languages: Vec<&str> = Vec::new();
    let mut texts: Vec<&str> = Vec::new();
    for spelling in &name.spellings {
        if !languages.contains(&spelling.language.as_str()) {
            languages.push(&spelling.language);
            texts.push(&spelling.text);
        }
    }
    texts.dedup();
    Some(NameSymbol {
        name: texts.join(" · "),
        key: name.key.clone(),
        range: name.range.clone(),
        spelling: first.range.clone(),
    })
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::load::outline::outline;

    use super::*;

    #[test]
    fn entries_and_their_names() {
        let text = r#"{ "onomast": 1, "entities": [
            { "id": "person/a", "names": [
                { "part": "surname", "spellings": { "ru": ["А", "Ая"], "tr": ["A"] } },
                { "spellings": { "ru": ["И. А"], "tr": ["İ. A"] } }, { "part": "given" } ] },
            { "id": "place/b", "names": [ { "spellings": { "ru": [" "] } } ] }, { "id": "" } ] }"#;
        let symbols = symbols(&outline(text), Locale::Turkish);
        let drawn: Vec<String> = symbols
            .iter()
            .map(|symbol| {
                let names: Vec<String> = symbol
                    .names
                    .iter()
                    .map(|name| format!("{}={} at {}", name.key, name.name, &text[name.spelling.clone()]))
                    .collect();
                format!("{} {}: {}", symbol.kind.as_str(), symbol.name, names.join(", "))
            })
            .collect();
        assert_eq!(
            drawn,
            [
                "person İ. A: surname=А · A at А, full=И. А · İ. A at И. А",
                "place place/b: "
            ]
        );
    }
}
