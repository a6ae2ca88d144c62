//! `suffix`: a Turkish suffix does not suit the name before it: it is against harmony, has d for t or t for d, or lacks or
//! has a joining letter, or a blank stands behind its apostrophe.
//!
//! Only where the pronunciation is known: from letters that Turkish alone has, from a title (Bey’de), from what the
//! gazetteer states (`harmony`, `reading`), and for the Turkish name of a place, which is read as it is written (Paris’te)
//! unless a vowel in it may be silent or weak (Denver, Baltimore). Never behind a bracket or a footnote mark. Whether names
//! take an apostrophe is said only where `suffix.apostrophe` is set.
//!
//! Why: An ending of the name that stood there before an edit remains, and the suffix shows what was meant; readers
//! stumble over it.
//!
//! Russian: Only in Turkish paragraphs: «в Ankara’ya» is left alone.
//!
//! Turkish: “Çiçerin’nin telgrafı”: Çiçerin’in. “Ankara’ da kaldı”: Ankara’da.

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::{SuffixFault, SuffixFaultKind, suffix_fault};

use super::{Context, Draft};
use crate::features::finding::Proposal;
use crate::features::on_one_line;

pub(super) fn find(context: &Context<'_>, mention: &Mention) -> Option<Draft> {
    let view = context.view;
    let wanted = view.project.settings.suffix.apostrophe;
    let fault = suffix_fault(view.analysis, mention, view.text, wanted)?;
    let name = on_one_line(&view.text.slice(mention.range.clone()));
    Some(Draft {
        message: message(context, &fault, name),
        spelling: mention.candidates.first().map(|candidate| candidate.spelling),
        range: Some(mention.range.start..fault.range.end),
        proposals: proposals(context, &fault),
        ..Draft::default()
    })
}

fn message(context: &Context<'_>, fault: &SuffixFault, name: String) -> String {
    let written = on_one_line(&context.view.text.slice(fault.range.clone()));
    let right: Vec<String> = fault.corrections.iter().map(|suffix| format!("-{suffix}")).collect();
    let key = match fault.kind {
        SuffixFaultKind::Sound => "finding-suffix-sound",
        SuffixFaultKind::Blank => "finding-suffix-blank",
        SuffixFaultKind::NoApostrophe => "finding-suffix-no-apostrophe",
        SuffixFaultKind::Apostrophe => "finding-suffix-apostrophe",
    };
    let values = [
        ("name", name.into()),
        ("written", written.into()),
        ("right", right.join(", ").into()),
    ];
    context.messages.text(key, &values)
}

fn proposals(context: &Context<'_>, fault: &SuffixFault) -> Vec<Proposal> {
    let proposal = |text: &String| context.proposal(&fault.range, text);
    fault.corrections.iter().filter_map(proposal).collect()
}
