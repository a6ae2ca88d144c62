//! `unused-ignore`: a comment, a decision or an entry of `[[ignore]]` that takes no finding away.
//!
//! A comment `onomast-ignore CODE…` silences its line, or the next one where it has a line to itself;
//! `onomast-ignore-next-line`, `onomast-ignore-start` … `onomast-ignore-end` and `onomast-ignore-file` silence the next line,
//! what stands between them, and the file. Without codes all findings are silenced. A reason may follow behind `--`.
//! Comments are those of the format: `<!-- … -->`, `% …`, `@comment{…}`; plain text has none.
//!
//! Why: What was silenced once and is no longer there hides the next finding of its kind.
//!
//! Russian: «Анкара <!-- onomast-ignore misspelling -->», where nothing is wrong.
//!
//! Turkish: “Ankara <!-- onomast-ignore suffix -->”, where nothing is wrong.

use std::cell::Cell;
use std::ops::Range;

use onomast_gazetteer::Text;
use onomast_gazetteer::prose::{Remark, Scope};

use super::View;
use super::decisions::Unwanted;
use crate::features::finding::{Code, Finding, Severity};
use crate::features::on_one_line;
use crate::project::{Project, SettingsFile};

/// What is silenced in a document.
pub(super) struct Silence<'a> {
    view: &'a View<'a>,
    comments: Vec<Comment>,
    unwanted: Unwanted<'a>,
}

/// One code that a comment silences, or all of them.
struct Comment {
    /// Where the word stands that is to be reported.
    at: Range<usize>,
    /// Bytes of the text in which findings are silenced.
    covered: Range<usize>,
    what: What,
    used: Cell<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    All,
    Code(Code),
    /// A word that is no code.
    Unknown(String),
}

impl<'a> Silence<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Silence<'a> {
        let remarks = view.analysis.remarks(view.text);
        let mut comments = Vec::new();
        for (number, remark) in remarks.iter().enumerate() {
            if let Some(covered) = covered(view.text, remark, &remarks[number + 1..]) {
                comments.extend(parts(view.text, remark, &covered));
            }
        }
        let unwanted = Unwanted::new(view);
        Silence {
            view,
            comments,
            unwanted,
        }
    }

    /// Whether a finding is not wanted, for whatever reason. Every comment that says so has then been of use.
    pub(super) fn takes(&self, finding: &Finding) -> bool {
        let mut by_comment = false;
        for comment in self.comments.iter().filter(|comment| comment.fits(finding)) {
            comment.used.set(true);
            by_comment = true;
        }
        let mut settings = self.view.settings.ignored.iter();
        by_comment
            || settings.any(|ignored| ignored.fits(finding.code, finding.entity.as_deref()))
            || self.unwanted.takes(finding)
    }

    /// The comments and decisions that took nothing away. `all` are the findings that were asked about.
    pub(super) fn unused<'f>(&self, all: impl Iterator<Item = &'f Finding>) -> Vec<Finding> {
        let project = self.view.project;
        let Some(severity) = project.severity(Code::UnusedIgnore, Severity::Information) else {
            return Vec::new();
        };
        let finding =
            |range: &Range<usize>, message| Finding::plain(Code::UnusedIgnore, severity, range.clone(), message);
        let messages = project.messages();
        let comments = self
            .comments
            .iter()
            .filter(|comment| !comment.used.get() && comment.is_heard(project));
        let comments = comments.map(|comment| {
            let message = match &comment.what {
                What::All => messages.text("unused-ignore-comment", &[]),
                What::Code(code) => messages.text("unused-ignore-comment-code", &[("code", code.as_str().into())]),
                What::Unknown(word) => messages.text("unused-ignore-no-code", &[("code", word.as_str().into())]),
            };
            finding(&comment.at, message)
        });
        let decisions = self.unwanted.unused(all).into_iter().map(|(range, placed)| {
            let quote = on_one_line(&placed.decision.anchor.quote);
            finding(
                &range,
                messages.text("unused-ignore-decision", &[("quote", quote.into())]),
            )
        });
        comments.chain(decisions).collect()
    }
}

impl Comment {
    fn fits(&self, finding: &Finding) -> bool {
        let code = match &self.what {
            What::All => true,
            What::Code(code) => *code == finding.code,
            What::Unknown(_) => false,
        };
        code && self.covered.contains(&finding.range.start)
    }

    /// A code that the settings switch off can have no finding to silence.
    fn is_heard(&self, project: &Project) -> bool {
        match self.what {
            What::Code(code) => project.severity(code, Severity::Hint).is_some(),
            What::All | What::Unknown(_) => true,
        }
    }
}

/// The entries of `[[ignore]]` that name an entity which the gazetteer does not have, at its id.
pub(super) fn strangers(project: &Project, file: &SettingsFile) -> Vec<Finding> {
    let Some(severity) = project.severity(Code::UnusedIgnore, Severity::Information) else {
        return Vec::new();
    };
    let ids = project.settings.ignore.iter().filter_map(|rule| rule.entity.as_deref());
    let strangers = ids.filter(|id| project.gazetteer.find(id).is_none());
    let finding = |id: &str| {
        let range = super::style::at(file, id)?;
        let message = project.messages().text("decision-unknown-entity", &[("id", id.into())]);
        Some(Finding::plain(Code::UnusedIgnore, severity, range, message))
    };
    strangers.filter_map(finding).collect()
}

/// Each code of a remark by itself, so that of several one can be of no use.
fn parts(text: &dyn Text, remark: &Remark, covered: &Range<usize>) -> Vec<Comment> {
    let comment = |at: &Range<usize>, what| Comment {
        at: at.clone(),
        covered: covered.clone(),
        what,
        used: Cell::new(false),
    };
    if remark.words.is_empty() {
        return vec![comment(&remark.range, What::All)];
    }
    let words = remark.words.iter().map(|range| {
        let word = text.slice(range.clone());
        let what = Code::parse(&word).map_or_else(|| What::Unknown(word.into_owned()), What::Code);
        comment(range, what)
    });
    words.collect()
}

/// Where a remark silences; `following` are those behind it. An end silences nothing itself.
fn covered(text: &dyn Text, remark: &Remark, following: &[Remark]) -> Option<Range<usize>> {
    let own = line(text, remark.range.start);
    match remark.scope {
        Scope::File => Some(0..text.len()),
        Scope::NextLine => Some(next_line(text, remark.comment.end)),
        Scope::Line if is_alone(text, remark, &own) => Some(next_line(text, remark.comment.end)),
        Scope::Line => Some(own),
        Scope::Start => {
            let end = following.iter().find(|remark| remark.scope == Scope::End);
            Some(remark.range.start..end.map_or(text.len(), |end| end.range.start))
        }
        Scope::End => None,
    }
}

fn is_alone(text: &dyn Text, remark: &Remark, line: &Range<usize>) -> bool {
    let (start, end) = (remark.comment.start, remark.comment.end);
    let before = text.slice(line.start.min(start)..start);
    let behind = text.slice(end..line.end.max(end));
    before.trim().is_empty() && behind.trim().is_empty()
}

/// The first line that is not empty behind the line of a byte.
fn next_line(text: &dyn Text, at: usize) -> Range<usize> {
    let mut next = line(text, at).end;
    while next < text.len() {
        let range = line(text, next);
        if range.is_empty() || !text.slice(range.clone()).trim().is_empty() {
            return range;
        }
        next = range.end;
    }
    next..next
}

/// The line of a byte, with its end.
fn line(text: &dyn Text, at: usize) -> Range<usize> {
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let (mut start, mut end) = (at.min(text.len()), at.min(text.len()));
    while start > 0 {
        let (chunk, from) = text.chunk(start - 1);
        let before = &chunk.as_bytes()[..start - from];
        match before.iter().rposition(is_break) {
            Some(found) => {
                start = from + found + 1;
                break;
            }
            None => start = from,
        }
    }
    while end < text.len() {
        let (chunk, from) = text.chunk(end);
        let behind = &chunk.as_bytes()[end - from..];
        match behind.iter().position(is_break) {
            Some(found) => {
                let crlf = behind[found..].starts_with(b"\r\n");
                return start..end + found + 1 + usize::from(crlf);
            }
            None => end = from + chunk.len(),
        }
    }
    start..end
}
