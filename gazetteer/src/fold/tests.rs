//! Tables of what folding does, and the slow obvious version that must agree.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

/// Folds a text in which `|` cuts pieces that touch and `‖` is a barrier. Draws the folded text: `_` before a word, `^`
/// before a capital one, `~` where a hyphen vanished, `⏎` for a line feed.
fn draw(text: &str) -> String {
    let (block, pieces) = cut(text);
    let mut folded = Folded::default();
    fold(&block, &pieces, &mut folded);
    let mut drawn = String::new();
    for (at, c) in folded.text().char_indices() {
        if folded.is_soft(at) {
            drawn.push('~');
        }
        if let Ok(word) = folded.words().binary_search_by_key(&(at as u32), |word| word.at) {
            drawn.push(if folded.words()[word].capital { '^' } else { '_' });
        }
        drawn.push(if c == '\n' { '⏎' } else { c });
    }
    drawn
}

fn cut(text: &str) -> (String, Vec<Piece>) {
    let mut block = String::new();
    let mut pieces = Vec::new();
    let mut barrier = false;
    for part in text.split_inclusive(['|', '‖']) {
        let prose = part.trim_end_matches(['|', '‖']);
        let start = block.len();
        block.push_str(prose);
        pieces.push(Piece {
            range: start..block.len(),
            barrier,
            markup: prose.starts_with('&'),
        });
        block.push_str("**");
        barrier = part.ends_with('‖');
    }
    (block, pieces)
}

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(_, text, expected)| draw(text) != *expected)
        .map(|(name, text, expected)| format!("{name}: {text:?}\n  is        {}\n  should be {expected}", draw(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn letters() {
    check(&[
        ("case", "Анкара ANKARA", "^анкара ^ankara"),
        ("full case folding", "Straße ﬁn ŒUVRE", "^strasse _fin ^œuvre"),
        ("turkish i", "I İ ı i Iğdır İZMİR", "^i ^i _i _i ^iğdir ^izmir"),
        ("dot behind i", "i\u{307}zmir I\u{307}zmir ż", "_izmir ^izmir _ż"),
        ("yo", "Инёню Ёлка е\u{308}", "^иненю ^елка _е"),
        (
            "circumflex",
            "Kâzım Âli sûr îman Â\u{301} hâl\u{302}",
            "^kazim ^ali _sur _iman ^a _hal\u{302}",
        ),
        ("circumflex of others stays", "ê ô", "_ê _ô"),
        (
            "diaeresis, cedilla and breve stay",
            "Türkçe Çörçil ğ й ä",
            "^türkçe ^çörçil _ğ _й _ä",
        ),
        ("composed", "u\u{308} и\u{306} s\u{327} g\u{306}", "_ü _й _ş _ğ"),
        (
            "stress",
            "за\u{301}мок ѝ á Анка\u{301}ра\u{300}",
            "_замок _и _a ^анкара",
        ),
        ("stress and breve", "и\u{301}\u{306} й\u{301}", "_й _й"),
        ("pre-reform", "Турціи Ѣ Чичеринъ", "^турціи ^ѣ ^чичеринъ"),
        ("angstrom and kelvin", "\u{212b} \u{212a}", "^å ^k"),
        ("other scripts", "中文 한글 ⅯⅭ", "_中文 _한글 ^ⅿⅽ"),
        ("hangul is composed", "\u{1112}\u{1161}\u{11ab}", "_한"),
        ("emoji", "👩\u{200d}🚀a🇹🇷b", "👩🚀_a🇹🇷_b"),
    ]);
}

#[test]
fn marks_of_punctuation() {
    check(&[
        ("apostrophes", "a'b’c‘dʼe′f`g´h＇i\u{201b}j", "_a'b'c'd'e'f'g'h'i'j"),
        ("ligature with apostrophe", "ŉ aŉ", "'_n _a'n"),
        ("suffix", "Ankara’da, 1920’de", "^ankara'da, 1920'_de"),
        ("elision", "L’axe d’Ankara", "^l'axe _d'^ankara"),
        ("quoted in apostrophes", "‘ankara’ ‘Ankara’", "'_ankara' '^ankara'"),
        ("two apostrophes", "a''b", "_a''_b"),
        (
            "digits bound words",
            "1Анкара западе1 Антантой23а",
            "1^анкара _западе1 ^антантой23_а",
        ),
        (
            "others stand for themselves",
            "«А», “b” №5… a–b (§)",
            "«^а», “_b” №5… _a–_b (§)",
        ),
    ]);
}

#[test]
fn white_space() {
    check(&[
        ("runs", "a  b\t\u{a0}c\u{2009}d", "_a _b _c _d"),
        ("one line break", "a\nb \n c\r\nd\re", "_a _b _c _d _e"),
        (
            "paragraph break",
            "a\n\nb\r\n\r\nc\n \nd\r\re\n\rf",
            "_a⏎_b⏎_c⏎_d⏎_e⏎_f",
        ),
        ("at the ends", " a ", " _a "),
        ("invisible", "a\u{200b}b\u{feff} c\u{2060}\u{200d}", "_ab _c"),
        (
            "invisible in white space",
            "a \u{200b}\n\u{200b} b \u{301}c",
            "_a _b _c",
        ),
        ("invisible in a line break", "a\r\u{200b}\nb", "_a _b"),
        ("invisible in a line break, and one more", "a\r\u{200b}\n\nb", "_a⏎_b"),
        ("marks on a blank", "a \u{308} b", "_a \u{308} _b"),
    ]);
}

#[test]
fn hyphens() {
    check(&[
        (
            "between letters",
            "Сами-бей Bakü\u{2010}Moskova a\u{2011}b",
            "^сами~бей ^bakü~^moskova _a~b",
        ),
        (
            "at the end of a line",
            "Ата-\nтюрк Ата- \r\n  тюрк",
            "^ата~тюрк ^ата~тюрк",
        ),
        (
            "at the end of a line, capital",
            "Упмал-\nАнгарским",
            "^упмал~^ангарским",
        ),
        ("two in one word", "Сами-бе-\nем", "^сами~бе~ем"),
        (
            "with a blank",
            "Moscou- Ankara a - b a -b",
            "^moscou- ^ankara _a - _b _a -_b",
        ),
        ("with digits", "1920-е T-34 20-\nе a-1", "1920-_е ^t-34 20- _е _a-1"),
        ("two hyphens", "a--b", "_a--_b"),
        ("before a paragraph break", "Ата-\n\nтюрк", "^ата-⏎_тюрк"),
        ("not sign", "Ата¬\nтюрк а¬б ¬а", "^ата~тюрк _а¬_б ¬_а"),
        ("dashes", "а–б а—б а\u{2012}б а―\nб", "_а–_б _а—_б _а‒_б _а― _б"),
        (
            "soft hyphen",
            "Ата\u{ad}тюрк Ата\u{ad}\nтюрк А\u{ad}\nБ",
            "^ататюрк ^ататюрк ^аб",
        ),
        (
            "soft hyphen before a blank",
            "Ата\u{ad} тюрк 1\u{ad}\nа",
            "^ата _тюрк 1 _а",
        ),
        ("soft and hard", "Ата-\u{ad}\nтюрк а\u{ad}-б", "^ата~тюрк _а~б"),
        ("behind a mark", "а\u{301}-б x\u{302}-y", "_а~б _x\u{302}~y"),
        ("before a mark", "а-\u{301}б а-\u{308}б", "_а~б _а-\u{308}_б"),
        ("apostrophe", "Халиль’-паша d’-A", "^халиль'-_паша _d'-^a"),
        ("at the end", "Ата-", "^ата-"),
    ]);
}

#[test]
fn pieces() {
    check(&[
        ("touch", "Mus|tafa| Kemal", "^mustafa ^kemal"),
        ("barrier", "Mus‖tafa ‖ Kemal", "^mus⏎_tafa⏎^kemal"),
        ("hyphen at the end", "el-|lerinde", "_el~lerinde"),
        ("hyphen and line break at the end", "el¬\n|lerinde", "_el~lerinde"),
        ("hyphen before a barrier", "el-‖lerinde", "_el-⏎_lerinde"),
        ("cluster over a boundary", "e|\u{308}|\u{301} и|\u{306}", "_ë _й"),
        ("line break over a boundary", "a\r|\nb \n| \nc", "_a _b⏎_c"),
        ("blanks over a boundary", "a | b| c", "_a _b _c"),
        ("mark behind a barrier", "e‖\u{308}", "_e⏎\u{308}"),
        ("apostrophe at the end", "Ankara’|da", "^ankara'da"),
        (
            "character references",
            "Mustafa|&nbsp;|Kemal Atat|&uuml;|rk a|&#173;|b &amp; |&amp;|&|c",
            "^mustafa ^kemal ^atatürk _ab &_amp; &&_c",
        ),
        ("empty pieces", "|a||b‖|‖c‖", "_ab⏎_c"),
    ]);
}

/// Each folded character with the source that gave it.
fn map(text: &str) -> String {
    let (block, pieces) = cut(text);
    let mut folded = Folded::default();
    fold(&block, &pieces, &mut folded);
    let spans = folded.text().char_indices().map(|(at, c)| {
        let range = folded.source_start(at)..folded.source_end(at + c.len_utf8());
        format!("{}={}", c.escape_debug(), block[range].escape_debug())
    });
    spans.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_folded_character_knows_its_source() {
    let rows = [
        ("Iı’d", "i=I i=ı \\'=’ d=d"),
        ("ﬁß x", "f=ﬁ i=ﬁ s=ß s=ß  =  x=x"),
        ("и\u{306}\u{301}а\u{301}", "й=и\u{306}\u{301} а=а\u{301}"),
        ("а-\nб \n в", "а=а б=б  = \\n  в=в"),
        ("Ата\u{ad}тюрк\u{200b}", "а=А т=т а=а т=т ю=ю р=р к=к"),
        ("a\u{200b}\u{308}", "ä=a\\u{200b}\u{308}"),
        ("a|b", "a=a b=b"),
        ("a|&uuml;|b", "a=a ü=&uuml; b=b"),
    ];
    for (text, expected) in rows {
        assert_eq!(map(text), expected, "{text:?}");
    }
}

#[test]
fn the_map_is_as_long_as_the_text_is_irregular() {
    let rows = [
        ("Чичерин был в Карсе, Ёлкин ушёл.\n", 1),
        ("a ﬁ b", 2),
        ("Ankara’da", 2),
        ("ата-\nтюрк", 2),
        ("a  b", 2),
        ("", 0),
    ];
    for (text, points) in rows {
        let mut folded = Folded::default();
        fold(text, &whole(text), &mut folded);
        assert_eq!(folded.points.len(), points, "{text:?}");
    }
}

#[test]
fn a_word_of_a_gazetteer() {
    for (text, expected) in [
        ("Çiçerin", "çiçerin"),
        ("Kâzım", "kazim"),
        ("Ата-тюрк", "ататюрк"),
        ("МИД", "мид"),
    ] {
        assert_eq!(fold_word(text), expected);
    }
}

#[test]
fn offsets_beyond_the_end_and_inside_characters_are_harmless() {
    let mut folded = Folded::default();
    assert_eq!((folded.source_start(0), folded.source_end(7)), (0, 0));
    fold("Ёж", &whole("Ёж"), &mut folded);
    assert_eq!((folded.source_start(1), folded.source_end(1)), (0, 2));
    assert_eq!((folded.source_start(99), folded.source_end(99)), (4, 4));
}

#[test]
fn pieces_that_are_no_ranges_are_passed_over() {
    let piece = |range| Piece {
        range,
        barrier: false,
        markup: false,
    };
    let mut folded = Folded::default();
    fold("Ёж", &[piece(1..2), piece(0..99), piece(2..4)], &mut folded);
    assert_eq!(folded.text(), "ж");
}

fn whole(text: &str) -> Vec<Piece> {
    vec![Piece {
        range: 0..text.len(),
        barrier: false,
        markup: false,
    }]
}

fn folded_text(text: &str) -> String {
    let mut folded = Folded::default();
    fold(text, &whole(text), &mut folded);
    folded.text().to_owned()
}

/// Text that is dense in what folding has rules for.
fn dense() -> impl Strategy<Value = String> {
    let alphabet = [
        "а", "Б", "ё", "Е", "й", "и", "ı", "I", "İ", "i", "ş", "Â", "u", "î", "K", "ß", "ﬁ", "ŉ", "é", "Ǆ", "ǅ",
        "\u{345}", "\u{300}", "\u{301}", "\u{302}", "\u{306}", "\u{307}", "\u{308}", "\u{327}", "\u{323}", "-", "-",
        "\u{2010}", "¬", "\u{ad}", "–", "\n", "\n", "\r", "\r\n", " ", " ", "\u{a0}", "\u{2000}", "'", "’", "`",
        "\u{200b}", "\u{200d}", "1", ".", "«", "👩", "🇹", "🇷", "한", "\u{1100}", "\u{1161}", "ا", "\u{600}", "中",
        "\u{9c7}", "\u{9be}", "क", "\u{94d}",
    ];
    prop::collection::vec(prop::sample::select(alphabet.to_vec()), 0..40).prop_map(|parts| parts.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![dense(), dense(), any::<String>(), "[а-яА-Яa-z0-9ıİğü’ \n.,-]{0,60}"]
}

/// A text and some ranges of it, in order: some touch, some are separated.
fn text_in_pieces() -> impl Strategy<Value = (String, Vec<Piece>)> {
    let cuts = prop::collection::vec((any::<prop::sample::Index>(), 0..4u8), 0..8);
    (text(), cuts).prop_map(|(text, cuts)| {
        let mut cuts: Vec<(usize, u8)> = cuts
            .into_iter()
            .map(|(index, how)| (text.floor_char_boundary(index.index(text.len() + 1)), how))
            .collect();
        cuts.sort_unstable();
        let ends = cuts.iter().map(|cut| cut.0).skip(1).chain([text.len()]);
        let pieces = cuts.iter().zip(ends).filter(|((_, how), _)| *how != 3);
        let pieces = pieces.map(|((start, how), end)| Piece {
            range: *start..end,
            barrier: *how == 2,
            markup: false,
        });
        let pieces = pieces.collect();
        (text, pieces)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_fast_way_agrees_with_the_obvious_one((text, pieces) in text_in_pieces(), whole_too in text()) {
        let mut folded = Folded::default();
        for (block, pieces) in [(&text, pieces), (&text, whole(&text)), (&whole_too, whole(&whole_too))] {
            fold(block, &pieces, &mut folded);
            let expected = reference::fold(block, &pieces);
            prop_assert_eq!(folded.text(), &expected.text);
            prop_assert_eq!(folded.words(), &expected.words[..]);
            let soft: Vec<usize> = (0..=folded.text().len()).filter(|at| folded.is_soft(*at)).collect();
            prop_assert_eq!(soft, expected.soft);
            for (at, source) in expected.sources.iter().enumerate() {
                prop_assert_eq!(folded.source_start(at), source.start, "start of {}", at);
                prop_assert_eq!(folded.source_end(at + 1), source.end, "end of {}", at);
            }
        }
    }

    #[test]
    fn cuts_without_barrier_change_nothing(text in text(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
        let mut cuts: Vec<usize> =
            cuts.iter().map(|index| text.floor_char_boundary(index.index(text.len() + 1))).chain([0, text.len()]).collect();
        cuts.sort_unstable();
        let pieces: Vec<Piece> = cuts.windows(2).map(|cut| Piece { range: cut[0]..cut[1], barrier: false, markup: false }).collect();
        let (mut cut, mut uncut) = (Folded::default(), Folded::default());
        fold(&text, &pieces, &mut cut);
        fold(&text, &whole(&text), &mut uncut);
        prop_assert_eq!(cut.text(), uncut.text());
        prop_assert_eq!(cut.words(), uncut.words());
        prop_assert_eq!(&cut.soft, &uncut.soft);
        for at in 0..=uncut.text().len() {
            prop_assert_eq!(cut.source_start(at), uncut.source_start(at));
            prop_assert_eq!(cut.source_end(at), uncut.source_end(at));
        }
    }

    #[test]
    fn words_that_nobody_asks_for_are_all_that_may_be_missing((text, pieces) in text_in_pieces(), small in "[aаiс한]{0,3}") {
        let (mut all, mut asked) = (Folded::default(), Folded::default());
        fold(&text, &pieces, &mut all);
        fold_for(&text, &pieces, &Initials::new(small.chars()), &mut asked);
        let is_asked_for = |word: &WordStart| word.capital || all.text()[word.at as usize..].starts_with(|c| small.contains(c));
        let wanted = |words: &[WordStart]| words.iter().copied().filter(is_asked_for).collect::<Vec<_>>();
        prop_assert_eq!(wanted(asked.words()), wanted(all.words()));
        prop_assert!(asked.words().is_sorted_by_key(|word| word.at));
        prop_assert!(asked.words().iter().all(|word| all.words().contains(word)));
        asked.words.clone_from(&all.words);
        prop_assert_eq!(asked, all);
    }

    #[test]
    fn canonically_equivalent_texts_fold_alike(text in text()) {
        let folded = folded_text(&text);
        prop_assert_eq!(&folded_text(&text.nfd().collect::<String>()), &folded);
        prop_assert_eq!(&folded_text(&text.nfc().collect::<String>()), &folded);
    }

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        // Hyphens and stress marks that are gone bring together what makes one cluster: no claim for Hangul in parts.
        let text = text.replace(['-', '\u{2010}', '\u{2011}', '¬', '\u{ad}', '\u{1161}'], "");
        let once = folded_text(&text);
        // One line feed in folded text says what two say in a source.
        prop_assert_eq!(folded_text(&once.replace('\n', "\n\n")), once);
    }

    #[test]
    fn the_map_is_monotone_and_leads_to_what_folds_to_the_same(text in text()) {
        let mut folded = Folded::default();
        fold(&text, &whole(&text), &mut folded);
        let mut last = 0;
        for (at, c) in folded.text().char_indices() {
            let (start, end) = (folded.source_start(at), folded.source_end(at + c.len_utf8()));
            prop_assert!(last <= start && start < end, "{} at {}: {}..{}", c, at, start, end);
            prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
            let source = folded_text(&text[start..end]);
            prop_assert!(source.contains(c), "{:?} from {:?}, which gives {:?}", c, &text[start..end], source);
            last = start;
        }
    }
}

#[test]
fn hostile_text_is_linear_work() {
    for part in ["a\u{301}", "\u{308}", "🇹", "\u{200b}", "а-", "\u{ad}", "\r", "ﬁ", "’"] {
        let text = part.repeat(100_000);
        let folded = folded_text(&text);
        assert!(folded.len() <= 2 * text.len(), "{part:?}");
    }
}
