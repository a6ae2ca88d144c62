//! BibTeX and BibLaTeX: entries, of which titles, persons and a few other fields are prose, all of it bibliography.
//!
//! A block is an entry. What stands between entries is a comment by the rules of BibTeX.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::latex::{balanced, field};
use super::source::{NEAR, RanOut, Source, near};
use super::writer::Writer;
use super::{LONGEST_BLOCK, Layout, QuotedBy, State, Zone, work};
use crate::language::Language;

/// What fields hold, from `data/tables/bibtex.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    titles: Vec<String>,
    prose: Vec<String>,
}

static FIELDS: LazyLock<Fields> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/tables/bibtex.toml")).unwrap_or_default());

/// Where the first entry ends.
pub(super) fn block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    let mut end = 0;
    let mut begun = entry.is_inside();
    while let Some(line) = source.line(end)? {
        let begins = line.head().trim_start().starts_with('@');
        if begun && begins || end > LONGEST_BLOCK {
            break;
        }
        begun |= begins;
        end = line.next;
    }
    Ok((end, entry))
}

/// Where an entry that is too long is cut: before its last field that is not far from the end, else anywhere.
pub(super) fn cut(block: &str, _: State, exit: State) -> (usize, State) {
    let from = block.ceil_char_boundary(block.len().saturating_sub(2 * NEAR));
    (field_lines(block, from).last().unwrap_or(block.len()), exit)
}

/// The prose of an entry, which begins or goes on at `start`.
pub(super) fn lay_out(block: &str, start: usize, entry: State) -> Layout {
    let mut writer = Writer::new(block);
    let body = || Some(start + block[start..].find('@')?).and_then(|at| Some(at + block[at..].find(['{', '('])? + 1));
    let Some(mut at) = (if entry.is_inside() { Some(start) } else { body() }) else {
        return Layout::default();
    };
    let is_string = block[..at]
        .trim_end_matches(['{', '('])
        .trim_end()
        .to_lowercase()
        .ends_with("@string");
    let mut language = None;
    if entry.is_inside() {
        // What was cut in the middle of a field goes on up to the next one.
        let rest = next_field(block, at).map_or(block.len(), |field| field.start);
        if !block[at..rest].trim().is_empty() {
            write(block, &(0..rest), &mut writer);
            writer.end_paragraph();
        }
    }
    while let Some(field) = next_field(block, at) {
        at = field.end;
        let values = || {
            field
                .values
                .iter()
                .filter(|value| !value.word)
                .map(|value| &value.range)
        };
        if FIELDS.titles.contains(&field.name) {
            let mark = writer.mark();
            values().for_each(|value| write(block, value, &mut writer));
            writer.quoted(mark, QuotedBy::Title);
            writer.end_paragraph();
        } else if is_string || FIELDS.prose.contains(&field.name) {
            values().for_each(|value| write(block, value, &mut writer));
            writer.end_paragraph();
        } else if ["hyphenation", "langid", "language"].contains(&field.name.as_str()) {
            let named = field
                .values
                .first()
                .and_then(|value| named_language(&block[value.range.clone()]));
            language = named.or(language);
        }
    }
    if let Some(language) = language {
        writer.language(0..block.len(), language);
    }
    writer.zone(0..block.len(), Zone::Bibliography);
    writer.finish()
}

/// A language by its name in babel, or by its tag, as some programs write it.
fn named_language(name: &str) -> Option<Language> {
    const LONGEST_TAG: usize = 8;
    let name = name.trim();
    let by_tag = || (name.len() <= LONGEST_TAG).then(|| Language::parse(name)).flatten();
    super::latex::language(&name.to_lowercase()).or_else(by_tag)
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
}

/// `name = value`
struct Field {
    /// In small letters.
    name: String,
    /// Where it begins.
    start: usize,
    /// What is joined by `#`, nearly always one.
    values: Vec<Value>,
    /// Where it ends.
    end: usize,
}

/// A value: what stands in braces or quotation marks, or a word that stands for something.
struct Value {
    range: Range<usize>,
    word: bool,
}

/// The next field at or behind `at`.
fn next_field(block: &str, mut at: usize) -> Option<Field> {
    loop {
        let rest = block.get(at..)?;
        let equals = at + work::sought(rest, rest.find('='))?;
        let before = block[at..equals].trim_end();
        let start = at + before.trim_end_matches(is_of_name).len();
        let name = block[start..at + before.len()].trim_start_matches(|c: char| !c.is_alphanumeric());
        let name = name.to_lowercase();
        let (mut values, mut end) = (Vec::new(), equals + 1);
        while let Some((value, behind)) = next_value(block, end) {
            values.push(value);
            end = behind;
            match block[end..].trim_start().strip_prefix('#') {
                Some(joined) => end = block.len() - joined.len(),
                None => break,
            }
        }
        if !values.is_empty() {
            return Some(Field {
                name,
                start,
                values,
                end,
            });
        }
        at = equals + 1;
    }
}

/// The value at a byte, behind blanks, and where it ends.
fn next_value(block: &str, at: usize) -> Option<(Value, usize)> {
    let behind = block.get(at..)?;
    let inner = at + behind.len() - behind.trim_start().len();
    work::count(inner - at);
    let rest = &block[inner..];
    let value = |range: Range<usize>, word: bool| Value { range, word };
    if let Some(length) = balanced(rest, b'{', b'}') {
        return Some((value(inner + 1..inner + length - 1, false), inner + length));
    }
    if let Some(quoted) = rest.strip_prefix('"')
        && let Some(length) = closing_quote(quoted)
    {
        return Some((value(inner + 1..inner + 1 + length, false), inner + length + 2));
    }
    // What nobody closed, or closed far away, goes on up to a line that begins a field.
    if rest.starts_with(['{', '"']) {
        let end = field_lines(block, inner).next().unwrap_or(block.len());
        return Some((value(inner + 1..end, false), end));
    }
    let length = rest.len() - rest.trim_start_matches(is_of_name).len();
    work::count(length);
    (length > 0).then(|| (value(inner..inner + length, true), inner + length))
}

/// Where the lines behind `from` begin that begin a field.
fn field_lines(block: &str, from: usize) -> impl Iterator<Item = usize> + '_ {
    let lines = block[from..].match_indices('\n').map(move |(at, _)| from + at + 1);
    lines.filter(|at| {
        let rest = block[*at..].trim_start_matches([' ', '\t']);
        let behind = rest.trim_start_matches(is_of_name);
        work::count(block.len() - at - behind.len());
        behind.len() < rest.len() && behind.trim_start().starts_with('=')
    })
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || sign == '-'
}

/// Where a quotation mark stands that is not in braces.
fn closing_quote(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let near = near(text);
    let closes = |byte: u8| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        byte == b'"' && depth == 0
    };
    work::sought(near, near.bytes().position(closes))
}

#[cfg(test)]
mod tests {
    use super::FIELDS;

    #[test]
    fn the_table_is_read() {
        assert!(FIELDS.titles.iter().any(|name| name == "title"));
        assert!(FIELDS.prose.iter().any(|name| name == "author"));
        assert!(!FIELDS.prose.iter().any(|name| FIELDS.titles.contains(name)));
    }
}
