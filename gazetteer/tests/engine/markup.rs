//! A name with inline markup inside is one mention in every format, and is compared as it is read.

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::consistency::Comparison;
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

const NAMES: &str = "
place/ankara: full ru Анкара; full/tr tr Ankara | Angora [historical]
place/izmir: full tr İzmir
place/iraq: full tr Irak
person/kemal masculine: full ru Мустафа Кемаль; full/tr tr Mustafa Kemal
person/chicherin masculine: full tr Georgiy Çiçerin; surname tr Çiçerin
person/sami masculine: full tr Bekir Sami
organization/assembly: acronym tr TBMM
";

/// What is found with its suffix, each with the dictionary form that is written where it is not that of the gazetteer.
#[track_caller]
fn check(format: Format, language: &str, text: &str, expected: &[&str]) {
    let facts = Facts {
        format,
        language: Language::parse(language),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer(NAMES));
    let written = analysis.written(&text);
    let mut found = Vec::new();
    for mention in analysis.mentions() {
        let mut uses = written.iter().filter(|(other, _)| other.range == mention.range);
        let (_, written) = uses.next().expect("every mention is compared");
        let face = written.face.as_deref().map(|face| format!(" as {face}"));
        let different = (written.comparison == Comparison::Different).then_some(" !");
        let surface = &text[mention.with_suffix.clone()];
        found.push(format!(
            "{surface}{}{}",
            face.unwrap_or_default(),
            different.unwrap_or_default()
        ));
    }
    assert_eq!(found, expected, "{text}");
}

#[test]
fn tei() {
    let tei = |text: &str, expected: &[&str]| check(Format::Xml, "tr", &format!("<p>{text}</p>"), expected);
    tei("<hi>TB</hi>MM toplandı", &["TB</hi>MM"]);
    tei("<hi rend=\"bold\">T</hi>BMM’nin kararı", &["T</hi>BMM’nin"]);
    tei("An<lb break=\"no\"/>kara’da", &["An<lb break=\"no\"/>kara’da"]);
    tei(
        "An<pb n=\"3\" break=\"no\"/>karadan",
        &["An<pb n=\"3\" break=\"no\"/>karadan"],
    );
    tei("Mustafa <lb/>Ke<hi>mal</hi>’i", &["Mustafa <lb/>Ke<hi>mal</hi>’i"]);
    tei("Bekir<pb n=\"4\"/> Sami", &["Bekir<pb n=\"4\"/> Sami"]);
    tei(
        "<hi>İ</hi>zmir, &#199;i&#xE7;erin",
        &["İ</hi>zmir", "&#199;i&#xE7;erin"],
    );
    check(
        Format::Xml,
        "ru",
        "<p>Мустафе Ке<hi>ма</hi>лю и в <hi>А</hi>нкаре</p>",
        &["Мустафе Ке<hi>ма</hi>лю", "А</hi>нкаре"],
    );
}

/// A page that ends inside a name or beside it, said or not.
#[test]
fn ends_of_pages() {
    let tei = |text: &str, expected: &[&str]| check(Format::Xml, "tr", &format!("<p>{text}</p>"), expected);
    tei("An<pb n=\"3\"/>kara’da", &["An<pb n=\"3\"/>kara’da"]);
    tei("An<cb/>karadan, An<gb/>kara", &["An<cb/>karadan", "An<gb/>kara"]);
    tei("<hi>An</hi><pb/>kara", &["An</hi><pb/>kara"]);
    tei("An-<pb/>kara’da", &["An-<pb/>kara’da"]);
    tei("An-<lb break=\"no\"/>kara’da", &["An-<lb break=\"no\"/>kara’da"]);
    tei(
        "An\n<pb break=\"no\"/>\n<lb/>kara’da",
        &["An\n<pb break=\"no\"/>\n<lb/>kara’da"],
    );
    tei("Bekir<pb/>Sami Bey", &["Bekir<pb/>Sami Bey"]);
    tei("geldi<pb/>Ankara için", &["Ankara"]);
    // As behind a printed hyphen: a word that goes on in small letters is one word.
    tei("Ankara<pb/>için", &[]);
    tei("An<lb/>kara An<pb break=\"yes\"/>kara", &[]);
    tei("(Ankara)<pb/>da, Ankara,<pb/>İzmir", &["Ankara", "Ankara", "İzmir"]);
    check(
        Format::Xml,
        "ru",
        "<p>Мустафа<pb/>Кемаль, Мустафы Ке<pb/>маля в Ан<milestone unit=\"page\"/>каре</p>",
        &[
            "Мустафа<pb/>Кемаль",
            "Мустафы Ке<pb/>маля",
            "Ан<milestone unit=\"page\"/>каре",
        ],
    );
}

#[test]
fn html_markdown_and_latex() {
    check(
        Format::Html,
        "tr",
        "<p><b>A</b>nkaradan, <b>TB</b>MM’ye</p>",
        &["A</b>nkaradan", "TB</b>MM’ye"],
    );
    check(
        Format::Html,
        "tr",
        "<p>&Ccedil;i&ccedil;erin geldi.</p>",
        &["&Ccedil;i&ccedil;erin"],
    );
    check(
        Format::Markdown,
        "tr",
        "*A*nkara’da ve **TB**MM, Mustafa *Kemal*.",
        &["A*nkara’da", "TB**MM", "Mustafa *Kemal"],
    );
    check(
        Format::Latex,
        "tr",
        "\\emph{A}nkara’da, \\textbf{TB}MM, \\.{I}zmir’e",
        &["A}nkara’da", "TB}MM", "\\.{I}zmir’e"],
    );
    check(Format::Latex, "tr", "\\c{C}i\\c{c}erin’in", &["\\c{C}i\\c{c}erin’in"]);
}

/// Differences are seen through markup, and markup makes none.
#[test]
fn differences() {
    check(
        Format::Xml,
        "tr",
        "<p><hi>T.B</hi>.M.M. ve Be<hi>kir-S</hi>ami</p>",
        &["T.B</hi>.M.M. as T.B.M.M", "Be<hi>kir-S</hi>ami as Bekir-Sami"],
    );
}

/// The markup says which i.
#[test]
fn dots_of_i() {
    check(
        Format::Latex,
        "tr",
        "\\.{I}zmir, \\.Irak’tan, Irak",
        &["\\.{I}zmir", "\\.Irak’tan !", "Irak"],
    );
}

/// A gloss is one through markup.
#[test]
fn glosses() {
    let aside = |format, text: &str| {
        let facts = Facts {
            format,
            language: Some(Language::Turkish),
            ..Facts::default()
        };
        let analysis = Analysis::fresh(&text, &facts, &gazetteer(NAMES));
        analysis
            .mentions()
            .map(|mention| mention.aside.is_some())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        aside(Format::PlainText, "Ankara (eski adıyla Angora) ve Ankara."),
        [true, true, false]
    );
    assert_eq!(
        aside(
            Format::Xml,
            "<p><placeName>Ankara</placeName> (eski <hi>adı</hi>yla <placeName>Angora</placeName>) ve Ankara.</p>"
        ),
        [true, true, false]
    );
}
