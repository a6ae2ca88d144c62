//! What is to be said of the spelling of a mention. One spelling finding a mention: the first of a fixed order.

use std::collections::HashMap;

use super::conflict::{Conflict, Conflicts, Style};
use super::form::{FormConflict, Forms};
use super::suffix::Apostrophe;
use super::{Comparison, compare};
use crate::Gazetteer;
use crate::analysis::{Analysis, Mention, Use};
use crate::date::Date;
use crate::entity::{EntityType, NameId, SpellingId, Status};
use crate::fold::fold_word;
use crate::language::Language;
use crate::text::Text;

/// What is known of a document besides its analysis.
#[derive(Debug, Clone, Default)]
pub struct Circumstances<'a> {
    /// The house style it follows.
    pub style: Style,
    /// Whether its words are somebody else’s (a source, an edition): only misprints are then reported.
    pub of_others: bool,
    /// What the whole project uses, where that is known.
    pub corpus: Option<&'a [Use]>,
    /// When names take their suffix behind an apostrophe, where that is settled: then it is no matter of what is frequent.
    pub apostrophe: Option<Apostrophe>,
}

/// What is to be said of the spelling of a mention, with the evidence. The order is that in which they are said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict<'a> {
    /// The gazetteer says that it is wrong.
    Misspelling(SpellingId),
    /// It is this Turkish spelling but for the dots of i.
    DottedI {
        /// What stands here: that spelling, or one of another language that is like it.
        spelling: SpellingId,
        /// The Turkish one.
        right: SpellingId,
    },
    /// It is of another language than the paragraph, which has a spelling of its own.
    WrongLanguage {
        /// What stands here.
        spelling: SpellingId,
        /// What the language of the paragraph has.
        better: SpellingId,
    },
    /// The gazetteer says that another spelling should stand here.
    Deprecated(SpellingId),
    /// The document mostly spells the name otherwise.
    Inconsistent {
        /// What stands here.
        spelling: SpellingId,
        /// The evidence.
        conflict: &'a Conflict,
    },
    /// It was not yet in use at the date of the document.
    Anachronism(SpellingId),
    /// It was no longer in use at the date of the document.
    Historical(SpellingId),
    /// The project mostly spells the name otherwise; said at the first mention of the name in its language.
    InconsistentAcrossCorpus {
        /// What stands here.
        spelling: SpellingId,
        /// The evidence.
        conflict: &'a Conflict,
    },
    /// The document mostly writes the name in another form.
    Form(&'a FormConflict),
}

/// What the sums of a document say of its mentions.
#[derive(Debug)]
pub struct Consistency<'a> {
    gazetteer: &'a Gazetteer,
    circumstances: Circumstances<'a>,
    date: Option<Date>,
    conflicts: Conflicts,
    corpus: Conflicts,
    forms: Forms,
    /// Where each name first counts in each language, if the project spells any of them in more than one way.
    first_uses: HashMap<(NameId, Language), usize>,
}

impl<'a> Consistency<'a> {
    /// Reads the sums of a document. `text` is the text the analysis was made of.
    pub fn of(analysis: &'a Analysis, text: &dyn Text, circumstances: Circumstances<'a>) -> Consistency<'a> {
        let gazetteer: &Gazetteer = analysis.gazetteer();
        let date = analysis.facts().date;
        let style = &circumstances.style;
        // Of what a project uses, only the names that stand here matter.
        let own = analysis.uses();
        let stands_here = |used: &&Use| {
            own.binary_search_by(|own| (own.name, &own.language).cmp(&(used.name, &used.language)))
                .is_ok()
        };
        let corpus = circumstances.corpus.unwrap_or_default().iter().filter(stands_here);
        let corpus = Conflicts::of(gazetteer, corpus, date, style);
        let mut first_uses = HashMap::new();
        if !corpus.all().is_empty() {
            for mention in analysis.mentions().filter(Mention::counts) {
                for spelling in mention.uses() {
                    first_uses
                        .entry(name_of(gazetteer, spelling))
                        .or_insert(mention.range.start);
                }
            }
        }
        Consistency {
            gazetteer,
            date,
            conflicts: Conflicts::of(gazetteer, own, date, style),
            corpus,
            forms: Forms::of(analysis, text, circumstances.apostrophe),
            first_uses,
            circumstances,
        }
    }

    /// The conflicts between the spellings of the document.
    pub fn conflicts(&self) -> &Conflicts {
        &self.conflicts
    }

    /// What is to be said of a mention.
    pub fn verdict(&self, mention: &Mention) -> Option<Verdict<'_>> {
        self.verdicts(mention).next()
    }

    /// All that could be said of a mention, in order, for those who do not want to hear the first.
    pub fn verdicts(&self, mention: &Mention) -> impl Iterator<Item = Verdict<'_>> {
        let own = !self.circumstances.of_others;
        let misspelling = self.misspelling(mention);
        let others = own.then(|| {
            [
                self.dotted_i(mention),
                self.wrong_language(mention),
                self.deprecated(mention),
                self.inconsistent(mention),
                self.anachronism(mention),
                self.historical(mention),
                self.across_corpus(mention),
                self.form(mention),
            ]
        });
        misspelling.into_iter().chain(others.into_iter().flatten().flatten())
    }

    fn misspelling(&self, mention: &Mention) -> Option<Verdict<'_>> {
        self.with_status(mention, Status::Misspelling).map(Verdict::Misspelling)
    }

    /// In a Turkish paragraph: other languages write Istanbul. What should not stand there in any way has other faults.
    fn dotted_i(&self, mention: &Mention) -> Option<Verdict<'_>> {
        if mention.language != Some(Language::Turkish) {
            return None;
        }
        let is_right = |id: SpellingId| {
            let entry = self.gazetteer.spelling(id);
            entry.language == Language::Turkish && entry.status <= Status::Historical
        };
        let written_so = self.forms.dotted(mention.range.start).filter(|id| is_right(*id));
        let found = written_so.map(|spelling| (spelling, spelling)).or_else(|| {
            let mut uses = mention.uses();
            uses.find_map(|spelling| Some((spelling, self.but_for_dots(spelling).filter(|id| is_right(*id))?)))
        });
        found.map(|(spelling, right)| Verdict::DottedI { spelling, right })
    }

    /// The Turkish spelling of the same name that a spelling of another language is but for the dots of i: Istanbul.
    fn but_for_dots(&self, spelling: SpellingId) -> Option<SpellingId> {
        let entry = self.gazetteer.spelling(spelling);
        let better = better_in(self.gazetteer, spelling, &Language::Turkish)?;
        let folded = |id: SpellingId| fold_word(&self.gazetteer.spelling(id).text);
        (entry.text.contains(['I', 'i', 'İ', 'ı']) && folded(better) == folded(spelling)).then_some(better)
    }

    /// What this language calls deprecated is a spelling of its own, also as a part of a name that another language has whole.
    fn wrong_language(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let paragraph = mention.language.as_ref().filter(|_| mention.counts())?;
        let deprecated = self.with_status(mention, Status::Deprecated);
        if deprecated.is_some_and(|id| self.gazetteer.spelling(id).language == *paragraph) {
            return None;
        }
        mention.uses().find_map(|spelling| {
            let better = better_in(self.gazetteer, spelling, paragraph)?;
            Some(Verdict::WrongLanguage { spelling, better })
        })
    }

    fn deprecated(&self, mention: &Mention) -> Option<Verdict<'_>> {
        self.with_status(mention, Status::Deprecated).map(Verdict::Deprecated)
    }

    fn inconsistent(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let mut uses = mention.uses().filter(|_| mention.counts());
        uses.find_map(|spelling| {
            let conflict = self.conflicts.against(spelling)?;
            Some(Verdict::Inconsistent { spelling, conflict })
        })
    }

    fn anachronism(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let date = self.date?;
        let not_yet = |from: Date| date.latest() < from.earliest();
        self.used(mention, |id| {
            self.gazetteer.spelling(id).period.from.is_some_and(not_yet)
        })
        .map(Verdict::Anachronism)
    }

    fn historical(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let date = self.date?;
        let no_longer = |to: Date| to.latest() < date.earliest();
        self.used(mention, |id| {
            self.gazetteer.spelling(id).period.to.is_some_and(no_longer)
        })
        .map(Verdict::Historical)
    }

    fn across_corpus(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let mut uses = mention.uses().filter(|_| mention.counts());
        uses.find_map(|spelling| {
            let conflict = self.corpus.against(spelling)?;
            let first = self.first_uses.get(&name_of(self.gazetteer, spelling));
            let is_first = first == Some(&mention.range.start);
            is_first.then_some(Verdict::InconsistentAcrossCorpus { spelling, conflict })
        })
    }

    fn form(&self, mention: &Mention) -> Option<Verdict<'_>> {
        let conflict = self.forms.conflict(mention.range.start);
        conflict.filter(|_| mention.counts()).map(Verdict::Form)
    }

    /// The first spelling that a mention uses, in narration, of which something is true and which the style does not want.
    fn used(&self, mention: &Mention, is_so: impl Fn(SpellingId) -> bool) -> Option<SpellingId> {
        let mut uses = mention.uses().filter(|_| mention.counts());
        uses.find(|id| is_so(*id) && !self.circumstances.style.prefers(self.gazetteer, *id))
    }

    /// A spelling in a mention that has this status; of an ambiguous mention, if all candidates say so.
    fn with_status(&self, mention: &Mention, status: Status) -> Option<SpellingId> {
        let has_status = |id: &SpellingId| {
            self.gazetteer.spelling(*id).status == status && !self.circumstances.style.prefers(self.gazetteer, *id)
        };
        if mention.entity().is_some() {
            return mention.uses().find(has_status);
        }
        let mut spellings = mention.candidates.iter().map(|candidate| candidate.spelling);
        let all = spellings.clone().all(|id| has_status(&id));
        spellings.next().filter(|_| all)
    }
}

/// What spellings conflict over.
fn name_of(gazetteer: &Gazetteer, spelling: SpellingId) -> (NameId, Language) {
    let entry = gazetteer.spelling(spelling);
    (entry.name, entry.language.clone())
}

/// The spelling that a paragraph’s language has for a name, where what stands there is of another language in the same
/// script, and none of its own. Titles of works are cited as they are.
fn better_in(gazetteer: &Gazetteer, spelling: SpellingId, paragraph: &Language) -> Option<SpellingId> {
    let entry = gazetteer.spelling(spelling);
    let kind = gazetteer.entity(gazetteer.name(entry.name).entity).kind;
    let is_citation = kind == EntityType::Publication || entry.language.is_cyrillic() != paragraph.is_cyrillic();
    if entry.language == *paragraph || is_citation {
        return None;
    }
    let mut own = gazetteer
        .spellings(entry.name)
        .filter(|(_, own)| own.language == *paragraph);
    let is_known = own.any(|(_, own)| compare(&own.text, &entry.text, paragraph, kind) != Comparison::Different);
    gazetteer.preferred(entry.name, paragraph).filter(|_| !is_known)
}
