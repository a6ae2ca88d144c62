//! The forms of a spelling, as they are shown to people.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::entity::SpellingId;
use onomast_gazetteer::morph::{self, Category};
use onomast_gazetteer::reading::Reading;

use super::markup::Style;
use crate::message::{Messages, describe};

/// So many forms of a spelling are shown; Turkish has more than anybody reads.
const SHOWN: usize = 40;

/// The forms other than the one it is spelled in, each with its readings: the cases, in the number of the name. Plurals
/// and possessives of a person are found too, and nobody looks them up.
pub(super) fn told(gazetteer: &Gazetteer, id: SpellingId) -> Vec<(String, Vec<Reading>)> {
    let spelling = gazetteer.spelling(id);
    let (name, entity) = gazetteer.bearer(id);
    let name = gazetteer.name(name);
    let category = Category::of(gazetteer.entity(entity), name, spelling);
    let is_told =
        |reading: &Reading| reading.possessor.is_none() && reading.number.is_none_or(|number| number == name.number);
    let forms = morph::forms(&spelling.text, &category, &spelling.language);
    let others = forms.into_iter().filter(|(form, _)| *form != spelling.text);
    let told = others.map(|(form, readings)| (form, readings.into_iter().filter(is_told).collect()));
    told.filter(|(_, readings): &(String, Vec<Reading>)| !readings.is_empty())
        .collect()
}

/// `Чичерина (genitive or accusative), …`, and how many more; `None` of nothing.
pub(super) fn in_words(forms: &[(String, Vec<Reading>)], style: Style, messages: &Messages) -> Option<String> {
    let one = |(form, readings): &(String, Vec<Reading>)| {
        format!("{} ({})", style.text(form), describe(readings, messages.locale()))
    };
    let mut shown: Vec<String> = forms.iter().take(SHOWN).map(one).collect();
    let more = forms.len().saturating_sub(SHOWN);
    shown.extend((more > 0).then(|| messages.text("list-more", &[("count", more.into())])));
    (!shown.is_empty()).then(|| shown.join(", "))
}
