//! What is asked of a spelling at every hit, side by side: the tables of a gazetteer are wide, and far from one another.

use std::collections::HashMap;

use crate::entity::{Alone, Case, EntityId, EntityType, NameId, Part, Spelling, SpellingId, Status};
use crate::gazetteer::Tables;
use crate::language::Language;

/// The profiles of all spellings.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    profiles: Vec<Profile>,
    languages: Vec<Language>,
}

/// A spelling in short.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Profile {
    pub(crate) name: NameId,
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityType,
    pub(crate) part: Part,
    pub(crate) status: Status,
    pub(crate) alone: Alone,
    /// Number of its text: homonyms have the same.
    pub(crate) wording: u32,
    pub(super) case: Case,
    /// Whether it can be found without a capital.
    pub(super) small: bool,
    pub(super) language: LanguageId,
}

/// Number of a language that a gazetteer has spellings in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LanguageId(pub(super) u16);

impl Profiles {
    pub(super) fn new(tables: &Tables) -> Profiles {
        let mut profiles = Profiles::default();
        let mut wordings: HashMap<&str, u32> = HashMap::new();
        for spelling in &tables.spellings {
            let language = profiles.number(&spelling.language);
            let next = wordings.len() as u32;
            let wording = *wordings.entry(&spelling.text).or_insert(next);
            profiles.profiles.push(profile(tables, spelling, language, wording));
        }
        profiles
    }

    #[inline]
    pub(super) fn of(&self, spelling: SpellingId) -> &Profile {
        &self.profiles[spelling.0 as usize]
    }

    /// In the order of their numbers.
    pub(super) fn languages(&self) -> &[Language] {
        &self.languages
    }

    fn number(&mut self, language: &Language) -> LanguageId {
        let known = self.languages.iter().position(|known| known == language);
        let number = known.unwrap_or_else(|| {
            self.languages.push(language.clone());
            self.languages.len() - 1
        });
        LanguageId(u16::try_from(number).unwrap_or(u16::MAX))
    }
}

fn profile(tables: &Tables, spelling: &Spelling, language: LanguageId, wording: u32) -> Profile {
    let name = &tables.names[spelling.name.0 as usize];
    Profile {
        name: spelling.name,
        entity: name.entity,
        kind: tables.entities[name.entity.0 as usize].kind,
        part: name.part,
        status: spelling.status,
        alone: spelling.alone,
        wording,
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
