//! Where a document first mentions an entity.

use std::ops::Range;

use super::{View, entities_of};

/// A mention, and the first of its entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The mention, with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// The first mention of the same entity, without its suffix; of an ambiguous mention, the first that may mean the
    /// same.
    pub first: Range<usize>,
}

/// The first mention in a document of what stands at a byte of it.
pub fn declaration(view: &View<'_>, at: usize) -> Option<Declaration> {
    let mention = view.analysis.mention_at(at)?;
    let wanted = entities_of(&mention);
    let first = view.analysis.mentions().find(|first| entities_of(first) == wanted)?;
    Some(Declaration {
        range: mention.with_suffix,
        first: first.range,
    })
}

#[cfg(test)]
mod tests {
    use super::declaration;
    use crate::features::fixture;

    #[track_caller]
    fn check(text: &str) {
        fixture::check(text, |view, at| {
            let found = declaration(view, at).into_iter();
            found.map(|found| (found.first, String::new())).collect()
        });
    }

    #[test]
    fn the_first_mention_in_whatever_language() {
        check(
            "//- /a.md
Говорили о Чичерине.
           ^^^^^^^^

Bugün Çiçerin’in notası geldi, sonra Tchitcherine$0’e yazıldı.
",
        );
        check("//- /a.md\nЧичерин$0 и Анкара.\n^^^^^^^\n");
        check("//- /a.md\nЧичерин и $0 Анкара.\n");
    }
}
