//! Addresses and citation keys in running text: they hold words, and none of them is a name in the text.

use std::ops::Range;

use memchr::memchr2_iter;
use smallvec::{SmallVec, smallvec};

use super::work;

/// The parts of `range` that are prose, and whether something that is none stands before each. An empty part with
/// `true` at the end says that it does behind the last.
pub(super) fn prose(block: &str, range: Range<usize>, cite_keys: bool) -> SmallVec<[(Range<usize>, bool); 1]> {
    let text = block.get(range.clone()).unwrap_or_default();
    work::count(1 + text.len());
    if !(may_hold_address(text.as_bytes()) || (cite_keys && text.contains('@'))) {
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
    memchr2_iter(b':', b'w', text).any(|at| text[at..].starts_with(b"://") || text[at..].starts_with(b"www."))
}

/// The first address or key at or behind `from`: start and length.
fn next(text: &str, from: usize, cite_keys: bool) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b':' | b'@' | b'w')) {
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
