//! A slow, obvious version of matching: every start of a word, every spelling, every stem of each of its words, in every
//! way of joining them. The engine must find the same. Names of persons, which take in what stands beside them, are not
//! matched here: `generated.rs` writes them in every way and looks for them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::entity::{EntityId, Part};
use onomast_gazetteer::fold::{self, Folded};
use onomast_gazetteer::morph::{self, Agreement, Category, Ending, Endings, PlannedWord};
use onomast_gazetteer::prose::{self, Format, State};
use onomast_gazetteer::reading::{Reading, Readings, ud_strings};
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
organization/assembly: full ru Великое собрание; full/tr tr Büyük Meclis
place/new-york: full ru Нью-Йорк; full/tr tr Yeni-York
treaty/treaty: full tr Kars Antlaşması; full/ru ru Карсский договор
event/congress: full ru Первый конгресс народов; full/tr tr Doğu Halkları Kurultayı
organization/party: acronym ru РКП; acronym/tr tr R.K.P.
place/petersburg: full ru С.-Петербург
organization/army: full tr 11. Ordu; full/ru ru 11-я армия
";

static GAZETTEER: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| gazetteer(NAMES));

/// Forms of all spellings, suffixes behind apostrophes, and what joins, cuts or hides them. One line: how lines are
/// joined is folding’s affair.
static MORSELS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut morsels: Vec<String> = [
        " ",
        " ",
        " ",
        " ",
        ", ",
        "-",
        "-",
        "’",
        "'",
        "»",
        "”",
        "’nın",
        "’da",
        "’lı",
        "’s",
        "‘",
        "а",
        "ом",
        "ы",
        "a",
        "da",
        "lı",
        "x",
        "7",
        "K",
        "Б",
        "\u{301}",
        "\u{ad}",
        ".",
        "Р. К. П.",
        "Р.К.П.",
        "RKP’ye",
        "R.K.P",
        "11 Ordu",
        "11",
        "Великого",
        "Нью",
        "Карса ",
        "Büyük",
    ]
    .map(str::to_owned)
    .to_vec();
    for (name, category) in names() {
        let forms = morph::forms(name, &category, category.language);
        morsels.extend(forms.iter().map(|(form, _)| form.clone()));
        morsels.extend([name.to_owned(), name.to_uppercase(), name.to_lowercase()]);
        if name.contains([' ', '-']) {
            let joined = forms.iter().map(|(form, _)| form.replace('-', " "));
            morsels.extend(
                joined.flat_map(|form| [form.replace(' ', "-"), form.replace(' ', ""), form.replace(' ', "  ")]),
            );
        }
    }
    morsels
});

fn names() -> impl Iterator<Item = (&'static str, Category<'static>)> {
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
            for (spelling, (text, category)) in GAZETTEER.tables().spellings.iter().zip(names()) {
                let entity = GAZETTEER.name(spelling.name).entity;
                for way in ways(text, &category) {
                    let mut walk = Walk {
                        haystack: self,
                        way: &way,
                        words: Vec::new(),
                        found: Vec::new(),
                    };
                    walk.extend(start);
                    let may_stand = |words: &&Vec<Word>| self.has_capitals(words, text, &category);
                    let found = walk.found.iter().filter(may_stand);
                    forms.extend(found.filter_map(|words| way.form(words, entity)));
                }
            }
        }
        forms
    }

    /// Whether the capitals are those that the spelling asks for.
    fn has_capitals(&self, words: &[Word], text: &str, category: &Category<'_>) -> bool {
        if category.part == Part::Acronym {
            let stems = words
                .iter()
                .map(|word| &self.text[self.source(word.start, word.stem_end)]);
            let letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).collect::<String>();
            return letters(text).starts_with(&letters(&stems.collect::<String>()));
        }
        let small = !text.starts_with(char::is_uppercase) || category.kind.as_str() == "group";
        small || self.is_capital(words[0].start)
    }

    fn source(&self, start: usize, end: usize) -> Range<usize> {
        self.folded.source_start(start)..self.folded.source_end(end)
    }

    /// A letter that no letter precedes, nor an apostrophe with a letter; a capital behind a vanished hyphen or any
    /// apostrophe. A digit that none of these precedes, nor the dot or comma of a number.
    fn is_start(&self, at: usize) -> bool {
        let (before, from) = self.folded.text().split_at(at);
        if from.starts_with(|sign: char| sign.is_ascii_digit()) {
            return !before.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '.' | ','));
        }
        let inside = before.strip_suffix('\'').unwrap_or(before).ends_with(is_letter);
        let parted = self.folded.is_soft(at) || before.ends_with('\'');
        from.starts_with(char::is_alphabetic) && (!inside || parted && self.is_capital(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text[self.folded.source_start(at)..].starts_with(char::is_uppercase)
    }

    /// Where a word with this stem may end, and with which readings. Solid behind another word of the name a letter is a
    /// word as well.
    fn ends(&self, start: usize, stem_end: usize, endings: Endings, is_joint: bool) -> Vec<End> {
        let text = self.folded.text();
        let letters_end = letters_end(text, stem_end);
        let stem = &text[start..stem_end];
        let single = !is_joint && stem.chars().count() == 1 && stem.chars().all(char::is_alphabetic);
        if single && self.is_capital(start) {
            return self.initial_ends(stem_end, endings);
        }
        let numeric = |sign: char| sign.is_numeric();
        let goes_on = letters_end > stem_end && !self.folded.is_soft(stem_end);
        if single && goes_on || stem.ends_with(numeric) && text[stem_end..].starts_with(numeric) {
            return Vec::new();
        }
        let mut ends = Vec::new();
        for boundary in self.folded.soft_between(stem_end, letters_end) {
            ends.push(End::new(
                boundary,
                boundary,
                self.readings(endings, stem_end, boundary, false),
            ));
        }
        let (quote, suffix) = self.suffix(letters_end);
        if let Some(suffix) = suffix.clone().filter(|_| letters_end == stem_end) {
            ends.push(End::new(
                letters_end,
                suffix.end,
                self.readings(endings, suffix.start, suffix.end, true),
            ));
        } else if let Some(suffix) = suffix.clone().filter(|_| !quote) {
            ends.push(End::new(
                letters_end,
                suffix.end,
                self.readings(endings, stem_end, suffix.end, false),
            ));
        }
        let word = &text[start..letters_end];
        let is_another_name =
            matches!(endings, Endings::Latin(_)) && stem_end < letters_end && morph::is_turkish_given_name(word);
        if !(suffix.is_some() && !quote || is_another_name) {
            ends.push(End::new(
                letters_end,
                letters_end,
                self.readings(endings, stem_end, letters_end, false),
            ));
        }
        for (length, _) in text[stem_end..letters_end].char_indices() {
            // The next word of the name may be written solid.
            let end = stem_end + length;
            if !self.folded.is_soft(end) {
                let readings = self.readings(endings, stem_end, end, false);
                ends.push(End {
                    complete: false,
                    ..End::new(end, end, readings)
                });
            }
        }
        ends.retain(|end| !end.readings.is_empty());
        ends
    }

    /// A single capital with its dot, and a suffix behind an apostrophe only.
    fn initial_ends(&self, stem_end: usize, endings: Endings) -> Vec<End> {
        let text = self.folded.text();
        if letters_end(text, stem_end) > stem_end {
            return Vec::new();
        }
        let end = stem_end + usize::from(text[stem_end..].starts_with('.'));
        let (quote, suffix) = self.suffix(end);
        let suffixed = suffix
            .filter(|_| !quote)
            .map(|suffix| End::new(end, suffix.end, self.readings(endings, suffix.start, suffix.end, true)));
        let plain = || End::new(end, end, self.readings(endings, end, end, false));
        let found = suffixed.filter(|end| !end.readings.is_empty()).unwrap_or_else(plain);
        vec![found].into_iter().filter(|end| !end.readings.is_empty()).collect()
    }

    /// Letters behind an apostrophe or, which is said first, a quotation mark.
    fn suffix(&self, end: usize) -> (bool, Option<Range<usize>>) {
        let text = self.folded.text();
        let mark = text[end..].chars().next().unwrap_or(' ');
        let behind_mark = end + mark.len_utf8().min(text.len() - end);
        let quote = matches!(mark, '”' | '“' | '»' | '"');
        let start = behind_mark + usize::from(quote && text[behind_mark..].starts_with('\''));
        let suffix_end = letters_end_or(text, start);
        let is_suffix = (quote || mark == '\'') && start < suffix_end;
        (quote, is_suffix.then_some(start..suffix_end))
    }

    /// Where the next word may begin: behind the punctuation of the spelling, and up to four spaces or hyphens.
    fn next_word(&self, end: &End, separator: &str) -> Option<usize> {
        let text = self.folded.text();
        let taken = text[..end.end].ends_with('.') && separator.starts_with('.');
        let mut punctuation = if taken { &separator[1..] } else { separator }.chars();
        let mut wanted = punctuation.next();
        let (mut at, mut spaces) = (end.end, 0);
        for sign in text[end.end..].chars() {
            if sign == ' ' || sign == '-' && wanted.is_none() {
                spaces += 1;
            } else if Some(sign) == wanted {
                wanted = punctuation.next();
            } else {
                break;
            }
            at += sign.len_utf8();
        }
        let begins = text[at..].starts_with(char::is_alphanumeric);
        (spaces <= 4 && wanted.is_none() && begins && (end.complete || at == end.end)).then_some(at)
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

/// A way to read a spelling.
struct Way {
    /// Of each word the punctuation before it, and its stems.
    words: Vec<(String, Vec<(String, Endings)>)>,
    agreement: Agreement,
}

/// A word of a name in the text.
#[derive(Debug, Clone)]
struct Word {
    start: usize,
    stem_end: usize,
    end: End,
}

/// Where a word may end.
#[derive(Debug, Clone)]
struct End {
    end: usize,
    suffix_end: usize,
    readings: Readings,
    /// Whether a name may end here.
    complete: bool,
}

impl End {
    fn new(end: usize, suffix_end: usize, readings: Readings) -> End {
        End {
            end,
            suffix_end,
            readings,
            complete: true,
        }
    }
}

/// The spelling as it is; an acronym also with dots, or without.
fn ways(text: &str, category: &Category<'_>) -> Vec<Way> {
    let letters: String = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    let other = match text.contains('.') {
        true => letters,
        false => letters.chars().map(|letter| format!("{letter}.")).collect(),
    };
    let acronym = category.part == Part::Acronym;
    let texts = std::iter::once(text).chain(acronym.then_some(other.as_str()));
    texts.map(|text| Way::new(text, category)).collect()
}

impl Way {
    fn new(text: &str, category: &Category<'_>) -> Way {
        let plan = morph::plan(text, category);
        let mut rest = text;
        let mut words = Vec::new();
        for PlannedWord { text, stems } in plan.words {
            let (before, behind) = rest.split_once(text.as_str()).expect("a word of the spelling");
            words.push((before.replace([' ', '-'], ""), stems));
            rest = behind;
        }
        Way {
            words,
            agreement: plan.agreement,
        }
    }

    /// What words of the text, one for each of the spelling, make of it.
    fn form(&self, words: &[Word], entity: EntityId) -> Option<Form> {
        let (first, last) = (words.first()?, words.last()?);
        let readings = match self.agreement {
            Agreement::UpTo(head) => {
                let agrees = |reading: &&Reading| {
                    words[..head].iter().all(|word| {
                        let mut readings = word.end.readings.iter();
                        readings.any(|other| other.case.is_none() || goes_with(reading, other))
                    })
                };
                words[head].end.readings.iter().filter(agrees).copied().collect()
            }
            Agreement::Last => last.end.readings.clone(),
        };
        let form = Form {
            start: first.start,
            end: last.end.end,
            suffix_end: last.end.suffix_end,
            entity,
            readings,
        };
        (last.end.complete && !form.readings.is_empty()).then_some(form)
    }
}

fn goes_with(one: &Reading, other: &Reading) -> bool {
    let gender = one.gender.is_none() || other.gender.is_none() || one.gender == other.gender;
    gender && (one.case, one.number) == (other.case, other.number)
}

/// All ways to read a name from one place.
struct Walk<'a> {
    haystack: &'a Haystack<'a>,
    way: &'a Way,
    words: Vec<Word>,
    found: Vec<Vec<Word>>,
}

impl Walk<'_> {
    fn extend(&mut self, start: usize) {
        let text = self.haystack.folded.text();
        let (_, stems) = &self.way.words[self.words.len()];
        for (stem, endings) in stems
            .iter()
            .filter(|(stem, _)| text[start..].starts_with(stem.as_str()))
        {
            let stem_end = start + stem.len();
            let is_joint = self.words.last().is_some_and(|before| before.end.end == start);
            for end in self.haystack.ends(start, stem_end, *endings, is_joint) {
                self.words.push(Word {
                    start,
                    stem_end,
                    end: end.clone(),
                });
                match self.way.words.get(self.words.len()) {
                    None => self.found.push(self.words.clone()),
                    Some((separator, _)) if end.suffix_end == end.end => {
                        if let Some(next) = self.haystack.next_word(&end, separator) {
                            self.extend(next);
                        }
                    }
                    Some(_) => {}
                }
                self.words.pop();
            }
        }
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
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

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

/// What random texts once told apart.
#[test]
fn texts_on_which_they_once_differed() {
    for text in ["11-й-армии11. Ordu", "11-й-армии", "11-й армии", "11юармию"] {
        let found = found_by_the_engine(text, &Language::Russian);
        assert_eq!(found, found_obviously(text, &Language::Russian), "{text}");
        assert_eq!(found.len(), 1, "{text}");
    }
}
