//! LaTeX: paragraphs between blank lines; commands, formulas, comments and verbatim text are no prose.
//!
//! A command that is not known hides its name and its optional arguments, and what stands in its braces is prose. What is
//! half typed ends with its paragraph.

mod letters;
mod reader;
mod table;
#[cfg(test)]
mod tests;

use super::source::{RanOut, Source};
use super::{LONGEST_BLOCK, Layout, State};

pub(super) use letters::stands_for;
pub(super) use reader::{balanced, field};

use crate::language::Language;

/// The language that babel, polyglossia and BibLaTeX call by this name.
pub(super) fn language(name: &str) -> Option<Language> {
    let table = table::Table::get();
    table.language_of(table.language(name)?)
}

/// Where the first paragraph ends, and what is open behind it.
pub(super) fn block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    let mut end = 0;
    if let Some(mut line) = source.line_with_text(0)? {
        loop {
            end = line.next;
            match source.line(end)? {
                Some(next) if !next.is_blank() && end <= LONGEST_BLOCK => line = next,
                _ => break,
            }
        }
    }
    let end = source.behind_blank_lines(end, LONGEST_BLOCK)?;
    if end > LONGEST_BLOCK {
        return Ok((end, entry));
    }
    Ok((end, state_behind(&source.text()[..end], entry)))
}

/// Where a block that is too long is cut: anywhere. What is open there and no environment ends.
pub(super) fn cut(block: &str, entry: State, _: State) -> (usize, State) {
    (block.len(), state_behind(block, entry))
}

fn state_behind(block: &str, entry: State) -> State {
    let (_, exit) = reader::read(block, 0, Open::from_state(entry));
    exit.to_state()
}

/// The prose of a block.
pub(super) fn lay_out(text: &str, start: usize, entry: State) -> Layout {
    reader::read(text, start, Open::from_state(entry)).0
}

/// [`State`] in words. Numbers are kept small enough for their bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Open {
    /// Before `\begin{document}` of a text that begins with `\documentclass`.
    preamble: bool,
    /// In this environment that holds no prose: its number among those, from 1.
    hidden: usize,
    /// In so many quotations.
    quotations: usize,
    /// In a list of references.
    bibliography: bool,
    /// Numbers of the languages of the document and of the environment, from 1.
    language: usize,
    inner_language: usize,
    /// The rank of the heading under which literature is listed; 0 under no such heading.
    list: u8,
    /// In so many tables.
    tables: usize,
}

impl Open {
    fn from_state(State(bits, _): State) -> Open {
        let number = |shift: u32, width: u32| (bits >> shift) as usize & ((1 << width) - 1);
        Open {
            preamble: number(0, 1) == 1,
            bibliography: number(1, 1) == 1,
            hidden: number(2, 6),
            quotations: number(8, 4),
            language: number(12, 4),
            inner_language: number(16, 4),
            list: number(20, 3) as u8,
            tables: number(23, 3),
        }
    }

    fn to_state(self) -> State {
        let number = |value: usize, shift: u32, width: u32| (value.min((1 << width) - 1) as u32) << shift;
        State::of(
            number(usize::from(self.preamble), 0, 1)
                | number(usize::from(self.bibliography), 1, 1)
                | number(self.hidden, 2, 6)
                | number(self.quotations, 8, 4)
                | number(self.language, 12, 4)
                | number(self.inner_language, 16, 4)
                | number(usize::from(self.list), 20, 3)
                | number(self.tables, 23, 3),
        )
    }
}
