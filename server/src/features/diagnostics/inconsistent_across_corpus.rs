//! `inconsistent-across-corpus`: the narration of this document spells a name otherwise than most of the project does.
//!
//! It is said once in a document and of each name, at the first mention of the name in its language, with how often each
//! spelling stands in the project. The spelling to keep to is found as in one document, over all drafts of the project;
//! sources, editions and quotations do not count. Where that mention has another finding about its spelling, this one is
//! left out. In the editor it comes when all texts of the project have been read, and at quiet moments.
//! `onomast check` reads all texts of the project for it, whichever of them it is asked to check; where no project file
//! stands, those that are checked.
//!
//! Why: A book of many articles is read as one: its reader meets Angora in this article and Ankara in the next.
//!
//! Russian: «Письмо отправили из Ангоры» in one article, where the others have Анкара.
//!
//! Turkish: “Angora’dan yazıldı” in one article, where the others have Ankara.

use onomast_gazetteer::consistency::{Standing, Verdict};

use super::inconsistent_spelling::counts;
use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    let Verdict::InconsistentAcrossCorpus { spelling, conflict } = verdict else {
        return None;
    };
    let is_styled = conflict
        .groups
        .first()
        .is_some_and(|group| group.standing == Standing::Styled);
    let key = match is_styled {
        true => "finding-inconsistent-spelling-style",
        false if conflict.is_plain() => "finding-inconsistent-across-corpus",
        false => "finding-inconsistent-across-corpus-even",
    };
    let message = context.messages.text(
        key,
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
        ..Draft::default()
    })
}
