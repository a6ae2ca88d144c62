//! Why what was considered at a word is no mention.

use super::{Refusal, Stream, Verdict};
use crate::analysis::meaning::Said;
use crate::analysis::{Decided, Resolution, another, choose, dated, kinds};
use crate::entity::{Alone, SpellingId};
use crate::matcher::{Beside, Fit, Hit};
use crate::morph::{self, Endings};

impl Stream<'_> {
    pub(super) fn refusal(&self, hit: &Hit, fit: Fit) -> Refusal {
        let gazetteer = &self.analysis.gazetteer;
        let spelling = gazetteer.spelling(hit.spelling);
        match fit {
            Fit::OtherCapitals => return Refusal::Capitals(spelling.case),
            Fit::OtherWord => return Refusal::OtherWord,
            Fit::OtherDots => return Refusal::OtherDots,
            Fit::Fits => {}
        }
        if hit.beside == Beside::Contradicts {
            let by = gazetteer.matcher().contradicting(self.haystack, hit);
            let (start, end) = by.unwrap_or((hit.start, hit.end));
            let by = self.absolute(start, end);
            // Forenames that agreed are a part of what was found.
            return match start < hit.start || end > hit.end || (start, end) == (hit.start, hit.end) {
                true => Refusal::Contradicted { by },
                false => Refusal::Disagrees { by },
            };
        }
        if let Some((start, end)) = dated::other_year(gazetteer, self.haystack, hit) {
            return Refusal::Contradicted {
                by: self.absolute(start, end),
            };
        }
        if !choose::may_stand(gazetteer, self.haystack, self.layout, hit) {
            return Refusal::Alone(spelling.alone);
        }
        if let Some((start, end)) = kinds::other_of_this_name(gazetteer, self.haystack, self.layout, hit) {
            return Refusal::OtherKind {
                by: self.absolute(start, end),
            };
        }
        if let Some((start, end)) = another::named(gazetteer, self.haystack, hit) {
            return Refusal::OtherKind {
                by: self.absolute(start, end),
            };
        }
        self.passed_over(hit)
    }

    /// Why a hit that could stand is no mention: what the choice in the block or the document made of it.
    fn passed_over(&self, hit: &Hit) -> Refusal {
        let range = self.absolute(hit.start, hit.end);
        let equal = self
            .found
            .iter()
            .find(|(local, _)| self.analysis.range(self.number, local) == range);
        let Some((local, mention)) = equal else {
            let longer = self
                .found
                .iter()
                .map(|(local, _)| self.start + local.start as usize..self.start + local.suffix_end as usize)
                .find(|longer| longer.start < range.end && range.start < longer.end);
            let by = longer.unwrap_or(range);
            return Refusal::Covered { by };
        };
        if self.analysis.is_covered(self.number, local)
            && let Some((start, end)) = local.within
        {
            let by = self.start + start as usize..self.start + end as usize;
            return Refusal::Covered { by };
        }
        let (_, entity) = self.analysis.gazetteer.bearer(hit.spelling);
        let Some(candidate) = local.candidate(entity) else {
            return Refusal::LessExact;
        };
        match self.analysis.said(self.number, local) {
            Some(Said::Nothing) => return Refusal::NoName(self.who_says_no(local)),
            Some(Said::Meant(_, why)) => return Refusal::OtherMeant(why),
            None => {}
        }
        if candidate.waits && !self.analysis.named().is_named(entity) {
            return Refusal::Alone(Alone::Context);
        }
        let why = mention.as_ref().map_or(Resolution::Only, |mention| mention.resolution);
        Refusal::OtherMeant(why)
    }

    fn who_says_no(&self, local: &crate::analysis::scan::Local) -> Resolution {
        let range = self.analysis.range(self.number, local);
        match self.analysis.decisions.about(range, local) {
            Some(Decided::NotAName) => Resolution::Decision,
            _ => Resolution::Pin,
        }
    }

    /// Spellings that begin as the word does, and why none of them stands here.
    pub(super) fn beginnings(&self, at: usize) -> Vec<Verdict> {
        let matcher = self.analysis.gazetteer.matcher();
        let stems = matcher.beginning(self.haystack, at).into_iter();
        let refused = stems.filter_map(|(spelling, stem_end)| {
            let why = self.ending(spelling, at, stem_end)?;
            Some(Verdict::Refused { spelling, why })
        });
        refused.collect()
    }

    /// Why a word that begins with a stem of a spelling is none of its forms. `None` where the stem is that of the first
    /// word of a longer name, and this is another word: it has nothing to do with that name.
    fn ending(&self, spelling: SpellingId, at: usize, stem_end: usize) -> Option<Refusal> {
        let text = self.haystack.folded.text();
        let end = self.ends[&at].max(stem_end);
        let stem = text[at..stem_end].to_owned();
        let ending = match stem_end < end {
            true => self.haystack.source(stem_end, end).to_owned(),
            false => String::new(),
        };
        let gazetteer = &self.analysis.gazetteer;
        let ways: Vec<_> = gazetteer.matcher().ways(gazetteer.tables(), spelling).collect();
        let first = ways.iter().filter_map(|way| Some((way.first()?, way.len())));
        let known = first.flat_map(|(stems, words)| stems.iter().map(move |stem| (stem, words)));
        let known: Vec<(Endings, usize)> = known
            .filter(|((text, _), _)| *text == stem)
            .map(|((_, endings), words)| (*endings, words))
            .collect();
        if known.iter().all(|(_, words)| *words > 1) {
            let stems = known.iter().map(|(endings, _)| (stem.clone(), *endings)).collect();
            let read = self.read(at, end, None, &stems, &[])?;
            let is_whole = read.end == end || self.haystack.folded.is_soft(read.end);
            return is_whole.then_some(Refusal::Words { stem });
        }
        let latin = known.iter().any(|(endings, _)| matches!(endings, Endings::Latin(_)));
        if latin && !ending.is_empty() && morph::is_turkish_given_name(&text[at..end]) {
            return Some(Refusal::OtherName);
        }
        let mut licensed: Vec<String> = Vec::new();
        for (endings, _) in &known {
            for ending in morph::usual_endings(*endings, self.haystack.language) {
                if !licensed.contains(&ending) {
                    licensed.push(ending);
                }
            }
        }
        Some(match licensed.is_empty() {
            true => Refusal::Uninflected { stem, ending },
            false => Refusal::Ending { stem, ending, licensed },
        })
    }
}
