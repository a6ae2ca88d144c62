//! How the names of a document are written: by mention, and summed up.

use std::sync::Arc;

use super::{Analysis, Mention};
use crate::consistency::{Forms, Written};
use crate::text::Text;

impl Analysis {
    /// Every use of a spelling, as it is written, by start of the mention. `text` is the text that was analysed; of each
    /// block it is read once, by the first who asks.
    pub fn written(&self, text: &dyn Text) -> Vec<(Mention, Written)> {
        let mentions = self.mentions();
        let uses = mentions.flat_map(|mention| {
            let uses = self.written_at(text, &mention).cloned();
            let uses: Vec<_> = uses.map(|written| (mention.clone(), written)).collect();
            uses
        });
        uses.collect()
    }

    /// How the names in a mention are written, each with its spelling.
    pub(crate) fn written_at<'a>(
        &'a self,
        text: &dyn Text,
        mention: &'a Mention,
    ) -> impl Iterator<Item = &'a Written> + use<'a> {
        let number = self.starts.partition_point(|start| *start <= mention.range.start);
        let found = number.checked_sub(1).and_then(|number| {
            let first = self.begun(number, mention.range.start);
            let locals = self.blocks[number].scan.mentions.iter().enumerate().skip(first);
            let mut locals = locals.take_while(|(_, local)| self.range(number, local).start == mention.range.start);
            let (local, _) = locals.find(|(_, local)| self.range(number, local) == mention.range)?;
            Some(self.written_of(text, number, local))
        });
        let is_meant = |written: &&Written| mention.uses().any(|spelling| spelling == written.spelling);
        found.into_iter().flatten().filter(is_meant)
    }

    /// The sums of how the names that count are written. `text` is the text that was analysed.
    pub(crate) fn forms(&self, text: &dyn Text) -> &Forms {
        self.forms.get_or_init(|| Arc::new(self.summed_up(text)))
    }

    fn summed_up(&self, text: &dyn Text) -> Forms {
        let mut forms = Forms::default();
        for (number, block) in self.blocks.iter().enumerate() {
            let start = self.starts[number];
            if !self.is_spoken_of(number) {
                for alike in block.alike(text, start, &self.gazetteer) {
                    let first = start + alike.first as usize;
                    forms.add(&self.gazetteer, &alike.written, alike.count, first);
                }
            }
            for (local_number, local) in self.asked_in(number) {
                let Some(mention) = self.resolved(number, local).filter(Mention::counts) else {
                    continue;
                };
                for written in self.written_of(text, number, local_number) {
                    if mention.uses().any(|spelling| spelling == written.spelling) {
                        forms.add(&self.gazetteer, written, 1, mention.range.start);
                    }
                }
            }
        }
        forms
    }

    /// How the names in a mention of a block may be written, whatever it means.
    fn written_of<'a>(
        &'a self,
        text: &dyn Text,
        number: usize,
        mention: usize,
    ) -> impl Iterator<Item = &'a Written> + use<'a> {
        let uses = self.blocks[number].written(text, self.starts[number], &self.gazetteer);
        let first = uses.partition_point(|(own, _)| (*own as usize) < mention);
        let own = uses[first..]
            .iter()
            .take_while(move |(own, _)| *own as usize == mention);
        own.map(|(_, written)| written)
    }
}
