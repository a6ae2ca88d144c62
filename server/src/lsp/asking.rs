//! Whether somebody asks for names, or only types. The protocol does not tell: editors that ask at each letter and a key that is
//! pressed for it send the same kind, `Invoked`. It is told by the way they ask.
//!
//! Who asks behind one or two letters, where there is no name to be offered yet, asks at each letter. From then on only what
//! it asks twice in the same place of the same version was asked by hand. With an editor that never does that, every question
//! was.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tower_lsp::ls_types::{CompletionContext, CompletionTriggerKind};

use super::document::Document;
use crate::features::completion::Asked;

/// Behind so many letters names are offered.
const ENOUGH: usize = 3;

/// How the client has asked so far.
#[derive(Debug, Default)]
pub(super) struct Asking(Mutex<Ways>);

#[derive(Debug, Default)]
struct Ways {
    /// Whether it asks at each letter, without anybody's doing.
    at_each_letter: bool,
    /// What it asked last, and how that was taken.
    last: Option<(Place, Asked)>,
}

/// A byte of a version of a text.
type Place = (PathBuf, i32, usize);

impl Asking {
    /// How a question at a byte of a document is meant. They are to come in the order in which they were asked; where two
    /// have changed places nothing is lost but a list.
    pub(super) fn asked(&self, document: &Document, at: usize, context: Option<&CompletionContext>) -> Asked {
        let place = (document.path.clone(), document.version, at);
        let letters = letters_before(document, at);
        self.asked_at(place, letters, context.map(|context| context.trigger_kind))
    }

    fn asked_at(&self, place: Place, letters: usize, kind: Option<CompletionTriggerKind>) -> Asked {
        let mut ways = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let again = ways.last.as_ref().is_some_and(|(last, _)| *last == place);
        let asked = match kind {
            Some(CompletionTriggerKind::TRIGGER_CHARACTER) => Asked::ByTyping,
            // Who asks again for more goes on with what was begun.
            Some(CompletionTriggerKind::TRIGGER_FOR_INCOMPLETE_COMPLETIONS) => {
                ways.last.as_ref().map_or(Asked::ByHand, |(_, asked)| *asked)
            }
            _ if again => Asked::ByHand,
            _ => {
                ways.at_each_letter |= (1..ENOUGH).contains(&letters);
                if ways.at_each_letter {
                    Asked::ByTyping
                } else {
                    Asked::ByHand
                }
            }
        };
        ways.last = Some((place, asked));
        asked
    }
}

/// The letters of the word before a byte, as far as they are counted.
fn letters_before(document: &Document, at: usize) -> usize {
    let rope = &document.text.0;
    let end = rope.try_byte_to_char(at).unwrap_or_default();
    let letters = (0..end).rev().take(ENOUGH).map(|place| rope.char(place));
    letters.take_while(|letter| letter.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INVOKED: CompletionTriggerKind = CompletionTriggerKind::INVOKED;
    const SIGN: CompletionTriggerKind = CompletionTriggerKind::TRIGGER_CHARACTER;
    const MORE: CompletionTriggerKind = CompletionTriggerKind::TRIGGER_FOR_INCOMPLETE_COMPLETIONS;

    /// `version, letters before, kind, whether it is taken to be asked by hand`.
    fn check(name: &str, questions: &[(i32, usize, CompletionTriggerKind, bool)]) {
        let asking = Asking::default();
        for (number, (version, letters, kind, by_hand)) in questions.iter().enumerate() {
            let place = ("/a.md".into(), *version, 10);
            let asked = asking.asked_at(place, *letters, Some(*kind));
            assert_eq!(asked == Asked::ByHand, *by_hand, "{name}: question {number}");
        }
    }

    #[test]
    fn the_way_of_asking_tells_who_asks() {
        check(
            "only by hand",
            &[(1, 4, INVOKED, true), (2, 5, MORE, true), (9, 3, INVOKED, true)],
        );
        check(
            "at each letter",
            &[
                (1, 1, INVOKED, false),
                (2, 2, INVOKED, false),
                (3, 3, INVOKED, false),
                (4, 4, INVOKED, false),
            ],
        );
        check(
            "at each letter, then by hand",
            &[
                (1, 1, INVOKED, false),
                (4, 4, INVOKED, false),
                (4, 4, INVOKED, true),
                (5, 5, MORE, true),
                (9, 4, INVOKED, false),
                (10, 5, MORE, false),
            ],
        );
        check(
            "by a sign, then by hand",
            &[(1, 0, SIGN, false), (1, 0, INVOKED, true), (2, 0, SIGN, false)],
        );
    }
}
