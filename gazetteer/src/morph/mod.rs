//! Inflection: which endings a word can take, what they say, and the form in a given reading.
//!
//! Analysis and generation come from the same tables (`data/tables`), so what one makes the other finds. This is not
//! stemming: a word that has a stem and an ending no paradigm licenses is refused.

use smallvec::SmallVec;

use crate::entity::{Entity, EntityType, Gender, Inflection, Name, Number, Part, Spelling};
use crate::fold::fold_word;
use crate::language::Language;
use crate::reading::{GrammaticalCase, Reading, Readings};

mod account;
mod answers;
mod generate;
mod grammar;
mod kinds;
mod lists;
mod nominatives;
mod places;
mod russian;
mod spelling;
#[cfg(test)]
mod tests;
mod turkish;
mod whole_forms;
mod whose;

pub use account::{Derivation, Rule, Slot, StemChange, Suffix, SuffixFit, derivation, usual_endings};
pub use answers::Answers;
pub use grammar::{Noun, noun, sound_is_known, vowels};
pub use kinds::{is_kind, is_other_kind, is_ship_by_name, without_calling_before, without_calling_behind};
pub use lists::{
    TitleWord, given_name_readings, is_any_title_behind, is_form_of_title_behind, is_given_name, is_mere_address,
    is_patronymic, is_patronymic_form, is_title_before, is_title_of_one, is_turkish_given_name, title_gender,
    titles_behind, turkish_womans_name,
};

pub use nominatives::{Nominative, nominatives};
pub use places::{
    PlaceKind, are_of_kind, begins_another_place, ends_another_place, is_article, is_firm, joins_a_list,
    names_another_land, place_kind, says_where,
};

use russian::{TABLES, has_suffix, is_whole_form, whole_readings};
use spelling::{Stem, Word};

#[cfg(test)]
pub(crate) use turkish::is_foreign;
pub use turkish::{CommonWord, FormVowels, common_word};
pub use whose::is_of_another_country;

/// The words of a spelling, as rules and roles count them: РКП(б) has two.
pub(crate) fn words_of(spelling: &str) -> Vec<&str> {
    spelling::words(spelling).into_iter().map(|word| word.text).collect()
}

/// What decides the paradigms of a spelling.
#[derive(Debug, Clone, Copy)]
pub struct Category<'a> {
    /// Language of the spelling.
    pub language: &'a Language,
    /// Type of the entity.
    pub kind: EntityType,
    /// Gender of the entity.
    pub gender: Option<Gender>,
    /// Part of the name.
    pub part: Part,
    /// Number in which the name is spelled.
    pub number: Number,
    /// What the gazetteer says of the spelling.
    pub inflection: &'a Inflection,
}

impl<'a> Category<'a> {
    /// The category of a spelling that a gazetteer has: `spelling` of `name` of `entity`.
    pub fn of(entity: &Entity, name: &Name, spelling: &'a Spelling) -> Category<'a> {
        Category {
            language: &spelling.language,
            kind: entity.kind,
            gender: entity.gender,
            part: name.part,
            number: name.number,
            inflection: &spelling.inflection,
        }
    }
}

/// How the words of a spelling inflect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// One entry a word, in order.
    pub words: Vec<PlannedWord>,
    /// How the words go together.
    pub agreement: Agreement,
}

/// One word of a spelling. Words are what stands between spaces and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedWord {
    /// As spelled.
    pub text: String,
    /// Its stems, folded, each with the endings it takes. A word that does not inflect has one stem, itself, and
    /// [`Endings::None`].
    pub stems: Vec<(String, Endings)>,
}

/// How the words of a spelling go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The last word decides the reading; words before it take any form of theirs, the dictionary form included
    /// (Ллойд Джорджа, Халиля-пашой).
    Last,
    /// The words up to and including this one (an index) agree in case and number; the rest is fixed
    /// (Великого национального собрания | Турции).
    UpTo(usize),
}

/// Which endings a stem takes; a number in the tables of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Endings {
    /// None: the stem is the whole form.
    None,
    /// A stem of a Cyrillic paradigm.
    Russian(u16),
    /// A stem of a paradigm of Russian in Latin letters.
    RussianLatin(u16),
    /// The same of a spelling of another language, which takes them in paragraphs of Russian in Latin letters only.
    Borrowed(u16),
    /// A word in Latin letters: in a Turkish paragraph Turkish suffixes after these sounds, in an English one ’s.
    Latin(u16),
}

/// What follows a stem up to the end of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// Folded, without the apostrophe that precedes it.
    pub folded: &'a str,
    /// Whether an apostrophe (or a closing quotation mark) stands between stem and ending.
    pub apostrophe: bool,
    /// The same ending in the source, for what folding takes away (ı and i).
    pub source: &'a str,
}

/// How a generated form joins its Turkish or English suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Ankarada
    Solid,
    /// Ankara’da, with this apostrophe.
    Apostrophe(char),
}

/// How the words of a spelling inflect. `text` is the spelling as the gazetteer has it.
pub fn plan(text: &str, category: &Category<'_>) -> Plan {
    folded(planned(text, category))
}

/// The same as far as it matters in a paragraph of this language: without the Russian endings that names of other
/// languages take among Russian words in Latin letters, which cost more than all the rest.
pub fn plan_in(text: &str, category: &Category<'_>, paragraph: &Language) -> Plan {
    match paragraph {
        Language::RussianLatin => plan(text, category),
        _ => folded(planned_among(text, category, false)),
    }
}

fn folded((words, agreement): PlannedStems<'_>) -> Plan {
    let word = |(word, stems): (Word<'_>, Vec<Stem>)| PlannedWord {
        text: word.text.to_owned(),
        stems: folded_stems(&stems),
    };
    Plan {
        words: words.into_iter().map(word).collect(),
        agreement,
    }
}

/// The readings that the ending licenses behind a stem in a paragraph of this language; empty where it is refused.
pub fn readings(endings: Endings, paragraph: &Language, ending: &Ending<'_>) -> Readings {
    match endings {
        Endings::None if ending.folded.is_empty() => std::iter::once(Reading::default()).collect(),
        Endings::None => Readings::new(),
        Endings::Russian(number) => cyrillic_readings(number, paragraph, ending),
        Endings::RussianLatin(number) => latin_letters(number, ending),
        Endings::Borrowed(number) if *paragraph == Language::RussianLatin => latin_letters(number, ending),
        Endings::Borrowed(_) => Readings::new(),
        Endings::Latin(number) => latin_readings(number, paragraph, ending, turkish::readings),
    }
}

/// Whether a stem is a form that a gazetteer spells out with a suffix behind its last apostrophe (Kars’ta): the name ends
/// before it.
pub fn ends_in_suffix(endings: Endings) -> bool {
    matches!(endings, Endings::Latin(number) if has_suffix(number))
}

/// The endings that letters behind a stem begin with, and behind which they go on: each with its length in bytes and what it
/// says. There the next word of a name may be written solid (Халильпаша). `letters` are folded.
pub fn inner_endings(
    endings: Endings,
    paragraph: &Language,
    letters: &str,
) -> impl Iterator<Item = (usize, Readings)> + use<> {
    let mut found: SmallVec<[(usize, Readings); 4]> = SmallVec::new();
    match endings {
        _ if letters.is_empty() => {}
        Endings::Russian(number) => found.extend(TABLES.inner_endings(number, letters)),
        Endings::RussianLatin(number) => found.extend(russian::latin_inner_endings(number, letters)),
        Endings::Borrowed(number) if *paragraph == Language::RussianLatin => {
            found.extend(russian::latin_inner_endings(number, letters));
        }
        Endings::Borrowed(_) => {}
        // Only the last word of such a name has suffixes.
        Endings::None | Endings::Latin(_) => {
            let none = Ending {
                folded: "",
                apostrophe: false,
                source: "",
            };
            found.push((0, readings(endings, paragraph, &none)));
        }
    }
    found.into_iter()
}

/// Whether a suffix behind a stem in Latin letters follows the rules of Turkish harmony, of d and t and of joining
/// letters, as far as the sound of the stem is known. Where it does not, it is a mention all the same behind an
/// apostrophe.
pub fn suffix_is_regular(endings: Endings, ending: &Ending<'_>) -> bool {
    match endings {
        Endings::Latin(number) if !is_whole_form(number) => turkish::is_regular(number, ending),
        Endings::Borrowed(_) => false,
        _ => true,
    }
}

/// The Turkish suffixes, in small letters, that say behind a stem in Latin letters what an ending behind an apostrophe
/// says against the rules of harmony, of d and t or of joining letters; one for each reading. `before` is what stands
/// between stem and apostrophe: nothing, or the plural (Romanovlar’ın). Empty where the ending follows the rules or is none,
/// and where it is not known how the stem sounds.
pub fn corrections(endings: Endings, before: &str, ending: &Ending<'_>) -> Vec<String> {
    match endings {
        Endings::Latin(number) if !is_whole_form(number) => turkish::corrections(number, before, ending),
        _ => Vec::new(),
    }
}

/// The forms of a spelling in a reading, the usual one first; empty where it has none.
/// `joint` is how a Turkish suffix on a Latin spelling is joined.
pub fn generate(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    reading: &Reading,
    joint: Joint,
) -> Vec<String> {
    generate::generate(text, category, paragraph, reading, joint)
}

/// Every form with its readings, for people: the cases in both numbers, the possessives of Turkish, no chains.
pub fn forms(text: &str, category: &Category<'_>, paragraph: &Language) -> Vec<(String, Readings)> {
    generate::forms(text, category, paragraph)
}

/// Every form that somebody may be writing, the usual ones first, each with what it says: the cases and possessives of
/// [`forms`], and of Turkish also -ki (Ankara’daki) and the copula. `joint` is how Turkish and English suffixes are joined.
pub fn written_forms(
    text: &str,
    category: &Category<'_>,
    paragraph: &Language,
    joint: Joint,
) -> Vec<(String, Readings)> {
    generate::written_forms(text, category, paragraph, joint)
}

/// The names of the paradigms that an `inflection` may name, sorted. Numerals and what they count find theirs by themselves,
/// one by the other.
pub fn paradigms() -> Vec<&'static str> {
    const OF_COUNTED_PHRASES: [&str; 3] = ["cardinal-", "collective-", "counted-"];
    let is_of_one = |name: &&str| OF_COUNTED_PHRASES.iter().any(|kind| name.starts_with(kind));
    TABLES.names().filter(|name| !is_of_one(name)).collect()
}

type PlannedStems<'a> = (Vec<(Word<'a>, Vec<Stem>)>, Agreement);

/// The words of a spelling with their stems as spelled.
fn planned<'a>(text: &'a str, category: &Category<'_>) -> PlannedStems<'a> {
    planned_among(text, category, true)
}

/// The same; `russian_too` says whether with the endings that words of other languages take among Russian ones.
fn planned_among<'a>(text: &'a str, category: &Category<'_>, russian_too: bool) -> PlannedStems<'a> {
    let words = spelling::words(text);
    let (mut stems, agreement) = match category.language {
        Language::Russian | Language::RussianPreReform => russian::plan(&words, category),
        Language::RussianLatin => russian::plan_latin(text, &words, category),
        Language::Turkish | Language::English | Language::Other(_) => latin(&words, category),
    };
    let is_lent = matches!(category.language, Language::Turkish | Language::English);
    if russian_too && is_lent && *category.inflection != Inflection::None {
        let borrowed = russian::borrowed(text, &words, category);
        stems
            .iter_mut()
            .zip(borrowed)
            .for_each(|(own, borrowed)| own.extend(borrowed));
    }
    let mut planned: Vec<_> = words.into_iter().zip(stems).collect();
    if let Inflection::Forms(forms) = category.inflection {
        whole_forms::apply(&mut planned, category, forms);
    }
    (planned, agreement)
}

/// Words in Latin letters: only the last takes suffixes.
fn latin(words: &[Word<'_>], category: &Category<'_>) -> (Vec<Vec<Stem>>, Agreement) {
    let mut stems: Vec<Vec<Stem>> = words.iter().map(unchanged).collect();
    if let Some(last) = stems.last_mut()
        && *category.inflection != Inflection::None
    {
        *last = turkish::stems(words, category);
    }
    (stems, Agreement::Last)
}

/// A word that stays as it is.
fn unchanged(word: &Word<'_>) -> Vec<Stem> {
    vec![Stem {
        text: word.text.to_owned(),
        endings: Endings::None,
    }]
}

fn folded_stems(stems: &[Stem]) -> Vec<(String, Endings)> {
    let mut folded: Vec<(String, Endings)> = Vec::new();
    for stem in stems {
        let text = fold_word(&stem.text);
        let old = match stem.endings {
            Endings::Russian(_) => TABLES.old_stems(&text),
            Endings::Latin(_) | Endings::None => turkish::other_writings(&text),
            _ => Vec::new(),
        };
        for text in std::iter::once(text).chain(old) {
            let entry = (text, stem.endings);
            if !folded.contains(&entry) {
                folded.push(entry);
            }
        }
    }
    folded
}

/// A Cyrillic spelling declines everywhere, and in a Turkish or English paragraph may take a suffix behind an apostrophe.
fn cyrillic_readings(number: u16, paragraph: &Language, ending: &Ending<'_>) -> Readings {
    let foreign = |suffix: &str| match paragraph {
        Language::Turkish => turkish::foreign_readings(suffix),
        Language::English => english_suffix(suffix),
        _ => Readings::new(),
    };
    if ending.apostrophe && !ending.folded.is_empty() {
        let bare = TABLES.readings(number, "");
        return if bare.is_empty() { bare } else { foreign(ending.folded) };
    }
    if let Some((form, suffix)) = ending.folded.split_once('\'') {
        let form = TABLES.readings(number, form);
        return if form.is_empty() { form } else { foreign(suffix) };
    }
    TABLES.readings(number, ending.folded)
}

fn latin_letters(number: u16, ending: &Ending<'_>) -> Readings {
    if ending.apostrophe && !ending.folded.is_empty() {
        return Readings::new();
    }
    russian::latin_readings(number, ending.folded)
}

/// `turkish` says what Turkish suffixes say.
fn latin_readings(
    number: u16,
    paragraph: &Language,
    ending: &Ending<'_>,
    turkish: impl FnOnce(u16, &Ending<'_>) -> Readings,
) -> Readings {
    if is_whole_form(number) {
        return if ending.folded.is_empty() {
            whole_readings(number)
        } else {
            Readings::new()
        };
    }
    let class = turkish::unpack(number);
    match paragraph {
        Language::Turkish => turkish(number, ending),
        _ if turkish::bare(class).is_empty() => Readings::new(),
        Language::English => english_readings(&class, ending),
        _ if ending.folded.is_empty() => std::iter::once(Reading::default()).collect(),
        _ if ending.apostrophe && class.turkish => turkish(number, ending),
        _ => Readings::new(),
    }
}

/// Takes out the readings that speak to somebody who owns a name, where there is another (Ankara’nın, İzmir’in): that one
/// is what people mean.
fn without_second_person(readings: &mut Readings) {
    let second = |reading: &Reading| reading.possessor.is_some_and(|possessor| possessor.person == 2);
    if readings.iter().any(|reading| !second(reading)) {
        readings.retain(|reading| !second(reading));
    }
}

/// ’s, and a bare apostrophe behind s.
fn english_readings(class: &turkish::Class, ending: &Ending<'_>) -> Readings {
    match (ending.apostrophe, ending.folded) {
        (true, "") if class.sibilant => [Reading::default(), ENGLISH_POSSESSIVE].into_iter().collect(),
        (true, "") => Readings::new(),
        (_, "") => std::iter::once(Reading::default()).collect(),
        (true, suffix) => english_suffix(suffix),
        (false, _) => Readings::new(),
    }
}

fn english_suffix(suffix: &str) -> Readings {
    (suffix == "s").then_some(ENGLISH_POSSESSIVE).into_iter().collect()
}

const ENGLISH_POSSESSIVE: Reading = Reading {
    case: Some(GrammaticalCase::Genitive),
    number: None,
    gender: None,
    possessor: None,
    base: None,
    copula: None,
    subject: None,
};
