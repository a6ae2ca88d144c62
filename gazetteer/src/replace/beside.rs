//! Words beside a name that follow it: Russian prepositions before it, Turkish particles behind it. They are data in
//! `data/tables/beside.*.toml`, as are the words that would have to agree with it (see [`super::agreement`]).

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::{Mention, Paragraph};
use crate::language::Language;
use crate::morph::{self, FormVowels};
use crate::reading::{GrammaticalCase, Reading};
use crate::text::Text;

use super::capitals::{upper, with_first};
use super::forms::Form;
use super::sound::{Sound, lower};
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
    /// Whether names that have a second locative stand in it behind this one.
    #[serde(default, rename = "second-locative")]
    pub(super) second_locative: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Agreement {
    pub(super) pronouns: Vec<String>,
    pub(super) attributes: Vec<String>,
    pub(super) predicates: Vec<String>,
    pub(super) relatives: Vec<String>,
}

impl Agreement {
    pub(super) fn get() -> &'static Agreement {
        &RUSSIAN.agreement
    }
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
    pub(super) fn find(word: &str) -> Option<&'static Preposition> {
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

/// The preposition before the name, where the new name asks for its other form. The shorter one stays where the old name asks
/// for the longer: so its writer has it. A word that does not govern the name is none (О Смирна!).
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
    let stands = source.to_lowercase();
    let readings = &mention.readings;
    let governs = readings.is_empty()
        || readings
            .iter()
            .any(|reading| reading.case.is_none_or(|case| preposition.governs(case)));
    let is_long = preposition.long.as_deref() == Some(stands.as_str());
    if !governs || stands == wanted || stands != old && !is_long {
        return None;
    }
    let first_is_big = source.starts_with(char::is_uppercase);
    let text = match first_is_big && !standing.source.contains(char::is_lowercase) {
        true => upper(wanted, false),
        false => with_first(wanted, first_is_big, false),
    };
    Some(Change { range, text })
}

/// What becomes of the particle behind a name.
pub(super) struct Particle {
    /// It follows the new name.
    pub(super) change: Option<Change>,
    /// Whether it stands as it should then.
    pub(super) sure: bool,
}

impl Particle {
    /// There is none, or it stays.
    const STAYS: Particle = Particle {
        change: None,
        sure: true,
    };
}

/// The particle behind a Turkish name, where the new name asks for other vowels than the old. Where no language is known, it is
/// one only if its vowels are those of the old name.
pub(super) fn particle(
    text: &dyn Text,
    paragraph: &Paragraph,
    mention: &Mention,
    standing: &Standing,
    form: &Form,
    old: Subject<'_>,
    new: Subject<'_>,
) -> Particle {
    let is_turkish = standing.paragraph == Language::Turkish;
    let may_be_turkish = standing.paragraph == Language::undetermined() && *old.category.language == Language::Turkish;
    if !is_turkish && !may_be_turkish || standing.followed || old.category.language.is_cyrillic() {
        return Particle::STAYS;
    }
    let Some(range) = word_behind(text, paragraph, mention.with_suffix.end) else {
        return Particle::STAYS;
    };
    let source = text.slice(range.clone()).into_owned();
    let small = lower(&source);
    let is_it = |template: &&String| is_particle(template, &small);
    let Some(template) = TURKISH.particles.iter().find(is_it) else {
        return Particle::STAYS;
    };
    let last = |name: &str, suffix: Option<&str>| suffix.map_or(name.to_owned(), str::to_owned);
    let was = last(
        &standing.source,
        standing.suffix.as_ref().map(|suffix| suffix.source.as_str()),
    );
    let becomes = last(&form.name, form.suffix.as_deref());
    let asked = morph::vowels(old.text, &old.category, &was).map(|vowels| with_vowels(template, vowels));
    let told = match Sound::of(&Language::Turkish, old, new) {
        Sound::Heard if form.suffix.is_none() => return Particle::STAYS,
        _ => morph::vowels(new.text, &new.category, &becomes).map(|vowels| with_vowels(template, vowels)),
    };
    let sure = told.is_some();
    let Some(wanted) = told.or_else(|| usual(new, &becomes, template)) else {
        return Particle {
            sure: false,
            ..Particle::STAYS
        };
    };
    if asked.as_ref() == Some(&wanted) {
        return Particle { change: None, sure };
    }
    // A small word of another language.
    if !is_turkish && wanted != small && usual(old, &was, template).as_ref() != Some(&small) {
        return Particle {
            sure: false,
            ..Particle::STAYS
        };
    }
    let text = in_capitals_of(&source, &wanted);
    let change = Some(Change { range, text });
    Particle { change, sure }
}

/// The particle as it follows a form of a name, whatever is sure of its sound.
fn usual(name: Subject<'_>, form: &str, template: &str) -> Option<String> {
    vowels(name, form).map(|vowels| with_vowels(template, vowels))
}

/// The vowels that follow a form: those that are sure, else those that its suffixes would take.
fn vowels(name: Subject<'_>, form: &str) -> Option<FormVowels> {
    let genitive = Reading {
        case: Some(GrammaticalCase::Genitive),
        ..Reading::default()
    };
    let suffixed = || {
        let forms = name.forms(&Language::Turkish, &genitive, morph::Joint::Apostrophe('’'));
        morph::vowels(name.text, &name.category, forms.first()?)
    };
    morph::vowels(name.text, &name.category, form).or_else(suffixed)
}

/// The word that ends before a byte, where blanks alone stand between, and marks that open something.
fn word_before(text: &dyn Text, paragraph: &Paragraph, at: usize) -> Option<Range<usize>> {
    let pieces = paragraph.stream(at)?;
    let start = text.boundary(at.saturating_sub(REACH));
    let clip = clipped(text, pieces, start..at);
    let folded = clip.folded.text();
    let word = folded.trim_end_matches(OPENING).strip_suffix(' ')?;
    let is_part = |sign: char| sign.is_alphabetic() || sign == '\'';
    let begins = word
        .rfind(|sign| !is_part(sign))
        .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    if begins == word.len() || begins == 0 && start > 0 && word.len() > REACH / 2 {
        return None;
    }
    Some(clip.source(begins, word.len()))
}

/// The word that begins behind a byte, where blanks alone stand between, and marks that close something.
fn word_behind(text: &dyn Text, paragraph: &Paragraph, at: usize) -> Option<Range<usize>> {
    let pieces = paragraph.stream(text.boundary(at.checked_sub(1)?))?;
    let end = text.boundary(text.len().min(at + REACH));
    let clip = clipped(text, pieces, at..end);
    let folded = clip.folded.text();
    let word = folded.trim_start_matches(CLOSING).strip_prefix(' ')?;
    let length = word.find(|sign: char| !sign.is_alphabetic()).unwrap_or(word.len());
    let start = folded.len() - word.len();
    (length > 0).then(|| clip.source(start, start + length))
}

/// Marks behind which a name may begin, and before which it may end.
const OPENING: [char; 8] = ['«', '“', '„', '"', '‹', '\'', '(', '['];
const CLOSING: [char; 8] = ['»', '”', '“', '"', '›', '\'', ')', ']'];

/// Whether a small word is a particle written with any vowels.
fn is_particle(template: &str, word: &str) -> bool {
    template.chars().count() == word.chars().count()
        && template.chars().zip(word.chars()).all(|(sign, letter)| match sign {
            'A' => "ae".contains(letter),
            'I' => "ıiuü".contains(letter),
            other => other == letter,
        })
}

/// A Turkish word with the capitals of another, of two letters or more.
fn in_capitals_of(source: &str, word: &str) -> String {
    match source.contains(char::is_lowercase) {
        true => with_first(word, source.starts_with(char::is_uppercase), true),
        false => upper(word, true),
    }
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
