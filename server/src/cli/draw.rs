//! A finding drawn for people: where and what, its line, and one line of evidence.
//!
//! ```text
//! notes.md:3:14: warning[deprecated-spelling]: “Tchitcherine” is deprecated; the gazetteer prefers “Çiçerin”
//! 3 | Mektubu Tchitcherine’e göndermiş.
//!   |         ^^^^^^^^^^^^ person/georgy-chicherin
//! ```

use std::ops::Range;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_INFO_STYLE, DEFAULT_NOTE_STYLE, DEFAULT_WARNING_STYLE,
};
use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Surroundings;
use super::places::Places;
use super::positions::Positions;
use crate::features::finding::{Finding, Severity};

/// How many code points of the line are shown before and behind what is found. Paragraphs stand on one line in many a
/// text.
const BEFORE: usize = 40;
const BEHIND: usize = 45;

/// Draws findings of one text.
#[derive(Debug)]
pub(super) struct Drawing<'a> {
    pub text: &'a str,
    pub positions: &'a Positions<'a>,
    pub places: &'a Places<'a>,
    pub path: &'a str,
    pub colour: bool,
    pub around: Surroundings,
}

impl Drawing<'_> {
    /// Three lines and an empty one.
    pub(super) fn draw(&self, finding: &Finding) -> String {
        format!("{}\n{}\n", self.head(finding), self.snippet(finding))
    }

    fn head(&self, finding: &Finding) -> String {
        let place = self.positions.at(finding.range.start);
        let place = format!("{}:{}:{}:", visible(self.path), place.line, place.column);
        let kind = format!("{}[{}]:", finding.severity.as_str(), finding.code.as_str());
        let (place, kind) = (
            self.paint(DEFAULT_EMPHASIS_STYLE, &place),
            self.paint(style(finding.severity), &kind),
        );
        format!("{place} {kind} {}", visible(&finding.message))
    }

    fn snippet(&self, finding: &Finding) -> String {
        let line = self.positions.at(finding.range.start).line;
        let window = Window::around(self.text, self.positions.line(line), &finding.range);
        let annotation = AnnotationKind::Primary
            .span(window.marked.clone())
            .label(self.evidence(finding));
        let snippet = Snippet::source(&window.text).line_start(line).annotation(annotation);
        let renderer = if self.colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let drawn = renderer
            .term_width(1000)
            .render(&[Group::with_level(level(finding.severity)).element(snippet)]);
        // The frame begins with a bar and nothing behind it, a line that ten findings cannot afford.
        let drawn: Vec<&str> = drawn
            .lines()
            .filter(|line| !matches!(plain(line).trim(), "|" | ""))
            .collect();
        drawn.join("\n") + "\n"
    }

    /// What the finding rests on, in one line.
    fn evidence(&self, finding: &Finding) -> String {
        let Some(related) = finding.related.first() else {
            return visible(finding.entity.as_deref().unwrap_or_default());
        };
        let (path, positions) = match &related.path {
            Some(path) => (self.places.shown(path), self.places.of(path)),
            None => (String::new(), self.positions),
        };
        let place = positions.at(related.range.start);
        let message = visible(&related.message);
        if path.is_empty() {
            let arguments = [
                ("what", message.into()),
                ("line", place.line.into()),
                ("column", place.column.into()),
            ];
            return self.around.text("evidence-here", &arguments);
        }
        let place = format!("{path}:{}:{}", place.line, place.column);
        self.around
            .text("evidence-there", &[("what", message.into()), ("place", place.into())])
    }

    fn paint(&self, style: Style, text: &str) -> String {
        if self.colour {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// A part of a line, with what is found in it.
struct Window {
    text: String,
    marked: Range<usize>,
}

impl Window {
    /// Of what reaches beyond the line only the part in the line is marked.
    fn around(text: &str, line: Range<usize>, found: &Range<usize>) -> Window {
        let start = found.start.clamp(line.start, line.end);
        let end = found.end.clamp(start, line.end);
        let (before, marked, behind) = (&text[line.start..start], &text[start..end], &text[end..line.end]);
        let cut = before
            .char_indices()
            .rev()
            .nth(BEFORE)
            .map_or(0, |(at, letter)| at + letter.len_utf8());
        let kept = behind.char_indices().nth(BEHIND).map_or(behind.len(), |(at, _)| at);
        let left = if cut > 0 { "…" } else { "" };
        let right = if kept < behind.len() { "…" } else { "" };
        let head = format!("{left}{}", before[cut..].trim_start());
        let marked_end = head.len() + marked.len();
        Window {
            text: format!("{head}{marked}{}{right}", &behind[..kept]),
            marked: head.len()..marked_end,
        }
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO,
        Severity::Hint => Level::NOTE,
    }
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => DEFAULT_ERROR_STYLE,
        Severity::Warning => DEFAULT_WARNING_STYLE,
        Severity::Information => DEFAULT_INFO_STYLE,
        Severity::Hint => DEFAULT_NOTE_STYLE,
    }
}

/// A text without the characters that would make a terminal do something: what is in a file is no command.
fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

/// A line without its colours (CSI sequences, as the renderer writes them).
fn plain(line: &str) -> String {
    let mut result = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().skip(1).find(char::is_ascii_alphabetic);
        } else {
            result.push(letter);
        }
    }
    result
}
