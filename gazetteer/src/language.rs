//! The languages of spellings and paragraphs.

use std::fmt;
use std::sync::Arc;

/// A BCP 47 tag. Those with a variant of their own inflect; a spelling in any other matches as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// `ru`
    Russian,
    /// `tr`
    Turkish,
    /// `en`
    English,
    /// `ru-Latn`: Russian in Latin letters, declined.
    RussianLatin,
    /// `ru-petr1708`: Russian in the spelling before 1918.
    RussianPreReform,
    /// Any other tag.
    Other(Arc<str>),
}

impl Language {
    /// The languages that inflect.
    pub const INFLECTING: [Language; 5] = [
        Language::Russian,
        Language::Turkish,
        Language::English,
        Language::RussianLatin,
        Language::RussianPreReform,
    ];

    /// Reads a tag, in any case. `None` where the tag is not well formed (RFC 5646: subtags of one to eight ASCII
    /// letters and digits, a primary language of two to eight letters).
    pub fn parse(tag: &str) -> Option<Language> {
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        let well_formed = (2..=8).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && subtags.all(|subtag| {
                (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        let known = || {
            Language::INFLECTING
                .into_iter()
                .find(|language| language.tag().eq_ignore_ascii_case(tag))
        };
        well_formed.then(|| known().unwrap_or_else(|| Language::Other(tag.into())))
    }

    /// The language of a text of which nothing is known: `und` (BCP 47).
    pub fn undetermined() -> Language {
        Language::Other("und".into())
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        match self {
            Language::Russian => "ru",
            Language::Turkish => "tr",
            Language::English => "en",
            Language::RussianLatin => "ru-Latn",
            Language::RussianPreReform => "ru-petr1708",
            Language::Other(tag) => tag,
        }
    }

    /// Whether it is written in Cyrillic letters.
    pub fn is_cyrillic(&self) -> bool {
        matches!(self, Language::Russian | Language::RussianPreReform)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_in_any_case() {
        assert_eq!(Language::parse("RU-latn"), Some(Language::RussianLatin));
        assert_eq!(Language::parse("ru"), Some(Language::Russian));
        assert_eq!(
            Language::parse("de").map(|language| language.to_string()).as_deref(),
            Some("de")
        );
        for bad in ["", "r", "russian language", "ru_RU", "ru-", "рус"] {
            assert_eq!(Language::parse(bad), None, "{bad}");
        }
    }
}
