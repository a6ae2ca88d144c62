//! What is counted: Четырнадцать пунктов, Двадцать шесть бакинских комиссаров. The numeral asks for a genitive in the
//! nominative and accusative, and agrees in the other cases (Четырнадцати пунктов, Четырнадцатью пунктами), so that the
//! paradigms of its noun begin with that genitive. *(Russian Grammar 1980, § 1367–1370)*

use crate::entity::Number;
use crate::morph::Category;
use crate::morph::spelling::{Stem, Word};

use super::{Plurals, TABLES, Use, animacy, fixed, modern, stems, unchanged};

/// What a numeral makes of the noun behind it.
#[derive(Debug, Clone, Copy)]
struct Numeral {
    /// The role that its own forms come from; none for figures.
    role: Option<&'static str>,
    /// The role of its noun.
    counted: &'static str,
}

/// The stems of a name that begins with a numeral, and the word that decides; `None` where it does not, or where no noun
/// stands behind it in the genitive. What stands behind the noun stays as it is.
pub(super) fn phrase(words: &[Word<'_>], category: &Category<'_>) -> Option<(Vec<Vec<Stem>>, usize)> {
    let numerals: Vec<Numeral> = words.iter().map_while(numeral).collect();
    let last = numerals.last()?;
    let agreeing = |word: &Word<'_>, role: &str| {
        let (text, lemma) = modern(word);
        let how = Use {
            animacy: animacy(category),
            gender: None,
            plurals: Plurals::All,
        };
        stems(text, &lemma, &[role], how)
    };
    let behind = &words[numerals.len()..];
    let is_adjective = |word: &&Word<'_>| {
        ["counted-adjective", "adjective"]
            .iter()
            .any(|role| !agreeing(word, role).is_empty())
    };
    let adjectives = behind.iter().take_while(is_adjective).count();
    let decides = numerals.len() + adjectives;
    let noun = agreeing(words.get(decides).filter(|noun| !noun.hyphen)?, last.counted);
    if noun.is_empty() {
        return None;
    }
    let numerals = numerals.iter().zip(words).map(|(numeral, word)| match numeral.role {
        Some(role) => agreeing(word, role),
        None => fixed(word, Number::Plural),
    });
    let adjectives = behind
        .iter()
        .take(adjectives)
        .map(|word| match agreeing(word, "counted-adjective") {
            stems if stems.is_empty() => agreeing(word, "adjective"),
            stems => stems,
        });
    let rest = words[decides + 1..].iter().map(unchanged);
    let stems = numerals.chain(adjectives).chain([noun]).chain(rest).collect();
    Some((stems, decides))
}

/// What a word counts by. Figures that a suffix follows are an ordinal (11-я).
fn numeral(word: &Word<'_>) -> Option<Numeral> {
    if word.hyphen {
        return None;
    }
    let spelled = [("cardinal-few", "counted-few"), ("cardinal-many", "counted-many")];
    let lemma = modern(word).1;
    let known = spelled
        .into_iter()
        .find(|(role, _)| !TABLES.classify(role, &lemma).is_empty())
        .map(|(role, counted)| Numeral {
            role: Some(role),
            counted,
        });
    let figures = || Numeral {
        role: None,
        counted: "counted-by-figures",
    };
    known.or_else(|| word.text.bytes().all(|byte| byte.is_ascii_digit()).then(figures))
}
