//! The command line: one file a command. It parses arguments, calls what the editor calls, and prints.
//!
//! Results go to standard output, everything else to standard error. A command decides nothing about names.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::message::{Argument, Locale, Messages};
use crate::project::read;

mod amend;
mod annotate;
mod apply;
mod baseline;
mod check;
mod claim;
mod completions;
mod corpora;
mod document;
mod draw;
mod entity;
mod explain;
mod files;
mod formats;
mod gazetteer;
mod init;
mod manual;
mod options;
mod output;
mod places;
mod positions;
mod record;
mod status;
mod stream;
mod undo;

use output::Failure;

/// Knows the names in a text: finds every inflected mention and checks that they are spelled consistently.
#[derive(Debug, Parser)]
#[command(name = "onomast", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Language of the messages: en, ru or tr [default: ONOMAST_LOCALE, else that of the system]
    #[arg(long, global = true, value_name = "LANG", value_parser = options::locale)]
    locale: Option<Locale>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the spelling of names
    Check(check::Check),
    /// Make the changes that are ticked in a table of `check --changes`
    Apply(apply::Apply),
    /// Take back what a run changed that wrote an undo file
    Undo(undo::Undo),
    /// List the mentions of names
    Annotate(annotate::Annotate),
    /// Say for each word why it is taken for a name or not
    Explain(explain::Explain),
    /// Show an entity with all its names and forms
    Entity(entity::Entity),
    /// Check and format gazetteers
    Gazetteer(gazetteer::Gazetteer),
    /// Start a project with a list of names of your own
    Init(init::Init),
    /// Show which settings and gazetteers are in force, and where they come from
    Status(status::Status),
    /// Write completions for a shell, to be read by it
    Completions(completions::Completions),
    /// Write the pages of the manual into a folder
    #[command(hide = true)]
    Manual(manual::Manual),
    /// Run the language server on standard input and output
    Lsp(Lsp),
}

#[derive(Debug, clap::Args)]
struct Lsp {
    /// Accepted because editors pass it; there is no other way
    #[arg(long)]
    stdio: bool,
    /// Number of the process of the editor, with whose end the server ends; `initialize` says it too
    #[arg(long = "clientProcessId", value_name = "NUMBER")]
    editor: Option<u32>,
}

/// What every command gets.
#[derive(Debug, Clone, Copy)]
struct Surroundings {
    locale: Locale,
    messages: &'static Messages,
}

impl Surroundings {
    /// What is said of a file that cannot be read or written.
    fn of_file(self, key: &str, path: &str, error: &std::io::Error) -> String {
        let reason = self.messages.reason(&read::why(error));
        self.text(key, &[("path", path.into()), ("reason", reason.into())])
    }

    fn text(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.messages.text(key, arguments)
    }
}

/// Runs the command that the arguments of the process name.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    log_to_stderr();
    if let Command::Lsp(Lsp { editor, .. }) = arguments.command {
        return crate::lsp::run(arguments.locale, editor);
    }
    let locale = arguments.locale.unwrap_or_else(Locale::of_system);
    let around = Surroundings {
        locale,
        messages: Messages::of(locale),
    };
    let result = match &arguments.command {
        Command::Check(command) => command.run(around),
        Command::Apply(command) => command.run(around),
        Command::Undo(command) => command.run(around),
        Command::Annotate(command) => command.run(around),
        Command::Explain(command) => command.run(around),
        Command::Entity(command) => command.run(around),
        Command::Gazetteer(command) => command.run(around),
        Command::Init(command) => command.run(around),
        Command::Status(command) => command.run(around),
        Command::Completions(command) => command.run(),
        Command::Manual(command) => command.run(),
        Command::Lsp(_) => Ok(ExitCode::SUCCESS),
    };
    result.unwrap_or_else(Failure::report)
}

/// Details for those who ask, by `ONOMAST_LOG` (`debug`, `onomast=trace`).
fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("ONOMAST_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let _ = subscriber.with_ansi(false).try_init();
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_hold_together() {
        super::Arguments::command().debug_assert();
    }
}
