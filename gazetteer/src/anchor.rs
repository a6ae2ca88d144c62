//! Places in a text that are known by their words and the words around them, so that they are found again when the text
//! has been edited, its paragraphs moved, its lines broken elsewhere.
//!
//! An anchor that fits nowhere, or several places equally well, is said to: nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::fold::is_hyphen;

/// Context on either side, in code points.
pub const CONTEXT: usize = 32;

/// Of many places with the same words the most that are compared letter by letter.
const MOST_COMPARED: usize = 64;

/// Of places that are kept the most, for each letter of the text. Anchors whose words end one another stand in the same
/// places; a file of anchors by hand could have thousands of these.
const MOST_A_LETTER: usize = 16;

/// A place known by its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words; never empty.
    pub quote: String,
    /// Up to [`CONTEXT`] code points before them.
    pub before: String,
    /// Up to [`CONTEXT`] code points behind them.
    pub after: String,
}

/// What became of an anchor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// It stands here: bytes of the text.
    At(Range<usize>),
    /// Its words stand nowhere, or nowhere with anything like their context.
    Gone,
    /// Several places fit equally well: these, or at least these, as no more than 64 are compared. By start.
    Several(Vec<Range<usize>>),
}

impl Place {
    /// The places themselves, by start; none where the words are gone.
    pub fn ranges(&self) -> &[Range<usize>] {
        match self {
            Place::At(range) => std::slice::from_ref(range),
            Place::Gone => &[],
            Place::Several(ranges) => ranges,
        }
    }

    /// The same places elsewhere, or some of them.
    pub fn moved(&self, moved: impl FnMut(&Range<usize>) -> Option<Range<usize>>) -> Place {
        self.ranges().iter().filter_map(moved).collect()
    }
}

impl FromIterator<Range<usize>> for Place {
    fn from_iter<T: IntoIterator<Item = Range<usize>>>(ranges: T) -> Place {
        let mut ranges: Vec<Range<usize>> = ranges.into_iter().collect();
        match ranges.pop() {
            None => Place::Gone,
            Some(only) if ranges.is_empty() => Place::At(only),
            Some(last) => {
                ranges.push(last);
                Place::Several(ranges)
            }
        }
    }
}

impl Anchor {
    /// The anchor of a range of bytes; `None` where it is empty or does not lie between characters of the text.
    pub fn of(text: &str, range: Range<usize>) -> Option<Anchor> {
        let quote = text.get(range.clone()).filter(|quote| !quote.trim().is_empty())?;
        let before = text[..range.start].char_indices().rev().take(CONTEXT).last();
        let after = text[range.end..].char_indices().nth(CONTEXT);
        Some(Anchor {
            quote: quote.to_owned(),
            before: text[before.map_or(range.start, |(at, _)| at)..range.start].to_owned(),
            after: text[range.end..after.map_or(text.len(), |(at, _)| range.end + at)].to_owned(),
        })
    }
}

/// Finds anchors in a text, in one pass for all of them. White space, hyphens and what is invisible do not count.
///
/// A context fits if half of it, in order, stands around the words. Of several places that fit the one that fits best
/// is meant.
pub fn find(text: &str, anchors: &[Anchor]) -> Vec<Place> {
    let text = Reduced::new(text);
    let wanted: Vec<Wanted> = anchors.iter().map(Wanted::new).collect();
    let quotes: BTreeSet<&str> = wanted.iter().map(|wanted| wanted.quote.as_str()).collect();
    let mut places: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    // Empty words stand everywhere, and too many for an automaton nowhere.
    if let Ok(automaton) = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&quotes) {
        let most = text.letters.len().saturating_mul(MOST_A_LETTER);
        let found = automaton.find_overlapping_iter(&text.letters).take(most);
        for range in found.map(|found| found.range()).filter(|range| !range.is_empty()) {
            places.entry(&text.letters[range.clone()]).or_default().push(range);
        }
    }
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for wanted in &wanted {
        *asked.entry(&wanted.quote).or_default() += 1;
    }
    // Who asks often for words that stand often gets an order of them.
    let likely: BTreeMap<&str, Likely> = places
        .iter()
        .filter(|(quote, places)| places.len() > MOST_COMPARED && asked.get(*quote).is_some_and(|asked| *asked > 1))
        .map(|(quote, places)| (*quote, Likely::new(&text, places)))
        .collect();
    let best = |wanted: &Wanted| match likely.get(wanted.quote.as_str()) {
        Some(likely) => wanted.best(&text, &likely.places(wanted)),
        None => wanted.best(&text, places.get(wanted.quote.as_str()).map_or(&[][..], Vec::as_slice)),
    };
    wanted.iter().map(best).collect()
}

/// Many places with the same words, in the orders of what stands before and behind them. The places where the context is
/// most like that of an anchor are neighbours of where it would stand itself, so that it need not be compared with all.
struct Likely<'a> {
    text: &'a Reduced<'a>,
    places: &'a [Range<usize>],
    /// Indices of `places`, by what stands before them and then by what stands behind.
    by_before: Vec<usize>,
    /// The other way about.
    by_after: Vec<usize>,
}

impl<'a> Likely<'a> {
    fn new(text: &'a Reduced<'a>, places: &'a [Range<usize>]) -> Likely<'a> {
        let before = |one: &usize, other: &usize| text.before(&places[*one]).cmp(text.before(&places[*other]));
        let after = |one: &usize, other: &usize| text.after(&places[*one]).cmp(text.after(&places[*other]));
        let mut by_before: Vec<usize> = (0..places.len()).collect();
        let mut by_after = by_before.clone();
        by_before.sort_by(|one, other| before(one, other).then_with(|| after(one, other)));
        by_after.sort_by(|one, other| after(one, other).then_with(|| before(one, other)));
        Likely {
            text,
            places,
            by_before,
            by_after,
        }
    }

    /// As many places as are compared letter by letter, in the order of the text.
    fn places(&self, wanted: &Wanted) -> Vec<Range<usize>> {
        let before = |index: usize| self.text.before(&self.places[index]).cmp(wanted.before.iter().copied());
        let after = |index: usize| self.text.after(&self.places[index]).cmp(wanted.after.iter().copied());
        let at_before = |index: &usize| before(*index).then_with(|| after(*index)).is_lt();
        let at_after = |index: &usize| after(*index).then_with(|| before(*index)).is_lt();
        let near = |order: &[usize], at: usize| -> Vec<usize> {
            let (least, most) = (at.saturating_sub(MOST_COMPARED / 4), at + MOST_COMPARED / 4);
            order[least..most.min(order.len())].to_vec()
        };
        let mut near: Vec<usize> = [
            near(&self.by_before, self.by_before.partition_point(at_before)),
            near(&self.by_after, self.by_after.partition_point(at_after)),
        ]
        .concat();
        near.sort_unstable();
        near.dedup();
        near.into_iter().map(|index| self.places[index].clone()).collect()
    }
}

/// An anchor as it is looked for.
struct Wanted {
    quote: String,
    /// Nearest letter first.
    before: Vec<char>,
    after: Vec<char>,
}

impl Wanted {
    fn new(anchor: &Anchor) -> Wanted {
        Wanted {
            quote: anchor.quote.chars().filter(|sign| counts(*sign)).collect(),
            before: nearest(anchor.before.chars().rev()),
            after: nearest(anchor.after.chars()),
        }
    }

    fn best(&self, text: &Reduced<'_>, places: &[Range<usize>]) -> Place {
        let mut near: Vec<(usize, &Range<usize>)> =
            places.iter().map(|place| (self.touching(text, place), place)).collect();
        near.sort_by_key(|(touching, place)| (std::cmp::Reverse(*touching), place.start));
        near.truncate(MOST_COMPARED);
        let context = self.before.len() + self.after.len();
        let fits: Vec<(usize, &Range<usize>)> = near
            .iter()
            .map(|(touching, place)| (touching, self.around(text, place), *place))
            .filter(|(_, around, _)| around * 2 >= context)
            .map(|(touching, around, place)| (touching + around, place))
            .collect();
        let best = fits.iter().map(|(score, _)| *score).max();
        let mut best: Vec<Range<usize>> = fits
            .iter()
            .filter(|(score, _)| Some(*score) == best)
            .map(|(_, place)| text.source(place))
            .collect();
        best.sort_by_key(|place| place.start);
        best.into_iter().collect()
    }

    /// How many letters of the context stand directly at a place.
    fn touching(&self, text: &Reduced<'_>, place: &Range<usize>) -> usize {
        let same = |one: &[char], other: &mut dyn Iterator<Item = char>| {
            one.iter().zip(other).take_while(|(one, other)| **one == *other).count()
        };
        same(&self.before, &mut text.letters[..place.start].chars().rev())
            + same(&self.after, &mut text.letters[place.end..].chars())
    }

    /// How many letters of the context stand around a place in their order.
    fn around(&self, text: &Reduced<'_>, place: &Range<usize>) -> usize {
        let before: Vec<char> = text.before(place).collect();
        let after: Vec<char> = text.after(place).collect();
        common(&self.before, &before) + common(&self.after, &after)
    }
}

/// The letters of a context that are compared. Files are written by hand, too: a context that goes on and on costs no more
/// at each place than one that was made here.
fn nearest(context: impl Iterator<Item = char>) -> Vec<char> {
    context.filter(|sign| counts(*sign)).take(CONTEXT).collect()
}

/// The length of the longest common subsequence.
fn common(one: &[char], other: &[char]) -> usize {
    let mut lengths = vec![0; other.len() + 1];
    for letter in one {
        let mut diagonal = 0;
        for (index, against) in other.iter().enumerate() {
            let above = lengths[index + 1];
            lengths[index + 1] = match letter == against {
                true => diagonal + 1,
                false => above.max(lengths[index]),
            };
            diagonal = above;
        }
    }
    lengths[other.len()]
}

/// Whether a character counts. Lines are broken at white space and hyphens, and scans are full of the invisible.
fn counts(sign: char) -> bool {
    !sign.is_whitespace() && !is_hyphen(sign) && !matches!(sign, '¬' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// The characters of a text that count, and where they stand in it.
struct Reduced<'a> {
    text: &'a str,
    letters: String,
    /// Where runs of characters that stand together begin: in the letters, in the text.
    runs: Vec<(usize, usize)>,
}

impl<'a> Reduced<'a> {
    fn new(text: &'a str) -> Reduced<'a> {
        let (mut letters, mut runs) = (String::with_capacity(text.len()), Vec::new());
        let mut goes_on = false;
        for (at, sign) in text.char_indices() {
            let counts = counts(sign);
            if counts && !goes_on {
                runs.push((letters.len(), at));
            }
            if counts {
                letters.push(sign);
            }
            goes_on = counts;
        }
        Reduced { text, letters, runs }
    }

    /// The letters before a place, the nearest first.
    fn before(&self, place: &Range<usize>) -> impl Iterator<Item = char> + '_ {
        self.letters[..place.start].chars().rev().take(CONTEXT)
    }

    /// The letters behind a place.
    fn after(&self, place: &Range<usize>) -> impl Iterator<Item = char> + '_ {
        self.letters[place.end..].chars().take(CONTEXT)
    }

    /// The bytes of the text from the first to the last letter of a range that is not empty.
    fn source(&self, letters: &Range<usize>) -> Range<usize> {
        let last = self.letters[..letters.end].char_indices().next_back();
        let (last, length) = last.map_or((0, 0), |(at, sign)| (at, sign.len_utf8()));
        self.place(letters.start)..(self.place(last) + length).min(self.text.len())
    }

    fn place(&self, letter: usize) -> usize {
        let run = self.runs.partition_point(|(at, _)| *at <= letter);
        run.checked_sub(1)
            .and_then(|run| self.runs.get(run))
            .map_or(0, |(at, source)| source + (letter - at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Makes the anchor of the words between brackets in the first text and finds it in the second, in which the words
    /// expected stand between brackets too.
    #[track_caller]
    fn check(before: &str, after: &str) {
        let bare = |text: &str| text.replace(['[', ']'], "");
        let range = |text: &str| Some(text.find('[')?..text.find(']')? - 1);
        let anchor = Anchor::of(&bare(before), range(before).unwrap()).unwrap();
        let expected = range(after).map_or(Place::Gone, Place::At);
        assert_eq!(find(&bare(after), &[anchor]), [expected], "{after}");
    }

    #[test]
    fn anchors_survive_edits_moves_and_lines() {
        let text = "Утром войска вошли в город. Генерал [Карс] принял депутацию, и Карс был спокоен.";
        check(text, text);
        check(
            text,
            "Утром войска вошли в город. Комендант [Карс] встретил депутацию, и Карс был спокоен.",
        );
        check(
            text,
            "Новое начало. Утром войска вошли в город. Генерал [Карс] принял депутацию, и Карс был спокоен.",
        );
        check(
            text,
            "Утром войска вошли в го-\nрод. Генерал\n[Карс]\nприняли депутацию, и Карс был спокоен.",
        );
        check(
            text,
            "Днём войска вошли в город. Старый генерал [Карс] принял депутацию, и Карс был спокоен.",
        );
        check(
            text,
            "Карс.\n\nДругой абзац.\n\nУтром войска вошли в город. Генерал [Ка-\nрс] принял депутацию, и Карс был спокоен.",
        );
    }

    #[test]
    fn what_is_gone_is_not_found_elsewhere() {
        let text = "Утром войска вошли в город. Генерал [Карс] принял депутацию.";
        check(text, "Утром войска вошли в город. Генерал принял депутацию.");
        check(text, "Договор подписан в городе Карс осенью, спустя полгода.");
        check(text, "");
    }

    #[test]
    fn a_context_without_end_costs_no_more_than_one_that_was_made() {
        let endless = Anchor {
            quote: "а".to_owned(),
            before: "а".repeat(100_000),
            after: "а".repeat(100_000),
        };
        let wanted = Wanted::new(&endless);
        assert_eq!((wanted.before.len(), wanted.after.len()), (CONTEXT, CONTEXT));
    }

    #[test]
    fn equal_places_are_counted() {
        let text = "Карс\n\n".repeat(3) + "Ани";
        let places = text.match_indices("Карс").map(|(at, word)| at..at + word.len());
        let places: Vec<Range<usize>> = places.collect();
        let anchor = Anchor {
            quote: "Карс".to_owned(),
            before: String::new(),
            after: String::new(),
        };
        assert_eq!(find(&text, &[anchor]), [Place::Several(places)]);
    }

    /// Many decisions about one word of a long text: each finds its own place, and no more work is done for each where there
    /// are more places.
    #[test]
    fn many_anchors_of_one_word_find_their_places() {
        let line = |number: usize| format!("Утром {number} числа войска вошли в город Карс и заняли дом {number}.\n");
        let text: String = (1000..2000).map(line).collect();
        let starts: Vec<usize> = text.match_indices("Карс").map(|(at, _)| at).collect();
        let anchors = starts.iter().map(|at| Anchor::of(&text, *at..at + 8).unwrap());
        let anchors: Vec<Anchor> = anchors.collect();
        let expected: Vec<Place> = starts.iter().map(|at| Place::At(*at..at + 8)).collect();
        assert_eq!(find(&text, &anchors), expected);
        let reduced = Reduced::new(&text);
        let places: Vec<Range<usize>> = reduced
            .letters
            .match_indices("Карс")
            .map(|(at, word)| at..at + word.len())
            .collect();
        let likely = Likely::new(&reduced, &places);
        let compared = |anchor: &Anchor| likely.places(&Wanted::new(anchor)).len();
        assert!(anchors.iter().all(|anchor| compared(anchor) <= MOST_COMPARED));
    }

    #[test]
    fn an_anchor_without_words_is_gone() {
        assert_eq!(Anchor::of("Карс", 1..3), None);
        assert_eq!(Anchor::of("Карс  ", 8..9), None);
        let empty = Anchor {
            quote: " -".to_owned(),
            before: String::new(),
            after: String::new(),
        };
        assert_eq!(find("Карс - Ани", &[empty]), [Place::Gone]);
    }

    proptest! {
        /// Whatever the text, an anchor made of it is found where it was made, or several stand alike.
        #[test]
        fn an_anchor_finds_its_own_place(text in "[аб \n-]{0,60}|\\PC{0,60}", start in 0usize..60, length in 1usize..12) {
            let start = text.floor_char_boundary(start.min(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            let Some(anchor) = Anchor::of(&text, start..end) else { return Ok(()) };
            let visible = |range: Range<usize>| text[range].chars().filter(|sign| counts(*sign)).collect::<String>();
            match find(&text, std::slice::from_ref(&anchor)).remove(0) {
                Place::At(place) => prop_assert_eq!(visible(place), visible(start..end)),
                Place::Several(places) => {
                    prop_assert!(places.len() > 1);
                    for place in places {
                        prop_assert_eq!(visible(place), visible(start..end));
                    }
                },
                Place::Gone => prop_assert!(visible(start..end).is_empty()),
            }
        }
    }
}
