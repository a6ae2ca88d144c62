//! Where the words of a spelling stand in a mention, and what of the mention is not theirs.

use std::ops::Range;

use crate::analysis::{Analysis, Mention, Paragraph};
use crate::entity::{Part, SpellingId};
use crate::fold::{self, Folded, is_apostrophe};
use crate::language::Language;
use crate::matcher::letters_end;
use crate::morph::{self, Ending, Endings};
use crate::prose::Piece;
use crate::text::Text;

/// The words of a spelling in a mention. Ranges are bytes of the text.
#[derive(Debug)]
pub(super) struct Standing {
    /// Each with its ending; never empty.
    pub(super) words: Vec<Range<usize>>,
    /// From the first to the last word, with what closes the spelling (`T.B.M.M.`).
    pub(super) core: Range<usize>,
    /// As it stands there.
    pub(super) source: String,
    /// Folded.
    pub(super) folded: String,
    /// What follows behind a mark.
    pub(super) suffix: Option<Suffix>,
    /// Whether other words of the name follow: a title, further names.
    pub(super) followed: bool,
    /// The language in force.
    pub(super) paragraph: Language,
    /// Whether a sentence begins with it.
    pub(super) opening: Opening,
}

/// Whether a sentence begins at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// It does.
    Sentence,
    /// It may: a full stop stands before it that may be that of an abbreviation or a number (г. Смирна, 5. Kolordu).
    Perhaps,
    /// It goes on.
    Inside,
}

/// A suffix behind an apostrophe, a closing quotation mark, a footnote mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suffix {
    /// What stands between name and suffix.
    pub(super) between: Range<usize>,
    /// That, as it stands.
    pub(super) mark: String,
    /// The suffix itself.
    pub(super) letters: Range<usize>,
    /// That, as it stands.
    pub(super) source: String,
}

/// A word as it is read: bytes of the folded mention.
#[derive(Debug, Clone, Copy)]
struct Read {
    start: usize,
    end: usize,
}

impl Standing {
    /// Finds the words of a spelling in a mention that is a use of it.
    pub(super) fn find(
        analysis: &Analysis,
        text: &dyn Text,
        paragraph: &Paragraph,
        mention: &Mention,
        spelling: SpellingId,
    ) -> Option<Standing> {
        let gazetteer = analysis.gazetteer();
        let pieces = paragraph.stream(mention.range.start)?;
        let whole = clipped(text, pieces, mention.with_suffix.clone());
        let name_end = clipped(text, pieces, mention.range.clone()).folded.text().len();
        let language = mention.language.clone().unwrap_or_else(Language::undetermined);
        let ways: Vec<_> = gazetteer.matcher().ways(gazetteer.tables(), spelling).collect();
        let (number, read) = (0..)
            .zip(&ways)
            .find_map(|(number, way)| Some((number, whole.align(way, &language)?)))?;
        let entry = gazetteer.spelling(spelling);
        let (first, last) = (read.first()?, read.last()?);
        let mut end = last.end;
        let folded = whole.folded.text();
        // Where the text has the dots of an acronym, the last of them belongs to it.
        let dotted = number > 0 && gazetteer.name(entry.name).part == Part::Acronym;
        if dotted && folded.get(end..).is_some_and(|rest| rest.starts_with('.')) {
            end += 1;
        }
        let rest = folded.get(end..name_end.max(end))?;
        let followed = rest.contains(char::is_alphanumeric);
        let mut core = whole.source(first.start, end);
        let mut suffix = (!followed).then(|| whole.suffix(name_end.max(end))).flatten();
        // What closes the spelling belongs to it: `T.B.M.M.`, `«Единение и прогресс»`.
        let closing = &entry.text[entry.text.trim_end_matches(|sign: char| !sign.is_alphanumeric()).len()..];
        let behind = core.end + closing.len();
        if !dotted && stands(text, core.end, closing) {
            core.end = behind;
            if let Some((between, _)) = &mut suffix {
                between.start = behind.min(between.end);
            }
        }
        Some(Standing {
            words: read.iter().map(|word| whole.source(word.start, word.end)).collect(),
            opening: match core.start == mention.range.start {
                true => Opening::at(text, pieces, core.start),
                false => Opening::Inside,
            },
            source: text.slice(core.clone()).into_owned(),
            folded: folded.get(first.start..end)?.to_owned(),
            core,
            suffix: suffix.map(|(between, letters)| Suffix {
                mark: text.slice(between.clone()).into_owned(),
                source: text.slice(letters.clone()).into_owned(),
                between,
                letters,
            }),
            followed,
            paragraph: language,
        })
    }

    /// Everything that changes when the name does.
    pub(super) fn range(&self) -> Range<usize> {
        let end = self.suffix.as_ref().map_or(self.core.end, |suffix| suffix.letters.end);
        self.core.start..end
    }
}

impl Opening {
    /// Bytes before a place that are looked at, and letters of the longest word that may be an abbreviation.
    const REACH: usize = 64;
    const ABBREVIATION: usize = 3;

    fn at(text: &dyn Text, pieces: &[Piece], at: usize) -> Opening {
        let clip = clipped(text, pieces, text.boundary(at.saturating_sub(Opening::REACH))..at);
        let folded = clip.folded.text();
        let opens = |sign: char| sign == ' ' || "«“„\"‹'([—–-".contains(sign);
        let before = folded.trim_end_matches(opens);
        let Some(sign) = before.chars().next_back() else {
            return Opening::Sentence;
        };
        let head = before.trim_end_matches(['.', '»', '”', '"', ')']);
        let word = head
            .rsplit(|sign: char| !sign.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let is_word = word.chars().count() > Opening::ABBREVIATION
            && word.chars().all(char::is_alphabetic)
            && ![Language::Russian, Language::Turkish, Language::English]
                .iter()
                .any(|language| morph::is_title_before(word, language));
        match sign {
            '\n' | '!' | '?' | '…' => Opening::Sentence,
            '.' if is_word || head.len() + 1 < before.len() => Opening::Sentence,
            '.' => Opening::Perhaps,
            ':' if folded[before.len()..].contains(['«', '“', '„', '"']) => Opening::Sentence,
            _ => Opening::Inside,
        }
    }
}

impl Suffix {
    /// The apostrophe before it, if it has one.
    pub(super) fn has_apostrophe(&self) -> bool {
        self.mark.contains(is_apostrophe)
    }
}

/// Whether a text stands at a byte of another.
fn stands(text: &dyn Text, at: usize, sought: &str) -> bool {
    *text.slice(at..text.boundary(at + sought.len())) == *sought
}

/// A stretch of prose, folded.
pub(super) struct Clip {
    start: usize,
    text: String,
    pub(super) folded: Folded,
}

/// Folds a stretch of a stream. Signs that are no prose are passed over.
pub(super) fn clipped(text: &dyn Text, pieces: &[Piece], range: Range<usize>) -> Clip {
    let first = pieces.partition_point(|piece| piece.range.end <= range.start);
    let inside = pieces[first..].iter().take_while(|piece| piece.range.start < range.end);
    let clip = |piece: &Piece| Piece {
        range: piece.range.start.max(range.start) - range.start..piece.range.end.min(range.end) - range.start,
        ..piece.clone()
    };
    let pieces: Vec<Piece> = inside.map(clip).collect();
    let source = text.slice(range.clone()).into_owned();
    let mut folded = Folded::default();
    fold::fold(&source, &pieces, &mut folded);
    Clip {
        start: range.start,
        text: source,
        folded,
    }
}

impl Clip {
    /// Bytes of the text from folded ones.
    pub(super) fn source(&self, start: usize, end: usize) -> Range<usize> {
        self.start + self.folded.source_start(start)..self.start + self.folded.source_end(end)
    }

    fn align(&self, way: &[Vec<(String, Endings)>], language: &Language) -> Option<Vec<Read>> {
        let words = self.folded.words().iter().map(|word| word.at as usize);
        std::iter::once(0)
            .chain(words)
            .find_map(|at| self.align_from(way, language, at))
    }

    fn align_from(&self, way: &[Vec<(String, Endings)>], language: &Language, mut at: usize) -> Option<Vec<Read>> {
        let mut read = Vec::with_capacity(way.len());
        for (number, stems) in way.iter().enumerate() {
            let next = way.get(number + 1);
            let (end, behind) = self.word_end(stems, next, language, at)?;
            read.push(Read { start: at, end });
            at = behind;
        }
        (!read.is_empty()).then_some(read)
    }

    /// Where the word at `at` ends, and where the next one begins.
    fn word_end(
        &self,
        stems: &[(String, Endings)],
        next: Option<&Vec<(String, Endings)>>,
        language: &Language,
        at: usize,
    ) -> Option<(usize, usize)> {
        let rest = self.folded.text().get(at..)?;
        let here = stems.iter().filter(|(stem, _)| rest.starts_with(stem.as_str()));
        // The longest form of any stem: перс is one of персы, but not in персом.
        let ends = here.flat_map(|(stem, endings)| {
            let stem_end = at + stem.len();
            let letters = letters_end(self.folded.text(), stem_end);
            let soft = self.folded.soft_between(stem_end, letters);
            let inner = morph::inner_endings(*endings, language, &self.folded.text()[stem_end..letters]);
            let inner = inner.map(move |(length, _)| stem_end + length);
            soft.chain(inner)
                .chain([letters])
                .map(move |end| (end, stem_end, *endings))
        });
        let mut ends: Vec<(usize, usize, Endings)> = ends.collect();
        ends.sort_by_key(|(end, ..)| std::cmp::Reverse(*end));
        ends.into_iter().find_map(|(end, stem_end, endings)| {
            let behind = match next {
                None => end,
                Some(next) => self.begins_behind(end, next)?,
            };
            self.is_licensed(endings, language, stem_end, end)
                .then_some((end, behind))
        })
    }

    /// Where the next word begins, if it does behind signs.
    fn begins_behind(&self, end: usize, stems: &[(String, Endings)]) -> Option<usize> {
        const MOST_SIGNS: usize = 6;
        let rest = self.folded.text().get(end..)?;
        let is_sign = |sign: &char| !sign.is_alphanumeric();
        let signs: usize = rest
            .chars()
            .take(MOST_SIGNS)
            .take_while(is_sign)
            .map(char::len_utf8)
            .sum();
        let word = &rest[signs..];
        stems
            .iter()
            .any(|(stem, _)| word.starts_with(stem.as_str()))
            .then_some(end + signs)
    }

    fn is_licensed(&self, endings: Endings, language: &Language, stem_end: usize, end: usize) -> bool {
        let source = match stem_end < end {
            true => self.folded.source_start(stem_end)..self.folded.source_end(end),
            false => 0..0,
        };
        let ending = Ending {
            folded: &self.folded.text()[stem_end..end],
            apostrophe: false,
            source: self.text.get(source).unwrap_or_default(),
        };
        !morph::readings(endings, language, &ending).is_empty()
    }

    /// What stands between a name that ends here and its suffix, and the suffix.
    fn suffix(&self, end: usize) -> Option<(Range<usize>, Range<usize>)> {
        let text = self.folded.text();
        let start = end + text.get(end..)?.find(char::is_alphabetic)?;
        let letters = self.source(start, text.len());
        Some((self.start + self.folded.source_end(end)..letters.start, letters))
    }
}
