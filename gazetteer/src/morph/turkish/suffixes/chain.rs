//! Cutting a chain of suffixes apart, for people: which suffixes say a reading. Letters are compared loosely; that the
//! chain is licensed has been decided before.

use crate::entity::Number;
use crate::morph::account::{Slot, Suffix};
use crate::reading::{GrammaticalCase, Possessor, Reading};

use super::{Suffixes, loose};

/// The suffixes one of which stands next; an empty template is one that may be left out.
type Step<'a> = (Slot, Vec<&'a str>);

impl Suffixes {
    /// The suffixes that say `reading`, as they stand in a folded ending; `None` where the ending is not made of them.
    pub(in crate::morph::turkish) fn cut(&'static self, reading: &Reading, ending: &str) -> Option<Vec<Suffix>> {
        let mut chain = Vec::new();
        cut(&self.steps(reading), ending, &mut chain).then_some(chain)
    }

    fn steps(&'static self, reading: &Reading) -> Vec<Step<'static>> {
        let (case, number) = match reading.base {
            Some(base) => (Some(base.case), Some(base.number)),
            None => (reading.case, reading.number),
        };
        let mut steps = Vec::new();
        steps.extend(self.plural_step(number));
        steps.extend(reading.possessor.map(|possessor| self.possessive_step(possessor)));
        steps.extend(self.case_step(case));
        if reading.base.is_some() {
            steps.push((Slot::Ki, self.ki.iter().map(|row| row.form.as_str()).collect()));
            steps.extend(self.plural_step(reading.number));
            steps.extend(self.case_step(reading.case));
        }
        steps.extend(self.copula_steps(reading));
        steps
    }

    fn plural_step(&'static self, number: Option<Number>) -> Option<Step<'static>> {
        let forms = || self.plural.iter().map(|row| row.form.as_str()).collect();
        (number == Some(Number::Plural)).then(|| (Slot::Plural, forms()))
    }

    fn possessive_step(&'static self, possessor: Possessor) -> Step<'static> {
        let rows = self.possessive.iter().filter(|row| row.possessor() == possessor);
        (Slot::Possessive, rows.map(|row| row.form.as_str()).collect())
    }

    fn case_step(&'static self, case: Option<GrammaticalCase>) -> Option<Step<'static>> {
        let rows = self.case.iter().filter(|row| Some(row.case.value()) == case);
        let forms: Vec<&str> = rows
            .flat_map(|row| [row.form.as_str(), row.pronominal.as_str()])
            .filter(|form| !form.is_empty())
            .collect();
        (!forms.is_empty()).then_some((Slot::Case, forms))
    }

    fn copula_steps(&'static self, reading: &Reading) -> Vec<Step<'static>> {
        let Some(copula) = reading.copula else {
            return Vec::new();
        };
        let rows = || self.copula.iter().filter(|row| row.copula.value() == copula);
        let persons = rows().flat_map(|row| row.persons());
        let persons = persons.filter(|(subject, _)| *subject == reading.subject);
        vec![
            (Slot::Copula, rows().map(|row| row.form.as_str()).collect()),
            (
                Slot::Person,
                persons.map(|(_, form)| form).chain(std::iter::once("")).collect(),
            ),
        ]
    }
}

/// Fills the chain; recursion is as deep as there are steps, at most eight.
fn cut(steps: &[Step<'static>], rest: &str, chain: &mut Vec<Suffix>) -> bool {
    let Some(((slot, templates), behind)) = steps.split_first() else {
        return rest.is_empty();
    };
    for &template in templates {
        let mut rests = Vec::new();
        loose(template, rest, &mut rests);
        for left in rests {
            let written = &rest[..rest.len() - left.len()];
            let before = chain.len();
            if !written.is_empty() {
                chain.push(Suffix {
                    slot: *slot,
                    template,
                    written: written.to_owned(),
                });
            }
            if cut(behind, left, chain) {
                return true;
            }
            chain.truncate(before);
        }
    }
    false
}
