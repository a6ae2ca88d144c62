//! The language of a paragraph, from its own text: by its script first, then by words that begin with a small letter,
//! for names say nothing of the language that they stand in. It claims a language only where it is sure; what a
//! paragraph does not say by itself, the paragraphs around it must say.

mod shapes;
#[cfg(test)]
mod tests;

use shapes::{LANGUAGES, Shapes};

use crate::language::Language;
use crate::prose::{Layout, Zone};

/// What a block says of its language by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// This language, surely.
    Sure(Language),
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
        Own::Silent => sample(block, layout, true),
        own => own,
    }
}

fn sample(block: &str, layout: &Layout, references: bool) -> Own {
    let mut sample = Sample::default();
    for piece in layout.streams.iter().flatten() {
        let is_reference = layout.zone(piece.range.start) == Zone::Bibliography;
        if is_reference != references {
            continue;
        }
        let text = block.get(piece.range.clone()).unwrap_or_default();
        if words(text).any(|word| sample.add(&word)) {
            break;
        }
    }
    sample.own()
}

/// A word of the text.
struct Word<'a> {
    text: &'a str,
    /// A few letters and a full stop, which say nothing of the language.
    abbreviation: bool,
}

/// The words of a text: runs of letters. Halves of a word that is broken at the end of a line are none.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_letter)?;
        let gap = &rest[..start];
        let broken_before = gap.starts_with('-') && gap.contains(['\n', '\r']);
        let word = &rest[start..];
        let end = word.find(|c| !is_letter(c)).unwrap_or(word.len());
        rest = &word[end..];
        let broken_behind = rest.starts_with('-') && matches!(rest.as_bytes().get(1), None | Some(b'\n' | b'\r'));
        let text = if broken_before || broken_behind {
            ""
        } else {
            &word[..end]
        };
        Some(Word {
            text,
            abbreviation: end <= 4 && rest.starts_with('.'),
        })
    })
}

/// The letters of the two scripts are known without asking the tables.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{400}'..='\u{481}' => true,
        _ => c.is_alphabetic(),
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

/// What was seen so far.
#[derive(Debug, Default)]
struct Sample {
    cyrillic: Script,
    latin: Script,
    /// Cyrillic words with letters or endings of the time before 1918, and with letters that Russian never had.
    pre_reform: u32,
    foreign: u32,
    /// Points of each of [`LANGUAGES`].
    points: [u32; LANGUAGES],
    /// Words that a language cannot have.
    against: [u32; LANGUAGES],
}

#[derive(Debug, Default, Clone, Copy)]
struct Script {
    words: u32,
    small: u32,
}

/// So many small words of one script are enough of a sample, and so many where nothing speaks against it.
const ENOUGH: u32 = 64;
const ENOUGH_ALONE: u32 = 24;

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
        // Letters that are no longer, or not, of Russian; most words have none.
        let is_plain = |c: char| matches!(c, 'а'..='щ' | 'ы'..='я' | 'А'..='Я' | 'ё');
        let mut others = word.chars().filter(|c| !is_plain(*c)).peekable();
        if others.peek().is_some() {
            let long = word.len() > 4;
            let is_old = |c: char| matches!(c, 'ѣ' | 'Ѣ' | 'ѳ' | 'Ѳ' | 'ѵ') || (long && c == 'і');
            self.foreign += u32::from(others.clone().any(|c| "їєґўјљњћәғқңөү".contains(c)));
            self.pre_reform += u32::from(others.any(is_old) || (long && word.ends_with('ъ')));
        }
        let alone = self.latin.small == 0 && self.pre_reform + self.foreign == 0;
        self.cyrillic.small >= if alone { ENOUGH_ALONE } else { ENOUGH }
    }

    fn add_latin(&mut self, word: &Word<'_>, first: char) -> bool {
        self.latin.words += 1;
        if !is_small(first) || word.abbreviation {
            return false;
        }
        self.latin.small += 1;
        Shapes::get().judge(word.text, &mut self.points, &mut self.against);
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
        let clear = best >= 6 && best >= 2 * second && 5 * best >= 4 * small && small >= 2 * self.cyrillic.small;
        clear.then(|| Shapes::get().language(index))
    }

    /// The language with most points, its points, and those of the next.
    fn best(&self) -> (usize, u32, u32) {
        let points = |index: usize| self.points[index].saturating_sub(2 * self.against[index]);
        let best = (0..LANGUAGES).max_by_key(|index| points(*index)).unwrap_or(0);
        let second = (0..LANGUAGES).filter(|index| *index != best).map(points).max();
        (best, points(best), second.unwrap_or(0))
    }
}
