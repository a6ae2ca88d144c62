//! `ambiguous-name`: more than one entity fits, and nothing in the document tells which is meant.
//!
//! Why: An index must know which of two men of one name is meant. A full name, initials, a date or a decision says so.
//!
//! Russian: «Халиль-паша молчал», where two of them are in the gazetteer.
//!
//! Turkish: “Halil Paşa sustu”, where two of them are in the gazetteer.

use onomast_gazetteer::analysis::Mention;

use super::{Context, Draft};
use crate::features::{entities_of, naming, on_one_line};

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    if mention.entity().is_some() {
        return None;
    }
    let entities = entities_of(mention);
    let first = mention.candidates.first()?.spelling;
    let surface = context.view.text.slice(mention.range.clone());
    let message = context.messages.text(
        "finding-ambiguous-name",
        &[
            ("surface", on_one_line(&surface).into()),
            (
                "entities",
                naming::titles(context.gazetteer, &entities, context.messages.locale()).into(),
            ),
        ],
    );
    let text = |id| context.gazetteer.spelling(id).text.as_str();
    let same = mention
        .candidates
        .iter()
        .all(|candidate| text(candidate.spelling) == text(first));
    let related = mention
        .candidates
        .iter()
        .filter_map(|candidate| context.entry(candidate.spelling))
        .collect();
    Some(Draft {
        message,
        spelling: same.then_some(first),
        related,
        ..Draft::default()
    })
}
