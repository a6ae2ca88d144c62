//! Decisions at their places in one version of a text, and in the next.

use std::sync::Arc;

use onomast_gazetteer::analysis::{Decision as Said, Edit};
use onomast_gazetteer::anchor::{self, Anchor, Place};
use onomast_gazetteer::{Analysis, Gazetteer, Text};

use super::{Decision, DecisionsFile};

/// How far around an edit an anchor is looked for that stood there, in bytes.
const NEARBY: usize = 4096;

/// A decision about a document, and where it stands in one version of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The decision.
    pub decision: Arc<Decision>,
    /// Its place.
    pub place: Place,
}

impl DecisionsFile {
    /// The decisions about a document, each at its place in the text. `document` is its path from the root, with `/`.
    pub fn about(&self, document: &str, text: &dyn Text) -> Vec<Placed> {
        let decisions = self.decisions.iter().filter(|decision| decision.document == document);
        let mut placed: Vec<Placed> = decisions
            .map(|decision| Placed {
                decision: decision.clone(),
                place: Place::Gone,
            })
            .collect();
        if !placed.is_empty() {
            find(&mut placed, 0, &text.slice(0..text.len()));
        }
        placed
    }
}

impl Placed {
    /// What it says of its place in the text.
    pub fn said(&self, gazetteer: &Gazetteer) -> Option<Said> {
        let Place::At(range) = &self.place else { return None };
        Some(Said {
            range: range.clone(),
            decided: self.decision.verdict.decided(gazetteer)?,
        })
    }
}

/// The analysis with what the decisions say.
pub fn apply(analysis: Analysis, placed: &[Placed]) -> Analysis {
    let said: Vec<Said> = placed
        .iter()
        .filter_map(|placed| placed.said(analysis.gazetteer()))
        .collect();
    // Nothing is thrown away for nothing.
    if said == analysis.decisions() {
        analysis
    } else {
        analysis.decided(said)
    }
}

/// The places behind an edit. Those that it did not touch move with their text; the others, and those that were lost,
/// are looked for around it. The work is that of the edit, however long the text.
pub fn follow(mut placed: Vec<Placed>, edit: &Edit, text: &dyn Text) -> Vec<Placed> {
    let behind = edit.range.start + edit.inserted;
    for one in &mut placed {
        one.place = match std::mem::replace(&mut one.place, Place::Gone) {
            Place::At(range) if range.end <= edit.range.start => Place::At(range),
            Place::At(range) if range.start >= edit.range.end => {
                let moved = |at: usize| at - edit.range.end + behind;
                Place::At(moved(range.start)..moved(range.end))
            }
            _ => Place::Gone,
        };
    }
    if placed.iter().any(|one| one.place == Place::Gone) {
        let around =
            boundary(text, edit.range.start.saturating_sub(NEARBY))..boundary(text, (behind + NEARBY).min(text.len()));
        let start = around.start;
        find(&mut placed, start, &text.slice(around));
    }
    placed
}

/// Looks for what has no place in a part of the text that begins at `start`.
fn find(placed: &mut [Placed], start: usize, part: &str) {
    let lost: Vec<&mut Placed> = placed.iter_mut().filter(|one| one.place == Place::Gone).collect();
    let anchors: Vec<Anchor> = lost.iter().map(|one| one.decision.anchor.clone()).collect();
    for (one, place) in lost.into_iter().zip(anchor::find(part, &anchors)) {
        one.place = match place {
            Place::At(range) => Place::At(start + range.start..start + range.end),
            other => other,
        };
    }
}

/// The first place at or behind a byte that lies between characters.
fn boundary(text: &dyn Text, at: usize) -> usize {
    let (chunk, start) = text.chunk(at);
    start + chunk.ceil_char_boundary(at - start)
}
