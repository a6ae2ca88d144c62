//! How much reading it takes to know what of a text is prose: bytes of the lines read and of the signs looked for ahead,
//! marks compared, pieces written. The same on every machine, which time is not. Nothing may depend on it.

use std::cell::Cell;

thread_local! {
    /// Of a thread, since the functions that read a text are many and ask for nothing but the text.
    static DONE: Cell<usize> = const { Cell::new(0) };
}

/// Adds work.
#[inline]
pub(crate) fn count(work: usize) {
    DONE.set(DONE.get().wrapping_add(work));
}

/// What was looked for ahead in a text, and how far was read to find it, or to find out that it is not there.
#[inline]
pub(super) fn sought(text: &str, found: Option<usize>) -> Option<usize> {
    count(1 + found.unwrap_or(text.len()));
    found
}

/// The work done in this thread so far: of use only beside what it was before.
pub(crate) fn done() -> usize {
    DONE.get()
}

/// The work done since it was so much.
pub(crate) fn since(before: usize) -> usize {
    done().wrapping_sub(before)
}
