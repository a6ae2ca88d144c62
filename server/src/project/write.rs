//! Writing files: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Puts other bytes in the place of a file that is there, and keeps its permissions. A link stays a link: what it leads to
/// is replaced. Fails, and changes nothing, where the folder cannot be written.
pub fn replace_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = std::fs::canonicalize(path)?;
    let mut file = beside(&path)?;
    file.write_all(bytes)?;
    file.as_file()
        .set_permissions(std::fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a file, or puts it in the place of one that is there.
pub fn create_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return replace_whole(path, bytes);
    }
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    let mut file = beside(path)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file without a name yet, in the folder of another: to rename over it is then one step.
fn beside(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
}
