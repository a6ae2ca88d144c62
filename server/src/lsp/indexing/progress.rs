//! How far the reading of a project is, for clients that show such things.
//!
//! The client is asked in a task of its own. One that never answers is told nothing, holds nothing up, and is asked once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tower_lsp::Client;
use tower_lsp::ls_types::notification::Progress as ProgressNotification;
use tower_lsp::ls_types::request::WorkDoneProgressCreate;
use tower_lsp::ls_types::{
    NumberOrString, ProgressParams, ProgressParamsValue, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use crate::lsp::session::Shared;
use crate::project::Project;

/// A client that does not answer is not waited for.
const WAIT: Duration = Duration::from_secs(30);
/// Nobody reads faster.
const PAUSE: Duration = Duration::from_millis(100);

/// The reading of one project; when it is dropped, the reading has ended.
#[derive(Debug)]
pub(super) struct Progress {
    done: Option<watch::Sender<usize>>,
}

impl Progress {
    /// Begins to tell of `all` files. This must be called within the runtime.
    pub(super) fn begin(shared: &Shared, project: &Project, all: usize) -> Progress {
        let unanswered = shared.indexes.progress_unanswered.clone();
        if !shared.session().client.progress || all == 0 || unanswered.swap(true, Ordering::Relaxed) {
            return Progress { done: None };
        }
        let (done, seen) = watch::channel(0);
        let title = project.messages().text("index-progress", &[]);
        tokio::spawn(tell(shared.client.clone(), title, all, seen, unanswered));
        Progress { done: Some(done) }
    }

    /// So many are read.
    pub(super) fn report(&self, files: usize) {
        if let Some(done) = &self.done {
            done.send_if_modified(|last| files > std::mem::replace(last, files.max(*last)));
        }
    }
}

async fn tell(
    client: Client,
    title: String,
    all: usize,
    mut seen: watch::Receiver<usize>,
    unanswered: Arc<AtomicBool>,
) {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let token = NumberOrString::String(format!("onomast.index.{}", NEXT.fetch_add(1, Ordering::Relaxed)));
    let create = WorkDoneProgressCreateParams { token: token.clone() };
    let asked = timeout(WAIT, client.send_request::<WorkDoneProgressCreate>(create)).await;
    // A client that has not answered is not asked again: questions would pile up.
    unanswered.store(asked.is_err(), Ordering::Relaxed);
    if !matches!(asked, Ok(Ok(()))) {
        return;
    }
    let say = async |progress: WorkDoneProgress| {
        let value = ProgressParamsValue::WorkDone(progress);
        let token = token.clone();
        client
            .send_notification::<ProgressNotification>(ProgressParams { token, value })
            .await;
    };
    say(WorkDoneProgress::Begin(WorkDoneProgressBegin {
        title,
        cancellable: Some(false),
        message: Some(format!("0/{all}")),
        percentage: Some(0),
    }))
    .await;
    // It fails when the reading has ended.
    while seen.changed().await.is_ok() {
        let done = *seen.borrow_and_update();
        say(WorkDoneProgress::Report(WorkDoneProgressReport {
            cancellable: None,
            message: Some(format!("{done}/{all}")),
            percentage: u32::try_from(done * 100 / all).ok(),
        }))
        .await;
        sleep(PAUSE).await;
    }
    say(WorkDoneProgress::End(WorkDoneProgressEnd { message: None })).await;
}
