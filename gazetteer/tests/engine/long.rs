//! Paragraphs longer than a block may be: no name is lost or doubled where they are cut.

use std::sync::Arc;

use onomast_gazetteer::analysis::{Edit, Facts};
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
";

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
    ];
    for (name, morsel) in rows {
        let expected = mentions(morsel, Format::PlainText, &gazetteer);
        for format in [Format::PlainText, Format::Markdown] {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// Edits near the cuts of a paragraph that is cut twice.
    #[test]
    fn edited_equals_opened(
        edits in prop::collection::vec((0usize..2, -3000isize..3000, 0usize..40, 0usize..6), 1..4),
    ) {
        const INSERTED: [&str; 6] = ["", "Г. В. ", "Чичерин", "\n\n", " Карсе. ", "- "];
        let gazetteer = gazetteer(NAMES);
        let mut text = "Писал Г. В. Чичерин из Карса, и Великое национальное собрание молчало, ".repeat(1100);
        let facts = Facts::default();
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
