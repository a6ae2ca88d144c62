//! What is found to be wrong or worth a look: the plain shape that the editor and the command line translate.

use std::ops::Range;
use std::path::PathBuf;

use onomast_gazetteer::consistency::Verdict;

/// One finding in one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding.
    pub code: Code,
    /// How grave, after settings.
    pub severity: Severity,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// For people, in the language of the project's messages.
    pub message: String,
    /// Id of the entity concerned, where there is exactly one.
    pub entity: Option<String>,
    /// Key of the name concerned.
    pub key: Option<String>,
    /// The spelling concerned, as the gazetteer has it.
    pub spelling: Option<String>,
    /// What is written, where it is almost a spelling: as one of its own would have it.
    pub written: Option<String>,
    /// The evidence.
    pub related: Vec<Related>,
    /// What could stand there instead, the likeliest first; empty where that follows from the spelling or is not known.
    pub proposals: Vec<Proposal>,
}

/// A text that could stand in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it stands instead of: bytes of the text.
    pub range: Range<usize>,
    /// The text.
    pub text: String,
}

impl Finding {
    /// A finding about settings or decisions, which concerns no name.
    pub(crate) fn about_settings(severity: Severity, range: Range<usize>, message: String) -> Finding {
        Finding::plain(Code::Settings, severity, range, message)
    }

    /// A finding that concerns no name.
    pub(crate) fn plain(code: Code, severity: Severity, range: Range<usize>, message: String) -> Finding {
        Finding {
            code,
            severity,
            range,
            message,
            entity: None,
            key: None,
            spelling: None,
            written: None,
            related: Vec::new(),
            proposals: Vec::new(),
        }
    }
}

/// A place that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file; `None` is the file of the finding.
    pub path: Option<PathBuf>,
    /// Bytes of that file.
    pub range: Range<usize>,
    /// What stands there, for people.
    pub message: String,
}

/// The kinds of findings. Their words are stable: settings, comments and other programs name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Conflicting spellings of one name in one document.
    InconsistentSpelling,
    /// The document spells a name otherwise than most of the project.
    InconsistentAcrossCorpus,
    /// One spelling in more than one form in one document.
    InconsistentForm,
    /// A spelling that the gazetteer calls deprecated.
    DeprecatedSpelling,
    /// A spelling that the gazetteer calls wrong.
    Misspelling,
    /// No longer in use at the date of the document.
    HistoricalSpelling,
    /// Not yet in use at the date of the document.
    Anachronism,
    /// A spelling of another language than the paragraph.
    WrongLanguageSpelling,
    /// A Turkish spelling but for the dots of i.
    DottedI,
    /// No form of any name, and almost one.
    NearMiss,
    /// Letters of another script that look like the right ones.
    MixedScript,
    /// A Turkish suffix that does not suit the name before it.
    Suffix,
    /// A declined word of a name does not agree with the last one.
    Agreement,
    /// More than one entity fits.
    AmbiguousName,
    /// A name that the gazetteer lacks.
    UnknownName,
    /// Transliterated by another scheme than most names of the document.
    MixedScheme,
    /// What is to silence a finding, and silences none.
    UnusedIgnore,
    /// Something wrong in a gazetteer file.
    Gazetteer,
    /// Something wrong in `onomast.toml` or with a decision.
    Settings,
}

/// How grave a finding is. The gravest is the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Wrong.
    Error,
    /// To be looked at.
    Warning,
    /// Worth knowing.
    Information,
    /// A remark in the margin; `check` shows it when asked.
    Hint,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: &'static [Code] = &[
        Code::InconsistentSpelling,
        Code::InconsistentAcrossCorpus,
        Code::InconsistentForm,
        Code::DeprecatedSpelling,
        Code::Misspelling,
        Code::HistoricalSpelling,
        Code::Anachronism,
        Code::WrongLanguageSpelling,
        Code::DottedI,
        Code::NearMiss,
        Code::MixedScript,
        Code::Suffix,
        Code::Agreement,
        Code::AmbiguousName,
        Code::UnknownName,
        Code::MixedScheme,
        Code::UnusedIgnore,
        Code::Gazetteer,
        Code::Settings,
    ];

    /// The code under which a verdict is reported.
    pub(crate) fn of(verdict: &Verdict<'_>) -> Code {
        match verdict {
            Verdict::Misspelling(_) => Code::Misspelling,
            Verdict::DottedI { .. } => Code::DottedI,
            Verdict::WrongLanguage { .. } => Code::WrongLanguageSpelling,
            Verdict::Deprecated(_) => Code::DeprecatedSpelling,
            Verdict::Inconsistent { .. } => Code::InconsistentSpelling,
            Verdict::Anachronism(_) => Code::Anachronism,
            Verdict::Historical(_) => Code::HistoricalSpelling,
            Verdict::InconsistentAcrossCorpus { .. } => Code::InconsistentAcrossCorpus,
            Verdict::Form(_) => Code::InconsistentForm,
        }
    }

    /// The word that stands for it everywhere.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::InconsistentSpelling => "inconsistent-spelling",
            Code::InconsistentAcrossCorpus => "inconsistent-across-corpus",
            Code::InconsistentForm => "inconsistent-form",
            Code::DeprecatedSpelling => "deprecated-spelling",
            Code::Misspelling => "misspelling",
            Code::HistoricalSpelling => "historical-spelling",
            Code::Anachronism => "anachronism",
            Code::WrongLanguageSpelling => "wrong-language-spelling",
            Code::DottedI => "dotted-i",
            Code::NearMiss => "near-miss",
            Code::MixedScript => "mixed-script",
            Code::Suffix => "suffix",
            Code::Agreement => "agreement",
            Code::AmbiguousName => "ambiguous-name",
            Code::UnknownName => "unknown-name",
            Code::MixedScheme => "mixed-scheme",
            Code::UnusedIgnore => "unused-ignore",
            Code::Gazetteer => "gazetteer",
            Code::Settings => "settings",
        }
    }

    /// The code of a word.
    pub fn parse(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == word)
    }
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Severity] = &[
        Severity::Error,
        Severity::Warning,
        Severity::Information,
        Severity::Hint,
    ];

    /// The word that stands for it everywhere.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information => "information",
            Severity::Hint => "hint",
        }
    }

    /// The severity of a word.
    pub fn parse(word: &str) -> Option<Severity> {
        Severity::ALL.iter().copied().find(|severity| severity.as_str() == word)
    }
}
