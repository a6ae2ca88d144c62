//! `explain` as a historian reads it.

use serde_json::Value;

use super::Place;

const NAMES: &str = r#"{ "onomast": 1, "title": "explained", "entities": [
{ "id": "person/georgy-chicherin", "gender": "masculine", "names": [
  { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"], "tr": ["Georgiy Çiçerin"] } },
  { "part": "surname", "spellings": { "ru": ["Чичерин"], "tr": ["Çiçerin", { "text": "Tchitcherine", "status": "deprecated" }] } },
  { "part": "given", "spellings": { "ru": ["Георгий"] } } ] },
{ "id": "person/lev-kamenev", "gender": "masculine", "names": [
  { "part": "full", "spellings": { "ru": ["Лев Борисович Каменев"] } },
  { "part": "surname", "spellings": { "ru": ["Каменев"] } } ] },
{ "id": "person/sergey-kamenev", "gender": "masculine", "names": [
  { "part": "full", "spellings": { "ru": ["Сергей Сергеевич Каменев"] } },
  { "part": "surname", "spellings": { "ru": ["Каменев"] } } ] },
{ "id": "person/halil-kut", "gender": "masculine", "names": [ { "spellings": { "tr": ["Halil Paşa"], "ru": ["Халиль-паша"] } } ] },
{ "id": "person/halil-rifat", "gender": "masculine", "names": [ { "spellings": { "tr": ["Halil Paşa"] } } ] },
{ "id": "person/ali-fuat", "gender": "masculine", "names": [ { "spellings": { "tr": ["Ali"] } } ] },
{ "id": "person/yahya", "gender": "masculine", "names": [
  { "part": "full", "spellings": { "tr": ["Yahya Aslan"] } },
  { "part": "surname", "spellings": { "tr": [{ "text": "Aslan", "alone": "context" }] } } ] },
{ "id": "place/ankara", "names": [ { "spellings": { "ru": ["Анкара"], "tr": ["Ankara", { "text": "Angora", "status": "historical" }] } } ] },
{ "id": "place/turkey", "names": [ { "spellings": { "ru": ["Турция"], "tr": ["Türkiye"] } } ] },
{ "id": "place/kars", "names": [ { "spellings": { "tr": ["Kars"] } } ] },
{ "id": "person/kirac", "names": [ { "spellings": { "tr": ["Kıraç"] } } ] },
{ "id": "organization/assembly", "names": [
  { "spellings": { "ru": ["Великое национальное собрание Турции"], "tr": ["Büyük Millet Meclisi"] } },
  { "part": "acronym", "spellings": { "tr": ["TBMM"] } } ] },
{ "id": "organization/army", "names": [ { "spellings": { "ru": ["11-я армия"], "tr": ["11. Ordu"] } } ] },
{ "id": "group/bolsheviks", "names": [ { "number": "plural", "spellings": { "ru": ["большевики"], "tr": ["Bolşevikler"] } } ] },
{ "id": "ship/shahin", "names": [ { "spellings": { "ru": ["Шахин"], "tr": ["Şahin"] } } ] } ] }"#;

/// Checks what is said of a text.
#[track_caller]
fn check(arguments: &str, expected: &str) {
    let place = Place::with(&[("names.gazetteer.json", NAMES)]);
    let run = place.run(&format!("explain {arguments}"));
    assert!(
        run.out == expected,
        "\n--- expected\n{expected}\n--- found\n{}{}",
        run.out,
        run.err
    );
}

#[test]
fn a_russian_text_is_accounted_for() {
    check(
        "--lang ru Ответ Г. В. Чичериным дан; Чичериновый чичерина Ответ и слово анкарский Чичериновый, 1921 и 5",
        "\
Language: ru, stated for the whole text
Г. В. Чичериным
    is Чичерин (person/georgy-chicherin#surname, ru, preferred, names.gazetteer.json:4)
    form: instrumental; put together from parts of the name
    Г. В.: initials of the same person
    Чичериным: “чичерин” with the ending -ым (paradigm surname-masculine)
    why: by the names or initials beside it
Чичериновый
    not Чичерин (person/georgy-chicherin#surname, ru, preferred): “чичерин” stands here, but -овый is none of its endings (-а, -у, -ым, -ом, -е, -ы, -ых, -ыми)
чичерина
    not Чичерин (person/georgy-chicherin#surname, ru, preferred): that begins with a capital
No spelling begins like: Ответ
No names: 5 words in small letters
No names: 2 numbers
",
    );
}

#[test]
fn rivals_are_told_with_what_speaks_against_them() {
    check(
        "--lang ru Л. Б. Каменев и Каменев.",
        "\
Language: ru, stated for the whole text
Л. Б. Каменев
    is Каменев (person/lev-kamenev#surname, ru, preferred, names.gazetteer.json:8)
    form: nominative; put together from parts of the name
    Л. Б.: initials of the same person
    Каменев: “каменев” without an ending (paradigm surname-masculine)
    why: by the names or initials beside it
    not Каменев (person/sergey-kamenev#surname, ru, preferred): “Л. Б.” is somebody else’s
Каменев
    is Каменев (person/lev-kamenev#surname, ru, preferred, names.gazetteer.json:8)
    form: nominative
    Каменев: “каменев” without an ending (paradigm surname-masculine)
    why: by the full name in the text
    not Каменев (person/sergey-kamenev#surname, ru, preferred): another one is meant, by the full name in the text
No names: 1 word in small letters
",
    );
    check(
        "--lang tr Halil Paşa’ya gitti",
        "\
Language: tr, stated for the whole text
Halil Paşa’ya
    may be Halil Paşa (person/halil-kut#full, tr, preferred, names.gazetteer.json:12)
    may be Halil Paşa (person/halil-rifat#full, tr, preferred, names.gazetteer.json:13)
    form: dative
    Paşa’ya: “paşa” -ya (case, -(y)A)
    why: more than one fits
No names: 1 word in small letters
",
    );
}

#[test]
fn longer_names_are_taken_apart() {
    check(
        "--lang ru Великого национального собрания Турции, Великого князя; Георгия Чичерина с Халилем-пашой",
        "\
Language: ru, stated for the whole text
Великого национального собрания Турции
    is Великое национальное собрание Турции (organization/assembly#full, ru, preferred, names.gazetteer.json:23)
    form: genitive
    Великого: “велик” with the ending -ого (paradigm adjective-velar-neuter)
    национального: “национальн” with the ending -ого (paradigm adjective-neuter)
    собрания: “собран” with the ending -ия (paradigm noun-ie)
    Турции: stays as it is
    why: no other entity has this name
    not Турция (place/turkey#full, ru, preferred): a part of the longer name “Великого национального собрания Турции”
Великого
    not Великое национальное собрание Турции (organization/assembly#full, ru, preferred): it begins with “велик”, but what follows does not fit
Георгия Чичерина
    is Чичерин (person/georgy-chicherin#surname, ru, preferred, names.gazetteer.json:4)
    form: genitive or accusative; put together from parts of the name
    Георгия: another name of the same person: Георгий (person/georgy-chicherin#given, ru, preferred); “георг” with the ending -ия (paradigm noun-ij)
    Чичерина: “чичерин” with the ending -а (paradigm surname-masculine)
    why: by the names or initials beside it
Халилем-пашой
    is Халиль-паша (person/halil-kut#full, ru, preferred, names.gazetteer.json:12)
    form: instrumental
    Халилем: “халил” with the ending -ем (paradigm noun-soft)
    пашой: “паш” with the ending -ой (paradigm noun-a-hushing-stressed, noun-a-hushing)
    why: no other entity has this name
No names: 2 words in small letters
",
    );
}

#[test]
fn what_does_not_stand_alone_says_what_it_needs() {
    check(
        "--lang ru Шахин вышел; пароход «Шахин» ждал. Турцый.",
        "\
Language: ru, stated for the whole text
Шахин
    not Шахин (ship/shahin#full, ru, preferred) by itself: it needs quotation marks, or a word such as “newspaper” or “ship” before it
Шахин
    is Шахин (ship/shahin#full, ru, preferred, names.gazetteer.json:27)
    form: nominative or accusative
    Шахин: “шахин” without an ending (paradigm noun-hard, surname-masculine)
    why: no other entity has this name
    stands in quotation marks or beside its kind, as this name must
Турцый
    not Турция (place/turkey#full, ru, preferred): “турц” stands here, but -ый is none of its endings (-ия, -ии, -ию, -ией, -иею)
No names: 3 words in small letters
",
    );
    check(
        "--lang tr Aslan geldi",
        "\
Language: tr, stated for the whole text
Aslan
    not Aslan (person/yahya#surname, tr, preferred) by itself: it needs a title or initials beside it, or the full name in the text
No names: 1 word in small letters
",
    );
}

#[test]
fn what_bears_a_name_out_is_told() {
    check(
        "--lang tr Yahya Aslan geldi, Aslan’a sordu. Paşa sustu.",
        "\
Language: tr, stated for the whole text
Yahya Aslan
    is Yahya Aslan (person/yahya#full, tr, preferred, names.gazetteer.json:16)
    form: nominative
    why: by the names or initials beside it
Aslan’a
    is Aslan (person/yahya#surname, tr, preferred, names.gazetteer.json:17)
    form: dative
    Aslan’a: “aslan” -a (case, -(y)A)
    why: no other entity has this name
    stands by itself: the text has the full name
Titles, which name nobody by themselves: Paşa
No names: 3 words in small letters
",
    );
    check(
        "--lang ru С Л. С. Каменевыми и с Г. В. Чичериными; дела великана",
        "\
Language: ru, stated for the whole text
Каменевыми
    not Каменев (person/lev-kamenev#surname, ru, preferred): “Л. С.” is somebody else’s
    not Каменев (person/sergey-kamenev#surname, ru, preferred): “Л. С.” is somebody else’s
Чичериными
    not Чичерин (person/georgy-chicherin#surname, ru, preferred): “Г. В.” names one person, and this form is plural or of the other gender
No names: 4 words in small letters
No names: 5 single letters
",
    );
    let place = Place::with(&[
        ("names.gazetteer.json", NAMES),
        (
            "a.txt",
            "Вчера об этом говорил Георгий Чиче-\n\n12 См.: Каменев Л. Б. Статьи. М., 1925. С. 12.\n\nрин, и все молчали.\n",
        ),
    ]);
    let run = place.run("explain --file a.txt");
    assert_eq!(
        run.out,
        "\
Language: ru, recognized by the words of the paragraph
Георгий Чичерин
    is Чичерин (person/georgy-chicherin#surname, ru, preferred, names.gazetteer.json:4)
    form: nominative; put together from parts of the name
    Георгий: another name of the same person: Георгий (person/georgy-chicherin#given, ru, preferred); “георг” with the ending -ий (paradigm noun-ij)
    Чичерин: “чичерин” without an ending (paradigm surname-masculine)
    why: by the names or initials beside it
Каменев Л. Б.
    is Каменев (person/lev-kamenev#surname, ru, preferred, names.gazetteer.json:8)
    form: nominative; put together from parts of the name
    Л. Б.: initials of the same person
    Каменев: “каменев” without an ending (paradigm surname-masculine)
    why: by the names or initials beside it
    stands in a reference (opened by “12” at 3:1)
    not Каменев (person/sergey-kamenev#surname, ru, preferred): a part of the longer name “Каменев Л. Б.”
No spelling begins like: Вчера, См, Статьи
No names: 6 words in small letters
No names: 2 single letters
No names: 3 numbers
"
    );
}

#[test]
fn turkish_suffixes_are_named_one_by_one() {
    check(
        "--lang tr Büyük Millet Meclisi’ndekiler 11. Ordu’dan Bolşeviği ve Angora’ya TBMM’ye sordu; Ali Paşa’nın",
        "\
Language: tr, stated for the whole text
Büyük Millet Meclisi’ndekiler
    is Büyük Millet Meclisi (organization/assembly#full, tr, preferred, names.gazetteer.json:23)
    form: locative with -ki, nominative plural
    Meclisi’ndekiler: “meclisi” -nde (case, -nDA) + -ki (relative, -ki) + -ler (plural, -lAr); the name ends in a possessive, hence the n
    why: no other entity has this name
11. Ordu’dan
    is 11. Ordu (organization/army#full, tr, preferred, names.gazetteer.json:25)
    form: ablative
    Ordu’dan: “ordu” -dan (case, -DAn)
    why: no other entity has this name
Bolşeviği
    is Bolşevikler (group/bolsheviks#full, tr, preferred, names.gazetteer.json:26)
    form: nominative, “his, her, its” or accusative
    Bolşeviği: “bolşeviğ” -i (possessive, -(s)I) or -i (case, -(y)I); the end of the word changes before a vowel
    why: no other entity has this name
    capitals: none needed
Angora’ya
    is Angora (place/ankara#full, tr, historical, names.gazetteer.json:18)
    form: dative
    Angora’ya: “angora” -ya (case, -(y)A)
    why: no other entity has this name
TBMM’ye
    is TBMM (organization/assembly#acronym, tr, preferred, names.gazetteer.json:24)
    form: dative
    TBMM’ye: “tbmm” -ye (case, -(y)A)
    why: no other entity has this name
    capitals: as in the gazetteer
Ali Paşa’nın
    is Ali (person/ali-fuat#full, tr, preferred, names.gazetteer.json:14)
    form: genitive; put together from parts of the name
    Paşa’nın: a title, which belongs to the name; “paşa” -nın (case, -(n)In)
    why: no other entity has this name
No names: 2 words in small letters
",
    );
}

#[test]
fn turkish_refusals_name_the_rule() {
    check(
        "--lang tr Karslı tbmm sordu. Aliye geldi. Kiracı gitti.",
        "\
Language: tr, stated for the whole text
Karslı
    not Kars (place/kars#full, tr, preferred): “kars” stands here, but -lı is none of its endings (-lar, -ın, -a, -ı, -la, -ta, -tan)
tbmm
    not TBMM (organization/assembly#acronym, tr, preferred): its capitals must be as in the gazetteer
Aliye
    not Ali (person/ali-fuat#full, tr, preferred): the whole word is a given name of its own
Kiracı
    not Kıraç (person/kirac#full, tr, preferred): the dots of i make this another word
No names: 3 words in small letters
",
    );
}

#[test]
fn the_language_is_told_even_where_it_is_not_known() {
    check(
        "Ankara’da",
        "\
Language: not known, so few endings are recognized; say which with --lang
Ankara’da
    is Ankara (place/ankara#full, tr, preferred, names.gazetteer.json:18)
    form: locative
    Ankara’da: “ankara” -da (case, -DA)
    why: no other entity has this name
",
    );
    check(
        "--locale tr --lang tr Karsça",
        "\
Dil: tr, bütün metin için belirtilmiş
Karsça
    Kars (place/kars#full, tr, preferred) değil: “kars” gövdesi var, ama -ça bu adın eklerinden değil (-lar, -ın, -a, -ı, -la, -ta, -tan)
",
    );
    check(
        "--locale ru --lang ru Каменевым",
        "\
Язык: ru, указан для всего текста
Каменевым
    возможно, Каменев (person/lev-kamenev#surname, ru, preferred, names.gazetteer.json:8)
    возможно, Каменев (person/sergey-kamenev#surname, ru, preferred, names.gazetteer.json:11)
    форма: творительный падеж или дательный падеж множественного числа
    Каменевым: «каменев» с окончанием -ым (парадигма surname-masculine)
    почему: подходит не один
",
    );
}

/// Headings, quotations and what is no prose; the front matter states the language.
#[test]
fn a_file_is_accounted_for_with_its_markup() {
    let text = "---\nlang: tr\n---\n\n# Ankara\n\n`Ankara` ve [Kars](https://example.org/Kars).\n\n> Чичерину yazdı.\n";
    let place = Place::with(&[("names.gazetteer.json", NAMES), ("a.md", text)]);
    let run = place.run("explain --file a.md");
    assert_eq!(
        run.out,
        "\
Language: tr, stated for the whole text
Ankara
    is Ankara (place/ankara#full, tr, preferred, names.gazetteer.json:18)
    form: nominative
    why: no other entity has this name
    stands in a heading (opened by “#” at 5:1)
Kars
    is Kars (place/kars#full, tr, preferred, names.gazetteer.json:20)
    form: nominative
    why: no other entity has this name
Чичерину
    is Чичерин (person/georgy-chicherin#surname, ru, preferred, names.gazetteer.json:4)
    form: dative
    Чичерину: “чичерин” with the ending -у (paradigm surname-masculine)
    why: no other entity has this name
    stands in a quotation (opened by “>” at 9:1)
No names: 2 words in small letters
Not searched, since it is markup, code or an address: lang, tr, Ankara, https, example, org, Kars
"
    );
    assert_eq!(place.run("explain --file b.md").code, Some(2));
    assert_eq!(place.run("explain -").out, "", "nothing to speak of");
}

#[test]
fn programs_get_an_object_a_word() {
    let place = Place::with(&[("names.gazetteer.json", NAMES)]);
    let run = place.run("explain --lang tr --format jsonl 11 Karslı Kars’a");
    let accounts: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let surfaces: Vec<&Value> = accounts.iter().map(|account| &account["surface"]).collect();
    assert_eq!(surfaces, ["11", "Karslı", "Kars’a"]);
    assert_eq!(accounts[0]["verdicts"][0]["why"], "words");
    let refused = &accounts[1]["verdicts"][0];
    assert_eq!(
        (&refused["verdict"], &refused["why"]),
        (&"refused".into(), &"ending".into())
    );
    assert_eq!((&refused["stem"], &refused["ending"]), (&"kars".into(), &"lı".into()));
    let mention = &accounts[2]["verdicts"][0];
    assert_eq!(
        (&mention["entity"], &mention["by"]),
        (&"place/kars".into(), &"only".into())
    );
    assert_eq!((&mention["start"], &mention["end_suffix"]), (&10.into(), &16.into()));
    let rule = &mention["words"][0]["rules"][0];
    assert_eq!((&rule["rule"], &rule["fit"]), (&"suffixes".into(), &"rules".into()));
    assert_eq!(rule["chains"][0][0]["template"], "(y)A");
}
