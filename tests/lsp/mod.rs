//! The server, one module a concern.

mod editors;
mod edits;
mod gazetteer;
mod lifecycle;
mod names;
mod order;
mod uris;
mod wire;
