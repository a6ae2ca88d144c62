//! Where it is said whose words a document holds.

use std::path::{Path, PathBuf};

use onomast_gazetteer::load::line_column;
use onomast_gazetteer::prose::Format;
use toml::de::{DeTable, DeValue};

use super::value::Value;
use super::{DocumentRule, Head, Project, Role, compile, fits};

/// Who says which role a document has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoleBy {
    /// Its front matter.
    FrontMatter,
    /// An entry of `[[documents]]` in the settings: the file, and the line of `role` in it, from 1.
    Settings(PathBuf, usize),
    /// What the editor or the command line was told.
    Outside,
    /// Nobody: it is a draft.
    Nobody,
}

impl Project {
    /// The role that [`Project::document_in`] gives a document of this markup, and who says it; `head` is the beginning of
    /// its text.
    pub fn role_said(&self, format: Format, path: &Path, head: &str) -> RoleSaid {
        RoleSaid {
            role: self.document_in(format, path, head).role,
            by: self.role_by(format, path, head),
        }
    }

    fn role_by(&self, format: Format, path: &Path, head: &str) -> RoleBy {
        if Head::read(format, head).role.is_some() {
            RoleBy::FrontMatter
        } else if let Some(said) = self.role_in_settings(path) {
            said
        } else if self.rule(path).role.is_some() {
            RoleBy::Outside
        } else {
            RoleBy::Nobody
        }
    }

    /// The last entry of `onomast.toml` that fits a document and states a role.
    fn role_in_settings(&self, path: &Path) -> Option<RoleBy> {
        let file = self.settings_file.as_ref()?;
        let path = self.inside(path)?;
        let (table, _) = DeTable::parse_recoverable(&file.text);
        let DeValue::Array(entries) = table.get_ref().get("documents")?.get_ref() else {
            return None;
        };
        let role = entries.iter().rev().find_map(|entry| {
            let rule = DocumentRule::read(entry, "documents", &mut Vec::new())?;
            let DeValue::Table(entry) = entry.get_ref() else {
                return None;
            };
            let states = rule.role.is_some() && fits(&compile(&rule.files), &path);
            entry.get("role").filter(|_| states).map(|role| role.span().start)
        })?;
        Some(RoleBy::Settings(file.path.clone(), line_column(&file.text, role).0))
    }
}

/// Whose words a document holds, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSaid {
    /// The role.
    pub role: Role,
    /// Who says it.
    pub by: RoleBy,
}
