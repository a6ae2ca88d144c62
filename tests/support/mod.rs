//! What the end-to-end tests share.

pub(crate) mod client;
pub(crate) mod page;
pub(crate) mod strict;
pub(crate) mod strict_edits;
pub(crate) mod text;
pub(crate) mod workspace;
