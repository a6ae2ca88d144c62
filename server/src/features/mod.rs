//! What a reader gets, without the protocol: one file a feature, one a diagnostic code.

use onomast_gazetteer::{Analysis, Text};

use crate::project::{DocumentSettings, Placed, Project};

pub mod completion;
pub mod definition;
pub mod diagnostics;
pub mod finding;
pub mod hover;

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
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View")
            .field("settings", self.settings)
            .finish_non_exhaustive()
    }
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
