//! Speed of finding names, beside aho-corasick’s contiguous NFA alone over the same text already folded.
//!
//! 20 MB of mixed Russian and Turkish text, one thread, no output, 10,000 names, a name each 200 characters. The two are
//! run in turn, so that a noisy machine disturbs both; what counts is the ratio of the medians. Told are a whole
//! analysis (blocks, prose, language, and what stands in each block); what of it is the scan in the sense of the data
//! model, to which the bounds of a block and its language are given; and the analysis together with its output, which is
//! to list its mentions, resolved, and to free it.
//!
//! ```text
//! cargo bench -p onomast-gazetteer --bench scan
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;
use std::time::Duration;

use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};
use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::detect;
use onomast_gazetteer::fold::{self, Folded, Initials};
use onomast_gazetteer::prose::{self, Format, Layout, Piece, State};

use made::{Random, Spelled, median, timed};

mod made;

const NAMES: usize = 10_000;
const BYTES: usize = 20_000_000;
const RUNS: usize = 7;

fn main() {
    let mut random = Random(0x5eed);
    let names = Spelled::many(NAMES, &mut random);
    let gazetteer = made::gazetteer(&names);
    let text = made::text(&names, BYTES, &mut random);
    let folded = folded(&text);
    let patterns: Vec<String> = names.iter().map(|name| fold::fold_word(&name.text)).collect();
    let automaton = NFA::builder()
        .match_kind(MatchKind::Standard)
        .prefilter(false)
        .build(&patterns)
        .expect("the names fit");
    let facts = Facts::default();

    let (mut analyses, mut outputs, mut searches) = (Vec::new(), Vec::new(), Vec::new());
    let mut stages: [Vec<Duration>; 4] = Default::default();
    let mut mentions = 0;
    for _ in 0..RUNS {
        let mut analysis = None;
        analyses.push(timed(|| {
            analysis = Some(black_box(Analysis::fresh(&text, &facts, &gazetteer)))
        }));
        outputs.push(timed(|| {
            mentions = analysis.take().map_or(0, |analysis| analysis.mentions().count())
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
    let (analysis, output, search) = (median(analyses), median(outputs), median(searches));
    let stages = stages.map(median);
    let given = stages[0] + stages[2];
    let stages = stages.map(|time| time.as_secs_f64() * 1000.0);
    println!(
        "text {} bytes, folded {}, {} names, {mentions} mentions found",
        text.len(),
        folded.text().len(),
        names.len()
    );
    println!(
        "analysis {:.0} MB/s, automaton {:.0} MB/s",
        speed(&text, analysis),
        speed(&text, search)
    );
    let [cut, layout, language, fold] = stages;
    println!(
        "of {:.0} ms: blocks {cut:.1}, layout {layout:.1}, language {language:.1}, fold {fold:.1}",
        analysis.as_secs_f64() * 1000.0
    );
    let ratio = |time: Duration| search.as_secs_f64() / time.as_secs_f64();
    println!(
        "analysis ÷ automaton {:.2}; without finding blocks and languages {:.2}; with its mentions listed and all freed {:.2}",
        ratio(analysis),
        ratio(analysis.saturating_sub(given)),
        ratio(analysis + output)
    );
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

fn speed(text: &str, time: Duration) -> f64 {
    text.len() as f64 / 1e6 / time.as_secs_f64()
}
