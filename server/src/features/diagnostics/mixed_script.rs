//! `mixed-script`: a word has a letter of another script that looks like the right one (Cталин with a Latin C), so that
//! no search finds it.
//!
//! Roman numerals with an ending (XIXв) and what a hyphen parts are left alone, and so is a word of which other letters
//! show that both scripts are meant.
//!
//! Why: The word looks right, and no search and no index finds it.
//!
//! Russian: «Приказ Cталина» with a Latin C.
//!
//! Turkish: “Çiçеrin’in notası” with a Cyrillic е.

use onomast_gazetteer::analysis::MixedWord;

use super::{At, Context, Draft};
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>) -> Vec<(At, Draft)> {
    let words = context.view.analysis.mixed_words(context.view.text);
    words.iter().map(|word| draft(context, word)).collect()
}

fn draft(context: &Context<'_>, word: &MixedWord) -> (At, Draft) {
    let written = on_one_line(&context.view.text.slice(word.range.clone()));
    let others: Vec<String> = foreign(&written, &word.right).map(String::from).collect();
    let message = context.messages.text(
        "finding-mixed-script",
        &[
            ("surface", written.into()),
            ("letters", others.join(", ").into()),
            (
                "script",
                if is_latin(&word.right) { "latin" } else { "cyrillic" }.into(),
            ),
        ],
    );
    let at = At::place(context.gazetteer, word.range.clone(), word.zone, word.spelling);
    let draft = Draft {
        message,
        spelling: word.spelling,
        proposals: context.proposal(&word.range, &word.right).into_iter().collect(),
        ..Draft::default()
    };
    (at, draft)
}

fn is_latin(word: &str) -> bool {
    !word.chars().any(|letter| matches!(letter, '\u{400}'..='\u{52f}'))
}

/// The letters of a word that are not those of the right one.
fn foreign<'a>(written: &'a str, right: &'a str) -> impl Iterator<Item = char> + 'a {
    let pairs = written
        .chars()
        .filter(|sign| sign.is_alphabetic())
        .zip(right.chars().filter(|sign| sign.is_alphabetic()));
    pairs.filter(|(one, other)| one != other).map(|(one, _)| one)
}
