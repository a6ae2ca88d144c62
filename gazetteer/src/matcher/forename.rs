//! What stands before a surname in its bearer’s full name, and whether words beside a surname are that.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Haystack;
use super::neighbour::Neighbour;
use crate::entity::{Entity, Name, Part, SpellingId};
use crate::fold::fold_word;
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph::{self, Category, Ending, Endings, PlannedWord};
use crate::reading::{Reading, Readings};
use crate::translit::SearchKey;

pub(super) type Stem = (String, Endings);

/// The words that stand before a spelling in its bearer’s full name.
#[derive(Debug, Clone, Default)]
pub(super) struct Forenames {
    /// In order: given names, then the patronymic.
    words: Vec<Forename>,
    /// Whether they are those of the spelling’s own language, so that another initial contradicts.
    certain: bool,
}

#[derive(Debug, Clone, Default)]
struct Forename {
    ways: Vec<Way>,
    patronymic: bool,
}

/// One way to write a forename.
#[derive(Debug, Clone)]
struct Way {
    stems: Vec<Stem>,
    /// The spelling of a given name or patronymic that it is.
    spelling: Option<SpellingId>,
}

/// Forenames found beside a name.
#[derive(Debug, Default)]
pub(super) struct Agreeing {
    /// How many words, counted from the name; at least one.
    pub(super) words: usize,
    /// Whether all of them are known: its bearer has no more.
    pub(super) known: bool,
    /// The spellings written out among them.
    pub(super) spellings: SmallVec<[SpellingId; 2]>,
}

impl Forenames {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether initials that are not theirs contradict.
    pub(super) fn are_certain(&self) -> bool {
        self.certain && !self.words.is_empty()
    }

    /// Whether a folded word, which is no form of their words, is the patronymic of somebody else. In Latin letters one
    /// patronymic is written in many ways (Vasilyeviç, Wassiljewitsch), all of one search key: they contradict nothing.
    pub(super) fn have_another_patronymic(&self, word: &str) -> bool {
        let mut own = self.words.iter().filter(|forename| forename.patronymic).peekable();
        if !self.certain || own.peek().is_none() || !morph::is_patronymic_form(word) {
            return false;
        }
        let is_latin = word.starts_with(|letter: char| letter < '\u{370}');
        !(is_latin && own.any(|forename| forename.may_be_written(word)))
    }

    /// The words before a name, nearest first, that are forenames in order. `None` where the nearest is none, or where
    /// an initial that is none touches those that are.
    pub(super) fn before(&self, haystack: Haystack<'_>, before: &[Neighbour]) -> Option<Agreeing> {
        let agreeing = (1..=before.len())
            .rev()
            .find_map(|count| self.run(haystack, before[..count].iter().rev()))?;
        let contradicted = before.get(agreeing.words).is_some_and(|next| next.initial);
        (!contradicted).then_some(agreeing)
    }

    /// The words behind a name that are forenames in order.
    pub(super) fn behind(&self, haystack: Haystack<'_>, behind: &[Neighbour]) -> Option<Agreeing> {
        (1..=behind.len())
            .rev()
            .find_map(|count| self.run(haystack, behind[..count].iter()))
    }

    /// All words as forenames in order; forenames may be left out, but a patronymic does not come first. Behind the last one
    /// that is known, who is told by it may have more: of Лев Троцкий, Л. Д. and Лев Давидович say nothing else.
    fn run<'a>(&self, haystack: Haystack<'_>, words: impl Iterator<Item = &'a Neighbour>) -> Option<Agreeing> {
        let mut agreeing = Agreeing {
            known: true,
            ..Agreeing::default()
        };
        let mut rest = self.words.iter();
        for word in words {
            if agreeing.words > 0 && rest.len() == 0 {
                self.may_go_on_with(haystack, word).then_some(())?;
                agreeing.known = false;
            } else {
                let may_be = |forename: &&Forename| agreeing.words > 0 || !forename.patronymic;
                let spelling = rest
                    .by_ref()
                    .filter(may_be)
                    .find_map(|forename| forename.agrees(haystack, word))?;
                agreeing.spellings.extend(spelling);
            }
            agreeing.words += 1;
        }
        Some(agreeing)
    }

    /// Whether a word may be a forename that is not known: an initial, or a patronymic where none is.
    fn may_go_on_with(&self, haystack: Haystack<'_>, word: &Neighbour) -> bool {
        let has_patronymic = self.words.iter().any(|forename| forename.patronymic);
        !has_patronymic && (word.initial || morph::is_patronymic_form(word.text(haystack)))
    }
}

impl Forename {
    /// Whether a neighbour is this forename, and if it is written out, which spelling of it.
    fn agrees(&self, haystack: Haystack<'_>, neighbour: &Neighbour) -> Option<Option<SpellingId>> {
        let text = neighbour.text(haystack);
        if neighbour.initial {
            let begins = |way: &Way| way.stems.iter().any(|(stem, _)| stem.starts_with(text));
            return self.ways.iter().any(begins).then_some(None);
        }
        let abbreviates = |stem: &str| stem.chars().count() == 1 && text.starts_with(stem);
        let agrees = |way: &&Way| {
            way.stems.iter().any(|(stem, _)| abbreviates(stem)) || is_form(&way.stems, haystack, neighbour)
        };
        self.ways.iter().find(agrees).map(|way| way.spelling)
    }

    /// Whether a word in Latin letters may be another writing of it, without an ending or with one.
    fn may_be_written(&self, word: &str) -> bool {
        let key = SearchKey::of(word);
        let mut stems = self.ways.iter().flat_map(|way| &way.stems);
        stems.any(|(stem, _)| {
            let own = SearchKey::of(stem);
            own.begins(&key) || key.begins(&own)
        })
    }

    /// Adds ways; those that are spellings of their own come first.
    fn extend(&mut self, ways: Vec<Way>) {
        self.ways.splice(..0, ways);
    }
}

/// Whether a neighbour is a form of a word with these stems, without an apostrophe.
pub(super) fn is_form(stems: &[Stem], haystack: Haystack<'_>, neighbour: &Neighbour) -> bool {
    has_form(stems, haystack, neighbour, |readings| !readings.is_empty())
}

/// Whether a neighbour has one case with these readings as a form of a word with these stems, or one of the two tells none.
pub(super) fn agrees_in_case(
    stems: &[Stem],
    haystack: Haystack<'_>,
    neighbour: &Neighbour,
    readings: &Readings,
) -> bool {
    has_form(stems, haystack, neighbour, |own| {
        own.iter().any(|one| {
            let same = |other: &Reading| one.case.is_none() || other.case.is_none() || one.case == other.case;
            readings.iter().any(same)
        })
    })
}

/// Whether a neighbour, as a form of a word with these stems, has readings that fit.
fn has_form(stems: &[Stem], haystack: Haystack<'_>, neighbour: &Neighbour, fit: impl Fn(&Readings) -> bool) -> bool {
    let word = neighbour.text(haystack);
    stems.iter().any(|(stem, endings)| {
        haystack.scratch.count(1);
        word.strip_prefix(stem.as_str()).is_some_and(|folded| {
            let source = match folded {
                "" => "",
                _ => haystack.source(neighbour.letters_end - folded.len(), neighbour.letters_end),
            };
            let ending = Ending {
                folded,
                apostrophe: false,
                source,
            };
            fit(&haystack.scratch.readings(*endings, haystack.language, &ending))
        })
    })
}

/// A word of a spelling: folded, and its stems.
type SpelledWord = (String, Vec<Stem>);

/// One person while its forenames are worked out.
pub(super) struct Bearer<'a> {
    tables: &'a Tables,
    entity: &'a Entity,
    /// The words of each spelling: every other one asks for them.
    words: FxHashMap<SpellingId, Vec<SpelledWord>>,
}

impl<'a> Bearer<'a> {
    pub(super) fn new(tables: &'a Tables, entity: &'a Entity) -> Bearer<'a> {
        let mut bearer = Bearer {
            tables,
            entity,
            words: FxHashMap::default(),
        };
        let words = |(name, spelling)| (spelling, spelled_words(tables, entity, name, spelling));
        bearer.words = bearer.spellings().map(words).collect();
        bearer
    }

    /// All spellings of all names.
    pub(super) fn spellings(&self) -> impl Iterator<Item = (&'a Name, SpellingId)> + use<'a> {
        let names = &self.tables.names[self.entity.names.start as usize..self.entity.names.end as usize];
        names
            .iter()
            .flat_map(|name| name.spellings.clone().map(move |spelling| (name, SpellingId(spelling))))
    }

    /// The stems of all words of a spelling.
    pub(super) fn stems(&self, spelling: SpellingId) -> impl Iterator<Item = Stem> {
        self.words(spelling).iter().flat_map(|(_, stems)| stems.iter().cloned())
    }

    /// Whether a spelling of several words ends with a title.
    pub(super) fn has_title(&self, spelling: SpellingId) -> bool {
        let text = &self.tables.spellings[spelling.0 as usize].text;
        let mut words = text.split([' ', '-']).map(fold_word);
        words
            .next_back()
            .is_some_and(|last| words.next().is_some() && morph::is_any_title_behind(&last))
    }

    /// The forenames that go with a spelling: those of its own language, else of one in the same letters.
    pub(super) fn forenames(&self, name: &Name, spelling: SpellingId) -> Forenames {
        let language = self.language(spelling);
        let own = self.in_languages(name, spelling, |other| other == language);
        if !own.is_empty() {
            return Forenames {
                words: own,
                certain: true,
            };
        }
        let same_script = |other: &Language| other.is_cyrillic() == language.is_cyrillic();
        Forenames {
            words: self.in_languages(name, spelling, same_script),
            certain: false,
        }
    }

    /// The words before the spelling, or before another spelling of its name, in a full name; of a surname also the
    /// given name and the patronymic.
    fn in_languages(&self, name: &Name, spelling: SpellingId, fits: impl Fn(&Language) -> bool) -> Vec<Forename> {
        let siblings = name
            .spellings
            .clone()
            .map(SpellingId)
            .filter(|sibling| fits(self.language(*sibling)));
        let mut words = std::iter::once(spelling)
            .chain(siblings)
            .find_map(|sibling| self.before(self.words(sibling), &fits))
            .unwrap_or_default();
        if name.part != Part::Surname {
            return words;
        }
        let given = self.part(Part::Given, &fits);
        let patronymic = self.part(Part::Patronymic, &fits);
        if words.is_empty() && !given.is_empty() {
            words.push(Forename::default());
        }
        if let Some(first) = words.first_mut() {
            first.extend(given);
        }
        match words.iter_mut().find(|forename| forename.patronymic) {
            Some(forename) => forename.extend(patronymic),
            None if patronymic.is_empty() => {}
            None => words.push(Forename {
                ways: patronymic,
                patronymic: true,
            }),
        }
        words
    }

    /// The words before a run of words in a full name.
    fn before(&self, run: &[SpelledWord], fits: impl Fn(&Language) -> bool) -> Option<Vec<Forename>> {
        let same = |window: &[SpelledWord]| window.iter().zip(run).all(|((one, _), (other, _))| one == other);
        self.spelled(Part::Full, fits).find_map(|(_, full)| {
            let at = full.windows(run.len().max(1)).position(same).filter(|at| *at > 0)?;
            Some(full[..at].iter().map(forename).collect())
        })
    }

    /// The words of all names of one part; those of one word are spellings to be counted.
    fn part(&self, part: Part, fits: impl Fn(&Language) -> bool) -> Vec<Way> {
        self.spelled(part, fits)
            .flat_map(|(spelling, words)| {
                let counted = (words.len() == 1).then_some(spelling);
                words.iter().map(move |(_, stems)| Way {
                    stems: stems.clone(),
                    spelling: counted,
                })
            })
            .collect()
    }

    /// The spellings of all names of one part in some languages, each with its words.
    fn spelled(
        &self,
        part: Part,
        fits: impl Fn(&Language) -> bool,
    ) -> impl Iterator<Item = (SpellingId, &[SpelledWord])> {
        self.spellings()
            .filter(move |(name, spelling)| name.part == part && fits(self.language(*spelling)))
            .map(|(_, spelling)| (spelling, self.words(spelling)))
    }

    fn language(&self, spelling: SpellingId) -> &'a Language {
        &self.tables.spellings[spelling.0 as usize].language
    }

    fn words(&self, spelling: SpellingId) -> &[SpelledWord] {
        self.words.get(&spelling).map_or(&[], Vec::as_slice)
    }
}

fn spelled_words(tables: &Tables, entity: &Entity, name: &Name, spelling: SpellingId) -> Vec<SpelledWord> {
    let spelling = &tables.spellings[spelling.0 as usize];
    let words = morph::plan(&spelling.text, &Category::of(entity, name, spelling)).words;
    let word = |word: PlannedWord| (fold_word(&word.text), word.stems);
    words.into_iter().map(word).collect()
}

fn forename((word, stems): &SpelledWord) -> Forename {
    let way = Way {
        stems: stems.clone(),
        spelling: None,
    };
    Forename {
        ways: vec![way],
        patronymic: morph::is_patronymic(word),
    }
}
