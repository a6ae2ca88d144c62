//! BibTeX and BibLaTeX: entries, of which titles, persons and a few other fields are prose, all of it bibliography.
//!
//! A block is an entry. What stands between entries is a comment by the rules of BibTeX.

use std::ops::Range;

use super::latex::{balanced, field};
use super::source::{NEAR, RanOut, Source, cut};
use super::writer::Writer;
use super::{LONGEST_BLOCK, Layout, State, Zone};

/// The fields that are prose (the BibLaTeX manual, 2.2.2).
const PROSE: [&str; 27] = [
    "abstract",
    "address",
    "annotation",
    "annote",
    "author",
    "booktitle",
    "editor",
    "editora",
    "eventtitle",
    "institution",
    "introduction",
    "journal",
    "journaltitle",
    "keywords",
    "location",
    "maintitle",
    "note",
    "organization",
    "origtitle",
    "publisher",
    "school",
    "series",
    "shorttitle",
    "subtitle",
    "title",
    "titleaddon",
    "translator",
];

/// Where the first entry ends.
pub(super) fn block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    let mut end = 0;
    let mut begun = false;
    while let Some(line) = source.line(end)? {
        let begins = line.head().trim_start().starts_with('@');
        if begun && begins || end > LONGEST_BLOCK {
            break;
        }
        begun |= begins;
        end = line.next;
    }
    let end = if end > LONGEST_BLOCK { cut(source.text()) } else { end };
    Ok((end, entry))
}

/// The prose of an entry.
pub(super) fn lay_out(block: &str, _: State) -> Layout {
    let mut writer = Writer::new(block);
    let body = block
        .find('@')
        .and_then(|at| Some(at + block[at..].find(['{', '('])? + 1));
    let Some(body) = body else { return Layout::default() };
    let mut language = None;
    let mut at = body;
    while let Some((name, value, next)) = next_field(block, at) {
        at = next;
        if PROSE.contains(&name.as_str()) {
            write(block, &value, &mut writer);
        } else if name == "langid" || name == "language" {
            language = super::latex::language(&block[value]).or(language);
        }
    }
    if let Some(language) = language {
        writer.language(0..block.len(), language);
    }
    writer.zone(0..block.len(), Zone::Bibliography);
    writer.finish()
}

/// The persons of a list are apart; quotation marks in a title make no quotation.
fn write<'a>(block: &'a str, value: &Range<usize>, writer: &mut Writer<'a>) {
    writer.without_quotations();
    let mut start = value.start;
    for (at, joint) in block[value.clone()].match_indices(" and ") {
        field(block, start..value.start + at, writer);
        writer.barrier();
        start = value.start + at + joint.len();
    }
    field(block, start..value.end, writer);
    writer.end_paragraph();
}

/// The next `name = value` at or behind `at`, and where reading goes on. A value is in braces or quotation marks, or a
/// word; values joined by `#` are read as the first.
fn next_field(block: &str, mut at: usize) -> Option<(String, Range<usize>, usize)> {
    loop {
        let equals = at + block.get(at..)?.find('=')?;
        let before = block[at..equals].trim_end();
        let name = before
            .rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
            .map_or(before, |end| &before[end..]);
        let name = name.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let behind = &block[equals + 1..];
        let start = equals + 1 + behind.len() - behind.trim_start().len();
        let rest = &block[start..];
        if let Some(length) = balanced(rest, b'{', b'}') {
            return Some((name, start + 1..start + length - 1, start + length));
        }
        if let Some(inner) = rest.strip_prefix('"')
            && let Some(length) = closing_quote(inner)
        {
            return Some((name, start + 1..start + 1 + length, start + length + 2));
        }
        at = equals + 1;
    }
}

/// Where a quotation mark stands that is not in braces.
fn closing_quote(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate().take(NEAR) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'"' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}
