//! What is kept of a document whose text is not: where it names whom, and how it spells them.

use std::ops::Range;
use std::sync::Arc;

use onomast_gazetteer::analysis::{Analysis, Candidate, Mention, Use};
use onomast_gazetteer::entity::{EntityId, SpellingId};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::{Gazetteer, Language};

use crate::project::{ContentHash, DocumentSettings, Role, TextFile};

/// One document. Its text is not kept.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The gazetteer that it was read with; ids are of it.
    pub gazetteer: Arc<Gazetteer>,
    /// Of the file it was read from; `None` for the text of an editor.
    pub hash: Option<ContentHash>,
    /// Whose words it holds.
    pub role: Role,
    /// The language that is stated of it, else that in which it mostly names somebody.
    pub language: Option<Language>,
    /// By start.
    places: Box<[Place]>,
    /// What an ambiguous mention may be besides, with the number of the mention; sorted.
    others: Box<[(u32, Candidate)]>,
    /// Of the paragraphs, by first use.
    languages: Box<[Language]>,
    /// What counts for consistency; nothing of other people's words.
    tally: Box<[(SpellingId, u32)]>,
}

/// A mention, in 24 bytes.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
    suffix_end: u32,
    candidate: Candidate,
    language: Option<LanguageNumber>,
    zone: Zone,
    ambiguous: bool,
}

/// The number of a language in its summary, and one. There are never more than a few; what is beyond is unknown.
type LanguageNumber = std::num::NonZeroU8;

/// A mention as the index knows it. Bytes of the text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indexed<'a> {
    /// Without a suffix behind an apostrophe.
    pub range: Range<usize>,
    /// With it.
    pub with_suffix: Range<usize>,
    /// The entity and the spelling; of an ambiguous mention the first of several.
    pub candidate: Candidate,
    /// Whether more than one entity fits.
    pub ambiguous: bool,
    /// What kind of prose it stands in.
    pub zone: Zone,
    /// Language of the paragraph.
    pub language: Option<&'a Language>,
}

impl Summary {
    /// Of a file.
    pub fn of_file(file: &TextFile) -> Summary {
        Summary::new(&file.analysis, &file.settings, Some(file.hash))
    }

    /// Of a text in an editor.
    pub fn of_text(analysis: &Analysis, settings: &DocumentSettings) -> Summary {
        Summary::new(analysis, settings, None)
    }

    fn new(analysis: &Analysis, settings: &DocumentSettings, hash: Option<ContentHash>) -> Summary {
        let (mut places, mut others, mut languages) = (Vec::new(), Vec::new(), Vec::new());
        for mention in analysis.mentions() {
            let Some((first, rest)) = mention.candidates.split_first() else {
                continue;
            };
            let number = places.len() as u32;
            places.push(place(&mention, *first, &mut languages));
            if mention.entity().is_none() {
                others.extend(rest.iter().map(|other| (number, *other)));
            }
        }
        let stated = analysis.facts().language.clone();
        let counts = |uses: &[Use]| uses.iter().flat_map(|used| used.counts.iter().copied()).collect();
        Summary {
            gazetteer: analysis.gazetteer().clone(),
            hash,
            role: settings.role,
            language: stated.or_else(|| most_frequent(analysis)),
            places: places.into(),
            others: others.into(),
            languages: languages.into(),
            tally: match settings.role {
                Role::Draft => counts(analysis.uses()),
                Role::Source | Role::Edition | Role::Ignore => Box::default(),
            },
        }
    }

    /// All mentions, by start.
    pub fn mentions(&self) -> impl Iterator<Item = Indexed<'_>> {
        self.places.iter().map(|place| self.indexed(place))
    }

    /// The mentions that are surely of an entity.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = Indexed<'_>> {
        let places = self.places.iter();
        places
            .filter(move |place| !place.ambiguous && place.candidate.entity == entity)
            .map(|place| self.indexed(place))
    }

    /// The mentions that may be of an entity, and of others.
    pub fn perhaps(&self, entity: EntityId) -> impl Iterator<Item = Indexed<'_>> {
        let numbered = self.places.iter().enumerate();
        numbered
            .filter(move |(number, place)| place.ambiguous && self.may_be(*number, place, entity))
            .map(|(_, place)| self.indexed(place))
    }

    /// Every entity that is named, surely or perhaps; more than once where it is named more often.
    pub fn entities(&self) -> impl Iterator<Item = EntityId> {
        let first = self.places.iter().map(|place| place.candidate.entity);
        first.chain(self.others.iter().map(|(_, other)| other.entity))
    }

    /// Each spelling that counts for consistency, and how often.
    pub fn tally(&self) -> &[(SpellingId, u32)] {
        &self.tally
    }

    fn may_be(&self, number: usize, place: &Place, entity: EntityId) -> bool {
        let first = self.others.partition_point(|(other, _)| (*other as usize) < number);
        let others = self.others[first..].iter();
        let mut others = others.take_while(|(other, _)| *other as usize == number);
        place.candidate.entity == entity || others.any(|(_, other)| other.entity == entity)
    }

    fn indexed(&self, place: &Place) -> Indexed<'_> {
        let at = |offset: u32| offset as usize;
        Indexed {
            range: at(place.start)..at(place.end),
            with_suffix: at(place.start)..at(place.suffix_end),
            candidate: place.candidate,
            ambiguous: place.ambiguous,
            zone: place.zone,
            language: place
                .language
                .and_then(|number| self.languages.get(usize::from(number.get()) - 1)),
        }
    }
}

/// The language of most paragraphs with names; of a paragraph whose language is not known, that of the spellings in it. Of
/// two that are as frequent, the one that comes first.
fn most_frequent(analysis: &Analysis) -> Option<Language> {
    let gazetteer = analysis.gazetteer();
    let spelled = |mention: &Mention| {
        Some(
            gazetteer
                .spelling(mention.candidates.first()?.spelling)
                .language
                .clone(),
        )
    };
    let mut counts: Vec<(Language, u32)> = Vec::new();
    for mention in analysis.mentions() {
        let Some(language) = mention.language.clone().or_else(|| spelled(&mention)) else {
            continue;
        };
        match counts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, count)) => *count += 1,
            None => counts.push((language, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(language, _)| language)
}

fn place(mention: &Mention, candidate: Candidate, languages: &mut Vec<Language>) -> Place {
    // No text that is read is as long as that; see `read::LONGEST`.
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Place {
        start: offset(mention.range.start),
        end: offset(mention.range.end),
        suffix_end: offset(mention.with_suffix.end),
        candidate,
        language: mention
            .language
            .as_ref()
            .and_then(|language| number_of(language, languages)),
        zone: mention.zone,
        ambiguous: mention.entity().is_none(),
    }
}

fn number_of(language: &Language, languages: &mut Vec<Language>) -> Option<LanguageNumber> {
    let known = languages.iter().position(|known| known == language);
    let number = known.unwrap_or_else(|| {
        languages.push(language.clone());
        languages.len() - 1
    });
    LanguageNumber::new(u8::try_from(number + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_takes_24_bytes() {
        assert_eq!(size_of::<Place>(), 24);
    }

    #[test]
    fn more_languages_than_a_byte_can_count() {
        let mut languages = Vec::new();
        let number = |index: usize, languages: &mut Vec<Language>| {
            let letter = |digit: usize| char::from(b'a' + digit as u8);
            let tag: String = [index / 26 / 26, index / 26 % 26, index % 26]
                .map(letter)
                .iter()
                .collect();
            number_of(&Language::parse(&tag).unwrap(), languages)
        };
        for index in 0..255 {
            assert_eq!(
                number(index, &mut languages).map(|number| usize::from(number.get())),
                Some(index + 1)
            );
        }
        assert_eq!(number(300, &mut languages), None);
        assert_eq!(number(0, &mut languages).map(|number| number.get()), Some(1));
    }
}
