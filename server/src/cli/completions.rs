//! `onomast completions`: what a shell wants to know to complete commands and options. It is made of the arguments
//! themselves, so that it is never behind them.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Arguments;
use super::output::{self, Failure};

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<ExitCode, Failure> {
        // The generator panics where it cannot write, as into a pipe that is closed; memory takes everything.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "onomast", &mut script);
        let mut out = output::open();
        out.write_all(&script)?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}
