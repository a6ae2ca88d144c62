//! What a place in a file of a project is about: an entity by its id, or a spelling.

use std::ops::Range;

use onomast_gazetteer::load::outline::OutlinedEntity;
use onomast_gazetteer::{Gazetteer, Language};

/// What a place is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Bytes of the file, without quotation marks.
    pub range: Range<usize>,
    /// The id of the entity.
    pub id: String,
    /// How it stands there.
    pub standing: Standing,
}

/// How an entity stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its own entry begins there.
    Entry,
    /// Something else names it.
    Named,
    /// A spelling of one of its names.
    Spelling {
        /// The key of the name.
        key: String,
        /// The language of the spelling.
        language: Language,
        /// The dictionary form.
        text: String,
    },
}

/// What a byte of a gazetteer file with these entries is about. Both ends of an id and of a spelling are of it.
pub fn in_gazetteer(entries: &[OutlinedEntity], at: usize) -> Option<Subject> {
    let entry = entries.iter().find(|entry| holds(&entry.range, at))?;
    named(entry, at).or_else(|| spelled(entry, at))
}

/// What a byte of settings or decisions is about: those name entities by id and no other way, so that any word in
/// quotation marks that is the id of one means it. In settings the key of a name may follow behind `#`.
pub fn in_lines(text: &str, at: usize, gazetteer: &Gazetteer) -> Option<Subject> {
    let is_part = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '/');
    let (before, behind) = (text.get(..at)?, text.get(at..)?);
    let start = before.trim_end_matches(is_part).len();
    let end = at + behind.find(|sign| !is_part(sign)).unwrap_or(behind.len());
    let quoted = text[..start].ends_with(['"', '\'']) && text[end..].starts_with(['"', '\'', '#']);
    let id = text.get(start..end).filter(|_| quoted)?;
    gazetteer.find(id)?;
    Some(Subject {
        range: start..end,
        id: id.to_owned(),
        standing: Standing::Named,
    })
}

fn named(entry: &OutlinedEntity, at: usize) -> Option<Subject> {
    let own = std::iter::once((&entry.id, &entry.id_range, Standing::Entry));
    let others = entry.others.iter().map(|(id, range)| (id, range, Standing::Named));
    let (id, range, standing) = own.chain(others).find(|(_, range, _)| holds(range, at))?;
    Some(Subject {
        range: range.clone(),
        id: id.clone(),
        standing,
    })
}

fn spelled(entry: &OutlinedEntity, at: usize) -> Option<Subject> {
    let name = entry.names.iter().find(|name| holds(&name.range, at))?;
    let spelling = name.spellings.iter().find(|spelling| holds(&spelling.range, at))?;
    Some(Subject {
        range: spelling.range.clone(),
        id: entry.id.clone(),
        standing: Standing::Spelling {
            key: name.key.clone(),
            language: Language::parse(&spelling.language)?,
            text: spelling.text.clone(),
        },
    })
}

fn holds(range: &Range<usize>, at: usize) -> bool {
    range.start <= at && at <= range.end
}
