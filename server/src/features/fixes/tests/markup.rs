//! Names with markup in them, in every place of theirs: whatever is done about them, the markup stays.

use std::collections::BTreeSet;
use std::ops::Range;

use onomast_gazetteer::replace::{Change, alternatives};

use crate::features::diagnostics::findings;
use crate::features::fixes::Fixer;
use crate::features::fixture::Fixture;
use crate::features::respell::{Target, respell};

/// Forms that something can be done about, and the form that most of the text has.
const NAMES: [(&str, &str); 3] = [
    ("Tchitcherine’in", "Çiçerin"),
    ("Georgiy Vasilyeviç Tchitcherine’e", "Çiçerin"),
    ("Angora’da", "Ankara"),
];

/// What stands before and behind something.
type Around = [&'static str; 2];

/// Of a format the extension, what stands around a paragraph, and markup: by itself, or what opens and closes it.
const FORMATS: [(&str, Around, &[Around]); 4] = [
    (
        "xml",
        ["<TEI><text><body><p>", "</p></body></text></TEI>"],
        &[
            ["<pb n=\"12\"/>", ""],
            ["<lb break=\"no\"/>", ""],
            ["<hi rend=\"b\">", "</hi>"],
            ["<!-- s. 12 -->", ""],
            ["<note>12</note>", ""],
        ],
    ),
    (
        "html",
        ["<p>", "</p>"],
        &[
            ["<wbr>", ""],
            ["<b>", "</b>"],
            ["<a href=\"a.html\">", "</a>"],
            ["<span id=\"s12\"></span>", ""],
            ["<!-- s. 12 -->", ""],
        ],
    ),
    (
        "md",
        ["", ""],
        &[
            ["*", "*"],
            ["**", "**"],
            ["[", "](a.md)"],
            ["<wbr>", ""],
            ["<!-- s. 12 -->", ""],
        ],
    ),
    (
        "tex",
        ["\\begin{document}\n", "\n\\end{document}"],
        &[
            ["\\-", ""],
            ["\\textit{", "}"],
            ["\\label{s12}", ""],
            ["\\pagebreak{}", ""],
            ["\\footnote{12}", ""],
        ],
    ),
];

/// A text with a paragraph for each place of a name in which markup can stand, and where that is.
fn text(name: &str, most: &str, [head, foot]: Around, [open, close]: Around) -> (String, Vec<Range<usize>>) {
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for gap in name.char_indices().map(|(at, _)| at).chain([name.len()]) {
        let (first, rest) = name.split_at(gap);
        text += &format!("{head}O yıl {most} ile {most} için yazılan mektup geldi, sonra {first}");
        pieces.push(text.len()..text.len() + open.len());
        text += &format!("{open}{rest}");
        pieces.push(text.len()..text.len() + close.len());
        text += &format!("{close} sözü edildi.{foot}\n\n");
    }
    (text, pieces)
}

/// All that can be done at the names of a text and with all of them: of each its changes.
fn everything(fixture: &Fixture) -> Vec<Vec<Change>> {
    let view = fixture.view();
    let found = findings(&view);
    let mut fixer = Fixer::new(&view);
    let fixes = found.iter().flat_map(|finding| fixer.fixes(finding));
    let mut all: Vec<Vec<Change>> = fixes.map(|fix| fix.changes).collect();
    let safe = fixer.safe(&found).into_iter();
    all.push(safe.flat_map(|fix| fix.changes).collect());
    let mut used = BTreeSet::new();
    for mention in view.analysis.mentions() {
        for from in mention.uses() {
            let others = alternatives(view.analysis.gazetteer(), from);
            for to in others {
                let fixes = fixer.replacements(&mention, from, to).into_iter();
                all.extend(fixes.map(|fix| fix.changes));
            }
            used.insert(from);
        }
    }
    let renamed = Target::New("Yeni Ad".to_owned());
    for from in used {
        let others = alternatives(view.analysis.gazetteer(), from).into_iter();
        for target in others.map(Target::Known).chain([renamed.clone()]) {
            let changes = respell(&view, from, &target).changes.into_iter();
            all.push(changes.map(|(change, _)| change).collect());
        }
    }
    all
}

#[test]
fn nothing_is_written_into_markup_and_none_of_it_goes() {
    for (extension, around, markup) in FORMATS {
        for &marks in markup {
            let mut beside = 0;
            for (name, most) in NAMES {
                let (text, pieces) = text(name, most, around, marks);
                let fixture = Fixture::read(&format!("//- /a.{extension}\n{text}"));
                for change in everything(&fixture).into_iter().flatten() {
                    let next = pieces.partition_point(|piece| piece.end <= change.range.start);
                    let next = pieces[next..].iter().find(|piece| !piece.is_empty());
                    // A star before an apostrophe is no markup for Markdown but a sign of the text; it stays too.
                    let whole = next.is_none_or(|piece| {
                        change.range.end <= piece.start
                            || extension == "md" && change.text.contains(&fixture.text[piece.clone()])
                    });
                    assert!(whole, "{text}\n{change:?}");
                    beside += usize::from(next.is_some_and(|piece| change.range.end + name.len() > piece.start));
                }
            }
            // Names with markup between their words, before or behind them are changed all the same.
            assert!(beside > 10, "{extension} {marks:?}: {beside}");
        }
    }
}
