//! The process that started the server. Where it dies and something else holds the pipe open, the input never ends, and the
//! protocol wants the server to look for itself.

use std::sync::Arc;
use std::time::Duration;

use super::session::Shared;

/// Nobody waits for it.
const PAUSE: Duration = Duration::from_secs(2);

/// Ends the session when the process of this number is no more.
pub(super) fn watch(shared: &Arc<Shared>, process: Option<u32>) {
    // A process that cannot be seen from the start lives outside of our container, and has not died.
    let Some(process) = process.filter(|process| is_there(*process)) else {
        return;
    };
    let shared = shared.clone();
    tokio::spawn(async move {
        while is_there(process) {
            tokio::time::sleep(PAUSE).await;
        }
        tracing::warn!("the process that started the server is no more");
        shared.orphaned.notify_one();
    });
}

#[cfg(unix)]
fn is_there(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};

    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    process.is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

#[cfg(windows)]
fn is_there(process: u32) -> bool {
    use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

    let process = Pid::from_u32(process);
    let mut system = System::new();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[process]), true, ProcessRefreshKind::nothing());
    system.process(process).is_some()
}

/// Nobody can tell there: the end of the input is the end.
#[cfg(not(any(unix, windows)))]
fn is_there(_: u32) -> bool {
    false
}
