//! What stands in a document besides its mentions and deserves a look: near misses, words of mixed scripts.
//!
//! A block is looked through when somebody first asks, and what was found stays with it; the document only adds up how
//! often a near miss stands in it, and how often what it is near to.

use std::collections::HashMap;
use std::ops::Range;

use super::Analysis;
use super::scan::Scan;
use crate::Gazetteer;
use crate::entity::SpellingId;
use crate::fold::{self, Folded, fold_word};
use crate::language::Language;
use crate::matcher::{Haystack, Scratch};
use crate::near::{self, Token};
use crate::prose::{Layout, Unmarked, Zone};
use crate::text::Text;

/// What stands so often, and oftener than what it is near to, is no slip.
const OFTEN: u32 = 3;

/// Words that are almost a form of a spelling. Ranges are bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The name: with initials before the word and the other words of a longer name.
    pub name: Range<usize>,
    /// The word that is wrong, without a suffix behind an apostrophe.
    pub word: Range<usize>,
    /// What is meant.
    pub spelling: SpellingId,
    /// What should stand in the place of the word.
    pub right: String,
    /// How often the narration of the document has the name that is meant, in its language.
    pub right_count: u32,
    /// What kind of prose it stands in.
    pub zone: Zone,
}

/// A word with letters of another script that look like the right ones. Ranges are bytes of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MixedWord {
    /// The word.
    pub range: Range<usize>,
    /// As it should be.
    pub right: String,
    /// The spelling that it then begins with, if it is the only one.
    pub spelling: Option<SpellingId>,
    /// What kind of prose it stands in.
    pub zone: Zone,
}

/// The same in one block; ranges are bytes of it.
#[derive(Debug, Default)]
pub(super) struct Unmatched {
    near: Vec<LocalNear>,
    mixed: Vec<MixedWord>,
}

#[derive(Debug)]
struct LocalNear {
    near: NearMiss,
    doubtful: bool,
    stem: String,
}

impl Analysis {
    /// The near misses of the document, by place. `text` is the text that was analysed; of each block it is read once, by
    /// the first who asks.
    pub fn near_misses(&self, text: &dyn Text) -> Vec<NearMiss> {
        let mut counts: HashMap<(&str, SpellingId), u32> = HashMap::new();
        for local in self.unmatched(text).flat_map(|(_, unmatched)| &unmatched.near) {
            *counts.entry((&local.stem, local.near.spelling)).or_default() += 1;
        }
        if counts.is_empty() {
            return Vec::new();
        }
        let mut all = Vec::new();
        for (start, unmatched) in self.unmatched(text) {
            for local in &unmatched.near {
                let right_count = self.count_of(local.near.spelling);
                let count = counts[&(local.stem.as_str(), local.near.spelling)];
                if local.doubtful && !self.speaks_of(local.near.spelling) || count >= OFTEN && count >= right_count {
                    continue;
                }
                all.push(NearMiss {
                    name: moved(&local.near.name, start),
                    word: moved(&local.near.word, start),
                    right_count,
                    ..local.near.clone()
                });
            }
        }
        all
    }

    /// The words of mixed scripts, by place. `text` is the text that was analysed.
    pub fn mixed_words(&self, text: &dyn Text) -> Vec<MixedWord> {
        let all = self.unmatched(text).flat_map(|(start, unmatched)| {
            let word = move |mixed: &MixedWord| MixedWord {
                range: moved(&mixed.range, start),
                ..mixed.clone()
            };
            unmatched.mixed.iter().map(word)
        });
        all.collect()
    }

    /// How often narration uses a name in the language of a spelling.
    fn count_of(&self, spelling: SpellingId) -> u32 {
        let entry = self.gazetteer.spelling(spelling);
        let mut uses = self.uses().iter();
        let own = uses.find(|own| own.name == entry.name && own.language == entry.language);
        own.map_or(0, |own| own.counts.iter().map(|(_, count)| count).sum())
    }

    /// Whether narration uses any name of the entity that a spelling belongs to.
    fn speaks_of(&self, spelling: SpellingId) -> bool {
        let (_, entity) = self.gazetteer.bearer(spelling);
        self.uses()
            .iter()
            .any(|own| self.gazetteer.name(own.name).entity == entity)
    }

    fn unmatched<'a>(&'a self, text: &'a dyn Text) -> impl Iterator<Item = (usize, &'a Unmatched)> {
        let blocks = self.blocks.iter().zip(&self.starts);
        blocks.map(|(block, start)| {
            let unmatched = block.unmatched(text, *start, self.facts.format, &self.gazetteer);
            (*start, unmatched)
        })
    }
}

fn moved(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}

/// Looks through a block. `own` is the part of the text that is the block, the rest is overlap.
pub(super) fn look_through(
    source: &str,
    own: &Range<usize>,
    layout: &Layout,
    language: Option<&Language>,
    gazetteer: &Gazetteer,
    scan: &Scan,
) -> Unmatched {
    let (undetermined, scratch) = (Language::undetermined(), Scratch::default());
    let mut folded = Folded::default();
    let mut unmatched = Unmatched::default();
    let taken = |place: &Range<usize>| {
        let (start, end) = (
            place.start.saturating_sub(own.start),
            place.end.saturating_sub(own.start),
        );
        let before = scan
            .mentions
            .partition_point(|mention| (mention.suffix_end as usize) <= start);
        scan.mentions
            .get(before)
            .is_some_and(|mention| (mention.start as usize) < end)
    };
    for pieces in &layout.streams {
        fold::fold(source, pieces, &mut folded);
        let stated = pieces.first().and_then(|piece| layout.language(piece.range.start));
        let unmarked = Unmarked::new(source, pieces);
        let haystack = Haystack {
            unmarked: &unmarked,
            folded: &folded,
            language: stated.or(language).unwrap_or(&undetermined),
            scratch: &scratch,
        };
        let place = |range: &Range<usize>| folded.source_start(range.start)..folded.source_end(range.end);
        let mut tokens = near::tokens(haystack);
        tokens.retain(|token| match mixed(haystack, layout, gazetteer, token) {
            Some(mixed) => {
                unmatched.mixed.push(mixed);
                false
            }
            None => true,
        });
        for near in near::near_misses(gazetteer, haystack, &tokens, |range| taken(&place(range))) {
            let word = place(&near.word);
            unmatched.near.push(LocalNear {
                doubtful: near.doubtful,
                stem: near.stem,
                near: NearMiss {
                    name: place(&near.name),
                    zone: layout.zone(word.start),
                    word,
                    spelling: near.spelling,
                    right: near.right,
                    right_count: 0,
                },
            });
        }
    }
    unmatched.keep(own);
    unmatched
}

impl Unmatched {
    /// Leaves what begins in the block itself, and counts from there. Other people’s works are full of names that nobody
    /// knows.
    fn keep(&mut self, own: &Range<usize>) {
        let shift = |range: &mut Range<usize>| {
            let is_own = own.contains(&range.start);
            *range = range.start.saturating_sub(own.start)..range.end.saturating_sub(own.start);
            is_own
        };
        self.near.retain_mut(|local| {
            let near = &mut local.near;
            shift(&mut near.word);
            shift(&mut near.name) && near.zone != Zone::Bibliography
        });
        self.mixed.retain_mut(|mixed| shift(&mut mixed.range));
        self.near.sort_by_key(|local| local.near.word.start);
        self.mixed.sort_by_key(|mixed| mixed.range.start);
    }
}

fn mixed(haystack: Haystack<'_>, layout: &Layout, gazetteer: &Gazetteer, token: &Token) -> Option<MixedWord> {
    let source = haystack.source(token.range.start, token.range.end);
    if source.is_ascii() {
        return None;
    }
    let right = near::without_look_alikes(source, haystack.language.is_cyrillic())?;
    let start = haystack.folded.source_start(token.range.start);
    Some(MixedWord {
        range: start..haystack.folded.source_end(token.range.end),
        spelling: gazetteer.near().begins(&fold_word(&right)),
        right,
        zone: layout.zone(start),
    })
}
