//! Readings of endings that were asked for before. Working out a chain of Turkish suffixes takes a hundred times as long
//! as looking it up, and a text uses few. It must not change an answer, only remember it.

use rustc_hash::FxHashMap;

use super::{Ending, Endings, latin_readings, readings, turkish};
use crate::language::Language;
use crate::reading::Readings;

/// How many answers are kept; when there are more, all are forgotten.
const KEPT: usize = 4096;

/// Letters that a key has room for, in bytes; longer endings are worked out each time.
const LONGEST: usize = 28;

/// Answers that were given. It has a bound, whatever the text.
#[derive(Debug, Default)]
pub struct Answers {
    kept: FxHashMap<Key, Readings>,
}

/// A number of endings, whether an apostrophe stands before, the length of the folded ending, then both endings.
type Key = [u8; LONGEST + 4];

impl Answers {
    /// The same as [`readings`].
    pub fn readings(&mut self, endings: Endings, paragraph: &Language, ending: &Ending<'_>) -> Readings {
        match endings {
            Endings::Latin(number) => {
                latin_readings(number, paragraph, ending, |number, ending| self.turkish(number, ending))
            }
            _ => readings(endings, paragraph, ending),
        }
    }

    fn turkish(&mut self, number: u16, ending: &Ending<'_>) -> Readings {
        if ending.folded.is_empty() {
            return turkish::readings(number, ending);
        }
        let Some(key) = key(number, ending) else {
            return turkish::readings(number, ending);
        };
        if let Some(readings) = self.kept.get(&key) {
            return Readings::from_slice(readings);
        }
        let readings = turkish::readings(number, ending);
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        self.kept.insert(key, readings.clone());
        readings
    }
}

fn key(number: u16, ending: &Ending<'_>) -> Option<Key> {
    let mut key = [0; LONGEST + 4];
    let (folded, source) = (ending.folded.as_bytes(), ending.source.as_bytes());
    let behind = 4 + folded.len();
    let [low, high] = number.to_le_bytes();
    key[..4].copy_from_slice(&[low, high, ending.apostrophe.into(), folded.len().try_into().ok()?]);
    key.get_mut(4..behind)?.copy_from_slice(folded);
    // No ending has a zero byte in it that is worth remembering: the key must say how long the source is.
    if source.contains(&0) {
        return None;
    }
    key.get_mut(behind..behind + source.len())?.copy_from_slice(source);
    Some(key)
}
