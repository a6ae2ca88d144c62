//! What people decided, among the findings: what they do not want to see, and decisions that have lost their place.
//! Both are reported under `settings`.

use std::collections::BTreeSet;
use std::ops::Range;

use onomast_gazetteer::anchor::Place;

use super::{FileFindings, View};
use crate::features::finding::{Code, Finding, Related, Severity};
use crate::features::on_one_line;
use crate::message::Messages;
use crate::project::decisions::{Decision, DecisionProblemKind, KINDS, Verdict};
use crate::project::{Fault, Placed, Project};

/// The decisions of a document that findings are not wanted, by place: so each finding is asked of those at its place only.
pub(super) struct Unwanted<'a> {
    view: &'a View<'a>,
    /// By start.
    decisions: Vec<(Range<usize>, Option<Code>, &'a Placed)>,
    /// The longest place: how far before a finding one that it shares a byte with can begin.
    longest: usize,
}

impl<'a> Unwanted<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Unwanted<'a> {
        let unwanted = |placed: &'a Placed| match (&placed.decision.verdict, &placed.place) {
            (Verdict::Ignore(code), Place::At(range)) => Some((range.clone(), *code, placed)),
            _ => None,
        };
        let mut decisions: Vec<_> = view.decisions.iter().filter_map(unwanted).collect();
        decisions.sort_by_key(|(range, ..)| range.start);
        let longest = decisions.iter().map(|(range, ..)| range.len()).max().unwrap_or(0);
        Unwanted {
            view,
            decisions,
            longest,
        }
    }

    /// Whether a finding is not wanted.
    pub(super) fn takes(&self, finding: &Finding) -> bool {
        self.taking(finding).next().is_some()
    }

    /// The decisions that take away none of all the findings of the document, each with its place, in the order of their
    /// file.
    pub(super) fn unused<'f>(&self, all: impl Iterator<Item = &'f Finding>) -> Vec<(Range<usize>, &'a Placed)> {
        let project = self.view.project;
        let heard = |code: Option<Code>| code.is_none_or(|code| project.severity(code, Severity::Hint).is_some());
        let used: BTreeSet<usize> = all.flat_map(|finding| self.taking(finding)).collect();
        let unused = self.decisions.iter().enumerate();
        let unused = unused.filter(|(number, (_, code, _))| heard(*code) && !used.contains(number));
        let mut unused: Vec<_> = unused.map(|(_, (range, _, placed))| (range.clone(), *placed)).collect();
        unused.sort_by_key(|(_, placed)| placed.decision.line.start);
        unused
    }

    /// The numbers of the decisions that take a finding away.
    fn taking(&self, finding: &Finding) -> impl Iterator<Item = usize> + '_ {
        let (found, wanted) = (finding.range.clone(), finding.code);
        let from = found.start.saturating_sub(self.longest);
        let first = self.decisions.partition_point(|(range, ..)| range.start < from);
        let near = self.decisions[first..]
            .iter()
            .take_while(move |(range, ..)| range.start < found.end);
        let start = finding.range.start;
        let takes = move |(_, (range, code, _)): &(usize, &(Range<usize>, Option<Code>, &Placed))| {
            start < range.end && code.is_none_or(|code| code == wanted)
        };
        (first..).zip(near).filter(takes).map(|(number, _)| number)
    }
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
        Place::Several(_) if placed.places().is_empty() => Some("decision-several"),
        Place::At(_) | Place::Several(_) => {
            let said = placed.said(view.analysis.gazetteer());
            let without_effect = match placed.decision.verdict {
                Verdict::Zone(_) => "decision-zone-without-effect",
                _ => "decision-without-effect",
            };
            let is_idle = !said.is_empty() && !said.iter().any(|said| view.analysis.takes_effect(said));
            is_idle.then_some(without_effect)
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
    let homeless = file
        .decisions
        .iter()
        .filter(|decision| file.missing.contains(&decision.document));
    let homeless = homeless.map(|decision| {
        let path = decision.document.as_str().into();
        finding(
            &decision.line,
            messages.text("decision-without-document", &[("path", path)]),
        )
    });
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
        findings: problems.chain(homeless).chain(strangers).collect(),
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
        DecisionProblemKind::Unreadable(fault) => {
            messages.text("decision-unreadable", &[("reason", reason(fault, messages).into())])
        }
        DecisionProblemKind::UnknownKind(kind) => messages.text(
            "decision-unknown-kind",
            &[("kind", kind.as_str().into()), ("known", KINDS.join(", ").into())],
        ),
        DecisionProblemKind::NoEntity => messages.text("decision-no-entity", &[]),
        DecisionProblemKind::UnknownCode(code) => {
            messages.text("decision-unknown-code", &[("code", code.as_str().into())])
        }
        DecisionProblemKind::NoZone => messages.text("decision-no-zone", &[]),
        DecisionProblemKind::UnknownZone(zone) => {
            messages.text("decision-unknown-zone", &[("zone", zone.as_str().into())])
        }
        DecisionProblemKind::NoWords => messages.text("decision-no-words", &[]),
    }
}

/// Why a line of JSON is not what it should be.
pub(super) fn reason(fault: &Fault, messages: &Messages) -> String {
    match fault {
        Fault::NoObject => messages.text("line-no-object", &[]),
        Fault::Missing(key) => messages.text("line-missing", &[("key", (*key).into())]),
        Fault::NoText(key) => messages.text("line-no-text", &[("key", (*key).into())]),
        Fault::Unknown(key) => messages.text("line-unknown", &[("key", key.as_str().into())]),
    }
}
