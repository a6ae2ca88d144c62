//! Mentions as tokens, for the editor to color.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::{EntityType, Status};
use onomast_gazetteer::prose::Zone;

use super::View;
use crate::project::Role;

/// A mention to be colored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// With its suffix: bytes of the document. It may go over a line break.
    pub range: Range<usize>,
    /// What kind of thing it means; of an ambiguous one the kind that all candidates share, else `Other`.
    pub kind: EntityType,
    /// Whether more than one entity fits.
    pub ambiguous: bool,
    /// Whether the gazetteer calls the spelling historical, outdated or wrong, whoever is meant.
    pub non_preferred: bool,
    /// Whether it stands in other people’s words: in a quotation, a bibliography, a source or an edition.
    pub quoted: bool,
}

/// The tokens of a document, or of those mentions that share a byte with a range of it. Empty where the settings want
/// nothing colored.
pub fn semantic_tokens(view: &View<'_>, within: Option<Range<usize>>) -> Vec<Token> {
    if !view.project.decorates() {
        return Vec::new();
    }
    let mentions: Vec<Mention> = match within {
        None => view.analysis.mentions().collect(),
        Some(within) => view.mentions_touching(within),
    };
    mentions.into_iter().map(|mention| token(view, mention)).collect()
}

fn token(view: &View<'_>, mention: Mention) -> Token {
    let gazetteer = &view.project.gazetteer;
    let kind = |entity| gazetteer.entity(entity).kind;
    let mut kinds = mention.candidates.iter().map(|candidate| kind(candidate.entity));
    let first = kinds.next().unwrap_or(EntityType::Other);
    let mut candidates = mention.candidates.iter();
    let others_words = matches!(view.settings.role, Role::Source | Role::Edition);
    Token {
        kind: if kinds.all(|kind| kind == first) {
            first
        } else {
            EntityType::Other
        },
        ambiguous: mention.entity().is_none(),
        non_preferred: candidates.all(|candidate| gazetteer.spelling(candidate.spelling).status > Status::Accepted),
        quoted: others_words || matches!(mention.zone, Zone::Quotation | Zone::Bibliography),
        range: mention.with_suffix,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture;

    #[track_caller]
    fn check(text: &str) {
        fixture::check(text, |view, _| {
            let words = |token: Token| {
                let flags = [
                    (token.ambiguous, "ambiguous"),
                    (token.non_preferred, "non-preferred"),
                    (token.quoted, "quoted"),
                ];
                let flags = flags.iter().filter(|(set, _)| *set).map(|(_, word)| *word);
                let words: Vec<&str> = std::iter::once(token.kind.as_str()).chain(flags).collect();
                (token.range, words.join(" "))
            };
            semantic_tokens(view, None).into_iter().map(words).collect()
        });
    }

    #[test]
    fn types_and_modifiers() {
        check(
            "//- /a.md
Чичерин писал: «В Ангоре было тихо, и Чичерин знал об этом из писем».
^^^^^^^ person
                  ^^^^^^ place non-preferred quoted
                                      ^^^^^^^ person quoted

Bugün Halil geldi, Tchitcherine’e yazdı.
      ^^^^^ person ambiguous
                   ^^^^^^^^^^^^^^ person non-preferred
",
        );
    }

    #[test]
    fn a_source_is_other_peoples_words() {
        check(
            "//- /a.md
---
onomast: { role: source }
---

Чичерин в Анкаре.
^^^^^^^ person quoted
          ^^^^^^ place quoted
",
        );
    }

    #[test]
    fn a_range_takes_what_it_touches() {
        let fixture = fixture::Fixture::read("//- /a.md\nЧичерин в Анкаре, Чичерин.\n");
        let tokens = |range| semantic_tokens(&fixture.view(), Some(range)).len();
        let ankara = fixture.text.find("Анкаре").expect("in the text");
        assert_eq!(tokens(0..fixture.text.len()), 3);
        assert_eq!(tokens(ankara + 2..ankara + 4), 1, "begun before the range");
        assert_eq!(tokens(0..ankara), 1);
        assert_eq!(tokens(14..15), 0, "behind a mention");
        assert_eq!(tokens(9000..9001), 0);
    }
}
