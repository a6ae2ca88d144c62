//! The one wrapper around all reads: the span, the worker thread, the permit, and what becomes of a panic.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use tokio::time::timeout;
use tower_lsp::jsonrpc::{Error, Result};

use super::order::{self, Place};
use super::say;
use super::session::Shared;
use super::snapshot::Snapshot;

/// Runs a handler on a worker thread, with the snapshot its message took. A panic costs this answer and no more.
pub(super) async fn read<P, R>(
    shared: &Arc<Shared>,
    method: &'static str,
    params: P,
    handle: fn(&Shared, &Snapshot, P) -> Result<R>,
) -> Result<R>
where
    P: Send + 'static,
    R: Send + 'static,
{
    let Place {
        snapshot,
        document,
        of_every_text,
    } = order::place()?;
    let shared = shared.clone();
    let span = tracing::info_span!("read", method);
    let asked = Instant::now();
    if let Some(document) = document {
        snapshot.loaded(&document).await;
        // Of what is not open nothing is said, however many texts are known.
        if of_every_text && snapshot.document(&document).is_some() {
            settled(&shared, &snapshot, &document).await;
        }
    }
    work(shared.clone(), move || {
        let begun = Instant::now();
        let result = span.in_scope(|| handle(&shared, &snapshot, params));
        say::trace(&shared, snapshot.trace, method, begun - asked, begun.elapsed());
        result
    })
    .await
    .and_then(|result| result)
}

/// Waits until all texts of a document's project are known, as long as their reading comes forward: the reader sees how far
/// it is, and can cancel. When it does not, the handler says so.
async fn settled(shared: &Arc<Shared>, snapshot: &Snapshot, document: &Path) {
    let mut steps = shared.indexes.steps();
    let settled = snapshot.settled(shared, document);
    tokio::pin!(settled);
    loop {
        tokio::select! {
            () = &mut settled => return,
            step = timeout(shared.options.patience, steps.changed()) => match step {
                Ok(Ok(())) => {}
                _ => return,
            },
        }
    }
}

/// Does work that computes: off the protocol's threads, behind as many permits as there are cores.
pub(super) async fn work<T, W>(shared: Arc<Shared>, work: W) -> Result<T>
where
    T: Send + 'static,
    W: FnOnce() -> T + Send + 'static,
{
    let permit = shared
        .permits
        .clone()
        .acquire_owned()
        .await
        .map_err(|_| Error::internal_error())?;
    let worker = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        work()
    });
    worker.await.map_err(|error| {
        tracing::error!(%error, "an answer was lost");
        Error::internal_error()
    })
}
