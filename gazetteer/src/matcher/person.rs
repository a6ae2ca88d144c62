//! Persons: the initials, further names and titles that stand beside a name.
//!
//! No derived form is listed anywhere. A surname is found as it is spelled; then the words that touch it are compared
//! with the forenames of each person it may mean. Forenames that agree become part of the mention (Г. В. Чичерин,
//! Çiçerin G. V., Чичерин, Георгий), those that contradict remove the person (Л. Б. Каменев), unknown ones say nothing.

mod behind;

use smallvec::SmallVec;

use super::forename::{self, Agreeing, Bearer, Forenames, Stem};
use super::neighbour::{self, Neighbour};
use super::profile::{LanguageId, Profile, Profiles};
use super::sequence::Begins;
use super::stems::{self, Stems};
use super::surnames::Surnames;
use super::word::{self, Form, WordEnd};
use super::{Beside, Haystack, Hit};
use crate::entity::{EntityType, Gender, Number, Part};
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph;
use crate::reading::{GrammaticalCase, Reading};

/// What is known of each person’s names.
#[derive(Debug, Default)]
pub(super) struct People {
    /// By the number that profiles have; the first are none.
    forenames: Vec<Forenames>,
    /// The stems of all words of all names of a person, by entity.
    own: Vec<Vec<Stem>>,
    /// Whether some name of a person is spelled with a title behind it (Kemal Paşa), by entity.
    titled: Vec<bool>,
    /// The languages in which a person’s surname is spelled, by entity.
    surnamed: Vec<SmallVec<[LanguageId; 4]>>,
    /// By entity.
    genders: Vec<Option<Gender>>,
    /// The titles behind names of each language, in the order of the table.
    titles: Vec<Titles>,
}

/// The titles behind names of one language.
#[derive(Debug)]
struct Titles {
    stems: Stems,
    /// The gender that each stem says of who is called so.
    genders: Vec<Option<Gender>>,
}

impl People {
    /// Notes in the profiles which forenames a spelling has.
    pub(super) fn new(tables: &Tables, profiles: &mut Profiles) -> People {
        let mut people = People {
            forenames: vec![Forenames::default()],
            own: vec![Vec::new(); tables.entities.len()],
            titled: vec![false; tables.entities.len()],
            surnamed: vec![SmallVec::new(); tables.entities.len()],
            genders: tables.entities.iter().map(|entity| entity.gender).collect(),
            titles: profiles.languages().iter().map(Titles::of).collect(),
        };
        let persons = tables
            .entities
            .iter()
            .zip(people.own.iter_mut().zip(&mut people.titled))
            .zip(&mut people.surnamed)
            .filter(|((entity, _), _)| entity.kind == EntityType::Person);
        for ((entity, (own, titled)), surnamed) in persons {
            let bearer = Bearer::new(tables, entity);
            *titled = bearer.spellings().any(|(_, spelling)| bearer.has_title(spelling));
            for (name, spelling) in bearer.spellings() {
                let forenames = bearer.forenames(name, spelling);
                if !forenames.is_empty() {
                    profiles.set_forenames(spelling, people.forenames.len() as u32);
                    people.forenames.push(forenames);
                }
                own.extend(bearer.stems(spelling));
                if name.part == Part::Surname {
                    surnamed.push(profiles.of(spelling).language);
                }
            }
        }
        people
    }

    /// Completes the hits of persons by what stands beside them, and adds those with a title behind. The surnames are those
    /// that stand behind given names among the hits.
    pub(super) fn complete(
        &self,
        profiles: &Profiles,
        haystack: Haystack<'_>,
        surnames: &Surnames,
        hits: &mut Vec<Hit>,
    ) {
        let mut titled = Vec::new();
        // Homonyms, which come one after another, have the same neighbours.
        let (mut before, mut behind) = (Before::new(0), None);
        for hit in hits.iter_mut() {
            let profile = profiles.of(hit.spelling);
            if profile.kind != EntityType::Person {
                continue;
            }
            if before.at != hit.start {
                before = Before::new(hit.start);
            }
            self.look_beside(profiles, haystack, profile, &mut before, hit);
            if surnames.contradict(haystack, profile, hit) || self.is_anothers_given(haystack, surnames, profile, hit) {
                hit.beside = Beside::Contradicts;
            }
            let place = (hit.end, profile.language);
            if hit.suffix_end > hit.end || hit.beside == Beside::Contradicts || behind == Some(place) {
                continue;
            }
            match self.with_title(haystack, profile, hit) {
                Some((_, gender)) if self.is_of_other_gender(profile, gender) => hit.beside = Beside::Contradicts,
                Some((hit, _)) => {
                    // Enver Paşa Hazretleri has two.
                    let second = (hit.suffix_end == hit.end).then(|| self.with_title(haystack, profile, &hit));
                    titled.extend(second.flatten().map(|(hit, _)| hit));
                    titled.push(hit);
                }
                None => behind = Some(place),
            }
        }
        hits.append(&mut titled);
    }

    fn look_beside(
        &self,
        profiles: &Profiles,
        haystack: Haystack<'_>,
        profile: &Profile,
        before: &mut Before,
        hit: &mut Hit,
    ) {
        let forenames = &self.forenames[profile.forenames as usize];
        let unknown = forenames.is_empty();
        let neighbours = before.neighbours(haystack, if unknown { 1 } else { neighbour::REACH });
        if let Some(agreeing) = forenames.before(haystack, neighbours) {
            hit.start = neighbours[agreeing.words - 1].start;
            return hit.join(agreeing);
        }
        if self.is_of_other_gender(profile, before.title_gender(profiles, haystack, profile.language)) {
            hit.beside = Beside::Contradicts;
            return;
        }
        let neighbours = &before.neighbours;
        let spells_forenames = unknown && profile.part == Part::Full;
        if !spells_forenames
            && self
                .contradicted(haystack, profile, forenames, neighbours, hit)
                .is_some()
        {
            hit.beside = Beside::Contradicts;
            return;
        }
        if !unknown && profile.part == Part::Surname && hit.suffix_end == hit.end {
            self.look_behind(haystack, profile, forenames, hit);
        }
        let mut readings = hit.readings.iter();
        if readings.all(|reading| reading.number == Some(Number::Plural)) && before.is_title_of_one(haystack) {
            // Маршал Жуков is none of the family Жук.
            hit.beside = Beside::Contradicts;
            return;
        }
        if hit.beside == Beside::Nothing
            && before.is_title(profiles, haystack, profile.language)
            && !(profile.part == Part::Given && self.has_another_surname(haystack, profile, hit))
        {
            hit.beside = Beside::Title;
        }
    }

    /// Whether a title beside a name says that its bearer is no man, or no woman: «госпожа Чичерина» is not Чичерин.
    fn is_of_other_gender(&self, profile: &Profile, title: Option<Gender>) -> bool {
        let own = self.genders[profile.entity.0 as usize];
        matches!(
            (own, title),
            (Some(Gender::Masculine), Some(Gender::Feminine)) | (Some(Gender::Feminine), Some(Gender::Masculine))
        )
    }

    /// Whether a given name goes on with a word that is none of its bearer’s, and no title: somebody else’s surname.
    fn has_another_surname(&self, haystack: Haystack<'_>, profile: &Profile, hit: &Hit) -> bool {
        let (behind, comma) = neighbour::behind(haystack, hit.end);
        let next = behind
            .first()
            .filter(|next| !comma && !next.initial && hit.suffix_end == hit.end);
        next.is_some_and(|next| {
            let own = &self.own[profile.entity.0 as usize];
            self.with_title(haystack, profile, hit).is_none() && !forename::is_form(own, haystack, next)
        })
    }

    /// Whether a given name stands before a word with a capital that is no name of its bearer, whose surname is known, and
    /// none that the gazetteer has: «Владимир Маяковский» is not Lenin. What is behind a suffix is nobody’s surname.
    fn is_anothers_given(&self, haystack: Haystack<'_>, surnames: &Surnames, profile: &Profile, hit: &Hit) -> bool {
        profile.part == Part::Given
            && hit.beside == Beside::Nothing
            && self.surnamed[profile.entity.0 as usize].contains(&profile.language)
            && !surnames.begin_a_name(haystack, hit)
            && haystack.source(hit.start, hit.end).contains(char::is_lowercase)
            && (profile.cyrillic || hit.stems.last().is_none_or(|&(_, stem_end)| stem_end == hit.end))
            && self.has_another_surname(haystack, profile, hit)
    }

    /// The words beside a hit, found to be contradicted, that contradict it. For explaining.
    pub(super) fn contradicting(
        &self,
        profiles: &Profiles,
        haystack: Haystack<'_>,
        hit: &Hit,
    ) -> Option<(usize, usize)> {
        let own = hit.stems.first()?.0;
        if hit.start < own {
            // Forenames that agree, and an ending that does not.
            return Some((hit.start, own));
        }
        let forenames = &self.forenames[profiles.of(hit.spelling).forenames as usize];
        let before = neighbour::before(haystack, hit.start, neighbour::REACH);
        if let Some(nearest) = self.contradicted(haystack, profiles.of(hit.spelling), forenames, &before, hit) {
            let initials = before.iter().take_while(|neighbour| neighbour.initial);
            return Some((initials.last().map_or(nearest.start, |first| first.start), nearest.end));
        }
        let mut title = Before::new(hit.start);
        let profile = profiles.of(hit.spelling);
        if self.is_of_other_gender(profile, title.title_gender(profiles, haystack, profile.language)) {
            let word = neighbour::word_before(haystack, hit.start)?;
            let end = haystack.folded.text()[..hit.start].trim_end_matches([' ', '.']).len();
            return Some((end - word.len(), end));
        }
        let (behind, _) = neighbour::behind(haystack, hit.end);
        if profiles.of(hit.spelling).part == Part::Given {
            return behind.first().map(|surname| (surname.start, surname.end));
        }
        let mut initials = behind.iter().take_while(|neighbour| neighbour.initial);
        match initials.next() {
            Some(first) => Some((first.start, initials.last().unwrap_or(first).end)),
            None => behind.first().map(|given| (given.start, given.end)),
        }
    }

    /// The word before a hit that contradicts it: the nearest, or the given name before a patronymic.
    fn contradicted<'b>(
        &self,
        haystack: Haystack<'_>,
        profile: &Profile,
        forenames: &Forenames,
        before: &'b [Neighbour],
        hit: &Hit,
    ) -> Option<&'b Neighbour> {
        let [nearest, rest @ ..] = before else { return None };
        let contradicts = |neighbour: &&Neighbour| self.contradicts(haystack, profile, forenames, neighbour, hit);
        let patronymic = || !nearest.initial && morph::is_patronymic_form(nearest.text(haystack));
        let given = || rest.first().filter(|given| !given.initial && patronymic());
        Some(nearest)
            .filter(contradicts)
            .or_else(|| given().filter(contradicts))
    }

    fn contradicts(
        &self,
        haystack: Haystack<'_>,
        profile: &Profile,
        forenames: &Forenames,
        neighbour: &Neighbour,
        hit: &Hit,
    ) -> bool {
        if neighbour.initial {
            return forenames.are_certain();
        }
        let text = neighbour.text(haystack);
        let is_man = self.genders[profile.entity.0 as usize] == Some(Gender::Masculine);
        // Who is in another case is somebody else: «видел Ивана Чичерин».
        let in_this_case = || {
            let given = morph::given_name_readings(text);
            given.iter().any(|one| {
                let same = hit.readings.iter().any(|other| one.case == other.case);
                same || is_man && may_be_of_a_woman(haystack, hit, one)
            })
        };
        let cyrillic = text.starts_with(|letter: char| matches!(letter, 'а'..='я'));
        let another =
            morph::is_given_name(text) || forenames.have_another_patronymic(text) || cyrillic && in_this_case();
        another && !forename::is_form(&self.own[profile.entity.0 as usize], haystack, neighbour)
    }

    /// The hit, which has no suffix, with a title behind it (Kemal Paşa’ya, Халиль-паши), which then takes the ending.
    /// Such a given name speaks for its bearer, but not where the gazetteer spells it with another title: who is known as
    /// Kemal Paşa need not be a Kemal Bey. With it comes the gender that the title says.
    fn with_title(&self, haystack: Haystack<'_>, profile: &Profile, hit: &Hit) -> Option<(Hit, Option<Gender>)> {
        let titles = self.titles.get(usize::from(profile.language.0))?;
        let at = word::after_separator(haystack, hit.end, true, "")?;
        let mut found: SmallVec<[_; 2]> = SmallVec::new();
        for (stem_end, owners) in titles.stems.at(haystack, at) {
            found.extend(owners.iter().map(|owner| (owner.word, stem_end, owner.endings)));
        }
        // Of Han and Hanım the longer comes first: what may be either is no form of the shorter.
        found.sort_unstable_by_key(|(title, stem_end, _)| (std::cmp::Reverse(*stem_end), *title));
        let mut longest: Option<(Form, Option<Gender>)> = None;
        for (title, stem_end, endings) in found {
            let gender = titles.genders.get(title.0 as usize).copied().flatten();
            WordEnd::find(haystack, at, stem_end).forms(haystack, endings, false, |form| {
                if longest
                    .as_ref()
                    .is_none_or(|(longest, _)| longest.suffix_end < form.suffix_end)
                {
                    longest = Some((form, gender));
                }
            });
        }
        let (form, gender) = longest?;
        let is_other_title = profile.part == Part::Given && self.titled[profile.entity.0 as usize];
        let title = if is_other_title { Beside::Nothing } else { Beside::Title };
        let hit = Hit {
            end: form.end,
            suffix_end: form.suffix_end,
            readings: form.readings,
            derived: true,
            beside: hit.beside.max(title),
            ..hit.clone()
        };
        Some((hit, gender))
    }
}

/// Whether a form of a man’s surname is also that of a woman of this surname whose given name is in this case: «видел Анну
/// Чичерину», «письмо Анны Карахан».
fn may_be_of_a_woman(haystack: Haystack<'_>, hit: &Hit, given: &Reading) -> bool {
    if given.gender != Some(Gender::Feminine) {
        return false;
    }
    let form = &haystack.folded.text()[hit.start..hit.end];
    hit.readings.iter().any(|reading| match (reading.case, reading.gender) {
        (Some(GrammaticalCase::Dative), Some(Gender::Masculine)) => {
            given.case == Some(GrammaticalCase::Accusative) && form.ends_with('у') && !form.ends_with("му")
        }
        (Some(GrammaticalCase::Nominative), None) => {
            reading.number == Some(Number::Singular) && !form.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
        }
        _ => false,
    })
}

impl Titles {
    /// Stems are numbered in the order of the table.
    fn of(language: &Language) -> Titles {
        let mut stems = stems::Builder::default();
        let mut genders = Vec::new();
        for title in morph::titles_behind(language) {
            for stem in &title.stems {
                stems.word(std::slice::from_ref(stem));
                genders.push(title.gender);
            }
        }
        let stems = stems.build(|_| Begins::Nothing);
        Titles { stems, genders }
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

/// What stands before a place, looked at when it is asked for.
struct Before {
    at: usize,
    /// How many neighbours were looked for.
    reach: usize,
    neighbours: SmallVec<[Neighbour; 3]>,
    /// Whether a title of the paragraph’s language does.
    title: Option<bool>,
    /// The gender that such a title says.
    gender: Option<Option<Gender>>,
}

impl Before {
    fn new(at: usize) -> Before {
        Before {
            at,
            reach: 0,
            neighbours: SmallVec::new(),
            title: None,
            gender: None,
        }
    }

    fn neighbours(&mut self, haystack: Haystack<'_>, reach: usize) -> &[Neighbour] {
        if self.reach < reach {
            self.neighbours = neighbour::before(haystack, self.at, reach);
            self.reach = reach;
        }
        &self.neighbours
    }

    /// Whether a title of the paragraph’s language stands there that can only be one person’s.
    fn is_title_of_one(&self, haystack: Haystack<'_>) -> bool {
        neighbour::word_before(haystack, self.at).is_some_and(|word| morph::is_title_of_one(word, haystack.language))
    }

    /// The gender that a title there says of who is meant: one of the paragraph’s language or of the name’s own.
    fn title_gender(&mut self, profiles: &Profiles, haystack: Haystack<'_>, language: LanguageId) -> Option<Gender> {
        let gender = |language: &Language| {
            haystack.scratch.count(1);
            morph::title_gender(neighbour::word_before(haystack, self.at)?, language)
        };
        if let Some(gender) = *self.gender.get_or_insert_with(|| gender(haystack.language)) {
            return Some(gender);
        }
        let own = profiles.languages().get(usize::from(language.0));
        own.filter(|own| *own != haystack.language).and_then(gender)
    }

    /// Whether a title stands there that says who is meant (Mr Shaw may be any Shaw): of the paragraph’s language or, in a
    /// citation, of the name’s own (генералу Халилю in Turkish).
    fn is_title(&mut self, profiles: &Profiles, haystack: Haystack<'_>, language: LanguageId) -> bool {
        let is_title = |language: &Language| {
            haystack.scratch.count(1);
            neighbour::word_before(haystack, self.at)
                .is_some_and(|word| morph::is_title_before(word, language) && !morph::is_mere_address(word, language))
        };
        if *self.title.get_or_insert_with(|| is_title(haystack.language)) {
            return true;
        }
        let own = profiles.languages().get(usize::from(language.0));
        own.filter(|own| *own != haystack.language).is_some_and(is_title)
    }
}
