//! `deprecated-spelling`: the gazetteer says that another spelling should stand here.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Deprecated(spelling) => Some(context.disapproved("finding-deprecated-spelling", *spelling)),
        _ => None,
    }
}
