//! Rows that say which letters become what, and where: the notation of `data/tables/translit/` and its longest match.
//! It must not know a letter.
//!
//! A pattern is `left(letters)right`, or only `letters`. Left and right are looked at and not taken: small letters stand
//! for themselves, a capital A–Z for one letter of the class of that name, `#` for the edge of a word; a class may
//! contain `#`. Of the rows that fit, the one with the most letters applies, then the one that looks at more, then the
//! one that names letters rather than classes. So the order of rows means nothing.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Sets of letters by the capital that stands for them.
pub(super) type Classes = BTreeMap<char, String>;

/// Patterns with what they give, as a file has them.
pub(super) type Rows = BTreeMap<String, String>;

/// The rows of a table, ready to be applied.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    classes: Classes,
    /// By their first letter, the one that wins first.
    rules: BTreeMap<char, Vec<Rule>>,
}

#[derive(Debug, Clone)]
struct Rule {
    /// From the letter before the match outwards.
    left: Vec<char>,
    letters: Vec<char>,
    right: Vec<char>,
    output: String,
}

/// How a row stands to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    No,
    /// As far as the text goes.
    SoFar,
    Yes,
}

impl Rules {
    /// Reads rows; which is wrong, and how, where one is.
    pub(super) fn read(classes: &Classes, rows: &Rows) -> Result<Rules, String> {
        let mut rules: BTreeMap<char, Vec<Rule>> = BTreeMap::new();
        for (pattern, output) in rows {
            let rule = Rule::read(pattern, output).ok_or_else(|| format!("no pattern: {pattern}"))?;
            let unknown = |item: &&char| item.is_ascii_uppercase() && !classes.contains_key(item);
            if let Some(class) = rule.left.iter().chain(&rule.right).find(unknown) {
                return Err(format!("no class {class}: {pattern}"));
            }
            let first = rule.letters.first().copied().unwrap_or_default();
            rules.entry(first).or_default().push(rule);
        }
        for rules in rules.values_mut() {
            rules.sort_by_key(|rule| Reverse(rule.precision()));
        }
        Ok(Rules {
            classes: classes.clone(),
            rules,
        })
    }

    /// Whether some row begins with this letter.
    pub(super) fn knows(&self, letter: char) -> bool {
        self.rules.contains_key(&letter)
    }

    /// How many letters the best row takes at a place, and what it gives for them.
    pub(super) fn apply(&self, letters: &[char], at: usize) -> Option<(usize, &str)> {
        self.beginning(letters, at)
            .find(|rule| self.fit(rule, letters, at) == Fit::Yes)
            .map(|rule| (rule.letters.len(), rule.output.as_str()))
    }

    /// What rows would give that want more letters than the text has left.
    pub(super) fn unfinished(&self, letters: &[char], at: usize) -> impl Iterator<Item = &str> {
        self.beginning(letters, at)
            .filter(move |rule| self.fit(rule, letters, at) == Fit::SoFar)
            .map(|rule| rule.output.as_str())
    }

    /// The patterns of which two cannot be told apart: the same letters, contexts of the same precision that may both
    /// be met.
    #[cfg(test)]
    pub(super) fn ambiguous(&self) -> Vec<String> {
        let mut found = Vec::new();
        for rules in self.rules.values() {
            for (number, left) in rules.iter().enumerate() {
                let same = |right: &&Rule| {
                    right.letters == left.letters
                        && right.precision() == left.precision()
                        && right.output != left.output
                        && self.overlap(&left.left, &right.left)
                        && self.overlap(&left.right, &right.right)
                };
                found.extend(rules.iter().skip(number + 1).find(same).map(|_| format!("{left:?}")));
            }
        }
        found
    }

    #[cfg(test)]
    fn overlap(&self, one: &[char], other: &[char]) -> bool {
        let letters = |item: &char| match self.classes.get(item) {
            Some(class) => class.clone(),
            None => item.to_string(),
        };
        one.iter().zip(other).all(|(one, other)| {
            let other = letters(other);
            letters(one).chars().any(|letter| other.contains(letter))
        })
    }

    fn beginning(&self, letters: &[char], at: usize) -> impl Iterator<Item = &Rule> {
        letters
            .get(at)
            .and_then(|first| self.rules.get(first))
            .into_iter()
            .flatten()
    }

    fn fit(&self, rule: &Rule, letters: &[char], at: usize) -> Fit {
        let before = |distance: usize| at.checked_sub(distance + 1).and_then(|place| letters.get(place));
        let mut left = rule.left.iter().enumerate();
        if !left.all(|(distance, item)| self.stands_for(*item, before(distance).copied())) {
            return Fit::No;
        }
        let mut rest = letters[at.min(letters.len())..].iter().copied();
        for expected in &rule.letters {
            match rest.next() {
                Some(letter) if letter == *expected => {}
                Some(_) => return Fit::No,
                None => return Fit::SoFar,
            }
        }
        for (item, letter) in rule.right.iter().zip(rest.map(Some).chain(std::iter::repeat(None))) {
            match letter {
                letter if self.stands_for(*item, letter) => {}
                Some(_) => return Fit::No,
                None => return Fit::SoFar,
            }
        }
        Fit::Yes
    }

    fn stands_for(&self, item: char, letter: Option<char>) -> bool {
        let letter = letter.filter(|letter| letter.is_alphabetic()).unwrap_or(EDGE);
        item == letter || self.classes.get(&item).is_some_and(|class| class.contains(letter))
    }
}

/// What is beside the first and the last letter of a word.
const EDGE: char = '#';

impl Rule {
    fn read(pattern: &str, output: &str) -> Option<Rule> {
        let (left, rest) = pattern.split_once('(').unwrap_or(("", pattern));
        let (letters, right) = rest.split_once(')').unwrap_or((rest, ""));
        let plain = !letters.is_empty() && !letters.contains(['(', ')', EDGE]) && !right.contains(['(', ')']);
        let edges = !left.trim_start_matches(EDGE).contains(EDGE) && !right.trim_end_matches(EDGE).contains(EDGE);
        (plain && edges).then(|| Rule {
            left: left.chars().rev().collect(),
            letters: letters.chars().collect(),
            right: right.chars().collect(),
            output: output.to_owned(),
        })
    }

    /// How much it says of the text: letters, letters beside them, those of the latter that it names.
    fn precision(&self) -> (usize, usize, usize) {
        let beside = self.left.iter().chain(&self.right);
        let named = beside.clone().filter(|item| !item.is_ascii_uppercase()).count();
        (self.letters.len(), beside.count(), named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(rows: &[(&str, &str)]) -> Result<Rules, String> {
        let classes = Classes::from([('V', "aei".to_owned()), ('S', "#aei".to_owned())]);
        let rows = rows
            .iter()
            .map(|(pattern, output)| ((*pattern).into(), (*output).into()));
        Rules::read(&classes, &rows.collect())
    }

    fn check(rows: &[(&str, &str)], text: &str, expected: &str) {
        let rules = rules(rows).unwrap();
        let letters: Vec<char> = text.chars().collect();
        let mut result = String::new();
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let (taken, output) = rules.apply(&letters, at).unwrap_or((1, ""));
            match output {
                "" => result.push(*letter),
                output => result.push_str(output),
            }
            at += taken;
        }
        assert_eq!(result, expected, "{text}");
    }

    #[test]
    fn the_row_that_says_most_applies() {
        check(&[("a", "1"), ("ab", "2"), ("(a)b", "3")], "ab aba", "2 21");
        check(
            &[("b", "1"), ("V(b)", "2"), ("a(b)", "3"), ("V(b)V", "4")],
            "b ab eb eba aba",
            "1 a3 e2 e4a a4a",
        );
        check(
            &[("b", "1"), ("#(b)", "2"), ("(b)#", "3"), ("#(b)#", "4")],
            "bbb b",
            "213 4",
        );
        check(&[("b", "1"), ("S(b)", "2")], "bb ab, b’b", "21 a2, 2’2");
        check(
            &[("b", "1"), ("ea(b)", "2"), ("a(b)ia", "3")],
            "eab abia abi",
            "ea2 a3ia a1i",
        );
    }

    #[test]
    fn patterns_that_are_none() {
        for (pattern, expected) in [
            ("", "no pattern: "),
            ("()a", "no pattern: ()a"),
            ("a(b)(c)", "no pattern: a(b)(c)"),
            ("b#", "no pattern: b#"),
            ("a#(b)", "no pattern: a#(b)"),
            ("(b)#a", "no pattern: (b)#a"),
            ("X(b)", "no class X: X(b)"),
        ] {
            assert_eq!(rules(&[(pattern, "")]).unwrap_err(), expected);
        }
    }

    #[test]
    fn rows_that_want_more() {
        let rules = rules(&[("t", "1"), ("tsch", "2"), ("(t)V", "3"), ("b(t)V", "4")]).unwrap();
        let unfinished = |text: &str| {
            let letters: Vec<char> = text.chars().collect();
            rules.unfinished(&letters, 0).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(unfinished("t"), "2 3");
        assert_eq!(unfinished("ts"), "2");
        assert_eq!(unfinished("ta"), "");
        assert_eq!(unfinished(""), "");
    }
}
