//! `gazetteer`: what is wrong in the files of the project's gazetteer, at the entry.

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
pub fn message(problem: &Problem, messages: &Messages) -> String {
    let arguments: Vec<(&str, Argument<'_>)> =
        problem.arguments.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    messages.text(&format!("problem-{}", problem.code.as_str()), &arguments)
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
        message: message(problem, messages),
        entity: None,
        key,
        spelling: None,
        related: related.collect(),
    }
}
