//! Blocks and pieces of Markdown.

use super::*;

#[test]
fn attributes_are_no_prose() {
    check(
        Format::Markdown,
        &[
            ("of a span", "[Карс]{.wide} взят", &["--", "[Карс]‖ взят"]),
            (
                "of a span that states a language",
                "[Карс]{.wide lang=ru} взят",
                &["--", "[·]‖ взят", "Карс"],
            ),
            ("of a picture", "![Карс](a.png){#fig:Kars} взят", &["--", "Карс‖ взят"]),
            ("braces", "{Карс} и {a = b}", &["--", "{Карс} и {a = b}"]),
        ],
    );
}

#[test]
fn languages_are_stated() {
    for (text, expected) in [
        (
            "Bir [**Г. В.** Чичерин]{lang=ru} iki &amp; [üç [dört]{lang=en}]{lang=tr}.",
            "Bir []‖ iki & []‖.\nru: ⟨Г. В.⟩ Чичерин\ntr: üç []\nen: dört\n",
        ),
        (
            "Bir <span class=x><span lang='ru'>Карс</span></span> iki <i>üç</i>.",
            "Bir iki üç.\nru: Карс\n",
        ),
        ("Bir <span lang=ru>Карс iki\n\nüç", "Bir\nКарс iki\nüç\n"),
        (
            "Раз.\n\n::: {lang=tr}\n\nBir.\n\n:::: warning\n\nİki.\n\n::::\n\nÜç.\n\n:::\n\nДва.",
            "Раз.\ntr: :::\ntr: Bir.\ntr: :::: warning\ntr: İki.\ntr: ::::\ntr: Üç.\ntr: :::\nДва.\n",
        ),
        ("::: {.x lang=\"en\"}\nOne.\n:::\nРаз.", "en: ::: ‖ One. ::: Раз.\n"),
        (
            "<div lang='ru'>\n\nКарс.\n\n<p lang=tr>Ani.</p>\n\n<div>\nВан.\n</div>\n\nМуш.\n\n</div>\n\nBir.",
            "ru: Карс.\ntr: Ani.‖\nru: Ван. ‖\nru: Муш.\nBir.\n",
        ),
        ("Bir <span lang='ru'>Карс\n1 x-\n\nиз", "Bir\nКарс 1 x-\nиз\n"),
        ("<p lang=tr>Ani.\n\nРаз.", "tr: Ani.\nРаз.\n"),
        ("```\n::: {lang=tr}\n```\n\nРаз.", "Раз.\n"),
    ] {
        super::super::drawing::check(Format::Markdown, text, expected);
    }
}

#[test]
fn blocks_of_markdown() {
    check(
        Format::Markdown,
        &[
            ("paragraphs", "Раз\nдва.\n\nТри.", &["--", "Раз⏎два.", "--", "Три."]),
            ("front matter", "---\nauthor: Карс\n---\n\nРаз.", &["--", "--", "Раз."]),
            (
                "title and abstract in front matter",
                "---\ntitle: «Карс»\nabstract: |\n  Раз\n  два.\nauthor: Ван\n---\n\nТри.",
                &["--", "{h «⟨Карс⟩»⏎}", "Раз⏎·два.⏎", "--", "Три."],
            ),
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
            (
                "title of a link",
                "А [б](c.md \"В г\") д ![е](ё.png 'Ж').",
                &["--", "А ·б· д ‖е‖.", "В г", "Ж"],
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
            (
                "form feeds alone",
                "Был в\x0c\x0cгороде\nи там.",
                &["--", "Был в⏎·городе⏎и там."],
            ),
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
                &["--", "Анкара· и ·Карс", "Карс"],
            ),
            ("brackets", "Г[еоргий] [Карс]", &["--", "Г[еоргий] [Карс]"]),
            ("addresses", "a <http://b.c> https://d.e/f d", &["--", "a ‖ ‖ d"]),
            ("image", "a ![Карс](k.png) b", &["--", "a ‖Карс‖ b"]),
            ("wiki link", "[[Карс]] [[kars|Карса]]", &["--", "Карс· ·Карса"]),
            ("code", "a `b` c $x^2$ d", &["--", "a ‖ c ‖ d"]),
            (
                "citation",
                "a [см. @petrov1961, с. 3] b @ivanov c me@kars d me@kars.tr e",
                &["--", "a ‖ b ‖ c me@kars d ‖ e"],
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
