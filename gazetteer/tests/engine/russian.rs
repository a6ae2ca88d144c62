//! Russian in short texts: a row has its rule, the names, the text with what is found in brackets, and the readings.

use std::collections::BTreeMap;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::entity::Number;
use onomast_gazetteer::reading::{GrammaticalCase, Reading};
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

/// Checks the rows of a table. What no row says is not looked at: one bracket in a text, and its readings.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [_, names, drawn, readings] = row.as_slice() else {
            panic!("a row has four columns: {row:?}");
        };
        let found = find(names, &drawn.replace(['[', ']'], ""));
        if found != (drawn.to_string(), readings.to_string()) {
            wrong.push(format!("{row:?}\n    found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// The text with brackets around its mentions, and the readings of all of them.
fn find(names: &str, text: &str) -> (String, String) {
    let gazetteer = gazetteer(names);
    let facts = Facts {
        language: names.contains("ru-Latn").then_some(Language::RussianLatin),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let mut drawn = String::new();
    let mut readings = Vec::new();
    let mut from = 0;
    for mention in analysis.mentions() {
        drawn += &format!("{}[{}]", &text[from..mention.range.start], &text[mention.range.clone()]);
        from = mention.range.end;
        readings.extend(mention.readings.iter().map(draw));
    }
    readings.sort();
    readings.dedup();
    (drawn + &text[from..], readings.join(" "))
}

fn draw(reading: &Reading) -> String {
    let case = match reading.case {
        Some(GrammaticalCase::Nominative) => "n",
        Some(GrammaticalCase::Genitive) => "g",
        Some(GrammaticalCase::Dative) => "d",
        Some(GrammaticalCase::Accusative) => "a",
        Some(GrammaticalCase::Instrumental) => "i",
        Some(GrammaticalCase::Locative) => "l",
        Some(GrammaticalCase::SecondLocative) => "l2",
        Some(GrammaticalCase::Ablative | GrammaticalCase::Equative) | None => "_",
    };
    match reading.number {
        Some(Number::Plural) => case.to_uppercase(),
        _ => case.to_owned(),
    }
}

#[test]
fn fragments() {
    check(include_str!("fragments.ru.tsv"));
}

#[test]
fn every_rule_has_its_five_rows() {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows(include_str!("fragments.ru.tsv")) {
        *rules.entry(row[0]).or_default() += 1;
    }
    let few: Vec<_> = rules.iter().filter(|(_, count)| **count < 5).collect();
    assert!(few.is_empty(), "{few:?}");
}
