//! Standard output and failure. Nothing else in the command line writes.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use super::Surroundings;

/// Exit code of a command that found what it looks for, at or above the asked gravity.
pub(super) const FOUND: u8 = 1;
/// Exit code of a command that could not do its work.
pub(super) const FAILED: u8 = 2;

/// Standard output, buffered: flushed when dropped, or when asked.
pub(super) type Output = BufWriter<StdoutLock<'static>>;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// To be told, in the language of the messages.
    Said(String),
    /// Reading or writing failed.
    Io(io::Error),
}

impl Failure {
    /// A file cannot be read.
    pub(super) fn unread(path: &str, error: &io::Error, around: Surroundings) -> Failure {
        match error.kind() {
            io::ErrorKind::NotFound => Failure::Said(around.text("no-such-file", &[("path", path.into())])),
            _ => Failure::Said(around.of_file("cannot-read", path, error)),
        }
    }

    /// A file is text of an encoding that is not known.
    pub(super) fn undecoded(path: &str, around: Surroundings) -> Failure {
        let error = io::Error::from(io::ErrorKind::InvalidData);
        Failure::unread(path, &error, around)
    }

    /// A file cannot be written.
    pub(super) fn unwritten(path: &str, error: &io::Error, around: Surroundings) -> Failure {
        Failure::Said(around.of_file("cannot-write", path, error))
    }

    /// Tells it and gives the exit code. A reader that has left (`onomast check | head`) is no failure.
    pub(super) fn report(self) -> ExitCode {
        match self {
            Failure::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Failure::Io(error) => tell(&error.to_string()),
            Failure::Said(text) => tell(&text),
        }
        ExitCode::from(FAILED)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

pub(super) fn open() -> Output {
    BufWriter::with_capacity(64 * 1024, io::stdout().lock())
}

/// A line on standard error.
pub(super) fn tell(text: &str) {
    // Where nobody listens there is nobody to complain to.
    let _ = writeln!(io::stderr(), "onomast: {text}");
}

/// The same of what is found out as often as a file is read, and said once.
pub(super) fn tell_once(text: &str) {
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.insert(text.to_owned()) {
        tell(text);
    }
}

/// Whether colours are welcome on standard output: on a terminal that knows them, unless NO_COLOR is set
/// (<https://no-color.org>).
pub(super) fn in_colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !refused && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
