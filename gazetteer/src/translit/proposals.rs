//! How a name that the gazetteer has in one language may be spelled in another. Proposals are for people to choose from;
//! nothing here decides.

use crate::language::Language;

use super::scheme::{Direction, Scheme, read_back, transliterate};

/// A spelling that a name may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The spelling.
    pub text: String,
    /// The scheme that gave it. It was read back by it where the language asked for is the one that it spells the names of.
    pub scheme: Scheme,
}

/// The spellings that a name of one language may have in another, best first, each once; none where no scheme leads from
/// one to the other.
///
/// Schemes come in their order, each with its most usual spelling; then the further habits of their practices. On the
/// way back a scheme that gives the very spelling again comes before those that do not, and, in Turkish and its like, a
/// name that ends as Russian ones do (-ov, -ski) is taken for one first.
pub fn proposals(spelling: &str, from: &Language, to: &Language) -> Vec<Proposal> {
    let (from, to) = (modern(from), modern(to));
    let forth = || {
        Scheme::ALL
            .iter()
            .filter(move |scheme| scheme.from() == from && scheme.to().contains(to))
    };
    let proposal = |scheme: &Scheme, text| Proposal { text, scheme: *scheme };
    let mut found = Vec::new();
    let mut back = read_back_proposals(spelling, from, to);
    let told = back.iter().filter(|read| read.told).count();
    found.extend(back.drain(..told).map(|read| read.proposal));
    found.extend(forth().map(|scheme| proposal(scheme, transliterate(spelling, *scheme))));
    found.extend(back.into_iter().map(|read| read.proposal));
    for scheme in forth() {
        let variants = scheme.table().variants.iter().map(|variant| variant.apply(spelling));
        found.extend(variants.map(|text| proposal(scheme, text)));
    }
    once_each(found)
}

/// A proposal found on the way back.
struct ReadBack {
    proposal: Proposal,
    /// Whether the name ends as those that the scheme spells.
    told: bool,
    /// Whether the scheme gives the spelling again.
    confirmed: bool,
}

/// The surest first.
fn read_back_proposals(spelling: &str, from: &Language, to: &Language) -> Vec<ReadBack> {
    let leads = |scheme: &&Scheme| scheme.from() == to && scheme.to().contains(from);
    let mut found: Vec<ReadBack> = Scheme::ALL
        .iter()
        .filter(leads)
        .filter_map(|scheme| {
            let table = scheme.table();
            let text = read_back(spelling, *scheme)?;
            let mut directions = std::iter::once(&table.forth).chain(&table.variants);
            Some(ReadBack {
                told: tells(&table.tells, spelling),
                confirmed: directions.any(|direction: &Direction| direction.apply(&text) == spelling),
                proposal: Proposal { text, scheme: *scheme },
            })
        })
        .collect();
    found.sort_by_key(|read| (!read.told, !read.confirmed));
    found
}

/// Whether a word of the spelling ends in one of these.
fn tells(endings: &[String], spelling: &str) -> bool {
    spelling.split(|letter: char| !letter.is_alphabetic()).any(|word| {
        endings
            .iter()
            .any(|ending| word.len() > ending.len() && word.ends_with(ending.as_str()))
    })
}

/// The language whose schemes serve a language: old spelling is read by the tables of today's.
fn modern(language: &Language) -> &Language {
    match language {
        Language::RussianPreReform => &Language::Russian,
        other => other,
    }
}

fn once_each(proposals: Vec<Proposal>) -> Vec<Proposal> {
    let mut kept: Vec<Proposal> = Vec::new();
    for proposal in proposals {
        if !kept.iter().any(|earlier| earlier.text == proposal.text) {
            kept.push(proposal);
        }
    }
    kept
}
