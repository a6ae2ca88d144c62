//! `inconsistent-spelling`: two spellings of one name in one language stand in the narration of one document.
//!
//! The reference is what the style of the document prefers, else the most frequent of the preferred and accepted
//! spellings, at a tie the preferred one, then the first. A historical spelling is the reference, and is not reported,
//! only where the document states a date in its period or its style prefers it. Everything else is the minority.
//! Quotations, bibliography, titles (in quotation marks of any kind, or called so by the markup) and glosses (Ankara, eski
//! adıyla Angora; Angora/Ankara) do not count.
//!
//! Why: A reader who meets Angora and Ankara on one page takes them for two towns, and an index made of the text splits.
//!
//! Russian: «Из Анкары писали, что в Ангоре всё спокойно»: Ангора, where the text mostly has Анкара.
//!
//! Turkish: “Ankara’dan gelen heyet Angora’ya döndü”: Angora, where the text mostly has Ankara.

use onomast_gazetteer::consistency::{Conflict, Group, Standing, Verdict};
use onomast_gazetteer::entity::SpellingId;

use super::{Context, Draft};
use crate::features::finding::Related;

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    let Verdict::Inconsistent { spelling, conflict } = verdict else {
        return None;
    };
    let is_styled = |first: &Group| first.standing == Standing::Styled;
    let key = match conflict.is_plain() {
        true if conflict.groups.first().is_some_and(is_styled) => "finding-inconsistent-spelling-style",
        true => "finding-inconsistent-spelling",
        false => "finding-inconsistent-spelling-even",
    };
    let message = context.messages.text(
        key,
        &[
            ("spelling", context.text(*spelling).into()),
            ("reference", context.text(conflict.reference).into()),
            ("counts", counts(context, conflict).into()),
        ],
    );
    let others = conflict.groups.iter().filter(|group| !group.members.contains(spelling));
    Some(Draft {
        message,
        spelling: Some(*spelling),
        related: others.filter_map(|group| first_of(context, group)).collect(),
        ..Draft::default()
    })
}

pub(super) fn counts(context: &Context<'_>, conflict: &Conflict) -> String {
    let count = |group: &Group| format!("{} {}", context.text(group.face), group.count);
    let counts: Vec<String> = conflict.groups.iter().map(count).collect();
    counts.join(", ")
}

fn first_of(context: &Context<'_>, group: &Group) -> Option<Related> {
    let first = |spelling: &SpellingId| context.first_use(*spelling);
    let range = group.members.iter().filter_map(first).min_by_key(|range| range.start)?;
    let message = context
        .messages
        .text("related-first", &[("spelling", context.text(group.face).into())]);
    Some(Related {
        path: None,
        range,
        message,
    })
}
