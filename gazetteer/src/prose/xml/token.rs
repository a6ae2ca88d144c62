//! The parts of a text with tags. Whatever is no whole tag, comment or the like is text: files are read while they are
//! typed.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::escape;
use quick_xml::events::attributes::Attributes;

use crate::prose::source::near;
use crate::prose::work;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Prose, or what only looks like a tag.
    Text,
    /// White space.
    Blank,
    /// `&…;`
    Reference,
    /// The text of a CDATA section.
    Plain,
    /// A start tag; one that ends itself, too.
    Start {
        name: &'a str,
        /// Between `<` and `>`.
        content: &'a str,
        empty: bool,
    },
    /// An end tag.
    End(&'a str),
    /// A comment, a declaration, a processing instruction, the marks of a CDATA section.
    Nothing,
}

/// More text than there is would be needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RanOut;

/// The part that begins at `at`, and where it ends. `complete`: there is no more text behind this one.
pub(super) fn next(text: &str, at: usize, complete: bool) -> Result<(Token<'_>, usize), RanOut> {
    let rest = text.get(at..).unwrap_or_default();
    let window = near(rest);
    let short = window.len() == rest.len() && !complete;
    match rest.as_bytes().first() {
        Some(b'<') => markup(window, short).map(|(token, length)| (token, at + length)),
        Some(b'&') => reference(window, short).map(|(token, length)| (token, at + length)),
        _ => match work::sought(rest, rest.find(['<', '&'])) {
            Some(length) => Ok((Token::Text, at + length)),
            None => Ok((Token::Text, text.len())),
        },
    }
}

/// Where `</name` stands at or behind `at`, in any case of letters.
pub(super) fn raw_end(text: &str, at: usize, name: &str) -> Option<usize> {
    let rest = text.get(at..)?;
    let is_end = |(found, _): &(usize, &str)| {
        let behind = rest.get(found + 2..found + 2 + name.len());
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name))
    };
    let found = rest.match_indices("</").find(is_end).map(|(found, _)| found);
    work::sought(rest, found).map(|found| at + found)
}

/// An attribute of a start tag, as it is meant. The first of the names given that is there.
pub(super) fn attribute<'a>(content: &'a str, name: &str, wanted: &[&str]) -> Option<Cow<'a, str>> {
    let value = written_attribute(content, name, wanted)?;
    Some(escape::unescape(value).unwrap_or(Cow::Borrowed(value)))
}

/// The same as it is written: a part of the tag.
pub(super) fn written_attribute<'a>(content: &'a str, name: &str, wanted: &[&str]) -> Option<&'a str> {
    work::count(content.len());
    let mut attributes = Attributes::html(content, name.len());
    let found: Vec<_> = attributes.with_checks(false).flatten().collect();
    wanted.iter().find_map(|wanted| {
        let attribute = found
            .iter()
            .find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case(wanted))?;
        match attribute.value {
            Cow::Borrowed(value) => Some(value),
            Cow::Owned(_) => None,
        }
    })
}

fn markup(window: &str, short: bool) -> Result<(Token<'_>, usize), RanOut> {
    let until = |token, end: &str| match work::sought(window, window.find(end)) {
        Some(at) => Ok((token, at + end.len())),
        None => half_typed(short),
    };
    if window.starts_with("<!--") {
        return until(Token::Nothing, "-->");
    }
    if window.starts_with("<![CDATA[") {
        return Ok((Token::Nothing, "<![CDATA[".len()));
    }
    if window.starts_with("<?") {
        return until(Token::Nothing, "?>");
    }
    if window.starts_with("<!") {
        return declaration(window, short);
    }
    tag(window, short)
}

/// A document type may hold declarations of its own between square brackets.
fn declaration(window: &str, short: bool) -> Result<(Token<'_>, usize), RanOut> {
    let end = work::sought(window, window.find(['>', '[']));
    let end = match end {
        Some(at) if window[at..].starts_with('[') => work::sought(window, window.find("]>")).map(|at| at + 2),
        Some(at) => Some(at + 1),
        None => None,
    };
    end.map_or_else(|| half_typed(short), |end| Ok((Token::Nothing, end)))
}

fn tag(window: &str, short: bool) -> Result<(Token<'_>, usize), RanOut> {
    let is_end = window.starts_with("</");
    let name_start = 1 + usize::from(is_end);
    let behind = &window[name_start..];
    match behind.chars().next() {
        Some(first) if first.is_alphabetic() || first == '_' => {}
        None if short => return Err(RanOut),
        _ => return Ok((Token::Text, 1)),
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    let name = &behind[..behind.find(|c| !is_name(c)).unwrap_or(behind.len())];
    work::count(name.len());
    let Some(end) = tag_end(window) else {
        return half_typed(short);
    };
    let content = &window[name_start..end - 1];
    let token = if is_end {
        Token::End(name)
    } else {
        Token::Start {
            name,
            content: content.trim_end_matches('/'),
            empty: content.ends_with('/'),
        }
    };
    Ok((token, end))
}

/// Where a tag ends: at the first `>` outside of the values of attributes; there is none behind another `<`.
fn tag_end(window: &str) -> Option<usize> {
    let mut quote = None;
    let end = window.bytes().enumerate().skip(1).find(|(_, byte)| {
        match (quote, *byte) {
            (None, b'>' | b'<') => return true,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
        false
    });
    work::sought(window, end.map(|(at, _)| at));
    end.filter(|(_, byte)| *byte == b'>').map(|(at, _)| at + 1)
}

fn half_typed<'a>(short: bool) -> Result<(Token<'a>, usize), RanOut> {
    if short { Err(RanOut) } else { Ok((Token::Text, 1)) }
}

fn reference(window: &str, short: bool) -> Result<(Token<'_>, usize), RanOut> {
    const LONGEST: usize = 40;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = work::sought(window, window[1..].find(|c| !is_name(c))).map(|length| 1 + length);
    match length {
        Some(length) if length > 1 && length < LONGEST && window[length..].starts_with(';') => {
            Ok((Token::Reference, length + 1))
        }
        None if short => Err(RanOut),
        _ => Ok((Token::Text, 1)),
    }
}

/// Where the text of a CDATA section whose mark ends at `at` ends; `None` where it has no near end.
pub(super) fn plain(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    work::sought(near(rest), near(rest).find("]]>")).map(|length| at..at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_what_only_looks_like_one() {
        let start = |name, content, empty| Token::Start { name, content, empty };
        for (text, token, length) in [
            ("<p>a", start("p", "p", false), 3),
            ("<lb break='no'/>a", start("lb", "lb break='no'", true), 16),
            ("<a href=\"x>y\">", start("a", "a href=\"x>y\"", false), 14),
            ("</tei:p >", Token::End("tei:p"), 9),
            ("<!-- <p> -->a", Token::Nothing, 12),
            ("<!DOCTYPE a [ <!ENTITY b 'c'> ]>d", Token::Nothing, 32),
            ("<?xml version='1'?>", Token::Nothing, 19),
            ("&nbsp;a", Token::Reference, 6),
            ("&#1234;", Token::Reference, 7),
            ("& a;", Token::Text, 1),
            ("< 5", Token::Text, 1),
            ("<p a <b>", Token::Text, 1),
            ("<!-- a", Token::Text, 1),
            ("a b<", Token::Text, 3),
        ] {
            assert_eq!(next(text, 0, true), Ok((token, length)), "{text}");
        }
        for text in ["<", "<p", "<!--", "&nb"] {
            assert_eq!(next(text, 0, false), Err(RanOut), "{text}");
        }
    }

    #[test]
    fn attributes_mean_what_is_written() {
        let content = "persName ref=\"#a&amp;b\" key='k' n=1 xml:lang=tr";
        let get = |wanted: &[&str]| attribute(content, "persName", wanted).map(Cow::into_owned);
        assert_eq!(get(&["ref"]).as_deref(), Some("#a&b"));
        assert_eq!(get(&["corresp", "key"]).as_deref(), Some("k"));
        assert_eq!(get(&["xml:lang"]).as_deref(), Some("tr"));
        assert_eq!(get(&["none"]), None);
    }
}
