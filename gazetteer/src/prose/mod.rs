//! What of a document is prose, and what kind of prose.
//!
//! A format answers two questions, each of a text that may be broken or half typed, and neither can fail: where a block
//! ends ([`block_end`]), and what inside a block is prose ([`lay_out`]). A block is a paragraph, so the state between two
//! blocks is small: whether a code fence or front matter is open.
//!
//! Both judge quotation marks and headings by signs that can be wrong, and neither takes prose away for them: a zone
//! only says how a name in it is to be treated.

mod addresses;
mod bibtex;
mod breaks;
mod citations;
#[cfg(test)]
mod drawing;
mod entries;
mod latex;
mod literature;
mod markdown;
mod plain;
mod quoted;
mod quotes;
mod references;
mod remarks;
mod source;
#[cfg(test)]
mod tests;
mod unmarked;
pub(crate) mod work;
mod writer;
mod xml;
mod zones;

pub(crate) use unmarked::{NO_PROSE, Unmarked};

pub(crate) use quoted::around;
pub use quoted::{Quoted, QuotedBy};
pub(crate) use quotes::is_quotation;
pub(crate) use remarks::remarks;
pub use remarks::{Remark, Scope};

use std::collections::BTreeSet;
use std::ops::Range;

use crate::language::Language;

/// The markup of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// No markup; printed articles as scanned.
    #[default]
    PlainText,
    /// CommonMark with front matter and footnotes.
    Markdown,
    /// LaTeX.
    Latex,
    /// A bibliography in BibTeX or BibLaTeX.
    Bibtex,
    /// TEI, and other XML.
    Xml,
    /// HTML.
    Html,
}

/// A format: by what it is known, and how it is read. A new format is a file and a row.
struct Known {
    format: Format,
    /// File name extensions, in small letters.
    extensions: &'static [&'static str],
    /// What editors call it.
    language_ids: &'static [&'static str],
    /// Signs that prose cannot have as they are: alone they are markup, or no well-formed text.
    special: &'static [char],
    /// Where a block ends, and the state behind it. One that is too long is cut by [`block_end`].
    block_end: fn(source::Source<'_>, State) -> Result<(usize, State), source::RanOut>,
    /// Where a block that is too long is cut, at best or a little before, and the state there. The block up to there is
    /// given, with the states before it and behind it as if it were not cut.
    cut: fn(&str, State, State) -> (usize, State),
    /// The prose of a text. The block begins at this byte of it, in this state; what stands before is overlap.
    lay_out: fn(&str, usize, State) -> Layout,
    /// Where one reading serves both: what `block_end` and `lay_out` say of a block. No layout where the block is not read
    /// by itself.
    read: Option<Read>,
}

/// Where a block ends, the state behind it, and its prose.
type Read = fn(source::Source<'_>, State) -> Result<((usize, State), Option<Layout>), source::RanOut>;

impl Known {
    /// Where a block ends that was read to the end, or is cut since it is too long.
    fn cut_off(&self, source: source::Source<'_>, entry: State, (end, exit): (usize, State)) -> (usize, State) {
        if end <= LONGEST_BLOCK {
            return (end, exit.inside(false));
        }
        let block = &source.text()[..source::cut(source.text())];
        let (end, exit) = (self.cut)(block, entry, exit);
        (end, exit.inside(true))
    }
}

/// XML 1.0, 2.4.
const XML_SPECIAL: &[char] = &['&', '<'];
/// The TeXbook, chapter 7: the characters whose category is not that of letters and signs.
const TEX_SPECIAL: &[char] = &['&', '%', '$', '#', '_', '{', '}', '~', '^', '\\'];

const FORMATS: &[Known] = &[
    Known {
        format: Format::PlainText,
        extensions: &["txt"],
        language_ids: &["plaintext", "text"],
        special: &[],
        block_end: plain::block_end,
        cut: plain::cut,
        lay_out: plain::lay_out,
        read: Some(plain::read),
    },
    Known {
        format: Format::Markdown,
        extensions: &["md", "markdown"],
        language_ids: &["markdown"],
        special: &[],
        block_end: markdown::block_end,
        cut: markdown::cut,
        lay_out: markdown::lay_out,
        read: None,
    },
    Known {
        format: Format::Latex,
        extensions: &["tex", "latex", "ltx"],
        language_ids: &["latex", "tex", "plaintex"],
        special: TEX_SPECIAL,
        block_end: latex::block_end,
        cut: latex::cut,
        lay_out: latex::lay_out,
        read: None,
    },
    Known {
        format: Format::Bibtex,
        extensions: &["bib"],
        language_ids: &["bibtex", "bib"],
        special: TEX_SPECIAL,
        block_end: bibtex::block_end,
        cut: bibtex::cut,
        lay_out: bibtex::lay_out,
        read: None,
    },
    Known {
        format: Format::Xml,
        extensions: &["xml", "tei"],
        language_ids: &["xml", "tei"],
        special: XML_SPECIAL,
        block_end: xml::xml_block_end,
        cut: xml::xml_cut,
        lay_out: xml::xml_lay_out,
        read: None,
    },
    Known {
        format: Format::Html,
        extensions: &["html", "htm", "xhtml"],
        language_ids: &["html", "xhtml"],
        special: XML_SPECIAL,
        block_end: xml::html_block_end,
        cut: xml::html_cut,
        lay_out: xml::html_lay_out,
        read: None,
    },
];

impl Format {
    /// Every extension that a format claims, in small letters.
    pub fn known_extensions() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().flat_map(|known| known.extensions.iter().copied())
    }

    /// The format of files with this extension, in any case; `None` for extensions that no format claims.
    pub fn of_extension(extension: &str) -> Option<Format> {
        let extension = extension.to_lowercase();
        let known = FORMATS
            .iter()
            .find(|known| known.extensions.contains(&extension.as_str()));
        known.map(|known| known.format)
    }

    /// The format of what an editor calls by this language id.
    pub fn of_language_id(id: &str) -> Option<Format> {
        let known = FORMATS.iter().find(|known| known.language_ids.contains(&id));
        known.map(|known| known.format)
    }

    /// A stable word for it: what most editors call it (`plaintext`, `markdown`, `latex`, `bibtex`, `xml`, `html`).
    pub fn as_str(self) -> &'static str {
        self.known().language_ids.first().copied().unwrap_or_default()
    }

    /// Whether a text has a sign that prose of this format cannot have as it is.
    pub(crate) fn is_special(self, text: &str) -> bool {
        text.contains(self.known().special)
    }

    fn known(self) -> &'static Known {
        FORMATS.iter().find(|known| known.format == self).unwrap_or(&FORMATS[0])
    }
}

/// What kind of prose a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Zone {
    /// Running text of the author.
    #[default]
    Narration,
    /// A heading.
    Heading,
    /// Somebody else's words.
    Quotation,
    /// References to literature and archives, footnotes that hold them.
    Bibliography,
}

impl Zone {
    /// Every zone.
    pub const ALL: [Zone; 4] = [Zone::Narration, Zone::Heading, Zone::Quotation, Zone::Bibliography];

    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Zone::Narration => "narration",
            Zone::Heading => "heading",
            Zone::Quotation => "quotation",
            Zone::Bibliography => "bibliography",
        }
    }

    /// The zone of this word.
    pub fn parse(word: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.as_str() == word)
    }
}

/// A run of prose in a block, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the block.
    pub range: Range<usize>,
    /// Whether nothing in front of this piece can belong to the same name (code, a cell boundary). Where it is false
    /// the pieces touch, and markup between them is as if it were not there (`**Mustafa** Kemal`).
    pub barrier: bool,
    /// Whether it is markup that stands for something: a character reference, an accent of LaTeX.
    pub markup: bool,
}

/// The prose of one block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Texts that are read by themselves: the paragraph, and a footnote block or page number that interrupts it.
    /// Each is a sequence of pieces in reading order.
    pub streams: Vec<Vec<Piece>>,
    /// Zones other than narration: sorted, without overlap (of nested ones the inner). Bytes of the block.
    pub zones: Vec<(Range<usize>, Zone)>,
    /// What stands in quotation marks or emphasis, marks excluded, however short. Sorted by start; may nest.
    pub quoted: Vec<Quoted>,
    /// Stretches whose language the markup states. Sorted by start; may nest, the outer first.
    pub languages: Vec<(Range<usize>, Language)>,
    /// Words of which the markup says whom or what they name. Sorted by start; may nest.
    pub pins: Vec<Pin>,
    /// What the markup says of the references that pins may use, here and elsewhere in the document.
    pub definitions: Vec<Definition>,
}

/// Words of which the markup says whom or what they name (`<persName ref="#chicherin">`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Bytes of the block, as one stretch of the source.
    pub range: Range<usize>,
    /// The reference as it stands; several are separated by white space.
    pub reference: String,
}

/// What a reference leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    /// An identifier of the document (`xml:id`) names what a URI or an id of a gazetteer names (`idno`, `sameAs`).
    Identifier {
        /// Without `#`.
        id: String,
        /// As it stands.
        same_as: String,
    },
    /// A prefix (`<prefixDef ident>`) stands for something longer.
    Prefix {
        /// Without its colon.
        prefix: String,
        /// What it stands for; `$1` is the rest of the reference.
        replacement: String,
    },
}

impl Layout {
    /// The language that the markup states at a byte of the block.
    pub fn language(&self, at: usize) -> Option<&Language> {
        let before = self.languages.partition_point(|(range, _)| range.start <= at);
        let around = self.languages[..before].iter().rev().find(|(range, _)| at < range.end);
        around.map(|(_, language)| language)
    }

    /// The zone at a byte of the block.
    pub fn zone(&self, at: usize) -> Zone {
        zone(&self.zones, at)
    }
}

/// The zone at a byte among sorted ones.
pub(crate) fn zone(zones: &[(Range<usize>, Zone)], at: usize) -> Zone {
    zone_around(zones, at).map_or(Zone::Narration, |(_, zone)| zone)
}

/// The one of sorted zones in which a byte stands.
pub(crate) fn zone_around(zones: &[(Range<usize>, Zone)], at: usize) -> Option<(&Range<usize>, Zone)> {
    let before = zones.partition_point(|(range, _)| range.start <= at);
    let (range, zone) = zones[..before].last().filter(|(range, _)| at < range.end)?;
    Some((range, *zone))
}

/// What a block inherits from the text before it. Formats use it as they like; the state at the head of a document is
/// the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct State(pub(crate) u32, pub(crate) [u32; State::ELEMENTS]);

impl State {
    /// Elements that formats with elements can keep.
    pub(crate) const ELEMENTS: usize = 6;

    pub(crate) fn of(bits: u32) -> State {
        State(bits, [0; State::ELEMENTS])
    }

    /// Set between two blocks that are one paragraph: it was too long. Formats use the other bits.
    const INSIDE: u32 = 1 << 31;

    /// Whether a paragraph was cut here. What stands [`OVERLAP`] bytes before and behind the cut is read with both
    /// halves, so that no name is lost in it.
    pub fn is_inside(self) -> bool {
        self.0 & State::INSIDE != 0
    }

    fn inside(self, inside: bool) -> State {
        State(self.0 & !State::INSIDE | if inside { State::INSIDE } else { 0 }, self.1)
    }
}

/// Blocks longer than this many bytes are cut at white space.
pub const LONGEST_BLOCK: usize = 64 * 1024;

/// How many bytes on the other side of a cut are read too: more than any name has.
pub const OVERLAP: usize = 2 * 1024;

/// How many bytes behind the end of a block may have been read to decide that it ends there. A change farther behind it
/// changes nothing about the block.
pub const LOOK_AHEAD: usize = 8 * 1024;

/// Where the block that begins at byte `start` of `text` ends, and the state behind it.
///
/// The end is greater than `start` for `start < text.len()`, lies between characters, and depends on nothing before
/// `start` but `entry`, and on nothing farther behind the end than [`LOOK_AHEAD`]. White space behind a paragraph belongs
/// to it.
pub fn block_end(format: Format, text: &dyn crate::Text, start: usize, entry: State) -> (usize, State) {
    let otherwise = (text.len() - start, entry);
    let known = format.known();
    let (length, state) = source::with_window(text, start, otherwise, |source| {
        let ends = (known.block_end)(source, entry)?;
        Ok(known.cut_off(source, entry, ends))
    });
    (start + length, state)
}

/// A block, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBlock {
    /// Where it ends: see [`block_end`].
    pub end: usize,
    /// The state behind it.
    pub exit: State,
    /// What [`lay_out`] says of it, if finding its end was enough to know. `None` where it must be asked.
    pub layout: Option<Layout>,
}

/// The same as [`block_end`], with what was learned of the block on the way.
pub fn read_block(format: Format, text: &dyn crate::Text, start: usize, entry: State) -> ReadBlock {
    let known = format.known();
    let Some(read) = known.read else {
        let (end, exit) = block_end(format, text, start, entry);
        let layout = None;
        return ReadBlock { end, exit, layout };
    };
    let otherwise = ((text.len() - start, entry), None);
    let ((length, exit), layout) = source::with_window(text, start, otherwise, |source| {
        let (ends, layout) = read(source, entry)?;
        Ok((known.cut_off(source, entry, ends), layout))
    });
    ReadBlock {
        end: start + length,
        exit,
        layout,
    }
}

/// The prose of a block that [`block_end`] has cut.
pub fn lay_out(format: Format, block: &str, entry: State) -> Layout {
    (format.known().lay_out)(block, 0, entry)
}

/// The prose of a text in which a block begins at this byte: the block with the overlap on its sides.
pub(crate) fn lay_out_around(format: Format, text: &str, start: usize, entry: State) -> Layout {
    (format.known().lay_out)(text, start, entry)
}

/// The characters that a piece of markup stands for: a character reference of HTML (`&nbsp;`), an accent or a blank of
/// LaTeX (`\c{c}`, `~`), a break between words or maybe inside one (`<lb/>`, `<pb/>`). `None` for what stands for nothing.
pub(crate) fn stands_for(piece: &str) -> Option<String> {
    match piece.as_bytes().first()? {
        b'&' => markdown::character_reference(piece),
        b'<' if !piece.starts_with("<<") => Some(xml::break_stands_for(piece).to_owned()),
        b'\\' | b'~' | b'"' | b'`' | b'\'' | b'<' | b'>' | b',' => latex::stands_for(piece),
        _ => breaks::stands_for_stretch(piece),
    }
}

/// What of a block is given in the very letters of a source, errors included: sorted.
pub(crate) fn verbatim(format: Format, block: &str) -> Vec<Range<usize>> {
    match format {
        Format::Xml => xml::verbatim(block),
        _ => Vec::new(),
    }
}

/// Words of a link that are read and name its target too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// What stands between the brackets, in bytes of the block.
    pub(crate) words: Range<usize>,
    pub(crate) kind: LabelKind,
}

/// How a label names the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LabelKind {
    /// `[words][]`
    Collapsed,
    /// `[words]`, where the document defines these words; they are in brackets else, and no label.
    Shortcut,
    /// `[[words]]`
    Wiki,
    /// Where the target cannot be written beside the words.
    Fixed,
}

/// The labels of a block that [`block_end`] has cut, by start. One inside another stands behind it.
pub(crate) fn labels(format: Format, block: &str, entry: State) -> Vec<Label> {
    match format {
        Format::Markdown => markdown::labels(block, entry),
        _ => Vec::new(),
    }
}

/// Whether a document defines a label, of those whose definitions [`label_definitions`] has found.
pub(crate) fn is_defined(definitions: &BTreeSet<String>, label: &str) -> bool {
    definitions.contains(&markdown::normalized(label))
}

/// The labels that a document defines. The work is that of finding its blocks.
pub(crate) fn label_definitions(format: Format, document: &str) -> BTreeSet<String> {
    match format {
        Format::Markdown => markdown::definitions(document),
        _ => BTreeSet::new(),
    }
}

/// The date that the header of a document in TEI states for the making of its text: bytes of its beginning, in which it
/// stands.
pub fn creation_date(format: Format, head: &str) -> Option<Range<usize>> {
    (format == Format::Xml).then(|| xml::creation_date(head)).flatten()
}

/// The settings at the head of a Markdown document: what stands between two lines `---` (YAML) or `+++` (TOML), of which
/// the first is the first line of the document.
pub fn front_matter(text: &str) -> Option<Range<usize>> {
    markdown::front_matter(text)
}
