//! Initials: a writer who has one keeps it, and it follows the name that it stands for.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::analysis::{Mention, Paragraph};
use crate::fold::fold_word;
use crate::text::Text;

use super::Change;
use super::changes::is_prose;

/// A spelling in the shape of another one of as many words: with an initial wherever that has one, and the surname first
/// where that has it first. Of `E. Mango` and `Andrew Mango`, `A. Mango`; of `Rozaliev Y. K.` and `Yuriy Nikolayeviç Rozaliev`,
/// `Rozaliev Y. N.`
pub fn in_shape_of(old: &str, new: &str) -> String {
    let (was, mut own): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    if was.len() != own.len() {
        return new.to_owned();
    }
    let mut comma = "";
    if let (Some((first, initials)), Some(last)) = (was.split_first(), own.last())
        && !initials.is_empty()
        && initials.iter().all(|word| is_initial(word))
        && !is_initial(first)
        && !is_initial(last)
    {
        own.rotate_right(1);
        comma = if first.ends_with(',') { "," } else { "" };
    }
    let word = |(old, new): (&&str, &&str)| match first_letter(new).filter(|_| is_initial(old) && !is_initial(new)) {
        Some(letter) => format!("{letter}."),
        None => (*new).to_owned(),
    };
    let mut words: Vec<String> = was.iter().zip(&own).map(word).collect();
    if let Some(first) = words.first_mut() {
        first.push_str(comma);
    }
    words.join(" ")
}

/// The changes to the initials in a mention that stand for these names. One that is not the first letter of the old name
/// is somebody’s own, and stays.
pub(super) fn changes(
    text: &dyn Text,
    paragraph: &Paragraph,
    mention: &Mention,
    old: &[&str],
    new: &[&str],
) -> Vec<Change> {
    let source = text.slice(mention.range.clone());
    let mut changes = Vec::new();
    for (initial, (old, new)) in initials(&source).zip(old.iter().zip(new)) {
        let range = mention.range.start + initial.start..mention.range.start + initial.end;
        let (Some(was), Some(becomes)) = (first_letter(old), first_letter(new)) else {
            continue;
        };
        let written = &source[initial];
        if fold_word(written) == fold_word(was) && was != becomes && is_prose(paragraph, mention.range.start, &range) {
            changes.push(Change {
                range,
                text: becomes.to_owned(),
            });
        }
    }
    changes
}

/// The letters before the dots of the initials of a name, by place.
pub(super) fn initials(name: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut before = ' ';
    name.char_indices().filter_map(move |(at, sign)| {
        let begins = !std::mem::replace(&mut before, sign).is_alphanumeric();
        let behind = &name[at + sign.len_utf8()..];
        let marks = behind.find(|sign| !is_combining_mark(sign)).unwrap_or(behind.len());
        let is_it = begins && sign.is_uppercase() && behind[marks..].starts_with('.');
        is_it.then(|| at..at + sign.len_utf8() + marks)
    })
}

fn is_initial(word: &str) -> bool {
    initials(word).next().is_some_and(|letter| letter.end + 1 == word.len())
}

/// The first letter of a word, with its marks.
fn first_letter(word: &str) -> Option<&str> {
    let first = word.chars().next().filter(|sign| sign.is_alphabetic())?;
    let behind = &word[first.len_utf8()..];
    let marks = behind.find(|sign| !is_combining_mark(sign)).unwrap_or(behind.len());
    word.get(..first.len_utf8() + marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_kept() {
        for (old, new, expected) in [
            ("E. Mango", "Andrew Mango", "A. Mango"),
            ("E. Manro", "A. Mango", "A. Mango"),
            ("Andru Mango", "Andrew Mango", "Andrew Mango"),
            ("E. Mango", "Mango", "Mango"),
            ("Г. В. Чечерин", "Георгий Васильевич Чичерин", "Г. В. Чичерин"),
            ("Rozaliev Y. K.", "Yuriy Nikolayeviç Rozaliev", "Rozaliev Y. N."),
            ("Чечерин, Г. В.", "Георгий Васильевич Чичерин", "Чичерин, Г. В."),
            ("Rozaliev Y. K.", "Rozaliev Y. N.", "Rozaliev Y. N."),
        ] {
            assert_eq!(in_shape_of(old, new), expected, "{old}");
        }
    }

    #[test]
    fn initials_of_a_name() {
        let of = |name: &'static str| initials(name).map(|range| &name[range]).collect::<Vec<_>>();
        assert_eq!(of("G. V. Çiçerin"), ["G", "V"]);
        assert_eq!(of("Чичерин, Г.В."), ["Г", "В"]);
        assert_eq!(of("I\u{307}. Bey"), ["I\u{307}"]);
        assert!(of("Çiçerin’in").is_empty());
    }
}
