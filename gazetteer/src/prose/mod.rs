//! What of a document is prose, and what kind of prose.
//!
//! A format answers two questions, each of a text that may be broken or half typed, and neither can fail: where a block
//! ends ([`block_end`]), and what inside a block is prose ([`lay_out`]). A block is a paragraph, so the state between two
//! blocks is small: whether a code fence or front matter is open.

use std::ops::Range;

/// The markup of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// No markup; printed articles as scanned.
    #[default]
    PlainText,
    /// CommonMark with front matter and footnotes.
    Markdown,
}

/// What kind of prose a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Zone {
    /// Running text of the author.
    #[default]
    Narration,
    /// A heading.
    Heading,
    /// Somebody else's words.
    Quotation,
    /// References to literature and archives, footnotes that hold them.
    Bibliography,
}

/// A run of prose in a block, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the block.
    pub range: Range<usize>,
    /// Whether nothing in front of this piece can belong to the same name (code, a cell boundary). Where it is false
    /// the pieces touch, and markup between them is as if it were not there (`**Mustafa** Kemal`).
    pub barrier: bool,
}

/// The prose of one block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Texts that are read by themselves: the paragraph, and a footnote block or page number that interrupts it.
    /// Each is a sequence of pieces in reading order.
    pub streams: Vec<Vec<Piece>>,
    /// Zones other than narration: sorted, without overlap (of nested ones the inner). Bytes of the block.
    pub zones: Vec<(Range<usize>, Zone)>,
    /// What stands in quotation marks or emphasis, marks excluded, however short. Sorted by start; may nest.
    pub quoted: Vec<Range<usize>>,
}

impl Layout {
    /// The zone at a byte of the block.
    pub fn zone(&self, at: usize) -> Zone {
        let before = self.zones.partition_point(|(range, _)| range.start <= at);
        self.zones[..before]
            .last()
            .filter(|(range, _)| at < range.end)
            .map_or(Zone::Narration, |(_, zone)| *zone)
    }
}

/// What a block inherits from the text before it. Formats use it as they like; the state at the head of a document is
/// the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct State(pub(crate) u32);

/// Blocks longer than this many bytes are cut at white space.
pub const LONGEST_BLOCK: usize = 64 * 1024;

/// Where a block ends. Offsets are bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The end.
    pub end: usize,
    /// The state behind it.
    pub exit: State,
    /// How far the text was read to know: what stands from here on has no part in it. At least `end`.
    pub looked: usize,
}

/// Where the block that begins at byte `start` of `text` ends, and the state behind it.
///
/// The end is greater than `start` for `start < text.len()`, lies between characters, and depends on nothing before
/// `start` but `entry`. White space behind a paragraph belongs to it.
pub fn block_end(format: Format, text: &dyn crate::Text, start: usize, entry: State) -> Cut {
    let _ = (format, text, start, entry);
    unimplemented!()
}

/// The prose of a block that [`block_end`] has cut.
pub fn lay_out(format: Format, block: &str, entry: State) -> Layout {
    let _ = (format, block, entry);
    unimplemented!()
}
