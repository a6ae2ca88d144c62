//! The writer’s capitals on the new words.

use crate::language::Language;

use super::Subject;
use super::forms::Form;
use super::standing::{Opening, Standing};

/// Gives a form the capitals of the words it replaces: all of them where those were shouted; the first letter as the
/// sentence wants it or the writer had it; small titles where they were small.
pub(super) fn dress(form: Form, standing: &Standing, old: Subject<'_>, new: Subject<'_>) -> Form {
    let turkish = standing.paragraph == Language::Turkish || *new.category.language == Language::Turkish;
    if is_shouted(&standing.source) && !is_shouted(old.text) {
        let suffix = |suffix: String| {
            let was = standing.suffix.as_ref().map_or("", |old| old.source.as_str());
            if has_small(was) {
                suffix
            } else {
                upper(&suffix, turkish)
            }
        };
        return Form {
            name: upper(&form.name, turkish),
            suffix: form.suffix.map(suffix),
        };
    }
    let name = by_words(&form.name, &standing.source, old.text, new.text, turkish);
    let name = match standing.opening == Opening::Sentence && starts_big(&standing.source) {
        true => with_first(&name, true, turkish),
        false => name,
    };
    Form { name, ..form }
}

/// Whether a form begins with a small letter: де Голль.
pub(super) fn is_small(form: &Form) -> bool {
    form.name.starts_with(char::is_lowercase)
}

/// Gives a form the first letter of the words it replaces, as large or small as that is; its other capitals are meant.
pub(super) fn first_as_written(form: Form, standing: &Standing, _: Subject<'_>, new: Subject<'_>) -> Form {
    let turkish = standing.paragraph == Language::Turkish || *new.category.language == Language::Turkish;
    let name = with_first(&form.name, starts_big(&standing.source), turkish);
    Form { name, ..form }
}

/// The first word as it was in the text, against the spelling; the others where the spellings have as many words.
fn by_words(form: &str, source: &str, old: &str, new: &str, turkish: bool) -> String {
    let (was, spelled): (Vec<&str>, Vec<&str>) = (words(source).collect(), words(old).collect());
    let own: Vec<&str> = words(new).collect();
    let same_count = was.len() == spelled.len() && spelled.len() == own.len();
    let mut dressed = String::with_capacity(form.len());
    let mut rest = form;
    for (number, word) in words(form).enumerate() {
        let at = rest.find(word).unwrap_or(0);
        dressed.push_str(&rest[..at]);
        rest = &rest[at + word.len()..];
        let last = number + 1 == own.len() && was.len() == spelled.len();
        let pair = match number {
            _ if number == 0 || same_count => was.get(number).zip(spelled.get(number)),
            // A title at the end stays as small as the writer has it.
            _ if last && own.last() == spelled.last() => was.last().zip(spelled.last()),
            _ => None,
        };
        let alike = own.get(number).zip(spelled.get(number));
        match pair.map(|(was, spelled)| (starts_big(was), starts_big(spelled))) {
            Some((true, false)) => dressed.push_str(&with_first(word, true, turkish)),
            Some((false, true)) if number > 0 || alike.is_some_and(|(own, old)| starts_big(own) == starts_big(old)) => {
                dressed.push_str(&with_first(word, false, turkish));
            }
            _ => dressed.push_str(word),
        }
    }
    dressed.push_str(rest);
    dressed
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '\u{301}')
        .filter(|word| !word.is_empty())
}

fn starts_big(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Two letters or more, all of them capitals.
fn is_shouted(text: &str) -> bool {
    let letters = text.chars().filter(|sign| sign.is_alphabetic());
    letters.count() > 1 && !has_small(text)
}

fn has_small(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// In capitals: in Turkish i is İ.
pub(super) fn upper(text: &str, turkish: bool) -> String {
    let big = |letter: char| match letter {
        'i' if turkish => "İ".to_owned(),
        other => other.to_uppercase().collect(),
    };
    text.chars().map(big).collect()
}

pub(super) fn with_first(word: &str, capital: bool, turkish: bool) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let first = match first {
        _ if capital => upper(&first.to_string(), turkish),
        'I' if turkish => "ı".to_owned(),
        'İ' => "i".to_owned(),
        other => other.to_lowercase().collect(),
    };
    first + letters.as_str()
}
