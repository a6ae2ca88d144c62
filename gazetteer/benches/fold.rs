//! Speed of folding, of cutting and laying out, and of judging the language, beside aho-corasick’s contiguous NFA over
//! the same text already folded. Run in turn, so that a noisy machine disturbs all; medians.
//!
//! ```text
//! cargo bench -p onomast-gazetteer --bench fold [FILES]
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use onomast_gazetteer::detect::{Own, detect};
use onomast_gazetteer::fold::{self, Folded};
use onomast_gazetteer::prose::{self, Format, Layout, State};

const BYTES: usize = 8_000_000;
const RUNS: usize = 9;

const RUSSIAN: &str = "В тот год Чичерин и Карахан долго ждали ответа из Ангоры, но пароход с почтой задержался в Батуме \
    из-за шторма. Ещё в марте телеграфист Сами-бея сообщил, что груз — винтовки и патроны — дошёл до Трапезунда и был \
    сдан под расписку. «Мы готовы принять ещё столько же», — писал он из порта1. В начале 1921 г. переговоры во\u{ad}зоб-\n\
    новились, и делегация выехала поездом через Ростов и Баку; её сопровождал Ю. Кемаль.\n\n";
const TURKISH: &str = "O yıl Çiçerin ile Karahan Ankara’dan gelecek yanıtı uzun süre beklediler, ama postayı taşıyan vapur \
    fırtına yüzünden Batum’da kaldı. Daha mart ayında Sami Bey’in telgrafçısı, tüfek ve fişeklerin Trabzon’a ulaştığını \
    ve alındı karşılığında teslim edildiğini bildirdi.2 “Bir o kadarını daha almaya hazırız” diye yazıyordu. 1921 başında gö-\n\
    rüşmeler yeniden başladı ve heyet Rostov ile Bakü üzerinden trenle yola çıktı; ona Kâzım Paşa eşlik ediyordu.\n\n";
const ENGLISH: &str = "That year Chicherin and Karakhan waited long for an answer from Angora, but the steamer with the mail \
    was held at Batum by a storm. In March already Sami Bey's telegraphist had let them know that the rifles had come.\n\n";

fn main() {
    let files = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let mut texts: Vec<(String, String)> = files
        .filter_map(|path| Some((path.clone(), std::fs::read_to_string(&path).ok()?)))
        .collect();
    if texts.is_empty() {
        let own = [("Russian", RUSSIAN), ("Turkish", TURKISH), ("English", ENGLISH)];
        texts = own.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    }
    println!("MB/s of source: fold, the automaton, blocks with layout, language");
    for (name, text) in texts {
        measure(&name, &text.repeat(BYTES / text.len() + 1));
    }
}

#[allow(clippy::ptr_arg, reason = "a `str` is no `dyn Text`, being unsized")]
fn blocks(text: &String) -> Vec<(&str, Layout)> {
    let mut blocks = Vec::new();
    let (mut start, mut state) = (0, State::default());
    while start < text.len() {
        let (end, exit) = prose::block_end(Format::PlainText, text, start, state);
        let block = &text[start..end];
        blocks.push((block, prose::lay_out(Format::PlainText, block, state)));
        (start, state) = (end, exit);
    }
    blocks
}

fn measure(name: &str, text: &String) {
    let blocks = blocks(text);
    let mut folded = Folded::default();
    let mut all = String::new();
    for (block, layout) in &blocks {
        for stream in &layout.streams {
            fold::fold(block, stream, &mut folded);
            all.push_str(folded.text());
            all.push('\n');
        }
    }
    let automaton = NFA::builder()
        .match_kind(MatchKind::Standard)
        .prefilter(false)
        .build(patterns(&all))
        .expect("the patterns fit");
    let mut times: [Vec<f64>; 4] = Default::default();
    for _ in 0..RUNS {
        times[0].push(timed(|| fold_all(&blocks, &mut folded)));
        times[1].push(timed(|| search(&automaton, all.as_bytes())));
        times[2].push(timed(|| self::blocks(text).len()));
        times[3].push(timed(|| {
            blocks
                .iter()
                .filter(|(block, layout)| detect(block, layout) != Own::Silent)
                .count()
        }));
    }
    let speeds = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        format!("{:6.0}", text.len() as f64 / times[RUNS / 2] / 1e6)
    });
    println!("{} {name}", speeds.join(" "));
}

fn fold_all(blocks: &[(&str, Layout)], folded: &mut Folded) -> usize {
    let mut length = 0;
    for (block, layout) in blocks {
        for stream in &layout.streams {
            fold::fold(black_box(block), stream, folded);
            length += folded.text().len();
        }
    }
    length
}

/// About a thousand words of the text and others like them.
fn patterns(folded: &str) -> Vec<String> {
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 4)
        .take(2000)
        .collect();
    words.sort_unstable();
    words.dedup();
    let endings = ["", "ov", "ова", "ski", "лар", "dan", "ин", "оглу", "zade", "ян"];
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    let made = words
        .iter()
        .flat_map(|word| endings.map(|ending| stem(word) + "ж" + ending));
    words
        .iter()
        .step_by(10)
        .map(|word| (*word).to_owned())
        .chain(made)
        .take(1000)
        .collect()
}

fn search(automaton: &NFA, text: &[u8]) -> usize {
    let mut state = automaton.start_state(Anchored::No).expect("unanchored");
    let mut matches = 0;
    for &byte in text {
        state = automaton.next_state(Anchored::No, state, byte);
        matches += usize::from(automaton.is_match(state));
    }
    matches
}

fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}
