//! `textDocument/diagnostic`, and the findings of a document as the protocol has them, pulled or pushed.

use ropey::Rope;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ClientCapabilities, Diagnostic, DiagnosticOptions, DiagnosticRelatedInformation, DiagnosticServerCapabilities,
    DiagnosticSeverity, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, Location, NumberOrString, RelatedFullDocumentDiagnosticReport, ServerCapabilities,
};

use crate::features::finding::{Finding, Related, Severity};
use crate::lsp::document::Document;
use crate::lsp::session::{Open, Shared, Snapshot};
use crate::lsp::{Options, builtin, convert, uri};

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
            workspace_diagnostics: false,
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
    let items = document.map_or_else(Vec::new, |document| diagnostics(&shared.options, snapshot, document));
    let report = RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: None, items },
    };
    Ok(DocumentDiagnosticReport::Full(report).into())
}

/// The findings of a document; none of one whose text cannot be trusted.
pub(in crate::lsp) fn diagnostics(options: &Options, snapshot: &Snapshot, document: &Document) -> Vec<Diagnostic> {
    let Some(open) = snapshot.read(document).filter(|_| snapshot.settings.diagnostics) else {
        return Vec::new();
    };
    let findings = at_most((options.findings)(&open.view()), MOST);
    findings
        .into_iter()
        .map(|finding| to_lsp(finding, &open, snapshot, options))
        .collect()
}

/// The most severe first, if there are too many.
fn at_most(mut findings: Vec<Finding>, most: usize) -> Vec<Finding> {
    if findings.len() <= most {
        return findings;
    }
    findings.sort_by_key(|finding| (finding.severity, finding.range.start));
    let more = findings.split_off(most.saturating_sub(1));
    if let Some(mut last) = more.first().cloned() {
        last.message = format!("{} (+ {})", last.message, more.len() - 1);
        findings.push(last);
    }
    findings
}

fn to_lsp(finding: Finding, open: &Open<'_>, snapshot: &Snapshot, options: &Options) -> Diagnostic {
    let related = finding.related.iter();
    let related: Vec<_> = related
        .filter_map(|related| related_to_lsp(related, open, snapshot, options))
        .collect();
    Diagnostic {
        range: convert::range_to_lsp(&open.document.text.0, &finding.range, snapshot.client.encoding),
        severity: Some(severity_to_lsp(finding.severity)),
        code: Some(NumberOrString::String(finding.code.as_str().to_owned())),
        source: Some("onomast".to_owned()),
        message: finding.message,
        related_information: Some(related).filter(|related| snapshot.client.related && !related.is_empty()),
        ..Diagnostic::default()
    }
}

fn severity_to_lsp(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// A place in the document itself, in another open one, or in a gazetteer. Others are left out: no file is read here.
fn related_to_lsp(
    related: &Related,
    open: &Open<'_>,
    snapshot: &Snapshot,
    options: &Options,
) -> Option<DiagnosticRelatedInformation> {
    let encoding = snapshot.client.encoding;
    let location = match &related.path {
        None => Location {
            uri: open.document.address.clone(),
            range: convert::range_to_lsp(&open.document.text.0, &related.range, encoding),
        },
        Some(path) => match snapshot.document(path) {
            Some(other) => Location {
                uri: other.address.clone(),
                range: convert::range_to_lsp(&other.text.0, &related.range, encoding),
            },
            None => {
                let source = builtin::source_at(&open.reading.project, options.cache.as_deref(), path)?;
                Location {
                    uri: uri::from_path(path)?,
                    range: convert::range_to_lsp(&Rope::from_str(&source.text), &related.range, encoding),
                }
            }
        },
    };
    Some(DiagnosticRelatedInformation {
        location,
        message: related.message.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::finding::Code;

    fn finding(at: usize, severity: Severity) -> Finding {
        Finding {
            code: Code::Misspelling,
            severity,
            range: at..at + 1,
            message: format!("at {at}"),
            entity: None,
            key: None,
            spelling: None,
            related: Vec::new(),
        }
    }

    #[test]
    fn too_many_findings() {
        let findings: Vec<Finding> = (0..7)
            .map(|at| finding(at, if at == 5 { Severity::Error } else { Severity::Hint }))
            .collect();
        let messages = |most| -> Vec<String> {
            at_most(findings.clone(), most)
                .into_iter()
                .map(|finding| finding.message)
                .collect()
        };
        assert_eq!(messages(7).len(), 7);
        assert_eq!(messages(3), ["at 5", "at 0", "at 1 (+ 4)"]);
    }
}
