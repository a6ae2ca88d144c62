//! Short sentences for the reader, where an editor shows such things, and longer ones for its log. What is said here is
//! said once; our own log has more.

use std::time::Duration;

use tower_lsp::ls_types::notification::LogTrace;
use tower_lsp::ls_types::{LogTraceParams, MessageType, TraceValue};

use super::session::Shared;
use crate::message::{Argument, Messages};

/// Says a message of the catalogue in the reader's language, in a task of its own.
pub(super) fn say(shared: &Shared, key: &str, values: &[(&str, Argument<'_>)]) {
    show(shared, MessageType::WARNING, key, values);
}

/// The same where it is good news.
pub(super) fn say_well(shared: &Shared, key: &str, values: &[(&str, Argument<'_>)]) {
    show(shared, MessageType::INFO, key, values);
}

fn show(shared: &Shared, kind: MessageType, key: &str, values: &[(&str, Argument<'_>)]) {
    let text = Messages::of(shared.snapshot().locale()).text(key, values);
    tracing::warn!(text, "said");
    let client = shared.client.clone();
    tokio::spawn(async move { client.show_message(kind, text).await });
}

/// The same where an editor keeps what need not be seen at once.
pub(super) fn log(shared: &Shared, key: &str, values: &[(&str, Argument<'_>)]) {
    let text = Messages::of(shared.snapshot().locale()).text(key, values);
    let client = shared.client.clone();
    tokio::spawn(async move { client.log_message(MessageType::WARNING, text).await });
}

/// Tells a client that wants to know it how long an answer took.
pub(super) fn trace(shared: &Shared, wanted: TraceValue, method: &str, waited: Duration, worked: Duration) {
    if wanted == TraceValue::Off {
        return;
    }
    let client = shared.client.clone();
    let verbose = format!("waited {waited:?}, worked {worked:?}");
    let params = LogTraceParams {
        message: format!("{method} in {} ms", (waited + worked).as_millis()),
        verbose: (wanted == TraceValue::Verbose).then_some(verbose),
    };
    tokio::spawn(async move { client.send_notification::<LogTrace>(params).await });
}
