//! How much is looked through to say what can be done at a place. Work is counted, not timed.

use onomast_gazetteer::analysis::work_done;

use super::*;
use crate::features::diagnostics::findings;
use crate::features::fixture::Fixture;

const PARAGRAPH: &str = "Dün Tchitcherine geldi ve mektubu okudu.\n\n";

/// What can be done in a range of so many paragraphs with a wrong name each, and the work of it beyond that of the findings.
fn offered(paragraphs: usize, range: impl Fn(&str) -> Range<usize>, only: Option<&[Kind]>) -> (Vec<Action>, usize) {
    let fixture = Fixture::read(&format!("//- /a.md\n{}", PARAGRAPH.repeat(paragraphs)));
    let view = fixture.view();
    let findings = findings(&view);
    assert_eq!(findings.len(), paragraphs);
    let before = work_done();
    let actions = code_actions(&view, "a.md", &findings, &range(&fixture.text), only, &Group::ALL);
    (actions, work_done() - before)
}

fn at_name(text: &str) -> Range<usize> {
    let at = text.find("Tchitcherine").expect("a name");
    at..at
}

/// The sums of a text are read once, for every name in it; not to make its fixes or to respell it.
#[test]
fn what_is_not_chosen_is_not_worked_out() {
    let ((few, work), (many, more)) = (offered(50, at_name, None), offered(500, at_name, None));
    assert_eq!(few, many);
    assert!(more - work <= 2 * 450, "{work} for 50 names, {more} for 500");
    for wanted in [Work::FixAll, many[0].work.clone()] {
        assert!(many.iter().any(|action| action.work == wanted), "{many:#?}");
    }
    let is_in_text = |action: &&Action| matches!(action.work, Work::InText(..));
    assert_eq!(many.iter().filter(is_in_text).count(), 1);
}

#[test]
fn off_a_name_nothing_is_read_but_what_a_cursor_touches() {
    let ((few, work), (many, more)) = (offered(50, |_| 0..0, None), offered(500, |_| 0..0, None));
    assert_eq!((few, work), (Vec::new(), more));
    assert_eq!(many, Vec::new(), "all fixes are offered at one of them");
}

#[test]
fn kinds_that_are_not_asked_for_cost_nothing() {
    let (all, work) = offered(50, at_name, Some(&[Kind::FixAll]));
    assert_eq!(all.iter().map(|action| action.kind).collect::<Vec<_>>(), [Kind::FixAll]);
    assert_eq!(work, 1, "what stands at the place");
    let (rewrites, _) = offered(50, at_name, Some(&[Kind::Rewrite]));
    assert!(rewrites.iter().all(|action| action.kind == Kind::Rewrite) && !rewrites.is_empty());
}

#[test]
fn of_a_selection_so_much_is_offered_and_no_more() {
    let whole = |text: &str| 0..text.len();
    let (few, work) = offered(100, whole, None);
    let (many, more) = offered(1000, whole, None);
    assert_eq!(few.len(), many.len());
    assert!(few.len() < 5 * MOST_FINDINGS, "{}", few.len());
    assert!(more - work <= 2 * 900, "{work} for 100 names, {more} for 1000");
}

/// Of two who may be meant the answer comes before the wish to hear no more of it: whoever takes the first of the list has answered.
#[test]
fn who_is_meant_is_offered_before_ignoring_the_question() {
    let fixture = Fixture::read("//- /a.md\nDün Halil geldi ve mektubu okudu.\n");
    let view = fixture.view();
    let findings = findings(&view);
    let at = fixture.text.find("Halil").expect("a name");
    let actions = code_actions(
        &view,
        "a.md",
        &findings,
        &(at..at),
        Some(&[Kind::QuickFix]),
        &Group::ALL,
    );
    let titles: Vec<&str> = actions.iter().map(|action| action.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Here it is Halil Kut (person/halil-kut)",
            "In this text it is Halil Kut (person/halil-kut)",
            "Here it is Halil Menteşe (person/halil-mentese)",
            "In this text it is Halil Menteşe (person/halil-mentese)",
            "Ignore this finding (ambiguous-name)",
            "This is no name",
        ]
    );
    let settling: Vec<Option<usize>> = actions.iter().map(|action| action.finding).collect();
    assert_eq!(settling, [Some(0), Some(0), Some(0), Some(0), Some(0), None]);
}

/// What the actions add to the gazetteer for a word.
fn spellings_added(language: &str, text: &str, word: &str) -> Vec<(String, Status)> {
    let fixture = Fixture::read(&format!("//- /a.md\n---\nlang: {language}\n---\n{text}\n"));
    let view = fixture.view();
    let findings = findings(&view);
    let at = fixture.text.find(word).expect("a name");
    let actions = code_actions(&view, "a.md", &findings, &(at..at), None, &Group::ALL).into_iter();
    let added = actions.filter_map(|action| match action.work {
        Work::Spell(added) => Some((added.text, added.status)),
        _ => None,
    });
    added.collect()
}

/// Initials belong to whoever is meant and are no part of the name, and an entry is no form of it.
#[test]
fn a_spelling_is_added_as_it_would_stand_in_a_dictionary() {
    for (language, text, word, expected) in [
        ("ru", "Потом Г. В. Чичеринус пришёл домой.", "Чичеринус", "Чичеринус"),
        ("ru", "Письмо отдали Г.В. Чичирину.", "Чичирину", "Чичирин"),
        ("ru", "Письмо отдали Чичи\u{ad}рину.", "Чичи", "Чичирин"),
        ("ru", "Он жил в Анкаре. Потом нашли его в Анакре.", "Анакре", "Анакра"),
        ("tr", "Kışın Çiçerrin’in evinde kaldı.", "Çiçerrin", "Çiçerrin"),
        ("tr", "Dün Halil Mentaşe’nin mektubu yoktu.", "Mentaşe", "Halil Mentaşe"),
    ] {
        let expected = [Status::Accepted, Status::Misspelling].map(|status| (expected.to_owned(), status));
        assert_eq!(spellings_added(language, text, word), expected, "{text}");
    }
}
