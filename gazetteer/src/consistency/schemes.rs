//! By which schemes the names of a document are transliterated, and which of them by another one than most.

use crate::Gazetteer;
use crate::analysis::{Analysis, Use};
use crate::entity::{SpellingId, Status};
use crate::language::Language;
use crate::translit::{Scheme, transliterate};

/// A spelling by another scheme than most names of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherScheme {
    /// The spelling.
    pub spelling: SpellingId,
    /// The first scheme that gives it.
    pub scheme: Scheme,
    /// The scheme of most names of the document in its language.
    pub mostly: Scheme,
    /// How many spellings that scheme gives, and how many it does not.
    pub counts: (usize, usize),
}

/// A spelling and all the schemes that give it.
struct Transliterated {
    spelling: SpellingId,
    schemes: Vec<Scheme>,
}

/// The spellings in Latin letters, of names that have a Russian spelling, which another scheme gives than most. What no
/// scheme gives says nothing, and the one scheme to keep to must give two spellings at least, and more than it does not.
pub fn other_schemes(analysis: &Analysis) -> Vec<OtherScheme> {
    let gazetteer = analysis.gazetteer();
    let mut found = Vec::new();
    let mut languages: Vec<&Language> = analysis.uses().iter().map(|own| &own.language).collect();
    languages.sort();
    languages.dedup();
    for language in languages.into_iter().filter(|language| !language.is_cyrillic()) {
        let uses = analysis.uses().iter().filter(|own| own.language == *language);
        let all: Vec<Transliterated> = uses.flat_map(|own| transliterated(gazetteer, own)).collect();
        found.extend(others(&all));
    }
    found
}

fn others(all: &[Transliterated]) -> Vec<OtherScheme> {
    let count = |scheme: &Scheme| all.iter().filter(|one| one.schemes.contains(scheme)).count();
    let schemes = Scheme::ALL.iter().rev();
    let Some(mostly) = schemes.max_by_key(|scheme| count(scheme)).copied() else {
        return Vec::new();
    };
    let (by, not_by) = (count(&mostly), all.len() - count(&mostly));
    if by < 2 || by <= not_by {
        return Vec::new();
    }
    let other = |one: &Transliterated| {
        let scheme = one.schemes.first().copied()?;
        (!one.schemes.contains(&mostly)).then_some(OtherScheme {
            spelling: one.spelling,
            scheme,
            mostly,
            counts: (by, not_by),
        })
    };
    all.iter().filter_map(other).collect()
}

fn transliterated(gazetteer: &Gazetteer, own: &Use) -> Vec<Transliterated> {
    let russian: Vec<&str> = gazetteer
        .spellings(own.name)
        .filter(|(_, spelling)| spelling.language == Language::Russian && spelling.status <= Status::Accepted)
        .map(|(_, spelling)| spelling.text.as_str())
        .collect();
    let one = |(id, _): &(SpellingId, u32)| {
        let spelling = gazetteer.spelling(*id);
        let gives = |scheme: &Scheme| {
            *scheme.from() == Language::Russian
                && russian.iter().any(|text| transliterate(text, *scheme) == spelling.text)
        };
        let schemes: Vec<Scheme> = match spelling.scheme {
            Some(scheme) => vec![scheme],
            None => Scheme::ALL.iter().copied().filter(gives).collect(),
        };
        (!schemes.is_empty()).then_some(Transliterated { spelling: *id, schemes })
    };
    own.counts.iter().filter_map(one).collect()
}
