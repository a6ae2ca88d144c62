//! What goes beyond LSP: commands of `workspace/executeCommand`, so that any editor can have it. `docs/protocol.md`
//! describes each; a test holds it to that.
//!
//! To add one, write its file here (`run`, which takes its argument and answers with what serde makes an object of, or
//! `None` for `null`, or an error that says why not), put its row into the table below and describe it on the page.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};

use super::session::Shared;
use super::snapshot::Snapshot;

mod counterparts;
mod decide;
mod entities;
mod explain;
mod new_entity;
mod next_mention;
mod previous_mention;
mod replace;
mod show_entity;
mod status;

macro_rules! commands {
    ($($id:literal => $module:ident;)*) => {
        /// Every command, for the client and the documentation.
        pub const COMMANDS: &[&str] = &[$($id),*];

        /// Runs a command. An unknown one and an argument that does not fit are errors.
        pub(super) fn run(shared: &Shared, snapshot: &Snapshot, command: &str, argument: Value) -> Result<Option<Value>> {
            match command {
                $($id => answer($module::run(shared, snapshot, read(argument)?).outcome()?),)*
                _ => Err(Error::invalid_params(format!("no such command: {command}"))),
            }
        }
    };
}

commands! {
    "onomast.server.entities" => entities;
    "onomast.server.status" => status;
    "onomast.server.nextMention" => next_mention;
    "onomast.server.previousMention" => previous_mention;
    "onomast.server.counterparts" => counterparts;
    "onomast.server.explain" => explain;
    "onomast.server.showEntity" => show_entity;
    "onomast.server.replace" => replace;
    "onomast.server.newEntity" => new_entity;
    "onomast.server.decide" => decide;
}

/// The command that changes all texts of a project that name something.
pub(super) const REPLACE: &str = "onomast.server.replace";

fn read<P: DeserializeOwned>(argument: Value) -> Result<P> {
    serde_json::from_value(argument).map_err(|error| Error::invalid_params(format!("the argument: {error}")))
}

fn answer<R: Serialize>(answer: Option<R>) -> Result<Option<Value>> {
    let answer = answer.map(serde_json::to_value).transpose();
    answer.map_err(|error| {
        tracing::error!(%error, "an answer that cannot be written");
        Error::internal_error()
    })
}

/// What a command answers: an object, `null`, or why it cannot be done.
trait Outcome<R> {
    fn outcome(self) -> Result<Option<R>>;
}

impl<R> Outcome<R> for Option<R> {
    fn outcome(self) -> Result<Option<R>> {
        Ok(self)
    }
}

impl<R> Outcome<R> for Result<Option<R>> {
    fn outcome(self) -> Result<Option<R>> {
        self
    }
}

/// The entity, where one alone fits.
fn only(entities: &[String]) -> Option<String> {
    match entities {
        [only] => Some(only.clone()),
        _ => None,
    }
}
