//! What the end-to-end tests share.

pub mod client;
pub mod strict;
pub mod text;
pub mod workspace;
