//! A name in the form in which a document mostly has it: Сами-бей for Сами-Бей, V. İ. Lenin for V.İ.Lenin.

use std::ops::Range;

use crate::analysis::{Mention, Paragraph};
use crate::consistency::written::{Manner, Place};
use crate::consistency::{Apostrophe, Difference, FormConflict, SuffixFaultKind, suffix_fault};
use crate::entity::SpellingId;
use crate::fold::is_hyphen;
use crate::language::Language;
use crate::morph::{self, Category, Joint};
use crate::text::Text;

use super::changes::is_prose;
use super::initials::initials;
use super::{Change, Replacement, Replacer, apply, capitals};

impl Replacer<'_> {
    /// A mention in the form of most. `None` where that cannot be made of it: a form is not known, or markup stands there.
    pub fn in_most_form(&mut self, mention: &Mention, conflict: &FormConflict) -> Option<Replacement> {
        let text = self.text;
        let mut changes = Vec::new();
        for (spelling, face) in &conflict.faces {
            changes.extend(self.with_face(mention, *spelling, face)?.changes);
        }
        let core = self.place(mention, conflict.spelling)?;
        for manner in &conflict.manners {
            let made = match (manner.difference, manner.place) {
                (Difference::Dots, _) => around_initials(text, mention, &core, *manner),
                (Difference::Joint | Difference::InnerCapital, Place::Title) => {
                    vec![self.title(mention, conflict.spelling, *manner)?]
                }
                (Difference::Apostrophe, _) => self.apostrophe(mention, *manner)?,
                (Difference::FirstWord, _) => vec![self.first_word(mention, conflict.spelling, *manner)?],
                _ => return None,
            };
            changes.extend(made);
        }
        changes.sort_by_key(|change| (change.range.start, change.range.end));
        // A word may be one of a longer spelling, too.
        changes.dedup();
        let paragraph: &Paragraph = self.paragraph_at(mention.range.start)?;
        let apart = changes.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
        let plain = |change: &Change| is_prose(paragraph, mention.range.start, &change.range);
        if changes.is_empty() || !apart || paragraph.is_verbatim(mention.range.start) || !changes.iter().all(plain) {
            return None;
        }
        Some(Replacement {
            text: read(text, &mention.with_suffix, &changes),
            changes: self.keeping_links(mention.range.start, changes).ok()?,
            caution: None,
        })
    }

    /// The spelling with these capitals, joints, dots and circumflexes, in the form that stands there.
    fn with_face(&mut self, mention: &Mention, spelling: SpellingId, face: &str) -> Option<Replacement> {
        let gazetteer = self.analysis.gazetteer();
        let entry = gazetteer.spelling(spelling);
        let name = gazetteer.name(entry.name);
        let category = Category::of(gazetteer.entity(name.entity), name, entry);
        let found = self.replace_dressed(mention, spelling, face, &category, capitals::first_as_written);
        let mut found = found.ok()?;
        (found.len() == 1).then(|| found.remove(0))
    }

    /// The title behind the name: how it is joined, or its capital.
    fn title(&mut self, mention: &Mention, spelling: SpellingId, manner: Manner) -> Option<Change> {
        let text = self.text;
        let standing = self.standing(mention, spelling)?;
        // It is the last word of the spelling, or behind all of them.
        let before = match (standing.followed, standing.words.as_slice()) {
            (true, _) => standing.core.end,
            (false, [.., before, _]) => before.end,
            (false, _) => return None,
        };
        let rest = text.slice(before..mention.range.end);
        let gap = rest.len() - rest.trim_start_matches(is_gap).len();
        match manner.difference {
            Difference::Joint => Some(Change {
                range: before..before + gap,
                text: manner.joint()?.to_owned(),
            }),
            _ => {
                let turkish = mention.language == Some(Language::Turkish);
                let letter = rest[gap..].chars().next()?;
                Some(Change {
                    range: before + gap..before + gap + letter.len_utf8(),
                    text: capitals::with_first(&letter.to_string(), manner.way == 1, turkish),
                })
            }
        }
    }

    /// The first word of a declined name, declined or not.
    fn first_word(&mut self, mention: &Mention, spelling: SpellingId, manner: Manner) -> Option<Change> {
        let text = self.text;
        let gazetteer = self.analysis.gazetteer();
        let standing = self.standing(mention, spelling)?;
        let entry = gazetteer.spelling(spelling);
        let own = first_of(&entry.text);
        let wanted = match manner.way {
            0 => own.to_owned(),
            _ => {
                let name = gazetteer.name(entry.name);
                let category = Category::of(gazetteer.entity(name.entity), name, entry);
                let mut found: Vec<String> = Vec::new();
                for reading in &mention.readings {
                    let forms = morph::generate(&entry.text, &category, &standing.paragraph, reading, Joint::Solid);
                    found.extend(
                        forms
                            .iter()
                            .map(|form| first_of(form))
                            .filter(|first| *first != own)
                            .map(str::to_owned),
                    );
                }
                found.sort();
                found.dedup();
                // Of two forms none is chosen for the writer.
                (found.len() == 1).then(|| found.remove(0))?
            }
        };
        let range = standing.words.first()?.clone();
        let (kept, text) = tail(&text.slice(range.clone()), &wanted);
        Some(Change {
            range: range.start + kept..range.end,
            text,
        })
    }

    fn apostrophe(&self, mention: &Mention, manner: Manner) -> Option<Vec<Change>> {
        let (wanted, kind) = match manner.way {
            0 => (Apostrophe::Never, SuffixFaultKind::Apostrophe),
            _ => (Apostrophe::Always, SuffixFaultKind::NoApostrophe),
        };
        let fault = suffix_fault(self.analysis, mention, self.text, Some(wanted))?;
        match fault.corrections.as_slice() {
            [only] if fault.kind == kind => Some(vec![Change {
                range: fault.range,
                text: only.clone(),
            }]),
            _ => None,
        }
    }
}

fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || is_hyphen(sign)
}

fn first_of(name: &str) -> &str {
    name.split(is_gap).next().unwrap_or(name)
}

/// What stands stays as long as it is the same, in the writer’s capitals: where it ends, and what follows then.
fn tail(written: &str, wanted: &str) -> (usize, String) {
    let same = |(old, new): &(char, char)| old.to_lowercase().eq(new.to_lowercase());
    let kept = written.chars().zip(wanted.chars()).take_while(same).count();
    let length = written.chars().take(kept).map(char::len_utf8).sum();
    (length, wanted.chars().skip(kept).collect())
}

/// Blanks behind the initials that are not the spelling’s.
fn around_initials(text: &dyn Text, mention: &Mention, core: &Range<usize>, manner: Manner) -> Vec<Change> {
    let source = text.slice(mention.range.clone());
    let letters: Vec<Range<usize>> = initials(&source).collect();
    let mut changes = Vec::new();
    for letter in &letters {
        let from = letter.end + 1;
        let rest = source.get(from..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start().len();
        let place = match letters.iter().any(|other| other.start == from + blanks) {
            true => Place::BetweenInitials,
            false => Place::BehindInitials,
        };
        let range = mention.range.start + from..mention.range.start + from + blanks;
        let is_outside = range.end <= core.start || range.start >= core.end;
        let is_last = rest[blanks..].is_empty();
        if place == manner.place && is_outside && !is_last && (blanks > 0) != (manner.way == 1) {
            let text = if manner.way == 1 { " " } else { "" };
            changes.push(Change {
                range,
                text: text.to_owned(),
            });
        }
    }
    changes
}

/// What is read in a range once it is changed.
fn read(text: &dyn Text, range: &Range<usize>, changes: &[Change]) -> String {
    let end = changes.last().map_or(range.end, |last| last.range.end.max(range.end));
    let start = changes
        .first()
        .map_or(range.start, |first| first.range.start.min(range.start));
    let own = changes.iter().map(|change| Change {
        range: change.range.start - start..change.range.end - start,
        text: change.text.clone(),
    });
    apply(&text.slice(start..end), &own.collect::<Vec<_>>())
}
