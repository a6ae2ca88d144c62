//! `textDocument/diagnostic`, and the findings of a document as the protocol has them, pulled or pushed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ropey::Rope;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::error_codes::SERVER_CANCELLED;
use tower_lsp::ls_types::{
    self, ClientCapabilities, CodeDescription, Diagnostic, DiagnosticOptions, DiagnosticRelatedInformation,
    DiagnosticServerCapabilities, DiagnosticSeverity, DocumentDiagnosticParams, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, Location, NumberOrString,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, ServerCapabilities,
    UnchangedDocumentDiagnosticReport, Uri,
};

use crate::features::View;
use crate::features::diagnostics::{FileFindings, Findings, project_findings_besides};
use crate::features::finding::{Code, Finding, Related, Severity};
use crate::index::Index;
use crate::lsp::document::Document;
use crate::lsp::session::Shared;
use crate::lsp::snapshot::Snapshot;
use crate::lsp::{Options, builtin, convert, uri};
use crate::message::Messages;
use crate::project::{Project, TextFile, read};

/// The page with a section for each code.
const DOCUMENTATION: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/diagnostics.md");
/// So many of a file are sent; the last says how many more there are.
const MOST: usize = 1000;

/// Pulled where the client can, pushed otherwise: one channel a file.
pub(in crate::lsp) fn advertise(client: &ClientCapabilities, server: &mut ServerCapabilities) {
    if client
        .text_document
        .as_ref()
        .is_some_and(|text| text.diagnostic.is_some())
    {
        server.diagnostic_provider = Some(DiagnosticServerCapabilities::Options(DiagnosticOptions {
            identifier: Some("onomast".to_owned()),
            inter_file_dependencies: false,
            workspace_diagnostics: true,
            ..DiagnosticOptions::default()
        }));
    }
}

pub(in crate::lsp) fn handle(
    shared: &Shared,
    snapshot: &Snapshot,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult> {
    let document = snapshot.document(&uri::to_path(params.text_document.uri.as_str()));
    if document.is_some_and(|document| is_overtaken(shared, snapshot, document)) {
        return Err(overtaken());
    }
    let items = document.map_or_else(Vec::new, |document| diagnostics(&shared.options, snapshot, document));
    let Reported { id, items } = Reported::new(items);
    if params.previous_result_id.as_ref() == Some(&id) {
        let report = RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id },
        };
        return Ok(DocumentDiagnosticReport::Unchanged(report).into());
    }
    let report = RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: Some(id),
            items,
        },
    };
    Ok(DocumentDiagnosticReport::Full(report).into())
}

/// Findings, and the id by which the client can say that it has them.
#[derive(Debug, Clone)]
pub(in crate::lsp) struct Reported {
    /// The same for the same findings.
    pub id: String,
    /// The findings.
    pub items: Vec<Diagnostic>,
}

impl Reported {
    /// No findings, as of a file that is gone.
    pub(in crate::lsp) fn none() -> Reported {
        Reported::new(Vec::new())
    }

    fn new(items: Vec<Diagnostic>) -> Reported {
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(&items).unwrap_or_default().hash(&mut hasher);
        Reported {
            id: format!("{:016x}", hasher.finish()),
            items,
        }
    }
}

/// The findings of a text that is not open, read from disk; `None` where it is no text, or gone.
pub(in crate::lsp) fn of_closed_text(
    options: &Options,
    snapshot: &Snapshot,
    project: &Project,
    index: &Index,
    path: &Path,
) -> Option<Reported> {
    let file = TextFile::of(project, path, &read::project_file(path).ok()?).ok()?;
    let view = View {
        index: Some(index),
        ..file.view(project)
    };
    (options.before_findings)(&view);
    let text = Rope::from_str(&file.text);
    let context = Context::new(options, snapshot, project, path, &text);
    Some(Reported::new(context.found_to_lsp(&Findings::new(&view, None))))
}

/// The findings of the files of a project that are no texts, where there are any and the file is not open.
pub(in crate::lsp) fn of_closed_project_files(
    options: &Options,
    snapshot: &Snapshot,
    project: &Project,
) -> Vec<(PathBuf, Reported)> {
    let files = project_findings_besides(project, !snapshot.settings.json_schema).into_iter();
    let closed = files.filter(|file| snapshot.document(&file.path).is_none());
    let reported = |file: FileFindings| {
        let text = Rope::from_str(&file.text);
        let context = Context::new(options, snapshot, project, &file.path, &text);
        let items = context.all_to_lsp(file.findings);
        (file.path.clone(), Reported::new(items))
    };
    closed.map(reported).collect()
}

/// The findings of a document, a text or a file of a project; none of one whose text cannot be trusted.
pub(in crate::lsp) fn diagnostics(options: &Options, snapshot: &Snapshot, document: &Document) -> Vec<Diagnostic> {
    if !snapshot.settings.diagnostics || !document.in_step {
        return Vec::new();
    }
    let text = &document.text.0;
    if snapshot.is_of_project(document) {
        let (project, findings) = of_project_file(snapshot, document);
        Context::new(options, snapshot, &project, &document.path, text).all_to_lsp(findings)
    } else if let Some(open) = snapshot.read(document) {
        let view = open.view();
        let found = open.findings(options, &view);
        let context = Context::new(options, snapshot, &open.reading.project, &document.path, text);
        context.found_to_lsp(&found)
    } else {
        Vec::new()
    }
}

/// The findings in a gazetteer or in the settings, as long as they are those of the text at hand.
fn of_project_file(snapshot: &Snapshot, document: &Document) -> (Arc<Project>, Vec<Finding>) {
    let project = snapshot.projects().made_of(&document.path);
    let mut files = project_findings_besides(&project, !snapshot.settings.json_schema).into_iter();
    let file = files.find(|file| file.path == document.path && document.text.0 == *file.text);
    (project, file.map_or_else(Vec::new, |file| file.findings))
}

/// Whether a file of a project has moved on and its project with it, so that nothing was ever made of the text at hand; or a
/// text while another gazetteer was being loaded, so that all of it would have to be read for an answer that nobody wants.
fn is_overtaken(shared: &Shared, snapshot: &Snapshot, document: &Document) -> bool {
    let projects = snapshot.projects();
    if document.is_to_be_read_anew(projects) {
        let current = shared.session().document(&document.path).cloned();
        return current.is_none_or(|current| current.version != document.version);
    }
    projects.are_made_of(&document.path)
        && !projects.have_read(&document.path, &document.text.0)
        && !shared.session().is_of(snapshot)
}

/// An empty answer would take away what the client shows of the file, until it asks about the text it has now.
fn overtaken() -> Error {
    Error {
        code: ErrorCode::ServerError(SERVER_CANCELLED),
        message: "the file has changed since".into(),
        data: Some(serde_json::json!({ "retriggerRequest": true })),
    }
}

/// The most severe first, if there are too many; the last says how many more there are.
fn at_most(mut findings: Vec<Finding>, most: usize, messages: &Messages) -> Vec<Finding> {
    let more = findings.len().saturating_sub(most);
    if more > 0 {
        findings.sort_by_key(|finding| (finding.severity, finding.range.start));
        findings.truncate(most);
    }
    and_more(findings, more, messages)
}

/// Findings, of which the last says how many more there are.
fn and_more(mut findings: Vec<Finding>, more: usize, messages: &Messages) -> Vec<Finding> {
    if let Some(last) = findings.last_mut().filter(|_| more > 0) {
        let values = [("message", last.message.as_str().into()), ("count", more.into())];
        last.message = messages.text("finding-and-more", &values);
    }
    findings
}

/// What the findings of one document need.
struct Context<'a> {
    snapshot: &'a Snapshot,
    path: &'a Path,
    text: &'a Rope,
    project: &'a Project,
    cache: Option<&'a Path>,
    /// Sources of the gazetteer that evidence was found in, each looked up once.
    elsewhere: RefCell<BTreeMap<PathBuf, Option<(Uri, Rope)>>>,
}

impl<'a> Context<'a> {
    fn new(
        options: &'a Options,
        snapshot: &'a Snapshot,
        project: &'a Project,
        path: &'a Path,
        text: &'a Rope,
    ) -> Context<'a> {
        Context {
            snapshot,
            path,
            text,
            project,
            cache: options.cache.as_deref(),
            elsewhere: RefCell::default(),
        }
    }

    fn all_to_lsp(&self, findings: Vec<Finding>) -> Vec<Diagnostic> {
        let findings = at_most(findings, MOST, self.project.messages()).into_iter();
        findings.map(|finding| self.to_lsp(finding)).collect()
    }

    /// Only those that are sent are put into words.
    fn found_to_lsp(&self, found: &Findings<'_>) -> Vec<Diagnostic> {
        let more = found.count().saturating_sub(MOST);
        let findings = and_more(found.gravest(MOST), more, self.project.messages()).into_iter();
        findings.map(|finding| self.to_lsp(finding)).collect()
    }

    fn to_lsp(&self, finding: Finding) -> Diagnostic {
        let client = &self.snapshot.client;
        let related = finding
            .related
            .iter()
            .filter_map(|related| self.related_to_lsp(related));
        let related: Vec<_> = related.collect();
        Diagnostic {
            range: self.range_to_lsp(self.text, &finding.range),
            severity: Some(severity_to_lsp(finding.severity)),
            code: Some(NumberOrString::String(finding.code.as_str().to_owned())),
            code_description: client.descriptions.then(|| description(finding.code)).flatten(),
            source: Some("onomast".to_owned()),
            message: finding.message,
            related_information: Some(related).filter(|related| client.related && !related.is_empty()),
            ..Diagnostic::default()
        }
    }

    /// A place in the document itself, in another open one, or in a gazetteer. Others are left out: no file is read
    /// here.
    fn related_to_lsp(&self, related: &Related) -> Option<DiagnosticRelatedInformation> {
        let path = related.path.as_deref().unwrap_or(self.path);
        let location = match self.snapshot.document(path) {
            None if path == self.path => Location {
                uri: uri::from_path(path)?,
                range: self.range_to_lsp(self.text, &related.range),
            },
            Some(open) => Location {
                uri: open.address.clone(),
                range: self.range_to_lsp(&open.text.0, &related.range),
            },
            None => {
                let (uri, text) = self.source(path)?;
                Location {
                    uri,
                    range: self.range_to_lsp(&text, &related.range),
                }
            }
        };
        Some(DiagnosticRelatedInformation {
            location,
            message: related.message.clone(),
        })
    }

    fn source(&self, path: &Path) -> Option<(Uri, Rope)> {
        let look_up = || {
            let (file, source) = builtin::source_at(self.project, self.cache, path)?;
            Some((uri::from_path(&file)?, Rope::from_str(&source.text)))
        };
        let mut elsewhere = self.elsewhere.borrow_mut();
        elsewhere.entry(path.to_owned()).or_insert_with(look_up).clone()
    }

    fn range_to_lsp(&self, text: &Rope, range: &Range<usize>) -> ls_types::Range {
        convert::range_to_lsp(text, range, self.snapshot.client.encoding)
    }
}

/// Where the code is explained.
fn description(code: Code) -> Option<CodeDescription> {
    let href = format!("{DOCUMENTATION}#{}", code.as_str()).parse().ok()?;
    Some(CodeDescription { href })
}

fn severity_to_lsp(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Locale;

    fn finding(at: usize, severity: Severity) -> Finding {
        Finding {
            code: Code::Misspelling,
            severity,
            range: at..at + 1,
            message: format!("at {at}"),
            entity: None,
            key: None,
            spelling: None,
            written: None,
            related: Vec::new(),
            proposals: Vec::new(),
        }
    }

    #[test]
    fn too_many_findings() {
        let findings: Vec<Finding> = (0..7)
            .map(|at| finding(at, if at == 5 { Severity::Error } else { Severity::Hint }))
            .collect();
        let messages = |most| -> Vec<String> {
            at_most(findings.clone(), most, Messages::of(Locale::English))
                .into_iter()
                .map(|finding| finding.message)
                .collect()
        };
        assert_eq!(messages(7).len(), 7);
        assert_eq!(messages(3), ["at 5", "at 0", "at 1 (4 more findings are not shown)"]);
    }
}
