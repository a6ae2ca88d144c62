//! What a new text means for a spelling, and why it may not stand in its place.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::{Part, SpellingId, Status};
use onomast_gazetteer::fold::fold_word;

use super::Target;

/// Letters of a spelling, at most.
const LONGEST: usize = 300;

/// Why a spelling is not changed into another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Another name is spelled so: its entity.
    Collision(String),
    /// It is the spelling already.
    Same,
    /// It is no spelling.
    Empty,
    /// More than one entity fits what stands there.
    Ambiguous,
    /// The gazetteer calls it so, and nobody would have to write it.
    CalledWrong(Status),
    /// It has more of the name than the part that stands there: initials, or this word of another part.
    MoreOfTheName(String),
}

/// What a new text means for a spelling: another spelling of the name, or a new one; refused where another name has it.
pub fn target(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Result<Target, Refusal> {
    let text = text.trim();
    let entry = gazetteer.spelling(from);
    let is_too_long = text.chars().nth(LONGEST).is_some();
    if is_too_long || !text.contains(char::is_alphabetic) || text.contains(['\n', '\r', '\t']) {
        return Err(Refusal::Empty);
    }
    if text == entry.text {
        return Err(Refusal::Same);
    }
    let folded = fold_word(text);
    let alike = |other: &str| fold_word(other) == folded;
    for (id, spelling) in (0..).map(SpellingId).zip(&gazetteer.tables().spellings) {
        let same_language = spelling.language == entry.language;
        if same_language && spelling.name == entry.name && spelling.text == text {
            return match spelling.status {
                wrong @ (Status::Deprecated | Status::Misspelling | Status::Off) => Err(Refusal::CalledWrong(wrong)),
                _ => Ok(Target::Known(id)),
            };
        }
        if same_language && spelling.name != entry.name && alike(&spelling.text) {
            let (_, entity) = gazetteer.bearer(id);
            return Err(Refusal::Collision(gazetteer.entity(entity).id.clone()));
        }
    }
    match more_of_the_name(gazetteer, from, text) {
        Some(word) => Err(Refusal::MoreOfTheName(word)),
        None => Ok(Target::New(text.to_owned())),
    }
}

/// A word that a part of a person’s name cannot get, since the rest of the name stays beside it: an initial, and a word of
/// another part. `None` for other names.
fn more_of_the_name(gazetteer: &Gazetteer, from: SpellingId, text: &str) -> Option<String> {
    let entry = gazetteer.spelling(from);
    let (name, entity) = gazetteer.bearer(from);
    if !matches!(
        gazetteer.name(name).part,
        Part::Surname | Part::Given | Part::Patronymic
    ) {
        return None;
    }
    let own: Vec<String> = words(&entry.text).map(fold_word).collect();
    let others = gazetteer.names(entity).filter(|(other, _)| *other != name);
    let others = others.flat_map(|(other, _)| gazetteer.spellings(other));
    let of_language = others.filter(|(_, spelling)| spelling.language == entry.language);
    let known: Vec<String> = of_language
        .flat_map(|(_, spelling)| words(&spelling.text).map(fold_word))
        .collect();
    // Of one word it may be the same as another part of the name: Иван Иванов.
    let is_longer = words(text).nth(1).is_some();
    let is_more = |word: &&str| {
        let folded = fold_word(word);
        let is_initial = folded.chars().nth(1).is_none();
        !own.contains(&folded) && is_longer && (is_initial || known.contains(&folded))
    };
    words(text).find(is_more).map(str::to_owned)
}

/// Runs of letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
