//! Documents in TEI and HTML, and what is read in them.

use crate::prose::drawing::check;
use crate::prose::{Definition, Format, State, block_end, lay_out};

fn tei(text: &str, expected: &str) {
    check(Format::Xml, text, expected);
}

fn html(text: &str, expected: &str) {
    check(Format::Html, text, expected);
}

#[test]
fn paragraphs_are_what_the_vocabulary_says() {
    tei(
        "<?xml version='1.0'?>\n<TEI><text><body><div><head>Карс</head>\n<p>Раз.</p>\n<p>Два <hi>три</hi>.</p></div></body></text></TEI>\n",
        "{h Карс}\nРаз.\nДва ⟨три⟩.\n",
    );
    html(
        "<h1>Kars</h1><p>Bir<p>İki<br>üç<ul><li>a<li>b</ul>\n",
        "{h Kars}\nBir\nİki üç\na\nb\n",
    );
}

#[test]
fn tags_in_a_name_are_as_if_they_were_not_there() {
    tei(
        "<p>Мустафа <hi rend='i'>Ке<lb break='no'/>маль</hi>-паша.</p>",
        "Мустафа ⟨Кемаль⟩-паша.\n",
    );
    tei(
        "<p>Ата-<lb/>тюрк и Ата-\n<lb/>тюрк; Мустафа<pb n='2'/>Кемаль</p>",
        "Ата- тюрк и Ата- тюрк; Мустафа- Кемаль\n",
    );
    tei(
        "<p>Чиче&#x440;ин&nbsp;и <![CDATA[Карс < Ани]]>.</p>",
        "Чичерин и Карс < Ани.\n",
    );
    html("<p>M&uuml;d<span>afaa</span>-i</p>", "Müdafaa-i\n");
}

/// Programs put each line of a page into a line of the file, further in.
#[test]
fn a_line_of_the_page_in_a_line_of_the_file() {
    tei(
        "<p>\n  <lb n='1'/>Мустафа\n  <lb n='2'/>Кемаль и Ата-\n  <lb n='3'/>тюрк</p>",
        "Мустафа Кемаль и Ата- тюрк\n",
    );
    let block = "<p>Мустафа\n  <lb n='2'/>Кемаль</p>";
    let layout = lay_out(Format::Xml, block, State::default());
    let breaks = layout
        .streams
        .iter()
        .flatten()
        .filter(|piece| block[piece.range.clone()].starts_with('<'));
    assert_eq!(breaks.count(), 0, "two line breaks would part paragraphs");
}

#[test]
fn parts_of_a_reference_are_apart() {
    tei(
        "<biblStruct><monogr><author><forename>Али</forename><surname>Фуад</surname></author><title>Карс</title><imprint><pubPlace>Ани</pubPlace><date>1955</date></imprint></monogr></biblStruct>",
        "{b Али Фуад‖⟨Карс⟩‖Ани‖1955}\n",
    );
    tei(
        "<p>Генерал\n  <persName><surname>Али</surname><forename>Фуад</forename></persName>.</p>",
        "Генерал Али Фуад.\n",
    );
    tei("<p>В газете <title>Карс</title>-е</p>", "В газете ⟨Карс⟩-е\n");
}

#[test]
fn other_readings_are_read_by_themselves() {
    tei(
        "<p>Вид <app><lem>Карса</lem><rdg>Ани</rdg><rdg>Вана</rdg></app>, <subst><del>Ани</del><add>Карс</add></subst></p>",
        "Вид Карса, Карс\n{q Ани}\n{q Вана}\n{q Ани}\n",
    );
    tei("<p>Взят <del>Ани</del>.</p>", "Взят {q Ани}.\n");
}

#[test]
fn pictures_say_what_they_show() {
    html(
        "<p>Bir <img src='a' alt='Kars’ta' title=x> iki</p>",
        "Bir iki\nKars’ta\n",
    );
    html("<P LANG=tr>Bir<hr><p>Two<wbr>three", "tr: Bir\nTwothree\n");
}

/// Programs write an entry without blanks between its parts.
#[test]
fn parts_of_an_entry_are_apart() {
    tei(
        "<person><persName><forename>Мустафа</forename><surname>Кемаль</surname></persName><persName>Гази</persName><birth>Салоники</birth></person>",
        "Мустафа Кемаль‖Гази‖Салоники\n",
    );
    tei("<p><persName>Карс</persName>-паша</p>", "Карс-паша\n");
}

/// The name in an entry is that of whom the entry is about.
#[test]
fn an_entry_names_itself() {
    tei(
        "<person xml:id='a'><persName>Карс</persName><note><persName>Ани</persName></note></person>",
        "Карс [Карс = #a]\nАни\n",
    );
}

/// Between letters a page may end inside a word; elsewhere what is written around its break holds.
#[test]
fn a_break_of_the_page() {
    for (text, expected) in [
        ("Ке<pb n='2'/>маль", "Ке-⏎маль"),
        (
            "Ке<cb/>маль, Ке<gb/>маль, Ке<milestone unit='p'/>маль",
            "Ке-⏎маль, Ке-⏎маль, Ке-⏎маль",
        ),
        ("<hi>Ке</hi><pb/><hi>маль</hi>", "⟨Ке⟩-⏎⟨маль⟩"),
        ("Ке<pb></pb>маль", "Ке-⏎маль"),
        ("Ке<pb/>&#x43c;аль", "Ке-⏎маль"),
        ("&#x41a;<pb/>емаль", "К-⏎емаль"),
        ("Ке<pb/><note>О нём.</note>маль", "Ке-⏎маль\nО нём."),
        ("Карс<pb/>, Ани <pb/>и Ван<pb/> взяты", "Карс, Ани и Ван взяты"),
        ("Карс<pb break='yes'/>взят", "Карс⏎взят"),
        ("Карс<pb/><lb/>взят", "Карс⏎взят"),
        ("<pb/>Карс 1<pb/>взят<pb/>", "Карс 1взят"),
        // A hyphen before it is the printer's, and where the word goes on no white space counts.
        ("Ата-<pb/>тюрк", "Ата-⏎тюрк"),
        ("Ата-<lb break='no'/>тюрк", "Ата-⏎тюрк"),
        ("<seg>Ата-</seg><pb break='no'/>тюрк", "Ата-⏎тюрк"),
        ("Ата\n  <lb break='no'/>тюрк", "Ататюрк"),
        ("Ата-\n  <pb break='no'/>\n  <lb/>тюрк", "Ата-⏎тюрк"),
        ("Ата <note>О нём.</note><lb break='no'/>тюрк", "Ата тюрк\nО нём."),
        ("Карс, <lb break='no'/>Ани", "Карс, Ани"),
    ] {
        let drawn = expected.replace('⏎', " ");
        tei(&format!("<p>{text}</p>"), &format!("{drawn}\n"));
    }
}

#[test]
fn a_note_is_read_by_itself() {
    tei(
        "<p>Кемаль<note>О нём писали много раз и по-разному.</note> приехал.</p>",
        "Кемаль приехал.\nО нём писали много раз и по-разному.\n",
    );
    tei(
        "<p>Карс<note><p>Петров П. Очерки. М., 1961. С. 4.</p></note> взят.</p>",
        "Карс взят.\n{b Петров П. Очерки. М., 1961. С. 4.}\n",
    );
}

#[test]
fn zones() {
    tei("<p>Он писал: <quote>Карс наш</quote>.</p>", "Он писал: {q Карс наш}.\n");
    tei(
        "<cit><quote><p>Раз.</p><p>Два.</p></quote><bibl>Петров</bibl></cit><p>Три.</p>",
        "{q Раз.}\n{q Два.}\n{b Петров}\nТри.\n",
    );
    tei(
        "<listBibl><bibl>Петров, <title>Карс</title></bibl><bibl>Иванов</bibl></listBibl><p>Раз</p>",
        "{b Петров, ⟨Карс⟩}\n{b Иванов}\nРаз\n",
    );
    html(
        "<blockquote><p>Bir.</p><p>İki.</p></blockquote>Üç",
        "{q Bir.}\n{q İki.}\nÜç\n",
    );
}

/// A `title` is the name of a work where one is cited, and a heading where it is that of a part of the text itself.
#[test]
fn the_title_of_a_part_is_its_heading() {
    tei(
        "<article><info><author>Иванов</author><title>Карс</title></info><para>Раз.</para><section><title>Ани</title>\n<para>См. <citetitle>Ван</citetitle> и <title>Вак</title>.</para></section><bibliography><title>Книги</title><biblioentry><title>Кемаль</title></biblioentry></bibliography></article>",
        "Иванов\n{h Карс}\nРаз.\n{h Ани}\nСм. ⟨Ван⟩ и ⟨Вак⟩.\n{h Книги}\n{b ⟨Кемаль⟩}\n",
    );
    tei(
        "<front><title-group><article-title>Карс</article-title></title-group></front><sec><title>Ани</title><p>Раз.</p></sec><ref-list><mixed-citation>Петров. <article-title>Ван</article-title>. 1961.</mixed-citation></ref-list>",
        "{h Карс}\n{h Ани}\nРаз.\n{b Петров. ⟨Ван⟩. 1961.}\n",
    );
    tei(
        "<body><section><title><p>Глава 1</p><p>Карс</p></title><p>Раз.</p></section></body>",
        "{h Глава 1}\n{h Карс}\nРаз.\n",
    );
    tei("<p><title>Карс</title> вышел в свет.</p>", "⟨Карс⟩ вышел в свет.\n");
    tei("<note><title>Карс</title>. М., 1961.</note>", "{b ⟨Карс⟩. М., 1961.}\n");
}

#[test]
fn of_two_readings_the_one_followed_is_read_on() {
    tei(
        "<p>Карс <choice><sic>Чичеринус</sic><corr>Чичерин</corr></choice> взял.</p>",
        "Карс Чичерин взял.\n{q Чичеринус}\n",
    );
    tei("<p>Карс <sic>взятъ</sic>.</p>", "Карс {q взятъ}.\n");
}

#[test]
fn what_is_hidden_is_no_prose() {
    tei(
        "<TEI><teiHeader><title>Kars</title></teiHeader><text><p>Ани <formula>Карс</formula></p></text></TEI>",
        "Ани\n",
    );
    html(
        "<script>if (a<b) '</p>Kars'</script><p>Ani <code>Kars</code></p><style>Kars{}</style>",
        "Ani\n",
    );
}

/// The abstract in a header is what the author says, and printed; what is hidden in it stays so.
#[test]
fn an_abstract_in_the_header_is_text() {
    tei(
        "<TEI><teiHeader><fileDesc><title>Kars</title></fileDesc><profileDesc><abstract xml:lang='tr'><head>Özet</head><p>Ani <code>Kars</code> ve Van.</p><p>Moş.</p></abstract><textClass><keywords><term>Kars</term></keywords></textClass></profileDesc></teiHeader><text><p>Ани</p></text></TEI>",
        "tr: {h Özet}\ntr: Ani ve Van.\ntr: Moş.\nАни\n",
    );
    tei(
        "<teiHeader><abstract>Ани<teiHeader>Карс</abstract>Ван</teiHeader>Муш",
        "Ани\nМуш\n",
    );
}

#[test]
fn the_markup_says_who_is_meant() {
    tei(
        "<p><persName ref='#chicherin'>Г. В. <surname>Чичерин</surname></persName> и <name>Карс</name>.</p>",
        "Г. В. Чичерин и Карс. [Г. В. <surname>Чичерин = #chicherin]\n",
    );
}

#[test]
fn languages_are_stated() {
    tei(
        "<text xml:lang='tr'><p>Bir <foreign xml:lang='ru'>Карс</foreign> iki.</p><div xml:lang='en'><p>Three.</p></div><p>Dört.</p></text>",
        "tr: Bir iki.\nru: Карс\nen: Three.\ntr: Dört.\n",
    );
    html(
        "<html lang=tr><body><p>Bir</p><p lang=\"en-GB\">Two</p>",
        "tr: Bir\nen: Two\n",
    );
}

#[test]
fn half_typed_markup_is_text() {
    tei("<p>Карс < Ани <hi</p>", "Карс < Ани <hi\n");
    tei("</p>Карс</div><p>Ани", "Карс\nАни\n");
    tei("<p>Карс <!-- и</p>", "Карс <!-- и\n");
    tei("<p a='>Карс</p>", "<p a='>Карс\n");
}

#[test]
fn entries_define_what_references_lead_to() {
    let text = "<teiHeader><prefixDef ident='p' matchPattern='(.+)' replacementPattern='https://e.org/$1'/>\
                <person xml:id='a' sameAs='https://e.org/a'><persName>A</persName><idno type='x'> person/a </idno></person></teiHeader>";
    let (end, _) = block_end(Format::Xml, &text, 0, State::default());
    let layout = lay_out(Format::Xml, &text[..end], State::default());
    let identifier = |same_as: &str| Definition::Identifier {
        id: "a".to_owned(),
        same_as: same_as.to_owned(),
    };
    let prefix = Definition::Prefix {
        prefix: "p".to_owned(),
        replacement: "https://e.org/$1".to_owned(),
    };
    assert_eq!(
        layout.definitions,
        [prefix, identifier("https://e.org/a"), identifier("person/a")]
    );
    assert!(layout.streams.is_empty());
}
