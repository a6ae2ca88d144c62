//! What people decided, among the findings: what they do not want to see, and decisions that have lost their place.
//! Both are reported under `settings`.

use std::ops::Range;

use onomast_gazetteer::anchor::Place;

use super::{FileFindings, View};
use crate::features::finding::{Code, Finding, Related, Severity};
use crate::features::on_one_line;
use crate::message::Messages;
use crate::project::decisions::{Decision, DecisionProblemKind, Verdict};
use crate::project::{Placed, Project};

/// Whether a decision says that a finding is not wanted.
pub(super) fn ignore(view: &View<'_>, finding: &Finding) -> bool {
    view.decisions.iter().any(|placed| ignores(placed, finding))
}

fn ignores(placed: &Placed, finding: &Finding) -> bool {
    let Verdict::Ignore(code) = placed.decision.verdict else {
        return false;
    };
    let here = matches!(&placed.place, Place::At(range) if touches(range, &finding.range));
    here && code.is_none_or(|code| code == finding.code)
}

/// The decisions that ignore a finding where there is none, each with its place. `all` are the findings of the document.
pub(super) fn unused<'a>(view: &'a View<'_>, all: &[Finding]) -> impl Iterator<Item = (Range<usize>, &'a Placed)> {
    let heard = |code: Option<Code>| code.is_none_or(|code| view.project.severity(code, Severity::Hint).is_some());
    view.decisions.iter().filter_map(move |placed| {
        let Verdict::Ignore(code) = placed.decision.verdict else {
            return None;
        };
        let Place::At(range) = &placed.place else { return None };
        let used = !heard(code) || all.iter().any(|finding| ignores(placed, finding));
        (!used).then(|| (range.clone(), placed))
    })
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The decisions about a document that do nothing: their place is gone, or nothing stands there that they can be said
/// of. They are reported at the head of the document, and lead to their line.
pub(super) fn without_effect(view: &View<'_>) -> Vec<Finding> {
    let Some(severity) = view.project.severity(Code::Settings, Severity::Warning) else {
        return Vec::new();
    };
    let Some(file) = &view.project.decisions else {
        return Vec::new();
    };
    let messages = view.project.messages();
    let finding = |placed: &Placed| {
        let quote = on_one_line(&placed.decision.anchor.quote);
        let related = Related {
            path: Some(file.path.clone()),
            range: placed.decision.line.clone(),
            message: messages.text("related-decision", &[]),
        };
        let message = messages.text(complaint(view, placed)?, &[("quote", quote.into())]);
        Some(Finding {
            related: vec![related],
            ..Finding::about_settings(severity, 0..0, message)
        })
    };
    view.decisions.iter().filter_map(finding).collect()
}

fn complaint(view: &View<'_>, placed: &Placed) -> Option<&'static str> {
    match placed.place {
        Place::Gone => Some("decision-gone"),
        Place::Several(_) => Some("decision-several"),
        Place::At(_) => {
            let said = placed.said(view.analysis.gazetteer())?;
            (!view.analysis.takes_effect(&said)).then_some("decision-without-effect")
        }
    }
}

/// What is wrong in the file itself.
pub(super) fn file(project: &Project) -> Option<FileFindings> {
    let file = project.decisions.as_ref()?;
    let severity = project.severity(Code::Settings, Severity::Warning)?;
    let finding = |range: &Range<usize>, message: String| Finding::about_settings(severity, range.clone(), message);
    let messages = project.messages();
    let problems = file
        .problems
        .iter()
        .map(|problem| finding(&problem.range, message(&problem.kind, messages)));
    let strangers = file.decisions.iter().filter_map(|decision| {
        let id = unknown_entity(decision, project)?;
        Some(finding(
            &decision.line,
            messages.text("decision-unknown-entity", &[("id", id.into())]),
        ))
    });
    Some(FileFindings {
        path: file.path.clone(),
        text: file.text.clone(),
        findings: problems.chain(strangers).collect(),
    })
}

fn unknown_entity<'a>(decision: &'a Decision, project: &Project) -> Option<&'a str> {
    match &decision.verdict {
        Verdict::Is(id) | Verdict::IsInFile(id) if project.gazetteer.find(id).is_none() => Some(id),
        _ => None,
    }
}

fn message(kind: &DecisionProblemKind, messages: &Messages) -> String {
    match kind {
        DecisionProblemKind::Unreadable(reason) => {
            messages.text("decision-unreadable", &[("reason", reason.as_str().into())])
        }
        DecisionProblemKind::NoEntity => messages.text("decision-no-entity", &[]),
        DecisionProblemKind::UnknownCode(code) => {
            messages.text("decision-unknown-code", &[("code", code.as_str().into())])
        }
        DecisionProblemKind::NoWords => messages.text("decision-no-words", &[]),
    }
}
