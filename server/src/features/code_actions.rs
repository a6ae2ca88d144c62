//! What can be done at a place of a document, the likeliest first: fixes of its findings, other spellings of the name there,
//! and decisions about it.

use std::ops::Range;

use onomast_gazetteer::analysis::Mention;
use onomast_gazetteer::anchor::Anchor;
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::entity::{EntityType, Part, SpellingId, Status};
use onomast_gazetteer::prose::Zone;
use onomast_gazetteer::replace::{Change, alternatives};

use super::finding::{Code, Finding};
use super::fixes::{Fixer, Group};
use super::new_entity::{Given, new_entity};
use super::respell::{self, Target};
use super::{View, naming};
use crate::project::Verdict;
use crate::project::decisions::line;

/// Of a name that many may bear, as many are offered.
const MOST_CANDIDATES: usize = 8;

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

/// What an action does.
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
    /// One spelling in the place of another all over the project: worked out when it is asked for.
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

/// What can be done in a range of a document, of which these are the findings.
pub fn code_actions(view: &View<'_>, path: &str, findings: &[Finding], range: &Range<usize>) -> Vec<Action> {
    let mut fixer = Fixer::new(view);
    let mut actions = Vec::new();
    let touches = |one: &Range<usize>| one.start <= range.end && range.start <= one.end;
    for (number, finding) in findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| touches(&finding.range))
    {
        fixes(&mut fixer, number, finding, &mut actions);
        additions(view, number, finding, &mut actions);
    }
    let mention = view.analysis.mention_at(range.start);
    if let Some(mention) = &mention {
        respellings(view, &mut fixer, mention, &mut actions);
    }
    let safe = fixer.safe(findings);
    if !safe.is_empty() {
        let changes = safe.into_iter().flat_map(|fix| fix.changes);
        let here = changes.map(|change| (change, Group::Narration));
        actions.push(Action {
            title: view.project.messages().text("action-fix-all", &[]),
            kind: Kind::FixAll,
            finding: None,
            preferred: false,
            work: Work::Here(here.collect()),
        });
    }
    for (number, finding) in findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| touches(&finding.range))
    {
        let verdict = Verdict::Ignore(Some(finding.code));
        let title = view
            .project
            .messages()
            .text("action-ignore", &[("code", finding.code.as_str().into())]);
        let decision = decide(view, path, finding.range.clone(), &verdict, title);
        actions.extend(decision.map(|action| Action {
            finding: Some(number),
            ..action
        }));
    }
    if let Some(mention) = &mention {
        decisions(view, path, mention, &mut actions);
    } else if !range.is_empty() {
        entities(view, range, &mut actions);
    }
    zones(view, path, range, mention.as_ref(), &mut actions);
    actions
}

/// That a quotation, heading or reference is none, where a name stands in it; that selected words are one.
fn zones(view: &View<'_>, path: &str, range: &Range<usize>, mention: Option<&Mention>, actions: &mut Vec<Action>) {
    let messages = view.project.messages();
    let mut offer = |range: &Range<usize>, zone: Zone, key: &str| {
        actions.extend(decide(
            view,
            path,
            range.clone(),
            &Verdict::Zone(zone),
            messages.text(key, &[]),
        ));
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

/// What the gazetteer lacks, from the words that are selected.
fn entities(view: &View<'_>, range: &Range<usize>, actions: &mut Vec<Action>) {
    const KINDS: [EntityType; 3] = [EntityType::Person, EntityType::Place, EntityType::Organization];
    /// More is no name.
    const LONGEST: usize = 120;
    let text = view.text.slice(range.clone());
    let Some(language) = view
        .analysis
        .language_at(range.start)
        .filter(|_| range.len() <= LONGEST)
    else {
        return;
    };
    for kind in KINDS {
        let given = Given {
            text: text.to_string(),
            language: language.clone(),
            kind,
            gender: None,
            settled: Vec::new(),
        };
        let Some(made) = new_entity(view.analysis.gazetteer(), &given) else {
            continue;
        };
        let title = view
            .project
            .messages()
            .text("action-new-entity", &[("id", made.id.as_str().into())]);
        actions.push(Action {
            title,
            kind: Kind::Rewrite,
            finding: None,
            preferred: false,
            work: Work::Enter {
                id: made.id,
                entry: made.entry,
            },
        });
    }
}

/// What is almost a spelling, as one that the gazetteer calls accepted or wrong.
fn additions(view: &View<'_>, number: usize, finding: &Finding, actions: &mut Vec<Action>) {
    if finding.code.as_str() != "near-miss" {
        return;
    }
    let gazetteer = view.analysis.gazetteer();
    let entity = finding.entity.as_deref().and_then(|id| gazetteer.find(id));
    let names = entity.into_iter().flat_map(|entity| gazetteer.names(entity));
    let like = names
        .flat_map(|(name, _)| gazetteer.spellings(name))
        .find(|(_, spelling)| {
            let key = &gazetteer.name(spelling.name).key;
            Some(&spelling.text) == finding.spelling.as_ref() && Some(key) == finding.key.as_ref()
        });
    let (Some((_, like)), Some(id)) = (like, &finding.entity) else {
        return;
    };
    let name = gazetteer.name(like.name);
    let text = super::on_one_line(&view.text.slice(finding.range.clone()));
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

/// The fixes of a finding.
fn fixes(fixer: &mut Fixer<'_>, number: usize, finding: &Finding, actions: &mut Vec<Action>) {
    if matches!(finding.code, Code::Gazetteer | Code::Settings) {
        return;
    }
    let fixes = fixer.fixes(finding);
    let one = fixes.iter().filter(|fix| fix.plain).count() == 1;
    actions.extend(fixes.into_iter().map(|fix| Action {
        preferred: one && fix.plain,
        title: fix.title,
        kind: Kind::QuickFix,
        finding: Some(number),
        work: Work::Here(fix.changes.into_iter().map(|change| (change, fix.group)).collect()),
    }));
}

/// Other spellings of the name: here, in this document, in the project.
fn respellings(view: &View<'_>, fixer: &mut Fixer<'_>, mention: &Mention, actions: &mut Vec<Action>) {
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
            let all = respell::respell(view, from, &Target::Known(to));
            if all.names.iter().sum::<usize>() > 1 {
                actions.push(action("action-in-file", Work::Here(all.changes)));
            }
            actions.push(action("action-in-project", Work::InProject(from, to)));
        }
    }
}

/// Who is meant, or that nobody is.
fn decisions(view: &View<'_>, path: &str, mention: &Mention, actions: &mut Vec<Action>) {
    let gazetteer = view.analysis.gazetteer();
    let messages = view.project.messages();
    let locale = messages.locale();
    if mention.entity().is_none() {
        for entity in super::entities_of(mention).into_iter().take(MOST_CANDIDATES) {
            let id = &gazetteer.entity(entity).id;
            let values = [
                ("title", naming::title(gazetteer, entity, locale).into()),
                ("id", id.as_str().into()),
            ];
            for (key, verdict) in [
                ("action-is", Verdict::Is(id.clone())),
                ("action-is-in-file", Verdict::IsInFile(id.clone())),
            ] {
                actions.extend(decide(
                    view,
                    path,
                    mention.range.clone(),
                    &verdict,
                    messages.text(key, &values),
                ));
            }
        }
    }
    let title = messages.text("action-not-a-name", &[]);
    actions.extend(decide(view, path, mention.range.clone(), &Verdict::NotAName, title));
}

fn decide(view: &View<'_>, path: &str, range: Range<usize>, verdict: &Verdict, title: String) -> Option<Action> {
    let whole = view.text.slice(0..view.text.len());
    let anchor = Anchor::of(&whole, range)?;
    Some(Action {
        title,
        kind: Kind::QuickFix,
        finding: None,
        preferred: false,
        work: Work::Decide(line(path, &anchor, verdict)),
    })
}
