//! Where the gazetteer spells a name: file and line.

use std::cell::OnceCell;
use std::path::Path;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{Origin, SpellingId};

use crate::cli::files;
use crate::cli::positions::Positions;
use crate::project::root;

/// The sources of a gazetteer, whose lines are counted when first asked for.
pub(super) struct Sources<'a> {
    gazetteer: &'a Gazetteer,
    positions: Vec<OnceCell<Positions<'a>>>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer) -> Sources<'a> {
        let positions = gazetteer.sources().iter().map(|_| OnceCell::new()).collect();
        Sources { gazetteer, positions }
    }

    /// The file as people see it, and the line, from 1.
    pub(super) fn of(&self, spelling: SpellingId) -> Option<(String, usize)> {
        let Origin { source, range } = &self.gazetteer.spelling(spelling).origin;
        let number = usize::try_from(*source).ok()?;
        let source = self.gazetteer.sources().get(number)?;
        let positions = self.positions.get(number)?.get_or_init(|| Positions::new(&source.text));
        let shown = match source.builtin {
            true => source.name.clone(),
            false => root::relative(Path::new(&source.name), &files::here()),
        };
        Some((shown, positions.at(range.start).line))
    }
}
