//! What stands in quotation marks, and what of it is a quotation.

use super::*;

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
                "of three words, one of them broken",
                "Он «взял этот го-\nрод» там.",
                &["--", "Он «⟨взял этот го-⏎род⟩» там."],
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
            ("suffix, single", "‘Yeni Dünya’nın", &["--", "‘⟨Yeni Dünya⟩’nın"]),
            (
                "apostrophe in single marks",
                "‘Ankara’da Yeni Gün’ bu",
                &["--", "‘⟨Ankara’da Yeni Gün⟩’ bu"],
            ),
            (
                "apostrophe far behind a single mark",
                "‘bu kentin eski adı Ankara’da",
                &["--", "‘bu kentin eski adı Ankara’da"],
            ),
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

/// What a text quotes or refers to says nothing of a note between, nor of a reference in it.
#[test]
fn another_stream_inside_keeps_its_own_zone() {
    use Zone::{Bibliography, Narration, Quotation};
    let rows = [
        (
            Format::Xml,
            "<p>«Мы взяли этот <note>Речь о Чичерине.</note> славный город».</p>",
            Quotation,
        ),
        (
            Format::Latex,
            "«Мы взяли этот \\footnote{Речь о Чичерине.} славный город».",
            Quotation,
        ),
        (
            Format::PlainText,
            "«Мы взяли этот го-\n\n5\tРечь о Чичерине.\n\nрод», и ушли.\n",
            Quotation,
        ),
        (
            Format::Latex,
            "Так (см. Петров\\footnote{Речь о Чичерине.} Очерки. С. 12).",
            Bibliography,
        ),
    ];
    for (format, text, zone) in rows {
        let layout = lay_out(format, text, State::default());
        let zone_of = |word: &str| layout.zone(text.find(word).expect("it is there"));
        assert_eq!(zone_of("Чичерине"), Narration, "{format:?} {text}");
        let around = if zone == Quotation {
            ["взяли", "род"]
        } else {
            ["Петров", "Очерки"]
        };
        assert_eq!(around.map(zone_of), [zone; 2], "{format:?} {text}");
    }
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
