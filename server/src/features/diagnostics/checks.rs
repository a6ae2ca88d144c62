//! The codes that are found in documents: how grave each is unless settings say otherwise, and what finds it.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::Verdict;

use super::context::{At, Context, Draft};
use super::{
    ambiguous_name, anachronism, deprecated_spelling, dotted_i, historical_spelling, inconsistent_form,
    inconsistent_spelling, misspelling, mixed_script, near_miss, suffix, wrong_language_spelling,
};
use crate::features::finding::{Code, Severity};

/// A kind of finding about mentions.
pub(super) struct Check {
    pub(super) code: Code,
    /// Unless settings say otherwise.
    pub(super) severity: Severity,
    pub(super) find: Find,
}

/// How a check finds.
pub(super) enum Find {
    /// What the library says of the spelling of a mention is put into words. Of these findings a mention has one: the first
    /// that the settings want to hear. The order, and what is said of other people’s words, are the library’s.
    Verdict(fn(&Context<'_>, &Verdict<'_>) -> Option<Draft>),
    /// By itself, and not in sources and editions.
    Mention(fn(&Context<'_>, &Mention) -> Option<Draft>),
    /// In the whole document, beside its mentions, and not in sources and editions.
    Document(fn(&Context<'_>) -> Vec<(At, Draft)>),
}

pub(super) const CHECKS: &[Check] = &[
    Check {
        code: Code::Misspelling,
        severity: Severity::Warning,
        find: Find::Verdict(misspelling::word),
    },
    Check {
        code: Code::DottedI,
        severity: Severity::Warning,
        find: Find::Verdict(dotted_i::word),
    },
    Check {
        code: Code::WrongLanguageSpelling,
        severity: Severity::Information,
        find: Find::Verdict(wrong_language_spelling::word),
    },
    Check {
        code: Code::DeprecatedSpelling,
        severity: Severity::Warning,
        find: Find::Verdict(deprecated_spelling::word),
    },
    Check {
        code: Code::InconsistentSpelling,
        severity: Severity::Warning,
        find: Find::Verdict(inconsistent_spelling::word),
    },
    Check {
        code: Code::Anachronism,
        severity: Severity::Hint,
        find: Find::Verdict(anachronism::word),
    },
    Check {
        code: Code::HistoricalSpelling,
        severity: Severity::Hint,
        find: Find::Verdict(historical_spelling::word),
    },
    Check {
        code: Code::InconsistentAcrossCorpus,
        severity: Severity::Information,
        find: Find::Verdict(inconsistent_across_corpus::word),
    },
    Check {
        code: Code::InconsistentForm,
        severity: Severity::Hint,
        find: Find::Verdict(inconsistent_form::word),
    },
    Check {
        code: Code::NearMiss,
        severity: Severity::Information,
        find: Find::Document(near_miss::find),
    },
    Check {
        code: Code::MixedScript,
        severity: Severity::Warning,
        find: Find::Document(mixed_script::find),
    },
    Check {
        code: Code::Suffix,
        severity: Severity::Warning,
        find: Find::Mention(suffix::find),
    },
    Check {
        code: Code::AmbiguousName,
        severity: Severity::Hint,
        find: Find::Mention(ambiguous_name::find),
    },
];
