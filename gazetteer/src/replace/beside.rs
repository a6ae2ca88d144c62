//! Words beside a name that follow it: Russian prepositions before it, Turkish particles behind it; and words that would have
//! to follow it and that only their writer can change. The words are data in `data/tables/beside.*.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::{Mention, Paragraph};
use crate::entity::Number;
use crate::language::Language;
use crate::morph::{self, FormVowels};
use crate::reading::GrammaticalCase;
use crate::text::Text;

use super::capitals::upper;
use super::forms::Form;
use super::standing::{Standing, clipped};
use super::{Change, Subject};

/// Bytes beside a name that are looked at.
const REACH: usize = 64;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RussianTable {
    preposition: Vec<Preposition>,
    agreement: Agreement,
}

/// A preposition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Preposition {
    short: String,
    long: Option<String>,
    #[serde(default)]
    before: Vec<String>,
    cases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agreement {
    attributes: Vec<String>,
    predicates: Vec<String>,
    relatives: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TurkishTable {
    particles: Vec<String>,
}

static RUSSIAN: LazyLock<RussianTable> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/tables/beside.ru.toml"))
        .expect("a table of the package, which its tests read")
});
static TURKISH: LazyLock<TurkishTable> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/tables/beside.tr.toml"))
        .expect("a table of the package, which its tests read")
});

impl Preposition {
    /// The preposition that a small word is.
    fn find(word: &str) -> Option<&'static Preposition> {
        let is_it = |one: &&Preposition| one.short == word || one.long.as_deref() == Some(word);
        RUSSIAN.preposition.iter().find(is_it)
    }

    /// Whether a name behind it may stand in a case.
    pub(super) fn governs(&self, case: GrammaticalCase) -> bool {
        let name = match case {
            GrammaticalCase::Nominative => "nominative",
            GrammaticalCase::Genitive => "genitive",
            GrammaticalCase::Dative => "dative",
            GrammaticalCase::Accusative => "accusative",
            GrammaticalCase::Instrumental => "instrumental",
            GrammaticalCase::Locative | GrammaticalCase::SecondLocative => "locative",
            GrammaticalCase::Ablative | GrammaticalCase::Equative => return false,
        };
        self.cases.iter().any(|known| known == name)
    }

    /// Its form before a word.
    fn before(&self, word: &str) -> &str {
        let word = word.to_lowercase();
        let begins = |pattern: &String| {
            let mut letters = word.chars();
            pattern.chars().all(|sign| match (sign, letters.next()) {
                ('*', Some(letter)) => letter.is_alphabetic() && !"аеёиоуыэюяьъ".contains(letter),
                (sign, letter) => Some(sign) == letter,
            })
        };
        match &self.long {
            Some(long) if self.before.iter().any(begins) => long,
            _ => &self.short,
        }
    }
}

/// The preposition directly before a byte.
pub(super) fn preposition_before(text: &dyn Text, paragraph: &Paragraph, at: usize) -> Option<&'static Preposition> {
    let range = word_before(text, paragraph, at)?;
    Preposition::find(&text.slice(range).to_lowercase())
}

/// The preposition before the name, where the new name asks for its other form. It is changed only if the old name asks
/// for what stands there.
pub(super) fn preposition(
    text: &dyn Text,
    paragraph: &Paragraph,
    mention: &Mention,
    standing: &Standing,
    form: &Form,
    new: Subject<'_>,
) -> Option<Change> {
    let is_first = standing.core.start == mention.range.start;
    if !is_first || !new.category.language.is_cyrillic() {
        return None;
    }
    let range = word_before(text, paragraph, mention.range.start)?;
    let source = text.slice(range.clone()).into_owned();
    let preposition = Preposition::find(&source.to_lowercase())?;
    let (old, wanted) = (preposition.before(&standing.source), preposition.before(&form.name));
    if old == wanted || source.to_lowercase() != old {
        return None;
    }
    let first_is_big = source.starts_with(char::is_uppercase);
    let all_is_big = first_is_big && !standing.source.contains(char::is_lowercase);
    let mut letters = wanted.chars();
    let text = match letters.next() {
        _ if all_is_big => upper(wanted, false),
        Some(first) if first_is_big => upper(&first.to_string(), false) + letters.as_str(),
        _ => wanted.to_owned(),
    };
    Some(Change { range, text })
}

/// The particle behind a Turkish name, where the new name asks for other vowels than the old.
pub(super) fn particle(
    text: &dyn Text,
    paragraph: &Paragraph,
    mention: &Mention,
    standing: &Standing,
    form: &Form,
    old: Subject<'_>,
    new: Subject<'_>,
) -> Option<Change> {
    if standing.paragraph != Language::Turkish || standing.followed || old.category.language.is_cyrillic() {
        return None;
    }
    let range = word_behind(text, paragraph, mention.with_suffix.end, 0)?;
    let source = text.slice(range.clone()).into_owned();
    let template = TURKISH
        .particles
        .iter()
        .find(|template| is_particle(template, &source))?;
    let last = |name: &str, suffix: Option<&str>| suffix.map_or(name.to_owned(), str::to_owned);
    let was = last(
        &standing.source,
        standing.suffix.as_ref().map(|suffix| suffix.source.as_str()),
    );
    let becomes = last(&form.name, form.suffix.as_deref());
    let wanted = morph::vowels(new.text, &new.category, &becomes)?;
    let asked = morph::vowels(old.text, &old.category, &was);
    let same = asked.is_some_and(|asked| with_vowels(template, asked) == with_vowels(template, wanted));
    (!same).then(|| Change {
        range,
        text: with_vowels(template, wanted),
    })
}

/// Whether gender or number changes while a word beside the name agrees with it. Only Russian words do.
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
    let table = &RUSSIAN.agreement;
    let nominative = mention.readings.is_empty()
        || mention
            .readings
            .iter()
            .any(|reading| matches!(reading.case, None | Some(GrammaticalCase::Nominative)));
    let ends = |word: &str, endings: &[String]| {
        let is_end = |ending: &String| {
            word.strip_suffix(ending.as_str())
                .is_some_and(|stem| stem.is_empty() || stem.chars().nth(1).is_some())
        };
        endings.iter().any(is_end)
    };
    let small = |range: Range<usize>| text.slice(range).to_lowercase();
    let before = word_before(text, paragraph, mention.range.start).map(small);
    let behind: Vec<String> = (0..3)
        .filter_map(|skipped| word_behind(text, paragraph, mention.with_suffix.end, skipped))
        .map(small)
        .collect();
    let attribute = before.as_deref().is_some_and(|word| {
        Preposition::find(word).is_none()
            && (ends(word, &table.attributes) || nominative && ends(word, &table.predicates))
    });
    let predicate = nominative && behind.iter().any(|word| ends(word, &table.predicates));
    let relative = behind
        .first()
        .is_some_and(|word| table.relatives.iter().any(|start| word.starts_with(start.as_str())));
    attribute || predicate || relative
}

/// The word that ends before a byte, where blanks alone stand between.
fn word_before(text: &dyn Text, paragraph: &Paragraph, at: usize) -> Option<Range<usize>> {
    let pieces = paragraph.stream(at)?;
    let start = text.boundary(at.saturating_sub(REACH));
    let clip = clipped(text, pieces, start..at);
    let folded = clip.folded.text();
    let word = folded.strip_suffix(' ')?;
    let is_part = |sign: char| sign.is_alphabetic() || sign == '\'';
    let begins = word
        .rfind(|sign| !is_part(sign))
        .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    if begins == word.len() || begins == 0 && start > 0 && word.len() > REACH / 2 {
        return None;
    }
    Some(clip.source(begins, word.len()))
}

/// The word that begins behind a byte, where blanks or one comma stand between; after passing over some others.
fn word_behind(text: &dyn Text, paragraph: &Paragraph, at: usize, skipped: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1)?;
    let pieces = paragraph.stream(text.boundary(before))?;
    let end = text.boundary(text.len().min(at + 2 * REACH));
    let clip = clipped(text, pieces, at..end);
    let folded = clip.folded.text();
    let mut rest = 0;
    for number in 0..=skipped {
        let gap = folded
            .get(rest..)?
            .strip_prefix(',')
            .map_or(0, |_| usize::from(skipped > 0 || number > 0));
        let blank = folded.get(rest + gap..)?.strip_prefix(' ').map(|_| gap + 1)?;
        let start = rest + blank;
        let length = folded[start..]
            .find(|sign: char| !sign.is_alphabetic())
            .unwrap_or(folded.len() - start);
        if length == 0 {
            return None;
        }
        if number == skipped {
            return Some(clip.source(start, start + length));
        }
        rest = start + length;
    }
    None
}

/// Whether a small word is a particle written with any vowels.
fn is_particle(template: &str, word: &str) -> bool {
    template.chars().count() == word.chars().count()
        && template.chars().zip(word.chars()).all(|(sign, letter)| match sign {
            'A' => "ae".contains(letter),
            'I' => "ıiuü".contains(letter),
            other => other == letter,
        })
}

/// The particle with the vowels that follow a word.
fn with_vowels(template: &str, vowels: FormVowels) -> String {
    let mut rounded = vowels.rounded;
    let letter = |sign: char| match (sign, vowels.front, rounded) {
        ('A', front, _) => {
            rounded = false;
            if front { 'e' } else { 'a' }
        }
        ('I', true, true) => 'ü',
        ('I', true, false) => 'i',
        ('I', false, true) => 'u',
        ('I', false, false) => 'ı',
        (other, ..) => other,
    };
    template.chars().map(letter).collect()
}
