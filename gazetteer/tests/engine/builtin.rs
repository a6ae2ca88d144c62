//! The built-in gazetteer finds what it spells.

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
                for (form, _) in morph::forms(&spelling.text, &category, &spelling.language) {
                    forms += 1;
                    let text = if spelling.alone == Alone::Quoted {
                        format!("«{form}»")
                    } else {
                        format!("{form} ")
                    };
                    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
                    let found = analysis
                        .mentions()
                        .any(|mention| mention.candidates.iter().any(|candidate| candidate.entity == id));
                    if !found {
                        lost.push(format!("{} {} {form}", entity.id, spelling.language));
                    }
                }
            }
        }
    }
    assert!(forms > 9_000, "{forms} forms are few");
    assert!(
        lost.is_empty(),
        "of {forms} forms {} are not found:\n{}",
        lost.len(),
        lost.join("\n")
    );
}
