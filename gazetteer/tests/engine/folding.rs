//! The map of a fold for every character there is: it never goes back, and a letter comes from all that a reader sees as
//! one sign. Names consist of letters; what a blank or an emoji comes from may be a part of a sign.

use onomast_gazetteer::fold::{self, Folded};
use onomast_gazetteer::prose::Piece;
use unicode_segmentation::GraphemeCursor;

/// Whether a range is one or more signs, whole. Behind the last, what joins signs and is not seen may be left out; what
/// stands on a blank (U+0345, the iota below) is a sign of its own.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_boundary = |at: usize| {
        let boundary = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0);
        boundary.expect("the text is one chunk")
    };
    let unseen = |sign: char| matches!(sign, '\u{34f}' | '\u{200c}' | '\u{200d}');
    let seen_end = text.len() - text[end..].trim_start_matches(unseen).len();
    let on_blank = text[..start].ends_with(char::is_whitespace);
    (on_blank || is_boundary(start)) && (is_boundary(end) || is_boundary(seen_end))
}

/// Checks the fold of a text, and gives it.
#[track_caller]
fn check(text: &str) -> String {
    let whole = Piece {
        range: 0..text.len(),
        barrier: false,
        markup: false,
    };
    let mut folded = Folded::default();
    fold::fold(text, &[whole], &mut folded);
    let (mut last_start, mut last_end) = (0, 0);
    for (at, sign) in folded.text().char_indices() {
        let (start, end) = (folded.source_start(at), folded.source_end(at + sign.len_utf8()));
        assert!(
            !sign.is_alphanumeric() || is_whole(text, start, end),
            "{sign:?} comes from {start}..{end}, {:?}, which is not all of a sign of {text:?}",
            &text[start..end]
        );
        assert!(start < end, "{sign:?} of {text:?} comes from nothing: {start}..{end}");
        assert!(
            last_start <= start && last_end <= end,
            "{sign:?} of {text:?} goes back to {start}..{end}"
        );
        (last_start, last_end) = (start, end);
    }
    folded.text().to_owned()
}

/// Each character alone, between letters, doubled, and with a mark on it.
#[test]
fn every_character_knows_its_source() {
    // Han and Hangul have one rule for thousands of signs, and private use none.
    let few = |sign: &char| match u32::from(*sign) {
        0x3400..0xa000 | 0xac00..0xd7a4 => u32::from(*sign) % 97 == 0,
        0xe000..0xf900 => u32::from(*sign) % 997 == 0,
        _ => true,
    };
    let signs = ('\0'..='\u{2ffff}').filter(few);
    // Text of a few signs at a time: one fold for each would be most of the time.
    for chunk in signs.collect::<Vec<char>>().chunks(8) {
        let mut text = String::new();
        for sign in chunk {
            text.extend(['а', *sign, 'b', ' ', *sign, *sign, '\u{301}', 'İ']);
        }
        check(&text);
    }
}

/// Each mark on letters of every kind, also two of them, and what joins signs.
#[test]
fn every_mark_stays_with_its_letter() {
    let marks = ('\u{300}'..='\u{36f}')
        .chain('\u{483}'..='\u{489}')
        .chain('\u{1ab0}'..='\u{1ace}')
        .chain('\u{1dc0}'..='\u{1dff}')
        .chain('\u{20d0}'..='\u{20f0}')
        .chain('\u{fe00}'..='\u{fe2f}')
        .chain([
            '\u{ad}',
            '\u{34f}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{2060}',
            '\u{feff}',
            '\u{1f3fd}',
        ]);
    for mark in marks {
        let mut text = String::new();
        for base in "aIıİiёйçşğéßŉǆﬁДЁ한가क’-1 \n".chars() {
            text.extend([base, mark, 'n', base, mark, '\u{307}', 'о', mark, mark, base]);
        }
        check(&text);
    }
}

/// Clusters of several characters, as they come in texts.
#[test]
fn clusters_are_whole() {
    let rows = [
        ("I\u{307}stanbul", "istanbul"),
        ("i\u{307}zmir", "izmir"),
        ("Кра\u{301}сная", "красная"),
        ("\u{1f1f9}\u{1f1f7}", "\u{1f1f9}\u{1f1f7}"),
        ("и\u{306}", "й"),
        ("ﬃ", "ffi"),
        ("\r\n", " "),
    ];
    for (text, expected) in rows {
        assert_eq!(check(text), expected, "{text:?}");
    }
}
