//! `onomast.server.status`: what is in force, and where it came from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::TextDocumentIdentifier;

use crate::features::diagnostics::settings_message;
use crate::features::status::{self, SourceStatus};
use crate::lsp::document::Document;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{builtin, uri};
use crate::message::Messages;
use crate::project::{ChosenBy, Level, Project, read};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Argument {
    text_document: Option<TextDocumentIdentifier>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    version: &'static str,
    locale: &'static str,
    position_encoding: String,
    root: Root,
    settings: Option<File>,
    editor: Editor,
    severities: Vec<Severity>,
    gazetteer: Gazetteer,
    decisions: Option<Decisions>,
    document: Option<OfDocument>,
    text: String,
}

#[derive(Debug, Serialize)]
struct Root {
    uri: Option<String>,
    declared: bool,
}

#[derive(Debug, Serialize)]
struct File {
    uri: Option<String>,
    problems: usize,
}

#[derive(Debug, Serialize)]
struct Editor {
    problems: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Severity {
    code: &'static str,
    severity: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Gazetteer {
    title: String,
    chosen_by: &'static str,
    entities: usize,
    spellings: usize,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize)]
struct Source {
    name: String,
    uri: Option<String>,
    builtin: bool,
    read: bool,
    entities: usize,
    problems: usize,
}

#[derive(Debug, Serialize)]
struct Decisions {
    uri: Option<String>,
    count: usize,
    problems: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OfDocument {
    uri: String,
    version: i32,
    role: &'static str,
    format: &'static str,
    language: Option<String>,
    date: Option<String>,
    style: Option<String>,
    in_step: bool,
    too_long: bool,
    mentions: usize,
    scanned: usize,
}

pub(super) fn run(shared: &Shared, snapshot: &Snapshot, argument: Argument) -> Option<Status> {
    let path = argument
        .text_document
        .map(|document| uri::to_path(document.uri.as_str()));
    let document = path.as_deref().and_then(|path| snapshot.document(path));
    let project = match document {
        Some(document) if !snapshot.is_of_project(document) => snapshot.projects().of(&document.path),
        // What is no file belongs to the first workspace folder.
        _ => snapshot
            .projects()
            .made_of(path.as_deref().unwrap_or(Path::new("untitled"))),
    };
    let cache = shared.options.cache.as_deref();
    let locale = snapshot.locale();
    let decisions = project.decisions.as_ref().map(|file| Decisions {
        uri: address(&file.path),
        count: file.decisions.len(),
        problems: file.problems.len(),
    });
    let messages = Messages::of(locale);
    let problems = snapshot.settings.problems.iter();
    let problems: Vec<String> = problems.map(|problem| settings_message(problem, messages)).collect();
    let mut lines = status::status_lines(&project, messages, &project.root);
    let said = |problem: &String| messages.text("log-settings", &[("problem", problem.as_str().into())]);
    lines.extend(problems.iter().map(said));
    Some(Status {
        version: env!("CARGO_PKG_VERSION"),
        locale: locale.tag(),
        position_encoding: snapshot.client.encoding.to_lsp().as_str().to_owned(),
        root: Root {
            uri: address(&project.root),
            declared: project.declared,
        },
        settings: project.settings_file.as_ref().map(|file| File {
            uri: address(&file.path),
            problems: file.problems.len(),
        }),
        editor: Editor { problems },
        severities: severities(&project),
        gazetteer: gazetteer(&project, cache),
        decisions,
        document: document.map(|document| of_document(snapshot, document)),
        text: lines.join("\n"),
    })
}

fn severities(project: &Project) -> Vec<Severity> {
    let changed = project.settings.severity.iter();
    let to_lsp = |(code, level): (&crate::features::finding::Code, &Level)| Severity {
        code: code.as_str(),
        severity: match level {
            Level::At(severity) => severity.as_str(),
            Level::Off => "off",
        },
    };
    changed.map(to_lsp).collect()
}

fn gazetteer(project: &Arc<Project>, cache: Option<&Path>) -> Gazetteer {
    let tables = project.gazetteer.tables();
    let in_force = project.gazetteer.sources();
    let to_lsp = |source: SourceStatus| {
        let known = in_force.iter().find(|known| known.name == source.name);
        let path = match known {
            Some(known) => {
                builtin::path_of(project, known, cache).filter(|path| !known.builtin || read::is_there(path))
            }
            None => Some(PathBuf::from(&source.name)),
        };
        Source {
            uri: path.as_deref().and_then(address),
            name: source.name,
            builtin: source.builtin,
            read: source.read,
            entities: source.entities,
            problems: source.problems,
        }
    };
    Gazetteer {
        title: project.gazetteer.title().to_owned(),
        chosen_by: match project.choice.by {
            ChosenBy::CommandLine => "command-line",
            ChosenBy::SettingsFile => "settings",
            ChosenBy::Editor => "editor",
            ChosenBy::Root => "root",
            ChosenBy::Nobody => "nobody",
        },
        entities: tables.entities.len(),
        spellings: tables.spellings.len(),
        sources: status::sources(project).into_iter().map(to_lsp).collect(),
    }
}

fn of_document(snapshot: &Snapshot, document: &Document) -> OfDocument {
    let settings = document.settings(&snapshot.projects().of(&document.path));
    let open = snapshot.read(document);
    OfDocument {
        uri: document.uri.clone(),
        version: document.version,
        role: settings.role.as_str(),
        format: settings.facts.format.as_str(),
        language: settings.facts.language.as_ref().map(ToString::to_string),
        date: settings.facts.date.map(|date| date.to_string()),
        style: settings.style,
        in_step: document.in_step,
        too_long: document.is_longer_than(snapshot.longest),
        mentions: open.as_ref().map_or(0, |open| open.reading.analysis.mentions().count()),
        scanned: open.map_or(0, |open| open.reading.analysis.scanned()),
    }
}

fn address(path: &Path) -> Option<String> {
    uri::from_path(path).map(|uri| uri.as_str().to_owned())
}
