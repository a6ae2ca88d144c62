//! Changing texts on disk: whole files or not at all, in their encoding and with their ends of lines, and only where what
//! was there can be had again.

use std::path::{Path, PathBuf};

use onomast_gazetteer::replace::{Change, apply};

use super::Surroundings;
use super::claim::claim;
use super::document::{self, Skipped};
use super::files::File;
use super::output::{Failure, tell};
use crate::features::diagnostics::findings;
use crate::features::finding::Finding;
use crate::features::fixes::{Fix, Fixer};
use crate::project::encoding::{Encoding, encode};
use crate::project::{ContentHash, Placed, TextFile, decisions, read, write};

mod decided;
pub(super) mod kept;
pub(super) mod table;
pub(super) mod undo;

use decided::Carried;
use kept::Kept;
use undo::Undo;

pub(super) use decided::decisions_of;

/// Safe fixes reveal what they hid, a second misspelling in a name; more rounds than words in a name are none.
const ROUNDS: usize = 8;

/// When texts may be changed.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Guard {
    /// Record what is changed, in a new file, so that `onomast undo FILE` takes it back
    #[arg(long, value_name = "FILE")]
    undo_file: Option<PathBuf>,
    /// Change files too whose contents neither Git nor an undo file keeps
    #[arg(long)]
    allow_dirty: bool,
}

/// A file that is to be written.
#[derive(Debug)]
pub(super) struct Amended {
    pub path: PathBuf,
    /// As people see it.
    pub shown: String,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
    /// The same as text.
    pub old: String,
    pub new: String,
    /// How many names were changed; none in a file of decisions, which follows the texts.
    pub names: usize,
    /// The lines of decisions that have to change with it.
    carried: Option<Carried>,
}

impl Guard {
    /// Writes the files that may be written, and says of the others why not. Whether all could be.
    pub(super) fn write(&self, files: Vec<Amended>, around: Surroundings) -> Result<bool, Failure> {
        let wanted = files.len();
        let mut may = Vec::new();
        for file in files {
            // A text whose decisions would lose their place stays as it is.
            let decisions = file.carried.as_ref().map(Carried::amended);
            let refused = |file: &Amended| self.refusal(file).map(|key| (key, file.shown.clone()));
            match refused(&file).or_else(|| decisions.as_ref().and_then(refused)) {
                None => may.push(file),
                Some((key, shown)) => tell(&around.text(key, &[("path", shown.into())])),
            }
        }
        // A run that changes nothing leaves the file of another alone.
        let made = if may.is_empty() {
            Vec::new()
        } else {
            self.make(may, around)?
        };
        let names: usize = made.iter().map(|file| file.names).sum();
        let files = around.text("count-files", &[("count", made.len().into())]);
        tell(&around.text("fix-done", &[("count", names.into()), ("files", files.into())]));
        Ok(made.len() == wanted)
    }

    /// Writes these files, and the decisions about them; a text whose decisions cannot follow is taken back. What is to be
    /// undone is written down before it is done, and again where less than that came of it. Which files were written.
    fn make(&self, mut files: Vec<Amended>, around: Surroundings) -> Result<Vec<Amended>, Failure> {
        let planned = files.len();
        if let Some(path) = &self.undo_file {
            claim(path, |text| undo::is_taken_back(path, text), around)?;
            write_undo(path, files.iter().chain(&decisions_of(&files)), around)?;
        }
        files.retain(|file| file.put(around));
        let mut decisions = decisions_of(&files);
        decisions.retain(|decisions| {
            let is_put = decisions.put(around);
            let stays = |file: &Amended| is_put || !file.is_followed_by(decisions) || !file.take_back(around);
            files.retain(stays);
            is_put
        });
        if let Some(path) = self.undo_file.as_ref().filter(|_| files.len() < planned) {
            write_undo(path, files.iter().chain(&decisions), around)?;
        }
        Ok(files)
    }

    fn refusal(&self, file: &Amended) -> Option<&'static str> {
        if !file.is_as_read() {
            return Some("fix-changed-meanwhile");
        }
        if self.allow_dirty {
            return None;
        }
        match kept::of(&file.path, &file.before) {
            Kept::Yes => None,
            Kept::Changed => Some("fix-refused-changed"),
            Kept::NoGit if self.undo_file.is_some() => None,
            Kept::NoGit => Some("fix-refused-no-git"),
        }
    }
}

impl Amended {
    /// Somebody may have written it in the meantime.
    fn is_as_read(&self) -> bool {
        read::project_file(&self.path).is_ok_and(|bytes| bytes == self.before)
    }

    fn is_followed_by(&self, decisions: &Amended) -> bool {
        self.carried
            .as_ref()
            .is_some_and(|carried| carried.path() == decisions.path)
    }

    /// Writes the file. Whether it could; where not, it is told why.
    fn put(&self, around: Surroundings) -> bool {
        if !self.is_as_read() {
            tell(&around.text("fix-changed-meanwhile", &[("path", self.shown.as_str().into())]));
            return false;
        }
        self.write(&self.after, around)
    }

    /// Writes the file as it was. Whether it could; where not, it is told why.
    fn take_back(&self, around: Surroundings) -> bool {
        self.write(&self.before, around)
    }

    fn write(&self, bytes: &[u8], around: Surroundings) -> bool {
        let written = write::replace_whole(&self.path, bytes);
        if let Err(error) = &written {
            tell(&around.of_file("cannot-write", &self.shown, error));
        }
        written.is_ok()
    }
}

fn write_undo<'a>(path: &Path, files: impl Iterator<Item = &'a Amended>, around: Surroundings) -> Result<(), Failure> {
    let written = Undo::of(path, files).write(path);
    written.map_err(|error| Failure::unwritten(&path.display().to_string(), &error, around))
}

/// A text cannot be read, or not be changed. It has been told why.
#[derive(Debug)]
pub(super) struct Left;

/// What is proposed for a finding. Nothing is safe that could not be written.
pub(super) fn proposed(fixer: &mut Fixer<'_>, finding: &Finding, document: &TextFile) -> Vec<Fix> {
    let mut fixes = fixer.fixes(finding);
    let can_hold = |change: &Change| encode(&change.text, document.encoding, &[]).is_some();
    for fix in &mut fixes {
        fix.safe &= !document.guessed && fix.changes.iter().all(can_hold);
    }
    fixes
}

/// The file with all safe fixes; `None` where there is none, or where the settings say that it is not looked at.
pub(super) fn fixed(file: &File, around: Surroundings) -> Result<Option<Amended>, Left> {
    let first = match document::open(file, around) {
        Ok(first) => first,
        Err(Skipped::Unreadable) => return Err(Left),
        Err(_) => return Ok(None),
    };
    let mut source: Option<Source> = None;
    let (mut names, mut round) = (0, first);
    for _ in 0..ROUNDS {
        let view = round.view(&file.project);
        let safe = Fixer::new(&view).safe(&findings(&view));
        if safe.is_empty() {
            break;
        }
        names += safe.len();
        let source = match &source {
            Some(source) => source,
            None => source.insert(Source::of(file, &round, around)?),
        };
        let changes: Vec<Change> = safe.into_iter().flat_map(|fix| fix.changes).collect();
        let bytes = source.encode(&apply(&round.text, &changes), file, around)?;
        let decisions = decisions::carry(&round.decisions, &round.text, &changes);
        let Ok(next) = TextFile::of(&file.project, &file.path, &bytes) else {
            break;
        };
        round = next.deciding(decisions);
    }
    let Some(source) = source else { return Ok(None) };
    source
        .amended(file, round.text, &round.decisions, names, around)
        .map(Some)
}

/// The file with some changes to its text, as it was read.
pub(super) fn changed(
    file: &File,
    first: &TextFile,
    changes: &[Change],
    names: usize,
    around: Surroundings,
) -> Result<Amended, Left> {
    let source = Source::of(file, first, around)?;
    let decisions = decisions::carry(&first.decisions, &first.text, changes);
    source.amended(file, apply(&first.text, changes), &decisions, names, around)
}

/// A text that can be written as it is.
struct Source {
    bytes: Vec<u8>,
    text: String,
    encoding: Encoding,
}

impl Source {
    fn of(file: &File, read: &TextFile, around: Surroundings) -> Result<Source, Left> {
        let left = |key: &str| {
            tell(&around.text(key, &[("path", file.shown.as_str().into())]));
            Left
        };
        // An encoding that nobody stated is read and never written.
        if read.guessed {
            return Err(left("fix-guessed"));
        }
        match read::project_file(&file.path) {
            Ok(bytes) if ContentHash::of(&bytes) == read.hash => Ok(Source {
                bytes,
                text: read.text.clone(),
                encoding: read.encoding,
            }),
            _ => Err(left("fix-changed-meanwhile")),
        }
    }

    fn encode(&self, text: &str, file: &File, around: Surroundings) -> Result<Vec<u8>, Left> {
        encode(text, self.encoding, &self.bytes).ok_or_else(|| {
            tell(&around.text("fix-cannot-encode", &[("path", file.shown.as_str().into())]));
            Left
        })
    }

    fn amended(
        self,
        file: &File,
        new: String,
        decisions: &[Placed],
        names: usize,
        around: Surroundings,
    ) -> Result<Amended, Left> {
        Ok(Amended {
            path: file.path.clone(),
            shown: file.shown.clone(),
            after: self.encode(&new, file, around)?,
            before: self.bytes,
            old: self.text,
            new,
            names,
            carried: Carried::of(file, decisions),
        })
    }
}
