//! Speed of finding names, beside aho-corasick’s contiguous NFA alone over the same text already folded.
//!
//! 20 MB of mixed Russian and Turkish text, one thread, no output, 10,000 names, a name each 200 characters. The two are
//! run in turn, so that a noisy machine disturbs both; what counts is the ratio of the medians.
//!
//! ```text
//! cargo bench -p onomast-gazetteer --bench scan
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::detect;
use onomast_gazetteer::entity::{EntityType, Gender, Inflection, Number, Part};
use onomast_gazetteer::fold::{self, Folded, Initials};
use onomast_gazetteer::load;
use onomast_gazetteer::morph::{self, Category};
use onomast_gazetteer::prose::{self, Format, Layout, Piece, State};
use onomast_gazetteer::{Analysis, Gazetteer, Language};
use serde_json::json;

const NAMES: usize = 10_000;
const BYTES: usize = 20_000_000;
const CHARACTERS_PER_NAME: usize = 200;
const RUNS: usize = 7;

fn main() {
    let mut random = Random(0x5eed);
    let names: Vec<Spelled> = (0..NAMES).map(|number| Spelled::random(&mut random, number)).collect();
    let gazetteer = gazetteer(&names);
    let text = text(&names, &mut random);
    let folded = folded(&text);
    let patterns: Vec<String> = names.iter().map(|name| fold::fold_word(&name.text)).collect();
    let automaton = NFA::builder()
        .match_kind(MatchKind::Standard)
        .prefilter(false)
        .build(&patterns)
        .expect("the names fit");
    let facts = Facts::default();

    let (mut scans, mut searches) = (Vec::new(), Vec::new());
    let mut stages: [Vec<Duration>; 4] = Default::default();
    let mut mentions = 0;
    for _ in 0..RUNS {
        scans.push(timed(|| {
            mentions = black_box(Analysis::fresh(&text, &facts, &gazetteer)).mentions().count()
        }));
        searches.push(timed(|| black_box(search(&automaton, folded.text().as_bytes()))));
        let blocks = blocks(&text);
        stages[0].push(timed(|| self::blocks(black_box(&text))));
        stages[1].push(timed(|| lay_out(black_box(&blocks))));
        let laid_out = lay_out(&blocks);
        stages[2].push(timed(|| {
            laid_out
                .iter()
                .for_each(|(block, layout)| drop(black_box(detect::detect(block, layout))))
        }));
        stages[3].push(timed(|| fold_all(black_box(&laid_out))));
    }
    let (scan, search) = (median(scans), median(searches));
    let stages = stages.map(|times| median(times).as_secs_f64() * 1000.0);
    println!(
        "text {} bytes, folded {}, {} names, {mentions} mentions found",
        text.len(),
        folded.text().len(),
        names.len()
    );
    println!(
        "scan {:.0} MB/s, automaton {:.0} MB/s",
        speed(&text, scan),
        speed(&text, search)
    );
    let [cut, layout, language, fold] = stages;
    println!(
        "of {:.0} ms: blocks {cut:.1}, layout {layout:.1}, language {language:.1}, fold {fold:.1}",
        scan.as_secs_f64() * 1000.0
    );
    println!("scan ÷ automaton {:.2}", search.as_secs_f64() / scan.as_secs_f64());
}

struct Spelled {
    text: String,
    russian: bool,
}

impl Spelled {
    fn random(random: &mut Random, number: usize) -> Spelled {
        let russian = number.is_multiple_of(2);
        let (syllables, endings): (&[&str], &[&str]) = if russian {
            (
                &[
                    "ка", "ра", "ми", "ле", "бо", "ту", "зо", "ни", "ша", "гри", "сте", "вол",
                ],
                &["нов", "рин", "ский", "ка", "рь", "дзе", "м"],
            )
        } else {
            (
                &[
                    "ka", "ra", "mi", "le", "bo", "tü", "zo", "nı", "şa", "gri", "ste", "çol",
                ],
                &["n", "r", "oğlu", "ar", "lı", "an", "k"],
            )
        };
        let mut text: String = (0..random.below(3) + 2).map(|_| random.of(syllables)).collect();
        text.push_str(random.of(endings));
        let mut letters = text.chars();
        let text = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        Spelled { text, russian }
    }

    fn language(&self) -> Language {
        if self.russian {
            Language::Russian
        } else {
            Language::Turkish
        }
    }

    fn form(&self, random: &mut Random) -> String {
        let language = self.language();
        let category = Category {
            language: &language,
            kind: EntityType::Person,
            gender: Some(Gender::Masculine),
            part: Part::Surname,
            number: Number::Singular,
            inflection: &Inflection::Auto,
        };
        let forms = morph::forms(&self.text, &category, &language);
        if forms.is_empty() {
            self.text.clone()
        } else {
            forms[random.below(forms.len())].0.clone()
        }
    }
}

fn gazetteer(names: &[Spelled]) -> Arc<Gazetteer> {
    let entities: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            json!({ "id": format!("person/p{number}"), "gender": "masculine", "homonym": true,
                    "names": [{ "part": "surname", "spellings": { name.language().tag(): [name.text] } }] })
        })
        .collect();
    let source = json!({ "onomast": 1, "title": "benchmark", "entities": entities }).to_string();
    Arc::new(load::load_text("names.gazetteer.json", &source).gazetteer)
}

/// Paragraphs of common words, Russian and Turkish in turn, with a name in a random form each 200 characters.
fn text(names: &[Spelled], random: &mut Random) -> String {
    const RUSSIAN: &str = "в и не на что он как это по но они к у из за весь так же от сказать год человек время рука дело жизнь слово \
                           вопрос правительство договор помощь страна письмо отношения переговоры поставка оружие граница народ";
    const TURKISH: &str = "ve bir bu da ne için çok daha ile olarak sonra kadar gibi ancak yıl gün zaman insan devlet hükümet anlaşma yardım \
                           ülke mektup ilişki görüşme silah sınır halk meclis tarafından üzerine karşı arasında şekilde";
    let words: [Vec<&str>; 2] = [
        RUSSIAN.split_whitespace().collect(),
        TURKISH.split_whitespace().collect(),
    ];
    let mut text = String::with_capacity(BYTES + 4096);
    let mut since_name = 0;
    for paragraph in 0.. {
        if text.len() >= BYTES {
            break;
        }
        let russian = paragraph % 2 == 0;
        let words = &words[usize::from(!russian)];
        let (mut characters, mut line) = (0, 0);
        while characters < 700 {
            let word = if since_name >= CHARACTERS_PER_NAME {
                since_name = 0;
                let name = &names[random.below(names.len() / 2) * 2 + usize::from(!russian)];
                name.form(random)
            } else if random.below(12) == 0 {
                capitalised(random.of(words)) + ","
            } else {
                random.of(words).to_owned()
            };
            let length = word.chars().count() + 1;
            (characters, since_name, line) = (characters + length, since_name + length, line + length);
            text.push_str(&word);
            text.push(if line > 80 { '\n' } else { ' ' });
            line = if line > 80 { 0 } else { line };
        }
        text.push_str("\n\n");
    }
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn folded(text: &str) -> Folded {
    let mut folded = Folded::default();
    fold::fold(
        text,
        &[Piece {
            range: 0..text.len(),
            barrier: false,
            markup: false,
        }],
        &mut folded,
    );
    folded
}

#[allow(clippy::ptr_arg, reason = "a `str` is no `dyn Text`, being unsized")]
fn blocks(text: &String) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut start, mut state) = (0, State::default());
    while start < text.len() {
        let (end, exit) = prose::block_end(Format::PlainText, text, start, state);
        blocks.push(&text[start..end]);
        (start, state) = (end, exit);
    }
    blocks
}

fn lay_out<'a>(blocks: &[&'a str]) -> Vec<(&'a str, Layout)> {
    let layout = |block: &&'a str| (*block, prose::lay_out(Format::PlainText, block, State::default()));
    blocks.iter().map(layout).collect()
}

fn fold_all(blocks: &[(&str, Layout)]) {
    let (mut folded, small) = (Folded::default(), Initials::new([]));
    for (block, layout) in blocks {
        for pieces in &layout.streams {
            fold::fold_for(block, pieces, &small, &mut folded);
            black_box(&folded);
        }
    }
}

/// Walks every byte, as an overlapping search does, and counts the matches.
fn search(automaton: &NFA, text: &[u8]) -> usize {
    let mut state = automaton
        .start_state(Anchored::No)
        .expect("unanchored searches are built");
    let mut matches = 0;
    for &byte in text {
        state = automaton.next_state(Anchored::No, state, byte);
        if automaton.is_special(state) && automaton.is_match(state) {
            matches += automaton.match_len(state);
        }
    }
    matches
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn speed(text: &str, time: Duration) -> f64 {
    text.len() as f64 / 1e6 / time.as_secs_f64()
}

/// xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}
