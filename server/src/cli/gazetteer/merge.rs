//! `onomast gazetteer merge`: two copies of a gazetteer file that were changed apart become one. As Git wants it of a merge
//! driver (gitattributes(5), “Defining a custom merge driver”): the result stands in the place of our file; 0 says that
//! nothing is left to do, 1 that there are conflicts, and more than 128 that nothing was done.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use onomast_gazetteer::load::{self, Clash, ClashKind, Problem, Unread};

use super::super::Surroundings;
use super::super::output::{self, FOUND, Failure, tell};
use crate::features::gazetteer_file::conflict;
use crate::project::{decode, read, write};

/// Exit code where nothing was done: Git then stops instead of taking our file for the result.
const NOT_DONE: u8 = 129;

#[derive(Debug, clap::Args)]
pub(super) struct Merge {
    /// The common ancestor, which may be left out to unite two lists; our file; the other file
    #[arg(value_names = ["BASE", "OURS", "THEIRS"], num_args = 2..=3, required = true)]
    files: Vec<PathBuf>,
    /// Where the result goes instead of into OURS; `-`: to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What the file is called in messages (for Git: %P)
    #[arg(long, value_name = "NAME")]
    path: Option<String>,
}

impl Merge {
    pub(super) fn run(&self, around: Surroundings) -> ExitCode {
        match self.merge(around) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::from(FOUND),
            Err(failure) => {
                failure.report();
                ExitCode::from(NOT_DONE)
            }
        }
    }

    /// Whether nothing is left to do.
    fn merge(&self, around: Surroundings) -> Result<bool, Failure> {
        let (base, ours, theirs) = match self.files.as_slice() {
            [base, ours, theirs] => (Some(base), ours, theirs),
            [ours, theirs] => (None, ours, theirs),
            _ => return Err(Failure::Said(around.text("merge-files", &[]))),
        };
        let base = base.map(|file| text_of(file, around)).transpose()?;
        let (mine, other) = (text_of(ours, around)?, text_of(theirs, around)?);
        if !load::is_gazetteer(&mine) && !load::is_gazetteer(&other) {
            return Err(Failure::Said(
                around.text("merge-no-gazetteer", &[("path", self.name().into())]),
            ));
        }
        let result = self.united(base.as_deref(), [&mine, &other], around);
        let target = self.output.as_deref().unwrap_or(ours);
        if target == Path::new("-") {
            let mut out = output::open();
            out.write_all(result.text.as_bytes())?;
            out.flush()?;
        } else {
            write::create_whole(target, result.text.as_bytes())
                .map_err(|error| Failure::unwritten(&target.display().to_string(), &error, around))?;
        }
        Ok(result.is_clear)
    }

    fn united(&self, base: Option<&str>, [mine, theirs]: [&str; 2], around: Surroundings) -> Merged {
        let marked = |mine: &str, theirs: &str| conflict::marked(mine, theirs, ["ours", "theirs"]);
        let (side, problem, text) = match load::unite(base, mine, theirs) {
            Ok(united) => {
                united.clashes.iter().for_each(|clash| self.tell(clash, around));
                return Merged {
                    text: marked(&united.mine, &united.theirs),
                    is_clear: united.clashes.is_empty(),
                };
            }
            Err(Unread::Base(problem)) => ("base", problem, base.unwrap_or_default()),
            Err(Unread::Mine(problem)) => ("ours", problem, mine),
            Err(Unread::Theirs(problem)) => ("theirs", problem, theirs),
        };
        // What is no JSON is compared line by line, so that nothing is lost.
        self.tell_broken(side, &problem, text, around);
        Merged {
            text: marked(mine, theirs),
            is_clear: false,
        }
    }

    fn tell(&self, clash: &Clash, around: Surroundings) {
        let key = match clash.kind {
            ClashKind::Differs => "merge-differs",
            ClashKind::MineRemoved => "merge-ours-removed",
            ClashKind::TheirsRemoved => "merge-theirs-removed",
            ClashKind::Order => "merge-order",
        };
        let place = match clash.place.as_slice() {
            [] => "/".to_owned(),
            place => place.join(" › "),
        };
        tell(&around.text(key, &[("path", self.name().into()), ("place", place.into())]));
    }

    fn tell_broken(&self, side: &str, problem: &Problem, text: &str, around: Surroundings) {
        let failure = super::said(problem, &format!("{} ({side})", self.name()), text, around.messages);
        failure.report();
    }

    /// What the merged file is called.
    fn name(&self) -> String {
        let ours = self.files.iter().rev().nth(1);
        let shown = |file: &PathBuf| file.display().to_string();
        self.path.clone().or_else(|| ours.map(shown)).unwrap_or_default()
    }
}

/// What is to be written.
struct Merged {
    text: String,
    /// Whether nothing is left to do.
    is_clear: bool,
}

fn text_of(file: &Path, around: Surroundings) -> Result<String, Failure> {
    let path = file.display().to_string();
    let bytes = read::project_file(file).map_err(|error| Failure::unread(&path, &error, around))?;
    decode(&bytes, None).ok_or_else(|| Failure::undecoded(&path, around))
}
