//! The files of a project as languages of their own: what an editor gets in a gazetteer, and beside it in settings and
//! decisions, besides findings.

pub mod completion;
pub mod conflict;
pub mod hover;
pub mod lens;
pub mod outlined;
pub(super) mod place;
mod schema;
pub mod subject;
pub mod symbols;
