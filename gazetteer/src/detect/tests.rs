use super::*;
use crate::prose::{Format, lay_out};

#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (name, text, expected) in rows {
        let is = match detect(text, &lay_out(Format::PlainText, text, Default::default())) {
            Own::Sure(language) => language.to_string(),
            Own::Cited(language) => format!("{language}, cited"),
            Own::Script { cyrillic: true } => "cyrillic".to_owned(),
            Own::Script { cyrillic: false } => "latin".to_owned(),
            Own::Silent => "silent".to_owned(),
        };
        if is != *expected {
            wrong.push(format!("{name}: {is}, not {expected}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn sure() {
    check(&[
        (
            "russian",
            "Вчера утром поезд прибыл на станцию, и делегация вышла на перрон.",
            "ru",
        ),
        ("russian, short", "Это был он.", "ru"),
        (
            "russian with turkish names",
            "Газету Yeni Gün редактировал Yunus Nadi, живший тогда в Ankara.",
            "ru",
        ),
        (
            "pre-reform",
            "Въ городѣ Карсѣ стоялъ русскій полкъ, и жители его хорошо знали.",
            "ru-petr1708",
        ),
        (
            "russian with a title of old",
            "В книге «Описаніе Кавказа» автор подробно рассказывает о жизни в городе и его рынках.",
            "ru",
        ),
        (
            "turkish",
            "Heyet o gün istasyona vardı ve akşama kadar orada bekledi.",
            "tr",
        ),
        (
            "turkish, short",
            "Heyet bu kararı hemen kabul etti, ancak daha sonra vazgeçti.",
            "tr",
        ),
        (
            "english, a line of verbs",
            "The delegates left Kars; Karabekir met them, and talked.",
            "en",
        ),
        (
            "english, hardly a small word",
            "Kalinin opposed the plan; Frunze supported it.",
            "en",
        ),
        ("english, a verb in -ed", "Ankara signed a treaty with Paris.", "en"),
        (
            "turkish with russian words",
            "Onun Vneşnyaya Politika adlı kitabında bu olay için ayrı bir bölüm vardır.",
            "tr",
        ),
        (
            "turkish with circumflex",
            "Bu hâl, Kâzım Paşa’nın bütün hayatı için çok önemli bir olay olmuştur.",
            "tr",
        ),
        (
            "english",
            "The delegation came to the station in the morning and waited there.",
            "en",
        ),
        (
            "english with turkish names",
            "After the war Kâzım Karabekir was one of the founders of a party.",
            "en",
        ),
        (
            "russian in latin letters",
            "Petrov A. B., Oçerki istorii russko-turetskih otnoşeniy v naçale veka, M., 1961.",
            "ru-Latn, cited",
        ),
        (
            "the same in another practice",
            "Ivanov V., Istoriya rossiysko-turetskikh otnosheniy i vneshney politiki, M., 1958",
            "ru-Latn, cited",
        ),
        (
            "a title alone",
            "Turtsiya mejdu dvumya voynami i yeyo vneşnyaya politika",
            "ru-Latn",
        ),
        (
            "french",
            "Les relations de la France avec la nouvelle Turquie et ses voisins dans les années vingt",
            "fr",
        ),
        (
            "german",
            "Die Beziehungen zwischen der Türkei und dem Deutschen Reich nach dem Ersten Weltkrieg",
            "de",
        ),
        (
            "broken lines",
            "Heyet istas-\nyona vardı ve ak-\nşama kadar ora-\nda bekledi, sonra gitti.",
            "tr",
        ),
    ]);
}

#[test]
fn not_sure() {
    check(&[
        ("nothing", "1921–1923. ***", "silent"),
        ("one word", "Введение", "cyrillic"),
        ("two words", "Sonuç Bölümü", "latin"),
        ("names", "Mustafa Kemal, Georgiy Çiçerin, Enver", "latin"),
        ("reference", "12\tMango, Atatürk, L., 1999, s. 287.", "latin"),
        (
            "half and half",
            "Bu konuda daha geniş bilgi için bakınız: Petrov, Franko-turetskie otnoşeniya i mir v te godı",
            "latin",
        ),
        ("both scripts", "О нём писали так: bu konuda daha geniş bilgi.", "latin"),
        (
            "ukrainian",
            "Він поїхав до міста, а її листи залишилися у нього вдома і чекали.",
            "cyrillic",
        ),
        (
            "other",
            "Bu ölkədə yaşayan xalq həmişə öz dilini və mədəniyyətini qoruyub saxlayıb.",
            "latin",
        ),
        (
            "finnish",
            "Hän tuli kaupunkiin aamulla eikä kukaan odottanut siellä mitään erikoista.",
            "latin",
        ),
    ]);
}

#[test]
fn references_in_a_paragraph_do_not_count() {
    let text = "Heyet o gün istasyona vardı ve ora-\n\n2\tPetrov, Oçerki istorii sovetsko-turetskih otnoşeniy i ih vneşney politiki, \
                M., 1961, s. 20.\n da bekledi.";
    let list = "3\tPetrov A. B., Oçerki istorii russko-turetskih otnoşeniy v naçale veka, M., 1961, s. 12.";
    check(&[
        ("joined by a hyphen", text, "tr"),
        ("references alone", list, "ru-Latn, cited"),
        (
            "pages say nothing",
            "2 A.g.e., s. 17; krş. Ali Fuat Cebesoy, Moskova Hatıraları, s. 3.",
            "latin",
        ),
    ]);
}

#[test]
fn markup_in_a_word_does_not_count() {
    let own = |format, text| detect(text, &lay_out(format, text, Default::default()));
    let turkish = Own::Sure(Language::Turkish);
    assert_eq!(
        own(
            Format::Latex,
            r#"Mektup \c{c}ok k\i sayd\i; yan\i t\i n\i g\"un boyunca bekledi, sonra d\"ond\"u."#
        ),
        turkish
    );
    assert_eq!(
        own(
            Format::Html,
            "<p>Mektup &ccedil;ok k&#305;sayd&#305;; yan&#305;t&#305;n&#305; <i>g&uuml;n</i> boyunca bekledi, sonra d&ouml;nd&uuml;."
        ),
        turkish
    );
}

/// Tags and commands around a line are no words of it.
#[test]
fn markup_around_a_line_does_not_count() {
    let own = |format, text| detect(text, &lay_out(format, text, Default::default()));
    let cyrillic = Own::Script { cyrillic: true };
    for (format, text) in [
        (Format::Html, "<html><head><title>Чичерин и Карахан</title>"),
        (Format::Latex, "\\section*{Чичерин и Карахан}\n"),
        (Format::Xml, "<div><p><persName ref='#a'>Чичерин</persName></p>"),
    ] {
        assert_eq!(own(format, text), cyrillic, "{text}");
    }
    let turkish = "<p class='of the and'>Rauf Bey istifa etti.</p>";
    assert_eq!(own(Format::Html, turkish), Own::Sure(Language::Turkish));
}

/// A Turkish line is known by its verb, which comes last, and by suffixes behind the apostrophes of names.
#[test]
fn short_lines() {
    check(&[
        (
            "russian in latin letters",
            "Pismo o Turtsii bylo napisano v Moskve, i s nim v Ankare govorili o zhizni.",
            "ru-Latn",
        ),
        ("a verb at the end", "Rauf Bey istifa etti.", "tr"),
        ("nothing but a verb", "Ali Fuat Paşa geldi.", "tr"),
        (
            "passive, without a full stop",
            "Kars Antlaşması Tiflis yakınlarında imzalandı",
            "tr",
        ),
        ("a suffix behind an apostrophe", "Enver Paşa’nın Bakü’den mektubu", "tr"),
        ("an abbreviation is no verb", "bkz. Kars, çev.", "latin"),
        ("english genitives", "Lenin’s letter", "latin"),
        ("soft signs in latin letters", "Kazan’e i Tver’yu", "latin"),
        ("italian", "I diritti umani e i conflitti.", "latin"),
        ("names alone", "Rauf Bey, Ankara, Kars", "latin"),
    ]);
}
