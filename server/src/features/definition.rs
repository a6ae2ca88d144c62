//! From a mention to where the gazetteer says it, and from the gazetteer to where a text says it.

use std::ops::Range;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::load::outline::outline;

use super::View;

/// Where a mention is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The mention, with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// The very spelling, of every entity that fits.
    pub entries: Vec<Entry>,
}

/// A place in a source of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Index of the source in [`Gazetteer::sources`].
    pub source: usize,
    /// Bytes of its text, as loaded.
    pub range: Range<usize>,
}

/// The definition of what stands at a byte of a document.
pub fn definition(view: &View<'_>, at: usize) -> Option<Definition> {
    let mention = view.analysis.mention_at(at)?;
    Some(of_mention(&view.project.gazetteer, &mention))
}

/// The entries of the entity with an id, in every layer that has one: the topmost first.
pub fn entries(gazetteer: &Gazetteer, id: &str) -> Vec<Entry> {
    let quoted = format!("\"{id}\"");
    let sources = gazetteer.sources().iter().enumerate();
    // A source that does not have the id anywhere need not be parsed.
    let found = sources.filter(|(_, source)| source.text.contains(&quoted));
    let mut entries: Vec<Entry> = found
        .flat_map(|(number, source)| {
            let own = outline(&source.text).into_iter().filter(|entry| entry.id == id);
            own.map(move |entry| Entry {
                source: number,
                range: entry.id_range,
            })
        })
        .collect();
    let top = gazetteer.find(id).map(|entity| &gazetteer.entity(entity).origin);
    let is_top = |entry: &Entry| top.is_some_and(|top| top.source as usize == entry.source && top.range == entry.range);
    entries.sort_by_key(|entry| !is_top(entry));
    entries
}

fn of_mention(gazetteer: &Gazetteer, mention: &Mention) -> Definition {
    let mut entries: Vec<Entry> = Vec::new();
    for candidate in &mention.candidates {
        let origin = &gazetteer.spelling(candidate.spelling).origin;
        let entry = Entry {
            source: origin.source as usize,
            range: origin.range.clone(),
        };
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    Definition {
        range: mention.with_suffix.clone(),
        entries,
    }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::load::load_text;

    use super::*;

    #[test]
    fn the_entries_of_an_overlay_and_of_what_it_lies_over() {
        let text = r#"{"onomast":1,"extends":"builtin","entities":[
            {"id":"person/georgy-chicherin","names":[{"part":"surname","spellings":{"de":["Tschitscherin"]}}]}]}"#;
        let gazetteer = load_text("own.json", text).gazetteer;
        let found = entries(&gazetteer, "person/georgy-chicherin");
        let sources: Vec<bool> = found
            .iter()
            .map(|entry| {
                let source = &gazetteer.sources()[entry.source];
                assert_eq!(&source.text[entry.range.clone()], "person/georgy-chicherin");
                source.builtin
            })
            .collect();
        assert_eq!(sources, [false, true]);
        assert_eq!(entries(&gazetteer, "person/nobody"), []);
    }
}
