//! JSON with positions: strict, bounded in depth, linear in time.
//!
//! The parser is made for JSON with comments, so what it forgives beyond its switches (a line break or a tabulator in a
//! string, blanks that JSON does not know) is refused by a second, plain reading.

use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind as Kind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};
use serde::de::IgnoredAny;

/// Why a text is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// One of the reasons that [`super::Code::Syntax`] lists.
    pub(super) reason: &'static str,
    /// Bytes of the text.
    pub(super) range: Range<usize>,
}

/// Parses a whole text. Never nested deeper than 512, so what walks the value may recurse.
pub(super) fn parse(text: &str) -> Result<Value<'_>, Fault> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| Fault {
        reason: reason(error.kind()),
        range: error.range().start..error.range().end,
    })?;
    let value = parsed.value.ok_or(Fault {
        reason: "empty",
        range: 0..0,
    })?;
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Ok(value),
        Err(error) => Err(Fault {
            reason: "unexpected",
            range: character(text, error.line(), error.column()),
        }),
    }
}

/// The JSON pointer (RFC 6901) of the innermost value that holds `range`; the key of a property counts as its value.
pub(super) fn pointer(root: &Value<'_>, range: &Range<usize>) -> String {
    let holds = |node: jsonc_parser::common::Range| node.start <= range.start && range.end <= node.end;
    let mut pointer = String::new();
    let mut value = root;
    loop {
        match value {
            Value::Object(object) => {
                let after = object
                    .properties
                    .partition_point(|property| property.range.start <= range.start);
                let Some(property) = object.properties[..after]
                    .last()
                    .filter(|property| holds(property.range))
                else {
                    return pointer;
                };
                pointer.push('/');
                pointer.push_str(&property.name.as_str().replace('~', "~0").replace('/', "~1"));
                value = &property.value;
            }
            Value::Array(array) => {
                let after = array.elements.partition_point(|element| element.start() <= range.start);
                let Some(element) = array.elements[..after].last().filter(|element| holds(element.range())) else {
                    return pointer;
                };
                pointer.push_str(&format!("/{}", after - 1));
                value = element;
            }
            _ => return pointer,
        }
    }
}

/// The bytes of a value; of a string those between its quotation marks.
pub(super) fn range(value: &Value<'_>) -> Range<usize> {
    let range = value.range();
    match value {
        Value::StringLit(_) => range.start + 1..range.end - 1,
        _ => range.start..range.end,
    }
}

/// The bytes of a property's key, between its quotation marks.
pub(super) fn key_range(property: &ObjectProp<'_>) -> Range<usize> {
    let range = property.name.range();
    range.start + 1..range.end - 1
}

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

fn reason(kind: &Kind) -> &'static str {
    match kind {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => "comment",
        Kind::TrailingCommasNotAllowed => "trailing-comma",
        Kind::ExpectedComma => "missing-comma",
        Kind::NestingDepthExceeded => "too-deep",
        Kind::MultipleRootJsonValues => "behind-end",
        Kind::UnterminatedArray
        | Kind::UnterminatedObject
        | Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => "unterminated",
        _ => "unexpected",
    }
}

/// The character at a line and a column as serde_json counts them: lines end at `\n`, columns are bytes from 1.
fn character(text: &str, line: usize, column: usize) -> Range<usize> {
    let line_start = match line {
        0 | 1 => 0,
        _ => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    let mut start = (line_start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start..start + text[start..].chars().next().map_or(0, char::len_utf8)
}
