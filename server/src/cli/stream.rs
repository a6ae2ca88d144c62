//! `onomast annotate --stream`: texts in, mentions out, a line each, in order, at once.
//!
//! A program keeps it running and asks. So a line that cannot be answered gets an error with its id, where that can be
//! read, and the next line is read; nothing but the end of the input ends it.

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Gazetteer, Language};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::output::{self, Failure};
use super::positions::Positions;
use super::{files, record};
use crate::project::{Layers, Project, Unsaved, root};

/// The longest line that is answered, in bytes: more than any book.
const LONGEST: u64 = 64 * 1024 * 1024;

/// A line of the input. Values are kept as they are written until each is known to be right.
#[derive(Debug, Deserialize)]
struct Question<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    lang: Option<&'a RawValue>,
}

#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    mentions: Vec<record::Mention<'a>>,
}

#[derive(Debug, Serialize)]
struct Refusal<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    error: String,
}

pub(super) fn run(layers: Arc<Layers>) -> Result<ExitCode, Failure> {
    let project = Project::open(root::find(&files::here(), None), layers, &Unsaved::new());
    let mut input = io::stdin().lock();
    let mut out = output::open();
    let mut line = Vec::new();
    while let Some(whole) = next_line(&mut input, &mut line, LONGEST)? {
        let answer = match (whole, std::str::from_utf8(&line)) {
            (false, _) => refusal(None, format!("the line is longer than {LONGEST} bytes")),
            (true, Err(error)) => refusal(None, format!("not UTF-8: {error}")),
            (true, Ok(line)) => answer(line, &project),
        };
        out.write_all(answer.as_bytes())?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Room that is kept between lines.
const ROOM: usize = 64 * 1024;

/// Reads a line into `line`: `None` at the end of the input, `false` for one longer than `longest`, which is passed over.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, longest: u64) -> io::Result<Option<bool>> {
    line.clear();
    // One long line is no reason to hold its memory for ever.
    line.shrink_to(ROOM);
    let read = input.by_ref().take(longest).read_until(b'\n', line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') || (read as u64) < longest {
        return Ok(Some(true));
    }
    *line = Vec::new();
    input.skip_until(b'\n')?;
    Ok(Some(false))
}

fn answer(line: &str, project: &Project) -> String {
    if !line.trim_start().starts_with('{') {
        return refusal(None, "not a question: expected an object".to_owned());
    }
    let question: Question<'_> = match serde_json::from_str(line) {
        Ok(question) => question,
        Err(error) => return refusal(None, format!("not a question: {error}")),
    };
    let id = question.id.filter(|id| is_id(id));
    let (text, language) = match understood(&question) {
        Ok(understood) => understood,
        Err(reason) => return refusal(id, reason.to_owned()),
    };
    let Some(id) = id else {
        return refusal(None, "\"id\" is missing, or neither a string nor a number".to_owned());
    };
    let facts = Facts {
        language: language.or_else(|| project.layers().language.clone()),
        ..Facts::default()
    };
    mentions(id, &text, &facts, &project.gazetteer)
}

fn mentions(id: &RawValue, text: &str, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> String {
    let analysis = Analysis::fresh(&text.to_owned(), facts, gazetteer);
    let found: Vec<_> = analysis.mentions().collect();
    let positions = Positions::new(text);
    let records = found
        .iter()
        .map(|mention| record::Mention::new(mention, text, &positions, gazetteer, None));
    serde_json::to_string(&Answer {
        id,
        mentions: records.collect(),
    })
    .unwrap_or_default()
}

/// The text and the language of a question, or what is wrong with them.
fn understood(question: &Question<'_>) -> Result<(String, Option<Language>), &'static str> {
    let string = |value: &RawValue| serde_json::from_str::<String>(value.get()).ok();
    let text = question.text.ok_or("\"text\" is missing")?;
    let text = string(text).ok_or("\"text\" is no string")?;
    let language = match question.lang.filter(|value| value.get() != "null") {
        Some(value) => Some(
            string(value)
                .and_then(|tag| Language::parse(&tag))
                .ok_or("\"lang\" is no language tag")?,
        ),
        None => None,
    };
    Ok((text, language))
}

/// Strings and numbers serve as ids and come back as they were written.
fn is_id(value: &RawValue) -> bool {
    value
        .get()
        .starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit())
}

fn refusal(id: Option<&RawValue>, error: String) -> String {
    serde_json::to_string(&Refusal { id, error }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_not_kept() {
        let mut input = &b"1234\n12345\n\n123456789 and more\n12\n12345"[..];
        let mut line = Vec::new();
        let mut lines = Vec::new();
        while let Some(whole) = next_line(&mut input, &mut line, 5).unwrap() {
            assert!(line.len() <= 5);
            lines.push((whole, String::from_utf8(line.clone()).unwrap()));
        }
        let lines: Vec<(bool, &str)> = lines.iter().map(|(whole, line)| (*whole, line.as_str())).collect();
        let too_long = (false, "");
        assert_eq!(
            lines,
            [
                (true, "1234\n"),
                too_long,
                (true, "\n"),
                too_long,
                (true, "12\n"),
                too_long
            ]
        );
    }

    #[test]
    fn a_long_line_leaves_no_long_buffer() {
        let text = format!("{}\nx\n", "y".repeat(4 * ROOM));
        let (mut input, mut line) = (text.as_bytes(), Vec::new());
        next_line(&mut input, &mut line, LONGEST).unwrap();
        assert!(line.capacity() > ROOM);
        next_line(&mut input, &mut line, LONGEST).unwrap();
        assert!(line.capacity() <= ROOM, "{}", line.capacity());
    }
}
