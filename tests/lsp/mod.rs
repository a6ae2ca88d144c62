//! The server, one module a concern.

mod completion;
mod editors;
mod edits;
mod findings;
mod gazetteer;
mod lifecycle;
mod names;
mod order;
mod projects;
mod uris;
mod wire;
