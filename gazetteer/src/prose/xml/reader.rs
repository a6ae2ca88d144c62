//! The inside of a block with tags.

use std::borrow::Cow;
use std::ops::Range;

use super::lists::Lists;
use super::open::{self, Around};
use super::parts::Parts;
use super::table::{Element, Vocabulary};
use super::token::{self, Token};
use crate::language::Language;
use crate::prose::source::near;
use crate::prose::writer::{Mark, Writer};
use crate::prose::{Definition, Layout, QuotedBy, State, Zone, references, work};

/// Elements that are open at once; deeper ones are as if they were not there.
pub(super) const DEEPEST: usize = 256;

/// The prose of a block, which begins at `start`. What stands before is read as far as it belongs to the same text.
pub(super) fn lay_out(block: &str, start: usize, entry: State, vocabulary: Vocabulary) -> Layout {
    let around = open::from_state(entry);
    let mut reader = Reader {
        block,
        vocabulary,
        writer: Writer::new(block),
        around,
        hidden: 0,
        frames: Vec::new(),
        fresh: true,
        identifier: None,
        lists: Lists::from_state(entry),
    };
    // What was opened there says `entry`.
    let mut parts = Parts::new(&block[..start], true, vocabulary, &[]);
    while let Ok(Some((token, range))) = parts.next() {
        if !matches!(token, Token::Start { .. } | Token::End(_)) {
            reader.read(token, range);
        }
    }
    reader.hidden = reader.hiding();
    if reader.around.iter().any(|around| around.heads() || around.refers()) {
        reader.writer.without_quotations();
    }
    let mut parts = Parts::from(block, start, vocabulary, &reader.around);
    while let Ok(Some((token, range))) = parts.next() {
        reader.read(token, range);
    }
    reader.finish()
}

struct Reader<'a> {
    block: &'a str,
    vocabulary: Vocabulary,
    writer: Writer<'a>,
    /// What was open where the block began, and still is.
    around: Vec<Around>,
    /// How many open elements hide the text.
    hidden: usize,
    frames: Vec<Frame<'a>>,
    /// No prose yet in this paragraph.
    fresh: bool,
    /// `xml:id` of the entry that is read.
    identifier: Option<String>,
    lists: Lists,
}

/// An element that begins in this block.
struct Frame<'a> {
    name: &'a str,
    element: Element,
    /// Behind its tag.
    start: usize,
    mark: Mark,
    /// Its text is read by itself.
    inner: bool,
    /// A paragraph began with it.
    paragraph: bool,
    language: Option<Language>,
    reference: Option<String>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, token: Token<'a>, range: Range<usize>) {
        match token {
            Token::Text | Token::Plain => self.text(range),
            Token::Blank if self.fresh => {}
            Token::Blank => self.text(range),
            Token::Reference if self.hidden == 0 => {
                self.lists.text(&self.block[range.clone()]);
                self.writer.stand_in(range);
                self.fresh = false;
            }
            Token::Reference | Token::Nothing => {}
            Token::Start { name, content, empty } => self.start(name, content, empty, range),
            Token::End(name) => self.end(name, range),
        }
    }

    fn text(&mut self, range: Range<usize>) {
        if self.hidden == 0 {
            work::count(range.len());
            self.fresh &= self.block[range.clone()].trim().is_empty();
            self.lists.text(&self.block[range.clone()]);
            if self.lists.is_open() {
                self.writer.listed();
            }
            return self.writer.prose(range);
        }
        let identifies = self.frames.last().is_some_and(|frame| local(frame.name) == "idno");
        if let Some(id) = self.identifier.clone().filter(|_| identifies) {
            let same_as = self.block[range].trim().to_owned();
            self.writer.define(Definition::Identifier { id, same_as });
        }
    }

    fn start(&mut self, name: &'a str, content: &'a str, empty: bool, range: Range<usize>) {
        let parent = self.frames.last().map(|frame| frame.element).unwrap_or_default();
        let element = self.vocabulary.element(name).within(parent);
        if element.breaks || element.page_break {
            return self.line_break(name, content, element, range);
        }
        self.define(name, content, element);
        if element.void {
            self.read_attributes(name, content, &range);
        }
        if empty || element.void || self.frames.len() >= DEEPEST {
            return;
        }
        // A heading stands by itself, whatever block its parent makes it part of.
        let paragraph = element.paragraph && (self.fresh || !element.only_alone || element.heading);
        if paragraph {
            if let Some(open) = self.vocabulary.ends_before_paragraph() {
                self.end(open, range.start..range.start);
            }
            self.end_paragraph();
        }
        let attribute = |wanted: &[&str]| token::attribute(content, name, wanted);
        let language = attribute(&["xml:lang", "lang"]).map(|tag| open::stated(&tag));
        let inner = !paragraph && (element.inner && (!element.alternative || parent.choice) || language.is_some());
        let of_entry = || {
            self.identifier
                .as_ref()
                .filter(|_| parent.entry)
                .map(|id| Cow::Owned(format!("#{id}")))
        };
        let reference = || attribute(&["ref", "key", "corresp", "sameAs"]).or_else(of_entry);
        let reference = element.name.then(reference).flatten();
        if element.word && self.hidden == 0 && self.writer.ends_in_word() {
            self.writer.stand_in(range.clone());
        }
        if inner {
            self.writer.begin_inner();
        }
        if element.heading || element.bibliography {
            self.writer.without_quotations();
        }
        if element.apart {
            self.writer.barrier();
        }
        self.hidden = if element.shown {
            0
        } else {
            self.hidden + usize::from(element.hidden)
        };
        self.lists.start(name, content, element, self.vocabulary);
        let mark = self.writer.mark();
        self.frames.push(Frame {
            name,
            element,
            start: range.end,
            mark,
            inner,
            paragraph,
            language,
            reference: reference.map(|reference| reference.into_owned()),
        });
    }

    fn end(&mut self, name: &str, range: Range<usize>) {
        work::count(1 + self.frames.len());
        let index = self
            .frames
            .iter()
            .rposition(|frame| frame.name.eq_ignore_ascii_case(name));
        let element = index.map_or(self.vocabulary.element(name), |index| self.frames[index].element);
        let parent = index
            .and_then(|index| index.checked_sub(1))
            .map(|index| self.frames[index].name);
        self.lists.end(name, parent, element, self.vocabulary);
        if let Some(index) = index {
            // What nobody closed ends with the element around it.
            while self.frames.len() > index
                && let Some(frame) = self.frames.pop()
            {
                self.close(&frame, range.start);
            }
        } else {
            let ended = open::end(&mut self.around, name);
            while ended > 0
                && let Some(frame) = self.frames.pop()
            {
                self.close(&frame, range.start);
            }
            for around in self.around.split_off(self.around.len() - ended) {
                self.mark_around(around, range.start);
            }
            if ended > 0 {
                self.hidden = self.hiding();
            }
            if self.vocabulary.element(name).paragraph {
                self.end_paragraph();
            }
        }
    }

    fn close(&mut self, frame: &Frame<'_>, end: usize) {
        let Frame { element, start, .. } = *frame;
        let range = start..end.max(start);
        if element.hidden || element.shown {
            self.hidden = self.hiding();
        }
        if let Some(words) = self.writer.since(frame.mark) {
            if element.title {
                self.writer.quoted(frame.mark, QuotedBy::Title);
            } else if element.emphasis {
                self.writer.quoted(frame.mark, QuotedBy::Emphasis);
            }
            if let Some(reference) = frame.reference.clone() {
                self.writer.pin(words, reference);
            }
        }
        let note = frame.inner && !element.quotation && references::is_reference(near(&self.block[range.clone()]));
        let zone = if element.bibliography || note {
            Some(Zone::Bibliography)
        } else if element.quotation {
            Some(Zone::Quotation)
        } else {
            element.heading.then_some(Zone::Heading)
        };
        if let Some(zone) = zone.filter(|_| self.hidden == 0) {
            self.writer.zone(range.clone(), zone);
        }
        if let Some(language) = frame.language.clone() {
            self.writer.language(range, language);
        }
        if element.apart {
            self.writer.barrier();
        }
        if frame.inner {
            self.writer.end_inner();
        } else if frame.paragraph {
            self.end_paragraph();
        }
        if element.entry {
            self.identifier = None;
        }
    }

    /// A line break stands for white space unless it says that the word goes on, or white space is written there anyway.
    /// A page may end inside a word, too, without saying so.
    fn line_break(&mut self, name: &str, content: &str, element: Element, range: Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        let says = token::attribute(content, name, &["break"]);
        let goes_on = says.as_deref() == Some("no");
        let is_open = element.page_break && says.as_deref() != Some("yes");
        if goes_on || is_open || self.writer.is_inside_word() {
            return self.writer.page_break(range, goes_on);
        }
        let is_blank = [' ', '\t', '\u{a0}'];
        let before = self.block[..range.start].trim_end_matches(is_blank);
        let behind = self.block[range.end..].trim_start_matches(is_blank);
        work::count(self.block.len() - (range.end - range.start) - before.len() - behind.len());
        if !before.ends_with(['\n', '\r']) && !behind.starts_with(['\n', '\r']) {
            self.writer.stand_in(range);
        }
    }

    /// Attributes that are read are texts by themselves.
    fn read_attributes(&mut self, name: &str, content: &'a str, tag: &Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        for attribute in self.vocabulary.words() {
            let written = token::written_attribute(content, name, &[attribute]);
            let Some(words) = written.filter(|words| !words.trim().is_empty() && !words.contains('&')) else {
                continue;
            };
            let start = (words.as_ptr() as usize).checked_sub(self.block.as_ptr() as usize);
            let Some(start) = start.filter(|start| tag.contains(start)) else {
                continue;
            };
            self.writer.begin_inner();
            self.writer.prose(start..start + words.len());
            self.writer.end_inner();
        }
    }

    /// What an element says of references.
    fn define(&mut self, name: &str, content: &str, element: Element) {
        let attribute = |wanted: &[&str]| token::attribute(content, name, wanted);
        if local(name) == "prefixDef" {
            if let (Some(prefix), Some(replacement)) = (attribute(&["ident"]), attribute(&["replacementPattern"])) {
                let (prefix, replacement) = (prefix.into_owned(), replacement.into_owned());
                self.writer.define(Definition::Prefix { prefix, replacement });
            }
            return;
        }
        if element.entry {
            self.identifier = attribute(&["xml:id", "id"]).map(|id| id.into_owned());
        }
        let Some(id) = self.identifier.clone().filter(|_| element.entry || element.name) else {
            return;
        };
        if let Some(same_as) = attribute(&["sameAs", "corresp", "ref", "key"]) {
            let same_as = same_as.into_owned();
            self.writer.define(Definition::Identifier { id, same_as });
        }
    }

    fn hiding(&self) -> usize {
        let around = self.around.iter().map(|around| (around.hides(), around.shows()));
        let frames = self.frames.iter().map(|frame| &frame.element);
        open::hiding(around.chain(frames.map(|element| (element.hidden, element.shown))))
    }

    fn end_paragraph(&mut self) {
        self.writer.end_paragraph();
        self.fresh = true;
    }

    fn mark_around(&mut self, around: Around, end: usize) {
        let zone = if around.refers() {
            Some(Zone::Bibliography)
        } else if around.quotes() {
            Some(Zone::Quotation)
        } else {
            around.heads().then_some(Zone::Heading)
        };
        if let Some(zone) = zone {
            self.writer.zone(0..end, zone);
        }
        if let Some(language) = around.language() {
            self.writer.language(0..end, language);
        }
    }

    fn finish(mut self) -> Layout {
        let end = self.block.len();
        while let Some(frame) = self.frames.pop() {
            self.close(&frame, end);
        }
        for around in std::mem::take(&mut self.around).into_iter().rev() {
            self.mark_around(around, end);
        }
        self.writer.finish()
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
