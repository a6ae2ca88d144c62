//! A name as a row of letters, each with what stands before it: the form in which writings are compared.
//!
//! What printers and keyboards put in (soft hyphens, stress marks, kinds of blanks and apostrophes) is gone; what writers
//! decide on is noted beside the letter. Unlike folding this tells ı from i.

use caseless::default_case_fold_str;
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fold::{is_apostrophe, is_hyphen, is_invisible};
use crate::language::Language;

/// One letter or digit of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Small, ё as е, without circumflex. Two names whose letters differ here are different.
    pub(super) base: char,
    /// Whether it is a capital.
    pub(super) capital: bool,
    /// Whether it is an I that may be the capital of ı as well as of i: in all languages but those that tell them apart.
    either_i: bool,
    /// Whether its word, of two letters or more, is all capitals: its capitals then say nothing.
    pub(super) shouted: bool,
    /// Whether it has the circumflex of Turkish loans.
    pub(super) circumflex: bool,
    /// What stands before it.
    pub(super) gap: Gap,
}

/// What stands between two letters. All `false` where they touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Gap {
    pub(super) blank: bool,
    pub(super) hyphen: bool,
    pub(super) dot: bool,
    pub(super) apostrophe: bool,
    /// A line ends here: hyphen and blank may be the printer's.
    pub(super) broken: bool,
    /// Any other sign.
    pub(super) other: bool,
}

/// How two words are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Joint {
    /// Güneybatı
    Solid,
    /// Güney Batı
    Space,
    /// Güney-Batı
    Hyphen,
}

impl Letter {
    /// Whether two are one letter, capitals and circumflex aside.
    pub(super) fn is(&self, other: &Letter) -> bool {
        let is_either = |one: &Letter, other: &Letter| one.either_i && other.base == 'ı';
        self.base == other.base || is_either(self, other) || is_either(other, self) || self.is_palatal(other)
    }

    /// Whether one is the û and the other the ü that is written for it (hükûmet, hükümet).
    pub(super) fn is_palatal(&self, other: &Letter) -> bool {
        let is_pair = |one: &Letter, other: &Letter| one.base == 'u' && one.circumflex && other.base == 'ü';
        is_pair(self, other) || is_pair(other, self)
    }

    /// As folding has it: the dots of i do not count.
    pub(super) fn folded(&self) -> char {
        match self.base {
            'ı' => 'i',
            other => other,
        }
    }
}

impl Gap {
    /// Whether a word may begin behind it.
    pub(super) fn parts(self) -> bool {
        self != Gap::default()
    }

    pub(super) fn joint(self) -> Joint {
        match self {
            Gap { hyphen: true, .. } => Joint::Hyphen,
            Gap { blank: true, .. } => Joint::Space,
            _ => Joint::Solid,
        }
    }

    fn add(&mut self, sign: char) {
        match sign {
            '\n' | '\r' => (self.broken, self.blank) = (true, true),
            '.' => self.dot = true,
            _ if sign.is_whitespace() => self.blank = true,
            _ if is_hyphen(sign) || matches!(sign, '¬' | '\u{2012}'..='\u{2015}') => self.hyphen = true,
            _ if is_apostrophe(sign) => self.apostrophe = true,
            _ => self.other = true,
        }
    }
}

/// The letters of a name that is spelled in a language. What stands behind the last letter is left out.
pub(super) fn letters(text: &str, language: &Language) -> Vec<Letter> {
    let turkish = has_two_letters_i(language);
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    let mut gap = Gap::default();
    let mut add = |sign: char| {
        if is_invisible(sign) || is_stress(sign) || sign == '\u{307}' && follows_i(letters.last(), gap) {
            return;
        }
        if !sign.is_alphanumeric() && !is_combining_mark(sign) {
            gap.add(sign);
            return;
        }
        for base in bases(sign, turkish) {
            let (base, circumflex) = without_circumflex(base);
            let (capital, shouted) = (sign.is_uppercase(), false);
            letters.push(Letter {
                base,
                capital,
                either_i: sign == 'I' && !turkish,
                shouted,
                circumflex,
                gap,
            });
            gap = Gap::default();
        }
    };
    if text.contains(is_combining_mark) {
        without_stress(text).nfc().for_each(&mut add);
    } else {
        text.chars().for_each(&mut add);
    }
    shout(&mut letters);
    letters
}

/// Notes which words are all capitals. One letter by itself is a capital for many reasons; in the company of such words it is
/// one of them.
fn shout(letters: &mut [Letter]) {
    let is_shouted = |word: &[Letter]| {
        let small = |letter: &Letter| !letter.capital && letter.base.is_lowercase();
        word.len() > 1 && word.iter().any(|letter| letter.capital) && !word.iter().any(small)
    };
    let company = words(letters).any(is_shouted);
    for word in words_mut(letters) {
        let shouted = is_shouted(word) || company && word.len() == 1;
        word.iter_mut().for_each(|letter| letter.shouted = shouted);
    }
}

/// The words of a row of letters: what stands between signs.
pub(super) fn words(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    letters.chunk_by(|_, next| !next.gap.parts() || is_within_word(next.gap))
}

fn words_mut(letters: &mut [Letter]) -> impl Iterator<Item = &mut [Letter]> {
    letters.chunk_by_mut(|_, next| !next.gap.parts() || is_within_word(next.gap))
}

/// A hyphen at the end of a line before a small letter is the printer's; one before a capital parts words all the same,
/// which nothing here depends on.
fn is_within_word(gap: Gap) -> bool {
    gap.broken && gap.hyphen
}

/// Languages in which I is the capital of ı.
fn has_two_letters_i(language: &Language) -> bool {
    match language {
        Language::Turkish => true,
        Language::Other(tag) => matches!(tag.split('-').next(), Some("az" | "crh" | "gag" | "tt")),
        _ => false,
    }
}

fn bases(sign: char, turkish: bool) -> SmallVec<[char; 2]> {
    match sign {
        'I' if turkish => SmallVec::from_slice(&['ı']),
        // Its lower case in Unicode is i and a dot of its own.
        'İ' => SmallVec::from_slice(&['i']),
        'ё' | 'Ё' | 'ѐ' | 'Ѐ' => SmallVec::from_slice(&['е']),
        'ѝ' | 'Ѝ' => SmallVec::from_slice(&['и']),
        // Ligatures are opened, ß is ss.
        'ß' | '\u{fb00}'..='\u{fb06}' => default_case_fold_str(sign.encode_utf8(&mut [0; 4])).chars().collect(),
        _ => sign.to_lowercase().collect(),
    }
}

fn without_circumflex(letter: char) -> (char, bool) {
    match letter {
        'â' => ('a', true),
        'î' => ('i', true),
        'û' => ('u', true),
        other => (other, false),
    }
}

/// The grave and the acute, which primers put on Russian vowels. In Latin letters they are part of the letter, and
/// composed with it.
fn is_stress(sign: char) -> bool {
    matches!(sign, '\u{300}' | '\u{301}')
}

/// The text without stress marks on Cyrillic letters, before any is composed with its letter (к and an acute would be the
/// Macedonian ќ).
fn without_stress(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut before = ' ';
    text.chars().filter(move |&sign| {
        let stays = !is_stress(sign) || !matches!(before, '\u{400}'..='\u{52f}');
        before = if stays { sign } else { before };
        stays
    })
}

/// Lower case of İ leaves a dot of its own behind the i.
fn follows_i(last: Option<&Letter>, gap: Gap) -> bool {
    !gap.parts() && last.is_some_and(|letter| letter.base == 'i')
}
