//! Paragraphs longer than a block may be: no name is lost or doubled where they are cut.

use std::sync::Arc;

use onomast_gazetteer::analysis::{Edit, Facts, Verdict, explain};
use onomast_gazetteer::prose::{Format, LONGEST_BLOCK};
use onomast_gazetteer::{Analysis, Gazetteer};
use proptest::prelude::*;

use crate::support::gazetteer;

const NAMES: &str = "
person/chicherin masculine: full ru Георгий Васильевич Чичерин; surname ru Чичерин; surname/tr tr Çiçerin
person/kamenev masculine: full ru Сергей Сергеевич Каменев; surname ru Каменев
organization/assembly: full ru Великое национальное собрание
place/kars: full ru Карс; full/tr tr Kars
publication/pravda: full ru Правда [alone=quoted]
organization/commissariat: full ru Комиссариат иностранных дел; full/b ru Народный комиссариат Карса [alone=context]
";

/// In BibTeX long entries are cut between fields.
const FORMATS: [Format; 5] = [
    Format::PlainText,
    Format::Markdown,
    Format::Latex,
    Format::Xml,
    Format::Html,
];

/// The mentions of a text: where they begin and end, with suffix, and whom they name.
fn mentions(text: &str, format: Format, gazetteer: &Arc<Gazetteer>) -> Vec<(usize, usize, usize)> {
    let facts = Facts {
        format,
        ..Facts::default()
    };
    Analysis::fresh(&text, &facts, gazetteer)
        .mentions()
        .map(|mention| (mention.range.start, mention.range.end, mention.with_suffix.end))
        .collect()
}

/// A paragraph as long as a block and a little longer, with `morsel` so many bytes before the end of the block.
fn around_the_cut(filler: &str, morsel: &str, before: usize) -> (String, usize) {
    let mut text = String::new();
    while text.len() + filler.len() + before <= LONGEST_BLOCK {
        text.push_str(filler);
    }
    let start = text.len();
    text.push_str(morsel);
    while text.len() < LONGEST_BLOCK + 200 {
        text.push_str(filler);
    }
    (text, start)
}

#[test]
fn a_name_at_the_cut_is_found_once() {
    let gazetteer = gazetteer(NAMES);
    let rows = [
        ("initials", "и вот Г. В. Чичерину он "),
        ("full name", "и вот Георгию Васильевичу Чичерину он "),
        ("broken over lines", "и вот Чи-\nчерину он "),
        ("initials of somebody else", "и вот Л. Б. Каменев он "),
        ("longer than its words", "о Великом национальном собрании Карса он "),
        ("a footnote mark", "у Kars12’ın он "),
        ("its kind before it", "вот газета Правда, он "),
        ("within one that waits", "о Народном комиссариате Карса он "),
        (
            "within one that need not wait",
            "о Комиссариате иностранных дел, о Народном комиссариате Карса он ",
        ),
    ];
    for (name, morsel) in rows {
        let expected = mentions(morsel, Format::PlainText, &gazetteer);
        for format in FORMATS {
            // Without full stops a block is cut behind a word, else behind a sentence.
            for filler in ["так и вот ", "Он был там. "] {
                for before in (0..morsel.len()).step_by(13) {
                    let (text, start) = around_the_cut(filler, morsel, before);
                    let found = mentions(&text, format, &gazetteer);
                    let expected: Vec<_> = expected
                        .iter()
                        .map(|&(from, to, suffix)| (from + start, to + start, suffix + start))
                        .collect();
                    assert_eq!(
                        found, expected,
                        "{name}, {format:?}, {filler:?}, {before} bytes before the end"
                    );
                }
            }
        }
    }
}

/// A line that never ends, whatever is in it: a key in its middle makes no more be read than one in a short text.
#[test]
fn a_key_in_an_endless_line() {
    const PIECES: usize = 16;
    let gazetteer = gazetteer(NAMES);
    let numbered = |between: &str| -> String {
        let words = (0..).map(|number| format!("слово{number} и Чичерин{between}"));
        words.take(PIECES * LONGEST_BLOCK / 40).collect()
    };
    let repeated = |morsel: &str| morsel.repeat(PIECES * LONGEST_BLOCK / morsel.len());
    let rows = [
        ("sentences", numbered(". ")),
        ("no sentences", numbered(" ")),
        (
            "one sentence",
            repeated("Писал Г. В. Чичерин из Карса, и собрание молчало. "),
        ),
        ("one name", repeated("Чичерин ")),
        ("one quotation mark", repeated("«Чичерин")),
        ("one letter", repeated("а")),
        ("letters", repeated("a ")),
        ("signs of four bytes", repeated("👩")),
    ];
    let facts = Facts::default();
    for (name, mut text) in rows {
        let mut analysis = Analysis::fresh(&text, &facts, &gazetteer);
        assert!(analysis.scanned() >= PIECES - 2, "{name}: {}", analysis.scanned());
        let mut at = text.floor_char_boundary(text.len() / 2);
        for key in ["Ч", "и", " ", "."] {
            text.insert_str(at, key);
            let edit = Edit {
                range: at..at,
                inserted: key.len(),
            };
            at += key.len();
            analysis = Analysis::next(&analysis, &text, &[edit], &facts, &gazetteer);
            let (scanned, work) = (analysis.scanned(), analysis.work());
            assert!(scanned <= 4, "{name}, {key:?}: {scanned} pieces");
            assert!(work <= 40 * 4 * LONGEST_BLOCK, "{name}, {key:?}: {work}");
        }
        assert!(analysis == Analysis::fresh(&text, &facts, &gazetteer), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Edits near the cuts of a paragraph that is cut twice.
    #[test]
    fn edited_equals_opened(
        edits in prop::collection::vec((0usize..2, -3000isize..3000, 0usize..40, 0usize..9), 1..4),
        format in prop::sample::select(&FORMATS[..]),
    ) {
        const INSERTED: [&str; 9] = ["", "Г. В. ", "Чичерин", "\n\n", " Карсе. ", "- ", "<note>", "\\emph{", "</p>"];
        let gazetteer = gazetteer(NAMES);
        let mut text = "Писал Г. В. Чичерин из Карса, и Великое национальное собрание молчало, ".repeat(1100);
        let facts = Facts { format, ..Facts::default() };
        let mut analysis = Analysis::fresh(&text, &facts, &gazetteer);
        for (cut, offset, removed, inserted) in edits {
            let at = (cut + 1) * (LONGEST_BLOCK - 500) - 250;
            let at = text.floor_char_boundary(at.saturating_add_signed(offset).min(text.len()));
            let end = text.ceil_char_boundary((at + removed).min(text.len()));
            text.replace_range(at..end, INSERTED[inserted]);
            let edit = Edit { range: at..end, inserted: INSERTED[inserted].len() };
            analysis = Analysis::next(&analysis, &text, &[edit], &facts, &gazetteer);
            let opened = Analysis::fresh(&text, &facts, &gazetteer);
            prop_assert!(analysis == opened);
            prop_assert!(analysis.mentions().eq(opened.mentions()));
        }
    }
}

/// What is read again near a cut, to look for near misses or to explain a word, is read as it was scanned.
#[test]
fn what_is_read_again_at_the_cut() {
    let gazetteer = gazetteer(NAMES);
    let (facts, filler) = (
        Facts {
            format: Format::Xml,
            ..Facts::default()
        },
        "так и вот ",
    );
    for before in (200..2400).step_by(200) {
        let (mut text, start) = around_the_cut(filler, "<formula>", before);
        text.insert_str(0, "<p>");
        text.push_str("</formula> и вот Чичкерин, и Карс</p>\n");
        let analysis = Analysis::fresh(&text, &facts, &gazetteer);
        let near = analysis.near_misses(&text);
        let near: Vec<&str> = near.iter().map(|near| &text[near.word.clone()]).collect();
        assert_eq!(near, ["Чичкерин"], "a formula at byte {start}");
    }
    for before in (0..60).step_by(7) {
        let (text, start) = around_the_cut("так и вот ", "и вот Георгию Васильевичу Чичерину он ", before);
        let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
        let accounts = explain(
            &analysis,
            &text,
            start..start + "и вот Георгию Васильевичу Чичерину".len(),
        );
        let taken: Vec<&str> = accounts
            .iter()
            .filter(|account| matches!(account.verdicts.first(), Some(Verdict::Mention(_))))
            .map(|account| &text[account.word.clone()])
            .collect();
        assert_eq!(
            taken,
            ["Георгию", "Васильевичу", "Чичерину"],
            "{before} bytes before the end"
        );
        assert_eq!(accounts.len(), 5, "{before} bytes before the end");
    }
}

/// Where the cut would stand in a tag, a command or a field, or behind elements that are open.
#[test]
fn markup_at_the_cut() {
    let gazetteer = gazetteer(NAMES);
    let rows = [
        (
            Format::Xml,
            "<p>",
            "и вот Г. <hi rend='italic bold'>В.</hi> Чичерину <note>a b c</note>он ",
        ),
        (
            Format::Xml,
            "<p><quote>",
            "и вот <persName ref='#a' type='b c'>Георгию <lb n='1'/>Васильевичу Чичерину</persName> он ",
        ),
        (
            Format::Html,
            "<p><b>",
            "и вот Г. В. <a href='a b'>Чичерину</a> <!-- Г. В. Чичерин --> он ",
        ),
        (
            Format::Latex,
            "\\begin{quote}\n",
            "и вот Г. \\emph{В. Чичерину} и \\cite[Карс]{Карс} он ",
        ),
        (Format::Latex, "\\begin{verbatim}\n", "и вот Г. В. Чичерину он "),
    ];
    for (format, opening, morsel) in rows {
        let facts = Facts {
            format,
            ..Facts::default()
        };
        let whole = |text: &str| {
            let analysis = Analysis::fresh(&text, &facts, &gazetteer);
            let mentions = analysis.mentions();
            let zoned = mentions.map(|mention| (mention.range, mention.with_suffix.end, mention.zone));
            zoned.collect::<Vec<_>>()
        };
        let shifted = |found: Vec<(std::ops::Range<usize>, usize, _)>, by: isize| {
            let shift = |at: usize| at.saturating_add_signed(by);
            let all = found.into_iter();
            let all = all.map(|(range, end, zone)| (shift(range.start)..shift(range.end), shift(end), zone));
            all.collect::<Vec<_>>()
        };
        let expected = shifted(whole(&format!("{opening}{morsel}")), -(opening.len() as isize));
        for before in (0..morsel.len()).step_by(7) {
            let filler = "так и вот ";
            let (text, start) = around_the_cut(filler, morsel, before + opening.len());
            let found = whole(&format!("{opening}{text}"));
            let expected = shifted(expected.clone(), (opening.len() + start) as isize);
            assert_eq!(found, expected, "{opening}{morsel}, {before} bytes before the end");
        }
    }
}

#[test]
fn long_entries_of_bibtex() {
    let gazetteer = gazetteer(NAMES);
    let field = "  note = {Георгий Васильевич Чичерин прибыл},\n  xdata = {Карс},\n";
    let entries = format!("@book{{a,\n{}}}\n", field.repeat(4000)).repeat(2);
    let found = mentions(&entries, Format::Bibtex, &gazetteer);
    assert_eq!(found.len(), 8000);
    let running = format!("@book{{a,\n  note = {{{}", "и вот Г. В. Чичерину он ".repeat(6000));
    assert_eq!(mentions(&running, Format::Bibtex, &gazetteer).len(), 6000);
}
