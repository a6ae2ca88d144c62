//! What could be done about a finding: the changes to its document, each with a title, and whether it may be done unasked.
//!
//! A fix is *safe* where the gazetteer calls the spelling wrong or deprecated, one form results, it stands in the author’s
//! narration, and nobody has to change a word beside it. All others are suggestions, worded as a question. They are made
//! when somebody asks for them and not with the findings: a key typed must not pay for what nobody looks at.

use std::ops::Range;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::{Aside, Circumstances, Consistency, Style, Verdict};
use onomast_gazetteer::entity::SpellingId;
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::{Caution, Change, Replacement, Replacer, alternatives};

use super::finding::{Code, Finding, Proposal};
use super::{View, diagnostics};
use crate::project::Role;

#[cfg(test)]
mod tests;

/// Something that could be done about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// For people: what to do, or a question.
    pub title: String,
    /// Whether it may be done unasked, with all others of its kind.
    pub safe: bool,
    /// Whether it is the one to make where somebody asks for the fix of this finding and sees what becomes of it: what is
    /// safe; and of two spellings the one that the text mostly has, or its style wants.
    pub plain: bool,
    /// In what it changes words.
    pub group: Group,
    /// Whether gender or number changes while a word beside the name agrees with it: it is never done unseen.
    pub disagrees: bool,
    /// Changes to the document: by start, without overlap.
    pub changes: Vec<Change>,
}

/// In what words are changed. Others than narration ask for confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The author’s own words.
    Narration,
    /// A heading.
    Heading,
    /// Somebody else’s words.
    Quotation,
    /// References to literature and archives.
    Bibliography,
}

impl Group {
    /// Every group.
    pub const ALL: [Group; 4] = [Group::Narration, Group::Heading, Group::Quotation, Group::Bibliography];

    /// A stable word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Group::Narration => "narration",
            Group::Heading => "heading",
            Group::Quotation => "quotation",
            Group::Bibliography => "bibliography",
        }
    }
}

impl From<Zone> for Group {
    fn from(zone: Zone) -> Group {
        match zone {
            Zone::Narration => Group::Narration,
            Zone::Heading => Group::Heading,
            Zone::Quotation => Group::Quotation,
            Zone::Bibliography => Group::Bibliography,
        }
    }
}

/// What speaks for a spelling in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The gazetteer calls the other one wrong or deprecated.
    CalledWrong,
    /// The text mostly has it, or its style wants it.
    Kept,
    /// Somebody may want it.
    Choice,
}

/// Makes the fixes of one document.
#[derive(Debug)]
pub struct Fixer<'a> {
    view: &'a View<'a>,
    gazetteer: &'a Gazetteer,
    style: Style,
    consistency: Consistency<'a>,
    replacer: Replacer<'a>,
}

impl<'a> Fixer<'a> {
    /// Reads the sums of the document once, for all its findings.
    pub fn new(view: &'a View<'a>) -> Fixer<'a> {
        let style = diagnostics::preferences(view);
        let circumstances = Circumstances {
            style: style.clone(),
            of_others: view.settings.role != Role::Draft,
            corpus: view.index.map(|index| &**index.uses()),
            apostrophe: view.project.settings.suffix.apostrophe,
        };
        Fixer {
            view,
            gazetteer: view.analysis.gazetteer(),
            style,
            consistency: Consistency::of(view.analysis, view.text, circumstances),
            replacer: Replacer::new(view.analysis, view.text),
        }
    }

    /// What could be done about a finding of this document, the likeliest first.
    pub fn fixes(&mut self, finding: &Finding) -> Vec<Fix> {
        if !finding.proposals.is_empty() {
            return self.proposed(finding);
        }
        let at = finding.range.start;
        let mention = self
            .view
            .analysis
            .mention_at(at)
            .filter(|mention| mention.range == finding.range);
        let Some(mention) = mention.filter(|mention| mention.aside != Some(Aside::Title)) else {
            return Vec::new();
        };
        if finding.code == Code::InconsistentForm {
            return self.in_most_form(&mention).into_iter().collect();
        }
        let Some((from, targets)) = self.targets(&mention, finding.code) else {
            return Vec::new();
        };
        let mut fixes: Vec<Fix> = Vec::new();
        for (to, ground) in targets {
            for fix in self.replaced(&mention, from, to, ground) {
                if !fixes.iter().any(|known| known.changes == fix.changes) {
                    fixes.push(fix);
                }
            }
        }
        fixes
    }

    /// A mention in the form that most have.
    fn in_most_form(&mut self, mention: &Mention) -> Option<Fix> {
        let mut verdicts = self.consistency.verdicts(mention);
        let conflict = verdicts.find_map(|verdict| match verdict {
            Verdict::Form(conflict) => Some(conflict.clone()),
            _ => None,
        })?;
        drop(verdicts);
        let replacement = self.replacer.in_most_form(mention, &conflict)?;
        Some(self.fix(mention, replacement, Ground::Choice))
    }

    /// The ways to write a spelling where a mention uses another; none where that is not possible.
    pub fn replacements(&mut self, mention: &Mention, from: SpellingId, to: SpellingId) -> Vec<Fix> {
        self.replaced(mention, from, to, Ground::Choice)
    }

    fn replaced(&mut self, mention: &Mention, from: SpellingId, to: SpellingId, ground: Ground) -> Vec<Fix> {
        let found = self.replacer.replace(mention, from, to).unwrap_or_default();
        let one = found.len() == 1;
        let found = found.into_iter().filter(|replacement| !replacement.changes.is_empty());
        found
            .map(|replacement| self.fix(mention, replacement, if one { ground } else { Ground::Choice }))
            .collect()
    }

    /// All safe fixes of the document that can be made together: by start, without overlap. Empty but for drafts.
    pub fn safe(&mut self, findings: &[Finding]) -> Vec<Fix> {
        let mut safe: Vec<Fix> = Vec::new();
        let mut end = 0;
        for finding in findings.iter().filter(|finding| is_called_wrong(finding.code)) {
            let Some(fix) = self.fixes(finding).into_iter().find(|fix| fix.safe) else {
                continue;
            };
            let Some(range) = covered(&fix.changes).filter(|range| range.start >= end) else {
                continue;
            };
            end = range.end;
            safe.push(fix);
        }
        safe
    }

    /// The spelling that stands there and those to put in its place, the best first.
    fn targets(&self, mention: &Mention, code: Code) -> Option<(SpellingId, Vec<(SpellingId, Ground)>)> {
        let verdict = self
            .consistency
            .verdicts(mention)
            .find(|verdict| Code::of(verdict) == code)?;
        let (from, best, ground) = match verdict {
            Verdict::Misspelling(spelling) | Verdict::Deprecated(spelling) => {
                (spelling, self.preferred(spelling), Ground::CalledWrong)
            }
            Verdict::Anachronism(spelling) | Verdict::Historical(spelling) => {
                (spelling, self.preferred(spelling), Ground::Choice)
            }
            Verdict::DottedI { spelling, right } => return Some((spelling, vec![(right, Ground::Choice)])),
            Verdict::WrongLanguage { spelling, better } => return Some((spelling, vec![(better, Ground::Choice)])),
            Verdict::Inconsistent { spelling, conflict } | Verdict::InconsistentAcrossCorpus { spelling, conflict } => {
                let ground = if conflict.is_plain() {
                    Ground::Kept
                } else {
                    Ground::Choice
                };
                (spelling, Some(conflict.reference), ground)
            }
            Verdict::Form(_) => return None,
        };
        // An ambiguous mention is nobody’s to be respelled.
        mention.entity()?;
        let others = alternatives(self.gazetteer, from);
        let others = others.into_iter().filter(|other| Some(*other) != best);
        let best = best.into_iter().map(|best| (best, ground));
        Some((from, best.chain(others.map(|other| (other, Ground::Choice))).collect()))
    }

    /// What the style wants for the name of a spelling, else what the gazetteer prefers.
    fn preferred(&self, spelling: SpellingId) -> Option<SpellingId> {
        let entry = self.gazetteer.spelling(spelling);
        let style = self.style.preferred(entry.name, &entry.language);
        style
            .or_else(|| self.gazetteer.preferred(entry.name, &entry.language))
            .filter(|better| *better != spelling)
    }

    fn fix(&self, mention: &Mention, replacement: Replacement, ground: Ground) -> Fix {
        let group = Group::from(mention.zone);
        let plain = ground != Ground::Choice
            && replacement.caution.is_none()
            && group == Group::Narration
            && mention.aside.is_none()
            && mention.entity().is_some()
            && self.view.settings.role == Role::Draft;
        let safe = plain && ground == Ground::CalledWrong;
        let key = match replacement.caution {
            Some(Caution::Agreement) => "fix-replace-disagreeing",
            Some(Caution::Unsure) => "fix-suggest",
            None if safe => "fix-replace",
            None => "fix-suggest",
        };
        Fix {
            title: self.title(key, &replacement.text),
            safe,
            plain,
            group,
            disagrees: replacement.caution.is_some(),
            changes: replacement.changes,
        }
    }

    /// What the finding itself proposes; nothing in titles of works and in the letters of a source.
    fn proposed(&mut self, finding: &Finding) -> Vec<Fix> {
        let at = finding.range.start;
        let mention = self.view.analysis.mention_at(at);
        let in_title = mention.is_some_and(|mention| mention.aside == Some(Aside::Title));
        let Some(zone) = self.replacer.zone_at(at).filter(|_| !in_title) else {
            return Vec::new();
        };
        let group = Group::from(self.view.analysis.decided_zone(at).unwrap_or(zone));
        let mut fixes = Vec::new();
        for proposal in &finding.proposals {
            let change = Change {
                range: proposal.range.clone(),
                text: proposal.text.clone(),
            };
            let Ok(changes) = self.replacer.keeping_links(at, vec![change]) else {
                continue;
            };
            fixes.push(Fix {
                title: self.title("fix-suggest", &self.put_right(finding, proposal)),
                safe: false,
                plain: false,
                group,
                disagrees: false,
                changes,
            });
        }
        fixes
    }

    /// What would stand where the finding is, with what is not changed: Çiçerin’in and not “in”.
    fn put_right(&self, finding: &Finding, proposal: &Proposal) -> String {
        let (whole, part) = (&finding.range, &proposal.range);
        let before = self.view.text.slice(whole.start.min(part.start)..part.start);
        let behind = self.view.text.slice(part.end..part.end.max(whole.end));
        format!("{before}{}{behind}", proposal.text)
    }

    fn title(&self, key: &str, text: &str) -> String {
        let text = super::on_one_line(text);
        self.view.project.messages().text(key, &[("text", text.into())])
    }
}

/// Whether findings of this code say that the gazetteer calls a spelling wrong or deprecated.
fn is_called_wrong(code: Code) -> bool {
    matches!(code, Code::Misspelling | Code::DeprecatedSpelling)
}

/// The range that changes cover.
fn covered(changes: &[Change]) -> Option<Range<usize>> {
    let start = changes.first()?.range.start;
    Some(start..changes.iter().map(|change| change.range.end).max()?)
}
