//! Words of Turkish that look like a form of a name and are rather something else.

use crate::support::check;

#[test]
fn a_common_word_is_no_form_of_a_shorter_name() {
    check(
        "//- gazetteer
other/post: full tr Post
other/yen: full tr Yen
place/rome: full tr Roma
person/gul: full tr Gül
//- text tr
Posta geldi; Papua Yeni Gine. Romanın dili ağırdı, eski Romanın dili de. Güldü! GÜLMÜŞ. O gün Güldü.
                                                        ^^^^^^^ place/rome

Post’a geldi, Yen’i aldı. Roma’nın dili. Gül’dü bu.
^^^^~~ other/post
              ^^^~~ other/yen
                          ^^^^~~~~ place/rome
                                         ^^^~~~ person/gul
",
    );
}

#[test]
fn a_thing_is_meant_only_where_the_capital_says_nothing() {
    check(
        "//- gazetteer
place/damascus: full tr Şam
place/china: full tr Çin
//- text tr
Şamdan yandı. O gün Şamdan geldi. Çini sergisi açıldı. Japonya Çini işgal etti. Şam’dan geldi; Çin’i gördü. Şamda kaldı.
                    ^^^^^^ place/damascus
                                                               ^^^^ place/china
                                                                                ^^^~~~~ place/damascus
                                                                                               ^^^~~ place/china
                                                                                                            ^^^^^ place/damascus
",
    );
}

#[test]
fn what_is_spelled_like_the_name_is_doubted_where_names_take_an_apostrophe() {
    check(
        "//- gazetteer
other/senate: full tr Senato
organization/council: full tr Konsey
place/ordu: full tr Ordu
//- text tr
Senatonun kararı. Konseyin kararı. Orduda kaldı.
^^^^^^^^^ other/senate
                  ^^^^^^^^ organization/council
                                   ^^^^^^ place/ordu

Ankara’da beklediler. Senatonun kararı. Konseyin kararı, Senatonun kararı. Orduda kaldı. Senato geldi.
                                        ^^^^^^^^ organization/council
                                                         ^^^^^^^^^ other/senate
                                                                                         ^^^^^^ other/senate

Ordularımız geldi, o gün Ordularımız geldi.
                         ^^^^^^^^^^^ place/ordu
",
    );
}

#[test]
fn dots_that_are_meant_make_another_word() {
    check(
        "//- gazetteer
person/isin: full tr Işın
person/kirac: full tr Kıraç
place/istanbul: full tr İstanbul
place/crimea: full tr Kırım
place/iraq: full tr Irak
person/sir: full tr Sir
//- text tr
İşin sonu, Işın geldi, IŞIN. Kiracı, Kıracı gördü. Istanbul’da, Istanbulda, Kirim, Kirimda, KIRIM, KİRİM, İrak’ta.
           ^^^^ person/isin
                       ^^^^ person/isin
                                     ^^^^^^ person/kirac
                                                   ^^^^^^^^~~~ place/istanbul
                                                                ^^^^^^^^^^ place/istanbul
                                                                            ^^^^^ place/crimea
                                                                                   ^^^^^^^ place/crimea
                                                                                            ^^^^^ place/crimea
                                                                                                          ^^^^~~~ place/iraq
Sır saklandı, Sir geldi.
              ^^^ person/sir
",
    );
}

#[test]
fn the_dots_of_a_title_are_compared_word_by_word() {
    check(
        "//- gazetteer
publication/crisis: full ru-Latn Çanakskiy krizis i voprosı o Prolivah
//- text tr
Bakınız: “Çanakskiy krizis i voprosı o Prolivah” adlı yapıt.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ publication/crisis
",
    );
}

#[test]
fn of_a_foreign_name_nobody_speaks_to_its_owner() {
    check(
        "//- gazetteer
place/india: full tr Hindistan; full/en en India
//- text tr
Indiana, Ohio ve India’na; Indiada, Hindistanına.
                 ^^^^^~~~ place/india
                           ^^^^^^^ place/india
                                    ^^^^^^^^^^^^ place/india
",
    );
}
