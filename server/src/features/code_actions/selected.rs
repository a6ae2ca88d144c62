//! What the gazetteer lacks, from the words that are selected: an entry for each thing that they may name, and each
//! dictionary form that they may be a form of.

use std::ops::Range;

use onomast_gazetteer::Language;
use onomast_gazetteer::entity::EntityType;

use super::{Action, Kind, View, Work};
use crate::features::new_entity::{Given, NewEntity, dictionary_forms, is_of_person, new_entity};
use crate::features::on_one_line;
use crate::message::Messages;

const KINDS: [EntityType; 3] = [EntityType::Person, EntityType::Place, EntityType::Organization];
/// More is no name.
const LONGEST: usize = 120;
/// A preposition is shorter.
const LONGEST_BEFORE: usize = 24;
/// As many forms are shown.
const MOST_SHOWN: usize = 3;

/// The entries that a selection may become.
pub(super) fn entities(view: &View<'_>, range: &Range<usize>, actions: &mut Vec<Action>) {
    if range.len() > LONGEST {
        return;
    }
    let range = &whole_words(view, range);
    let text = view.text.slice(range.clone());
    // Some clients always select a letter, and most words are no names.
    if !text.contains(char::is_uppercase) {
        return;
    }
    let messages = view.project.messages();
    let Some(language) = language_of(&text, view.analysis.language_at(range.start)) else {
        return actions.push(Action {
            title: messages.text("action-new-entity-unsaid", &[]),
            kind: Kind::Rewrite,
            finding: None,
            preferred: false,
            work: Work::Refused(messages.text("action-new-entity-no-language", &[])),
        });
    };
    let before = word_before(view, range.start);
    let is_persons = is_of_person(&text, &language);
    let is_offered = |kind: &EntityType| is_persons.is_none_or(|is| is == (*kind == EntityType::Person));
    for kind in KINDS.into_iter().filter(is_offered) {
        for (text, gender) in dictionary_forms(&text, kind, &language, before.as_deref()) {
            let given = Given {
                text,
                language: language.clone(),
                kind,
                gender,
                settled: Vec::new(),
            };
            let Some(made) = new_entity(view.analysis.gazetteer(), &given) else {
                continue;
            };
            actions.push(Action {
                title: title(messages, kind, &made),
                kind: Kind::Rewrite,
                finding: None,
                preferred: false,
                work: Work::Enter {
                    id: made.id,
                    entry: made.entry,
                },
            });
        }
    }
}

/// The name, what others call it, and how it is declined: enough to see whether it is the one that is meant.
fn title(messages: &Messages, kind: EntityType, made: &NewEntity) -> String {
    let first = |(_, spelled): &(Language, Vec<String>)| spelled.first().cloned();
    let mut spelled: Vec<String> = made.spellings.iter().filter_map(first).collect();
    spelled.dedup();
    let name = spelled.first().cloned().unwrap_or_default();
    let forms = made.forms.iter().filter(|form| **form != name);
    let kind = messages.text(&format!("card-type-{}", kind.as_str()), &[]);
    let values = [
        ("type", kind.as_str().into()),
        ("name", name.as_str().into()),
        ("spellings", spelled.join(" = ").into()),
        (
            "forms",
            forms.take(MOST_SHOWN).cloned().collect::<Vec<_>>().join(", ").into(),
        ),
    ];
    match made.forms.iter().any(|form| *form != name) {
        true => messages.text("action-new-entity", &values),
        false => messages.text("action-new-entity-formless", &values),
    }
}

/// The language of selected words: that of the paragraph, if it is written in their letters, else what their letters tell.
/// Latin ones tell Turkish only by those that no other language has.
fn language_of(text: &str, paragraph: Option<&Language>) -> Option<Language> {
    let is_cyrillic = text.contains(|letter: char| ('\u{400}'..='\u{52f}').contains(&letter));
    match paragraph {
        Some(language) if language.is_cyrillic() == is_cyrillic => Some(language.clone()),
        _ if is_cyrillic => Some(Language::Russian),
        _ if text.contains(['ı', 'İ', 'ğ', 'Ğ', 'ş', 'Ş']) => Some(Language::Turkish),
        _ => None,
    }
}

/// A range with the rest of the words that it cuts.
fn whole_words(view: &View<'_>, range: &Range<usize>) -> Range<usize> {
    let text = view.text;
    let start = text.boundary(range.start.saturating_sub(LONGEST));
    let before = text.slice(start..range.start);
    let end = text.boundary(text.len().min(range.end + LONGEST));
    let behind = text.slice(range.end..end.max(range.end));
    let is_cut = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let selected = text.slice(range.clone());
    let letters = |rest: &str| rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
    let first = match is_cut(selected.chars().next()) {
        true => range.start - (before.len() - before.trim_end_matches(char::is_alphanumeric).len()),
        false => range.start,
    };
    let last = match is_cut(selected.chars().next_back()) {
        true => range.end + letters(&behind),
        false => range.end,
    };
    first..last
}

/// The word before a byte, behind which nothing stands but blanks and marks that open something.
fn word_before(view: &View<'_>, at: usize) -> Option<String> {
    let start = view.text.boundary(at.saturating_sub(LONGEST_BEFORE));
    let text = on_one_line(&view.text.slice(start..at));
    let text = text.trim_end_matches(['«', '“', '„', '"', '(', '[', ' ']);
    let word = text.rsplit([' ', '(', '«']).next()?;
    (!word.is_empty()).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::code_actions::code_actions;
    use crate::features::fixes::Group;
    use crate::features::fixture::Fixture;

    /// What is offered for the words in square brackets.
    fn offered(text: &str) -> Vec<Action> {
        let start = text.find('[').expect("a selection");
        let plain = text.replacen('[', "", 1);
        let end = plain.find(']').expect("a selection");
        let fixture = Fixture::read(&format!("//- /a.md\n{}", plain.replacen(']', "", 1)));
        let only = Some(&[Kind::Rewrite][..]);
        code_actions(&fixture.view(), "a.md", &[], &(start..end), only, &Group::ALL)
    }

    fn titles(text: &str) -> String {
        let titles: Vec<String> = offered(text).into_iter().map(|action| action.title).collect();
        titles.join("\n")
    }

    #[test]
    fn a_form_becomes_the_dictionary_form() {
        let made = offered("Вчера он увидел [Варфоломея Укропова] в саду.");
        let Work::Enter { id, entry } = &made[0].work else {
            panic!("{made:?}")
        };
        assert_eq!(id, "person/varfolomey-ukropov");
        let expected = serde_json::json!({
            "id": "person/varfolomey-ukropov", "gender": "masculine", "names": [
                { "spellings": { "ru": ["Варфоломей Укропов"], "tr": ["Varfolomey Ukropov"], "en": ["Varfolomey Ukropov"] } },
                { "part": "given", "spellings": { "ru": ["Варфоломей"], "tr": ["Varfolomey"], "en": ["Varfolomey"] } },
                { "part": "surname", "spellings": { "ru": ["Укропов"], "tr": ["Ukropov"], "en": ["Ukropov"] } },
            ]
        });
        assert_eq!(*entry, expected);
    }

    #[test]
    fn the_title_shows_what_would_be_written() {
        let rows = [
            (
                "Он увидел [Укропову] в саду и был очень рад.",
                "New person in the gazetteer: Укропов = Ukropov (Укропова, Укропову, Укроповым…)\n\
                 New person in the gazetteer: Укропова = Ukropova (Укроповой, Укропову, Укроповою…)\n",
            ),
            (
                "Он был у [Укропова] в саду и был очень рад.",
                "New person in the gazetteer: Укропов = Ukropov (Укропова, Укропову, Укроповым…)\n\
                 New place in the gazetteer: Укропов",
            ),
            (
                "Он увидел [г-жу Укропову] в саду и был очень рад.",
                "New person in the gazetteer: Укропова = Ukropova (Укроповой, Укропову, Укроповою…)",
            ),
            (
                "Он был у г-на [Укропова] в саду и видел его.",
                "New person in the gazetteer: Укропов = Ukropov (Укропова, Укропову, Укроповым…)\n\
                 New place in the gazetteer: Укропов",
            ),
            (
                "Он увидел господина [Укропову] в саду и был очень рад.",
                "New person in the gazetteer: Укропов = Ukropov (Укропова, Укропову, Укроповым…)\n\
                 New place in the gazetteer: Укроп",
            ),
            (
                "Dün akşam trenle [Kastamonu’ya] gitti ve orada kaldı.",
                "New person in the gazetteer: Kastamonu = Кастамону (Kastamonu’nun, Kastamonu’ya, Kastamonu’yu…)\n\
                 New place in the gazetteer: Kastamonu",
            ),
            (
                "The letter was sent by [Ukropov’s] wife and it was lost.",
                "New person in the gazetteer: Ukropov = Укропов (Ukropov’s…)\nNew place in the gazetteer: Ukropov",
            ),
        ];
        for (text, expected) in rows {
            let shown = titles(text);
            assert!(shown.starts_with(expected), "{text}: {shown}");
        }
    }

    #[test]
    fn what_only_a_person_is_called_is_offered_as_one() {
        let full = "New person in the gazetteer: Варфоломей Укропов = Varfolomey Ukropov (Варфоломея Укропова, \
                    Варфоломею Укропову, Варфоломеем Укроповым…)";
        for text in [
            "Вчера он увидел [Варфоломея Укропова] в саду.",
            "Вчера он увидел [генерала Варфоломея Укропова] в саду.",
            "Вчера он писал о саде. [ВАРФОЛОМЕЙ УКРОПОВ] был там.",
        ] {
            assert_eq!(titles(text), full, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_cut_is_meant_whole() {
        let whole = titles("Вчера он увидел [Варфоломея Укропова] в саду.");
        for text in [
            "Вчера он увидел Варфол[омея Укр]опова в саду.",
            "Вчера он увидел [Варфоломея У]кропова в саду.",
        ] {
            assert_eq!(titles(text), whole, "{text}");
        }
        assert_eq!(titles("Вчера он увидел Варфоломея Укропова в с[а]ду."), "", "no name");
    }

    #[test]
    fn where_no_language_is_known_the_letters_tell_it_or_the_reason_is_given() {
        assert!(titles("[Шапито]").contains("Шапито"));
        assert!(titles("[Uşak]").contains("Uşak’ın"));
        let refused = offered("[Zanzibar]");
        assert_eq!(
            refused.iter().map(|action| &action.work).collect::<Vec<_>>(),
            [&Work::Refused(
                "It is not known in which language this is: say lang in the settings or at the head of the text"
                    .to_owned()
            )]
        );
    }
}
