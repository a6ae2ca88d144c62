//! Chains of Turkish suffixes, from `data/tables/suffixes.tr.toml`. Analysis and generation walk the same slots: plural,
//! possessive, case, -ki with plural and case, copula. It must not know stems, only their sounds.

use std::str::Chars;
use std::sync::LazyLock;

use smallvec::SmallVec;

use crate::entity::Number;
use crate::reading::{Base, GrammaticalCase, Possessor, Reading};

use super::sounds::{Sounds, is_vowel};

mod chain;
mod table;

pub(super) use table::Suffixes;

pub(super) static SUFFIXES: LazyLock<Suffixes> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/tables/suffixes.tr.toml"))
        .expect("a table of the package, which its tests read")
});

/// How exactly a suffix must fit the sounds before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// In letters of Turkish.
    Exact(Sounds),
    /// In folded letters, any harmony, d or t, joining letters or none.
    Any,
}

/// Where a chain may begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) fit: Fit,
    /// Whether the stem ends in a possessive of its own: cases take their pronominal form.
    pub(super) pronominal: bool,
    /// What may follow first.
    pub(super) slot: Slot,
}

/// A slot of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Plural,
    Possessive,
    Case,
    Ki,
    Copula,
    End,
}

#[derive(Debug, Clone, Copy)]
struct State<'a> {
    rest: &'a str,
    fit: Fit,
    slot: Slot,
    pronominal: bool,
    reading: Reading,
}

/// The bare form in the nominative.
pub(super) const BARE: Reading = Reading::new(GrammaticalCase::Nominative, Number::Singular);

impl Suffixes {
    /// The readings of a chain, in no order.
    pub(super) fn analyse(&self, start: Start, ending: &str) -> Vec<Reading> {
        let mut found = Vec::new();
        if !is_possible(ending) {
            return found;
        }
        let state = State {
            rest: ending,
            fit: start.fit,
            slot: start.slot,
            pronominal: start.pronominal,
            reading: BARE,
        };
        self.walk(state, &mut found);
        found
    }

    /// The chain that says a reading, in letters of Turkish; `None` where no chain says it.
    pub(super) fn generate(&self, start: Start, sounds: Sounds, reading: &Reading) -> Option<String> {
        let mut chain = Chain {
            text: String::new(),
            sounds,
            pronominal: start.pronominal,
        };
        let (number, case) = match reading.base {
            Some(base) => (base.number, base.case),
            None => (
                reading.number.unwrap_or(Number::Singular),
                reading.case.unwrap_or(GrammaticalCase::Nominative),
            ),
        };
        if start.slot > Slot::Plural && number == Number::Plural
            || start.slot > Slot::Possessive && reading.possessor.is_some()
        {
            return None;
        }
        let they = Possessor {
            person: 3,
            number: Number::Plural,
        };
        if number == Number::Plural {
            // -lArI says theirs of one thing and of many; it is read and written as the former.
            if reading.possessor == Some(they) {
                return None;
            }
            chain.add(&self.plural.first()?.form);
        }
        if let Some(possessor) = reading.possessor {
            let row = self.possessive.iter().find(|row| row.possessor() == possessor)?;
            chain.add(&row.form);
            chain.pronominal = row.person == 3;
        }
        chain.case(self, case)?;
        if let Some(base) = reading.base {
            if !matches!(base.case, GrammaticalCase::Locative | GrammaticalCase::Genitive) {
                return None;
            }
            chain.add(&self.ki.first()?.form);
            chain.pronominal = true;
            if reading.number == Some(Number::Plural) {
                chain.add(&self.plural.first()?.form);
                chain.pronominal = false;
            }
            chain.case(self, reading.case.unwrap_or(GrammaticalCase::Nominative))?;
        }
        if let Some(copula) = reading.copula {
            let rows = self
                .copula
                .iter()
                .filter(|row| row.copula.value() == copula && row.may_follow(reading));
            let mut persons = rows.flat_map(|row| row.persons().map(move |(subject, form)| (row, subject, form)));
            let (row, _, person) = persons.find(|(_, subject, _)| *subject == reading.subject)?;
            chain.add(&row.form);
            chain.add(person);
        }
        Some(chain.text)
    }

    fn walk(&self, state: State<'_>, found: &mut Vec<Reading>) {
        if state.rest.is_empty() {
            found.push(state.reading);
            return;
        }
        if state.slot <= Slot::Plural {
            self.walk_plural(state, found);
        }
        if state.slot <= Slot::Possessive && state.reading.base.is_none() {
            self.walk_possessive(state, found);
        }
        if state.slot <= Slot::Case {
            self.walk_case(state, found);
        }
        if state.slot == Slot::Ki {
            self.walk_ki(state, found);
        }
        if state.slot <= Slot::Copula {
            self.walk_copula(state, found);
        }
    }

    fn walk_plural(&self, state: State<'_>, found: &mut Vec<Reading>) {
        for row in &self.plural {
            for next in state.after(&row.form, Slot::Possessive) {
                let reading = Reading {
                    number: Some(Number::Plural),
                    ..next.reading
                };
                let next = State {
                    reading,
                    pronominal: false,
                    ..next
                };
                self.walk(next, found);
            }
        }
    }

    fn walk_possessive(&self, state: State<'_>, found: &mut Vec<Reading>) {
        for row in &self.possessive {
            let they = row.person == 3 && row.number == Number::Plural;
            if they && state.reading.number == Some(Number::Plural) {
                continue;
            }
            for next in state.after(&row.form, Slot::Case) {
                let reading = Reading {
                    possessor: Some(row.possessor()),
                    ..next.reading
                };
                let next = State {
                    reading,
                    pronominal: row.person == 3,
                    ..next
                };
                self.walk(next, found);
            }
        }
    }

    fn walk_case(&self, state: State<'_>, found: &mut Vec<Reading>) {
        for row in &self.case {
            let case = row.case.value();
            let after = match case {
                GrammaticalCase::Locative | GrammaticalCase::Genitive if state.reading.base.is_none() => Slot::Ki,
                _ => Slot::Copula,
            };
            let form = if state.pronominal { &row.pronominal } else { &row.form };
            if form.is_empty() {
                continue;
            }
            for next in state.after(form, after) {
                let reading = Reading {
                    case: Some(case),
                    ..next.reading
                };
                self.walk(State { reading, ..next }, found);
            }
        }
    }

    fn walk_ki(&self, state: State<'_>, found: &mut Vec<Reading>) {
        let (Some(case), Some(number)) = (state.reading.case, state.reading.number) else {
            return;
        };
        for row in &self.ki {
            for next in state.after(&row.form, Slot::Plural) {
                let reading = Reading {
                    base: Some(Base { case, number }),
                    case: Some(GrammaticalCase::Nominative),
                    number: Some(Number::Singular),
                    ..next.reading
                };
                let next = State {
                    reading,
                    pronominal: true,
                    ..next
                };
                self.walk(next, found);
            }
        }
    }

    fn walk_copula(&self, state: State<'_>, found: &mut Vec<Reading>) {
        for row in self.copula.iter().filter(|row| row.may_follow(&state.reading)) {
            for (subject, person) in row.persons() {
                for next in state.after(&row.form, Slot::End) {
                    let reading = Reading {
                        copula: Some(row.copula.value()),
                        subject,
                        ..next.reading
                    };
                    for next in next.after(person, Slot::End) {
                        self.walk(State { reading, ..next }, found);
                    }
                }
            }
        }
    }
}

impl<'a> State<'a> {
    /// The states behind a suffix, if it stands here.
    fn after(self, form: &str, slot: Slot) -> SmallVec<[State<'a>; 1]> {
        match self.fit {
            Fit::Exact(sounds) => {
                let behind = |(rest, sounds)| State {
                    rest,
                    slot,
                    fit: Fit::Exact(sounds),
                    ..self
                };
                strip(form, sounds, self.rest).map(behind).into_iter().collect()
            }
            Fit::Any => {
                let mut rests = Vec::new();
                loose(form, self.rest, &mut rests);
                rests.into_iter().map(|rest| State { rest, slot, ..self }).collect()
            }
        }
    }
}

/// Whether an ending has only letters that suffixes have, and no more than any chain: most words that merely begin like
/// a name are told by this.
fn is_possible(ending: &str) -> bool {
    const MOST_LETTERS: usize = 24;
    let mut letters = ending.chars();
    letters
        .by_ref()
        .take(MOST_LETTERS)
        .all(|letter| LETTERS.binary_search(&letter).is_ok())
        && letters.next().is_none()
}

/// The letters of all suffixes behind all sounds, sorted.
static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let truths = [false, true];
    let sounds = truths.iter().flat_map(|&front| truths.map(|rounded| (front, rounded)));
    let sounds = sounds.flat_map(|(front, rounded)| truths.map(|vowel| (front, rounded, vowel)));
    let sounds = sounds.flat_map(|(front, rounded, vowel)| {
        truths.map(|voiceless| Sounds {
            front,
            rounded,
            vowel,
            voiceless,
        })
    });
    let mut letters: Vec<char> = sounds
        .flat_map(|sounds| SUFFIXES.forms().flat_map(move |form| Letters::new(form, sounds)))
        .collect();
    letters.sort_unstable();
    letters.dedup();
    letters
});

/// A chain in the making.
struct Chain {
    text: String,
    sounds: Sounds,
    pronominal: bool,
}

impl Chain {
    fn add(&mut self, form: &str) {
        let (suffix, sounds) = realize(form, self.sounds);
        self.text.push_str(&suffix);
        self.sounds = sounds;
    }

    fn case(&mut self, suffixes: &Suffixes, case: GrammaticalCase) -> Option<()> {
        if case == GrammaticalCase::Nominative {
            return Some(());
        }
        let row = suffixes.case.iter().find(|row| row.case.value() == case)?;
        let form = if self.pronominal { &row.pronominal } else { &row.form };
        if form.is_empty() {
            return None;
        }
        self.add(form);
        Some(())
    }
}

/// A suffix behind these sounds, and the sounds behind it.
fn realize(form: &str, sounds: Sounds) -> (String, Sounds) {
    let mut letters = Letters::new(form, sounds);
    let suffix = letters.by_ref().collect();
    (suffix, letters.sounds)
}

/// What is left behind a suffix that stands behind these sounds, and the sounds there; `None` where it is not the
/// suffix. Most are told by their first letter, and nothing is written down for it.
fn strip<'a>(form: &str, sounds: Sounds, text: &'a str) -> Option<(&'a str, Sounds)> {
    let mut letters = Letters::new(form, sounds);
    let mut rest = text.chars();
    for letter in letters.by_ref() {
        if rest.next() != Some(letter) {
            return None;
        }
    }
    Some((rest.as_str(), letters.sounds))
}

/// The letters of a suffix as they follow from the sounds before each.
struct Letters<'a> {
    form: Chars<'a>,
    sounds: Sounds,
    joining: bool,
}

impl<'a> Letters<'a> {
    fn new(form: &'a str, sounds: Sounds) -> Letters<'a> {
        Letters {
            form: form.chars(),
            sounds,
            joining: false,
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let letter = match (self.form.next()?, self.sounds) {
                (symbol @ ('(' | ')'), _) => {
                    self.joining = symbol == '(';
                    continue;
                }
                ('A', sounds) if sounds.front => 'e',
                ('A', _) => 'a',
                ('I', sounds) => match (sounds.front, sounds.rounded) {
                    (true, true) => 'ü',
                    (true, false) => 'i',
                    (false, true) => 'u',
                    (false, false) => 'ı',
                },
                ('D', sounds) if sounds.voiceless => 't',
                ('D', _) => 'd',
                (other, _) => other,
            };
            // A joining letter keeps vowels and consonants alternating.
            if self.joining && is_vowel(letter) == self.sounds.vowel {
                continue;
            }
            self.sounds = behind(letter, self.sounds);
            return Some(letter);
        }
    }
}

fn behind(letter: char, sounds: Sounds) -> Sounds {
    match letter {
        'a' | 'e' | 'ı' | 'i' | 'u' | 'ü' => Sounds {
            front: "eiü".contains(letter),
            rounded: "uü".contains(letter),
            vowel: true,
            voiceless: false,
        },
        consonant => Sounds {
            vowel: false,
            voiceless: "fstkçşhp".contains(consonant),
            ..sounds
        },
    }
}

/// What is left behind a suffix in folded letters, whatever stands before it.
fn loose<'a>(form: &str, text: &'a str, rests: &mut Vec<&'a str>) {
    let mut symbols = form.chars();
    let Some(symbol) = symbols.next() else {
        rests.push(text);
        return;
    };
    if symbol == '(' {
        let behind = form.split_once(')').map_or("", |(_, behind)| behind);
        loose(behind, text, rests);
        let joined: String = symbols.filter(|symbol| *symbol != ')').collect();
        return loose(&joined, text, rests);
    }
    let mut letters = text.chars();
    let fits = letters.next().is_some_and(|letter| match symbol {
        'A' => "ae".contains(letter),
        'I' => "iuü".contains(letter),
        'D' => "dt".contains(letter),
        'ı' => letter == 'i',
        other => letter == other,
    });
    if fits {
        loose(symbols.as_str(), letters.as_str(), rests);
    }
}
