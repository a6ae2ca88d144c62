//! Plain text: printed articles as they come out of a scanner, with the lines of the print, its page breaks, and its
//! footnotes wherever a page ends.
//!
//! A block is a paragraph, or a footnote. Where a page ends inside a word or a sentence, the notes and the page number at
//! its foot stand between the halves: they are streams of the same block.

use std::ops::Range;

use smallvec::SmallVec;

use super::references;
use super::source::{Line, RanOut, Source};
use super::{LONGEST_BLOCK, LOOK_AHEAD, Layout, Piece, State, Zone, addresses, citations, literature, quotes, zones};

/// A block, and the texts in it.
#[derive(Debug, Default)]
struct Plan {
    end: usize,
    /// Nearly always one.
    texts: SmallVec<[Passage; 1]>,
}

/// What is read in one go: parts that touch.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Nearly always one.
    pub(super) parts: SmallVec<[Range<usize>; 1]>,
    pub(super) kind: Kind,
}

impl Passage {
    /// From its beginning to its end; `None` where it is empty.
    fn whole(&self) -> Option<Range<usize>> {
        let mut parts = self.parts.iter().filter(|part| !part.is_empty());
        let first = parts.next()?;
        Some(first.start..parts.next_back().unwrap_or(first).end)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Text,
    Note,
    /// The running head of a page.
    Head,
}

/// What markup makes of a line at the foot of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// Nothing: it is text.
    None,
    /// A rule, or something else that is not read.
    Unread,
    /// No page ends in the middle of this.
    Apart,
}

/// What can be said of a note from its first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    /// The number; stars have none.
    number: Option<u32>,
    indented: bool,
    /// Whether it is written as Markdown has it: `[^1]: `.
    defined: bool,
    /// Whether it is as well that of an item of a list: `1. `, `2) `.
    listed: bool,
}

/// Set in the state where a list of literature is open.
const LISTED: u32 = 1;

fn is_listed(state: State) -> bool {
    state.0 & LISTED != 0
}

/// Where the first block ends, and whether in the middle of a paragraph.
pub(super) fn block_end(source: Source<'_>, entry: State) -> Result<(usize, State), RanOut> {
    let plan = plan(source, 0, entry.is_inside(), LONGEST_BLOCK)?;
    Ok((plan.end, exit(source.text(), &plan, entry)))
}

/// The state behind a block.
fn exit(text: &str, plan: &Plan, entry: State) -> State {
    let first = plan.texts.first();
    let listed = first.map(|first| lists_behind(&text[..plan.end], first, is_listed(entry), entry.is_inside()));
    state_of(listed.unwrap_or(is_listed(entry)))
}

fn state_of(listed: bool) -> State {
    State::of(if listed { LISTED } else { 0 })
}

/// Whether a list of literature is open behind a text of a block. Headings have no ranks here, and a paragraph that is no
/// entry ends a list too.
fn lists_behind(block: &str, text: &Passage, listed: bool, inside: bool) -> bool {
    let Some(whole) = text.whole() else { return listed };
    let said = &block[whole.clone()];
    if !inside && literature::heads_list(said) {
        return true;
    }
    let ends = || match is_heading(said, &block[whole.end..]) {
        true => !literature::heads_part(said),
        false => !literature::is_entry(said),
    };
    listed && !ends()
}

/// Where a block that is too long is cut: anywhere.
pub(super) fn cut(block: &str, _: State, exit: State) -> (usize, State) {
    (block.len(), exit)
}

/// The first block and, unless it is part of a paragraph that is too long, its prose. Lines are what most of both is
/// spent on.
pub(super) fn read(source: Source<'_>, entry: State) -> Result<((usize, State), Option<Layout>), RanOut> {
    let plan = plan(source, 0, entry.is_inside(), LONGEST_BLOCK)?;
    let end = plan.end;
    let is_whole = !entry.is_inside() && end <= LONGEST_BLOCK;
    if !is_whole {
        return Ok(((end, exit(source.text(), &plan, entry)), None));
    }
    let (layout, exit) = lay_out_plans(&source.text()[..end], &[plan], entry);
    Ok(((end, exit), Some(layout)))
}

/// The prose of a block.
pub(super) fn lay_out(block: &str, _: usize, entry: State) -> Layout {
    let mut plans = Vec::new();
    let source = Source::new(block, true);
    let mut at = 0;
    while at < block.len() {
        let inside = entry.is_inside() && at == 0;
        let Ok(plan) = plan(source, at, inside, block.len()) else {
            break;
        };
        at = plan.end.max(at + 1);
        plans.push(plan);
    }
    lay_out_plans(block, &plans, entry).0
}

/// The prose of some blocks, and the state behind the last.
fn lay_out_plans(block: &str, plans: &[Plan], entry: State) -> (Layout, State) {
    let mut layout = Layout::default();
    let count = plans.iter().map(|plan| plan.texts.len()).sum();
    layout.streams.reserve_exact(count);
    let mut marked = Vec::new();
    let (mut listed, mut inside) = (is_listed(entry), entry.is_inside());
    for plan in plans {
        for text in &plan.texts {
            marked.extend(add(block, text, listed, &mut layout));
        }
        if let Some(first) = plan.texts.first() {
            listed = lists_behind(&block[..plan.end], first, listed, std::mem::take(&mut inside));
        }
    }
    zones::leave_out(&mut layout, &marked);
    zones::flatten(&mut layout.zones);
    layout
        .quoted
        .sort_unstable_by_key(|quoted| (quoted.range.start, quoted.range.end));
    (layout, state_of(listed))
}

/// Adds a stream, and says which zones signs in it make.
fn add(block: &str, text: &Passage, listed: bool, layout: &mut Layout) -> Option<zones::Marked> {
    let parts = || text.parts.iter().filter(|part| !part.is_empty());
    let whole = text.whole()?;
    let said = &block[whole.clone()];
    let zone = match text.kind {
        Kind::Head => Zone::Heading,
        Kind::Note if references::is_reference(said) => Zone::Bibliography,
        Kind::Text if is_heading(said, &block[whole.end..]) || literature::heads_list(said) => Zone::Heading,
        Kind::Note | Kind::Text if listed && literature::is_entry(said) => Zone::Bibliography,
        Kind::Note | Kind::Text => Zone::Narration,
    };
    if zone != Zone::Narration {
        let zones = parts().map(|part| (part.clone(), zone));
        layout.zones.extend(zones);
    }
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.parts.len());
    for (range, barrier) in parts().flat_map(|part| addresses::prose(block, part.clone(), false)) {
        let barrier = barrier || pieces.is_empty();
        pieces.push(Piece {
            range,
            barrier,
            markup: false,
        });
    }
    pieces.retain(|piece| !piece.range.is_empty());
    let zones = layout.zones.len();
    quotes::mark(block, &pieces, zone == Zone::Narration, layout);
    if zone == Zone::Narration {
        citations::mark(block, &pieces, layout);
    }
    let (zones, stream) = (zones..layout.zones.len(), layout.streams.len());
    layout.streams.push(pieces);
    (!zones.is_empty()).then_some(zones::Marked { zones, stream })
}

/// A heading is one short line with nothing that ends a sentence, and blank lines behind it. Said seldom, since a line
/// of a list or of a poem looks the same.
fn is_heading(text: &str, behind: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const LONGEST: usize = 200;
    let line = text.trim();
    let is_sentence = || line.contains(['.', '!', '?', ';', ':', ',', '…', '\n', '\r', '\x0c', '\t']);
    line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line.ends_with(char::is_alphanumeric)
        && line.split_whitespace().count() <= MOST_WORDS
        && behind.trim_start().is_empty()
        && behind.contains(['\n', '\r'])
        && !is_sentence()
}

/// Reads one block from `start` on. `inside` says that a paragraph goes on there; behind `longest` bytes not much more is
/// read.
fn plan(source: Source<'_>, start: usize, inside: bool, longest: usize) -> Result<Plan, RanOut> {
    let limit = start + longest;
    let mut plan = Plan::default();
    let mut end = start;
    if let Some(first) = source.line_with_text(start)? {
        let mark = note_mark(&first).filter(|_| !inside && !literature::heads_list(first.text));
        let mut text = Passage {
            parts: SmallVec::new(),
            kind: if mark.is_some() { Kind::Note } else { Kind::Text },
        };
        end = match mark {
            Some(mark) => note(source, first, mark, limit, &mut text)?,
            None => paragraphs(source, first, limit, &mut text, &mut plan.texts)?,
        };
        plan.texts.insert(0, text);
    }
    plan.end = source.behind_blank_lines(end, limit)?;
    Ok(plan)
}

/// Reads a paragraph, and what it goes on with behind the foot of its page. Returns where it ends; what stands between
/// its parts is added to `between`.
fn paragraphs<'a>(
    source: Source<'a>,
    mut first: Line<'a>,
    limit: usize,
    text: &mut Passage,
    between: &mut SmallVec<[Passage; 1]>,
) -> Result<usize, RanOut> {
    loop {
        let last = paragraph(source, first, None, limit, text)?;
        if last.next > limit {
            return Ok(last.next);
        }
        match continuation(source, &last, |_| Markup::None)? {
            Some((line, foot)) if line.start <= limit => {
                // Between words the form feed is a blank.
                if let Some(part) = text
                    .parts
                    .last_mut()
                    .filter(|_| last.form_feed && !ends_in_hyphen(last.text))
                {
                    part.end = last.next;
                }
                between.extend(foot);
                first = line;
            }
            _ => return Ok(last.next),
        }
    }
}

/// Reads a note, and the few paragraphs that are plainly its own although a blank line stands before them.
fn note<'a>(
    source: Source<'a>,
    mut first: Line<'a>,
    mark: Mark,
    limit: usize,
    text: &mut Passage,
) -> Result<usize, RanOut> {
    const MOST_PARTS: usize = 3;
    loop {
        let last = paragraph(source, first, Some(mark), limit, text)?;
        if last.next > limit || last.form_feed || text.parts.len() >= MOST_PARTS {
            return Ok(last.next);
        }
        match source.line_with_text(last.next)? {
            Some(line) if line.start - last.next <= LOOK_AHEAD && note_goes_on(mark, &last, &line) => first = line,
            _ => return Ok(last.next),
        }
    }
}

/// Reads lines up to a blank one, or another sign that the paragraph ends. Returns the last line.
fn paragraph<'a>(
    source: Source<'a>,
    first: Line<'a>,
    note: Option<Mark>,
    limit: usize,
    text: &mut Passage,
) -> Result<Line<'a>, RanOut> {
    let start = first.text_start();
    // The first entry may follow without a blank line.
    let heads_list = note.is_none() && text.parts.is_empty() && literature::heads_list(first.text);
    let mut last = first;
    while !last.form_feed
        && last.next <= limit
        && let Some(line) = source.line(last.next)?
    {
        let ends = match note {
            _ if heads_list => true,
            Some(mark) => mark.is_followed_by(&line) || mark.is_left_at(&line),
            None => {
                begins_paragraph(&last, &line) || begins_foot(&last, &line) || is_last_of_page(source, &last, &line)?
            }
        };
        if ends || line.is_blank() {
            break;
        }
        last = line;
    }
    text.parts.push(start..last.text_end());
    Ok(last)
}

/// Where a paragraph that breaks off goes on, behind notes, page numbers and running heads. And these.
///
/// What breaks off inside a word goes on with a small letter, behind a blank line too; what does inside a sentence, only
/// where a page ends. With a capital (с Мустафой⏎␌Кемалем) a sentence goes on only where a page ends for sure; a heading
/// is mostly the last of no page, and one that is loses nothing but its zone.
pub(super) fn continuation<'a>(
    source: Source<'a>,
    last: &Line<'_>,
    markup: impl Fn(&Line<'_>) -> Markup,
) -> Result<Option<(Line<'a>, Vec<Passage>)>, RanOut> {
    const MOST_HEADS: usize = 3;
    let in_word = ends_in_hyphen(last.text);
    if !in_word && !ends_in_sentence(last.text) {
        return Ok(None);
    }
    let from = last.next;
    let form_feed = |line: &Line<'_>| source.text()[from..line.start].contains('\x0c');
    let mut may_end_page = in_word || last.form_feed;
    let mut ends_page = last.form_feed;
    // More than any page has; each word that seems broken costs as much as is read here.
    const MOST_PASSAGES: usize = 16;
    let mut foot: Vec<Passage> = Vec::new();
    let mut at = from;
    while let Some(line) = source.line_with_text(at)?
        && line.start - from <= LOOK_AHEAD
        && foot.len() < MOST_PASSAGES
    {
        if begins_small(&line) {
            return Ok((may_end_page || form_feed(&line)).then_some((line, foot)));
        }
        at = line.next;
        may_end_page = true;
        match markup(&line) {
            Markup::Apart => return Ok(None),
            Markup::Unread => continue,
            Markup::None if is_page_number(&line) => {
                ends_page = true;
                continue;
            }
            Markup::None => {}
        }
        let mut passage = Passage::default();
        if let Some(mark) = note_mark(&line) {
            passage.kind = Kind::Note;
            at = note(source, line, mark, from + LOOK_AHEAD, &mut passage)?;
            ends_page |= !mark.defined && !mark.listed;
        } else if is_running_head(source, &line)?
            && foot.iter().filter(|text| text.kind == Kind::Head).count() < MOST_HEADS
            && source.line_with_text(line.next)?.is_some()
        {
            passage.kind = Kind::Head;
            passage.parts.push(line.text_start()..line.text_end());
        } else {
            let goes_on = !in_word && (ends_page || form_feed(&line)) && may_go_on(last, &line);
            return Ok(goes_on.then_some((line, foot)));
        }
        foot.push(passage);
    }
    Ok(None)
}

/// Whether a line with a capital may go on with the sentence of another: it is of the same alphabet, as two languages
/// never share a sentence, and not further in, as a new paragraph is.
fn may_go_on(last: &Line<'_>, line: &Line<'_>) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let first = line.head().trim_start().chars().next();
    let before = last.text.chars().rev().find(|sign| sign.is_alphabetic());
    let (Some(first), Some(before)) = (first.filter(|first| first.is_uppercase()), before) else {
        return false;
    };
    is_cyrillic(first) == is_cyrillic(before) && !(is_indented(line) && indent(line) > indent(last))
}

impl Mark {
    /// Whether the next note begins with this line.
    fn is_followed_by(self, line: &Line<'_>) -> bool {
        note_mark(line).is_some_and(|mark| match (self.number, mark.number) {
            (Some(this), Some(next)) => mark.defined || Some(next) == this.checked_add(1),
            _ => true,
        })
    }

    /// Whether a new page begins with this line, so that it is no more of the note: scanned pages begin with one blank
    /// where the form feed was, and notes end their pages.
    fn is_left_at(self, line: &Line<'_>) -> bool {
        !self.indented && line.text.starts_with([' ', '\u{a0}']) && line.text_start() == line.start + 1
    }
}

/// The mark at the head of a note: a number, in brackets or not, or stars.
fn note_mark(line: &Line<'_>) -> Option<Mark> {
    let text = line.head().trim_start();
    if let Some(number) = defined_mark(text) {
        return Some(Mark {
            number,
            indented: line.text_start() > line.start,
            defined: true,
            listed: false,
        });
    }
    let digits = text.strip_prefix('[').unwrap_or(text);
    let behind_digits = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &digits[..digits.len() - behind_digits.len()];
    let behind_stars = text.trim_start_matches(['*', '†', '‡', '¹', '²', '³']);
    let (number, behind) = match digits.len() {
        1..=3 => (digits.parse().ok(), behind_digits),
        0 if (1..=9).contains(&(text.len() - behind_stars.len())) => (None, behind_stars),
        _ => return None,
    };
    let listed = behind.starts_with(['.', ')']);
    let behind = behind.trim_start_matches([']', '.', ')']);
    let is_note = behind.starts_with(char::is_whitespace) && behind.contains(char::is_alphabetic);
    is_note.then_some(Mark {
        number,
        indented: line.text_start() > line.start,
        defined: false,
        listed,
    })
}

/// The number of `[^1]: `, if it is one.
fn defined_mark(text: &str) -> Option<Option<u32>> {
    let (label, behind) = text.strip_prefix("[^")?.split_once("]:")?;
    let is_label = !label.is_empty() && !label.contains([' ', '\t', '[', ']']);
    (is_label && behind.contains(char::is_alphabetic)).then(|| label.parse().ok())
}

/// Whether a line behind a blank one is still of the note, whose last line is given.
fn note_goes_on(mark: Mark, last: &Line<'_>, line: &Line<'_>) -> bool {
    let end = last.text.trim_end();
    let digit_follows = line.head().trim_start().starts_with(|c: char| c.is_ascii_digit());
    let open = (mark.defined && is_indented(line))
        || end.ends_with([',', ';'])
        || (end.ends_with('-') && digit_follows)
        || ((ends_in_hyphen(end) || end.ends_with(char::is_alphabetic)) && begins_small(line))
        || line.head().trim_start().starts_with('(');
    open && !mark.is_followed_by(line) && !mark.is_left_at(line) && !is_page_number(line)
}

/// Whether a line that is indented, unlike the one before it, begins a sentence and so a paragraph.
fn begins_paragraph(last: &Line<'_>, line: &Line<'_>) -> bool {
    if !line.text.starts_with([' ', '\t', '\u{a0}']) {
        return false;
    }
    let end = last.text.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    is_indented(line)
        && indent(line) > indent(last)
        && end.ends_with(['.', '!', '?', '…', ':', '»', '”', '"', ')'])
        && line
            .head()
            .trim_start()
            .starts_with(|c: char| c.is_uppercase() || "«“„\"—–".contains(c))
}

fn indent(line: &Line<'_>) -> usize {
    line.text_start() - line.start
}

fn is_indented(line: &Line<'_>) -> bool {
    indent(line) >= 2 || line.text.starts_with('\t')
}

/// Whether the foot of a page begins inside a word, although no blank line stands before it.
fn begins_foot(last: &Line<'_>, line: &Line<'_>) -> bool {
    let is_note = || line.head().contains('\t') && note_mark(line).is_some();
    ends_in_hyphen(last.text) && (is_page_number(line) || is_note())
}

/// Whether a line is the page number under a sentence that breaks off, without a blank line before it.
fn is_last_of_page(source: Source<'_>, last: &Line<'_>, line: &Line<'_>) -> Result<bool, RanOut> {
    if !is_page_number(line) || !ends_in_sentence(last.text) {
        return Ok(false);
    }
    let next = source.line(line.next)?;
    Ok(line.form_feed || next.is_some_and(|next| next.is_blank() && next.form_feed))
}

/// A number alone in its line, perhaps between dashes.
fn is_page_number(line: &Line<'_>) -> bool {
    let text = line
        .text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A short line between blank ones that says no sentence.
fn is_running_head(source: Source<'_>, line: &Line<'_>) -> Result<bool, RanOut> {
    const LONGEST_HEAD: usize = 160;
    let text = line.text.trim();
    if text.len() > LONGEST_HEAD || text.ends_with(['.', '!', '?', ';', ',', '-']) {
        return Ok(false);
    }
    Ok(line.form_feed || source.line(line.next)?.is_none_or(|next| next.is_blank()))
}

fn begins_small(line: &Line<'_>) -> bool {
    line.head().trim_start().starts_with(char::is_lowercase)
}

/// Whether a text breaks off inside a sentence: behind a word, perhaps with the mark of a note, behind a comma, or behind an
/// initial.
fn ends_in_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let unmarked = text.trim_end_matches(|c: char| c.is_ascii_digit());
    unmarked.ends_with(|c: char| c.is_alphabetic() || c == ',') || ends_in_initial(text)
}

/// Whether a text ends in a capital by itself with its full stop: Г. В.
fn ends_in_initial(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_uppercase)
        && back
            .next()
            .is_none_or(|before| before.is_whitespace() || matches!(before, '.' | '-'))
}

/// Whether a text breaks off inside a word.
pub(super) fn ends_in_hyphen(text: &str) -> bool {
    // Most lines end in a letter of these alphabets, which is seen without decoding it.
    if let [.., 0xc3..=0xd3, _] | [.., b'a'..=b'z'] = text.as_bytes() {
        return false;
    }
    let text = text.trim_end();
    let word = text.strip_suffix(['-', '\u{2010}', '\u{2011}', '¬', '\u{ad}']);
    word.is_some_and(|word| word.ends_with(char::is_alphabetic))
}
