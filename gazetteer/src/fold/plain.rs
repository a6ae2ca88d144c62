//! Which bytes of a text need a look: sixteen at a time, without a branch, so that the compiler does a step for all of
//! them at once. What is passed over stands for itself; what is named may turn out to do so too.

/// Bytes looked at in one step.
const WIDTH: usize = 16;

/// Finds the bytes of a text of which something is true, in order.
#[derive(Debug)]
pub(super) struct Bytes<'a, F> {
    text: &'a [u8],
    /// Asked of the byte before, 0 at the head of the text, and the byte. Must be true of 0 itself.
    is_wanted: F,
    /// Where the step that `found` belongs to began.
    base: usize,
    /// One bit in each byte that is wanted and was not yet given out.
    found: u128,
}

/// The bytes at or behind `start`, the start of a character, that are not known to stand for themselves. Of a character
/// of two bytes the first or the second is named, never both.
pub(super) fn unplain(text: &[u8], start: usize) -> Bytes<'_, impl Fn(u8, u8) -> bool> {
    Bytes::new(text, start, needs_look)
}

/// The same, and the small letters behind a sign of ASCII.
pub(super) fn unplain_or_word(text: &[u8], start: usize) -> Bytes<'_, impl Fn(u8, u8) -> bool> {
    Bytes::new(text, start, |before, byte| {
        needs_look(before, byte) | (is_letter(byte) & !is_letter(before))
    })
}

/// Whether a byte that was named for nothing but a word that begins there: [`unplain`] names no such byte.
#[inline(always)]
pub(super) fn begins_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() | (byte & 0xfe == 0xd0) | (byte.wrapping_sub(0xc3) < 3)
}

/// Whether a byte is of a letter, and not of a sign of ASCII.
#[inline(always)]
pub(super) fn is_letter(byte: u8) -> bool {
    (byte >= 0x80) | ((byte | 0x20).wrapping_sub(b'a') < 26)
}

impl<'a, F: Fn(u8, u8) -> bool> Bytes<'a, F> {
    fn new(text: &'a [u8], start: usize, is_wanted: F) -> Self {
        let mut bytes = Bytes {
            text,
            is_wanted,
            base: start,
            found: 0,
        };
        bytes.found = bytes.step();
        bytes
    }

    /// The next one; the length of the text where there is none.
    #[inline]
    pub(super) fn next(&mut self) -> usize {
        while self.found == 0 {
            self.base += WIDTH;
            self.found = self.step();
        }
        let at = self.base + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        at.min(self.text.len())
    }

    /// One bit in each byte of a step that is wanted. Behind the end of the text all are.
    #[inline]
    fn step(&self) -> u128 {
        let before = self.base.checked_sub(1);
        let window = before.and_then(|before| self.text.get(before..)?.first_chunk());
        window.map_or_else(|| self.step_at_end(), |window| self.wanted(window))
    }

    #[cold]
    #[inline(never)]
    fn step_at_end(&self) -> u128 {
        let mut window = [0; WIDTH + 1];
        let before = self.base.checked_sub(1).and_then(|before| self.text.get(before));
        window[0] = before.copied().unwrap_or_default();
        let rest = self.text.get(self.base..).unwrap_or_default();
        window[1..].iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.wanted(&window)
    }

    #[inline]
    fn wanted(&self, window: &[u8; WIDTH + 1]) -> u128 {
        let mut wanted = [0; WIDTH];
        for (index, wanted) in wanted.iter_mut().enumerate() {
            *wanted = u8::from((self.is_wanted)(window[index], window[index + 1]));
        }
        u128::from_le_bytes(wanted)
    }
}

/// Whether a byte needs a look, given the byte before it. Plain are the common signs of ASCII, one blank, the small
/// letters of Russian but ё, and ç ğ ö ş ü.
#[inline(always)]
fn needs_look(before: u8, byte: u8) -> bool {
    let ascii = (byte < b' ')
        | (byte == b'\'')
        | (byte == b'-')
        | (byte.wrapping_sub(b'@') <= b'`' - b'@')
        | ((byte == b' ') & (before == b' '));
    let cyrillic_start = |byte: u8| byte & 0xfe == 0xd0;
    let latin_start = byte.wrapping_sub(0xc3) < 3;
    let other_start = (byte >= 0xc0) & !cyrillic_start(byte) & !latin_start;
    let in_cyrillic = (byte & 0x3f) | if before == 0xd1 { 0x40 } else { 0 };
    let cyrillic = cyrillic_start(before) & (in_cyrillic.wrapping_sub(0x30) >= 0x20);
    let cedilla = (before & 0xfe == 0xc4) & (byte != 0x9f);
    let diaeresis = (before == 0xc3) & (byte != 0xa7) & (byte != 0xb6) & (byte != 0xbc);
    ascii | other_start | cyrillic | cedilla | diaeresis
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::table::{Class, Table};

    #[test]
    fn what_is_passed_over_stands_for_itself() {
        for c in ('\0'..char::MAX).filter(|c| !c.is_ascii_uppercase()) {
            let text = format!("а{c}а");
            let passed = unplain(text.as_bytes(), 0).next() == text.len();
            let (class, _) = Table::get().look_up(c);
            assert!(!passed || class <= Class::Space, "{c:?} is {class:?}");
        }
    }

    #[test]
    fn common_text_is_passed_over() {
        for text in [
            "а вот и я, 25.",
            "çok güzel bir şey, öyle değil mi?",
            "a plain line; nothing else",
        ] {
            assert_eq!(unplain(text.as_bytes(), 0).next(), text.len(), "{text}");
        }
        assert_eq!(unplain("а в  т".as_bytes(), 0).next(), 6);
    }
}
