//! How often a document uses each spelling: what its blocks are sure of, added up, and what the document says beyond that.
//! From one version to the next only what has changed is added and taken away.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Use;
use super::block::Block;
use crate::Gazetteer;
use crate::entity::SpellingId;

/// What a block by itself is sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tally {
    /// How often it uses each spelling, sorted.
    pub(super) sure: Box<[(SpellingId, u32)]>,
    /// Whether there is something in it that only the document can tell.
    pub(super) has_open: bool,
    /// Whether any of that would count.
    pub(super) has_open_that_counts: bool,
}

/// What is used beyond the tallies of the blocks, or less than that.
pub(super) type Beyond = BTreeMap<SpellingId, i64>;

/// The sums of one version.
#[derive(Debug)]
pub(super) struct Sums {
    /// One entry a name and language, sorted.
    pub(super) uses: Vec<Use>,
    beyond: Beyond,
}

/// A version of which the sums are known.
#[derive(Debug)]
pub(super) struct Before {
    pub(super) blocks: Arc<Vec<Arc<Block>>>,
    pub(super) sums: Arc<Sums>,
}

impl Sums {
    /// The sums of all blocks.
    pub(super) fn new(gazetteer: &Gazetteer, blocks: &[Arc<Block>], beyond: Beyond) -> Sums {
        let mut sums = beyond.clone();
        add(&mut sums, blocks, 1);
        let counted = sums.into_iter().filter_map(|(spelling, count)| {
            let count = u32::try_from(count).ok()?;
            (count > 0).then_some((spelling, count))
        });
        Sums {
            uses: Use::of(gazetteer, counted),
            beyond,
        }
    }
}

impl Before {
    /// The sums of the version with these blocks: those of this one, but for the blocks that only one of them has.
    pub(super) fn next(&self, gazetteer: &Gazetteer, blocks: &[Arc<Block>], beyond: Beyond) -> Sums {
        let same = |(one, other): &(&Arc<Block>, &Arc<Block>)| Arc::ptr_eq(one, other);
        let head = self.blocks.iter().zip(blocks).take_while(same).count();
        let (old, new) = (&self.blocks[head..], &blocks[head..]);
        let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        let mut changes = beyond.clone();
        for (spelling, count) in &self.sums.beyond {
            *changes.entry(*spelling).or_default() -= count;
        }
        add(&mut changes, &old[..old.len() - tail], -1);
        add(&mut changes, &new[..new.len() - tail], 1);
        let mut uses = self.sums.uses.clone();
        for (spelling, change) in changes.into_iter().filter(|(_, change)| *change != 0) {
            apply(gazetteer, &mut uses, spelling, change);
        }
        Sums { uses, beyond }
    }
}

fn add(sums: &mut Beyond, blocks: &[Arc<Block>], times: i64) {
    for (spelling, count) in blocks.iter().flat_map(|block| block.tally().sure.iter()) {
        *sums.entry(*spelling).or_default() += times * i64::from(*count);
    }
}

fn apply(gazetteer: &Gazetteer, uses: &mut Vec<Use>, spelling: SpellingId, change: i64) {
    let entry = gazetteer.spelling(spelling);
    let key = (entry.name, &entry.language);
    let place = uses.binary_search_by(|used| (used.name, &used.language).cmp(&key));
    let place = place.unwrap_or_else(|place| {
        let (name, language) = (entry.name, entry.language.clone());
        let counts = Default::default();
        uses.insert(place, Use { name, language, counts });
        place
    });
    let Some(used) = uses.get_mut(place) else { return };
    let known = used.counts.iter().position(|(own, _)| *own == spelling);
    let before = known.map_or(0, |at| i64::from(used.counts.remove(at).1));
    if let Some(count) = u32::try_from(before + change).ok().filter(|count| *count > 0) {
        used.counts.push((spelling, count));
        used.sort();
    }
    if used.counts.is_empty() {
        uses.remove(place);
    }
}
