//! References in running text.

use super::*;

#[test]
fn references_in_running_text() {
    check(
        Format::PlainText,
        &[
            (
                "in brackets",
                "Об этом пишут (см.: Чичерин Г. В. Статьи. М., 1961. С. 12) и другие.",
                &[
                    "--",
                    "Об этом пишут ({b см.: Чичерин Г. В. Статьи. М., 1961. С. 12}) и другие.",
                ],
            ),
            (
                "up to the last page",
                "См. Чичерин. Статьи. М., 1961. С. 12–14. Потом в 1920 г. он уехал.",
                &[
                    "--",
                    "{b См. Чичерин. Статьи. М., 1961. С. 12–14.} Потом в 1920 г. он уехал.",
                ],
            ),
            (
                "several works",
                "Об этом см. Петров. Очерки. С. 5; Иванов. Записки. С. 7. Он прибыл.",
                &[
                    "--",
                    "Об этом {b см. Петров. Очерки. С. 5; Иванов. Записки. С. 7.} Он прибыл.",
                ],
            ),
            (
                "the work named before",
                "Так было (см. там же) всегда.",
                &["--", "Так было ({b см. там же}) всегда."],
            ),
            (
                "turkish",
                "Bunu yazdı (bkz. Yerasimos, Kurtuluş, s. 12) ve gitti.",
                &["--", "Bunu yazdı ({b bkz. Yerasimos, Kurtuluş, s. 12}) ve gitti."],
            ),
            (
                "english",
                "He said so (see Jones, History, p. 12). See Smith, Notes, p. 5. He left.",
                &[
                    "--",
                    "He said so ({b see Jones, History, p. 12}). {b See Smith, Notes, p. 5.} He left.",
                ],
            ),
            (
                "a year in brackets",
                "Он знал (см. Чичерин (1961), с. 5) всё.",
                &["--", "Он знал ({b см. Чичерин (1961), с. 5}) всё."],
            ),
        ],
    );
}

#[test]
fn what_refers_to_no_work() {
    let rows = [
        "О Карсе см. ниже; с 5 мая Чичерин был там.",
        "См. также статью Чичерина в газете.",
        "Рост 180 см. Чичерин прибыл в Карс. В 1920 г. он уехал.",
        "Bkz. Kars.",
        "We see Chicherin on p. 12 of the book.",
        "Он (см. выше) уехал в 1921 г. из Карса.",
    ];
    for text in rows {
        check(Format::PlainText, &[("narration", text, &["--", text])]);
    }
}

#[test]
fn in_markup() {
    check(
        Format::Markdown,
        &[(
            "emphasis inside",
            "Об этом (см. Чичерин. *Статьи*. С. 12) пишут.",
            &["--", "Об этом ({b см. Чичерин. ·⟨Статьи⟩·. С. 12}) пишут."],
        )],
    );
}
