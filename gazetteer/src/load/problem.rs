//! What can be wrong with a gazetteer.

use std::ops::Range;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub code: Code,
    /// What the message needs, by name. Wording is the caller's.
    pub arguments: Vec<(&'static str, String)>,
    /// Name of the source.
    pub source: String,
    /// Bytes of the source.
    pub range: Range<usize>,
    /// JSON pointer (RFC 6901) to the value.
    pub pointer: String,
    /// The other place concerned: a source and a range of it.
    pub related: Option<(String, Range<usize>)>,
}

/// The kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Not JSON.
    Syntax,
}
