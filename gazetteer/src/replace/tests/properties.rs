//! What holds of every spelling of the built-in gazetteer.

use std::collections::BTreeSet;

use super::*;
use crate::builtin;
use crate::entity::{Alone, Spelling};
use crate::morph::Joint;

/// The languages whose paragraphs forms are tried in.
fn paragraph_of(language: &Language) -> Option<Language> {
    match language {
        Language::Russian => Some(Language::Russian),
        Language::Turkish => Some(Language::Turkish),
        Language::English => Some(Language::English),
        _ => None,
    }
}

fn frame(language: &Language, form: &str) -> String {
    match language {
        Language::Russian => format!("и тогда {form} там же"),
        Language::Turkish => format!("o gün {form} ile orada"),
        _ => format!("and then {form} was there"),
    }
}

/// The usual form of each case of a spelling, where it may stand by itself, in the number in which it is spelled. Of rarer
/// endings, and of the plural of a family, the way there and back is not one.
fn usual_forms(gazetteer: &Gazetteer, spelling: &Spelling, language: &Language) -> BTreeSet<String> {
    let name = gazetteer.name(spelling.name);
    let category = Category::of(gazetteer.entity(name.entity), name, spelling);
    let mut forms: BTreeSet<String> = BTreeSet::new();
    if spelling.alone != Alone::Yes {
        return forms;
    }
    for (_, readings) in morph::forms(&spelling.text, &category, language) {
        let of_it = readings.iter().filter(|reading| {
            reading.possessor.is_none() && reading.number.is_none_or(|number| number == category.number)
        });
        forms.extend(of_it.filter_map(|reading| {
            let forms = morph::generate(&spelling.text, &category, language, reading, Joint::Apostrophe('’'));
            forms.into_iter().next()
        }));
    }
    forms
}

fn analysed(gazetteer: &Arc<Gazetteer>, language: &Language, text: &str) -> Analysis {
    let facts = Facts {
        language: Some(language.clone()),
        ..Facts::default()
    };
    Analysis::fresh(&text, &facts, gazetteer)
}

#[test]
fn analysed_generated_and_analysed_again_a_form_reads_the_same() {
    each_spelling(|gazetteer, _, spelling, language, wrong| {
        let name = gazetteer.name(spelling.name);
        let category = Category::of(gazetteer.entity(name.entity), name, spelling);
        let joint = match category.kind {
            EntityType::Group => Joint::Solid,
            _ => Joint::Apostrophe('’'),
        };
        let forms = morph::forms(&spelling.text, &category, language);
        for (form, readings) in &forms {
            for reading in readings {
                // What a form is read as gives the form again, and that form is read as this.
                let again = morph::generate(&spelling.text, &category, language, reading, joint);
                let found = again.iter().find(|again| *again == form);
                let read = forms.iter().find(|(known, _)| Some(known) == found);
                if read.is_none_or(|(_, again)| again != readings) {
                    wrong.push(format!("{form}: {} gives {again:?}", reading.to_ud()));
                }
            }
        }
        forms.len()
    });
}

#[test]
fn replaced_and_replaced_back_a_text_is_the_same() {
    each_spelling(|gazetteer, id, spelling, language, wrong| {
        let mut tried = 0;
        let forms = usual_forms(gazetteer, spelling, language);
        for other in alternatives(gazetteer, id).into_iter().take(1) {
            for form in &forms {
                let text = frame(language, form);
                let there = results(gazetteer, language, &text, id, other).unwrap_or_default();
                let back: Vec<_> = there
                    .iter()
                    .filter_map(|changed| results(gazetteer, language, changed, other, id))
                    .collect();
                tried += back.len();
                // Of several results one is meant.
                if !back.is_empty() && !back.iter().any(|back| back.contains(&text)) {
                    wrong.push(format!("{text} → {there:?} → {back:?}"));
                }
            }
        }
        tried
    });
}

/// Asks every spelling of the built-in gazetteer, on a few threads. What is asked says how much it tried.
fn each_spelling(ask: impl Fn(&Arc<Gazetteer>, SpellingId, &Spelling, &Language, &mut Vec<String>) -> usize + Sync) {
    const THREADS: usize = 4;
    let gazetteer = builtin::gazetteer();
    let part = |part: usize| {
        let (mut wrong, mut tried) = (Vec::new(), 0);
        let spellings = (0..).zip(&gazetteer.tables().spellings).skip(part).step_by(THREADS);
        for (number, spelling) in spellings {
            if let Some(language) = paragraph_of(&spelling.language) {
                tried += ask(&gazetteer, SpellingId(number), spelling, &language, &mut wrong);
            }
        }
        (wrong, tried)
    };
    let found: Vec<(Vec<String>, usize)> = std::thread::scope(|scope| {
        let part = &part;
        let threads: Vec<_> = (0..THREADS).map(|number| scope.spawn(move || part(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let tried: usize = found.iter().map(|(_, tried)| tried).sum();
    let wrong: Vec<String> = found.into_iter().flat_map(|(wrong, _)| wrong).collect();
    assert!(tried > 1000, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}

/// What becomes of a text in which a spelling is found whole; `None` where it is not, or where it has no such form.
fn results(
    gazetteer: &Arc<Gazetteer>,
    language: &Language,
    text: &str,
    from: SpellingId,
    to: SpellingId,
) -> Option<BTreeSet<String>> {
    let analysis = analysed(gazetteer, language, text);
    let mention = analysis
        .mentions()
        .find(|mention| mention.uses().any(|id| id == from))?;
    let found = Replacer::new(&analysis, &text).replace(&mention, from, to).ok()?;
    Some(found.iter().map(|one| apply(text, &one.changes)).collect())
}
