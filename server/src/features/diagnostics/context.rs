//! What the checks of one document share, and how what they have to say becomes a finding.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::consistency::{Agreement, Circumstances, Consistency};
use onomast_gazetteer::entity::{EntityId, SpellingId};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::in_shape_of;

use super::checks::{CHECKS, Check, Find};
use super::{View, style};
use crate::features::finding::{Finding, Proposal, Related, Severity};
use crate::message::Messages;
use crate::project::{Level, Role};

/// What the checks of one document share.
pub(super) struct Context<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) messages: &'static Messages,
    consistency: Consistency<'a>,
    pub(super) agreement: Agreement<'a>,
    /// Where each spelling first counts, if any conflict.
    pub(super) first: HashMap<SpellingId, Range<usize>>,
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
    pub(super) related: Vec<Related>,
    /// Where it is not the mention without its suffix.
    pub(super) range: Option<Range<usize>>,
    pub(super) proposals: Vec<Proposal>,
    /// Where it is graver than findings of its code mostly are. What settings say holds all the same.
    pub(super) severity: Option<Severity>,
}

impl At {
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
        let conflicting = !consistency.conflicts().all().is_empty();
        Context {
            view,
            gazetteer,
            messages: view.project.messages(),
            consistency,
            agreement: Agreement::new(gazetteer),
            first: if conflicting { first_uses(view) } else { HashMap::new() },
        }
    }

    /// Everything that is found, in no order.
    pub(super) fn all(&self) -> Vec<Finding> {
        let own = self.view.settings.role == Role::Draft;
        let mut findings = Vec::new();
        for mention in self.view.analysis.mentions() {
            findings.extend(self.about_spelling(&mention));
            if own {
                findings.extend(self.about_mention(&mention));
            }
        }
        if own {
            findings.extend(self.about_document());
        }
        findings
    }

    /// The finding about the spelling of a mention, where there is one.
    fn about_spelling(&self, mention: &Mention) -> Option<Finding> {
        self.consistency.verdicts(mention).find_map(|verdict| {
            CHECKS.iter().find_map(|check| match check.find {
                Find::Verdict(word) => self.finding(check, || Some((At::mention(mention), word(self, &verdict)?))),
                Find::Mention(_) | Find::Document(_) => None,
            })
        })
    }

    /// The findings about anything else.
    fn about_mention<'b>(&'b self, mention: &'b Mention) -> impl Iterator<Item = Finding> + 'b {
        CHECKS.iter().filter_map(move |check| match check.find {
            Find::Mention(find) => self.finding(check, || Some((At::mention(mention), find(self, mention)?))),
            Find::Verdict(_) | Find::Document(_) => None,
        })
    }

    /// The findings about what is no mention. What nobody wants to hear is not looked for.
    fn about_document(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for check in CHECKS {
            if let Find::Document(find) = check.find
                && self.is_wanted(check)
            {
                let drafts = find(self).into_iter();
                findings.extend(drafts.filter_map(|draft| self.finding(check, || Some(draft))));
            }
        }
        findings
    }

    /// Whether a check is on: by itself, or because settings give it a severity.
    fn is_wanted(&self, check: &Check) -> bool {
        let project = self.view.project;
        match check.severity {
            Some(severity) => project.severity(check.code, severity).is_some(),
            None => matches!(project.settings.severity.get(&check.code), Some(Level::At(_))),
        }
    }

    fn finding(&self, check: &Check, draft: impl FnOnce() -> Option<(At, Draft)>) -> Option<Finding> {
        if !self.is_wanted(check) {
            return None;
        }
        let (at, draft) = draft()?;
        // Asked for in the settings, it has a severity there.
        let severity = draft.severity.or(check.severity).unwrap_or(Severity::Information);
        let severity = self.view.project.severity(check.code, severity)?;
        let entity = at.entity.map(|id| self.gazetteer.entity(id).id.clone());
        let spelling = draft.spelling;
        Some(Finding {
            code: check.code,
            severity: if at.quoted { Severity::Hint } else { severity },
            range: draft.range.unwrap_or(at.range),
            message: draft.message,
            key: spelling
                .filter(|_| entity.is_some())
                .map(|id| self.gazetteer.name(self.gazetteer.bearer(id).0).key.clone()),
            spelling: spelling.map(|id| self.gazetteer.spelling(id).text.clone()),
            entity,
            related: draft.related,
            proposals: draft.proposals,
        })
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

fn first_uses(view: &View<'_>) -> HashMap<SpellingId, Range<usize>> {
    let mut first = HashMap::new();
    for mention in view.analysis.mentions().filter(Mention::counts) {
        for spelling in mention.uses() {
            first.entry(spelling).or_insert_with(|| mention.range.clone());
        }
    }
    first
}
