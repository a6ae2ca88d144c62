//! Sameness: when two writings of a name are one, and which of the spellings that a document uses is the one to keep to.
//!
//! Two spellings of the same name in the same language conflict, two names never do. Here it is decided what differs
//! ([`mod@compare`], [`mod@written`]), which differences a document shows ([`mod@conflict`], [`mod@form`]) and what is to be said of a
//! mention ([`mod@verdict`]). Nothing here has a severity or words for people, and nothing is looked for in a text that the
//! analysis has not found.

pub mod agreement;
pub mod compare;
pub mod conflict;
pub mod form;
mod gloss;
mod letters;
pub mod schemes;
pub mod suffix;
#[cfg(test)]
mod tests;
pub mod verdict;
pub mod written;

pub use agreement::{Agreement, Disagreement};
pub use compare::{Comparison, Difference, Differences, compare};
pub use conflict::{Conflict, Conflicts, Group, Standing, Style};
pub use form::FormConflict;
pub use gloss::Aside;
pub use schemes::{OtherScheme, other_schemes};
pub use suffix::{Apostrophe, SuffixFault, SuffixFaultKind, suffix_fault};
pub use verdict::{Circumstances, Consistency, Verdict};
pub use written::Written;

pub(crate) use form::{Alike, Forms};
pub(crate) use gloss::{Place, asides};
