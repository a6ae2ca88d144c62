//! `workspace/executeCommand`

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ClientCapabilities, ExecuteCommandOptions, ExecuteCommandParams, ServerCapabilities};

use crate::lsp::commands;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;

pub(in crate::lsp) fn advertise(_: &ClientCapabilities, server: &mut ServerCapabilities) {
    server.execute_command_provider = Some(ExecuteCommandOptions {
        commands: commands::COMMANDS.iter().map(|id| (*id).to_owned()).collect(),
        ..ExecuteCommandOptions::default()
    });
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: ExecuteCommandParams,
) -> Result<Option<Value>> {
    let mut arguments = params.arguments;
    if arguments.len() > 1 {
        return Err(Error::invalid_params("one argument, an object"));
    }
    let argument = arguments.pop().unwrap_or_else(|| Value::Object(Default::default()));
    commands::run(shared, snapshot, &params.command, argument)
}
