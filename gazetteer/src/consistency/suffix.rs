//! Turkish suffixes that do not suit the name before them: against harmony, d and t or joining letters where the sound of
//! the name is known (Çiçerin’nin), parted from their apostrophe by a blank (Ankara’ da), and, where somebody wants it so,
//! with an apostrophe that should not be there or without the one that should.

use std::ops::Range;

use crate::Gazetteer;
use crate::analysis::{Analysis, Mention};
use crate::entity::{EntityType, Part, SpellingId};
use crate::fold::{fold_word, is_apostrophe, is_hyphen};
use crate::language::Language;
use crate::morph::{self, Category, Ending, Endings};
use crate::text::Text;

/// When a name takes its suffix behind an apostrophe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Apostrophe {
    /// Always.
    Always,
    /// As the spelling guide of the Türk Dil Kurumu has it: names of institutions take none.
    Institutions,
    /// Never.
    Never,
}

/// What is wrong with a suffix, and what should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuffixFault {
    /// What is wrong.
    pub kind: SuffixFaultKind,
    /// What should be replaced: bytes of the document.
    pub range: Range<usize>,
    /// What should stand there; one for each reading, none where that is not known.
    pub corrections: Vec<String>,
}

/// The ways in which a suffix can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuffixFaultKind {
    /// Against harmony, d and t, or joining letters.
    Sound,
    /// A blank behind the apostrophe.
    Blank,
    /// Without the apostrophe that is wanted.
    NoApostrophe,
    /// With an apostrophe that is not wanted.
    Apostrophe,
}

/// What is wrong with the suffix of a mention. `text` is the text that was analysed; `wanted` says of apostrophes what the
/// document keeps to, if anything. Behind a closing bracket, behind a footnote mark and outside of Turkish paragraphs
/// nothing is wrong.
pub fn suffix_fault(
    analysis: &Analysis,
    mention: &Mention,
    text: &dyn Text,
    wanted: Option<Apostrophe>,
) -> Option<SuffixFault> {
    if mention.language != Some(Language::Turkish) {
        return None;
    }
    let gazetteer: &Gazetteer = analysis.gazetteer();
    let stems = || Stem::all(gazetteer, mention, text);
    if mention.with_suffix.end == mention.range.end {
        let block = analysis.block_around(mention.range.start);
        return blank(mention, text, &block, stems).or_else(|| missing(gazetteer, mention, text, wanted?, stems));
    }
    let (start, ending) = parted(mention, text)?;
    sound(&stems(), start, &ending)
        .or_else(|| superfluous(gazetteer, mention, text, &stems(), wanted?, (start, &ending)))
}

/// A way to read the last word of a mention: the stem of a spelling or of a title, and what stands behind it.
struct Stem {
    endings: Endings,
    /// Folded.
    behind: String,
    /// Bytes of the document: where the stem ends.
    end: usize,
    /// Whether it is the word of the dictionary form.
    whole: bool,
    /// The last letter of that word, where the stem is the word with another one (Bolşeviğ).
    hard: Option<char>,
}

impl Stem {
    fn all(gazetteer: &Gazetteer, mention: &Mention, text: &dyn Text) -> Vec<Stem> {
        let surface = text.slice(mention.range.clone());
        let is_gap = |sign: char| sign.is_whitespace() || is_hyphen(sign);
        let at = surface
            .rfind(is_gap)
            .map_or(0, |gap| gap + surface[gap..].chars().next().map_or(0, char::len_utf8));
        let (word, start) = (&surface[at..], mention.range.start + at);
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let beginnings: Vec<(usize, String)> = ends.map(|end| (end, fold_word(&word[..end]))).collect();
        let mut all = Vec::new();
        candidates(gazetteer, mention, |stem, endings, dictionary| {
            // The first that folds to the stem, without marks that fold away behind it.
            if let Some((end, _)) = beginnings.iter().find(|(_, folded)| folded == stem) {
                all.push(Stem {
                    endings,
                    behind: fold_word(&word[*end..]),
                    end: start + end,
                    whole: fold_word(dictionary) == stem,
                    hard: hard_letter(stem, dictionary),
                });
            }
        });
        all
    }
}

/// The last letter of a word that a stem is but for that letter.
fn hard_letter(stem: &str, dictionary: &str) -> Option<char> {
    let word = fold_word(dictionary);
    let (mut stem, mut word) = (stem.chars(), word.chars());
    let changed = stem.next_back() != word.next_back() && stem.eq(word);
    dictionary.chars().next_back().filter(|_| changed)
}

/// Hands on the stems that the last word of a mention may have: folded, with their endings, each with the word as it is
/// spelled.
fn candidates(gazetteer: &Gazetteer, mention: &Mention, mut each: impl FnMut(&str, Endings, &str)) {
    let spellings = mention.candidates.iter().map(|candidate| candidate.spelling);
    for spelling in spellings.chain(mention.within.iter().copied()) {
        let entry = gazetteer.spelling(spelling);
        let (name, entity) = gazetteer.bearer(spelling);
        let category = Category::of(gazetteer.entity(entity), gazetteer.name(name), entry);
        if let Some(last) = morph::plan_in(&entry.text, &category, &Language::Turkish).words.last() {
            last.stems
                .iter()
                .for_each(|(stem, endings)| each(stem, *endings, &last.text));
        }
        for title in morph::titles_behind(&entry.language) {
            let stems = title.stems.iter();
            stems
                .filter(|(_, endings)| !matches!(endings, Endings::Borrowed(_)))
                .for_each(|(stem, endings)| each(stem, *endings, &title.text));
        }
    }
}

/// Where the suffix of a mention begins that only an apostrophe, or a closing quotation mark, parts from it.
fn parted(mention: &Mention, text: &dyn Text) -> Option<(usize, String)> {
    let behind = text.slice(mention.range.end..mention.with_suffix.end);
    let is_mark = |sign: char| is_apostrophe(sign) || matches!(sign, '”' | '“' | '»' | '"');
    let suffix = behind.trim_start_matches(is_mark);
    let is_plain = suffix.len() < behind.len() && suffix.chars().all(char::is_alphabetic);
    is_plain.then(|| (mention.with_suffix.end - suffix.len(), suffix.to_owned()))
}

/// A suffix against the rules; `None` where it follows them behind any of the stems.
fn sound(stems: &[Stem], start: usize, suffix: &str) -> Option<SuffixFault> {
    let shouted = suffix.chars().all(char::is_uppercase);
    let mut found: Vec<String> = Vec::new();
    // A stem that is only the beginning of the word is another one’s (Meclis of Meclisi).
    for stem in stems
        .iter()
        .filter(|stem| stem.behind.is_empty() || is_plural(&stem.behind))
    {
        let corrections = corrections(stem, suffix);
        if corrections.is_empty() {
            return None;
        }
        found.extend(corrections.iter().map(|suffix| match shouted {
            true => suffix.replace('i', "İ").to_uppercase(),
            false => suffix.clone(),
        }));
    }
    found.sort();
    found.dedup();
    (!found.is_empty()).then(|| SuffixFault {
        kind: SuffixFaultKind::Sound,
        range: start..start + suffix.len(),
        corrections: found,
    })
}

fn corrections(stem: &Stem, suffix: &str) -> Vec<String> {
    let folded = fold_word(suffix);
    let ending = Ending {
        folded: &folded,
        apostrophe: true,
        source: suffix,
    };
    morph::corrections(stem.endings, &stem.behind, &ending)
}

/// How far back a single quotation mark is looked for, in bytes.
const QUOTED: usize = 256;

/// Ankara’ da. Not where the apostrophe closes a quotation.
fn blank(
    mention: &Mention,
    text: &dyn Text,
    block: &Range<usize>,
    stems: impl FnOnce() -> Vec<Stem>,
) -> Option<SuffixFault> {
    let end = mention.range.end;
    let (chunk, from) = text.chunk(end.min(text.len()));
    let mark = chunk
        .get(end - from..)?
        .chars()
        .next()
        .filter(|sign| is_apostrophe(*sign))?;
    let rest = text.slice(end..text.boundary(end + QUOTED).min(block.end).max(end + mark.len_utf8()));
    let rest = &rest[mark.len_utf8()..];
    let word = rest.trim_start_matches([' ', '\u{a0}', '\t']);
    let length = word.find(|sign: char| !sign.is_alphabetic()).unwrap_or(word.len());
    let (blanks, suffix) = (rest.len() - word.len(), &word[..length]);
    if blanks == 0 || suffix.is_empty() || !suffix.chars().all(char::is_lowercase) || is_quoted(mention, text, block) {
        return None;
    }
    let folded = fold_word(suffix);
    let ending = Ending {
        folded: &folded,
        apostrophe: true,
        source: suffix,
    };
    let is_suffix = |stem: &Stem| {
        let readings = morph::readings(stem.endings, &Language::Turkish, &ending);
        stem.behind.is_empty() && !readings.is_empty() && morph::suffix_is_regular(stem.endings, &ending)
    };
    let start = end + mark.len_utf8();
    stems().iter().any(is_suffix).then(|| SuffixFault {
        kind: SuffixFaultKind::Blank,
        range: start..start + blanks + suffix.len(),
        corrections: vec![suffix.to_owned()],
    })
}

/// Whether an apostrophe that opens a quotation stands before the mention.
fn is_quoted(mention: &Mention, text: &dyn Text, block: &Range<usize>) -> bool {
    let cut = text.boundary(mention.range.start.saturating_sub(QUOTED));
    let before = text.slice(cut.max(block.start)..mention.range.start);
    let mut signs = before.chars();
    // What stands before the first of them is not known where the text is cut.
    let mut last = if cut > block.start { signs.next() } else { None };
    signs.any(|sign| {
        let opens = is_apostrophe(sign) && !last.is_some_and(char::is_alphanumeric);
        last = Some(sign);
        opens
    })
}

/// A suffix written solid that should have an apostrophe.
fn missing(
    gazetteer: &Gazetteer,
    mention: &Mention,
    text: &dyn Text,
    wanted: Apostrophe,
    stems: impl FnOnce() -> Vec<Stem>,
) -> Option<SuffixFault> {
    if !mention
        .candidates
        .iter()
        .all(|one| takes_apostrophe(gazetteer, one.spelling, wanted))
    {
        return None;
    }
    // What is derived from a name by the plural is written solid.
    let is_solid = |stem: &&Stem| !stem.behind.is_empty() && !is_plural(&stem.behind);
    let stems = stems();
    let stem = stems
        .iter()
        .filter(is_solid)
        .max_by_key(|stem| (stem.whole, stem.end))?;
    // A possessive belongs to the word (Rusya Devleti); a stem that changed is not simply parted.
    let possessed = mention.readings.iter().any(|reading| reading.possessor.is_some());
    let suffix = text.slice(stem.end..mention.range.end).into_owned();
    let parted = match stem.hard {
        None => stem.whole.then(|| (stem.end, format!("’{suffix}"))),
        // Behind an apostrophe the word keeps its letters: Bolşeviği, Bolşevik’i.
        Some(hard) => letter_before(text, stem.end).map(|(at, _)| (at, format!("{hard}’{suffix}"))),
    };
    (!possessed && suffix.chars().all(char::is_alphabetic)).then(|| SuffixFault {
        kind: SuffixFaultKind::NoApostrophe,
        range: parted.as_ref().map_or(stem.end, |(at, _)| *at)..mention.range.end,
        corrections: parted.into_iter().map(|(_, text)| text).collect(),
    })
}

/// The letter that ends at a byte, and where it begins.
fn letter_before(text: &dyn Text, end: usize) -> Option<(usize, char)> {
    let (chunk, start) = text.chunk(end.checked_sub(1)?);
    let letter = chunk.get(..end - start)?.chars().next_back()?;
    Some((end - letter.len_utf8(), letter))
}

/// A suffix behind an apostrophe that should be solid.
fn superfluous(
    gazetteer: &Gazetteer,
    mention: &Mention,
    text: &dyn Text,
    stems: &[Stem],
    wanted: Apostrophe,
    (start, suffix): (usize, &str),
) -> Option<SuffixFault> {
    let takes = |spelling| takes_apostrophe(gazetteer, spelling, wanted);
    if stems.is_empty() || mention.candidates.iter().any(|one| takes(one.spelling)) {
        return None;
    }
    // Solid, a last consonant may soften (Bolşevik’i, Bolşeviği).
    let softened = softened(gazetteer, mention, text, suffix);
    Some(SuffixFault {
        kind: SuffixFaultKind::Apostrophe,
        range: softened.as_ref().map_or(mention.range.end, |(at, _)| *at)..start + suffix.len(),
        corrections: vec![softened.map_or_else(|| suffix.to_owned(), |(_, text)| text)],
    })
}

/// What a suffix written solid makes of the last letter of a name that softens before it, and where that letter begins.
fn softened(gazetteer: &Gazetteer, mention: &Mention, text: &dyn Text, suffix: &str) -> Option<(usize, String)> {
    let (at, last) = letter_before(text, mention.range.end)?;
    let folded = fold_word(suffix);
    let ending = Ending {
        folded: &folded,
        apostrophe: false,
        source: suffix,
    };
    let surface = fold_word(&text.slice(mention.range.clone()));
    let mut soft = None;
    candidates(gazetteer, mention, |stem, endings, dictionary| {
        let fits = || {
            hard_letter(stem, dictionary).is_some()
                && surface.ends_with(&fold_word(dictionary))
                && !morph::readings(endings, &Language::Turkish, &ending).is_empty()
        };
        if soft.is_none() && fits() {
            soft = stem.chars().next_back();
        }
    });
    let soft = soft?;
    let soft: String = match last.is_uppercase() {
        true => soft.to_uppercase().collect(),
        false => soft.into(),
    };
    Some((at, format!("{soft}{suffix}")))
}

fn is_plural(behind: &str) -> bool {
    behind.starts_with("lar") || behind.starts_with("ler")
}

/// Whether a spelling takes its suffixes behind an apostrophe. Acronyms do wherever anything does; groups of people are
/// common nouns (Bolşevikler).
fn takes_apostrophe(gazetteer: &Gazetteer, spelling: SpellingId, wanted: Apostrophe) -> bool {
    let (name, entity) = gazetteer.bearer(spelling);
    let (kind, part) = (gazetteer.entity(entity).kind, gazetteer.name(name).part);
    match wanted {
        Apostrophe::Never => false,
        _ if kind == EntityType::Group => false,
        Apostrophe::Always => true,
        Apostrophe::Institutions => kind != EntityType::Organization || part == Part::Acronym,
    }
}
