//! The inside of a Markdown block: what `pulldown-cmark` calls text, in the places where it stands in the source.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::super::plain::{Kind, Passage};
use super::super::xml::inline::{self as html, Part};
use super::super::{Layout, Piece, Zone, addresses, citations, quotes, references, zones};

/// Lays out the passages of a block.
pub(super) fn lay_out(block: &str, passages: &[Passage]) -> Layout {
    let mut writer = Writer::new(block);
    for passage in passages {
        writer.begin(passage);
        for part in &passage.parts {
            writer.go_on();
            parse(&mut writer, part.clone());
        }
        writer.flush();
        writer.end_last();
    }
    writer.finish()
}

fn parse(writer: &mut Writer<'_>, part: Range<usize>) {
    let Range { start, .. } = part;
    let block = writer.block;
    let Some(text) = block.get(part) else { return };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_OLD_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_WIKILINKS;
    let mut link = |link: BrokenLink<'_>| known_link(&link);
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut link));
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, start + range.start..start + range.end);
    }
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

struct Writer<'a> {
    block: &'a str,
    layout: Layout,
    /// The stream that is being written.
    pieces: Vec<Piece>,
    barrier: bool,
    /// Nothing may be added to the last piece.
    alone: bool,
    /// In code, an address, a citation: so many deep.
    hidden: usize,
    /// Where what is in force now ends, if no quotation marks count there: a heading, references.
    no_quotations_before: usize,
    /// How many pieces there were where each emphasis began.
    emphases: Vec<usize>,
    /// The last stream of the passage, and whether quotation marks count in it: it may go on behind the end of a page.
    last: Option<(Vec<Piece>, bool)>,
    /// The next paragraph goes on with the stream that is being written.
    goes_on: bool,
}

impl<'a> Writer<'a> {
    fn new(block: &'a str) -> Self {
        Writer {
            block,
            layout: Layout::default(),
            pieces: Vec::new(),
            barrier: true,
            alone: false,
            hidden: 0,
            no_quotations_before: 0,
            emphases: Vec::new(),
            last: None,
            goes_on: false,
        }
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

    /// Takes up the last stream of the passage again unless it ended with a sentence: its last word goes on behind the
    /// end of a page.
    fn go_on(&mut self) {
        self.flush();
        let block = self.block;
        let end = |pieces: &[Piece]| pieces.last().map_or(0, |piece| piece.range.end);
        let is_open = |pieces: &[Piece]| !block[..end(pieces)].ends_with(['.', '!', '?', '…']);
        let Some((pieces, _)) = self.last.take_if(|(pieces, _)| is_open(pieces)) else {
            return;
        };
        let end = end(&pieces);
        self.pieces = pieces;
        self.goes_on = true;
        self.barrier = false;
        if let Some(at) = block[end..].find(['\n', '\r']) {
            self.line_break(end + at..block.len());
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            Event::InlineHtml(tag) => self.barrier |= html::parts(&tag).any(|part| part == Part::Cut),
            Event::Html(_) => {}
            Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => self.barrier = true,
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong => self.emphases.push(self.pieces.len()),
            Tag::Strikethrough => {}
            Tag::Superscript | Tag::Subscript | Tag::Image { .. } => self.barrier = true,
            Tag::Link { link_type, .. } => self.start_link(*link_type),
            Tag::CodeBlock(_) => {
                self.flush();
                self.hidden += 1;
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html(range);
            }
            Tag::Heading { .. } => self.start_zone(range, Zone::Heading),
            Tag::BlockQuote(_) => {
                self.flush();
                self.layout.zones.push((range, Zone::Quotation));
            }
            Tag::FootnoteDefinition(_) if references::is_reference(&self.block[range.clone()]) => {
                self.start_zone(range, Zone::Bibliography);
            }
            Tag::Paragraph if std::mem::take(&mut self.goes_on) => {}
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.end_emphasis(),
            TagEnd::Strikethrough => {}
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::Image => self.barrier = true,
            TagEnd::Link => {
                if self.hidden > 0 {
                    self.hidden -= 1;
                    self.barrier = true;
                }
            }
            TagEnd::CodeBlock => {
                self.hidden = self.hidden.saturating_sub(1);
                self.flush();
            }
            _ => self.flush(),
        }
    }

    /// The text of a link is prose; an address or a citation is none.
    fn start_link(&mut self, link: LinkType) {
        let is_hidden = matches!(link, LinkType::Autolink | LinkType::Email | LinkType::ShortcutUnknown);
        if is_hidden || self.hidden > 0 {
            self.hidden += 1;
        }
    }

    fn start_zone(&mut self, range: Range<usize>, zone: Zone) {
        self.flush();
        self.no_quotations_before = self.no_quotations_before.max(range.end);
        self.layout.zones.push((range, zone));
    }

    fn end_emphasis(&mut self) {
        let Some(before) = self.emphases.pop() else { return };
        if let Some([first, .., last]) | Some([first @ last]) = self.pieces.get(before..) {
            self.layout.quoted.push(first.range.start..last.range.end);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        if self.block.get(range.clone()) != Some(text) {
            // A character reference. The fold knows what it means if it is a piece by itself.
            self.push(range, false);
            self.alone = true;
            return;
        }
        for (part, barrier) in addresses::prose(self.block, range, true) {
            self.barrier |= barrier;
            self.push(part, true);
        }
    }

    /// Of a line break, the break: neither the backslash before it nor the marks of the next line.
    fn line_break(&mut self, range: Range<usize>) {
        let text = &self.block[range.clone()];
        if let Some(at) = text.find(['\n', '\r'])
            && self.hidden == 0
        {
            let length = if text[at..].starts_with("\r\n") { 2 } else { 1 };
            let start = range.start + at;
            self.push(start..start + length, true);
        }
    }

    /// The text between the tags.
    fn html(&mut self, range: Range<usize>) {
        let block = self.block;
        for part in html::parts(&block[range.clone()]) {
            let Part::Text(text) = part else {
                self.barrier = true;
                continue;
            };
            let text = range.start + text.start..range.start + text.end;
            for (part, barrier) in addresses::prose(block, text, true) {
                self.barrier |= barrier;
                self.push(part, true);
            }
        }
    }

    /// Adds a piece: prose as it stands, or what only stands for some.
    fn push(&mut self, range: Range<usize>, copied: bool) {
        if range.is_empty() {
            self.barrier |= !copied;
            return;
        }
        let merges = copied && !std::mem::take(&mut self.alone);
        let inside_emphasis = self.emphases.last().is_some_and(|before| *before == self.pieces.len());
        match self.pieces.last_mut() {
            Some(last) if merges && !self.barrier && !inside_emphasis && last.range.end == range.start => {
                last.range.end = range.end;
            }
            _ => self.pieces.push(Piece {
                range,
                barrier: self.barrier,
                markup: !copied,
            }),
        }
        self.barrier = false;
    }

    /// Ends the stream.
    fn flush(&mut self) {
        self.barrier = true;
        self.goes_on = false;
        self.emphases.clear();
        let pieces = std::mem::take(&mut self.pieces);
        let block = self.block;
        if let Some(first) = pieces
            .iter()
            .find(|piece| !block[piece.range.clone()].trim().is_empty())
        {
            let quotations = first.range.start >= self.no_quotations_before;
            self.end_last();
            self.last = Some((pieces, quotations));
        }
    }

    /// Adds the last stream to the layout.
    fn end_last(&mut self) {
        if let Some((pieces, quotations)) = self.last.take() {
            quotes::mark(self.block, &pieces, quotations, &mut self.layout);
            if quotations {
                citations::mark(self.block, &pieces, &mut self.layout);
            }
            self.layout.streams.push(pieces);
        }
    }

    fn finish(mut self) -> Layout {
        self.flush();
        zones::flatten(&mut self.layout.zones);
        self.layout
            .quoted
            .sort_unstable_by_key(|range| (range.start, range.end));
        self.layout
    }
}
