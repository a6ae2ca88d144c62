//! `deprecated-spelling`: the gazetteer says that another spelling should stand here.
//!
//! Why: Whoever keeps the gazetteer has decided which spelling the texts of the project have.
//!
//! Russian: «Пётр Тчичерин» in a project whose gazetteer deprecates Тчичерин.
//!
//! Turkish: “Tchitcherine’in notası”: Tchitcherine, where the gazetteer prefers Çiçerin.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Deprecated(spelling) => Some(context.disapproved("finding-deprecated-spelling", *spelling)),
        _ => None,
    }
}
