//! The spellings of a name in other languages, in the dictionary form and in the form of a mention.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::entity::{SpellingId, Status};
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

/// The spelling in the readings of a mention, in a paragraph of its own language: the usual form of each reading. `None`
/// where they differ, or the language has no such form.
fn form(gazetteer: &Gazetteer, id: SpellingId, mention: &Mention) -> Option<String> {
    let spelling = gazetteer.spelling(id);
    let (name, entity) = gazetteer.bearer(id);
    let category = Category::of(gazetteer.entity(entity), gazetteer.name(name), spelling);
    let generate = |reading: &Reading| {
        let joint = Joint::Apostrophe('’');
        let forms = morph::generate(&spelling.text, &category, &spelling.language, reading, joint);
        forms.into_iter().next()
    };
    let mut forms = mention.readings.iter().map(generate);
    let first = forms.next()??;
    forms.all(|form| form.as_ref() == Some(&first)).then_some(first)
}
