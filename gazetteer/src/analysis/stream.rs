//! The prose around a place of a text that was analysed: for those who change what stands there.

use std::ops::Range;

use super::Analysis;
use super::block::Source;
use crate::prose::{self, Label, Piece, Zone};
use crate::text::Text;

/// One paragraph as it is read. Ranges are bytes of the text.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// What of the text was read.
    range: Range<usize>,
    /// Texts that are read by themselves, each in reading order.
    streams: Vec<Vec<Piece>>,
    /// Whose words, letter by letter, the markup says they are.
    verbatim: Vec<Range<usize>>,
    /// Words of links that name their targets too.
    labels: Vec<Label>,
    /// What kinds of prose there are besides narration.
    zones: Vec<(Range<usize>, Zone)>,
}

impl Paragraph {
    /// Whether a byte lies in it.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.range.contains(&at)
    }

    /// The pieces of the stream in which a byte stands.
    pub(crate) fn stream(&self, at: usize) -> Option<&[Piece]> {
        let holds = |pieces: &&Vec<Piece>| {
            let piece = pieces.partition_point(|piece| piece.range.end <= at);
            pieces.get(piece).is_some_and(|piece| piece.range.start <= at)
        };
        self.streams.iter().find(holds).map(Vec::as_slice)
    }

    /// Whether the markup says that a byte stands in the very letters of somebody else (`<orig>`, `<sic>`).
    pub(crate) fn is_verbatim(&self, at: usize) -> bool {
        self.verbatim.iter().any(|range| range.contains(&at))
    }

    /// The words of links that name their targets too, the inner ones last.
    pub(crate) fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// What kind of prose a byte stands in.
    pub(crate) fn zone(&self, at: usize) -> Zone {
        prose::zone(&self.zones, at)
    }
}

impl Analysis {
    /// The paragraph around a byte. The work is that of reading the block, which a scan does too.
    pub(crate) fn paragraph(&self, text: &dyn Text, at: usize) -> Option<Paragraph> {
        let number = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        let (block, start) = (&self.blocks[number], self.starts[number]);
        let read = Source::new(text, start..start + block.length, block.entry, block.exit);
        let (source, before) = (&*read.text, start);
        let start = before - read.own.start;
        let layout = read.layout(self.facts.format, block.entry);
        let shift = |range: Range<usize>| start + range.start..start + range.end;
        let streams = layout.streams.into_iter().map(|pieces| {
            let piece = |piece: Piece| Piece {
                range: shift(piece.range),
                ..piece
            };
            pieces.into_iter().map(piece).collect()
        });
        let zones = layout.zones.into_iter().map(|(range, zone)| (shift(range), zone));
        let zones = zones.collect();
        let verbatim = prose::verbatim(self.facts.format, source);
        let label = |label: Label| Label {
            words: shift(label.words),
            ..label
        };
        let labels = prose::labels(self.facts.format, source, block.entry);
        Some(Paragraph {
            range: before..start + source.len(),
            streams: streams.collect(),
            verbatim: verbatim.into_iter().map(shift).collect(),
            labels: labels.into_iter().map(label).collect(),
            zones,
        })
    }
}
