//! Texts with what is said of their names.

use super::*;

#[test]
fn the_same_name_conflicts_and_two_names_never_do() {
    check(
        "tr",
        "Ankara, Ankara’da, Angora’dan.",
        &["Angora’dan: inconsistent Ankara 2, Angora 1"],
    );
    check(
        "ru",
        "В Анкаре и Анкару; в Ангоре.",
        &["Ангоре: inconsistent Анкара 2, Ангора 1"],
    );
    check("ru", "Стамбул и Константинополь.", &[]);
    check("tr", "İstanbul ve Konstantinopolis.", &[]);
    check("tr", "Ankara, Ангора.", &[]);
    check(
        "tr",
        "Smyrna, Smyrna, İzmir.",
        &["İzmir: inconsistent Smyrna 2, İzmir 1"],
    );
}

#[test]
fn a_longer_name_is_a_use_of_its_words() {
    check(
        "ru",
        "Кязыма Карабекира, с Кязымом Карабекиром, но Кязиму Карабекиру.",
        &["Кязиму Карабекиру: inconsistent Кязым 2, Кязим 1"],
    );
    check(
        "tr",
        "G. V. Çiçerin, Çiçerin, Georgiy Tchitcherine.",
        &["Georgiy Tchitcherine: deprecated Tchitcherine"],
    );
}

#[test]
fn the_date_of_the_document_excuses_what_is_of_its_time() {
    check("tr 1921", "Ankara, Ankara, Angora.", &[]);
    check(
        "tr 1921",
        "Ankara, Angora, Angora.",
        &["Ankara: inconsistent Angora 2, Ankara 1"],
    );
    check(
        "tr 1950",
        "Ankara, Angora.",
        &["Angora: inconsistent Ankara 1, Angora 1"],
    );
    check("tr", "Angora, Angora.", &[]);
    check("tr 1950", "Angora.", &["Angora: historical Angora"]);
    check("tr 1921", "Atatürk geldi.", &["Atatürk: anachronism Atatürk"]);
    check("tr 1935", "Atatürk geldi.", &[]);
    check(
        "ru 1935",
        "В Константинополе.",
        &["Константинополе: historical Константинополь"],
    );
}

#[test]
fn a_style_has_the_last_word() {
    check(
        "tr tr:Angora",
        "Angora, Ankara, Ankara.",
        &[
            "Ankara: inconsistent Angora 1, Ankara 2",
            "Ankara: inconsistent Angora 1, Ankara 2",
        ],
    );
    check("tr tr:Smyrna", "İzmir.", &["İzmir: inconsistent Smyrna 0, İzmir 1"]);
    check("tr tr:Tchitcherine", "Tchitcherine.", &[]);
    check("tr 1950 tr:Angora", "Angora.", &[]);
}

#[test]
fn the_order_of_verdicts() {
    check(
        "tr",
        "Ankara, Ancara, Ankra.",
        &["Ancara: deprecated Ancara", "Ankra: misspelling Ankra"],
    );
    check(
        "tr others",
        "Ankara, Angora, Ancara, Ankra.",
        &["Ankra: misspelling Ankra"],
    );
    check(
        "tr",
        "Ankra, Ancara.",
        &["Ankra: misspelling Ankra", "Ancara: deprecated Ancara"],
    );
}

#[test]
fn dots_of_i_count_in_turkish() {
    check(
        "tr",
        "Istanbul, İrak, ISTANBUL’da.",
        &[
            "Istanbul: dotted-i İstanbul",
            "İrak: dotted-i Irak",
            "ISTANBUL’da: dotted-i İstanbul",
        ],
    );
    check("tr", "İstanbul, Irak, Isparta, İSTANBUL, IRAK’tan, ISPARTA’da.", &[]);
    check("tr", "Iskenderun.", &["Iskenderun: dotted-i İskenderun"]);
    check("en", "Istanbul, Iskenderun.", &[]);
    // The dots of a spelling that should not stand there at all are not its fault.
    check("tr", "TCHITCHERINE", &["TCHITCHERINE: deprecated Tchitcherine"]);
}

#[test]
fn a_spelling_of_another_language() {
    check(
        "tr",
        "Chicherin’in sözü, Çiçerin’in sözü.",
        &["Chicherin’in: wrong-language Çiçerin"],
    );
    check(
        "tr",
        "Lev Karakhan geldi, L. Karakhan gitti.",
        &["Lev Karakhan: deprecated Karakhan", "L. Karakhan: deprecated Karakhan"],
    );
    check("en", "Lev Karakhan came.", &[]);
    check("en", "Chicherin came.", &[]);
    check("tr", "Чичерин geldi.", &[]);
}

#[test]
fn other_peoples_words_and_glosses_do_not_count() {
    let rows = [
        ("brackets behind", "ru", "Ангора (Анкара). Анкара, Анкара."),
        ("brackets with a cue", "ru", "Ангора (ныне Анкара). Анкара, Анкара."),
        (
            "brackets with more",
            "ru",
            "Анкара (до 1930 года город назывался Ангора). Анкара.",
        ),
        ("бывш.", "ru", "Анкара. В городе Анкара, бывш. Ангора, тихо."),
        ("comma and cue", "ru", "Анкара. Ангора, ныне Анкара, растёт."),
        ("or", "ru", "Анкара. Ангора, или Анкара, растёт."),
        (
            "adjective with a noun",
            "ru",
            "Анкара. Её прежнее название Ангора забыто.",
        ),
        ("quoted", "ru", "Анкара. Её старое название «Ангора» забыто."),
        ("eski adıyla", "tr", "Ankara. Eski adıyla Angora, Ankara."),
        ("eski adı", "tr", "Ankara’nın eski adı Angora idi. Ankara."),
        ("bugünkü", "tr", "Angora, bugünkü Ankara. Ankara, Ankara."),
        ("brackets, Turkish", "tr", "Ankara (Angora). Ankara."),
        ("square brackets", "tr", "Ankara. Angora [Ankara], Ankara."),
        ("adıyla behind", "tr", "Ankara. Angora adıyla bilinirdi. Ankara."),
        ("a cue between", "tr", "Angora, bugünkü adıyla Ankara. Ankara, Ankara."),
        (
            "a possessed cue",
            "tr",
            "Angora’nın bugünkü adı Ankara’dır. Ankara, Ankara.",
        ),
        (
            "words before a cue",
            "tr",
            "Angora, bir kasaba, bugünkü adıyla Ankara. Ankara, Ankara.",
        ),
        ("known as", "tr", "Ankara, Ankara. Angora adıyla bilinirdi Ankara."),
        (
            "a clause behind",
            "ru",
            "Анкара, Анкара. Вот Ангора, как её тогда называли.",
        ),
        (
            "a relative clause behind",
            "ru",
            "Анкара, Анкара. Вот «Ангора», которую тогда звали иначе.",
        ),
        (
            "a relative clause",
            "ru",
            "Анкара. Город, который тогда звали Ангорой, невелик. Анкара.",
        ),
        ("a toponym", "ru", "Анкара, Анкара. Топоним Ангора забыт."),
        ("its name", "ru", "Анкара, Анкара. Название «Ангора» забыто."),
        ("its spelling", "tr", "Ankara, Ankara. “Angora” yazımı unutuldu."),
        (
            "a clause behind, English",
            "en",
            "Ankara, Ankara. So it was in Angora, as it was then called.",
        ),
        ("the name", "en", "Ankara, Ankara. The name Angora was forgotten."),
        ("a slash", "tr", "Ankara. Angora/Ankara vilayeti. Ankara."),
        ("equals", "tr", "Ankara. Angora = Ankara. Ankara."),
        ("a dash", "ru", "Анкара. Ангора – Анкара. Анкара."),
        (
            "a title in quotation marks",
            "tr",
            "Ankara. “Angora Yolu” basıldı. Ankara.",
        ),
        (
            "a title in guillemets",
            "ru",
            "Анкара. Книга «Дорога в Ангору» вышла. Анкара.",
        ),
    ];
    for (name, language, text) in rows {
        assert!(!name.is_empty());
        check(language, text, &[]);
    }
    let still = [
        (
            "another clause behind",
            "ru",
            "Анкара и Анкара. Вот Ангора, которую все любили.",
            "Ангора: inconsistent Анкара 2, Ангора 1",
        ),
        (
            "a word that is no cue",
            "ru",
            "Анкара и Анкара. Город Ангора.",
            "Ангора: inconsistent Анкара 2, Ангора 1",
        ),
        (
            "a cue without the other name",
            "ru",
            "Анкара, Анкара. Теперь Ангора.",
            "Ангора: inconsistent Анкара 2, Ангора 1",
        ),
        (
            "a cue of the next sentence",
            "tr",
            "Ankara, Ankara. Angora yandı. Bugünkü adı Ankara’dır.",
            "Angora: inconsistent Ankara 2, Angora 1",
        ),
        (
            "brackets apart",
            "ru",
            "Анкара, Анкара. Был (там) Ангора.",
            "Ангора: inconsistent Анкара 2, Ангора 1",
        ),
        (
            "brackets that do not close",
            "tr",
            "Ankara, Ankara. Ankara (Angora",
            "Angora: inconsistent Ankara 3, Angora 1",
        ),
        (
            "the name alone in quotation marks",
            "tr",
            "Ankara, Ankara. “Angora” yandı.",
            "Angora: inconsistent Ankara 2, Angora 1",
        ),
    ];
    for (name, language, text, expected) in still {
        assert!(!name.is_empty());
        check(language, text, &[expected]);
    }
}

#[test]
fn form_is_the_documents_own() {
    check(
        "ru",
        "Бекир Сами-бей, Бекиру Сами-бею, Бекир Сами-Бей.",
        &["Бекир Сами-Бей: form inner-capital 1:2"],
    );
    check("ru", "Бекир Сами-Бей, Бекиру Сами-Бею.", &[]);
    check(
        "ru",
        "Бекир Сами-бей, Бекиру Сами-бею, Бекира Сами бея.",
        &["Бекира Сами бея: form joint 1:2"],
    );
    check(
        "ru",
        "В. И. Ленин, В. И. Ленину, В.И. Ленину, Ленину.",
        &["В.И. Ленину: form dots 1:2"],
    );
    check(
        "ru",
        "Великое национальное собрание. Великого Национального собрания.",
        &["Великого Национального собрания: form inner-capital 1:1"],
    );
    check(
        "ru",
        "Халиль Кута, Халиль Куту, Халиля Кута.",
        &["Халиля Кута: form first-word 1:2"],
    );
    check("ru", "Халиль Кут, Халиля Кута, ХАЛИЛЬ КУТ.", &[]);
    check(
        "ru",
        "Халиль Кута, Халиль Куту, Халилькута.",
        &["Халилькута: form inner-capital joint 1:2"],
    );
    check(
        "tr",
        "Kâzım Karabekir, Kâzım Karabekir, Kazım Karabekir.",
        &["Kazım Karabekir: form circumflex 1:2"],
    );
    check("tr", "Kazım Karabekir, Kazım Karabekir.", &[]);
    check(
        "tr",
        "Güneybatı Anadolu, Güney-Batı Anadolu’ya.",
        &["Güney-Batı Anadolu’ya: form inner-capital joint 1:1"],
    );
    check(
        "tr",
        "Güney-\nbatı Anadolu, Güneybatı Anadolu, Güneybatı\nAnadolu.",
        &[],
    );
    check("tr", "TBMM, TBMM’nin, T.B.M.M.’nin.", &["T.B.M.M.’nin: form dots 1:2"]);
    check(
        "tr",
        "Ankara’da, Ankara’ya, Ankarada.",
        &["Ankarada: form apostrophe 1:2"],
    );
    check(
        "tr",
        "Büyük Millet Meclisi’nde, Büyük Millet Meclisinde, Büyük Millet Meclisi.",
        &["Büyük Millet Meclisinde: form apostrophe 1:1"],
    );
    check(
        "tr",
        "Bekir Sami Bey, Bekir Sami Bey’e, Bekir Sami bey.",
        &["Bekir Sami bey: form inner-capital 1:2"],
    );
}

/// What is said of a text whose project uses what stands in `corpus`.
#[track_caller]
fn check_in(language: &str, corpus: &str, text: &str, expected: &[&str]) {
    let gazetteer = gazetteer();
    let analyse = |text: &str| Analysis::fresh(&text, &document(&gazetteer, language).0, &gazetteer);
    let (corpus, analysis) = (analyse(corpus), analyse(text));
    let circumstances = Circumstances {
        corpus: Some(corpus.uses()),
        ..Circumstances::default()
    };
    let consistency = Consistency::of(&analysis, &text, circumstances);
    let verdicts = analysis.mentions().filter_map(|mention| {
        let verdict = consistency.verdict(&mention)?;
        let here = &text[mention.range.clone()];
        Some(format!(
            "{} {here}: {}",
            mention.range.start,
            worded(&gazetteer, verdict)
        ))
    });
    assert_eq!(verdicts.collect::<Vec<_>>(), expected, "{text} in {corpus:?}");
}

#[test]
fn the_corpus_speaks_once_a_document_and_name() {
    let corpus = "İzmir, İzmir, İzmir, Smyrna, Smyrna.";
    check_in("tr", corpus, "Smyrna, Smyrna.", &["0 Smyrna: corpus İzmir 3, Smyrna 2"]);
    // Silent: it keeps to the spelling of the project, names something else, or cites.
    check_in("tr", corpus, "İzmir, İzmir.", &[]);
    check_in("tr", corpus, "Irak, Kars.", &[]);
    check_in("tr", "İzmir, İzmir.", "İzmir, Ankara.", &[]);
    // The name is the same in both scripts; its spellings in one language conflict, wherever another language has it.
    check_in(
        "tr",
        "Ankara, Ankara, Angora.",
        "Анкара, Angora, Angora.",
        &["14 Angora: corpus Ankara 2, Angora 1"],
    );
    // What the document says of the mention itself comes first.
    check_in(
        "tr",
        "Angora, Ankara, Ankara.",
        "Angora, Ankara.",
        &["0 Angora: inconsistent Ankara 1, Angora 1"],
    );
}

#[test]
fn how_a_name_is_declined_is_found_out_once() {
    let gazetteer = gazetteer();
    let text = "Бекира Сами ждали. ".repeat(500) + "С Кязыма Карабекиром говорили.";
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
    let agreement = Agreement::new(&gazetteer);
    let mentions = analysis.mentions();
    let found: Vec<&str> = mentions
        .filter_map(|mention| agreement.disagreement(&mention, &text))
        .map(|found| &text[found.range()])
        .collect();
    assert_eq!(found, ["Кязыма"]);
    assert!(agreement.found_out() < 10, "{}", agreement.found_out());
}

#[test]
fn what_would_lose_a_sign_is_no_form_to_be_wanted() {
    check("ru", "В РКП (б), о РКП (б), из РКП (б) и РКП(б).", &[]);
}
