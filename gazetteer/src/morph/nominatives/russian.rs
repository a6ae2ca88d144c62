//! Russian: each word with other endings in the place of its own, and of these what the plan of the name has as a form.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::entity::{EntityType, Gender, Inflection, Number, Part};
use crate::fold::fold_word;
use crate::language::Language;
use crate::morph::russian::{TABLES, adjective_gender, may_be_of, possessive_gender};
use crate::morph::spelling::{self, Stem, Word, reassemble, without_last};
use crate::morph::{Agreement, Category, Endings, lists, planned_among};
use crate::reading::{GrammaticalCase, Reading, Readings};

use super::Nominative;

/// As many phrases are tried.
const MOST_PHRASES: usize = 1500;

/// Letters of a word that has endings, at least: Лев.
const SHORTEST: usize = 3;

/// Letters of a possessive adjective, at least: Новом is of Новый and not of Нов.
const SHORTEST_POSSESSIVE: usize = 5;

/// How well a word is known to be of the form that is proposed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A given name of the table, or a patronymic.
    Known,
    /// An ending that one gender alone has: Укропова, Трубецкого.
    Shown,
    Declined,
    /// Without endings: Неру.
    Fixed,
}

/// One word as a form of another.
#[derive(Debug, Clone)]
struct Way {
    text: String,
    is_itself: bool,
    /// None: it does not decline, and goes with everything.
    readings: Readings,
    rank: Rank,
}

/// One name as a form of another, while they are compared.
struct Reached {
    nominative: Nominative,
    /// How little the words before the last are known, all together.
    before: usize,
    last: Rank,
    is_itself: bool,
}

/// The dictionary forms of a person’s name: every word declines, and all are of one gender and case.
pub(super) fn persons(form: &str, words: &[Word<'_>]) -> Vec<Nominative> {
    let mut reached = agreed(form, words, agreeing);
    reached.extend(agreed(form, words, staying));
    likeliest(&mut reached);
    reached.sort_by_key(|one| (one.last, rarity(&one.nominative.text, form)));
    once_each(reached.into_iter().map(|one| one.nominative))
}

/// The names of either gender whose words go together; `together` says what they say then.
fn agreed(form: &str, words: &[Word<'_>], together: fn(&[Way], &[Vec<Way>]) -> Option<Readings>) -> Vec<Reached> {
    let mut reached: Vec<Reached> = Vec::new();
    for gender in [Gender::Masculine, Gender::Feminine] {
        let category = category(EntityType::Person, Some(gender));
        let ways: Vec<Vec<Way>> = (0..words.len()).map(|at| ways(form, words, at, &category)).collect();
        for chosen in combined(&ways) {
            let (Some(readings), Some((last, before))) = (together(&chosen, &ways), chosen.split_last()) else {
                continue;
            };
            let texts: Vec<&str> = chosen.iter().map(|way| way.text.as_str()).collect();
            let text = reassemble(form, words, &texts);
            reached.push(Reached {
                is_itself: text == form,
                nominative: Nominative {
                    text,
                    gender: Some(gender),
                    readings,
                },
                before: before.iter().map(|way| way.rank as usize).sum(),
                last: last.rank,
            });
        }
    }
    reached
}

/// Takes out what nobody means where there is something better.
fn likeliest(reached: &mut Vec<Reached>) {
    // What a table knows leaves no doubt: Ивана is a man, and no woman of a name that nobody has heard of.
    let least = reached.iter().map(|one| one.before).min().unwrap_or_default();
    prefer(reached, |one| one.before == least);
    prefer(reached, |one| one.last == Rank::Known);
    // Коллонтая looks like a woman’s surname, and may be a form of a man’s.
    let womans = |one: &Reached| one.is_itself && one.nominative.text.ends_with('я');
    if reached.iter().any(|one| one.last <= Rank::Shown && !womans(one)) {
        reached.retain(|one| one.last <= Rank::Shown);
    }
    if reached
        .iter()
        .any(|one| is_singular(&one.nominative.readings) && !one.is_itself)
    {
        reached.retain(|one| is_singular(&one.nominative.readings));
    }
    prefer(reached, |one| one.is_itself || !is_seldom(&one.nominative.text));
}

/// Takes out all others, if there are such.
fn prefer<T>(found: &mut Vec<T>, is_better: impl Fn(&T) -> bool) {
    if found.iter().any(&is_better) {
        found.retain(is_better);
    }
}

fn is_seldom(text: &str) -> bool {
    TABLES.is_seldom_dictionary_form(&fold_word(text))
}

/// A name of a thing with other words at its head.
struct Phrase {
    words: Vec<String>,
    /// As many are others than in the form.
    changed: usize,
}

/// The dictionary forms of any other name: adjectives at its head and the noun behind them agree, the rest stays.
pub(super) fn things(form: &str, words: &[Word<'_>], kind: EntityType) -> Vec<Nominative> {
    let category = category(kind, None);
    let phrases = phrases(words).into_iter().take(MOST_PHRASES);
    let undone = phrases.filter_map(|phrase| {
        let texts: Vec<&str> = phrase.words.iter().map(String::as_str).collect();
        let text = reassemble(form, words, &texts);
        let readings = readings_of_phrase(&text, words, &category);
        let nominative = Nominative {
            text,
            gender: None,
            readings,
        };
        (!nominative.readings.is_empty()).then_some((phrase.changed, nominative))
    });
    let mut found: Vec<(usize, Nominative)> = undone.collect();
    // What agrees with the most words is meant: of Великого национального собрания the noun.
    let most = found.iter().map(|(changed, _)| *changed).max().unwrap_or_default();
    found.retain(|(changed, _)| matches!(*changed, 0) && most < 2 || *changed == most);
    prefer(&mut found, |(changed, one)| *changed == 0 || !is_seldom(&one.text));
    found.sort_by_key(|(changed, one)| (*changed == 0 && !ends_in_consonant(form), rarity(&one.text, form)));
    once_each(found.into_iter().map(|(_, one)| one))
}

fn category(kind: EntityType, gender: Option<Gender>) -> Category<'static> {
    Category {
        language: &Language::Russian,
        kind,
        gender,
        part: Part::Full,
        number: Number::Singular,
        inflection: &Inflection::Auto,
    }
}

/// What a word of a person’s name may be a form of.
fn ways(form: &str, words: &[Word<'_>], at: usize, category: &Category<'_>) -> Vec<Way> {
    let mut found = Vec::new();
    for text in undone(&words[at]) {
        let mut texts: Vec<&str> = words.iter().map(|word| word.text).collect();
        texts[at] = &text;
        let name = reassemble(form, words, &texts);
        let (planned, _) = planned_among(&name, category, false);
        let Some((_, stems)) = planned.get(at) else { continue };
        if stems.iter().all(|stem| stem.endings == Endings::None) {
            if text == words[at].text {
                found.push(Way {
                    text,
                    is_itself: true,
                    readings: Readings::new(),
                    rank: Rank::Known,
                });
            }
            continue;
        }
        let readings = readings_of(stems, &words[at].folded);
        if !readings.is_empty() {
            let rank = rank(&text, &words[at].folded, stems, &readings, category.gender);
            let is_itself = text == words[at].text;
            found.push(Way {
                text,
                is_itself,
                readings,
                rank,
            });
        }
    }
    prefer(&mut found, |way| way.is_itself || !is_seldom(&way.text));
    found
}

fn rank(text: &str, form: &str, stems: &[Stem], readings: &Readings, gender: Option<Gender>) -> Rank {
    let lemma = fold_word(text);
    let feminine = gender == Some(Gender::Feminine);
    let is_given = || {
        let known = lists::given_name_readings(form);
        lists::is_given_name(&lemma) && known.iter().any(|reading| reading.gender == gender)
    };
    let is_patronymic = || lists::is_patronymic(&lemma) && lemma.ends_with('а') == feminine;
    let is_fixed = |stem: &Stem| match stem.endings {
        Endings::Russian(number) => TABLES.paradigm_of(number) == Some("fixed"),
        _ => true,
    };
    match () {
        () if is_given() || is_patronymic() => Rank::Known,
        () if readings.iter().any(|reading| reading.gender.is_some()) => Rank::Shown,
        () if stems.iter().all(is_fixed) => Rank::Fixed,
        () => Rank::Declined,
    }
}

/// One way for each word, in all combinations.
fn combined(ways: &[Vec<Way>]) -> Vec<Vec<Way>> {
    let mut all: Vec<Vec<Way>> = vec![Vec::new()];
    for ways in ways {
        let longer = |begun: &Vec<Way>| {
            let with = |way: &Way| begun.iter().cloned().chain([way.clone()]).collect();
            ways.iter().map(with).collect::<Vec<Vec<Way>>>()
        };
        all = all.iter().flat_map(longer).take(MOST_PHRASES).collect();
    }
    all
}

/// What words of one person say together: the cases of the last that the others have too.
fn agreeing(words: &[Way], _: &[Vec<Way>]) -> Option<Readings> {
    let (last, before) = words.split_last()?;
    let fits = |reading: &&Reading| {
        before
            .iter()
            .all(|way| way.readings.is_empty() || has(&way.readings, reading))
    };
    let readings: Readings = last.readings.iter().filter(fits).copied().collect();
    (!readings.is_empty() || last.readings.is_empty()).then_some(readings)
}

/// The same where the words before the last stay as they are and end in a consonant (Ллойд Джорджа), unless one of them is
/// known to be a form of a given name. `ways` are all that the words may be.
fn staying(words: &[Way], ways: &[Vec<Way>]) -> Option<Readings> {
    let (last, before) = words.split_last()?;
    let stays = |(way, ways): (&Way, &Vec<Way>)| {
        let is_known = ways.iter().any(|way| way.rank == Rank::Known);
        let is_bare = way.is_itself && ends_in_consonant(&way.text);
        way.readings.is_empty() || is_bare && way.readings.iter().any(is_dictionary_form) && !is_known
    };
    before.iter().zip(ways).all(stays).then(|| last.readings.clone())
}

fn has(readings: &Readings, wanted: &Reading) -> bool {
    let is_it = |one: &Reading| one.case == wanted.case && one.number == wanted.number;
    readings.iter().any(is_it)
}

fn is_dictionary_form(reading: &Reading) -> bool {
    reading.case == Some(GrammaticalCase::Nominative) && reading.number == Some(Number::Singular)
}

fn is_singular(readings: &Readings) -> bool {
    readings.iter().any(|reading| reading.number != Some(Number::Plural))
}

/// What a name of a thing says as a form of another; empty where it is none.
fn readings_of_phrase(text: &str, words: &[Word<'_>], category: &Category<'_>) -> Readings {
    let (planned, agreement) = planned_among(text, category, false);
    let decides = match agreement {
        Agreement::UpTo(index) => index,
        Agreement::Last => words.len().saturating_sub(1),
    };
    if planned.len() != words.len() {
        return Readings::new();
    }
    let mut shared: Option<Readings> = None;
    for (index, ((word, stems), form)) in planned.iter().zip(words).enumerate() {
        if index > decides {
            if word.text != form.text {
                return Readings::new();
            }
            continue;
        }
        let readings = readings_of(stems, &form.folded);
        shared = Some(match shared {
            None => readings,
            Some(shared) => readings.into_iter().filter(|one| has(&shared, one)).collect(),
        });
    }
    shared.unwrap_or_default()
}

/// What a folded word says behind these stems.
fn readings_of(stems: &[Stem], form: &str) -> Readings {
    let mut readings = Readings::new();
    for stem in stems {
        if let Endings::Russian(number) = stem.endings
            && let Some(ending) = form.strip_prefix(fold_word(&stem.text).as_str())
        {
            readings.extend(TABLES.readings(number, ending));
        }
    }
    readings.sort();
    readings.dedup();
    readings
}

/// Names of which adjectives at the head and one noun behind them may be in the dictionary form; of one gender.
fn phrases(words: &[Word<'_>]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut begun: Vec<(Option<Option<Gender>>, Vec<String>)> = vec![(None, Vec::new())];
    for (number, word) in words.iter().enumerate() {
        let undone = undone(word);
        let mut longer = Vec::new();
        let is_joined = words.get(number + 1).is_some_and(|next| next.hyphen);
        for (gender, begun) in &begun {
            // Of Александро-Невская only the last part declines.
            if is_joined {
                longer.push((*gender, begun.iter().cloned().chain([word.text.to_owned()]).collect()));
            }
            for text in &undone {
                let Some(candidate) = spelling::words(text).into_iter().next() else {
                    continue;
                };
                let is_possessive = candidate.folded.chars().count() >= SHORTEST_POSSESSIVE;
                let possessive = || possessive_gender(&candidate).filter(|_| is_possessive);
                let adjective = adjective_gender(&candidate).or_else(possessive);
                let with: Vec<String> = begun.iter().cloned().chain([text.clone()]).collect();
                if gender.is_none_or(|gender| adjective == Some(gender) || may_be_of(&candidate, gender)) {
                    let rest = words[number + 1..].iter().map(|word| word.text.to_owned());
                    let changed = with.iter().zip(words).filter(|(text, word)| *text != word.text).count();
                    found.push(Phrase {
                        words: with.iter().cloned().chain(rest).collect(),
                        changed,
                    });
                }
                if let Some(own) = adjective
                    && gender.is_none_or(|gender| gender == own)
                {
                    longer.push((Some(own), with));
                }
            }
        }
        longer.truncate(MOST_PHRASES);
        begun = longer;
    }
    found
}

/// A word with every ending that it may have undone, itself among them.
fn undone(word: &Word<'_>) -> BTreeSet<String> {
    let is_loud = word.text.chars().nth(1).is_some() && word.text.chars().all(char::is_uppercase);
    let put = |(ending, nominative): &(String, String)| {
        let stem = word.folded.strip_suffix(ending.as_str())?;
        let dictionary_form = format!("{stem}{nominative}");
        let is_word = dictionary_form.chars().nth(SHORTEST - 1).is_some();
        if stem.is_empty() || !is_word || !TABLES.may_be_dictionary_form(&dictionary_form) {
            return None;
        }
        let stem = without_last(word.text, ending.chars().count());
        Some(match is_loud {
            true => format!("{stem}{}", nominative.to_uppercase()),
            false => format!("{stem}{nominative}"),
        })
    };
    let undone = UNDONE.iter().filter_map(put);
    undone.chain([word.text.to_owned()]).collect()
}

/// Every ending, with that of the dictionary form.
static UNDONE: LazyLock<Vec<(String, String)>> = LazyLock::new(|| TABLES.undone().into_iter().collect());

fn ends_in_consonant(text: &str) -> bool {
    let last = fold_word(text).chars().last();
    last.is_some_and(|last| TABLES.is_consonant(last))
}

/// How seldom a name is spelled so: by how it ends, and how many of its words are adjectives with the stress on the ending
/// (Новой); of the rest the shortest is the likeliest. A form in -и is rather of a name in -ь (Казани), one in -е of none.
fn rarity(text: &str, form: &str) -> (bool, usize, usize, usize) {
    let last = |text: &str| fold_word(text).chars().last();
    let ends = match (last(text), last(form)) {
        _ if ends_in_consonant(text) => 0,
        (Some('ь'), Some('е')) => 4,
        (Some('ь'), _) => 1,
        (Some('а' | 'я'), _) => 2,
        _ => 3,
    };
    let stressed = spelling::words(text)
        .iter()
        .filter(|word| word.folded.ends_with("ой"))
        .count();
    (is_seldom(text), ends, stressed, text.len())
}

/// Each text once, with all that it says; the gender where all agree.
fn once_each(nominatives: impl Iterator<Item = Nominative>) -> Vec<Nominative> {
    let mut found: Vec<Nominative> = Vec::new();
    for one in nominatives {
        match found.iter_mut().find(|known| known.text == one.text) {
            None => found.push(one),
            Some(known) => {
                known.gender = known.gender.filter(|gender| one.gender == Some(*gender));
                known.readings.extend(one.readings);
                known.readings.sort();
                known.readings.dedup();
            }
        }
    }
    found
}
