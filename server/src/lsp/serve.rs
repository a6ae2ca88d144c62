//! The life of one connection: reading, answering, writing, and the end.
//!
//! Reading never waits for an answer: every answer is a task of its own, and what is to be written waits in a queue. Only
//! where thousands of answers are being made, or the client leaves megabytes unread, does it wait for them.

use std::sync::Arc;
use std::time::Duration;

use futures::{SinkExt, Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower::Service;
use tower_lsp::jsonrpc::Request;

use super::session::Shared;
use super::wire::{self, Incoming, Outbox, Reader};
use super::{Options, indexing, order, publish};

/// How long answers that are still being made are waited for at the end of the stream, and how long a client has to read
/// them.
const GRACE: Duration = Duration::from_secs(2);

/// So many messages may be worked on, or wait to be, before the next is read: each holds its place in the stream.
const MOST_UNANSWERED: usize = 16 * 1024;

pub(super) async fn serve<I, O>(input: I, output: O, options: Options) -> bool
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin + Send + 'static,
{
    let (mut order, socket, shared, notes) = order::build(options);
    let (questions, mut answers) = socket.split();
    let (outbox, queue) = wire::outbox();
    let mut writer = tokio::spawn(queue.write(output));
    let publisher = tokio::spawn(publish::run(shared.clone(), notes.findings));
    let indexer = tokio::spawn(indexing::run(shared.clone(), notes.index));
    let asker = tokio::spawn(pass_on(questions, shared.clone(), outbox.clone()));

    let mut reader = Reader::new(input);
    let mut tasks = JoinSet::new();
    loop {
        let next = async {
            outbox.room().await;
            while tasks.len() >= MOST_UNANSWERED {
                tasks.join_next().await;
            }
            while tasks.try_join_next().is_some() {}
            reader.next().await
        };
        let incoming = tokio::select! {
            incoming = next => incoming,
            () = shared.orphaned.notified() => None,
        };
        let Some(incoming) = incoming else { break };
        match incoming {
            Incoming::Request(request) => {
                let last = request.method() == "exit";
                let answer = order.call(request);
                let outbox = outbox.clone();
                tasks.spawn(async move {
                    if let Ok(Some(response)) = answer.await {
                        outbox.send(&response);
                    }
                });
                if last {
                    break;
                }
            }
            Incoming::Response(response) => {
                let _ = answers.send(response).await;
            }
            Incoming::Malformed(response, lost) => {
                order.lose(&lost);
                outbox.send(&response);
            }
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
    drop(outbox);
    if timeout(GRACE, &mut writer).await.is_err() {
        tracing::warn!("the client reads no more");
        writer.abort();
    }
    shared.session().was_shut_down()
}

/// Passes what we ask and tell on to the client, until it says `shutdown`: from then on it only waits for the end.
async fn pass_on(mut questions: impl Stream<Item = Request> + Unpin, shared: Arc<Shared>, outbox: Outbox) {
    while let Some(question) = questions.next().await {
        // Held until it is said, so that nothing is said behind the answer to `shutdown`.
        let session = shared.session();
        if !session.was_shut_down() {
            outbox.send(&question);
        }
    }
}
