//! Short sentences for the reader, where an editor shows such things. What is said here is said once; the log has more.

use tower_lsp::ls_types::MessageType;

use super::session::Shared;
use crate::message::{Argument, Messages};

/// Says a message of the catalogue in the reader's language, in a task of its own.
pub(super) fn say(shared: &Shared, key: &str, values: &[(&str, Argument<'_>)]) {
    let text = Messages::of(shared.snapshot().locale()).text(key, values);
    tracing::warn!(text, "said");
    let client = shared.client.clone();
    tokio::spawn(async move { client.show_message(MessageType::WARNING, text).await });
}
