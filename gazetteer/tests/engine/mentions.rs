//! What is found in a text, drawn.

use crate::support::check;

#[test]
fn an_inflected_full_name() {
    check(
        "//- gazetteer
person/petrov masculine: full ru Иван Петров; surname ru Петров
//- text ru
Вчера Ивана Петрова видели, а Петровых не видели.
      ^^^^^^^^^^^^^ person/petrov
                              ^^^^^^^^ person/petrov
",
    );
}

#[test]
fn initials_before_and_behind_in_any_spacing() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru Георгий Васильевич Чичерин; surname ru Чичерин
//- text ru
Писали Г. В. Чичерину, Г.В.Чичериным, Чичерин Г. В., Чичерин, Г. В.; Георгий Чичерин и Георгию Васильевичу Чичерину.
       ^^^^^^^^^^^^^^ person/chicherin
                       ^^^^^^^^^^^^^ person/chicherin
                                      ^^^^^^^^^^^^^ person/chicherin
                                                     ^^^^^^^^^^^^^^ person/chicherin
                                                                     ^^^^^^^^^^^^^^^ person/chicherin
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/chicherin
",
    );
}

#[test]
fn initials_that_contradict_exclude() {
    check(
        "//- gazetteer
person/kamenev masculine: full ru Сергей Сергеевич Каменев; surname ru Каменев
//- text ru
Не Л. Б. Каменев, а С. С. Каменев; Каменев молчал.
                    ^^^^^^^^^^^^^ person/kamenev
                                   ^^^^^^^ person/kamenev
",
    );
}

#[test]
fn turkish_suffixes_with_and_without_apostrophe() {
    check(
        "//- gazetteer
place/ankara: full tr Ankara
place/moscow: full tr Moskova
//- text tr
Ankara’da, Ankarada, Moskova’dakiler, ANKARA’DAN; Ankaralı değil, Ankara’lı değil.
^^^^^^~~~ place/ankara
           ^^^^^^^^ place/ankara
                     ^^^^^^^~~~~~~~~ place/moscow
                                      ^^^^^^~~~~ place/ankara
",
    );
}

#[test]
fn names_broken_over_lines_and_joined_by_hyphens() {
    check(
        "//- gazetteer
person/bekir-sami masculine: full ru Бекир Сами-бей
place/baku: full tr Bakü
place/moscow: full tr Moskova
person/ataturk masculine: surname ru Ататюрк
//- text ru
Встреча с Бекиром Сами-бе-
          ^^^^^^^^^^^^^^^^^^^ person/bekir-sami
ем и с Ата-
       ^^^^^^^^^^^ person/ataturk
тюрком, линия Bakü-Moskova, Ататюрк-то1.
              ^^^^ place/baku
                   ^^^^^^^ place/moscow
                            ^^^^^^^ person/ataturk
",
    );
}

#[test]
fn of_two_bearers_the_one_named_before_is_meant() {
    check(
        "//- gazetteer
person/s-kamenev masculine homonym: full ru Сергей Каменев; surname ru Каменев
person/l-kamenev masculine homonym: full ru Лев Каменев; surname ru Каменев
//- text ru
Лев Каменев писал. Каменев молчал.
^^^^^^^^^^^ person/l-kamenev
                   ^^^^^^^ person/l-kamenev

Затем Сергей Каменев ответил Каменеву.
      ^^^^^^^^^^^^^^ person/s-kamenev
                             ^^^^^^^^ person/s-kamenev
",
    );
}

#[test]
fn an_ambiguity_is_shown() {
    check(
        "//- gazetteer
person/s-kamenev masculine homonym: full ru Сергей Каменев; surname ru Каменев
person/l-kamenev masculine homonym: full ru Лев Каменев; surname ru Каменев
//- text ru
Писали Каменеву.
       ^^^^^^^^ person/l-kamenev or person/s-kamenev
",
    );
}

#[test]
fn titles_behind_take_the_ending_and_the_range() {
    check(
        "//- gazetteer
person/enver masculine: full tr Enver; full/ru ru Энвер
//- text tr
Enver Paşa’nın mektubu, Энвер-паше.
^^^^^^^^^^~~~~ person/enver
                        ^^^^^^^^^^ person/enver
",
    );
}

#[test]
fn a_word_broken_at_the_end_of_a_line_goes_on() {
    check(
        "//- gazetteer
place/kars: full ru Карс
//- text ru
Карс-
ский договор, Карс-
              ^^^^ place/kars
Эрзерум, Карс-то.
         ^^^^ place/kars
",
    );
}

#[test]
fn punctuation_of_a_title_stands_between_its_words() {
    check(
        "//- gazetteer
publication/turkey: full ru-Latn Turtsiya. Aktualnıe problemı, 1918–1939 [alone=yes]
organization/tbmm: acronym tr TBMM
//- text tr
Miller, Turtsiya.  Aktualnıe prob-
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ publication/turkey
lemı,1918–1939, s. 3; T.B.M.M.’nin, T.B.M.M., TBMM’de.
                      ^^^^^^^^~~~~ organization/tbmm
                                    ^^^^^^^^ organization/tbmm
                                              ^^^^~~~ organization/tbmm
",
    );
}

#[test]
fn a_longer_given_name_is_no_form_of_a_shorter_one() {
    check(
        "//- gazetteer
person/ali masculine: full tr Ali
//- text tr
Aliye geldi, Ali’ye geldi, Aliyi gördü.
             ^^^~~~ person/ali
                           ^^^^^ person/ali
",
    );
}

#[test]
fn a_suffix_behind_the_apostrophe_of_a_plural() {
    check(
        "//- gazetteer
person/romanov masculine: surname tr Romanov
//- text tr
Romanovlar’ın serveti, Romanov’ların serveti, Romanov’lu günler.
^^^^^^^^^^~~~ person/romanov
                       ^^^^^^^~~~~~~ person/romanov
",
    );
}

#[test]
fn a_form_of_a_family_is_no_person_with_initials() {
    check(
        "//- gazetteer
person/kuznetsova feminine: full ru Светлана Ивановна Кузнецова; surname ru Кузнецова
//- text ru
С С. И. Кузнецовым, с С. И. Кузнецовой.
                      ^^^^^^^^^^^^^^^^ person/kuznetsova
",
    );
}

#[test]
fn a_bracket_that_opens_in_a_name_closes_in_it() {
    check(
        "//- gazetteer
organization/party: full ru ЦК РКП(б)
//- text ru
Письмо (в ЦК РКП(б)), затем ЦК РКП (б) и ЦК РКП(б).
          ^^^^^^^^^ organization/party
                            ^^^^^^^^^^ organization/party
                                         ^^^^^^^^^ organization/party
",
    );
}

#[test]
fn a_footnote_mark_between_a_name_and_its_suffix() {
    check(
        "//- gazetteer
place/ankara: full tr Ankara
person/cicerin masculine: full tr Georgiy Vasilyeviç Çiçerin; surname tr Çiçerin; surname/ru ru Чичерин
organization/tbmm: acronym tr TBMM
//- text tr
Ankara12’da, Ankara¹’da, Ankara[12]’da, “Ankara”12’da, “Ankara”da, Ankara’da12, Çiçerin3’in, T.B.M.M.4’nin.
^^^^^^~~~~~ place/ankara
             ^^^^^^~~~~ place/ankara
                         ^^^^^^~~~~~~~ place/ankara
                                         ^^^^^^~~~~~~ place/ankara
                                                        ^^^^^^~~~ place/ankara
                                                                   ^^^^^^~~~ place/ankara
                                                                                ^^^^^^^~~~~ person/cicerin
                                                                                             ^^^^^^^^~~~~~ organization/tbmm

Чичерин1-то, Чичерина1, 2Ankara, Ankara12, Ankara12’lı değil, Ankara 12’de, Ankara1920’de, Ankara[12’de.
^^^^^^^ person/cicerin
             ^^^^^^^^ person/cicerin
                         ^^^^^^ place/ankara
                                 ^^^^^^ place/ankara
                                                              ^^^^^^ place/ankara
                                                                            ^^^^^^ place/ankara
                                                                                           ^^^^^^ place/ankara
",
    );
    check(
        "//- gazetteer
place/ankara: full tr Ankara
//- text tr markdown
Ankara[^12]’da, **Ankara**[^1]’da, Ankara^3^’da, Ankara `’da`, Ankara [^1] ’da.
^^^^^^~~~~~~~~ place/ankara
                  ^^^^^^~~~~~~~~~ place/ankara
                                   ^^^^^^ place/ankara
                                                 ^^^^^^ place/ankara
                                                               ^^^^^^ place/ankara
",
    );
}

#[test]
fn a_suffix_behind_a_bracket() {
    check(
        "//- gazetteer
organization/ikki: acronym tr İKKİ
publication/yeni-dunya: full tr Yeni Dünya
//- text tr
İcra Komitesi (İKKİ)’nin üyeleri, (İKKİ) in, (“Yeni Dünya”)’nın, “Yeni Dünya”nın.
               ^^^^ organization/ikki
                                   ^^^^ organization/ikki
                                               ^^^^^^^^^^~~~~~~ publication/yeni-dunya
                                                                  ^^^^^^^^^^~~~~ publication/yeni-dunya
",
    );
}

/// What stands at the foot of the page has its own mentions, inside the name that it interrupts.
#[test]
fn a_name_broken_at_the_end_of_a_page_in_markdown() {
    check(
        "//- gazetteer
person/bekir-sami: full ru Бекир Сами-бей
organization/assembly: full ru Великое национальное собрание
place/kars: full ru Карс
//- text ru markdown
Посол говорил с Бекиром Сами-бе-
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/bekir-sami

[^3]: О Карсе см. ниже.
        ^^^^^ place/kars

12

ем о решении Великого нацио-
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization/assembly

---

Из истории Карса
           ^^^^^ place/kars

нального *собрания* и уехал.
",
    );
}

#[test]
fn an_apostrophe_behind_s_is_the_suffix_of_english() {
    check(
        "//- gazetteer
group/soviets plural: full en Soviets
place/kars: full en Kars
place/ankara: full en Ankara
//- text en
The Soviets’ aims, Kars’ walls, Ankara’ is none; the Soviets came, Soviets’s.
    ^^^^^^^~ group/soviets
                   ^^^^~ place/kars
                                ^^^^^^ place/ankara
                                                     ^^^^^^^ group/soviets
                                                                   ^^^^^^^~~ group/soviets
",
    );
}

#[test]
fn an_apostrophe_that_closes_a_quotation_is_no_suffix() {
    check(
        "//- gazetteer
group/soviets plural: full en Soviets
//- text en
He had never heard ‘of these Soviets’ before. The Soviets’ aims.
                             ^^^^^^^ group/soviets
                                                  ^^^^^^^~ group/soviets
",
    );
}

/// In Latin letters one patronymic is written in many ways, and another one is another’s in each of them.
#[test]
fn a_patronymic_that_contradicts_excludes() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru Георгий Васильевич Чичерин; surname ru Чичерин; full tr Georgiy Vasilyeviç Çiçerin; surname tr Çiçerin; full en Georgy Vasilyevich Chicherin; surname en Chicherin
person/kun masculine: full ru Бела Кун; surname ru Кун; full tr Bela Kun; surname tr Kun
//- text tr
Georgiy Vasilyeviç Çiçerin, Vasilyeviç Çiçerin’e, Georgiy Vasilyevich Çiçerin; Vasil’eviç Çiçerin.
^^^^^^^^^^^^^^^^^^^^^^^^^^ person/chicherin
                                       ^^^^^^^~~ person/chicherin
                                                                      ^^^^^^^ person/chicherin
                                                                                          ^^^^^^^ person/chicherin
Georgiy Nikolayeviç Çiçerin, Boris Nikolayevich Çiçerin’le, Vasilyevna Çiçerin, Nikolayeviç Kun.
                                                                                            ^^^ person/kun
",
    );
    check(
        "//- gazetteer
person/chicherin masculine: full ru-Latn Georgii Vasil'evich Chicherin; surname ru-Latn Chicherin; surname ru Чичерин; full ru Георгий Васильевич Чичерин
//- text ru-Latn
S Georgiem Vasil'evichem Chicherinym, u Georgiia Vasil'evicha Chicherina; Nikolaevichu Chicherinu, s Nikolaevichem Chicherinym.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/chicherin
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/chicherin
Васильевича Чичерина, Николаевича Чичерина.
            ^^^^^^^^ person/chicherin
",
    );
}

/// Hanım is a title, and no “my khan”.
#[test]
fn of_two_titles_that_begin_alike_the_longer_is_read() {
    use crate::support::gazetteer;
    use onomast_gazetteer::analysis::Facts;
    use onomast_gazetteer::reading::GrammaticalCase;
    use onomast_gazetteer::{Analysis, Language};

    let gazetteer = gazetteer("person/a: full tr Nur");
    let text = "Dün Nur Hanım geldi.";
    let facts = Facts {
        language: Language::parse("tr"),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let mention = analysis.mentions().next().expect("Nur Hanım");
    assert_eq!(&text[mention.range.clone()], "Nur Hanım");
    let plain = |reading: &onomast_gazetteer::reading::Reading| {
        reading.possessor.is_none() && reading.case == Some(GrammaticalCase::Nominative)
    };
    assert!(mention.readings.iter().all(plain), "{:?}", mention.readings);
}
