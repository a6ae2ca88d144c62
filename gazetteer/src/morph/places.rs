//! Closed lists of words beside the names of places: those that make the name of another place or of a firm of them, and the
//! kinds that places are spelled with. They come from `data/tables/places-beside.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::fold::fold_word;
use crate::language::Language;

/// Number of a kind of places, such as that of rivers; see [`place_kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceKind(u8);

/// Whether a folded word before the name of a place, spelled in this language, makes the name of another place of it (New
/// France).
pub fn begins_another_place(word: &str, language: &Language) -> bool {
    of_language(&TABLE.before, language).is_some_and(|words| words.contains(word))
}

/// Whether a folded word behind the name of a place, spelled in this language, makes another name of it (Рим Вест).
pub fn ends_another_place(word: &str, language: &Language) -> bool {
    of_language(&TABLE.behind, language).is_some_and(|words| words.contains(word))
}

/// Whether a folded word before the name of a land, given as it is spelled, makes the name of another land of it (Kuzey
/// Kore).
pub fn names_another_land(word: &str, land: &str) -> bool {
    // Few words are quarters: the name is folded for these alone.
    let divided = || TABLE.divided.get(&fold_word(land));
    TABLE.quarters.contains(word) && divided().is_some_and(|quarters| quarters.contains(word))
}

/// Whether a folded word is an article, which names of places do not have.
pub fn is_article(word: &str) -> bool {
    TABLE.articles.contains(word)
}

/// Whether a folded word is an English one for a firm (Co., Motors).
pub fn is_firm(word: &str) -> bool {
    TABLE.firms.contains(word)
}

/// Whether a folded English word says that what follows is where something is.
pub fn says_where(word: &str) -> bool {
    TABLE.says_where.contains(word)
}

/// The kind that a folded word, in the singular, says a place is of (река, gölü).
pub fn place_kind(word: &str) -> Option<PlaceKind> {
    TABLE.kinds.get(word).copied()
}

/// Whether a folded word, in the plural, says that several places are of this kind. In Turkish it may have a suffix more
/// (göllerinin).
pub fn are_of_kind(word: &str, kind: PlaceKind) -> bool {
    let plural = TABLE.plurals.get(usize::from(kind.0));
    let is_latin = word.starts_with(|letter: char| letter.is_ascii() || matches!(letter, 'ç' | 'ş'));
    plural.is_some_and(|plural| {
        let equal = |one: &String| word == one || is_latin && one.ends_with("leri") && word.starts_with(one.as_str());
        plural.iter().any(equal)
    })
}

/// Whether a folded word joins the names of a list.
pub fn joins_a_list(word: &str) -> bool {
    TABLE.joining.contains(word)
}

type Words = FxHashSet<String>;

struct Table {
    before: [Words; 2],
    behind: [Words; 2],
    /// By name, the words before it.
    divided: FxHashMap<String, Words>,
    /// All words for quarters.
    quarters: Words,
    articles: Words,
    firms: Words,
    says_where: Words,
    kinds: FxHashMap<String, PlaceKind>,
    plurals: Vec<Vec<String>>,
    joining: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    before: Before,
    behind: Behind,
    quarters: BTreeMap<String, Vec<String>>,
    divided: Vec<Divided>,
    firms: Firms,
    kind: Vec<Kind>,
    list: List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    english: Vec<String>,
    russian: Vec<String>,
    articles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Behind {
    english: Vec<String>,
    russian: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Divided {
    names: Vec<String>,
    /// Rows of `quarters`.
    quarters: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Firms {
    words: Vec<String>,
    r#where: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    words: Vec<String>,
    plural: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/tables/places-beside.toml"))
        .expect("a table of the package, which its tests read");
    let mut kinds = FxHashMap::default();
    for (number, kind) in (0..).zip(&file.kind) {
        kinds.extend(kind.words.iter().map(|word| (fold_word(word), PlaceKind(number))));
    }
    let mut divided: FxHashMap<String, Words> = FxHashMap::default();
    for land in &file.divided {
        let quarters = land.quarters.iter().map(|quarter| &file.quarters[quarter]);
        let before: Words = quarters.flat_map(|quarter| folded::<Words>(quarter)).collect();
        divided.extend(land.names.iter().map(|name| (fold_word(name), before.clone())));
    }
    Table {
        before: [folded(&file.before.english), folded(&file.before.russian)],
        behind: [folded(&file.behind.english), folded(&file.behind.russian)],
        divided,
        quarters: file
            .quarters
            .values()
            .flat_map(|words| folded::<Words>(words))
            .collect(),
        articles: folded(&file.before.articles),
        firms: folded(&file.firms.words),
        says_where: folded(&file.firms.r#where),
        kinds,
        plurals: file.kind.iter().map(|kind| folded(&kind.plural)).collect(),
        joining: folded(&file.list.words),
    }
});

fn folded<C: FromIterator<String>>(words: &[String]) -> C {
    words.iter().map(|word| fold_word(word)).collect()
}

fn of_language<'t>([english, russian]: &'t [Words; 2], language: &Language) -> Option<&'t Words> {
    match language {
        Language::English => Some(english),
        Language::Russian | Language::RussianPreReform => Some(russian),
        Language::Turkish | Language::RussianLatin | Language::Other(_) => None,
    }
}
