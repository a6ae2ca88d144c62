//! What becomes of decisions where the program itself changes the words that they are about: their place is known then,
//! and an anchor that would no longer find it is made anew. Nobody decides twice because a fix was made.

use std::ops::Range;
use std::sync::Arc;

use onomast_gazetteer::Text;
use onomast_gazetteer::anchor::{Anchor, CONTEXT, Place};
use onomast_gazetteer::replace::{Change, apply};

use super::placed::find;
use super::{Decision, DecisionsFile, Placed, line};

/// How far from a decision a change can touch its anchor, in bytes.
const REACH: usize = CONTEXT * 4;

/// The decisions about a text, as they are once these changes are made, which are sorted and do not overlap. Those whose
/// anchor would not lead to the same words get another.
pub fn carry(placed: &[Placed], text: &dyn Text, changes: &[Change]) -> Vec<Placed> {
    let touched = |range: &Range<usize>| {
        let from = range.start.saturating_sub(REACH);
        let first = changes.partition_point(|change| change.range.end < from);
        changes
            .get(first)
            .is_some_and(|change| change.range.start <= range.end + REACH)
    };
    let mut carried: Vec<Placed> = placed.to_vec();
    let (moves, mut near) = (Moves::new(changes), Vec::new());
    for (number, one) in carried.iter_mut().enumerate() {
        near.extend(one.places().iter().any(touched).then_some(number));
        one.place = one.place.moved(|range| Some(moves.stretch(range)));
    }
    if near.is_empty() {
        return carried;
    }
    let text = apply(&text.slice(0..text.len()), changes);
    let unplaced = |&number: &usize| Placed {
        decision: carried[number].decision.clone(),
        place: Place::Gone,
    };
    let mut found: Vec<Placed> = near.iter().map(unplaced).collect();
    find(&mut found, &text);
    for (number, found) in near.into_iter().zip(found) {
        let one = &mut carried[number];
        let leads_to = |place: &Range<usize>| {
            let shares = |found: &&Range<usize>| found.start < place.end && place.start < found.end;
            let same = |found: &Range<usize>| text.get(found.clone()) == text.get(place.clone());
            found.places().iter().find(shares).is_some_and(same)
        };
        let places = one.places();
        if !places.iter().any(leads_to)
            && let Some(anchor) = places.first().and_then(|place| Anchor::of(&text, place.clone()))
        {
            one.decision = Arc::new(Decision {
                anchor,
                ..(*one.decision).clone()
            });
        }
    }
    carried
}

/// The changes to the file of decisions that write down what was carried: of each line the words and those around them, and
/// nothing else in it.
pub fn amendments(file: &DecisionsFile, carried: &[Placed]) -> Vec<Change> {
    let known = |placed: &&Placed| {
        let line = &placed.decision.line;
        // They stand in the order of their lines.
        let found = file
            .decisions
            .binary_search_by_key(&line.start, |known| known.line.start);
        let known = found.ok().map(|number| &file.decisions[number]);
        known.is_some_and(|known| known.line == *line && known.anchor != placed.decision.anchor)
    };
    let amended = carried.iter().filter(known);
    let mut changes: Vec<Change> = amended
        .flat_map(|placed| {
            let range = &placed.decision.line;
            let line = file.text.get(range.clone()).unwrap_or_default();
            let changes = line::anchored(line, &placed.decision.anchor).into_iter();
            changes.map(|change| Change {
                range: range.start + change.range.start..range.start + change.range.end,
                text: change.text,
            })
        })
        .collect();
    changes.sort_by_key(|change| change.range.start);
    changes
}

/// Where places of a text are once some changes are made.
struct Moves<'a> {
    changes: &'a [Change],
    /// Of as many of the first changes: the bytes that they take away and put in.
    sums: Vec<(usize, usize)>,
}

impl<'a> Moves<'a> {
    fn new(changes: &'a [Change]) -> Moves<'a> {
        let sums = changes.iter().scan((0, 0), |(removed, added), change| {
            (*removed, *added) = (*removed + change.range.len(), *added + change.text.len());
            Some((*removed, *added))
        });
        Moves {
            changes,
            sums: std::iter::once((0, 0)).chain(sums).collect(),
        }
    }

    /// What was put in the place of a part of a stretch is in it.
    fn stretch(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start, |_| 0);
        start..self.place(range.end, |change| change.text.len()).max(start)
    }

    fn place(&self, at: usize, within: impl Fn(&Change) -> usize) -> usize {
        let before = self.changes.partition_point(|change| change.range.end <= at);
        let (removed, added) = self.sums.get(before).copied().unwrap_or_default();
        match self.changes.get(before).filter(|change| change.range.start < at) {
            Some(change) => change.range.start - removed + added + within(change),
            None => at - removed + added,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(text: &str, old: &str, new: &str) -> Change {
        let start = text.find(old).unwrap();
        Change {
            range: start..start + old.len(),
            text: new.to_owned(),
        }
    }

    fn file(lines: &str) -> DecisionsFile {
        DecisionsFile::parse("d.jsonl".into(), lines.into())
    }

    /// The file as it is written when some words are replaced by others.
    #[track_caller]
    fn check(lines: &str, text: &str, replaced: &[(&str, &str)], expected: &str) {
        let file = file(lines);
        let mut changes: Vec<Change> = replaced.iter().map(|(old, new)| change(text, old, new)).collect();
        changes.sort_by_key(|change| change.range.start);
        let carried = carry(&file.about("a.md", &text), &text, &changes);
        let written = apply(&file.text, &amendments(&file, &carried));
        assert_eq!(written, expected);
        // What is written leads to the same places as what was carried.
        let text = apply(text, &changes);
        let found = DecisionsFile::parse("d.jsonl".into(), written.into()).about("a.md", &&*text);
        let places = |all: &[Placed]| all.iter().map(|one| one.place.clone()).collect::<Vec<_>>();
        assert_eq!(places(&found), places(&carried));
    }

    const TEXT: &str = "Он писал: «В Ангоре было тихо, и Ангора молчала». Карс пал.";

    #[test]
    fn a_decision_follows_the_words_that_a_fix_changes() {
        check(
            "{\"path\":\"a.md\", \"kind\":\"zone\",\"zone\":\"narration\",\"quote\" : \"Ангоре\",\"before\":\"Он писал: «В \",\"after\":\" было тихо, и\",\"why\":\"мои слова\",\"by\":\"N\"}\n",
            TEXT,
            &[("Ангоре", "Анкаре"), ("Ангора", "Анкара")],
            "{\"path\":\"a.md\", \"kind\":\"zone\",\"zone\":\"narration\",\"quote\" : \"Анкаре\",\"before\":\"Он писал: «В \",\"after\":\" было тихо, и Анкара молчала». К\",\"why\":\"мои слова\",\"by\":\"N\"}\n",
        );
    }

    #[test]
    fn what_is_still_found_stays_as_it_was_written() {
        let line = "{\"path\":\"a.md\",\"quote\":\"Карс\",\"kind\":\"not-a-name\"}\n{\"path\":\"b.md\",\"quote\":\"Ангоре\",\"kind\":\"not-a-name\"}";
        check(line, TEXT, &[("Ангоре", "Анкаре"), ("Ангора", "Анкара")], line);
    }

    #[test]
    fn a_change_of_a_part_of_the_words_is_in_them() {
        check(
            "{\"path\":\"a.md\",\"quote\":\"Ангоре было тихо\",\"kind\":\"zone\",\"zone\":\"narration\"}",
            TEXT,
            &[("тихо, и", "спокойно, а")],
            "{\"path\":\"a.md\",\"quote\":\"Ангоре было спокойно, а\",\"before\":\"Он писал: «В \",\"after\":\" Ангора молчала». Карс пал.\",\"kind\":\"zone\",\"zone\":\"narration\"}",
        );
    }
}
