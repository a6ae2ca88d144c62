//! Fixtures: a text in which `$0` is the cursor; what is offered is drawn under its line, the stretch that it replaces
//! first.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::Analysis;

use super::*;
use crate::index::{Index, Summary};
use crate::message::describe;
use crate::project::root::Root;
use crate::project::{Layers, Project, Settings, Unsaved};

const NAMES: &str = r#"
{"id":"person/chicherin","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"],"tr":["Georgiy Vasilyeviç Çiçerin"]}},{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin",{"text":"Tchitcherine","status":"deprecated"},{"text":"Cicerin","status":"misspelling"}],"en":["Chicherin"]}}]}
{"id":"person/kemal","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Мустафа Кемаль"],"tr":["Mustafa Kemal"]}},{"part":"surname","spellings":{"ru":["Кемаль"],"tr":[{"text":"Kemal","inflection":{"harmony":"front"}}]}}]}
{"id":"person/mustafa-suphi","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Мустафа Субхи"],"tr":["Mustafa Suphi"]}}]}
{"id":"person/halil-kut","gender":"masculine","homonym":true,"names":[{"part":"surname","spellings":{"ru":["Халилов"]}}]}
{"id":"person/halil-two","gender":"masculine","homonym":true,"names":[{"part":"surname","spellings":{"ru":["Халилов"]}}]}
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара",{"text":"Ангора","variant":"angora","status":"historical"}],"tr":["Ankara",{"text":"Angora","variant":"angora","status":"historical"}]}}]}
{"id":"place/ankaralar","names":[{"spellings":{"tr":["Ankarapolis"]}}]}
{"id":"place/turkey","names":[{"spellings":{"ru":["Турция"],"tr":["Türkiye"],"en":["Turkey"]}}]}
{"id":"place/izmir","names":[{"spellings":{"tr":["İzmir"],"ru":["Измир"]}}]}
{"id":"group/bolsheviks","names":[{"number":"plural","spellings":{"ru":["большевики"],"tr":["Bolşevikler"]}}]}
{"id":"organization/vtsik","names":[{"part":"acronym","spellings":{"ru":["ВЦИК"]}}]}
"#;

/// The text with what is offered at its cursor, by hand.
#[track_caller]
fn check(fixture: &str) {
    check_asked(Asked::ByHand, fixture);
}

#[track_caller]
fn check_asked(asked: Asked, fixture: &str) {
    let shown = |line: &&str| !line.starts_with('|') && !line.trim_start().starts_with('^');
    let text: String = fixture.lines().filter(shown).map(|line| format!("{line}\n")).collect();
    let at = text.find("$0").expect("a cursor");
    let text = text.replacen("$0", "", 1);
    let found = with_view(&text, |view| completion(view, at, asked, Locale::English));
    let drawn = draw(&text, at, found.as_ref());
    assert!(drawn == fixture, "\n--- expected\n{fixture}\n--- found\n{drawn}");
}

fn with_view<R>(text: &str, use_it: impl FnOnce(&View<'_>) -> R) -> R {
    with_view_of(NAMES, text, use_it)
}

fn with_view_of<R>(names: &str, text: &str, use_it: impl FnOnce(&View<'_>) -> R) -> R {
    let entities: Vec<&str> = names.lines().filter(|line| !line.is_empty()).collect();
    let gazetteer = format!(r#"{{"onomast":1,"title":"t","entities":[{}]}}"#, entities.join(",\n"));
    let unsaved: Unsaved = [(PathBuf::from("/p/names.gazetteer.json"), gazetteer.into())].into();
    let layers = Layers {
        command_line: Settings {
            gazetteers: Some(vec!["names.gazetteer.json".to_owned()]),
            ..Settings::default()
        },
        ..Layers::default()
    };
    let root = Root {
        folder: PathBuf::from("/p"),
        declared: true,
    };
    let project = Project::open(root, Arc::new(layers), &unsaved);
    assert!(project.problems.is_empty(), "{:#?}", project.problems);
    let document = project.document(Path::new("/p/a.md"), text);
    let text = text.to_owned();
    use_it(&View {
        project: &project,
        settings: &document,
        analysis: &Analysis::fresh(&text, &document.facts, &project.gazetteer),
        text: &text,
        decisions: &[],
        index: None,
    })
}

fn draw(text: &str, at: usize, found: Option<&Completion>) -> String {
    let mut drawn = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let cursor = (start..end).contains(&at).then(|| at - start);
        match cursor {
            Some(cursor) => drawn.push_str(&format!("{}$0{}", &line[..cursor], &line[cursor..])),
            None => drawn.push_str(line),
        }
        if let Some(found) = found.filter(|_| cursor.is_some()) {
            assert_eq!(found.typed, text[found.range.clone()]);
            let before = text[start..found.range.start].chars().map(|_| ' ');
            drawn.extend(before.chain(found.typed.chars().map(|_| '^')));
            drawn.push('\n');
            found
                .items
                .iter()
                .for_each(|item| drawn.push_str(&format!("| {}\n", draw_item(item))));
        }
        start = end;
    }
    drawn
}

fn draw_item(item: &Item) -> String {
    let mut notes = vec![describe(&item.readings, Locale::English)];
    notes.extend((item.status > Status::Accepted).then(|| item.status.as_str().to_owned()));
    notes.extend((item.bearers.len() > 1).then(|| format!("{} entities", item.bearers.len())));
    notes.retain(|note| !note.is_empty());
    match notes.is_empty() {
        true => item.text.clone(),
        false => format!("{} ({})", item.text, notes.join("; ")),
    }
}

#[test]
fn in_any_script_in_the_language_of_the_paragraph() {
    for typed in ["chich", "tchi", "чич", "Çiç", "Чич"] {
        let beginning = "^".repeat(typed.chars().count());
        let (russian, turkish) = ("Вчера посол писал из города, что ", "Dün elçi şehirden yazdı, çünkü ");
        for (text, surname, whole) in [
            (russian, "Чичерин", "Георгий Васильевич Чичерин"),
            (turkish, "Çiçerin", "Georgiy Vasilyeviç Çiçerin"),
        ] {
            let blanks = " ".repeat(text.chars().count());
            let deprecated = if (text, typed) == (turkish, "tchi") {
                "| Tchitcherine (deprecated)\n"
            } else {
                ""
            };
            check(&format!(
                "{text}{typed}$0\n{blanks}{beginning}\n| {surname}\n| {whole}\n{deprecated}"
            ));
        }
    }
}

#[test]
fn an_exonym_is_found_by_any_of_its_names() {
    check(
        "Вчера посол писал из города, что Türk$0
                                 ^^^^
| Турция
",
    );
}

#[test]
fn the_case_form_that_has_been_begun() {
    check(
        "Вчера посол писал из города, что Чичерины$0
                                 ^^^^^^^^
| Чичериным (instrumental or dative plural)
| Чичерины (nominative plural)
| Чичериных (genitive, accusative or locative plural)
| Чичериными (instrumental plural)
| Чичерин
| Георгий Васильевич Чичерин
",
    );
    check(
        "Вчера посол писал из города, что Анкару$0
                                 ^^^^^^
| Анкару (accusative)
| Анкара
",
    );
}

#[test]
fn suffixes_with_the_harmony_of_the_name_and_the_apostrophe_of_the_writer() {
    check(
        "Dün elçi şehirden yazdı, çünkü Ankara’d$0
                               ^^^^^^^^
| Ankara’da (locative)
| Ankara’dan (ablative)
| Ankara’daki (locative with -ki, nominative)
| Ankara’dakiler (locative with -ki, nominative plural)
| Ankara’dır (nominative, “is”)
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Mustafa Kemal'd$0
                               ^^^^^^^^^^^^^^^
| Mustafa Kemal'de (locative)
| Mustafa Kemal'den (ablative)
| Mustafa Kemal'deki (locative with -ki, nominative)
| Mustafa Kemal'dekiler (locative with -ki, nominative plural)
| Mustafa Kemal'dir (nominative, “is”)
| Mustafa Kemal'di (nominative, “was”)
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Ankarad$0
                               ^^^^^^^
| Ankarada (locative)
| Ankaradan (ablative)
| Ankaradaki (locative with -ki, nominative)
| Ankaradakiler (locative with -ki, nominative plural)
| Ankaradır (nominative, “is”)
",
    );
    check(
        "The envoy wrote from the city that Chicherin’$0
                                   ^^^^^^^^^^
| Chicherin’s (genitive)
",
    );
}

#[test]
fn a_title_behind_a_name_takes_the_suffix() {
    check(
        "Dün elçi şehirden yazdı, çünkü Çiçerin Paşa’n$0
                               ^^^^^^^^^^^^^^
| Çiçerin Paşa’nın (genitive)
| Çiçerin Paşa’n (nominative, “your”)
| Çiçerin Paşa’nız (nominative, “your” (plural))
| Çiçerin Paşa’nınki (genitive with -ki, nominative)
| Çiçerin Paşa’nınkiler (genitive with -ki, nominative plural)
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Mustafa Kemal Bey'd$0
                               ^^^^^^^^^^^^^^^^^^^
| Mustafa Kemal Bey'de (locative)
| Mustafa Kemal Bey'den (ablative)
| Mustafa Kemal Bey'deki (locative with -ki, nominative)
| Mustafa Kemal Bey'dekiler (locative with -ki, nominative plural)
| Mustafa Kemal Bey'dir (nominative, “is”)
| Mustafa Kemal Bey'di (nominative, “was”)
",
    );
    // A place has no title, and a word that is none is no part of a name.
    check("Dün elçi şehirden yazdı, çünkü Ankara Paşa’n$0\n");
    check("Dün elçi şehirden yazdı, çünkü Çiçerin Masa’n$0\n");
}

#[test]
fn longer_names_go_on() {
    check(
        "Вчера посол писал из города, что Мустафа Ке$0
                                 ^^^^^^^^^^
| Мустафа Кемаль
",
    );
    check(
        "Вчера посол писал из города, что Мустафы Ке$0
                                 ^^^^^^^^^^
| Мустафы Кемаля (genitive)
| Мустафа Кемаль
",
    );
    check(
        "Вчера посол писал из города, что Георгий Чич$0
                                         ^^^
| Чичерин
",
    );
    check(
        "Вчера посол писал из города с Г. В. Чич$0
                                    ^^^
| Чичерин
",
    );
    check(
        "Вчера посол писал из города с Г.В.Чич$0
                                  ^^^
| Чичерин
",
    );
    check(
        "Вчера посол писал из Москвы. Чич$0
                             ^^^
| Чичерин
| Георгий Васильевич Чичерин
",
    );
}

#[test]
fn what_is_to_be_replaced_comes_last_and_what_is_wrong_not_at_all() {
    check(
        "Dün elçi şehirden yazdı, çünkü Tchi$0
                               ^^^^
| Çiçerin
| Georgiy Vasilyeviç Çiçerin
| Tchitcherine (deprecated)
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Tchitcherine’i$0
                               ^^^^^^^^^^^^^^
| Çiçerin’in (genitive)
| Çiçerin’i (nominative, “his, her, its” or accusative)
| Çiçerin’im (nominative, “my”)
| Çiçerin’imiz (nominative, “our”)
| Çiçerin’iniz (nominative, “your” (plural))
| Çiçerin’inki (genitive with -ki, nominative)
| Çiçerin’inkiler (genitive with -ki, nominative plural)
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Cicer$0
                               ^^^^^
| Çiçerin
",
    );
    check(
        "Dün elçi şehirden yazdı, çünkü Ango$0
                               ^^^^
| Ankara
| Angora (historical)
",
    );
}

#[test]
fn what_the_text_uses_comes_first() {
    check(
        "Вчера посол писал из города, что Мустафа$0
                                 ^^^^^^^
| Мустафа Субхи
| Мустафа Кемаль
",
    );
    check(
        "Мустафа Кемаль писал из города. Вчера посол писал, что Мустафа$0
                                                       ^^^^^^^
| Мустафа Кемаль
| Мустафа Субхи
",
    );
}

#[test]
fn the_very_letters_come_before_what_only_sounds_like_them() {
    const NAMES: &str = r#"
{"id":"person/trotsky","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Троцкий"],"en":["Trotsky"]}}]}
{"id":"place/trabzon","names":[{"spellings":{"ru":["Трабзон"],"en":["Trabzon"]}}]}
"#;
    let offered = |text: &str| {
        with_view_of(NAMES, text, |view| {
            let found = completion(view, text.len(), Asked::ByHand, Locale::English).expect("something");
            found.items.into_iter().map(|item| item.text).collect::<Vec<_>>()
        })
    };
    assert_eq!(
        offered("They left Trabzon, and near Trabzon Tro"),
        ["Trotsky", "Trabzon"]
    );
    assert_eq!(offered("Они уехали в Трабзон, и там Tro"), ["Троцкий", "Трабзон"]);
}

#[test]
fn then_what_the_project_uses() {
    let text = "Вчера посол писал из города, что Мустафа";
    let first = |other: &str| {
        with_view(text, |view| {
            let mut index = Index::new(view.project.gazetteer.clone());
            let other = other.to_owned();
            let analysis = Analysis::fresh(&other, &view.settings.facts, &view.project.gazetteer);
            assert!(index.put(
                Path::new("/p/b.md"),
                Arc::new(Summary::of_text(&analysis, view.settings))
            ));
            let view = View {
                index: Some(&index),
                ..*view
            };
            let found = completion(&view, text.len(), Asked::ByHand, Locale::English).expect("something");
            found.items.first().map(|item| item.text.clone())
        })
    };
    assert_eq!(first("Никого.").as_deref(), Some("Мустафа Субхи"));
    assert_eq!(first("Мустафа Кемаль писал.").as_deref(), Some("Мустафа Кемаль"));
}

#[test]
fn several_of_one_name_are_one_item() {
    check(
        "Вчера посол писал из города, что Халил$0
                                 ^^^^^
| Халилов (2 entities)
",
    );
}

#[test]
fn capitals_are_kept() {
    check(
        "Вчера посол писал из города. Больш$0
                             ^^^^^
| Большевики
",
    );
    check(
        "Вчера посол писал из города, что больш$0
                                 ^^^^^
| большевики
",
    );
    check(
        "Вчера посол писал из города, что ВЦ$0
                                 ^^
| ВЦИК
",
    );
}

#[test]
fn a_word_alone_in_its_paragraph_is_of_the_language_before() {
    check(
        "Вчера посол писал из города.

chich$0
^^^^^
| Чичерин
| Георгий Васильевич Чичерин
",
    );
}

#[test]
fn nothing_on_ordinary_prose() {
    for nothing in [
        "Вчера посол писал из города, что Чи$0\n",
        "Вчера посол писал из города, что чи$0\n",
        "Вчера посол писал из города, что Чичерин $0\n",
        "Вчера посол писал из города, что Чичерин.$0\n",
        "Вчера посол писал $0из города\n",
        "Вчера посол писал из города$0\n",
        "Вчера `Чичер$0` писал из города\n",
        "Вчера <http://example.org/Чичер$0> писал из города\n",
        "Вчера посол писал из города «Чич»’$0\n",
        "$0\n",
    ] {
        check(nothing);
    }
    check_asked(Asked::ByTyping, "Вчера посол писал из города, что чичер$0\n");
    check_asked(Asked::ByTyping, "Dün elçi şehirden yazdı, çünkü ankara’$0\n");
}

#[test]
fn who_only_types_is_offered_what_is_surely_meant() {
    const NAMES: &str = r#"
{"id":"treaty/charter","names":[{"spellings":{"en":["Charter of Friendship"]}}]}
{"id":"event/abolition","names":[{"spellings":{"en":["Abolition of the Caliphate"]}}]}
{"id":"person/trotsky","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Троцкий"],"en":["Trotsky"]}}]}
{"id":"place/trabzon","names":[{"spellings":{"ru":["Трабзон"],"en":["Trabzon"]}}]}
"#;
    for (text, by_typing, by_hand) in [
        (
            "They were very glad to see the town again. Fri",
            &[][..],
            &["Charter of Friendship"][..],
        ),
        (
            "In the end all of them signed a Fri",
            &["Charter of Friendship"],
            &["Charter of Friendship"],
        ),
        (
            "In the end all of them heard of The cal",
            &[],
            &["Abolition of the Caliphate"],
        ),
        (
            "In the end all of them signed the Charter of f",
            &["Charter of Friendship"],
            &["Charter of Friendship"],
        ),
        (
            "They were very glad to see the town again. Tro",
            &["Trotsky"],
            &["Trotsky", "Trabzon"],
        ),
        (
            "They were very glad to see the town again. Тро",
            &["Trotsky"],
            &["Trotsky"],
        ),
    ] {
        let offered = |asked| {
            with_view_of(NAMES, text, |view| {
                let found = completion(view, text.len(), asked, Locale::English);
                let items = found.into_iter().flat_map(|found| found.items);
                items.map(|item| item.name).collect::<Vec<_>>()
            })
        };
        assert_eq!(offered(Asked::ByTyping), by_typing, "typed: {text}");
        let first: Vec<String> = offered(Asked::ByHand).into_iter().take(by_hand.len()).collect();
        assert_eq!(first, by_hand, "asked for: {text}");
    }
}

/// What has the very letters says how they are to be heard, and initials that a person is meant.
#[test]
fn what_only_sounds_so_is_not_far_from_what_has_the_letters() {
    const NAMES: &str = r#"
{"id":"person/chicherin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin"]}}]}
{"id":"place/chechnya","names":[{"spellings":{"ru":["Чечня"],"tr":["Çeçenistan"]}}]}
{"id":"place/samos","names":[{"spellings":{"ru":["Самос"],"tr":["Sisam"]}}]}
{"id":"group/second","names":[{"spellings":{"tr":["İkinci Grup"],"en":["Second Group"]}}]}
{"id":"person/trotsky","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Троцкий"]}}]}
{"id":"event/entente","names":[{"spellings":{"ru":["Тройственное согласие"]}}]}
"#;
    let (russian, turkish) = ("Вчера посол писал из города, что ", "Dün elçi şehirden yazdı, çünkü ");
    for (before, typed, expected) in [
        (turkish, "Çiç", &["Çiçerin", "Çeçenistan"][..]),
        (turkish, "Sis", &["Sisam"]),
        (turkish, "G. V. Çiçe", &["Çiçerin"]),
        (turkish, "I. Çeçe", &["Çeçenistan", "Çiçerin"]),
        (russian, "Чич", &["Чичерин", "Чечня"]),
        (russian, "Г. В. Чич", &["Чичерин"]),
        (russian, "Л. Тро", &["Троцкий"]),
        (russian, "Р.С.Ф.С.Р. Тройс", &["Тройственное согласие"]),
    ] {
        let text = format!("{before}{typed}");
        let found = with_view_of(NAMES, &text, |view| {
            completion(view, text.len(), Asked::ByHand, Locale::English)
        });
        let items = found.into_iter().flat_map(|found| found.items);
        let names: Vec<String> = items.map(|item| item.name).collect();
        assert_eq!(names, expected, "{text}");
    }
}

#[test]
fn a_small_letter_before_a_name_is_no_initial() {
    let names = r#"
{"id":"person/chicherin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Чичерин"]}}]}
{"id":"person/shishmareva","gender":"feminine","names":[{"spellings":{"ru":["Г. С. Шишмарева"]}}]}
"#;
    for (text, first) in [
        ("Вчера они говорили с chich", "Чичерин"),
        ("Вчера они говорили с Chich", "Чичерин"),
        ("Вчера там была С. Шиш", "Г. С. Шишмарева"),
        ("Вчера там была С Шиш", "Г. С. Шишмарева"),
    ] {
        let found = with_view_of(names, text, |view| {
            completion(view, text.len(), Asked::ByHand, Locale::English)
        });
        let found = found.expect(text).items.into_iter().map(|item| item.text).next();
        assert_eq!(found.as_deref(), Some(first), "{text}");
    }
}

#[test]
fn the_rest_of_the_word_is_known() {
    let text = "Вчера посол писал из города, что Чичерину\n";
    let at = text.find("ерину").expect("in the text");
    let found = with_view(text, |view| completion(view, at, Asked::ByHand, Locale::English));
    let found = found.expect("something");
    assert_eq!(&text[found.range.start..found.word_end], "Чичерину");
    assert_eq!(&text[found.range], "Чич");
}

#[test]
fn before_the_table_is_made_what_the_text_uses_is_offered() {
    let names: Vec<String> = (0..200)
        .map(|number| {
            let letters: String = format!("{number:03}")
                .chars()
                .map(|digit| char::from(b'a' + digit as u8 - b'0'))
                .collect();
            format!(r#"{{"id":"place/p{number}","names":[{{"spellings":{{"tr":["Kent{letters}"]}}}}]}}"#)
        })
        .collect();
    let all = format!("{NAMES}\n{}", names.join("\n"));
    let text = "Bugün Kentaba’da idik. Dün elçi şehirden yazdı, çünkü Kent";
    with_view_of(&all, text, |view| {
        let ask = |typed: usize| completion(view, typed, Asked::ByTyping, Locale::English);
        let found = ask(text.len()).expect("a list");
        let texts: Vec<&str> = found.items.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, ["Kentaba"]);
        view.project.gazetteer.prefixes();
        let found = ask(text.len()).expect("a list");
        assert_eq!(found.items.len(), OFFERED);
    });
}
