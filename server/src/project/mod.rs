//! A project: a root, its settings, one gazetteer with what it extends.
//!
//! This is the only part of the server that looks for files of the project; what it found is a [`Project`], which is
//! never changed, only replaced.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::prose::Format;
use onomast_gazetteer::{Gazetteer, Language, Text, load::Problem};

use crate::features::finding::{Code, Severity};
use crate::message::{Locale, Messages};

pub mod baseline;
pub mod decisions;
pub mod encoding;
mod front_matter;
mod head;
pub mod listed;
mod members;
pub mod read;
pub mod remembered;
pub mod role;
pub mod root;
pub mod settings;
pub mod sources;
#[cfg(test)]
mod tests;
pub mod text_file;
pub mod value;
pub mod walk;
pub mod write;

pub use baseline::{BaselineFile, Known};
pub use decisions::{Decision, DecisionsFile, Placed, Verdict};
pub use encoding::{Decoded, Encoding, decode, decode_or_guess, misread};
pub use head::{HEAD, Head};
pub use members::Fault;
pub use role::{RoleBy, RoleSaid};
pub use settings::{DocumentRule, Enable, Level, Settings, styles_named};
pub use sources::{Choice, ChosenBy, Texts, Unsaved};
pub use text_file::{ContentHash, TextFile, Unread};
pub use value::{SettingsProblem, SettingsProblemKind};

/// A root, its settings and its gazetteer. Never changed, only replaced.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder.
    pub root: PathBuf,
    /// Whether a project file stands there (`onomast.toml` or a gazetteer).
    pub declared: bool,
    /// The gazetteer in force.
    pub gazetteer: Arc<Gazetteer>,
    /// What is wrong with its sources.
    pub problems: Arc<[Problem]>,
    /// The texts of its sources as the problems see them, by name.
    pub texts: Arc<Texts>,
    /// The gazetteer files, and who named them.
    pub choice: Choice,
    /// The settings in force.
    pub settings: Arc<Settings>,
    /// `onomast.toml`, where there is one.
    pub settings_file: Option<Arc<SettingsFile>>,
    /// What people decided about single places.
    pub decisions: Option<Arc<DecisionsFile>>,
    /// The findings that are known, where the settings name a file of them that is there.
    pub baseline: Option<Arc<BaselineFile>>,
    /// The language of messages.
    pub locale: Locale,
    layers: Arc<Layers>,
    patterns: Arc<Patterns>,
}

/// `onomast.toml` as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFile {
    /// Where it stands.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// What is wrong in it.
    pub problems: Vec<SettingsProblem>,
}

/// What is said from outside of the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layers {
    /// The editor's settings; `onomast.toml` overrides them.
    pub editor: Settings,
    /// The command line's; they override `onomast.toml`.
    pub command_line: Settings,
    /// The language of every document, whatever anything else says of it.
    pub language: Option<Language>,
    /// The house style of every document.
    pub style: Option<String>,
    /// The language of messages; `None`: that of the system.
    pub locale: Option<Locale>,
}

impl Ignored {
    /// Whether it takes a finding away.
    pub fn fits(&self, code: Code, entity: Option<&str>) -> bool {
        self.code.is_none_or(|own| own == code) && (self.entity.is_none() || self.entity.as_deref() == entity)
    }
}

/// What the settings, the front matter and the path say of one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentSettings {
    /// Whose words it holds.
    pub role: Role,
    /// What the analysis needs.
    pub facts: Facts,
    /// The house style it follows.
    pub style: Option<String>,
    /// The entries of `[[ignore]]` that fit its path.
    pub ignored: Vec<Ignored>,
    /// Its findings that are known and not reported.
    pub known: Arc<[Known]>,
}

/// Findings that are not wanted in a document: of this code and this entity, where they are given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The code.
    pub code: Option<Code>,
    /// Id of the entity.
    pub entity: Option<String>,
}

/// Whose words a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// The user's own.
    #[default]
    Draft,
    /// Somebody else's: only misprints are reported, nothing is changed in bulk.
    Source,
    /// An edited source: as `Source`.
    Edition,
    /// Not looked at.
    Ignore,
}

impl Role {
    /// The word that stands for it everywhere.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Draft => "draft",
            Role::Source => "source",
            Role::Edition => "edition",
            Role::Ignore => "ignore",
        }
    }
}

impl Project {
    /// Finds and loads the project of a file or folder. `workspace` is the folder an editor opened.
    pub fn discover(path: &Path, workspace: Option<&Path>) -> Project {
        Project::open(root::find(path, workspace), Arc::default(), &Unsaved::new())
    }

    /// Loads the project of a root. `unsaved` holds instead of what is on disk.
    pub fn open(root: root::Root, layers: Arc<Layers>, unsaved: &Unsaved) -> Project {
        Project::load(root, layers, unsaved, None)
    }

    /// The same project, read again, perhaps with something else said from outside. Of a gazetteer that does not parse,
    /// the last good version stays in force; its problems are those of the new one.
    pub fn reload(&self, layers: Arc<Layers>, unsaved: &Unsaved) -> Project {
        let declared = root::declares(&self.root);
        let root = root::Root {
            folder: self.root.clone(),
            declared,
        };
        Project::load(root, layers, unsaved, Some(self))
    }

    /// What is known of a document before its text is analysed: settings by path, then front matter of `head`, the
    /// beginning of its text. `lang` of the command line is stronger than both.
    pub fn document(&self, path: &Path, head: &str) -> DocumentSettings {
        self.document_in(format_of(path), path, head)
    }

    /// The same where the markup is known from elsewhere than the path.
    pub fn document_in(&self, format: Format, path: &Path, head: &str) -> DocumentSettings {
        let rule = self.rule(path);
        let head = Head::read(format, head);
        DocumentSettings {
            role: head.role.or(rule.role).unwrap_or_default(),
            facts: Facts {
                format,
                language: self.layers.language.clone().or(head.lang).or(rule.lang),
                date: head.date.or(rule.date),
            },
            style: (self.layers.style.clone())
                .or(head.style.map(|(style, _)| style))
                .or(rule.style),
            ignored: self.ignored(path),
            known: self.known_about(path),
        }
    }

    /// What people decided about places of a document, each with its place in the text.
    pub fn decisions_about(&self, path: &Path, text: &dyn Text) -> Vec<Placed> {
        let (Some(file), Some(path)) = (&self.decisions, self.inside(path)) else {
            return Vec::new();
        };
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        file.about(&parts.join("/"), text)
    }

    /// The findings of a file that are known and not reported.
    pub fn known_about(&self, path: &Path) -> Arc<[Known]> {
        let known = |file: &Arc<BaselineFile>| Some(file.about(&self.inside(path)?));
        self.baseline.as_ref().and_then(known).unwrap_or_default()
    }

    /// The encoding that the settings state of a document.
    pub fn encoding(&self, path: &Path) -> Option<Encoding> {
        self.rule(path).encoding
    }

    /// How grave a finding is that by itself would be `severity`; `None`: not reported.
    pub fn severity(&self, code: Code, severity: Severity) -> Option<Severity> {
        match self.settings.severity.get(&code) {
            Some(Level::Off) => None,
            Some(Level::At(severity)) => Some(*severity),
            None => Some(severity),
        }
    }

    /// The text of a gazetteer source as its problems see it; empty for one that could not be read.
    pub fn source_text(&self, name: &str) -> Arc<str> {
        let in_force = || self.gazetteer.sources().iter().find(|source| source.name == name);
        match self.texts.get(name) {
            Some(text) => text.clone(),
            None => in_force().map_or_else(|| "".into(), |source| source.text.clone()),
        }
    }

    /// The file of known findings that the settings name, there or not.
    pub fn baseline_path(&self) -> Option<PathBuf> {
        let named = self.settings.baseline.as_ref()?;
        Some(root::absolute(&self.root.join(named)))
    }

    /// The files that it is made of besides texts, there or not: settings, decisions, known findings, gazetteers.
    pub fn made_of(&self) -> BTreeSet<PathBuf> {
        let own = [root::SETTINGS_FILE, decisions::DECISIONS_FILE].map(|name| self.root.join(name));
        let sources = self.texts.keys().map(PathBuf::from);
        own.into_iter()
            .chain(self.baseline_path())
            .chain(self.choice.files.iter().cloned())
            .chain(sources)
            .collect()
    }

    /// Whether an editor is to show more than findings and answers: tokens, hints, lenses (`enable`).
    pub fn decorates(&self) -> bool {
        self.declared || self.settings.enable.unwrap_or_default() == Enable::Always
    }

    /// Whether nobody has said where names are to be marked, and this is no project.
    pub fn may_ask_where(&self) -> bool {
        !self.declared && self.settings.enable.is_none()
    }

    /// The gazetteer files of which the last good text is in force, or none, because they do not parse now.
    pub fn broken(&self) -> BTreeSet<PathBuf> {
        let broken = |problem: &&Problem| problem.code == onomast_gazetteer::load::Code::Syntax;
        let sources = self.problems.iter().filter(broken);
        sources.map(|problem| PathBuf::from(&problem.source)).collect()
    }

    /// The catalogue of its messages.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.locale)
    }

    /// Whether `other` reads every text as this one does, decisions aside: what was read for one holds for the other.
    pub fn reads_as(&self, other: &Project) -> bool {
        Arc::ptr_eq(&self.gazetteer, &other.gazetteer)
            && self.root == other.root
            && self.settings.documents == other.settings.documents
            && self.layers.language == other.layers.language
    }

    /// Whether `other` finds in a text what this one does, decisions and known findings aside.
    pub fn judges_as(&self, other: &Project) -> bool {
        self.reads_as(other)
            && self.settings == other.settings
            && self.layers == other.layers
            && self.locale == other.locale
    }

    /// The documents about which something else is decided in `other`.
    pub fn decided_otherwise(&self, other: &Project) -> BTreeSet<PathBuf> {
        let decisions = |project: &Project| -> Vec<Arc<Decision>> {
            project
                .decisions
                .as_ref()
                .map(|file| file.decisions.clone())
                .unwrap_or_default()
        };
        let (here, there) = (decisions(self), decisions(other));
        let only_in = |one: &[Arc<Decision>], other: &[Arc<Decision>]| -> Vec<PathBuf> {
            let said: HashSet<_> = other.iter().map(|decision| decision.said()).collect();
            let others = one.iter().filter(|decision| !said.contains(&decision.said()));
            others.map(|decision| self.root.join(&decision.document)).collect()
        };
        let changed = only_in(&here, &there).into_iter();
        changed.chain(only_in(&there, &here)).collect()
    }

    /// What was said from outside of the project.
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    fn load(root: root::Root, layers: Arc<Layers>, unsaved: &Unsaved, last: Option<&Project>) -> Project {
        let root::Root { folder, declared } = root;
        let (file, own) = settings_file(&folder, unsaved);
        let named = [
            (ChosenBy::CommandLine, layers.command_line.gazetteers.as_ref()),
            (ChosenBy::SettingsFile, own.gazetteers.as_ref()),
            (ChosenBy::Editor, layers.editor.gazetteers.as_ref()),
        ];
        let known = last.map_or(&[][..], |last| &last.choice.files);
        let choice = sources::choose(&folder, &named, unsaved, known);
        let sources::Loading {
            gazetteer,
            problems,
            texts,
        } = sources::load_files(&choice.files, unsaved, last.map(Project::sources));
        let settings = layers.command_line.clone().over(own.over(layers.editor.clone()));
        let decisions = DecisionsFile::open(&folder, unsaved).map(Arc::new);
        let baseline = settings.baseline.as_ref();
        let baseline = baseline.map(|file| root::absolute(&folder.join(file)));
        let baseline = baseline
            .and_then(|path| BaselineFile::open(path, unsaved))
            .map(Arc::new);
        Project {
            declared,
            gazetteer,
            problems: problems.into(),
            texts: Arc::new(texts),
            choice,
            settings_file: file.map(Arc::new),
            decisions,
            baseline,
            locale: layers.locale.unwrap_or_else(Locale::of_system),
            patterns: Arc::new(Patterns::new(&settings)),
            settings: Arc::new(settings),
            root: folder,
            layers,
        }
    }

    fn sources(&self) -> sources::Last<'_> {
        sources::Last {
            files: &self.choice.files,
            gazetteer: &self.gazetteer,
            problems: &self.problems,
            texts: &self.texts,
        }
    }

    /// All that the matching entries of `[[documents]]` say, the later over the earlier.
    fn rule(&self, path: &Path) -> DocumentRule {
        let mut sum = DocumentRule::default();
        let Some(path) = self.inside(path) else {
            return sum;
        };
        let rules = self.settings.documents.iter().zip(&self.patterns.documents);
        for (rule, _) in rules.filter(|(_, files)| fits(files, &path)) {
            sum.role = rule.role.or(sum.role);
            sum.lang = rule.lang.clone().or(sum.lang);
            sum.date = rule.date.or(sum.date);
            sum.style = rule.style.clone().or(sum.style);
            sum.encoding = rule.encoding.or(sum.encoding);
        }
        sum
    }

    fn ignored(&self, path: &Path) -> Vec<Ignored> {
        let path = self.inside(path);
        let here = |files: &Gitignore| path.as_deref().is_some_and(|path| fits(files, path));
        let rules = self.settings.ignore.iter().zip(&self.patterns.ignore);
        rules
            .filter(|(rule, files)| match rule.files {
                Some(_) => here(files),
                // An entry that says nothing at all would take away every finding.
                None => rule.code.is_some() || rule.entity.is_some(),
            })
            .map(|(rule, _)| Ignored {
                code: rule.code,
                entity: rule.entity.clone(),
            })
            .collect()
    }

    fn inside(&self, path: &Path) -> Option<PathBuf> {
        root::absolute(path).strip_prefix(&self.root).ok().map(Path::to_owned)
    }
}

/// The markup of a file, by its extension.
pub fn format_of(path: &Path) -> Format {
    let extension = path.extension().map(|extension| extension.to_string_lossy());
    extension
        .and_then(|extension| Format::of_extension(&extension))
        .unwrap_or_default()
}

/// The patterns of the settings, compiled, in their order.
#[derive(Debug)]
struct Patterns {
    documents: Vec<Gitignore>,
    ignore: Vec<Gitignore>,
}

impl Patterns {
    fn new(settings: &Settings) -> Patterns {
        Patterns {
            documents: settings.documents.iter().map(|rule| compile(&rule.files)).collect(),
            ignore: settings
                .ignore
                .iter()
                .map(|rule| compile(rule.files.as_deref().unwrap_or_default()))
                .collect(),
        }
    }
}

/// Patterns are checked where they are read, so none is lost here.
fn compile(patterns: &[settings::Pattern]) -> Gitignore {
    let mut builder = GitignoreBuilder::new("");
    for settings::Pattern(pattern) in patterns {
        let _ = builder.add_line(None, pattern);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

/// `path` from the root. A pattern that names a folder fits all that is in it.
fn fits(patterns: &Gitignore, path: &Path) -> bool {
    !path.has_root() && patterns.matched_path_or_any_parents(path, false).is_ignore()
}

fn settings_file(root: &Path, unsaved: &Unsaved) -> (Option<SettingsFile>, Settings) {
    let path = root.join(root::SETTINGS_FILE);
    let on_disk = || {
        read::project_file(&path)
            .ok()
            .map(|bytes| String::from_utf8_lossy(&bytes).into())
    };
    let Some(text) = unsaved.get(&path).cloned().or_else(on_disk) else {
        return (None, Settings::default());
    };
    let (settings, problems) = Settings::parse(&text);
    (Some(SettingsFile { path, text, problems }), settings)
}
