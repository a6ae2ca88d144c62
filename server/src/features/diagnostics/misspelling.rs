//! `misspelling`: the gazetteer says that the spelling is wrong.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::Status;

use super::{Context, Draft};

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    let spelling = context.spelling_with(mention, Status::Misspelling)?;
    Some(context.disapproved("finding-misspelling", spelling))
}
