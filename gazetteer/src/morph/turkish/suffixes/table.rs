//! The rows of `data/tables/suffixes.tr.toml`.

use serde::Deserialize;

use crate::entity::Number;
use crate::morph::turkish::lists::SoundLists;
use crate::reading::{Copula, GrammaticalCase, Possessor, Reading};

/// The table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::morph::turkish) struct Suffixes {
    pub(super) plural: Vec<Plain>,
    pub(super) possessive: Vec<Possessive>,
    pub(super) case: Vec<Case>,
    pub(super) ki: Vec<Plain>,
    pub(super) copula: Vec<CopulaRow>,
    pub(in crate::morph::turkish) sounds: SoundLists,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plain {
    pub(super) form: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Possessive {
    pub(super) form: String,
    pub(super) person: u8,
    pub(super) number: Number,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) case: CaseName,
    /// Nothing where it stands behind a possessive only.
    #[serde(default)]
    pub(super) form: String,
    pub(super) pronominal: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CopulaRow {
    pub(super) copula: CopulaName,
    pub(super) form: String,
    /// First to third person in the singular, then in the plural.
    pub(super) persons: [String; 6],
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum CaseName {
    Accusative,
    Dative,
    Locative,
    Ablative,
    Genitive,
    Instrumental,
    Equative,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum CopulaName {
    Present,
    Past,
    Evidential,
    Conditional,
    While,
}

impl Suffixes {
    /// The templates of all suffixes.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        let plain = self.plural.iter().chain(&self.ki).map(|row| &row.form);
        let cases = self.case.iter().flat_map(|row| [&row.form, &row.pronominal]);
        let copulas = self
            .copula
            .iter()
            .flat_map(|row| std::iter::once(&row.form).chain(&row.persons));
        let possessives = self.possessive.iter().map(|row| &row.form);
        plain.chain(cases).chain(copulas).chain(possessives).map(String::as_str)
    }
}

impl CopulaRow {
    /// The bare present (Ankara’dayım) follows a case; behind the bare word it is a possessive or another word.
    pub(super) fn may_follow(&self, reading: &Reading) -> bool {
        let inside = matches!(
            reading.case,
            Some(GrammaticalCase::Locative | GrammaticalCase::Ablative)
        );
        !self.form.is_empty() || inside
    }

    /// Each person that the copula has, the third in the singular being none.
    pub(super) fn persons(&self) -> impl Iterator<Item = (Option<Possessor>, &str)> {
        let numbers = [Number::Singular, Number::Plural].into_iter();
        let subjects = numbers.flat_map(|number| [1, 2, 3].map(|person| Possessor { person, number }));
        let he = Possessor {
            person: 3,
            number: Number::Singular,
        };
        let pairs = subjects.zip(&self.persons);
        pairs.filter_map(move |(subject, form)| match subject == he {
            true => (!self.form.is_empty()).then_some((None, form.as_str())),
            false => (!form.is_empty()).then_some((Some(subject), form.as_str())),
        })
    }
}

impl Possessive {
    pub(super) fn possessor(&self) -> Possessor {
        Possessor {
            person: self.person,
            number: self.number,
        }
    }
}

impl CaseName {
    pub(super) fn value(self) -> GrammaticalCase {
        match self {
            CaseName::Accusative => GrammaticalCase::Accusative,
            CaseName::Dative => GrammaticalCase::Dative,
            CaseName::Locative => GrammaticalCase::Locative,
            CaseName::Ablative => GrammaticalCase::Ablative,
            CaseName::Genitive => GrammaticalCase::Genitive,
            CaseName::Instrumental => GrammaticalCase::Instrumental,
            CaseName::Equative => GrammaticalCase::Equative,
        }
    }
}

impl CopulaName {
    pub(super) fn value(self) -> Copula {
        match self {
            CopulaName::Present => Copula::Present,
            CopulaName::Past => Copula::Past,
            CopulaName::Evidential => Copula::Evidential,
            CopulaName::Conditional => Copula::Conditional,
            CopulaName::While => Copula::While,
        }
    }
}
