//! A form of a name with a small word glued to it (Чичеринус): a blank is lost. The small words of each language are in
//! `data/tables/small-words.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Near, Search, prefixes};
use crate::fold::fold_word;
use crate::language::Language;

/// A name with letters glued to it has at least so many of its own.
const SHORTEST_GLUED: usize = 6;

impl Search<'_> {
    /// A form of a name with a small word glued to it.
    pub(super) fn glued(&self, number: usize) -> Option<Near> {
        let token = &self.tokens[number];
        let word = self.text(&token.range);
        for small in small_words(self.haystack.language) {
            let Some(form) = word
                .strip_suffix(small.as_str())
                .filter(|form| !(self.is_other_word(number) || is_named_after(form, small)))
            else {
                continue;
            };
            for (end, letters) in prefixes(form).filter(|(_, letters)| letters.len() >= SHORTEST_GLUED) {
                let Some(stem) = self.index.exactly(&form[..end]) else {
                    continue;
                };
                let whole = token.range.start..token.range.start + form.len();
                let owners = self.owners(stem, &whole, end);
                let Some(spelling) = owners.first().copied().filter(|_| letters.len() == stem.letters.len()) else {
                    continue;
                };
                if owners.iter().any(|other| self.entity(*other) != self.entity(spelling)) {
                    continue;
                }
                let behind = whole.end..token.range.end;
                return Some(Near {
                    name: self.with_initials(number),
                    word: token.range.clone(),
                    right: format!("{} {}", self.source(&whole), self.source(&behind)),
                    written: self.source(&token.range).to_owned(),
                    spelling,
                    doubtful: false,
                    stem: word.to_owned(),
                });
            }
        }
        None
    }
}

/// Whether a surname with this small word behind it is the name of a village that belonged to such people: Бородин,
/// Бородино.
fn is_named_after(form: &str, small: &str) -> bool {
    small == "о" && ["ов", "ев", "ин", "ын"].iter().any(|ending| form.ends_with(ending))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SmallWords {
    ru: Vec<String>,
    tr: Vec<String>,
    en: Vec<String>,
}

static SMALL_WORDS: LazyLock<HashMap<Language, Vec<String>>> = LazyLock::new(|| {
    let file: SmallWords = toml::from_str(include_str!("../../data/tables/small-words.toml"))
        .expect("a table of the package, which its tests read");
    let folded = |words: Vec<String>| words.iter().map(|word| fold_word(word)).collect::<Vec<_>>();
    HashMap::from([
        (Language::Russian, folded(file.ru)),
        (Language::Turkish, folded(file.tr)),
        (Language::English, folded(file.en)),
    ])
});

fn small_words(language: &Language) -> &'static [String] {
    SMALL_WORDS.get(language).map_or(&[], Vec::as_slice)
}
