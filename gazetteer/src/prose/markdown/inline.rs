//! The inside of a Markdown block: what `pulldown-cmark` calls text, in the places where it stands in the source.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::super::plain::{Kind, Passage};
use super::super::writer::{Mark, Writer};
use super::super::xml::inline::{self as html, Part};
use super::super::xml::open;
use super::super::{Layout, QuotedBy, Zone, addresses, references, work};
use super::languages;
use super::lists::Lists;
use super::matter::Words;
use crate::language::Language;

/// Lays out the passages of a block.
pub(super) fn lay_out(
    block: &str,
    matter: &[Words],
    passages: &[Passage],
    lists: &Lists,
    stated: Vec<(Range<usize>, Language)>,
) -> Layout {
    let mut reader = Reader {
        block,
        lists,
        writer: Writer::with_cite_keys(block),
        first: None,
        hidden: 0,
        no_quotations_before: 0,
        titles: Vec::new(),
        emphases: Vec::new(),
        spans: VecDeque::new(),
        inner: Vec::new(),
        inner_end: 0,
        goes_on: false,
    };
    for (range, language) in stated {
        reader.writer.language(range, language);
    }
    for words in matter {
        reader.matter(words);
    }
    for passage in passages {
        reader.begin(passage);
        for part in &passage.parts {
            reader.go_on(part.start);
            parse(&mut reader, part.clone());
        }
        reader.end_paragraph();
        reader.writer.settle();
    }
    reader.writer.finish()
}

fn parse(reader: &mut Reader<'_>, part: Range<usize>) {
    let Range { start, .. } = part;
    let block = reader.block;
    let Some(text) = block.get(part) else { return };
    work::count(1 + text.len());
    reader.find_spans(text, start);
    let mut link = |link: BrokenLink<'_>| known_link(&link);
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(&mut link));
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, start + range.start..start + range.end);
    }
}

/// What is read beyond CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_OLD_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_WIKILINKS
}

/// The characters that a character reference names; `None` where the text is no such reference. The table of names is
/// that of the parser.
pub(crate) fn character_reference(text: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let name = text.strip_prefix('&')?.strip_suffix(';')?;
    if text.len() > LONGEST || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let texts = Parser::new(text).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    let named: String = texts.collect();
    (named != text).then_some(named)
}

/// A link to a label that another block may define, and a citation. `[Ankara]` is neither.
fn known_link<'a>(link: &BrokenLink<'_>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let is_known = link.link_type != LinkType::Shortcut || addresses::has_cite_key(&link.reference);
    is_known.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}

struct Reader<'a> {
    block: &'a str,
    /// Where literature is listed.
    lists: &'a Lists,
    writer: Writer<'a>,
    /// Where the first text of the paragraph begins.
    first: Option<usize>,
    /// In code, an address, a citation: so many deep.
    hidden: usize,
    /// Where what is in force now ends, if no quotation marks count there: a heading, references.
    no_quotations_before: usize,
    /// The titles of the links and images that are open.
    titles: Vec<Option<Range<usize>>>,
    /// Where each emphasis began.
    emphases: Vec<Mark>,
    /// Where spans that state a language begin and end, in front of what is read next.
    spans: VecDeque<(usize, Edge)>,
    /// The stretches in a stated language that are open, read by themselves; of an element its name and where it began.
    inner: Vec<Inner>,
    /// Where the last text in one of them ends.
    inner_end: usize,
    /// The next paragraph goes on with the one that is being written.
    goes_on: bool,
}

/// A side of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edge {
    Begins,
    Ends,
}

/// A stretch that may be in another language than what is around it.
#[derive(Debug)]
enum Inner {
    Span,
    Element {
        name: String,
        start: usize,
        language: Option<Language>,
    },
}

impl Inner {
    /// Whether it is read by itself.
    fn is_apart(&self) -> bool {
        !matches!(self, Inner::Element { language: None, .. })
    }
}

impl Reader<'_> {
    /// Finds the spans of a part that begins at this byte.
    fn find_spans(&mut self, part: &str, start: usize) {
        let mut edges = Vec::new();
        for (range, language) in languages::spans(part) {
            let range = start + range.start..start + range.end;
            edges.extend([(range.start, Edge::Begins), (range.end, Edge::Ends)]);
            self.writer.language(range, language);
        }
        edges.sort_by_key(|(at, _)| *at);
        self.spans = edges.into();
    }

    /// Passes the edges of spans up to a byte.
    fn pass(&mut self, at: usize) {
        while let Some((_, edge)) = self.spans.front().filter(|(edge, _)| *edge <= at).cloned() {
            self.spans.pop_front();
            match edge {
                Edge::Begins => self.begin_inner(Inner::Span),
                Edge::Ends => {
                    if let Some(index) = self.inner.iter().rposition(|inner| matches!(inner, Inner::Span)) {
                        self.end_inner(index, at);
                    }
                }
            }
        }
    }

    fn begin_inner(&mut self, inner: Inner) {
        const DEEPEST: usize = 64;
        if self.inner.len() < DEEPEST {
            if inner.is_apart() {
                self.writer.begin_inner();
            }
            self.inner.push(inner);
        }
    }

    /// Ends a stretch at a byte, and those that begin in it.
    fn end_inner(&mut self, index: usize, end: usize) {
        for inner in self.inner.drain(index..).rev() {
            if inner.is_apart() {
                self.writer.end_inner();
            }
            if let Inner::Element {
                start,
                language: Some(language),
                ..
            } = inner
            {
                self.writer.language(start..end.max(start), language);
            }
        }
    }

    /// What a tag in a sentence says of the language.
    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        if html::parts(tag).any(|part| part == Part::Cut) {
            self.writer.barrier();
        }
        for tag in html::tags(tag) {
            match tag {
                html::Tag::Start { name, language } => self.begin_inner(Inner::Element {
                    name: name.to_owned(),
                    start: range.end,
                    language: language.map(|tag| open::stated(&tag)),
                }),
                html::Tag::End(name) => {
                    let is_it = |inner: &Inner| matches!(inner, Inner::Element { name: open, .. } if open.eq_ignore_ascii_case(name));
                    if let Some(index) = self.inner.iter().rposition(is_it) {
                        self.end_inner(index, range.start);
                    }
                }
            }
        }
    }

    /// What the head of the document says.
    fn matter(&mut self, words: &Words) {
        let (Some(first), Some(last)) = (words.lines.first(), words.lines.last()) else {
            return;
        };
        match words.zone {
            Zone::Narration => self.end_paragraph(),
            zone => self.start_zone(first.start..last.end, zone),
        }
        for line in &words.lines {
            self.prose(line.clone());
        }
        self.end_paragraph();
        self.writer.settle();
    }

    /// Begins with a passage.
    fn begin(&mut self, passage: &Passage) {
        let (Some(first), Some(last)) = (passage.parts.first(), passage.parts.last()) else {
            return;
        };
        let range = first.start..last.end;
        let zone = match passage.kind {
            Kind::Head => Zone::Heading,
            Kind::Note if self.block.get(range.clone()).is_some_and(references::is_reference) => Zone::Bibliography,
            Kind::Note | Kind::Text => return,
        };
        self.start_zone(range, zone);
    }

    /// Goes on at this byte with the last paragraph of the passage unless it ended with a sentence: its last word goes on
    /// behind the end of a page.
    fn go_on(&mut self, start: usize) {
        self.end_paragraph();
        // What ended in another language is no half of a word.
        let is_open = |end: &usize| *end >= self.inner_end && !self.block[..*end].ends_with(['.', '!', '?', '…']);
        let Some(end) = self.writer.ended_at().filter(is_open) else {
            return;
        };
        self.writer.take_up();
        self.goes_on = true;
        // Pages may be parted by a form feed alone: a line break farther on is one of what goes on.
        let between = end..start.max(end);
        let text = &self.block[between.clone()];
        if text.contains(['\n', '\r']) {
            self.line_break(between);
        } else if let Some(at) = text.find('\x0c') {
            self.prose(end + at..end + at + 1);
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Html(_) => {}
            Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => self.writer.barrier(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong => self.emphases.push(self.writer.mark()),
            Tag::Strikethrough => {}
            Tag::Superscript | Tag::Subscript => self.writer.barrier(),
            Tag::Image { title, .. } => {
                self.writer.barrier();
                self.titles.push(self.title(range, title));
            }
            Tag::Link { link_type, title, .. } => {
                self.start_link(*link_type);
                self.titles.push(self.title(range, title));
            }
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.hidden += 1;
            }
            Tag::HtmlBlock => {
                self.end_paragraph();
                self.html(range);
            }
            Tag::Heading { .. } => self.start_zone(range, Zone::Heading),
            Tag::BlockQuote(_) => {
                self.end_paragraph();
                self.writer.zone(range, Zone::Quotation);
            }
            Tag::FootnoteDefinition(_) if references::is_reference(&self.block[range.clone()]) => {
                self.start_zone(range, Zone::Bibliography);
            }
            Tag::Paragraph if std::mem::take(&mut self.goes_on) => {}
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.end_emphasis(),
            TagEnd::Strikethrough => {}
            TagEnd::Superscript | TagEnd::Subscript => self.writer.barrier(),
            TagEnd::Image => {
                self.writer.barrier();
                self.end_link();
            }
            TagEnd::Link => {
                self.end_link();
                if self.hidden > 0 {
                    self.hidden -= 1;
                    self.writer.barrier();
                }
            }
            TagEnd::CodeBlock => {
                self.hidden = self.hidden.saturating_sub(1);
                self.end_paragraph();
            }
            _ => self.end_paragraph(),
        }
    }

    /// The text of a link is prose; an address or a citation is none.
    fn start_link(&mut self, link: LinkType) {
        let is_hidden = matches!(link, LinkType::Autolink | LinkType::Email | LinkType::ShortcutUnknown);
        if is_hidden || self.hidden > 0 {
            self.hidden += 1;
        }
    }

    /// Where the title of a link stands, if it stands there as it is read: `[Карс](kars.md "Вид на Карс")`.
    fn title(&self, link: Range<usize>, title: &str) -> Option<Range<usize>> {
        let source = self.block.get(link.clone())?.strip_suffix(')')?.trim_end();
        let inside = source.strip_suffix(['"', '\'', ')'])?;
        let start = link.start + inside.strip_suffix(title)?.len();
        let is_one_line = !title.is_empty() && !title.contains(['\n', '\r']);
        is_one_line.then_some(start..start + title.len())
    }

    /// A title is a text by itself: what stands behind the link goes on with its words.
    fn end_link(&mut self) {
        if let Some(title) = self.titles.pop().flatten()
            && self.hidden == 0
        {
            self.writer.begin_inner();
            self.writer.prose(title);
            self.writer.end_inner();
        }
    }

    fn start_zone(&mut self, range: Range<usize>, zone: Zone) {
        self.end_paragraph();
        self.no_quotations_before = self.no_quotations_before.max(range.end);
        self.writer.zone(range, zone);
    }

    fn end_emphasis(&mut self) {
        if let Some(mark) = self.emphases.pop() {
            self.writer.quoted(mark, QuotedBy::Emphasis);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        if self.block.get(range.clone()) == Some(text) {
            self.prose(range);
        } else {
            // A character reference. The fold knows what it means if it is a piece by itself.
            self.pass(range.start);
            self.see(&range);
            self.note_inner(range.end);
            self.writer.stand_in(range);
        }
    }

    /// Of a line break, the break: neither the backslash before it nor the marks of the next line.
    fn line_break(&mut self, range: Range<usize>) {
        let text = &self.block[range.clone()];
        if let Some(at) = work::sought(text, text.find(['\n', '\r']))
            && self.hidden == 0
        {
            let length = if text[at..].starts_with("\r\n") { 2 } else { 1 };
            let start = range.start + at;
            self.prose(start..start + length);
        }
    }

    /// The text between the tags.
    fn html(&mut self, range: Range<usize>) {
        for part in html::parts(&self.block[range.clone()]) {
            match part {
                Part::Text(text) => self.prose(range.start + text.start..range.start + text.end),
                Part::Cut => self.writer.barrier(),
            }
        }
    }

    fn prose(&mut self, range: Range<usize>) {
        self.see(&range);
        let mut at = range.start;
        while let Some(edge) = self
            .spans
            .front()
            .map(|(edge, _)| *edge)
            .filter(|edge| *edge <= range.end)
        {
            if at < edge {
                self.note_inner(edge);
                self.writer.prose(at..edge);
                at = edge;
            }
            self.pass(edge);
        }
        if at < range.end {
            self.note_inner(range.end);
            self.writer.prose(at..range.end);
        }
    }

    /// Notes where text in a stretch of another language ends.
    fn note_inner(&mut self, end: usize) {
        if !self.inner.is_empty() {
            self.inner_end = end;
        }
    }

    /// Notes where the text of the paragraph begins.
    fn see(&mut self, range: &Range<usize>) {
        work::count(1);
        if self.first.is_none() && !self.block[range.clone()].trim().is_empty() {
            self.first = Some(range.start);
        }
    }

    fn end_paragraph(&mut self) {
        self.goes_on = false;
        self.emphases.clear();
        // What nobody closed states nothing.
        self.end_inner(0, 0);
        if let Some(first) = self.first.take() {
            if first < self.no_quotations_before {
                self.writer.without_quotations();
            }
            if self.lists.has(first) {
                self.writer.listed();
            }
        }
        self.writer.end_paragraph();
    }
}
