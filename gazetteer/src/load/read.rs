//! Reading JSON values that may be anything: what fits is taken, what does not is told, nothing stops.
//!
//! This is the general half: strings, lists, objects with known keys, closed lists. What the entries of a gazetteer are
//! is said in [`super::entries`].

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::date::{Date, Period};
use crate::entity::Origin;

use super::file::{At, When};
use super::problem::{Code, Problems};
use super::{nearest, syntax};

/// Reads one source.
#[derive(Debug)]
pub(super) struct Reader<'p> {
    source: u32,
    problems: &'p mut Problems,
}

impl<'p> Reader<'p> {
    pub(super) fn new(source: u32, problems: &'p mut Problems) -> Reader<'p> {
        Reader { source, problems }
    }

    /// A place in the source.
    pub(super) fn origin(&self, range: &Range<usize>) -> Origin {
        Origin {
            source: self.source,
            range: range.clone(),
        }
    }

    /// Notes a problem.
    pub(super) fn problem(&mut self, code: Code, range: &Range<usize>, arguments: Vec<(&'static str, String)>) {
        self.problems.add(code, self.origin(range), arguments);
    }

    /// Notes a problem that concerns another place too.
    pub(super) fn problem_beside(
        &mut self,
        code: Code,
        range: &Range<usize>,
        arguments: Vec<(&'static str, String)>,
        other: &Range<usize>,
    ) {
        let other = self.origin(other);
        self.problems
            .add_related(code, self.origin(range), arguments, Some(other));
    }

    /// Notes that a value has the wrong type.
    pub(super) fn wrong_type(&mut self, value: &Value<'_>, expected: &'static str) {
        let arguments = vec![("expected", expected.to_owned()), ("found", type_of(value).to_owned())];
        self.problem(Code::WrongType, &syntax::range(value), arguments);
    }

    /// Notes that a value is not one of a closed list.
    pub(super) fn unknown_value<'a>(
        &mut self,
        range: &Range<usize>,
        value: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        let known: Vec<&str> = known.collect();
        let mut arguments = vec![("value", value.to_owned()), ("known", known.join(", "))];
        arguments.extend(nearest::nearest(value, &known).map(|nearest| ("nearest", nearest.to_owned())));
        self.problem(Code::UnknownValue, range, arguments);
    }
}

/// What can be read from a value.
pub(super) trait Read: Sized {
    /// Reads a value. `None` if nothing can be made of it, which is then told.
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// The keys of an object, while they are asked for. What was not asked for by the end is unknown.
pub(super) struct Fields<'v, 't, 'r, 'p> {
    object: &'v Object<'t>,
    asked: Vec<&'static str>,
    pub(super) reader: &'r mut Reader<'p>,
}

impl<'v, 't, 'r, 'p> Fields<'v, 't, 'r, 'p> {
    /// The keys of a value that must be an object.
    pub(super) fn of(value: &'v Value<'t>, reader: &'r mut Reader<'p>) -> Option<Fields<'v, 't, 'r, 'p>> {
        match value {
            Value::Object(object) => Some(Fields {
                object,
                asked: Vec::new(),
                reader,
            }),
            _ => {
                reader.wrong_type(value, "object");
                None
            }
        }
    }

    /// The value of a key, unread.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'v Value<'t>> {
        self.asked.push(key);
        self.object.get(key).map(|property| &property.value)
    }

    /// The value of a key.
    pub(super) fn take<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let value = self.value(key)?;
        T::read(value, self.reader)
    }

    /// The value of a key that must be there.
    pub(super) fn require<T: Read>(&mut self, key: &'static str) -> Option<T> {
        if self.object.get(key).is_none() {
            let range = self.object.range.start..self.object.range.end;
            self.reader
                .problem(Code::MissingKey, &range, vec![("key", key.to_owned())]);
        }
        self.take(key)
    }

    /// The two dates of a period; none where it ends before it begins.
    pub(super) fn take_period(&mut self) -> (Option<When>, Option<When>) {
        let (from, to) = (self.take::<At<When>>("from"), self.take::<At<When>>("to"));
        if let (Some(first), Some(last)) = (&from, &to)
            && is_reversed(Period {
                from: Some(first.value.0),
                to: Some(last.value.0),
            })
        {
            let arguments = vec![("from", first.value.0.to_string()), ("to", last.value.0.to_string())];
            self.reader
                .problem_beside(Code::ReversedPeriod, &last.range, arguments, &first.range);
            return (None, None);
        }
        (from.map(|at| at.value), to.map(|at| at.value))
    }

    /// Tells which keys are unknown or repeated.
    pub(super) fn finish(self) {
        let mut seen = HashSet::new();
        for property in &self.object.properties {
            let key = property.name.as_str();
            if !self.asked.contains(&key) {
                let mut arguments = vec![("key", key.to_owned())];
                arguments.extend(nearest::nearest(key, &self.asked).map(|nearest| ("nearest", nearest.to_owned())));
                self.reader
                    .problem(Code::UnknownKey, &syntax::key_range(property), arguments);
            } else if !seen.insert(key) {
                repeated(property, self.reader);
            }
        }
    }
}

/// The values of an object whose keys are open, each once. `key` checks a key and may rewrite it; a key it refuses is
/// left out.
pub(super) fn read_map<T: Read>(
    value: &Value<'_>,
    reader: &mut Reader<'_>,
    mut key: impl FnMut(&str, &Range<usize>, &mut Reader<'_>) -> Option<String>,
) -> Option<BTreeMap<String, T>> {
    let Value::Object(object) = value else {
        reader.wrong_type(value, "object");
        return None;
    };
    let mut map = BTreeMap::new();
    for property in &object.properties {
        let Some(name) = key(property.name.as_str(), &syntax::key_range(property), reader) else {
            continue;
        };
        match map.entry(name) {
            Entry::Occupied(_) => repeated(property, reader),
            Entry::Vacant(vacant) => {
                T::read(&property.value, reader).map(|value| vacant.insert(value));
            }
        }
    }
    Some(map)
}

/// Reads one of a closed list.
pub(super) fn read_known<T: Copy>(
    value: &Value<'_>,
    reader: &mut Reader<'_>,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Option<T> {
    let text: At<String> = Read::read(value, reader)?;
    let found = all.iter().copied().find(|known| word(*known) == text.value);
    if found.is_none() {
        reader.unknown_value(&text.range, &text.value, all.iter().map(|known| word(*known)));
    }
    found
}

impl Read for String {
    /// Text is normalized: NFC, one blank for any white space, none at the ends.
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<String> {
        match value {
            Value::StringLit(string) => Some(normalize(&string.value)),
            _ => {
                reader.wrong_type(value, "string");
                None
            }
        }
    }
}

impl<T: Read> Read for At<T> {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<At<T>> {
        T::read(value, reader).map(|read| At {
            value: read,
            range: syntax::range(value),
        })
    }
}

impl<T: Read> Read for Vec<T> {
    /// What cannot be read is left out.
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Vec<T>> {
        match value {
            Value::Array(array) => Some(
                array
                    .elements
                    .iter()
                    .filter_map(|element| T::read(element, reader))
                    .collect(),
            ),
            _ => {
                reader.wrong_type(value, "list");
                None
            }
        }
    }
}

impl Read for When {
    fn read(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<When> {
        let text: At<String> = Read::read(value, reader)?;
        let date = Date::parse(&text.value);
        if date.is_none() {
            reader.problem(Code::ImpossibleDate, &text.range, vec![("date", text.value)]);
        }
        date.map(When)
    }
}

/// Whether a period ends before it begins.
fn is_reversed(period: Period) -> bool {
    matches!((period.from, period.to), (Some(from), Some(to)) if to.latest() < from.earliest())
}

fn repeated(property: &ObjectProp<'_>, reader: &mut Reader<'_>) {
    let arguments = vec![("key", property.name.as_str().to_owned())];
    reader.problem(Code::RepeatedKey, &syntax::key_range(property), arguments);
}

fn type_of(value: &Value<'_>) -> &'static str {
    match value {
        Value::StringLit(_) => "string",
        Value::NumberLit(_) => "number",
        Value::BooleanLit(_) => "boolean",
        Value::Object(_) => "object",
        Value::Array(_) => "list",
        Value::NullKeyword(_) => "null",
    }
}

fn normalize(text: &str) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_nfc(&plain) { plain } else { plain.nfc().collect() }
}
