//! Why each word of a text is taken for a name or not, in sentences.
//!
//! The command line explains a whole text, the editor the word at the cursor; both say the same of it.

use std::ops::Range;
use std::path::Path;

use onomast_gazetteer::analysis::{Account, Standing, explain};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::{Analysis, Text};

use super::View;
use crate::message::Messages;
use crate::project::RoleSaid;

mod answer;
mod opener;
mod sources;
mod words;

pub(crate) use opener::opener;
pub(crate) use sources::Sources;

/// A text with its analysis, and what was considered for each word of a part of it.
pub(crate) struct Explained<'a> {
    pub(crate) text: &'a dyn Text,
    pub(crate) analysis: &'a Analysis,
    pub(crate) accounts: Vec<Account>,
    /// The folder from which people see files.
    pub(crate) seen_from: &'a Path,
    /// Whose words the text holds, where it is a document.
    pub(crate) role: Option<RoleSaid>,
}

/// Why one word is a name or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The mention with its suffix, else the word: bytes of the document.
    pub range: Range<usize>,
    /// Ids of the entities that fit; none where it is no name.
    pub entities: Vec<String>,
    /// What kind of prose it stands in; `None` in markup and code.
    pub zone: Option<Zone>,
    /// Sentences for people.
    pub text: String,
}

impl<'a> Explained<'a> {
    /// Accounts for the words that share a byte with `range`, which need not begin or end between characters.
    pub(crate) fn new(
        text: &'a dyn Text,
        analysis: &'a Analysis,
        range: Range<usize>,
        seen_from: &'a Path,
        role: Option<RoleSaid>,
    ) -> Explained<'a> {
        Explained {
            text,
            analysis,
            accounts: explain(analysis, text, range),
            seen_from,
            role,
        }
    }

    /// A block of lines for each name and each word that looks like one, and a line a kind for the others.
    pub(crate) fn to_text(&self, messages: &'static Messages) -> String {
        answer::answer(self, messages)
    }
}

/// Explains the name or word at a byte of a document of this role, both ends included. `None` between words.
pub fn explanation(
    view: &View<'_>,
    at: usize,
    role: Option<RoleSaid>,
    messages: &'static Messages,
) -> Option<Explanation> {
    let mention = view.analysis.mention_at(at);
    let wanted = mention
        .as_ref()
        .map_or(at.saturating_sub(1)..at + 1, |mention| mention.with_suffix.clone());
    let mut explained = Explained::new(view.text, view.analysis, wanted, &view.project.root, role);
    if mention.is_none() {
        // Of two words that touch, the right one.
        let keep = explained.accounts.len().saturating_sub(1);
        explained.accounts.drain(..keep);
    }
    let first = explained.accounts.first()?;
    let word = first.word.clone();
    let zone = match first.stands {
        Standing::Prose { zone, .. } => Some(zone),
        Standing::NoProse => None,
    };
    Some(Explanation {
        zone,
        entities: mention.as_ref().map_or_else(Vec::new, |mention| view.ids(mention)),
        range: mention.map_or(word, |mention| mention.with_suffix),
        text: explained.to_text(messages).trim_end().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::explanation;
    use crate::features::fixture::Fixture;
    use crate::message::{Locale, Messages};

    #[test]
    fn the_word_at_the_cursor_is_explained_and_no_other() {
        for (text, surface, entities, part) in [
            (
                "Вчера Чичерину$0 писали.",
                "Чичерину",
                1,
                "Чичерин (person/chicherin#surname, ru, preferred, names.gazetteer.json:",
            ),
            ("Вчера Г. В.$0 Чичерину писали.", "Г. В. Чичерину", 1, "Г. В."),
            ("Bugün Halil$0 geldi.", "Halil", 2, "person/halil-mentese"),
            ("Вчера Чичеринщину$0 писали.", "Чичеринщину", 0, "Чичерин"),
            ("Вчера писали$0 Чичерину.", "писали", 0, "1"),
        ] {
            let fixture = Fixture::read(&format!("//- /a.md\n{text}\n"));
            let found = explanation(&fixture.view(), fixture.cursor, None, Messages::of(Locale::English)).expect(text);
            assert_eq!(&fixture.text[found.range], surface, "{text}");
            assert_eq!(found.entities.len(), entities, "{text}");
            assert!(found.text.contains(part), "{text}: {}", found.text);
        }
        let fixture = Fixture::read("//- /a.md\nВчера $0 писали.\n");
        assert_eq!(
            explanation(&fixture.view(), fixture.cursor, None, Messages::of(Locale::English)),
            None
        );
    }
}
