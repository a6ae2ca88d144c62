//! Whether Git keeps what a file holds, so that changing it loses nothing. Git itself is not run, and nothing in a
//! repository is: its objects say which contents the last commit has of each file, by their hash.

use std::path::{Path, PathBuf};

use gix_hash::{Kind, ObjectId, hasher};
use gix_object::FindExt as _;
use gix_ref::file::{ReferenceExt as _, Store};

/// Whether Git keeps what a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Kept {
    /// The last commit has exactly this.
    Yes,
    /// It has something else (what is only staged is not committed), or does not know the file, or the repository cannot
    /// be read.
    Changed,
    /// No repository is around the file.
    NoGit,
}

/// Asks the repository around a file about its bytes.
pub(in crate::cli) fn of(path: &Path, bytes: &[u8]) -> Kept {
    let Ok(path) = std::fs::canonicalize(path) else {
        return Kept::Changed;
    };
    let Some((root, git)) = path
        .ancestors()
        .skip(1)
        .find_map(|folder| Some((folder, git_folder(folder)?)))
    else {
        return Kept::NoGit;
    };
    let committed = path.strip_prefix(root).ok().and_then(|path| committed(&git, path));
    match committed {
        Some(id) if blob_ids(bytes).contains(&Some(id)) => Kept::Yes,
        _ => Kept::Changed,
    }
}

/// The folder in which a work tree keeps its own: `.git`, or where a file of that name leads (`git worktree`).
fn git_folder(root: &Path) -> Option<PathBuf> {
    let git = root.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let text = std::fs::read_to_string(&git).ok()?;
    let elsewhere = text.strip_prefix("gitdir:")?.trim();
    Some(root.join(elsewhere))
}

/// The hash of what the last commit of a work tree has of a file.
fn committed(git: &Path, relative: &Path) -> Option<ObjectId> {
    // Work trees share the objects of one repository (<https://git-scm.com/docs/gitrepository-layout>, `commondir`).
    let shared = std::fs::read_to_string(git.join("commondir")).ok();
    let common = shared.map(|shared| git.join(shared.trim()));
    let refs = match &common {
        Some(common) => Store::for_linked_worktree(git.to_owned(), common.clone(), Kind::Sha1),
        None => Store::at(git.to_owned(), Kind::Sha1),
    };
    let objects = gix_odb::at(common.as_deref().unwrap_or(git).join("objects"), Kind::Sha1).ok()?;
    let commit = refs.find("HEAD").ok()?.peel_to_id(&refs, &objects).ok()?;
    let (mut of_commit, mut of_tree, mut of_path) = (Vec::new(), Vec::new(), Vec::new());
    let tree = objects.find_commit(&commit, &mut of_commit).ok()?.tree();
    let tree = objects.find_tree_iter(&tree, &mut of_tree).ok()?;
    let entry = tree.lookup_entry_by_path(&objects, &mut of_path, relative).ok()??;
    Some(entry.oid)
}

/// The hashes that Git may have of bytes: of themselves, and with the ends of lines that it keeps for Windows.
fn blob_ids(bytes: &[u8]) -> [Option<ObjectId>; 2] {
    let plain: Vec<u8> = bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte != b'\r' || bytes.get(at + 1) != Some(&b'\n'))
        .map(|(_, byte)| *byte)
        .collect();
    [blob_id(bytes), blob_id(&plain)]
}

fn blob_id(bytes: &[u8]) -> Option<ObjectId> {
    let mut hash = hasher(Kind::Sha1);
    hash.update(format!("blob {}\0", bytes.len()).as_bytes());
    hash.update(bytes);
    hash.try_finalize().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_a_blob_is_git_s() {
        // `git hash-object` of "hello\n", as every book on Git has it.
        let id = blob_id(b"hello\n").map(|id| id.to_string());
        assert_eq!(id.as_deref(), Some("ce013625030ba8dba906f756967f9e9ca394464a"));
        assert_eq!(blob_ids(b"hello\r\n")[1], blob_id(b"hello\n"));
    }

    #[test]
    fn outside_of_a_repository_git_keeps_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "a").unwrap();
        assert_eq!(of(&path, b"a"), Kept::NoGit);
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(of(&path, b"a"), Kept::Changed, "a repository without a commit");
    }
}
