//! The server, one module a concern.

mod actions;
mod clients;
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
mod lies;
mod lifecycle;
mod names;
mod order;
mod project_files;
mod projects;
mod protocol;
mod silence;
mod speed;
mod texts;
mod uris;
mod watching;
mod wire;
mod workspace_diagnostic;
