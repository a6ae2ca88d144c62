//! What the end-to-end tests share.

pub(crate) mod client;
pub(crate) mod gate;
pub(crate) mod page;
pub(crate) mod strict;
pub(crate) mod text;
pub(crate) mod workspace;
