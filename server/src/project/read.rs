//! Reading files, each with a bound: no file, however large or odd, may take the memory or hang the program.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The longest file that is read, in bytes: a hundred times the longest book.
pub const LONGEST: u64 = 256 * 1024 * 1024;

/// The bytes of a file that a project is made of. A project can name any path, so what is no regular file (a pipe
/// without a writer, a device without an end) is refused before it is opened.
pub fn project_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
    }
    document(path)
}

/// The bytes of a document that a person named. Pipes are welcome here: `onomast check <(git show HEAD:notes.md)`.
pub fn document(path: &Path) -> io::Result<Vec<u8>> {
    at_most(File::open(path)?, LONGEST)
}

/// Whether anything stands at a path, readable or not.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Why a file cannot be read or written: a word that [`crate::message::Messages::reason`] knows, else the system’s own words.
pub fn why(error: &io::Error) -> String {
    let word = match error.kind() {
        io::ErrorKind::NotFound => "not-found",
        io::ErrorKind::PermissionDenied => "not-allowed",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::InvalidInput => "no-file",
        io::ErrorKind::InvalidData => NOT_UTF_8,
        io::ErrorKind::FileTooLarge => "too-long",
        io::ErrorKind::StorageFull => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => return error.to_string(),
    };
    word.to_owned()
}

/// The word for a text that cannot be decoded.
pub const NOT_UTF_8: &str = "not-utf-8";

fn at_most(input: impl Read, longest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = input.take(longest + 1).read_to_end(&mut bytes)?;
    if read as u64 > longest {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("longer than {longest} bytes"),
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_refused() {
        assert_eq!(at_most(&b"12345"[..], 5).unwrap(), b"12345");
        let error = at_most(io::repeat(b'x'), 5).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn what_is_no_file_is_no_project_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(project_file(folder.path()).is_err());
        assert!(project_file(&folder.path().join("none")).is_err());
        if Path::new("/dev/zero").exists() {
            assert!(project_file(Path::new("/dev/zero")).is_err());
        }
    }
}
