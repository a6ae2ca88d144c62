//! Which of many spellings is the counterpart of one in another language or script: the order in which completion, merging
//! and discovery show candidates. It must not decide; the first of a bad list is bad.

use crate::language::Language;

use super::beginning::Beginning;
use super::distance::Heard;
use super::key::SearchKey;
use super::proposals::proposals;
use super::sounds;

/// Spellings of one language to look among, read once.
#[derive(Debug)]
pub struct Spellings {
    language: Language,
    read: Vec<Read>,
}

/// What is known of a spelling before anything is asked.
#[derive(Debug)]
struct Read {
    key: SearchKey,
    /// In the orthography of the language, and in any other that could have written it.
    readings: Vec<Heard>,
}

/// A candidate. The least is the likeliest; of equal ones the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counterpart {
    /// How far it is from what was asked for: what parts their sounds, in quarters of a consonant, and something for keys
    /// that do not meet. 0 is a perfect likeness; half the letters of a name times two is none.
    pub distance: u32,
    /// Its place among the spellings.
    pub place: usize,
}

impl Spellings {
    /// Reads spellings of a language.
    pub fn new<'t>(language: &Language, texts: impl IntoIterator<Item = &'t str>) -> Spellings {
        let read = |text: &str| Read::new(text, language);
        Spellings {
            language: language.clone(),
            read: texts.into_iter().map(read).collect(),
        }
    }

    /// The `count` that are most likely to spell the same name as this spelling of another language (or of this one), the
    /// likeliest first. The work grows with the number of spellings; of each only the beginning is compared.
    pub fn rank(&self, spelling: &str, from: &Language, count: usize) -> Vec<Counterpart> {
        let key = SearchKey::of(spelling);
        let asked = self.asked(spelling, from);
        let mut best = Best::of(count);
        let mut candidates: Vec<(u32, u32, usize, &Read)> = (0..)
            .zip(&self.read)
            .map(|(place, read)| {
                let cost = relation(&key, &read.key).cost();
                (cost + read.at_least(&asked), cost, place, read)
            })
            .collect();
        // The better those found, the sooner the others are given up.
        candidates.sort_by_key(|(at_least, _, place, _)| (*at_least, *place));
        for (at_least, cost, place, read) in candidates {
            if at_least >= best.limit() {
                break;
            }
            let limit = best.limit().saturating_sub(cost);
            let distance = read.nearest(&asked, limit, Heard::distance).saturating_add(cost);
            best.add(Counterpart { distance, place });
        }
        best.found
    }

    /// The `count` nearest of those whose key, or that of one of whose words, begins as what somebody types in any script;
    /// none that sounds different by more than one slight thing in two letters, and one more.
    pub fn complete(&self, beginning: &str, count: usize) -> Vec<Counterpart> {
        let asked = Beginning::of(beginning);
        let mut best = Best::of(count);
        for (place, read) in (0..).zip(&self.read).filter(|(_, read)| asked.key().begins(&read.key)) {
            let limit = best.limit().min(asked.too_far());
            let distance = read.nearest(asked.heard(), limit, Heard::distance_of_beginning);
            if distance < limit {
                best.add(Counterpart { distance, place });
            }
        }
        best.found
    }

    /// The sounds asked for: of the spelling as its language reads it, of what it may become in this one, and of its words
    /// in another order.
    fn asked(&self, spelling: &str, from: &Language) -> Vec<Heard> {
        let own = sounds::readings_in(spelling, from);
        let proposed = proposals(spelling, from, &self.language);
        let proposed = proposed
            .iter()
            .flat_map(|proposal| sounds::readings_in(&proposal.text, &self.language));
        let turned = own.iter().flat_map(|reading| turned(reading));
        let usual: Vec<String> = own.iter().cloned().chain(proposed).collect();
        let mut all: Vec<String> = usual.iter().cloned().chain(turned).collect();
        all.sort();
        all.dedup();
        heard(&all, &usual)
    }
}

/// The best found so far, in order.
struct Best {
    count: usize,
    found: Vec<Counterpart>,
}

impl Best {
    fn of(count: usize) -> Best {
        Best {
            count,
            found: Vec::new(),
        }
    }

    /// What is not below this is not among them.
    fn limit(&self) -> u32 {
        let last = self.count.checked_sub(1).map(|last| self.found.get(last));
        // One more, so that among equal ones the first comes first, whatever the order in which they are looked at.
        last.map_or(0, |last| last.map_or(u32::MAX, |last| last.distance.saturating_add(1)))
    }

    fn add(&mut self, counterpart: Counterpart) {
        if counterpart.distance < self.limit() {
            let at = self.found.partition_point(|other| other < &counterpart);
            self.found.insert(at, counterpart);
            self.found.truncate(self.count);
        }
    }
}

/// How the keys of two spellings stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Beginning,
    None,
}

impl Relation {
    /// Measured: more, and Tbilisi loses to Tiflis; nothing, and İsmet to Mehmet.
    fn cost(self) -> u32 {
        match self {
            Relation::Same => 0,
            Relation::Beginning => 2,
            Relation::None => 4,
        }
    }
}

fn relation(one: &SearchKey, other: &SearchKey) -> Relation {
    match () {
        () if one.meets(other) => Relation::Same,
        () if one.begins(other) || other.begins(one) => Relation::Beginning,
        () => Relation::None,
    }
}

/// What it costs not to be read as the language would, or as what people here mostly write.
const UNUSUAL_READING: u32 = 1;

impl Read {
    fn new(text: &str, language: &Language) -> Read {
        let own = sounds::readings_in(text, language);
        let all = sounds::readings(text);
        Read {
            key: SearchKey::from_sounds(&all),
            readings: heard(&all, &own),
        }
    }

    /// What the distance from any that is asked for is at least.
    fn at_least(&self, asked: &[Heard]) -> u32 {
        let pairs = asked
            .iter()
            .flat_map(|asked| self.readings.iter().map(move |read| (asked, read)));
        let least = pairs.map(|(asked, read)| asked.at_least(read)).min();
        least.unwrap_or(u32::MAX / 2)
    }

    /// The least distance below the limit from any that is asked for to any reading; else the limit.
    fn nearest(&self, asked: &[Heard], limit: u32, distance: impl Fn(&Heard, &Heard, u32) -> u32) -> u32 {
        let pairs = asked
            .iter()
            .flat_map(|asked| self.readings.iter().map(move |read| (asked, read)));
        pairs.fold(limit, |least, (asked, read)| distance(asked, read, least))
    }
}

/// The words with the last one first, and with the first one last: Мехмед VI, VI. Mehmed; indexes begin with the surname.
fn turned(reading: &str) -> Vec<String> {
    let split = [reading.rsplit_once(' '), reading.split_once(' ')];
    let mut turned: Vec<String> = split
        .into_iter()
        .flatten()
        .map(|(one, other)| format!("{other} {one}"))
        .collect();
    turned.dedup();
    turned
}

/// Readings ready to be compared, the usual ones first.
pub(super) fn heard(readings: &[String], usual: &[String]) -> Vec<Heard> {
    let handicap = |reading| if usual.contains(reading) { 0 } else { UNUSUAL_READING };
    let mut heard: Vec<Heard> = readings
        .iter()
        .map(|reading| Heard::new(reading, handicap(reading)))
        .collect();
    heard.sort_by_key(Heard::handicap);
    heard
}
