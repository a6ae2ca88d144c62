//! What is to be said of the spelling of a mention. One spelling finding a mention: the first of a fixed order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::FxHashMap;

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
#[derive(Debug, Clone, PartialEq)]
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
    Form(FormConflict),
}

impl Verdict<'_> {
    /// The spelling that is spoken of: what stands here, or the right one where only the dots of i are wrong.
    pub fn spelling(&self) -> SpellingId {
        match self {
            Verdict::Misspelling(spelling)
            | Verdict::Deprecated(spelling)
            | Verdict::Anachronism(spelling)
            | Verdict::Historical(spelling)
            | Verdict::DottedI { right: spelling, .. }
            | Verdict::WrongLanguage { spelling, .. }
            | Verdict::Inconsistent { spelling, .. }
            | Verdict::InconsistentAcrossCorpus { spelling, .. } => *spelling,
            Verdict::Form(conflict) => conflict.spelling,
        }
    }
}

/// What the sums of a document say of its mentions.
pub struct Consistency<'a> {
    analysis: &'a Analysis,
    text: &'a dyn Text,
    gazetteer: &'a Gazetteer,
    circumstances: Circumstances<'a>,
    date: Option<Date>,
    conflicts: Conflicts,
    corpus: Conflicts,
    forms: &'a Forms,
    /// Where each name that the project spells in more than one way first counts in each language.
    first_uses: BTreeMap<(NameId, Language), usize>,
    /// The spellings of which the sums say anything, each with a number for what they say.
    noted: FxHashMap<SpellingId, u64>,
}

impl fmt::Debug for Consistency<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Consistency")
            .field("conflicts", &self.conflicts)
            .finish_non_exhaustive()
    }
}

impl<'a> Consistency<'a> {
    /// Reads the sums of a document. `text` is the text the analysis was made of.
    pub fn of(analysis: &'a Analysis, text: &'a dyn Text, circumstances: Circumstances<'a>) -> Consistency<'a> {
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
        let conflicts = Conflicts::of(gazetteer, own, date, style);
        let forms = analysis.forms(text);
        let mut noted: FxHashMap<SpellingId, u64> = forms.divided(gazetteer).collect();
        for (which, conflicts) in [(1, &conflicts), (2, &corpus)] {
            for spelling in conflicts.minority() {
                *noted.entry(spelling).or_default() ^= which;
            }
        }
        Consistency {
            analysis,
            text,
            gazetteer,
            date,
            first_uses: first_uses(analysis, own, &corpus),
            noted,
            conflicts,
            corpus,
            forms,
            circumstances,
        }
    }

    /// A number for what the sums say of the mentions of a block: while this, the circumstances but for the counts of the
    /// corpus, and the mentions ([`Analysis::print_of_part`]) are the same, the same of [`Consistency::verdicts`] are found,
    /// if not with the same counts.
    pub fn print_of_part(&self, part: usize) -> u64 {
        if self.noted.is_empty() {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        let range = self.analysis.part(part);
        for spelling in self.analysis.spellings_of_part(part) {
            let Some(note) = self.noted.get(&spelling) else {
                continue;
            };
            (spelling, note).hash(&mut hasher);
            if self.corpus.against(spelling).is_some() {
                let first = self.first_uses.get(&name_of(self.gazetteer, spelling));
                first.is_some_and(|first| range.contains(first)).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// The conflicts between the spellings of the document.
    pub fn conflicts(&self) -> &Conflicts {
        &self.conflicts
    }

    /// What is to be said of a mention.
    pub fn verdict<'s>(&'s self, mention: &'s Mention) -> Option<Verdict<'s>> {
        self.verdicts(mention).next()
    }

    /// All that could be said of a mention, in order, for those who do not want to hear the first.
    pub fn verdicts<'s>(&'s self, mention: &'s Mention) -> impl Iterator<Item = Verdict<'s>> {
        type Find<'s, 'a> = fn(&'s Consistency<'a>, &'s Mention) -> Option<Verdict<'s>>;
        const OF_OTHERS: usize = 1;
        let order: [Find<'s, 'a>; 9] = [
            |own, mention| own.misspelling(mention),
            |own, mention| own.dotted_i(mention),
            |own, mention| own.wrong_language(mention),
            |own, mention| own.deprecated(mention),
            |own, mention| own.inconsistent(mention),
            |own, mention| own.anachronism(mention),
            |own, mention| own.historical(mention),
            |own, mention| own.across_corpus(mention),
            |own, mention| own.form(mention),
        ];
        let said = if self.circumstances.of_others {
            OF_OTHERS
        } else {
            order.len()
        };
        order.into_iter().take(said).filter_map(move |find| find(self, mention))
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
        let mut written = self.analysis.written_at(self.text, mention);
        let written_so = written.find(|written| written.comparison == Comparison::Different);
        let written_so = written_so.map(|written| written.spelling).filter(|id| is_right(*id));
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
        if !mention.counts() || !mention.uses().any(|spelling| self.noted.contains_key(&spelling)) {
            return None;
        }
        let written = self.analysis.written_at(self.text, mention);
        let apostrophe = self.circumstances.apostrophe;
        self.forms
            .conflict(self.gazetteer, written, apostrophe)
            .map(Verdict::Form)
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

/// Where each name that a corpus spells in more than one way first counts in a document with these uses.
fn first_uses(analysis: &Analysis, own: &[Use], corpus: &Conflicts) -> BTreeMap<(NameId, Language), usize> {
    let names = corpus
        .all()
        .iter()
        .map(|conflict| name_of(analysis.gazetteer(), conflict.reference));
    let names: BTreeSet<(NameId, Language)> = names.collect();
    let used = own
        .iter()
        .filter(|used| names.contains(&(used.name, used.language.clone())));
    let spellings: BTreeSet<SpellingId> = used.flat_map(|used| used.counts.iter().map(|(id, _)| *id)).collect();
    let mut first: BTreeMap<(NameId, Language), usize> = BTreeMap::new();
    for (spelling, range) in analysis.first_uses(&spellings) {
        let first = first
            .entry(name_of(analysis.gazetteer(), spelling))
            .or_insert(range.start);
        *first = range.start.min(*first);
    }
    first
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
