//! `wrong-language-spelling`: the spelling is of another language than the paragraph, which has one of its own
//! (Chicherin in a Turkish paragraph). Titles of works, quotations and names in another script are left alone.
//!
//! Why: A spelling carried over from the English literature hides that the same person stands a page before.
//!
//! Russian: «Писал Chicherin» is left alone, since the script is another.
//!
//! Turkish: “Chicherin’in notası”: Chicherin, where Turkish has Çiçerin.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    let Verdict::WrongLanguage { spelling, better } = verdict else {
        return None;
    };
    let message = context.messages.text(
        "finding-wrong-language-spelling",
        &[
            ("spelling", context.text(*spelling).into()),
            ("better", context.text(*better).into()),
        ],
    );
    Some(Draft {
        message,
        spelling: Some(*spelling),
        related: context.entry(*spelling).into_iter().collect(),
        ..Draft::default()
    })
}
