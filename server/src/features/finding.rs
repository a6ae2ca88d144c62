//! A finding: one remark about one stretch of a document, as the editor and the command line both show it.

use std::ops::Range;
use std::path::PathBuf;

/// One remark. Ranges are bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of remark.
    pub code: Code,
    /// How much it matters, after settings.
    pub severity: Severity,
    /// Where.
    pub range: Range<usize>,
    /// One sentence for the reader, in the reader's language.
    pub message: String,
    /// Id of the entity, where one is meant.
    pub entity: Option<String>,
    /// Key of its name.
    pub key: Option<String>,
    /// The spelling found.
    pub spelling: Option<String>,
    /// The evidence.
    pub related: Vec<Related>,
}

/// A place that shows why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file; `None` for the document itself.
    pub path: Option<PathBuf>,
    /// Bytes of that file.
    pub range: Range<usize>,
    /// What is to be seen there.
    pub message: String,
}

/// The kinds of findings. Their words never change: settings and comments name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Conflicting spellings of one name in one document.
    InconsistentSpelling,
    /// The gazetteer wants it replaced.
    DeprecatedSpelling,
    /// The gazetteer says it is wrong.
    Misspelling,
    /// More than one entity fits.
    AmbiguousName,
    /// A problem in a gazetteer file.
    Gazetteer,
    /// A problem in the settings.
    Settings,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: &'static [Code] = &[
        Code::InconsistentSpelling,
        Code::DeprecatedSpelling,
        Code::Misspelling,
        Code::AmbiguousName,
        Code::Gazetteer,
        Code::Settings,
    ];

    /// The word for it in settings, comments and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::InconsistentSpelling => "inconsistent-spelling",
            Code::DeprecatedSpelling => "deprecated-spelling",
            Code::Misspelling => "misspelling",
            Code::AmbiguousName => "ambiguous-name",
            Code::Gazetteer => "gazetteer",
            Code::Settings => "settings",
        }
    }
}

/// How much a finding matters; the gravest is the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not work.
    Error,
    /// Very likely wrong.
    Warning,
    /// Worth knowing.
    Information,
    /// A remark in the margin.
    Hint,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Severity] = &[
        Severity::Error,
        Severity::Warning,
        Severity::Information,
        Severity::Hint,
    ];

    /// The word for it in settings and output.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information => "information",
            Severity::Hint => "hint",
        }
    }
}
