//! `historical-spelling`: the name or spelling was no longer in use at the date of the document (Angora in 1950). Without
//! a stated date it says nothing.
//!
//! Why: In a text of 1950 Angora is a quotation or a slip.
//!
//! Russian: «Приехал в Ангору» in a text dated 1950.
//!
//! Turkish: “Angora’ya geldi” in a text dated 1950.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::Historical(spelling) => Some(context.about("finding-historical-spelling", *spelling)),
        _ => None,
    }
}
