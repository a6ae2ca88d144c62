//! Finding: which stretches of folded text are forms of which spellings.
//!
//! The stems of all words of all spellings stand in one table ([`stems`]). It is asked at the word starts that a small
//! filter lets through; what follows a stem must be an ending that the word's paradigm
//! licenses ([`word`]); words make names along a trie ([`sequence`]); persons take initials, further names and titles
//! from what stands beside them ([`person`]). Choosing among overlapping hits is not done here.

use std::ops::Range;

use smallvec::SmallVec;

use crate::entity::{Case, SpellingId};
use crate::fold::{Folded, Initials};
use crate::gazetteer::Tables;
use crate::language::Language;
use crate::morph::Endings;
use crate::prose::Unmarked;
use crate::reading::Readings;

mod beginnings;
mod doubt;
mod elements;
mod forename;
mod neighbour;
mod person;
mod prefixes;
mod profile;
mod scratch;
mod sequence;
mod stems;
mod surnames;
mod word;

pub(crate) use elements::{same_joints, same_letters};
pub(crate) use profile::Profile;
pub(crate) use scratch::Scratch;
pub(crate) use word::{is_broken, letters_end};

use beginnings::Beginnings;
use doubt::Doubts;
use elements::Elements;
use person::People;
use profile::{Profiles, may_begin_small};
use sequence::Sequences;
use stems::{Likely, Stems, Table};
use surnames::Surnames;

/// Everything that finds the spellings of a gazetteer.
#[derive(Debug)]
pub struct Matcher {
    beginnings: Beginnings,
    stems: Stems,
    sequences: Sequences,
    people: People,
    profiles: Profiles,
    /// First letters and digits, folded and sorted, of spellings that need no capital. A word that begins small with any
    /// other letter is passed over without a look.
    small_initials: Vec<char>,
    /// The same, for folding.
    initials: Initials,
}

/// A form of a spelling in folded text. Offsets are bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Where it begins.
    pub(crate) start: usize,
    /// Where it ends, without a suffix behind an apostrophe.
    pub(crate) end: usize,
    /// Where the suffix ends.
    pub(crate) suffix_end: usize,
    /// The spelling.
    pub(crate) spelling: SpellingId,
    /// Whether the word that it begins with has a capital.
    capital: bool,
    /// What the form says.
    pub(crate) readings: Readings,
    /// Whether initials, order or a title beside it made it longer than the spelling.
    pub(crate) derived: bool,
    /// What stands beside it.
    pub(crate) beside: Beside,
    /// Spellings of the person’s other names that joined it: words are spelled once, and a given name beside a surname
    /// is a use of its spelling.
    pub(crate) joined: SmallVec<[SpellingId; 2]>,
    /// The stem of each word: what is compared exactly with the spelling.
    pub(crate) stems: SmallVec<[(usize, usize); 2]>,
}

/// Whether the letters of a hit are those of its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Fits,
    /// The spelling asks for other capitals.
    OtherCapitals,
    /// Rather a common word is meant.
    OtherWord,
    /// The dots of i make another word of it.
    OtherDots,
}

/// The stems of a word, folded, each with the endings it takes.
pub(crate) type Stemmed = Vec<(String, Endings)>;

/// Words at which a name may begin, each with whether it has a capital.
type Words = SmallVec<[(usize, bool); 32]>;

/// What the words beside a hit say of the person it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Beside {
    /// A name or initials that the person does not have.
    Contradicts,
    /// Nothing.
    #[default]
    Nothing,
    /// A title: some person is meant.
    Title,
    /// A name or initials that the person has.
    Agrees,
}

/// A text to search: one stream of a block, with the language of its paragraph.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    /// The stream as it is read, unfolded.
    pub(crate) unmarked: &'a Unmarked<'a>,
    /// The stream, folded.
    pub(crate) folded: &'a Folded,
    /// The language in force.
    pub(crate) language: &'a Language,
    /// Memory that is used again.
    pub(crate) scratch: &'a Scratch,
}

impl<'a> Haystack<'a> {
    /// The bytes of the block from which a range of folded bytes was folded.
    pub(crate) fn source_range(&self, start: usize, end: usize) -> Range<usize> {
        self.folded.source_start(start)..self.folded.source_end(end)
    }

    /// What a range of folded bytes was folded from, without markup.
    pub(crate) fn source(&self, start: usize, end: usize) -> &'a str {
        self.unmarked.read(self.source_range(start, end))
    }

    /// The same from the end of one folded character to the start of another, vanished hyphens included.
    pub(crate) fn between(&self, end: usize, start: usize) -> &'a str {
        let range = self.folded.source_end(end)..self.folded.source_start(start);
        self.unmarked.read(range)
    }

    /// All that stands before a folded offset, without markup.
    pub(crate) fn before(&self, at: usize) -> &'a str {
        self.unmarked.before(self.folded.source_start(at))
    }

    /// The word before a folded offset, across one space.
    pub(crate) fn word_before(&self, at: usize) -> Option<&'a str> {
        neighbour::word_before(*self, at)
    }

    /// The word behind a folded offset, across one space.
    pub(crate) fn word_behind(&self, at: usize) -> Option<&'a str> {
        neighbour::word_behind(*self, at)
    }

    /// Where the word before a folded offset stands, or the part of it behind its last hyphen.
    pub(crate) fn piece_before(&self, at: usize) -> Option<(usize, usize)> {
        neighbour::piece_before(*self, at)
    }

    /// Where the word that ends at a folded offset stands, or the part of it behind its last hyphen.
    pub(crate) fn piece_that_ends(&self, end: usize) -> Option<(usize, usize)> {
        neighbour::piece_that_ends(*self, end)
    }

    /// Where the word behind a folded offset stands, or the part of it before its first hyphen.
    pub(crate) fn piece_behind(&self, at: usize) -> Option<(usize, usize)> {
        neighbour::piece_behind(*self, at)
    }

    /// Whether a sentence ends before a folded offset, or has not begun.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        doubt::ends_sentence(self.before(at))
    }

    /// Whether the letter at a folded offset is a capital in the source.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        let rest = self.unmarked.from(self.folded.source_start(at));
        rest.chars().next().is_some_and(char::is_uppercase)
    }
}

impl Matcher {
    pub(crate) fn new(tables: &Tables) -> Matcher {
        let mut stems = stems::Builder::default();
        let mut sequences = sequence::Builder::default();
        let mut small_initials = Vec::new();
        let mut beginnings = Beginnings::default();
        for (spelling, number) in tables.spellings.iter().zip(0..) {
            let name = &tables.names[spelling.name.0 as usize];
            let entity = &tables.entities[name.entity.0 as usize];
            for elements in Elements::of(entity, name, spelling) {
                if may_begin_small(spelling.case, &spelling.text) {
                    small_initials.extend(elements.words.first().into_iter().flat_map(|word| word.initials()));
                }
                let first = elements.words.first().into_iter().flat_map(|word| &word.stems);
                first.for_each(|(stem, _)| beginnings.add(stem));
                sequences.add(SpellingId(number), &elements, &mut stems);
            }
        }
        small_initials.sort_unstable();
        small_initials.dedup();
        let mut profiles = Profiles::new(tables);
        let people = People::new(tables, &mut profiles);
        Matcher {
            beginnings,
            stems: stems.build(|word| sequences.begins(word)),
            sequences: sequences.build(),
            people,
            initials: Initials::new(small_initials.iter().copied()),
            profiles,
            small_initials,
        }
    }

    /// The letters of small words that [`Matcher::hits`] looks at.
    pub(crate) fn initials(&self) -> &Initials {
        &self.initials
    }

    /// Finds every form of every spelling in a stream, overlapping ones included. `hits`, whose memory is used again, has to be
    /// empty.
    pub(crate) fn hits(&self, tables: &Tables, haystack: Haystack<'_>, hits: &mut Vec<Hit>) {
        let doubts = Doubts::new(tables, &self.profiles, haystack);
        let text = haystack.folded.text();
        let words = haystack
            .folded
            .words()
            .iter()
            .map(|word| (word.at as usize, word.capital));
        let words = words.filter(|(at, capital)| *capital || self.begins_small(text, *at));
        let words = words.chain(self.numbers(text));
        let words: Words = words
            .filter(|(at, _)| self.beginnings.may_stand(&text.as_bytes()[*at..]))
            .collect();
        for table in self.stems.tables(haystack.language) {
            self.walk_words(table, &words, haystack, hits);
        }
        hits.retain(|hit| self.case_fits(tables, haystack, hit));
        hits.retain(|hit| !doubts.is_other_word(hit));
        let surnames = Surnames::among(&self.profiles, hits);
        self.people.complete(&self.profiles, haystack, &surnames, hits);
    }

    /// Adds the hits that begin at words with a stem of a table. Stage by stage, for all words at once: each stage fetches
    /// from memory that is far away and in no order. So many fetches go on at the same time, where word by word each would
    /// wait for the one before.
    fn walk_words(&self, table: &Table, words: &Words, haystack: Haystack<'_>, hits: &mut Vec<Hit>) {
        let mut likely: SmallVec<[(Likely, bool); 32]> = SmallVec::new();
        for &(at, capital) in words {
            likely.extend(table.likely(haystack, at).map(|likely| (likely, capital)));
        }
        let stem = |(likely, capital)| Some((likely, capital, table.owners(haystack, likely)?));
        let stems: SmallVec<[_; 16]> = likely.into_iter().filter_map(stem).collect();
        for (stem, capital, owners) in stems {
            let stem = (stem.at, stem.end);
            self.sequences
                .walk_behind(&self.stems, haystack, stem, capital, owners, hits);
        }
    }

    /// The hits that begin at each of some places, each with whether its letters fit. For explaining; [`Matcher::hits`]
    /// keeps less.
    pub(crate) fn considered(
        &self,
        tables: &Tables,
        haystack: Haystack<'_>,
        places: impl IntoIterator<Item = usize>,
    ) -> Vec<(usize, Vec<(Hit, Fit)>)> {
        let doubts = Doubts::new(tables, &self.profiles, haystack);
        let fit = |hit: &Hit| match self.case_fits(tables, haystack, hit) {
            false => Fit::OtherCapitals,
            true if !doubts.is_other_word(hit) => Fit::Fits,
            true if doubts.has_other_dots(hit) => Fit::OtherDots,
            true => Fit::OtherWord,
        };
        let at_place = |at: usize| {
            let mut hits = Vec::new();
            self.sequences.walk(&self.stems, haystack, at, &mut hits);
            let misfits: Vec<(Hit, Fit)> = hits
                .extract_if(.., |hit| fit(hit) != Fit::Fits)
                .map(|hit| {
                    let fit = fit(&hit);
                    (hit, fit)
                })
                .collect();
            let mut with_next = hits.clone();
            for next in hits.iter().filter_map(|hit| surnames::surname_start(haystack, hit)) {
                self.sequences.walk(&self.stems, haystack, next, &mut with_next);
            }
            let surnames = Surnames::among(&self.profiles, &with_next);
            self.people.complete(&self.profiles, haystack, &surnames, &mut hits);
            let fitting = hits.into_iter().map(|hit| (hit, Fit::Fits));
            (at, fitting.chain(misfits).collect())
        };
        places.into_iter().map(at_place).collect()
    }

    /// The spellings whose first stem stands at one word, each with the end of the stem.
    pub(crate) fn beginning(&self, haystack: Haystack<'_>, at: usize) -> Vec<(SpellingId, usize)> {
        self.sequences.beginning(&self.stems, haystack, at)
    }

    /// The ways to read a spelling: of each the stems of its words. For explaining.
    pub(crate) fn ways(&self, tables: &Tables, spelling: SpellingId) -> impl Iterator<Item = Vec<Stemmed>> + use<> {
        let spelling = &tables.spellings[spelling.0 as usize];
        let name = &tables.names[spelling.name.0 as usize];
        let entity = &tables.entities[name.entity.0 as usize];
        let ways = Elements::of(entity, name, spelling).into_iter();
        ways.map(|way| way.words.into_iter().map(|word| word.stems).collect())
    }

    /// The words beside a hit that contradict it. For explaining.
    pub(crate) fn contradicting(&self, haystack: Haystack<'_>, hit: &Hit) -> Option<(usize, usize)> {
        self.people.contradicting(&self.profiles, haystack, hit)
    }

    /// Where numbers begin (11th Army), if a spelling begins with one. Behind a dot or a comma a number goes on.
    fn numbers<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, bool)> + use<'a> {
        let wanted = self.small_initials.first().is_some_and(char::is_ascii_digit);
        let searched = if wanted { text } else { "" };
        let mut before = ' ';
        searched.char_indices().filter_map(move |(at, sign)| {
            let inside = before.is_alphanumeric() || matches!(before, '.' | ',');
            before = sign;
            (sign.is_ascii_digit() && !inside).then_some((at, false))
        })
    }

    /// What is asked of a spelling at every hit.
    #[inline]
    pub(crate) fn profile(&self, spelling: SpellingId) -> &Profile {
        self.profiles.of(spelling)
    }

    fn begins_small(&self, text: &str, at: usize) -> bool {
        text[at..]
            .chars()
            .next()
            .is_some_and(|letter| self.small_initials.binary_search(&letter).is_ok())
    }
    /// Whether a spelling is one of this language.
    pub(crate) fn is_of(&self, spelling: SpellingId, language: &Language) -> bool {
        let number = usize::from(self.profile(spelling).language.0);
        self.profiles.languages().get(number) == Some(language)
    }

    fn case_fits(&self, tables: &Tables, haystack: Haystack<'_>, hit: &Hit) -> bool {
        let profile = self.profile(hit.spelling);
        match profile.case {
            Case::Any => true,
            Case::Title => hit.capital || profile.small,
            Case::Exact => elements::is_exact(
                &tables.spellings[hit.spelling.0 as usize].text,
                hit.stems.iter().map(|&(start, end)| haystack.source(start, end)),
            ),
        }
    }
}
