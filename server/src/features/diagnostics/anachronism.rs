//! `anachronism`: the name or spelling was not yet in use at the date of the document (Atatürk in 1921). Without a
//! stated date it says nothing.
//!
//! Why: In 1921 nobody was called Atatürk; a text of that year that has the name was changed by somebody.
//!
//! Russian: «Ататюрк принял посла» in a text dated 1921.
//!
//! Turkish: “Atatürk elçiyi kabul etti” in a text dated 1921.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Anachronism(spelling) => Some(context.about("finding-anachronism", *spelling)),
        _ => None,
    }
}
