//! The second half of folding: given folded characters one after another, decides about white space, hyphens and the
//! starts of words, and keeps the map. It does not look at the source.

use super::{Folded, Initials, Point, WordStart, rules};
use crate::fold::table::Class;

/// A stretch of the source: bytes of the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Writes folded text. White space and hyphens wait until it is known what follows.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    into: &'a mut Folded,
    wanted: &'a Initials,
    previous: Previous,
    hyphen: Option<Hyphen>,
    white: Option<White>,
    /// From the folded text to the source, where both go on byte by byte.
    distance: Option<usize>,
    /// A soft hyphen stands directly behind the last letter.
    soft_hyphen: bool,
}

/// The last thing written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Previous {
    Letter,
    /// An apostrophe behind a letter.
    Apostrophe,
    Other,
}

/// A hyphen behind a letter.
#[derive(Debug, Clone, Copy)]
struct Hyphen {
    span: Span,
    only_at_line_end: bool,
}

/// A run of white space and barriers.
#[derive(Debug, Clone, Copy)]
struct White {
    span: Span,
    line_breaks: u8,
    behind_carriage_return: bool,
    barrier: bool,
}

impl<'a> Builder<'a> {
    /// For a text of so many bytes, about.
    pub(super) fn new(length: usize, wanted: &'a Initials, into: &'a mut Folded) -> Self {
        into.text.clear();
        into.text.reserve(length);
        into.words.clear();
        into.soft.clear();
        into.points.clear();
        Builder {
            into,
            wanted,
            previous: Previous::Other,
            hyphen: None,
            white: None,
            distance: None,
            soft_hyphen: false,
        }
    }

    /// A folded character of the given class, the only one that its span gives.
    #[inline]
    pub(super) fn put(&mut self, class: Class, folded: char, span: Span) {
        match class {
            Class::Letter | Class::Mapped => self.letter(folded, false, span),
            Class::Capital => self.letter(folded, true, span),
            Class::Space | Class::White => self.white(folded, span),
            Class::Hyphen => self.hyphen(false, span),
            Class::LineEndHyphen => self.hyphen(true, span),
            Class::Apostrophe => self.apostrophe(span),
            Class::Other | Class::MappedOther | Class::Complex => self.other(folded, span),
        }
    }

    /// A cluster that folds to several characters; `capital` is of its first letter.
    pub(super) fn put_cluster(&mut self, folded: &str, capital: bool, span: Span) {
        let Some(first) = folded.chars().next() else { return };
        self.begin(first, capital);
        self.map(folded.len(), span, true);
        self.into.text.push(first);
        for c in folded.chars().skip(1) {
            if c.is_alphabetic() {
                self.begin(c, capital);
            }
            self.into.text.push(c);
        }
    }

    /// A soft hyphen between clusters.
    pub(super) fn soft_hyphen(&mut self) {
        self.soft_hyphen |= self.previous == Previous::Letter && !self.is_waiting();
    }

    /// Nothing behind this point belongs to what stands before it; `span` lies between the two.
    pub(super) fn barrier(&mut self, span: Span) {
        self.wait(span).barrier = true;
    }

    /// Prepares a run of characters that need no thought, of which the first is a letter or not. Returns whether a word
    /// goes on there.
    #[inline]
    pub(super) fn begin_run(&mut self, letter: bool) -> bool {
        if self.is_waiting() || self.soft_hyphen {
            self.settle(letter);
        }
        self.previous != Previous::Other
    }

    /// A word begins with what is written next.
    #[inline(always)]
    pub(super) fn begin_word(&mut self, capital: bool) {
        self.word(self.into.text.len(), capital);
    }

    /// A word begins so far behind what is written; it may have been said before.
    #[inline(always)]
    pub(super) fn small_word(&mut self, behind: usize) {
        let at = self.into.text.len() + behind;
        if self.into.words.last().is_none_or(|last| last.at as usize != at) {
            self.word(at, false);
        }
    }

    /// Whether anybody asks for small words that begin with the letter of this code, one of one or two bytes.
    #[inline(always)]
    pub(super) fn wants(&self, code: usize) -> bool {
        self.wanted.has(code)
    }

    /// Whether anybody asks for small words.
    pub(super) fn wants_small_words(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Writes a part of a run that stands for itself.
    #[inline(always)]
    pub(super) fn copy(&mut self, part: &str, start: usize) {
        if !part.is_empty() {
            self.map(0, Span { start, end: start }, false);
            self.into.text.push_str(part);
        }
    }

    /// Writes a character in a run.
    #[inline(always)]
    pub(super) fn write_in_run(&mut self, folded: char, span: Span) {
        self.write(folded, span);
    }

    /// Takes back the words that were to begin behind what is written.
    pub(super) fn forget_words(&mut self) {
        let end = self.into.text.len();
        while self.into.words.pop_if(|word| word.at as usize >= end).is_some() {}
    }

    /// Ends a run: was its last character a letter?
    #[inline]
    pub(super) fn end_run(&mut self, letter: bool) {
        self.previous = match letter {
            true => Previous::Letter,
            false => Previous::Other,
        };
    }

    /// Writes what waits at the end of the text.
    pub(super) fn finish(mut self) {
        self.settle(false);
    }

    #[inline(always)]
    fn word(&mut self, at: usize, capital: bool) {
        self.into.words.push(WordStart { at: at as u32, capital });
    }

    #[inline]
    fn letter(&mut self, folded: char, capital: bool, span: Span) {
        self.begin_letter(capital);
        self.write(folded, span);
    }

    fn other(&mut self, folded: char, span: Span) {
        self.settle(false);
        self.previous = Previous::Other;
        self.write(folded, span);
    }

    fn apostrophe(&mut self, span: Span) {
        self.begin(rules::APOSTROPHE, false);
        self.write(rules::APOSTROPHE, span);
    }

    fn hyphen(&mut self, only_at_line_end: bool, span: Span) {
        if self.previous == Previous::Letter && !self.is_waiting() {
            self.soft_hyphen = false;
            self.hyphen = Some(Hyphen { span, only_at_line_end });
        } else {
            let kept = kept_hyphen(only_at_line_end);
            self.other(kept, span);
        }
    }

    fn white(&mut self, c: char, span: Span) {
        let white = self.wait(span);
        let counts = c == '\r' || (c == '\n' && !white.behind_carriage_return);
        white.line_breaks = white.line_breaks.saturating_add(u8::from(counts));
        white.behind_carriage_return = c == '\r';
    }

    /// The white space that waits, made longer by `span`.
    fn wait(&mut self, span: Span) -> &mut White {
        let white = self.white.get_or_insert(White {
            span,
            line_breaks: 0,
            behind_carriage_return: false,
            barrier: false,
        });
        white.span.end = white.span.start.max(span.end);
        white
    }

    fn begin(&mut self, first: char, capital: bool) {
        if first.is_alphabetic() {
            self.begin_letter(capital);
            return;
        }
        self.settle(false);
        let behind_letter = self.previous == Previous::Letter;
        self.previous = match first {
            rules::APOSTROPHE if behind_letter => Previous::Apostrophe,
            _ => Previous::Other,
        };
    }

    #[inline]
    fn begin_letter(&mut self, capital: bool) {
        let hyphen_vanished = self.settle(true);
        let begins = match self.previous {
            Previous::Letter => hyphen_vanished && capital,
            Previous::Apostrophe => capital,
            Previous::Other => true,
        };
        if begins {
            self.word(self.into.text.len(), capital);
        }
        self.previous = Previous::Letter;
    }

    #[inline]
    fn is_waiting(&self) -> bool {
        self.hyphen.is_some() || self.white.is_some()
    }

    /// Decides about what waits, now that it is known whether a letter follows. Returns whether a hyphen vanished.
    #[inline]
    fn settle(&mut self, letter_follows: bool) -> bool {
        let soft_hyphen = std::mem::take(&mut self.soft_hyphen);
        if !self.is_waiting() {
            return false;
        }
        let (hyphen, white) = (self.hyphen.take(), self.white.take());
        let joins = match (hyphen, white) {
            (Some(hyphen), None) => !hyphen.only_at_line_end,
            (Some(_), Some(white)) => white.is_line_break(),
            (None, Some(white)) => soft_hyphen && white.is_line_break(),
            (None, None) => false,
        };
        if letter_follows && joins {
            if hyphen.is_some() {
                self.into.soft.push(self.into.text.len() as u32);
            }
            return hyphen.is_some();
        }
        if let Some(hyphen) = hyphen {
            self.write(kept_hyphen(hyphen.only_at_line_end), hyphen.span);
        }
        if let Some(white) = white {
            self.write(white.folded(), white.span);
        }
        self.previous = Previous::Other;
        false
    }

    #[inline(always)]
    fn write(&mut self, folded: char, span: Span) {
        self.map(folded.len_utf8(), span, folded.len_utf8() != span.end - span.start);
        self.into.text.push(folded);
    }

    /// Notes that the next `length` folded bytes come from `span`: as one whole, or byte by byte.
    #[inline(always)]
    fn map(&mut self, length: usize, span: Span, whole: bool) {
        let at = self.into.text.len();
        if !whole && self.distance == Some(span.start.wrapping_sub(at)) {
            return;
        }
        let (length, end) = if whole { (length, span.end) } else { (0, span.start) };
        self.distance = Some(end.wrapping_sub(at + length));
        self.into.points.push(Point {
            folded: at as u32,
            folded_end: (at + length) as u32,
            source: span.start as u32,
            source_end: end as u32,
        });
    }
}

impl White {
    fn is_line_break(&self) -> bool {
        self.line_breaks == 1 && !self.barrier
    }

    fn folded(&self) -> char {
        match self.barrier || self.line_breaks > 1 {
            true => '\n',
            false => ' ',
        }
    }
}

fn kept_hyphen(only_at_line_end: bool) -> char {
    match only_at_line_end {
        true => rules::LINE_END_HYPHEN,
        false => rules::HYPHEN,
    }
}
