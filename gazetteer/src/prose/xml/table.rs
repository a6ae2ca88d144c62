//! What elements do, from `data/tables/elements.toml`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::literature::LOWEST_RANK;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    xml: Elements,
    html: Elements,
}

/// The elements of a vocabulary.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elements {
    paragraph: Vec<String>,
    paragraph_alone: Vec<String>,
    hidden: Vec<String>,
    /// Text in what is hidden.
    shown: Vec<String>,
    heading: Vec<String>,
    quotation: Vec<String>,
    bibliography: Vec<String>,
    inner: Vec<String>,
    alternative: Vec<String>,
    verbatim: Vec<String>,
    emphasis: Vec<String>,
    title: Vec<String>,
    part: Vec<String>,
    name: Vec<String>,
    entry: Vec<String>,
    #[serde(rename = "break")]
    breaks: Vec<String>,
    page_break: Vec<String>,
    /// What may stand like a heading without being one.
    like_heading: Vec<String>,
    /// Words in these are not of those beside them.
    apart: Vec<String>,
    /// A word begins with them.
    word: Vec<String>,
    /// Nothing closes them.
    void: Vec<String>,
    /// Around them one of two readings is not followed.
    choice: Vec<String>,
    /// Attributes that are read.
    words: Vec<String>,
    /// Values of attributes that say that an element lists literature.
    lists: BTreeMap<String, Vec<String>>,
}

/// What one element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Element {
    /// A paragraph ends where it begins and where it ends.
    pub(super) paragraph: bool,
    /// That only if no prose stands before it in the paragraph.
    pub(super) only_alone: bool,
    pub(super) hidden: bool,
    /// It is text even where what is around it is hidden.
    pub(super) shown: bool,
    pub(super) heading: bool,
    pub(super) quotation: bool,
    pub(super) bibliography: bool,
    pub(super) inner: bool,
    /// One of two readings, where it stands in a choice.
    pub(super) alternative: bool,
    /// A choice of readings.
    pub(super) choice: bool,
    /// Its words are not of those beside it.
    pub(super) apart: bool,
    /// A word begins with it.
    pub(super) word: bool,
    /// Nothing closes it.
    pub(super) void: bool,
    /// The very letters of a source, its errors included.
    pub(super) verbatim: bool,
    pub(super) emphasis: bool,
    /// It holds the title of a work.
    pub(super) title: bool,
    /// A part of a text: the title directly in it is its own.
    pub(super) part: bool,
    pub(super) name: bool,
    pub(super) entry: bool,
    /// It stands for a blank.
    pub(super) breaks: bool,
    /// A break that may be inside a word.
    pub(super) page_break: bool,
}

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Xml,
    Html,
}

impl Vocabulary {
    /// What an element does, whatever the prefix of its name.
    pub(super) fn element(self, name: &str) -> Element {
        let name = name.rsplit(':').next().unwrap_or(name);
        match self {
            Vocabulary::Xml => self.elements().element(name),
            Vocabulary::Html => self.elements().element(&name.to_ascii_lowercase()),
        }
    }

    /// The rank of the heading that an element is, from 1; none of what cannot stand like one.
    pub(super) fn rank(self, name: &str, element: Element) -> Option<u8> {
        let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
        if element.heading {
            let digit = name.strip_prefix('h').and_then(|digit| digit.parse().ok());
            return Some(digit.unwrap_or(1).clamp(1, LOWEST_RANK - 1));
        }
        let like_heading = &self.elements().like_heading;
        like_heading.contains(&name).then_some(LOWEST_RANK)
    }

    /// What is at an end where a paragraph begins, closed or not (HTML Living Standard, 13.1.2.4).
    pub(super) fn ends_before_paragraph(self) -> Option<&'static str> {
        match self {
            Vocabulary::Html => Some("p"),
            Vocabulary::Xml => None,
        }
    }

    /// The attributes that are read as the text is.
    pub(super) fn words(self) -> impl Iterator<Item = &'static str> {
        self.elements().words.iter().map(String::as_str)
    }

    /// Whether an element with these attributes lists literature.
    pub(super) fn lists<'a>(self, attribute: &dyn Fn(&'static str) -> Option<Cow<'a, str>>) -> bool {
        let mut lists = self.elements().lists.iter();
        lists.any(|(name, values)| attribute(name).is_some_and(|value| values.iter().any(|known| *known == value)))
    }

    fn elements(self) -> &'static Elements {
        static TABLES: LazyLock<Tables> =
            LazyLock::new(|| toml::from_str(include_str!("../../../data/tables/elements.toml")).unwrap_or_default());
        match self {
            Vocabulary::Xml => &TABLES.xml,
            Vocabulary::Html => &TABLES.html,
        }
    }
}

impl Element {
    /// The same directly in another: the title of a part of a text is its heading, and no work is cited. One that begins a
    /// paragraph or a note is a part of its first sentence. What an entry says of somebody is one thing after the other,
    /// whether blanks stand between or not.
    pub(super) fn within(self, parent: Element) -> Element {
        let in_sentence = (parent.paragraph || parent.inner) && !parent.bibliography;
        match self.title {
            true if parent.part => Element {
                title: false,
                heading: true,
                ..self
            },
            true => Element {
                paragraph: self.paragraph && !in_sentence,
                apart: parent.apart,
                ..self
            },
            false => Element {
                apart: self.apart || parent.entry && !parent.bibliography,
                ..self
            },
        }
    }
}

impl Elements {
    fn element(&self, name: &str) -> Element {
        let is = |list: &[String]| list.iter().any(|one| one == name);
        Element {
            paragraph: is(&self.paragraph),
            only_alone: is(&self.paragraph_alone),
            hidden: is(&self.hidden),
            shown: is(&self.shown),
            heading: is(&self.heading),
            quotation: is(&self.quotation),
            bibliography: is(&self.bibliography),
            inner: is(&self.inner) || is(&self.alternative),
            alternative: is(&self.alternative),
            verbatim: is(&self.verbatim),
            emphasis: is(&self.emphasis),
            title: is(&self.title),
            part: is(&self.part),
            choice: is(&self.choice),
            apart: is(&self.apart),
            word: is(&self.word),
            void: is(&self.void),
            name: is(&self.name),
            entry: is(&self.entry),
            breaks: is(&self.breaks),
            page_break: is(&self.page_break),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        assert!(Vocabulary::Xml.element("tei:persName").name);
        assert!(Vocabulary::Html.element("H1").heading);
        assert_eq!(Vocabulary::Xml.element("seg"), Element::default());
    }
}
