//! Tokens on the wire: the legend, numbers counted from token to token, and what has changed since the last answer.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use onomast_gazetteer::entity::EntityType;
use tower_lsp::ls_types::{
    Position, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensEdit,
    SemanticTokensLegend,
};

use super::convert;
use super::snapshot::{Open, Snapshot};
use crate::features::semantic_tokens::{Token, semantic_tokens};

/// In the order of their bits.
const MODIFIERS: [&str; 3] = ["ambiguous", "nonPreferred", "quoted"];

/// The last answer for each document that is open, so that the next may say only what has changed.
#[derive(Debug, Default)]
pub(super) struct LastTokens(Mutex<Last>);

#[derive(Debug, Default)]
struct Last {
    /// How many answers there were: each has its number as its id.
    answers: u64,
    of: BTreeMap<PathBuf, Answer>,
}

#[derive(Debug, Clone)]
struct Answer {
    id: String,
    tokens: Arc<Vec<SemanticToken>>,
}

/// A type for each type of entity, and the modifiers.
pub(super) fn legend() -> SemanticTokensLegend {
    let types = EntityType::ALL.iter().map(|kind| SemanticTokenType::new(kind.as_str()));
    SemanticTokensLegend {
        token_types: types.collect(),
        token_modifiers: MODIFIERS.map(SemanticTokenModifier::new).into(),
    }
}

/// The tokens of a document or of a range of its bytes. A mention over a line break is a token a line: few clients take
/// any other.
pub(super) fn tokens(snapshot: &Snapshot, open: &Open<'_>, within: Option<Range<usize>>) -> Vec<SemanticToken> {
    let mut last = Position::default();
    let mut encoded = Vec::new();
    for token in semantic_tokens(&open.view(), within) {
        for (start, length) in convert::lines_to_lsp(&open.document.text.0, &token.range, snapshot.client.encoding) {
            let delta_line = start.line - last.line;
            let before = if delta_line == 0 { last.character } else { 0 };
            encoded.push(SemanticToken {
                delta_line,
                delta_start: start.character - before,
                length,
                token_type: number_of(token.kind),
                token_modifiers_bitset: modifiers(&token),
            });
            last = start;
        }
    }
    encoded
}

impl LastTokens {
    /// The answer with all tokens. It is kept for as long as the document is open.
    pub(super) fn all(&self, snapshot: &Snapshot, open: &Open<'_>) -> SemanticTokens {
        let tokens = Arc::new(tokens(snapshot, open, None));
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.answers += 1;
        let id = last.answers.to_string();
        last.of.retain(|path, _| snapshot.document(path).is_some());
        let answer = Answer {
            id: id.clone(),
            tokens: tokens.clone(),
        };
        last.of.insert(open.document.path.clone(), answer);
        SemanticTokens {
            result_id: Some(id),
            data: tokens.to_vec(),
        }
    }

    /// The tokens of the answer with this id, if it was the last for the document.
    pub(super) fn before(&self, open: &Open<'_>, id: &str) -> Option<Arc<Vec<SemanticToken>>> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = last.of.get(&open.document.path).filter(|answer| answer.id == id)?;
        Some(answer.tokens.clone())
    }
}

/// What makes `after` of `before`: one edit, or none. The protocol counts numbers, five a token.
pub(super) fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(one, other): &(&SemanticToken, &SemanticToken)| one == other;
    let head = before.iter().zip(after).take_while(same).count();
    let (before, after) = (&before[head..], &after[head..]);
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(same).count();
    let (before, after) = (&before[..before.len() - tail], &after[..after.len() - tail]);
    if before.is_empty() && after.is_empty() {
        return Vec::new();
    }
    vec![SemanticTokensEdit {
        start: numbers(head),
        delete_count: numbers(before.len()),
        data: (!after.is_empty()).then(|| after.to_vec()),
    }]
}

fn numbers(tokens: usize) -> u32 {
    u32::try_from(tokens * 5).unwrap_or(u32::MAX)
}

fn number_of(kind: EntityType) -> u32 {
    let number = EntityType::ALL.iter().position(|other| *other == kind);
    number.map_or(0, |number| number as u32)
}

fn modifiers(token: &Token) -> u32 {
    let flags = [token.ambiguous, token.non_preferred, token.quoted];
    let bits = flags.iter().zip(0..).map(|(flag, bit)| u32::from(*flag) << bit);
    bits.sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tokens_of(lengths: &[u32]) -> Vec<SemanticToken> {
        let token = |length: &u32| SemanticToken {
            length: *length,
            ..SemanticToken::default()
        };
        lengths.iter().map(token).collect()
    }

    proptest! {
        #[test]
        fn the_difference_makes_one_of_the_other(
            before in prop::collection::vec(0u32..3, 0..8),
            after in prop::collection::vec(0u32..3, 0..8),
        ) {
            let (before, after) = (tokens_of(&before), tokens_of(&after));
            let mut made = before.clone();
            let edits = difference(&before, &after);
            prop_assert_eq!(edits.is_empty(), before == after);
            for edit in edits {
                prop_assert!(edit.start % 5 == 0 && edit.delete_count % 5 == 0);
                let start = (edit.start / 5) as usize;
                let end = start + (edit.delete_count / 5) as usize;
                made.splice(start..end, edit.data.unwrap_or_default());
            }
            prop_assert_eq!(made, after);
        }
    }

    #[test]
    fn every_type_has_its_place_in_the_legend() {
        let legend = legend();
        for kind in EntityType::ALL {
            let place = number_of(*kind) as usize;
            assert_eq!(legend.token_types[place].as_str(), kind.as_str());
        }
    }
}
