//! From mention to mention: those of one entity, or all.

use std::ops::Range;

use super::{View, entities_of, naming};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the end of the document, then on from its beginning.
    Next,
    /// To the beginning of the document, then on from its end.
    Previous,
}

/// Which mentions are walked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those of the entity at the place from which one walks; of an ambiguous mention, those that may mean the same.
    Same,
    /// All.
    Any,
}

/// Where a step leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The mention with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// Ids of the entities that fit; one where there is no doubt.
    pub entities: Vec<String>,
    /// What they are called, in the reader’s language.
    pub title: String,
    /// Which of the mentions it is, from 0.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// Whether the end was passed.
    pub wrapped: bool,
}

/// The next or previous mention from a byte of a document. `None` off a name where the same entity is wanted, and where
/// there is no mention at all. Of an only mention the step leads back to it.
pub fn step(view: &View<'_>, at: usize, direction: Direction, among: Among) -> Option<Step> {
    let here = view.analysis.mention_at(at);
    let wanted = here.as_ref().map(entities_of);
    if among == Among::Same && wanted.is_none() {
        return None;
    }
    let from = here.map_or(at, |mention| mention.range.start);
    let mentions = view.analysis.mentions();
    let mentions: Vec<_> = mentions
        .filter(|mention| among == Among::Any || wanted.as_ref() == Some(&entities_of(mention)))
        .collect();
    let found = match direction {
        Direction::Next => mentions.iter().position(|mention| mention.range.start > from),
        Direction::Previous => mentions.iter().rposition(|mention| mention.range.start < from),
    };
    let index = match direction {
        Direction::Next => found.unwrap_or(0),
        Direction::Previous => found.unwrap_or(mentions.len().saturating_sub(1)),
    };
    let mention = mentions.get(index)?;
    let locale = view.project.messages().locale();
    Some(Step {
        title: naming::titles(view.analysis.gazetteer(), &entities_of(mention), locale),
        range: mention.with_suffix.clone(),
        entities: view.ids(mention),
        index,
        count: mentions.len(),
        wrapped: found.is_none(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture;

    #[track_caller]
    fn check(direction: Direction, among: Among, text: &str) {
        fixture::check(text, |view, at| {
            let found = step(view, at, direction, among).into_iter();
            let words = |step: Step| {
                let round = if step.wrapped { ", round" } else { "" };
                (step.range, format!("{} of {}{round}", step.index + 1, step.count))
            };
            found.map(words).collect()
        });
    }

    #[test]
    fn from_one_to_the_next_and_round_the_end() {
        check(
            Direction::Next,
            Among::Same,
            "//- /a.md
Чиче$0рин в Анкаре. Чичерина ждали.
                  ^^^^^^^^ 2 of 2
",
        );
        check(
            Direction::Next,
            Among::Same,
            "//- /a.md
Чичерин в Анкаре. Чичерина$0 ждали.
^^^^^^^ 1 of 2, round
",
        );
        check(
            Direction::Previous,
            Among::Same,
            "//- /a.md
$0Чичерин в Анкаре. Чичерина ждали.
                  ^^^^^^^^ 2 of 2, round
",
        );
        check(
            Direction::Previous,
            Among::Same,
            "//- /a.md
Один Чичерин$0.
     ^^^^^^^ 1 of 1, round
",
        );
    }

    #[test]
    fn any_mention_from_anywhere() {
        check(
            Direction::Next,
            Among::Any,
            "//- /a.md
Чичерин $0в Анкаре. Чичерина ждали.
          ^^^^^^ 2 of 3
",
        );
        check(
            Direction::Previous,
            Among::Any,
            "//- /a.md
Чичерин в Анкаре. Чичерина ждали.$0
                  ^^^^^^^^ 3 of 3
",
        );
        check(Direction::Next, Among::Any, "//- /a.md\nНикого $0нет.\n");
        check(Direction::Next, Among::Same, "//- /a.md\nЧичерин $0в Анкаре.\n");
    }
}
