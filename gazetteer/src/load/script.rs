//! Words whose letters come from two scripts (Cталин with a Latin C), by Unicode Technical Standard 39.

use unicode_security::mixed_script::AugmentedScriptSet;

/// A word of mixed scripts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mixed<'t> {
    /// The word.
    pub(super) word: &'t str,
    /// Its letters of the rarer script, in order.
    pub(super) letters: String,
}

/// The first word of a spelling that mixes scripts. A word is a run of letters and marks, so that a Roman numeral beside
/// a hyphen is none.
pub(super) fn mixed_word(text: &str) -> Option<Mixed<'_>> {
    text.split(|c: char| !c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c))
        .filter(|word| !word.is_empty() && AugmentedScriptSet::for_str(word).is_empty())
        .map(|word| Mixed {
            word,
            letters: rarer(word),
        })
        .next()
}

/// The letters that do not share a script with most of the others.
fn rarer(word: &str) -> String {
    let fits = |left: char, right: char| {
        let mut set = AugmentedScriptSet::for_char(left);
        set.intersect_with(right.into());
        !set.is_empty()
    };
    let first = word.chars().next().unwrap_or_default();
    let (like, unlike): (String, String) = word.chars().partition(|c| fits(first, *c));
    if like.chars().count() < unlike.chars().count() {
        like
    } else {
        unlike
    }
}

#[cfg(test)]
mod tests {
    use super::mixed_word;

    #[test]
    fn words_of_two_scripts() {
        for (text, expected) in [
            ("Cталин", Some(("Cталин", "C"))),
            ("Иосиф Cталин", Some(("Cталин", "C"))),
            ("Çiçерin", Some(("Çiçерin", "ер"))),
            ("Сталин", None),
            ("IV-й", None),
            ("T.В.", None),
            ("Mustafa Kemal Paşa’nın", None),
            ("Кя\u{301}зым", None),
            ("", None),
        ] {
            let mixed = mixed_word(text);
            assert_eq!(
                mixed.as_ref().map(|mixed| (mixed.word, mixed.letters.as_str())),
                expected,
                "{text}"
            );
        }
    }
}
