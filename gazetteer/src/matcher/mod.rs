//! Finding: which stretches of folded text are forms of which spellings.

use crate::gazetteer::Tables;

/// Everything that finds the spellings of a gazetteer.
#[derive(Debug)]
pub struct Matcher {}

impl Matcher {
    pub(crate) fn new(tables: &Tables) -> Matcher {
        let _ = tables;
        Matcher {}
    }
}
