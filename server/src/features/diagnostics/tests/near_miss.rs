//! `near-miss`.

use super::Given;

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara"],"ru":["Анкара"]}}]}
{"id":"place/manisa","names":[{"spellings":{"tr":["Manisa"]}}]}
{"id":"place/italy","names":[{"spellings":{"tr":["İtalya"]}}]}
{"id":"place/mudanya","names":[{"spellings":{"ru":["Мудания"]}}]}
{"id":"event/armistice-of-mudanya","names":[{"spellings":{"ru":["Муданийское перемирие"]}}]}
{"id":"person/chicherin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"]}},{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin"]}}]}
{"id":"person/karakhan","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Лев Михайлович Карахан"]}},{"part":"surname","spellings":{"ru":["Карахан"]}}]}
{"id":"person/fuat-sabit","gender":"masculine","names":[{"spellings":{"tr":["Fuat Sabit"]}}]}
{"id":"person/mustafa-kemal","gender":"masculine","names":[{"spellings":{"tr":["Mustafa Kemal"]}}]}
{"id":"person/mustafa-suphi","gender":"masculine","names":[{"spellings":{"tr":["Mustafa Suphi"]}}]}
{"id":"person/mango","gender":"masculine","names":[{"spellings":{"tr":["Andrew Mango"]}},{"part":"surname","spellings":{"tr":[{"text":"Mango","alone":"context"}]}}]}
{"id":"person/bela-kun","gender":"masculine","names":[{"spellings":{"tr":["Bela Kun"]}},{"part":"surname","spellings":{"tr":[{"text":"Kun","alone":"context"}]}}]}
{"id":"person/bekir-sami","gender":"masculine","names":[{"spellings":{"tr":["Bekir Sami"]}},{"part":"surname","spellings":{"tr":["Kunduh"]}}]}
{"id":"place/trabzon","names":[{"spellings":{"tr":["Trabzon"]}}]}
{"id":"person/aralov","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Аралов"]}}]}
{"id":"person/arapov","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Арапов"]}}]}
"#;

#[track_caller]
fn check(language: &str, fixture: &str) {
    let given = Given {
        names: NAMES,
        language,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn one_slip_is_a_question() {
    check(
        "ru",
        "Телеграмма Чечерину и нота Чичренина, ответ Анкары: в Анакре ждали.
           ^^^^^^^^ information near-miss: “Чечерину”: is “Чичерину” meant? => Чичерину for Чечерину
                                                      ^^^^^^ warning near-miss: “Анакре”: is “Анкаре” meant? (which this text has once) -> Анкары: в Анакре ждали. => Анкаре for Анакре
",
    );
    check(
        "tr",
        "Kışın Ankaar’da ve Çiçerrin’in evinde.
      ^^^^^^ information near-miss: “Ankaar”: is “Ankara” meant? => Ankara for Ankaar
                   ^^^^^^^^ information near-miss: “Çiçerrin”: is “Çiçerin” meant? => Çiçerin for Çiçerrin
",
    );
}

#[test]
fn a_small_word_glued_to_a_name() {
    check(
        "ru",
        "Ждали Г. В. Чичеринус ответом.
      ^^^^^^^^^^^^^^^ information near-miss: “Г. В. Чичеринус”: is “Г. В. Чичерину с” meant? => Чичерину с for Чичеринус
Потом жили в усадьбе Чичерино.
",
    );
}

#[test]
fn one_word_of_a_longer_name() {
    check(
        "tr",
        "Doktor Fuat Sabri geldi.
       ^^^^^^^^^^ information near-miss: “Fuat Sabri”: is “Fuat Sabit” meant? => Sabit for Sabri
",
    );
    check(
        "ru",
        "Потом было Муданайское перемирие.
           ^^^^^^^^^^^^^^^^^^^^^ information near-miss: “Муданайское перемирие”: is “Муданийское перемирие” meant? => Муданийское for Муданайское
",
    );
}

#[test]
fn where_a_word_may_be_another_name_the_document_decides() {
    check(
        "tr",
        "Sonra Manila’ya gitti, ve E. Manro’yu gördü; Mustafa Kamil gelmedi.\n",
    );
    check(
        "tr",
        "Andrew Mango yazdı. Sonra E. Manro’nun kitabı.
                          ^^^^^^^^ warning near-miss: “E. Manro”: is “E. Mango” meant? (which this text has once) -> Andrew Mango yazdı. Sonra E. Manro’nun kitabı. => Mango for Manro
",
    );
}

#[test]
fn other_words_are_left_alone() {
    // Made of a name; another letter at the head; a common word; somebody else’s; two names at once; a given name.
    check("tr", "Bir İtalyan gemisi, bir İtalyalı kaptan. Onun Panisa’sı.\n");
    check("ru", "Пришёл Мичерин; Иван Чечерин молчал. Приехал Арашов.\n");
    check("ru", "Анкаре, из Анкары. Слово карехан, и Карехан.\n");
    // Too short, or in references to literature.
    check("ru", "Здесь Анкы и Анкр.\n");
}

#[test]
fn what_stands_again_and_again_is_a_name() {
    check("ru", "Видел Чечерина, звал Чечерина, ждал Чечерина.\n");
}

#[test]
fn at_the_head_of_a_sentence_only_long_words() {
    check(
        "ru",
        "Анкра. Анкре. Чечерину писали.
              ^^^^^^^^ information near-miss: “Чечерину”: is “Чичерину” meant? => Чичерину for Чечерину
",
    );
}

#[test]
fn the_suffix_follows_what_is_meant() {
    check(
        "tr",
        "Gemi Trabzen’e ve Trabzin'den geldi.
     ^^^^^^^^^ information near-miss: “Trabzen’e”: is “Trabzon’a” meant? => Trabzon’a for Trabzen’e
                  ^^^^^^^^^^^ information near-miss: “Trabzin'den”: is “Trabzon'dan” meant? => Trabzon'dan for Trabzin'den
",
    );
}

#[test]
fn a_verb_of_those_who_talk_is_no_name() {
    // Kunduk: we were Kun.
    check(
        "tr",
        "Heyette Bekir Sami Bey (Kunduk) de vardı.
                        ^^^^^^ information near-miss: “Kunduk”: is “Kunduh” meant? => Kunduh for Kunduk
",
    );
}
