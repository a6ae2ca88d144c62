//! What may be written at a place of `onomast.toml`: keys, tables, values of closed lists, names of styles, ids of entities.

use super::place::{Kind as At, Place, place};
use crate::features::gazetteer_file::completion::{Completion, Item, Kind, ids};
use crate::project::Project;
use crate::project::settings::fields;
use crate::project::value::{Field, Shape};

/// What may be written at a byte of the settings of a project.
pub fn completion(text: &str, at: usize, project: &Project) -> Option<Completion> {
    let place = place(text, at)?;
    let typed = text.get(place.typed.clone())?;
    let mut offered = match place.kind {
        At::Header { list } => tables(&place, list),
        At::Key if is_preferred(&place) => ids(&project.gazetteer, typed),
        At::Key => keys(&place),
        At::Value if is_id(&place) => ids(&project.gazetteer, typed),
        At::Value if is_style(&place) => {
            let styles = project.settings.style.keys();
            styles.map(|name| (name.clone(), Kind::Value, None)).collect()
        }
        At::Value => values(&place),
    };
    offered.retain(|(label, ..)| !place.keys.contains(label));
    let item = |(label, kind, detail): (String, Kind, Option<String>)| Item {
        text: written(&place, &label, kind),
        label,
        kind,
        detail,
    };
    let items: Vec<Item> = offered.into_iter().map(item).collect();
    let is_incomplete = items.iter().any(|item| item.kind == Kind::Entity);
    Completion::of(text, at, place.typed.clone(), is_incomplete, items)
}

/// The settings that a path leads to.
pub(super) fn at_path(path: &[String]) -> Option<Shape> {
    let mut shape = Shape::Table(fields());
    for key in path {
        shape = match inner(shape) {
            Shape::Table(fields) => fields.into_iter().find(|field| field.key == key)?.shape,
            Shape::Map { values, .. } => *values,
            _ => return None,
        };
    }
    Some(shape)
}

/// What a list is of; anything else itself.
fn inner(shape: Shape) -> Shape {
    match shape {
        Shape::List(of) => *of,
        shape => shape,
    }
}

fn keys(place: &Place) -> Vec<(String, Kind, Option<String>)> {
    match at_path(&place.path).map(inner) {
        Some(Shape::Table(fields)) => fields.into_iter().map(key).collect(),
        Some(Shape::Map { keys, .. }) => keys.into_iter().map(|key| (key, Kind::Key, None)).collect(),
        _ => Vec::new(),
    }
}

/// What may stand in brackets: what has keys of its own.
fn tables(place: &Place, list: bool) -> Vec<(String, Kind, Option<String>)> {
    let Some(Shape::Table(fields)) = at_path(&place.path) else {
        return Vec::new();
    };
    let fits = |field: &Field| match &field.shape {
        Shape::List(of) => list && matches!(**of, Shape::Table(_)),
        Shape::Table(_) | Shape::Map { .. } => !list,
        _ => false,
    };
    fields.into_iter().filter(fits).map(key).collect()
}

fn values(place: &Place) -> Vec<(String, Kind, Option<String>)> {
    match at_path(&place.path).map(inner) {
        Some(Shape::Words(words)) => words.into_iter().map(|word| (word, Kind::Value, None)).collect(),
        _ => Vec::new(),
    }
}

fn key(field: Field) -> (String, Kind, Option<String>) {
    (field.key.to_owned(), Kind::Key, Some(field.meaning()))
}

fn written(place: &Place, label: &str, kind: Kind) -> String {
    let is_bare = label
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'));
    match place.kind {
        _ if place.quoted => label.to_owned(),
        At::Key | At::Header { .. } if is_bare && kind != Kind::Entity => label.to_owned(),
        _ => format!("\"{label}\""),
    }
}

/// Whether the id of an entity is the value.
fn is_id(place: &Place) -> bool {
    matches!(keys_of(place).as_slice(), ["ignore", "entity"])
}

/// Whether the key begins with the id of an entity.
fn is_preferred(place: &Place) -> bool {
    matches!(keys_of(place).as_slice(), ["style", _, "prefer"])
}

fn is_style(place: &Place) -> bool {
    matches!(keys_of(place).as_slice(), ["documents", "style"])
}

fn keys_of(place: &Place) -> Vec<&str> {
    place.path.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture;

    fn offered(fixture: &str) -> Vec<String> {
        fixture::offered("[style.izvestia]\n", fixture, completion)
    }

    #[test]
    fn keys_tables_words_ids_and_styles() {
        for (text, expected) in [
            ("[$0", &["severity", "suffix", "style"][..]),
            ("[[$0", &["documents", "ignore"]),
            ("[[ignore]]\nfiles = ['a']\n$0", &["code", "entity"]),
            ("[[ignore]]\nentity = $0", &["\"place/ankara\""]),
            ("[[ignore]]\nentity = 'pl$0", &["place/ankara"]),
            ("enable = $0", &["\"always\"", "\"project\""]),
            ("[suffix]\napostrophe = '$0'", &["always", "institutions", "never"]),
            (
                "[[documents]]\nrole = $0",
                &["\"draft\"", "\"source\"", "\"edition\"", "\"ignore\""],
            ),
            ("[[documents]]\nstyle = $0", &["\"izvestia\""]),
            ("[style.vestnik.prefer]\n$0", &["\"place/ankara\""]),
            ("[style.vestnik]\n$0", &["prefer"]),
            ("colour = $0", &[]),
            ("baseline = $0", &[]),
        ] {
            assert_eq!(offered(text), expected, "{text}");
        }
        let codes = offered("[severity]\n$0");
        assert!(codes.contains(&"near-miss".to_owned()), "{codes:?}");
        let codes = offered("[[ignore]]\ncode = '$0'");
        assert!(codes.contains(&"near-miss".to_owned()), "{codes:?}");
    }
}
