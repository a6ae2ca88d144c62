//! `deprecated-spelling`: the gazetteer says that another spelling should stand here.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::Status;

use super::{Context, Draft};

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    let spelling = context.spelling_with(mention, Status::Deprecated)?;
    Some(context.disapproved("finding-deprecated-spelling", spelling))
}
