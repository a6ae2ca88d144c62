//! The codes that are found in documents: how grave each is unless settings say otherwise, and what finds it.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::Verdict;

use super::context::{At, Context, Draft};
use super::{
    agreement, ambiguous_name, anachronism, deprecated_spelling, dotted_i, historical_spelling,
    inconsistent_across_corpus, inconsistent_form, inconsistent_spelling, misspelling, mixed_scheme, mixed_script,
    near_miss, suffix, unknown_name, wrong_language_spelling,
};
use crate::features::finding::{Code, Severity};

/// A kind of finding about mentions.
pub(super) struct Check {
    pub(super) code: Code,
    /// Unless settings say otherwise; `None`: it is not looked for.
    pub(super) severity: Option<Severity>,
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
        severity: Some(Severity::Warning),
        find: Find::Verdict(misspelling::word),
    },
    Check {
        code: Code::DottedI,
        severity: Some(Severity::Warning),
        find: Find::Verdict(dotted_i::word),
    },
    Check {
        code: Code::WrongLanguageSpelling,
        severity: Some(Severity::Information),
        find: Find::Verdict(wrong_language_spelling::word),
    },
    Check {
        code: Code::DeprecatedSpelling,
        severity: Some(Severity::Warning),
        find: Find::Verdict(deprecated_spelling::word),
    },
    Check {
        code: Code::InconsistentSpelling,
        severity: Some(Severity::Warning),
        find: Find::Verdict(inconsistent_spelling::word),
    },
    Check {
        code: Code::Anachronism,
        severity: Some(Severity::Hint),
        find: Find::Verdict(anachronism::word),
    },
    Check {
        code: Code::HistoricalSpelling,
        severity: Some(Severity::Hint),
        find: Find::Verdict(historical_spelling::word),
    },
    Check {
        code: Code::InconsistentAcrossCorpus,
        severity: Some(Severity::Information),
        find: Find::Verdict(inconsistent_across_corpus::word),
    },
    Check {
        code: Code::InconsistentForm,
        severity: Some(Severity::Hint),
        find: Find::Verdict(inconsistent_form::word),
    },
    Check {
        code: Code::NearMiss,
        severity: Some(Severity::Information),
        find: Find::Document(near_miss::find),
    },
    Check {
        code: Code::MixedScript,
        severity: Some(Severity::Warning),
        find: Find::Document(mixed_script::find),
    },
    Check {
        code: Code::Suffix,
        severity: Some(Severity::Warning),
        find: Find::Mention(suffix::find),
    },
    Check {
        code: Code::Agreement,
        severity: Some(Severity::Information),
        find: Find::Mention(agreement::find),
    },
    Check {
        code: Code::AmbiguousName,
        severity: Some(Severity::Hint),
        find: Find::Mention(ambiguous_name::find),
    },
    Check {
        code: Code::UnknownName,
        severity: None,
        find: Find::Document(unknown_name::find),
    },
    Check {
        code: Code::MixedScheme,
        severity: None,
        find: Find::Document(mixed_scheme::find),
    },
];
