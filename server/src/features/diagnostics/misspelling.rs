//! `misspelling`: the gazetteer says that the spelling is wrong.
//!
//! Why: A spelling that has been wrong once will be wrong again; the gazetteer remembers it. It is said of sources and
//! editions too.
//!
//! Russian: «Нота Чечерина»: Чечерина, of Чечерин, which the gazetteer calls wrong.
//!
//! Turkish: “Cicerin’in notası”: Cicerin, which the gazetteer calls wrong.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Misspelling(spelling) => Some(context.disapproved("finding-misspelling", *spelling)),
        _ => None,
    }
}
