//! A bare apostrophe behind s is a suffix of English (the Soviets’ answer), or the mark that closes a quotation
//! (‘nobody had heard of the Soviets’). The prose knows which; the matcher, which sees words, does not.

use crate::language::Language;
use crate::matcher::{Haystack, Hit};
use crate::prose::{self, Layout};
use crate::reading::GrammaticalCase;

/// Takes from the hits the apostrophes that close a quotation, and what they would have said.
pub(super) fn are_no_suffixes(haystack: Haystack<'_>, layout: &Layout, hits: &mut [Hit]) {
    if *haystack.language != Language::English || layout.quoted.is_empty() {
        return;
    }
    for hit in hits {
        let suffix = haystack.folded.text().get(hit.end..hit.suffix_end);
        if suffix == Some("'") && closes_a_quotation(haystack, layout, hit) {
            hit.suffix_end = hit.end;
            let is_owner = |case: Option<GrammaticalCase>| case == Some(GrammaticalCase::Genitive);
            hit.readings.retain(|reading| !is_owner(reading.case));
        }
    }
}

fn closes_a_quotation(haystack: Haystack<'_>, layout: &Layout, hit: &Hit) -> bool {
    haystack.scratch.count(1);
    let range = haystack.source_range(hit.start, hit.end);
    prose::around(&layout.quoted, &range).any(|quoted| quoted.range.end == range.end)
}
