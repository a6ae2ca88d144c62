//! Cutting a text into blocks, and keeping those that an edit left alone.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::Edit;
use super::scan::{self, Local, Scan, Scratch};
use super::unmatched::{Looked, Unknown, Unmatched};
use super::uses::Tally;
use crate::Gazetteer;
use crate::consistency::{Alike, Written};
use crate::detect::{self, Own};
use crate::entity::SpellingId;
use crate::language::Language;
use crate::prose::{self, Format, LOOK_AHEAD, Layout, OVERLAP, ReadBlock, Remark, State};
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
    /// What it was read from, in short, where it is a piece of an overlong paragraph.
    print: Option<u64>,
    /// What stands in it.
    pub(super) scan: Scan,
    /// How its names are written, each with the number of its mention; read when first asked for.
    written: OnceLock<Arc<[(u32, Written)]>>,
    /// The same of what it is sure of and what counts, by how it is written; put together when first asked for.
    alike: OnceLock<Box<[Alike]>>,
    /// What it is sure that it uses; added up when first asked for.
    tally: OnceLock<Tally>,
    /// What stands in it besides; looked for when first asked for.
    unmatched: OnceLock<Arc<Unmatched>>,
    /// What its comments say to this program; read when first asked for.
    remarks: OnceLock<Arc<[Remark]>>,
    /// The names that the gazetteer lacks; looked for when first asked for.
    unknown: OnceLock<Arc<[Unknown]>>,
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
    print: Option<u64>,
    layout: Layout,
    own: Own,
}

impl Block {
    /// What it is sure that it uses.
    pub(super) fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| {
            let mut sums: BTreeMap<SpellingId, u32> = BTreeMap::new();
            let mut has_open_that_counts = false;
            for local in self.scan.mentions.iter().filter(|local| local.counts()) {
                has_open_that_counts |= local.is_open();
                if !local.is_open() {
                    local
                        .spellings()
                        .for_each(|spelling| *sums.entry(spelling).or_default() += 1);
                }
            }
            Tally {
                sure: sums.into_iter().collect(),
                has_open: has_open_that_counts || self.scan.mentions.iter().any(Local::is_open),
                has_open_that_counts,
            }
        })
    }

    /// How its names are written, each with the number of its mention. `start` is where the block begins in the text.
    pub(super) fn written(&self, text: &dyn Text, start: usize, gazetteer: &Gazetteer) -> &[(u32, Written)] {
        self.written.get_or_init(|| {
            let source = if self.scan.mentions.is_empty() {
                "".into()
            } else {
                // A mention that begins before a cut may end behind it.
                let ends = self.scan.mentions.iter().map(|mention| mention.suffix_end as usize);
                text.slice(start..start + ends.fold(self.length, usize::max))
            };
            self.scan.written(&source, self.language.as_ref(), gazetteer).into()
        })
    }

    /// How the names that count and that it is sure of are written. `start` is where it begins in the text.
    pub(super) fn alike(&self, text: &dyn Text, start: usize, gazetteer: &Gazetteer) -> &[Alike] {
        self.alike.get_or_init(|| {
            let uses = self.written(text, start, gazetteer).iter();
            let local = |number: u32| self.scan.mentions.get(number as usize);
            let sure = uses.filter_map(|(number, written)| {
                let local = local(*number).filter(|local| local.counts() && !local.is_open())?;
                Some((local.start, written))
            });
            Alike::of(sure)
        })
    }

    /// The run of prose in which the character before a byte stands: bytes of the text. `start` is where the block begins.
    pub(super) fn prose_before(
        &self,
        text: &dyn Text,
        format: Format,
        start: usize,
        at: usize,
    ) -> Option<Range<usize>> {
        let source = Source::new(text, start..start + self.length, self.entry, self.exit);
        let layout = source.layout(format, self.entry);
        let shift = start.checked_sub(source.own.start)?;
        let mut pieces = layout.streams.into_iter().flatten();
        let within = pieces.find(|piece| shift + piece.range.start < at && at <= shift + piece.range.end)?;
        Some(shift + within.range.start..shift + within.range.end)
    }
}

impl Block {
    /// What stands in it besides its mentions. `start` is where the block begins in the text.
    pub(super) fn unmatched(&self, text: &dyn Text, start: usize, format: Format, gazetteer: &Gazetteer) -> &Unmatched {
        self.unmatched.get_or_init(|| {
            let mut found = Unmatched::default();
            self.look(text, start, format, gazetteer, |looked| found = looked.unmatched());
            found.into()
        })
    }

    /// The names in it that the gazetteer lacks.
    pub(super) fn unknown(&self, text: &dyn Text, start: usize, format: Format, gazetteer: &Gazetteer) -> &[Unknown] {
        self.unknown.get_or_init(|| {
            let mut found = Vec::new();
            self.look(text, start, format, gazetteer, |looked| found = looked.unknown());
            found.into()
        })
    }

    /// What its comments say to this program.
    pub(super) fn remarks(&self, text: &dyn Text, start: usize, format: Format) -> &[Remark] {
        self.remarks.get_or_init(|| {
            let source = text.slice(start..start + self.length);
            prose::remarks(format, &source, || prose::lay_out(format, &source, self.entry)).into()
        })
    }

    fn look(
        &self,
        text: &dyn Text,
        start: usize,
        format: Format,
        gazetteer: &Gazetteer,
        look: impl FnOnce(&Looked<'_>),
    ) {
        let source = Source::new(text, start..start + self.length, self.entry, self.exit);
        let layout = source.layout(format, self.entry);
        look(&Looked {
            source: &source.text,
            own: &source.own,
            layout: &layout,
            language: self.language.as_ref(),
            gazetteer,
            scan: &self.scan,
        });
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
        let (source, cut) = match self {
            Piece::Kept(block) if block.language == language => return (block, 0),
            Piece::Kept(block) => {
                let range = start..start + block.length;
                let source = Source::new(text, range.clone(), block.entry, block.exit);
                let cut = Cut {
                    range,
                    entry: block.entry,
                    exit: block.exit,
                    print: block.print,
                    layout: source.layout(format, block.entry),
                    own: block.own.clone(),
                };
                (source, Box::new(cut))
            }
            Piece::Cut(cut) => (Source::new(text, cut.range.clone(), cut.entry, cut.exit), cut),
        };
        let own = source.own.clone();
        let scan = scan::scan(&source.text, own, &cut.layout, language.as_ref(), gazetteer, scratch);
        let block = Block {
            length: cut.range.len(),
            entry: cut.entry,
            exit: cut.exit,
            own: cut.own,
            language,
            print: cut.print,
            scan,
            written: OnceLock::new(),
            alike: OnceLock::new(),
            tally: OnceLock::new(),
            unmatched: OnceLock::new(),
            remarks: OnceLock::new(),
            unknown: OnceLock::new(),
        };
        (Arc::new(block), 1)
    }
}

/// The text that a block is read from: where it was cut out of a paragraph that is too long, with the overlap.
pub(super) struct Source<'a> {
    pub(super) text: Cow<'a, str>,
    /// What of it is the block.
    pub(super) own: Range<usize>,
}

impl<'a> Source<'a> {
    /// Of a block that lies in this range and is entered and left in these states.
    pub(super) fn new(text: &'a dyn Text, range: Range<usize>, entry: State, exit: State) -> Source<'a> {
        let mut around = range.clone();
        if entry.is_inside() {
            around.start = text.boundary(range.start.saturating_sub(OVERLAP));
        }
        if exit.is_inside() {
            around.end = text.boundary(text.len().min(range.end + OVERLAP));
        }
        let own = range.start - around.start..range.end - around.start;
        Source {
            text: text.slice(around),
            own,
        }
    }

    /// Its prose, where the block is entered in this state.
    pub(super) fn layout(&self, format: Format, entry: State) -> Layout {
        prose::lay_out_around(format, &self.text, self.own.start, entry)
    }

    /// Of a piece of an overlong paragraph, which it is with these states before and behind it, a number: the same for the
    /// same text cut in the same place, and hardly ever for another.
    fn print(&self, entry: State, exit: State) -> Option<u64> {
        (entry.is_inside() || exit.is_inside()).then(|| {
            let mut hasher = DefaultHasher::new();
            (&self.own, &self.text).hash(&mut hasher);
            hasher.finish()
        })
    }
}

/// Cuts a whole text, a block at a time.
pub(super) fn cut_all(text: &dyn Text, format: Format) -> impl Iterator<Item = Piece> {
    let (mut start, mut entry) = (0, State::default());
    std::iter::from_fn(move || {
        (start < text.len()).then(|| {
            let read = prose::read_block(format, text, start, entry);
            let source = Source::new(text, start..read.end, entry, read.exit);
            let cut = cut(&source, source.print(entry, read.exit), format, start, entry, read);
            (start, entry) = (cut.range.end, cut.exit);
            Piece::Cut(Box::new(cut))
        })
    })
}

/// The block that begins at `start` and was read, of which `source` is the text and `print` what it is known by.
fn cut(source: &Source<'_>, print: Option<u64>, format: Format, start: usize, entry: State, read: ReadBlock) -> Cut {
    let ReadBlock { end, exit, layout } = read;
    let layout = layout.unwrap_or_else(|| source.layout(format, entry));
    let own = detect::detect(&source.text, &layout);
    Cut {
        range: start..end,
        entry,
        exit,
        print,
        layout,
        own,
    }
}

/// Cuts a text that came from another by edits. Blocks that no edit can have touched stay; a little before the edits
/// cutting begins, since where a block ends can depend on what follows; it stops where an old block begins at the same
/// text in the same state. In a paragraph of the same few words over and over that may be nowhere: there a piece stays that
/// reads like an old one.
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
    let by_print: OnceCell<FxHashMap<u64, usize>> = OnceCell::new();
    let by_print = || {
        let prints = || (0..old.len()).filter_map(|number| Some((old[number].print?, number)));
        by_print.get_or_init(|| prints().collect())
    };
    while start < text.len() {
        // Inside a paragraph the text before belongs to what the block was read from.
        let read_before = if entry.is_inside() { OVERLAP } else { 0 };
        let behind = start
            .checked_sub(read_before)
            .and_then(|from| damage.before(from))
            .and_then(|before| starts.binary_search(&(before + read_before)).ok());
        if let Some(rest) = behind.filter(|&number| old[number].entry == entry) {
            pieces.extend(old[rest..].iter().cloned().map(Piece::Kept));
            break;
        }
        let read = prose::read_block(format, text, start, entry);
        let (end, exit) = (read.end, read.exit);
        let read_behind = if exit.is_inside() { OVERLAP } else { 0 };
        let same = |number: &usize| {
            let Block {
                length,
                entry: before,
                exit: behind,
                ..
            } = *old[*number];
            end + read_behind <= damage.range.start
                && (length, before, behind.is_inside()) == (end - start, entry, exit.is_inside())
        };
        match starts.binary_search(&start).ok().filter(same) {
            Some(number) if old[number].exit == exit => pieces.push(Piece::Kept(old[number].clone())),
            Some(number) => pieces.push(Piece::Kept(Arc::new(Block {
                exit,
                ..(*old[number]).clone()
            }))),
            None => {
                let source = Source::new(text, start..end, entry, exit);
                let print = source.print(entry, exit);
                let alike = print
                    .and_then(|print| by_print().get(&print))
                    .map(|&number| &old[number]);
                let alike = alike.filter(|old| (old.length, old.entry, old.exit) == (end - start, entry, exit));
                pieces.push(match alike {
                    Some(block) => Piece::Kept(block.clone()),
                    None => Piece::Cut(Box::new(cut(&source, print, format, start, entry, read))),
                });
            }
        }
        (start, entry) = (end, exit);
    }
    pieces
}
