//! The page of the protocol, `docs/protocol.md`, names what the program has: no method and no command more or less.

use std::collections::BTreeSet;

use onomast::lsp::{COMMANDS, METHODS};

use crate::support::page::page;

/// Understood without a row.
const BESIDES: [&str; 4] = ["initialize", "shutdown", "exit", "$/cancelRequest"];

#[test]
fn every_method_has_its_line_on_the_page() {
    let named: BTreeSet<&str> = page().methods.iter().map(String::as_str).collect();
    let rows = METHODS.iter().map(|row| row.method);
    assert_eq!(named, rows.chain(BESIDES).collect(), "the table in docs/protocol.md");
    assert_eq!(named.len(), page().methods.len(), "a method twice");
}

#[test]
fn every_command_has_its_section_on_the_page() {
    let named: Vec<&str> = page().commands.iter().map(String::as_str).collect();
    assert_eq!(named, COMMANDS, "the headings in docs/protocol.md");
}
