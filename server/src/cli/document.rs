//! A document as a command reads it: decoded, with what its project says of it, and analysed.

use onomast_gazetteer::Analysis;

use super::Surroundings;
use super::files::File;
use super::output::tell;
use crate::features::View;
use crate::project::{DocumentSettings, Placed, Role, decisions, decode_or_guess, read};

/// How much of a text front matter is looked for in, in bytes.
const HEAD: usize = 16 * 1024;

#[derive(Debug)]
pub(super) struct Document<'a> {
    pub file: &'a File,
    pub text: String,
    pub settings: DocumentSettings,
    pub analysis: Analysis,
    decisions: Vec<Placed>,
}

/// Why a file is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Skipped {
    /// The settings say so.
    Ignored,
    /// It is not text in the encoding it should have. Named, and no failure: it may be no text of the user's at all.
    Undecodable,
    /// It cannot be read.
    Unreadable,
}

impl<'a> Document<'a> {
    /// Reads and analyses a file. What is wrong is told.
    pub(super) fn open(file: &'a File, around: Surroundings) -> Result<Document<'a>, Skipped> {
        let bytes = read::document(&file.path).map_err(|error| {
            let reason = error.to_string();
            let path = file.shown.as_str();
            tell(&around.text("cannot-read", &[("path", path.into()), ("reason", reason.into())]));
            Skipped::Unreadable
        })?;
        let stated = file.project.encoding(&file.path);
        let encoding = stated.map_or("UTF-8", |encoding| encoding.name());
        let path = file.shown.as_str();
        let decoded = decode_or_guess(&bytes, stated).ok_or_else(|| {
            tell(&around.text("cannot-decode", &[("path", path.into()), ("encoding", encoding.into())]));
            Skipped::Undecodable
        })?;
        if decoded.guessed {
            let values = [("path", path.into()), ("encoding", decoded.encoding.name().into())];
            tell(&around.text("guessed-encoding", &values));
        }
        let text = decoded.text;
        let settings = file
            .project
            .document(&file.path, &text[..text.floor_char_boundary(HEAD)]);
        if settings.role == Role::Ignore {
            return Err(Skipped::Ignored);
        }
        let decisions = file.project.decisions_about(&file.path, &text);
        let analysis = Analysis::fresh(&text, &settings.facts, &file.project.gazetteer);
        let analysis = decisions::apply(analysis, &decisions);
        Ok(Document {
            file,
            text,
            settings,
            analysis,
            decisions,
        })
    }

    pub(super) fn view(&self) -> View<'_> {
        View {
            project: &self.file.project,
            settings: &self.settings,
            text: &self.text,
            analysis: &self.analysis,
            decisions: &self.decisions,
        }
    }
}
