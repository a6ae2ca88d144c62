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

use onomast_gazetteer::analysis::{FirstUses, NearMiss};
use onomast_gazetteer::entity::SpellingId;

use super::{At, Context, Draft};
use crate::features::finding::{Related, Severity};
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>) -> Vec<(At, Draft)> {
    let analysis = context.view.analysis;
    let near_misses = analysis.near_misses(context.view.text);
    let present = near_misses.iter().filter(|near| near.right_count > 0);
    let meant = present.flat_map(|near| spellings_of(context, near));
    let first = analysis.first_uses(&meant.collect());
    near_misses.iter().map(|near| draft(context, near, &first)).collect()
}

/// All spellings of the name that is meant.
fn spellings_of(context: &Context<'_>, near: &NearMiss) -> impl Iterator<Item = SpellingId> {
    let gazetteer = context.gazetteer;
    let name = gazetteer.spelling(near.spelling).name;
    gazetteer.spellings(name).map(|(spelling, _)| spelling)
}

fn draft(context: &Context<'_>, near: &NearMiss, first: &FirstUses) -> (At, Draft) {
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
    let first = first_use(context, near, first);
    let at = At::place(context.gazetteer, near.name.clone(), near.zone, Some(near.spelling));
    let draft = Draft {
        message,
        spelling: Some(near.spelling),
        written: Some(on_one_line(&near.written)),
        related: first.into_iter().chain(context.entry(near.spelling)).collect(),
        proposals: context.proposal(&near.word, &near.right).into_iter().collect(),
        severity: (near.right_count > 0).then_some(Severity::Warning),
        ..Draft::default()
    };
    (at, draft)
}

/// Where the document first has the name that is meant.
fn first_use(context: &Context<'_>, near: &NearMiss, first: &FirstUses) -> Option<Related> {
    let uses = spellings_of(context, near).filter_map(|spelling| first.get(&spelling));
    let range = uses.min_by_key(|range| range.start)?.clone();
    let surface = on_one_line(&context.view.text.slice(range.clone()));
    Some(Related {
        path: None,
        range,
        message: context.messages.text("related-first", &[("spelling", surface.into())]),
    })
}
