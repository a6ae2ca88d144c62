//! `mixed-scheme`: a name is transliterated by another scheme than most names of the document in its language (Karakhan
//! beside Çiçerin).
//!
//! The scheme is the one that the gazetteer states, or those that give the spelling from the Russian one. A spelling that
//! no scheme gives says nothing. It is said once, at the first mention.
//!
//! Why: Each of two spellings may be right, and together they look careless. Many texts have good reasons, so it is off.
//!
//! Russian: «Karakhan и Çiçerin» in the Latin names of a Russian text.
//!
//! Turkish: “Çiçerin ve Karakhan”: Karakhan, where the other names follow Turkish practice.

use std::ops::Range;

use onomast_gazetteer::consistency::{OtherScheme, other_schemes};

use super::{At, Context, Draft};

pub(super) fn find(context: &Context<'_>) -> Vec<(At, Draft)> {
    let analysis = context.view.analysis;
    let others = other_schemes(analysis);
    let first = analysis.first_uses(&others.iter().map(|other| other.spelling).collect());
    let drafts = others
        .iter()
        .filter_map(|other| draft(context, other, first.get(&other.spelling)?));
    drafts.collect()
}

fn draft(context: &Context<'_>, other: &OtherScheme, first: &Range<usize>) -> Option<(At, Draft)> {
    let first = context.view.analysis.mention_at(first.start)?;
    let (by, not_by) = other.counts;
    let message = context.messages.text(
        "finding-mixed-scheme",
        &[
            ("spelling", context.text(other.spelling).into()),
            ("scheme", other.scheme.title().into()),
            ("mostly", other.mostly.title().into()),
            ("counts", format!("{by} : {not_by}").into()),
        ],
    );
    let draft = Draft {
        message,
        spelling: Some(other.spelling),
        related: context.entry(other.spelling).into_iter().collect(),
        ..Draft::default()
    };
    Some((At::mention(&first), draft))
}
