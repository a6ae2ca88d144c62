//! `dotted-i`: it is a Turkish spelling but for the dots of i (Istanbul, İrak), in a Turkish paragraph.
//!
//! Why: I and İ are two letters of Turkish; keyboards and programs of other languages mix them up.
//!
//! Russian: Only in Turkish paragraphs: «Istanbul» in a Russian one is left alone.
//!
//! Turkish: “Istanbul’da kaldı”: Istanbul, of İstanbul; Irak and Isparta are right.

use onomast_gazetteer::consistency::Verdict;

use super::{Context, Draft};

pub(super) fn word(context: &Context<'_>, verdict: &Verdict<'_>) -> Option<Draft> {
    match verdict {
        Verdict::DottedI { right, .. } => Some(context.about("finding-dotted-i", *right)),
        _ => None,
    }
}
