//! Findings that a file of known ones takes away, and how a finding is written into it.

use std::collections::HashMap;

use onomast_gazetteer::Text;
use onomast_gazetteer::anchor::CONTEXT;

use crate::features::finding::Finding;
use crate::project::baseline::Known;

/// So many characters beside the words of a finding must still be the same.
const LEAST: usize = 8;

/// The findings of a text that are known, each of which takes one away at most: the one whose surroundings are most alike.
pub(super) struct Recognized<'a> {
    text: &'a dyn Text,
    left: HashMap<Key, Vec<&'a Known>>,
}

impl<'a> Recognized<'a> {
    pub(super) fn new(known: &'a [Known], text: &'a dyn Text) -> Recognized<'a> {
        let mut left: HashMap<Key, Vec<&Known>> = HashMap::new();
        for known in known {
            left.entry(key(known)).or_default().push(known);
        }
        Recognized { text, left }
    }

    /// Whether a finding is known; what is known of it is then used up.
    pub(super) fn takes(&mut self, finding: &Finding) -> bool {
        if self.left.is_empty() {
            return false;
        }
        let here = known_as(finding, "", self.text);
        let Some(same) = self.left.get_mut(&key(&here)) else {
            return false;
        };
        let alike = same
            .iter()
            .enumerate()
            .map(|(number, known)| (alike(&here, known), number));
        let best = alike.max_by_key(|(alike, number)| (*alike, std::cmp::Reverse(*number)));
        match best {
            Some((Some(_), number)) => {
                same.swap_remove(number);
                true
            }
            _ => false,
        }
    }
}

/// Code, entity and words.
type Key = (String, Option<String>, String);

fn key(known: &Known) -> Key {
    (known.code.clone(), known.entity.clone(), known.quote.clone())
}

/// A finding as the file has it. `path` is that of its text, from the root.
pub fn known_as(finding: &Finding, path: &str, text: &dyn Text) -> Known {
    let range = &finding.range;
    let before = text.slice(text.boundary(range.start.saturating_sub(WIDE))..range.start);
    let after = text.slice(range.end..text.boundary(range.end + WIDE));
    let before: Vec<char> = on_one_line(&before).chars().collect();
    Known {
        path: path.to_owned(),
        code: finding.code.as_str().to_owned(),
        entity: finding.entity.clone(),
        quote: on_one_line(&text.slice(range.clone())),
        before: before[before.len().saturating_sub(CONTEXT)..].iter().collect(),
        after: on_one_line(&after).chars().take(CONTEXT).collect(),
    }
}

/// Bytes read on either side: more than the context has.
const WIDE: usize = 8 * CONTEXT;

/// Every run of white space is one blank: lines may be broken elsewhere.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(sign),
        }
    }
    line
}

/// How many characters directly around the words are the same; `None` where that is not enough.
fn alike(here: &Known, known: &Known) -> Option<usize> {
    let before = common(here.before.chars().rev(), known.before.chars().rev());
    let after = common(here.after.chars(), known.after.chars());
    let whole = here.before == known.before || here.after == known.after;
    (whole || before + after >= LEAST).then_some(before + after)
}

fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::finding::{Code, Severity};

    fn finding(text: &str, word: &str) -> Finding {
        let start = text.find(word).unwrap();
        Finding::plain(
            Code::NearMiss,
            Severity::Warning,
            start..start + word.len(),
            String::new(),
        )
    }

    /// What is left of the findings of a text when those of another are known.
    fn left(known: (&str, &[&str]), now: (&str, &[&str])) -> Vec<String> {
        let known: Vec<Known> = known
            .1
            .iter()
            .map(|word| known_as(&finding(known.0, word), "a.md", &known.0))
            .collect();
        let mut findings: Vec<Finding> = now.1.iter().map(|word| finding(now.0, word)).collect();
        let mut recognized = Recognized::new(&known, &now.0);
        findings.retain(|finding| !recognized.takes(finding));
        findings
            .into_iter()
            .map(|finding| now.0[finding.range].to_owned())
            .collect()
    }

    #[test]
    fn what_is_known_is_gone_wherever_it_has_moved() {
        let old = "Вчера Чечерин писал из Анкры.";
        for (now, expected) in [
            (old, vec![]),
            ("Новый абзац.\n\nВчера Чечерин писал\nиз Анкры.", vec![]),
            ("Вчера Чечерин писал, и долго, из Анкры.", vec![]),
            ("Совсем иначе: Чечерин. А потом из Анкры.", vec!["Чечерин"]),
        ] {
            let words = ["Чечерин", "Анкры"];
            assert_eq!(left((old, &words), (now, &words)), expected, "{now}");
        }
    }

    #[test]
    fn each_is_known_once() {
        let text = "из Анкры.";
        let known = [known_as(&finding(text, "Анкры"), "a.md", &text)];
        let mut twice = vec![finding(text, "Анкры"), finding(text, "Анкры")];
        let mut recognized = Recognized::new(&known, &text);
        twice.retain(|finding| !recognized.takes(finding));
        assert_eq!(twice.len(), 1);
    }
}
