//! Markdown: CommonMark with front matter, footnotes, tables, wiki links, formulas and citation keys.
//!
//! Blocks are cut by lines, with as little state as will do: whether the head of the document is past, whether a list or
//! a note is open (its further paragraphs are indented and no code), and the mark of an open code fence. What is
//! inside a block is left to [`inline`].

mod inline;
mod labels;
mod languages;
mod lists;
mod matter;

use std::ops::Range;

use super::plain::{self, Markup, Passage};
use super::source::{Line, RanOut, Source};
use super::{LONGEST_BLOCK, LOOK_AHEAD, Label, Layout, State};
use languages::Divisions;
use lists::Lists;

/// The marks that open and close a fence, and what may stand behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fence {
    tilde: bool,
    length: u32,
}

/// [`State`] in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Open {
    /// The head of the document is past.
    past_head: bool,
    /// The last block was of a list item or a note.
    container: bool,
    fence: Option<Fence>,
    /// The rank of the heading under which literature is listed; 0 under no such heading.
    list: u8,
}

impl Open {
    const LIST: u32 = 24;

    fn from_state(state: State) -> Open {
        let bits = state.inside(false).0;
        let length = (bits & ((1 << Open::LIST) - 1)) >> 3;
        Open {
            list: (bits >> Open::LIST) as u8,
            past_head: state.0 & 1 != 0,
            container: state.0 & 2 != 0,
            fence: (length > 0).then_some(Fence {
                tilde: state.0 & 4 != 0,
                length,
            }),
        }
    }

    fn to_state(self) -> State {
        let fence = self
            .fence
            .map_or(0, |fence| u32::from(fence.tilde) << 2 | fence.length << 3);
        let list = u32::from(self.list) << Open::LIST;
        State::of(u32::from(self.past_head) | u32::from(self.container) << 1 | fence | list)
    }
}

/// Where the first block ends, and what is open behind it.
pub(super) fn block_end(source: Source<'_>, state: State) -> Result<(usize, State), RanOut> {
    let entry = Open::from_state(state);
    let mut exit = Open {
        past_head: true,
        ..entry
    };
    let mut divisions = None;
    let end = match entry.fence {
        Some(fence) => fenced(source, 0, fence, &mut exit)?,
        None => match head(source, entry)? {
            Some(end) => end,
            None => {
                let end = unfenced(source, &mut exit)?.0;
                let block = &source.text()[..end];
                if is_read(block, entry) {
                    exit.list = Lists::new(block, entry.list).behind();
                    divisions = Some(Divisions::new(block, state));
                }
                end
            }
        },
    };
    let end = match exit.fence {
        Some(_) => end,
        None => source.behind_blank_lines(end, LONGEST_BLOCK)?,
    };
    let exit = exit.to_state();
    let exit = divisions.map_or(State(exit.0, state.1), |divisions| divisions.behind(exit));
    Ok((end, exit))
}

/// Where a block that is too long is cut: anywhere.
pub(super) fn cut(block: &str, _: State, exit: State) -> (usize, State) {
    (block.len(), exit)
}

/// The prose of a block.
pub(super) fn lay_out(block: &str, _: usize, entry: State) -> Layout {
    let Some(passages) = passages(block, entry) else {
        return Layout::default();
    };
    let open = Open::from_state(entry);
    let read = if is_read(block, open) { block } else { "" };
    let stated = Divisions::new(read, entry).stated;
    let words = match open.past_head {
        true => Vec::new(),
        false => match matter(Source::new(block, true)) {
            Ok(Some((matter, _))) => matter::words(block, matter),
            _ => Vec::new(),
        },
    };
    inline::lay_out(block, &words, &passages, &Lists::new(read, open.list), stated)
}

/// Whether a block is no fenced code and no comment.
fn is_read(block: &str, entry: Open) -> bool {
    let source = Source::new(block, true);
    let first = source.line_with_text(0).ok().flatten();
    first.is_some_and(|line| fence_at(&line, entry.container).is_none() && !line.text.trim_start().starts_with("<!--"))
}

/// The labels of a block that are prose and name the target of their link.
pub(super) fn labels(block: &str, entry: State) -> Vec<Label> {
    let passages = passages(block, entry).unwrap_or_default();
    labels::of(block, passages.into_iter().flat_map(|passage| passage.parts))
}

/// What of a block is to be read, in passages; `None` for code.
fn passages(block: &str, entry: State) -> Option<Vec<Passage>> {
    let entry = Open::from_state(entry);
    let source = Source::new(block, true);
    let first = source.line_with_text(0).ok().flatten();
    let is_code = |line: &Line<'_>| fence_at(line, entry.container).is_some();
    if entry.fence.is_some() || first.as_ref().is_some_and(is_code) {
        return None;
    }
    let start = match head(source, entry) {
        Ok(Some(end)) => end,
        // What is indented belongs to the item or note before it; by itself it would be code.
        _ if entry.container => first.map_or(0, |line| line.text_start()),
        _ => 0,
    };
    let mut passages = match unfenced(source, &mut entry.clone()) {
        Ok((_, passages)) if start == 0 || entry.container => passages,
        _ => Vec::new(),
    };
    match passages.first_mut() {
        Some(Passage { parts, .. }) if parts.len() > 1 => {
            parts[0].start = start;
            let last = parts.len() - 1;
            parts[last].end = block.len();
        }
        _ => {
            let whole = Passage {
                parts: std::iter::once(start..block.len()).collect(),
                ..Passage::default()
            };
            passages = vec![whole];
        }
    }
    Some(passages)
}

pub(super) use inline::character_reference;
pub(super) use labels::{definitions, normalized};

/// The text between the marks of front matter.
pub(super) fn front_matter(text: &str) -> Option<Range<usize>> {
    let source = Source::new(text, true);
    let (content, _) = matter(source).ok().flatten()?;
    Some(content)
}

/// Where the front matter ends, at the head of a document that has one.
fn head(source: Source<'_>, entry: Open) -> Result<Option<usize>, RanOut> {
    if entry.past_head {
        return Ok(None);
    }
    Ok(matter(source)?.map(|(_, end)| end))
}

/// Front matter: its content, and the end of its last line. Marks that nothing closes soon, or that stand around
/// nothing, are no front matter.
fn matter(source: Source<'_>) -> Result<Option<(Range<usize>, usize)>, RanOut> {
    let Some(first) = source.line(0)? else { return Ok(None) };
    let ends: &[&str] = match first.text.trim_end() {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return Ok(None),
    };
    let mut at = first.next;
    while let Some(line) = source.line(at)?.filter(|line| line.next <= LOOK_AHEAD) {
        if at == first.next && line.is_blank() {
            break;
        }
        if ends.contains(&line.text.trim_end()) {
            return Ok(Some((first.next..at, line.next)));
        }
        at = line.next;
    }
    Ok(None)
}

/// Reads code from `at` to its closing fence; at most so far that the block is long enough.
fn fenced(source: Source<'_>, mut at: usize, fence: Fence, exit: &mut Open) -> Result<usize, RanOut> {
    exit.fence = Some(fence);
    while at < LONGEST_BLOCK
        && let Some(line) = source.line(at)?
    {
        if line.next > LONGEST_BLOCK && at > 0 {
            return Ok(at);
        }
        at = line.next;
        if fence.is_closed_by(&line) {
            exit.fence = None;
            break;
        }
    }
    Ok(at)
}

/// Reads a paragraph, an item, a note, a table: what stands together; or code with its fences; or a comment. Where a page
/// ends inside a word, the notes at its foot and what the word goes on with too. Returns where it ends, and the text
/// first of the passages that it consists of.
fn unfenced(source: Source<'_>, exit: &mut Open) -> Result<(usize, Vec<Passage>), RanOut> {
    let mut passages = vec![Passage::default()];
    let Some(mut first) = source.line_with_text(0)? else {
        return Ok((0, passages));
    };
    if let Some(fence) = fence_at(&first, exit.container) {
        return Ok((fenced(source, first.next, fence, exit)?, passages));
    }
    if let Some(end) = comment_end(source, &first)? {
        return Ok((end, passages));
    }
    let is_indented = first.text_start() - first.start >= 2 || first.text.starts_with('\t');
    exit.container = begins_container(&first) || (exit.container && is_indented);
    // A heading, an item or a table breaks off inside a word at most.
    let is_text = !exit.container && foot_markup(&first, false) == Markup::None;
    loop {
        let start = first.text_start();
        let last = paragraph(source, first, exit)?;
        passages[0].parts.push(start..last.next);
        if last.next > LONGEST_BLOCK || !is_text && !plain::ends_in_hyphen(last.text) {
            return Ok((last.next, passages));
        }
        let markup = |line: &Line<'_>| foot_markup(line, exit.container);
        match plain::continuation(source, &last, markup)? {
            Some((line, foot)) if line.start <= LONGEST_BLOCK => {
                passages.extend(foot);
                first = line;
            }
            _ => return Ok((last.next, passages)),
        }
    }
}

/// Reads lines up to a blank one or a fence. Returns the last.
fn paragraph<'a>(source: Source<'a>, first: Line<'a>, exit: &mut Open) -> Result<Line<'a>, RanOut> {
    let mut last = first;
    while last.next <= LONGEST_BLOCK
        && let Some(line) = source.line(last.next)?
        && !line.is_blank()
        && fence_at(&line, exit.container).is_none()
    {
        exit.container |= begins_container(&line);
        last = line;
    }
    Ok(last)
}

/// What a line is that may stand at the foot of a page. A rule or a comment may part the pages.
fn foot_markup(line: &Line<'_>, in_container: bool) -> Markup {
    let text = line.head().trim();
    let is_rule = text.len() >= 3
        && ["-", "*", "_"]
            .iter()
            .any(|mark| text.replace([' ', '\t'], "").replace(mark, "").is_empty());
    let is_comment = text.starts_with("<!--") && text.ends_with("-->");
    match () {
        () if is_rule || is_comment || matches!(text, "\\newpage" | "\\pagebreak") => Markup::Unread,
        () if fence_at(line, in_container).is_some() || text.starts_with(['#', '>', '|', '<', '-', '+', '*']) => {
            Markup::Apart
        }
        () => Markup::None,
    }
}

/// Where a comment that begins with this line ends, blank lines or not. One that does not end soon is half typed.
fn comment_end(source: Source<'_>, first: &Line<'_>) -> Result<Option<usize>, RanOut> {
    if !first.text.trim_start().starts_with("<!--") {
        return Ok(None);
    }
    let text = &source.text()[first.start..];
    let near = &text[..text.floor_char_boundary(LOOK_AHEAD)];
    match near.find("-->") {
        Some(at) => Ok(source.line(first.start + at)?.map(|line| line.next)),
        None if near.len() < text.len() || source.is_complete() => Ok(None),
        None => Err(RanOut),
    }
}

/// Whether a list item or the text of a note begins with this line.
fn begins_container(line: &Line<'_>) -> bool {
    let text = line.head().trim_start();
    let behind_digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marker = text.strip_prefix(['-', '*', '+']).or_else(|| {
        let is_number = (1..=9).contains(&(text.len() - behind_digits.len()));
        behind_digits.strip_prefix(['.', ')']).filter(|_| is_number)
    });
    let is_note = text.starts_with("[^") && text.contains("]:");
    is_note || marker.is_some_and(|behind| behind.starts_with(char::is_whitespace))
}

/// The fence that a line opens.
fn fence_at(line: &Line<'_>, in_container: bool) -> Option<Fence> {
    let text = line.head().trim_start();
    if !in_container && (line.text_start() - line.start > 3 || line.text.starts_with('\t')) {
        return None;
    }
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    let is_fence = length >= 3 && (mark == '~' || !info.contains('`'));
    is_fence.then_some(Fence {
        tilde: mark == '~',
        length: length.min(1 << 16) as u32,
    })
}

impl Fence {
    fn is_closed_by(self, line: &Line<'_>) -> bool {
        let text = line.text.trim();
        let mark = if self.tilde { '~' } else { '`' };
        text.len() >= self.length as usize && text.chars().all(|c| c == mark)
    }
}
