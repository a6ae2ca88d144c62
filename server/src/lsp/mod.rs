//! The protocol. Only this folder names the transport crate.
