//! Findings: what the names of a document, its gazetteers and its settings give reason to look at.
//!
//! A code is one file here and one row of [`checks`], or of the two files that look at gazetteers and settings. What the
//! gravity of a finding is and whose text it stands in is decided in [`context`], what the user does not want to see here.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::View;
use super::finding::{Code, Finding};
use crate::project::{Project, Role};

mod agreement;
mod ambiguous_name;
mod anachronism;
mod baseline;
mod checks;
mod context;
mod decisions;
mod deprecated_spelling;
mod dotted_i;
mod gazetteer;
mod head;
mod historical_spelling;
mod inconsistent_across_corpus;
mod inconsistent_form;
mod inconsistent_spelling;
mod misspelling;
mod mixed_scheme;
mod mixed_script;
mod near_miss;
mod settings;
mod spots;
mod style;
mod suffix;
#[cfg(test)]
mod tests;
mod unknown_name;
mod unused_ignore;
mod wrong_language_spelling;

use baseline::Recognized;
pub use baseline::known_as;
use context::{At, Context, Draft};
pub use gazetteer::problem_message;
pub use settings::message as settings_message;
use spots::Spot;
pub use spots::Spots;
pub(super) use style::preferences;
use unused_ignore::Silence;

/// The findings of a file that is no document: a gazetteer or `onomast.toml`.
#[derive(Debug, Clone)]
pub struct FileFindings {
    /// The file.
    pub path: PathBuf,
    /// Its text, to which the ranges belong.
    pub text: Arc<str>,
    /// Sorted as those of a document.
    pub findings: Vec<Finding>,
}

/// The findings of a document, found, and put into words for those who show them. By position, then by code; without those
/// that are known.
pub struct Findings<'a> {
    context: Context<'a>,
    spots: Arc<Spots>,
    found: Vec<Found>,
}

/// A finding, and where its words come from if it has none yet.
struct Found {
    finding: Finding,
    spot: Option<(usize, Spot)>,
}

impl std::fmt::Debug for Findings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Findings")
            .field("count", &self.found.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Findings<'a> {
    /// Finds them. `before` are the spots of a version before, with the same gazetteer, settings and project: what has not
    /// changed since is not looked for again.
    pub fn new(view: &'a View<'a>, before: Option<&Spots>) -> Findings<'a> {
        let mut all = Findings::with_those_that_are_known(view, before);
        let mut known = Recognized::new(&view.settings.known, view.text);
        all.found.retain(|found| !known.takes(&found.finding));
        all
    }

    fn with_those_that_are_known(view: &'a View<'a>, before: Option<&Spots>) -> Findings<'a> {
        let context = Context::new(view);
        if view.settings.role == Role::Ignore {
            let (spots, found) = Default::default();
            return Findings { context, spots, found };
        }
        let spots = Spots::of(&context, before);
        let of_mentions = spots.all().map(|(part, spot)| Found {
            finding: context.unworded_at(part, spot),
            spot: Some((part, spot.clone())),
        });
        let worded = |finding| Found { finding, spot: None };
        let mut found: Vec<Found> = of_mentions.collect();
        found.extend(context.about_document().into_iter().map(worded));
        let silence = Silence::new(view);
        let is_taken: Vec<bool> = found.iter().map(|found| silence.takes(&found.finding)).collect();
        let unused = silence.unused(found.iter().map(|found| &found.finding));
        let mut is_taken = is_taken.into_iter();
        found.retain(|_| !is_taken.next().unwrap_or_default());
        let others = unused.into_iter().chain(decisions::without_effect(view));
        found.extend(others.chain(head::without_meaning(view)).map(worded));
        found.sort_by_key(|found| place(&found.finding));
        Findings {
            context,
            spots: Arc::new(spots),
            found,
        }
    }

    /// What of them is worth keeping for the next version.
    pub fn spots(&self) -> &Arc<Spots> {
        &self.spots
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// All of them.
    pub fn all(&self) -> Vec<Finding> {
        self.found.iter().filter_map(|found| self.worded(found)).collect()
    }

    /// At most so many, the gravest; by position where that is all of them.
    pub fn gravest(&self, most: usize) -> Vec<Finding> {
        let mut chosen: Vec<&Found> = self.found.iter().collect();
        if chosen.len() > most {
            chosen.sort_by_key(|found| (found.finding.severity, found.finding.range.start));
            chosen.truncate(most);
        }
        chosen.into_iter().filter_map(|found| self.worded(found)).collect()
    }

    /// Those that share a byte or a border with a range of the document, at most so many.
    pub fn touching(&self, range: &Range<usize>, most: usize) -> Vec<Finding> {
        let touches = |found: &&Found| {
            let own = &found.finding.range;
            own.start <= range.end && range.start <= own.end
        };
        let touching = self.found.iter().filter(touches);
        touching.filter_map(|found| self.worded(found)).take(most).collect()
    }

    fn worded(&self, found: &Found) -> Option<Finding> {
        match &found.spot {
            Some((part, spot)) => self.context.worded(*part, spot),
            None => Some(found.finding.clone()),
        }
    }
}

/// The findings of a document, by position, then by code; without those that are known.
pub fn findings(view: &View<'_>) -> Vec<Finding> {
    Findings::new(view, None).all()
}

/// The same with those that are known.
pub fn every_finding(view: &View<'_>) -> Vec<Finding> {
    Findings::with_those_that_are_known(view, None).all()
}

/// The findings of the project's gazetteers and settings, by file; without those that are known.
pub fn project_findings(project: &Project) -> Vec<FileFindings> {
    project_findings_besides(project, true)
}

/// The same; `schema_too` is false where an editor itself checks gazetteers for syntax and schema.
pub fn project_findings_besides(project: &Project, schema_too: bool) -> Vec<FileFindings> {
    let mut files = of_files(project, schema_too);
    for file in &mut files {
        let known = project.known_about(&file.path);
        let text = &*file.text;
        let mut known = Recognized::new(&known, &text);
        file.findings.retain(|finding| !known.takes(finding));
    }
    files.retain(|file| !file.findings.is_empty());
    files
}

/// The same with those that are known.
pub fn every_project_finding(project: &Project) -> Vec<FileFindings> {
    of_files(project, true)
}

fn of_files(project: &Project, schema_too: bool) -> Vec<FileFindings> {
    let mut files: Vec<FileFindings> = settings::files(project)
        .into_iter()
        .chain(decisions::file(project))
        .chain(gazetteer::files(project, schema_too))
        .collect();
    files.extend(settings::baseline(project));
    for file in &mut files {
        sort(&mut file.findings);
    }
    files.retain(|file| !file.findings.is_empty());
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(place);
}

fn place(finding: &Finding) -> (usize, Code, usize) {
    (finding.range.start, finding.code, finding.range.end)
}
