//! No text costs more than its length.

use super::*;

/// What costs a careless scanner most when it is repeated.
pub(super) const HOSTILE: &[&str] = &[
    "[",
    "*",
    "`",
    ">",
    "> ",
    "_",
    "<",
    "![",
    "](",
    "\"",
    "«",
    "‘a",
    "- ",
    "<!--\n\n",
    "a-\n\n",
    "a-\n\n1 x\n\n",
    "a-\n\n[^1]: x\n\n",
    "1 x-\n\n",
    "a-\n\nX\n\n",
    "“a ",
    "„«”",
    "1 x\n",
    "\n",
    "\r",
    "$",
    "&",
    "[^",
    "[[",
    "|",
    "@",
    "://",
    "~~~\n",
    "a-\n12\n",
    "*a_ ",
    "**a",
    "<a ",
    "\\",
    "<b>",
    "1. ",
    "  - a\n",
    "|a\n|-\n",
    "\\a{",
    "\\footnote{",
    "\\begin{quote}",
    "\\begin{verbatim}",
    "\\[",
    "{\\it ",
    "%\n",
    "``",
    "@a{b, title = {",
    "title = \"",
    "<p>",
    "</p>",
    "<p><note>",
    "<quote>a",
    "<![CDATA[",
    "<script>",
    "<a b='",
    "<hi>a<lb/>",
    "а<pb/>",
    " <pb break='no'/>",
    "&#1;",
];

/// Cuts and lays out a text.
fn read(format: Format, text: &str) {
    for (block, state) in blocks(format, text) {
        lay_out(format, &text[block], state);
    }
}

#[test]
fn hostile_text_is_read_in_no_more_than_linear_time() {
    let start = std::time::Instant::now();
    for format in FORMATS.iter().map(|known| known.format) {
        for part in HOSTILE {
            read(format, &part.repeat(20_000 / part.len()));
        }
    }
    // Two seconds; minutes where one of them is quadratic.
    assert!(start.elapsed().as_secs() < 60);
}

/// Looking ahead is work too: how much text was asked for is counted.
#[test]
fn twice_the_text_is_asked_for_where_there_is_twice_as_much() {
    let asked_for = |format: Format, text: &str| {
        let counted = Counted {
            text,
            asked: std::cell::Cell::new(0),
        };
        let (mut start, mut state) = (0, State::default());
        while start < text.len() {
            (start, state) = block_end(format, &counted, start, state);
        }
        counted.asked.get()
    };
    for format in FORMATS.iter().map(|known| known.format) {
        for part in HOSTILE {
            // Behind what is read ahead at most.
            let text = part.repeat(16_000 / part.len());
            let (one, two) = (asked_for(format, &text), asked_for(format, &text.repeat(2)));
            assert!(two <= 3 * one, "{format:?} {part:?}: {one}, then {two}");
        }
    }
}

/// A text that counts how many of its bytes are asked for.
struct Counted<'a> {
    text: &'a str,
    asked: std::cell::Cell<usize>,
}

impl Text for Counted<'_> {
    fn len(&self) -> usize {
        self.text.len()
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        let start = self.text.ceil_char_boundary(at / 500 * 500);
        let end = self.text.ceil_char_boundary((at / 500 + 1) * 500);
        self.asked.set(self.asked.get() + end - start);
        (&self.text[start..end], start)
    }
}
