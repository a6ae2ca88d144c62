//! Remarks to this program in the comments of a text: `onomast-ignore`, with words behind it.
//!
//! What the words mean is for others to say. Plain text has no comments, so a remark in it is prose like any other.

use std::ops::Range;

use memchr::memmem;

use super::source::near;
use super::{Format, Layout};

/// How a remark begins.
const OPENING: &str = "onomast-ignore";

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// `onomast-ignore`: its line; where nothing else stands there, the next one.
    Line,
    /// `onomast-ignore-next-line`
    NextLine,
    /// `onomast-ignore-start`: from here to the end that follows.
    Start,
    /// `onomast-ignore-end`
    End,
    /// `onomast-ignore-file`
    File,
}

/// A remark in a comment. Ranges are bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// From its first to its last word.
    pub range: Range<usize>,
    /// The comment, its marks included.
    pub comment: Range<usize>,
    /// What it is about.
    pub scope: Scope,
    /// The words behind, up to a colon or dash, which begins a reason.
    pub words: Vec<Range<usize>>,
}

/// How comments look in a format: what opens and what closes them; nothing closes those that end with their line.
struct Comments {
    open: &'static str,
    close: Option<&'static str>,
}

const MARKUP: &[Comments] = &[Comments {
    open: "<!--",
    close: Some("-->"),
}];
const LATEX: &[Comments] = &[Comments { open: "%", close: None }];
const BIBTEX: &[Comments] = &[
    Comments { open: "%", close: None },
    Comments {
        open: "@comment{",
        close: Some("}"),
    },
];

fn comments(format: Format) -> &'static [Comments] {
    match format {
        Format::PlainText => &[],
        Format::Markdown | Format::Xml | Format::Html => MARKUP,
        Format::Latex => LATEX,
        Format::Bibtex => BIBTEX,
    }
}

/// The remarks of a block, by place. What is prose is no comment.
pub(crate) fn remarks(format: Format, block: &str, layout: impl FnOnce() -> Layout) -> Vec<Remark> {
    if comments(format).is_empty() {
        return Vec::new();
    }
    let mut openings = memmem::find_iter(block.as_bytes(), OPENING).peekable();
    let mut found = Vec::new();
    while let Some(at) = openings.next() {
        let next = openings.peek().copied().unwrap_or(block.len());
        found.extend(
            comments(format)
                .iter()
                .find_map(|comments| remark(block, at..next, comments)),
        );
    }
    if !found.is_empty() {
        let layout = layout();
        let is_prose = |at: usize| layout.streams.iter().flatten().any(|piece| piece.range.contains(&at));
        found.retain(|remark| !is_prose(remark.range.start));
    }
    found
}

/// The remark that begins where a range does; its words end where the range does at the latest, for there the next may
/// begin.
fn remark(block: &str, Range { start: at, end: next }: Range<usize>, comments: &Comments) -> Option<Remark> {
    let before = block[..at].trim_end_matches([' ', '\t', '\n', '\r']);
    let open = before.len().checked_sub(comments.open.len())?;
    let opens = before.get(open..)?.eq_ignore_ascii_case(comments.open);
    let (same_line, escaped) = (!block[before.len()..at].contains('\n'), before[..open].ends_with('\\'));
    if !opens || escaped || comments.close.is_none() && !same_line {
        return None;
    }
    let rest = near(&block[at..]);
    let (length, end) = match comments.close {
        Some(close) => rest.find(close).map(|length| (length, at + length + close.len()))?,
        None => {
            let length = rest.find('\n').unwrap_or(rest.len());
            (length, at + length)
        }
    };
    let said = &rest[..length.min(next - at)];
    let said = said[..reason(said)].trim_end();
    let mut words = words(said).map(|word| at + word.start..at + word.end);
    let scope = match &block[words.next()?] {
        "onomast-ignore" => Scope::Line,
        "onomast-ignore-next-line" => Scope::NextLine,
        "onomast-ignore-start" => Scope::Start,
        "onomast-ignore-end" => Scope::End,
        "onomast-ignore-file" => Scope::File,
        _ => return None,
    };
    Some(Remark {
        range: at..at + said.len(),
        comment: open..end,
        scope,
        words: words.collect(),
    })
}

/// Where a reason begins, which is for people: behind a colon or a dash.
fn reason(said: &str) -> usize {
    let signs = said.find([':', '–', '—']);
    let begins = [said.find("--"), signs].into_iter().flatten();
    begins.min().unwrap_or(said.len())
}

/// What stands between blanks and commas.
fn words(said: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_word = |sign: char| !sign.is_whitespace() && sign != ',';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + said[at..].find(is_word)?;
        at = said[start..]
            .find(|sign| !is_word(sign))
            .map_or(said.len(), |end| start + end);
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{State, lay_out};
    use super::*;

    #[track_caller]
    fn check(format: Format, block: &str, expected: &[&str]) {
        let found = remarks(format, block, || lay_out(format, block, State::default()));
        let shown: Vec<String> = found
            .iter()
            .map(|remark| {
                let words: Vec<&str> = remark.words.iter().map(|word| &block[word.clone()]).collect();
                format!(
                    "{:?} {} in {:?}",
                    remark.scope,
                    words.join(" "),
                    &block[remark.comment.clone()]
                )
            })
            .collect();
        assert_eq!(shown, expected, "{block}");
    }

    #[test]
    fn remarks_stand_in_comments() {
        check(
            Format::Markdown,
            "Анкара <!-- onomast-ignore near-miss, suffix -- another place --> здесь.\n",
            &["Line near-miss suffix in \"<!-- onomast-ignore near-miss, suffix -- another place -->\""],
        );
        check(
            Format::Html,
            "<p>x<!--onomast-ignore-file--></p>",
            &["File  in \"<!--onomast-ignore-file-->\""],
        );
        check(
            Format::Xml,
            "<p><!--\nonomast-ignore-start\n--></p>",
            &["Start  in \"<!--\\nonomast-ignore-start\\n-->\""],
        );
        check(
            Format::Latex,
            "x % onomast-ignore-end\ny",
            &["End  in \"% onomast-ignore-end\""],
        );
        check(
            Format::Bibtex,
            "@comment{onomast-ignore-next-line suffix}",
            &["NextLine suffix in \"@comment{onomast-ignore-next-line suffix}\""],
        );
    }

    #[test]
    fn elsewhere_they_are_words() {
        check(Format::PlainText, "% onomast-ignore <!-- onomast-ignore -->", &[]);
        check(
            Format::Markdown,
            "onomast-ignore, <!-- see onomast-ignore --> <!-- onomast-ignored -->",
            &[],
        );
        check(Format::Latex, "5\\% onomast-ignore", &[]);
        check(Format::Latex, "%\nonomast-ignore", &[]);
    }

    /// Broken markup degrades to more prose.
    #[test]
    fn what_is_not_closed_is_no_comment() {
        check(Format::Markdown, "x <!-- onomast-ignore", &[]);
        check(Format::Xml, "<p>x <!-- onomast-ignore", &[]);
        check(Format::Bibtex, &"@comment{onomast-ignore ".repeat(3), &[]);
    }

    #[test]
    fn a_remark_takes_no_other_in() {
        check(
            Format::Bibtex,
            "@comment{onomast-ignore suffix onomast-ignore-file}",
            &["Line suffix in \"@comment{onomast-ignore suffix onomast-ignore-file}\""],
        );
    }
}
