//! Persons: the initials, further names and titles that stand beside a name.
//!
//! No derived form is listed anywhere. A surname is found as it is spelled; then the words that touch it are compared
//! with the forenames of each person it may mean. Forenames that agree become part of the mention (Г. В. Чичерин,
//! Çiçerin G. V., Чичерин, Георгий), those that contradict remove the person (Л. Б. Каменев), unknown ones say nothing.

use std::collections::HashMap;

use smallvec::SmallVec;

use super::elements;
use super::neighbour::{self, Neighbour};
use super::word::{self, Form, WordEnd};
use super::{Beside, Haystack, Hit};
use crate::entity::{EntityId, EntityType, Name, Part, SpellingId};
use crate::fold::fold_word;
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph::{self, Ending, Endings};

type Stem = (String, Endings);

/// A word of a spelling: folded, and its stems.
type SpelledWord = (String, Vec<Stem>);

/// What is known of each person’s names.
#[derive(Debug, Default)]
pub(super) struct People {
    forenames: HashMap<SpellingId, Forenames>,
    /// The stems of all words of all names of a person.
    own: HashMap<EntityId, Vec<Stem>>,
}

/// The words that stand before a spelling in its bearer’s full name.
#[derive(Debug, Clone, Default)]
struct Forenames {
    /// In order: given names, then the patronymic.
    words: Vec<Forename>,
    /// Whether they are those of the spelling’s own language, so that another initial contradicts.
    certain: bool,
}

#[derive(Debug, Clone)]
struct Forename {
    stems: Vec<Stem>,
    patronymic: bool,
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
            let names = &tables.names[entity.names.start as usize..entity.names.end as usize];
            let bearer = Bearer {
                tables,
                names,
                fulls: fulls(tables, names),
            };
            for name in names {
                for spelling in name.spellings.clone().map(SpellingId) {
                    let forenames = bearer.forenames(name, spelling);
                    if !forenames.words.is_empty() {
                        people.forenames.insert(spelling, forenames);
                    }
                    people
                        .own
                        .entry(EntityId(number))
                        .or_default()
                        .extend(words(tables, spelling).into_iter().flat_map(|(_, stems)| stems));
                }
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
            self.look_beside(haystack, name, hit);
            titled.extend(with_title(tables, haystack, hit));
        }
        hits.append(&mut titled);
    }

    fn look_beside(&self, haystack: Haystack<'_>, name: &Name, hit: &mut Hit) {
        let unknown = Forenames::default();
        let forenames = self.forenames.get(&hit.spelling).unwrap_or(&unknown);
        let before = neighbour::before(haystack, hit.start);
        let agreeing = forenames.agreeing_before(haystack, &before);
        if agreeing > 0 {
            hit.start = before[agreeing - 1].start;
            hit.derived = true;
            hit.beside = Beside::Agrees;
            return;
        }
        let spells_forenames = forenames.words.is_empty() && name.part == Part::Full;
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
        let title = neighbour::word_before(haystack, hit.start)
            .is_some_and(|word| morph::is_title_before(word, haystack.language));
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
        let agreeing = forenames.agreeing_behind(haystack, &behind);
        if agreeing > 0 && (initials == 0 || agreeing == initials) {
            hit.end = behind[agreeing - 1].end;
            hit.suffix_end = hit.end;
            hit.derived = true;
            hit.beside = Beside::Agrees;
        } else if initials > 0 && !comma && forenames.certain {
            hit.beside = Beside::Contradicts;
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
            return forenames.certain && !forenames.words.is_empty();
        }
        let own = self
            .own
            .get(&entity)
            .is_some_and(|stems| is_form(stems, text, haystack.language));
        !own && morph::is_given_name(text)
    }
}

impl Forenames {
    /// How many of the words before a name, nearest first, are forenames in order; 0 where the nearest is none, or
    /// where an initial that is none touches those that are.
    fn agreeing_before(&self, haystack: Haystack<'_>, before: &[Neighbour]) -> usize {
        let agreeing = (1..=before.len()).rev().find(|&count| {
            let run: SmallVec<[Neighbour; 3]> = before[..count].iter().rev().copied().collect();
            self.run(haystack, &run)
        });
        let count = agreeing.unwrap_or(0);
        if before.get(count).is_some_and(|next| next.initial) {
            0
        } else {
            count
        }
    }

    /// How many of the words behind a name are forenames in order.
    fn agreeing_behind(&self, haystack: Haystack<'_>, behind: &[Neighbour]) -> usize {
        (1..=behind.len())
            .rev()
            .find(|&count| self.run(haystack, &behind[..count]))
            .unwrap_or(0)
    }

    /// Whether all words are forenames, in order; forenames may be left out, but a patronymic does not come first.
    fn run(&self, haystack: Haystack<'_>, words: &[Neighbour]) -> bool {
        let mut next = 0;
        words.iter().enumerate().all(|(index, word)| {
            let found = self.words[next..]
                .iter()
                .position(|forename| (index > 0 || !forename.patronymic) && forename.agrees(haystack, word));
            next += found.map_or(0, |at| at + 1);
            found.is_some()
        })
    }
}

impl Forename {
    fn new((word, stems): &SpelledWord) -> Forename {
        Forename {
            stems: stems.clone(),
            patronymic: is_patronymic(word),
        }
    }

    fn agrees(&self, haystack: Haystack<'_>, neighbour: &Neighbour) -> bool {
        let text = &haystack.folded.text()[neighbour.start..neighbour.letters_end];
        if neighbour.initial {
            return self.stems.iter().any(|(stem, _)| stem.starts_with(text));
        }
        let abbreviated = |stem: &str| stem.chars().count() == 1 && text.starts_with(stem);
        self.stems.iter().any(|(stem, _)| abbreviated(stem)) || is_form(&self.stems, text, haystack.language)
    }
}

fn is_form(stems: &[Stem], word: &str, paragraph: &Language) -> bool {
    stems.iter().any(|(stem, endings)| {
        word.strip_prefix(stem.as_str()).is_some_and(|ending| {
            !morph::readings(
                *endings,
                paragraph,
                &Ending {
                    folded: ending,
                    apostrophe: false,
                    source: ending,
                },
            )
            .is_empty()
        })
    })
}

/// The hit with a title behind it (Kemal Paşa’ya, Халиль-паши), which then takes the ending.
fn with_title(tables: &Tables, haystack: Haystack<'_>, hit: &Hit) -> Option<Hit> {
    if hit.suffix_end > hit.end || hit.beside == Beside::Contradicts {
        return None;
    }
    let end = Form {
        end: hit.end,
        suffix_end: hit.end,
        readings: hit.readings.clone(),
        complete: true,
    };
    let at = word::after_separator(haystack, &end, "")?;
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

/// One person while its forenames are worked out.
struct Bearer<'a> {
    tables: &'a Tables,
    names: &'a [Name],
    /// Words of each spelling of the full name.
    fulls: Vec<(&'a Language, Vec<SpelledWord>)>,
}

impl Bearer<'_> {
    fn forenames(&self, name: &Name, spelling: SpellingId) -> Forenames {
        let language = &self.tables.spellings[spelling.0 as usize].language;
        let same_script = |other: &Language| other.is_cyrillic() == language.is_cyrillic();
        let own = self.in_language(name, spelling, |other| other == language);
        if !own.is_empty() {
            return Forenames {
                words: own,
                certain: true,
            };
        }
        Forenames {
            words: self.in_language(name, spelling, same_script),
            certain: false,
        }
    }

    /// The words before the spelling, or before another spelling of its name, in a full name; else the given name and
    /// the patronymic.
    fn in_language(&self, name: &Name, spelling: SpellingId, fits: impl Fn(&Language) -> bool) -> Vec<Forename> {
        let siblings = name
            .spellings
            .clone()
            .map(SpellingId)
            .filter(|sibling| fits(self.language(*sibling)));
        let mut words = std::iter::once(spelling)
            .chain(siblings)
            .find_map(|sibling| self.before(&words(self.tables, sibling), &fits))
            .unwrap_or_default();
        let given = self.part(Part::Given, &fits);
        let patronymic = self.part(Part::Patronymic, &fits);
        if name.part != Part::Surname {
            return words;
        }
        if words.is_empty() && !given.is_empty() {
            words.push(Forename {
                stems: Vec::new(),
                patronymic: false,
            });
        }
        if let Some(first) = words.first_mut() {
            first.stems.extend(given);
        }
        match words.iter_mut().find(|forename| forename.patronymic) {
            Some(forename) => forename.stems.extend(patronymic),
            None if patronymic.is_empty() => {}
            None => words.push(Forename {
                stems: patronymic,
                patronymic: true,
            }),
        }
        words
    }

    fn language(&self, spelling: SpellingId) -> &Language {
        &self.tables.spellings[spelling.0 as usize].language
    }

    fn before(&self, run: &[SpelledWord], fits: impl Fn(&Language) -> bool) -> Option<Vec<Forename>> {
        self.fulls
            .iter()
            .filter(|(language, _)| fits(language))
            .find_map(|(_, full)| {
                let same = |window: &[SpelledWord]| window.iter().zip(run).all(|((one, _), (other, _))| one == other);
                let at = full.windows(run.len().max(1)).position(same).filter(|at| *at > 0)?;
                Some(full[..at].iter().map(Forename::new).collect())
            })
    }

    fn part(&self, part: Part, fits: impl Fn(&Language) -> bool) -> Vec<Stem> {
        let names = self.names.iter().filter(|name| name.part == part);
        let spellings = names
            .flat_map(|name| name.spellings.clone().map(SpellingId))
            .filter(|spelling| fits(self.language(*spelling)));
        spellings
            .flat_map(|spelling| words(self.tables, spelling).into_iter().flat_map(|(_, stems)| stems))
            .collect()
    }
}

fn fulls<'a>(tables: &'a Tables, names: &[Name]) -> Vec<(&'a Language, Vec<SpelledWord>)> {
    let fulls = names.iter().filter(|name| name.part == Part::Full);
    let spellings = fulls.flat_map(|name| name.spellings.clone().map(SpellingId));
    spellings
        .map(|spelling| (&tables.spellings[spelling.0 as usize].language, words(tables, spelling)))
        .collect()
}

fn words(tables: &Tables, spelling: SpellingId) -> Vec<SpelledWord> {
    let spelling = &tables.spellings[spelling.0 as usize];
    let name = &tables.names[spelling.name.0 as usize];
    let plan = elements::plan(&tables.entities[name.entity.0 as usize], name, spelling);
    plan.words
        .into_iter()
        .map(|word| (fold_word(&word.text), word.stems))
        .collect()
}

/// Russian patronymics, in any letters: -вич, -вна, -ична, and the -viç, -vich, -vna of transliterations.
fn is_patronymic(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["вич", "ьич", "вна", "ична", "viç", "vich", "vna", "vič"];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
