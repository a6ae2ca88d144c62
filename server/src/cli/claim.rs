//! Files that a command writes where a person says: one more letter typed, and the name is that of a text.

use std::path::Path;

use super::Surroundings;
use super::output::Failure;
use crate::project::read;

/// Fails where something stands at this path that is not of the command's own kind. What is empty is nobody's. `is_own` gets
/// the text without a byte order mark.
pub(super) fn claim(path: &Path, is_own: impl Fn(&str) -> bool, around: Surroundings) -> Result<(), Failure> {
    if std::fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let text = read::project_file(path)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let may = text.is_some_and(|text| text.is_empty() || is_own(text.trim_start_matches('\u{feff}')));
    if may {
        return Ok(());
    }
    let shown = path.display().to_string();
    Err(Failure::Said(around.text("not-overwritten", &[("path", shown.into())])))
}
