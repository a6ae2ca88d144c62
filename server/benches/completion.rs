//! How long somebody who types waits for names: a frame is 16 ms, and the list has to be there within one.
//!
//! 100,000 names, each in Russian and Turkish; a text that uses some of them; every beginning of many names, of two to
//! eight letters, in the language of the paragraph and in the other. The slowest of all is what counts.
//!
//! ```text
//! cargo bench -p onomast --bench completion
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use onomast::features::View;
use onomast::features::completion::{Asked, completion};
use onomast::message::Locale;
use onomast::project::root::Root;
use onomast::project::{Layers, Project, Settings, Unsaved};
use onomast_gazetteer::Analysis;
use onomast_gazetteer::translit::{Scheme, transliterate};
use serde_json::json;

const NAMES: usize = 100_000;
const TYPED: usize = 60;
/// The least of so many runs is taken: a machine that does something else at the same time says nothing.
const RUNS: usize = 5;
const FRAME: Duration = Duration::from_millis(16);

fn main() {
    let mut random = Random(0x5eed);
    let names: Vec<String> = (0..NAMES).map(|_| name(&mut random)).collect();
    let project = project(&names);
    // Before the table is made: what the text uses.
    let text: String = (0..200)
        .map(|_| format!("Вчера посол писал из города {}.\n\n", random.of::<String>(&names)))
        .collect();
    let beginning = |_| random.of::<String>(&names).chars().take(4).collect();
    let early: Vec<String> = (0..TYPED).map(beginning).collect();
    let slowest = timed(&project, &text, early).pop().expect("some were typed");
    println!("before it is made: slowest {:.2} ms", milliseconds(slowest.0));
    assert!(slowest.0 < FRAME, "slower than a frame before the table is made");
    let start = Instant::now();
    black_box(project.gazetteer.prefixes());
    println!(
        "{NAMES} names in two languages: table made in {:.0} ms",
        milliseconds(start.elapsed())
    );

    let mut beginnings: Vec<String> = Vec::new();
    for _ in 0..TYPED {
        let russian = random.of::<String>(&names).clone();
        let turkish = transliterate(&russian, Scheme::Turkish);
        for name in [russian.clone(), turkish, format!("{}у", russian.to_lowercase())] {
            for length in 2..=8 {
                beginnings.push(name.chars().take(length).collect());
            }
        }
    }
    let times = timed(&project, &text, beginnings);
    let (middle, last) = (&times[times.len() / 2], &times[times.len() - 1]);
    println!(
        "{} beginnings: median {:.2} ms, slowest {:.2} ms ({}), of a frame of {} ms",
        times.len(),
        milliseconds(middle.0),
        milliseconds(last.0),
        last.1,
        FRAME.as_millis()
    );
    assert!(last.0 < FRAME, "slower than a frame");
}

/// What each beginning takes, the slowest last. One round after the other: of runs in a row all would fall into the moment in
/// which the machine does something else.
fn timed(project: &Project, text: &str, beginnings: Vec<String>) -> Vec<(Duration, String)> {
    let mut times: Vec<(Duration, String)> = beginnings.into_iter().map(|typed| (Duration::MAX, typed)).collect();
    for _ in 0..RUNS {
        for (least, typed) in &mut times {
            *least = keystroke(project, text, typed).min(*least);
        }
    }
    times.sort();
    times
}

/// The time that the list takes in a text of which all but the last paragraph was read before.
fn keystroke(project: &Project, text: &str, typed: &str) -> Duration {
    let text = format!("{text}Вчера посол писал, что {typed}");
    let settings = project.document(Path::new("/p/a.txt"), &text);
    let analysis = Analysis::fresh(&text, &settings.facts, &project.gazetteer);
    let view = View {
        project,
        settings: &settings,
        text: &text,
        analysis: &analysis,
        decisions: &[],
        index: None,
    };
    let start = Instant::now();
    black_box(completion(&view, text.len(), Asked::ByHand, Locale::Russian));
    start.elapsed()
}

fn project(names: &[String]) -> Project {
    let entity = |(number, name): (usize, &String)| {
        let turkish = transliterate(name, Scheme::Turkish);
        json!({ "id": format!("person/p{number}"), "gender": "masculine", "homonym": true,
                "names": [{ "part": "surname", "spellings": { "ru": [name], "tr": [turkish] } }] })
    };
    let entities: Vec<_> = names.iter().enumerate().map(entity).collect();
    let source = json!({ "onomast": 1, "title": "benchmark", "entities": entities }).to_string();
    let unsaved: Unsaved = [(PathBuf::from("/p/names.gazetteer.json"), source.into())].into();
    let layers = Layers {
        command_line: Settings {
            gazetteers: Some(vec!["names.gazetteer.json".to_owned()]),
            ..Settings::default()
        },
        ..Layers::default()
    };
    let root = Root {
        folder: PathBuf::from("/p"),
        declared: true,
    };
    Project::open(root, Arc::new(layers), &unsaved)
}

fn name(random: &mut Random) -> String {
    let syllables = [
        "ка", "ра", "ми", "ле", "бо", "ту", "зо", "ни", "ша", "гри", "сте", "вол", "чи", "дже", "хан", "пу",
    ];
    let endings = ["нов", "рин", "ский", "ка", "дзе", "ев", "оглу", "бей"];
    let mut text: String = (0..random.below(3) + 1)
        .map(|_| *random.of::<&str>(&syllables))
        .collect();
    text.push_str(random.of::<&str>(&endings));
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
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

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}
