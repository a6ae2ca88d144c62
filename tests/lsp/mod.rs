//! The server, one module a concern.

mod actions;
mod commands;
mod completion;
mod corpus;
mod editors;
mod edits;
mod enable;
mod findings;
mod gazetteer;
mod gazetteer_file;
mod index;
mod lifecycle;
mod names;
mod order;
mod projects;
mod protocol;
mod texts;
mod uris;
mod watching;
mod wire;
mod workspace_diagnostic;
