//! XML, most of all TEI, and HTML: paragraphs are what the vocabulary says they are, tags inside them are as if they
//! were not there, and what is half typed is text.
//!
//! What an element does is told by `data/tables/elements.toml`; an element that is not listed does nothing to its prose.

mod header;
pub(in crate::prose) mod inline;
mod lists;
pub(in crate::prose) mod open;
mod parts;
mod reader;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod verbatim;

use super::source::{NEAR, RanOut, Source};
use super::{LONGEST_BLOCK, Layout, State, breaks};
use lists::Lists;
use open::Around;
use parts::Parts;
use reader::DEEPEST;
use table::{Element, Vocabulary};
use token::Token;

pub(super) use header::creation_date;
pub(super) use verbatim::verbatim;

/// Tags without prose are cut into blocks of about this many bytes, where an entry or a paragraph begins.
const ENOUGH_TAGS: usize = 4096;

pub(super) fn xml_block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    block_end(source, entry, Vocabulary::Xml)
}

pub(super) fn xml_cut(block: &str, entry: State, _: State) -> (usize, State) {
    cut(block, entry, Vocabulary::Xml)
}

pub(super) fn xml_lay_out(text: &str, start: usize, entry: State) -> Layout {
    reader::lay_out(text, start, entry, Vocabulary::Xml)
}

pub(super) fn html_block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    block_end(source, entry, Vocabulary::Html)
}

pub(super) fn html_cut(block: &str, entry: State, _: State) -> (usize, State) {
    cut(block, entry, Vocabulary::Html)
}

pub(super) fn html_lay_out(text: &str, start: usize, entry: State) -> Layout {
    reader::lay_out(text, start, entry, Vocabulary::Html)
}

/// What a tag of a break stands for: one between words for a blank, one that may be inside a word for the hyphen that a
/// printer would put there.
pub(super) fn break_stands_for(tag: &str) -> &'static str {
    match token::next(tag, 0, true) {
        Ok((Token::Start { name, content, .. }, _))
            if Vocabulary::Xml.element(name).page_break
                && token::attribute(content, name, &["break"]).as_deref() != Some("yes") =>
        {
            breaks::HYPHENATED
        }
        _ => "\n",
    }
}

/// Where the first paragraph ends: before or behind a tag that says so, once there was prose.
fn block_end(source: Source<'_>, entry: State, vocabulary: Vocabulary) -> Result<(usize, State), RanOut> {
    let text = source.text();
    let mut scanner = Scanner::new(entry);
    let mut parts = Parts::new(text, source.is_complete(), vocabulary, &scanner.open);
    let mut end = text.len();
    while let Some((token, range)) = parts.next().map_err(|token::RanOut| RanOut)? {
        if range.start > LONGEST_BLOCK {
            end = range.start;
            break;
        }
        let far = range.start > ENOUGH_TAGS;
        if let Some(before) = scanner.cuts(token, &text[range.clone()], vocabulary, far) {
            end = if before && range.start > 0 {
                range.start
            } else {
                range.end
            };
            if before && range.start > 0 {
                break;
            }
            scanner.see(token, &text[range.clone()], vocabulary);
            let behind = &text[end..];
            let blanks = behind.len() - behind.trim_start().len();
            if end + blanks == text.len() && !source.is_complete() && blanks < LONGEST_BLOCK {
                return Err(RanOut);
            }
            end += blanks;
            break;
        }
        scanner.see(token, &text[range], vocabulary);
    }
    Ok((end, scanner.state()))
}

/// Where a block that is too long is cut: not in a tag.
fn cut(block: &str, entry: State, vocabulary: Vocabulary) -> (usize, State) {
    let mut scanner = Scanner::new(entry);
    let mut parts = Parts::new(block, true, vocabulary, &scanner.open);
    let mut end = block.len();
    while let Ok(Some((token, range))) = parts.next() {
        // What is half a tag here was none where the text went on.
        let is_half = range.len() == 1 && range.start > 0 && matches!(&block[range.clone()], "<" | "&");
        if is_half && block.len() - range.start < NEAR {
            end = range.start;
            break;
        }
        scanner.see(token, &block[range], vocabulary);
    }
    (end, scanner.state())
}

/// What is known while the end of a block is looked for.
struct Scanner<'a> {
    open: Vec<Around>,
    /// There was prose.
    prose: bool,
    /// Notes and entries that are open: no block ends in them.
    inner: Vec<&'a str>,
    /// The elements that began in the block and are open, outermost first.
    path: Vec<&'a str>,
    lists: Lists,
}

impl<'a> Scanner<'a> {
    fn new(entry: State) -> Scanner<'a> {
        Scanner {
            open: open::from_state(entry),
            prose: false,
            inner: Vec::new(),
            path: Vec::new(),
            lists: Lists::from_state(entry),
        }
    }

    fn state(&self) -> State {
        open::to_state(self.lists.to_bits(), &self.open)
    }

    /// What an element does here.
    fn element(&self, name: &str, vocabulary: Vocabulary) -> Element {
        let element = vocabulary.element(name);
        match self.path.last().filter(|_| element.title) {
            Some(parent) => element.within(vocabulary.element(parent)),
            None => element,
        }
    }

    /// What an open element does.
    fn at(&self, index: usize, vocabulary: Vocabulary) -> Element {
        let element = vocabulary.element(self.path[index]);
        match index.checked_sub(1) {
            Some(parent) if element.title => element.within(vocabulary.element(self.path[parent])),
            _ => element,
        }
    }

    /// Whether the block ends at this part: before it (`true`) or behind it.
    fn cuts(&self, token: Token<'a>, text: &str, vocabulary: Vocabulary, far: bool) -> Option<bool> {
        let name = match token {
            Token::Start { name, .. } | Token::End(name) => name,
            _ => return None,
        };
        let element = self.element(name, vocabulary);
        let is_end = text.starts_with("</");
        if is_end {
            let closes_inner = self.inner.len() == 1 && self.inner[0] == name;
            return match (self.inner.is_empty(), element.paragraph && !element.only_alone) {
                (true, true) if self.prose || far => Some(false),
                _ if closes_inner && element.entry && far => Some(false),
                _ => None,
            };
        }
        let begins = element.paragraph && !(element.only_alone && self.prose);
        (self.inner.is_empty() && begins && (self.prose || far)).then_some(true)
    }

    /// Takes account of a part.
    fn see(&mut self, token: Token<'a>, text: &str, vocabulary: Vocabulary) {
        const MOST: usize = 64;
        match token {
            Token::Text | Token::Plain | Token::Reference => {
                let is_hidden = open::hiding_kept(&self.open) > 0;
                self.prose |= token == Token::Reference || !is_hidden;
                if !is_hidden {
                    self.lists.text(text);
                }
            }
            Token::Blank => self.lists.text(text),
            Token::Nothing => {}
            Token::Start { name, content, empty } => {
                let element = self.element(name, vocabulary);
                if empty || element.void || element.breaks || element.page_break {
                    return;
                }
                if element.paragraph
                    && let Some(open) = vocabulary.ends_before_paragraph()
                {
                    self.see(Token::End(open), "", vocabulary);
                }
                let language = token::attribute(content, name, &["xml:lang", "lang"]);
                open::begin(&mut self.open, name, Around::new(name, element, language.as_deref()));
                if (element.inner || element.entry) && self.inner.len() < MOST {
                    self.inner.push(name);
                }
                self.lists.start(name, content, element, vocabulary);
                if self.path.len() < DEEPEST {
                    self.path.push(name);
                }
            }
            Token::End(name) => {
                let index = self.path.iter().rposition(|open| open.eq_ignore_ascii_case(name));
                let element = index.map_or(vocabulary.element(name), |index| self.at(index, vocabulary));
                let parent = index
                    .and_then(|index| index.checked_sub(1))
                    .map(|index| self.path[index]);
                self.lists.end(name, parent, element, vocabulary);
                let ended = open::end(&mut self.open, name);
                self.open.truncate(self.open.len() - ended);
                if let Some(index) = index {
                    self.path.truncate(index);
                }
                if let Some(index) = self.inner.iter().rposition(|inner| *inner == name) {
                    self.inner.truncate(index);
                }
            }
        }
    }
}
