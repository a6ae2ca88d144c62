//! A slow, obvious version of matching for spellings of one word: every start of a word, every spelling, every stem. The
//! engine must find the same.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::entity::EntityId;
use onomast_gazetteer::fold::{self, Folded};
use onomast_gazetteer::morph::{self, Category, Ending, Endings, PlannedWord};
use onomast_gazetteer::prose::{self, Format, State};
use onomast_gazetteer::reading::{Readings, ud_strings};
use onomast_gazetteer::{Analysis, Gazetteer, Language};
use proptest::prelude::*;

use crate::support::gazetteer;

/// No two of them fold to the same form: which of two is meant is not asked here.
const NAMES: &str = "
place/kars: full tr Kars; full/ru ru Карс
place/ankara: full tr Ankara; full/ru ru Анкара
place/baku: full tr Bakü; full/ru ru Баку
place/izmir: full tr İzmir; full/ru ru Измир
place/crimea: full ru Крым; full/tr tr Kırım
place/georgia: full ru Грузия; full/tr tr Gürcistan
place/batum: full ru Батум; full/tr tr Batum
place/baku-province: full ru Бакуриани
group/bolsheviks plural: full ru большевики; full/tr tr Bolşevikler
";

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| gazetteer(NAMES));

/// Forms of all spellings, suffixes behind apostrophes, and what joins, cuts or hides them. One line: how lines are
/// joined is folding’s affair.
static MORSELS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut morsels: Vec<String> = [
        " ", " ", " ", " ", ", ", "-", "-", "’", "'", "»", "”", "’nın", "’da", "’lı", "’s", "‘", "а", "ом", "ы", "a",
        "da", "lı", "x", "7", "K", "Б", "\u{301}", "\u{ad}",
    ]
    .map(str::to_owned)
    .to_vec();
    for (word, category) in words() {
        let forms = morph::forms(word, &category, category.language);
        morsels.extend(forms.iter().map(|(form, _)| form.clone()));
        morsels.extend([word.to_owned(), word.to_uppercase(), word.to_lowercase()]);
    }
    morsels
});

fn words() -> impl Iterator<Item = (&'static str, Category<'static>)> {
    let gazetteer = &*GAZETTEER;
    gazetteer.tables().spellings.iter().map(|spelling| {
        let name = gazetteer.name(spelling.name);
        let category = Category::of(gazetteer.entity(name.entity), name, spelling);
        (spelling.text.as_str(), category)
    })
}

/// What is found: range, end of the suffix, entity, readings.
type Found = (Range<usize>, usize, EntityId, Vec<String>);

fn found_by_the_engine(text: &str, language: &Language) -> Vec<Found> {
    let facts = Facts {
        language: Some(language.clone()),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &GAZETTEER);
    analysis
        .mentions()
        .map(|mention| {
            let entity = mention.entity().expect("no two entities share a form");
            let readings = ud_strings(&mention.readings);
            (mention.range, mention.with_suffix.end, entity, readings)
        })
        .collect()
}

/// A form in folded text.
#[derive(Debug, Clone)]
struct Form {
    start: usize,
    end: usize,
    suffix_end: usize,
    entity: EntityId,
    readings: Readings,
}

fn found_obviously(text: &str, language: &Language) -> Vec<Found> {
    let layout = prose::lay_out(Format::PlainText, text, State::default());
    let mut found = Vec::new();
    for pieces in &layout.streams {
        let mut folded = Folded::default();
        fold::fold(text, pieces, &mut folded);
        let haystack = Haystack {
            text,
            folded: &folded,
            language,
        };
        found.extend(haystack.longest().into_iter().map(|form| {
            let range = folded.source_start(form.start)..folded.source_end(form.end);
            (
                range,
                folded.source_end(form.suffix_end),
                form.entity,
                ud_strings(&form.readings),
            )
        }));
    }
    found.sort_by_key(|(range, ..)| range.start);
    found
}

struct Haystack<'a> {
    text: &'a str,
    folded: &'a Folded,
    language: &'a Language,
}

impl Haystack<'_> {
    /// The longest forms first, as long as they overlap none before; those of one range are one.
    fn longest(&self) -> Vec<Form> {
        let mut forms = self.forms();
        forms.sort_by_key(|form| (std::cmp::Reverse(form.end - form.start), form.start, form.end));
        let mut chosen: Vec<Form> = Vec::new();
        for group in forms.chunk_by(|one, other| (one.start, one.end) == (other.start, other.end)) {
            let suffix_end = group.iter().map(|form| form.suffix_end).max().unwrap_or_default();
            let start = group[0].start;
            if chosen
                .iter()
                .all(|other| other.suffix_end <= start || suffix_end <= other.start)
            {
                let longest = group.iter().filter(|form| form.suffix_end == suffix_end);
                let readings = longest.flat_map(|form| form.readings.iter().copied()).collect();
                chosen.push(Form {
                    suffix_end,
                    readings,
                    ..group[0].clone()
                });
            }
        }
        chosen
    }

    fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        for (start, _) in self.folded.text().char_indices().filter(|(at, _)| self.is_start(*at)) {
            for (spelling, (text, category)) in GAZETTEER.tables().spellings.iter().zip(words()) {
                let small = text.starts_with(char::is_lowercase) || category.kind.as_str() == "group";
                if !small && !self.is_capital(start) {
                    continue;
                }
                let [PlannedWord { stems, .. }] = &morph::plan(text, &category).words[..] else {
                    panic!("{text} is one word");
                };
                let entity = GAZETTEER.name(spelling.name).entity;
                for (stem, endings) in stems {
                    if self.folded.text()[start..].starts_with(stem.as_str()) {
                        forms.extend(self.ends(start, start + stem.len(), *endings).into_iter().map(
                            |(end, suffix_end, readings)| Form {
                                start,
                                end,
                                suffix_end,
                                entity,
                                readings,
                            },
                        ));
                    }
                }
            }
        }
        forms
    }

    /// A letter that no letter precedes, nor an apostrophe with a letter; a capital behind a vanished hyphen or any
    /// apostrophe.
    fn is_start(&self, at: usize) -> bool {
        let (before, from) = self.folded.text().split_at(at);
        let inside = before.strip_suffix('\'').unwrap_or(before).ends_with(is_letter);
        let parted = self.folded.is_soft(at) || before.ends_with('\'');
        from.starts_with(char::is_alphabetic) && (!inside || parted && self.is_capital(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text[self.folded.source_start(at)..].starts_with(char::is_uppercase)
    }

    /// Where a word with this stem may end, and with which readings.
    fn ends(&self, start: usize, stem_end: usize, endings: Endings) -> Vec<(usize, usize, Readings)> {
        let text = self.folded.text();
        let letters_end = letters_end(text, stem_end);
        let mut ends = Vec::new();
        for boundary in self.folded.soft_between(stem_end, letters_end) {
            ends.push((boundary, boundary, self.readings(endings, stem_end, boundary, false)));
        }
        let mark = text[letters_end..].chars().next().unwrap_or(' ');
        let behind_mark = letters_end + mark.len_utf8().min(text.len() - letters_end);
        let quote = matches!(mark, '”' | '“' | '»' | '"');
        let suffix = behind_mark + usize::from(quote && text[behind_mark..].starts_with('\''));
        let suffix_end = letters_end_or(text, suffix);
        let suffixed = (quote || mark == '\'') && suffix < suffix_end;
        if suffixed && letters_end == stem_end {
            ends.push((
                letters_end,
                suffix_end,
                self.readings(endings, suffix, suffix_end, true),
            ));
        } else if suffixed && !quote {
            ends.push((
                letters_end,
                suffix_end,
                self.readings(endings, stem_end, suffix_end, false),
            ));
        }
        let word = &text[start..letters_end];
        let is_another_name =
            matches!(endings, Endings::Latin(_)) && stem_end < letters_end && morph::is_turkish_given_name(word);
        if !(suffixed && !quote || is_another_name) {
            ends.push((
                letters_end,
                letters_end,
                self.readings(endings, stem_end, letters_end, false),
            ));
        }
        ends.retain(|(.., readings)| !readings.is_empty());
        ends
    }

    fn readings(&self, endings: Endings, start: usize, end: usize, apostrophe: bool) -> Readings {
        let source = if start < end {
            &self.text[self.folded.source_start(start)..self.folded.source_end(end)]
        } else {
            ""
        };
        let ending = Ending {
            folded: &self.folded.text()[start..end],
            apostrophe,
            source,
        };
        morph::readings(endings, self.language, &ending)
    }
}

fn letters_end(text: &str, at: usize) -> usize {
    at + text[at..].find(|sign| !is_letter(sign)).unwrap_or(text.len() - at)
}

fn letters_end_or(text: &str, at: usize) -> usize {
    if at <= text.len() { letters_end(text, at) } else { at }
}

/// Marks that folding keeps belong to their letter.
fn is_letter(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '\u{302}'..='\u{36f}')
}

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(MORSELS.as_slice()), 0..14).prop_map(|morsels| morsels.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_finds_what_a_slow_search_finds(text in texts()) {
        for language in [Language::Russian, Language::Turkish, Language::English] {
            prop_assert_eq!(
                found_by_the_engine(&text, &language),
                found_obviously(&text, &language),
                "in {:?} in {}",
                &text,
                language
            );
        }
    }
}

/// Otherwise the property would hold of texts without names.
#[test]
fn the_morsels_hold_names() {
    let found: BTreeSet<EntityId> = MORSELS
        .iter()
        .flat_map(|morsel| found_obviously(morsel, &Language::Turkish))
        .map(|(.., entity, _)| entity)
        .collect();
    assert_eq!(found.len(), GAZETTEER.entities().count());
}
