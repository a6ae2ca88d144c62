//! `agreement`: words of a Russian name are declined, and in another case than the name (Халиля-пашой).
//!
//! The last word decides. A word before it agrees with it (Халилем-пашой) or stays undeclined (Халиль-пашой); which of the
//! two is a matter of `inconsistent-form`. All words that do not agree are put right together.
//!
//! Why: Half of a double name was declined by a program or by haste.
//!
//! Russian: «Встреча с Халиля-пашой»: Халилем-пашой or Халиль-пашой.
//!
//! Turkish: Only Russian names have it: “Халиля-пашой” cited in a Turkish footnote.

use onomast_gazetteer::analysis::Mention;

use super::{Context, Draft};
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    let text = context.view.text;
    let found = context.agreement.disagreement(mention, text)?;
    let words = found.words.iter();
    let words: Vec<String> = words.map(|word| on_one_line(&text.slice(word.clone()))).collect();
    let message = context.messages.text(
        "finding-agreement",
        &[
            ("word", words.join(", ").into()),
            ("name", on_one_line(&text.slice(mention.range.clone())).into()),
        ],
    );
    let proposals = found
        .corrections
        .iter()
        .filter_map(|form| context.proposal(&found.range(), form));
    Some(Draft {
        message,
        spelling: mention.candidates.first().map(|candidate| candidate.spelling),
        proposals: proposals.collect(),
        ..Draft::default()
    })
}
