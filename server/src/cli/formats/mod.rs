//! How findings are written: one file a format, one row that registers it.
//!
//! Files are worked on side by side; what a format writes of one depends on nothing else, so that the output is the same to
//! the byte on any number of threads.

use crate::features::finding::Finding;
use crate::features::fixes::Fix;

use super::Surroundings;
use super::places::Places;
use super::positions::Positions;

mod github;
mod jsonl;
mod junit;
mod sarif;
mod text;

/// A format.
#[derive(Debug)]
pub(super) struct Format {
    /// As it is asked for.
    pub name: &'static str,
    /// One line of help.
    pub help: &'static str,
    /// Whether people read it: a summary follows, and files without findings are passed over.
    pub for_people: bool,
    /// Before everything.
    pub head: fn(Surroundings) -> String,
    /// One file with its findings.
    pub sheet: fn(&Sheet<'_>) -> String,
    /// Between two files that gave something.
    pub between: &'static str,
    /// Behind everything.
    pub tail: fn() -> String,
}

/// Every format, the default first.
pub(super) const FORMATS: &[Format] = &[
    text::FORMAT,
    jsonl::FORMAT,
    sarif::FORMAT,
    github::FORMAT,
    junit::FORMAT,
];

/// A file with the findings that are to be shown.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    /// As people see it, with `/`.
    pub path: &'a str,
    pub text: &'a str,
    pub findings: &'a [Shown<'a>],
    pub positions: &'a Positions<'a>,
    pub places: &'a Places<'a>,
    pub colour: bool,
    pub around: Surroundings,
}

/// A finding and what could be done about it.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub finding: &'a Finding,
    pub fixes: Vec<Fix>,
}

impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.name == other.name
    }
}

/// For the command line: the names and what they mean.
pub(super) fn parser() -> impl clap::builder::TypedValueParser<Value = &'static Format> {
    use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
    let values = FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.help));
    PossibleValuesParser::new(values).map(|name| {
        let format = FORMATS.iter().find(|format| format.name == name);
        format.unwrap_or(&FORMATS[0])
    })
}

fn nothing(_: Surroundings) -> String {
    String::new()
}

fn nothing_more() -> String {
    String::new()
}
