//! What elements do, from `data/tables/elements.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

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
}

/// What one element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Element {
    /// A paragraph ends where it begins and where it ends.
    pub(super) paragraph: bool,
    /// That only if no prose stands before it in the paragraph.
    pub(super) only_alone: bool,
    pub(super) hidden: bool,
    pub(super) heading: bool,
    pub(super) quotation: bool,
    pub(super) bibliography: bool,
    pub(super) inner: bool,
    /// One of two readings, where it stands in a `choice`.
    pub(super) alternative: bool,
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
        static TABLES: LazyLock<Tables> =
            LazyLock::new(|| toml::from_str(include_str!("../../../data/tables/elements.toml")).unwrap_or_default());
        let name = name.rsplit(':').next().unwrap_or(name);
        match self {
            Vocabulary::Xml => TABLES.xml.element(name),
            Vocabulary::Html => TABLES.html.element(&name.to_ascii_lowercase()),
        }
    }
}

impl Element {
    /// The same directly in another: the title of a part of a text is its heading, and no work is cited. One that begins a
    /// paragraph or a note is a part of its first sentence.
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
                ..self
            },
            false => self,
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
            heading: is(&self.heading),
            quotation: is(&self.quotation),
            bibliography: is(&self.bibliography),
            inner: is(&self.inner) || is(&self.alternative),
            alternative: is(&self.alternative),
            verbatim: is(&self.verbatim),
            emphasis: is(&self.emphasis),
            title: is(&self.title),
            part: is(&self.part),
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
