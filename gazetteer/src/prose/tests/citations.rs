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
fn brackets_that_are_references_by_themselves() {
    let rows = [
        ("author and year", "Так было ({b Чичерин 1961: 12}) всегда."),
        ("author and page", "Так было [{b Чичерин, с. 5}] всегда."),
        ("year alone", "Öyleydi ({b Tchitcherine 1961})."),
        (
            "several",
            "Öyleydi ({b Jones ve Smith 1961: 12–14; Yerasimos vd. 1979a}) hep.",
        ),
        ("year and page", "Так было ({b Чичерин, 1961, с. 12})."),
    ];
    for (what, drawn) in rows {
        let text = drawn.replace("{b ", "").replace('}', "");
        check(Format::PlainText, &[(what, &text, &["--", drawn])]);
    }
}

#[test]
fn entries_of_a_list_of_literature() {
    let rows = [
        ("russian", "1. Чичерин Г. В. Статьи и речи. М., 1961."),
        ("a way back", "↑ Чичерин Г. В. Статьи и речи. М., 1961."),
        ("a newspaper", "2. Чичерин // Правда. 1921. № 5."),
        ("a publisher", "Чичерин Г. В. Речи. М.: Политиздат, 1961. 515 с."),
        (
            "a year in brackets",
            "Tchitcherine, G. V. (1961). Makaleler. Ankara: TTK.",
        ),
        ("a comma", "– Tchitcherine, G. V., Notlar, Ankara, 1961."),
    ];
    for (what, text) in rows {
        check(Format::PlainText, &[(what, text, &["--", &format!("{{b {text}}}")])]);
    }
    check(
        Format::Markdown,
        &[(
            "in a list",
            "- Чичерин Г. В. *Статьи*. М., 1961.",
            &["--", "{b Чичерин Г. В. ·⟨Статьи⟩·. М., 1961.}"],
        )],
    );
}

#[test]
fn what_refers_to_no_work() {
    let rows = [
        "Чичерин Г. В. прибыл в Москву и подписал договор.",
        "Чичерин Г. В. Потом и Карахан Л. М. уехали в Карс.",
        "Ответ Г. В. Чичерина из Карса, 1921",
        "Они встретились (Карс, 1921) и позже (Чичерин и Карахан).",
        "Договор (Карс, 13 октября 1921) и речь (Чичерин).",
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
