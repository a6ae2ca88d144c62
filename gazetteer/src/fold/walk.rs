//! The first half of folding: reads the source, piece by piece, and hands folded characters to the [`Builder`].
//!
//! Nearly all text is letters, digits and blanks that stand for themselves: a run of them is copied whole. Other
//! characters of the table cost a step each. Wherever a character needs its cluster (a mark, something invisible, a
//! script without table), the characters around it, up to the next two that need nothing, are folded as clusters.

use unicode_segmentation::UnicodeSegmentation;

use super::builder::{Builder, Span};
use super::table::{Class, Table};
use super::{Folded, cluster, rules};
use crate::prose::{Piece, stands_for};

/// Folds the pieces into `into`, whose content is replaced.
pub(super) fn walk(block: &str, pieces: &[Piece], into: &mut Folded) {
    let mut walk = Walk {
        block,
        pieces,
        table: Table::get(),
        piece: 0,
        at: 0,
        end: 0,
        build: Builder::new(into),
        region: Region::default(),
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
        let (table, block) = (self.table, self.block);
        let bytes = &block.as_bytes()[..self.end];
        let (mut start, mut at) = (self.at, self.at);
        let first = code_at(bytes, at).map(|(code, _)| table.narrow(code));
        let Some(first) = first.filter(|class| *class <= Class::Other) else {
            return;
        };
        let (mut shift, goes_on) = self.build.begin_run(at, first == Class::Letter);
        let mut state = if goes_on { Class::Letter } else { Class::Other };
        let (mut last, mut before_last) = (at, state);
        while let Some((code, length)) = code_at(bytes, at) {
            let class = table.narrow(code);
            if class <= Class::Space {
                if class == Class::Space && state == Class::Space {
                    break;
                }
                if class == Class::Letter && state != Class::Letter {
                    self.build.word(at.wrapping_add(shift), false);
                }
                (last, before_last) = (at, state);
                state = class;
                at += length;
                continue;
            }
            let next = code_at(bytes, at + length).map(|(code, _)| table.narrow(code));
            let is_letter =
                matches!(class, Class::Capital | Class::Mapped) && next.is_some_and(|next| next != Class::Complex);
            let is_line_break =
                bytes[at] == b'\n' && state != Class::Space && next.is_some_and(|next| next <= Class::Other);
            if !is_letter && !is_line_break {
                break;
            }
            if is_letter && state != Class::Letter {
                self.build.word(at.wrapping_add(shift), class == Class::Capital);
            }
            let span = Span {
                start: at,
                end: at + length,
            };
            let folded = if is_letter { table.narrow_folded(code) } else { ' ' };
            self.build.copy(&block[start..at], start);
            shift = self.build.write_in_run(folded, span);
            state = if is_letter { Class::Letter } else { Class::Other };
            at += length;
            (start, last, before_last) = (at, at, state);
        }
        if state == Class::Space || (at > start && self.is_complex_at(at)) {
            (at, state) = (last, before_last);
            self.build.forget_words(at.wrapping_add(shift));
        }
        self.build.copy(&block[start..at], start);
        if at > self.at {
            self.build.end_run(state == Class::Letter);
        }
        self.at = at;
    }

    /// Folds clusters from here to the next two neighbours that need none.
    fn region(&mut self) {
        let mut region = std::mem::take(&mut self.region);
        region.clear();
        while let Some(c) = self.here() {
            let start = self.at;
            self.at += c.len_utf8();
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

    /// The next piece that holds text, unless there is a barrier before it.
    fn touching(&self) -> Option<(usize, &'a str)> {
        let block = self.block;
        let later = self.pieces.iter().enumerate().skip(self.piece + 1);
        later
            .take_while(|(_, piece)| !piece.barrier)
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
