//! An open document: its text, and what is known of each version of it.
//!
//! A document is never changed; an edit makes the next one, and whoever holds the old one keeps it. An edit touches the
//! rope and notes the range. The analysis is made by the first who asks for it, and never twice for one version.

use std::borrow::Cow;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use onomast_gazetteer::analysis::Edit;
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Analysis, Text};
use ropey::Rope;
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, Uri};

use crate::features::View;
use crate::features::diagnostics::Spots;
use crate::features::gazetteer_file::outlined::Outlined;
use crate::index::Summary;
use crate::project::HEAD;
use crate::project::{DocumentSettings, Placed, Project, decisions, format_of};

use super::convert::{self, Encoding, Misfit};
use super::projects::Projects;

/// One version of an open document.
#[derive(Debug)]
pub(super) struct Document {
    /// The URI exactly as the client wrote it when it opened the document.
    pub uri: String,
    /// The same as the protocol's type accepts it.
    pub address: Uri,
    /// Decoded and normalized: what the document is known by.
    pub path: PathBuf,
    /// What the editor takes it for.
    pub language_id: String,
    /// The client's number of this version.
    pub version: i32,
    /// The text.
    pub text: RopeText,
    /// Whether the text is surely the client's. If not, nothing is said until it is.
    pub in_step: bool,
    /// What the analysis can start from, and the one stretch that holds all edits since: however many come before
    /// anybody reads, each costs the same.
    base: Option<Arc<Reading>>,
    edits: Option<Edit>,
    reading: OnceLock<Arc<Reading>>,
    /// The same with the projects that were in force before, for those who ask while the new ones load.
    reading_before: OnceLock<Arc<Reading>>,
    /// The same where it is no text but a file of a project.
    file: OnceLock<Outlined>,
}

/// Which projects a text is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// Those that its files make now.
    New,
    /// Those before, until the new ones are loaded.
    Before,
}

/// What has been made of one version.
#[derive(Debug)]
pub(super) struct Reading {
    /// The project of the document.
    pub project: Arc<Project>,
    /// What the settings say of it.
    pub settings: DocumentSettings,
    /// Its analysis.
    pub analysis: Analysis,
    /// What people decided about places of it.
    pub decisions: Vec<Placed>,
    /// What other documents are to know of it, for whoever asks first.
    summary: OnceLock<Arc<Summary>>,
    /// What was last found of it, or of a version before that had the same project and settings.
    spots: Mutex<Option<Arc<Spots>>>,
}

/// A rope as the analysis reads it.
#[derive(Debug, Clone, Default)]
pub(super) struct RopeText(pub Rope);

impl Document {
    /// A document as it is opened.
    pub(super) fn open(
        uri: String,
        address: Uri,
        path: PathBuf,
        language_id: String,
        version: i32,
        text: &str,
    ) -> Document {
        Document {
            uri,
            address,
            path,
            language_id,
            version,
            text: RopeText(Rope::from_str(text)),
            in_step: true,
            base: None,
            edits: None,
            reading: OnceLock::new(),
            reading_before: OnceLock::new(),
            file: OnceLock::new(),
        }
    }

    /// The document after changes, in the order in which they were made.
    pub(super) fn change(
        &self,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        encoding: Encoding,
    ) -> Document {
        let mut next = self.successor();
        next.version = version;
        for change in changes {
            if let Err(misfit) = next.apply(change, encoding) {
                tracing::warn!(
                    uri = self.uri,
                    version,
                    ?misfit,
                    "a change does not fit the text; waiting for all of it"
                );
                next.in_step = false;
            }
        }
        next
    }

    /// The same version, to be read again: its project has changed. What the new one has in common with the old is kept.
    pub(super) fn read_again(&self) -> Document {
        self.successor()
    }

    /// The same version, not to be trusted any more.
    pub(super) fn out_of_step(&self) -> Document {
        let mut next = self.successor();
        next.base = None;
        next.edits = None;
        next.in_step = false;
        next
    }

    /// Whether it has more bytes than so many.
    pub(super) fn is_longer_than(&self, bytes: u64) -> bool {
        self.text.0.len_bytes() as u64 > bytes
    }

    /// What has been made of this version; made here, by the first who asks. `projects` are those of the pair.
    pub(super) fn reading(&self, projects: &Projects, pair: Pair) -> &Arc<Reading> {
        let reading = match pair {
            Pair::New => &self.reading,
            Pair::Before => &self.reading_before,
        };
        reading.get_or_init(|| Arc::new(self.read(projects)))
    }

    /// Whether nothing has been made of this version, and what was made of the last with another gazetteer is of no use.
    pub(super) fn is_to_be_read_anew(&self, projects: &Projects) -> bool {
        let is_of_another = |base: &Arc<Reading>| {
            let project = projects.of(&self.path);
            !Arc::ptr_eq(base.analysis.gazetteer(), &project.gazetteer)
        };
        self.reading.get().is_none() && self.base.as_ref().is_some_and(is_of_another)
    }

    /// This version as a file of a project.
    pub(super) fn file(&self) -> &Outlined {
        self.file.get_or_init(|| Outlined::new(self.text.0.to_string()))
    }

    /// The document as the features see it.
    pub(super) fn view<'a>(&'a self, reading: &'a Reading) -> View<'a> {
        View {
            project: &reading.project,
            settings: &reading.settings,
            text: &self.text,
            analysis: &reading.analysis,
            decisions: &reading.decisions,
            index: None,
        }
    }

    /// What the settings of its project look at: as much of the beginning as may hold front matter or a header.
    pub(super) fn head(&self) -> Cow<'_, str> {
        self.text.slice(0..self.text.boundary(HEAD))
    }

    /// What the settings of its project say of it.
    pub(super) fn settings(&self, project: &Project) -> DocumentSettings {
        let head = self.head();
        // An editor that was not told otherwise calls everything plain text.
        let format = Format::of_language_id(&self.language_id)
            .filter(|format| *format != Format::PlainText)
            .unwrap_or_else(|| format_of(&self.path));
        project.document_in(format, &self.path, &head)
    }

    fn read(&self, projects: &Projects) -> Reading {
        let project = projects.of(&self.path);
        let settings = self.settings(&project);
        let gazetteer = &project.gazetteer;
        let base = self
            .base
            .as_ref()
            .filter(|base| Arc::ptr_eq(base.analysis.gazetteer(), gazetteer) && base.settings == settings);
        let analysis = match base {
            Some(base) => {
                let edits = self.edits.as_slice();
                Analysis::next(&base.analysis, &self.text, edits, &settings.facts, gazetteer)
            }
            None => Analysis::fresh(&self.text, &settings.facts, gazetteer),
        };
        let decisions = self.decisions(&project);
        let spots = base
            .filter(|base| Arc::ptr_eq(&base.project, &project))
            .and_then(|base| base.spots());
        Reading {
            analysis: decisions::apply(analysis, &decisions),
            project,
            settings,
            decisions,
            summary: OnceLock::new(),
            spots: Mutex::new(spots),
        }
    }

    /// What people decided, followed through the edits where the decisions are still the same.
    fn decisions(&self, project: &Project) -> Vec<Placed> {
        match &self.base {
            Some(base) if base.project.decisions == project.decisions => match &self.edits {
                Some(edit) => decisions::follow(base.decisions.clone(), edit, &self.text),
                None => base.decisions.clone(),
            },
            _ => project.decisions_about(&self.path, &self.text),
        }
    }

    fn successor(&self) -> Document {
        let (base, edits) = match self.reading.get().or_else(|| self.reading_before.get()) {
            Some(reading) => (Some(reading.clone()), None),
            None => (self.base.clone(), self.edits.clone()),
        };
        Document {
            uri: self.uri.clone(),
            address: self.address.clone(),
            path: self.path.clone(),
            language_id: self.language_id.clone(),
            version: self.version,
            text: self.text.clone(),
            in_step: self.in_step,
            base,
            edits,
            reading: OnceLock::new(),
            reading_before: OnceLock::new(),
            file: OnceLock::new(),
        }
    }

    fn apply(&mut self, change: &TextDocumentContentChangeEvent, encoding: Encoding) -> Result<(), Misfit> {
        let rope = &mut self.text.0;
        let Some(range) = change.range else {
            *rope = Rope::from_str(&change.text);
            self.in_step = true;
            self.base = None;
            self.edits = None;
            return Ok(());
        };
        if !self.in_step {
            return Ok(());
        }
        let range = convert::range_from_lsp(rope, range, encoding)?;
        let characters = rope.byte_to_char(range.start)..rope.byte_to_char(range.end);
        let start = characters.start;
        rope.remove(characters);
        rope.insert(start, &change.text);
        self.note(range, change.text.len());
        Ok(())
    }

    /// Without a base the whole text is read anyway.
    fn note(&mut self, range: Range<usize>, inserted: usize) {
        if self.base.is_some() {
            let edit = Edit { range, inserted };
            self.edits = Some(match self.edits.take() {
                Some(before) => before.then(edit),
                None => edit,
            });
        }
    }
}

impl Reading {
    /// What was last found of it, or of a version before.
    pub(super) fn spots(&self) -> Option<Arc<Spots>> {
        self.spots.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps what was found of it.
    pub(super) fn keep(&self, spots: Arc<Spots>) {
        *self.spots.lock().unwrap_or_else(PoisonError::into_inner) = Some(spots);
    }

    /// What other documents are to know of this one.
    pub(super) fn summary(&self) -> &Arc<Summary> {
        self.summary
            .get_or_init(|| Arc::new(Summary::of_text(&self.analysis, &self.settings)))
    }
}

impl Text for RopeText {
    fn len(&self) -> usize {
        self.0.len_bytes()
    }

    fn chunk(&self, at: usize) -> (&str, usize) {
        let (chunk, start, _, _) = self.0.chunk_at_byte(at.min(self.0.len_bytes()));
        (chunk, start)
    }

    fn slice(&self, range: Range<usize>) -> Cow<'_, str> {
        self.0.byte_slice(range).into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tower_lsp::ls_types::{Position, Range};

    use super::*;

    fn document(text: &str) -> Document {
        let uri = "file:///t/a.txt";
        Document::open(
            uri.to_owned(),
            uri.parse().unwrap(),
            "/t/a.txt".into(),
            "plaintext".to_owned(),
            1,
            text,
        )
    }

    fn change(from: (u32, u32), to: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        TextDocumentContentChangeEvent {
            range: Some(Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1))),
            range_length: None,
            text: text.to_owned(),
        }
    }

    fn whole(text: &str) -> TextDocumentContentChangeEvent {
        TextDocumentContentChangeEvent {
            range: None,
            range_length: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn changes_apply_in_their_order() {
        let next = document("Ангора\n").change(
            2,
            &[
                change((0, 6), (0, 6), "ы"),
                change((0, 6), (0, 7), ""),
                change((0, 0), (0, 1), "а"),
            ],
            Encoding::Utf16,
        );
        assert_eq!((next.text.0.to_string().as_str(), next.version), ("ангора\n", 2));
    }

    #[test]
    fn out_of_step_until_the_whole_text_comes() {
        let lost = document("a").change(
            2,
            &[change((7, 0), (7, 1), "x"), change((0, 0), (0, 0), "y")],
            Encoding::Utf16,
        );
        assert!(!lost.in_step);
        assert_eq!(lost.text.0.to_string(), "a");
        let still = lost.change(3, &[change((0, 0), (0, 0), "y")], Encoding::Utf16);
        assert!(!still.in_step);
        let found = still.change(4, &[whole("b"), change((0, 1), (0, 1), "c")], Encoding::Utf16);
        assert!(found.in_step);
        assert_eq!(found.text.0.to_string(), "bc");
    }

    proptest! {
        #[test]
        fn a_rope_reads_like_its_text(text in "[aЧ👩\n]{0,300}", repeat in 1usize..20, cut in any::<prop::sample::Index>()) {
            let text = text.repeat(repeat);
            let rope = RopeText(Rope::from_str(&text));
            prop_assert_eq!(Text::len(&rope), text.len());
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let middle = *cut.get(&boundaries);
            prop_assert_eq!(Text::slice(&rope, 0..middle).into_owned(), &text[..middle]);
            prop_assert_eq!(Text::slice(&rope, middle..text.len()).into_owned(), &text[middle..]);
            let (chunk, start) = rope.chunk(middle);
            prop_assert!(start <= middle && middle <= start + chunk.len());
            prop_assert_eq!(chunk, &text[start..start + chunk.len()]);
        }
    }
}
