//! What a reader gets, without the protocol: one file a feature, one a diagnostic code.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::EntityId;
use onomast_gazetteer::{Analysis, Text};

use crate::index::Index;
use crate::project::{DocumentSettings, Placed, Project};

pub mod code_actions;
pub mod completion;
pub mod counterparts;
pub mod decisions_file;
pub mod declaration;
pub mod definition;
pub mod diagnostics;
pub mod document_highlight;
pub mod document_link;
pub mod document_symbol;
pub mod entities;
pub mod entity_page;
pub mod explain;
pub mod finding;
pub mod fixes;
#[cfg(test)]
mod fixture;
mod forms;
pub mod gazetteer_file;
pub mod hover;
pub mod inlay_hint;
mod markup;
pub mod naming;
pub mod new_entity;
pub mod references;
pub mod respell;
pub mod search;
pub mod semantic_tokens;
pub mod settings_file;
pub mod status;
pub mod walk;
pub mod workspace_symbol;

/// One document in its project, at one moment. Every feature is a function of it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The project, with its gazetteer.
    pub project: &'a Project,
    /// What the settings say of the document.
    pub settings: &'a DocumentSettings,
    /// Its text.
    pub text: &'a dyn Text,
    /// Its analysis, of that text and the project's gazetteer.
    pub analysis: &'a Analysis,
    /// What people decided about places of it; the analysis knows of it.
    pub decisions: &'a [Placed],
    /// What all documents of the project use, as of the last quiet moment; `None` until all have been read, and where the
    /// gazetteer is another by now.
    pub index: Option<&'a Index>,
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View")
            .field("settings", self.settings)
            .finish_non_exhaustive()
    }
}

impl View<'_> {
    /// The ids of the entities that a mention may mean: one where there is no doubt.
    pub fn ids(&self, mention: &Mention) -> Vec<String> {
        let gazetteer = &self.project.gazetteer;
        let entities = entities_of(mention).into_iter();
        entities.map(|entity| gazetteer.entity(entity).id.clone()).collect()
    }

    /// A mention with its suffix as it is shown by itself, on one line. A mark that closes in it what was opened before it
    /// (“Yeni Dünya”nın) gets its partner, if that stands there, and goes if not.
    fn surface(&self, range: Range<usize>) -> String {
        const MARKS: [(char, char); 5] = [('“', '”'), ('«', '»'), ('„', '“'), ('(', ')'), ('[', ']')];
        let mut text = on_one_line(&self.text.slice(range.clone()));
        let start = self.text.boundary(range.start.saturating_sub(4));
        let before = self.text.slice(start..range.start);
        for (opening, closing) in MARKS {
            let Some(at) = text.find(closing).filter(|_| !text.contains(opening)) else {
                continue;
            };
            match before.ends_with(opening) {
                true => text.insert(0, opening),
                false if opening == '„' => {}
                false => drop(text.remove(at)),
            }
        }
        text
    }

    /// The mentions that share a byte with a range of the document, suffixes included.
    fn mentions_touching(&self, range: Range<usize>) -> Vec<Mention> {
        let before = self.analysis.mention_at(range.start);
        let before =
            before.filter(|mention| mention.range.start < range.start && range.start < mention.with_suffix.end);
        let inside = self.analysis.mentions_in(range);
        before.into_iter().chain(inside).collect()
    }
}

/// The entities that a mention may mean, each once, sorted. Mentions for which they are equal are told apart by nothing.
fn entities_of(mention: &Mention) -> Vec<EntityId> {
    let mut entities: Vec<EntityId> = mention.candidates.iter().map(|candidate| candidate.entity).collect();
    entities.dedup();
    entities
}

/// A piece of a text as it is read: on one line, without what only printing put into it. A hyphen at the end of a line
/// goes, unless a capital follows: then it is the writer's (`Упмал-⏎Ангарский`).
pub fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    let mut at = text;
    while let Some(word) = words.next() {
        let behind = &at[at.find(word).map_or(at.len(), |start| start + word.len())..];
        let gap = behind.len() - behind.trim_start().len();
        let broken = behind[..gap].contains(['\n', '\r']);
        at = behind;
        let next = words.peek().and_then(|next| next.chars().next());
        match word.strip_suffix(['-', '\u{2010}', '\u{ad}', '¬']) {
            Some(part) if broken && next.is_some_and(char::is_lowercase) => line.push_str(part),
            Some(_) if broken => line.push_str(word),
            _ => {
                line.push_str(word);
                line.extend(next.map(|_| ' '));
            }
        }
    }
    line.retain(|letter| letter != '\u{ad}' && !letter.is_control());
    line
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn what_printing_put_into_a_name_is_gone() {
        for (text, expected) in [
            ("Сивас", "Сивас"),
            ("Великого нацио-\nнального собрания", "Великого национального собрания"),
            ("Советских респуб-\r\n\u{c}\nлик", "Советских республик"),
            ("Упмал-\nАнгарским", "Упмал-Ангарским"),
            ("Сами-бе-\n  ем", "Сами-беем"),
            ("Enver \nPaşa’nın", "Enver Paşa’nın"),
            ("Ата\u{ad}тюрк", "Ататюрк"),
            ("Ата¬\nтюрк", "Ататюрк"),
            ("Бекир - Сами", "Бекир - Сами"),
            ("В.\u{a0}И.\u{a0}Ле-\nнин", "В. И. Ленин"),
            ("-\n-", "--"),
            ("\u{7}", ""),
            ("", ""),
        ] {
            assert_eq!(on_one_line(text), expected, "{text:?}");
        }
    }
}
