//! Why each word of a text was taken for a name or not.
//!
//! It asks the same matcher and the same choice as the analysis, and keeps what they throw away.

use std::ops::Range;
use std::sync::Arc;

use super::{Analysis, Facts, Mention, choose};
use crate::Gazetteer;
use crate::entity::{Alone, SpellingId};
use crate::fold::{self, Folded};
use crate::language::Language;
use crate::matcher::{Beside, Fit, Haystack, Hit, Scratch, letters_end};
use crate::prose;

/// One word, and all that was considered for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Bytes of the text; of an endless word its beginning.
    pub word: Range<usize>,
    /// Accepted first. Empty: no spelling begins like this word, or no prose stands here.
    pub verdicts: Vec<Verdict>,
}

/// What became of one spelling at a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The word begins or continues this mention.
    Mention(Mention),
    /// A form of the spelling stands here, or seems to, and is none.
    Refused {
        /// The spelling.
        spelling: SpellingId,
        /// Why.
        why: Refusal,
    },
}

/// Why a spelling was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Its stem stands here, but no paradigm of it has this ending; of a name of several words also: another word follows.
    Ending {
        /// Folded.
        stem: String,
        /// Folded; empty where the words that follow do not fit.
        ending: String,
    },
    /// It asks for capitals that are not here.
    Capitals,
    /// A common word is rather meant, or the dots of i make it another word.
    OtherWord,
    /// A name or initials beside it are another person’s.
    Contradicted,
    /// It does not stand by itself.
    Alone(Alone),
    /// A longer or more exact name covers it.
    Covered,
}

/// Accounts for every word of a text, in order.
pub fn explain(text: &str, facts: &Facts, gazetteer: &Arc<Gazetteer>) -> Vec<Account> {
    let analysis = Analysis::fresh(&text, facts, gazetteer);
    let mentions: Vec<Mention> = analysis.mentions().collect();
    let mut accounts = Vec::new();
    let mut start = 0;
    for (block, length, entry) in analysis.blocks.iter().map(|block| (block, block.length, block.entry)) {
        let source = &text[start..start + length];
        let layout = prose::lay_out(facts.format, source, entry);
        let undetermined = Language::undetermined();
        let language = block.language.as_ref().unwrap_or(&undetermined);
        for pieces in &layout.streams {
            let stated = pieces.first().and_then(|piece| layout.language(piece.range.start));
            let language = stated.unwrap_or(language);
            let (mut folded, scratch) = (Folded::default(), Scratch::default());
            fold::fold(source, pieces, &mut folded);
            let here = Here {
                gazetteer,
                haystack: Haystack {
                    block: source,
                    folded: &folded,
                    language,
                    scratch: &scratch,
                },
                layout: &layout,
                start,
            };
            accounts.extend(
                folded
                    .words()
                    .iter()
                    .map(|word| here.account(word.at as usize, &mentions)),
            );
        }
        start += length;
    }
    accounts.sort_by_key(|account| (account.word.start, account.word.end));
    accounts
}

struct Here<'a> {
    gazetteer: &'a Gazetteer,
    haystack: Haystack<'a>,
    layout: &'a prose::Layout,
    start: usize,
}

impl Here<'_> {
    fn account(&self, at: usize, mentions: &[Mention]) -> Account {
        let folded = self.haystack.folded;
        let text = folded.text();
        let end = letters_end(text, at);
        let word = self.start + folded.source_start(at)..self.start + folded.source_end(end);
        let first = mentions.partition_point(|mention| mention.with_suffix.end <= word.start);
        let mention = mentions.get(first).filter(|mention| mention.range.start < word.end);
        let mut verdicts: Vec<Verdict> = mention.cloned().map(Verdict::Mention).into_iter().collect();
        let matcher = self.gazetteer.matcher();
        let hits = matcher.considered(self.gazetteer.tables(), self.haystack, at);
        for (hit, fit) in hits {
            if !self.is_mention(&hit, mention) {
                verdicts.push(Verdict::Refused {
                    spelling: hit.spelling,
                    why: self.refusal(&hit, fit),
                });
            }
        }
        if verdicts.is_empty() {
            let stems = matcher.beginning(self.haystack, at).into_iter();
            verdicts.extend(stems.map(|(spelling, stem_end)| Verdict::Refused {
                spelling,
                why: Refusal::Ending {
                    stem: text[at..stem_end].to_owned(),
                    ending: text[stem_end.min(end)..end].to_owned(),
                },
            }));
        }
        Account { word, verdicts }
    }

    fn is_mention(&self, hit: &Hit, mention: Option<&Mention>) -> bool {
        let (_, entity) = self.gazetteer.bearer(hit.spelling);
        mention.is_some_and(|mention| mention.candidates.iter().any(|candidate| candidate.entity == entity))
    }

    fn refusal(&self, hit: &Hit, fit: Fit) -> Refusal {
        let alone = self.gazetteer.spelling(hit.spelling).alone;
        if fit == Fit::OtherCapitals {
            Refusal::Capitals
        } else if fit == Fit::OtherWord {
            Refusal::OtherWord
        } else if hit.beside == Beside::Contradicts {
            Refusal::Contradicted
        } else if !choose::may_stand(self.gazetteer, self.haystack, self.layout, hit) || alone == Alone::Context {
            Refusal::Alone(alone)
        } else {
            Refusal::Covered
        }
    }
}

impl Refusal {
    /// A stable word for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Refusal::Ending { .. } => "ending",
            Refusal::Capitals => "capitals",
            Refusal::OtherWord => "other-word",
            Refusal::Contradicted => "contradicted",
            Refusal::Alone(_) => "alone",
            Refusal::Covered => "covered",
        }
    }
}
