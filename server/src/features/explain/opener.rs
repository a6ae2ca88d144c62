//! What opens a quotation, a heading or a reference: the mark, the tag, the command before its first word.

use std::ops::Range;

use onomast_gazetteer::Text;

use crate::features::on_one_line;

/// No longer tag or command is looked for, in bytes.
const LONGEST: usize = 200;

/// What opens a stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opener {
    /// Its first byte.
    pub(crate) at: usize,
    /// As it stands; where nothing but the beginning of a line does, the first word.
    pub(crate) text: String,
}

/// What opens the stretch in which a zone was found.
pub(crate) fn opener(text: &dyn Text, found: &Range<usize>) -> Opener {
    let from = text.boundary(found.start.saturating_sub(LONGEST));
    let before = text.slice(from..found.start);
    let opening = match before.chars().next_back() {
        Some('>') => before.rfind('<'),
        Some('}') => before.rfind('\\'),
        Some(mark) if !mark.is_alphanumeric() && !mark.is_whitespace() => Some(before.len() - mark.len_utf8()),
        _ => None,
    };
    if let Some(opening) = opening {
        return Opener {
            at: from + opening,
            text: on_one_line(&before[opening..]),
        };
    }
    let inside = text.slice(found.start..text.boundary(found.end.min(found.start + LONGEST)));
    let word = inside.split_whitespace().next().unwrap_or_default();
    Opener {
        at: found.start + inside.find(word).unwrap_or_default(),
        text: word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tags_commands_and_lines() {
        for (text, opens) in [
            ("Он сказал: «|Карс наш».", "«"),
            ("<p>Он: <quote xml:lang='ru'>|Карс наш</quote>", "<quote xml:lang='ru'>"),
            ("\\begin{quote}|Карс наш", "\\begin{quote}"),
            ("Раз.\n\n|> Карс наш", ">"),
            ("|# Карс", "#"),
            ("Раз\n|1 Петров П. Очерки.", "1"),
            ("|", ""),
        ] {
            let at = text.find('|').expect("a bar");
            let bare = text.replace('|', "");
            let found = opener(&bare, &(at..bare.len()));
            assert_eq!(found.text, opens, "{text}");
            assert!(bare[found.at..].starts_with(opens), "{text}");
        }
    }
}
