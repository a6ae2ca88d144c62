//! Lists of literature under a heading, in every format: what stands there looks like narration and is none.

use super::super::drawing;
use super::*;

#[test]
fn lists_in_plain_text() {
    check(
        Format::PlainText,
        &[
            (
                "up to the next heading",
                "Раз.\n\nЛитература\n\nПетров о Карсе, 1961.\n\nПриложение\n\nДва.\n",
                &[
                    "--",
                    "Раз.⏎",
                    "--",
                    "{h Литература⏎}",
                    "--",
                    "{b Петров о Карсе, 1961.⏎}",
                    "--",
                    "{h Приложение⏎}",
                    "--",
                    "Два.⏎",
                ],
            ),
            (
                "without a blank line, with parts",
                "5. KAYNAKÇA:\nKars üzerine belgeler.\n\nMakaleler\n\nAni üzerine.\n",
                &[
                    "--",
                    "{h 5. KAYNAKÇA:⏎}",
                    "--",
                    "{b Kars üzerine belgeler.⏎}",
                    "--",
                    "{h Makaleler⏎}",
                    "--",
                    "{b Ani üzerine.⏎}",
                ],
            ),
            (
                "numbered entries",
                "References\n\n1. Kars and its walls: papers.\n2. Ani.\n",
                &[
                    "--",
                    "{h References⏎}",
                    "--",
                    "{b 1. Kars and its walls: papers.⏎}",
                    "--",
                    "{b 2. Ani.⏎}",
                ],
            ),
        ],
    );
    let tale = "Романы тогда писали немногие, и читали их не все. ".repeat(6);
    let text = format!("Литература\n\n{tale}\n\nРаз.\n");
    check(
        Format::PlainText,
        &[(
            "a chapter about literature",
            &text,
            &["--", "{h Литература⏎}", "--", &format!("{tale}⏎"), "--", "Раз.⏎"],
        )],
    );
}

#[test]
fn lists_in_markdown() {
    check(
        Format::Markdown,
        &[
            (
                "up to a heading of the same rank",
                "## Kaynakça {-}\n\n### Kitaplar\n\n- Kars.\n- *Ani*\n\n## Ek\n\nSon.",
                &[
                    "--",
                    "{h Kaynakça}",
                    "--",
                    "{h Kitaplar}",
                    "--",
                    "{b Kars.}",
                    "{b ⟨Ani⟩}",
                    "--",
                    "{h Ek}",
                    "--",
                    "Son.",
                ],
            ),
            (
                "underlined, and the list without a blank line",
                "Литература\n==========\nКарс, 1961.\n\nВан.",
                &["--", "{h Литература}", "{b Карс, 1961.}", "--", "{b Ван.}"],
            ),
            (
                "a paragraph for a heading",
                "**References**\n\nKars papers.\n\n# End\n\nThe end.",
                &[
                    "--",
                    "⟨References⟩",
                    "--",
                    "{b Kars papers.}",
                    "--",
                    "{h End}",
                    "--",
                    "The end.",
                ],
            ),
            (
                "code has no headings",
                "```\n# References\n```\n\nKars.",
                &["--", "--", "Kars."],
            ),
        ],
    );
}

#[test]
fn lists_in_latex() {
    drawing::check(
        Format::Latex,
        "\\section*{Kaynak\\c{c}a}\nKars belgeleri.\n\n\\subsection{Kitaplar}\nAni.\n\n\\section{Ek}\nSon.\n",
        "{h Kaynakça}\n{b Kars belgeleri.}\n{h Kitaplar}\n{b Ani.}\n{h Ek}\nSon.\n",
    );
    drawing::check(
        Format::Latex,
        "\\noindent\\textbf{Литература}\n\nКарс.\n\n\\addchap{Послесловие}\nАни.\n",
        "⟨Литература⟩\n{b Карс.}\n{h Послесловие}\nАни.\n",
    );
}

#[test]
fn lists_with_tags() {
    drawing::check(
        Format::Xml,
        "<body><div><head>Литература</head><p>Карс.</p><div><head>Статьи</head><p>Ани.</p></div><p>Ван.</p></div><div><p>Раз.</p></div></body>",
        "{h Литература}\n{b Карс.}\n{h Статьи}\n{b Ани.}\n{b Ван.}\nРаз.\n",
    );
    drawing::check(
        Format::Xml,
        "<div type='bibliography'><p>Карс.</p></div><p>Раз.</p>",
        "{b Карс.}\nРаз.\n",
    );
    drawing::check(
        Format::Html,
        "<h2>Kaynak&ccedil;a</h2><ul><li>Kars<li>Ani</ul><h3>Kitaplar</h3><p>Van</p><h2>Son</h2><p>Bir</p>",
        "{h Kaynakça}\n{b Kars}\n{b Ani}\n{h Kitaplar}\n{b Van}\n{h Son}\nBir\n",
    );
    drawing::check(
        Format::Html,
        "<p><b>Список  литературы:</b></p><p>Карс</p><h6>Раз</h6><p>Два</p>",
        "⟨Список литературы:⟩\n{b Карс}\n{h Раз}\nДва\n",
    );
}
