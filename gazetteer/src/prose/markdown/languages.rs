//! Languages that attributes state, as `xml:lang` does in XML: those of divisions (`::: {lang=tr}`, `<div lang="tr">`) and of
//! spans (`[Карс]{lang=ru}`). Divisions go over blank lines and are read line by line, since the state behind a block is known
//! before its markup is. *(Pandoc User’s Guide, “Divs and Spans”)*

use std::ops::Range;

use super::super::xml::inline::{self as html, Tag};
use super::super::xml::open::{self, Around};
use super::super::{State, addresses, work};
use crate::language::Language;

/// What a division between colons is called among the elements that are open.
const FENCED: &str = ":::";

/// What ends with its block in HTML, closed or not.
const PARAGRAPH: &str = "p";

/// Brackets that are open at once; what stands deeper is no span.
const DEEPEST: usize = 64;

/// The divisions of a block that state a language.
#[derive(Debug, Default)]
pub(super) struct Divisions {
    open: Vec<Around>,
    /// Bytes of the block; of nested ones the inner first.
    pub(super) stated: Vec<(Range<usize>, Language)>,
}

impl Divisions {
    /// Those of a block that begins in this state.
    pub(super) fn new(block: &str, entry: State) -> Divisions {
        let mut divisions = Divisions {
            open: open::from_state(entry),
            stated: Vec::new(),
        };
        let mut starts = vec![0; divisions.open.len()];
        let mut at = 0;
        for line in block.split_inclusive('\n') {
            let range = at..at + line.len();
            at = range.end;
            let text = line.trim();
            if text.starts_with(FENCED) {
                work::count(text.len());
                let attributes = text.trim_matches(':').trim();
                match attributes.is_empty() {
                    true => divisions.end(FENCED, &mut starts, range.end),
                    false => divisions.begin(FENCED, language_of(attributes), &mut starts, range.start),
                }
            } else if text.starts_with('<') {
                for tag in html::tags(line) {
                    match tag {
                        Tag::Start { name, language } if html::is_paragraph(name) => {
                            divisions.begin(name, language.as_deref(), &mut starts, range.start);
                        }
                        Tag::End(name) if html::is_paragraph(name) => divisions.end(name, &mut starts, range.end),
                        Tag::Start { .. } | Tag::End(_) => {}
                    }
                }
            }
        }
        for (around, start) in divisions.open.clone().into_iter().zip(starts).rev() {
            divisions.state(around, start..block.len());
        }
        divisions.open.retain(|around| !around.is_called(PARAGRAPH));
        divisions
    }

    /// What is open behind the block.
    pub(super) fn behind(&self, bits: State) -> State {
        State(bits.0, open::to_state(0, &self.open).1)
    }

    fn begin(&mut self, name: &str, language: Option<&str>, starts: &mut Vec<usize>, at: usize) {
        if open::begin(&mut self.open, name, Around::stating(name, language)) {
            starts.push(at);
        }
    }

    fn end(&mut self, name: &str, starts: &mut Vec<usize>, at: usize) {
        let ended = open::end(&mut self.open, name);
        for around in self.open.split_off(self.open.len() - ended).into_iter().rev() {
            let start = starts.pop().unwrap_or_default();
            self.state(around, start..at);
        }
    }

    fn state(&mut self, around: Around, range: Range<usize>) {
        self.stated.extend(around.language().map(|language| (range, language)));
    }
}

/// The spans of a text that state a language: what stands between their brackets. Sorted by start.
pub(super) fn spans(text: &str) -> Vec<(Range<usize>, Language)> {
    let mut spans = Vec::new();
    if !text.contains("]{") {
        return spans;
    }
    work::count(text.len());
    let mut open: Vec<usize> = Vec::new();
    for (at, sign) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'[' | b']')) {
        if sign == b'[' {
            if open.len() < DEEPEST {
                open.push(at + 1);
            }
            continue;
        }
        let Some(start) = open.pop() else { continue };
        let behind = &text[at + 1..];
        if let Some(length) = addresses::attributes(behind)
            && let Some(language) = language_of(&behind[..length])
        {
            spans.push((start..at, open::stated(language)));
        }
    }
    spans.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    spans
}

/// The tag that attributes give: `{.wide lang=ru}`, `lang="ru"`.
fn language_of(attributes: &str) -> Option<&str> {
    let words = attributes.trim_matches(['{', '}']).split_whitespace();
    let mut values = words.filter_map(|word| word.strip_prefix("lang="));
    let tag = values.next()?.trim_matches(['"', '\'']);
    (!tag.is_empty()).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_state_a_language() {
        let drawn = |text: &str| -> Vec<String> {
            let spans = spans(text).into_iter();
            spans
                .map(|(range, language)| format!("{}: {}", language, &text[range]))
                .collect()
        };
        for (text, expected) in [
            ("a [b]{lang=ru} c", "ru: b"),
            (
                "[a [b]{.x lang=\"tr\"} c]{lang='en'}",
                "en: a [b]{.x lang=\"tr\"} c|tr: b",
            ),
            ("[a](b){lang=ru} [c]{.d} ]{lang=ru}", ""),
            ("[a]{lang=} [b] {lang=ru}", ""),
        ] {
            assert_eq!(drawn(text).join("|"), expected, "{text}");
        }
    }
}
