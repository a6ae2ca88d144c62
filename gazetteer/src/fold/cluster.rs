//! Folding of one grapheme cluster by the Unicode tables: exact for all text, and slow. The tables of the fast path are
//! filled with it.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::rules;

/// Appends the folded form of a cluster that holds no invisible character.
///
/// It is decomposed first, so that canonically equivalent texts fold alike, and composed last.
pub(super) fn fold(cluster: &str, into: &mut String) {
    let mut base = '\0';
    let reduced = cluster
        .chars()
        .nfd()
        .default_case_fold()
        .nfd()
        .map(rules::reduce)
        .filter(|&c| {
            let dropped = rules::is_dropped(base, c);
            if canonical_combining_class(c) == 0 {
                base = c;
            }
            !dropped
        });
    into.extend(reduced.nfc());
}
