//! `unknown-name`: a word with a capital inside a sentence that is no form of anything in the gazetteer.
//!
//! Neighbouring ones and initials before them are one name; it is said once, where it first stands, and how often. Given
//! names by themselves, common words and references to literature are left alone.
//!
//! Why: Who begins a gazetteer wants to see what it lacks; for everybody else it would be noise, so it is off.
//!
//! Russian: «К ним приехал Иван Столбов»: Иван Столбов.
//!
//! Turkish: “Onlara Veli Taşkın geldi”: Taşkın.

use super::{At, Context, Draft};
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>) -> Vec<(At, Draft)> {
    let view = context.view;
    let unknown = view.analysis.unknown_names(view.text).into_iter();
    let draft = |unknown: onomast_gazetteer::analysis::UnknownName| {
        let name = on_one_line(&view.text.slice(unknown.range.clone()));
        let values = [("name", name.into()), ("count", unknown.count.into())];
        let draft = Draft {
            message: context.messages.text("finding-unknown-name", &values),
            ..Draft::default()
        };
        (At::place(context.gazetteer, unknown.range, unknown.zone, None), draft)
    };
    unknown.map(draft).collect()
}
