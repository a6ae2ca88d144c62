//! `onomast.server.previousMention`: the same as the next one, the other way.

use super::next_mention::{Argument, Step, step};
use crate::features::walk::Direction;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(super) fn run(_: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Step> {
    step(snapshot, &argument, Direction::Previous)
}
