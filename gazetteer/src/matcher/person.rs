//! Persons: the initials, further names and titles that stand beside a name.
//!
//! No derived form is listed anywhere. A surname is found as it is spelled; then the words that touch it are compared
//! with the forenames of each person it may mean. Forenames that agree become part of the mention (Г. В. Чичерин,
//! Çiçerin G. V., Чичерин, Георгий), those that contradict remove the person (Л. Б. Каменев), unknown ones say nothing.

use std::collections::HashMap;

use super::forename::{self, Agreeing, Bearer, Forenames, Stem};
use super::neighbour::{self, Neighbour};
use super::word::{self, Form, WordEnd};
use super::{Beside, Haystack, Hit};
use crate::entity::{EntityId, EntityType, Name, Number, Part, SpellingId};
use crate::gazetteer::Tables;
use crate::morph;

/// What is known of each person’s names.
#[derive(Debug, Default)]
pub(super) struct People {
    forenames: HashMap<SpellingId, Forenames>,
    /// The stems of all words of all names of a person.
    own: HashMap<EntityId, Vec<Stem>>,
}

impl People {
    pub(super) fn new(tables: &Tables) -> People {
        let mut people = People::default();
        let persons = tables
            .entities
            .iter()
            .zip(0..)
            .filter(|(entity, _)| entity.kind == EntityType::Person);
        for (entity, number) in persons {
            let bearer = Bearer::new(tables, entity);
            let own = people.own.entry(EntityId(number)).or_default();
            for (name, spelling) in bearer.spellings() {
                let forenames = bearer.forenames(name, spelling);
                if !forenames.is_empty() {
                    people.forenames.insert(spelling, forenames);
                }
                own.extend(bearer.stems(spelling));
            }
        }
        people
    }

    /// Completes the hits of persons by what stands beside them, and adds those with a title behind.
    pub(super) fn complete(&self, tables: &Tables, haystack: Haystack<'_>, hits: &mut Vec<Hit>) {
        let mut titled = Vec::new();
        for hit in hits.iter_mut() {
            let name = &tables.names[tables.spellings[hit.spelling.0 as usize].name.0 as usize];
            if tables.entities[name.entity.0 as usize].kind != EntityType::Person {
                continue;
            }
            self.look_beside(tables, haystack, name, hit);
            titled.extend(with_title(tables, haystack, hit));
        }
        hits.append(&mut titled);
    }

    fn look_beside(&self, tables: &Tables, haystack: Haystack<'_>, name: &Name, hit: &mut Hit) {
        let unknown = Forenames::default();
        let forenames = self.forenames.get(&hit.spelling).unwrap_or(&unknown);
        let before = neighbour::before(haystack, hit.start);
        if let Some(agreeing) = forenames.before(haystack, &before) {
            hit.start = before[agreeing.words - 1].start;
            return hit.join(agreeing);
        }
        let spells_forenames = forenames.is_empty() && name.part == Part::Full;
        if before
            .first()
            .is_some_and(|nearest| self.contradicts(haystack, name.entity, forenames, nearest))
            && !spells_forenames
        {
            hit.beside = Beside::Contradicts;
            return;
        }
        if name.part == Part::Surname && hit.suffix_end == hit.end {
            self.look_behind(haystack, forenames, hit);
        }
        // A title is of the paragraph’s language or, in a citation, of the name’s own (генералу Халилю in Turkish).
        let languages = [haystack.language, &tables.spellings[hit.spelling.0 as usize].language];
        let title = neighbour::word_before(haystack, hit.start)
            .is_some_and(|word| languages.iter().any(|language| morph::is_title_before(word, language)));
        if title && hit.beside == Beside::Nothing {
            hit.beside = Beside::Title;
        }
    }

    fn look_behind(&self, haystack: Haystack<'_>, forenames: &Forenames, hit: &mut Hit) {
        let (mut behind, comma) = neighbour::behind(haystack, hit.end);
        let initials = behind.iter().take_while(|neighbour| neighbour.initial).count();
        let others = initials > 0 && behind.len() > initials;
        if others || (initials == 0 && comma && behind.len() > 2) {
            // В. И. in «Чичерин, В. И. Ленин» belong to the next name.
            return;
        }
        if initials > 0 {
            behind.truncate(initials);
        }
        let agreeing = forenames.behind(haystack, &behind);
        match agreeing.filter(|agreeing| initials == 0 || agreeing.words == initials) {
            Some(agreeing) => {
                hit.end = behind[agreeing.words - 1].end;
                hit.suffix_end = hit.end;
                hit.join(agreeing);
            }
            None if initials > 0 && !comma && forenames.are_certain() => hit.beside = Beside::Contradicts,
            None => {}
        }
    }

    fn contradicts(
        &self,
        haystack: Haystack<'_>,
        entity: EntityId,
        forenames: &Forenames,
        neighbour: &Neighbour,
    ) -> bool {
        let text = &haystack.folded.text()[neighbour.start..neighbour.letters_end];
        if neighbour.initial {
            return forenames.are_certain();
        }
        let own = self
            .own
            .get(&entity)
            .is_some_and(|stems| forename::is_form(stems, haystack, neighbour));
        !own && morph::is_given_name(text)
    }
}

impl Hit {
    /// Takes in the forenames beside it. They name one person: a form that can only be the plural of a family
    /// contradicts them (С. И. Кузнецовым is no woman).
    fn join(&mut self, agreeing: Agreeing) {
        self.readings.retain(|reading| reading.number != Some(Number::Plural));
        if self.readings.is_empty() {
            self.beside = Beside::Contradicts;
            return;
        }
        self.derived = true;
        self.beside = Beside::Agrees;
        self.joined.extend(agreeing.spellings);
    }
}

/// The hit with a title behind it (Kemal Paşa’ya, Халиль-паши), which then takes the ending.
fn with_title(tables: &Tables, haystack: Haystack<'_>, hit: &Hit) -> Option<Hit> {
    if hit.suffix_end > hit.end || hit.beside == Beside::Contradicts {
        return None;
    }
    let at = word::after_separator(haystack, hit.end, true, "")?;
    let rest = &haystack.folded.text()[at..];
    let mut longest: Option<Form> = None;
    for title in morph::titles_behind(&tables.spellings[hit.spelling.0 as usize].language) {
        for (stem, endings) in title.stems.iter().filter(|(stem, _)| rest.starts_with(stem.as_str())) {
            WordEnd::find(haystack, at, at + stem.len()).forms(haystack, *endings, &mut |form| {
                if form.complete
                    && longest
                        .as_ref()
                        .is_none_or(|longest| longest.suffix_end < form.suffix_end)
                {
                    longest = Some(form);
                }
            });
        }
    }
    let form = longest?;
    let beside = hit.beside.max(Beside::Title);
    Some(Hit {
        end: form.end,
        suffix_end: form.suffix_end,
        readings: form.readings,
        derived: true,
        beside,
        ..hit.clone()
    })
}
