//! The rules of the languages in one table, an example or more each: how text becomes names, and which forms names have.
//! What a single word can be stands in the tables of `src/morph/tests`, what is the same spelling in those of
//! `src/consistency/tests`.

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::date::Date;
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

/// Rows `rule, language, names, text, who`: what is found stands in brackets, behind a bar its suffix; of each who it is,
/// or all who fit. Behind the language may stand the date of the text.
#[test]
fn each_rule_is_shown() {
    let mut wrong = Vec::new();
    let rows = include_str!("rules.tsv").lines().filter(|line| !line.starts_with('#'));
    for row in rows {
        let columns: Vec<&str> = row.split('\t').collect();
        let [rule, language, names, drawn, who] = columns.as_slice() else {
            panic!("a row has five columns: {row}");
        };
        let drawn = unescaped(drawn);
        let found = find(language, &by_entity(names), &drawn.replace(['[', ']', '|'], ""));
        if found != (drawn.clone(), (*who).to_owned()) {
            wrong.push(format!("{rule}: {drawn} {who}\n    found: {} {}", found.0, found.1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// In a row the entities stand in one line.
fn by_entity(names: &str) -> String {
    let mut lines = String::new();
    for name in names.split("; ") {
        let is_entity = name.split_once(": ").is_some_and(|(head, _)| head.contains('/'));
        if !lines.is_empty() {
            lines.push_str(if is_entity { "\n" } else { "; " });
        }
        lines.push_str(name);
    }
    lines
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        match behind.strip_prefix("u{").and_then(|code| code.split_once('}')) {
            Some((code, behind)) => {
                plain.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
                rest = behind;
            }
            None => {
                plain.push('\n');
                rest = behind.strip_prefix('n').expect("a line break");
            }
        }
    }
    plain + rest
}

/// The text with what is found in it, and who that is.
fn find(language: &str, names: &str, text: &str) -> (String, String) {
    let gazetteer = gazetteer(names);
    let (language, date) = language.split_once(' ').unwrap_or((language, ""));
    let facts = Facts {
        language: Language::parse(language),
        date: Date::parse(date),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let (mut drawn, mut who) = (String::new(), Vec::new());
    let mut from = 0;
    for mention in analysis.mentions() {
        let suffix = &text[mention.range.end..mention.with_suffix.end];
        let bar = if suffix.is_empty() { "" } else { "|" };
        let before = &text[from..mention.range.start];
        drawn += &format!("{before}[{}{bar}{suffix}]", &text[mention.range.clone()]);
        from = mention.with_suffix.end;
        let ids = mention.candidates.iter();
        let ids: Vec<&str> = ids
            .map(|candidate| gazetteer.entity(candidate.entity).id.as_str())
            .collect();
        who.push(ids.join("|"));
    }
    (drawn + &text[from..], who.join(" "))
}
