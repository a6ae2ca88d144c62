//! Changing texts on disk: whole files or not at all, in their encoding and with their ends of lines, and only where what
//! was there can be had again.

use std::path::PathBuf;

use onomast_gazetteer::replace::{Change, apply};

use super::Surroundings;
use super::document;
use super::files::File;
use super::output::{Failure, tell};
use crate::features::diagnostics::findings;
use crate::features::fixes::Fixer;
use crate::project::encoding::encode;
use crate::project::{ContentHash, TextFile, decisions, read, write};

mod decided;
pub(super) mod kept;
pub(super) mod table;
pub(super) mod undo;

use decided::Carried;
use kept::Kept;
use undo::Undo;

pub(super) use decided::with_decisions;

/// Safe fixes reveal what they hid, a second misspelling in a name; more rounds than words in a name are none.
const ROUNDS: usize = 8;

/// When texts may be changed.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Guard {
    /// Record what is changed, so that `onomast undo FILE` takes it back
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
        let (mut may, mut all) = (Vec::new(), true);
        for file in files {
            // A text whose decisions would lose their place stays as it is.
            let decisions = file.carried.as_ref().and_then(Carried::amended);
            let refused = |file: &Amended| self.refusal(file).map(|key| (key, file.shown.clone()));
            match refused(&file).or_else(|| decisions.as_ref().and_then(refused)) {
                None => may.push(file),
                Some((key, shown)) => {
                    tell(&around.text(key, &[("path", shown.into())]));
                    all = false;
                }
            }
        }
        let may = with_decisions(may);
        // What is to be undone is written down before it is done.
        if let Some(path) = &self.undo_file {
            Undo::of(path, &may).write(path)?;
        }
        let (mut names, mut count) = (0, 0);
        for file in &may {
            // Somebody may have written it in the meantime.
            let unchanged = std::fs::read(&file.path).is_ok_and(|bytes| bytes == file.before);
            if !unchanged {
                tell(&around.text("fix-changed-meanwhile", &[("path", file.shown.as_str().into())]));
                all = false;
                continue;
            }
            write::replace_whole(&file.path, &file.after)?;
            (names, count) = (names + file.names, count + usize::from(file.names > 0));
        }
        let files = around.text("count-files", &[("count", count.into())]);
        tell(&around.text("fix-done", &[("count", names.into()), ("files", files.into())]));
        Ok(all)
    }

    fn refusal(&self, file: &Amended) -> Option<&'static str> {
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

/// The file with all safe fixes; `None` where there is none, or where it cannot be read, or written as it is.
pub(super) fn fixed(file: &File, around: Surroundings) -> Option<Amended> {
    let before = read::document(&file.path).ok()?;
    let first = document::open(file, around).ok()?;
    // An encoding that nobody stated is read and never written.
    if first.guessed || first.hash != ContentHash::of(&before) {
        return None;
    }
    let (old, encoding) = (first.text.clone(), first.encoding);
    let (mut names, mut round) = (0, first);
    for _ in 0..ROUNDS {
        let view = round.view(&file.project);
        let safe = Fixer::new(&view).safe(&findings(&view));
        if safe.is_empty() {
            break;
        }
        names += safe.len();
        let changes: Vec<Change> = safe.into_iter().flat_map(|fix| fix.changes).collect();
        let text = apply(&round.text, &changes);
        let Some(bytes) = encode(&text, encoding, &before) else {
            tell(&around.text("fix-cannot-encode", &[("path", file.shown.as_str().into())]));
            return None;
        };
        let decisions = decisions::carry(&round.decisions, &round.text, &changes);
        round = TextFile::of(&file.project, &file.path, &bytes)
            .ok()?
            .deciding(decisions);
    }
    let after = encode(&round.text, encoding, &before)?;
    (names > 0).then(|| Amended {
        path: file.path.clone(),
        shown: file.shown.clone(),
        before,
        after,
        old,
        carried: Carried::of(file, &round.decisions),
        new: round.text,
        names,
    })
}

/// The file with some changes to its text; `None` where it cannot be read, or written as it is.
pub(super) fn changed(file: &File, changes: &[Change], names: usize, around: Surroundings) -> Option<Amended> {
    let before = read::document(&file.path).ok()?;
    let first = document::open(file, around).ok()?;
    if first.guessed || first.hash != ContentHash::of(&before) {
        return None;
    }
    let new = apply(&first.text, changes);
    let Some(after) = encode(&new, first.encoding, &before) else {
        tell(&around.text("fix-cannot-encode", &[("path", file.shown.as_str().into())]));
        return None;
    };
    Some(Amended {
        path: file.path.clone(),
        shown: file.shown.clone(),
        before,
        after,
        carried: Carried::of(file, &decisions::carry(&first.decisions, &first.text, changes)),
        old: first.text,
        new,
        names,
    })
}
