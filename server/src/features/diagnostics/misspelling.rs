//! `misspelling`: the gazetteer says that the spelling is wrong.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Misspelling(spelling) => Some(context.disapproved("finding-misspelling", *spelling)),
        _ => None,
    }
}
