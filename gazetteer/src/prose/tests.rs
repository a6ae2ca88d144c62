//! Texts drawn as what is prose in them, and what holds of any text.

use proptest::prelude::*;

use super::*;
use crate::Text;

/// Draws each block of a text: its streams, one a line. `·` is where pieces touch, `‖` a barrier between them, `⏎` a line
/// end; zones and what is quoted stand in brackets: `{q …}` quotation, `{h …}` heading, `{b …}` bibliography, `⟨…⟩`.
fn draw(format: Format, text: &str) -> String {
    let mut drawn = String::new();
    for (block, entry) in blocks(format, text) {
        let layout = lay_out(format, &text[block.clone()], entry);
        drawn.push_str("--\n");
        for stream in &layout.streams {
            drawn.push_str(&draw_stream(&text[block.clone()], &layout, stream));
            drawn.push('\n');
        }
    }
    drawn
}

fn draw_stream(block: &str, layout: &Layout, stream: &[Piece]) -> String {
    let mut drawn = String::new();
    let mut zone = Zone::Narration;
    for (index, piece) in stream.iter().enumerate() {
        match (index, piece.barrier) {
            (0, _) => {}
            (_, true) => drawn.push('‖'),
            (_, false) => drawn.push('·'),
        }
        for (at, c) in block[piece.range.clone()].char_indices() {
            let at = piece.range.start + at;
            layout
                .quoted
                .iter()
                .filter(|range| range.end == at)
                .for_each(|_| drawn.push('⟩'));
            draw_zone_change(&mut drawn, &mut zone, layout.zone(at));
            layout
                .quoted
                .iter()
                .filter(|range| range.start == at)
                .for_each(|_| drawn.push('⟨'));
            drawn.push(if matches!(c, '\n' | '\r' | '\x0c') { '⏎' } else { c });
        }
        let end = piece.range.end;
        let next = stream.get(index + 1).map(|next| next.range.start);
        if next != Some(end) {
            layout
                .quoted
                .iter()
                .filter(|range| range.end == end)
                .for_each(|_| drawn.push('⟩'));
        }
    }
    draw_zone_change(&mut drawn, &mut zone, Zone::Narration);
    drawn
}

fn draw_zone_change(drawn: &mut String, last: &mut Zone, zone: Zone) {
    if zone == *last {
        return;
    }
    if *last != Zone::Narration {
        drawn.push('}');
    }
    drawn.push_str(match zone {
        Zone::Narration => "",
        Zone::Heading => "{h ",
        Zone::Quotation => "{q ",
        Zone::Bibliography => "{b ",
    });
    *last = zone;
}

fn blocks(format: Format, text: &str) -> Vec<(Range<usize>, State)> {
    let mut blocks = Vec::new();
    let (mut start, mut state) = (0, State::default());
    while start < text.len() {
        let (end, exit) = block_end(format, &Whole(text), start, state);
        assert!(end > start && end - start <= LONGEST_BLOCK + 1, "{start}..{end}");
        blocks.push((start..end, state));
        (start, state) = (end, exit);
    }
    blocks
}

#[track_caller]
fn check(format: Format, rows: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (name, text, expected) in rows {
        let expected: String = expected.iter().map(|line| format!("{line}\n")).collect();
        let drawn = draw(format, text);
        if drawn != expected {
            wrong.push(format!("{name}: {text:?}\nis\n{drawn}should be\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn paragraphs_of_plain_text() {
    check(
        Format::PlainText,
        &[
            ("one", "Он был в Карсе.\n", &["--", "Он был в Карсе.⏎"]),
            ("two", "Раз.\n \n\nДва.", &["--", "Раз.⏎", "--", "Два."]),
            (
                "line ends",
                "Раз.\r\n\r\nДва.\r\rТри.",
                &["--", "Раз.⏎⏎", "--", "Два.⏎", "--", "Три."],
            ),
            ("nothing", " \n\n", &["--"]),
            ("form feed", "Раз\x0cдва.", &["--", "Раз", "--", "два."]),
            ("indented", "Раз.\n   Два и\nтри.", &["--", "Раз.⏎", "--", "Два и⏎три."]),
            ("indented, not a sentence", "Кемаль\n   Паша", &["--", "Кемаль⏎   Паша"]),
            (
                "heading",
                "Введение\n\nОн был.",
                &["--", "{h Введение⏎}", "--", "Он был."],
            ),
            ("last line is no heading", "Кемаль Паша", &["--", "Кемаль Паша"]),
            (
                "sentence is no heading",
                "Он был в Карсе.\n\nИ уехал.",
                &["--", "Он был в Карсе.⏎", "--", "И уехал."],
            ),
            ("address", "См. https://kars.example/a_b, там.", &["--", "См. ‖, там."]),
        ],
    );
}

#[test]
fn words_broken_at_the_end_of_a_page() {
    check(
        Format::PlainText,
        &[
            ("blank line", "Ан-\n\nкара.", &["--", "Ан-⏎·кара."]),
            (
                "blank line before a capital",
                "Ан-\n\nКара.",
                &["--", "Ан-⏎", "--", "Кара."],
            ),
            ("form feed", "Ан-\x0c кара.", &["--", "Ан-·кара."]),
            ("page number", "Ан-\n\n12\n\nкара.", &["--", "Ан-⏎·кара."]),
            (
                "page number without blank line",
                "Ан-\n12\nкара.",
                &["--", "Ан-⏎·кара."],
            ),
            (
                "page number and head",
                "Ан-\n12\n\x0cИстория\n\nкара.",
                &["--", "Ан-⏎·кара.", "{h История⏎}"],
            ),
            (
                "notes",
                "geldi. An-\n\n2\tMango, M., 1999, s. 20.\n\n3\tBu adamı kimse bilmiyor.\n kara’ya.\n\nSon.",
                &[
                    "--",
                    "geldi. An-⏎·kara’ya.⏎",
                    "{b 2\tMango, M., 1999, s. 20.⏎}",
                    "3\tBu adamı kimse bilmiyor.⏎",
                    "--",
                    "Son.",
                ],
            ),
            (
                "note that is broken itself",
                "An-\n\n4\tKitap, res-\n\nim, s. 3.\n kara.",
                &["--", "An-⏎·kara.", "{b 4\tKitap, res-⏎·im, s. 3.⏎}"],
            ),
            (
                "note with a blank line in a sentence",
                "An-\n\n5\tDumont, Cahier du \n\nmonde, s. 167.\n kara.",
                &["--", "An-⏎·kara.", "{b 5\tDumont, Cahier du ⏎·monde, s. 167.⏎}"],
            ),
            (
                "note with a broken span of years",
                "An-\n\n5\tDumont, 1918-\n\n1923, s. 167.\n kara.",
                &["--", "An-⏎·kara.", "{b 5\tDumont, 1918-⏎·1923, s. 167.⏎}"],
            ),
            (
                "note with brackets behind a blank line",
                "An-\n\n5\tDumont, “Kars”\n\n(Paris), s. 167.\n kara.",
                &["--", "An-⏎·kara.", "{b 5\tDumont, “⟨Kars⟩”⏎·(Paris), s. 167.⏎}"],
            ),
            (
                "notes without a broken word",
                "Sonra, o gün, geldi ve\n\n6\tMango, s. 9.\n7\tAynı yer.\n gitti.",
                &[
                    "--",
                    "Sonra, o gün, geldi ve⏎",
                    "--",
                    "{b 6\tMango, s. 9.⏎}",
                    "--",
                    "7\tAynı yer.⏎",
                    "--",
                    "gitti.",
                ],
            ),
            (
                "nothing to go on with",
                "An-\n\n2\tMango, s. 20.\n\nKara.",
                &["--", "An-⏎", "--", "{b 2\tMango, s. 20.⏎}", "--", "Kara."],
            ),
            ("twice", "a-\n\nb-\n\nc.", &["--", "a-⏎·b-⏎·c."]),
        ],
    );
}

#[test]
fn quotations() {
    check(
        Format::PlainText,
        &[
            (
                "of three words",
                "Он «взял этот город» там.",
                &["--", "Он «⟨взял этот город⟩» там."],
            ),
            (
                "of more",
                "Он: «Мы взяли этот город».",
                &["--", "Он: «{q ⟨Мы взяли этот город⟩}»."],
            ),
            (
                "title",
                "“Türkiye’nin İşçi ve Köylülerine Hitap” adlı",
                &["--", "“⟨Türkiye’nin İşçi ve Köylülerine Hitap⟩” adlı"],
            ),
            (
                "nested",
                "«он взял город “Карс” и ушёл» там",
                &["--", "«{q ⟨он взял город “⟨Карс⟩” и ушёл⟩}» там"],
            ),
            (
                "one mark closes two",
                "«он читал газету «Известия» и ушёл",
                &["--", "«{q ⟨он читал газету «⟨Известия⟩⟩}» и ушёл"],
            ),
            (
                "german marks",
                "„он взял этот город“ там",
                &["--", "„{q ⟨он взял этот город⟩}“ там"],
            ),
            (
                "straight marks",
                "a \"some say bad words\" f",
                &["--", "a \"{q ⟨some say bad words⟩}\" f"],
            ),
            (
                "unclosed",
                "dedi: “biz bu kenti aldık.\n\nSonra gitti.",
                &["--", "dedi: “{q ⟨biz bu kenti aldık.⏎⟩}", "--", "Sonra gitti."],
            ),
            (
                "closed twice",
                "“biz bu kenti aldık” dedi” o",
                &["--", "“{q ⟨biz bu kenti aldık⟩}” dedi” o"],
            ),
            (
                "closed otherwise",
                "“biz bu kenti aldık\" dedi",
                &["--", "“{q ⟨biz bu kenti aldık⟩}\" dedi"],
            ),
            ("suffix", "“Yeni Dünya”nın", &["--", "“⟨Yeni Dünya⟩”nın"]),
            (
                "apostrophes",
                "Ankara’da ‘Yeni Gün’ Bakü’nün",
                &["--", "Ankara’da ‘⟨Yeni Gün⟩’ Bakü’nün"],
            ),
            (
                "apostrophe alone",
                "'tis the soldiers' town",
                &["--", "'⟨tis the soldiers⟩' town"],
            ),
            ("inches", "a 5\" gun", &["--", "a 5\" gun"]),
        ],
    );
}

#[test]
fn an_unmatched_mark_makes_no_long_quotation() {
    let narration = "Bundan sonra heyet yola çıktı ve uzun süre geri dönmedi. ".repeat(30);
    let quoted = |text: &str| -> Vec<String> {
        let layout = lay_out(Format::PlainText, text, State::default());
        layout
            .zones
            .iter()
            .map(|(range, _)| text[range.clone()].to_owned())
            .collect()
    };
    let rows = [
        (
            "never closed",
            format!("Dedi: “Biz bu kenti aldık. {narration}"),
            vec!["Biz bu kenti aldık."],
        ),
        (
            "a short one closed far behind it",
            format!("Dedi: “Biz bu kenti aldık. {narration} “Yeni Gün” yazdı."),
            vec!["Biz bu kenti aldık."],
        ),
        ("no sentence", format!("A “{}", "uzun ".repeat(300)), vec![]),
        ("never opened", format!("{narration} aldık” dedi. {narration}"), vec![]),
        (
            "a lone word",
            format!("“Batıcıların {narration}"),
            vec!["Batıcıların Bundan sonra heyet yola çıktı ve uzun süre geri dönmedi."],
        ),
        (
            "one that is closed may be long",
            format!("Dedi: “{narration}”"),
            vec![narration.as_str()],
        ),
    ];
    for (name, text, expected) in rows {
        assert_eq!(quoted(&text), expected, "{name}");
    }
}

#[test]
fn blocks_of_markdown() {
    check(
        Format::Markdown,
        &[
            ("paragraphs", "Раз\nдва.\n\nТри.", &["--", "Раз⏎два.", "--", "Три."]),
            ("front matter", "---\ntitle: Карс\n---\n\nРаз.", &["--", "--", "Раз."]),
            ("rule at the head", "---\n\nРаз.\n\n---\n", &["--", "--", "Раз.", "--"]),
            (
                "front matter later",
                "Раз.\n\n---\nтри\n---\n",
                &["--", "Раз.", "--", "{h три}"],
            ),
            (
                "unclosed front matter",
                "---\nтри\n\nРаз.",
                &["--", "три", "--", "Раз."],
            ),
            (
                "code",
                "Раз.\n```\nкод\n\nкод\n```\nдва.",
                &["--", "Раз.", "--", "--", "два."],
            ),
            ("longer fence", "~~~~\n~~~\n```\n~~~~\nдва.", &["--", "--", "два."]),
            ("unclosed code", "```\nкод\n\nкод", &["--"]),
            ("indented code", "Раз.\n\n    код\n", &["--", "Раз.", "--"]),
            ("comment", "<!-- раз\n\nдва -->\nТри.", &["--", "--", "Три."]),
            ("half a comment", "<!-- раз\n\nдва", &["--", "<!-- раз⏎⏎", "--", "два"]),
            (
                "list",
                "- раз\n- два\n\n    три\n\nчетыре",
                &["--", "раз", "два", "--", "три", "--", "четыре"],
            ),
            (
                "headings",
                "# Раз\nдва\n\nТри\n===\n",
                &["--", "{h Раз}", "два", "--", "{h Три}"],
            ),
            (
                "block quote",
                "> раз\n> два\n\nтри",
                &["--", "{q раз⏎·два}", "--", "три"],
            ),
            ("table", "|a|b|\n|-|-|\n|c|d e|\n", &["--", "a", "b", "c", "d e"]),
            (
                "notes",
                "А[^1] б.\n\n[^1]: Петров, М., 1961, с. 3.\n\n[^2]: Это не так.",
                &["--", "А‖ б.", "--", "{b Петров, М., 1961, с. 3.}", "--", "Это не так."],
            ),
            (
                "html",
                "<div>\nМустафа <b>Ке</b>маль<br>Паша\n</div>",
                &["--", "⏎Мустафа ·Ке·маль‖Паша⏎"],
            ),
        ],
    );
}

#[test]
fn words_broken_at_the_end_of_a_page_in_markdown() {
    check(
        Format::Markdown,
        &[
            ("blank line", "Ан-\n\nкара.", &["--", "Ан-⏎·кара."]),
            ("line end", "Ан-\nкара.", &["--", "Ан-⏎кара."]),
            (
                "blank line before a capital",
                "Ан-\n\nКара.",
                &["--", "Ан-", "--", "Кара."],
            ),
            ("emphasis", "*Ан-*\n\nкара.", &["--", "⟨Ан-⟩", "--", "кара."]),
            ("form feed", "Ан-\x0c\nкара.", &["--", "Ан-·⏎кара."]),
            ("page number", "Ан-\n\n12\n\nкара.", &["--", "Ан-⏎·кара."]),
            (
                "rule and comment",
                "Ан-\n\n---\n\n<!-- с. 12 -->\n\nкара.",
                &["--", "Ан-⏎·кара."],
            ),
            (
                "running head",
                "Ан-\n\n12\n\nИстория\n\nкара.",
                &["--", "Ан-⏎·кара.", "{h История}"],
            ),
            (
                "heading",
                "Ан-\n\n# История\n\nкара.",
                &["--", "Ан-", "--", "{h История}", "--", "кара."],
            ),
            (
                "code",
                "Ан-\n\n```\nкод\n```\n\nкара.",
                &["--", "Ан-", "--", "--", "кара."],
            ),
            (
                "footnotes",
                "geldi[^2]. **An-\n\n[^2]: Mango, M., 1999, s. 20.\n[^3]: Bu *adamı* kimse\nbilmiyor.\n\n kara**’ya.\n\nSon.",
                &[
                    "--",
                    "geldi‖. **An-⏎·kara**’ya.",
                    "{b Mango, M., 1999, s. 20.}",
                    "Bu ·⟨adamı⟩· kimse⏎bilmiyor.",
                    "--",
                    "Son.",
                ],
            ),
            (
                "footnote of two paragraphs",
                "An-\n\n[^a]: Bir şey.\n\n    başka bir şey.\n\nkara",
                &["--", "An-⏎·kara", "Bir şey.", "başka bir şey."],
            ),
            (
                "notes of the print",
                "An-\n\n2\tMango, M., 1999, s. 20.\n\nkara.",
                &["--", "An-⏎·kara.", "{b 2\tMango, M., 1999, s. 20.}"],
            ),
            (
                "quotation over the page",
                "«Мы взяли этот го-\n\n12\n\nрод «Карс» вчера», и ушли.",
                &["--", "«{q ⟨Мы взяли этот го-⏎·род «⟨Карс⟩» вчера⟩}», и ушли."],
            ),
            (
                "nothing to go on with",
                "An-\n\n[^2]: Mango, s. 20.\n\nKara.",
                &["--", "An-", "--", "{b Mango, s. 20.}", "--", "Kara."],
            ),
            ("item", "- Ан-\n\n  кара\n\nб", &["--", "Ан-⏎·кара", "--", "б"]),
            ("twice", "a-\n\nb-\n\nc.", &["--", "a-⏎·b-⏎·c."]),
        ],
    );
}

#[test]
fn inside_markdown() {
    check(
        Format::Markdown,
        &[
            (
                "emphasis",
                "**Mustafa** Kemal *Paşa*’nın",
                &["--", "⟨Mustafa⟩· Kemal ·⟨Paşa⟩·’nın"],
            ),
            ("half of it", "**Mustafa Kemal", &["--", "**Mustafa Kemal"]),
            ("nested", "***a** b*", &["--", "⟨⟨a⟩· b⟩"]),
            (
                "link",
                "[Анкара](http://a.b/Карс \"Карс\") и [Карс][kars]",
                &["--", "Анкара· и ·Карс"],
            ),
            ("brackets", "Г[еоргий] [Карс]", &["--", "Г[еоргий] [Карс]"]),
            ("addresses", "a <http://b.c> https://d.e/f d", &["--", "a ‖ ‖ d"]),
            ("image", "a ![Карс](k.png) b", &["--", "a ‖Карс‖ b"]),
            ("wiki link", "[[Карс]] [[kars|Карса]]", &["--", "Карс· ·Карса"]),
            ("code", "a `b` c $x^2$ d", &["--", "a ‖ c ‖ d"]),
            (
                "citation",
                "a [см. @petrov1961, с. 3] b @ivanov c me@kars.tr",
                &["--", "a ‖ b ‖ c me@kars.tr"],
            ),
            ("escapes", "\\*Карс\\* 5\\. a", &["--", "*Карс·* 5·. a"]),
            (
                "character references",
                "Mustafa&nbsp;Kemal &amp; b",
                &["--", "Mustafa·&nbsp;·Kemal ·&amp;· b"],
            ),
            ("line breaks", "Ата-  \nтюрк\\\nи", &["--", "Ата-·⏎тюрк·⏎и"]),
            (
                "inline tags",
                "Ке<i>маль</i> a<sup>1</sup>b <br> c",
                &["--", "Ке·маль· a‖1‖b ‖ c"],
            ),
            ("attributes", "# Карс {#kars .a}", &["--", "{h Карс}"]),
            (
                "quotation",
                "Он: «мы *взяли* этот город».",
                &["--", "Он: «{q ⟨мы ·⟨взяли⟩· этот город⟩}»."],
            ),
            ("quotation in emphasis", "*«Известия»*", &["--", "⟨«⟨Известия⟩»⟩"]),
        ],
    );
}

#[test]
fn front_matter_is_found() {
    let rows = [
        ("---\nlang: tr\n---\ntext", Some("lang: tr\n")),
        ("---  \r\nlang: tr\r\n...\r\ntext", Some("lang: tr\r\n")),
        ("+++\nlang = 'tr'\n+++\n", Some("lang = 'tr'\n")),
        ("---\n\nlang: tr\n---\n", None),
        ("---\nlang: tr\n", None),
        ("a\n---\nlang: tr\n---\n", None),
        ("", None),
    ];
    for (text, expected) in rows {
        assert_eq!(front_matter(text).map(|range| &text[range]), expected, "{text:?}");
    }
}

#[test]
fn long_paragraphs_are_cut_at_white_space() {
    let sentence = "Чичерин прибыл в Анкару и уехал. ";
    let text = sentence.repeat(6000);
    for format in [Format::PlainText, Format::Markdown] {
        let blocks = blocks(format, &text);
        assert!(blocks.len() > 4);
        for (block, _) in &blocks {
            assert!(text[block.clone()].ends_with(". "), "{format:?}");
        }
    }
    for (block, _) in blocks(Format::PlainText, &"ж".repeat(100_000)) {
        assert!(block.len() <= LONGEST_BLOCK);
    }
}

/// What costs a careless scanner most when it is repeated.
const HOSTILE: &[&str] = &[
    "[",
    "*",
    "`",
    ">",
    "> ",
    "_",
    "<",
    "![",
    "](",
    "\"",
    "«",
    "‘a",
    "- ",
    "<!--\n\n",
    "a-\n\n",
    "a-\n\n1 x\n\n",
    "a-\n\n[^1]: x\n\n",
    "1 x-\n\n",
    "a-\n\nX\n\n",
    "“a ",
    "„«”",
    "1 x\n",
    "\n",
    "\r",
    "$",
    "&",
    "[^",
    "[[",
    "|",
    "@",
    "://",
    "~~~\n",
    "a-\n12\n",
    "*a_ ",
    "**a",
    "<a ",
    "\\",
    "<b>",
    "1. ",
    "  - a\n",
    "|a\n|-\n",
    "\\a{",
    "\\footnote{",
    "\\begin{quote}",
    "\\begin{verbatim}",
    "\\[",
    "{\\it ",
    "%\n",
    "``",
    "@a{b, title = {",
    "title = \"",
    "<p>",
    "</p>",
    "<p><note>",
    "<quote>a",
    "<![CDATA[",
    "<script>",
    "<a b='",
    "<hi>a<lb/>",
    "&#1;",
];

/// Cuts and lays out a text.
fn read(format: Format, text: &str) {
    for (block, state) in blocks(format, text) {
        lay_out(format, &text[block], state);
    }
}

#[test]
fn hostile_text_is_read_in_no_more_than_linear_time() {
    let start = std::time::Instant::now();
    for format in FORMATS.iter().map(|known| known.format) {
        for part in HOSTILE {
            read(format, &part.repeat(20_000 / part.len()));
        }
    }
    // Two seconds; minutes where one of them is quadratic.
    assert!(start.elapsed().as_secs() < 60);
}

/// Looking ahead is work too: how much text was asked for is counted.
#[test]
fn twice_the_text_is_asked_for_where_there_is_twice_as_much() {
    let asked_for = |format: Format, text: &str| {
        let counted = Counted {
            text,
            asked: std::cell::Cell::new(0),
        };
        let (mut start, mut state) = (0, State::default());
        while start < text.len() {
            (start, state) = block_end(format, &counted, start, state);
        }
        counted.asked.get()
    };
    for format in FORMATS.iter().map(|known| known.format) {
        for part in HOSTILE {
            // Behind what is read ahead at most.
            let text = part.repeat(16_000 / part.len());
            let (one, two) = (asked_for(format, &text), asked_for(format, &text.repeat(2)));
            assert!(two <= 3 * one, "{format:?} {part:?}: {one}, then {two}");
        }
    }
}

/// A text that counts how many of its bytes are asked for.
struct Counted<'a> {
    text: &'a str,
    asked: std::cell::Cell<usize>,
}

impl Text for Counted<'_> {
    fn len(&self) -> usize {
        self.text.len()
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        let start = self.text.ceil_char_boundary(at / 500 * 500);
        let end = self.text.ceil_char_boundary((at / 500 + 1) * 500);
        self.asked.set(self.asked.get() + end - start);
        (&self.text[start..end], start)
    }
}

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
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..50).prop_map(|parts| parts.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => dense(), 1 => any::<String>()]
}

fn format() -> impl Strategy<Value = Format> {
    (0..FORMATS.len()).prop_map(|number| FORMATS[number].format)
}

/// A text in one piece.
struct Whole<'a>(&'a str);

impl Text for Whole<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn chunk(&self, _at: usize) -> (&str, usize) {
        (self.0, 0)
    }
}

/// A text in pieces of a few bytes, as a rope may have it.
struct Pieces<'a>(&'a str);

impl Text for Pieces<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        let start = self.0.floor_char_boundary(at / 7 * 7);
        let end = self
            .0
            .floor_char_boundary((at / 7 + 1) * 7)
            .max(self.0.ceil_char_boundary(at + 1));
        match start..end {
            range if range.contains(&at) || at == self.0.len() => (&self.0[range.clone()], range.start),
            range => (&self.0[range.end..self.0.ceil_char_boundary(range.end + 7)], range.end),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_cut_and_laid_out(text in text(), format in format()) {
        for (block, entry) in blocks(format, &text) {
            prop_assert!(text.is_char_boundary(block.end));
            let block = &text[block];
            let layout = lay_out(format, block, entry);
            let mut seen = vec![false; block.len()];
            for piece in layout.streams.iter().flatten() {
                prop_assert!(block.get(piece.range.clone()).is_some_and(|text| !text.is_empty()), "{:?}", piece);
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
            prop_assert!(layout.quoted.is_sorted_by_key(|range| range.start));
            prop_assert!(layout.quoted.iter().all(|range| block.get(range.clone()).is_some()));
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
    fn a_block_is_the_same_however_the_text_is_kept(text in text(), format in format()) {
        for (block, entry) in blocks(format, &text) {
            let whole = block_end(format, &text, block.start, entry);
            prop_assert_eq!(block_end(format, &Pieces(&text), block.start, entry), whole);
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
