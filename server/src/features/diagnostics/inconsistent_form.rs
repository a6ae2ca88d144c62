//! `inconsistent-form`: one spelling is written in more than one form in the narration of one document.
//!
//! Forms differ in a capital inside (Сами-бей, Сами-Бей), in hyphen, space or nothing between words, in dots and blanks of
//! acronyms and initials (T.B.M.M., TBMM; В. И., В.И.), in the circumflex (Kâzım, Kazım), in an apostrophe or none before
//! a Turkish suffix, and in the first word declined or not (Халиля-паши, Халиль-паши). The most frequent form is the one to
//! keep to, whatever the gazetteer has. Capitals throughout, ё and е, and what printing puts in are no difference.
//!
//! Why: Editors want one form, and which one is mostly a matter of taste: so it is a hint.
//!
//! Russian: «Сами-бей приехал, а Сами-Бея не встретили»: Сами-Бея.
//!
//! Turkish: “Kâzım sustu, Kazım’ı dinlediler”: Kazım’ı.

use onomast_gazetteer::consistency::{FormConflict, Verdict};

use super::{Context, Draft};
use crate::features::finding::Related;
use crate::features::on_one_line;

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    let Verdict::Form(conflict) = verdict else {
        return None;
    };
    let named = |key: &str| context.messages.text(&format!("difference-{key}"), &[]);
    let differences: Vec<String> = conflict.differences.iter().map(|one| named(one.as_str())).collect();
    let (here, mostly) = conflict.counts;
    let key = match here < mostly {
        true => "finding-inconsistent-form",
        false => "finding-inconsistent-form-even",
    };
    let message = context.messages.text(
        key,
        &[
            ("differences", differences.join(", ").into()),
            ("here", here.into()),
            ("mostly", mostly.into()),
        ],
    );
    Some(Draft {
        message,
        spelling: Some(conflict.spelling),
        related: first(context, conflict).into_iter().collect(),
        ..Draft::default()
    })
}

fn first(context: &Context<'_>, conflict: &FormConflict) -> Option<Related> {
    let range = conflict.first..conflict.first + 1;
    let mention = context.view.analysis.mentions_in(range).next()?;
    let surface = on_one_line(&context.view.text.slice(mention.with_suffix.clone()));
    let message = context.messages.text("related-first", &[("spelling", surface.into())]);
    Some(Related {
        path: None,
        range: mention.range,
        message,
    })
}
