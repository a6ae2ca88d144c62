//! The blocks of a document, for those who keep by block what they have found, from one version to the next.
//!
//! What is found in a block depends on the block, which is never changed, and on what the rest of the document says of its
//! mentions. The latter has a number: as long as block and number are the same, so are the mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use super::block::Block;
use super::{Analysis, Mention};
use crate::entity::SpellingId;
use crate::prose::OVERLAP;

/// Where spellings first count. Bytes of the document.
pub type FirstUses = BTreeMap<SpellingId, Range<usize>>;

/// The blocks of one version.
#[derive(Debug, Clone, Default)]
pub struct Parts(Arc<Vec<Arc<Block>>>);

impl Parts {
    /// How many blocks at the head, and how many at the tail, are those of a version before; no block counts twice.
    pub fn shared_with(&self, before: &Parts) -> (usize, usize) {
        let same = |(one, other): &(&Arc<Block>, &Arc<Block>)| Arc::ptr_eq(one, other);
        let head = self.0.iter().zip(before.0.iter()).take_while(same).count();
        let (own, old) = (&self.0[head..], &before.0[head..]);
        let tail = own.iter().rev().zip(old.iter().rev()).take_while(same).count();
        (head, tail)
    }
}

impl Analysis {
    /// The blocks of the document.
    pub fn parts(&self) -> Parts {
        Parts(self.blocks.clone())
    }

    /// How many blocks there are.
    pub fn part_count(&self) -> usize {
        self.blocks.len()
    }

    /// The bytes of a block.
    pub fn part(&self, part: usize) -> Range<usize> {
        let start = self.starts[part];
        start..start + self.blocks[part].length
    }

    /// The bytes from which the block at a byte was read: where a paragraph was cut, a little more than the block. What is
    /// said of a mention rests on nothing that stands beyond.
    pub fn block_around(&self, at: usize) -> Range<usize> {
        let Some(part) = self.starts.partition_point(|start| *start <= at).checked_sub(1) else {
            return 0..0;
        };
        let Range { start, end } = self.part(part);
        let block = &self.blocks[part];
        let overlap = |is_cut: bool| if is_cut { OVERLAP } else { 0 };
        start.saturating_sub(overlap(block.entry.is_inside()))..end + overlap(block.exit.is_inside())
    }

    /// The mentions of a block, each with its number there.
    pub fn mentions_of_part(&self, part: usize) -> impl Iterator<Item = (u32, Mention)> + '_ {
        let locals = (0..).zip(&self.blocks[part].scan.mentions);
        locals.filter_map(move |(number, local)| Some((number, self.resolved(part, local)?)))
    }

    /// The mention of a block that has a number there.
    pub fn mention_of_part(&self, part: usize, number: u32) -> Option<Mention> {
        let local = self.blocks[part].scan.mentions.get(number as usize)?;
        self.resolved(part, local)
    }

    /// A number for what the rest of the document, decisions and pins say of the mentions of a block: while it is the same,
    /// so are the mentions.
    pub fn print_of_part(&self, part: usize) -> u64 {
        let block = &self.blocks[part];
        let is_spoken_of = self.is_spoken_of(part);
        if !is_spoken_of && !block.tally().has_open {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        let asked = block.scan.mentions.iter();
        for local in asked.filter(|local| is_spoken_of || local.is_open()) {
            let meant = self.resolved(part, local);
            let meant = meant.map(|mention| (mention.candidates, mention.resolution, mention.zone, mention.aside));
            meant.hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The spellings that a block may be counted for, some of them more than once.
    pub fn spellings_of_part(&self, part: usize) -> impl Iterator<Item = SpellingId> + '_ {
        let block = &self.blocks[part];
        let sure = block.tally().sure.iter().map(|(spelling, _)| *spelling);
        sure.chain(self.asked_in(part).flat_map(|(_, local)| local.spellings()))
    }

    /// Where each of these spellings first counts; of what counts nowhere there is nothing.
    pub fn first_uses(&self, spellings: &BTreeSet<SpellingId>) -> FirstUses {
        let mut first = FirstUses::new();
        for part in 0..self.blocks.len() {
            if first.len() == spellings.len() {
                break;
            }
            let is_sought = |spelling: &SpellingId| spellings.contains(spelling) && !first.contains_key(spelling);
            if !self.spellings_of_part(part).any(|spelling| is_sought(&spelling)) {
                continue;
            }
            for mention in self.mentions_of(part).filter(Mention::counts) {
                for spelling in mention.uses().filter(|spelling| spellings.contains(spelling)) {
                    first.entry(spelling).or_insert_with(|| mention.range.clone());
                }
            }
        }
        first
    }
}
