//! `anachronism`: the name or spelling was not yet in use at the date of the document (Atatürk in 1921). Without a
//! stated date it says nothing.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Anachronism(spelling) => Some(context.about("finding-anachronism", *spelling)),
        _ => None,
    }
}
