//! The changes that put a form where a name stands: word by word where that is possible, so that what stands between the
//! words stays; a word that a line breaks becomes whole in front of the break.

use std::ops::Range;

use crate::analysis::Paragraph;
use crate::fold::is_hyphen;
use crate::prose::Format;
use crate::text::Text;

use super::forms::Form;
use super::standing::Standing;
use super::{Change, Obstacle};

/// The changes, sorted, some of them perhaps of what is there already.
pub(super) fn of(
    text: &dyn Text,
    format: Format,
    paragraph: &Paragraph,
    standing: &Standing,
    form: &Form,
) -> Result<Vec<Change>, Obstacle> {
    let page = Page {
        text,
        format,
        paragraph,
        stream: standing.core.start,
    };
    let is_special = |text: &str| format.is_special(text);
    if let Some(changes) = page.by_words(standing, form) {
        return match changes.iter().any(|change| is_special(&change.text)) {
            true => Err(Obstacle::Signs),
            false => Ok(changes),
        };
    }
    if is_special(&form.name) || form.suffix.as_deref().is_some_and(is_special) {
        return Err(Obstacle::Signs);
    }
    page.as_a_whole(standing, form)
}

/// A text and the stream of it in which a name stands.
struct Page<'a> {
    text: &'a dyn Text,
    format: Format,
    paragraph: &'a Paragraph,
    stream: usize,
}

/// The end of the line on which a broken name goes on.
struct Closing {
    /// What of it belongs to the name: a comma, a bracket.
    signs: String,
    /// Where what follows begins.
    behind: usize,
    /// Whether nothing else stands on the line.
    last: bool,
}

impl Page<'_> {
    /// One change a word, and one for the suffix. `None` where the words do not correspond, or where one that changes is
    /// broken or has markup in it.
    fn by_words(&self, standing: &Standing, form: &Form) -> Option<Vec<Change>> {
        let (words, gaps) = split(&form.name);
        if words.len() != standing.words.len() {
            return None;
        }
        let mut changes = Vec::new();
        for (old, new) in standing.words.iter().zip(&words) {
            if *self.text.slice(old.clone()) != **new {
                self.is_plain(old).then_some(())?;
                changes.push(change(old.clone(), new));
            }
        }
        let ends = standing.words.iter().map(|word| word.end);
        let starts = standing.words.iter().skip(1).map(|word| word.start);
        let starts = starts.chain([standing.core.end]);
        for ((start, end), new) in ends.zip(starts).zip(gaps) {
            let old = self.text.slice(start..end);
            if old == new {
                continue;
            }
            match (self.is_prose(&(start..end)), is_broken(&old)) {
                (true, false) => {
                    if !same_joint(&old, new) {
                        changes.push(change(start..end, new));
                    }
                }
                // A broken gap says neither hyphen nor space; markup stays as it is.
                (_, true) if is_joint(new) && old.contains(is_hyphen) == new.contains(is_hyphen) => {}
                (false, false) if same_joint(&self.prose_of(start..end), new) => {}
                _ => return None,
            }
        }
        if let (Some(suffix), Some(new)) = (&standing.suffix, &form.suffix)
            && suffix.source != *new
        {
            self.is_plain(&suffix.letters).then_some(())?;
            changes.push(change(suffix.letters.clone(), new));
        }
        Some(changes)
    }

    /// The name in one piece, in front of the line break if one is in it.
    fn as_a_whole(&self, standing: &Standing, form: &Form) -> Result<Vec<Change>, Obstacle> {
        let range = standing.range();
        let source = self.text.slice(range.clone());
        let whole = form.whole(standing);
        let Some((front, rest)) = around_break(&source) else {
            return match self.is_prose(&range) {
                true => Ok(vec![change(range, &whole)]),
                false => Err(Obstacle::Markup),
            };
        };
        let (front, rest) = (range.start..range.start + front, range.start + rest..range.end);
        let rest_is_whole = !is_broken(&self.text.slice(rest.clone()));
        if !self.is_prose(&front) || !self.is_prose(&rest) || !rest_is_whole {
            return Err(Obstacle::Markup);
        }
        let between = self.text.slice(front.end..rest.start);
        let end_of_line = line_end(&between);
        let is_one_break = between[end_of_line..].chars().all(is_margin);
        // In a text without markup, what is indented begins a paragraph when no broken word stands before it.
        let is_indented = end_of_line < between.len() && self.format == Format::PlainText;
        let stays_open = |closing: &Closing| !closing.last && is_indented;
        match self.closing(rest.end).filter(|closing| !stays_open(closing)) {
            Some(Closing { signs, behind, last }) => {
                // Of a line that held nothing else, its margin goes too.
                let whole_line = last && is_one_break;
                let from = if whole_line {
                    front.end + end_of_line
                } else {
                    rest.start
                };
                Ok(vec![
                    change(front, &format!("{whole}{signs}")),
                    change(from..behind, ""),
                ])
            }
            None if is_one_break => Ok(vec![change(front.start..rest.end, &whole)]),
            None => Err(Obstacle::Markup),
        }
    }

    /// Whether a line of BibTeX begins a field, by which a field before it ends that nobody closed.
    fn begins_field(&self, line: &str) -> bool {
        let behind = line.trim_start_matches(|sign: char| !sign.is_whitespace() && sign != '=');
        self.format == Format::Bibtex && behind.trim_start().starts_with('=')
    }

    /// What closes the name’s line behind it. `None` where the line cannot end there: markup follows, or what could be
    /// read as markup at the beginning of a line.
    fn closing(&self, at: usize) -> Option<Closing> {
        const MOST: usize = 48;
        let rest = self.text.slice(at..self.text.boundary(at.saturating_add(MOST)));
        let closes = |sign: char| !sign.is_whitespace() && !sign.is_alphabetic();
        let signs = &rest[..rest.find(|sign| !closes(sign)).unwrap_or(rest.len())];
        let line = rest[signs.len()..].trim_start_matches(is_blank);
        let blanks = rest.len() - signs.len() - line.len();
        let behind = at + signs.len() + blanks;
        if !self.is_prose(&(at..behind)) {
            return None;
        }
        let end = line_end(line);
        let last = end > 0 || behind == self.text.len();
        let goes_on = blanks > 0 && line.starts_with(char::is_alphabetic) && !self.begins_field(line);
        (last || goes_on).then(|| Closing {
            signs: signs.to_owned(),
            behind: behind + end,
            last,
        })
    }

    fn is_plain(&self, range: &Range<usize>) -> bool {
        self.is_prose(range) && !is_broken(&self.text.slice(range.clone()))
    }

    fn is_prose(&self, range: &Range<usize>) -> bool {
        is_prose(self.paragraph, self.stream, range)
    }

    /// What of a range is prose.
    fn prose_of(&self, range: Range<usize>) -> String {
        let pieces = self.paragraph.stream(self.stream).unwrap_or_default();
        let first = pieces.partition_point(|piece| piece.range.end <= range.start);
        let inside = pieces[first..].iter().take_while(|piece| piece.range.start < range.end);
        let parts = inside.map(|piece| piece.range.start.max(range.start)..piece.range.end.min(range.end));
        parts.map(|part| self.text.slice(part).into_owned()).collect()
    }
}

/// Whether every byte of a range is prose of the stream at a byte, and none of it markup that stands for a letter.
pub(super) fn is_prose(paragraph: &Paragraph, stream: usize, range: &Range<usize>) -> bool {
    let Some(pieces) = paragraph.stream(stream) else {
        return false;
    };
    let first = pieces.partition_point(|piece| piece.range.end <= range.start);
    let mut at = range.start;
    for piece in &pieces[first..] {
        if at >= range.end || piece.range.start > at || piece.markup {
            break;
        }
        at = piece.range.end;
    }
    at >= range.end
}

fn change(range: Range<usize>, text: &str) -> Change {
    Change {
        range,
        text: text.to_owned(),
    }
}

/// The words of a form, and what stands behind each.
fn split(form: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut words, mut gaps) = (Vec::new(), Vec::new());
    let mut rest = form;
    while !rest.is_empty() {
        let is_inner = |(at, sign): (usize, char)| {
            let behind = rest[at + sign.len_utf8()..].chars().next();
            let joins = crate::fold::is_apostrophe(sign) && at > 0 && behind.is_some_and(char::is_alphanumeric);
            sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign) || joins
        };
        let word = rest.char_indices().find(|pair| !is_inner(*pair));
        let (word, behind) = rest.split_at(word.map_or(rest.len(), |(at, _)| at));
        let gap = behind.find(char::is_alphanumeric).unwrap_or(behind.len());
        words.push(word);
        gaps.push(&behind[..gap]);
        rest = &behind[gap..];
    }
    (words, gaps)
}

/// The bytes of the line end that a text begins with.
fn line_end(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        _ => 0,
    }
}

fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\u{a0}')
}

/// Whether a sign may stand before a line without being part of it: indentation, and the mark of a quotation in Markdown.
fn is_margin(sign: char) -> bool {
    is_blank(sign) || sign == '>'
}

fn is_broken(text: &str) -> bool {
    text.contains(['\n', '\r'])
}

/// Whether two gaps differ in nothing but the kind of blank or hyphen.
fn same_joint(old: &str, new: &str) -> bool {
    let plain = |text: &str| -> String {
        let kind = |sign: char| match sign {
            _ if sign.is_whitespace() => Some(' '),
            _ if is_hyphen(sign) => Some('-'),
            _ if crate::fold::is_invisible(sign) => None,
            other => Some(other),
        };
        text.chars().filter_map(kind).collect()
    };
    let mut old = plain(old);
    old.dedup_blanks();
    old == plain(new)
}

trait DedupBlanks {
    fn dedup_blanks(&mut self);
}

impl DedupBlanks for String {
    fn dedup_blanks(&mut self) {
        let mut before = 'x';
        self.retain(|sign| {
            let again = sign == ' ' && before == ' ';
            before = sign;
            !again
        });
    }
}

fn is_joint(gap: &str) -> bool {
    gap.chars().all(|sign| sign.is_whitespace() || is_hyphen(sign))
}

/// Of a text with a line break in it: where what stands before the break ends, blanks and the printer’s hyphen included,
/// and where what stands behind it begins.
fn around_break(text: &str) -> Option<(usize, usize)> {
    let end = text.find(['\n', '\r'])?;
    let start = end + text[end..].find(char::is_alphanumeric)?;
    Some((end, start))
}
