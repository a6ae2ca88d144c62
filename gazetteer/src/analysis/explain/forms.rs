//! How a mention is put together: its words, and the rule behind the ending of each.

use super::{Accepted, Stream, WordForm, WordPart};
use crate::analysis::Mention;
use crate::analysis::scan::Local;
use crate::entity::SpellingId;
use crate::matcher::{Fit, Hit, Stemmed, letters_end};
use crate::morph::{self, Derivation, Ending};
use crate::reading::Reading;

/// A word read as a stem and an ending. Offsets are bytes of the folded text.
pub(super) struct Read {
    stem_end: usize,
    /// The end of the word, suffix included.
    pub(super) end: usize,
    ending: String,
    derivations: Vec<Derivation>,
}

impl Stream<'_> {
    pub(super) fn accepted(&self, (local, mention): &(&Local, Option<Mention>)) -> Option<Accepted> {
        let mention = mention.clone()?;
        let words = self.hit_of(local, &mention).map(|hit| self.words(hit, &mention));
        let candidate = mention.entity().and_then(|entity| local.candidate(entity));
        Some(Accepted {
            words: words.unwrap_or_default(),
            read: self.read_between(&mention.with_suffix),
            borne_out: candidate.is_some_and(|candidate| candidate.waits),
            mention,
        })
    }

    /// The hit that became a mention: of those with its range, the one that took most of the suffix.
    fn hit_of(&self, local: &Local, mention: &Mention) -> Option<&Hit> {
        let spelling = mention.candidates.first()?.spelling;
        let from = self.start + local.start as usize..self.start + local.end as usize;
        let fits = |(hit, fit): &&(Hit, Fit)| {
            *fit == Fit::Fits && hit.spelling == spelling && self.absolute(hit.start, hit.end) == from
        };
        let hits = self.considered.values().flatten().filter(fits);
        hits.map(|(hit, _)| hit).max_by_key(|hit| hit.suffix_end)
    }

    fn words(&self, hit: &Hit, mention: &Mention) -> Vec<WordForm> {
        let Some(&(first, _)) = hit.stems.first() else {
            return Vec::new();
        };
        let mut words = self.beside(hit, hit.start, first);
        let way = self.way(hit);
        let mut behind = first;
        for (number, &(at, stem_end)) in hit.stems.iter().enumerate() {
            let next = hit.stems.get(number + 1).map(|(next, _)| *next);
            let stems = way.as_ref().and_then(|way| way.get(number));
            let stems = stems.map_or(&[][..], Vec::as_slice);
            let stems = stems
                .iter()
                .filter(|(stem, _)| *stem == self.text(at, stem_end))
                .cloned()
                .collect();
            let suffix_end = next.is_none().then_some(hit.suffix_end);
            let readings = if next.is_none() {
                mention.readings.as_slice()
            } else {
                &[]
            };
            let read = self.read(at, next.unwrap_or(hit.end), suffix_end, &stems, readings);
            let letters = letters_end(self.haystack.folded.text(), stem_end);
            let read = read.unwrap_or_else(|| unread(stem_end, letters.min(next.unwrap_or(hit.end))));
            behind = read.end;
            words.push(self.word(at, read, WordPart::Spelling(hit.spelling)));
        }
        words.extend(self.beside(hit, behind, hit.suffix_end));
        self.attach_suffix(hit, &mut words);
        words
    }

    /// A suffix behind what joined the name is no word of its own: Çiçerin G. V.’in.
    fn attach_suffix(&self, hit: &Hit, words: &mut Vec<WordForm>) {
        let from = self.absolute(hit.end, hit.end).start;
        let [.., before, last] = words.as_mut_slice() else {
            return;
        };
        if hit.suffix_end > hit.end && last.range.start >= from {
            before.range.end = last.range.end;
            before.ending.clone_from(&last.stem);
            before.read = self.read_between(&before.range);
            words.pop();
        }
    }

    /// The way to read the spelling in which its words are those of the hit.
    fn way(&self, hit: &Hit) -> Option<Vec<Stemmed>> {
        let gazetteer = &self.analysis.gazetteer;
        let mut ways = gazetteer.matcher().ways(gazetteer.tables(), hit.spelling);
        let is_stem = |(stems, (at, end)): (&Stemmed, &(usize, usize))| {
            stems.iter().any(|(stem, _)| *stem == self.text(*at, *end))
        };
        ways.find(|way| way.len() == hit.stems.len() && way.iter().zip(&hit.stems).all(is_stem))
    }

    /// The initials, further names and titles that joined a name, in a stretch beside it.
    fn beside(&self, hit: &Hit, start: usize, end: usize) -> Vec<WordForm> {
        let mut words = Vec::new();
        let mut at = start;
        while at < end {
            let text = self.haystack.folded.text();
            let Some(gap) = text[at..end].find(char::is_alphabetic) else {
                break;
            };
            at += gap;
            let letters = letters_end(text, at).min(end).max(at + 1);
            let letters = text.ceil_char_boundary(letters);
            let word = self.joined(hit, at, letters, end);
            at = word.1.max(letters);
            words.push(word.0);
        }
        words
    }

    /// One word that joined a name, and where it ends in the folded text.
    fn joined(&self, hit: &Hit, at: usize, letters: usize, limit: usize) -> (WordForm, usize) {
        let dotted = self.haystack.folded.text()[letters..limit].starts_with('.');
        let plain = |part| {
            let end = letters + usize::from(dotted);
            (self.word(at, unread(letters, end), part), end)
        };
        if dotted {
            return plain(WordPart::Initial);
        }
        let gazetteer = &self.analysis.gazetteer;
        for &spelling in &hit.joined {
            let mut ways = gazetteer.matcher().ways(gazetteer.tables(), spelling);
            let read = ways.find_map(|way| self.read(at, limit.min(letters), None, way.first()?, &[]));
            if let Some(read) = read {
                let end = read.end;
                return (self.word(at, read, WordPart::Forename(Some(spelling))), end);
            }
        }
        match self.title(hit.spelling, at, letters, limit) {
            Some(read) => {
                let end = read.end;
                (self.word(at, read, WordPart::Title), end)
            }
            None => plain(WordPart::Forename(None)),
        }
    }

    fn title(&self, spelling: SpellingId, at: usize, letters: usize, limit: usize) -> Option<Read> {
        let language = &self.analysis.gazetteer.spelling(spelling).language;
        let titles = morph::titles_behind(language).iter();
        let read = titles.filter_map(|title| self.read(at, letters, Some(limit), &title.stems, &[]));
        read.max_by_key(|read| (read.end, read.stem_end))
    }

    /// Reads a word as one of some stems with an ending that it licenses: the whole of it, or up to a vanished hyphen, or
    /// the stem alone. `limit` is where its letters end at the latest, `suffix_end` where a suffix behind a mark does.
    pub(super) fn read(
        &self,
        at: usize,
        limit: usize,
        suffix_end: Option<usize>,
        stems: &Stemmed,
        readings: &[Reading],
    ) -> Option<Read> {
        let text = self.haystack.folded.text();
        let rest = text.get(at..)?;
        let mut best: Option<Read> = None;
        for (stem, endings) in stems.iter().filter(|(stem, _)| rest.starts_with(stem.as_str())) {
            let stem_end = at + stem.len();
            for (end, start, apostrophe) in self.ends(stem_end, limit, suffix_end) {
                let source = if start < end {
                    self.haystack.source(start, end)
                } else {
                    ""
                };
                let ending = Ending {
                    folded: text.get(start..end)?,
                    apostrophe,
                    source,
                };
                let Some(derivation) = morph::derivation(*endings, self.haystack.language, &ending) else {
                    continue;
                };
                match &mut best {
                    Some(best) if best.end > end => {}
                    Some(best) if best.end == end => best.derivations.push(derivation),
                    _ => {
                        let suffix = stem.rfind('\'').filter(|_| morph::ends_in_suffix(*endings));
                        best = Some(Read {
                            stem_end: suffix.map_or(stem_end, |mark| at + mark),
                            end,
                            ending: suffix.map_or(ending.folded, |mark| &stem[mark + 1..]).to_owned(),
                            derivations: vec![derivation],
                        });
                    }
                }
            }
        }
        best.map(|mut read| {
            agreeing(&mut read.derivations, readings);
            read
        })
    }

    /// Where a word with this stem may end, with the start of its ending, and whether a mark parts it.
    fn ends(&self, stem_end: usize, limit: usize, suffix_end: Option<usize>) -> Vec<(usize, usize, bool)> {
        let folded = self.haystack.folded;
        let text = folded.text();
        let letters = letters_end(text, stem_end).min(limit.max(stem_end));
        let mut ends = Vec::new();
        if let Some(suffix_end) = suffix_end.filter(|end| *end > letters) {
            let mark = text[letters..suffix_end].find(char::is_alphabetic);
            match mark {
                Some(mark) if letters == stem_end => ends.push((suffix_end, letters + mark, true)),
                Some(_) => ends.push((suffix_end, stem_end, false)),
                None => {}
            }
        }
        ends.push((letters, stem_end, false));
        ends.extend(folded.soft_between(stem_end, letters).map(|end| (end, stem_end, false)));
        ends.push((stem_end, stem_end, false));
        ends
    }

    fn word(&self, at: usize, read: Read, part: WordPart) -> WordForm {
        let range = self.absolute(at, read.end);
        WordForm {
            read: self.read_between(&range),
            range,
            part,
            stem: self.text(at, read.stem_end).to_owned(),
            ending: read.ending,
            derivations: read.derivations,
        }
    }

    fn text(&self, start: usize, end: usize) -> &str {
        self.haystack.folded.text().get(start..end).unwrap_or_default()
    }
}

/// A word of which no more is said.
fn unread(stem_end: usize, end: usize) -> Read {
    Read {
        stem_end,
        end: end.max(stem_end),
        ending: String::new(),
        derivations: Vec::new(),
    }
}

/// Leaves the derivations that agree with the readings of the name, if there is one, each once.
fn agreeing(derivations: &mut Vec<Derivation>, readings: &[Reading]) {
    let agrees = |derivation: &Derivation| derivation.readings.iter().any(|reading| readings.contains(reading));
    if derivations.iter().any(agrees) {
        derivations.retain(agrees);
    }
    let mut seen: Vec<Derivation> = Vec::new();
    for derivation in derivations.drain(..) {
        if !seen.contains(&derivation) {
            seen.push(derivation);
        }
    }
    *derivations = seen;
}
