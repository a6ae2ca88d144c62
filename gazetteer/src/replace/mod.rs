//! One spelling in the place of another, in the grammatical form in which it stands: `Ангоры` becomes `Анкары`,
//! `Tchitcherine’in` `Çiçerin’in`.
//!
//! What stands beside the words that change stays: initials, titles, given names, the writer’s apostrophe, capitals. What
//! follows the name follows the new one: `о Смирне` becomes `об Измире`, `Smyrna da` `İzmir de`. Nothing is guessed: a form
//! that can be read in more than one way gives every result, and where an adjective or a verb beside the name may have to
//! change with it, that is said. Markup is never written into or over.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::{Analysis, Mention, Paragraph};
use crate::entity::{SpellingId, Status};
use crate::language::Language;
use crate::morph::{self, Category};
use crate::prose::{self, Zone};
use crate::reading::GrammaticalCase;
use crate::text::Text;

mod agreement;
mod beside;
mod capitals;
mod changes;
mod forms;
mod initials;
mod links;
mod most;
mod repeated;
mod sound;
mod standing;
#[cfg(test)]
mod tests;

pub use initials::in_shape_of;

use beside::Particle;
use forms::Form;
use repeated::Rest;
use sound::Sound;
use standing::{Opening, Standing};

/// Gives a form capitals, of what stands there, of the old spelling and of the new.
type Dress = fn(Form, &Standing, Subject<'_>, Subject<'_>) -> Form;

/// A change to a text: these bytes become this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What stands there then.
    pub text: String,
}

/// One way to put a spelling in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The new words in their form, suffix included, as they will be read.
    pub text: String,
    /// The changes: by start, without overlap, none of them empty.
    pub changes: Vec<Change>,
    /// Why a person should look at it.
    pub caution: Option<Caution>,
}

/// What a replacement does not put right by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Caution {
    /// Gender or number changes, and a word beside the name agrees with it.
    Agreement,
    /// What stands beside it leaves open what is right: a suffix or a particle follows the sound of the new name, which its
    /// letters do not tell; a full stop ends a sentence or an abbreviation; a word of the new spelling may stand there already.
    Unsure,
}

/// Why a spelling cannot be put in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// The words of the old spelling are not in the mention.
    NotFound,
    /// Markup stands in the words that would change.
    Markup,
    /// The markup says that these are the very letters of a source (`<sic>`, `<orig>`).
    Verbatim,
    /// What would be written has a sign that is markup in this format (`&` in XML).
    Signs,
    /// It names the target of a link, which cannot be written beside it.
    Link,
    /// The new spelling has no such form.
    NoForm,
}

/// Puts spellings in the place of others in a text that was analysed. Neighbouring mentions cost the reading of their
/// paragraph once.
pub struct Replacer<'a> {
    analysis: &'a Analysis,
    text: &'a dyn Text,
    paragraph: Option<Paragraph>,
    /// The labels that the document defines; read when first asked for.
    definitions: OnceCell<BTreeSet<String>>,
}

impl std::fmt::Debug for Replacer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replacer")
            .field("paragraph", &self.paragraph)
            .finish_non_exhaustive()
    }
}

impl<'a> Replacer<'a> {
    /// `text` is the text the analysis was made of.
    pub fn new(analysis: &'a Analysis, text: &'a dyn Text) -> Replacer<'a> {
        Replacer {
            analysis,
            text,
            paragraph: None,
            definitions: OnceCell::new(),
        }
    }

    /// The ways to write `to` where a mention uses `from`, which is one of [`Mention::uses`]: each result once, that of the
    /// usual reading first.
    pub fn replace(
        &mut self,
        mention: &Mention,
        from: SpellingId,
        to: SpellingId,
    ) -> Result<Vec<Replacement>, Obstacle> {
        let gazetteer = self.analysis.gazetteer();
        let entry = gazetteer.spelling(to);
        let name = gazetteer.name(entry.name);
        let category = Category::of(gazetteer.entity(name.entity), name, entry);
        let old = gazetteer.spelling(from);
        // Who writes an initial that should not stand there wants one; between spellings that are as good somebody chooses.
        let text = match old.status {
            Status::Deprecated | Status::Misspelling => in_shape_of(&old.text, &entry.text),
            _ => entry.text.clone(),
        };
        self.replace_by(mention, from, &text, &category)
    }

    /// Where the words of a spelling stand in a mention, from the first to the last. Bytes of the text.
    pub fn place(&mut self, mention: &Mention, spelling: SpellingId) -> Option<Range<usize>> {
        self.standing(mention, spelling).map(|standing| standing.core)
    }

    /// What kind of prose a byte stands in; `None` where the markup says that these are the very letters of a source.
    pub fn zone_at(&mut self, at: usize) -> Option<Zone> {
        let paragraph = self.paragraph_at(at)?;
        (!paragraph.is_verbatim(at)).then(|| paragraph.zone(at))
    }

    /// Of the spellings that a mention uses the one that a byte is in, the shortest: the surname in a full name. Where none
    /// is found there, that of the whole. `None` for a mention that may be of several entities.
    pub fn spelling_at(&mut self, mention: &Mention, at: usize) -> Option<(SpellingId, Range<usize>)> {
        mention.entity()?;
        let whole = mention.candidates.first()?.spelling;
        let uses: Vec<SpellingId> = mention.uses().collect();
        let mut found: Vec<(SpellingId, Range<usize>)> = Vec::new();
        for spelling in uses {
            let place = self.place(mention, spelling);
            found.extend(
                place
                    .filter(|place| place.start <= at && at <= place.end)
                    .map(|place| (spelling, place)),
            );
        }
        let shortest = found.into_iter().min_by_key(|(_, place)| place.len());
        Some(shortest.unwrap_or((whole, mention.range.clone())))
    }

    /// A new beginning for the initials of a mention that stand for the forenames of a spelling: `old` and `new` are those
    /// names, in their order. None where nothing has to change, or where markup stands in them.
    pub fn initials(&mut self, mention: &Mention, old: &[&str], new: &[&str]) -> Vec<Change> {
        let text = self.text;
        let Some(paragraph) = self.paragraph_at(mention.range.start) else {
            return Vec::new();
        };
        if paragraph.is_verbatim(mention.range.start) {
            return Vec::new();
        }
        let changes = initials::changes(text, paragraph, mention, old, new);
        self.keeping_links(mention.range.start, changes).unwrap_or_default()
    }

    /// Changes to the words of a paragraph, and what has to change with them so that links whose words name their target
    /// lead there still. A byte of the paragraph says which.
    pub fn keeping_links(&mut self, at: usize, mut changes: Vec<Change>) -> Result<Vec<Change>, Obstacle> {
        let (text, format) = (self.text, self.analysis.facts().format);
        self.paragraph_at(at);
        let (Some(paragraph), definitions) = (&self.paragraph, &self.definitions) else {
            return Ok(changes);
        };
        let defined = || prose::label_definitions(format, &text.slice(0..text.len()));
        let is_defined = |label: &str| prose::is_defined(definitions.get_or_init(defined), label);
        let kept = links::kept(text, paragraph, &changes, is_defined)?;
        changes.extend(kept);
        changes.sort_by_key(|change| (change.range.start, change.range.end));
        Ok(changes)
    }

    /// The same with a spelling that the gazetteer does not have: its text, and what decides how it inflects.
    pub fn replace_by(
        &mut self,
        mention: &Mention,
        from: SpellingId,
        to: &str,
        category: &Category<'_>,
    ) -> Result<Vec<Replacement>, Obstacle> {
        let mut found = self.replace_dressed(mention, from, to, category, capitals::dress)?;
        for replacement in &mut found {
            let changes = std::mem::take(&mut replacement.changes);
            replacement.changes = self.keeping_links(mention.range.start, changes)?;
        }
        Ok(found)
    }

    /// What is written over the words themselves; links are not asked for.
    fn replace_dressed(
        &mut self,
        mention: &Mention,
        from: SpellingId,
        to: &str,
        category: &Category<'_>,
        dress: Dress,
    ) -> Result<Vec<Replacement>, Obstacle> {
        let (analysis, text) = (self.analysis, self.text);
        let paragraph = self.paragraph_at(mention.range.start).ok_or(Obstacle::NotFound)?;
        if paragraph.is_verbatim(mention.range.start) {
            return Err(Obstacle::Verbatim);
        }
        let standing = Standing::find(analysis, text, paragraph, mention, from).ok_or(Obstacle::NotFound)?;
        let gazetteer = analysis.gazetteer();
        let entry = gazetteer.spelling(from);
        let name = gazetteer.name(entry.name);
        let old = Subject {
            text: &entry.text,
            category: Category::of(gazetteer.entity(name.entity), name, entry),
        };
        let new = Subject {
            text: to,
            category: *category,
        };
        let rest = repeated::rest(text, paragraph, &standing, new);
        let (new, begins) = match rest {
            Rest::Part(text, begins) => (Subject { text, ..new }, begins.min(mention.range.start)),
            Rest::Whole | Rest::Doubtful => (new, mention.range.start),
        };
        let before = beside::preposition_before(text, paragraph, begins);
        let sound = Sound::of(forms::paragraph(&standing, old.category.language), old, new);
        let forms = forms::new_forms(&standing, mention, old, new, before, sound);
        if forms.is_empty() {
            return Err(Obstacle::NoForm);
        }
        let disagrees = agreement::disagrees(text, paragraph, mention, old, new).then_some(Caution::Agreement);
        let mut found: Vec<Replacement> = Vec::new();
        for form in forms {
            let is_doubtful = sound.is_doubtful(&form, new)
                || rest == Rest::Doubtful
                || standing.opening == Opening::Perhaps && capitals::is_small(&form);
            let form = dress(form, &standing, old, new);
            let mut changes = changes::of(text, analysis.facts().format, paragraph, &standing, &form)?;
            changes.extend(beside::preposition(text, paragraph, mention, &standing, &form, new));
            let Particle { change, sure } = beside::particle(text, paragraph, mention, &standing, &form, old, new);
            changes.extend(change);
            let doubtful = !sure || is_doubtful;
            let caution = disagrees.or(doubtful.then_some(Caution::Unsure));
            changes.retain(|change| *text.slice(change.range.clone()) != *change.text);
            changes.sort_by_key(|change| (change.range.start, change.range.end));
            let replacement = Replacement {
                text: form.whole(&standing),
                changes,
                caution,
            };
            if !found.iter().any(|known| known.text == replacement.text) {
                found.push(replacement);
            }
        }
        Ok(found)
    }

    /// The words of a spelling in a mention.
    fn standing(&mut self, mention: &Mention, spelling: SpellingId) -> Option<Standing> {
        let (analysis, text) = (self.analysis, self.text);
        let paragraph = self.paragraph_at(mention.range.start)?;
        Standing::find(analysis, text, paragraph, mention, spelling)
    }

    fn paragraph_at(&mut self, at: usize) -> Option<&Paragraph> {
        if self.paragraph.as_ref().is_none_or(|paragraph| !paragraph.holds(at)) {
            self.paragraph = self.analysis.paragraph(self.text, at);
        }
        self.paragraph.as_ref()
    }
}

/// A spelling and what decides how it inflects.
#[derive(Debug, Clone, Copy)]
struct Subject<'a> {
    text: &'a str,
    category: Category<'a>,
}

impl Subject<'_> {
    fn forms(&self, paragraph: &Language, reading: &crate::reading::Reading, joint: morph::Joint) -> Vec<String> {
        morph::generate(self.text, &self.category, paragraph, reading, joint)
    }
}

/// Whether a Russian name behind a small word may stand in a case; `None` where the word is no preposition.
pub fn governs(word: &str, case: GrammaticalCase) -> Option<bool> {
    let preposition = beside::Preposition::find(&word.to_lowercase())?;
    Some(preposition.governs(case))
}

/// The spellings that may stand in the place of one: of its name and language, those to be used and those as good, the
/// preferred first.
pub fn alternatives(gazetteer: &crate::Gazetteer, spelling: SpellingId) -> Vec<SpellingId> {
    let entry = gazetteer.spelling(spelling);
    let is_good = |(id, other): &(SpellingId, &crate::entity::Spelling)| {
        *id != spelling && other.language == entry.language && other.status <= Status::Accepted
    };
    let mut found: Vec<SpellingId> = gazetteer
        .spellings(entry.name)
        .filter(is_good)
        .map(|(id, _)| id)
        .collect();
    found.sort_by_key(|id| (gazetteer.spelling(*id).status, *id));
    found
}

/// Applies changes that do not overlap, sorted by start. One that lies outside of the text or inside a character is left
/// out.
pub fn apply(text: &str, changes: &[Change]) -> String {
    let mut changed = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for change in changes {
        if let Some(kept) = text.get(at..change.range.start)
            && text.is_char_boundary(change.range.end)
            && change.range.start <= change.range.end
        {
            changed.push_str(kept);
            changed.push_str(&change.text);
            at = change.range.end;
        }
    }
    changed.push_str(text.get(at..).unwrap_or_default());
    changed
}
