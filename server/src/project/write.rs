//! Writing files: whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Puts other bytes in the place of a file that is there, and keeps its permissions. A link stays a link: what it leads to
/// is replaced. Fails, and changes nothing, where the folder cannot be written.
pub fn replace_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = std::fs::canonicalize(path)?;
    let mut file = beside(&path, false)?;
    file.write_all(bytes)?;
    file.as_file()
        .set_permissions(std::fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Makes a file, with the permissions that the umask gives new files, or puts it in the place of one that is there.
pub fn create_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return replace_whole(path, bytes);
    }
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    let mut file = beside(path, true)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file under a name of its own, in the folder of another: to rename over it is then one step. Nobody else may read it,
/// unless it is a new one.
fn beside(path: &Path, is_new: bool) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    if is_new {
        as_others(&mut builder);
    }
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

/// The system takes from these permissions what the umask says.
#[cfg(unix)]
fn as_others(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn as_others(_: &mut tempfile::Builder<'_, '_>) {}
