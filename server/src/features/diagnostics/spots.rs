//! Where the mentions of a document have findings: kept by block from one version to the next, and without words.
//!
//! After a key only the blocks are looked at in which something has changed, or of which the sums of the document say
//! something else than before. Words have counts in them and places elsewhere, which every key may change; they are made for
//! the findings that are shown ([`super::Findings`]).

use std::ops::Range;
use std::sync::Arc;

use onomast_gazetteer::analysis::Parts;
use onomast_gazetteer::entity::{EntityId, SpellingId};

use super::context::Context;
use crate::features::finding::{Code, Severity};

/// A finding of a mention, without code and words.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Bytes of the document.
    pub(super) range: Range<usize>,
    /// After settings.
    pub(super) severity: Severity,
    /// The entity, where there is exactly one.
    pub(super) entity: Option<EntityId>,
    /// The spelling concerned.
    pub(super) spelling: Option<SpellingId>,
}

/// Where a mention is: its block begins at a byte of the document, and it has a number there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) number: u32,
}

/// The same in its block, wherever that stands.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    code: Code,
    /// The number of the mention in its block.
    mention: u32,
    /// With bytes of the block.
    shape: Shape,
}

/// The spots of one version of a document, by block. They belong to the gazetteer, the settings and the project they were
/// found with.
#[derive(Debug, Clone, Default)]
pub struct Spots {
    parts: Parts,
    by_part: Vec<Kept>,
    looked: usize,
}

/// The spots of a block, and the number of what the rest of the document said of it when they were found.
#[derive(Debug, Clone)]
struct Kept {
    print: (u64, u64),
    spots: Option<Arc<[Spot]>>,
}

impl Spot {
    pub(super) fn new(code: Code, place: Place, shape: Shape) -> Spot {
        let Range { start, end } = shape.range;
        let range = start.saturating_sub(place.start)..end.saturating_sub(place.start);
        Spot {
            code,
            mention: place.number,
            shape: Shape { range, ..shape },
        }
    }

    pub(super) fn code(&self) -> Code {
        self.code
    }

    pub(super) fn mention(&self) -> u32 {
        self.mention
    }

    /// The finding where its block begins at a byte of the document.
    pub(super) fn shape(&self, start: usize) -> Shape {
        let range = &self.shape.range;
        Shape {
            range: start + range.start..start + range.end,
            ..self.shape.clone()
        }
    }
}

impl Spots {
    /// The spots of a document. `before` are those of a version before, with the same gazetteer, settings and project.
    pub(super) fn of(context: &Context<'_>, before: Option<&Spots>) -> Spots {
        let analysis = context.view.analysis;
        let parts = analysis.parts();
        let count = analysis.part_count();
        let (head, tail) = before.map_or((0, 0), |before| parts.shared_with(&before.parts));
        let kept = |part: usize| {
            let before = before?;
            let from_behind = count - part;
            match part < head {
                true => before.by_part.get(part),
                false if from_behind <= tail => before.by_part.get(before.by_part.len() - from_behind),
                false => None,
            }
        };
        let mut looked = 0;
        let by_part = (0..count).map(|part| {
            let print = context.print_of_part(part);
            if let Some(kept) = kept(part).filter(|kept| kept.print == print) {
                return kept.clone();
            }
            looked += 1;
            let spots = context.spots(part);
            Kept {
                print,
                spots: (!spots.is_empty()).then(|| spots.into()),
            }
        });
        let by_part = by_part.collect();
        Spots { parts, by_part, looked }
    }

    /// All of them, each with the number of its block, by place.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Spot)> {
        let parts = self.by_part.iter().enumerate();
        parts.flat_map(|(part, kept)| {
            kept.spots
                .iter()
                .flat_map(move |spots| spots.iter().map(move |spot| (part, spot)))
        })
    }

    /// How many blocks were looked at to find them: a measure of work.
    pub fn looked(&self) -> usize {
        self.looked
    }
}
