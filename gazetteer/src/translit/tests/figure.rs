//! How often the true counterpart of a built-in name comes first, and among five.

use std::collections::BTreeMap;

use crate::entity::{EntityType, NameId, Status};
use crate::language::Language;
use crate::morph::is_foreign;
use crate::translit::Spellings;
use crate::{Gazetteer, builtin};

const RUSSIAN: Language = Language::Russian;
const TURKISH: Language = Language::Turkish;

/// Names of one word that each language has from elsewhere, so that neither is the other in other letters. Анатолия and
/// Anadolu, Польша and Polonya, Англия and İngiltere are not among them: they have one origin, and count.
const TRANSLATED: [&str; 60] = [
    "Алжир",
    "Арарат",
    "Армения",
    "Босфор",
    "Великобритания",
    "Венгрия",
    "Вест-Индия",
    "Восток",
    "Германия",
    "Греция",
    "Дамаск",
    "Дарданеллы",
    "Додеканес",
    "Египет",
    "Закавказье",
    "Запад",
    "Иерусалим",
    "Китай",
    "Лесбос",
    "Марокко",
    "Нидерланды",
    "Пловдив",
    "Ревель",
    "Родосто",
    "Скопье",
    "Тенедос",
    "Тигр",
    "Хиос",
    "Черногория",
    "белогвардейцы",
    "красноармейцы",
    "младотурки",
    "проливы",
    "Akdeniz",
    "Almanya",
    "Batı",
    "Boğazlar",
    "Bozcaada",
    "Cezayir",
    "Çin",
    "Dicle",
    "Doğu",
    "Ermenistan",
    "Fas",
    "Haliç",
    "Hollanda",
    "Karadağ",
    "Karadeniz",
    "Kızıldeniz",
    "Kudüs",
    "Macaristan",
    "Mısır",
    "Midilli",
    "Ortadoğu",
    "Sakız",
    "Şam",
    "Tekirdağ",
    "Transkafkasya",
    "Üsküp",
    "Yunanistan",
];

/// One name in so many is asked for, and the floors are so much lower for it; where the code is fast, all are asked for.
const SAMPLE: (u32, f64) = if cfg!(debug_assertions) { (16, 0.05) } else { (1, 0.0) };

/// Whether a name is in the sample. It does not depend on what other names there are.
fn is_asked(text: &str) -> bool {
    text.chars().map(u32::from).sum::<u32>().is_multiple_of(SAMPLE.0)
}

#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    first: usize,
    among_five: usize,
}

/// Least shares of first and among five, by group.
const FLOORS: [(&str, f64, f64); 4] = [
    ("all", 0.73, 0.78),
    ("one word", 0.90, 0.93),
    ("persons", 0.96, 0.98),
    ("transliterated", 0.93, 0.96),
];

/// Floors under what is measured, so that a table which gets worse is noticed and a few more names are not. Of all pairs
/// every fifth is a translation (Чёрное море, Karadeniz), which no transliteration finds, and how many there are is for
/// the gazetteer to say; of one word these are exonyms (Египет, Mısır), acronyms (СССР, SSCB) and names that Turkish leaves as
/// they are at home (Хьюз, Hughes), which the last group leaves out. `cargo test --release counterparts -- --nocapture` shows the figures.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "the figure is what somebody who changes a table wants to see"
)]
fn true_counterparts_come_first() {
    let gazetteer = builtin::gazetteer();
    for (from, to) in [(RUSSIAN, TURKISH), (TURKISH, RUSSIAN)] {
        let tallies = measure(&gazetteer, &from, &to);
        for (what, least_first, least_among_five) in FLOORS {
            let tally = &tallies[what];
            let of = |count: usize| count as f64 / tally.asked as f64;
            let (first, among_five) = (of(tally.first), of(tally.among_five));
            let line = format!(
                "{from} → {to}, {what}: {} asked, first {first:.3}, among five {among_five:.3}",
                tally.asked
            );
            println!("{line}");
            assert!(
                tally.asked > 25 && first >= least_first - SAMPLE.1 && among_five >= least_among_five - SAMPLE.1,
                "{line}"
            );
        }
    }
}

/// Asks for the counterpart of each spelling that has one, among all spellings of the other language.
fn measure(gazetteer: &Gazetteer, from: &Language, to: &Language) -> BTreeMap<&'static str, Tally> {
    let candidates = texts(gazetteer, to);
    let texts_of: Vec<&str> = candidates.keys().copied().collect();
    let spellings = Spellings::new(to, texts_of.iter().copied());
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (asked, names) in texts(gazetteer, from).into_iter().filter(|(text, _)| is_asked(text)) {
        let is_true = |place: usize| candidates[texts_of[place]].iter().any(|name| names.contains(name));
        if !(0..texts_of.len()).any(is_true) {
            continue;
        }
        let found = spellings.rank(asked, from, 5);
        for what in groups(gazetteer, &names, asked) {
            let tally = tallies.entry(what).or_default();
            tally.asked += 1;
            tally.first += usize::from(found.first().is_some_and(|found| is_true(found.place)));
            tally.among_five += usize::from(found.iter().any(|found| is_true(found.place)));
        }
    }
    tallies
}

/// The spellings of a language with the names they spell; those that are wrong or to be replaced left out.
fn texts<'g>(gazetteer: &'g Gazetteer, language: &Language) -> BTreeMap<&'g str, Vec<NameId>> {
    let mut texts: BTreeMap<&str, Vec<NameId>> = BTreeMap::new();
    for spelling in &gazetteer.tables().spellings {
        if spelling.language == *language && spelling.status <= Status::Historical {
            texts.entry(&spelling.text).or_default().push(spelling.name);
        }
    }
    texts
}

fn groups(gazetteer: &Gazetteer, names: &[NameId], text: &str) -> Vec<&'static str> {
    let mut kinds = names
        .iter()
        .map(|name| gazetteer.entity(gazetteer.name(*name).entity).kind);
    let mut groups = vec!["all"];
    groups.extend(kinds.any(|kind| kind == EntityType::Person).then_some("persons"));
    let one_word = !text.contains(' ');
    let untouched = names
        .iter()
        .flat_map(|name| gazetteer.spellings(*name))
        .any(|(_, spelling)| spelling.language == TURKISH && is_foreign(&spelling.text.to_lowercase()));
    let acronym = !text.contains(char::is_lowercase);
    groups.extend(one_word.then_some("one word"));
    groups.extend((one_word && !acronym && !untouched && !TRANSLATED.contains(&text)).then_some("transliterated"));
    groups
}
