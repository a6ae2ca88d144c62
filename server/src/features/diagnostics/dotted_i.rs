//! `dotted-i`: it is a Turkish spelling but for the dots of i (Istanbul, İrak), in a Turkish paragraph.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::DottedI(spelling) => Some(context.about("finding-dotted-i", *spelling)),
        _ => None,
    }
}
