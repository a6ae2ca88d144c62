//! Cards as a reader sees them.

use onomast_gazetteer::analysis::Resolution;
use onomast_gazetteer::entity::{EntityType, Status};
use onomast_gazetteer::prose::Zone;

use super::{role, why, word_of_zone};
use crate::features::fixture::Fixture;
use crate::features::hover::{Card, hover};
use crate::index::{Counts, SpellingCount};
use crate::message::{Locale, Messages};
use crate::project::Role;

fn card(fixture: &str, locale: Locale) -> Card {
    let fixture = Fixture::read(fixture);
    hover(&fixture.view(), fixture.cursor, |_| None, locale).expect("a card")
}

#[test]
fn a_name_in_the_words_of_the_reader() {
    let text = "//- /a.md
Вчера писали Г. В. Чичерину$0, а Çiçerin’in notası: «Чичерин».
";
    insta::assert_snapshot!(card(text, Locale::English).to_markdown(Locale::English));
    insta::assert_snapshot!(card(text, Locale::Russian).to_markdown(Locale::Russian));
    insta::assert_snapshot!(card(text, Locale::Turkish).to_plain_text(Locale::Turkish));
}

#[test]
fn a_spelling_that_is_not_to_be_used() {
    let text = "//- /a.md
---
onomast: { role: source }
---

Bugün “Ankara’da Tchitcherine’e$0 mektup yazıldı” diye haber verildi.
";
    insta::assert_snapshot!(card(text, Locale::English).to_plain_text(Locale::English));
    let text = "//- /a.md\nВ Ангоре$0 было тихо.\n";
    insta::assert_snapshot!(card(text, Locale::Russian).to_markdown(Locale::Russian));
}

#[test]
fn all_that_fit_are_shown() {
    let text = "//- /a.md\nBugün Halil’i$0 gördüler.\n";
    insta::assert_snapshot!(card(text, Locale::English).to_plain_text(Locale::English));
}

#[test]
fn where_a_decision_is_from() {
    let text = r#"//- onomast.decisions.jsonl
{"path":"b.md","quote":"x","kind":"not-a-name"}
{"path":"a.md","quote":"Halil’i","before":"Bugün ","after":" gördüler","kind":"is","entity":"person/halil-kut","by":"A. *Z.*","on":"2026-03-01"}
//- /a.md
Bugün Halil’i$0 gördüler.
"#;
    let card = card(text, Locale::English);
    let markdown = card.to_markdown(Locale::English);
    let why = markdown.lines().find(|line| line.starts_with("*Resolved by:*"));
    let expected =
        r"*Resolved by:* a decision about this place (A. \*Z.\*, 2026-03-01; onomast.decisions.jsonl, line 2)  ";
    assert_eq!(why, Some(expected));
}

#[test]
fn a_zone_that_was_decided_on_is_told() {
    let zone = |zone: &str, text: &str| {
        let decision = format!(r#"{{"path":"a.md","quote":"{text}","kind":"zone","zone":"{zone}"}}"#);
        let text = format!(
            "//- onomast.decisions.jsonl\n{decision}\n//- /a.md\nBugün “Halil’i$0 gördüler ve konuştular” dediler.\n"
        );
        let card = card(&text, Locale::English).to_plain_text(Locale::English);
        card.lines()
            .find(|line| line.starts_with("Stands in"))
            .map(str::to_owned)
    };
    let decided = |zone: &str| Some(format!("Stands in: {zone} (a decision about this place)"));
    assert_eq!(zone("narration", "Halil’i"), decided("the author’s own text"));
    assert_eq!(zone("bibliography", "Halil’i"), decided("bibliography"));
    assert_eq!(zone("narration", "dediler"), Some("Stands in: a quotation".to_owned()));
}

#[test]
fn long_lists_are_cut_and_the_project_is_counted() {
    let names: Vec<String> = (0..12)
        .map(|number| format!(r#"{{"key":"n{number}","spellings":{{"tr":["Ad{number}"]}}}}"#))
        .collect();
    let fixture = format!(
        "//- gazetteer\n{{\"id\":\"other/x\",\"sameAs\":[\"command:no\",\"viaf:1\"],\"names\":[{}]}}\n//- /a.md\nBugün Ad3$0 geldi.\n",
        names.join(",")
    );
    let fixture = Fixture::read(&fixture);
    let spelling = |text: &str, status, count| SpellingCount {
        key: "full".to_owned(),
        language: onomast_gazetteer::Language::Turkish,
        text: text.to_owned(),
        status,
        count,
    };
    let counts = |_: &str| {
        Some(Counts {
            mentions: 1240,
            documents: 12,
            spellings: vec![
                spelling("Ad3", Status::Preferred, 900),
                spelling("Ad0", Status::Accepted, 340),
            ],
        })
    };
    let card = hover(&fixture.view(), fixture.cursor, counts, Locale::English).expect("a card");
    insta::assert_snapshot!(card.to_markdown(Locale::English));
    let only_here = |_: &str| {
        Some(Counts {
            documents: 1,
            ..Counts::default()
        })
    };
    let card = hover(&fixture.view(), fixture.cursor, only_here, Locale::English).expect("a card");
    assert_eq!(card.entries[0].project, None);
}

#[test]
fn of_two_spellings_that_are_as_frequent_the_right_one_comes_first() {
    let text = "//- /a.md\nBugün Tchitcherine’i$0 gördüler. Çiçerin gitti.\n";
    let card = card(text, Locale::English).to_plain_text(Locale::English);
    let here = card.lines().find(|line| line.starts_with("In this text: "));
    assert_eq!(
        here,
        Some("In this text: Çiçerin 1, Tchitcherine 1 (deprecated)"),
        "{card}"
    );
}

#[test]
fn what_is_said_of_the_text_is_what_differs_from_the_usual() {
    let said = |front: &str, locale: Locale| {
        let text = format!("//- /a.md\n{front}В Ангоре$0 было тихо.\n");
        let card = card(&text, locale).to_plain_text(locale);
        let of_text = ["This text: ", "House style: ", "Этот текст: ", "Стиль издания: "];
        let lines = card
            .lines()
            .filter(|line| of_text.iter().any(|label| line.starts_with(label)));
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(said("", Locale::English), [""; 0]);
    let front = "---\nonomast: { role: edition, style: vestnik }\n---\n\n";
    assert_eq!(
        said(front, Locale::English),
        ["This text: an edition: other people’s words", "House style: vestnik"]
    );
    assert_eq!(
        said(front, Locale::Russian),
        ["Этот текст: издание источника: чужие слова", "Стиль издания: vestnik"]
    );
}

#[test]
fn there_is_a_word_for_everything() {
    let types = EntityType::ALL
        .iter()
        .map(|kind| format!("card-type-{}", kind.as_str()));
    let statuses = [
        Status::Historical,
        Status::Deprecated,
        Status::Misspelling,
        Status::Accepted,
    ];
    let statuses = statuses.iter().map(|status| format!("card-status-{}", status.as_str()));
    let whys = [
        Resolution::Neighbours,
        Resolution::FullName,
        Resolution::Dates,
        Resolution::Decision,
        Resolution::Pin,
    ]
    .map(why);
    let zones = Zone::ALL.map(word_of_zone).map(Some);
    let roles = [Role::Source, Role::Edition].map(role);
    let others = whys.iter().chain(&zones).chain(&roles).flatten();
    let others = others.map(|key| format!("card-{key}"));
    for key in types.chain(statuses).chain(others) {
        assert!(Messages::of(Locale::English).has(&key), "{key}");
    }
}
