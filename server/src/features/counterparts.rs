//! The spellings of a name in other languages, in the dictionary form and in the form of a mention.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::{Number, SpellingId, Status};
use onomast_gazetteer::morph::{self, Category, Joint};
use onomast_gazetteer::reading::Reading;
use onomast_gazetteer::{Gazetteer, Language};

use super::View;

/// A mention, and how its name is written in other languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterparts {
    /// The mention with its suffix: bytes of the document.
    pub range: Range<usize>,
    /// Language of the paragraph.
    pub language: Option<Language>,
    /// Of each entity that fits, in the order of languages.
    pub counterparts: Vec<Counterpart>,
}

/// How a name is written in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// Id of the entity.
    pub entity: String,
    /// The other language.
    pub language: Language,
    /// The spelling, as the gazetteer has it.
    pub text: String,
    /// In the grammatical form of the mention, where all its readings come to the same.
    pub form: Option<String>,
    /// What the gazetteer thinks of it.
    pub status: Status,
}

/// The counterparts of the name at a byte of a document.
pub fn counterparts(view: &View<'_>, at: usize) -> Option<Counterparts> {
    let mention = view.analysis.mention_at(at)?;
    let gazetteer = &*view.project.gazetteer;
    let of = |spelling: SpellingId| {
        let found = gazetteer.counterparts(spelling).into_iter();
        found
            .map(|spelling| counterpart(gazetteer, spelling, &mention))
            .collect::<Vec<_>>()
    };
    let candidates = mention.candidates.iter();
    Some(Counterparts {
        counterparts: candidates.flat_map(|candidate| of(candidate.spelling)).collect(),
        range: mention.with_suffix.clone(),
        language: mention.language.clone(),
    })
}

/// A spelling, in the form of a mention.
pub fn counterpart(gazetteer: &Gazetteer, id: SpellingId, mention: &Mention) -> Counterpart {
    let spelling = gazetteer.spelling(id);
    let (_, entity) = gazetteer.bearer(id);
    Counterpart {
        entity: gazetteer.entity(entity).id.clone(),
        language: spelling.language.clone(),
        text: spelling.text.clone(),
        form: form(gazetteer, id, mention),
        status: spelling.status,
    }
}

/// The spelling in the readings of a mention, as far as its language has them: the usual form of each, in a paragraph of
/// that language. `None` where they differ, or there is none.
fn form(gazetteer: &Gazetteer, id: SpellingId, mention: &Mention) -> Option<String> {
    let spelling = gazetteer.spelling(id);
    let (name, entity) = gazetteer.bearer(id);
    let category = Category::of(gazetteer.entity(entity), gazetteer.name(name), spelling);
    let generate = |reading: &Reading| {
        // The gender that a Russian ending shows is no part of the form in another language.
        let reading = &Reading {
            gender: None,
            ..*reading
        };
        let joint = Joint::Apostrophe('’');
        let forms = morph::generate(&spelling.text, &category, &spelling.language, reading, joint);
        forms.into_iter().next()
    };
    // A name in the singular rarely stands for a family: Чичериным is rather one Chicherin than several.
    let is_usual = |reading: &&Reading| number_of(reading) == gazetteer.name(name).number;
    let mut usual: Vec<&Reading> = mention.readings.iter().filter(is_usual).collect();
    if usual.is_empty() {
        usual.extend(&mention.readings);
    }
    // A case without a form of its own is the dictionary form there (Chicherin, of an accusative), which differs from one that
    // has one (Chicherin’s); what only Turkish says so (his Halil) is nothing that others could say.
    let is_case = |reading: &Reading| reading.possessor.is_none() && reading.base.is_none() && reading.copula.is_none();
    let mut forms = usual.into_iter().filter_map(|reading| match generate(reading) {
        None if !is_case(reading) => None,
        form => Some(form),
    });
    let first = forms.next()?;
    forms.all(|form| form == first).then_some(first)?
}

fn number_of(reading: &Reading) -> Number {
    reading.number.unwrap_or(Number::Singular)
}

#[cfg(test)]
mod tests {
    use super::counterparts;
    use crate::features::fixture::Fixture;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let fixture = Fixture::read(&format!("//- /a.md\n{text}\n"));
        let found = counterparts(&fixture.view(), fixture.cursor).map(|found| found.counterparts);
        let drawn: Vec<String> = found
            .into_iter()
            .flatten()
            .map(|one| {
                let form = one.form.unwrap_or_default();
                let said = [
                    one.entity.as_str(),
                    one.language.tag(),
                    &one.text,
                    &form,
                    one.status.as_str(),
                ];
                said.join(" ")
            })
            .collect();
        assert_eq!(drawn, expected, "{text}");
    }

    #[test]
    fn in_the_same_standing_and_the_same_form() {
        check(
            "Вчера Чичериным$0 писали.",
            &[
                "person/chicherin tr Çiçerin Çiçerin’le preferred",
                "person/chicherin en Chicherin  preferred",
            ],
        );
        check(
            "Вчера видели Чичерина$0 и говорили.",
            &[
                "person/chicherin tr Çiçerin  preferred",
                "person/chicherin en Chicherin  preferred",
            ],
        );
        check(
            "Вчера из Ангоры$0 писали.",
            &["place/ankara tr Angora Angora’nın historical"],
        );
        check(
            "Bugün Tchitcherine’e$0 yazıldı.",
            &[
                "person/chicherin ru Чичерин Чичерину preferred",
                "person/chicherin en Chicherin  preferred",
            ],
        );
        check(
            "Bugün Halil’i$0 gördüler.",
            &[
                "person/halil-kut ru Халил Халила preferred",
                "person/halil-mentese ru Халил Халила preferred",
            ],
        );
        check("Bugün $0 gördüler.", &[]);
    }
}
