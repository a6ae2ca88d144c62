//! One file a request, named as the protocol names it: what it advertises, and a handler that translates.

pub(super) mod completion;
pub(super) mod completion_resolve;
pub(super) mod definition;
pub(super) mod diagnostic;
pub(super) mod hover;
