//! Names of several words: which words decline, and how they go together. It must not know endings.

use std::ops::Range;

use crate::entity::{EntityType, Gender, Inflection, Number, WordRole};
use crate::language::Language;
use crate::morph::spelling::{Stem, Word};
use crate::morph::{Agreement, Category, Endings, lists, whole_forms};

use super::roles::{
    Place, adjective_gender, adjective_word, before_second_locative, may_be_of, ordinal_word, person_word,
    possessive_gender, thing_word,
};
use super::{Plurals, TABLES, Use, animacy, counted, decline, fixed, modern, unchanged};

type Planned = (Vec<Vec<Stem>>, Agreement);

/// How the words of a spelling inflect.
pub(super) fn plan(words: &[Word<'_>], category: &Category<'_>) -> Planned {
    let (stems, agreement) = match category.inflection {
        Inflection::None => undeclined(words, category),
        Inflection::Words(roles) => by_roles(words, category, roles),
        Inflection::Paradigm(name) => by_paradigm(words, category, name),
        Inflection::Auto | Inflection::Forms(_) | Inflection::Harmony(_) | Inflection::Reading(_) => {
            automatic(words, category)
        }
    };
    let (stems, agreement) = match agreement {
        Agreement::UpTo(decides) if !share_a_form(stems.iter().take(decides + 1)) => undeclined(words, category),
        _ => (stems, agreement),
    };
    (stems.into_iter().map(with_letters).collect(), agreement)
}

/// Every word stays as it is.
fn undeclined(words: &[Word<'_>], category: &Category<'_>) -> Planned {
    (
        words.iter().map(|word| fixed(word, category.number)).collect(),
        Agreement::Last,
    )
}

/// Whether words that must agree have a case and number in common.
fn share_a_form<'a>(words: impl Iterator<Item = &'a Vec<Stem>>) -> bool {
    let says = |stem: &Stem| match stem.endings {
        Endings::Russian(number) => TABLES.says(number),
        _ => u32::MAX,
    };
    let all = |stems: &Vec<Stem>| stems.iter().map(says).fold(0, |all, one| all | one);
    words.map(all).fold(u32::MAX, |shared, one| shared & one) != 0
}

/// The stems of a word; where nothing is left of it (11-я: 11-й) its forms, since nothing is never found.
fn with_letters(stems: Vec<Stem>) -> Vec<Stem> {
    let forms = |stem: Stem| match stem.endings {
        Endings::Russian(number) if stem.text.is_empty() => whole_forms::all_forms(number),
        _ => vec![stem],
    };
    stems.into_iter().flat_map(forms).collect()
}

fn automatic(words: &[Word<'_>], category: &Category<'_>) -> Planned {
    match category.kind {
        EntityType::Person => person(words, category),
        EntityType::Other if looks_personal(words) => person(words, category),
        EntityType::Ship if is_of_person(words) => person(words, category),
        _ => thing(words, category),
    }
}

/// Every word declines, the last that does decides.
fn person(words: &[Word<'_>], category: &Category<'_>) -> Planned {
    let declines = |word: &Word<'_>| !is_initial(word) && !is_number(word) && !is_particle(word);
    let last = words.iter().rposition(declines).unwrap_or(0);
    let lone = words.iter().filter(|word| declines(word)).count() == 1;
    let stems = |(index, word): (usize, &Word<'_>)| match declines(word) {
        false => unchanged(word),
        true if index == last && lone && words.len() == 1 => person_word(word, category, Place::Only),
        true if index == last => person_word(word, category, Place::Last),
        true => person_word(word, category, Place::Before),
    };
    let agreement = match last + 1 == words.len() {
        true => Agreement::Last,
        false => Agreement::UpTo(last),
    };
    (words.iter().enumerate().map(stems).collect(), agreement)
}

/// One noun phrase, or two with и between them.
fn thing(words: &[Word<'_>], category: &Category<'_>) -> Planned {
    if words.len() > 1 && words.first().is_some_and(|word| TABLES.is_preposition(&word.folded)) {
        return undeclined(words, category);
    }
    if let Some((stems, decides)) = counted::phrase(words, category) {
        return (stems, Agreement::UpTo(decides));
    }
    coordinated(words, category).unwrap_or_else(|| {
        let phrase = noun_phrase(words, category);
        (phrase.stems, Agreement::UpTo(phrase.decides))
    })
}

/// A noun with what goes with it.
struct Phrase {
    stems: Vec<Vec<Stem>>,
    /// The word that decides.
    decides: usize,
    number: Number,
}

/// The numbers and adjectives at the head and the first noun agree, the rest stays.
fn noun_phrase(words: &[Word<'_>], category: &Category<'_>) -> Phrase {
    let mut asked = None;
    let mut number = category.number;
    let mut stems: Vec<Vec<Stem>> = Vec::new();
    let units = units(words);
    let mut head = units.first().cloned().unwrap_or(0..0);
    for unit in &units {
        head = unit.clone();
        let leading = leading(words, unit).or_else(|| possessive(words, unit, category).map(Leading::Adjective));
        let Some(adjective) = leading.filter(|_| unit.end < words.len()) else {
            break;
        };
        if let Leading::Adjective(gender) = adjective {
            asked = gender;
            number = if gender.is_none() {
                Number::Plural
            } else {
                Number::Singular
            };
        }
        stems.extend(
            words[unit.clone()]
                .iter()
                .enumerate()
                .map(|(index, word)| match adjective {
                    // Of национально-освободительный only the last part declines.
                    Leading::Adjective(_) if index + 1 == unit.len() => adjective_word(word, category),
                    _ => numeral(word, category),
                }),
        );
    }
    let decides = match head_of(words, &head) {
        // Первое мая: the adjective is a noun, and what follows its genitive.
        noun if asked == Some(Gender::Neuter) && !may_be_neuter(&words[noun]) => head.start.saturating_sub(1),
        noun => noun,
    };
    let category = Category { number, ..*category };
    for (stems, word) in stems.iter_mut().zip(words) {
        stems.extend(before_second_locative(word, &words[decides], &category));
    }
    for index in head.start..words.len() {
        stems.push(head_stems(words, index, decides, &category, asked));
    }
    Phrase { stems, decides, number }
}

/// What may stand before the noun of a name and goes with it.
#[derive(Debug, Clone, Copy)]
enum Leading {
    /// XI, 11-я
    Number,
    /// и between adjectives
    And,
    /// With the gender that it asks for; none in the plural.
    Adjective(Option<Gender>),
}

fn leading(words: &[Word<'_>], unit: &Range<usize>) -> Option<Leading> {
    let word = words.get(unit.start)?;
    let last = words.get(unit.end.checked_sub(1)?)?;
    if is_number(word) {
        return Some(Leading::Number);
    }
    if unit.start > 0 && word.text == "и" && words.get(unit.end).and_then(adjective_gender).is_some() {
        return Some(Leading::And);
    }
    adjective_gender(last).map(Leading::Adjective)
}

/// The gender that a possessive adjective asks for, where a noun of that gender follows: Берингов пролив, but Ростов Великий
/// and Долина роз. A masculine one before a capital may be a noun itself; in towns it is none (Сергиев Посад).
fn possessive(words: &[Word<'_>], unit: &Range<usize>, category: &Category<'_>) -> Option<Option<Gender>> {
    let [word] = &words[unit.clone()] else { return None };
    let gender = possessive_gender(word)?;
    let noun = words[unit.end..].iter().find(|word| adjective_gender(word).is_none())?;
    let small = noun.text.starts_with(char::is_lowercase);
    let sure = small || category.kind == EntityType::Place || !matches!(gender, Some(Gender::Masculine));
    (sure && may_be_of(noun, gender)).then_some(gender)
}

/// Two noun phrases with и between them, each of which declines by itself: Боснии и Герцеговины, Советской дипломатии и
/// народов Востока. `None` where something follows the first noun, as и may then stand in what is fixed (Союз рабочих и
/// крестьян), or where the two have no form in common.
fn coordinated(words: &[Word<'_>], category: &Category<'_>) -> Option<Planned> {
    let and = words.iter().position(|word| word.text == "и" && !word.hyphen)?;
    let [first, second] = [words.get(..and)?, words.get(and + 1..)?].map(|words| half(words, category));
    let (first, second) = (first?, second?);
    if first.decides + 1 < and {
        return None;
    }
    // All words of a name agree in number: the first phrase takes that of the second for its own.
    let first = match first.number == second.number {
        true => first.stems,
        false => {
            let renumbered = |stems| whole_forms::renumbered(stems, first.number, second.number);
            first.stems.into_iter().map(renumbered).collect()
        }
    };
    let decides = and + 1 + second.decides;
    let between = vec![fixed(&words[and], Number::Plural)];
    let stems = [first, between, second.stems].concat();
    share_a_form(stems.iter().take(decides + 1)).then_some((stems, Agreement::UpTo(decides)))
}

/// One of two noun phrases; `None` where it is none.
fn half(words: &[Word<'_>], category: &Category<'_>) -> Option<Phrase> {
    let first = words.first().filter(|word| !word.hyphen)?;
    if TABLES.is_preposition(&first.folded) {
        return None;
    }
    let number = if looks_plural(first) {
        Number::Plural
    } else {
        category.number
    };
    let category = Category { number, ..*category };
    let phrase = match words {
        [word] => Phrase {
            stems: vec![thing_word(word, &category, category.gender)],
            decides: 0,
            number,
        },
        _ => noun_phrase(words, &category),
    };
    let noun = words.get(phrase.decides)?;
    (adjective_gender(noun).is_none() && !is_number(noun)).then_some(phrase)
}

/// Whether a noun is spelled in the plural, by how it ends: Дарданеллы, народы, пути; of names in -и many are fixed (Сочи).
fn looks_plural(word: &Word<'_>) -> bool {
    let (_, lemma) = modern(word);
    lemma.ends_with('ы') || lemma.ends_with('и') && word.text.starts_with(char::is_lowercase)
}

/// XI, 11, and what follows the hyphen of 11-я.
fn numeral(word: &Word<'_>, category: &Category<'_>) -> Vec<Stem> {
    match ordinal_word(word, category) {
        stems if stems.is_empty() => fixed(word, Number::Plural),
        stems => stems,
    }
}

fn head_stems(
    words: &[Word<'_>],
    index: usize,
    decides: usize,
    category: &Category<'_>,
    gender: Option<Gender>,
) -> Vec<Stem> {
    let word = &words[index];
    if index > decides {
        return unchanged(word);
    }
    let declined = match category.kind {
        EntityType::Other if words.len() == 1 => person_word(word, category, Place::Only),
        _ => thing_word(word, category, gender.filter(|_| index == decides).or(category.gender)),
    };
    if index == decides {
        // What a Persian -и joins is of another language: Хакимиет-и Миллие.
        let joined = words.get(index + 1).is_some_and(|next| next.hyphen && next.text == "и");
        let stays = if joined {
            fixed(word, category.number)
        } else {
            Vec::new()
        };
        return stays.into_iter().chain(declined).collect();
    }
    // The first part of a double name mostly stays as it is: Нью-Йорка. Before an adjective it is a noun with its
    // attribute: Каменска-Уральского.
    let stays = fixed(word, Number::Plural);
    let is_head = category.kind == EntityType::Group
        || adjective_gender(&words[decides]).is_some()
        || TABLES.is_declined_before(&word.folded);
    let (usual, other) = if is_head { (declined, stays) } else { (stays, declined) };
    usual.into_iter().chain(other).collect()
}

/// The word of a hyphenated head that decides: the first before a small word (Ростов-на-Дону) that is no article
/// (Шат-эль-Араб), else the last.
fn head_of(words: &[Word<'_>], head: &Range<usize>) -> usize {
    let small = words[head.clone()]
        .iter()
        .skip(1)
        .any(|word| is_particle(word) && !TABLES.is_article(&word.folded));
    if small { head.start } else { head.end.saturating_sub(1) }
}

/// Runs of words that hyphens join.
fn units(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        match units.last_mut() {
            Some(unit) if word.hyphen => unit.end = index + 1,
            _ => units.push(index..index + 1),
        }
    }
    units
}

/// The gazetteer names the role of each word; words it says nothing of are fixed.
fn by_roles(words: &[Word<'_>], category: &Category<'_>, roles: &[WordRole]) -> Planned {
    let role = |index: usize| roles.get(index).copied().unwrap_or(WordRole::Fixed);
    let last = (0..words.len()).rev().find(|index| role(*index) != WordRole::Fixed);
    let noun = |index: usize| match category.kind {
        EntityType::Person => person_word(
            &words[index],
            category,
            if Some(index) == last {
                Place::Last
            } else {
                Place::Before
            },
        ),
        EntityType::Other => person_word(&words[index], category, Place::Only),
        _ => thing_word(&words[index], category, category.gender),
    };
    let stems = |index: usize| match role(index) {
        WordRole::Fixed => unchanged(&words[index]),
        WordRole::Noun => noun(index),
        WordRole::Adjective => match adjective_word(&words[index], category) {
            stems if stems.is_empty() => noun(index),
            stems => stems,
        },
    };
    let agreement = match last {
        Some(last) if category.kind != EntityType::Person || last + 1 < words.len() => Agreement::UpTo(last),
        _ => Agreement::Last,
    };
    ((0..words.len()).map(stems).collect(), agreement)
}

/// The word that decides takes the paradigm of this name, the others what they would have taken.
fn by_paradigm(words: &[Word<'_>], category: &Category<'_>, name: &str) -> Planned {
    let (mut stems, agreement) = automatic(words, category);
    let decides = match agreement {
        Agreement::Last => words.len().saturating_sub(1),
        Agreement::UpTo(index) => index,
    };
    if let (Some(paradigm), Some(word)) = (TABLES.named(name), words.get(decides)) {
        let (text, lemma) = modern(word);
        let how = Use {
            animacy: animacy(category),
            gender: None,
            plurals: Plurals::All,
        };
        stems[decides].clear();
        decline(text, &lemma, paradigm, how, &mut stems[decides]);
    }
    (stems, agreement)
}

/// Whether a name of unknown type may be a person's: no adjective leads it, and every word has a capital but for titles.
fn looks_personal(words: &[Word<'_>]) -> bool {
    let is_led = |first: &Word<'_>, second: &Word<'_>| {
        let possessive =
            possessive_gender(first).filter(|gender| !matches!(gender, Some(Gender::Masculine | Gender::Feminine)));
        let agrees = possessive.is_some_and(|gender| may_be_of(second, gender));
        // Римский-Корсаков is one.
        !second.hyphen && (adjective_gender(first).is_some() || agrees)
    };
    let led = matches!(words, [first, second, ..] if is_led(first, second));
    let small = |word: &Word<'_>| {
        word.text.starts_with(char::is_lowercase)
            && !is_particle(word)
            && !lists::is_title(&word.folded, &Language::Russian)
    };
    !led && !words.iter().any(small)
}

/// Whether a ship has a person's name: a title or a given name leads it (Адмирал Нахимов, Императрица Мария).
fn is_of_person(words: &[Word<'_>]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let leads = |word: &Word<'_>| {
        lists::is_given_name(&word.folded) || lists::is_title_before(&word.folded, &Language::Russian)
    };
    let capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    before.iter().any(leads) && before.iter().chain([last]).all(capital)
}

/// Whether a noun may be neuter, by how it ends.
fn may_be_neuter(word: &Word<'_>) -> bool {
    let (_, lemma) = modern(word);
    lemma.ends_with("мя")
        || lemma.ends_with(|last: char| "оеёиуюэ".contains(last))
        || word.text.chars().all(char::is_uppercase)
}

/// Г., Дж., Г.В., and Г without its dot
fn is_initial(word: &Word<'_>) -> bool {
    word.text.ends_with('.') || word.text.chars().nth(1).is_none()
}

/// II, 3, 1-й
fn is_number(word: &Word<'_>) -> bool {
    let roman = word.text.chars().all(|char| "IVXLCDMІХ".contains(char));
    roman || word.text.chars().any(|char| char.is_ascii_digit())
}

fn is_particle(word: &Word<'_>) -> bool {
    word.text.starts_with(char::is_lowercase) && TABLES.is_particle(&word.folded)
}
