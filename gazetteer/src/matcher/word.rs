//! The end of a word: which endings behind a stem make a form of it, and where the next word of a name may begin.

use smallvec::SmallVec;

use crate::language::Language;
use crate::morph::{self, Ending, Endings};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::Haystack;

/// A form of one word. Offsets are bytes of the folded text.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// Where it ends, without a suffix behind an apostrophe or a closing quotation mark.
    pub(super) end: usize,
    /// Where the suffix ends; `end` where there is none.
    pub(super) suffix_end: usize,
    /// What the ending says.
    pub(super) readings: Readings,
    /// Whether a name may end here: not in the middle of a word written solid.
    pub(super) complete: bool,
}

/// A stem in the text and where its word may end, which is the same for every word that has this stem.
#[derive(Debug, Clone)]
pub(super) struct WordEnd {
    at: usize,
    stem_end: usize,
    /// The end of the letters.
    letters_end: usize,
    /// Vanished hyphens behind the stem, and whether a name may end there.
    boundaries: SmallVec<[(usize, bool); 2]>,
    suffix: Option<Suffix>,
    kind: Kind,
    /// The word of the name before, if there is one: its stem.
    before: Option<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// A capital that is all of its stem; a small letter by itself is a word like others (Narodı Azii i Afriki).
    Initial,
    /// A number or a word of which the stem is only the beginning.
    Beginning,
}

impl WordEnd {
    /// Looks behind a stem that stands at `at..stem_end`.
    pub(super) fn find(haystack: Haystack<'_>, at: usize, stem_end: usize) -> WordEnd {
        let text = haystack.folded.text();
        let letters_end = letters_end(text, stem_end);
        let single = is_initial(&text[at..stem_end]);
        let kind = if single && haystack.is_capital(at) {
            Kind::Initial
        } else if single && letters_end > stem_end && !haystack.folded.is_soft(stem_end)
            || text[stem_end..].starts_with(is_numeric) && text[..stem_end].ends_with(is_numeric)
        {
            Kind::Beginning
        } else {
            Kind::Word
        };
        // At the end of a line a title behind a name looks as the rest of a word does: Талаат-⏎пашой.
        let ends_at = |boundary: usize| {
            !is_broken(haystack, boundary) || morph::is_form_of_title_behind(&text[boundary..letters_end])
        };
        let soft = haystack.folded.soft_between(stem_end, letters_end);
        let boundaries = soft.map(|boundary| (boundary, ends_at(boundary))).collect();
        WordEnd {
            at,
            stem_end,
            letters_end,
            boundaries,
            suffix: suffix(haystack, letters_end).filter(|suffix| !suffix.is_bare() || !text[..at].ends_with('\'')),
            kind,
            before: None,
        }
    }

    /// The same behind another word of the name, of which the stem is known. Written solid, a letter between two words is a
    /// word as well: Babıali, of Bâb-ı Âli.
    pub(super) fn behind(self, haystack: Haystack<'_>, before: Option<(usize, usize)>) -> WordEnd {
        let is_joint = before.is_some_and(|(_, end)| end == self.at)
            && is_initial(&haystack.folded.text()[self.at..self.stem_end]);
        let kind = if is_joint { Kind::Word } else { self.kind };
        WordEnd { before, kind, ..self }
    }

    /// Calls `found` with every form of a word that has this stem with these endings. Forms in the middle of a word
    /// written solid are wanted only where the name `goes_on`.
    #[inline]
    pub(super) fn forms(&self, haystack: Haystack<'_>, endings: Endings, goes_on: bool, mut found: impl FnMut(Form)) {
        match self.kind {
            Kind::Word => {}
            // Ия, Ея: the stem is a letter, and with an ending a word.
            Kind::Initial
                if self.stem_end < self.letters_end
                    && matches!(
                        endings,
                        Endings::Russian(_) | Endings::RussianLatin(_) | Endings::Borrowed(_)
                    ) => {}
            Kind::Initial => return initial(haystack, self.stem_end, endings).into_iter().for_each(found),
            Kind::Beginning => return,
        }
        let (stem_end, end) = (self.stem_end, self.letters_end);
        for &(boundary, complete) in &self.boundaries {
            if complete || goes_on {
                solid(haystack, stem_end, boundary, endings, complete).map(&mut found);
            }
        }
        if let Some(suffix) = self.suffix {
            behind_mark(haystack, stem_end, end, suffix, endings).map(&mut found);
        }
        let solid_is_possible = self.suffix.is_none_or(|suffix| !suffix.obligatory);
        if solid_is_possible
            && let Some(form) = solid(haystack, stem_end, end, endings, true)
            && !self.is_longer_name(haystack, endings)
        {
            found(self.without_suffix(haystack, endings, form));
        }
        if goes_on {
            self.inner_forms(haystack, endings, found);
        }
    }

    /// A form that the gazetteer spells out with its suffix (Kars’ta) is parted as one that the tables make.
    fn without_suffix(&self, haystack: Haystack<'_>, endings: Endings, form: Form) -> Form {
        let mark = match morph::ends_in_suffix(endings) {
            true => haystack.folded.text()[self.at..form.end].rfind('\''),
            false => None,
        };
        let end = mark.map_or(form.end, |mark| self.at + mark);
        Form { end, ..form }
    }

    /// The forms behind which letters go on: the next word of the name may be written solid (Ньюйорк, Халильпаша).
    fn inner_forms(&self, haystack: Haystack<'_>, endings: Endings, mut found: impl FnMut(Form)) {
        let letters = &haystack.folded.text()[self.stem_end..self.letters_end];
        for (length, readings) in morph::inner_endings(endings, haystack.language, letters) {
            haystack.scratch.count(1);
            let end = self.stem_end + length;
            if !haystack.folded.is_soft(end) {
                form(end, end, readings, false).map(&mut found);
            }
        }
    }

    /// Whether the word, ending and all, is a given name by itself: Aliye is no dative of Ali. Behind a name that women
    /// do not have it is no name of a woman: Mehmet Aliye is a dative, Fatma Aliye none.
    fn is_longer_name(&self, haystack: Haystack<'_>, endings: Endings) -> bool {
        let text = haystack.folded.text();
        let word = &text[self.at..self.letters_end];
        if !matches!(endings, Endings::Latin(_))
            || self.stem_end == self.letters_end
            || !morph::is_turkish_given_name(word)
        {
            return false;
        }
        let womans_alone = morph::turkish_womans_name(word) == Some(false);
        let behind_man = self
            .before
            .is_some_and(|(start, end)| morph::turkish_womans_name(&text[start..end]).is_none());
        !(womans_alone && behind_man)
    }
}

/// Where the next word of a name may begin, if what stands behind the form is this punctuation. Hyphen, white space and
/// nothing stand for each other; a dot that abbreviates is punctuation.
pub(super) fn after_separator(haystack: Haystack<'_>, end: usize, complete: bool, separator: &str) -> Option<usize> {
    let text = haystack.folded.text();
    let mut at = end;
    // The dot of an initial was taken into the form; here it counts as the separator it also is.
    let mut expected = match separator.strip_prefix('.') {
        Some(rest) if text[..at].ends_with('.') => rest,
        _ => separator,
    };
    let mut spaces = 0;
    loop {
        let sign = text[at..].chars().next()?;
        if sign == ' ' || (sign == '-' && expected.is_empty()) {
            spaces += 1;
            if spaces > 4 {
                return None;
            }
        } else if expected.starts_with(sign) {
            expected = &expected[sign.len_utf8()..];
        } else {
            break;
        }
        at += sign.len_utf8();
    }
    let begins = text[at..].starts_with(|sign: char| is_usual(sign) || sign.is_alphanumeric());
    (expected.is_empty() && begins && (complete || at == end)).then_some(at)
}

/// Whether the hyphen that vanished here breaks a word at the end of a line: the word goes on, and no name ends
/// (Кав-⏎каз, but Ленин-то).
pub(crate) fn is_broken(haystack: Haystack<'_>, boundary: usize) -> bool {
    let gap = haystack.between(boundary, boundary);
    haystack.scratch.count(gap.len());
    gap.contains(['\n', '\r']) && !haystack.is_capital(boundary)
}

/// Letters looked at behind a stem or before a name, in bytes: more than any ending and any given name has. Without a
/// bound, text of one endless word would cost its square.
const LONGEST_WORD: usize = 64;

/// The end of the letters that begin at `at`; of an endless word somewhere in it.
pub(crate) fn letters_end(text: &str, at: usize) -> usize {
    let end = text.floor_char_boundary(at + LONGEST_WORD);
    let mut at = at;
    loop {
        at += match text.as_bytes()[at..end] {
            [b'a'..=b'z', ..] => 1,
            [CYRILLIC..=CYRILLIC_LAST, _, ..] => 2,
            _ => match text[at..end].chars().next().filter(|sign| is_letter(*sign)) {
                Some(letter) => letter.len_utf8(),
                None => return at,
            },
        };
    }
}

/// The start of the letters that end at `at`; of an endless word somewhere in it.
pub(super) fn letters_start(text: &str, at: usize) -> usize {
    let start = text.ceil_char_boundary(at.saturating_sub(LONGEST_WORD));
    let mut at = at;
    loop {
        at -= match text.as_bytes()[start..at] {
            [.., CYRILLIC..=CYRILLIC_LAST, _] => 2,
            [.., b'a'..=b'z'] => 1,
            _ => match text[start..at].chars().next_back().filter(|sign| is_letter(*sign)) {
                Some(letter) => letter.len_utf8(),
                None => return at,
            },
        };
    }
}

/// What the characters from U+0400 to U+047F begin with, of two bytes each, all of which are letters.
const CYRILLIC: u8 = 0xd0;
const CYRILLIC_LAST: u8 = 0xd1;

/// Folded letters are small ones, nearly all of them of two alphabets: these need no table, nor do the signs between
/// words.
fn is_letter(sign: char) -> bool {
    match sign {
        _ if is_usual(sign) => true,
        '\0'..='\x7f' | '«' | '»' | '–'..='…' => false,
        _ => sign.is_alphabetic() || is_mark(sign),
    }
}

fn is_usual(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'а'..='я' | 'ß'..='ö' | 'ø'..='ɏ')
}

fn is_numeric(sign: char) -> bool {
    match sign {
        'a'..='z' | 'а'..='я' | ' ' => false,
        _ => sign.is_numeric(),
    }
}

/// Combining marks that folding keeps belong to their letter.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{302}'..='\u{36f}')
}

pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next();
    letters.next().is_none() && first.is_some_and(char::is_alphabetic)
}

/// A single capital is an initial or part of an acronym with dots: a letter by itself. Its dot belongs to it where
/// the name ends.
fn initial(haystack: Haystack<'_>, end: usize, endings: Endings) -> Option<Form> {
    let text = haystack.folded.text();
    if letters_end(text, end) != end {
        return None;
    }
    let end = end + usize::from(text[end..].starts_with('.'));
    let suffix = suffix(haystack, end).filter(|suffix| suffix.obligatory);
    let inflected = suffix.and_then(|suffix| {
        let readings = licensed(haystack, endings, suffix.start, suffix.end, true);
        form(end, suffix.end, readings, true)
    });
    inflected.or_else(|| form(end, end, licensed(haystack, endings, end, end, false), true))
}

/// What is whole already, with a suffix behind a mark: Çiçerin G. V.’den.
pub(super) fn with_suffix(haystack: Haystack<'_>, end: usize, endings: Endings) -> Option<Form> {
    let suffix = suffix(haystack, end)?;
    behind_mark(haystack, end, end, suffix, endings)
}

/// A form whose ending, if any, is written without a mark.
fn solid(haystack: Haystack<'_>, stem_end: usize, end: usize, endings: Endings, complete: bool) -> Option<Form> {
    form(end, end, licensed(haystack, endings, stem_end, end, false), complete)
}

/// A form with a suffix behind an apostrophe or a closing quotation mark. Where letters stand before the mark too
/// (Romanovlar’ın), the paradigm is asked about both together.
fn behind_mark(haystack: Haystack<'_>, stem_end: usize, end: usize, suffix: Suffix, endings: Endings) -> Option<Form> {
    let readings = if stem_end == end && suffix.is_bare() {
        let readings = licensed(haystack, endings, suffix.start, suffix.end, true);
        let possessive = |reading: &Reading| reading.case == Some(GrammaticalCase::Genitive);
        let is_latin = matches!(endings, Endings::Latin(_));
        if is_latin && readings.iter().any(possessive) {
            readings
        } else {
            Readings::new()
        }
    } else if stem_end == end {
        licensed(haystack, endings, suffix.start, suffix.end, true)
    } else if suffix.obligatory {
        licensed(haystack, endings, stem_end, suffix.end, false)
    } else {
        return None;
    };
    form(end, suffix.end, readings, true)
}

fn form(end: usize, suffix_end: usize, readings: Readings, complete: bool) -> Option<Form> {
    (!readings.is_empty()).then_some(Form {
        end,
        suffix_end,
        readings,
        complete,
    })
}

fn licensed(haystack: Haystack<'_>, endings: Endings, start: usize, end: usize, apostrophe: bool) -> Readings {
    // What folding takes away says nothing to the other languages.
    let asked = start < end && matches!(endings, Endings::Latin(_));
    let ending = Ending {
        folded: &haystack.folded.text()[start..end],
        apostrophe,
        source: if asked { haystack.source(start, end) } else { "" },
    };
    haystack.scratch.readings(endings, haystack.language, &ending)
}

/// Letters behind a mark that may be a suffix of the word before.
#[derive(Debug, Clone, Copy)]
struct Suffix {
    start: usize,
    end: usize,
    /// Whether letters behind this mark can be nothing but a suffix, so that the name is refused with them (ABD’li).
    obligatory: bool,
}

impl Suffix {
    /// Whether it is an apostrophe and nothing else.
    fn is_bare(self) -> bool {
        self.start == self.end
    }
}

/// A bare apostrophe behind s is a suffix of English (Soviets’), or closes a quotation, which is not known here. In other
/// languages a suffix can follow a closing quotation mark, and with an apostrophe of its own a closing bracket or a footnote mark:
/// “Yeni Dünya”nın, RKP(b)’nin, Ankara12’da.
fn suffix(haystack: Haystack<'_>, end: usize) -> Option<Suffix> {
    let text = haystack.folded.text();
    // Most words end so.
    if text[end..].starts_with([' ', ',', '.', ';', ':']) {
        return None;
    }
    let quoted = text[end..].starts_with(is_closing_quote);
    let closed = end
        + text[end..]
            .chars()
            .take(2)
            .take_while(|sign| is_closing_quote(*sign) || matches!(sign, ')' | ']'))
            .map(char::len_utf8)
            .sum::<usize>();
    let mark_end = footnote_mark_end(haystack, closed);
    let apostrophe = text[mark_end..].starts_with('\'');
    let start = match apostrophe {
        true => behind_line_break(haystack, mark_end + 1),
        false => closed,
    };
    let suffix_end = letters_end(text, start);
    let is_mark = apostrophe || quoted;
    if apostrophe && closed == end && suffix_end == start && text[..end].ends_with('s') {
        return (*haystack.language == Language::English).then_some(Suffix {
            start,
            end: start,
            obligatory: false,
        });
    }
    (is_mark && suffix_end > start).then_some(Suffix {
        start,
        end: suffix_end,
        // Behind a line break it may be another word.
        obligatory: apostrophe && closed == end && start == mark_end + 1,
    })
}

/// Where a suffix begins that a line break parts from its apostrophe, as the spelling guide of the Türk Dil Kurumu divides
/// (Edirne’⏎nin), with a hyphen or without. Else `at`, and where the apostrophe closes a quotation.
fn behind_line_break(haystack: Haystack<'_>, at: usize) -> usize {
    let rest = &haystack.folded.text()[at..];
    let blank = rest.strip_prefix('-').unwrap_or(rest);
    let Some(letters) = blank
        .strip_prefix(' ')
        .filter(|_| *haystack.language == Language::Turkish)
    else {
        return at;
    };
    let start = at + rest.len() - letters.len();
    let gap = haystack.between(at, start);
    haystack.scratch.count(gap.len());
    let is_break = gap.contains(['\n', '\r']) && !haystack.is_capital(start);
    if is_break && !is_quoted(haystack, at) {
        start
    } else {
        at
    }
}

/// Bytes in which an apostrophe that opens a quotation is looked for.
const QUOTED: usize = 256;

/// Whether an apostrophe before `at`, itself behind one, opens a quotation.
fn is_quoted(haystack: Haystack<'_>, at: usize) -> bool {
    let text = haystack.folded.text();
    let start = text.ceil_char_boundary(at.saturating_sub(QUOTED));
    haystack.scratch.count(at - start);
    let mut marks = text[start..at].match_indices('\'').map(|(mark, _)| start + mark);
    let before = |mark| text[..mark].ends_with([' ', '(', '[', '«', '“', '„', '"']) || mark == 0;
    marks.any(|mark| before(mark) && text[mark + 1..].starts_with(is_letter))
}

fn is_closing_quote(sign: char) -> bool {
    matches!(sign, '”' | '“' | '»' | '"')
}

/// Where a footnote mark ends that stands between a name and its suffix: `Ankara12’da`, `Ankara¹’da`, `Ankara[12]’da`. What is
/// no prose, as the mark of a footnote in Markdown, is a line feed here, and in the source it touches the word.
fn footnote_mark_end(haystack: Haystack<'_>, at: usize) -> usize {
    const MOST_DIGITS: usize = 3;
    let text = haystack.folded.text();
    let rest = &text[at..];
    let Some(first) = rest.chars().next() else { return at };
    if first == '\n' {
        let gap = haystack.between(at, at + 1);
        haystack.scratch.count(gap.len());
        let touches = !gap.contains(char::is_whitespace);
        return at + usize::from(touches && rest[1..].starts_with('\''));
    }
    let (open, close) = match first {
        '[' => ("[", "]"),
        _ => ("", ""),
    };
    let inside = &rest[open.len()..];
    let is_mark = |sign: &char| sign.is_ascii_digit() || matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '*');
    let mark = inside.chars().take(MOST_DIGITS).take_while(is_mark);
    let length: usize = mark.map(char::len_utf8).sum();
    match inside[length..].strip_prefix(close) {
        Some(_) if length > 0 => at + open.len() + length + close.len(),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_letter, is_mark, is_numeric, letters_end, letters_start};

    #[test]
    fn short_cuts_lead_to_the_same() {
        let folded = |sign: &char| !sign.is_ascii_uppercase();
        for sign in ('\0'..=char::MAX).filter(folded) {
            let text = format!("а{sign}а");
            let is_whole = letters_end(&text, 0) == text.len() && letters_start(&text, text.len()) == 0;
            assert_eq!(is_whole, is_letter(sign), "{sign:?}");
            assert_eq!(is_letter(sign), sign.is_alphabetic() || is_mark(sign), "{sign:?}");
            assert_eq!(is_numeric(sign), sign.is_numeric(), "{sign:?}");
        }
    }
}
