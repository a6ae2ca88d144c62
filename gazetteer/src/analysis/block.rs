//! Cutting a text into blocks, and keeping those that an edit left alone.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::Edit;
use super::scan::{self, Scan, Scratch};
use crate::Gazetteer;
use crate::consistency::Written;
use crate::detect::{self, Own};
use crate::language::Language;
use crate::prose::{self, Format, LOOK_AHEAD, Layout, State};
use crate::text::Text;

/// A paragraph, or a piece of an overlong one.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Bytes.
    pub(super) length: usize,
    /// State before and behind it.
    pub(super) entry: State,
    pub(super) exit: State,
    /// What it says of its language.
    pub(super) own: Own,
    /// The language in force, in which it was scanned.
    pub(super) language: Option<Language>,
    /// What stands in it.
    pub(super) scan: Arc<Scan>,
    /// How its names are written, each with the number of its mention; read when first asked for.
    written: OnceLock<Arc<[(u32, Written)]>>,
}

/// A block that is cut and perhaps not yet scanned.
#[derive(Debug)]
pub(super) enum Piece {
    /// Kept from the analysis before.
    Kept(Arc<Block>),
    /// Cut anew.
    Cut(Box<Cut>),
}

/// A block that is not scanned.
#[derive(Debug)]
pub(super) struct Cut {
    range: Range<usize>,
    entry: State,
    exit: State,
    layout: Layout,
    own: Own,
}

impl Block {
    /// How its names are written, each with the number of its mention. `start` is where the block begins in the text.
    pub(super) fn written(&self, text: &dyn Text, start: usize, gazetteer: &Gazetteer) -> &[(u32, Written)] {
        self.written.get_or_init(|| {
            let source = if self.scan.mentions.is_empty() {
                "".into()
            } else {
                text.slice(start..start + self.length)
            };
            self.scan.written(&source, self.language.as_ref(), gazetteer).into()
        })
    }
}

impl Piece {
    pub(super) fn own(&self) -> &Own {
        match self {
            Piece::Kept(block) => &block.own,
            Piece::Cut(cut) => &cut.own,
        }
    }

    /// The block, scanned in the language in force; the number says whether work was done. `start` is where it begins.
    pub(super) fn scanned(
        self,
        text: &dyn Text,
        start: usize,
        format: Format,
        language: Option<Language>,
        gazetteer: &Gazetteer,
        scratch: &mut Scratch,
    ) -> (Arc<Block>, usize) {
        let mut scan =
            |source: &str, layout: &Layout| Arc::new(scan::scan(source, layout, language.as_ref(), gazetteer, scratch));
        let block = match self {
            Piece::Kept(block) if block.language == language => return (block, 0),
            Piece::Kept(block) => {
                let source = text.slice(start..start + block.length);
                let scan = scan(&source, &prose::lay_out(format, &source, block.entry));
                Block {
                    language,
                    scan,
                    written: OnceLock::new(),
                    ..(*block).clone()
                }
            }
            Piece::Cut(cut) => {
                let scan = scan(&text.slice(cut.range.clone()), &cut.layout);
                Block {
                    length: cut.range.len(),
                    entry: cut.entry,
                    exit: cut.exit,
                    own: cut.own,
                    language,
                    scan,
                    written: OnceLock::new(),
                }
            }
        };
        (Arc::new(block), 1)
    }
}

/// Cuts a whole text.
pub(super) fn cut_all(text: &dyn Text, format: Format) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut entry) = (0, State::default());
    while start < text.len() {
        let (end, exit) = prose::block_end(format, text, start, entry);
        pieces.push(Piece::Cut(Box::new(cut(text, format, start..end, entry, exit))));
        (start, entry) = (end, exit);
    }
    pieces
}

fn cut(text: &dyn Text, format: Format, range: Range<usize>, entry: State, exit: State) -> Cut {
    let source = text.slice(range.clone());
    let layout = prose::lay_out(format, &source, entry);
    let own = detect::detect(&source, &layout);
    Cut {
        range,
        entry,
        exit,
        layout,
        own,
    }
}

/// Cuts a text that came from another by edits. Blocks that no edit can have touched stay; a little before the edits
/// cutting begins, since where a block ends can depend on what follows; it stops where an old block begins at the same
/// text in the same state.
pub(super) fn cut_again(
    text: &dyn Text,
    format: Format,
    old: &[Arc<Block>],
    starts: &[usize],
    edits: &[Edit],
) -> Vec<Piece> {
    let Some(damage) = edits.iter().cloned().reduce(Edit::then) else {
        return old.iter().cloned().map(Piece::Kept).collect();
    };
    let kept = (0..old.len())
        .take_while(|&number| starts[number] + old[number].length + LOOK_AHEAD < damage.range.start)
        .count();
    let mut pieces: Vec<Piece> = old[..kept].iter().cloned().map(Piece::Kept).collect();
    let (mut start, mut entry) = match kept.checked_sub(1) {
        Some(last) => (starts[last] + old[last].length, old[last].exit),
        None => (0, State::default()),
    };
    while start < text.len() {
        let behind = damage
            .before(start)
            .and_then(|before| starts.binary_search(&before).ok());
        if let Some(rest) = behind.filter(|&number| old[number].entry == entry) {
            pieces.extend(old[rest..].iter().cloned().map(Piece::Kept));
            break;
        }
        let (end, exit) = prose::block_end(format, text, start, entry);
        let same = |number: &usize| {
            end <= damage.range.start && (old[*number].length, old[*number].entry) == (end - start, entry)
        };
        match starts.binary_search(&start).ok().filter(same) {
            Some(number) => pieces.push(Piece::Kept(Arc::new(Block {
                exit,
                ..(*old[number]).clone()
            }))),
            None => pieces.push(Piece::Cut(Box::new(cut(text, format, start..end, entry, exit)))),
        }
        (start, entry) = (end, exit);
    }
    pieces
}
