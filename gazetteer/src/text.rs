//! How the analysis reads a document, without asking how it is kept.

use std::borrow::Cow;
use std::ops::Range;

/// A text of UTF-8 in pieces. [`str`] is one; an editor's rope is another.
pub trait Text {
    /// Bytes in the whole text.
    fn len(&self) -> usize;

    /// The piece that holds the byte at `at`, and the byte offset at which the piece starts.
    /// For `at == len()` the last piece, or an empty one. `at` must not exceed `len()`.
    fn chunk(&self, at: usize) -> (&str, usize);

    /// Whether the text is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The boundary between characters at or before a byte; of what lies behind the text, its end.
    fn boundary(&self, at: usize) -> usize {
        let at = at.min(self.len());
        let (chunk, start) = self.chunk(at);
        start + chunk.floor_char_boundary(at - start)
    }

    /// The text of a range of bytes that begins and ends between characters; borrowed where one piece holds it.
    fn slice(&self, range: Range<usize>) -> Cow<'_, str> {
        let (chunk, start) = self.chunk(range.start);
        if range.end - start <= chunk.len() {
            return Cow::Borrowed(&chunk[range.start - start..range.end - start]);
        }
        let mut text = String::with_capacity(range.len());
        let mut at = range.start;
        while at < range.end {
            let (chunk, start) = self.chunk(at);
            let end = range.end.min(start + chunk.len());
            text.push_str(&chunk[at - start..end - start]);
            at = end;
        }
        Cow::Owned(text)
    }
}

/// What is lent is a text too: `&str` for those who take `&dyn Text`.
impl<T: Text + ?Sized> Text for &T {
    fn len(&self) -> usize {
        T::len(self)
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        T::chunk(self, at)
    }
}

impl Text for str {
    fn len(&self) -> usize {
        str::len(self)
    }

    fn chunk(&self, _at: usize) -> (&str, usize) {
        (self, 0)
    }
}

impl Text for String {
    fn len(&self) -> usize {
        str::len(self)
    }

    fn chunk(&self, _at: usize) -> (&str, usize) {
        (self, 0)
    }
}

/// A text in pieces of a few bytes, as a rope may have it.
#[cfg(test)]
pub(crate) struct Pieces<'a>(pub(crate) &'a str);

#[cfg(test)]
impl Text for Pieces<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        let start = self.0.floor_char_boundary(at / 7 * 7);
        let end = self
            .0
            .floor_char_boundary((at / 7 + 1) * 7)
            .max(self.0.ceil_char_boundary(at + 1));
        match start..end {
            range if range.contains(&at) || at == self.0.len() => (&self.0[range.clone()], range.start),
            range => (&self.0[range.end..self.0.ceil_char_boundary(range.end + 7)], range.end),
        }
    }
}
