//! `suffix`.

use super::Given;

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara"]}}]}
{"id":"place/kars","names":[{"spellings":{"tr":["Kars"]}}]}
{"id":"place/london","names":[{"spellings":{"tr":["Londra"],"en":["London"]}}]}
{"id":"place/bosphorus","names":[{"spellings":{"tr":["Boğaziçi"]}}]}
{"id":"place/paris","names":[{"spellings":{"tr":["Paris"],"en":["Paris"]}}]}
{"id":"place/denver","names":[{"spellings":{"tr":["Denver"]}}]}
{"id":"place/portugal","names":[{"spellings":{"tr":["Portugal"]}}]}
{"id":"place/baltimore","names":[{"spellings":{"tr":["Baltimore"]}}]}
{"id":"place/illinois","names":[{"spellings":{"tr":["Illinois"]}}]}
{"id":"place/batum","names":[{"spellings":{"tr":["Batum"]}}]}
{"id":"person/kemal","gender":"masculine","names":[{"part":"full","spellings":{"tr":["Mustafa Kemal"]}},{"part":"surname","spellings":{"tr":["Atatürk"]}}]}
{"id":"person/cicerin","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Çiçerin"],"en":["Chicherin"],"ru":["Чичерин"]}}]}
{"id":"person/lenin","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Lenin"]}}]}
{"id":"person/trump","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Trump"]}}]}
{"id":"person/shakespeare","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Shakespeare"]}}]}
{"id":"person/wilde","gender":"masculine","names":[{"part":"surname","spellings":{"tr":[{"text":"Wilde","inflection":{"reading":"vayld"}}]}}]}
{"id":"person/romanov","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Romanov"]}}]}
{"id":"organization/tbmm","names":[{"spellings":{"tr":["Büyük Millet Meclisi"]}},{"part":"acronym","spellings":{"tr":["TBMM"]}}]}
{"id":"organization/rkp","names":[{"part":"acronym","spellings":{"tr":["RKP(b)"]}}]}
{"id":"group/bolsheviks","names":[{"number":"plural","spellings":{"tr":["Bolşevikler"]}}]}
"#;

#[track_caller]
fn check(settings: &str, fixture: &str) {
    let given = Given {
        names: NAMES,
        settings,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn harmony_d_and_t_and_joining_letters() {
    check(
        "",
        "Çiçerin’nin telgrafı, Kars’da, Ankara’den ve Ankara’ın.
^^^^^^^^^^^ warning suffix: behind “Çiçerin” the suffix is -in, not -nin => in for nin
                      ^^^^^^^ warning suffix: behind “Kars” the suffix is -ta, not -da => ta for da
                               ^^^^^^^^^^ warning suffix: behind “Ankara” the suffix is -dan, not -den => dan for den
                                             ^^^^^^^^^ warning suffix: behind “Ankara” the suffix is -nın, not -ın => nın for ın
Mustafa Kemal’a, Büyük Millet Meclisi’de, Atatürk’ün, TBMM’nin.
^^^^^^^^^^^^^^^ warning suffix: behind “Mustafa Kemal” the suffix is -e, not -a => e for a
                 ^^^^^^^^^^^^^^^^^^^^^^^ warning suffix: behind “Büyük Millet Meclisi” the suffix is -nde, not -de => nde for de
ANKARA’DEN.
^^^^^^^^^^ warning suffix: behind “ANKARA” the suffix is -DAN, not -DEN => DAN for DEN
Boğaziçi’nde, Boğaziçi’de.
              ^^^^^^^^^^^ warning suffix: behind “Boğaziçi” the suffix is -nde, not -de => nde for de
",
    );
}

#[test]
fn a_title_takes_the_suffix() {
    check(
        "",
        "Mustafa Kemal Paşa’nin sözü; Mustafa Kemal Paşa’nın sözü.
^^^^^^^^^^^^^^^^^^^^^^ warning suffix: behind “Mustafa Kemal Paşa” the suffix is -nın, not -nin => nın for nin
Mustafa Kemal Bey’da, Mustafa Kemal Bey’de, Mustafa Kemal Efendi’da.
^^^^^^^^^^^^^^^^^^^^ warning suffix: behind “Mustafa Kemal Bey” the suffix is -de, not -da => de for da
                                            ^^^^^^^^^^^^^^^^^^^^^^^ warning suffix: behind “Mustafa Kemal Efendi” the suffix is -de, not -da => de for da
Romanovlar’in, Romanovlar’ın.
^^^^^^^^^^^^^ warning suffix: behind “Romanovlar” the suffix is -ın, not -in => ın for in
",
    );
}

#[test]
fn where_the_sound_is_not_known_nothing_is_wrong() {
    check(
        "",
        "Shakespeare’ın, Shakespeare’in; Trump’a, Trump’ı; Lenin’in, Lenin’e.\n",
    );
    check("", "Чичерин’de, Чичерин’da.\n");
    check("", "Wilde’ın, Wilde’dan.\n");
    check(
        "",
        "Wilde’in, Lenin’nin.
^^^^^^^^ warning suffix: behind “Wilde” the suffix is -ın, not -in => ın for in
          ^^^^^^^^^ warning suffix: behind “Lenin” the suffix is -in, not -nin => in for nin
",
    );
}

/// Places have their usual Turkish names, which are read as they are written; persons keep their sound.
#[test]
fn the_names_of_places_are_read_as_they_are_written() {
    check(
        "",
        "Paris’te, Paris’de, Batum’de ve Batum’un.
          ^^^^^^^^ warning suffix: behind “Paris” the suffix is -te, not -de => te for de
                    ^^^^^^^^ warning suffix: behind “Batum” the suffix is -da, not -de => da for de
",
    );
    check(
        "",
        "Denver’de, Denver’da; Portugal’e, Portugal’a; Baltimore’da, Baltimore’de; Illinois’da, Illinois’de.\n",
    );
}

#[test]
fn behind_brackets_and_footnote_marks_nothing_is_wrong() {
    check("", "RKP(b)’nın, RKP(b)’nin; Kars12’da, “Kars”’ta, Ankara[3]’den.\n");
}

#[test]
fn in_other_languages_nothing_is_wrong() {
    let given = Given {
        names: NAMES,
        language: "en",
        ..Given::default()
    };
    given.check("Kars’da was written, and Ankara’ da.\n");
}

#[test]
fn a_blank_behind_the_apostrophe() {
    check(
        "",
        "Ankara’ da, Kars’ tan ve Lenin’ in.
^^^^^^^^^^ warning suffix: the suffix -da of “Ankara” is written directly behind the apostrophe, without a blank => da for  da
            ^^^^^^^^^ warning suffix: the suffix -tan of “Kars” is written directly behind the apostrophe, without a blank => tan for  tan
                         ^^^^^^^^^ warning suffix: the suffix -in of “Lenin” is written directly behind the apostrophe, without a blank => in for  in
‘Ankara’ da yazdı, 'Yeni Ankara' da; Ankara’ ve Kars’\nda.
",
    );
}

/// Where the settings speak, what is frequent in the text does not.
#[test]
fn the_apostrophe_is_a_matter_of_settings() {
    let text = "Ankaranın, Karsta; Büyük Millet Meclisinin; TBMMnin; Bolşeviklerin, Romanovların.\n";
    check("[severity]\ninconsistent-form = 'off'", text);
    check(
        "[suffix]\napostrophe = 'institutions'",
        "Ankaranın, Karsta; Büyük Millet Meclisi’nin, Meclisi; Bolşeviklerin, Romanovların.
^^^^^^^^^ warning suffix: in this project “Ankaranın” takes its suffix -nın behind an apostrophe => ’nın for nın
           ^^^^^^ warning suffix: in this project “Karsta” takes its suffix -ta behind an apostrophe => ’ta for ta
                   ^^^^^^^^^^^^^^^^^^^^^^^^ warning suffix: in this project “Büyük Millet Meclisi” takes its suffix -nin without an apostrophe => nin for ’nin
",
    );
    check(
        "[suffix]\napostrophe = 'always'",
        "Ankara’nın, Büyük Millet Meclisi’nin, Büyük Millet Meclisinin.
                                      ^^^^^^^^^^^^^^^^^^^^^^^ warning suffix: in this project “Büyük Millet Meclisinin” takes its suffix -nin behind an apostrophe => ’nin for nin
",
    );
    check(
        "[suffix]\napostrophe = 'never'",
        "Ankaranın, Ankara’nın.
           ^^^^^^^^^^ warning suffix: in this project “Ankara” takes its suffix -nın without an apostrophe => nın for ’nın
",
    );
}

#[test]
fn other_peoples_words_are_left_alone() {
    check("[[documents]]\nfiles = ['*.md']\nrole = 'source'", "Kars’da.\n");
    check(
        "",
        "> Kars’da kış uzun sürer, yollar kapanır, kimse gelmez.
  ^^^^^^^ hint suffix: behind “Kars” the suffix is -ta, not -da => ta for da
",
    );
}

#[test]
fn a_blank_behind_the_apostrophe_is_seen_far_into_a_text() {
    // The apostrophe where the part that is looked at begins is not taken for one that opens a quotation.
    for length in 120..140 {
        let before = "Lenin’in ".repeat(length);
        let given = Given {
            names: NAMES,
            ..Given::default()
        };
        let text = format!("{}{}Ankara’ da kaldı.", "x".repeat(length % 11), before);
        let found: Vec<&str> = given.findings(&text).iter().map(|one| one.code.as_str()).collect();
        assert_eq!(found, ["suffix"], "{length}");
    }
}
