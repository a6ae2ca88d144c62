//! A text of a block as a reader has it before the eyes: its pieces one behind the other, without the markup between
//! them, and with what markup stands for. What is compared letter by letter is taken from here, so that no comparison
//! needs to know of markup.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::{Piece, stands_for, work};

/// Where something stands that is no prose.
pub(crate) const NO_PROSE: char = '\u{FFFC}';

/// The text, and where in it the bytes of the block are.
#[derive(Debug)]
pub(crate) struct Unmarked<'a> {
    text: Cow<'a, str>,
    /// One for each piece.
    parts: SmallVec<[Part; 1]>,
}

/// A piece, and where it stands in the text.
#[derive(Debug)]
struct Part {
    block: Range<usize>,
    text: Range<usize>,
}

impl<'a> Unmarked<'a> {
    pub(crate) fn new(block: &'a str, pieces: &[Piece]) -> Unmarked<'a> {
        // Nearly always. What stands around it in the block is not read: tags, a command, another text.
        if let [only] = pieces
            && !only.markup
            && let Some(text) = block.get(only.range.clone())
        {
            let part = Part {
                block: only.range.clone(),
                text: 0..text.len(),
            };
            return Unmarked {
                text: text.into(),
                parts: std::iter::once(part).collect(),
            };
        }
        let (mut text, mut parts) = (String::new(), SmallVec::with_capacity(pieces.len()));
        for piece in pieces {
            let Some(source) = block.get(piece.range.clone()) else {
                continue;
            };
            if piece.barrier && !parts.is_empty() {
                text.push(NO_PROSE);
            }
            let start = text.len();
            match piece.markup.then(|| stands_for(source)).flatten() {
                Some(meant) => text.push_str(&meant),
                None => text.push_str(source),
            }
            parts.push(Part {
                block: piece.range.clone(),
                text: start..text.len(),
            });
        }
        work::count(text.len() + parts.len());
        Unmarked {
            text: text.into(),
            parts,
        }
    }

    /// Whether it is a stretch of the block as it stands there.
    pub(crate) fn is_as_written(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// All of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What is read between two bytes of the block.
    pub(crate) fn read(&self, range: Range<usize>) -> &str {
        self.text.get(self.range(range)).unwrap_or_default()
    }

    /// What is read from the beginning up to a byte of the block.
    pub(crate) fn before(&self, at: usize) -> &str {
        self.text.get(..self.start(at)).unwrap_or_default()
    }

    /// What is read from a byte of the block on.
    pub(crate) fn from(&self, at: usize) -> &str {
        self.text.get(self.start(at)..).unwrap_or_default()
    }

    /// Bytes of the block as bytes of the text. Empty for what is not in it.
    pub(crate) fn range(&self, range: Range<usize>) -> Range<usize> {
        let (start, end) = (self.start(range.start), self.end(range.end));
        start..end.max(start)
    }

    /// Where the first character stands that begins at or behind a byte of the block.
    fn start(&self, at: usize) -> usize {
        let Some(part) = self.parts.get(self.parts.partition_point(|part| part.block.end <= at)) else {
            return self.text.len();
        };
        part.at(at)
    }

    /// Where the last character ends that ends at or before a byte of the block.
    fn end(&self, at: usize) -> usize {
        let before = self.parts.partition_point(|part| part.block.start < at);
        match before.checked_sub(1).and_then(|last| self.parts.get(last)) {
            Some(part) => part.at(at),
            None => 0,
        }
    }
}

impl Part {
    fn at(&self, at: usize) -> usize {
        if at <= self.block.start {
            self.text.start
        } else if at >= self.block.end || self.block.len() != self.text.len() {
            self.text.end
        } else {
            self.text.start + (at - self.block.start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Format, State, lay_out};

    /// What is read of the first text of a block, and of the stretch between the bars.
    #[track_caller]
    fn check(format: Format, marked: &str, all: &str, between: &str) {
        let start = marked.find('|').expect("a bar");
        let end = marked.rfind('|').expect("a bar") - 1;
        let block = marked.replace('|', "");
        let layout = lay_out(format, &block, State::default());
        let unmarked = Unmarked::new(&block, &layout.streams[0]);
        assert_eq!(
            (unmarked.text().trim(), unmarked.read(start..end)),
            (all, between),
            "{marked}"
        );
    }

    #[test]
    fn markup_is_not_read() {
        check(Format::PlainText, "В |Анкаре| тихо", "В Анкаре тихо", "Анкаре");
        check(
            Format::Html,
            "<p class=a>В |Анкаре| тихо<sup>один</sup></p>",
            "В Анкаре тихо",
            "Анкаре",
        );
        check(Format::Latex, "\\section{В |Анкаре| тихо}", "В Анкаре тихо", "Анкаре");
        check(Format::Markdown, "В |*А*нкаре| тихо", "В Анкаре тихо", "Анкаре");
        check(
            Format::Xml,
            "<p>В |<hi>Ан</hi>каре| тихо</p>",
            "В Анкаре тихо",
            "Анкаре",
        );
        check(Format::Xml, "<p>В <hi>|Ан</hi>к|аре тихо</p>", "В Анкаре тихо", "Анк");
        check(Format::Xml, "<p>Ан|<lb break='no'/>|кара</p>", "Анкара", "");
        check(Format::Html, "<p>|&Ccedil;i<b>çerin</b>|</p>", "Çiçerin", "Çiçerin");
        check(Format::Latex, "В |\\emph{А}нкаре| тихо", "В Анкаре тихо", "Анкаре");
        check(Format::Latex, "|\\c{C}i\\c{c}erin| geldi", "Çiçerin geldi", "Çiçerin");
    }

    #[test]
    fn what_is_no_prose_is_a_sign() {
        check(
            Format::Markdown,
            "|Анкара[^1]’|да",
            "Анкара\u{FFFC}’да",
            "Анкара\u{FFFC}’",
        );
    }
}
