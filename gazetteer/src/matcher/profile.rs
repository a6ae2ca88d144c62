//! What is asked of a spelling at every hit, side by side: the tables of a gazetteer are wide, and far from one another.

use rustc_hash::FxHashMap;

use crate::entity::{Alone, Case, EntityId, EntityType, NameId, Part, Spelling, SpellingId, Status};
use crate::fold::fold_word;
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph::{self, PlaceKind};

/// The profiles of all spellings.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    profiles: Vec<Profile>,
    /// The texts of the wordings, end to end.
    texts: String,
    languages: Vec<Language>,
}

/// A spelling in short. Hits come in no order, so that each profile is fetched from far memory: half a line of it, and
/// never two.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
pub(crate) struct Profile {
    pub(crate) name: NameId,
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityType,
    pub(crate) part: Part,
    pub(crate) status: Status,
    pub(crate) alone: Alone,
    /// Number of its text: homonyms have the same. It is where the text is kept.
    pub(crate) wording: u32,
    text_end: u32,
    /// Number of the words before it in its bearer’s full name; 0 where there are none.
    pub(super) forenames: u32,
    /// Whether its name has another spelling in its language.
    pub(crate) has_rival: bool,
    pub(super) case: Case,
    /// Whether it can be found without a capital.
    pub(super) small: bool,
    pub(super) language: LanguageId,
    /// The kind that tells a place of the same name, which the gazetteer spells with it: the river of Уфа, because of река Уфа.
    pub(crate) namesake: Option<PlaceKind>,
    /// Whether that is one in Cyrillic letters.
    pub(super) cyrillic: bool,
}

/// Number of a language that a gazetteer has spellings in. Of all those that would be too many for a number it is
/// [`LanguageId::ANOTHER`], which no table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LanguageId(pub(super) u16);

impl LanguageId {
    const ANOTHER: LanguageId = LanguageId(u16::MAX);
}

impl Profiles {
    pub(super) fn new(tables: &Tables) -> Profiles {
        let mut profiles = Profiles::default();
        let mut wordings: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
        let mut of_name: FxHashMap<(NameId, &Language), u32> = FxHashMap::default();
        for spelling in &tables.spellings {
            *of_name.entry((spelling.name, &spelling.language)).or_default() += 1;
        }
        let namesakes = namesakes(tables);
        // Those of which more is known than their name come first, so that none of them is one too many.
        let known: Vec<&Language> = Language::INFLECTING.iter().collect();
        let mut numbers: FxHashMap<&Language, LanguageId> = known
            .into_iter()
            .map(|language| (language, profiles.number(language)))
            .collect();
        for spelling in &tables.spellings {
            let language = *numbers
                .entry(&spelling.language)
                .or_insert_with(|| profiles.number(&spelling.language));
            let texts = &mut profiles.texts;
            let (wording, text_end) = *wordings.entry(&spelling.text).or_insert_with(|| {
                let start = texts.len() as u32;
                texts.push_str(&spelling.text);
                (start, texts.len() as u32)
            });
            let has_rival = of_name[&(spelling.name, &spelling.language)] > 1;
            let profile = profile(tables, spelling, language);
            let namesake = namesakes.get(&(&spelling.language, spelling.text.as_str()));
            let namesake = namesake.filter(|(bearer, _)| *bearer != profile.entity);
            profiles.profiles.push(Profile {
                wording,
                text_end,
                has_rival,
                namesake: namesake.map(|(_, kind)| *kind),
                ..profile
            });
        }
        profiles
    }

    /// The text of a spelling, as the gazetteer has it.
    pub(super) fn text(&self, profile: &Profile) -> &str {
        &self.texts[profile.wording as usize..profile.text_end as usize]
    }

    pub(super) fn set_forenames(&mut self, spelling: SpellingId, forenames: u32) {
        self.profiles[spelling.0 as usize].forenames = forenames;
    }

    #[inline]
    pub(super) fn of(&self, spelling: SpellingId) -> &Profile {
        &self.profiles[spelling.0 as usize]
    }

    /// In the order of their numbers.
    pub(super) fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The number of a language that has none yet.
    fn number(&mut self, language: &Language) -> LanguageId {
        let number = u16::try_from(self.languages.len()).map_or(LanguageId::ANOTHER, LanguageId);
        if number != LanguageId::ANOTHER {
            self.languages.push(language.clone());
        }
        number
    }
}

/// Places that are spelled with their kind, by what is left without it.
fn namesakes(tables: &Tables) -> FxHashMap<(&Language, &str), (EntityId, PlaceKind)> {
    let mut found = FxHashMap::default();
    for spelling in &tables.spellings {
        let entity = tables.names[spelling.name.0 as usize].entity;
        if tables.entities[entity.0 as usize].kind != EntityType::Place {
            continue;
        }
        let kind = |word: &str| morph::place_kind(&fold_word(word));
        let first = spelling.text.split_once(' ').map(|(word, rest)| (kind(word), rest));
        let last = spelling.text.rsplit_once(' ').map(|(rest, word)| (kind(word), rest));
        for (kind, rest) in first.into_iter().chain(last) {
            if let Some(kind) = kind {
                found.entry((&spelling.language, rest)).or_insert((entity, kind));
            }
        }
    }
    found
}

fn profile(tables: &Tables, spelling: &Spelling, language: LanguageId) -> Profile {
    let name = &tables.names[spelling.name.0 as usize];
    Profile {
        name: spelling.name,
        entity: name.entity,
        kind: tables.entities[name.entity.0 as usize].kind,
        part: name.part,
        status: spelling.status,
        alone: spelling.alone,
        wording: 0,
        text_end: 0,
        forenames: 0,
        has_rival: false,
        namesake: None,
        cyrillic: spelling.language.is_cyrillic(),
        case: spelling.case,
        small: may_begin_small(spelling.case, &spelling.text),
        language,
    }
}

/// Whether a spelling can be found without a capital: because the gazetteer says so, or spells it so. A number at its
/// head (1. Ordu) has no capital to ask for.
pub(super) fn may_begin_small(case: Case, text: &str) -> bool {
    case == Case::Any
        || text
            .chars()
            .find(|sign| sign.is_alphanumeric())
            .is_some_and(|letter| !letter.is_uppercase())
}
