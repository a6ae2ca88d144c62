//! What can be wrong with a gazetteer: codes with arguments and places, no wording and no severity.
//!
//! [`Problems`] gathers them while sources are read and layers merged, in any order and without JSON pointers; both are
//! put right once, at the end, so that reading keeps no path and stays linear.

use std::ops::Range;

use crate::entity::{Origin, closed_list};
use crate::gazetteer::Source;

use super::syntax;

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

closed_list! {
    /// The kinds of problems. Each says which arguments it has.
    Code {
        /// Not JSON; the file adds nothing. `reason`: `comment`, `empty`, `missing-comma`, `too-deep`, `trailing-comma`,
        /// `unexpected`, `unterminated` or `behind-end`.
        Syntax = "syntax",
        /// A source that was asked for cannot be read. `reason`, in the provider's words.
        Unreadable = "unreadable",
        /// A value of another JSON type. `expected` and `found`: `string`, `object`, `list`, `number`, `boolean`, `null`,
        /// or several of them joined with `-or-`.
        WrongType = "wrong-type",
        /// A key that means nothing here. `key`, and `nearest` where a known one is close.
        UnknownKey = "unknown-key",
        /// A key that must be there. `key`.
        MissingKey = "missing-key",
        /// A key that the object already has; the first counts. `key`.
        RepeatedKey = "repeated-key",
        /// An object that must have exactly one key has several; the first counts. `key`: one too many.
        ExtraKey = "extra-key",
        /// Not one of a closed list. `value`, `known` (the list, joined with `, `), and `nearest` where one is close.
        UnknownValue = "unknown-value",
        /// Not `type/slug`. `id`.
        MalformedId = "malformed-id",
        /// A key of a name, or the name of a relation, that is not small letters, digits and hyphens. `key`.
        MalformedKey = "malformed-key",
        /// Not a URI. `uri`.
        MalformedUri = "malformed-uri",
        /// Not a BCP 47 tag. `tag`.
        MalformedLanguage = "malformed-language",
        /// A tag of no language that is known. `tag`.
        UnknownLanguage = "unknown-language",
        /// No day of any calendar, or not written `1921`, `1921-03` or `1921-03-16`. `date`.
        ImpossibleDate = "impossible-date",
        /// Ends before it begins. `from`, `to`.
        ReversedPeriod = "reversed-period",
        /// `type` is not the first part of the id. `id`, `type`.
        TypeMismatch = "type-mismatch",
        /// An id that the same layer already has; the first counts. `id`.
        DuplicateId = "duplicate-id",
        /// A key of a name that the entity already has; the first counts. `key`.
        DuplicateName = "duplicate-name",
        /// A spelling that the name already has in this language; the first counts. `spelling`.
        DuplicateSpelling = "duplicate-spelling",
        /// A second preferred spelling of one name in one language. `spelling`, `other`.
        TwoPreferred = "two-preferred",
        /// A spelling without a letter or digit.
        EmptySpelling = "empty-spelling",
        /// `inflection.words` has another number of roles than the spelling has words. `roles`, `words`,
        /// `spelling`: the words, joined with `, `.
        RolesMismatch = "roles-mismatch",
        /// One word with letters of two scripts. `word`, `letters`: those of the rarer script.
        MixedScript = "mixed-script",
        /// Equal to a spelling of another entity, and neither is a `homonym`. `spelling`, `entity`: the other.
        SameSpelling = "same-spelling",
        /// An entity or name without any spelling. `entity`, and `key` for a name.
        NoSpelling = "no-spelling",
        /// An id that no layer has. `id`.
        UnknownEntity = "unknown-entity",
        /// `"status": "off"` for something that no lower layer has.
        NothingToRemove = "nothing-to-remove",
        /// The gazetteer that a file extends cannot be read. `extends`, `reason`.
        ExtendsNotFound = "extends-not-found",
        /// A gazetteer that extends itself, in the end. `extends`.
        ExtendsCircle = "extends-circle",
        /// There are more problems in this source. `count`.
        More = "more",
    }
}

/// At most so many problems of one source are told; nobody reads more, and a file of junk has millions.
const LIMIT: usize = 1000;

/// Problems in the making.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<Found>,
    /// How many there were, by source.
    counts: Vec<usize>,
}

#[derive(Debug)]
struct Found {
    code: Code,
    arguments: Vec<(&'static str, String)>,
    at: Origin,
    related: Option<Origin>,
}

impl Problems {
    pub(super) fn add(&mut self, code: Code, at: Origin, arguments: Vec<(&'static str, String)>) {
        self.add_related(code, at, arguments, None);
    }

    pub(super) fn add_related(
        &mut self,
        code: Code,
        at: Origin,
        arguments: Vec<(&'static str, String)>,
        related: Option<Origin>,
    ) {
        let source = at.source as usize;
        if self.counts.len() <= source {
            self.counts.resize(source + 1, 0);
        }
        self.counts[source] += 1;
        if self.counts[source] <= LIMIT {
            self.found.push(Found {
                code,
                arguments: arguments.into_iter().map(clip).collect(),
                at,
                related,
            });
        }
    }

    /// The problems in the order of the sources and of their positions, with pointers.
    pub(super) fn finish(mut self, sources: &[Source]) -> Vec<Problem> {
        self.found
            .sort_by_key(|found| (found.at.source, found.at.range.start, found.at.range.end, found.code));
        let mut problems = Vec::new();
        for (number, source) in (0u32..).zip(sources) {
            let found: Vec<&Found> = self.found.iter().filter(|found| found.at.source == number).collect();
            if found.is_empty() {
                continue;
            }
            let value = syntax::parse(&source.text).ok();
            for found in found {
                let pointer = value.as_ref().map(|value| syntax::pointer(value, &found.at.range));
                problems.push(found.to_problem(sources, pointer.unwrap_or_default()));
            }
            problems.extend(self.more(number as usize, source));
        }
        problems
    }

    fn more(&self, number: usize, source: &Source) -> Option<Problem> {
        let count = self.counts.get(number)?.checked_sub(LIMIT).filter(|count| *count > 0)?;
        Some(Problem {
            code: Code::More,
            arguments: vec![("count", count.to_string())],
            source: source.name.clone(),
            range: 0..0,
            pointer: String::new(),
            related: None,
        })
    }
}

impl Found {
    fn to_problem(&self, sources: &[Source], pointer: String) -> Problem {
        let name = |origin: &Origin| sources.get(origin.source as usize).map(|source| source.name.clone());
        Problem {
            code: self.code,
            arguments: self.arguments.clone(),
            source: name(&self.at).unwrap_or_default(),
            range: self.at.range.clone(),
            pointer,
            related: self.related.as_ref().and_then(|at| Some((name(at)?, at.range.clone()))),
        }
    }
}

/// Arguments are for messages of one line, and come from files that can hold anything.
fn clip((name, value): (&'static str, String)) -> (&'static str, String) {
    match value.char_indices().nth(200) {
        Some((end, _)) => (name, format!("{}…", &value[..end])),
        None => (name, value),
    }
}
