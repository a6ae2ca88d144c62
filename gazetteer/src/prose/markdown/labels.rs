//! Labels of links that are read as prose and say where the link leads too: `[Çiçerin][]`, `[Çiçerin]`, `[[Çiçerin]]`. Who
//! changes a word in one has to write the target down, or the link leads nowhere.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::super::{Label, LabelKind, addresses};
use super::inline::options;

/// The labels in some parts of a block.
pub(super) fn of(block: &str, parts: impl Iterator<Item = Range<usize>>) -> Vec<Label> {
    let mut labels = Vec::new();
    for part in parts {
        let Some(text) = block.get(part.clone()) else { continue };
        let mut rows = 0_usize;
        // What defines a label may stand anywhere in the document, so that any may be one.
        let mut any = |link: BrokenLink<'_>| {
            let is_cite = addresses::has_cite_key(&link.reference);
            (!is_cite).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
        };
        let parser = Parser::new_with_broken_link_callback(text, options(), Some(&mut any));
        for (event, range) in parser.into_offset_iter() {
            let label = match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    rows += 1;
                    None
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    rows = rows.saturating_sub(1);
                    None
                }
                Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                    label(&text[range.clone()], link_type, rows > 0)
                }
                _ => None,
            };
            labels.extend(label.map(|(words, kind)| Label {
                words: part.start + range.start + words.start..part.start + range.start + words.end,
                kind,
            }));
        }
    }
    labels
}

/// The words of a link that name its target too, in bytes of its source.
fn label(link: &str, link_type: LinkType, in_table: bool) -> Option<(Range<usize>, LabelKind)> {
    let (open, close, kind) = match link_type {
        // The parser leaves the empty brackets out of the range.
        LinkType::Collapsed | LinkType::CollapsedUnknown => ("[", "]", LabelKind::Collapsed),
        LinkType::Shortcut | LinkType::ShortcutUnknown => ("[", "]", LabelKind::Shortcut),
        // The bar between target and words is that between cells.
        LinkType::WikiLink { has_pothole: false } if in_table => ("[[", "]]", LabelKind::Fixed),
        LinkType::WikiLink { has_pothole: false } => ("[[", "]]", LabelKind::Wiki),
        _ => return None,
    };
    let start = link.find(open)? + open.len();
    let words = link.get(start..)?.strip_suffix(close)?;
    Some((start..start + words.len(), kind))
}

/// The labels that a document defines, as [`normalized`].
pub(in crate::prose) fn definitions(text: &str) -> BTreeSet<String> {
    let parser = Parser::new_ext(text, options());
    parser
        .reference_definitions()
        .iter()
        .map(|(label, _)| normalized(label))
        .collect()
}

/// A label as labels are compared: in small letters, white space made one space (CommonMark 0.31, 4.7).
pub(in crate::prose) fn normalized(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_uppercase().to_lowercase()
}
