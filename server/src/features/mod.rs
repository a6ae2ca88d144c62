//! What a reader gets, without the protocol: one file a feature, one a diagnostic code.

use onomast_gazetteer::{Analysis, Text};

use crate::project::{DocumentSettings, Project};

pub mod definition;
pub mod diagnostics;
pub mod finding;
pub mod hover;

/// One document in its project, at one moment. Every feature is a function of it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The project, with its gazetteer.
    pub project: &'a Project,
    /// What the settings say of the document.
    pub settings: &'a DocumentSettings,
    /// Its text.
    pub text: &'a dyn Text,
    /// Its analysis, of that text and the project's gazetteer.
    pub analysis: &'a Analysis,
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View")
            .field("settings", self.settings)
            .finish_non_exhaustive()
    }
}
