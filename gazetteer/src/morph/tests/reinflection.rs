//! One form put in place of another, as a fix does it: the readings of the old form, and what they make of the new word.

use super::*;

/// A row is right where the new form is what most readings of the old one give: where two readings part (genitive and
/// dative of Сибири), the first usual form of any of them may be meant.
#[test]
fn forms_follow_the_old_ones() {
    let mut wrong = Vec::new();
    let table = include_str!("reinflection.ru.tsv");
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let [_, category, old, new, old_form, new_form] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has six columns: {row}");
        };
        let old = Subject::new(old, category, Language::Russian);
        let new = Subject::new(new, category, Language::Russian);
        let found: Vec<String> = analyse(&old, &Language::Russian, old_form)
            .iter()
            .filter_map(|reading| {
                let forms = generate(&new.text, &new.category(), &Language::Russian, reading, Joint::Solid);
                forms.into_iter().next()
            })
            .collect();
        if !found.iter().any(|form| form == new_form) {
            wrong.push(format!("{row}\n    found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_its_five_rows() {
    let mut rules = std::collections::BTreeMap::new();
    let table = include_str!("reinflection.ru.tsv");
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        *rules.entry(row.split('\t').next()).or_insert(0) += 1;
    }
    assert!(rules.len() > 10 && rules.values().all(|count| *count >= 5), "{rules:?}");
}
