//! The first half of folding: reads the source, piece by piece, and hands folded characters to the [`Builder`].
//!
//! Nearly all text is letters, digits and blanks that stand for themselves: a run of them is copied whole. Other
//! characters of the table cost a step each. Wherever a character needs its cluster (a mark, something invisible, a
//! script without table), the characters around it, up to the next two that need nothing, are folded as clusters.

use std::cell::Cell;

use unicode_segmentation::UnicodeSegmentation;

use super::builder::{Builder, Span};
use super::plain::{self, Bytes};
use super::table::{Class, Table};
use super::{Folded, Initials, cluster, rules};
use crate::prose::{Piece, stands_for};

/// Folds the pieces into `into`, whose content is replaced. Returns the work: bytes and pieces looked at.
pub(super) fn walk(block: &str, pieces: &[Piece], wanted: &Initials, into: &mut Folded) -> usize {
    let length = pieces.iter().map(|piece| piece.range.len()).sum::<usize>();
    let mut walk = Walk {
        block,
        pieces,
        table: Table::get(),
        piece: 0,
        at: 0,
        end: 0,
        build: Builder::new(length.min(block.len()), wanted, into),
        region: Region::default(),
        work: Cell::new(0),
    };
    let mut before: Option<usize> = None;
    let mut barrier = false;
    while let Some(piece) = pieces.get(walk.piece) {
        barrier |= piece.barrier;
        if let Some(text) = block.get(piece.range.clone()).filter(|text| !text.is_empty()) {
            let start = piece.range.start;
            if let (Some(before), true) = (before, barrier) {
                let end = before.max(start);
                walk.build.barrier(Span { start: before, end });
            }
            barrier = false;
            (walk.at, walk.end) = (start, start + text.len());
            match piece.markup.then(|| stands_for(text)).flatten() {
                Some(named) => walk.reference(&named),
                None => walk.piece(),
            }
            before = Some(walk.end);
        }
        walk.piece += 1;
    }
    walk.build.finish();
    walk.work.get()
}

struct Walk<'a> {
    block: &'a str,
    pieces: &'a [Piece],
    table: &'static Table,
    /// Index of the piece that is read.
    piece: usize,
    /// Where in the block, and where its piece ends.
    at: usize,
    end: usize,
    build: Builder<'a>,
    region: Region,
    work: Cell<usize>,
}

/// Characters that are folded as clusters, without the invisible ones.
#[derive(Default)]
struct Region {
    text: String,
    /// Of each character of `text`: where it stands.
    spans: Vec<Span>,
    /// Soft hyphens, each as the number of characters of `text` before it.
    soft_hyphens: Vec<usize>,
    folded: String,
}

impl Walk<'_> {
    /// Folds from `at` to `end`; behind it both may be in a later piece that touches.
    fn piece(&mut self) {
        while self.at < self.end {
            self.run();
            let Some(c) = self.here() else { continue };
            let (class, folded) = self.table.look_up(c);
            let next = self.at + c.len_utf8();
            if class == Class::Complex || self.is_complex_at(next) {
                self.region();
            } else {
                let span = Span {
                    start: self.at,
                    end: next,
                };
                self.build.put(class, folded, span);
                self.at = next;
            }
        }
    }

    /// Folds what markup stands for, which makes no cluster with its neighbours.
    fn reference(&mut self, named: &str) {
        let span = Span {
            start: self.at,
            end: self.end,
        };
        let mut region = std::mem::take(&mut self.region);
        region.clear();
        named.chars().for_each(|c| region.add(c, span));
        region.fold_into(&mut self.build);
        self.region = region;
        self.at = self.end;
    }

    /// Copies what stands for itself, and on the way folds letters and line breaks that need no thought, up to something
    /// else. A blank at the end is left for the builder, since more white space may follow, and the last character
    /// where what follows may belong to its cluster.
    fn run(&mut self) {
        let Some(first) = self.here().map(|c| self.table.look_up(c).0) else {
            return;
        };
        if first > Class::Other {
            return;
        }
        let goes_on = self.build.begin_run(first == Class::Letter);
        let bytes = &self.block.as_bytes()[..self.end];
        let mut run = Run {
            block: self.block,
            bytes,
            table: self.table,
            begin: self.at,
            copied: self.at,
            goes_on,
        };
        run.small_word(self.at, &mut self.build);
        let at = match self.build.wants_small_words() {
            true => run.read(plain::unplain_or_word(bytes, self.at), &mut self.build),
            false => run.read(plain::unplain(bytes, self.at), &mut self.build),
        };
        self.count(at.saturating_sub(self.at));
        let mut end = self.block.floor_char_boundary(at);
        if run.class_before(end) == Some(Class::Space) || (end > run.copied && self.is_complex_at(end)) {
            end = self.block.floor_char_boundary(end - 1);
        }
        run.copy(end, &mut self.build);
        self.build.forget_words();
        if end > self.at {
            self.build.end_run(run.is_behind_letter(end));
        }
        self.at = end;
    }

    /// Folds clusters from here to the next two neighbours that need none.
    fn region(&mut self) {
        let mut region = std::mem::take(&mut self.region);
        region.clear();
        while let Some(c) = self.here() {
            let start = self.at;
            self.at += c.len_utf8();
            self.count(c.len_utf8());
            region.add(c, Span { start, end: self.at });
            if self.table.look_up(c).0 != Class::Complex && !self.is_complex_at(self.at) {
                break;
            }
            self.cross();
        }
        region.fold_into(&mut self.build);
        self.region = region;
    }
}

/// Characters that need no cluster, in one piece.
struct Run<'a> {
    block: &'a str,
    /// The block up to the end of the piece.
    bytes: &'a [u8],
    table: &'static Table,
    begin: usize,
    /// What stands before this is written.
    copied: usize,
    /// Whether a word goes on at the beginning.
    goes_on: bool,
}

impl Run<'_> {
    /// Folds what can be folded in a run. Returns where that ends.
    #[inline]
    fn read(&mut self, mut bytes: Bytes<'_, impl Fn(u8, u8) -> bool>, build: &mut Builder<'_>) -> usize {
        let mut end = 0;
        loop {
            let at = bytes.next().max(end);
            if at >= self.bytes.len() {
                return at;
            }
            if plain::begins_plain(self.bytes[at]) {
                self.plain_word(at, build);
            } else if let Some(next) = self.look(at, build) {
                end = next;
            } else {
                return at;
            }
        }
    }

    /// Looks at the character that the byte at `at` belongs to, and folds it if it can be folded in a run. Returns where
    /// it ends; `None` where the run does.
    #[inline]
    fn look(&mut self, at: usize, build: &mut Builder<'_>) -> Option<usize> {
        // The second byte of a character is named at the farthest.
        let at = at - usize::from(self.bytes[at] & 0xc0 == 0x80);
        let (class, folded, end) = self.character(at)?;
        match class {
            Class::Letter => self.small_word(at, build),
            Class::Other => self.small_word(end, build),
            Class::Capital | Class::Mapped if !self.is_complex(end)? => {
                self.copy(at, build);
                if !self.is_behind_letter(at) {
                    build.begin_word(class == Class::Capital);
                }
                build.write_in_run(folded, Span { start: at, end });
                self.copied = end;
            }
            Class::White
                if folded == '\n'
                    && self.class_before(at) != Some(Class::Space)
                    && self.class_at(end)? <= Class::Other =>
            {
                self.copy(at, build);
                build.write_in_run(' ', Span { start: at, end });
                self.copied = end;
            }
            _ => return None,
        }
        Some(end)
    }

    /// Notes the word that begins at `at`, behind a sign, if it begins with a letter that stands for itself.
    #[inline(always)]
    fn plain_word(&mut self, at: usize, build: &mut Builder<'_>) {
        if let Some((code, _)) = code_at(self.bytes, at)
            && build.wants(code)
            && self.table.narrow(code) == Class::Letter
            && (at > self.begin || !self.goes_on)
        {
            build.small_word(at - self.copied);
        }
    }

    /// The same, whatever stands there and before it.
    fn small_word(&mut self, at: usize, build: &mut Builder<'_>) {
        let is_letter = |at| self.class_at(at) == Some(Class::Letter);
        if build.wants_small_words() && is_letter(at) && !self.is_behind_letter(at) {
            build.small_word(at - self.copied);
        }
    }

    /// Writes what is not yet written, up to `at`.
    #[inline(always)]
    fn copy(&mut self, at: usize, build: &mut Builder<'_>) {
        build.copy(&self.block[self.copied..at], self.copied);
        self.copied = at;
    }

    /// Whether a word goes on at `at`.
    #[inline]
    fn is_behind_letter(&self, at: usize) -> bool {
        self.class_before(at).map_or(self.goes_on, |class| {
            matches!(class, Class::Letter | Class::Capital | Class::Mapped)
        })
    }

    /// The class of the character that ends at `at`; `None` at the beginning of the run.
    #[inline]
    fn class_before(&self, at: usize) -> Option<Class> {
        let last = *self.bytes.get(self.begin..at)?.last()?;
        if last < 0x80 {
            return Some(self.table.narrow(last.into()));
        }
        let start = self.block.floor_char_boundary(at - 1);
        self.character(start).map(|(class, ..)| class)
    }

    /// Whether the character at `at` needs its cluster; `None` at the end.
    #[inline]
    fn is_complex(&self, at: usize) -> Option<bool> {
        match *self.bytes.get(at)? {
            0..=0x7f => Some(false),
            _ => self.class_at(at).map(|class| class == Class::Complex),
        }
    }

    #[inline]
    fn class_at(&self, at: usize) -> Option<Class> {
        self.character(at).map(|(class, ..)| class)
    }

    /// The class of the character at `at`, what it folds to, and where it ends.
    #[inline(always)]
    fn character(&self, at: usize) -> Option<(Class, char, usize)> {
        if let Some((code, length)) = code_at(self.bytes, at) {
            return Some((self.table.narrow(code), self.table.narrow_folded(code), at + length));
        }
        let c = self.block.get(at..self.bytes.len())?.chars().next()?;
        let (class, folded) = self.table.look_up(c);
        Some((class, folded, at + c.len_utf8()))
    }
}

impl<'a> Walk<'a> {
    /// The character at `at`, unless the piece ends here.
    fn here(&self) -> Option<char> {
        self.block.get(self.at..self.end)?.chars().next()
    }

    /// Whether the character at `at` of this piece, or of the next one if they touch there, needs its cluster.
    fn is_complex_at(&self, at: usize) -> bool {
        let text = match at < self.end {
            true => self.block.get(at..self.end),
            false => self.touching().map(|(_, text)| text),
        };
        text.and_then(|text| text.chars().next())
            .is_some_and(|c| self.table.look_up(c).0 == Class::Complex)
    }

    /// At the end of a piece, goes on to the next one if they touch.
    fn cross(&mut self) {
        if self.at == self.end
            && let Some((index, text)) = self.touching()
        {
            self.piece = index;
            self.at = self.pieces[index].range.start;
            self.end = self.at + text.len();
        }
    }

    fn count(&self, work: usize) {
        self.work.set(self.work.get() + work);
    }

    /// The next piece that holds text, unless there is a barrier before it.
    fn touching(&self) -> Option<(usize, &'a str)> {
        let block = self.block;
        let later = self.pieces.iter().enumerate().skip(self.piece + 1);
        later
            .take_while(|(_, piece)| !piece.barrier)
            .inspect(|_| self.count(1))
            .filter_map(|(index, piece)| Some((index, piece, block.get(piece.range.clone())?)))
            .find(|(_, _, text)| !text.is_empty())
            .filter(|(_, piece, _)| !piece.markup)
            .map(|(index, _, text)| (index, text))
    }
}

impl Region {
    fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.soft_hyphens.clear();
    }

    fn add(&mut self, c: char, span: Span) {
        match c {
            rules::SOFT_HYPHEN => self.soft_hyphens.push(self.spans.len()),
            _ if rules::is_invisible(c) => {}
            _ => {
                self.text.push(c);
                self.spans.push(span);
            }
        }
    }

    fn fold_into(&mut self, build: &mut Builder<'_>) {
        let mut soft_hyphens = self.soft_hyphens.iter().peekable();
        let mut first = 0;
        for cluster in self.text.graphemes(true) {
            if soft_hyphens.next_if(|&&before| before == first).is_some() {
                build.soft_hyphen();
            }
            let (blank, rest) = split_blank(cluster);
            for part in [blank, rest] {
                let behind = first + part.chars().count();
                if let Some(spans) = self.spans.get(first..behind)
                    && let [Span { start, .. }, ..] = *spans
                    && let [.., Span { end, .. }] = *spans
                {
                    self.folded.clear();
                    cluster::fold(part, &mut self.folded);
                    put(build, part, &self.folded, Span { start, end });
                }
                first = behind;
            }
            while soft_hyphens.next_if(|&&before| before < first).is_some() {}
        }
        if soft_hyphens.next().is_some() {
            build.soft_hyphen();
        }
    }
}

/// Marks on a blank are by themselves: the blank is as white as any.
fn split_blank(cluster: &str) -> (&str, &str) {
    match cluster.chars().next() {
        Some(c) if c.is_whitespace() && c != '\r' => cluster.split_at(c.len_utf8()),
        _ => ("", cluster),
    }
}

/// Hands a folded cluster on.
fn put(build: &mut Builder<'_>, cluster: &str, folded: &str, span: Span) {
    let Some(first) = cluster.chars().next() else { return };
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        // The one cluster of two characters that is white space.
        (Some('\r'), Some('\n')) => {
            build.put(Class::White, '\r', span);
            build.put(Class::White, '\n', span);
        }
        (Some(only), None) => build.put(Class::of(first, only), only, span),
        _ => build.put_cluster(folded, rules::is_capital(first), span),
    }
}

/// The code and the length in bytes of a character of one or two bytes.
#[inline(always)]
fn code_at(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let first = usize::from(*bytes.get(at)?);
    if first < 0x80 {
        return Some((first, 1));
    }
    let second = usize::from(*bytes.get(at + 1)?);
    (first < 0xe0).then_some(((first & 0x1f) << 6 | second & 0x3f, 2))
}
