//! The built-in gazetteer finds what it spells.

use std::collections::BTreeSet;
use std::ops::Range;

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::entity::Alone;
use onomast_gazetteer::morph::{self, Category};
use onomast_gazetteer::{Analysis, builtin};

/// A spelling in each of its forms stands for its entity; those that do not stand alone are put into quotation marks or
/// left out.
#[test]
fn every_spelling_is_found_in_all_its_forms() {
    let gazetteer = builtin::gazetteer();
    let mut lost = Vec::new();
    let mut forms = 0;
    for (id, entity) in gazetteer.entities() {
        for (number, name) in gazetteer.names(id) {
            for (_, spelling) in gazetteer.spellings(number) {
                if !matches!(spelling.alone, Alone::Yes | Alone::Quoted) {
                    continue;
                }
                let category = Category::of(entity, name, spelling);
                let facts = Facts {
                    language: Some(spelling.language.clone()),
                    ..Facts::default()
                };
                let quoted = spelling.alone == Alone::Quoted;
                let all = morph::forms(&spelling.text, &category, &spelling.language);
                let (text, places) = paragraphs(all.iter().map(|(form, _)| form.as_str()), quoted);
                forms += places.len();
                let analysis = Analysis::fresh(&text, &facts, &gazetteer);
                let starts: BTreeSet<usize> = analysis
                    .mentions()
                    .filter(|mention| mention.candidates.iter().any(|candidate| candidate.entity == id))
                    .map(|mention| mention.range.start)
                    .collect();
                lost.extend(
                    places
                        .into_iter()
                        .filter(|place| starts.range(place.clone()).next().is_none())
                        .map(|place| format!("{} {} {}", entity.id, spelling.language, &text[place])),
                );
            }
        }
    }
    assert!(forms > 20_000, "{forms} forms are few");
    assert!(
        lost.is_empty(),
        "of {forms} forms {} are not found:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

/// Each form in a paragraph of its own, and where it stands. One text for all is what keeps the test above fast.
fn paragraphs<'a>(forms: impl Iterator<Item = &'a str>, quoted: bool) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for form in forms {
        text.push_str(if quoted { "«" } else { "" });
        places.push(text.len()..text.len() + form.len());
        text.push_str(form);
        text.push_str(if quoted { "»\n\n" } else { "\n\n" });
    }
    (text, places)
}
