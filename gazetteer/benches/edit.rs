//! What an edit costs: building all that finds names when the gazetteer changed, and analysing again when the text did.
//!
//! A gazetteer of 100,000 names is read and its matcher built. Then a letter is typed, and taken back, in the middle of
//! 10 MB of text, and the counts that diagnostics are made of are asked for.
//!
//! ```text
//! cargo bench -p onomast-gazetteer --bench edit
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;

use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::{Edit, Facts};

use made::{Random, Spelled, median, timed};

mod made;

const NAMES: usize = 100_000;
const BYTES: usize = 10_000_000;
const BUILDS: usize = 5;
const KEYSTROKES: usize = 200;

fn main() {
    let mut random = Random(0x5eed);
    let names = Spelled::many(NAMES, &mut random);
    let source = made::source(&names);
    let loads = (0..BUILDS).map(|_| timed(|| black_box(made::load(&source)))).collect();
    println!(
        "{NAMES} names, {} bytes: read and built in {:.0} ms",
        source.len(),
        median(loads).as_secs_f64() * 1000.0
    );

    let gazetteer = made::load(&source);
    let mut text = made::text(&names, BYTES, &mut random);
    let facts = Facts::default();
    let mut analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let at = text.ceil_char_boundary(text.len() / 2);
    let (mut keystrokes, mut sums, mut scanned) = (Vec::new(), Vec::new(), 0);
    for number in 0..KEYSTROKES {
        let edit = if number % 2 == 0 {
            text.insert(at, 'a');
            Edit {
                range: at..at,
                inserted: 1,
            }
        } else {
            text.remove(at);
            Edit {
                range: at..at + 1,
                inserted: 0,
            }
        };
        let edits = [edit];
        keystrokes.push(timed(|| {
            analysis = Analysis::next(&analysis, &text, &edits, &facts, &gazetteer);
        }));
        sums.push(timed(|| black_box(analysis.uses().len())));
        scanned = scanned.max(analysis.scanned());
    }
    println!(
        "a keystroke in {} bytes: {:.0} µs, {scanned} block scanned at most; sums {:.0} µs",
        text.len(),
        median(keystrokes).as_secs_f64() * 1e6,
        median(sums).as_secs_f64() * 1e6
    );
}
