//! What stands at a place of the text, found without looking through all of its block: a paragraph may be the whole text.

use std::ops::Range;

use super::scan::{DEEPEST, Local};
use super::{Analysis, Mention};
use crate::entity::SpellingId;

impl Analysis {
    /// The mentions that begin in a range of bytes.
    pub fn mentions_in(&self, range: Range<usize>) -> impl Iterator<Item = Mention> + '_ {
        self.blocks_of(&range).flat_map(move |number| {
            let first = self.begun(number, range.start);
            let end = self.begun(number, range.end).max(first);
            let begun = &self.blocks[number].scan.mentions[first..end];
            begun.iter().filter_map(move |local| self.resolved(number, local))
        })
    }

    /// The mention at a byte: of its range with suffix, both ends included; of two that touch, the right one.
    pub fn mention_at(&self, at: usize) -> Option<Mention> {
        let block = self.starts.partition_point(|start| *start <= at);
        let near = |number: usize| {
            let end = self.begun(number, at + 1);
            let begun = self.blocks[number].scan.mentions[..end].iter().rev().take(DEEPEST);
            begun.map(move |local| (number, local))
        };
        (block.saturating_sub(2)..block)
            .rev()
            .flat_map(near)
            .filter(|(number, local)| at <= self.starts[*number] + local.suffix_end as usize)
            .find_map(|(number, local)| self.resolved(number, local))
    }

    /// The mentions that are uses of a spelling, by start. What cannot be one is passed over without asking what it means.
    pub fn uses_of(&self, spelling: SpellingId) -> impl Iterator<Item = Mention> + '_ {
        let all = self.blocks.iter().enumerate();
        let all = all.flat_map(|(number, block)| block.scan.mentions.iter().map(move |local| (number, local)));
        all.filter(move |(_, local)| local.spellings().any(|one| one == spelling))
            .filter_map(|(number, local)| self.resolved(number, local))
            .filter(move |mention| mention.uses().any(|used| used == spelling))
    }

    /// What is found, whatever it means, that shares a byte with a range.
    pub(super) fn locals_in(&self, range: &Range<usize>) -> impl Iterator<Item = (usize, &Local)> {
        let range = range.clone();
        let near = {
            let range = range.clone();
            move |number: usize| {
                let first = self.begun(number, range.start).saturating_sub(DEEPEST);
                let end = self.begun(number, range.end).max(first);
                let begun = &self.blocks[number].scan.mentions[first..end];
                begun.iter().map(move |local| (number, local))
            }
        };
        self.blocks_of(&range).flat_map(near).filter(move |(number, local)| {
            let own = self.range(*number, local);
            own.start < range.end && range.start < own.end
        })
    }

    /// The numbers of the blocks that share a byte with a range.
    fn blocks_of(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.starts.partition_point(|start| *start <= range.start);
        let first = first.saturating_sub(1);
        first..self.starts.partition_point(|start| *start < range.end).max(first)
    }

    /// How many mentions of a block begin before a byte of the text.
    pub(super) fn begun(&self, number: usize, at: usize) -> usize {
        let mentions = &self.blocks[number].scan.mentions;
        mentions.partition_point(|local| self.starts[number] + (local.start as usize) < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Decided, Decision, Facts};
    use crate::{Gazetteer, prose::work};

    /// How many mentions are looked at to say what stands at each of these places of one paragraph of so many names, and
    /// what each decision there takes.
    fn work_at_places(names: usize) -> usize {
        let list = r#"{"onomast": 1, "entities": [{"id": "place/a", "names": [{"spellings": {"ru": ["Анкара"]}}]}]}"#;
        let gazetteer: std::sync::Arc<Gazetteer> =
            std::sync::Arc::new(crate::load::load_text("a.gazetteer.json", list).gazetteer);
        let name = "Анкара. ";
        let text = name.repeat(names);
        let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
        assert_eq!(analysis.mentions().count(), names);
        let places = (0..8).map(|eighth| eighth * names / 8 * name.len());
        let before = work::done();
        for at in places {
            let range = at..at + "Анкара".len();
            let mention = analysis.mention_at(range.end).expect("a name");
            assert_eq!(mention.range, range);
            assert_eq!(analysis.mentions_in(range.clone()).count(), 1);
            assert_eq!(analysis.locals_in(&range).count(), 1);
            let decided = Decided::NotAName;
            assert!(analysis.takes_effect(&Decision { range, decided }));
        }
        work::since(before)
    }

    #[test]
    fn what_stands_at_a_place_costs_the_same_in_a_long_paragraph() {
        let (few, many) = (work_at_places(100), work_at_places(4_000));
        assert!(few > 0, "work is counted");
        assert_eq!(few, many);
    }
}
