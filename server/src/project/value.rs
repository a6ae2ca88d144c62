//! Reading TOML into settings, value by value: what is wrong is noted with its place, what is right is kept.
//!
//! Deserializing a whole file at once would lose every setting to the first slip, so each type reads itself here. The
//! same declarations give the settings reference.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::date::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One thing that is wrong in `onomast.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsProblem {
    /// What.
    pub kind: SettingsProblemKind,
    /// Bytes of the file.
    pub range: Range<usize>,
}

/// The kinds of things that can be wrong in `onomast.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsProblemKind {
    /// Not TOML; the parser's own words.
    Syntax(String),
    /// A key that means nothing, and where it stands (`documents`, or empty at the top).
    UnknownKey {
        /// The key.
        key: String,
        /// The table it stands in.
        table: String,
    },
    /// A value of the wrong kind.
    WrongValue {
        /// The key, with the tables it stands in.
        key: String,
        /// What a right value looks like.
        expected: String,
    },
}

/// What can stand in a place of the settings, for an editor.
#[derive(Debug)]
pub enum Shape {
    /// Anything that no list knows.
    Other,
    /// One of these words.
    Words(Vec<String>),
    /// Several.
    List(Box<Shape>),
    /// Values by key.
    Map {
        /// The keys, where a list knows them.
        keys: Vec<String>,
        /// What each has.
        values: Box<Shape>,
    },
    /// These keys.
    Table(Vec<Field>),
}

/// A value that settings can have.
pub(super) trait Value: Sized {
    /// What a right value looks like, in the notation of TOML.
    fn expected() -> String;

    /// What can stand there.
    fn shape() -> Shape {
        Shape::Other
    }

    /// Reads it; `None` where nothing of it is right. `key` is the path to it.
    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Self>;
}

/// One key of a table, for the reference and for editors.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What a right value looks like.
    pub expected: String,
    /// What can stand there.
    pub shape: Shape,
    /// What it does, line by line as in the source.
    pub doc: &'static [&'static str],
}

impl Field {
    /// What it does.
    pub fn meaning(&self) -> String {
        prose(self.doc)
    }
}

/// The lines of a comment as one.
pub(super) fn prose(doc: &[&str]) -> String {
    let lines: Vec<&str> = doc.iter().map(|line| line.trim()).collect();
    lines.join(" ")
}

/// A table with a fixed set of keys.
pub(super) trait Table: Default {
    /// What it is for.
    const DOC: &'static [&'static str];

    /// Its keys, in the order of the reference.
    fn fields() -> Vec<Field>;

    /// Reads one key into `self`; `false` where there is no such key.
    fn read_field(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        path: &str,
        problems: &mut Vec<SettingsProblem>,
    ) -> bool;

    /// Reads a table, key by key.
    fn read_table(table: &DeTable<'_>, path: &str, problems: &mut Vec<SettingsProblem>) -> Self {
        let mut result = Self::default();
        for (key, value) in table {
            let inner = join(path, key.get_ref());
            if !result.read_field(key.get_ref(), value, &inner, problems) {
                problems.push(SettingsProblem {
                    kind: SettingsProblemKind::UnknownKey {
                        key: key.get_ref().to_string(),
                        table: path.to_owned(),
                    },
                    range: key.span(),
                });
            }
        }
        result
    }
}

/// Declares a table of settings: a struct whose documented fields are its keys, and how it is read.
macro_rules! settings_table {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $key:literal $field:ident: $type:ty,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)+ }

        impl $crate::project::value::Table for $name {
            const DOC: &'static [&'static str] = &[$($doc),*];

            fn fields() -> Vec<$crate::project::value::Field> {
                vec![$($crate::project::value::Field {
                    key: $key,
                    expected: <$type as $crate::project::value::Value>::expected(),
                    shape: <$type as $crate::project::value::Value>::shape(),
                    doc: &[$($field_doc),*],
                }),+]
            }

            fn read_field(
                &mut self,
                key: &str,
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                path: &str,
                problems: &mut Vec<$crate::project::value::SettingsProblem>,
            ) -> bool {
                match key {
                    $($key => {
                        if let Some(value) = $crate::project::value::Value::read(value, path, problems) {
                            self.$field = value;
                        }
                    })+
                    _ => return false,
                }
                true
            }
        }

        impl $crate::project::value::Value for $name {
            fn expected() -> String {
                "{ … }".to_owned()
            }

            fn shape() -> $crate::project::value::Shape {
                $crate::project::value::Shape::Table(<$name as $crate::project::value::Table>::fields())
            }

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                key: &str,
                problems: &mut Vec<$crate::project::value::SettingsProblem>,
            ) -> Option<Self> {
                let table = $crate::project::value::table_of::<Self>(value, key, problems)?;
                Some($crate::project::value::Table::read_table(table, key, problems))
            }
        }
    };
}
pub(crate) use settings_table;

/// A value that is written as one of a few words.
pub(super) trait Word: Sized + Copy + 'static {
    /// Every value with its word.
    fn words() -> Vec<(&'static str, Self)>;
}

/// Implements [`Value`] for a type of words.
macro_rules! settings_word {
    ($($name:ty),+) => { $(
        impl $crate::project::value::Value for $name {
            fn expected() -> String {
                let words = <$name as $crate::project::value::Word>::words();
                let words: Vec<String> = words.iter().map(|(word, _)| format!("{word:?}")).collect();
                words.join(" | ")
            }

            fn shape() -> $crate::project::value::Shape {
                let words = <$name as $crate::project::value::Word>::words();
                $crate::project::value::Shape::Words(words.iter().map(|(word, _)| (*word).to_owned()).collect())
            }

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                key: &str,
                problems: &mut Vec<$crate::project::value::SettingsProblem>,
            ) -> Option<Self> {
                $crate::project::value::parsed(value, key, problems, |text| {
                    let words = <$name as $crate::project::value::Word>::words();
                    words.into_iter().find(|(word, _)| *word == text).map(|(_, value)| value)
                })
            }
        }
    )+ };
}
pub(crate) use settings_word;

/// A string that `parse` accepts.
pub(super) fn parsed<T: Value>(
    value: &Spanned<DeValue<'_>>,
    key: &str,
    problems: &mut Vec<SettingsProblem>,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let result = value.get_ref().as_str().and_then(parse);
    if result.is_none() {
        problems.push(wrong::<T>(value, key));
    }
    result
}

/// The table in a value that should be one.
pub(super) fn table_of<'a, 'i, T: Value>(
    value: &'a Spanned<DeValue<'i>>,
    key: &str,
    problems: &mut Vec<SettingsProblem>,
) -> Option<&'a DeTable<'i>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        problems.push(wrong::<T>(value, key));
    }
    table
}

impl Value for String {
    fn expected() -> String {
        "\"…\"".to_owned()
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<String> {
        parsed(value, key, problems, |text| Some(text.to_owned()))
    }
}

impl Value for Language {
    fn expected() -> String {
        "\"ru\" | \"tr\" | \"en\" | …".to_owned()
    }

    fn shape() -> Shape {
        Shape::Words(<Language as Key>::words())
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Language> {
        parsed(value, key, problems, Language::parse)
    }
}

impl Value for Date {
    fn expected() -> String {
        "\"1921\" | \"1921-03\" | \"1921-03-16\"".to_owned()
    }

    /// TOML has dates of its own (`date = 1921-03-16`), and a bare year is an integer; both are meant.
    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Date> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(year) => year.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        let date = Date::parse(&text);
        if date.is_none() {
            problems.push(wrong::<Date>(value, key));
        }
        date
    }
}

impl<T: Value> Value for Option<T> {
    fn expected() -> String {
        T::expected()
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Self> {
        T::read(value, key, problems).map(Some)
    }
}

impl<T: Value> Value for Vec<T> {
    fn expected() -> String {
        format!("[{}, …]", T::expected())
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Self> {
        let Some(items) = value.get_ref().as_array() else {
            problems.push(wrong::<Self>(value, key));
            return None;
        };
        Some(items.iter().filter_map(|item| T::read(item, key, problems)).collect())
    }
}

impl<K: Key, T: Value> Value for BTreeMap<K, T> {
    fn expected() -> String {
        format!("{{ {} = {} }}", K::expected(), T::expected())
    }

    fn shape() -> Shape {
        Shape::Map {
            keys: K::words(),
            values: Box::new(T::shape()),
        }
    }

    fn read(value: &Spanned<DeValue<'_>>, path: &str, problems: &mut Vec<SettingsProblem>) -> Option<Self> {
        let table = table_of::<Self>(value, path, problems)?;
        let mut map = BTreeMap::new();
        for (key, value) in table {
            let Some(parsed) = K::parse(key.get_ref()) else {
                let (key, range) = (key.get_ref().to_string(), key.span());
                let kind = SettingsProblemKind::UnknownKey {
                    key,
                    table: path.to_owned(),
                };
                problems.push(SettingsProblem { kind, range });
                continue;
            };
            if let Some(value) = T::read(value, &join(path, key.get_ref()), problems) {
                map.insert(parsed, value);
            }
        }
        Some(map)
    }
}

/// The key of a table whose keys are chosen by the user or come from a list.
pub(super) trait Key: Ord + Sized {
    /// What a key looks like.
    fn expected() -> String;

    /// Those that can be named beforehand.
    fn words() -> Vec<String> {
        Vec::new()
    }

    /// Reads it.
    fn parse(key: &str) -> Option<Self>;
}

impl Key for String {
    fn expected() -> String {
        "…".to_owned()
    }

    fn parse(key: &str) -> Option<String> {
        Some(key.to_owned())
    }
}

impl Key for Language {
    fn expected() -> String {
        "ru".to_owned()
    }

    fn words() -> Vec<String> {
        Language::INFLECTING
            .iter()
            .map(|language| language.tag().to_owned())
            .collect()
    }

    fn parse(key: &str) -> Option<Language> {
        Language::parse(key)
    }
}

fn wrong<T: Value>(value: &Spanned<DeValue<'_>>, key: &str) -> SettingsProblem {
    SettingsProblem {
        kind: SettingsProblemKind::WrongValue {
            key: key.to_owned(),
            expected: T::expected(),
        },
        range: value.span(),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
