//! Which gazetteers a project uses, and how their files are read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use onomast_gazetteer::gazetteer::Source;
use onomast_gazetteer::load::{self, Loaded, Problem, Provider};
use onomast_gazetteer::{Gazetteer, builtin};

use super::encoding::decode;
use super::read::{NOT_UTF_8, project_file, why};
use super::root::{self, GAZETTEER_SUFFIX, absolute, files_ending};

/// The word that stands for the built-in gazetteer.
pub const BUILTIN: &str = "builtin";

/// Texts of files as an editor has them, by absolute path; they hold instead of what is on disk.
pub type Unsaved = BTreeMap<PathBuf, Arc<str>>;

/// The gazetteer files of a project and who named them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Who named them.
    pub by: ChosenBy,
    /// The files, absolute. None: the built-in gazetteer.
    pub files: Vec<PathBuf>,
}

/// The file that is made for names of a project that has none.
pub const NEW_NAMES: &str = "names.gazetteer.json";

/// Who named the gazetteers, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    /// `--gazetteer`
    CommandLine,
    /// `gazetteers` in `onomast.toml`
    SettingsFile,
    /// The editor's settings.
    Editor,
    /// They stand in the root.
    Root,
    /// Nobody: the built-in gazetteer.
    Nobody,
}

/// Looks the gazetteers up: those named, strongest first, else those in the root, else none. `known` were gazetteers when
/// last looked at.
pub fn choose(root: &Path, named: &[(ChosenBy, Option<&Vec<String>>)], unsaved: &Unsaved, known: &[PathBuf]) -> Choice {
    let look = Look { unsaved, known };
    for (by, names) in named {
        if let Some(names) = names {
            let files = names.iter().filter(|name| *name != BUILTIN);
            let files = files
                .flat_map(|name| look.expand(&absolute(&root.join(name))))
                .collect();
            return Choice { by: *by, files };
        }
    }
    let mut files = files_ending(root, GAZETTEER_SUFFIX);
    files.extend(files_ending(&root.join("gazetteer"), ".json"));
    files.retain(|file| look.is_gazetteer(file));
    let by = if files.is_empty() {
        ChosenBy::Nobody
    } else {
        ChosenBy::Root
    };
    Choice { by, files }
}

/// What a gazetteer file may extend, as it is written there: the built-in one, and the other files that are in force and
/// do not rest on this one.
pub fn bases(gazetteer: &Gazetteer, path: &Path) -> Vec<String> {
    let folder = path.parent().unwrap_or(path);
    let files = gazetteer.sources().iter().filter(|source| !source.builtin);
    let others = files.filter(|source| !rests_on(gazetteer, source, path));
    let mut others: Vec<String> = others
        .map(|source| root::relative(Path::new(&source.name), folder))
        .collect();
    others.sort();
    std::iter::once(BUILTIN.to_owned()).chain(others).collect()
}

/// Whether a source is this file, or extends it in the end.
fn rests_on(gazetteer: &Gazetteer, source: &Source, path: &Path) -> bool {
    let below = |source: &&Source| gazetteer.sources().get(source.below? as usize);
    let mut chain = std::iter::successors(Some(source), below);
    chain.any(|source| Path::new(&source.name) == path)
}

/// Texts of sources by the name that the gazetteer has for them.
pub type Texts = BTreeMap<String, Arc<str>>;

/// What loading gave.
#[derive(Debug)]
pub struct Loading {
    /// The gazetteer.
    pub gazetteer: Arc<Gazetteer>,
    /// What is wrong with its sources.
    pub problems: Vec<Problem>,
    /// The texts that were read, those that do not parse included.
    pub texts: Texts,
}

/// What was loaded last.
#[derive(Debug, Clone, Copy)]
pub struct Last<'a> {
    /// The files.
    pub files: &'a [PathBuf],
    /// What they gave.
    pub gazetteer: &'a Arc<Gazetteer>,
    /// What was wrong with them.
    pub problems: &'a [Problem],
    /// What they said.
    pub texts: &'a Texts,
}

/// Loads the files. Of a file that does not parse, the text that `last` has of it stays in force; where nothing has
/// changed, `last` does as a whole, so that what was read with it need not be read again.
pub fn load_files(files: &[PathBuf], unsaved: &Unsaved, last: Option<Last<'_>>) -> Loading {
    if let Some(last) = last.filter(|last| last.is_still_so(files, unsaved)) {
        return Loading {
            gazetteer: last.gazetteer.clone(),
            problems: last.problems.to_vec(),
            texts: last.texts.clone(),
        };
    }
    let last = last.map(|last| &**last.gazetteer);
    if files.is_empty() {
        return Loading {
            gazetteer: builtin::gazetteer(),
            problems: Vec::new(),
            texts: Texts::new(),
        };
    }
    let names: Vec<String> = files.iter().map(|file| name_of(file)).collect();
    let files = Files::new(unsaved);
    let Loaded { gazetteer, problems } = load::load(&files, &names);
    let (instead, texts) = (
        last.map(|last| kept(last, &problems)).unwrap_or_default(),
        files.into_texts(),
    );
    if instead.is_empty() {
        return Loading {
            gazetteer: Arc::new(gazetteer),
            problems,
            texts,
        };
    }
    let again = load::load(
        &Files {
            instead: &instead,
            ..Files::new(unsaved)
        },
        &names,
    );
    let broken = |problem: &Problem| instead.contains_key(&problem.source);
    let found = problems.into_iter().filter(broken);
    let rest = again.problems.into_iter().filter(|problem| !broken(problem));
    Loading {
        gazetteer: Arc::new(again.gazetteer),
        problems: found.chain(rest).collect(),
        texts,
    }
}

impl Last<'_> {
    /// Whether the same files say the same. One that could not be read may be there now.
    fn is_still_so(&self, files: &[PathBuf], unsaved: &Unsaved) -> bool {
        let names = files.iter().map(|file| name_of(file));
        let mut texts = self.texts.iter();
        self.files == files
            && names.into_iter().all(|name| self.texts.contains_key(&name))
            && !self
                .problems
                .iter()
                .any(|problem| problem.code == load::Code::Unreadable)
            && texts.all(|(name, text)| read(Path::new(name), unsaved).is_ok_and(|now| now == **text))
    }
}

/// Tells gazetteers from other JSON.
struct Look<'a> {
    unsaved: &'a Unsaved,
    known: &'a [PathBuf],
}

impl Look<'_> {
    /// A folder stands for the gazetteers in it; anything else for itself, there or not.
    fn expand(&self, path: &Path) -> Vec<PathBuf> {
        if !path.is_dir() {
            return vec![path.to_owned()];
        }
        let mut files = files_ending(path, ".json");
        files.retain(|file| self.is_gazetteer(file));
        files
    }

    /// Other JSON is passed over; a file that cannot be read is not, so that somebody hears of it. Nor is one that was a
    /// gazetteer and is no JSON now: somebody is at its first lines, or half of it is written.
    fn is_gazetteer(&self, file: &Path) -> bool {
        let known = || self.known.iter().any(|known| known == file);
        read(file, self.unsaved).map_or(true, |text| load::is_gazetteer(&text) || (known() && !is_json(&text)))
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// The texts in force of the files that no longer parse.
fn kept(last: &Gazetteer, problems: &[Problem]) -> Texts {
    let broken = |name: &str| {
        problems
            .iter()
            .any(|problem| problem.code == load::Code::Syntax && problem.source == name)
    };
    let sources = last
        .sources()
        .iter()
        .filter(|source| !source.builtin && broken(&source.name));
    sources
        .map(|source| (source.name.clone(), source.text.clone()))
        .collect()
}

/// The file system, with texts that hold instead of what is on it.
struct Files<'a> {
    unsaved: &'a Unsaved,
    instead: &'a Texts,
    read: Mutex<Texts>,
}

impl<'a> Files<'a> {
    fn new(unsaved: &'a Unsaved) -> Files<'a> {
        static NONE: Texts = Texts::new();
        Files {
            unsaved,
            instead: &NONE,
            read: Mutex::default(),
        }
    }

    fn into_texts(self) -> Texts {
        self.read.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Provider for Files<'_> {
    fn read(&self, name: &str) -> Result<String, String> {
        if let Some(text) = self.instead.get(name) {
            return Ok(text.to_string());
        }
        let text = read(Path::new(name), self.unsaved)?;
        let mut texts = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        texts.insert(name.to_owned(), text.as_str().into());
        Ok(text)
    }

    /// Relative to the file that extends, and always the same for the same file, so that circles are seen.
    fn resolve(&self, from: &str, extends: &str) -> String {
        let folder = Path::new(from).parent().unwrap_or(Path::new(""));
        name_of(&root::absolute(&folder.join(extends)))
    }
}

fn name_of(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

fn read(file: &Path, unsaved: &Unsaved) -> Result<String, String> {
    if let Some(text) = unsaved.get(file) {
        return Ok(text.to_string());
    }
    let bytes = project_file(file).map_err(|error| why(&error))?;
    decode(&bytes, None).ok_or_else(|| NOT_UTF_8.to_owned())
}
