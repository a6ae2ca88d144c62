//! What a key costs until the findings of its text are known: a long text full of names, thousands of which are found fault
//! with, and a letter typed in the middle and taken back.
//!
//! The findings from nothing are the baseline, in the same run: what is kept from the version before is what is gained.
//!
//! ```text
//! cargo bench -p onomast --bench findings
//! ```
#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use onomast::features::View;
use onomast::features::diagnostics::{Findings, findings};
use onomast::project::root::Root;
use onomast::project::{DocumentSettings, Layers, Project, Settings, Unsaved};
use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::Edit;

const BYTES: usize = 10_000_000;
const KEYSTROKES: usize = 20;
/// An editor is sent so many.
const SHOWN: usize = 1000;

fn main() {
    let project = project();
    let mut text = text();
    let settings = project.document(Path::new("/p/a.txt"), &text);
    let mut analysis = Analysis::fresh(&text, &settings.facts, &project.gazetteer);
    let found = findings(&view(&project, &settings, &text, &analysis)).len();
    let mut spots = Findings::new(&view(&project, &settings, &text, &analysis), None)
        .spots()
        .clone();
    println!(
        "{} bytes, {} mentions, {found} findings",
        text.len(),
        analysis.mentions().count()
    );

    let at = text.ceil_char_boundary(text.len() / 2);
    let (mut read, mut anew, mut kept, mut looked) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for number in 0..KEYSTROKES {
        let edit = if number % 2 == 0 {
            text.insert(at, 'а');
            Edit {
                range: at..at,
                inserted: 'а'.len_utf8(),
            }
        } else {
            text.remove(at);
            Edit {
                range: at..at + 'а'.len_utf8(),
                inserted: 0,
            }
        };
        let start = Instant::now();
        analysis = Analysis::next(&analysis, &text, &[edit], &settings.facts, &project.gazetteer);
        read.push(start.elapsed());
        let view = view(&project, &settings, &text, &analysis);
        // Whoever comes first makes the sums of this version: each does half of the time.
        let mut with_what_was_kept = || {
            let start = Instant::now();
            let found = Findings::new(&view, Some(&spots));
            black_box(found.gravest(SHOWN).len());
            kept.push(start.elapsed());
            looked = looked.max(found.spots().looked());
            spots = found.spots().clone();
        };
        let mut from_nothing = || {
            let start = Instant::now();
            black_box(Findings::new(&view, None).gravest(SHOWN).len());
            anew.push(start.elapsed());
        };
        if number % 4 < 2 {
            with_what_was_kept();
            from_nothing();
        } else {
            from_nothing();
            with_what_was_kept();
        }
    }
    println!(
        "a key: read in {:.2} ms; findings from nothing {:.1} ms, with what was kept {:.1} ms (medians), {looked} blocks looked at",
        median(read),
        median(anew),
        median(kept)
    );
}

fn view<'a>(
    project: &'a Project,
    settings: &'a DocumentSettings,
    text: &'a String,
    analysis: &'a Analysis,
) -> View<'a> {
    View {
        project,
        settings,
        text,
        analysis,
        decisions: &[],
        index: None,
    }
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Paragraphs of the names of the built-in gazetteer; one in four has a spelling that is not the one to keep to.
fn text() -> String {
    const PARAGRAPHS: [&str; 4] = [
        "Вчера Г. В. Чичерин говорил в Москве с послом, и о Трабзоне не было сказано ничего. Мустафа Кемаль-паша ждал в Анкаре.",
        "Телеграмму из Анкары получили в Москве; Л. М. Карахан отвечал, что Юсуф Кемаль-бей выехал и скоро будет в Баку.",
        "Из Ангоры писали в Трапезунд, и Чичерина о том извещали. Сами-Бей ехал через Батум, а Бекир Сами-бей оставался там.",
        "Ни о чём другом в тот день не говорили, и бумаги остались на столе до утра, когда за ними пришёл курьер.",
    ];
    let mut text = String::new();
    while text.len() < BYTES {
        for paragraph in PARAGRAPHS {
            text.push_str(paragraph);
            text.push_str("\n\n");
        }
    }
    text
}

fn project() -> Project {
    let layers = Layers {
        command_line: Settings {
            gazetteers: Some(vec!["builtin".to_owned()]),
            ..Settings::default()
        },
        ..Layers::default()
    };
    let root = Root {
        folder: PathBuf::from("/p"),
        declared: true,
    };
    Project::open(root, Arc::new(layers), &Unsaved::new())
}
