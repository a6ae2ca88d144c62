//! Every name of the built-in gazetteer that has more than one spelling, in generated sentences: what is suggested removes
//! its finding and makes no other.

use onomast_gazetteer::entity::{Alone, EntityType, SpellingId, Status};
use onomast_gazetteer::morph::{self, Category, Joint};

use super::*;

/// Forms of a spelling that are tried.
const FORMS: usize = 2;

fn sentence(language: &Language, form: &str) -> String {
    match language {
        Language::Russian => format!("и тогда {form} там же."),
        Language::Turkish => format!("o gün {form} ile orada."),
        _ => format!("and then {form} was there."),
    }
}

/// The usual form in some of its cases, in the number in which it is spelled.
fn forms(gazetteer: &Gazetteer, id: SpellingId) -> Vec<String> {
    let spelling = gazetteer.spelling(id);
    let name = gazetteer.name(spelling.name);
    let category = Category::of(gazetteer.entity(name.entity), name, spelling);
    let joint = match category.kind {
        EntityType::Group => Joint::Solid,
        _ => Joint::Apostrophe('’'),
    };
    let mut found: Vec<String> = Vec::new();
    for (_, readings) in morph::forms(&spelling.text, &category, &spelling.language) {
        for reading in readings {
            if reading.possessor.is_some() || reading.number.is_some_and(|number| number != category.number) {
                continue;
            }
            let usual = morph::generate(&spelling.text, &category, &spelling.language, &reading, joint);
            found.extend(usual.into_iter().next().filter(|form| !found.contains(form)));
        }
    }
    let step = found.len().div_ceil(FORMS).max(1);
    found.into_iter().step_by(step).collect()
}

#[test]
fn what_is_suggested_removes_its_finding_and_makes_no_other() {
    let gazetteer = onomast_gazetteer::builtin::gazetteer();
    let languages = [Language::Russian, Language::Turkish, Language::English];
    let of_language = |language: &Language| {
        let (mut tried, mut wrong) = (0, Vec::new());
        let sample = Sample::builtin(language.tag());
        for (id, spelling) in (0..).map(SpellingId).zip(&gazetteer.tables().spellings) {
            let Some(best) = gazetteer.preferred(spelling.name, language) else {
                continue;
            };
            let is_tried = spelling.language == *language && best != id && spelling.status != Status::Off;
            let stand_alone = [id, best].iter().all(|id| gazetteer.spelling(*id).alone == Alone::Yes);
            if !is_tried || !stand_alone {
                continue;
            }
            let right = sentence(language, &gazetteer.spelling(best).text);
            for form in forms(&gazetteer, id) {
                let text = format!("Так. {right} {right} {}\n", sentence(language, &form));
                tried += try_all(&sample, &text, &mut wrong);
            }
        }
        (tried, wrong)
    };
    let found: Vec<(usize, Vec<String>)> = std::thread::scope(|scope| {
        let of_language = &of_language;
        let threads: Vec<_> = languages
            .iter()
            .map(|one| scope.spawn(move || of_language(one)))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let tried: usize = found.iter().map(|(tried, _)| tried).sum();
    let wrong: Vec<String> = found.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(tried > 300, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}

/// Tries every fix of a text by itself. How many there were.
fn try_all(sample: &Sample, text: &str, wrong: &mut Vec<String>) -> usize {
    let before = sample.counts(text);
    let fixes: Vec<(Code, Fix)> = sample.with(text, |view| {
        let mut fixer = Fixer::new(view);
        let all = findings(view);
        // The first is what is likeliest; another spelling that is as good may be a minority of its own.
        let first = all
            .iter()
            .filter_map(|finding| Some((finding.code, fixer.fixes(finding).into_iter().next()?)));
        first.collect()
    });
    for (code, fix) in &fixes {
        let changed = apply(text, &fix.changes);
        let after = sample.counts(&changed);
        let less = after.get(code).copied().unwrap_or_default() < before[code];
        let no_other = after
            .iter()
            .all(|(code, count)| count <= before.get(code).unwrap_or(&0));
        if !less || !no_other {
            let said = sample.with(&changed, |view| {
                let all = findings(view).into_iter();
                all.map(|finding| finding.message).collect::<Vec<_>>().join("; ")
            });
            wrong.push(format!("{text}  {}: {} → {changed}  {said}", code.as_str(), fix.title));
        }
    }
    fixes.len()
}
