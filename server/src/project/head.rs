//! What a document says of itself at its head: the front matter of Markdown, the header of TEI.
//!
//! What means nothing there is noted with its place and holds nobody up: a document is never refused for it.

use std::ops::Range;

use onomast_gazetteer::date::Date;
use onomast_gazetteer::prose::{self, Format};
use onomast_gazetteer::{Language, Text};

use super::value::{SettingsProblem, SettingsProblemKind, Value, Word};
use super::{Role, front_matter};

/// How much of the beginning of a text is looked at for what it says of itself.
pub const HEAD: usize = 16 * 1024;

/// What stands at the head of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// `lang`
    pub lang: Option<Language>,
    /// `date`, or the date of `creation`
    pub date: Option<Date>,
    /// `role` of `onomast`
    pub role: Option<Role>,
    /// `style` of `onomast`, and where it stands
    pub style: Option<(String, Range<usize>)>,
    /// What means nothing, in bytes of the text.
    pub problems: Vec<SettingsProblem>,
}

/// A piece of a head, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
}

impl Head {
    /// Reads the head of a document by the beginning of its text. What it says alone is empty where it says nothing.
    pub fn read(format: Format, head: &str) -> Head {
        let mut read = Head::default();
        match format {
            Format::Markdown => front_matter::read(head, &mut read),
            Format::Xml => {
                let date = prose::creation_date(format, head);
                let written = date.map(|range| Written {
                    text: head.get(range.clone()).unwrap_or_default(),
                    start: range.start,
                    end: range.end,
                });
                read.date = written.and_then(|written| read.parsed("date", written, date_of));
            }
            _ => {}
        }
        read
    }

    /// Reads the head of a document.
    pub fn of(format: Format, text: &dyn Text) -> Head {
        let end = text.len().min(HEAD);
        let (chunk, start) = text.chunk(end);
        Head::read(format, &text.slice(0..start + chunk.floor_char_boundary(end - start)))
    }

    /// One key of front matter. Those of the top are for other programs too, and what is not ours among them is theirs.
    pub(super) fn set(&mut self, table: &str, key: Written<'_>, value: Written<'_>) {
        match (table, key.text) {
            // Templates leave a place for what is not known yet.
            (_, _) if matches!(value.text, "" | "~" | "null") => {}
            ("", "lang") => self.lang = self.parsed("lang", value, Language::parse),
            ("", "date") => self.date = self.parsed("date", value, date_of),
            ("onomast", "role") => {
                let role = |text: &str| Role::words().into_iter().find(|(word, _)| *word == text);
                self.role = self.parsed("onomast.role", value, |text| role(text).map(|(_, role)| role));
            }
            ("onomast", "style") => self.style = Some((value.text.to_owned(), value.range())),
            ("onomast", unknown) => self.problems.push(SettingsProblem {
                kind: SettingsProblemKind::UnknownKey {
                    key: unknown.to_owned(),
                    table: table.to_owned(),
                },
                range: key.range(),
            }),
            ("", "onomast") => self.no_table(value.range()),
            _ => {}
        }
    }

    /// That `onomast` is no table.
    pub(super) fn no_table(&mut self, range: Range<usize>) {
        let kind = SettingsProblemKind::WrongValue {
            key: "onomast".to_owned(),
            expected: "{ role, style }".to_owned(),
        };
        self.problems.push(SettingsProblem { kind, range });
    }

    fn parsed<T: Value>(&mut self, key: &str, value: Written<'_>, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let result = parse(value.text);
        if result.is_none() {
            let kind = SettingsProblemKind::WrongValue {
                key: key.to_owned(),
                expected: T::expected(),
            };
            self.problems.push(SettingsProblem {
                kind,
                range: value.range(),
            });
        }
        result
    }
}

impl Written<'_> {
    fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A time of day behind the date says nothing of a period.
fn date_of(text: &str) -> Option<Date> {
    Date::parse(text.split(['T', ' ']).next().unwrap_or(text))
}
