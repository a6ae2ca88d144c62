//! One spelling of a name in the place of another, over a document: rename, and “replace by”.
//!
//! What is not sure is left and counted: names that stand in other people’s words, forms that can be read in more than one
//! way, names beside which a word would have to agree.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::{EntityId, EntityType, Part, SpellingId};
use onomast_gazetteer::load::still_inflects;
use onomast_gazetteer::morph::Category;
use onomast_gazetteer::replace::{Change, Replacer};
use onomast_gazetteer::{Gazetteer, Language};

use super::View;
use super::fixes::Group;
use crate::project::Role;

mod entries;
mod renamed;
mod target;

pub use entries::{Entry, entries, overlaid, with_old};
use renamed::renamed;
pub use target::{Refusal, target};

/// What is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another spelling of the same name.
    Known(SpellingId),
    /// One that the gazetteer does not have.
    New(String),
}

/// What becomes of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Respelled {
    /// By start, without overlap, each with the words it stands in.
    pub changes: Vec<(Change, Group)>,
    /// How many names change, by group.
    pub names: [usize; Group::ALL.len()],
    /// How many are left that are not sure: more than one form, or a word beside it would have to agree, or markup in it.
    pub unsure: usize,
    /// How many are left in sources and editions, and in titles of works.
    pub others: usize,
}

/// Changes a spelling in a document. One that is new changes what contains it, too: the full name with the given name.
pub fn respell(view: &View<'_>, from: SpellingId, target: &Target) -> Respelled {
    let gazetteer = view.analysis.gazetteer();
    let (becomes, renamed) = match target {
        Target::Known(to) => (gazetteer.spelling(*to).text.as_str(), Vec::new()),
        Target::New(text) => (text.as_str(), renamed(gazetteer, from, text)),
    };
    let mut replacer = Replacer::new(view.analysis, view.text);
    let mut respelled = Respelled::default();
    let forenames = Forenames::of(gazetteer, from, becomes);
    let mut end = 0;
    for mention in view.analysis.mentions() {
        let used = used(gazetteer, &mention, from, &renamed);
        let forenames = forenames.as_ref().filter(|_| used != [from]);
        let forenames = forenames.filter(|forenames| forenames.are_of(gazetteer, &mention));
        if used.is_empty() && forenames.is_none() {
            continue;
        }
        if view.settings.role != Role::Draft || mention.aside == Some(Aside::Title) {
            respelled.others += usize::from(!used.is_empty());
            continue;
        }
        let mut changes = forenames.map_or_else(Vec::new, |forenames| {
            replacer.initials(&mention, &forenames.old, &forenames.new)
        });
        let mut is_sure = true;
        for id in &used {
            let found = match (target, renamed.iter().find(|(known, _)| known == id)) {
                (Target::Known(to), _) => replacer.replace(&mention, *id, *to),
                (Target::New(text), None) => replacer.replace_by(&mention, *id, text, &category(gazetteer, *id, text)),
                (Target::New(_), Some((_, text))) => {
                    replacer.replace_by(&mention, *id, text, &category(gazetteer, *id, text))
                }
            };
            match found.as_deref() {
                Ok([only]) if only.caution.is_none() => changes.extend(only.changes.iter().cloned()),
                _ => is_sure = false,
            }
        }
        changes.sort_by_key(|change| change.range.start);
        let mut behind = end;
        let apart = changes.iter().all(|change| {
            let is_apart = change.range.start >= behind;
            behind = change.range.end;
            is_apart
        });
        if !is_sure || !apart {
            respelled.unsure += usize::from(!used.is_empty());
            continue;
        }
        let group = Group::from(mention.zone);
        respelled.names[group as usize] += usize::from(!changes.is_empty());
        end = changes.last().map_or(end, |change| change.range.end);
        respelled
            .changes
            .extend(changes.into_iter().map(|change| (change, group)));
    }
    respelled
}

/// The spellings that change in a mention: the one that is renamed, else the full name, else all that stand in it.
fn used(
    gazetteer: &Gazetteer,
    mention: &Mention,
    from: SpellingId,
    renamed: &[(SpellingId, String)],
) -> Vec<SpellingId> {
    let uses = || mention.uses();
    let is_renamed = |id: &SpellingId| renamed.iter().any(|(known, _)| known == id);
    let is_full = |id: &SpellingId| gazetteer.name(gazetteer.bearer(*id).0).part == Part::Full;
    if uses().any(|id| id == from) {
        return vec![from];
    }
    match uses().find(|id| is_renamed(id) && is_full(id)) {
        Some(full) => vec![full],
        None => uses().filter(is_renamed).collect(),
    }
}

/// What decides the forms of a spelling under another text, as the gazetteer will have it.
fn category<'a>(gazetteer: &'a Gazetteer, id: SpellingId, becomes: &str) -> Category<'a> {
    let entry = gazetteer.spelling(id);
    let name = gazetteer.name(entry.name);
    Category {
        inflection: still_inflects(&entry.inflection, &entry.text, becomes),
        ..Category::of(gazetteer.entity(name.entity), name, entry)
    }
}

/// The names that initials stand for, as they were and as they are to be.
struct Forenames<'a> {
    entity: EntityId,
    language: &'a Language,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> Forenames<'a> {
    /// Those of a given name, of a patronymic, of the words before the surname in a full name. `None` where no initial
    /// stands for the spelling.
    fn of(gazetteer: &'a Gazetteer, from: SpellingId, to: &'a str) -> Option<Forenames<'a>> {
        let entry = gazetteer.spelling(from);
        let (name, entity) = gazetteer.bearer(from);
        // A patronymic stands second: the first name is not asked for.
        let before = match gazetteer.name(name).part {
            Part::Given | Part::Full => Vec::new(),
            Part::Patronymic => vec![""],
            _ => return None,
        };
        let is_person = gazetteer.entity(entity).kind == EntityType::Person;
        let words = |text: &'a str| -> Vec<&'a str> { before.iter().copied().chain(text.split_whitespace()).collect() };
        let (old, new) = (words(&entry.text), words(to));
        (is_person && old.len() == new.len()).then_some(Forenames {
            entity,
            language: &entry.language,
            old,
            new,
        })
    }

    /// Whether a mention is of this person, in this language.
    fn are_of(&self, gazetteer: &Gazetteer, mention: &Mention) -> bool {
        let is_own = |id: SpellingId| gazetteer.spelling(id).language == *self.language;
        mention.entity() == Some(self.entity) && mention.uses().all(is_own)
    }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::entity::Status;
    use onomast_gazetteer::replace::apply;

    use super::*;
    use crate::features::fixture::Fixture;

    const TROTSKY: &str = r#"//- gazetteer
{"id":"person/trotsky","gender":"masculine","names":[{"part":"full","spellings":{"ru":["Лев Давидович Троцкий"]}},{"part":"given","spellings":{"ru":["Лев"]}},{"part":"surname","spellings":{"ru":["Троцкий",{"text":"Троцкой","status":"misspelling"}]}}]}
//- /a.md
"#;

    /// A text with a spelling of Trotsky’s as another.
    fn respelled_text(text: &str, part: Part, becomes: &str) -> Result<String, Refusal> {
        let fixture = Fixture::read(&format!("{TROTSKY}{text}\n"));
        let view = fixture.view();
        let gazetteer = view.analysis.gazetteer();
        let entity = gazetteer.find("person/trotsky").expect("he is in the fixture");
        let mut names = gazetteer.names(entity);
        let (name, _) = names.find(|(_, name)| name.part == part).expect("a name");
        let from = gazetteer.preferred(name, &Language::Russian).expect("a spelling");
        let respelled = respell(&view, from, &target(gazetteer, from, becomes)?);
        let changes: Vec<Change> = respelled.changes.into_iter().map(|(change, _)| change).collect();
        Ok(apply(&fixture.text, &changes).trim().to_owned())
    }

    /// Whatever a mention is taken for, and whichever stem of the name stands there.
    #[test]
    fn a_given_name_is_renamed_in_full_names_in_every_form() {
        let rows = [
            ("Лев Давидович Троцкий уехал.", "Юрий Давидович Троцкий уехал."),
            (
                "Он видел Льва Давидовича Троцкого.",
                "Он видел Юрия Давидовича Троцкого.",
            ),
            (
                "Троцкий Л. Д. уехал. А. Льву Давидовичу Троцкому.",
                "Троцкий Ю. Д. уехал. А. Юрию Давидовичу Троцкому.",
            ),
            (
                "Письмо Льву Троцкому от Л. Троцкого.",
                "Письмо Юрию Троцкому от Ю. Троцкого.",
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(respelled_text(text, Part::Given, "Юрий").as_deref(), Ok(expected));
            // The words of the full name are spelled once: the given name is renamed with it.
            let full = "Юрий Давидович Троцкий";
            assert_eq!(respelled_text(text, Part::Full, full).as_deref(), Ok(expected));
        }
        let both = respelled_text(
            "Письмо Льву Троцкому от Л. Троцкого.",
            Part::Full,
            "Юрий Давидович Бронштейн",
        );
        assert_eq!(both.as_deref(), Ok("Письмо Юрию Бронштейну от Ю. Бронштейна."));
    }

    #[test]
    fn what_may_not_stand_in_the_place_of_a_spelling() {
        let refused = |part, text| respelled_text("Троцкий.", part, text).expect_err("it is refused");
        assert_eq!(
            refused(Part::Surname, "Троцкой"),
            Refusal::CalledWrong(Status::Misspelling)
        );
        for text in ["Л. Д. Троцкий", "Л.Троцкин", "Лев Троцкин", "Троцкин Давидович"]
        {
            assert!(
                matches!(refused(Part::Surname, text), Refusal::MoreOfTheName(_)),
                "{text}"
            );
        }
        assert_eq!(refused(Part::Surname, &"Т".repeat(1000)), Refusal::Empty);
        assert!(respelled_text("Троцкий.", Part::Surname, "Троцкий-Бронштейн").is_ok());
        assert!(respelled_text("Троцкий.", Part::Full, "Лев Д. Троцкий").is_ok());
    }
}
