//! What holds of any text in any format.

use proptest::prelude::*;

use super::work::HOSTILE;
use super::*;
use crate::text::Pieces;

/// Text that is dense in what the scanners have rules for.
fn dense() -> impl Strategy<Value = String> {
    let parts = [
        "а",
        "Б",
        "kara",
        "-",
        "-\n\n",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\x0c",
        " ",
        "  ",
        "\t",
        "1 ",
        "2\t",
        "12",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~~",
        "```\n",
        "---\n",
        "+++\n",
        "<!--",
        "-->",
        "<b>",
        "<div>",
        "[",
        "]",
        "(",
        ")",
        "[^1]",
        "[^1]: ",
        "]: ",
        "![",
        "|",
        "> ",
        "- ",
        "# ",
        "===\n",
        "«",
        "»",
        "“",
        "”",
        "„",
        "\"",
        "‘",
        "’",
        "'",
        "&amp;",
        "&nbsp;",
        "\\",
        "$",
        "@a",
        "https://a.b",
        "s. 3",
        "M., 1999",
        ".",
        ",",
        "    ",
        "\u{a0}",
        "\u{ad}",
        "¬\n",
        "🙂",
        "\u{301}",
        "[[",
        "]]",
        "{#a}",
        "{",
        "}",
        "</hi>",
        "</note>",
        "</script>",
        "<p xml:lang='tr'>",
        "<persName ref='#a'>",
        "]]>",
        "&Ccedil;",
        "<pb/>",
        "<lb break='no'/>",
        "а-<note>Б</note><pb/>в",
        "\\c{c}",
        "\\end{quote}",
        "\\end{verbatim}",
        "\\foreignlanguage{turkish}{",
        "@book{k,\n",
        "author = {",
        " = ",
        "},\n",
        "langid = {turkish},\n",
        "Литература",
        "# Kaynakça",
        "<head>Литература</head>",
        "<h2>References</h2>",
        "<div type='bibliography'>",
        "</div>",
        "<app><rdg>",
        "<img alt='Б'>",
        "\\section[а]{",
        "\\item[",
        "\\def\\a#1{",
        " # ",
    ];
    let parts = parts.into_iter().chain(HOSTILE.iter().copied()).collect::<Vec<_>>();
    prop::collection::vec(prop::sample::select(parts), 0..50).prop_map(|parts| parts.concat())
}

/// Any bytes, as a text is read that has them.
fn bytes() -> impl Strategy<Value = String> {
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![6 => dense(), 1 => any::<String>(), 1 => bytes()]
}

fn formats() -> impl Iterator<Item = Format> {
    FORMATS.iter().map(|known| known.format)
}

fn format() -> impl Strategy<Value = Format> {
    (0..FORMATS.len()).prop_map(|number| FORMATS[number].format)
}

fn is_cut_and_laid_out(format: Format, text: &str) -> Result<(), TestCaseError> {
    let mut behind = 0;
    for (block, entry) in blocks(format, text) {
        prop_assert!(block.start == behind && block.start < block.end && text.is_char_boundary(block.end));
        behind = block.end;
        let block = &text[block];
        let layout = lay_out(format, block, entry);
        let mut seen = vec![false; block.len()];
        for piece in layout.streams.iter().flatten() {
            prop_assert!(
                block.get(piece.range.clone()).is_some_and(|text| !text.is_empty()),
                "{:?}",
                piece
            );
            for byte in &mut seen[piece.range.clone()] {
                prop_assert!(!std::mem::replace(byte, true), "twice: {:?}", piece);
            }
        }
        for stream in &layout.streams {
            prop_assert!(stream.is_sorted_by_key(|piece| piece.range.start));
        }
        for (range, _) in &layout.zones {
            prop_assert!(!range.is_empty() && block.get(range.clone()).is_some());
        }
        prop_assert!(layout.zones.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
        prop_assert!(layout.quoted.is_sorted_by_key(|quoted| quoted.range.start));
        prop_assert!(
            layout
                .quoted
                .iter()
                .all(|quoted| block.get(quoted.range.clone()).is_some())
        );
    }
    prop_assert_eq!(behind, text.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_cut_and_laid_out(text in text()) {
        for format in formats() {
            is_cut_and_laid_out(format, &text)?;
        }
    }

    #[test]
    fn a_block_does_not_know_what_stands_before_it(text in text(), before in text(), format in format()) {
        let longer = format!("{before}{text}");
        for (block, entry) in blocks(format, &text) {
            let here = block_end(format, &text, block.start, entry);
            let there = block_end(format, &longer, before.len() + block.start, entry);
            prop_assert_eq!((here.0 + before.len(), here.1), there);
        }
    }

    #[test]
    fn a_block_is_the_same_however_the_text_is_kept(text in text()) {
        for format in formats() {
            for (block, entry) in blocks(format, &text) {
                let whole = block_end(format, &text, block.start, entry);
                prop_assert_eq!(block_end(format, &Pieces(&text), block.start, entry), whole);
            }
        }
    }

    #[test]
    fn read_once_or_twice_a_block_is_the_same(text in text(), format in format()) {
        for (block, entry) in blocks(format, &text) {
            let read = read_block(format, &text, block.start, entry);
            prop_assert_eq!((read.end, read.exit), block_end(format, &text, block.start, entry));
            if let Some(layout) = read.layout {
                prop_assert_eq!(layout, lay_out(format, &text[block], entry));
            }
        }
    }

    #[test]
    fn a_block_does_not_know_what_stands_far_behind_it(text in text(), filler in dense(), other in text(), format in format()) {
        let filler = filler + " ";
        let far = filler.repeat(LOOK_AHEAD / filler.len() + 1);
        let (one, another) = (format!("{text}{far}"), format!("{text}{far}{other}"));
        let (mut start, mut state) = (0, State::default());
        while start < one.len() {
            let (end, exit) = block_end(format, &one, start, state);
            if end + LOOK_AHEAD > one.len() {
                break;
            }
            prop_assert_eq!(block_end(format, &another, start, state), (end, exit));
            (start, state) = (end, exit);
        }
    }
}
