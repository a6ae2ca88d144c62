//! When two spellings are one for consistency: they differ in nothing but what printers and keyboards differ in.
//!
//! Capitals, ё and е, hyphen or space or nothing, dots and blanks of acronyms and initials, circumflex, apostrophes. The
//! dot of i is no such thing.

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::Spelling;

/// Equal for spellings of one language that are the same for consistency.
pub(super) fn key(spelling: &Spelling) -> String {
    let turkish = spelling.language == Language::Turkish;
    let mut key = String::with_capacity(spelling.text.len());
    for letter in spelling.text.chars().filter(|letter| counts(*letter)) {
        match letter {
            'I' if turkish => key.push('ı'),
            // Its lower case in Unicode is i and a dot of its own.
            'İ' => key.push('i'),
            _ => key.extend(letter.to_lowercase().map(plain)),
        }
    }
    key
}

/// Letters, digits and marks count. Not the stress marks, the grave and the acute, which primers put on Russian vowels.
fn counts(letter: char) -> bool {
    let mark = matches!(letter, '\u{300}'..='\u{36f}');
    (letter.is_alphanumeric() || mark) && !matches!(letter, '\u{300}' | '\u{301}')
}

fn plain(letter: char) -> char {
    match letter {
        'ё' => 'е',
        'â' => 'a',
        'î' => 'i',
        'û' => 'u',
        other => other,
    }
}
