//! When a name may stand for its entity, and in which writing.

use crate::support::check;

#[test]
fn a_given_name_alone_says_nothing() {
    check(
        "//- gazetteer
person/kemal masculine: full tr Mustafa Kemal Atatürk; given tr Mustafa
//- text tr
Mustafa geldi.
",
    );
}

#[test]
fn a_given_name_counts_where_the_document_names_its_bearer_in_full() {
    check(
        "//- gazetteer
person/kemal masculine: full tr Mustafa Kemal Atatürk; given tr Mustafa; surname tr Atatürk
//- text tr
Mustafa geldi.
^^^^^^^ person/kemal

Sonra Mustafa Kemal Atatürk konuştu, Mustafa’ya yazdı.
      ^^^^^^^^^^^^^^^^^^^^^ person/kemal
                                     ^^^^^^^~~~ person/kemal
",
    );
}

#[test]
fn what_is_not_borne_out_hides_no_shorter_name() {
    let names = "//- gazetteer
person/kemal masculine: full tr Mustafa Kemal Atatürk; given tr Mustafa Kemal
person/celal masculine: full tr Celal Bayar; given tr Celal; surname tr Bayar
place/kemal: full tr Kemal
publication/celal: full tr Mustafa Kemal Celal [alone=context]
";
    check(&format!(
        "{names}//- text tr
Mustafa Kemal geldi. Mustafa Kemal Celal geldi.
        ^^^^^ place/kemal
                             ^^^^^ place/kemal
"
    ));
    check(&format!(
        "{names}//- text tr
Mustafa Kemal geldi. Mustafa Kemal Celal geldi.
^^^^^^^^^^^^^ person/kemal
                     ^^^^^^^^^^^^^ person/kemal

Mustafa Kemal Atatürk ve Celal Bayar.
^^^^^^^^^^^^^^^^^^^^^ person/kemal
                         ^^^^^^^^^^^ person/celal
"
    ));
}

#[test]
fn a_title_beside_a_given_name_counts() {
    check(
        "//- gazetteer
person/enver masculine: full tr Enver Yıldız; given tr Enver
person/halil masculine: full ru Халиль Кут; given ru Халиль
//- text tr
Enver geldi, General Enver geldi, Enver Paşa’ya yazdı. Халиль, генералу Халилю, Халиль-паше.
                     ^^^^^ person/enver
                                  ^^^^^^^^^^~~~ person/enver
                                                                        ^^^^^^ person/halil
                                                                                ^^^^^^^^^^^ person/halil
",
    );
}

#[test]
fn a_title_of_a_work_stands_in_quotation_marks_or_beside_its_kind() {
    check(
        "//- gazetteer
publication/trud: full ru Труд
//- text ru
Труд был тяжёл. В газете Труд, в «Труде» и в книге «О том, что есть Труд для всех».
                         ^^^^ publication/trud
                                  ^^^^^ publication/trud
",
    );
    check(
        "//- gazetteer
publication/ikdam: full tr İkdam
ship/yavuz: full tr Yavuz
//- text tr
İkdam büyüktür. İkdam gazetesinde, “İkdam”da; Yavuz geldi, Yavuz zırhlısı, Yavuz vapuruyla.
                ^^^^^ publication/ikdam
                                    ^^^^^~~~ publication/ikdam
                                                           ^^^^^ ship/yavuz
                                                                           ^^^^^ ship/yavuz
",
    );
}

/// Whatever bears it: a newspaper, a hotel, a book.
#[test]
fn what_bears_a_name_is_not_its_bearer() {
    let names = "place/kars: full ru Карс; full/tr tr Kars; full/en en Kars
person/lenin masculine: surname ru Ленин; surname/tr tr Lenin
organization/union: full ru Союз
ship/alemdar: full ru Алемдар";
    let check = |text: &str| check(&format!("//- gazetteer\n{names}\n//- text {text}"));
    check(
        "ru
Газета «Карс» и Карс. В газете «Карс»; гостиница „Карс“, у гостиницы «Карса». Книга «Ленин» о Ленине, книга Ленина.
                ^^^^ place/kars
                                                                                              ^^^^^^ person/lenin
                                                                                                            ^^^^^^ person/lenin

Газеты «Заря», «Карс» и «Ленин»; газета под названием «Карс», город под названием «Карс»; взяли «Карс».
                                                                                   ^^^^ place/kars
                                                                                                 ^^^^ place/kars

Журнал «Союз», журнал «Алемдар».
        ^^^^ organization/union
                       ^^^^^^^ ship/alemdar
",
    );
    check(
        "tr
“Kars” gazetesi, ‘Lenin’ kitabı, “Şafak” ve “Kars” gazeteleri, “Kars” adlı gazete, Kars gazetesi, “Kars”ın gazetesi.
                                                                                   ^^^^ place/kars
                                                                                                   ^^^^~~~ place/kars
",
    );
    check(
        "en
The hotel “Kars” in Kars; the newspapers “Dawn” and “Kars”, a book entitled “Kars”, the “Kars” hotel, the Kars hotel.
                    ^^^^ place/kars
                                                                                                          ^^^^ place/kars
",
    );
}

#[test]
fn emphasis_shows_it_where_the_name_is_as_in_the_dictionary() {
    check(
        "//- gazetteer
person/lenin masculine: surname ru Ленин
//- text ru markdown
Книга *Ленин* и книга *Ленина*.
                       ^^^^^^ person/lenin
",
    );
}

/// Also where the gazetteer knows no ship of the name.
#[test]
fn a_ship_that_bears_a_name_is_not_its_bearer() {
    check(
        "//- gazetteer
place/kars: full ru Карс; full/tr tr Kars
person/lenin masculine: surname ru Ленин; surname/tr tr Lenin
//- text tr
Kars firkateyni, Kars firkateyninde, “Kars” gemisi, Lenin kruvazörü. Kars vapuru, Kars’ın kruvazörü, Lenin’in gemisi.
                                                                     ^^^^ place/kars
                                                                                  ^^^^~~~ place/kars
                                                                                                     ^^^^^~~~ person/lenin

Пароход «Карс», на корабле «Ленин». Корабли Карса, «Карс», пароход Ленина, газета «Карс».
                                            ^^^^^ place/kars
                                                    ^^^^ place/kars
                                                                   ^^^^^^ person/lenin
",
    );
}

#[test]
fn a_stranger_s_title_does_not_say_who_is_meant() {
    let names = "person/shaw masculine: full tr Stanford Shaw; surname/tr tr Shaw [alone=context]";
    let check = |text: &str| check(&format!("//- gazetteer\n{names}\n//- text tr\n{text}\n"));
    check("Bay Shaw geldi, sayın Shaw.");
    check("Profesör Shaw geldi.\n         ^^^^ person/shaw");
    check("Bay Shaw geldi: Stanford Shaw.\n    ^^^^ person/shaw\n                ^^^^^^^^^^^^^ person/shaw");
}

#[test]
fn of_a_town_and_a_ship_the_marks_and_the_kind_tell() {
    check(
        "//- gazetteer
place/kars: full ru Карс; full/tr tr Kars
ship/kars: full ru Карс; full/tr tr Kars
publication/kars: full tr Kars
//- text tr
Kars’a gitti. Kars vapuru, “Kars”a bindi, Kars gazetesi, “Kars” vapuru.
^^^^~~ place/kars
              ^^^^ ship/kars
                            ^^^^~~ ship/kars
                                          ^^^^ publication/kars
                                                          ^^^^ ship/kars

Он взял Карс. Пароход «Карс», на «Карсе», пароход Карс из Карса.
        ^^^^ place/kars
                       ^^^^ ship/kars
                                  ^^^^^ ship/kars
                                                  ^^^^ ship/kars
                                                          ^^^^^ place/kars
",
    );
}

#[test]
fn a_particle_between_hyphens_belongs_to_the_name() {
    check(
        "//- gazetteer
ship/sevket: full ru Пейк-и-Шевкет
ship/sevket-tr: full tr Peyk-i Şevket
//- text ru
Крейсер Пейк-и-Шевкет, «Пейк-и-Шевкет», «Пейк и Шевкет», «Peyk-i Şevket».
        ^^^^^^^^^^^^^ ship/sevket
                        ^^^^^^^^^^^^^ ship/sevket
                                         ^^^^^^^^^^^^^ ship/sevket
                                                          ^^^^^^^^^^^^^ ship/sevket-tr
",
    );
}

#[test]
fn initials_and_titles_alone_say_nothing() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru Георгий Васильевич Чичерин; surname ru Чичерин; initials ru Г. В.; title ru Нарком
//- text ru
Г. В. приехал, Нарком молчал; Г. В. Чичерин писал.
                              ^^^^^^^^^^^^^ person/chicherin
",
    );
}

#[test]
fn an_acronym_keeps_its_capitals_and_takes_small_endings() {
    check(
        "//- gazetteer
organization/mid: acronym ru МИД
//- text ru
МИД, МИДом, МИДОМ; Мид, мид, Мидом.
^^^ organization/mid
     ^^^^^ organization/mid
            ^^^^^ organization/mid
",
    );
}

#[test]
fn a_group_needs_no_capital() {
    check(
        "//- gazetteer
group/bolsheviks plural: full ru большевики; full/tr tr Bolşevikler
//- text ru
Писали большевикам, Большевик, БОЛЬШЕВИКОВ, bolşevikler.
       ^^^^^^^^^^^ group/bolsheviks
                    ^^^^^^^^^ group/bolsheviks
                               ^^^^^^^^^^^ group/bolsheviks
                                            ^^^^^^^^^^^ group/bolsheviks
",
    );
}

#[test]
fn all_capitals_satisfy() {
    check(
        "//- gazetteer
person/chicherin masculine: surname ru Чичерин; surname/tr tr Çiçerin
place/izmir: full tr İzmir
//- text tr
ЧИЧЕРИНУ, ÇİÇERİN’İN, İZMİR’DEN; чичерину, çiçerin.
^^^^^^^^ person/chicherin
          ^^^^^^^~~~ person/chicherin
                      ^^^^^~~~~ place/izmir
",
    );
}

#[test]
fn a_number_at_the_head_needs_no_capital() {
    check(
        "//- gazetteer
organization/first-army: full tr 1. Ordu
organization/eleventh-army: full en 11th Army
//- text tr
1. Ordu’nun (1. Ordu) «11th Army», 11. Ordu, 3.1. Ordu.
^^^^^^^~~~~ organization/first-army
             ^^^^^^^ organization/first-army
                       ^^^^^^^^^ organization/eleventh-army
",
    );
}

#[test]
fn english_possessives() {
    check(
        "//- gazetteer
place/ankara: full en Ankara
person/andrews: surname en Andrews
//- text en
Ankara’s fall, Ankara's, Ankaras, Ankara’nın; Andrews’ and Andrews’s.
^^^^^^~~ place/ankara
               ^^^^^^~~ place/ankara
                                              ^^^^^^^~ person/andrews
                                                           ^^^^^^^~~ person/andrews
",
    );
}

#[test]
fn russian_in_latin_letters_declines() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru-Latn Georgiy Vasilyevich Chicherin; surname ru-Latn Chicherin
//- text en
Pis’mo G. V. Chicherina, Chicherinu i Chicherinym; Chicherinski.
       ^^^^^^^^^^^^^^^^ person/chicherin
                         ^^^^^^^^^^ person/chicherin
                                      ^^^^^^^^^^^ person/chicherin
",
    );
}

/// Spellings of other languages too, where the paragraph is Russian: in others they take the endings of the paragraph.
#[test]
fn among_russian_words_in_latin_letters_every_spelling_declines() {
    check(
        "//- gazetteer
person/chicherin masculine: full tr Georgiy Çiçerin; surname tr Çiçerin; surname en Chicherin
place/ankara: full tr Ankara
//- text ru-Latn
Pismo G. Çiçerina, s Chicherinym o Çiçerine v Ankare; Chicherinski.
      ^^^^^^^^^^^ person/chicherin
                     ^^^^^^^^^^^ person/chicherin
                                   ^^^^^^^^ person/chicherin
                                              ^^^^^^ place/ankara
",
    );
    for (language, text) in [
        ("tr", "Mektup Çiçerinom, Chicherinym, Ankare."),
        ("en", "The Chicherina, Chicherinym, Ankare."),
    ] {
        check(&format!(
            "//- gazetteer
person/chicherin masculine: full tr Georgiy Çiçerin; surname tr Çiçerin; surname en Chicherin
place/ankara: full tr Ankara
//- text {language}
{text}
"
        ));
    }
}

#[test]
fn hard_spaces_soft_hyphens_stress_and_decomposed_letters() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru Георгий Чичерин; surname ru Чичерин; surname/tr tr Çiçerin
//- text ru
Г.\u{a0}Чичерин, Георги\u{438}\u{306} Чи\u{ad}че\u{301}рин, Георги\u{306}и Чичерин, C\u{327}ic\u{327}erin.
^^^^^^^^^^ person/chicherin
            ^^^^^^^^^^^^^^^^^^ person/chicherin
                                         ^^^^^^^ person/chicherin
                                                  ^^^^^^^^^ person/chicherin
",
    );
}

#[test]
fn footnote_marks_bound_a_word() {
    check(
        "//- gazetteer
organization/entente: full ru Антанта
place/ankara: full tr Ankara
//- text tr
Антантой23, 5Антанта, Ankara’da7, Ankara12’da, Ankara1.
^^^^^^^^ organization/entente
             ^^^^^^^ organization/entente
                      ^^^^^^~~~ place/ankara
                                  ^^^^^^~~~~~ place/ankara
                                               ^^^^^^ place/ankara
",
    );
}

#[test]
fn each_paragraph_inflects_in_its_own_language() {
    check(
        "//- gazetteer
place/ankara: full tr Ankara; full/en en Ankara
//- text
Bu makalede iki devlet arasındaki ilişkiler ele alınmıştır ve Ankara’nın tutumu ile Ankarada yapılan görüşmeler çok önemli bir yer tutmaktadır.
                                                              ^^^^^^~~~~ place/ankara
                                                                                    ^^^^^^^^ place/ankara

This article deals with the relations between the two states, and it is shown that Ankara’s position and Ankarada were of great importance for the talks.
                                                                                   ^^^^^^~~ place/ankara

Sonuç olarak bu görüşmeler çok uzun sürmüş ve Ankarada bir anlaşma ile sona ermiştir; bu da yeni bir dönemin başlangıcı olmuştur.
                                              ^^^^^^^^ place/ankara
",
    );
}

#[test]
fn a_letter_with_an_ending_is_a_word_and_no_initial() {
    check(
        "//- gazetteer
person/iya feminine: full ru Ия Саввина; surname ru Саввина; given ru Ия
place/eya: full ru Ея
person/chicherin masculine: full ru Г. В. Чичерин; initials ru Г. В.
organization/mid: acronym ru М.И.Д.
//- text ru
Ия Саввина и с Ией Саввиной на Ее, река Ея; И. Саввина; к Ие. Га Ва Чичерин, М.И.Да.
^^^^^^^^^^ person/iya
               ^^^^^^^^^^^^ person/iya
                               ^^ place/eya
                                        ^^ place/eya
                                            ^^^^^^^^^^ person/iya
",
    );
}

#[test]
fn the_year_beside_an_event_tells_it_from_others() {
    check(
        "//- gazetteer
event/london 1921-02-21..1921-03-12: full ru Лондонская конференция; full/tr tr Londra Konferansı
event/war 1919..1922: full en War
place/ankara 1900..1910: full tr Ankara
//- text tr
Aralık 1912’deki Londra Konferansı, 1921’deki Londra Konferansı, 1936’da Londra Konferansı, 1912 Ankara.
                                              ^^^^^^^^^^^^^^^^^ event/london
                                                                         ^^^^^^^^^^^^^^^^^ event/london
                                                                                                 ^^^^^^ place/ankara

1912 Londra Konferansı; Londra Konferansı (1912), 1921 Londra Konferansı (1921). Londra Konferansı 1912.
                                                       ^^^^^^^^^^^^^^^^^ event/london
                                                                                 ^^^^^^^^^^^^^^^^^ event/london

Лондонская конференция 1912 года, Лондонской конференции 1921 г., на Лондонской конференции 1912 участника.
                                  ^^^^^^^^^^^^^^^^^^^^^^ event/london
                                                                     ^^^^^^^^^^^^^^^^^^^^^^ event/london

War of 1812, War of 1920.
             ^^^ event/war
",
    );
}

#[test]
fn of_two_bearers_of_a_name_the_word_beside_it_tells() {
    check(
        "//- gazetteer
organization/azerbaijan homonym: full tr Azerbaycan Komünist Partisi; full/short tr Komünist Parti
organization/turkey homonym: full tr Türkiye Komünist Partisi; full/short tr Komünist Parti
//- text tr
Türkiye Komünist Partisi kuruldu. Komünist Partinin Azerbaycan’da topladığı kongre.
^^^^^^^^^^^^^^^^^^^^^^^^ organization/turkey
                                  ^^^^^^^^^^^^^^^^^ organization/azerbaijan
",
    );
}

#[test]
fn behind_a_comma_stands_a_forename_of_the_same_case() {
    check(
        "//- gazetteer
person/tolstoy masculine: full ru Лев Николаевич Толстой; surname ru Толстой
//- text ru
Толстой, Лев Николаевич, писал. У Толстого, Льва Николаевича, был. Видели Толстого, Льву писали. Толстого, Льва Толстого.
^^^^^^^^^^^^^^^^^^^^^^^ person/tolstoy
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ person/tolstoy
                                                                          ^^^^^^^^ person/tolstoy
                                                                                                 ^^^^^^^^ person/tolstoy
                                                                                                           ^^^^^^^^^^^^^ person/tolstoy
",
    );
}

/// In every case, and before a patronymic that is his.
#[test]
fn another_given_name_is_another_bearer() {
    check(
        "//- gazetteer
person/chicherin masculine: full ru Георгий Васильевич Чичерин; surname ru Чичерин
//- text ru
Встреча с Иваном Чичериным. Письмо Петра Васильевича Чичерина. Письмо Георгия Петровича Чичерина. Видели Ивана Чичерин и Карахан.
                                                                                                               ^^^^^^^ person/chicherin

Письмо Георгия Васильевича Чичерина. С Георгием Чичериным. Пётр Васильевич Чичерин. Письмо Чичерина Ивану.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/chicherin
                                       ^^^^^^^^^^^^^^^^^^ person/chicherin
                                                                                           ^^^^^^^^ person/chicherin
",
    );
}

#[test]
fn two_titles_stand_behind_a_name() {
    check(
        "//- gazetteer
person/kemal masculine: full tr Mustafa Kemal; full/pasa tr Kemal Paşa
//- text tr
O gün Mustafa Kemal Paşa Hazretleri geldi; Mustafa Kemal Paşa Hazretleri’nin sözü.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person/kemal
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^~~~~ person/kemal
",
    );
}

#[test]
fn a_full_stop_ends_the_name_behind_a_comma() {
    check(
        "//- gazetteer
person/tolstoy masculine: full ru Лев Николаевич Толстой; surname ru Толстой
//- text ru
Автор – Толстой, Лев Николаевич. Потом Толстой, Лев. И Толстой, Николай.
        ^^^^^^^^^^^^^^^^^^^^^^^ person/tolstoy
                                       ^^^^^^^^^^^^ person/tolstoy
                                                       ^^^^^^^ person/tolstoy
",
    );
}

#[test]
fn a_title_speaks_for_the_bearer_of_a_given_name_and_of_no_other_surname() {
    check(
        "//- gazetteer
person/kemal masculine: full tr Mustafa Kemal Atatürk; given tr Kemal; full/pasa tr Kemal Paşa
person/ismet masculine: full tr İsmet İnönü; given tr İsmet; surname tr İnönü
//- text tr
Kemal Bey gitti.

General İsmet geldi, General İsmet Attila gitti, General İsmet Bey.
        ^^^^^ person/ismet
                                                         ^^^^^^^^^ person/ismet
",
    );
}

#[test]
fn what_has_to_stand_exactly_so_has_the_forms_of_its_paradigm() {
    check(
        "//- gazetteer
organization/grup: full tr Birinci Grup [case=exact]
person/lev masculine: full ru Лев Кузнец [case=exact]
//- text tr
Birinci Grubun ve Birinci Grup’un; birinci Grubun, BİRİNCİ GRUBUN.
^^^^^^^^^^^^^^ organization/grup
                  ^^^^^^^^^^^^~~~ organization/grup

//- text ru
Со Львом Кузнецом, и не со львом Кузнецом.
   ^^^^^^^^^^^^^^ person/lev
",
    );
}
