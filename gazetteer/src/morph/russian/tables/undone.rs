//! Endings with those of their dictionary forms: the way back. It proposes; what proposes nothing but forms that a word has
//! asks the tables again.

use std::collections::BTreeSet;

use crate::entity::Number;
use crate::reading::{GrammaticalCase, Reading};

use super::{Animacy, Cells, Numbers, Tables, endings};

impl Tables {
    /// Every ending of every paradigm, each with what stands in its place in the dictionary form; with a vowel that is lost
    /// before it, too (Льва: `ьва`, `ев`). Without repetition.
    pub(in crate::morph) fn undone(&self) -> BTreeSet<(String, String)> {
        let mut undone = BTreeSet::new();
        let mut vocalic: BTreeSet<&str> = BTreeSet::new();
        for (number, paradigm) in self.paradigms.iter().enumerate() {
            let cells = self.cells(endings(number, Animacy::Unknown, Cells::All, Numbers::Both));
            let spelled = match paradigm.plural_only {
                true => Number::Plural,
                false => Number::Singular,
            };
            let is_spelled = |(reading, _): &&(Reading, &str)| {
                reading.case == Some(GrammaticalCase::Nominative) && reading.number == Some(spelled)
            };
            let Some((_, nominative)) = cells.iter().find(is_spelled) else {
                continue;
            };
            for (_, ending) in &cells {
                undone.insert(((*ending).to_owned(), (*nominative).to_owned()));
            }
            let of_table = self.compiled.get(usize::from(endings(
                number,
                Animacy::Unknown,
                Cells::Vocalic,
                Numbers::Both,
            )));
            vocalic.extend(
                of_table
                    .into_iter()
                    .flat_map(|table| &table.cells)
                    .map(|(_, ending)| ending.as_str()),
            );
        }
        for change in &self.fleeting {
            for tail in change.patterns.iter().filter_map(|pattern| pattern.tail(change.cut)) {
                undone.extend(
                    vocalic
                        .iter()
                        .map(|ending| (format!("{}{ending}", change.add), tail.clone())),
                );
            }
        }
        undone
    }

    /// Whether a folded word may be a dictionary form, by how it is spelled.
    pub(in crate::morph) fn may_be_dictionary_form(&self, word: &str) -> bool {
        !self.never.iter().any(|pattern| pattern.fits(word, &self.classes))
    }

    /// Whether few dictionary forms end as a folded word does, and others are as near.
    pub(in crate::morph) fn is_seldom_dictionary_form(&self, word: &str) -> bool {
        self.seldom.iter().any(|pattern| pattern.fits(word, &self.classes))
    }
}
