//! Paragraphs, headings and notes of plain text, and words broken at the end of a page.

use super::*;

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
            ("form feed", "Раз.\x0cДва.", &["--", "Раз.", "--", "Два."]),
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
            (
                "address without a scheme",
                "Пиши Kars@mail.example.org, или Kars.com, или www.kars.example; Карс.Он, Kars.de, 5.com, там",
                &["--", "Пиши ‖, или ‖, или ‖; Карс.Он, Kars.de, ‖, там"],
            ),
            (
                "name of a file",
                "В Карс.pdf, C:\\Kars\\a.txt и D: Карс; в 12:\\5 и @Карс.",
                &["--", "В ‖, ‖ и D: Карс; в 12:\\5 и @Карс."],
            ),
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
                    "Sonra, o gün, geldi ve⏎·gitti.",
                    "{b 6\tMango, s. 9.⏎}",
                    "7\tAynı yer.⏎",
                ],
            ),
            (
                "the end of a sentence",
                "Sonra geldi.\n\n6\tMango, s. 9.\n gitti.",
                &["--", "Sonra geldi.⏎", "--", "{b 6\tMango, s. 9.⏎}", "--", "gitti."],
            ),
            (
                "a page number in a sentence",
                "Великое\n\n12\n\nнациональное собрание",
                &["--", "Великое⏎·национальное собрание"],
            ),
            (
                "a form feed in a sentence",
                "Он был там5,\n\x0c\nи уехал.",
                &["--", "Он был там5,⏎·и уехал."],
            ),
            (
                "a blank line in a sentence",
                "Он был там,\n\nи уехал.",
                &["--", "Он был там,⏎", "--", "и уехал."],
            ),
            (
                "a quotation",
                "Он: «Мы взяли\n\n12\n\nэтот город» сказал.",
                &["--", "Он: «{q ⟨Мы взяли⏎·этот город⟩}» сказал."],
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
fn sentences_broken_before_a_capital() {
    check(
        Format::PlainText,
        &[
            (
                "form feed",
                "Он воевал с Мустафой\n\x0cКемалем, и долго.",
                &["--", "Он воевал с Мустафой⏎·Кемалем, и долго."],
            ),
            (
                "form feed in the line",
                "Он воевал с Мустафой\x0cКемалем, и долго.",
                &["--", "Он воевал с Мустафой⏎·Кемалем, и долго."],
            ),
            (
                "page number",
                "Georgiy\n\n12\n\x0cÇiçerin’in sözü.",
                &["--", "Georgiy⏎·Çiçerin’in sözü."],
            ),
            (
                "page number without blank line",
                "с Мустафой\n12\n\x0cКемалем, и долго.",
                &["--", "с Мустафой⏎·Кемалем, и долго."],
            ),
            (
                "initial",
                "писал Г.\n\x0cВ. Чичерин из Москвы.",
                &["--", "писал Г.⏎·В. Чичерин из Москвы."],
            ),
            (
                "notes, number and head",
                "с Мустафой\n\n2\tMango, M., 1999, s. 20.\n\n12\n\x0cИстория\n\nКемалем, и долго.",
                &[
                    "--",
                    "с Мустафой⏎·Кемалем, и долго.",
                    "{b 2\tMango, M., 1999, s. 20.⏎}",
                    "{h История⏎}",
                ],
            ),
            (
                "notes alone",
                "с Мустафой\n\n2\tMango, M., 1999, s. 20.\n Кемалем, и долго.",
                &["--", "с Мустафой⏎·Кемалем, и долго.", "{b 2\tMango, M., 1999, s. 20.⏎}"],
            ),
            (
                "nothing behind it",
                "с Мустафой\n\x0cКемалем",
                &["--", "с Мустафой⏎·Кемалем"],
            ),
            (
                "the end of a sentence",
                "Он воевал.\n\x0cКемаль тоже.",
                &["--", "Он воевал.⏎", "--", "Кемаль тоже."],
            ),
            (
                "a blank line is no page",
                "с Мустафой\n\nКемаль тоже.",
                &["--", "с Мустафой⏎", "--", "Кемаль тоже."],
            ),
            (
                "a heading between blank lines is none",
                "с Мустафой\n\nИстория\n\nКемаль тоже.",
                &["--", "с Мустафой⏎", "--", "{h История⏎}", "--", "Кемаль тоже."],
            ),
            (
                "a list is none",
                "Были там\n\n1. Чичерин и Карахан\n\nКемаль тоже.",
                &[
                    "--",
                    "{h Были там⏎}",
                    "--",
                    "1. Чичерин и Карахан⏎",
                    "--",
                    "Кемаль тоже.",
                ],
            ),
            (
                "a new paragraph",
                "с Мустафой\n\x0c   Кемаль тоже.",
                &["--", "с Мустафой⏎", "--", "Кемаль тоже."],
            ),
            (
                "another alphabet",
                "Kars ve Moskova\n\x0cКемаль тоже.",
                &["--", "Kars ve Moskova⏎", "--", "Кемаль тоже."],
            ),
        ],
    );
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
