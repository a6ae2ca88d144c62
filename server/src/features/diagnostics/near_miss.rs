//! `near-miss`: a word that is no form of any name, and almost one: a letter is wrong, missing, too many or in the wrong
//! place (Муданайское), a small word is glued to a name (Чичеринус), or one word of a longer name is another one (Fuat
//! Sabri, for Fuat Sabit).
//!
//! It is a question, and no mention. Words of five letters or more are looked at, endings aside, that begin with a capital
//! and are near to one name only. A given name, a common word, a name that stands again and again, a word behind somebody
//! else’s given name and the names in references to literature are left alone. Where the document also has the name that
//! is meant, it is a warning.
//!
//! Why: What no search finds because of one letter is the mistake that lasts longest, and a question costs less than a
//! wrong index.
//!
//! Russian: «Ждали Г. В. Чичеринус ответом»: Чичерину с?
//!
//! Turkish: “Fuat Sabri sustu”: Fuat Sabit?

use onomast_gazetteer::analysis::NearMiss;

use super::{At, Context, Draft};
use crate::features::finding::{Related, Severity};
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>) -> Vec<(At, Draft)> {
    let near_misses = context.view.analysis.near_misses(context.view.text);
    near_misses.iter().map(|near| draft(context, near)).collect()
}

fn draft(context: &Context<'_>, near: &NearMiss) -> (At, Draft) {
    let view = context.view;
    let surface = |range| on_one_line(&view.text.slice(range));
    let (before, behind) = (near.name.start..near.word.start, near.word.end..near.name.end);
    let meant = [&view.text.slice(before), near.right.as_str(), &view.text.slice(behind)].concat();
    let message = context.messages.text(
        "finding-near-miss",
        &[
            ("surface", surface(near.name.clone()).into()),
            ("meant", on_one_line(&meant).into()),
            ("count", near.right_count.into()),
        ],
    );
    let first = (near.right_count > 0).then(|| first_use(context, near)).flatten();
    let at = At::place(context.gazetteer, near.name.clone(), near.zone, Some(near.spelling));
    let draft = Draft {
        message,
        spelling: Some(near.spelling),
        related: first.into_iter().chain(context.entry(near.spelling)).collect(),
        proposals: context.proposal(&near.word, &near.right).into_iter().collect(),
        severity: (near.right_count > 0).then_some(Severity::Warning),
        ..Draft::default()
    };
    (at, draft)
}

/// Where the document first has the name that is meant.
fn first_use(context: &Context<'_>, near: &NearMiss) -> Option<Related> {
    let name = context.gazetteer.spelling(near.spelling).name;
    let is_meant = |spelling| context.gazetteer.spelling(spelling).name == name;
    let mut mentions = context.view.analysis.mentions();
    let first = mentions.find(|mention| mention.counts() && mention.uses().any(is_meant))?;
    let surface = on_one_line(&context.view.text.slice(first.range.clone()));
    Some(Related {
        path: None,
        range: first.range,
        message: context.messages.text("related-first", &[("spelling", surface.into())]),
    })
}
