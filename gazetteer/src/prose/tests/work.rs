//! No text costs more than its length.

use super::*;
use crate::prose::work;

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
    "[^4294967295]: a\n0 b\n",
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
    "\\a[",
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
    "{",
    "{{\\",
    "[^a]: ",
    "см. ",
    "см. а ",
    "(see a ",
    "Литература\n\n",
    "# Kaynakça\n",
    "<head>Kaynakça</head>",
    "<div type='references'>",
    "<app><rdg>",
    "<img alt='a'>",
    "\\item[",
    "\\item[{",
    "\\section[a]{",
    "\\def\\a",
    "\\iffalse ",
    "a # ",
    "a = b # ",
    "{#a ",
    "   <lb/>",
];

/// What begins once and makes of all that follows something to look into.
const BEFORE: &[&str] = &[
    "",
    "\\c",
    "[^a]: ",
    "<p>",
    "<quote>",
    "a-\n\n",
    "@a{b, title = ",
    "\\begin{quote} ",
];

/// The work of cutting and laying out a text.
fn work_of(format: Format, text: &str) -> usize {
    let before = work::done();
    for (block, state) in blocks(format, text) {
        lay_out(format, &text[block], state);
    }
    work::since(before)
}

/// What is not closed is looked for as far as it could be near, and in windows of which each is larger than the one before:
/// so a longer text has more behind each sign, up to a point. What grows with the square of the text would be four times.
#[test]
fn twice_the_text_is_twice_the_work() {
    let mut wrong = Vec::new();
    for format in FORMATS.iter().map(|known| known.format) {
        for part in HOSTILE {
            let text = |length: usize| part.repeat(length / part.len());
            let (one, two) = (work_of(format, &text(12_000)), work_of(format, &text(24_000)));
            if two > 3 * one {
                wrong.push(format!("{format:?} {part:?}: {one}, then {two}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One behind the other, on a stack that does not hold a function for each sign.
#[test]
fn nothing_nests_too_deep() {
    const STACK: usize = 256 * 1024;
    let read = || {
        for format in FORMATS.iter().map(|known| known.format) {
            for (before, part) in BEFORE
                .iter()
                .flat_map(|before| HOSTILE.iter().map(move |part| (before, part)))
            {
                work_of(format, &format!("{before}{}", part.repeat(3000 / part.len())));
            }
        }
    };
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(read);
    assert!(reading.expect("a thread").join().is_ok(), "the stack is full");
}

/// Otherwise the work would be none.
#[test]
fn reading_is_counted() {
    for format in FORMATS.iter().map(|known| known.format) {
        let text = "@a{b, title = {Карс и Ангора}}\n\n".repeat(100);
        assert!(work_of(format, &text) > text.len() / 2, "{format:?}");
    }
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
