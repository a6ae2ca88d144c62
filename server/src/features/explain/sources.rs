//! Where the gazetteer spells a name: file and line.

use std::cell::OnceCell;
use std::path::Path;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{Origin, SpellingId};
use onomast_gazetteer::load::LineIndex;

use crate::project::root;

/// The sources of a gazetteer, whose lines are counted when first asked for.
pub(crate) struct Sources<'a> {
    gazetteer: &'a Gazetteer,
    /// The folder from which people see files.
    seen_from: &'a Path,
    lines: Vec<OnceCell<LineIndex<'a>>>,
}

impl<'a> Sources<'a> {
    pub(crate) fn new(gazetteer: &'a Gazetteer, seen_from: &'a Path) -> Sources<'a> {
        let lines = gazetteer.sources().iter().map(|_| OnceCell::new()).collect();
        Sources {
            gazetteer,
            seen_from,
            lines,
        }
    }

    /// The file as people see it, and the line, from 1.
    pub(crate) fn of(&self, spelling: SpellingId) -> Option<(String, usize)> {
        let Origin { source, range } = &self.gazetteer.spelling(spelling).origin;
        let number = usize::try_from(*source).ok()?;
        let source = self.gazetteer.sources().get(number)?;
        let lines = self.lines.get(number)?.get_or_init(|| LineIndex::new(&source.text));
        let shown = match source.builtin {
            true => source.name.clone(),
            false => root::relative(Path::new(&source.name), self.seen_from),
        };
        Some((shown, lines.line_column(range.start).0))
    }
}
