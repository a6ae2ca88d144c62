//! What is shown in a file of a project: of an id the card of its entity, of a spelling all its forms and how often it is
//! used, of a key and a word of a closed list what it means.

use std::ops::Range;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{SpellingId, Status};

use super::place::place;
use super::schema;
use super::subject::{Standing, Subject};
use crate::features::hover::{Card, of_entity};
use crate::features::markup::Style;
use crate::features::{forms, naming};
use crate::index::Counts;
use crate::message::{Locale, Messages, describe_use};
use crate::project::Project;

/// What is shown of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hover {
    /// An entity.
    Entity(Box<Card>),
    /// A spelling.
    Spelling(SpellingCard),
    /// What the schema says of a key or a word; it is in English, as the words are.
    Meaning(String),
}

/// What is shown of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellingCard {
    /// In Markdown, and in plain text.
    texts: [String; 2],
}

/// What is shown of what a place in a file of a project is about. Nothing of an entity that is not in force. `counts` is
/// what the project counts of it.
pub fn hover(project: &Project, subject: &Subject, counts: Option<Counts>, locale: Locale) -> Option<Hover> {
    let gazetteer = &*project.gazetteer;
    let entity = gazetteer.find(&subject.id)?;
    let Standing::Spelling { key, language, text } = &subject.standing else {
        return Some(Hover::Entity(Box::new(of_entity(project, entity, counts, locale))));
    };
    let name = gazetteer.names(entity).find(|(_, name)| name.key == *key)?.0;
    let mut spellings = gazetteer.spellings(name);
    let (id, _) = spellings.find(|(_, spelling)| spelling.language == *language && spelling.text == *text)?;
    let count = counts.map(|counts| {
        let mut of_name = counts.spellings.into_iter().filter(|count| count.key == *key);
        let own = of_name.find(|count| count.language == *language && count.text == *text);
        own.map_or(0, |own| own.count)
    });
    let written = [Style::Markdown, Style::Plain].map(|style| spelling(gazetteer, id, count, style, locale));
    Some(Hover::Spelling(SpellingCard { texts: written }))
}

/// What the schema says of the key, or the word of a closed list, at a byte of a gazetteer file.
pub fn meaning(text: &str, at: usize) -> Option<(Range<usize>, Hover)> {
    let mut place = place(text, at).filter(|place| place.quoted)?;
    let behind = text.get(at..)?;
    let end = at + behind.find(['"', '\n', '\r'])?;
    place.typed.end = end;
    let word = text.get(place.typed.clone())?;
    let known = schema::known(&place).into_iter().find(|known| known.text == word)?;
    Some((place.typed, Hover::Meaning(known.meaning?)))
}

impl Hover {
    /// As Markdown, in the words of a language.
    pub fn to_markdown(&self, locale: Locale) -> String {
        match self {
            Hover::Entity(card) => card.to_markdown(locale),
            Hover::Spelling(card) => card.texts[0].clone(),
            Hover::Meaning(meaning) => meaning.clone(),
        }
    }

    /// As plain text, in the words of a language.
    pub fn to_plain_text(&self, locale: Locale) -> String {
        match self {
            Hover::Entity(card) => card.to_plain_text(locale),
            Hover::Spelling(card) => card.texts[1].clone(),
            Hover::Meaning(meaning) => meaning.clone(),
        }
    }
}

/// The spelling, whose it is, what is thought of it; its forms; how often it is used.
fn spelling(gazetteer: &Gazetteer, id: SpellingId, count: Option<usize>, style: Style, locale: Locale) -> String {
    let messages = Messages::of(locale);
    let word = |key: &str| messages.text(key, &[]);
    let spelling = gazetteer.spelling(id);
    let (name, entity) = gazetteer.bearer(id);
    let part = word(&format!("page-part-{}", gazetteer.name(name).part.as_str()));
    let status =
        (spelling.status != Status::Preferred).then(|| word(&format!("card-status-{}", spelling.status.as_str())));
    let used = describe_use(spelling.period, locale);
    let note = spelling.note.as_ref().map(|note| style.text(note));
    let said: Vec<String> = [Some(part), status, used, note].into_iter().flatten().collect();
    let mut lines = vec![
        format!("{} ({})", style.strong(&spelling.text), spelling.language),
        said.join(" · "),
        style.text(&naming::title(gazetteer, entity, locale)),
    ];
    let mut facts = Vec::new();
    let told = forms::in_words(&forms::told(gazetteer, id), style, messages);
    facts.extend(told.map(|told| style.labelled(&word("card-forms"), &told)));
    let mentions = count.map(|count| messages.text("page-mentions", &[("count", count.into())]));
    facts.extend(mentions.map(|mentions| style.labelled(&word("card-project"), &mentions)));
    lines.dedup();
    [style.lines(&lines), style.lines(&facts)]
        .join("\n\n")
        .trim_end()
        .to_owned()
}
