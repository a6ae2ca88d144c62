//! Lines of JSON, read member by member, so that what is wrong with one can be said in the reader’s language: a parser’s own
//! words are English.

use serde_json::{Map, Value};

/// The members of an object.
#[derive(Debug)]
pub(super) struct Members(Map<String, Value>);

/// Why a line is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no object of JSON.
    NoObject,
    /// A member is not there.
    Missing(&'static str),
    /// A member is no text.
    NoText(&'static str),
    /// There is no such member.
    Unknown(String),
}

impl Members {
    /// Those of a line.
    pub(super) fn of(line: &str) -> Result<Members, Fault> {
        serde_json::from_str(line).map(Members).map_err(|_| Fault::NoObject)
    }

    /// A text that may be left out.
    pub(super) fn text(&self, key: &'static str) -> Result<Option<String>, Fault> {
        match self.0.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Fault::NoText(key)),
        }
    }

    /// A text that must be there.
    pub(super) fn needed(&self, key: &'static str) -> Result<String, Fault> {
        self.text(key)?.ok_or(Fault::Missing(key))
    }

    /// That there are no other members than these.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Fault> {
        let unknown = self.0.keys().find(|key| !known.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(Fault::Unknown(key.clone())))
    }
}
