//! Tables of pairs, one row a rule of the design; texts with what is said of their names; properties.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::analysis::{Analysis, Facts};
use crate::date::Date;
use crate::entity::EntityType;
use crate::language::Language;
use crate::{Gazetteer, load};

const RU: Language = Language::Russian;
const TR: Language = Language::Turkish;

/// `=` the same, `!` different, else the names of what differs.
fn said(comparison: Comparison) -> String {
    match comparison {
        Comparison::Same => "=".to_owned(),
        Comparison::Different => "!".to_owned(),
        Comparison::Form(differences) => {
            let names: Vec<&str> = differences.iter().map(Difference::as_str).collect();
            names.join(" ")
        }
    }
}

#[test]
fn two_spellings() {
    use EntityType::{Organization, Person, Place};
    let rows = [
        ("all capitals", RU, Place, "Анкара", "АНКАРА", "="),
        ("all capitals, Turkish i", TR, Place, "İzmir", "İZMİR", "="),
        (
            "all capitals, one word",
            TR,
            Person,
            "Mustafa Kemal Atatürk",
            "Mustafa Kemal ATATÜRK",
            "=",
        ),
        (
            "all capitals, a word of one letter",
            RU,
            EntityType::Event,
            "Народы Азии и Африки",
            "НАРОДЫ АЗИИ И АФРИКИ",
            "=",
        ),
        ("first letter", RU, EntityType::Group, "большевики", "Большевики", "="),
        ("ё and е", RU, Person, "Артём Орёл", "Артем Орел", "="),
        ("stress marks", RU, Place, "Анка\u{301}ра", "Анкара", "="),
        ("a grave on е and и", RU, Place, "Се\u{300}вр и\u{300}", "Севр и", "="),
        (
            "an accent in Latin letters",
            Language::English,
            Place,
            "Sèvres",
            "Sevres",
            "!",
        ),
        ("the breve of й", RU, Place, "Майкоп", "Маикоп", "!"),
        ("decomposed", TR, Place, "Gu\u{308}mru\u{308}", "Gümrü", "="),
        ("decomposed, dot of i", TR, Place, "I\u{307}zmir", "İzmir", "="),
        ("soft hyphen", RU, Place, "Ан\u{ad}кара", "Анкара", "="),
        ("line break", RU, Place, "Новая Земля", "Новая\nЗемля", "="),
        ("hyphen at a line end", RU, Place, "Ан-\nкара", "Анкара", "="),
        (
            "no-break space",
            RU,
            Person,
            "В. И. Ленин",
            "В.\u{a0}И.\u{a0}Ленин",
            "=",
        ),
        (
            "kind of apostrophe",
            TR,
            EntityType::Event,
            "Komintern’in Kongresi",
            "Komintern'in Kongresi",
            "=",
        ),
        (
            "initials for words",
            RU,
            Person,
            "Г. В. Чичерин",
            "Георгий Васильевич Чичерин",
            "=",
        ),
        ("initials left out", RU, Person, "Чичерин", "Г. В. Чичерин", "="),
        (
            "patronymic left out",
            RU,
            Person,
            "Георгий Чичерин",
            "Георгий Васильевич Чичерин",
            "=",
        ),
        ("title left out", TR, Person, "Bekir Sami", "Bekir Sami Bey", "="),
        (
            "given name left out",
            TR,
            Person,
            "Rauf Orbay",
            "Hüseyin Rauf Orbay",
            "=",
        ),
        ("surname left out", TR, Person, "Ali Fuat", "Ali Fuat Cebesoy", "!"),
        ("other initials", RU, Person, "Г. В. Чичерин", "Л. Чичерин", "!"),
        ("a word left out of a place", TR, Place, "Kars", "Kars Kalesi", "!"),
        ("inner capital", RU, Person, "Сами-бей", "Сами-Бей", "inner-capital"),
        (
            "inner capital behind a space",
            TR,
            Organization,
            "Ankara Hükümeti",
            "Ankara hükümeti",
            "inner-capital",
        ),
        ("hyphen and space", RU, Person, "Халиль-паша", "Халиль паша", "joint"),
        (
            "solid and hyphen",
            TR,
            Place,
            "Güney-Batı Anadolu",
            "Güneybatı Anadolu",
            "inner-capital joint",
        ),
        (
            "solid and space",
            TR,
            Place,
            "Orta Doğu",
            "Ortadoğu",
            "inner-capital joint",
        ),
        ("dots of acronyms", TR, Organization, "TBMM", "T.B.M.M.", "dots"),
        (
            "blanks of acronyms",
            TR,
            Organization,
            "T. B. M. M.",
            "T.B.M.M.",
            "dots",
        ),
        ("the last dot", TR, Organization, "T.B.M.M", "T.B.M.M.", "="),
        ("blanks of initials", RU, Person, "В.И. Ленин", "В. И. Ленин", "dots"),
        ("circumflex", TR, Person, "Kâzım", "Kazım", "circumflex"),
        (
            "circumflex on î and û",
            TR,
            Person,
            "Alî Fûat",
            "Ali Fuat",
            "circumflex",
        ),
        (
            "apostrophe before a suffix",
            TR,
            EntityType::Event,
            "Komintern’in Kongresi",
            "Kominternin Kongresi",
            "apostrophe",
        ),
        (
            "several",
            TR,
            Organization,
            "Kâzım-Bey Kulübü",
            "Kazım bey Kulübü",
            "inner-capital joint circumflex",
        ),
        ("dot of i", TR, Place, "İstanbul", "Istanbul", "!"),
        ("dot of i in capitals", TR, Place, "Rize", "RIZE", "!"),
        (
            "no dot of i in English",
            Language::English,
            Place,
            "Istanbul",
            "ISTANBUL",
            "=",
        ),
        (
            "ı in English capitals",
            Language::English,
            Place,
            "Bandırma",
            "BANDIRMA",
            "=",
        ),
        ("ı and i in English", Language::English, Place, "Izmir", "Ismır", "!"),
        ("another letter", RU, Person, "Чичерин", "Чечерин", "!"),
        ("another letter at the end", RU, Person, "Халиль", "Халил", "!"),
        ("another word", TR, Place, "Ankara", "Angora", "!"),
        ("ligatures", Language::English, Person, "Mu\u{fb03}n", "Muffin", "="),
        ("letters and none", RU, Place, "", "Карс", "!"),
    ];
    let mut names = std::collections::BTreeSet::new();
    for (name, language, kind, one, other, expected) in rows {
        assert!(names.insert(name), "two rows “{name}”");
        for (one, other) in [(one, other), (other, one)] {
            assert_eq!(
                said(compare(one, other, &language, kind)),
                expected,
                "{name}: {one}, {other}"
            );
        }
    }
}

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара",{"text":"Ангора","variant":"angora","status":"historical","to":"1930"}],"tr":["Ankara",{"text":"Angora","variant":"angora","status":"historical","to":"1930"},{"text":"Ancara","status":"deprecated"},{"text":"Ankra","status":"misspelling"}]}}]}
{"id":"place/istanbul","names":[{"spellings":{"ru":["Стамбул"],"tr":["İstanbul"]}},{"key":"old","to":"1930","spellings":{"ru":["Константинополь"],"tr":["Konstantinopolis"]}}]}
{"id":"place/izmir","names":[{"spellings":{"tr":["İzmir","Smyrna"]}}]}
{"id":"place/irak","names":[{"spellings":{"tr":["Irak"]}}]}
{"id":"place/southwest","names":[{"spellings":{"tr":["Güneybatı Anadolu","Güney-Batı Anadolu"]}}]}
{"id":"person/bekir-sami","gender":"masculine","names":[{"spellings":{"ru":["Бекир Сами"],"tr":["Bekir Sami"]}}]}
{"id":"person/halil","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Халиль Кут"]}},{"part":"given","spellings":{"ru":["Халиль","Халил"]}}]}
{"id":"person/karabekir","gender":"masculine","names":[{"part":"full","spellings":{"tr":["Kâzım Karabekir"],"ru":["Кязым Карабекир"]}},{"part":"given","spellings":{"tr":["Kâzım"],"ru":["Кязым","Кязим"]}},{"part":"surname","spellings":{"tr":["Karabekir"],"ru":["Карабекир"]}}]}
{"id":"person/ataturk","gender":"masculine","names":[{"part":"surname","from":"1934-11-24","spellings":{"tr":["Atatürk"],"ru":["Ататюрк"]}}]}
{"id":"person/chicherin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"],"tr":["Georgiy Vasilyeviç Çiçerin"]}},{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin",{"text":"Tchitcherine","status":"deprecated"}],"en":["Chicherin"]}}]}
{"id":"person/lenin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Владимир Ильич Ленин"]}},{"part":"surname","spellings":{"ru":["Ленин"]}}]}
{"id":"organization/tbmm","names":[{"spellings":{"tr":["Büyük Millet Meclisi"],"ru":["Великое национальное собрание"]}},{"key":"acronym","part":"acronym","spellings":{"tr":["TBMM"]}}]}
"#;

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| {
    let entities: Vec<&str> = NAMES.lines().filter(|line| !line.is_empty()).collect();
    let text = format!(r#"{{"onomast":1,"title":"t","entities":[{}]}}"#, entities.join(",\n"));
    let loaded = load::load_text("t.gazetteer.json", &text);
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    Arc::new(loaded.gazetteer)
});

fn gazetteer() -> Arc<Gazetteer> {
    GAZETTEER.clone()
}

/// What a fixture says of its document, one word each: a language, a date, `others`, `tr:SPELLING` of a style.
fn document(gazetteer: &Gazetteer, said: &str) -> (Facts, Circumstances<'static>) {
    let (mut facts, mut circumstances) = (Facts::default(), Circumstances::default());
    for word in said.split_whitespace() {
        if let Some((language, text)) = word.split_once(':') {
            let mut ids = (0..gazetteer.tables().spellings.len() as u32).map(crate::entity::SpellingId);
            let is_meant =
                |spelling: &crate::entity::Spelling| spelling.language.tag() == language && spelling.text == text;
            let id = ids.find(|id| is_meant(gazetteer.spelling(*id)));
            circumstances.style.prefer(gazetteer, id.expect("a spelling"));
        } else if let Some(date) = Date::parse(word) {
            facts.date = Some(date);
        } else if word == "others" {
            circumstances.of_others = true;
        } else {
            facts.language = Language::parse(word);
        }
    }
    (facts, circumstances)
}

/// The first thing that is said of each mention, one line each: `mention: verdict`.
#[track_caller]
fn check(document_said: &str, text: &str, expected: &[&str]) {
    let gazetteer = gazetteer();
    let (facts, circumstances) = document(&gazetteer, document_said);
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let consistency = Consistency::of(&analysis, &text, circumstances);
    let lines: Vec<String> = analysis
        .mentions()
        .filter_map(|mention| {
            let verdict = worded(&gazetteer, consistency.verdict(&mention)?);
            Some(format!("{}: {verdict}", &text[mention.with_suffix.clone()]))
        })
        .collect();
    assert_eq!(lines, expected, "{text}");
}

fn worded(gazetteer: &Gazetteer, verdict: Verdict<'_>) -> String {
    let text = |id| gazetteer.spelling(id).text.as_str();
    let counted = |conflict: &Conflict| {
        let groups = conflict
            .groups
            .iter()
            .map(|group| format!("{} {}", text(group.face), group.count));
        groups.collect::<Vec<_>>().join(", ")
    };
    match verdict {
        Verdict::Misspelling(id) => format!("misspelling {}", text(id)),
        Verdict::DottedI(id) => format!("dotted-i {}", text(id)),
        Verdict::WrongLanguage { better, .. } => format!("wrong-language {}", text(better)),
        Verdict::Deprecated(id) => format!("deprecated {}", text(id)),
        Verdict::Inconsistent { conflict, .. } => format!("inconsistent {}", counted(conflict)),
        Verdict::Anachronism(id) => format!("anachronism {}", text(id)),
        Verdict::Historical(id) => format!("historical {}", text(id)),
        Verdict::InconsistentAcrossCorpus { conflict, .. } => format!("corpus {}", counted(conflict)),
        Verdict::Form(form) => {
            let (here, most) = form.counts;
            format!("form {} {here}:{most}", said(Comparison::Form(form.differences)))
        }
    }
}

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
    check("tr", "İstanbul, Irak, İSTANBUL, IRAK’tan.", &[]);
    check("en", "Istanbul.", &[]);
}

#[test]
fn a_spelling_of_another_language() {
    check(
        "tr",
        "Chicherin’in sözü, Çiçerin’in sözü.",
        &["Chicherin’in: wrong-language Çiçerin"],
    );
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

#[test]
fn the_corpus_speaks_once_a_document_and_name() {
    let gazetteer = gazetteer();
    let analyse = |text: &str| Analysis::fresh(&text, &document(&gazetteer, "tr").0, &gazetteer);
    let corpus = analyse("İzmir, İzmir, İzmir, Smyrna, Smyrna.");
    let text = "Smyrna, Smyrna.";
    let analysis = analyse(text);
    let circumstances = Circumstances {
        corpus: Some(corpus.uses()),
        ..Circumstances::default()
    };
    let consistency = Consistency::of(&analysis, &text, circumstances);
    let verdicts = analysis.mentions().filter_map(|mention| {
        let verdict = consistency.verdict(&mention)?;
        Some((mention.range.start, worded(&gazetteer, verdict)))
    });
    assert_eq!(
        verdicts.collect::<Vec<_>>(),
        [(0, "corpus İzmir 3, Smyrna 2".to_owned())]
    );
}

#[test]
fn every_use_of_the_built_in_gazetteer_is_its_own_face() {
    let gazetteer = crate::builtin::gazetteer();
    for spelling in &gazetteer.tables().spellings {
        let name = gazetteer.name(spelling.name);
        let kind = gazetteer.entity(name.entity).kind;
        let same = compare(&spelling.text, &spelling.text, &spelling.language, kind);
        assert_eq!(same, Comparison::Same, "{}", spelling.text);
        let facts = Facts {
            language: Some(spelling.language.clone()),
            ..Facts::default()
        };
        let analysis = Analysis::fresh(&spelling.text, &facts, &gazetteer);
        for (mention, written) in analysis.written(&spelling.text) {
            let whole = mention.with_suffix == (0..spelling.text.len()) && !mention.derived;
            if whole && gazetteer.spelling(written.spelling).text == spelling.text {
                assert_eq!(written.comparison, Comparison::Same, "{}", spelling.text);
            }
        }
    }
}

/// What printing does to a name and no reader sees.
#[derive(Debug, Clone)]
enum Printing {
    Capitals,
    Yo,
    SoftHyphen(usize),
    NoBreakSpaces,
    LineBreaks,
    Stress(usize),
    Suffix,
}

fn printing() -> impl Strategy<Value = Printing> {
    prop_oneof![
        Just(Printing::Capitals),
        Just(Printing::Yo),
        (1..30usize).prop_map(Printing::SoftHyphen),
        Just(Printing::NoBreakSpaces),
        Just(Printing::LineBreaks),
        (1..30usize).prop_map(Printing::Stress),
        Just(Printing::Suffix),
    ]
}

fn print(text: &str, language: &Language, how: &Printing) -> String {
    let is_turkish = matches!(language.tag(), "tr" | "az");
    let insert = |at: usize, sign: char| -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let inside =
            |at: &usize| letters[*at - 1].is_alphabetic() && letters.get(*at).is_none_or(|c| c.is_alphabetic());
        let at = Some(at % (letters.len() + 1)).filter(|at| *at > 0).filter(inside);
        if let Some(at) = at {
            letters.insert(at, sign);
        }
        letters.into_iter().collect()
    };
    match how {
        Printing::Capitals if is_turkish => text.replace('i', "İ").to_uppercase(),
        Printing::Capitals => text.to_uppercase(),
        Printing::Yo => text.replace('ё', "е"),
        Printing::SoftHyphen(at) => insert(*at, '\u{ad}'),
        Printing::NoBreakSpaces => text.replace(' ', "\u{a0}"),
        Printing::LineBreaks => text.replace(' ', "\n"),
        Printing::Stress(at) if language.is_cyrillic() => insert(*at, '\u{301}'),
        Printing::Stress(_) => text.to_owned(),
        Printing::Suffix if is_turkish => format!("{text}’nin"),
        Printing::Suffix => text.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn comparison_is_symmetric_and_reflexive(
        one in "[абёйИВâaAiıİI. ’-]{0,8}",
        other in "[абёйИВâaAiıİI. ’-]{0,8}",
        turkish: bool,
        person: bool,
    ) {
        let language = if turkish { TR } else { RU };
        let kind = if person { EntityType::Person } else { EntityType::Place };
        prop_assert_eq!(compare(&one, &other, &language, kind), compare(&other, &one, &language, kind));
        prop_assert_eq!(compare(&one, &one, &language, kind), Comparison::Same);
    }

    #[test]
    fn what_printing_does_leaves_a_spelling_the_same(number: prop::sample::Index, how in printing()) {
        let gazetteer = crate::builtin::gazetteer();
        let spellings = &gazetteer.tables().spellings;
        let spelling = &spellings[number.index(spellings.len())];
        let kind = gazetteer.entity(gazetteer.name(spelling.name).entity).kind;
        let printed = print(&spelling.text, &spelling.language, &how);
        if !matches!(how, Printing::Suffix) {
            let same = compare(&spelling.text, &printed, &spelling.language, kind);
            prop_assert_eq!(same, Comparison::Same, "{} {}", &spelling.text, &printed);
        }
        let facts = Facts { language: Some(spelling.language.clone()), ..Facts::default() };
        let analysis = Analysis::fresh(&printed, &facts, &gazetteer);
        for (mention, written) in analysis.written(&printed) {
            let own = gazetteer.spelling(written.spelling);
            if mention.range.start == 0 && !mention.derived && own.text == spelling.text && own.language == spelling.language {
                prop_assert_eq!(written.comparison, Comparison::Same, "{} {}", &own.text, &printed);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in "(Анкара|Ангора|Kâzım|TBMM|[()«»“”.,’ \n-]|ныне|или|eski adıyla|T\\.B|Паша|\\PC){0,24}") {
        let gazetteer = gazetteer();
        for language in [None, Some(RU), Some(TR)] {
            let facts = Facts { language, ..Facts::default() };
            let analysis = Analysis::fresh(&text, &facts, &gazetteer);
            let consistency = Consistency::of(&analysis, &text, Circumstances::default());
            for mention in analysis.mentions() {
                let verdicts: Vec<String> =
                    consistency.verdicts(&mention).map(|verdict| worded(&gazetteer, verdict)).collect();
                prop_assert!(verdicts.len() <= 9);
            }
        }
    }
}
