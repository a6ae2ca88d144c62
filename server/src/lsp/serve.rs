//! The life of one connection: reading, answering, writing, and the end.
//!
//! Reading never waits for an answer: every answer is a task of its own, and what is to be written waits in a queue.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde::Serialize;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower::Service;

use super::wire::{self, Incoming, Reader};
use super::{Options, indexing, order, publish};

/// How long answers that are still being made are waited for at the end of the stream, and how long a client has to read
/// them.
const GRACE: Duration = Duration::from_secs(2);

pub(super) async fn serve<I, O>(input: I, output: O, options: Options) -> bool
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin + Send + 'static,
{
    let (mut order, socket, shared, notes) = order::build(options);
    let (mut questions, mut answers) = socket.split();
    let (outgoing, queue) = mpsc::unbounded_channel();
    let mut writer = tokio::spawn(wire::write_all(queue, output));
    let publisher = tokio::spawn(publish::run(shared.clone(), notes.findings));
    let indexer = tokio::spawn(indexing::run(shared.clone(), notes.index));
    let asking = outgoing.clone();
    let asker = tokio::spawn(async move {
        while let Some(question) = questions.next().await {
            send(&asking, &question);
        }
    });

    let mut reader = Reader::new(input);
    let mut tasks = JoinSet::new();
    while let Some(incoming) = reader.next().await {
        while tasks.try_join_next().is_some() {}
        match incoming {
            Incoming::Request(request) => {
                let last = request.method() == "exit";
                let answer = order.call(request);
                let outgoing = outgoing.clone();
                tasks.spawn(async move {
                    if let Ok(Some(response)) = answer.await {
                        send(&outgoing, &response);
                    }
                });
                if last {
                    break;
                }
            }
            Incoming::Response(response) => {
                let _ = answers.send(response).await;
            }
            Incoming::Malformed(response) => send(&outgoing, &response),
            Incoming::Nothing => {}
        }
    }

    shared.end();
    let finish = async { while tasks.join_next().await.is_some() {} };
    if timeout(GRACE, finish).await.is_err() {
        tracing::warn!("some answers were not ready at the end");
        tasks.shutdown().await;
    }
    for task in [publisher, indexer, asker] {
        task.abort();
        let _ = task.await;
    }
    drop(outgoing);
    if timeout(GRACE, &mut writer).await.is_err() {
        tracing::warn!("the client reads no more");
        writer.abort();
    }
    shared.session().was_shut_down()
}

fn send(outgoing: &UnboundedSender<Value>, message: &impl Serialize) {
    match serde_json::to_value(message) {
        Ok(message) => {
            // It fails only when the writer has found the client gone.
            let _ = outgoing.send(message);
        }
        Err(error) => tracing::error!(%error, "a message that cannot be written"),
    }
}
