//! Lists whose elements are known by something: entities by id, names by key, spellings and addresses by their text.

use std::collections::{HashMap, HashSet};

use jsonc_parser::ast::{Array, Value};
use unicode_normalization::UnicodeNormalization;

use super::order::{self, Orders};
use super::{Both, Clash, ClashKind, Sides, Uniting};
use crate::entity::Part;
use crate::load::canonical::{self, Shape};

/// What an element is known by, and how many before it are known by the same.
pub(super) type Key = (String, usize);

/// The elements of a list.
struct Keyed<'v, 'a> {
    keys: Vec<Key>,
    values: HashMap<Key, &'v Value<'a>>,
    /// The first spelling of which nothing is said: the preferred one.
    plain: Option<Key>,
}

impl Uniting {
    pub(super) fn elements<'a>(
        &mut self,
        base: Option<&Array<'a>>,
        mine: &Array<'a>,
        theirs: &Array<'a>,
        shape: Shape,
    ) -> Both<'a> {
        let [before, own, others] = [base, Some(mine), Some(theirs)].map(|list| Keyed::new(list, shape));
        let orders = match shape {
            // They are sorted when they are written.
            Shape::Entities => Orders::same(order::with_additions(&own.keys, &others.keys)),
            Shape::Lines if prefer_differently(&before, &own, &others) => Orders::apart(&own.keys, &others.keys),
            _ => order::orders(&before.keys, &own.keys, &others.keys),
        };
        let mut values: HashMap<&Key, Both<'a>> = HashMap::new();
        for key in &orders.mine {
            let sides = Sides {
                base: before.values.get(key).copied(),
                mine: own.values.get(key).copied(),
                theirs: others.values.get(key).copied(),
            };
            self.place.push(key.0.clone());
            values.insert(key, self.node(sides, shape.of_element()));
            self.place.pop();
        }
        if orders.clash {
            self.clashes.push(Clash {
                place: self.place.clone(),
                kind: ClashKind::Order,
            });
        }
        let list = |order: &[Key], side: for<'b> fn(&'b Both<'a>) -> &'b Option<Value<'a>>| {
            let elements = order.iter().filter_map(|key| side(values.get(key)?).clone());
            Some(Value::Array(Array {
                range: mine.range,
                elements: elements.collect(),
            }))
        };
        Both {
            mine: list(&orders.mine, |both| &both.mine),
            theirs: list(&orders.theirs, |both| &both.theirs),
        }
    }
}

impl<'v, 'a> Keyed<'v, 'a> {
    fn new(list: Option<&'v Array<'a>>, shape: Shape) -> Keyed<'v, 'a> {
        let mut keyed = Keyed {
            keys: Vec::new(),
            values: HashMap::new(),
            plain: None,
        };
        let mut known: HashMap<String, usize> = HashMap::new();
        for element in list.map_or(&[][..], |list| &list.elements) {
            let word = known_by(element, shape);
            let number = known.entry(word.clone()).or_default();
            let key = (word, *number);
            *number += 1;
            if matches!(element, Value::StringLit(_)) {
                keyed.plain.get_or_insert_with(|| key.clone());
            }
            keyed.keys.push(key.clone());
            keyed.values.insert(key, element);
        }
        keyed
    }
}

/// Whether both sides made another spelling the preferred one, each its own.
fn prefer_differently(before: &Keyed<'_, '_>, own: &Keyed<'_, '_>, others: &Keyed<'_, '_>) -> bool {
    let sides: HashSet<&Option<Key>> = HashSet::from([&before.plain, &own.plain, &others.plain]);
    sides.len() == 3
}

fn known_by(element: &Value<'_>, shape: Shape) -> String {
    let string = |key: &str| {
        let found = element.as_object()?.get_string(key)?;
        Some(found.value.to_string())
    };
    let word = match (shape, element) {
        (_, Value::StringLit(text)) => Some(text.value.nfc().collect()),
        (Shape::Entities, _) => string("id"),
        (Shape::Names, Value::Object(_)) => {
            let default = || Part::Full.as_str().to_owned();
            Some(string("key").or_else(|| string("part")).unwrap_or_else(default))
        }
        (Shape::Lines, _) => string("text").map(|text| text.nfc().collect()),
        _ => None,
    };
    word.unwrap_or_else(|| canonical::text_of(element, shape.of_element()))
}
