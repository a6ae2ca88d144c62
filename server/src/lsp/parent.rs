//! The process that started the server. Where it dies and something else holds the pipe open, the input never ends, and the
//! protocol wants the server to look for itself.

use std::sync::Arc;

use super::session::Shared;

/// Ends the session when the process of this number is no more.
#[cfg(unix)]
pub(super) fn watch(shared: &Arc<Shared>, process: Option<u32>) {
    use std::time::Duration;

    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};

    /// Nobody waits for it.
    const PAUSE: Duration = Duration::from_secs(2);

    let process = process.and_then(|process| Pid::from_raw(i32::try_from(process).ok()?));
    let is_there = |process| test_kill_process(process) != Err(Errno::SRCH);
    // A process that cannot be seen from the start lives outside of our container, and has not died.
    if let Some(process) = process.filter(|process| is_there(*process)) {
        let shared = shared.clone();
        tokio::spawn(async move {
            while is_there(process) {
                tokio::time::sleep(PAUSE).await;
            }
            tracing::warn!("the process that started the server is no more");
            shared.orphaned.notify_one();
        });
    }
}

/// On other systems a pipe ends with the process.
#[cfg(not(unix))]
pub(super) fn watch(_: &Arc<Shared>, _: Option<u32>) {}
