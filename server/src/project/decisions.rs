//! What people decided about single places of the text: `onomast.decisions.jsonl`, one line a decision.
//!
//! This module reads the file. Decisions are counted in `onomast status`; findings and mentions do not take account of
//! them yet.

use serde::Deserialize;

/// The file, in the root of the project.
pub const DECISIONS_FILE: &str = "onomast.decisions.jsonl";

/// One decision, anchored by the words it is about and their context, so that it survives edits elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Decision {
    /// The document, from the root, with `/`.
    pub path: String,
    /// The words.
    pub quote: String,
    /// Up to 32 code points before them.
    pub before: String,
    /// Up to 32 code points behind them.
    pub after: String,
    /// What was decided.
    pub kind: Kind,
    /// The code that is ignored.
    pub code: Option<String>,
    /// The entity that it is.
    pub entity: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub on: Option<String>,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The finding is not wanted here.
    Ignore,
    /// This is no name.
    NotAName,
    /// Here it is this entity.
    Is,
    /// In this file it is this entity.
    IsInFile,
}

/// Reads the lines of the file: the decisions, and the numbers (from 1) of the lines that are none.
pub fn read(text: &str) -> (Vec<Decision>, Vec<usize>) {
    let mut decisions = Vec::new();
    let mut bad = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(decision) => decisions.push(decision),
            Err(_) => bad.push(number),
        }
    }
    (decisions, bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_lines_are_named_and_the_rest_is_read() {
        let good = r#"{"path":"a.md","quote":"Карс","before":"","after":" взят","kind":"not-a-name","by":"N"}"#;
        let (decisions, bad) = read(&format!("{good}\n\nnonsense\n{{\"path\":\"a\"}}\n{good}\n"));
        assert_eq!((decisions.len(), bad), (2, vec![3, 4]));
        assert_eq!(
            (decisions[0].kind, decisions[0].quote.as_str()),
            (Kind::NotAName, "Карс")
        );
    }
}
