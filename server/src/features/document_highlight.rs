//! All mentions of the entity under the cursor, in this document.

use std::ops::Range;

use super::{View, entities_of};

/// The mentions of what stands at a byte of a document, with their suffixes, in every language and form; of an ambiguous
/// mention, those that may mean the same entities. Empty off a name.
pub fn document_highlight(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let Some(wanted) = view.analysis.mention_at(at).as_ref().map(entities_of) else {
        return Vec::new();
    };
    let mentions = view.analysis.mentions();
    mentions
        .filter(|mention| entities_of(mention) == wanted)
        .map(|mention| mention.with_suffix)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::document_highlight;
    use crate::features::fixture;

    #[track_caller]
    fn check(text: &str) {
        fixture::check(text, |view, at| {
            let found = document_highlight(view, at).into_iter();
            found.map(|range| (range, String::new())).collect()
        });
    }

    #[test]
    fn every_language_and_form() {
        check(
            "//- /a.md
Г. В. Чичерин$0 писал Чичерину.
^^^^^^^^^^^^^
                    ^^^^^^^^

Bugün Çiçerin’in notası geldi, Ankara’da okundu.
      ^^^^^^^^^^
",
        );
    }

    #[test]
    fn over_a_line_break_and_beside_wide_characters() {
        check(
            "//- /a.txt
👩 В письме Чиче-
           ^^^^^
рину$0 и Чичерин\u{301}у.
^^^^
       ^^^^^^^^^
",
        );
    }

    #[test]
    fn what_is_ambiguous_goes_with_what_is_as_ambiguous() {
        check(
            "//- /a.md
Bugün Halil$0 geldi. Halil’e haber verildi, Çiçerin gitti.
      ^^^^^
                   ^^^^^^^
",
        );
    }

    #[test]
    fn nothing_off_a_name() {
        check("//- /a.md\nЧичерин $0писал Чичерину.\n");
    }
}
