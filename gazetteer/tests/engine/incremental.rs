//! Editing a text and opening the result give the same analysis.

use std::sync::Arc;

use crate::support::gazetteer;
use onomast_gazetteer::analysis::{Edit, Facts};
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Gazetteer};
use proptest::prelude::*;

const NAMES: &str = "
person/s-kamenev masculine homonym: full ru Сергей Сергеевич Каменев; surname ru Каменев
person/l-kamenev masculine homonym: full ru Лев Борисович Каменев; surname ru Каменев
person/cicerin masculine: full tr Georgiy Vasilyeviç Çiçerin; surname tr Çiçerin
place/ankara: full tr Ankara; full/ru ru Анкара
person/ali masculine: full tr Ali Fuat Cebesoy; given tr Ali; surname tr Cebesoy
";

/// What a text is made of here: names, their parts, and everything that joins, cuts or hides them.
const MORSELS: &[&str] = &[
    "Каменев",
    "Каменеву",
    "Лев Каменев",
    "С. С. Каменев",
    "Л. ",
    "Çiçerin’in",
    "Çiçerin",
    "Ankara",
    "Ankara’dan",
    "Анкаре",
    "Ali",
    "Cebesoy",
    "Ali Fuat ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "-\n",
    "-",
    "’",
    "'",
    "«",
    "»",
    "“",
    "”",
    "12",
    ".",
    ", ",
    "\u{a0}",
    "\u{ad}",
    "```\n",
    "> ",
    "# ",
    "*",
    "[",
    "](",
    ")",
    "<!--",
    "-->",
    "---\n",
    "a",
    "ve bu ise çok eski bir yazıdır ",
    "и это было так давно ",
    "the end of the line is ",
    "\u{301}",
    "\u{c}",
    "\n3\tA note, s. 12.\n",
    "\\footnote{",
    "\\emph{",
    "}",
    "\\begin{quote}\n",
    "\\end{quote}\n",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{russian}",
    "\\selectlanguage{turkish}",
    "\\documentclass{a}",
    "\\begin{document}",
    "\\c{C}i\\c{c}erin",
    "%\n",
    "~",
    "@book{a, title = {",
    "\n@",
    "<p>",
    "</p>",
    "<quote>",
    "</quote>",
    "<div xml:lang='tr'>",
    "</div>",
    "<persName ref='#a'>",
    "</persName>",
    "<note>",
    "</note>",
    "<lb/>",
    "<person xml:id='a'><idno>person/ali</idno></person>",
    "<teiHeader>",
    "</teiHeader>",
    "<script>",
    "</script>",
    "<![CDATA[",
    "]]>",
];

const FORMATS: &[Format] = &[
    Format::PlainText,
    Format::Markdown,
    Format::Latex,
    Format::Xml,
    Format::Html,
    Format::Bibtex,
];

fn morsels(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(MORSELS), 0..most).prop_map(|morsels| morsels.concat())
}

/// An edit by two numbers that are cut down to the text at hand, and what is put there.
fn edits() -> impl Strategy<Value = Vec<Vec<(usize, usize, String)>>> {
    let edit = (any::<prop::sample::Index>(), 0..12usize, morsels(3))
        .prop_map(|(at, length, text)| (at.index(1 << 20), length, text));
    prop::collection::vec(prop::collection::vec(edit, 1..4), 1..6)
}

fn apply(text: &mut String, (at, length, inserted): &(usize, usize, String)) -> Edit {
    let boundary = |at: usize, text: &str| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let start = boundary(at % (text.len() + 1), text);
    let end = boundary(start + length, text).max(start);
    text.replace_range(start..end, inserted);
    Edit {
        range: start..end,
        inserted: inserted.len(),
    }
}

fn edited_equals_opened(
    mut text: String,
    rounds: &[Vec<(usize, usize, String)>],
    format: Format,
    gazetteer: &Arc<Gazetteer>,
) {
    let facts = Facts {
        format,
        ..Facts::default()
    };
    let mut analysis = Analysis::fresh(&text, &facts, gazetteer);
    for round in rounds {
        let edits: Vec<Edit> = round.iter().map(|edit| apply(&mut text, edit)).collect();
        analysis = Analysis::next(&analysis, &text, &edits, &facts, gazetteer);
        let opened = Analysis::fresh(&text, &facts, gazetteer);
        assert!(analysis == opened, "{text:?} after {edits:?}");
        assert_eq!(
            analysis.mentions().collect::<Vec<_>>(),
            opened.mentions().collect::<Vec<_>>()
        );
        assert_eq!(analysis.uses(), opened.uses());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn plain_text(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::PlainText, &gazetteer(NAMES));
    }

    #[test]
    fn markdown(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::Markdown, &gazetteer(NAMES));
    }

    #[test]
    fn latex(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::Latex, &gazetteer(NAMES));
    }

    #[test]
    fn xml(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::Xml, &gazetteer(NAMES));
    }

    #[test]
    fn html(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::Html, &gazetteer(NAMES));
    }

    #[test]
    fn bibtex(text in morsels(60), rounds in edits()) {
        edited_equals_opened(text, &rounds, Format::Bibtex, &gazetteer(NAMES));
    }

    /// Where a page breaks inside a name, what stands at the foot of the page stands inside the mention; else no two
    /// overlap.
    #[test]
    fn mentions_lie_in_the_text_and_are_apart_or_nested(text in morsels(80), format in prop::sample::select(FORMATS)) {
        let facts = Facts { format, ..Facts::default() };
        let analysis = Analysis::fresh(&text, &facts, &gazetteer(NAMES));
        let mut around: Vec<(usize, usize)> = Vec::new();
        for mention in analysis.mentions() {
            let (start, end) = (mention.range.start, mention.with_suffix.end);
            prop_assert!(start < mention.range.end && mention.range.end <= end && !mention.candidates.is_empty());
            prop_assert!(text.get(mention.range.clone()).is_some() && text.get(mention.with_suffix.clone()).is_some());
            around.retain(|outer| outer.1 > start);
            prop_assert!(around.iter().all(|outer| end <= outer.1));
            let broken = |outer: &(usize, usize)| text[outer.0..start].contains(['\n', '\r', '\u{c}']);
            // Markup may put a note inside a name, too.
            prop_assert!(!matches!(format, Format::PlainText | Format::Markdown) || around.iter().all(broken));
            around.push((start, end));
        }
    }
}

#[test]
fn a_keystroke_scans_its_paragraph() {
    let gazetteer = gazetteer(NAMES);
    let mut text = "Каменев писал Анкаре, и это было так давно.\n\n".repeat(2000);
    let facts = Facts::default();
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let at = text.len() / 2 / 2 * 2;
    let at = (at..).find(|at| text.is_char_boundary(*at)).unwrap();
    text.insert(at, 'а');
    let next = Analysis::next(
        &analysis,
        &text,
        &[Edit {
            range: at..at,
            inserted: 'а'.len_utf8(),
        }],
        &facts,
        &gazetteer,
    );
    assert!(next.scanned() <= 2, "{} blocks", next.scanned());
}

/// A line of names says nothing of its language; it has that of the paragraphs around it, and they may change.
#[test]
fn what_has_no_language_of_its_own_is_scanned_again_where_the_one_in_force_changes() {
    let gazetteer = gazetteer(NAMES);
    let names = "ANKARA’DAN, ÇİÇERİN’S\n\n";
    let turkish = "Heyet o gün istasyona vardı ve orada uzun uzun bekledi.\n\n";
    let english = "The delegation came to the station in the morning and waited there.\n\n";
    let of_others = "В тот день делегация прибыла на станцию и долго ждала там.\n\n";
    let facts = Facts::default();
    let suffixes = |analysis: &Analysis| -> Vec<usize> {
        let lengths = analysis
            .mentions()
            .map(|mention| mention.with_suffix.end - mention.range.end);
        lengths.filter(|length| *length > 0).collect()
    };
    let text = format!("{names}{of_others}{turkish}");
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    assert_eq!(suffixes(&analysis), ["’DAN".len()]);

    let edited = format!("{names}{of_others}{english}{turkish}");
    let at = names.len() + of_others.len();
    let edit = Edit {
        range: at..at,
        inserted: english.len(),
    };
    let next = Analysis::next(&analysis, &edited, &[edit], &facts, &gazetteer);
    assert!(next == Analysis::fresh(&edited, &facts, &gazetteer));
    assert_eq!(suffixes(&next), ["’S".len()]);
}
