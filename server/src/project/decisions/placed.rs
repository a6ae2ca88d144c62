//! Decisions at their places in one version of a text, and in the next.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use onomast_gazetteer::analysis::{Decision as Said, Edit};
use onomast_gazetteer::anchor::{self, Anchor, Place};
use onomast_gazetteer::{Analysis, Gazetteer, Text};

use super::{Decision, DecisionsFile, Verdict};

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
            find(&mut placed, &text.slice(0..text.len()));
        }
        placed
    }
}

impl Placed {
    /// A decision about a document at its place in the text.
    pub fn of(decision: Arc<Decision>, text: &str) -> Placed {
        let mut placed = Placed {
            decision,
            place: Place::Gone,
        };
        find(std::slice::from_mut(&mut placed), text);
        placed
    }

    /// What it says of its place in the text, or of its places: a decision about the whole file may have several.
    pub fn said(&self, gazetteer: &Gazetteer) -> Vec<Said> {
        let Some(decided) = self.decision.verdict.decided(gazetteer) else {
            return Vec::new();
        };
        let said = |range: &Range<usize>| Said {
            range: range.clone(),
            decided,
        };
        self.places().iter().map(said).collect()
    }

    /// Where it stands; nowhere where its words are gone, or several places fit and only one can be meant.
    pub fn places(&self) -> &[Range<usize>] {
        match &self.place {
            Place::Several(_) if !self.decision.verdict.is_of_file() => &[],
            place => place.ranges(),
        }
    }
}

/// The analysis with what the decisions say.
pub fn apply(analysis: Analysis, placed: &[Placed]) -> Analysis {
    let said: Vec<Said> = placed
        .iter()
        .flat_map(|placed| placed.said(analysis.gazetteer()))
        .collect();
    // Nothing is thrown away for nothing.
    if said == analysis.decisions() {
        analysis
    } else {
        analysis.decided(said)
    }
}

/// The places behind an edit. Those that it did not touch move with their text; the others, and those that were lost,
/// are looked for around it. The work is that of the edit, however long the text; only for a decision about the whole file
/// that loses its last place to this edit the whole of it is looked through, once.
pub fn follow(mut placed: Vec<Placed>, edit: &Edit, text: &dyn Text) -> Vec<Placed> {
    let behind = edit.range.start + edit.inserted;
    let moved = |range: &Range<usize>| {
        let moved = |at: usize| at - edit.range.end + behind;
        match range {
            range if range.end <= edit.range.start => Some(range.clone()),
            range if range.start >= edit.range.end => Some(moved(range.start)..moved(range.end)),
            _ => None,
        }
    };
    let mut lost = BTreeSet::new();
    for (number, one) in placed.iter_mut().enumerate() {
        let place = one.place.moved(moved);
        if place == Place::Gone && one.place != Place::Gone && one.decision.verdict.is_of_file() {
            lost.insert(number);
        }
        one.place = place;
    }
    if placed.iter().any(|one| one.place == Place::Gone) {
        let around =
            boundary(text, edit.range.start.saturating_sub(NEARBY))..boundary(text, (behind + NEARBY).min(text.len()));
        let start = around.start;
        find_in(&mut placed, start, &text.slice(around));
    }
    if lost.iter().any(|&number| placed[number].place == Place::Gone) {
        find(&mut placed, &text.slice(0..text.len()));
    }
    placed
}

/// Looks for what has no place.
pub(super) fn find(placed: &mut [Placed], text: &str) {
    find_in(placed, 0, text);
}

/// The same in a part of the text that begins at `start`. What is said of a whole file needs its words
/// somewhere in it: the context they were decided in may be gone.
fn find_in(placed: &mut [Placed], start: usize, part: &str) {
    look(placed, start, part, |_| true, Anchor::clone);
    look(placed, start, part, Verdict::is_of_file, |anchor| Anchor {
        quote: anchor.quote.clone(),
        before: String::new(),
        after: String::new(),
    });
}

/// Looks for those without a place of which this is decided, by an anchor made of theirs.
fn look(
    placed: &mut [Placed],
    start: usize,
    part: &str,
    is_meant: impl Fn(&Verdict) -> bool,
    anchor: impl Fn(&Anchor) -> Anchor,
) {
    let is_lost = |one: &&mut Placed| one.place == Place::Gone && is_meant(&one.decision.verdict);
    let lost: Vec<&mut Placed> = placed.iter_mut().filter(is_lost).collect();
    if lost.is_empty() {
        return;
    }
    let anchors: Vec<Anchor> = lost.iter().map(|one| anchor(&one.decision.anchor)).collect();
    for (one, place) in lost.into_iter().zip(anchor::find(part, &anchors)) {
        one.place = place.moved(|range| Some(start + range.start..start + range.end));
    }
}

/// The first place at or behind a byte that lies between characters.
fn boundary(text: &dyn Text, at: usize) -> usize {
    let (chunk, start) = text.chunk(at);
    start + chunk.ceil_char_boundary(at - start)
}
