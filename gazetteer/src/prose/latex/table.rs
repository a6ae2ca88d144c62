//! What commands do, from `data/tables/latex.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::Language;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) hidden: Vec<String>,
    hidden_arguments: BTreeMap<String, usize>,
    pub(super) defines: Vec<String>,
    pub(super) cite: Vec<String>,
    /// Headings, those first that stand above others.
    heading: Vec<Vec<String>>,
    pub(super) note: Vec<String>,
    pub(super) emphasis: Vec<String>,
    pub(super) inline: Vec<String>,
    pub(super) quotation: Vec<String>,
    pub(super) blank: Vec<String>,
    pub(super) in_preamble: Vec<String>,
    pub(super) environments: Environments,
    pub(super) accents: BTreeMap<String, char>,
    pub(super) letters: BTreeMap<String, String>,
    pub(super) signs: BTreeMap<String, String>,
    languages: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Environments {
    pub(super) verbatim: Vec<String>,
    pub(super) math: Vec<String>,
    pub(super) quotation: Vec<String>,
    pub(super) bibliography: Vec<String>,
    pub(super) table: Vec<String>,
    pub(super) with_argument: Vec<String>,
}

impl Table {
    pub(super) fn get() -> &'static Table {
        static TABLE: LazyLock<Table> =
            LazyLock::new(|| toml::from_str(include_str!("../../../data/tables/latex.toml")).unwrap_or_default());
        &TABLE
    }

    /// How many arguments of a command are no prose, before one that is.
    pub(super) fn hidden_arguments(&self, name: &str) -> usize {
        self.hidden_arguments.get(name).copied().unwrap_or_default()
    }

    /// Whether a command makes a heading.
    pub(super) fn is_heading(&self, name: &str) -> bool {
        self.heading.iter().any(|rank| has(rank, name))
    }

    /// The rank of the heading that a command makes, from 1.
    pub(super) fn rank(&self, name: &str) -> u8 {
        1 + self.heading.iter().position(|rank| has(rank, name)).unwrap_or_default() as u8
    }

    /// The number of the language of a name, or of the command `text…` of polyglossia.
    pub(super) fn language(&self, name: &str) -> Option<usize> {
        let tag = self.languages.get(name.trim())?;
        self.tags().position(|known| known == tag)
    }

    /// The language of a number.
    pub(super) fn language_of(&self, number: usize) -> Option<Language> {
        Language::parse(self.tags().nth(number)?)
    }

    fn tags(&self) -> impl Iterator<Item = &String> {
        // The first name of each.
        let first = |tag: &String| self.languages.values().position(|other| other == tag);
        self.languages
            .values()
            .enumerate()
            .filter(move |(index, tag)| first(tag) == Some(*index))
            .map(|(_, tag)| tag)
    }
}

pub(super) fn has(list: &[String], name: &str) -> bool {
    list.iter().any(|one| one == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        let table = Table::get();
        assert!(!table.hidden.is_empty() && !table.environments.verbatim.is_empty());
        for tag in table.languages.values() {
            assert!(Language::parse(tag).is_some(), "{tag}");
        }
        assert!(table.tags().count() < 15, "the state has four bits for a language");
        let turkish = table.language("turkish").and_then(|number| table.language_of(number));
        assert_eq!(turkish, Some(Language::Turkish));
    }
}
