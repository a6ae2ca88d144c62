//! HTML that stands in a text of another format: what of it is text, and what cuts names. Its tags are those of an HTML
//! document (see [`super::token`], [`super::table`]); zones they make none.

use std::borrow::Cow;
use std::ops::Range;

use super::table::Vocabulary;
use super::token::{self, Token};

/// A part of such a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::prose) enum Part {
    /// Text, in bytes of the stretch.
    Text(Range<usize>),
    /// Markup over which no name goes on.
    Cut,
}

/// The parts of a stretch in order; markup that names go over, as emphasis and comments, is left out.
pub(in crate::prose) fn parts(html: &str) -> impl Iterator<Item = Part> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < html.len() {
            let (token, end) = token::next(html, at, true).ok().filter(|(_, end)| *end > at)?;
            let range = at..end;
            at = end;
            match token {
                Token::Text | Token::Blank | Token::Plain | Token::Reference => return Some(Part::Text(range)),
                Token::Start { name, empty, .. } => {
                    if !empty && is_raw(name) {
                        at = token::raw_end(html, at, name).unwrap_or(html.len());
                    }
                    if cuts(name) {
                        return Some(Part::Cut);
                    }
                }
                Token::End(name) if cuts(name) => return Some(Part::Cut),
                Token::End(_) | Token::Nothing => {}
            }
        }
        None
    })
}

/// A tag in such a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::prose) enum Tag<'a> {
    /// Of an element that something closes.
    Start {
        name: &'a str,
        /// The tag of the language that it states.
        language: Option<Cow<'a, str>>,
    },
    End(&'a str),
}

/// The tags of a stretch in order.
pub(in crate::prose) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < html.len() {
            let (token, end) = token::next(html, at, true).ok().filter(|(_, end)| *end > at)?;
            at = end;
            match token {
                Token::Start {
                    name,
                    content,
                    empty: false,
                } if !Vocabulary::Html.element(name).void => {
                    let language = token::attribute(content, name, &["lang", "xml:lang"]);
                    return Some(Tag::Start { name, language });
                }
                Token::End(name) => return Some(Tag::End(name)),
                _ => {}
            }
        }
        None
    })
}

/// Whether an element begins and ends paragraphs.
pub(in crate::prose) fn is_paragraph(name: &str) -> bool {
    Vocabulary::Html.element(name).paragraph
}

/// Whether the text of an element is no HTML.
fn is_raw(name: &str) -> bool {
    name.eq_ignore_ascii_case("script") || name.eq_ignore_ascii_case("style")
}

/// Whether names end at the tags of an element.
fn cuts(name: &str) -> bool {
    let element = Vocabulary::Html.element(name);
    element.paragraph || element.hidden || element.inner || element.breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_over_what_stands_inside_words() {
        let drawn = |html: &str| -> String {
            let part = |part| match part {
                Part::Text(range) => html[range].to_owned(),
                Part::Cut => "|".to_owned(),
            };
            parts(html).map(part).collect()
        };
        for (html, expected) in [
            ("Ке<b>ма</b>ль<!-- a > b -->Паша", "КемальПаша"),
            ("a<br>b<BR/>c", "a|b|c"),
            ("a<script>if (a < b) c</script>d", "a||d"),
            ("a<style>b", "a|"),
            ("a<i title='x>y'>b", "ab"),
            ("a < b & c", "a < b & c"),
            ("a<sup>1</sup>b", "a|1|b"),
            ("a<custom-tag>b", "ab"),
            ("a<b", "a<b"),
            ("", ""),
        ] {
            assert_eq!(drawn(html), expected, "{html}");
        }
    }
}
