//! Quotation marks, of three languages and as people use them: not all that opens is closed, and not all that is
//! closed was opened.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr2;

use super::{Layout, Piece, Quoted, QuotedBy, Zone, stands_for, work};
use crate::fold::is_hyphen;

/// The marks that can close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// « »
    Guillemets,
    /// “ ” „ ‟ "
    Double,
    /// ‹ ›
    SmallGuillemets,
    /// ‘ ’ ‚ '
    Single,
}

const FAMILIES: usize = 4;

/// Marks that open deeper inside than this are passed over.
const DEEPEST: usize = 32;

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Close,
    Nothing,
}

/// A quotation that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    family: Family,
    mark: char,
    /// Behind the mark.
    start: usize,
    /// Where the last quotation of the same family inside it ended.
    inner_end: Option<usize>,
    /// Where the first mark of the same family inside it stands within a word.
    within_word: Option<usize>,
}

/// Adds what stands in quotation marks in the pieces of one stream to `layout.quoted`, and where `quotations` is set
/// to its zones. A quotation ends at the end of the stream at the latest.
pub(super) fn mark(block: &str, pieces: &[Piece], quotations: bool, layout: &mut Layout) {
    let mut marks = Marks {
        open: Vec::new(),
        opened: [0; FAMILIES],
        found: Vec::new(),
        unclosed: Vec::new(),
        perhaps: Vec::new(),
    };
    let (mut before, mut end) = (' ', 0);
    for (index, piece) in pieces.iter().enumerate() {
        let read = read(block, piece);
        let text = &*read;
        work::count(1 + text.len());
        let mut behind = 0;
        for (mark_at, mark) in Candidates::new(text).filter(|(_, mark)| family(*mark).is_some()) {
            if mark_at < behind {
                continue;
            }
            let before = text[..mark_at].chars().next_back().unwrap_or(before);
            behind = mark_at + mark.len_utf8();
            let twice = doubled(mark).filter(|_| text[behind..].starts_with(mark));
            behind += twice.map_or(0, |_| mark.len_utf8());
            let after = text[behind..]
                .chars()
                .next()
                .or_else(|| self::read(block, pieces.get(index + 1)?).chars().next())
                .unwrap_or(' ');
            if twice.is_some() && before.is_alphanumeric() && after.is_alphanumeric() {
                continue;
            }
            let place = match read {
                Cow::Borrowed(_) => piece.range.start + mark_at..piece.range.start + behind,
                Cow::Owned(_) => piece.range.clone(),
            };
            marks.see(twice.unwrap_or(mark), place, before, after);
        }
        before = text.chars().next_back().unwrap_or(before);
        end = piece.range.end;
    }
    marks.finish(end);
    let unclosed = marks.unclosed.into_iter().map(|range| unclosed(block, range));
    for range in marks.found.into_iter().chain(unclosed) {
        if quotations && is_quotation(&block[range.clone()]) {
            layout.zones.push((range.clone(), Zone::Quotation));
        }
        layout.quoted.push(by_marks(range));
    }
    let titles = marks
        .perhaps
        .into_iter()
        .filter(|range| is_short(&block[range.clone()]));
    layout.quoted.extend(titles.map(by_marks));
}

fn by_marks(range: Range<usize>) -> Quoted {
    let by = QuotedBy::Marks;
    Quoted { range, by }
}

/// What is read in a piece: markup may stand for a mark (`&laquo;`).
fn read<'a>(block: &'a str, piece: &Piece) -> Cow<'a, str> {
    let source = block.get(piece.range.clone()).unwrap_or_default();
    let meant = piece.markup.then(|| stands_for(source)).flatten();
    meant.map_or(Cow::Borrowed(source), Cow::Owned)
}

/// The mark that two single ones in a row are: ''…'' as typewriters have it.
fn doubled(mark: char) -> Option<char> {
    match mark {
        '\'' => Some('"'),
        '‘' => Some('“'),
        '’' => Some('”'),
        '‚' => Some('„'),
        _ => None,
    }
}

/// The characters of a text that may be quotation marks. Only two bytes begin one that is not ASCII.
struct Candidates<'a> {
    text: &'a str,
    /// The next one of ASCII, and the next other one.
    ascii: Option<usize>,
    other: Option<usize>,
}

impl<'a> Candidates<'a> {
    fn new(text: &'a str) -> Self {
        let mut candidates = Candidates {
            text,
            ascii: None,
            other: None,
        };
        candidates.find_ascii(0);
        candidates.find_other(0);
        candidates
    }

    fn find_ascii(&mut self, from: usize) {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        self.ascii = memchr2(b'"', b'\'', rest).map(|at| from + at);
    }

    fn find_other(&mut self, from: usize) {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        self.other = memchr2(0xc2, 0xe2, rest).map(|at| from + at);
    }
}

impl Iterator for Candidates<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        let at = match (self.ascii, self.other) {
            (Some(ascii), Some(other)) => ascii.min(other),
            (ascii, other) => ascii.or(other)?,
        };
        match self.ascii == Some(at) {
            true => self.find_ascii(at + 1),
            false => self.find_other(at + 1),
        }
        Some((at, self.text.get(at..)?.chars().next()?))
    }
}

#[derive(Debug)]
struct Marks {
    open: Vec<Open>,
    /// How many of each family are open.
    opened: [usize; FAMILIES],
    found: Vec<Range<usize>>,
    /// What no mark of its own closed.
    unclosed: Vec<Range<usize>>,
    /// What nothing closed but a mark within a word: an apostrophe, or with a suffix behind it (‘Yeni Dünya’nın).
    perhaps: Vec<Range<usize>>,
}

impl Marks {
    /// `place` is where the mark stands.
    fn see(&mut self, c: char, place: Range<usize>, before: char, after: char) {
        let Some(family) = family(c) else { return };
        work::count(1 + self.open.len());
        match self.act(c, before, after) {
            Act::Open if self.open.len() < DEEPEST => {
                self.opened[family as usize] += 1;
                self.open.push(Open {
                    family,
                    mark: c,
                    start: place.end,
                    inner_end: None,
                    within_word: None,
                });
            }
            Act::Close => self.close(family, place.start),
            Act::Nothing if before.is_alphanumeric() => self.note_within_word(family, place.start),
            Act::Open | Act::Nothing => {}
        }
    }

    fn note_within_word(&mut self, family: Family, at: usize) {
        if let Some(open) = self.open.last_mut().filter(|open| open.family == family) {
            open.within_word.get_or_insert(at);
        }
    }

    fn act(&self, c: char, before: char, after: char) -> Act {
        let at_word_start =
            before.is_whitespace() || matches!(before, '(' | '[' | '{' | '«' | '“' | '„' | '"' | '—' | '–' | '/');
        match c {
            '«' | '‹' | '„' | '‟' => Act::Open,
            '»' | '›' | '”' => Act::Close,
            '“' if self.innermost(Family::Double) == Some('„') && !at_word_start => Act::Close,
            '“' => Act::Open,
            '"' if self.innermost(Family::Double).is_some() && !(at_word_start && after.is_alphanumeric()) => {
                Act::Close
            }
            '"' if after.is_whitespace() => Act::Nothing,
            '"' => Act::Open,
            // Apostrophes first of all: inside a word, and behind one unless something is open.
            '‘' | '’' | '\'' if before.is_alphanumeric() && after.is_alphanumeric() => Act::Nothing,
            '‚' | '‘' | '\'' if at_word_start && after.is_alphanumeric() => Act::Open,
            '’' | '‘' | '\'' if self.innermost(Family::Single).is_some() && !before.is_whitespace() => Act::Close,
            _ => Act::Nothing,
        }
    }

    fn innermost(&self, family: Family) -> Option<char> {
        if self.opened[family as usize] == 0 {
            return None;
        }
        self.open
            .iter()
            .rev()
            .find(|open| open.family == family)
            .map(|open| open.mark)
    }

    /// Closes the innermost quotation of the family, and what is open in it. Where none is open nothing happens.
    fn close(&mut self, family: Family, at: usize) {
        if self.opened[family as usize] == 0 {
            return;
        }
        while let Some(open) = self.pop() {
            if open.family == family {
                self.found.push(open.start..at);
                if let Some(outer) = self.open.iter_mut().rev().find(|outer| outer.family == family) {
                    outer.inner_end = Some(at);
                }
                return;
            }
            self.end_unclosed(open, at);
        }
    }

    fn finish(&mut self, end: usize) {
        while let Some(open) = self.pop() {
            self.end_unclosed(open, end);
        }
    }

    /// Of marks that nothing closed: one that may be an apostrophe, or inches, opened nothing; one that can only open may
    /// be closed where a suffix follows. Where another quotation was closed inside, its mark closed both. Else the quotation
    /// goes on to the end of what it stands in.
    fn end_unclosed(&mut self, open: Open, end: usize) {
        if let (Family::Single, '‘' | '‚', Some(at)) = (open.family, open.mark, open.within_word) {
            self.perhaps.push(open.start..at);
        }
        if open.family != Family::Single && open.mark != '"' {
            self.unclosed.push(open.start..open.inner_end.unwrap_or(end));
        }
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        self.opened[open.family as usize] -= 1;
        Some(open)
    }
}

fn family(c: char) -> Option<Family> {
    match c {
        '«' | '»' => Some(Family::Guillemets),
        '“' | '”' | '„' | '‟' | '"' => Some(Family::Double),
        '‹' | '›' => Some(Family::SmallGuillemets),
        '‘' | '’' | '‚' | '\'' => Some(Family::Single),
        _ => None,
    }
}

/// What of a quotation that nothing closed is one. A short one may go on behind the end of a page; of a long one the mark
/// was set wrong, or its other half forgotten, and nothing is known but that a sentence was quoted.
fn unclosed(block: &str, range: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 800;
    if range.len() <= LONGEST {
        return range;
    }
    let near = &block[range.start..block.floor_char_boundary(range.start + LONGEST)];
    work::count(near.len());
    let sentence = near.match_indices(['.', '!', '?', '…']).find_map(|(at, mark)| {
        let behind = at + mark.len();
        near[behind..].starts_with(char::is_whitespace).then_some(behind)
    });
    range.start..range.start + sentence.unwrap_or(0)
}

/// Words of a name or title that is not known by its capitals.
const LONGEST_NAME: usize = 3;

/// Whether it has no more words than a name.
fn is_short(text: &str) -> bool {
    work::count(text.len());
    words(text).take(LONGEST_NAME + 1).count() <= LONGEST_NAME
}

/// The words of a text, a broken one as its first half.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut is_broken = false;
    text.split_whitespace().filter(move |word| {
        let breaks = word.ends_with(is_hyphen) && word.contains(char::is_alphanumeric);
        !std::mem::replace(&mut is_broken, breaks)
    })
}

/// Whether what stands in quotation marks is somebody's words: not a name, a title or a word that is distanced. A title
/// is known by its capitals, and where it has none, by nothing but its length.
pub(crate) fn is_quotation(text: &str) -> bool {
    const LONGEST_TITLE: usize = 12;
    // Words of so many bytes are rare, and a text of a thousand open marks is not to be read a thousand times.
    if text.len() > LONGEST_TITLE * 100 {
        return true;
    }
    work::count(text.len());
    let words = words(text).filter(|word| word.contains(char::is_alphanumeric));
    let mut small = false;
    for (word, count) in words.zip(1..) {
        let letters = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        small |= letters.starts_with(char::is_lowercase) && letters.chars().count() > 3;
        if count > LONGEST_TITLE || (count > LONGEST_NAME && small) {
            return true;
        }
    }
    false
}
