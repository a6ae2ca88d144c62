//! What holds of a replacement in any format: markup and prose outside of the changes are read as they were. Zones are not
//! asked for: what a quotation or a heading is, is judged by its words.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::prose::{self, State};

/// What every format may have, a name in several shapes among it. Definitions of labels are left to `links_lead_where_they_led`:
/// what was a word in brackets is a link behind them.
const ANYWHERE: &[&str] = &[
    "Smyrna",
    "Smyrna’ya",
    "Smyrna'dan",
    "Smyr-\nna",
    "Smyr-\r\nna’ya",
    "SMYRNA",
    "Smyr\u{ad}na",
    "(Smyrna)",
    "“Smyrna”",
    "Smyrna,",
    "Smyr-\n    na.",
    "Smyr-\n na",
    "Smyr¬\nna",
    "Smyrna da",
    "o gün",
    "kent",
    "düştü.",
    "Sonra",
    " ",
    " ",
    "\n",
    "\n\n",
    "-",
    "–",
    "(",
    ")",
    "“",
    "”",
    ",",
    ".",
    "12",
    "\t",
];

/// The markup of each format, names broken by it too.
fn fragments(format: Format) -> &'static [&'static str] {
    match format {
        Format::PlainText => &["1 ", "s. 3", "1) Not: Smyrna", "¹", "    "],
        Format::Markdown => &[
            "*",
            "**",
            "*Smyrna*",
            "Smyr**na**",
            "[Smyrna][]",
            "[Smyrna]",
            "[[Smyrna]]",
            "[[kent|Smyrna]]",
            "![Smyrna](a.png)",
            "[Smyr-\nna](http://a.b)",
            "[kent](a.md \"Smyrna\")",
            "[^1]",
            "\n\n[^1]: ",
            "\n> ",
            "\n- ",
            "\n\n# ",
            "`Smyrna`",
            "&nbsp;",
            "&amp;",
            "\\*",
            "<b>",
            "</b>",
            "<br>",
            "| a | Smyrna |\n|---|---|\n",
            "**Smyr-\nna**",
            "  \n",
            "\n> Smyr-\n> na ",
            "\n- Smyr-\n  na",
        ],
        Format::Latex => &[
            "\\emph{Smyrna}",
            "\\emph{",
            "}",
            "{",
            "Smyr\\-na",
            "\\footnote{Smyrna}",
            "\\footnote{",
            "\\label{Smyrna}",
            "\\ref{Smyrna}",
            "~",
            "%\n",
            "% Smyrna\n",
            "$x$",
            "\\section{Smyrna}\n",
            "\\c{c}",
            "\\textbf{Smyr-\nna}\\footnote{Not.}",
            "\\cite{Smyrna}",
            "Smyr%\nna",
            "\\begin{quote}\n",
            "\\end{quote}\n",
            "``",
            "''",
        ],
        Format::Bibtex => &[
            "@book{Smyrna,\n",
            "title = {Smyrna}",
            "title = {",
            "},\n",
            "}\n\n",
            "author = \"Smyrna\"",
            "{S}myrna",
            "note = {Smyr-\nna}",
            "\\emph{Smyrna}",
        ],
        Format::Xml | Format::Html => &[
            "<p>",
            "</p>",
            "<hi>",
            "</hi>",
            "<hi>Smyrna</hi>",
            "Smyr<hi>na</hi>",
            "Smyr<lb break=\"no\"/>na",
            "<note>Smyrna</note>",
            "<note>",
            "</note>",
            "&#160;",
            "&amp;",
            "<pb n=\"3\"/>",
            "<!-- Smyrna -->",
            "<persName ref=\"#Smyrna\">Smyrna</persName>",
            "<b>Smyr-\nna</b>",
            "<br/>",
            "<head>Smyrna</head>",
            "<q>",
            "</q>",
            "<title>",
            "</title>",
            "<i>",
            "</i>",
            "<a name=\"Smyrna\">Smyrna</a>",
            "<sic>Smyrna</sic>",
            "Smyr-<pb/>\nna",
        ],
    }
}

/// A text in a format, made of pieces.
fn document() -> impl Strategy<Value = (Format, String)> {
    let formats = [
        Format::PlainText,
        Format::Markdown,
        Format::Latex,
        Format::Bibtex,
        Format::Xml,
        Format::Html,
    ];
    prop::sample::select(formats.to_vec()).prop_flat_map(|format| {
        let parts: Vec<&str> = ANYWHERE.iter().chain(fragments(format)).copied().collect();
        let part = prop_oneof![3 => prop::sample::select(parts), 1 => prop::sample::select(fragments(format).to_vec())];
        let joined = |parts: Vec<(&str, bool)>| -> String {
            parts
                .into_iter()
                .flat_map(|(part, blank)| [part, if blank { " " } else { "" }])
                .collect()
        };
        let text = prop::collection::vec((part, any::<bool>()), 1..16).prop_map(joined);
        (Just(format), text)
    })
}

/// A text as it is read.
#[derive(Debug, Default, PartialEq)]
struct Read {
    /// What is read together, by the place of its first byte, blanks as one; barriers are `‖`.
    streams: Vec<String>,
    /// What is no prose, without blanks.
    markup: String,
}

/// Reads a text. Of every byte `becomes` says what it is to be read as.
fn read(format: Format, text: &str, becomes: &BTreeMap<usize, String>) -> Read {
    let mut read = Read::default();
    let (mut start, mut entry) = (0, State::default());
    let mut is_prose = vec![false; text.len()];
    let as_read = |at: usize, sign: char| becomes.get(&at).cloned().unwrap_or_else(|| sign.to_string());
    while start < text.len() {
        let (end, exit) = prose::block_end(format, &text, start, entry);
        let layout = prose::lay_out(format, &text[start..end], entry);
        for stream in layout.streams {
            let mut line = String::new();
            for piece in stream {
                if piece.barrier {
                    line.push('‖');
                }
                let range = start + piece.range.start..start + piece.range.end;
                is_prose[range.clone()].fill(true);
                let signs = text[range.clone()].char_indices();
                line.extend(signs.map(|(at, sign)| as_read(range.start + at, sign)));
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            read.streams.extend((!words.is_empty()).then(|| words.join(" ")));
        }
        (start, entry) = (end, exit);
    }
    let markup = text.char_indices().filter(|(at, _)| !is_prose[*at]);
    let markup: String = markup.map(|(at, sign)| as_read(at, sign)).collect();
    read.markup = markup.split_whitespace().collect();
    read
}

/// What the bytes of a text become: those of a change nothing, but the first its new text.
fn becomes(text: &str, changes: &[Change]) -> BTreeMap<usize, String> {
    let mut becomes = BTreeMap::new();
    for change in changes {
        for (at, _) in text[change.range.clone()].char_indices() {
            becomes.insert(change.range.start + at, String::new());
        }
        becomes.insert(change.range.start, change.text.clone());
    }
    becomes
}

fn stays_as_it_was(format: Format, text: &str, changes: &[Change]) -> Result<(), TestCaseError> {
    // A target that is written down before words is markup in front of prose: see `links_lead_where_they_led`.
    if changes.iter().any(|change| change.range.is_empty()) {
        return Ok(());
    }
    let new = apply(text, changes);
    let (expected, found) = (
        read(format, text, &becomes(text, changes)),
        read(format, &new, &BTreeMap::new()),
    );
    prop_assert_eq!(found, expected, "{:?}\n{:?}\n{:?}\n{:?}", format, text, new, changes);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn what_stands_around_a_replacement_is_read_as_it_was((format, text) in document()) {
        let (gazetteer, language) = gazetteer("tr place\tSmyrna\tİzmir", "tr");
        let facts = Facts { format, language: Some(language), ..Facts::default() };
        let analysis = Analysis::fresh(&text, &facts, &gazetteer);
        let mut replacer = Replacer::new(&analysis, &text);
        let mut all: Vec<Change> = Vec::new();
        for mention in analysis.mentions() {
            let Some(old) = mention.uses().find(|id| gazetteer.spelling(*id).text == "Smyrna") else { continue };
            let new = alternatives(&gazetteer, old)[0];
            let Ok(found) = replacer.replace(&mention, old, new) else { continue };
            for replacement in &found {
                stays_as_it_was(format, &text, &replacement.changes)?;
            }
            let end = all.last().map_or(0, |last| last.range.end);
            let first = found.into_iter().next().map(|first| first.changes).unwrap_or_default();
            if first.first().is_some_and(|first| first.range.start >= end) {
                all.extend(first);
            }
        }
        stays_as_it_was(format, &text, &all)?;
    }
}
