//! The language of a paragraph, from its own text: by its script first, then by words that begin with a small letter,
//! for names say nothing of the language that they stand in. It claims a language only where it is sure; what a
//! paragraph does not say by itself, the paragraphs around it must say.

mod shapes;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use shapes::{Counts, LANGUAGES, Place, Shapes};

use crate::language::Language;
use crate::prose::{Layout, Piece, Unmarked, Zone, work};

/// What a block says of its language by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// This language, surely.
    Sure(Language),
    /// This language, surely, but only in references: a list of Russian books says nothing of the text around it, so it
    /// holds in this block and no farther.
    Cited(Language),
    /// Letters of this script, and no more (`true`: Cyrillic). A language in force of the same script holds.
    Script {
        /// Cyrillic or Latin.
        cyrillic: bool,
    },
    /// Nothing: too short, or no letters.
    Silent,
}

/// What the markup states, else judges a block by its script, then by words that begin with a small letter. References count only where there is
/// nothing else, and no more is read than is needed.
pub fn detect(block: &str, layout: &Layout) -> Own {
    let first = layout.streams.first().and_then(|pieces| pieces.first());
    if let Some(stated) = first.and_then(|piece| layout.language(piece.range.start)) {
        return Own::Sure(stated.clone());
    }
    match sample(block, layout, false) {
        Own::Silent => match sample(block, layout, true) {
            Own::Sure(language) => Own::Cited(language),
            own => own,
        },
        own => own,
    }
}

fn sample(block: &str, layout: &Layout, references: bool) -> Own {
    let mut sample = Sample::default();
    for pieces in &layout.streams {
        let wanted = |piece: &&Piece| (layout.zone(piece.range.start) == Zone::Bibliography) == references;
        let pieces: Cow<'_, [Piece]> = match pieces.iter().all(|piece| wanted(&piece)) {
            true => pieces.as_slice().into(),
            false => pieces.iter().filter(wanted).cloned().collect(),
        };
        let unmarked = Unmarked::new(block, &pieces);
        let count = |word: &Word<'_>| work::count(1 + word.text.len());
        if words(unmarked.text()).inspect(count).any(|word| sample.add(&word)) {
            break;
        }
    }
    sample.own()
}

/// A word of the text.
struct Word<'a> {
    text: &'a str,
    place: Place,
}

/// The words of a text: runs of letters. Halves of a word that is broken at the end of a line are none.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    let mut capital_before = false;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = gap_end(text, at);
        let gap = &bytes[at..start];
        let broken_before = gap.first() == Some(&b'-') && gap.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        let end = word_end(text, start);
        let behind = &bytes[end..];
        let broken_behind = behind.first() == Some(&b'-') && matches!(behind.get(1), None | Some(b'\n' | b'\r'));
        at = end;
        let word = if broken_before || broken_behind {
            ""
        } else {
            &text[start..end]
        };
        let place = Place {
            behind_mark: capital_before && is_apostrophe(gap),
            last: ends_sentence(behind),
            short: end - start <= 4 && behind.first() == Some(&b'.'),
        };
        capital_before = is_capital(&bytes[start..end]);
        (start < end).then_some(Word { text: word, place })
    })
}

/// Whether what stands between two words is an apostrophe and nothing else.
fn is_apostrophe(gap: &[u8]) -> bool {
    matches!(gap, [b'\''] | [0xe2, 0x80, 0x98 | 0x99])
}

/// Whether nothing follows, or what ends a sentence or introduces one: a full stop, a colon, an ellipsis.
fn ends_sentence(behind: &[u8]) -> bool {
    matches!(behind, [] | [b'.' | b'!' | b'?' | b':', ..] | [0xe2, 0x80, 0xa6, ..])
}

/// Whether a word begins with a capital of Latin letters, as far as the first bytes tell.
fn is_capital(word: &[u8]) -> bool {
    match word {
        [first @ 0..=0x7f, ..] => first.is_ascii_uppercase(),
        [0xc3, second, ..] => *second < 0x9f,
        // Of these, the large ones of Turkish: Ğ, İ, Ş.
        [0xc4, 0x9e | 0xb0, ..] | [0xc5, 0x9e, ..] => true,
        _ => false,
    }
}

/// Where the letters at `at` end.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut rest = bytes.get(at..).unwrap_or_default();
    loop {
        rest = match rest {
            // Nearly all letters: see below.
            [b'a'..=b'z', behind @ ..]
            | [0xc4..=0xc8 | 0xd0..=0xd1, _, behind @ ..]
            | [0xc3, 0xa0..=0xb6 | 0xb8.., behind @ ..] => behind,
            _ => match letter(text, bytes.len() - rest.len()) {
                Some((true, end)) => &bytes[end..],
                _ => return bytes.len() - rest.len(),
            },
        };
    }
}

/// Where the next letter at or behind `at` stands.
fn gap_end(text: &str, mut at: usize) -> usize {
    while let Some((false, end)) = letter(text, at) {
        at = end;
    }
    at
}

/// Whether the character at `at` is a letter, and where it ends. The letters of the two scripts are known without
/// asking the tables, or what character it is.
#[inline(always)]
fn letter(text: &str, at: usize) -> Option<(bool, usize)> {
    match *text.as_bytes().get(at)? {
        byte @ 0..=0x7f => Some((byte.is_ascii_alphabetic(), at + 1)),
        // U+0100 to U+023F and U+0400 to U+047F.
        0xc4..=0xc8 | 0xd0..=0xd1 => Some((true, at + 2)),
        // U+00C0 to U+00FF, of which × and ÷ are no letters.
        0xc3 => Some((!matches!(text.as_bytes().get(at + 1), Some(0x97 | 0xb7)), at + 2)),
        _ => {
            let c = text.get(at..)?.chars().next()?;
            Some((c.is_alphabetic(), at + c.len_utf8()))
        }
    }
}

fn is_small(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_lowercase(),
        '\u{400}'..='\u{42f}' => false,
        '\u{430}'..='\u{45f}' => true,
        _ => c.is_lowercase(),
    }
}

/// Whether a word has only letters that Russian has and had, without ъ, which stood at the ends of words. All of them
/// are looked at at once, two bytes each.
fn is_plain_russian(word: &str) -> bool {
    let (letters, rest) = word.as_bytes().as_chunks::<2>();
    let is_plain = |&[first, second]: &[u8; 2]| {
        let large_or_small = (first == 0xd0) & (second >= 0x90);
        let small = (first == 0xd1) & (second < 0x92) & (second != 0x8a) & (second != 0x90);
        large_or_small | small
    };
    rest.is_empty() & letters.iter().fold(true, |plain, letter| plain & is_plain(letter))
}

/// What was seen so far.
#[derive(Debug, Default)]
struct Sample {
    cyrillic: Script,
    latin: Script,
    /// Cyrillic words with letters or endings of the time before 1918, and with letters that Russian never had.
    pre_reform: u32,
    foreign: u32,
    /// What speaks for and against each of [`LANGUAGES`].
    counts: Counts,
}

#[derive(Debug, Default, Clone, Copy)]
struct Script {
    words: u32,
    small: u32,
}

/// So many small words of one script are enough of a sample, and so many where nothing speaks against it.
const ENOUGH: u32 = 64;
const ENOUGH_ALONE: u32 = 12;

impl Sample {
    /// Adds a word. Returns whether it was the last that is needed.
    fn add(&mut self, word: &Word<'_>) -> bool {
        let Some(first) = word.text.chars().next() else {
            return false;
        };
        match first {
            '\u{400}'..='\u{52f}' => self.add_cyrillic(word.text, first),
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => self.add_latin(word, first),
            _ => false,
        }
    }

    fn add_cyrillic(&mut self, word: &str, first: char) -> bool {
        self.cyrillic.words += 1;
        self.cyrillic.small += u32::from(is_small(first));
        if !is_plain_russian(word) {
            let mut letters = word.chars();
            let long = word.len() > 4;
            let is_old = |c: char| matches!(c, 'ѣ' | 'Ѣ' | 'ѳ' | 'Ѳ' | 'ѵ') || (long && c == 'і');
            self.foreign += u32::from(letters.clone().any(|c| "їєґўјљњћәғқңөү".contains(c)));
            self.pre_reform += u32::from(letters.any(is_old) || (long && word.ends_with('ъ')));
        }
        let alone = self.latin.small == 0 && self.pre_reform + self.foreign == 0;
        self.cyrillic.small >= if alone { ENOUGH_ALONE } else { ENOUGH }
    }

    fn add_latin(&mut self, word: &Word<'_>, first: char) -> bool {
        self.latin.words += 1;
        if !is_small(first) || !Shapes::get().judge(word.text, word.place, &mut self.counts) {
            return false;
        }
        self.latin.small += 1;
        self.latin.small >= ENOUGH
            || (self.latin.small.is_multiple_of(8) && self.cyrillic.small == 0 && self.is_plain())
    }

    /// Whether more words would not change much.
    fn is_plain(&self) -> bool {
        let (_, best, second) = self.best();
        best >= 12 && best >= 4 * second
    }

    fn own(&self) -> Own {
        let (cyrillic, latin) = (self.cyrillic, self.latin);
        if cyrillic.words + latin.words == 0 {
            return Own::Silent;
        }
        let is_cyrillic = (cyrillic.small, cyrillic.words) > (latin.small, latin.words);
        let language = match is_cyrillic {
            true => self.cyrillic(),
            false => self.latin(),
        };
        match language {
            Some(language) => Own::Sure(language),
            None => Own::Script { cyrillic: is_cyrillic },
        }
    }

    fn cyrillic(&self) -> Option<Language> {
        let Script { words, small } = self.cyrillic;
        if self.foreign >= 2 && self.foreign * 20 >= words {
            return None;
        }
        if self.pre_reform >= 2 && self.pre_reform * 8 >= words {
            return Some(Language::RussianPreReform);
        }
        // One old word in a short line is not enough to say that the line is old, or that it is not.
        let is_russian = small >= 2 && small >= 2 * self.latin.small && self.pre_reform * 8 < words;
        is_russian.then_some(Language::Russian)
    }

    fn latin(&self) -> Option<Language> {
        let (index, best, second) = self.best();
        let small = self.latin.small;
        // Most words have to say it; their order tells only which of them say enough.
        let words = best.saturating_sub(self.counts.order[index]);
        let clear = best >= 6 && best >= 2 * second && 5 * words >= 4 * small && small >= 2 * self.cyrillic.small;
        clear.then(|| Shapes::get().language(index))
    }

    /// The language with most points, its points, and those of the next.
    fn best(&self) -> (usize, u32, u32) {
        let counts = &self.counts;
        let points =
            |index: usize| (counts.points[index] + counts.order[index]).saturating_sub(2 * counts.against[index]);
        let best = (0..LANGUAGES).max_by_key(|index| points(*index)).unwrap_or(0);
        let second = (0..LANGUAGES).filter(|index| *index != best).map(points).max();
        (best, points(best), second.unwrap_or(0))
    }
}
