//! Words for kinds of things that bear names: ships and publications, which gazetteers have, and what else may bear the name
//! of a place or a person. They come from `data/tables/kinds.*.toml`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::entity::EntityType;
use crate::fold::fold_word;
use crate::language::Language;

use super::lists::{all_forms, read};

/// Whether a folded word is a form of a word for the kind of an entity (газеты, gazetesinde). Only ships and
/// publications have such words.
pub fn is_kind(word: &str, kind: EntityType) -> bool {
    match kind {
        EntityType::Ship => KINDS.ship.contains(word),
        EntityType::Publication => KINDS.publication.contains(word),
        _ => false,
    }
}

/// Whether a folded word is a form of a word for a ship that behind a name says that it is the name of the ship, and not of
/// her owner or where she goes (firkateyni).
pub fn is_ship_by_name(word: &str) -> bool {
    KINDS.ship_by_name.contains(word)
}

/// Whether it is a form of a word for what else bears names that are another’s: a hotel, a play, a firm.
pub fn is_other_kind(word: &str) -> bool {
    KINDS.other.contains(word)
}

/// A folded text without the words of calling that it ends in: of «газета под названием» the first word.
pub fn without_calling_before(text: &str) -> &str {
    let before = |words: &String| text.strip_suffix(words.as_str())?.strip_suffix(' ');
    KINDS.called.iter().find_map(before).unwrap_or(text)
}

/// A folded text without the words of calling that it begins with: of “adlı gazete” the last word.
pub fn without_calling_behind(text: &str) -> &str {
    let behind = |words: &String| text.strip_prefix(words.as_str())?.strip_prefix(' ');
    KINDS.called.iter().find_map(behind).unwrap_or(text)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindsFile {
    ship: Vec<String>,
    #[serde(default)]
    ship_by_name: Vec<String>,
    publication: Vec<String>,
    #[serde(default)]
    publication_abbreviations: Vec<String>,
    other: Vec<String>,
    called: Vec<String>,
}

/// Forms of the words for kinds, of all languages.
#[derive(Default)]
struct Kinds {
    ship: FxHashSet<String>,
    ship_by_name: FxHashSet<String>,
    publication: FxHashSet<String>,
    other: FxHashSet<String>,
    /// Words that stand between a kind and its name, as they are.
    called: Vec<String>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let tables = [
        (Language::Russian, include_str!("../../data/tables/kinds.ru.toml")),
        (Language::Turkish, include_str!("../../data/tables/kinds.tr.toml")),
        (Language::English, include_str!("../../data/tables/kinds.en.toml")),
    ];
    let mut kinds = Kinds::default();
    for (language, text) in tables {
        let file: KindsFile = read(text);
        let language = &language;
        let forms = |words: Vec<String>| -> Vec<String> {
            // In Russian only what may be anything has a plural: names have none.
            let kind = match language {
                Language::Russian => EntityType::Other,
                _ => EntityType::Publication,
            };
            let forms = words.iter().flat_map(|word| all_forms(word, language, kind));
            forms.map(|(form, _)| form).collect()
        };
        kinds.ship.extend(forms(file.ship));
        kinds.ship_by_name.extend(forms(file.ship_by_name));
        kinds.publication.extend(forms(file.publication));
        kinds
            .publication
            .extend(file.publication_abbreviations.iter().map(|word| fold_word(word)));
        kinds.other.extend(forms(file.other));
        kinds.called.extend(file.called.iter().map(|words| fold_word(words)));
    }
    kinds
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_kinds() {
        assert!(is_kind("газете", EntityType::Publication) && is_kind("gazetesinde", EntityType::Publication));
        assert!(is_kind("крейсера", EntityType::Ship) && !is_kind("крейсера", EntityType::Publication));
        assert!(is_kind("газ", EntityType::Publication) && !is_kind("газа", EntityType::Publication));
        assert!(is_kind("журналов", EntityType::Publication) && is_kind("пароходы", EntityType::Ship));
        assert!(!is_kind("газете", EntityType::Place));
        for word in [
            "гостиницы",
            "фильмов",
            "воспоминаниях",
            "воспоминания",
            "озаглавленной",
            "otelinde",
            "filmi",
            "hotel",
            "entitled",
        ] {
            assert!(is_other_kind(word), "{word}");
        }
    }

    #[test]
    fn words_of_calling_are_passed_over() {
        assert_eq!(without_calling_before("газета под названием"), "газета");
        assert_eq!(without_calling_before("названием"), "названием");
        assert_eq!(without_calling_behind(&fold_word("adlı gazete")), "gazete");
        assert_eq!(without_calling_behind(&fold_word("adlıydı")), fold_word("adlıydı"));
    }
}
