//! Closed lists of words: titles beside names, given names, endings of patronymics. They come from `data/tables` and know nothing of the gazetteer.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::entity::{EntityType, Gender, Inflection, Number, Part};
use crate::fold::fold_word;
use crate::language::Language;
use crate::reading::{Reading, Readings};

use super::generate::joined_forms;
use super::{Category, Ending, Endings, Joint, plan};

/// A title that stands behind a name and takes its ending: паша, Bey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleWord {
    /// As the table spells it.
    pub text: String,
    /// That of who is called so, where the title says it (Hanım, Bey).
    pub gender: Option<Gender>,
    /// Its stems, folded, each with the endings it takes.
    pub stems: Vec<(String, Endings)>,
}

/// The titles that stand behind a name in a language. Empty for a language without a table.
pub fn titles_behind(language: &Language) -> &'static [TitleWord] {
    table(language).map_or(&[], |table| &table.behind)
}

/// Whether a folded stem is that of a title behind names, in any language that has a table.
pub fn is_any_title_behind(stem: &str) -> bool {
    let tables = [&*RUSSIAN, &*TURKISH, &*ENGLISH];
    let mut titles = tables.iter().flat_map(|table| &table.behind);
    titles.any(|title| title.stems.iter().any(|(own, _)| own == stem))
}

/// Whether a folded word is a form of a title that stands before a name, or its abbreviation without the dot.
pub fn is_title_before(word: &str, language: &Language) -> bool {
    table(language).is_some_and(|table| table.before.contains_key(word))
}

/// Whether it is one that says of its bearers that it is one: no form of the plural.
pub fn is_title_of_one(word: &str, language: &Language) -> bool {
    before(word, language).is_some_and(|title| !title.may_be_many)
}

/// The gender of who is called by such a title, where it says it: госпожа, Mr. Men and women may be господа.
pub fn title_gender(word: &str, language: &Language) -> Option<Gender> {
    let title = before(word, language)?;
    title
        .gender
        .filter(|gender| *gender == Gender::Feminine || !title.may_be_many)
}

fn before(word: &str, language: &Language) -> Option<TitleBefore> {
    table(language)?.before.get(word).copied()
}

/// Whether a folded word is a form of a title that stands behind names in some language.
pub fn is_form_of_title_behind(word: &str) -> bool {
    FORMS_BEHIND.contains(word)
}

/// Whether such a title says only that somebody is meant, whoever it is (Bay, господин), and nothing of who.
pub fn is_mere_address(word: &str, language: &Language) -> bool {
    table(language).is_some_and(|table| table.address.contains(word))
}

/// Whether a folded word is a title of a language in its dictionary form, before names or behind them.
pub(super) fn is_title(word: &str, language: &Language) -> bool {
    let behind = || {
        titles_behind(language)
            .iter()
            .any(|title| fold_word(&title.text) == word)
    };
    is_title_before(word, language) || behind()
}

/// Whether a folded word is a given name, of any language that has a table.
pub fn is_given_name(word: &str) -> bool {
    GIVEN_RUSSIAN.contains(word) || GIVEN_TURKISH.contains(word)
}

/// The readings of a folded word as a form of a Russian given name: Ивана, Марией, with its gender. Empty where it is none.
pub fn given_name_readings(word: &str) -> Readings {
    let mut found = Readings::new();
    let ends = word.char_indices().rev().map(|(at, _)| at);
    for at in std::iter::once(word.len()).chain(ends).take(LONGEST_GIVEN_ENDING + 1) {
        let (stem, ending) = word.split_at(at);
        for (gender, endings) in GIVEN_STEMS.get(stem).into_iter().flatten() {
            let ending = Ending {
                folded: ending,
                apostrophe: false,
                source: "",
            };
            let readings = super::readings(*endings, &Language::Russian, &ending);
            found.extend(readings.into_iter().map(|reading| Reading {
                gender: Some(*gender),
                ..reading
            }));
        }
    }
    found
}

/// Whether a folded word is a form of a Russian patronymic: Васильевича, Петровной, Vasilyevicha.
pub fn is_patronymic_form(word: &str) -> bool {
    let cut = |letters: usize| super::spelling::without_last(word, letters);
    let is_stem = |stem: &str| {
        let without_a = |ending: &'static String| ending.strip_suffix(['а', 'a']);
        is_patronymic(stem)
            || PATRONYMICS
                .iter()
                .filter_map(without_a)
                .any(|ending| stem.ends_with(ending))
    };
    is_patronymic(word) || [1, 2].iter().any(|letters| is_stem(cut(*letters)))
}

/// Whether a folded word is a Turkish given name: a form of a shorter name without an apostrophe is then none of it
/// (Aliye is no dative of Ali).
pub fn is_turkish_given_name(word: &str) -> bool {
    GIVEN_TURKISH.contains(word)
}

/// Whether a folded word is a Turkish given name of women, and whether of men too.
pub fn turkish_womans_name(word: &str) -> Option<bool> {
    WOMEN_TURKISH.get(word).copied()
}

/// Whether a folded word ends as Russian patronymics do in their dictionary form, in Cyrillic or Latin letters.
pub fn is_patronymic(word: &str) -> bool {
    PATRONYMICS.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// Whether a folded Russian word is the dictionary form of a title that stands behind a name. It reads a table of its
/// own: the forms of titles are made with it.
pub(super) fn is_russian_title_behind(word: &str) -> bool {
    BEHIND_RUSSIAN.contains(word)
}

/// What a form of a title before a name says.
#[derive(Debug, Clone, Copy)]
struct TitleBefore {
    /// Whether it may be a plural.
    may_be_many: bool,
    gender: Option<Gender>,
}

/// The titles of one language.
struct Titles {
    before: FxHashMap<String, TitleBefore>,
    address: FxHashSet<String>,
    behind: Vec<TitleWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    before: Vec<String>,
    address: Vec<String>,
    abbreviations: Vec<String>,
    behind: Vec<String>,
    masculine: Vec<String>,
    feminine: Vec<String>,
}

impl TitlesFile {
    /// The gender that a title says.
    fn gender(&self, title: &str) -> Option<Gender> {
        let lists = [(Gender::Masculine, &self.masculine), (Gender::Feminine, &self.feminine)];
        let has_it = |(_, titles): &&(Gender, &Vec<String>)| titles.iter().any(|known| known == title);
        lists.iter().find(has_it).map(|(gender, _)| *gender)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenFile {
    masculine: Vec<String>,
    feminine: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatronymicsFile {
    cyrillic: Vec<String>,
    latin: Vec<String>,
}

static RUSSIAN: LazyLock<Titles> =
    LazyLock::new(|| Titles::read(Language::Russian, include_str!("../../data/tables/titles.ru.toml")));
static TURKISH: LazyLock<Titles> =
    LazyLock::new(|| Titles::read(Language::Turkish, include_str!("../../data/tables/titles.tr.toml")));
static ENGLISH: LazyLock<Titles> =
    LazyLock::new(|| Titles::read(Language::English, include_str!("../../data/tables/titles.en.toml")));

static BEHIND_RUSSIAN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let file: TitlesFile = read(include_str!("../../data/tables/titles.ru.toml"));
    file.behind.iter().map(|word| fold_word(word)).collect()
});

static GIVEN_RUSSIAN: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| given(include_str!("../../data/tables/given-names.ru.toml")));
static GIVEN_TURKISH: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| given(include_str!("../../data/tables/given-names.tr.toml")));

static FORMS_BEHIND: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let forms = |language: Language| {
        titles_behind(&language)
            .iter()
            .flat_map(|title| all_forms(&title.text, &language, EntityType::Person))
            .map(|(form, _)| form)
            .collect::<Vec<String>>()
    };
    [Language::Russian, Language::Turkish, Language::English]
        .into_iter()
        .flat_map(forms)
        .collect()
});

/// Turkish given names of women, each with whether men have it too.
static WOMEN_TURKISH: LazyLock<FxHashMap<String, bool>> = LazyLock::new(|| {
    let file: GivenFile = read(include_str!("../../data/tables/given-names.tr.toml"));
    let men: FxHashSet<String> = file.masculine.iter().map(|name| fold_word(name)).collect();
    let women = file.feminine.iter().map(|name| fold_word(name));
    women.map(|name| (name.clone(), men.contains(&name))).collect()
});

/// Letters of the longest ending that a given name takes in the singular: Марией.
const LONGEST_GIVEN_ENDING: usize = 3;

/// The stems of the Russian given names, each with its gender and its endings.
static GIVEN_STEMS: LazyLock<FxHashMap<String, Vec<(Gender, Endings)>>> = LazyLock::new(|| {
    let file: GivenFile = read(include_str!("../../data/tables/given-names.ru.toml"));
    let genders = [(Gender::Masculine, file.masculine), (Gender::Feminine, file.feminine)];
    let mut stems: FxHashMap<String, Vec<(Gender, Endings)>> = FxHashMap::default();
    for (gender, names) in genders {
        let category = Category {
            gender: Some(gender),
            part: Part::Given,
            ..title_category(&Language::Russian, EntityType::Person)
        };
        let words = names.iter().flat_map(|name| plan(name, &category).words);
        for (stem, endings) in words.flat_map(|word| word.stems) {
            stems.entry(stem).or_default().push((gender, endings));
        }
    }
    stems
});

/// Endings of patronymics, folded.
static PATRONYMICS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let file: PatronymicsFile = read(include_str!("../../data/tables/patronymics.toml"));
    file.cyrillic
        .iter()
        .chain(&file.latin)
        .map(|ending| fold_word(ending))
        .collect()
});

impl Titles {
    fn read(language: Language, text: &str) -> Titles {
        let file: TitlesFile = read(text);
        let forms = |word: &String| all_forms(word, &language, EntityType::Person);
        let is_plural = |reading: &Reading| reading.number == Some(Number::Plural);
        let mut before: FxHashMap<String, TitleBefore> = FxHashMap::default();
        let mut add = |form: String, may_be_many: bool, gender: Option<Gender>| {
            let title = before.entry(form).or_insert(TitleBefore { may_be_many, gender });
            title.may_be_many |= may_be_many;
            // A form of two titles says what both say.
            title.gender = title.gender.filter(|known| Some(*known) == gender);
        };
        for title in &file.before {
            let gender = file.gender(title);
            for (form, readings) in forms(title) {
                add(form, readings.iter().any(is_plural), gender);
            }
        }
        for word in &file.abbreviations {
            add(fold_word(word), false, file.gender(word));
        }
        let mut address: FxHashSet<String> = file.address.iter().flat_map(forms).map(|(form, _)| form).collect();
        address.extend(file.address.iter().map(|word| fold_word(word)));
        Titles {
            before,
            address,
            behind: file
                .behind
                .iter()
                .map(|text| title(text, file.gender(text), &language))
                .collect(),
        }
    }
}

fn table(language: &Language) -> Option<&'static Titles> {
    match language {
        Language::Russian | Language::RussianPreReform => Some(&RUSSIAN),
        Language::Turkish => Some(&TURKISH),
        Language::English => Some(&ENGLISH),
        Language::RussianLatin | Language::Other(_) => None,
    }
}

fn title(text: &str, gender: Option<Gender>, language: &Language) -> TitleWord {
    let words = plan(text, &title_category(language, EntityType::Person)).words;
    TitleWord {
        text: text.to_owned(),
        gender,
        stems: words.into_iter().flat_map(|word| word.stems).collect(),
    }
}

/// The forms of a common noun for persons or things of a kind, folded, each with its readings.
pub(super) fn all_forms(word: &str, language: &Language, kind: EntityType) -> Vec<(String, Readings)> {
    // A word before it tells Turkish that gazetesi has its possessive.
    let head = if *language == Language::Turkish && kind != EntityType::Person {
        "A "
    } else {
        ""
    };
    let text = format!("{head}{word}");
    let forms = joined_forms(&text, &title_category(language, kind), language, Joint::Solid);
    let word = |(form, readings): (String, Readings)| (fold_word(form.strip_prefix(head).unwrap_or(&form)), readings);
    forms.into_iter().map(word).collect()
}

fn title_category(language: &Language, kind: EntityType) -> Category<'_> {
    Category {
        language,
        kind,
        gender: None,
        part: Part::Title,
        number: Number::Singular,
        inflection: &Inflection::Auto,
    }
}

fn given(text: &str) -> FxHashSet<String> {
    let file: GivenFile = read(text);
    file.masculine
        .iter()
        .chain(&file.feminine)
        .map(|name| fold_word(name))
        .collect()
}

pub(super) fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a table of the package, which its tests read")
}
