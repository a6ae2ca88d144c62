//! `inconsistent-across-corpus`: the narration of the project mostly spells a name otherwise than this document does.
//!
//! The reference is found as in one document, over the drafts of the whole project. It is said once in a document and of
//! each name, at its first mention, and not where the document itself is not of one mind: then that is said.

use onomast_gazetteer::consistency::Verdict;

use super::inconsistent_spelling::counts;
use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    let Verdict::InconsistentAcrossCorpus { spelling, conflict } = verdict else {
        return None;
    };
    let message = context.messages.text(
        "finding-inconsistent-across-corpus",
        &[
            ("spelling", context.text(*spelling).into()),
            ("reference", context.text(conflict.reference).into()),
            ("counts", counts(context, conflict).into()),
        ],
    );
    Some(Draft {
        message,
        spelling: Some(*spelling),
        related: context.entry(conflict.reference).into_iter().collect(),
    })
}
