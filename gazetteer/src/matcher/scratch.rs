//! What a search keeps from one place of a text to the next. No result depends on it.

use std::cell::{Cell, RefCell};

use crate::language::Language;
use crate::morph::{Answers, Ending, Endings};
use crate::reading::Readings;

thread_local! {
    /// Of all searches of a thread: a keystroke asks for the endings that the one before asked for, and to work out those
    /// of a paragraph takes longer than all the rest of it.
    static ANSWERS: RefCell<Answers> = RefCell::default();
}

/// How much work was done.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    work: Cell<usize>,
}

impl Scratch {
    /// The work done: bytes folded, letters of stems read, words and endings tried, neighbours looked at, hits compared, text
    /// read for glosses.
    pub(crate) fn work(&self) -> usize {
        self.work.get()
    }

    #[inline]
    pub(crate) fn count(&self, work: usize) {
        self.work.set(self.work.get() + work);
    }

    /// See [`crate::morph::readings`].
    #[inline]
    pub(super) fn readings(&self, endings: Endings, paragraph: &Language, ending: &Ending<'_>) -> Readings {
        self.count(1);
        ANSWERS.with_borrow_mut(|answers| answers.readings(endings, paragraph, ending))
    }
}
