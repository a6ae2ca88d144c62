//! What can be done at a place of a document, the likeliest first: fixes of its findings, other spellings of the name there,
//! and decisions about it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::anchor::Anchor;
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::{Part, SpellingId, Status};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::{Change, alternatives};

use super::finding::{Code, Finding};
use super::fixes::{Fixer, Group};
use super::{View, naming};
use crate::project::decisions::line;
use crate::project::{Role, Verdict};

mod selected;
#[cfg(test)]
mod tests;

/// Of a name that many may bear, as many are offered.
const MOST_CANDIDATES: usize = 8;
/// Of a selection as many findings are spoken of: nobody reads a longer menu.
pub const MOST_FINDINGS: usize = 50;

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// For people.
    pub title: String,
    /// Of what kind.
    pub kind: Kind,
    /// The finding that it settles: its number in the list given.
    pub finding: Option<usize>,
    /// Whether it is what most people want.
    pub preferred: bool,
    /// What is done.
    pub work: Work,
}

/// Kinds of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// About a finding.
    QuickFix,
    /// Another spelling where nothing is wrong.
    Rewrite,
    /// All safe fixes of the document.
    FixAll,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::QuickFix, Kind::Rewrite, Kind::FixAll];
}

/// What an action does. The last three look through whole texts, and are worked out only when somebody has chosen them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Changes to this document, each with the words it stands in.
    Here(Vec<(Change, Group)>),
    /// A line for the file of decisions.
    Decide(String),
    /// An entity for the project’s own gazetteer: its id, and its entry as JSON.
    Enter {
        /// Not yet in the gazetteer.
        id: String,
        /// As a gazetteer file has it.
        entry: serde_json::Value,
    },
    /// A spelling for the project’s own gazetteer.
    Spell(AddedSpelling),
    /// Nothing, for a reason that people can read.
    Refused(String),
    /// All safe fixes of this document: see [`fix_all`].
    FixAll,
    /// One spelling in the place of another all over this document: see [`super::respell`].
    InText(SpellingId, SpellingId),
    /// The same all over the project.
    InProject(SpellingId, SpellingId),
}

/// A spelling that a gazetteer is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedSpelling {
    /// Id of the entity.
    pub entity: String,
    /// Key of the name.
    pub key: String,
    /// Its part.
    pub part: Part,
    /// Tag of the language.
    pub language: String,
    /// The spelling.
    pub text: String,
    /// What is thought of it.
    pub status: Status,
}

/// What can be done in a range of a document, of which these are the findings, or those of them that touch it: actions of `only` these kinds, else all that
/// belong to the range. All safe fixes together belong to one of them; by their kind they can be asked for anywhere, and
/// may then be none. `groups` are the words that may be changed all over a text.
pub fn code_actions(
    view: &View<'_>,
    path: &str,
    findings: &[Finding],
    range: &Range<usize>,
    only: Option<&[Kind]>,
    groups: &[Group],
) -> Vec<Action> {
    let is_asked = |kind: Kind| only.is_none_or(|only| only.contains(&kind));
    let touches = |one: &Range<usize>| one.start <= range.end && range.start <= one.end;
    let touched = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| is_asked(Kind::QuickFix) && touches(&finding.range));
    let touched: Vec<(usize, &Finding)> = touched.take(MOST_FINDINGS).collect();
    let mention = view.analysis.mention_at(range.start);
    let respelled = mention.as_ref().filter(|_| is_asked(Kind::Rewrite));
    let mut actions = Vec::new();
    let mut is_safe = false;
    if !touched.is_empty() || respelled.is_some() {
        let mut fixer = Fixer::new(view);
        for (number, finding) in &touched {
            is_safe |= fixes(&mut fixer, *number, finding, &mut actions);
            additions(view, *number, finding, &mut actions);
        }
        if let Some(mention) = respelled {
            respellings(view, &mut fixer, mention, groups, &mut actions);
        }
    }
    if only.map_or(is_safe, |only| only.contains(&Kind::FixAll)) {
        actions.push(Action {
            title: view.project.messages().text("action-fix-all", &[]),
            kind: Kind::FixAll,
            finding: None,
            preferred: false,
            work: Work::FixAll,
        });
    }
    let decisions = Decisions::new(view, path);
    let named = mention.as_ref().filter(|_| is_asked(Kind::QuickFix));
    if let Some(mention) = named {
        let question = touched
            .iter()
            .find(|(_, finding)| finding.code == Code::AmbiguousName && finding.range == mention.range);
        decisions.who(mention, question.map(|(number, _)| *number), &mut actions);
    }
    for (number, finding) in touched {
        decisions.ignore(number, finding, &mut actions);
    }
    if let Some(mention) = named {
        decisions.nobody(mention, &mut actions);
    }
    if is_asked(Kind::Rewrite) && mention.is_none() && !range.is_empty() {
        selected::entities(view, range, &mut actions);
    }
    if is_asked(Kind::QuickFix) {
        decisions.zones(range, mention.as_ref(), &mut actions);
    }
    actions
}

/// All safe fixes of a document, of which these are the findings, each in the author’s own words.
pub fn fix_all(view: &View<'_>, findings: &[Finding]) -> Vec<(Change, Group)> {
    let safe = Fixer::new(view).safe(findings).into_iter();
    let changes = safe.flat_map(|fix| fix.changes);
    changes.map(|change| (change, Group::Narration)).collect()
}

/// What is almost a spelling, as one that the gazetteer calls accepted or wrong.
fn additions(view: &View<'_>, number: usize, finding: &Finding, actions: &mut Vec<Action>) {
    let gazetteer = view.analysis.gazetteer();
    let entity = finding.entity.as_deref().and_then(|id| gazetteer.find(id));
    let names = entity.into_iter().flat_map(|entity| gazetteer.names(entity));
    let like = names
        .flat_map(|(name, _)| gazetteer.spellings(name))
        .find(|(_, spelling)| {
            let key = &gazetteer.name(spelling.name).key;
            Some(&spelling.text) == finding.spelling.as_ref() && Some(key) == finding.key.as_ref()
        });
    let (Some((_, like)), Some(id), Some(text)) = (like, &finding.entity, &finding.written) else {
        return;
    };
    let name = gazetteer.name(like.name);
    for (key, status) in [
        ("action-add-accepted", Status::Accepted),
        ("action-add-misspelling", Status::Misspelling),
    ] {
        let values = [("text", text.as_str().into()), ("spelling", like.text.as_str().into())];
        actions.push(Action {
            title: view.project.messages().text(key, &values),
            kind: Kind::QuickFix,
            finding: Some(number),
            preferred: false,
            work: Work::Spell(AddedSpelling {
                entity: id.clone(),
                key: name.key.clone(),
                part: name.part,
                language: like.language.tag().to_owned(),
                text: text.clone(),
                status,
            }),
        });
    }
}

/// The fixes of a finding; whether one of them is safe.
fn fixes(fixer: &mut Fixer<'_>, number: usize, finding: &Finding, actions: &mut Vec<Action>) -> bool {
    if matches!(finding.code, Code::Gazetteer | Code::Settings) {
        return false;
    }
    let fixes = fixer.fixes(finding);
    let is_safe = fixes.iter().any(|fix| fix.safe);
    let one = fixes.iter().filter(|fix| fix.plain).count() == 1;
    actions.extend(fixes.into_iter().map(|fix| Action {
        preferred: one && fix.plain,
        title: fix.title,
        kind: Kind::QuickFix,
        finding: Some(number),
        work: Work::Here(fix.changes.into_iter().map(|change| (change, fix.group)).collect()),
    }));
    is_safe
}

/// Other spellings of the name: here, in this document, in the project.
fn respellings(view: &View<'_>, fixer: &mut Fixer<'_>, mention: &Mention, groups: &[Group], actions: &mut Vec<Action>) {
    if mention.entity().is_none() || mention.aside == Some(Aside::Title) {
        return;
    }
    let gazetteer = view.analysis.gazetteer();
    let messages = view.project.messages();
    for from in mention.uses() {
        for to in alternatives(gazetteer, from) {
            let kind = Kind::Rewrite;
            let values = [
                ("old", gazetteer.spelling(from).text.as_str().into()),
                ("new", gazetteer.spelling(to).text.as_str().into()),
            ];
            let action = |key: &str, work: Work| Action {
                title: messages.text(key, &values),
                kind,
                finding: None,
                preferred: false,
                work,
            };
            for fix in fixer.replacements(mention, from, to) {
                let is_known = actions.iter().any(|known| match &known.work {
                    Work::Here(changes) => changes.iter().map(|(change, _)| change).eq(&fix.changes),
                    _ => false,
                });
                if !is_known {
                    let changes = fix.changes.into_iter().map(|change| (change, fix.group));
                    let here = Work::Here(changes.collect());
                    actions.push(Action {
                        title: fix.title,
                        ..action("", here)
                    });
                }
            }
            if is_used_twice(view, from, groups) {
                actions.push(action("action-in-file", Work::InText(from, to)));
            }
            actions.push(action("action-in-project", Work::InProject(from, to)));
        }
    }
}

/// Whether a spelling could change in more places than one, in words of these groups.
fn is_used_twice(view: &View<'_>, spelling: SpellingId, groups: &[Group]) -> bool {
    let uses = view.analysis.uses_of(spelling);
    let uses = uses.filter(|mention| mention.aside != Some(Aside::Title) && groups.contains(&mention.zone.into()));
    view.settings.role == Role::Draft && uses.take(2).count() == 2
}

/// Makes lines for the file of decisions.
struct Decisions<'a> {
    view: &'a View<'a>,
    path: &'a str,
    /// All of the text, once one of them wants it: a place is known by the words around it.
    text: OnceCell<Cow<'a, str>>,
}

impl<'a> Decisions<'a> {
    fn new(view: &'a View<'a>, path: &'a str) -> Decisions<'a> {
        Decisions {
            view,
            path,
            text: OnceCell::new(),
        }
    }

    /// That a finding is none.
    fn ignore(&self, number: usize, finding: &Finding, actions: &mut Vec<Action>) {
        let values = [("code", finding.code.as_str().into())];
        let title = self.view.project.messages().text("action-ignore", &values);
        let verdict = Verdict::Ignore(Some(finding.code));
        let action = self.decide(finding.range.clone(), &verdict, title);
        actions.extend(action.map(|action| Action {
            finding: Some(number),
            ..action
        }));
    }

    /// Who is meant, of those who may be. It settles the finding that asks: VS Code shows first what settles one.
    fn who(&self, mention: &Mention, question: Option<usize>, actions: &mut Vec<Action>) {
        if mention.entity().is_some() {
            return;
        }
        let gazetteer = self.view.analysis.gazetteer();
        let messages = self.view.project.messages();
        let locale = messages.locale();
        let mut offer = |verdict: &Verdict, title| {
            let action = self.decide(mention.range.clone(), verdict, title);
            actions.extend(action.map(|action| Action {
                finding: question,
                ..action
            }));
        };
        for entity in super::entities_of(mention).into_iter().take(MOST_CANDIDATES) {
            let id = &gazetteer.entity(entity).id;
            let values = [
                ("title", naming::title(gazetteer, entity, locale).into()),
                ("id", id.as_str().into()),
            ];
            offer(&Verdict::Is(id.clone()), messages.text("action-is", &values));
            offer(
                &Verdict::IsInFile(id.clone()),
                messages.text("action-is-in-file", &values),
            );
        }
    }

    /// That nobody is.
    fn nobody(&self, mention: &Mention, actions: &mut Vec<Action>) {
        let title = self.view.project.messages().text("action-not-a-name", &[]);
        actions.extend(self.decide(mention.range.clone(), &Verdict::NotAName, title));
    }

    /// That a quotation, heading or reference is none, where a name stands in it; that selected words are one.
    fn zones(&self, range: &Range<usize>, mention: Option<&Mention>, actions: &mut Vec<Action>) {
        let view = self.view;
        let messages = view.project.messages();
        let mut offer = |range: &Range<usize>, zone: Zone, key: &str| {
            let title = messages.text(key, &[]);
            actions.extend(self.decide(range.clone(), &Verdict::Zone(zone), title));
        };
        // Some clients always select a letter or two.
        let selected = mention
            .is_none_or(|mention| range.start < mention.range.start || mention.with_suffix.end < range.end)
            && view.text.slice(range.clone()).trim().contains(char::is_whitespace);
        let words = match mention {
            _ if selected => range,
            Some(mention) => &mention.range,
            None => return,
        };
        match view.analysis.zone_at(words.start) {
            Zone::Narration if !selected => {}
            Zone::Narration => {
                offer(words, Zone::Quotation, "action-zone-quotation");
                offer(words, Zone::Bibliography, "action-zone-bibliography");
            }
            Zone::Quotation => offer(words, Zone::Narration, "action-zone-no-quotation"),
            Zone::Heading => offer(words, Zone::Narration, "action-zone-no-heading"),
            Zone::Bibliography => offer(words, Zone::Narration, "action-zone-no-bibliography"),
        }
    }

    fn decide(&self, range: Range<usize>, verdict: &Verdict, title: String) -> Option<Action> {
        let whole = self.text.get_or_init(|| self.view.text.slice(0..self.view.text.len()));
        let anchor = Anchor::of(whole, range)?;
        Some(Action {
            title,
            kind: Kind::QuickFix,
            finding: None,
            preferred: false,
            work: Work::Decide(line(self.path, &anchor, verdict)),
        })
    }
}
