//! The protocol. Only this folder names the transport crate.
//!
//! A message comes in through [`wire`], passes [`order`], where edits are applied and every other message takes its
//! snapshot, and reaches its handler through the [`table`]. A handler translates: parameters in, one call of a feature,
//! result out. It never waits for the client and never sees a text other than the one its positions came from.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};

use crate::features::View;
use crate::message::Locale;
use crate::project::remembered;

mod asking;
mod beginnings;
mod builtin;
mod capabilities;
mod carried;
mod closed;
mod commands;
mod convert;
mod document;
mod edits;
mod elsewhere;
mod indexing;
mod loader;
mod notices;
mod notifications;
mod obstacle;
mod order;
mod own_names;
mod parent;
mod project_file;
mod projects;
mod publish;
mod push_closed;
mod read;
mod requests;
mod respelling;
mod say;
mod serve;
mod session;
mod settings;
mod snapshot;
mod symbol_kind;
mod table;
mod tokens;
mod uri;
mod watching;
mod wire;

pub use crate::index::Limits;
pub use commands::COMMANDS;
pub use projects::{Load, Wanted};
pub use table::{METHODS, Row, Way};

/// What a server is made of besides its two streams.
#[derive(Clone)]
pub struct Options {
    /// The language of messages, whatever the editor says.
    pub locale: Option<Locale>,
    /// The process of the editor, where the command line names it and `initialize` does not.
    pub editor: Option<u32>,
    /// Loads a project.
    pub load: Load,
    /// Is called before findings are made, and holds them up as long as it likes.
    pub before_findings: BeforeFindings,
    /// Where the built-in gazetteer may be written, for definitions to point at.
    pub cache: Option<PathBuf>,
    /// Where answers of the reader are remembered.
    pub state: Option<PathBuf>,
    /// How long nobody must have typed before findings are published.
    pub quiet: Duration,
    /// How long nothing need come forward before it is no longer waited for that all texts of a project are read.
    pub patience: Duration,
    /// How many answers are worked on at once.
    pub permits: usize,
    /// How much of a project is read.
    pub limits: Limits,
}

/// Is told of each document whose findings are to be made.
pub type BeforeFindings = Arc<dyn Fn(&View<'_>) + Send + Sync>;

impl Default for Options {
    fn default() -> Options {
        Options {
            locale: None,
            editor: None,
            load: Arc::new(|wanted: Wanted<'_>| wanted.load()),
            before_findings: Arc::new(|_| {}),
            cache: builtin::user_cache(),
            state: remembered::user_state(),
            quiet: Duration::from_millis(200),
            patience: Duration::from_secs(30),
            permits: std::thread::available_parallelism().map_or(1, usize::from),
            limits: Limits::default(),
        }
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("locale", &self.locale)
            .field("cache", &self.cache)
            .field("state", &self.state)
            .field("quiet", &self.quiet)
            .field("permits", &self.permits)
            .finish_non_exhaustive()
    }
}

/// `onomast lsp`: serves one client over standard input and output. The exit code is the protocol's: 0 where `shutdown`
/// came before the end, 1 otherwise. `editor` is the number of the process that started it, where that is known.
pub fn run(locale: Option<Locale>, editor: Option<u32>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "no threads to run on");
            return ExitCode::FAILURE;
        }
    };
    let options = Options {
        locale,
        editor,
        ..Options::default()
    };
    let orderly = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), options));
    // A thread may still be waiting for input that never comes, or be at work for a client that has gone.
    runtime.shutdown_background();
    if orderly { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Serves one client until it says `exit` or its stream ends, and tells whether it had said `shutdown` before.
pub async fn serve<I, O>(input: I, output: O, options: Options) -> bool
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin + Send + 'static,
{
    serve::serve(input, output, options).await
}
