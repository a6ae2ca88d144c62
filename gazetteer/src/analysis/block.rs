//! Cutting a text into blocks, and keeping those that an edit left alone.

use std::sync::Arc;

use super::scan::{self, Scan};
use super::{Edit, Facts};
use crate::Gazetteer;
use crate::detect::{self, Own};
use crate::language::Language;
use crate::prose::{self, Cut, Format, Layout, State};
use crate::text::Text;

/// A paragraph, or a piece of an overlong one.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Bytes.
    pub(super) length: usize,
    /// State before and behind it, and how far cutting it looked ahead, from its start.
    pub(super) entry: State,
    pub(super) exit: State,
    pub(super) looked: usize,
    /// What it says of its language.
    pub(super) own: Own,
    /// The language in force, in which it was scanned.
    pub(super) language: Option<Language>,
    /// What stands in it.
    pub(super) scan: Arc<Scan>,
}

/// A block that is cut and perhaps not yet scanned.
#[derive(Debug)]
pub(super) enum Piece {
    /// Kept from the analysis before.
    Kept(Arc<Block>),
    /// Cut anew.
    Cut {
        cut: Cut,
        entry: State,
        start: usize,
        layout: Layout,
        own: Own,
    },
}

impl Piece {
    pub(super) fn own(&self) -> &Own {
        match self {
            Piece::Kept(block) => &block.own,
            Piece::Cut { own, .. } => own,
        }
    }

    /// The block, scanned in the language in force; the number says whether work was done.
    pub(super) fn scanned(
        self,
        text: &dyn Text,
        start: usize,
        format: Format,
        language: Option<Language>,
        gazetteer: &Gazetteer,
    ) -> (Arc<Block>, usize) {
        match self {
            Piece::Kept(block) if block.language == language => (block, 0),
            Piece::Kept(block) => {
                let source = text.slice(start..start + block.length);
                let layout = prose::lay_out(format, &source, block.entry);
                let scan = Arc::new(scan::scan(&source, &layout, language.as_ref(), gazetteer));
                (
                    Arc::new(Block {
                        language,
                        scan,
                        ..(*block).clone()
                    }),
                    1,
                )
            }
            Piece::Cut {
                cut,
                entry,
                start,
                layout,
                own,
            } => {
                let source = text.slice(start..cut.end);
                let scan = Arc::new(scan::scan(&source, &layout, language.as_ref(), gazetteer));
                let block = Block {
                    length: cut.end - start,
                    entry,
                    exit: cut.exit,
                    looked: cut.looked - start,
                    own,
                    language,
                    scan,
                };
                (Arc::new(block), 1)
            }
        }
    }
}

/// Cuts a whole text.
pub(super) fn cut_all(text: &dyn Text, facts: &Facts) -> Vec<Piece> {
    let mut pieces = Vec::new();
    cut_until(text, facts, 0, State::default(), &mut pieces, |_, _| false);
    pieces
}

/// Cuts a text that came from another by edits: blocks that no edit can have touched stay, and cutting stops where an
/// old block begins at the same text in the same state.
pub(super) fn cut_again(
    text: &dyn Text,
    facts: &Facts,
    old: &[Arc<Block>],
    starts: &[usize],
    edits: &[Edit],
) -> Vec<Piece> {
    let Some(damage) = Damage::of(edits) else {
        return old.iter().cloned().map(Piece::Kept).collect();
    };
    let untouched = (0..old.len())
        .find(|&number| {
            starts[number] + old[number].looked >= damage.start || starts[number] + old[number].length >= damage.start
        })
        .unwrap_or(old.len().saturating_sub(1));
    let mut pieces: Vec<Piece> = old[..untouched].iter().cloned().map(Piece::Kept).collect();
    let (start, entry) = match untouched {
        0 => (0, State::default()),
        number => (starts[number - 1] + old[number - 1].length, old[number - 1].exit),
    };
    let mut rest = None;
    cut_until(text, facts, start, entry, &mut pieces, |at, state| {
        let Some(before) = damage.before(at) else { return false };
        rest = starts
            .binary_search(&before)
            .ok()
            .filter(|&number| old[number].entry == state);
        rest.is_some()
    });
    pieces.extend(old[rest.unwrap_or(old.len())..].iter().cloned().map(Piece::Kept));
    pieces
}

fn cut_until(
    text: &dyn Text,
    facts: &Facts,
    mut start: usize,
    mut entry: State,
    pieces: &mut Vec<Piece>,
    mut stop: impl FnMut(usize, State) -> bool,
) {
    while start < text.len() && !stop(start, entry) {
        let cut = prose::block_end(facts.format, text, start, entry);
        let source = text.slice(start..cut.end);
        let layout = prose::lay_out(facts.format, &source, entry);
        let own = detect::detect(&source, &layout);
        let (end, exit) = (cut.end, cut.exit);
        pieces.push(Piece::Cut {
            cut,
            entry,
            start,
            layout,
            own,
        });
        (start, entry) = (end, exit);
    }
}

/// The one stretch that holds all edits, in the text before and behind them.
#[derive(Debug, PartialEq, Eq)]
struct Damage {
    start: usize,
    old_end: usize,
    new_end: usize,
}

impl Damage {
    fn of(edits: &[Edit]) -> Option<Damage> {
        let mut edits = edits.iter();
        let first = edits.next()?;
        let mut damage = Damage {
            start: first.range.start,
            old_end: first.range.end,
            new_end: first.range.start + first.inserted,
        };
        for edit in edits {
            // An edit that reaches behind the damage so far widens it in the old text by as much.
            let beyond = edit.range.end.saturating_sub(damage.new_end);
            damage.old_end += beyond;
            damage.new_end = damage.new_end + beyond + edit.inserted - edit.range.len();
            damage.start = damage.start.min(edit.range.start);
        }
        Some(damage)
    }

    /// The place in the old text of a place behind the damage.
    fn before(&self, at: usize) -> Option<usize> {
        (at >= self.new_end).then(|| at - self.new_end + self.old_end)
    }
}
