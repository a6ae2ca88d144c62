//! Words that say whose an institution is that is called by a common noun. They come from `data/tables/whose.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::fold::fold_word;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    turkish: Vec<String>,
    russian: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table: Table = toml::from_str(include_str!("../../data/tables/whose.toml"))
        .expect("a table of the package, which its tests read");
    for word in table.turkish.iter_mut().chain(&mut table.russian) {
        *word = fold_word(word);
    }
    table
});

/// The most letters of an ending of Russian adjectives (иранского).
const LONGEST_ENDING: usize = 3;

/// Whether a folded word before the name of an institution says that it is that of another country than the text is about
/// (Alman Meclisi, иранский Меджлис).
pub fn is_of_another_country(word: &str) -> bool {
    let is_adjective = |stem: &String| {
        let ending = word.strip_prefix(stem.as_str());
        ending.is_some_and(|ending| (1..=LONGEST_ENDING).contains(&ending.chars().count()))
    };
    TABLE.turkish.iter().any(|known| known == word) || TABLE.russian.iter().any(is_adjective)
}
