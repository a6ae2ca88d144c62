//! `gazetteer`: what is wrong in the files of the project's gazetteer, at the entry.
//!
//! Why: A slip in the gazetteer makes findings in every text, or takes them away.
//!
//! Russian: `"Cталин"` with a Latin C as a spelling.
//!
//! Turkish: `"status": "misspeling"` at a Turkish spelling.

use std::collections::BTreeMap;
use std::path::PathBuf;

use onomast_gazetteer::load::{Code as ProblemCode, Problem};

use super::FileFindings;
use crate::features::finding::{Code, Finding, Related, Severity};
use crate::message::{Argument, Messages};
use crate::project::Project;

pub(super) fn files(project: &Project) -> Vec<FileFindings> {
    let mut by_source: BTreeMap<&str, Vec<Finding>> = BTreeMap::new();
    for problem in project.problems.iter() {
        if let Some(severity) = project.severity(Code::Gazetteer, severity(problem.code)) {
            let finding = finding(problem, severity, project.messages());
            by_source.entry(&problem.source).or_default().push(finding);
        }
    }
    let file = |(source, findings): (&str, Vec<Finding>)| FileFindings {
        path: PathBuf::from(source),
        text: project.source_text(source),
        findings,
    };
    by_source.into_iter().map(file).collect()
}

/// The words of a problem, without its place.
pub fn problem_message(problem: &Problem, messages: &Messages) -> String {
    let arguments: Vec<(&str, Argument<'_>)> = problem
        .arguments
        .iter()
        .map(|(name, value)| match *name {
            "expected" | "found" => (*name, types(value, messages).into()),
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
        proposals: Vec::new(),
    }
}
