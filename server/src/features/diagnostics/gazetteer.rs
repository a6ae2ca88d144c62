//! `gazetteer`: what is wrong in the files of the project's gazetteer, at the entry.
//!
//! Why: A slip in the gazetteer makes findings in every text, or takes them away.
//!
//! Russian: `"Cталин"` with a Latin C as a spelling.
//!
//! Turkish: `"status": "misspeling"` at a Turkish spelling.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use onomast_gazetteer::load::{Code as ProblemCode, Problem};

use super::FileFindings;
use crate::features::finding::{Code, Finding, Related, Severity};
use crate::features::gazetteer_file::conflict::{self, Conflict};
use crate::message::{Argument, Messages};
use crate::project::Project;

/// `schema_too` is false where the editor itself checks syntax and schema.
pub(super) fn files(project: &Project, schema_too: bool) -> Vec<FileFindings> {
    let mut by_source: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
    for problem in project.problems.iter() {
        let Some(severity) = project.severity(Code::Gazetteer, severity(problem.code)) else {
            continue;
        };
        let found = match problem.code {
            ProblemCode::Syntax => syntax(project, problem, severity, schema_too),
            code if !schema_too && is_of_schema(code) => Vec::new(),
            _ => vec![finding(problem, severity, project.messages())],
        };
        by_source.entry(&problem.source).or_default().extend(found);
    }
    let file = |(source, findings): (&str, Vec<Finding>)| FileFindings {
        path: PathBuf::from(source),
        text: project.source_text(source),
        findings,
    };
    by_source.into_iter().map(file).collect()
}

/// Why a file does not parse, and what holds until it does: its conflicts, if a merge has left any.
fn syntax(project: &Project, problem: &Problem, severity: Severity, schema_too: bool) -> Vec<Finding> {
    let messages = project.messages();
    let text = project.source_text(&problem.source);
    let in_force = project.gazetteer.sources().iter();
    let in_force = in_force.filter(|source| source.name == problem.source);
    let is_kept = in_force
        .into_iter()
        .any(|source| !source.text.is_empty() && *source.text != *text);
    let kept = |message: String| match is_kept {
        true => messages.text("problem-kept", &[("problem", message.into())]),
        false => message,
    };
    let own = finding(problem, severity, messages);
    let at = |conflict: Conflict| Finding {
        range: first_line(&text, &conflict.range),
        message: kept(messages.text("problem-conflict", &[])),
        ..own.clone()
    };
    let conflicts: Vec<Finding> = conflict::conflicts(&text).into_iter().map(at).collect();
    match conflicts.is_empty() {
        true if schema_too => vec![Finding {
            message: kept(own.message.clone()),
            ..own
        }],
        _ => conflicts,
    }
}

fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = text.get(range.clone()).and_then(|text| text.lines().next());
    range.start..range.start + line.map_or(0, str::len)
}

/// What a JSON Schema says too.
fn is_of_schema(code: ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::WrongType
            | ProblemCode::UnknownKey
            | ProblemCode::MissingKey
            | ProblemCode::RepeatedKey
            | ProblemCode::UnknownValue
            | ProblemCode::MalformedId
            | ProblemCode::MalformedKey
    )
}

/// The words of a problem, without its place.
pub fn problem_message(problem: &Problem, messages: &Messages) -> String {
    let arguments: Vec<(&str, Argument<'_>)> = problem
        .arguments
        .iter()
        .map(|(name, value)| match *name {
            "expected" | "found" => (*name, types(value, messages).into()),
            "reason" if problem.code != ProblemCode::Syntax => (*name, messages.reason(value).into()),
            // A number, so that it takes its plural.
            "count" => (*name, Argument::try_number(value)),
            _ => (*name, value.as_str().into()),
        })
        .collect();
    // What a problem may say besides has a message of its own.
    let more = ["nearest", "key"]
        .into_iter()
        .find(|more| arguments.iter().any(|(name, _)| name == more));
    let key = format!("problem-{}", problem.code.as_str());
    let with_more = more.map(|more| format!("{key}-{more}")).filter(|key| messages.has(key));
    messages.text(&with_more.unwrap_or(key), &arguments)
}

/// JSON types, joined with `-or-`, in words.
fn types(types: &str, messages: &Messages) -> String {
    let words: Vec<String> = types
        .split("-or-")
        .map(|word| messages.text(&format!("type-{word}"), &[]))
        .collect();
    words.join(" / ")
}

/// An error takes something away from the gazetteer, or might have been meant otherwise; a warning takes nothing.
fn severity(code: ProblemCode) -> Severity {
    match code {
        ProblemCode::UnknownKey
        | ProblemCode::UnknownLanguage
        | ProblemCode::MixedScript
        | ProblemCode::SameSpelling
        | ProblemCode::NoSpelling
        | ProblemCode::NothingToRemove
        | ProblemCode::More => Severity::Warning,
        _ => Severity::Error,
    }
}

fn finding(problem: &Problem, severity: Severity, messages: &Messages) -> Finding {
    let related = problem.related.iter().map(|(source, range)| Related {
        path: (*source != problem.source).then(|| PathBuf::from(source)),
        range: range.clone(),
        message: messages.text("related-other-entry", &[]),
    });
    let key = (!problem.pointer.is_empty()).then(|| problem.pointer.clone());
    Finding {
        code: Code::Gazetteer,
        severity,
        range: problem.range.clone(),
        message: problem_message(problem, messages),
        entity: None,
        key,
        spelling: None,
        related: related.collect(),
        written: None,
        proposals: Vec::new(),
    }
}
