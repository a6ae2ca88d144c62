//! Options that several commands share.

use std::path::PathBuf;
use std::sync::Arc;

use onomast_gazetteer::Language;

use super::Surroundings;
use super::output::Failure;
use crate::features::finding::Severity;
use crate::message::Locale;
use crate::project::{Layers, Settings, root, sources::BUILTIN};

/// Which names are looked for.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Names {
    /// Gazetteer file or folder instead of the project's; may be given more than once. `builtin`: the built-in one
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
}

impl Names {
    /// What these options say, for [`crate::project::Project::open`].
    pub(super) fn layers(&self, language: Option<&Language>, around: Surroundings) -> Result<Arc<Layers>, Failure> {
        let mut names = Vec::new();
        for path in &self.gazetteer {
            let path = if path.as_os_str() == BUILTIN {
                path.clone()
            } else {
                root::absolute(path)
            };
            if path.as_os_str() != BUILTIN && !path.exists() {
                let path = path.display().to_string();
                return Err(Failure::Said(around.text("no-such-file", &[("path", path.into())])));
            }
            names.push(path.to_string_lossy().into_owned());
        }
        let gazetteers = Some(names).filter(|names| !names.is_empty());
        Ok(Arc::new(Layers {
            command_line: Settings {
                gazetteers,
                ..Settings::default()
            },
            language: language.cloned(),
            locale: Some(around.locale),
            ..Layers::default()
        }))
    }
}

/// A BCP 47 tag.
pub(super) fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).ok_or_else(|| "expected a language tag such as ru, tr, en".to_owned())
}

/// A language of messages.
pub(super) fn locale(tag: &str) -> Result<Locale, String> {
    Locale::parse(tag).ok_or_else(|| "expected en, ru or tr".to_owned())
}

/// A severity by its word.
pub(super) fn severity(word: &str) -> Result<Severity, String> {
    Severity::parse(word).ok_or_else(|| "expected error, warning, information or hint".to_owned())
}
