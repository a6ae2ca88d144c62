//! Spellings by what they begin with: for completion, and for whoever looks a name up while it is typed.
//!
//! Two tables, each a finite-state transducer over sorted keys. One knows under which search keys a spelling begins, at its
//! head or at a later word, so that `chich`, `Çiç` and `чич` find Чичерин; the other knows the stems of first words, so
//! that what somebody types of an inflected form (Мустафы Кем, Ankara’d) finds what it is a form of. They are made once for
//! a gazetteer, and are no part of a scan. A hundred thousand names take seconds: who cannot wait makes tables of the few
//! spellings that matter most to him ([`crate::Gazetteer::prefixes_of`]).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, Streamer};

use crate::entity::{Spelling, SpellingId};
use crate::fold::fold_word;
use crate::gazetteer::{Gazetteer, Tables};
use crate::language::Language;
use crate::morph::{self, Category};
use crate::translit::{Beginning, SearchKey, sounds_in};

/// So many spellings are compared with what was typed; of more, as a few letters find among a hundred thousand, those of
/// the fewest letters; of those that begin with the very letters and of those that only sound so.
const COMPARED: usize = 512;

/// So many places in the table are looked at; whoever has typed so little that there are more types on.
const LOOKED_AT: usize = 1 << 14;

/// Stems shorter than this are forms of too much.
const SHORTEST_STEM: usize = 2;

/// Spellings by what they begin with.
#[derive(Debug)]
pub struct Prefixes {
    keys: Table,
    stems: Table,
    /// Of each spelling what it sounds like in its language.
    sounds: Vec<Box<str>>,
    /// Of each spelling its letters, folded.
    folded: Vec<Box<str>>,
}

/// A spelling that begins as somebody types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// The spelling.
    pub spelling: SpellingId,
    /// How far it is from what was typed. 0: the very letters, capitals and accents aside; then by sound.
    pub distance: u32,
    /// Whether a later word of it begins so, and not the first.
    pub inside: bool,
}

impl Prefixes {
    /// Makes the tables of all spellings.
    pub(crate) fn new(tables: &Tables) -> Prefixes {
        Prefixes::of(tables, tables.spellings.iter().zip(0..))
    }

    /// Makes the tables of some spellings, as if there were no others.
    pub(crate) fn of_some(tables: &Tables, some: &[SpellingId]) -> Prefixes {
        let some = some.iter().map(|id| id.0);
        Prefixes::of(
            tables,
            some.filter_map(|id| Some((tables.spellings.get(id as usize)?, id))),
        )
    }

    fn of<'t>(tables: &Tables, spellings: impl Iterator<Item = (&'t Spelling, u32)>) -> Prefixes {
        let (mut keys, mut stems) = (Entries::default(), Entries::default());
        let nothing = || vec![Box::default(); tables.spellings.len()];
        let (mut sounds, mut letters): (Vec<Box<str>>, Vec<Box<str>>) = (nothing(), nothing());
        for (spelling, number) in spellings {
            if let (Some(sounds), Some(letters)) = (sounds.get_mut(number as usize), letters.get_mut(number as usize)) {
                *sounds = sounds_in(&spelling.text, &spelling.language).into();
                *letters = fold_word(&spelling.text).into();
            }
            for key in SearchKey::of(&spelling.text).keys() {
                let later = key.match_indices(' ').map(|(at, _)| (at + 1, INSIDE));
                for (start, flag) in std::iter::once((0, 0)).chain(later) {
                    keys.add(&key[start..], number << 1 | flag);
                }
            }
            let name = &tables.names[spelling.name.0 as usize];
            let entity = &tables.entities[name.entity.0 as usize];
            let plan = morph::plan(&spelling.text, &Category::of(entity, name, spelling));
            let first = plan.words.into_iter().next();
            for (stem, _) in first.into_iter().flat_map(|word| word.stems) {
                if stem.chars().count() >= SHORTEST_STEM {
                    stems.add(&stem, number);
                }
            }
        }
        Prefixes {
            keys: keys.build(),
            stems: stems.build(),
            sounds,
            folded: letters,
        }
    }

    /// The spellings, of any language and status, that begin as somebody types in any script; in no order, each once. Signs
    /// that few orthographies have (Çiç) are heard as in the languages of what begins with these very letters, if anything does.
    /// `gazetteer` is the one of which the tables were made.
    pub fn begun(&self, typed: &str, gazetteer: &Gazetteer) -> Vec<Begun> {
        let mut beginning = Beginning::of(typed);
        let letters = fold_word(typed);
        let mut postings = self.keys.beginning_with(beginning.key().keys());
        postings.sort_unstable();
        // Of one spelling that begins so twice, the head comes first.
        postings.dedup_by_key(|posting| *posting >> 1);
        let (mut same, mut others): (Vec<u32>, Vec<u32>) = postings
            .into_iter()
            .partition(|posting| self.begins_with(*posting, &letters));
        self.keep_shortest(&mut same);
        self.keep_shortest(&mut others);
        if !same.is_empty() && !typed.is_ascii() {
            let language = |posting: &u32| &gazetteer.spelling(SpellingId(*posting >> 1)).language;
            let languages: BTreeSet<&Language> = same.iter().map(language).collect();
            beginning.hear_in(typed, languages);
        }
        let same = same.into_iter().map(|posting| Begun::new(posting, 0));
        let others = others.into_iter().filter_map(|posting| {
            let distance = beginning.distance(self.sounds.get((posting >> 1) as usize)?)?;
            Some(Begun::new(posting, distance + 1))
        });
        same.chain(others).collect()
    }

    /// The spellings whose first word has a stem that begins the first word typed, or is it: what is typed may be a form
    /// of them. Each once, with the length of the stem in bytes.
    pub fn stemmed(&self, typed: &str) -> Vec<(SpellingId, usize)> {
        let folded = fold_word(typed);
        let word = folded.split(' ').next().unwrap_or_default();
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let mut found: Vec<(u32, usize)> = Vec::new();
        for end in ends {
            let spellings = self.stems.of(&word[..end]).unwrap_or_default();
            found.extend(spellings.iter().map(|spelling| (*spelling, end)));
        }
        found.sort_unstable_by_key(|(spelling, end)| (*spelling, Reverse(*end)));
        found.dedup_by_key(|(spelling, _)| *spelling);
        found
            .into_iter()
            .map(|(spelling, end)| (SpellingId(spelling), end))
            .collect()
    }

    /// The letters of a spelling, folded; none of one that is not in the tables.
    pub fn folded(&self, spelling: SpellingId) -> &str {
        self.folded.get(spelling.0 as usize).map_or("", |text| text)
    }

    /// Whether a spelling begins with these very letters, folded, where its posting says.
    fn begins_with(&self, posting: u32, letters: &str) -> bool {
        let folded = self.folded(SpellingId(posting >> 1));
        match posting & INSIDE {
            INSIDE => folded
                .match_indices(' ')
                .any(|(at, _)| folded[at + 1..].starts_with(letters)),
            _ => folded.starts_with(letters),
        }
    }

    /// Leaves as many as are to be compared: those of the fewest letters, heads before later words.
    fn keep_shortest(&self, postings: &mut Vec<u32>) {
        if postings.len() > COMPARED {
            let length = |posting: &u32| {
                (
                    *posting & INSIDE,
                    self.folded(SpellingId(*posting >> 1)).len(),
                    *posting,
                )
            };
            postings.select_nth_unstable_by_key(COMPARED, length);
            postings.truncate(COMPARED);
        }
    }
}

impl Begun {
    fn new(posting: u32, distance: u32) -> Begun {
        Begun {
            spelling: SpellingId(posting >> 1),
            distance,
            inside: posting & INSIDE == INSIDE,
        }
    }
}

/// Set in a posting of a later word.
const INSIDE: u32 = 1;

/// Keys, each with numbers.
#[derive(Debug)]
struct Table {
    /// To the place of its numbers: where they begin, and how many they are in the lower bits.
    places: Map<Vec<u8>>,
    numbers: Vec<u32>,
}

/// Bits of a place that say how many numbers there are.
const COUNT_BITS: u32 = 24;

/// So many numbers a key can have.
const MOST: usize = (1 << COUNT_BITS) - 1;

impl Table {
    /// The numbers of all keys that begin with one of some prefixes, some of them more than once; not many more than
    /// [`LOOKED_AT`].
    fn beginning_with(&self, prefixes: &[String]) -> Vec<u32> {
        let mut found = Vec::new();
        // A longer prefix says more.
        let mut prefixes: Vec<&String> = prefixes.iter().collect();
        prefixes.sort_by_key(|prefix| Reverse(prefix.len()));
        for prefix in prefixes {
            let mut keys = self.places.search(Str::new(prefix).starts_with()).into_stream();
            while let Some((_, place)) = keys.next() {
                if found.len() > LOOKED_AT {
                    return found;
                }
                found.extend_from_slice(self.at(place));
            }
        }
        found
    }

    /// The numbers of a key.
    fn of(&self, key: &str) -> Option<&[u32]> {
        self.places.get(key).map(|place| self.at(place))
    }

    fn at(&self, place: u64) -> &[u32] {
        let (start, count) = (place >> COUNT_BITS, place & MOST as u64);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let end = start.saturating_add(count as usize);
        self.numbers.get(start..end).unwrap_or_default()
    }
}

/// Keys and numbers before they are sorted. All letters lie in one string: millions of short ones would cost more than
/// the rest.
#[derive(Default)]
struct Entries {
    letters: String,
    entries: Vec<(u32, u32, u32)>,
}

impl Entries {
    fn add(&mut self, key: &str, number: u32) {
        let start = self.letters.len();
        self.letters.push_str(key);
        let end = self.letters.len();
        // More than four gigabytes of names are no gazetteer.
        if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
            self.entries.push((start, end, number));
        }
    }

    fn build(self) -> Table {
        let Entries { letters, mut entries } = self;
        let key = |entry: &(u32, u32, u32)| letters.get(entry.0 as usize..entry.1 as usize).unwrap_or_default();
        entries.sort_unstable_by(|one, other| (key(one), one.2).cmp(&(key(other), other.2)));
        entries.dedup_by(|one, other| (key(one), one.2) == (key(other), other.2));
        let mut numbers = Vec::with_capacity(entries.len());
        let mut places = Vec::new();
        for run in entries.chunk_by(|one, other| key(one) == key(other)) {
            let run = &run[..run.len().min(MOST)];
            let place = (numbers.len() as u64) << COUNT_BITS | run.len() as u64;
            numbers.extend(run.iter().map(|entry| entry.2));
            places.push((key(&run[0]), place));
        }
        Table {
            // Sorted and without repetition, which is all it asks.
            places: Map::from_iter(places).unwrap_or_default(),
            numbers,
        }
    }
}
