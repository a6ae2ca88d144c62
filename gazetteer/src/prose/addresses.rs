//! Addresses, names of files, citation keys and attributes in running text: they hold words, and none of them is a name in the
//! text.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr2_iter;
use serde::Deserialize;
use smallvec::{SmallVec, smallvec};

use super::work;

/// The parts of `range` that are prose, and whether something that is none stands before each. An empty part with
/// `true` at the end says that it does behind the last.
pub(super) fn prose(block: &str, range: Range<usize>, cite_keys: bool) -> SmallVec<[(Range<usize>, bool); 1]> {
    let text = block.get(range.clone()).unwrap_or_default();
    work::count(1 + text.len());
    if !(may_hold_address(text.as_bytes()) || (cite_keys && text.contains(['@', '{']))) {
        return smallvec![(range, false)];
    }
    let mut parts = SmallVec::new();
    let (mut at, mut from, mut barrier) = (0, 0, false);
    while let Some((start, length)) = next(text, from, cite_keys) {
        if start > at {
            parts.push((range.start + at..range.start + start, barrier));
        }
        barrier = true;
        at = start + length;
        from = at;
    }
    if at < text.len() || barrier {
        parts.push((range.start + at..range.end, barrier));
    }
    parts
}

/// Whether a bracketed text is a citation: `[see @petrov1961, p. 3]`.
pub(super) fn has_cite_key(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| cite_key(text, at).is_some())
}

/// Whether one of the signs of an address is there.
fn may_hold_address(text: &[u8]) -> bool {
    let behind = text.get(1..).unwrap_or_default();
    // Dots are many and stand before blanks: without a branch the compiler looks at many of them at once.
    let is_inner = |dot: u8, next: u8| (dot == b'.') & next.is_ascii_lowercase();
    let pairs = text.iter().zip(behind);
    pairs.fold(false, |found, (one, next)| found | is_inner(*one, *next))
        || memchr2_iter(b':', b'@', text).any(|at| match (text[at], behind.get(at)) {
            (b':', Some(b'\\')) => true,
            (b':', _) => text[at..].starts_with(b"://"),
            (_, next) => next.is_some_and(u8::is_ascii_alphanumeric),
        })
}

/// What addresses and the names of files end with.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Endings {
    domains: Vec<String>,
    files: Vec<String>,
}

static ENDINGS: LazyLock<Endings> =
    LazyLock::new(|| toml::from_str(include_str!("../../data/tables/addresses.toml")).unwrap_or_default());

/// Bytes of the name of a host, at most (RFC 1035, section 2.3.4).
const LONGEST_HOST: usize = 255;

/// The first address without a scheme whose last dot, `@` or colon stands at `at`: name@example.org, example.com, notes.pdf,
/// C:\notes. Start and length.
fn without_scheme(text: &str, from: usize, at: usize) -> Option<(usize, usize)> {
    let behind = &text[at + 1..];
    let word = || {
        let end = work::sought(behind, behind.find(|sign: char| !sign.is_ascii_alphanumeric()));
        &behind[..end.unwrap_or(behind.len())]
    };
    // Bytes that may stand before it: a drive is one letter.
    let lengths = match text.as_bytes()[at] {
        b':' if behind.starts_with('\\') && text[from..at].ends_with(|sign: char| sign.is_ascii_alphabetic()) => 1..=1,
        b'@' if is_host(behind) => 1..=usize::MAX,
        b'.' if behind.starts_with(|sign: char| sign.is_ascii_lowercase())
            && [&ENDINGS.domains, &ENDINGS.files]
                .into_iter()
                .flatten()
                .any(|known| known == word()) =>
        {
            1..=usize::MAX
        }
        _ => return None,
    };
    let before = stretch_before(text, from, at);
    lengths
        .contains(&before)
        .then(|| (at - before, before + address_length(&text[at..])))
}

/// Whether a text begins with the name of a host: example.org.
fn is_host(text: &str) -> bool {
    let near = &text[..text.floor_char_boundary(LONGEST_HOST)];
    let end = work::sought(near, near.find(char::is_whitespace));
    let host = near[..end.unwrap_or(near.len())].trim_end_matches(|sign: char| !sign.is_alphanumeric());
    host.starts_with(|sign: char| sign.is_ascii_alphanumeric()) && host.contains('.')
}

/// Bytes before `at`, not before `from`, that may belong to an address.
fn stretch_before(text: &str, from: usize, at: usize) -> usize {
    let is_part = |sign: &char| sign.is_alphanumeric() || "._-+\\/".contains(*sign);
    let length = text[from..at]
        .chars()
        .rev()
        .take_while(is_part)
        .map(char::len_utf8)
        .sum();
    work::count(length);
    length
}

/// The first address or key at or behind `from`: start and length.
fn next(text: &str, from: usize, cite_keys: bool) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(found) = bytes[at..]
        .iter()
        .position(|byte| matches!(byte, b':' | b'@' | b'.' | b'w' | b'{'))
    {
        at += found;
        let rest = &bytes[at..];
        if rest.starts_with(b"://") {
            let scheme = text[from..at]
                .bytes()
                .rev()
                .take_while(u8::is_ascii_alphanumeric)
                .count();
            work::count(scheme);
            if scheme > 0 {
                return Some((at - scheme, scheme + address_length(&text[at..])));
            }
        } else if rest.starts_with(b"www.") && !text[..at].ends_with(char::is_alphanumeric) {
            return Some((at, address_length(&text[at..])));
        } else if cite_keys
            && rest[0] == b'@'
            && let Some(length) = cite_key(text, at)
        {
            return Some((at, length));
        } else if rest[0] == b'{' {
            if cite_keys && let Some(length) = attributes(&text[at..]) {
                return Some((at, length));
            }
        } else if rest[0] != b'w'
            && let Some(address) = without_scheme(text, from, at)
        {
            return Some(address);
        }
        at += 1;
    }
    None
}

/// Up to a blank, less the punctuation of the sentence.
fn address_length(text: &str) -> usize {
    let end = work::sought(text, text.find(|c: char| c.is_whitespace() || "<>«»“”\"".contains(c)));
    text[..end.unwrap_or(text.len())]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\''])
        .len()
}

/// The length of a key with its `@`, which stands at `at`.
fn cite_key(text: &str, at: usize) -> Option<usize> {
    let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.');
    let key = &text[at + 1..];
    let end = work::sought(
        key,
        key.find(|c: char| !c.is_alphanumeric() && !"_:.#$%&-+?<>~/".contains(c)),
    );
    let key = key[..end.unwrap_or(key.len())].trim_end_matches(|c: char| !c.is_alphanumeric());
    (begins && key.starts_with(|c: char| c.is_alphanumeric() || c == '_')).then_some(1 + key.len())
}

/// The length of the attributes that a text begins with: `{#sec:one .wide lang=tr}`, `{-}`.
pub(super) fn attributes(text: &str) -> Option<usize> {
    const LONGEST: usize = 200;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    let end = work::sought(near, near.find(['}', '\n', '\r']))?;
    let inner = near.get(1..end).filter(|_| near[end..].starts_with('}'))?.trim();
    let is_attribute = |word: &str| {
        let begins = |sign: char| word.starts_with(sign) && word.len() > 1;
        let behind = word.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric() || sign == '-');
        begins('#') || begins('.') || begins('=') || word == "-" || behind.len() < word.len() && behind.starts_with('=')
    };
    inner
        .split_whitespace()
        .next()
        .is_some_and(is_attribute)
        .then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_no_prose() {
        for (text, length) in [
            ("{#fig:Kars} x", 11),
            ("{.wide lang=tr}", 15),
            ("{lang=\"tr\"}", 11),
            ("{-}", 3),
            ("{=latex}", 8),
        ] {
            assert_eq!(attributes(text), Some(length), "{text}");
        }
        for text in ["{Kars}", "{Kars", "{}", "{a = b}", "{-\n}", "{Карс=1}"] {
            assert_eq!(attributes(text), None, "{text}");
        }
    }

    #[test]
    fn the_table_is_read() {
        for list in [&ENDINGS.domains, &ENDINGS.files] {
            assert!(list.is_sorted() && !list.is_empty(), "{list:?}");
        }
    }
}
