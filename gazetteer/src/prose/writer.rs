//! What a format writes its layout with: streams of pieces, some inside others, and what holds for stretches of them.

use std::ops::Range;

use super::breaks::{self, Break};
use super::{
    Definition, Layout, Piece, Pin, Quoted, QuotedBy, Zone, addresses, citations, literature, quotes, stands_for, work,
    zones,
};
use crate::language::Language;

/// Streams that are open at once; in deeper ones prose goes on in the outer one.
const DEEPEST: usize = 16;

/// Writes the layout of a block.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    block: &'a str,
    layout: Layout,
    /// What signs in the streams made of them.
    marked: Vec<zones::Marked>,
    /// The innermost is written to; never empty.
    open: Vec<Stream>,
    /// How many were wanted beyond [`DEEPEST`].
    too_deep: usize,
    /// Citation keys (`@key`) are no prose.
    cite_keys: bool,
    /// The paragraph that ended last: it may go on behind the end of a page.
    ended: Option<Stream>,
}

/// A text that is read by itself.
#[derive(Debug, Default)]
struct Stream {
    pieces: Vec<Piece>,
    /// Something that is no prose stands behind the last piece.
    barrier: bool,
    /// Nothing may be added to the last piece.
    alone: bool,
    /// In it quotation marks make no quotations: it is a heading, or references.
    no_quotations: bool,
    /// It stands in a list of literature.
    listed: bool,
    /// A break behind the last piece.
    page_break: Option<Break>,
}

/// A place in the stream that is written, to which a later one is the other end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark(usize);

impl<'a> Writer<'a> {
    pub(super) fn new(block: &'a str) -> Writer<'a> {
        Writer {
            block,
            layout: Layout::default(),
            marked: Vec::new(),
            open: vec![Stream::default()],
            too_deep: 0,
            cite_keys: false,
            ended: None,
        }
    }

    /// The same for a format in which `@key` cites.
    pub(super) fn with_cite_keys(block: &'a str) -> Writer<'a> {
        Writer {
            cite_keys: true,
            ..Writer::new(block)
        }
    }

    /// Adds prose that stands for itself; addresses in it are none.
    pub(super) fn prose(&mut self, range: Range<usize>) {
        for (part, barrier) in addresses::prose(self.block, range, self.cite_keys) {
            let block = self.block;
            let stream = self.stream();
            stream.barrier |= barrier;
            stream.add(block, part, true);
        }
    }

    /// Adds a piece that stands for something else (see [`super::stands_for`]).
    pub(super) fn stand_in(&mut self, range: Range<usize>) {
        let block = self.block;
        let stream = self.stream();
        stream.add(block, range, false);
        stream.alone = true;
    }

    /// A break of the source, which may be inside a word; `goes_on`: it says that it is.
    pub(super) fn page_break(&mut self, range: Range<usize>, goes_on: bool) {
        let block = self.block;
        let stream = self.stream();
        let new = Break::new(range, goes_on);
        stream.page_break = Some(match stream.page_break.take() {
            Some(earlier) => earlier.and(block, new),
            None => new,
        });
    }

    /// Whether a break stands here that says that the word goes on.
    pub(super) fn is_inside_word(&mut self) -> bool {
        self.stream().page_break.as_ref().is_some_and(Break::goes_on)
    }

    /// Nothing behind belongs to the same name as anything before.
    pub(super) fn barrier(&mut self) {
        self.stream().barrier = true;
    }

    /// Ends the stream that is written and begins another in its place: a paragraph ends.
    pub(super) fn end_paragraph(&mut self) {
        let done = std::mem::take(self.stream());
        if self.is_blank(&done) {
            return;
        }
        self.settle();
        self.ended = Some(done);
    }

    /// The paragraph that ended last does not go on.
    pub(super) fn settle(&mut self) {
        if let Some(ended) = self.ended.take() {
            self.write(ended);
        }
    }

    /// Where the text ends of the paragraph that ended last, unless it was settled.
    pub(super) fn ended_at(&self) -> Option<usize> {
        let last = self.ended.as_ref()?.pieces.last();
        last.map(|last| last.range.end)
    }

    /// Goes on with the paragraph that ended last in the place of the one that is written.
    pub(super) fn take_up(&mut self) {
        if let Some(ended) = self.ended.take() {
            *self.stream() = ended;
        }
    }

    /// Begins a text inside the one that is written, which goes on behind it: a note.
    pub(super) fn begin_inner(&mut self) {
        if self.open.len() < DEEPEST {
            self.open.push(Stream::default());
        } else {
            self.too_deep += 1;
        }
    }

    /// Ends it.
    pub(super) fn end_inner(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if self.open.len() > 1
            && let Some(done) = self.open.pop()
        {
            self.write(done);
        }
    }

    /// Quotation marks in the stream that is written make no quotations.
    pub(super) fn without_quotations(&mut self) {
        self.stream().no_quotations = true;
    }

    /// Whether a word or an initial was written last.
    pub(super) fn ends_in_word(&mut self) -> bool {
        let block = self.block;
        let stream = self.stream();
        let is_word = |sign: char| sign.is_alphanumeric() || sign == '.';
        let last = stream.pieces.last().filter(|last| !last.markup && !stream.barrier);
        last.is_some_and(|last| block[last.range.clone()].ends_with(is_word))
    }

    /// What is written stands in a list of literature.
    pub(super) fn listed(&mut self) {
        self.stream().listed = true;
    }

    /// The beginning of what is written, as it is read: enough of it to know a heading.
    pub(super) fn beginning(&mut self) -> String {
        let block = self.block;
        let mut beginning = String::new();
        for piece in &self.stream().pieces {
            let text = &block[piece.range.clone()];
            match piece.markup.then(|| stands_for(text)).flatten() {
                Some(meant) => beginning.push_str(&meant),
                None => beginning.push_str(&text[..text.floor_char_boundary(literature::LONGEST_HEADING + 1)]),
            }
            if beginning.len() > literature::LONGEST_HEADING {
                break;
            }
        }
        work::count(beginning.len());
        beginning
    }

    /// Where the next piece will begin.
    pub(super) fn mark(&mut self) -> Mark {
        // What comes must not melt into what was there.
        self.stream().alone = true;
        Mark(self.stream().pieces.len())
    }

    /// The stretch from a mark of the same stream to what was written last.
    pub(super) fn since(&mut self, mark: Mark) -> Option<Range<usize>> {
        let block = self.block;
        let written = self.stream().pieces.get(mark.0..)?;
        // A break before the first word is before the mark, too.
        let is_break = |piece: &&Piece| piece.markup && breaks::is_break(&block[piece.range.clone()]);
        let breaks = written.iter().take_while(is_break).count();
        work::count(1 + breaks);
        match written.get(breaks..) {
            Some([first, .., last]) | Some([first @ last]) => Some(first.range.start..last.range.end),
            _ => None,
        }
    }

    /// What was written since a mark is set off by the markup.
    pub(super) fn quoted(&mut self, mark: Mark, by: QuotedBy) {
        if let Some(range) = self.since(mark) {
            self.layout.quoted.push(Quoted { range, by });
        }
    }

    /// A zone; of nested ones the inner holds.
    pub(super) fn zone(&mut self, range: Range<usize>, zone: Zone) {
        self.layout.zones.push((range, zone));
    }

    /// A stretch in a language that the markup states.
    pub(super) fn language(&mut self, range: Range<usize>, language: Language) {
        self.layout.languages.push((range, language));
    }

    /// The markup says what words name.
    pub(super) fn pin(&mut self, range: Range<usize>, reference: String) {
        self.layout.pins.push(Pin { range, reference });
    }

    /// The markup says what a reference leads to.
    pub(super) fn define(&mut self, definition: Definition) {
        self.layout.definitions.push(definition);
    }

    pub(super) fn finish(mut self) -> Layout {
        self.settle();
        while let Some(done) = self.open.pop() {
            self.write(done);
        }
        let mut layout = self.layout;
        zones::leave_out(&mut layout, &self.marked);
        zones::flatten(&mut layout.zones);
        layout.quoted.retain(|quoted| !quoted.range.is_empty());
        layout
            .quoted
            .sort_unstable_by_key(|quoted| (quoted.range.start, quoted.range.end, quoted.by));
        layout.languages.retain(|(range, _)| !range.is_empty());
        layout
            .languages
            .sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        layout
            .pins
            .sort_by_key(|pin| (pin.range.start, std::cmp::Reverse(pin.range.end)));
        layout.streams.sort_by_key(|pieces| pieces[0].range.start);
        layout
    }

    fn stream(&mut self) -> &mut Stream {
        if self.open.is_empty() {
            self.open.push(Stream::default());
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn write(&mut self, stream: Stream) {
        if self.is_blank(&stream) {
            return;
        }
        let zones = self.layout.zones.len();
        let is_entry = stream.listed && !stream.no_quotations && self.is_entry(&stream);
        let plain = !stream.no_quotations && !is_entry;
        quotes::mark(self.block, &stream.pieces, plain, &mut self.layout);
        if is_entry {
            self.layout.zones.push((extent(&stream.pieces), Zone::Bibliography));
        } else if plain {
            citations::mark(self.block, &stream.pieces, &mut self.layout);
        }
        self.marked.push(zones::Marked {
            zones: zones..self.layout.zones.len(),
            stream: self.layout.streams.len(),
        });
        self.layout.streams.push(stream.pieces);
    }

    fn is_entry(&self, stream: &Stream) -> bool {
        literature::is_entry(&self.block[extent(&stream.pieces)])
    }

    fn is_blank(&self, stream: &Stream) -> bool {
        let blank = |piece: &Piece| {
            let text = &self.block[piece.range.clone()];
            let behind_blanks = text.trim_start();
            work::count(1 + text.len() - behind_blanks.len());
            behind_blanks.is_empty()
        };
        stream.pieces.iter().all(blank)
    }
}

/// From the first to the last of some pieces.
fn extent(pieces: &[Piece]) -> Range<usize> {
    match pieces {
        [first, .., last] | [first @ last] => first.range.start..last.range.end,
        [] => 0..0,
    }
}

impl Stream {
    fn add(&mut self, block: &str, mut range: Range<usize>, copied: bool) {
        if copied && let Some(page_break) = &mut self.page_break {
            range = page_break.behind(block, range);
        }
        work::count(1);
        if range.is_empty() {
            return;
        }
        if let Some(page_break) = self.page_break.take()
            && !self.barrier
            && let Some(piece) = page_break.between(block, &mut self.pieces, &range)
        {
            self.pieces.push(piece);
            self.alone = true;
        }
        let merges = !std::mem::take(&mut self.alone) && copied && !self.barrier;
        let barrier = std::mem::take(&mut self.barrier) || self.pieces.is_empty();
        match self.pieces.last_mut() {
            Some(last) if merges && last.range.end == range.start => last.range.end = range.end,
            _ => self.pieces.push(Piece {
                range,
                barrier,
                markup: !copied,
            }),
        }
    }
}
