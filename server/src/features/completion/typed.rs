//! What has been typed: the words before the cursor that may be the beginning of a name.

use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::Text;

use super::{Asked, View};

/// So far back is looked for the beginning of a name, in bytes: on one line, for no edit of a completion may cross one.
const FARTHEST: usize = 256;

/// So many words a name may have before the one that is being typed.
const MOST_WORDS: usize = 5;

/// So many letters say what is meant.
const LEAST_LETTERS: usize = 3;

/// Or so many capitals: of an acronym.
const LEAST_CAPITALS: usize = 2;

/// The end of the line before the cursor, within one run of prose.
#[derive(Debug)]
pub(super) struct Typed {
    /// Where the prose begins.
    prose: Range<usize>,
    /// Where `line` begins: a byte of the document.
    from: usize,
    line: String,
    /// Where the words begin that may begin a name, the farthest first: bytes of `line`.
    starts: Vec<usize>,
}

/// One beginning of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginning<'a> {
    /// A byte of the document.
    pub(super) start: usize,
    /// From there to the cursor.
    pub(super) text: &'a str,
    /// The apostrophe in its last word.
    pub(super) apostrophe: Option<char>,
    /// Whether a name may already have begun before it.
    pub(super) goes_on: bool,
    /// Whether initials stand before it.
    pub(super) behind_initials: bool,
    /// Whether these are surely somebody’s.
    pub(super) behind_initials_of_people: bool,
    /// Whether nothing says that the word being typed is a name: it begins a line or a sentence, or with a small letter.
    pub(super) is_unmarked: bool,
}

impl Typed {
    /// `None` where no word of prose ends at the cursor.
    pub(super) fn before(view: &View<'_>, at: usize) -> Option<Typed> {
        let prose = view.analysis.prose_before(view.text, at)?;
        let from = view.text.boundary(at.saturating_sub(FARTHEST).max(prose.start));
        let line = view.text.slice(from..at);
        let break_end = line.rfind(['\n', '\r', '\u{c}']).map_or(0, |at| at + 1);
        let (from, line) = (from + break_end, line.get(break_end..)?.to_owned());
        let starts = starts(&line);
        (!starts.is_empty()).then_some(Typed {
            prose,
            from,
            line,
            starts,
        })
    }

    /// The beginnings that say enough, the longest first.
    pub(super) fn beginnings(&self, asked: Asked) -> Vec<Beginning<'_>> {
        let beginning = |(number, start): (usize, &usize)| {
            let text = self.line.get(*start..).unwrap_or_default();
            let before = number.checked_sub(1).and_then(|before| self.starts.get(before));
            let word_before = before
                .and_then(|before| self.line.get(*before..*start))
                .unwrap_or_default();
            let line_before = self.line.get(..*start).unwrap_or_default();
            Beginning {
                start: self.from + start,
                text,
                apostrophe: apostrophe(self.word()),
                goes_on: word_before.starts_with(char::is_uppercase),
                behind_initials: ends_in_initial(line_before),
                behind_initials_of_people: ends_in_initials_of_people(line_before),
                is_unmarked: !self.word().starts_with(char::is_uppercase) || ends_a_sentence(line_before),
            }
        };
        // A small letter alone is a word of its own and no initial: `с чич` is not the beginning of С. Чичерин.
        let begins_a_name = |beginning: &Beginning<'_>| {
            let word = beginning.text.split(is_joint).next().unwrap_or_default();
            word.len() == beginning.text.len() || word.chars().nth(1).is_some() || word.starts_with(char::is_uppercase)
        };
        let says_enough = |beginning: &Beginning<'_>| {
            let letters = beginning.text.chars().filter(|sign| sign.is_alphanumeric()).count();
            let capitals = beginning.text.chars().filter(|sign| sign.is_uppercase()).count();
            (letters >= LEAST_LETTERS || capitals >= LEAST_CAPITALS) && (capitals > 0 || asked == Asked::ByHand)
        };
        let all = self.starts.iter().enumerate().map(beginning);
        all.filter(|beginning| begins_a_name(beginning) && says_enough(beginning))
            .collect()
    }

    /// The text of a range of the document that lies on the line.
    pub(super) fn text(&self, range: Range<usize>) -> &str {
        let start = range.start.saturating_sub(self.from);
        let end = range.end.saturating_sub(self.from);
        self.line.get(start..end).unwrap_or_default()
    }

    /// The language of the paragraph. What has been typed does not decide: alone in its paragraph it is in the language
    /// of the paragraph before.
    pub(super) fn language(&self, view: &View<'_>) -> Option<Language> {
        let word = self.from + self.starts.last().copied().unwrap_or_default();
        let end = self.from + self.line.len();
        let rest = [
            self.prose.start..word.max(self.prose.start),
            end..self.prose.end.max(end),
        ];
        let alone = !rest.into_iter().any(|range| has_letters(view.text, range));
        let at = if alone {
            self.prose.start.saturating_sub(1)
        } else {
            word
        };
        let stated = || view.settings.facts.language.clone();
        view.analysis.language_at(at).cloned().or_else(stated)
    }

    /// The word that is being typed.
    fn word(&self) -> &str {
        let start = self.starts.last().copied().unwrap_or_default();
        self.line.get(start..).unwrap_or_default()
    }
}

/// Where the word ends that goes on behind a byte of the document.
pub(super) fn word_end(view: &View<'_>, at: usize) -> usize {
    let end = view.text.boundary(view.text.len().min(at + FARTHEST));
    let behind = view.text.slice(at..end.max(at));
    let length = behind.find(|sign| !is_in_word(sign)).unwrap_or(behind.len());
    at + length
}

/// The starts of the last words of a line that ends in a word, the farthest first. They stand one blank or hyphen apart.
fn starts(line: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut end = line.len();
    while starts.len() <= MOST_WORDS {
        let word = line[..end].trim_end_matches(|sign| is_in_word(sign) || is_apostrophe(sign));
        // An apostrophe may end what has been typed, but begins no word: there it is a quotation mark.
        let mark = line[word.len()..end].find(|sign| !is_apostrophe(sign));
        let Some(start) = mark.map(|mark| word.len() + mark) else {
            break;
        };
        if !line[start..].starts_with(char::is_alphanumeric) {
            break;
        }
        starts.push(start);
        let quoted = start > word.len();
        let Some(joint) = line[..start]
            .chars()
            .next_back()
            .filter(|sign| !quoted && is_joint(*sign))
        else {
            break;
        };
        end = start - joint.len_utf8();
    }
    starts.reverse();
    starts
}

/// Whether what stands before a word is an initial: Г. В. before Чичерин, also without a blank.
fn ends_in_initial(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let Some(letters) = before.strip_suffix('.') else {
        return false;
    };
    let mut signs = letters.chars().rev();
    let is_capital = signs.next().is_some_and(char::is_uppercase);
    is_capital && !signs.next().is_some_and(is_in_word)
}

/// Whether what stands before a word are initials and nothing else that looks so: no abbreviation (Р.С.Ф.С.Р.) and no number
/// (I. Dünya Savaşı).
fn ends_in_initials_of_people(before: &str) -> bool {
    const MOST_GLUED: usize = 2;
    let mut rest = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let mut glued = Vec::new();
    while ends_in_initial(rest) && rest.ends_with('.') {
        let letters = rest.trim_end_matches('.');
        let Some(letter) = letters.chars().next_back() else {
            break;
        };
        glued.push(letter);
        rest = &letters[..letters.len() - letter.len_utf8()];
    }
    match glued.as_slice() {
        ['I' | 'V' | 'X'] => ends_in_initial(rest),
        glued => !glued.is_empty() && glued.len() <= MOST_GLUED,
    }
}

/// Whether a sentence may begin behind this.
fn ends_a_sentence(before: &str) -> bool {
    const ENDS: [char; 4] = ['.', '!', '?', '…'];
    let before = before.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !ENDS.contains(&sign));
    before.is_empty() || before.ends_with(ENDS) && !ends_in_initial(before)
}

fn apostrophe(word: &str) -> Option<char> {
    word.chars().rev().find(|sign| is_apostrophe(*sign))
}

/// A letter, a digit, a mark upon one, or what only printing put into a word.
fn is_in_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '′' | '`' | '´' | '＇')
}

fn is_joint(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}')
}

fn has_letters(text: &dyn Text, range: Range<usize>) -> bool {
    let mut at = range.start;
    while at < range.end {
        let (chunk, start) = text.chunk(at);
        let piece = chunk.get(at - start..).unwrap_or_default();
        let piece = piece.get(..range.end - at).unwrap_or(piece);
        if piece.is_empty() {
            return false;
        }
        if piece.contains(char::is_alphabetic) {
            return true;
        }
        at += piece.len();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{ends_in_initials_of_people, starts};

    #[test]
    fn initials_of_people() {
        for before in ["Г. В. ", "Г.В. ", "и Г.", "M. ", "G. V. ", "(И. ", "J.\u{a0}V. "] {
            assert!(ends_in_initials_of_people(before), "{before:?}");
        }
        for before in [
            "",
            ". ",
            "г. ",
            "Р.С.Ф.С.Р. ",
            "T.B.M.M. ",
            "I. ",
            "во время I. ",
            "XI. ",
            "Dr. ",
            "Г. В ",
        ] {
            assert!(!ends_in_initials_of_people(before), "{before:?}");
        }
    }

    #[test]
    fn where_a_name_may_begin() {
        for (line, expected) in [
            ("Вчера Чич", vec!["Вчера Чич", "Чич"]),
            ("писал, что Мустафа Ке", vec!["что Мустафа Ке", "Мустафа Ке", "Ке"]),
            ("Сами-бе", vec!["Сами-бе", "бе"]),
            ("Ankara’d", vec!["Ankara’d"]),
            ("Ankara’", vec!["Ankara’"]),
            ("‘Anka", vec!["Anka"]),
            ("dedi ’Anka", vec!["Anka"]),
            ("(Чич", vec!["Чич"]),
            ("a  Чич", vec!["Чич"]),
            (
                "а б в г д е Чич",
                vec!["б в г д е Чич", "в г д е Чич", "г д е Чич", "д е Чич", "е Чич", "Чич"],
            ),
            ("Чичерин ", vec![]),
            ("Чичерин.", vec![]),
            ("’", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = starts(line).into_iter().map(|start| &line[start..]).collect();
            assert_eq!(found, expected, "{line:?}");
        }
    }
}
