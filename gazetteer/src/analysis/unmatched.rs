//! What stands in a document besides its mentions and deserves a look: near misses, words of mixed scripts.
//!
//! A block is looked through when somebody first asks, and what was found stays with it; the document only adds up how
//! often a near miss stands in it, and how often what it is near to.

use std::collections::HashMap;
use std::ops::Range;

use super::Analysis;
use super::scan::{DEEPEST, Local, Scan};
use crate::Gazetteer;
use crate::entity::SpellingId;
use crate::fold::{self, Folded, fold_word};
use crate::language::Language;
use crate::matcher::{Haystack, Scratch};
use crate::near::{self, Token};
use crate::prose::{Layout, Remark, Unmarked, Zone};
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
    /// What is written, as a spelling of its own would have it: without initials before it, in the dictionary form.
    pub written: String,
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

/// A name that the gazetteer lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// Where it first stands: bytes of the document.
    pub range: Range<usize>,
    /// How often it stands in the document, letter by letter.
    pub count: u32,
    /// What kind of prose it first stands in.
    pub zone: Zone,
}

/// The names of a block that the gazetteer lacks: where, folded, in which zone. Ranges are bytes of the block.
pub(super) type Unknown = (Range<usize>, String, Zone);

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
                // What only the document could tell to be a name is one.
                let word = moved(&local.near.word, start);
                if self.mentions_in(word).next().is_some() {
                    continue;
                }
                let name = moved(&local.near.name, start);
                all.push(NearMiss {
                    zone: self.decided_zone(name.start).unwrap_or(local.near.zone),
                    name,
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
            let word = move |mixed: &MixedWord| {
                let range = moved(&mixed.range, start);
                MixedWord {
                    zone: self.decided_zone(range.start).unwrap_or(mixed.zone),
                    range,
                    ..mixed.clone()
                }
            };
            unmatched.mixed.iter().map(word)
        });
        all.collect()
    }

    /// The names that the gazetteer lacks, each once, by place. `text` is the text that was analysed; of each block it is
    /// read once, by the first who asks.
    pub fn unknown_names(&self, text: &dyn Text) -> Vec<UnknownName> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut all: Vec<UnknownName> = Vec::new();
        for (block, start) in self.blocks.iter().zip(&self.starts) {
            for (range, name, zone) in block.unknown(text, *start, self.facts.format, &self.gazetteer) {
                let next = all.len();
                let place = *places.entry(name).or_insert(next);
                match all.get_mut(place) {
                    Some(known) => known.count += 1,
                    None => {
                        let range = moved(range, *start);
                        let zone = self.decided_zone(range.start).unwrap_or(*zone);
                        all.push(UnknownName { range, count: 1, zone });
                    }
                }
            }
        }
        all
    }

    /// What the comments of the document say to this program, by place. `text` is the text that was analysed; of each block
    /// it is read once, by the first who asks.
    pub fn remarks(&self, text: &dyn Text) -> Vec<Remark> {
        let blocks = self.blocks.iter().zip(&self.starts);
        let all = blocks.flat_map(|(block, start)| {
            let remark = |remark: &Remark| Remark {
                range: moved(&remark.range, *start),
                comment: moved(&remark.comment, *start),
                scope: remark.scope,
                words: remark.words.iter().map(|word| moved(word, *start)).collect(),
            };
            block.remarks(text, *start, self.facts.format).iter().map(remark)
        });
        all.collect()
    }

    /// How often narration uses a name in the language of a spelling.
    fn count_of(&self, spelling: SpellingId) -> u32 {
        let entry = self.gazetteer.spelling(spelling);
        let (uses, key) = (self.uses(), (entry.name, &entry.language));
        let own = uses.binary_search_by(|own| (own.name, &own.language).cmp(&key));
        own.map_or(0, |own| uses[own].counts.iter().map(|(_, count)| count).sum())
    }

    /// Whether narration uses any name of the entity that a spelling belongs to.
    fn speaks_of(&self, spelling: SpellingId) -> bool {
        let (_, entity) = self.gazetteer.bearer(spelling);
        let mut names = self.gazetteer.names(entity).map(|(name, _)| name);
        names.any(|name| self.uses().binary_search_by(|own| own.name.cmp(&name)).is_ok())
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

/// A block as it is looked through. `own` is the part of the text that is the block, the rest is overlap.
pub(super) struct Looked<'a> {
    pub(super) source: &'a str,
    pub(super) own: &'a Range<usize>,
    pub(super) layout: &'a Layout,
    pub(super) language: Option<&'a Language>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) scan: &'a Scan,
}

impl Looked<'_> {
    /// Near misses and words of mixed scripts.
    pub(super) fn unmatched(&self) -> Unmatched {
        let mut unmatched = Unmatched::default();
        self.streams(|haystack, mut tokens| {
            tokens.retain(|token| match mixed(haystack, self.layout, self.gazetteer, token) {
                Some(mixed) => {
                    unmatched.mixed.push(mixed);
                    false
                }
                None => true,
            });
            let place = |range: &Range<usize>| place(haystack, range);
            for near in near::near_misses(self.gazetteer, haystack, &tokens, |range| self.is_taken(&place(range))) {
                let word = place(&near.word);
                unmatched.near.push(LocalNear {
                    doubtful: near.doubtful,
                    stem: near.stem,
                    near: NearMiss {
                        name: place(&near.name),
                        zone: self.layout.zone(word.start),
                        word,
                        spelling: near.spelling,
                        right: near.right,
                        written: near.written,
                        right_count: 0,
                    },
                });
            }
        });
        unmatched.keep(self.own);
        unmatched
    }

    /// Names that the gazetteer lacks.
    pub(super) fn unknown(&self) -> Vec<Unknown> {
        let mut unknown: Vec<Unknown> = Vec::new();
        self.streams(|haystack, tokens| {
            let is_taken = |range: &Range<usize>| self.is_taken(&place(haystack, range));
            for name in near::unknown_names(self.gazetteer, haystack, &tokens, is_taken) {
                let folded = haystack.folded.text()[name.clone()].to_owned();
                let range = place(haystack, &name);
                let zone = self.layout.zone(range.start);
                if zone != Zone::Bibliography && self.own.contains(&range.start) {
                    unknown.push((range.start - self.own.start..range.end - self.own.start, folded, zone));
                }
            }
        });
        unknown.sort_by_key(|(range, ..)| range.start);
        unknown
    }

    fn streams(&self, mut look: impl FnMut(Haystack<'_>, Vec<Token>)) {
        let (undetermined, scratch) = (Language::undetermined(), Scratch::default());
        let mut folded = Folded::default();
        for pieces in &self.layout.streams {
            fold::fold(self.source, pieces, &mut folded);
            let stated = pieces.first().and_then(|piece| self.layout.language(piece.range.start));
            let unmarked = Unmarked::new(self.source, pieces);
            let haystack = Haystack {
                unmarked: &unmarked,
                folded: &folded,
                language: stated.or(self.language).unwrap_or(&undetermined),
                scratch: &scratch,
            };
            look(haystack, near::tokens(haystack));
        }
    }

    /// Whether a place of the source belongs to a mention; not to one that only the document could bear out and that is
    /// rather another word.
    fn is_taken(&self, place: &Range<usize>) -> bool {
        let own = self.own.start;
        let (start, end) = (place.start.saturating_sub(own), place.end.saturating_sub(own));
        let mentions = &self.scan.mentions;
        let begun = mentions.partition_point(|mention| (mention.start as usize) < end);
        // They are sorted by their start, and one may stand within another.
        mentions[begun.saturating_sub(DEEPEST)..begun]
            .iter()
            .any(|mention| start < mention.suffix_end as usize && !is_doubted(mention))
    }
}

fn is_doubted(mention: &Local) -> bool {
    let solid = mention.end == mention.suffix_end;
    solid && mention.is_open() && near::rather_another(&mention.readings)
}

/// The source of a range of folded bytes.
fn place(haystack: Haystack<'_>, range: &Range<usize>) -> Range<usize> {
    haystack.folded.source_start(range.start)..haystack.folded.source_end(range.end)
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
