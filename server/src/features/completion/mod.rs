//! Names while they are typed: in any script, in the language of the paragraph, in the case form that has been begun.
//!
//! What has been typed may be one word or several (`typed.rs`); what it may become is a spelling that begins so, to the eye
//! or to the ear, or a form of one (`candidates.rs`). All that is offered replaces the same stretch of text, since some
//! clients know one such stretch a list.

use std::collections::BTreeMap;
use std::ops::Range;

use onomast_gazetteer::entity::{EntityId, EntityType, Status};
use onomast_gazetteer::prefixes::Prefixes;
use onomast_gazetteer::reading::Readings;
use onomast_gazetteer::{Gazetteer, Language};

use super::View;
use super::naming;
use crate::message::Locale;

mod candidates;
#[cfg(test)]
mod tests;
mod typed;

use candidates::{Candidate, Usage};
use typed::Typed;

/// So many are offered; whoever misses one types on.
const OFFERED: usize = 50;

/// What is so much farther from what was typed than the nearest is not what was meant: by more than one letter that the ear takes
/// for another.
const ASTRAY: u32 = 3;

/// Of a gazetteer with no more spellings the table of beginnings is made by whoever asks first; of a larger one until it is
/// made only what the text and the project use is offered, of which so many spellings are looked at. It takes a frame.
const AT_ONCE: usize = 128;

/// What may be written where somebody types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What has been typed of it: bytes of the document, up to the place that was asked about.
    pub range: Range<usize>,
    /// Where the word ends in which the place lies; behind the range, or its end.
    pub word_end: usize,
    /// The text of the range.
    pub typed: String,
    /// The likeliest first; never empty.
    pub items: Vec<Item>,
}

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is to stand in the range.
    pub text: String,
    /// The name in it: without the words before it that stay as they are.
    pub name: String,
    /// Whom or what it names: several where the gazetteer knows several so called; never none.
    pub bearers: Vec<Bearer>,
    /// What the form says; empty for a dictionary form.
    pub readings: Readings,
    /// What the gazetteer thinks of the spelling.
    pub status: Status,
}

/// An entity that is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The entity.
    pub entity: EntityId,
    /// What kind of thing it is.
    pub kind: EntityType,
    /// Its main name in the reader's language, else in any, where it is another than the one offered.
    pub main_name: Option<String>,
}

/// Whether somebody asked for names, or only typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Asked: small letters will do.
    ByHand,
    /// Typed a letter, or a sign that may begin a suffix: only what begins with a capital is a name, and of the names only
    /// what is surely meant is one, since most of what is typed is none.
    ByTyping,
}

/// What may be written at a byte of a document. `None` outside of prose, behind fewer than three letters (two, if they are
/// capitals), and where nothing fits. Nobody
/// waits for the table of beginnings ([`Gazetteer::prefixes`]): before it is made, what the text and the project use is all
/// that fits.
pub fn completion(view: &View<'_>, at: usize, asked: Asked, locale: Locale) -> Option<Completion> {
    let typed = Typed::before(view, at)?;
    let usage = Usage::of(view);
    let language = typed.language(view);
    let gazetteer = &*view.project.gazetteer;
    let of_used;
    let prefixes = match prefixes_at_once(gazetteer) {
        Some(made) => made,
        None => {
            of_used = gazetteer.prefixes_of(&usage.spellings(gazetteer, AT_ONCE));
            &of_used
        }
    };
    let mut ranked: Vec<(usize, &str, Candidate)> = Vec::new();
    let mut first: Option<usize> = None;
    for beginning in typed.beginnings(asked) {
        let mut found = candidates::candidates(view, &beginning, language.as_ref(), &usage, prefixes);
        if asked == Asked::ByTyping {
            found.retain(|candidate| candidate.is_sure(&beginning));
        }
        // What a longer beginning is part of is not to be said once more inside it.
        let found = found
            .into_iter()
            .filter(|candidate| first.is_none() || !candidate.inside);
        let found: Vec<Candidate> = found.collect();
        if !found.is_empty() {
            let start = *first.get_or_insert(beginning.start);
            let before = typed.text(start..beginning.start);
            ranked.extend(found.into_iter().map(|found| (beginning.start, before, found)));
        }
    }
    let start = first?;
    let nearest = ranked.iter().map(|(_, _, candidate)| candidate.distance).min();
    let farthest = nearest.unwrap_or_default() + ASTRAY;
    ranked.retain(|(_, _, candidate)| candidate.distance <= farthest);
    ranked.sort_by_cached_key(|(start, _, candidate)| (candidate.standing(), *start, candidate.rank(&usage)));
    let mut items: Vec<Item> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (_, before, candidate) in ranked {
        let text = format!("{before}{}", candidate.text);
        let place = *places.entry(text.clone()).or_insert(items.len());
        match items.get_mut(place) {
            Some(same) => same.add(bearer(view, &candidate, locale)),
            None if place < OFFERED => items.push(item(bearer(view, &candidate, locale), text, candidate)),
            None => {}
        }
    }
    Some(Completion {
        range: start..at,
        word_end: typed::word_end(view, at),
        typed: typed.text(start..at).to_owned(),
        items,
    })
}

/// The table of beginnings, if it need not be waited for.
pub(super) fn prefixes_at_once(gazetteer: &Gazetteer) -> Option<&Prefixes> {
    match gazetteer.tables().spellings.len() {
        ..=AT_ONCE => Some(gazetteer.prefixes()),
        _ => gazetteer.prefixes_if_made(),
    }
}

impl Item {
    fn add(&mut self, bearer: Bearer) {
        if !self.bearers.iter().any(|known| known.entity == bearer.entity) {
            self.bearers.push(bearer);
        }
    }
}

fn item(bearer: Bearer, text: String, candidate: Candidate) -> Item {
    Item {
        text,
        name: candidate.text,
        bearers: vec![bearer],
        readings: candidate.readings,
        status: candidate.status,
    }
}

fn bearer(view: &View<'_>, candidate: &Candidate, locale: Locale) -> Bearer {
    let gazetteer = &*view.project.gazetteer;
    let main_name = naming::main_names(gazetteer, candidate.entity, locale)
        .into_iter()
        .next();
    let main_name = main_name.map(|(_, name)| name);
    Bearer {
        entity: candidate.entity,
        kind: gazetteer.entity(candidate.entity).kind,
        main_name: main_name.filter(|name| *name != candidate.text),
    }
}

/// The script that a language is written in, as far as it matters here.
fn same_script(one: &Language, other: &Language) -> bool {
    one.is_cyrillic() == other.is_cyrillic()
}
