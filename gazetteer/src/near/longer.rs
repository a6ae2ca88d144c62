//! A word of a longer name whose other words are exact (Fuat Sabri, of Fuat Sabit): they say who is meant, so that it may
//! have two slips.

use std::ops::Range;

use super::index::{Longer, SHORTEST};
use super::slip::is_derived;
use super::{Near, Search, is_gap, prefixes};
use crate::entity::SpellingId;
use crate::morph::{self, Endings};
use crate::slips::slips;

impl Search<'_> {
    /// A word of a longer name whose other words are exact.
    pub(super) fn part_of_longer(&self, number: usize) -> Option<Near> {
        let mut found: Vec<Near> = Vec::new();
        for anchor in [number.checked_sub(1), Some(number + 1)].into_iter().flatten() {
            let Some(token) = self.tokens.get(anchor) else { continue };
            let word = self.text(&token.range);
            for (end, _) in prefixes(word) {
                for (longer, place) in self.index.longer_with(&word[..end]) {
                    found.extend(self.longer(longer, place, anchor, number));
                }
            }
        }
        let first = found.first()?;
        let entity = self.entity(first.spelling);
        let same = found.iter().all(|near| self.entity(near.spelling) == entity);
        same.then(|| found.swap_remove(0))
    }

    /// A longer name whose word `place` stands at a token, if all its words stand around it and only the one at `number`
    /// is wrong, by two slips at most.
    fn longer(&self, longer: &Longer, place: usize, anchor: usize, number: usize) -> Option<Near> {
        if !self.is_sought(longer.spelling) {
            return None;
        }
        let first = anchor.checked_sub(place).filter(|_| !self.is_common(number))?;
        let tokens = self.tokens.get(first..first + longer.words.len())?;
        if !tokens.iter().skip(1).all(|token| token.touches) || !(first..first + tokens.len()).contains(&number) {
            return None;
        }
        let mut near = None;
        for (offset, (stems, token)) in longer.words.iter().zip(tokens).enumerate() {
            if first + offset == number {
                near = Some((offset, self.two_slips(stems, &token.range)?));
            } else if !self.is_exact(stems, &token.range) {
                return None;
            }
        }
        let (offset, (stem, end)) = near?;
        let word = &self.tokens[number].range;
        let written = self.text(word);
        Some(Near {
            name: tokens.first()?.range.start..tokens.last()?.range.end,
            word: word.clone(),
            spelling: longer.spelling,
            right: self.right(longer.spelling, offset, &stem, word, end),
            written: self.with_word(
                longer.spelling,
                offset,
                &self.written(longer.spelling, offset, &stem, word, end),
            ),
            doubtful: (self.is_given(number) || morph::is_given_name(&written[..end]))
                && !self.is_only(longer, place, &self.tokens[anchor].range),
            stem: written[..end].to_owned(),
        })
    }

    /// A spelling with another word in the place of one of its own.
    fn with_word(&self, spelling: SpellingId, number: usize, word: &str) -> String {
        let mut text = String::new();
        let mut words = 0..;
        for piece in self.gazetteer.spelling(spelling).text.split_inclusive(is_gap) {
            let own = piece.trim_end_matches(is_gap);
            let is_meant = !own.is_empty() && words.next() == Some(number);
            text.push_str(if is_meant { word } else { own });
            text.push_str(&piece[own.len()..]);
        }
        text
    }

    /// Whether nobody else’s name of as many words has this word in this place.
    fn is_only(&self, longer: &Longer, place: usize, word: &Range<usize>) -> bool {
        let entity = self.entity(longer.spelling);
        let written = self.text(word);
        prefixes(written).all(|(end, _)| {
            let mut others = self.index.longer_with(&written[..end]);
            others.all(|(other, at)| {
                let alike = at == place && other.words.len() == longer.words.len();
                !alike || self.entity(other.spelling) == entity
            })
        })
    }

    fn is_exact(&self, stems: &[(String, Endings)], word: &Range<usize>) -> bool {
        let written = self.text(word);
        let mut stems = stems.iter().filter(|(stem, _)| written.starts_with(stem.as_str()));
        stems.any(|(stem, endings)| !self.readings(*endings, word, stem.len()).is_empty())
    }

    /// The stem that a word has but for one or two slips, and where it ends in the word.
    fn two_slips(&self, stems: &[(String, Endings)], word: &Range<usize>) -> Option<(String, usize)> {
        let written = self.text(word);
        let mut best: Option<(usize, String, usize)> = None;
        for (end, letters) in prefixes(written) {
            for (stem, endings) in stems.iter().filter(|(stem, _)| stem.chars().count() >= SHORTEST) {
                let right: Vec<char> = stem.chars().collect();
                let Some(count) = slips(&letters, &right, 2).filter(|count| *count > 0) else {
                    continue;
                };
                if is_derived(&letters, &right) {
                    return None;
                }
                let better = best.as_ref().is_none_or(|(least, ..)| count < *least);
                if better && right.first() == letters.first() && !self.readings(*endings, word, end).is_empty() {
                    best = Some((count, stem.clone(), end));
                }
            }
        }
        best.map(|(_, stem, end)| (stem, end))
    }
}
