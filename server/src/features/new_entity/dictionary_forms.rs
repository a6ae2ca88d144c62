//! From the words that stand in a text to the names that they may be a form of: without titles, marks and shouting.

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::{EntityType, Gender};
use onomast_gazetteer::{morph, replace};

use super::parts;
use crate::features::on_one_line;

/// Fewer capitals are an acronym.
const SHORTEST_LOUD: usize = 6;

/// As many dictionary forms of one form are worth a question.
const MOST_FORMS: usize = 3;

/// Whether words of a text, in any form, are what only a person is called: `Some(false)` where no person is called so, and
/// `None` where one may be.
pub fn is_of_person(text: &str, language: &Language) -> Option<bool> {
    let text = plain(text);
    if !parts::may_be_of_person(&text, language) {
        return Some(false);
    }
    let forms = dictionary_forms(&text, EntityType::Person, language, None);
    let mut all = std::iter::once(&text).chain(forms.first().map(|(form, _)| form));
    all.any(|text| parts::is_of_person(text, language)).then_some(true)
}

/// The dictionary forms that words of a text may be a form of, the likeliest first, each with the gender of the person if
/// the words or a title before them tell it. `before` is the word before them, which may be such a title, or govern a case.
/// Never empty.
pub fn dictionary_forms(
    text: &str,
    kind: EntityType,
    language: &Language,
    before: Option<&str>,
) -> Vec<(String, Option<Gender>)> {
    let mut text = plain(text);
    let mut called = None;
    if kind == EntityType::Person {
        let by_title_before = || parts::gender_of_title(before?, language);
        called = parts::gender_of_titles(&text, language).or_else(by_title_before);
        text = parts::without_titles(&text, language).to_owned();
    }
    if language.is_cyrillic() && matches!(kind, EntityType::Person | EntityType::Place) {
        text = lowered(&text);
    }
    let can_stand = |case| before.is_none_or(|word| replace::governs(word, case) != Some(false));
    let itself = |one: &morph::Nominative| one.text == text;
    let mut found = morph::nominatives(&text, kind, language, can_stand);
    let is_called = |one: &morph::Nominative| one.gender.is_none() || one.gender == called;
    if called.is_some() && found.iter().any(is_called) {
        found.retain(is_called);
    }
    let last = found.len().min(MOST_FORMS) - 1;
    // What stands there is always worth the question.
    if let Some(at) = found.iter().position(itself)
        && at > last
    {
        found.swap(at, last);
    }
    found.truncate(MOST_FORMS);
    found.into_iter().map(|one| (one.text, one.gender.or(called))).collect()
}

/// A name as it is spelled by itself: on one line, without the marks around it. What closes something in it stays (РКП(б)), and
/// the dot of an initial.
pub(super) fn plain(text: &str) -> String {
    let line = on_one_line(text.trim());
    let mut name = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    while let Some(last) = name.chars().next_back().filter(|sign| !sign.is_alphanumeric()) {
        let rest = &name[..name.len() - last.len_utf8()];
        let mut letters = rest.chars().rev();
        let is_initial =
            letters.next().is_some_and(char::is_uppercase) && !letters.next().is_some_and(char::is_alphabetic);
        if last == ')' && rest.contains('(') || last == '»' && rest.contains('«') || last == '.' && is_initial {
            break;
        }
        name = rest;
    }
    name.to_owned()
}

/// A name in capitals, as headings have it, as it is written elsewhere. Acronyms and initials are no words.
fn lowered(text: &str) -> String {
    let is_loud = text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase);
    if !is_loud || !text.contains([' ', '-']) && text.chars().count() < SHORTEST_LOUD {
        return text.to_owned();
    }
    let mut is_first = true;
    let small = |letter: char| -> Vec<char> {
        let keeps = std::mem::replace(&mut is_first, !letter.is_alphabetic());
        match keeps {
            true => vec![letter],
            false => letter.to_lowercase().collect(),
        }
    };
    text.chars().flat_map(small).collect()
}
