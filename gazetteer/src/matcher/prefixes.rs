//! The beginnings of a text, each with a hash: what the filters and tables of stems are asked with. A step is a product
//! and touches no memory but the text.

/// The first letter of a text, the first two, and so on: where they end, and their hash, whose upper bits are good.
#[derive(Debug, Clone)]
pub(super) struct Prefixes<'a> {
    text: &'a [u8],
    end: usize,
    hash: u64,
}

impl Prefixes<'_> {
    /// Of a text in UTF-8.
    pub(super) fn new(text: &[u8]) -> Prefixes<'_> {
        Prefixes { text, end: 0, hash: 0 }
    }
}

impl Iterator for Prefixes<'_> {
    type Item = (usize, u64);

    #[inline]
    fn next(&mut self) -> Option<(usize, u64)> {
        let (width, letter) = match *self.text.get(self.end..)? {
            [one @ 0..0xc0, ..] => (1, [0, 0, 0, one]),
            [one @ 0xc0..0xe0, two, ..] => (2, [0, 0, one, two]),
            [one @ 0xe0..0xf0, two, three, ..] => (3, [0, one, two, three]),
            [one, two, three, four, ..] => (4, [one, two, three, four]),
            _ => return None,
        };
        let letter = u64::from(u32::from_be_bytes(letter));
        self.hash = (self.hash.rotate_left(23) ^ letter).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.end += width;
        Some((self.end, self.hash))
    }
}
