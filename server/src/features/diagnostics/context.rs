//! What the checks of one document share, and how what they have to say becomes a finding.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::PathBuf;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::{FirstUses, Mention};
use onomast_gazetteer::consistency::{Agreement, Circumstances, Consistency};
use onomast_gazetteer::entity::{EntityId, SpellingId};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::in_shape_of;

use super::checks::{CHECKS, Check, Find};
use super::spots::{Place, Shape, Spot};
use super::{View, style};
use crate::features::finding::{Code, Finding, Proposal, Related, Severity};
use crate::message::Messages;
use crate::project::{Level, Role};

/// What the checks of one document share.
pub(super) struct Context<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) messages: &'static Messages,
    consistency: Consistency<'a>,
    pub(super) agreement: Agreement<'a>,
    /// Where each spelling that conflicts with another first counts, for those who say so.
    first: OnceCell<FirstUses>,
}

/// Where a finding stands, and what is known of that place.
pub(super) struct At {
    pub(super) range: Range<usize>,
    /// Whether these are other people’s words, or the name is only talked about: never more than a hint.
    pub(super) quoted: bool,
    /// The entity, where there is exactly one.
    pub(super) entity: Option<EntityId>,
}

/// What a check has to say; the rest of the finding follows from where it is said.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) message: String,
    pub(super) spelling: Option<SpellingId>,
    /// What is written, where it is almost a spelling.
    pub(super) written: Option<String>,
    pub(super) related: Vec<Related>,
    /// Where it is not the mention without its suffix.
    pub(super) range: Option<Range<usize>>,
    pub(super) proposals: Vec<Proposal>,
    /// Where it is graver than findings of its code mostly are. What settings say holds all the same.
    pub(super) severity: Option<Severity>,
}

impl At {
    /// The same with another range, where one is given.
    fn moved(self, range: Option<Range<usize>>) -> At {
        At {
            range: range.unwrap_or(self.range),
            ..self
        }
    }

    pub(super) fn mention(mention: &Mention) -> At {
        At {
            range: mention.range.clone(),
            quoted: is_quoted(mention.zone) || mention.aside.is_some(),
            entity: mention.entity(),
        }
    }

    /// A place in a zone, where perhaps this spelling is meant.
    pub(super) fn place(gazetteer: &Gazetteer, range: Range<usize>, zone: Zone, spelling: Option<SpellingId>) -> At {
        At {
            range,
            quoted: is_quoted(zone),
            entity: spelling.map(|spelling| gazetteer.bearer(spelling).1),
        }
    }
}

fn is_quoted(zone: Zone) -> bool {
    matches!(zone, Zone::Quotation | Zone::Bibliography)
}

impl<'a> Context<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Context<'a> {
        let gazetteer: &Gazetteer = view.analysis.gazetteer();
        let circumstances = Circumstances {
            style: style::preferences(view),
            of_others: view.settings.role != Role::Draft,
            corpus: view.index.map(|index| &**index.uses()),
            apostrophe: view.project.settings.suffix.apostrophe,
        };
        let consistency = Consistency::of(view.analysis, view.text, circumstances);
        Context {
            view,
            gazetteer,
            messages: view.project.messages(),
            consistency,
            agreement: Agreement::new(gazetteer),
            first: OnceCell::new(),
        }
    }

    /// Where the mentions of a block have findings, without words.
    pub(super) fn spots(&self, part: usize) -> Vec<Spot> {
        let start = self.view.analysis.part(part).start;
        let mut spots = Vec::new();
        for (number, mention) in self.view.analysis.mentions_of_part(part) {
            let place = Place { start, number };
            spots.extend(self.spot_of_spelling(&mention, place));
            if self.is_own() {
                spots.extend(self.spots_of_mention(&mention, place));
            }
        }
        spots
    }

    /// The finding about the spelling of a mention, where there is one.
    fn spot_of_spelling(&self, mention: &Mention, place: Place) -> Option<Spot> {
        self.consistency.verdicts(mention).find_map(|verdict| {
            let code = Code::of(&verdict);
            let check = CHECKS.iter().find(|check| check.code == code)?;
            let shape = self.shape(check, At::mention(mention), Some(verdict.spelling()), None)?;
            Some(Spot::new(code, place, shape))
        })
    }

    /// The findings about anything else.
    fn spots_of_mention<'b>(&'b self, mention: &'b Mention, place: Place) -> impl Iterator<Item = Spot> + 'b {
        let checks = CHECKS.iter().filter(|check| self.is_wanted(check));
        checks.filter_map(move |check| {
            let Find::Mention(find) = check.find else {
                return None;
            };
            let draft = find(self, mention)?;
            let at = At::mention(mention).moved(draft.range);
            let shape = self.shape(check, at, draft.spelling, draft.severity)?;
            Some(Spot::new(check.code, place, shape))
        })
    }

    /// Puts into words what stands at a spot of a block; `None` where nothing does, as in no document to which it belongs.
    pub(super) fn worded(&self, part: usize, spot: &Spot) -> Option<Finding> {
        let check = CHECKS.iter().find(|check| check.code == spot.code())?;
        let mention = self.view.analysis.mention_of_part(part, spot.mention())?;
        let draft = match check.find {
            Find::Verdict(word) => {
                let mut verdicts = self.consistency.verdicts(&mention);
                let verdict = verdicts.find(|verdict| Code::of(verdict) == check.code)?;
                word(self, &verdict)?
            }
            Find::Mention(find) => find(self, &mention)?,
            Find::Document(_) => return None,
        };
        Some(filled(self.unworded_at(part, spot), draft))
    }

    /// The finding at a spot of a block, without words.
    pub(super) fn unworded_at(&self, part: usize, spot: &Spot) -> Finding {
        self.unworded(spot.code(), &spot.shape(self.view.analysis.part(part).start))
    }

    /// The findings about what is no mention. What nobody wants to hear is not looked for.
    pub(super) fn about_document(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for check in CHECKS.iter().filter(|check| self.is_own() && self.is_wanted(check)) {
            let Find::Document(find) = check.find else {
                continue;
            };
            for (at, mut draft) in find(self) {
                let at = at.moved(draft.range.take());
                if let Some(shape) = self.shape(check, at, draft.spelling, draft.severity) {
                    findings.push(filled(self.unworded(check.code, &shape), draft));
                }
            }
        }
        findings
    }

    /// Whether these are the author’s own words. Of others’ only misprints are reported.
    fn is_own(&self) -> bool {
        self.view.settings.role == Role::Draft
    }

    /// Where each spelling that conflicts with another first counts.
    pub(super) fn first_use(&self, spelling: SpellingId) -> Option<Range<usize>> {
        let first = self.first.get_or_init(|| {
            let conflicts = self.consistency.conflicts().all().iter();
            let groups = conflicts.flat_map(|conflict| &conflict.groups);
            let spellings = groups.flat_map(|group| group.members.iter().copied());
            self.view.analysis.first_uses(&spellings.collect())
        });
        first.get(&spelling).cloned()
    }

    /// What the sums say of a block is the same as long as this number is.
    pub(super) fn print_of_part(&self, part: usize) -> (u64, u64) {
        let meant = self.view.analysis.print_of_part(part);
        (meant, self.consistency.print_of_part(part))
    }

    /// Whether a check is on: by itself, or because settings give it a severity.
    fn is_wanted(&self, check: &Check) -> bool {
        let project = self.view.project;
        match check.severity {
            Some(severity) => project.severity(check.code, severity).is_some(),
            None => matches!(project.settings.severity.get(&check.code), Some(Level::At(_))),
        }
    }

    /// A finding without words and code; `None` where nobody wants to hear it.
    fn shape(&self, check: &Check, at: At, spelling: Option<SpellingId>, graver: Option<Severity>) -> Option<Shape> {
        if !self.is_wanted(check) {
            return None;
        }
        // Asked for in the settings, it has a severity there.
        let severity = graver.or(check.severity).unwrap_or(Severity::Information);
        let severity = self.view.project.severity(check.code, severity)?;
        Some(Shape {
            range: at.range,
            severity: if at.quoted { Severity::Hint } else { severity },
            entity: at.entity,
            spelling,
        })
    }

    /// A finding of which only the words, the evidence and the proposals are missing.
    fn unworded(&self, code: Code, shape: &Shape) -> Finding {
        let entity = shape.entity.map(|id| self.gazetteer.entity(id).id.clone());
        let key = shape.spelling.filter(|_| entity.is_some());
        Finding {
            key: key.map(|id| self.gazetteer.name(self.gazetteer.bearer(id).0).key.clone()),
            spelling: shape.spelling.map(|id| self.gazetteer.spelling(id).text.clone()),
            entity,
            ..Finding::plain(code, shape.severity, shape.range.clone(), String::new())
        }
    }

    /// A text in the place of another, where no markup and no end of a line stands in that place.
    pub(super) fn proposal(&self, range: &Range<usize>, text: &str) -> Option<Proposal> {
        let here = self.view.text.slice(range.clone());
        let plain = !here.contains(['\n', '\r', '<', '>', '&', '{', '}', '\\', '*', '_', '[']);
        plain.then(|| Proposal {
            range: range.clone(),
            text: text.to_owned(),
        })
    }

    pub(super) fn text(&self, spelling: SpellingId) -> &str {
        &self.gazetteer.spelling(spelling).text
    }

    /// `key` where there is nothing better to write, `key-instead` where there is.
    pub(super) fn disapproved(&self, key: &str, spelling: SpellingId) -> Draft {
        let entry = self.gazetteer.spelling(spelling);
        let better = self.gazetteer.preferred(entry.name, &entry.language);
        let text = ("spelling", entry.text.as_str().into());
        // As the fix will write it: only what was compared.
        let better = better.map(|id| in_shape_of(&entry.text, &self.gazetteer.spelling(id).text));
        let message = match better {
            Some(better) => self
                .messages
                .text(&format!("{key}-instead"), &[text, ("better", better.into())]),
            None => self.messages.text(key, &[text]),
        };
        Draft {
            message,
            spelling: Some(spelling),
            related: self.entry(spelling).into_iter().collect(),
            ..Draft::default()
        }
    }

    /// A message that names one spelling.
    pub(super) fn about(&self, key: &str, spelling: SpellingId) -> Draft {
        let message = self.messages.text(key, &[("spelling", self.text(spelling).into())]);
        Draft {
            message,
            spelling: Some(spelling),
            related: self.entry(spelling).into_iter().collect(),
            ..Draft::default()
        }
    }

    /// The entry of a spelling in a file of the project; the built-in gazetteer has no file to lead to.
    pub(super) fn entry(&self, spelling: SpellingId) -> Option<Related> {
        let origin = &self.gazetteer.spelling(spelling).origin;
        let source = self
            .gazetteer
            .sources()
            .get(origin.source as usize)
            .filter(|source| !source.builtin)?;
        Some(Related {
            path: Some(PathBuf::from(&source.name)),
            range: origin.range.clone(),
            message: self.messages.text("related-entry", &[]),
        })
    }
}

fn filled(finding: Finding, draft: Draft) -> Finding {
    Finding {
        message: draft.message,
        written: draft.written,
        related: draft.related,
        proposals: draft.proposals,
        ..finding
    }
}
