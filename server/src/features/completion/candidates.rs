//! What one beginning may become: spellings that begin so, in the language of the paragraph, and forms of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use onomast_gazetteer::analysis::Use;
use onomast_gazetteer::entity::{Alone, EntityId, EntityType, NameId, Part, Spelling, SpellingId, Status};
use onomast_gazetteer::fold::fold_word;
use onomast_gazetteer::morph::{self, Category, Joint, TitleWord};
use onomast_gazetteer::prefixes::Prefixes;
use onomast_gazetteer::reading::Readings;
use onomast_gazetteer::{Gazetteer, Language};

use super::typed::Beginning;
use super::{View, same_script};

/// So many spellings are inflected for one beginning.
const INFLECTED: usize = 24;

/// Of what has the very letters, if only in another language.
const SAME_LETTERS: u32 = 1;

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) text: String,
    pub(super) spelling: SpellingId,
    pub(super) name: NameId,
    pub(super) entity: EntityId,
    pub(super) status: Status,
    /// Empty for a dictionary form.
    pub(super) readings: Readings,
    /// Whether a later word of it is the one that has been begun.
    pub(super) inside: bool,
    /// 0: the very letters; then how far it sounds from them.
    pub(super) distance: u32,
    /// Its place among the forms of the spelling; 0 is the dictionary form.
    pub(super) form: usize,
}

/// How often names are used.
pub(super) struct Usage<'a> {
    names: BTreeMap<NameId, u32>,
    entities: BTreeMap<EntityId, u32>,
    /// Of the project, sorted by name.
    project: &'a [Use],
}

impl<'a> Usage<'a> {
    pub(super) fn of(view: &View<'a>) -> Usage<'a> {
        let (mut names, mut entities) = (BTreeMap::new(), BTreeMap::new());
        for used in view.analysis.uses() {
            *names.entry(used.name).or_default() += count(used);
            *entities
                .entry(view.project.gazetteer.name(used.name).entity)
                .or_default() += count(used);
        }
        Usage {
            names,
            entities,
            project: view.index.map_or(&[], |index| index.uses()),
        }
    }

    /// The spellings of the entities that are used most, here before elsewhere: at most so many.
    pub(super) fn spellings(&self, gazetteer: &Gazetteer, most: usize) -> Vec<SpellingId> {
        let mut here: Vec<(Reverse<u32>, EntityId)> =
            self.entities.iter().map(|(id, count)| (Reverse(*count), *id)).collect();
        here.sort_unstable();
        let elsewhere = self.project.iter().map(|used| gazetteer.name(used.name).entity);
        let mut known = BTreeSet::new();
        let entities = here.into_iter().map(|(_, entity)| entity).chain(elsewhere);
        let entities = entities.filter(|entity| known.insert(*entity));
        let names = entities.flat_map(|entity| gazetteer.names(entity));
        let spellings = names.flat_map(|(name, _)| gazetteer.spellings(name));
        spellings.map(|(id, _)| id).take(most).collect()
    }

    fn here(&self, name: NameId) -> u32 {
        self.names.get(&name).copied().unwrap_or_default()
    }

    fn everywhere(&self, name: NameId) -> u32 {
        let first = self.project.partition_point(|used| used.name < name);
        let uses = self.project[first..].iter().take_while(|used| used.name == name);
        uses.map(count).sum()
    }
}

fn count(used: &Use) -> u32 {
    used.counts.iter().map(|(_, count)| count).sum()
}

impl Candidate {
    /// What is to be replaced comes behind all that is not.
    pub(super) fn standing(&self) -> u8 {
        match self.status {
            Status::Preferred | Status::Accepted => 0,
            Status::Historical => 1,
            Status::Deprecated | Status::Misspelling | Status::Off => 2,
        }
    }

    /// Whether it is worth showing to somebody who only types: what has the very letters, from its head on; from a later word
    /// on only behind a capital that the sentence does not ask for.
    pub(super) fn is_sure(&self, beginning: &Beginning<'_>) -> bool {
        self.distance <= SAME_LETTERS && !(self.inside && beginning.is_unmarked)
    }

    /// What the letters say before what only sounds so; then by use in the document, then in the project, then by likeness,
    /// then the shorter.
    pub(super) fn rank(&self, usage: &Usage<'_>) -> impl Ord + use<> {
        (
            self.distance > SAME_LETTERS,
            (Reverse(usage.here(self.name)), Reverse(usage.everywhere(self.name))),
            (self.distance, self.inside),
            (self.form, self.status, self.text.chars().count()),
            (self.text.clone(), self.spelling),
        )
    }
}

/// All that a beginning may become, in no order.
pub(super) fn candidates(
    view: &View<'_>,
    beginning: &Beginning<'_>,
    language: Option<&Language>,
    usage: &Usage<'_>,
    prefixes: &Prefixes,
) -> Vec<Candidate> {
    let context = Context {
        gazetteer: &view.project.gazetteer,
        prefixes,
        beginning,
        letters: fold_word(beginning.text),
        language,
        usage,
    };
    let mut found = context.begun();
    found.extend(context.inflected());
    found.extend(context.titled());
    found.retain(|candidate| context.may_follow(candidate.entity));
    for candidate in &mut found {
        candidate.text = with_capital_as_in(beginning.text, &candidate.text);
    }
    found
}

struct Context<'a> {
    gazetteer: &'a Gazetteer,
    prefixes: &'a Prefixes,
    beginning: &'a Beginning<'a>,
    /// What has been typed, folded.
    letters: String,
    language: Option<&'a Language>,
    usage: &'a Usage<'a>,
}

/// A name of which some spelling begins as typed.
#[derive(Default)]
struct Named {
    /// The likeness of each.
    spellings: BTreeMap<SpellingId, (u32, bool)>,
}

impl Context<'_> {
    /// Dictionary forms of names of which any spelling, in any language, begins as typed.
    fn begun(&self) -> Vec<Candidate> {
        let mut names: BTreeMap<NameId, Named> = BTreeMap::new();
        let prefixes = self.prefixes;
        for begun in prefixes.begun(self.beginning.text, self.gazetteer) {
            let suffix = self.beginning.apostrophe.is_some() && !prefixes.folded(begun.spelling).contains('\'');
            let name = self.gazetteer.spelling(begun.spelling).name;
            if suffix || begun.inside && self.says_twice(name) {
                continue;
            }
            let named = names.entry(name).or_default();
            named.spellings.insert(begun.spelling, (begun.distance, begun.inside));
        }
        names
            .into_iter()
            .flat_map(|(name, named)| self.spelled(name, &named))
            .collect()
    }

    /// Whether an entity may bear what stands before: nobody but people has initials.
    fn may_follow(&self, entity: EntityId) -> bool {
        let kind = self.gazetteer.entity(entity).kind;
        !self.beginning.behind_initials_of_people || matches!(kind, EntityType::Person | EntityType::Other)
    }

    /// Whether a name of which the typed word is not the first would say again what stands before it. Behind initials that is a
    /// full name, where there is a surname to write instead.
    fn says_twice(&self, name: NameId) -> bool {
        let mut names = self.gazetteer.names(self.gazetteer.name(name).entity);
        let mut has_surname = || names.any(|(_, name)| name.part == Part::Surname);
        self.beginning.goes_on || self.beginning.behind_initials && has_surname()
    }

    /// The spellings of a name that are to be offered: those of the paragraph's language that begin so, and the preferred
    /// one where none of them is good. An old one, or one to be replaced, only to whoever types its letters.
    fn spelled(&self, name: NameId, named: &Named) -> Vec<Candidate> {
        let nearest = named.spellings.values().min().copied().unwrap_or_default();
        let of_language = |id: &SpellingId| {
            self.language
                .is_none_or(|language| self.spelling(*id).language == *language)
        };
        let own = named.spellings.iter().filter(|(id, _)| of_language(id));
        let mut offered: BTreeMap<SpellingId, (u32, bool)> = own
            .filter(|(id, likeness)| match self.spelling(**id).status {
                Status::Preferred | Status::Accepted => true,
                Status::Historical | Status::Deprecated => **likeness == (0, false),
                Status::Misspelling | Status::Off => false,
            })
            .map(|(id, likeness)| (*id, *likeness))
            .collect();
        if !offered.keys().any(|id| is_good(self.spelling(*id))) {
            let other = (nearest.0 + 1, nearest.1);
            let best = self.preferred(name).or_else(|| self.of_same_script(name, named));
            offered.extend(best.map(|best| (best, other)));
        }
        let candidate = |(id, (distance, inside))| self.candidate(id, distance, inside);
        offered
            .into_iter()
            .filter(|(id, _)| self.may_stand(*id))
            .map(candidate)
            .collect()
    }

    /// The spelling that the paragraph's language has for a name.
    fn preferred(&self, name: NameId) -> Option<SpellingId> {
        self.gazetteer.preferred(name, self.language?)
    }

    /// Where the language spells no name of the entity, the likest spelling in its script.
    fn of_same_script(&self, name: NameId, named: &Named) -> Option<SpellingId> {
        let mut names = self.gazetteer.names(self.gazetteer.name(name).entity);
        if names.any(|(name, _)| self.preferred(name).is_some()) {
            return None;
        }
        let fits = |id: &SpellingId| {
            let spelling = self.spelling(*id);
            let script = self
                .language
                .is_none_or(|language| same_script(language, &spelling.language));
            script && is_good(spelling)
        };
        let fitting = named.spellings.iter().filter(|(id, _)| fits(id));
        fitting
            .min_by_key(|(id, likeness)| (**likeness, **id))
            .map(|(id, _)| *id)
    }

    /// A name that cannot stand alone is offered only where it says something.
    fn may_stand(&self, id: SpellingId) -> bool {
        let entity = self.gazetteer.bearer(id).1;
        match self.spelling(id).alone {
            Alone::Yes | Alone::Quoted => true,
            Alone::Context => self.usage.entities.contains_key(&entity),
            Alone::No => false,
        }
    }

    /// Forms of spellings, of any language, that begin with the very letters typed.
    fn inflected(&self) -> Vec<Candidate> {
        let mut stemmed = self.prefixes.stemmed(self.beginning.text);
        stemmed.retain(|(id, _)| self.may_become(*id) && self.may_stand(*id));
        // The longer the stem, the surer the ending.
        stemmed.sort_by_key(|(id, stem)| {
            let spelling = self.spelling(*id);
            (
                Reverse(*stem),
                Reverse(self.usage.here(spelling.name)),
                spelling.text.len(),
                *id,
            )
        });
        stemmed.truncate(INFLECTED);
        stemmed.into_iter().flat_map(|(id, _)| self.forms(id)).collect()
    }

    /// Whether a word for word comparison of first letters lets a form of the spelling begin so.
    fn may_become(&self, id: SpellingId) -> bool {
        let mut spelled = self.prefixes.folded(id).split(' ');
        self.letters.split(' ').all(|word| {
            let first = |word: &str| word.chars().next();
            spelled.next().is_some_and(|spelled| first(spelled) == first(word))
        })
    }

    fn forms(&self, id: SpellingId) -> Vec<Candidate> {
        let spelling = self.spelling(id);
        let Some(paragraph) = self.language.or(Some(&spelling.language)) else {
            return Vec::new();
        };
        if !self.asks_for_forms(spelling, paragraph) {
            return Vec::new();
        }
        let begun = self.begun_forms(id, paragraph, &self.letters);
        let better = self.better(id);
        let mut found = Vec::new();
        if let Some(better) = better {
            let forms = self.same_forms(id, &begun, better, paragraph).into_iter().enumerate();
            found.extend(forms.map(|(place, (form, readings))| self.form(better, form, readings, 1, place)));
        }
        if better.is_none() || spelling.status != Status::Misspelling && self.is_of_language(spelling) {
            let forms = begun.into_iter().enumerate();
            found.extend(forms.map(|(place, (form, readings))| self.form(id, form, readings, 0, place)));
        }
        found
    }

    /// Forms of a person’s name with a title behind it that no gazetteer spells, once a suffix has been begun: Karabekir
    /// Paşa’nın. The suffix is the title’s.
    fn titled(&self) -> Vec<Candidate> {
        let (Some(language), Some(apostrophe)) = (self.language, self.beginning.apostrophe) else {
            return Vec::new();
        };
        let head = self.beginning.text.rsplit_once(apostrophe).map(|(head, _)| head);
        let Some((name, title)) = head.and_then(|head| head.rsplit_once(' ')) else {
            return Vec::new();
        };
        let (letters, word) = (fold_word(name), fold_word(title));
        let is_of = |behind: &TitleWord| behind.stems.iter().any(|(stem, _)| *stem == word);
        if !morph::titles_behind(language).iter().any(is_of) {
            return Vec::new();
        }
        let mut named = self.prefixes.stemmed(name);
        named.retain(|(id, _)| {
            let spelling = self.spelling(*id);
            let entity = self.gazetteer.entity(self.gazetteer.bearer(*id).1);
            let fits = self.is_of_language(spelling) && is_good(spelling) && self.may_stand(*id);
            fits && entity.kind == EntityType::Person && self.prefixes.folded(*id) == letters
        });
        let forms = named.into_iter().flat_map(|(id, _)| {
            let whole = format!("{} {title}", self.spelling(id).text);
            let mut forms = morph::written_forms(&whole, &self.category(id), language, self.joint());
            forms.retain(|(form, _)| fold_word(form).starts_with(&self.letters));
            let forms = forms.into_iter().enumerate();
            forms.map(move |(place, (form, readings))| self.form(id, form, readings, 0, place))
        });
        forms.collect()
    }

    /// The forms of a spelling that begin with some letters.
    fn begun_forms(&self, id: SpellingId, paragraph: &Language, letters: &str) -> Vec<(String, Readings)> {
        let text = &self.spelling(id).text;
        let mut forms = morph::written_forms(text, &self.category(id), paragraph, self.joint());
        forms.retain(|(form, _)| fold_word(form).starts_with(letters));
        forms
    }

    /// The forms of another spelling that say what has been begun of one: with the suffix that has been begun, where an
    /// apostrophe parts it from the name (a name that is spelled otherwise may take another), else in the same readings.
    fn same_forms(
        &self,
        id: SpellingId,
        begun: &[(String, Readings)],
        other: SpellingId,
        paragraph: &Language,
    ) -> Vec<(String, Readings)> {
        if let Some((name, suffix)) = self.letters.rsplit_once('\'') {
            let whole = self.prefixes.folded(id) == name;
            let letters = format!("{}'{suffix}", self.prefixes.folded(other));
            return if whole {
                self.begun_forms(other, paragraph, &letters)
            } else {
                Vec::new()
            };
        }
        let text = &self.spelling(other).text;
        let category = self.category(other);
        let generated = |reading| morph::generate(text, &category, paragraph, reading, self.joint());
        let forms = begun.iter().flat_map(|(_, readings)| {
            let form = readings
                .iter()
                .find_map(|reading| generated(reading).into_iter().next());
            form.map(|form| (form, readings.clone()))
        });
        forms.collect()
    }

    /// How a suffix is joined: as the writer has begun to.
    fn joint(&self) -> Joint {
        self.beginning.apostrophe.map_or(Joint::Solid, Joint::Apostrophe)
    }

    /// Whether forms are to be offered: where the whole stem has been typed, and of what only takes suffixes where one has
    /// been begun. Before that the dictionary form says it all.
    fn asks_for_forms(&self, spelling: &Spelling, paragraph: &Language) -> bool {
        let dictionary = fold_word(&spelling.text);
        if !dictionary.starts_with(&self.letters) {
            return true;
        }
        let declines = spelling.language == Language::Russian
            || spelling.language == Language::RussianLatin && *paragraph != Language::Turkish;
        if !declines {
            return self.letters.contains('\'');
        }
        let words = words(self.beginning.text);
        let category = self.category_of(spelling);
        let plan = morph::plan(&spelling.text, &category);
        let (Some(typed), Some(last)) = (words.last().map(|word| fold_word(word)), plan.words.last()) else {
            return false;
        };
        words.len() == plan.words.len() && last.stems.iter().any(|(stem, _)| typed.starts_with(stem.as_str()))
    }

    /// The spelling to write instead, in the paragraph's language, where this one is not to be written in it.
    fn better(&self, id: SpellingId) -> Option<SpellingId> {
        let spelling = self.spelling(id);
        if self.is_of_language(spelling) && is_good(spelling) {
            return None;
        }
        self.preferred(spelling.name).filter(|better| *better != id)
    }

    fn is_of_language(&self, spelling: &Spelling) -> bool {
        self.language.is_none_or(|language| spelling.language == *language)
    }

    fn form(&self, id: SpellingId, text: String, readings: Readings, distance: u32, place: usize) -> Candidate {
        let dictionary = text == self.spelling(id).text;
        Candidate {
            text,
            readings: if dictionary { Readings::new() } else { readings },
            form: if dictionary { 0 } else { place + 1 },
            ..self.candidate(id, distance, false)
        }
    }

    fn candidate(&self, id: SpellingId, distance: u32, inside: bool) -> Candidate {
        let spelling = self.spelling(id);
        Candidate {
            text: spelling.text.clone(),
            spelling: id,
            name: spelling.name,
            entity: self.gazetteer.bearer(id).1,
            status: spelling.status,
            readings: Readings::new(),
            inside,
            distance,
            form: 0,
        }
    }

    fn spelling(&self, id: SpellingId) -> &Spelling {
        self.gazetteer.spelling(id)
    }

    fn category(&self, id: SpellingId) -> Category<'_> {
        self.category_of(self.spelling(id))
    }

    fn category_of<'s>(&self, spelling: &'s Spelling) -> Category<'s> {
        let name = self.gazetteer.name(spelling.name);
        Category::of(self.gazetteer.entity(name.entity), name, spelling)
    }
}

fn is_good(spelling: &Spelling) -> bool {
    matches!(spelling.status, Status::Preferred | Status::Accepted)
}

fn words(text: &str) -> Vec<&str> {
    let joints = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}');
    text.split(joints).filter(|word| !word.is_empty()).collect()
}

/// A spelling with a small letter takes the capital that has been typed: большевики at the head of a sentence.
fn with_capital_as_in(typed: &str, text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if typed.starts_with(char::is_uppercase) && first.is_lowercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
