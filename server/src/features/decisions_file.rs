//! `onomast.decisions.jsonl` as a language: what may be written in a line of it, and the place of a text that a line is
//! about.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use onomast_gazetteer::prose::Zone;

use super::finding::Code;
use super::gazetteer_file::completion::{Completion, Item, Kind, ids};
use super::gazetteer_file::place::place;
use crate::project::decisions::{self, Decision};
use crate::project::{DecisionsFile, Placed, Project};

/// What may be written at a byte of the decisions of a project.
pub fn completion(text: &str, at: usize, project: &Project) -> Option<Completion> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let place = place(text.get(start..)?, at - start)?;
    let typed = start + place.typed.start..start + place.typed.end;
    let key = place.path.first().map_or("", |step| step.key());
    let words = |kind: Kind, words: &[&str]| words.iter().map(|word| ((*word).to_owned(), kind, None)).collect();
    let mut offered: Vec<(String, Kind, Option<String>)> = match (place.path.len(), place.is_key, key) {
        (0, true, _) => words(Kind::Key, decisions::KEYS),
        (1, false, "kind") => words(Kind::Value, decisions::KINDS),
        (1, false, "zone") => words(Kind::Value, &Zone::ALL.map(Zone::as_str)),
        (1, false, "code") => Code::ALL
            .iter()
            .map(|code| (code.as_str().to_owned(), Kind::Value, None))
            .collect(),
        (1, false, "entity") => ids(&project.gazetteer, text.get(typed.clone())?),
        _ => Vec::new(),
    };
    offered.retain(|(label, ..)| !place.is_key || !place.keys.contains(label));
    let item = |(label, kind, detail): (String, Kind, Option<String>)| Item {
        text: match (place.quoted, place.is_key) {
            (true, _) => label.clone(),
            (false, true) => format!("\"{label}\":"),
            (false, false) => format!("\"{label}\""),
        },
        label,
        kind,
        detail,
    };
    let items: Vec<Item> = offered.into_iter().map(item).collect();
    let is_incomplete = items.iter().any(|item| item.kind == Kind::Entity);
    Completion::of(text, at, typed, is_incomplete, items)
}

/// The decision in whose line a byte of the file stands, and the document that it is about.
pub fn decision_at<'a>(project: &'a Project, text: &str, at: usize) -> Option<(&'a Arc<Decision>, PathBuf)> {
    let file: &DecisionsFile = project.decisions.as_deref().filter(|file| *file.text == *text)?;
    let decision = file
        .decisions
        .iter()
        .find(|decision| decision.line.start <= at && at <= decision.line.end)?;
    let parts = decision
        .document
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."));
    Some((decision, parts.fold(project.root.clone(), |path, part| path.join(part))))
}

/// Where the words of a decision stand in the text of its document, for one about the whole file first; `None` where they
/// are gone, or not sure.
pub fn place_of(decision: Arc<Decision>, text: &str) -> Option<Range<usize>> {
    Placed::of(decision, text).places().first().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::fixture;

    fn offered(fixture: &str) -> Vec<String> {
        fixture::offered("", fixture, completion)
    }

    #[test]
    fn keys_kinds_codes_and_ids() {
        let line = r#"{"path":"a.md","quote":"b","before":"","after":"","kind":"ignore","by":"N","on":"2026","#;
        assert_eq!(
            offered(&format!("{line}\n{line}$0")),
            [r#""code":"#, r#""entity":"#, r#""zone":"#]
        );
        assert_eq!(offered(r#"{"entity":"$0"}"#), ["place/ankara"]);
        assert_eq!(offered("{\"path\":\"a\"}\n{\"entity\":$0"), [r#""place/ankara""#]);
        assert!(offered(r#"{"kind":"$0"#).contains(&"not-a-name".to_owned()));
        assert!(offered(r#"{"zone":"$0"#).contains(&"narration".to_owned()));
        assert!(offered(r#"{"code":"$0"#).contains(&"near-miss".to_owned()));
        assert_eq!(offered(r#"{"quote":"$0"#), [""; 0]);
        assert_eq!(offered(r#"{"path":"a"}$0"#), [""; 0]);
    }

    #[test]
    fn a_decision_leads_to_its_words_and_not_out_of_the_project() {
        let folder = tempfile::tempdir().unwrap();
        let line = r#"{"path":"../a.md","quote":"Карс","before":"город ","after":"","kind":"not-a-name"}"#;
        let text = format!("nonsense\n{line}\n");
        std::fs::write(folder.path().join("n.gazetteer.json"), fixture::ANKARA).unwrap();
        std::fs::write(folder.path().join("onomast.decisions.jsonl"), &text).unwrap();
        let project = Project::discover(folder.path(), None);
        assert_eq!(decision_at(&project, &text, 3), None);
        let (decision, path) = decision_at(&project, &text, 20).expect("a decision");
        assert_eq!(path, project.root.join("a.md"));
        let text = "Карс и город Карс";
        assert_eq!(
            place_of(decision.clone(), text).map(|range| range.start),
            text.rfind("Карс")
        );
        assert_eq!(place_of(decision.clone(), "Эрзурум"), None);
    }
}
