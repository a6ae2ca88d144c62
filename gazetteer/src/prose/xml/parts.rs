//! A text with tags, part after part.

use std::ops::Range;

use super::super::source::NEAR;
use super::open::Around;
use super::table::Vocabulary;
use super::token::{self, RanOut, Token};

/// Elements of HTML that hold something else than markup.
const RAW: [&str; 2] = ["script", "style"];

/// The parts of a text, from its beginning.
pub(super) struct Parts<'a> {
    text: &'a str,
    at: usize,
    complete: bool,
    vocabulary: Vocabulary,
    /// In this element nothing is markup but its end.
    raw: Option<&'static str>,
    /// The text of a CDATA section that comes next.
    plain: Option<Range<usize>>,
}

impl<'a> Parts<'a> {
    /// `complete`: there is no more text behind this one. `open` is around it.
    pub(super) fn new(text: &'a str, complete: bool, vocabulary: Vocabulary, open: &[Around]) -> Parts<'a> {
        let inside = |name: &&str| {
            open.last()
                .is_some_and(|around| around.hides() && around.is_called(name))
        };
        Parts {
            text,
            at: 0,
            complete,
            vocabulary,
            raw: RAW.into_iter().find(inside).filter(|_| vocabulary == Vocabulary::Html),
            plain: None,
        }
    }

    /// The parts of a text that nothing stands behind, from a byte on.
    pub(super) fn from(text: &'a str, at: usize, vocabulary: Vocabulary, open: &[Around]) -> Parts<'a> {
        Parts {
            at,
            ..Parts::new(text, true, vocabulary, open)
        }
    }

    /// The next part; `None` at the end of the text.
    pub(super) fn next(&mut self) -> Result<Option<(Token<'a>, Range<usize>)>, RanOut> {
        let start = self.at;
        if start >= self.text.len() {
            return if self.complete { Ok(None) } else { Err(RanOut) };
        }
        if let Some(name) = self.raw.take() {
            return self.raw(name).map(Some);
        }
        if let Some(plain) = self.plain.take() {
            self.at = plain.end + "]]>".len();
            return Ok(Some((Token::Plain, plain)));
        }
        let (token, end) = token::next(self.text, start, self.complete)?;
        self.at = end;
        if let Token::Start { name, empty: false, .. } = token {
            let is_raw = |raw: &&str| self.vocabulary == Vocabulary::Html && raw.eq_ignore_ascii_case(name);
            self.raw = RAW.into_iter().find(is_raw);
        }
        let text = &self.text[start..end];
        if text == "<![CDATA[" {
            if self.text.len() - end < NEAR && !self.complete {
                return Err(RanOut);
            }
            self.plain = token::plain(self.text, end).filter(|plain| !plain.is_empty());
        }
        let token = match token {
            Token::Text if text.trim().is_empty() => Token::Blank,
            token => token,
        };
        Ok(Some((token, start..end)))
    }

    fn raw(&mut self, name: &'static str) -> Result<(Token<'a>, Range<usize>), RanOut> {
        let start = self.at;
        let end = token::raw_end(self.text, start, name);
        self.at = match end {
            Some(end) => end,
            None if self.complete => self.text.len(),
            None => return Err(RanOut),
        };
        if self.at == start {
            return self.next()?.ok_or(RanOut);
        }
        Ok((Token::Nothing, start..self.at))
    }
}
