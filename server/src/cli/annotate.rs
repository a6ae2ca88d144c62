//! `onomast annotate`: the mentions of names in files or in a stream of texts.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use onomast_gazetteer::Language;
use rayon::prelude::*;

use super::Surroundings;
use super::check::{Sum, empty_answer};
use super::document::{self, Skipped};
use super::files::{self, File};
use super::options::{self, Names};
use super::output::{self, Failure, tell};
use super::positions::Positions;
use super::{record, stream};

/// How many files are worked on before what they gave is written.
const BATCH: usize = 64;

#[derive(Debug, clap::Args)]
pub(super) struct Annotate {
    /// Files and folders; of a folder its .txt, .md, .xml, .html, .tex and .bib files
    #[arg(default_value = ".", conflicts_with = "stream")]
    paths: Vec<PathBuf>,
    /// One JSON object a line
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
    /// Read {"id","text","lang"?} lines from standard input and answer each with an {"id","mentions"} line
    #[arg(long)]
    stream: bool,
    /// Language of every document
    #[arg(long, value_name = "TAG", value_parser = options::language)]
    lang: Option<Language>,
    #[command(flatten)]
    names: Names,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One JSON object a line
    Jsonl,
}

impl Annotate {
    pub(super) fn run(&self, around: Surroundings) -> Result<ExitCode, Failure> {
        let Format::Jsonl = self.format;
        let layers = self.names.layers(self.lang.as_ref(), around)?;
        if self.stream {
            return stream::run(layers);
        }
        let found = files::find(&self.paths, &layers);
        let mut sum = Sum {
            unreadable: !found.missing.is_empty(),
            ..Sum::default()
        };
        for path in &found.missing {
            tell(&around.text("no-such-file", &[("path", path.as_str().into())]));
        }
        let mut out = output::open();
        for batch in found.files.chunks(BATCH) {
            let pieces: Vec<(String, Sum)> = batch.par_iter().map(|file| annotate(file, around)).collect();
            for (text, piece) in pieces {
                sum.add(piece);
                out.write_all(text.as_bytes())?;
            }
        }
        out.flush()?;
        empty_answer(&found, sum.files, sum.mentions, around)
            .iter()
            .for_each(|text| tell(text));
        Ok(sum.exit_code())
    }
}

fn annotate(file: &File, around: Surroundings) -> (String, Sum) {
    let document = match document::open(file, around) {
        Ok(document) => document,
        Err(skipped) => {
            let unreadable = skipped == Skipped::Unreadable;
            return (
                String::new(),
                Sum {
                    unreadable,
                    ..Sum::default()
                },
            );
        }
    };
    let positions = Positions::new(&document.text);
    let mut lines = String::new();
    let mut mentions = 0;
    for mention in document.analysis.mentions() {
        let gazetteer = document.analysis.gazetteer();
        let record = record::Mention::new(&mention, &document.text, &positions, gazetteer, Some(&file.shown));
        lines.push_str(&serde_json::to_string(&record).unwrap_or_default());
        lines.push('\n');
        mentions += 1;
    }
    (
        lines,
        Sum {
            files: 1,
            mentions,
            ..Sum::default()
        },
    )
}
