//! Words of the clause that agree with a Russian name in gender or number, and that only their writer can change: attributes
//! beside it, relative clauses and participles behind its comma, predicates anywhere. What they look like is data in
//! `data/tables/beside.ru.toml`; that need not be sure, for where one is found a person is asked.

use crate::analysis::{Mention, Paragraph};
use crate::entity::Number;
use crate::morph;
use crate::reading::GrammaticalCase;
use crate::text::Text;

use super::Subject;
use super::beside::{Agreement, Preposition};
use super::standing::clipped;

/// Bytes on either side of a name that are looked at, and words.
const REACH: usize = 320;
const MOST: usize = 12;

/// Whether gender or number changes while a word of the clause agrees with the name.
pub(super) fn disagrees(
    text: &dyn Text,
    paragraph: &Paragraph,
    mention: &Mention,
    old: Subject<'_>,
    new: Subject<'_>,
) -> bool {
    let (Some(was), Some(becomes)) = (
        morph::noun(old.text, &old.category),
        morph::noun(new.text, &new.category),
    ) else {
        return false;
    };
    let number = was.number != becomes.number;
    let gender = was.gender != becomes.gender && becomes.number == Number::Singular;
    if !number && !gender {
        return false;
    }
    let (before, behind) = (before(text, paragraph, mention), behind(text, paragraph, mention));
    let is_nominative = |case: Option<GrammaticalCase>| matches!(case, None | Some(GrammaticalCase::Nominative));
    let readings = &mention.readings;
    let governed = |word: &Word| word.joint == Joint::Blank && Preposition::find(&word.text).is_some();
    let nominative = (readings.is_empty() || readings.iter().any(|reading| is_nominative(reading.case)))
        && !before.first().is_some_and(governed);
    let beside = before.first().is_some_and(|word| match word.joint {
        Joint::Blank => word.is_pronoun() || word.is_attribute(),
        Joint::Comma | Joint::Dash => word.is_pronoun(),
    });
    let added = behind.first().is_some_and(|word| match word.joint {
        Joint::Blank => word.is_relative(),
        Joint::Comma => word.is_relative() || word.is_attribute(),
        Joint::Dash => false,
    });
    let predicate = nominative && before.iter().chain(&behind).any(Word::is_predicate);
    // Эривань – красивая и древняя.
    let is_said = nominative && behind.first().is_some_and(|word| word.joint == Joint::Dash);
    let said = is_said && behind.iter().any(|word| word.is_attribute() || word.is_pronoun());
    beside || added || predicate || said
}

/// A word of the clause, in small letters.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    text: String,
    /// What stands between it and the name, or the word before it on the way.
    joint: Joint,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Blank,
    Comma,
    Dash,
}

impl Word {
    fn ends_in(&self, endings: &[String]) -> bool {
        let is_end = |ending: &String| {
            self.text
                .strip_suffix(ending.as_str())
                .is_some_and(|stem| stem.is_empty() || stem.chars().nth(1).is_some())
        };
        endings.iter().any(is_end)
    }

    fn is_pronoun(&self) -> bool {
        Agreement::get().pronouns.contains(&self.text)
    }

    fn is_attribute(&self) -> bool {
        Preposition::find(&self.text).is_none() && self.ends_in(&Agreement::get().attributes)
    }

    fn is_predicate(&self) -> bool {
        self.ends_in(&Agreement::get().predicates)
    }

    fn is_relative(&self) -> bool {
        let mut starts = Agreement::get().relatives.iter();
        starts.any(|start| self.text.starts_with(start.as_str()))
    }
}

/// The words of the clause before a name, the nearest first.
fn before(text: &dyn Text, paragraph: &Paragraph, mention: &Mention) -> Vec<Word> {
    let at = mention.range.start;
    let Some(pieces) = paragraph.stream(at) else {
        return Vec::new();
    };
    let start = text.boundary(at.saturating_sub(REACH));
    let clip = clipped(text, pieces, start..at);
    let folded = clip.folded.text();
    let line = folded.rsplit('\n').next().unwrap_or_default();
    words(line.rsplit(' ').map(|piece| {
        let (word, signs) = parts(piece);
        (signs, word)
    }))
}

/// The words of the clause behind it.
fn behind(text: &dyn Text, paragraph: &Paragraph, mention: &Mention) -> Vec<Word> {
    let at = mention.with_suffix.end;
    let Some(pieces) = paragraph.stream(mention.range.start) else {
        return Vec::new();
    };
    let end = text.boundary(text.len().min(at + REACH));
    let clip = clipped(text, pieces, at..end);
    let folded = clip.folded.text();
    let line = folded.split('\n').next().unwrap_or_default();
    let pieces = line.split(' ').map(parts);
    words(pieces.scan("", |before, (word, signs)| {
        Some((std::mem::replace(before, signs), word))
    }))
}

/// The words of a clause from a name on, each with the signs that part it from the one before on the way.
fn words<'a>(steps: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut joint = Joint::Blank;
    for (signs, word) in steps {
        if words.len() >= MOST || ends_clause(signs) {
            break;
        }
        joint = joined(joint, signs);
        if !word.is_empty() {
            words.push(Word {
                text: word.to_lowercase(),
                joint,
            });
            joint = Joint::Blank;
        }
    }
    words
}

/// What stands between blanks: the word, and the signs behind it. Signs alone stand behind no word.
fn parts(piece: &str) -> (&str, &str) {
    let is_sign = |sign: char| !sign.is_alphanumeric();
    let start = piece.find(char::is_alphanumeric).unwrap_or(0);
    let end = piece.trim_end_matches(is_sign).len().max(start);
    (&piece[start..end], &piece[end..])
}

fn ends_clause(signs: &str) -> bool {
    signs.contains(['.', ';', ':', '!', '?', '…'])
}

fn joined(joint: Joint, signs: &str) -> Joint {
    if signs.contains(',') {
        Joint::Comma
    } else if signs.contains(['–', '—', '-']) {
        Joint::Dash
    } else {
        joint
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_piece_is_a_word_between_signs() {
        assert_eq!(parts("(греческая),"), ("греческая", "),"));
        assert_eq!(parts("—"), ("", "—"));
        assert_eq!(parts("9"), ("9", ""));
        assert_eq!(parts(""), ("", ""));
    }
}
