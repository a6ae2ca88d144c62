//! One file a request, named as the protocol names it: what it advertises, and a handler that translates.

pub(super) mod definition;
pub(super) mod diagnostic;
pub(super) mod execute_command;
pub(super) mod hover;
pub(super) mod implementation;
pub(super) mod references;
pub(super) mod workspace_symbol;
