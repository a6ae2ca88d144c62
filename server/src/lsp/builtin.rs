//! Where the sources of a gazetteer lie, and the built-in one as files that an editor can open: written whole and
//! read-only into the user's cache folder, when a definition asks for it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::gazetteer::Source;

use crate::project::Project;

/// The folder of this program among the user's caches, where the system has such a thing.
pub(super) fn user_cache() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.cache_dir().join("onomast"))
}

/// The file of a source. Of a built-in one it need not be there yet.
pub(super) fn path_of(project: &Project, source: &Source, cache: Option<&Path>) -> Option<PathBuf> {
    if source.builtin {
        return Some(folder(&project.gazetteer, cache?).join(file_name(source)?));
    }
    Some(super::uri::normalize(&project.root.join(&source.name)))
}

/// The source that is named or lies so, and its file, if it is there.
pub(super) fn source_at<'a>(project: &'a Project, cache: Option<&Path>, path: &Path) -> Option<(PathBuf, &'a Source)> {
    let located = |source| Some((path_of(project, source, cache)?, source));
    let mut sources = project.gazetteer.sources().iter().filter_map(located);
    sources
        .find(|(file, source)| file == path || Path::new(&source.name) == path)
        .filter(|(file, source)| !source.builtin || file.exists())
}

/// Writes the built-in sources that are not there, each as a whole or not at all.
pub(super) fn write(gazetteer: &Gazetteer, cache: &Path) -> io::Result<()> {
    let folder = folder(gazetteer, cache);
    fs::create_dir_all(&folder)?;
    for source in gazetteer.sources().iter().filter(|source| source.builtin) {
        if let Some(name) = file_name(source) {
            write_file(&folder, &folder.join(name), source.text.as_bytes())?;
        }
    }
    Ok(())
}

fn write_file(folder: &Path, path: &Path, text: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text)?;
    let mut permissions = file.as_file().metadata()?.permissions();
    permissions.set_readonly(true);
    file.as_file().set_permissions(permissions)?;
    file.persist(path)?;
    Ok(())
}

/// A folder for each content, so that two versions of the program do not overwrite each other's.
fn folder(gazetteer: &Gazetteer, cache: &Path) -> PathBuf {
    let builtin = gazetteer.sources().iter().filter(|source| source.builtin);
    let bytes = builtin.flat_map(|source| source.name.bytes().chain(source.text.bytes()));
    // FNV-1a: stable over releases, which the standard library's hash is not.
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    cache.join(format!("builtin-{hash:016x}"))
}

fn file_name(source: &Source) -> Option<&std::ffi::OsStr> {
    Path::new(&source.name).file_name()
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::gazetteer::Tables;

    use super::*;

    fn gazetteer(text: &str) -> Gazetteer {
        let source = |name: &str, builtin| Source {
            name: name.to_owned(),
            text: text.into(),
            builtin,
            below: None,
        };
        Gazetteer::new(Tables {
            sources: vec![
                source("builtin/persons.json", true),
                source("own.gazetteer.json", false),
            ],
            ..Tables::default()
        })
    }

    #[test]
    fn the_built_in_sources_are_written_once_and_read_only() {
        let cache = tempfile::tempdir().unwrap();
        let first = gazetteer("{}");
        let path = folder(&first, cache.path()).join("persons.json");
        write(&first, cache.path()).unwrap();
        let written = fs::metadata(&path).unwrap();
        assert!(written.permissions().readonly());
        assert_eq!(fs::read_to_string(&path).unwrap(), "{}");
        write(&first, cache.path()).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().modified().unwrap(),
            written.modified().unwrap()
        );
        let files = |folder: &Path| fs::read_dir(folder).unwrap().count();
        assert_eq!(
            files(path.parent().unwrap()),
            1,
            "no source of the user's, nothing temporary"
        );
        write(&gazetteer("{ }"), cache.path()).unwrap();
        assert_eq!(files(cache.path()), 2, "another content, another folder");
    }

    #[test]
    fn no_folder_to_write_to_is_an_error_and_no_more() {
        let cache = tempfile::tempdir().unwrap();
        let file = cache.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(write(&gazetteer("{}"), &file).is_err());
    }
}
