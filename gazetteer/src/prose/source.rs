//! The text that block scanners read: a window on a document, and lines.

use std::borrow::Cow;
use std::hash::Hasher;

use memchr::memchr3;
use rustc_hash::FxHasher;

use super::{LONGEST_BLOCK, LOOK_AHEAD, work};
use crate::Text;

/// How much of a document is fetched at first, about; most blocks are shorter.
const FIRST_WINDOW: usize = 4 * 1024;
/// No decision about a block needs more text than this.
const LONGEST_WINDOW: usize = LONGEST_BLOCK + 2 * LOOK_AHEAD;

/// What markup opens it closes within so many bytes. A sign that nobody closed is half typed: it hides no chapter, and
/// costs no more than this to be found out.
pub(super) const NEAR: usize = LOOK_AHEAD / 2;

/// The beginning of a text, in which what is opened there is closed.
pub(super) fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// Text from the start of a block on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    text: &'a str,
    complete: bool,
}

/// More text than the window holds would be needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RanOut;

/// A line with its end: `\n`, `\r\n`, `\r`, a form feed, or the end of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Where it begins.
    pub(super) start: usize,
    /// Without its end.
    pub(super) text: &'a str,
    /// Where the next one begins.
    pub(super) next: usize,
    /// Whether a form feed ends it.
    pub(super) form_feed: bool,
}

/// Asks `answer` with windows on the text behind `start`, each larger than the one before, until one suffices.
pub(super) fn with_window<T>(
    text: &dyn Text,
    start: usize,
    otherwise: T,
    answer: impl Fn(Source<'_>) -> Result<T, RanOut>,
) -> T {
    // The first windows of neighbouring blocks end at the same place: what is there is fetched from memory once for all.
    let first_end = (start + FIRST_WINDOW / 2).next_multiple_of(FIRST_WINDOW);
    let mut length = first_end - start;
    loop {
        let (window, complete) = window(text, start, length);
        if let Cow::Owned(copied) = &window {
            work::count(copied.len());
        }
        match answer(Source::new(&window, complete)) {
            Ok(found) => return found,
            Err(RanOut) if complete => return otherwise,
            Err(RanOut) => length *= 4,
        }
    }
}

/// `length` bytes where the text has them, and whether that is all that matters. No more, even where more is at hand: to
/// look where a far character begins takes memory that nobody has read, at every block.
fn window(text: &dyn Text, start: usize, length: usize) -> (Cow<'_, str>, bool) {
    let length = length.min(LONGEST_WINDOW);
    let end = text.boundary(start + length);
    (text.slice(start..end), length == LONGEST_WINDOW || end == text.len())
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str, complete: bool) -> Self {
        Source { text, complete }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Whether it is all that matters.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    /// The line that begins at `at`; `None` at the end of the text.
    pub(super) fn line(&self, at: usize) -> Result<Option<Line<'a>>, RanOut> {
        let rest = self.text.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return if self.complete { Ok(None) } else { Err(RanOut) };
        }
        let end = memchr3(b'\n', b'\r', b'\x0c', rest.as_bytes());
        let (length, ending) = match end {
            // A carriage return may be half of a line end.
            Some(end) if end + 1 < rest.len() || self.complete || rest.as_bytes()[end] != b'\r' => (
                end,
                if rest.as_bytes()[end..].starts_with(b"\r\n") {
                    2
                } else {
                    1
                },
            ),
            None if self.complete => (rest.len(), 0),
            _ => return Err(RanOut),
        };
        work::count(1 + length);
        Ok(Some(Line {
            start: at,
            text: &rest[..length],
            next: at + length + ending,
            form_feed: rest.as_bytes().get(length) == Some(&b'\x0c'),
        }))
    }

    /// The first line at or behind `at` that is not blank, and whether a form feed stands before it.
    pub(super) fn line_with_text(&self, mut at: usize) -> Result<Option<Line<'a>>, RanOut> {
        while let Some(line) = self.line(at)? {
            if !line.is_blank() {
                return Ok(Some(line));
            }
            at = line.next;
        }
        Ok(None)
    }

    /// Where the blank lines at `at` end; of those that go on behind `limit`, somewhere behind it.
    pub(super) fn behind_blank_lines(&self, mut at: usize, limit: usize) -> Result<usize, RanOut> {
        while at <= limit
            && let Some(line) = self.line(at)?.filter(Line::is_blank)
        {
            at = line.next;
        }
        Ok(at)
    }
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        // Nearly all lines begin with a letter.
        match self.text.as_bytes() {
            [b'!'..=b'~' | 0xd0..=0xd1, ..] => false,
            _ => self.text.trim_start().is_empty(),
        }
    }

    /// As much of it as anybody needs who only wants to know what begins here.
    pub(super) fn head(&self) -> &str {
        &self.text[..self.text.floor_char_boundary(1000)]
    }

    /// Where its text begins, behind blanks.
    pub(super) fn text_start(&self) -> usize {
        self.start + self.text.len() - self.text.trim_start().len()
    }

    /// Where its text ends: behind the line break, so that a hyphen before it can be seen for what it is, but before
    /// a form feed and the blanks there.
    pub(super) fn text_end(&self) -> usize {
        if self.form_feed {
            self.start + self.text.trim_end().len()
        } else {
            self.next
        }
    }
}

/// Where a block that is too long is cut: behind a sentence, else behind a word, else between characters; at most at
/// [`LONGEST_BLOCK`], and not much before. Of all such places that one at which the words before it have the least hash,
/// and not the last: it is then found again when the text before it grows, and what follows an edit is soon cut as it was.
pub(super) fn cut(text: &str) -> usize {
    const WORDS: usize = 32;
    let end = text.floor_char_boundary(LONGEST_BLOCK);
    let from = text.floor_char_boundary(end.saturating_sub(LOOK_AHEAD / 2));
    let hash = |at: &usize| {
        let mut hasher = FxHasher::default();
        hasher.write(&text.as_bytes()[at.saturating_sub(WORDS)..*at]);
        hasher.finish()
    };
    let ends = text[from..end]
        .char_indices()
        .map(|(at, c)| (from + at + c.len_utf8(), c));
    let mut behind_sentence = false;
    let mut sentences: Vec<usize> = Vec::new();
    let mut words: Vec<usize> = Vec::new();
    for (at, c) in ends.clone() {
        if !c.is_whitespace() {
            behind_sentence = matches!(c, '.' | '!' | '?' | '…');
            continue;
        }
        words.push(at);
        if behind_sentence {
            sentences.push(at);
        }
    }
    // Of equal ones the last.
    let best = |places: &[usize]| places.iter().rev().copied().min_by_key(hash);
    let characters = || best(&ends.clone().map(|(at, _)| at).collect::<Vec<_>>());
    best(&sentences)
        .or_else(|| best(&words))
        .or_else(characters)
        .unwrap_or(end)
}
