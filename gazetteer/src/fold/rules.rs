//! The rules of folding that are ours and not Unicode's, in one place. Everything else comes from the tables of the
//! crates; no other file of folding names a letter.

/// Characters that are as if they were not there, wherever they stand: zero-width ones and the soft hyphen.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | SOFT_HYPHEN)
}

/// Invisible, but at the end of a line it says that the word goes on.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Joins words, or parts of one, where it stands between letters.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// What old scanning programs write for a hyphen at the end of a line. Elsewhere it is a sign of logic.
pub(super) const LINE_END_HYPHEN: char = '¬';

/// What a hyphen that stays becomes.
pub(super) const HYPHEN: char = '-';

/// Every apostrophe, and what keyboards and scanners offer for one.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '\u{201b}' | '\u{2bc}' | '′' | '`' | '´' | '＇')
}

/// What an apostrophe becomes.
pub(super) const APOSTROPHE: char = '\'';

/// A case-folded letter, further reduced: I İ ı i are one letter in the end.
pub(super) fn reduce(c: char) -> char {
    match c {
        'ı' => 'i',
        _ if is_apostrophe(c) => APOSTROPHE,
        _ => c,
    }
}

/// Whether a combining mark on this (folded) base is gone: stress on anything, the circumflex of Turkish loans,
/// the dot of i, the two dots of ё. The breve of й and ğ, the dots of ö and ü, cedillas stay.
pub(super) fn is_dropped(base: char, mark: char) -> bool {
    match mark {
        '\u{300}' | '\u{301}' => true,
        '\u{302}' => matches!(base, 'a' | 'i' | 'u'),
        '\u{307}' => base == 'i',
        '\u{308}' => base == 'е', // Cyrillic ie
        _ => false,
    }
}

/// Whether a letter is upper- or titlecase.
pub(super) fn is_capital(c: char) -> bool {
    c.is_uppercase() || (c.is_alphabetic() && c.to_lowercase().next() != Some(c))
}
