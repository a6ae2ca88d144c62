//! The protocol. Only this folder names the transport crate.

/// Serves one client on standard input and output, until it says `exit`.
pub fn run() -> std::process::ExitCode {
    unimplemented!()
}
