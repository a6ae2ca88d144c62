//! Lists of literature: what stands under «Литература», “Kaynakça” or “References” are references, whatever they look like, up
//! to the next heading of the same rank.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::{references, work};
use crate::fold::fold_word;

/// Bytes of the longest heading that is looked at.
pub(super) const LONGEST_HEADING: usize = 120;

/// Words of the longest one, at most.
const MOST_HEADING_WORDS: usize = 6;

/// Words of an entry that has no sign of a reference, at most. Under «Литература» somebody may tell of literature.
const MOST_WORDS: usize = 40;

/// The rank of what is no heading by its markup and stands like one: a paragraph of nothing but these words.
pub(super) const LOWEST_RANK: u8 = 7;

/// Headings as they are compared.
#[derive(Debug, Default)]
struct Headings {
    lists: BTreeSet<String>,
    parts: BTreeSet<String>,
}

static HEADINGS: LazyLock<Headings> = LazyLock::new(|| {
    let comparable = |headings: &[String]| headings.iter().map(|heading| fold_word(heading)).collect();
    let (lists, parts) = references::headings();
    Headings {
        lists: comparable(lists),
        parts: comparable(parts),
    }
});

/// Whether literature is listed under this heading.
pub(super) fn heads_list(heading: &str) -> bool {
    is_among(heading, &HEADINGS.lists)
}

/// Whether this heading may stand in such a list: «Монографии», “Makaleler”. Where headings have no ranks nothing else tells.
pub(super) fn heads_part(heading: &str) -> bool {
    heads_list(heading) || is_among(heading, &HEADINGS.parts)
}

/// The rank of the list that is open behind a heading of this rank, where one of the rank `open` was before it; 0 is none.
pub(super) fn behind_heading(open: u8, rank: u8, heading: &str) -> u8 {
    match () {
        () if open > 0 && rank > open => open,
        () if heads_list(heading) => rank,
        () if open > 0 && heads_part(heading) => open,
        () => 0,
    }
}

/// Whether a paragraph under such a heading is an entry.
pub(super) fn is_entry(paragraph: &str) -> bool {
    work::count(paragraph.len());
    paragraph.split_whitespace().nth(MOST_WORDS).is_none() || references::is_reference(paragraph)
}

fn is_among(heading: &str, known: &BTreeSet<String>) -> bool {
    let heading = heading.trim();
    if heading.is_empty() || heading.len() > LONGEST_HEADING {
        return false;
    }
    work::count(heading.len());
    let bare = without_number(heading).trim_end_matches([':', '.', ' ', '\u{a0}', '\t']);
    if !bare.starts_with(char::is_uppercase) {
        return false;
    }
    // Asked of the beginning of every paragraph: few are so short.
    let words: SmallVec<[&str; MOST_HEADING_WORDS + 1]> =
        bare.split_whitespace().take(MOST_HEADING_WORDS + 1).collect();
    words.len() <= MOST_HEADING_WORDS && known.contains(&fold_word(&words.join(" ")))
}

/// A heading without the number before it: `5. `, `IV. `, `2.1 `.
fn without_number(heading: &str) -> &str {
    let behind = heading.trim_start_matches(|sign: char| sign.is_ascii_digit() || "IVX".contains(sign));
    let number = &heading[..heading.len() - behind.len()];
    let rest = behind.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ')'));
    let is_parted = rest.len() < behind.len() || number.ends_with(|sign: char| sign.is_ascii_digit());
    match rest.strip_prefix([' ', '\u{a0}', '\t']) {
        Some(rest) if is_parted && !number.is_empty() => rest.trim_start(),
        _ => heading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_lists() {
        for (heading, heads) in [
            ("Литература", true),
            ("СПИСОК ЛИТЕРАТУРЫ:", true),
            ("Источники и литература", true),
            ("5. Kaynakça", true),
            ("KAYNAKÇA", true),
            ("BİBLİYOGRAFYA", true),
            ("IV. Kaynaklar", true),
            ("2.1 References", true),
            ("Works\u{a0}Cited", true),
            ("Литература и жизнь", false),
            ("литература", false),
            ("Kaynakları", false),
            ("V", false),
            ("", false),
        ] {
            assert_eq!(heads_list(heading), heads, "{heading}");
        }
        let (lists, parts) = references::headings();
        let mut all = lists.iter().chain(parts);
        assert!(
            all.all(|heading| heading.split(' ').count() <= MOST_HEADING_WORDS && heading.len() <= LONGEST_HEADING)
        );
        assert!(heads_part("Монографии") && !heads_list("Монографии"));
    }

    #[test]
    fn who_tells_of_literature_lists_none() {
        assert!(is_entry("Sovyet belgeleri, Ankara 1957."));
        assert!(!is_entry(
            &"Романы писали тогда немногие, и читали их не все. ".repeat(8)
        ));
        assert!(is_entry(&format!("{} М., 1961. С. 5.", "Очерки ".repeat(20))));
    }
}
