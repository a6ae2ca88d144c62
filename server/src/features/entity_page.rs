//! The page of an entity: all that is known of it, as Markdown.

use onomast_gazetteer::Gazetteer;
use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::{EntityId, NameId, SpellingId, Status};

use super::hover::source;
use super::markup::Style;
use super::{View, entities_of, forms, naming};
use crate::index::Counts;
use crate::message::{Argument, Locale, Messages, describe_period, describe_use};
use crate::project::Project;

const STYLE: Style = Style::Markdown;

/// What is known of an entity, or of all that a mention may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Their ids.
    pub entities: Vec<String>,
    /// The name of the first.
    pub title: String,
    /// The page.
    pub markdown: String,
}

/// The page of what stands at a byte of a document. `counts` counts an entity of an id in the project, if it can; `locale`
/// is the reader’s language.
pub fn page_at(view: &View<'_>, at: usize, counts: impl Fn(&str) -> Option<Counts>, locale: Locale) -> Option<Page> {
    let mention = view.analysis.mention_at(at)?;
    page(view.project, Some(view), &entities_of(&mention), &counts, locale)
}

/// The page of the entity with an id.
pub fn page_of(view: &View<'_>, id: &str, counts: impl Fn(&str) -> Option<Counts>, locale: Locale) -> Option<Page> {
    let entity = view.project.gazetteer.find(id)?;
    page(view.project, Some(view), &[entity], &counts, locale)
}

/// The same where no text asks, but a file of the project.
pub fn page_in(project: &Project, id: &str, counts: impl Fn(&str) -> Option<Counts>, locale: Locale) -> Option<Page> {
    let entity = project.gazetteer.find(id)?;
    page(project, None, &[entity], &counts, locale)
}

fn page(
    project: &Project,
    view: Option<&View<'_>>,
    entities: &[EntityId],
    counts: &dyn Fn(&str) -> Option<Counts>,
    locale: Locale,
) -> Option<Page> {
    let gazetteer = &*project.gazetteer;
    let writer = Writer {
        project,
        view,
        gazetteer,
        counts,
        messages: Messages::of(locale),
    };
    let pages: Vec<String> = entities.iter().map(|entity| writer.entity(*entity)).collect();
    Some(Page {
        entities: entities.iter().map(|id| gazetteer.entity(*id).id.clone()).collect(),
        title: naming::title(gazetteer, *entities.first()?, locale),
        markdown: pages.join("\n\n---\n\n") + "\n",
    })
}

struct Writer<'a> {
    project: &'a Project,
    /// The text that asks, if one does.
    view: Option<&'a View<'a>>,
    gazetteer: &'a Gazetteer,
    counts: &'a dyn Fn(&str) -> Option<Counts>,
    messages: &'static Messages,
}

impl Writer<'_> {
    fn entity(&self, id: EntityId) -> String {
        let entity = self.gazetteer.entity(id);
        let locale = self.messages.locale();
        let title = naming::title(self.gazetteer, id, locale);
        let mut paragraphs = vec![format!("# {}", STYLE.text(&title)), self.kind(id)];
        paragraphs.extend(naming::description(&entity.description, locale).map(|text| STYLE.text(text)));
        paragraphs.push(STYLE.lines(&self.facts(id)));
        for (name, _) in self.gazetteer.names(id) {
            paragraphs.push(self.name(name));
        }
        paragraphs.join("\n\n")
    }

    /// `person · masculine · 24 November 1872 – 7 July 1936`
    fn kind(&self, id: EntityId) -> String {
        let entity = self.gazetteer.entity(id);
        let kind = self.word(&format!("card-type-{}", entity.kind.as_str()));
        let gender = entity
            .gender
            .map(|gender| self.word(&format!("page-gender-{}", gender.as_str())));
        let dates = describe_period(entity.dates, entity.kind, self.messages.locale());
        let words: Vec<String> = [Some(kind), gender, dates].into_iter().flatten().collect();
        words.join(" · ")
    }

    fn facts(&self, id: EntityId) -> Vec<String> {
        let entity = self.gazetteer.entity(id);
        let mut facts = vec![STYLE.labelled(&self.word("page-id"), &format!("`{}`", entity.id))];
        facts.extend(
            self.view
                .map(|view| STYLE.labelled(&self.word("page-here"), &self.here(view, id))),
        );
        // Of one text alone the count has been said.
        let said = usize::from(self.view.is_some());
        let counts = (self.counts)(&entity.id).filter(|counts| counts.documents > said);
        facts.extend(counts.map(|counts| {
            let (mentions, documents) = (counts.mentions.into(), counts.documents.into());
            let values = [("mentions", mentions), ("documents", documents)];
            STYLE.labelled(
                &self.word("card-project"),
                &self.messages.text("card-in-project", &values),
            )
        }));
        facts.extend(
            entity
                .relations
                .iter()
                .map(|(relation, other)| self.relation(relation, other)),
        );
        let links: Vec<String> = entity.same_as.iter().filter_map(|uri| STYLE.link(uri)).collect();
        facts.extend((!links.is_empty()).then(|| STYLE.labelled(&self.word("card-links"), &links.join(", "))));
        facts.extend(source(self.project, &entity.origin).map(|source| {
            let file = ("file", Argument::from(STYLE.text(&source.file)));
            let key = if source.builtin {
                "card-place-builtin"
            } else {
                "card-place"
            };
            let place = self
                .messages
                .text(key, &[file, ("line", source.line.to_string().into())]);
            STYLE.labelled(&self.word("card-source"), &place)
        }));
        facts
    }

    /// How often it is mentioned in this document.
    fn here(&self, view: &View<'_>, id: EntityId) -> String {
        let mentions = view.analysis.mentions();
        let count = mentions.filter(|mention| mention.entity() == Some(id)).count();
        self.messages.text("page-mentions", &[("count", count.into())])
    }

    fn relation(&self, relation: &str, other: &str) -> String {
        let key = format!("page-relation-{relation}");
        let label = match self.messages.has(&key) {
            true => self.word(&key),
            false => STYLE.text(relation),
        };
        let name = match self.gazetteer.find(other) {
            Some(other) => naming::title(self.gazetteer, other, self.messages.locale()),
            None => other.to_owned(),
        };
        STYLE.labelled(&label, &STYLE.text(&name))
    }

    /// A heading, then an item a spelling.
    fn name(&self, id: NameId) -> String {
        let name = self.gazetteer.name(id);
        let part = self.word(&format!("page-part-{}", name.part.as_str()));
        let key = (name.key != name.part.as_str()).then(|| STYLE.text(&name.key));
        let heading: Vec<String> = [Some(part), key, self.period(name.period)]
            .into_iter()
            .flatten()
            .collect();
        let note = name.note.as_ref().map(|note| STYLE.text(note) + "\n\n");
        let spellings = self.gazetteer.spellings(id);
        let items: Vec<String> = spellings.map(|(spelling, _)| self.spelling(spelling)).collect();
        format!(
            "## {}\n\n{}{}",
            heading.join(" · "),
            note.unwrap_or_default(),
            items.join("\n")
        )
    }

    /// `- **Чичерин** (ru)`, and below it what forms it has.
    fn spelling(&self, id: SpellingId) -> String {
        let spelling = self.gazetteer.spelling(id);
        let status = match spelling.status {
            Status::Preferred => None,
            status => Some(self.word(&format!("card-status-{}", status.as_str()))),
        };
        let source = spelling
            .source
            .as_ref()
            .map(|source| self.text("page-source", "source", &STYLE.text(source)));
        let note = spelling.note.as_ref().map(|note| STYLE.text(note));
        let said: Vec<String> = [status, self.period(spelling.period), source, note]
            .into_iter()
            .flatten()
            .collect();
        let said = match said.is_empty() {
            true => String::new(),
            false => format!(": {}", said.join("; ")),
        };
        let head = format!("- {} ({}){said}", STYLE.strong(&spelling.text), spelling.language);
        match self.forms(id) {
            Some(forms) => format!("{head}\n  - {forms}"),
            None => head,
        }
    }

    /// The forms of a spelling that is to be used, where it has others than the one it is spelled in.
    fn forms(&self, id: SpellingId) -> Option<String> {
        if self.gazetteer.spelling(id).status > Status::Historical {
            return None;
        }
        forms::in_words(&forms::told(self.gazetteer, id), STYLE, self.messages)
    }

    fn period(&self, period: Period) -> Option<String> {
        describe_use(period, self.messages.locale())
    }

    fn word(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }

    fn text(&self, key: &str, name: &str, value: &str) -> String {
        self.messages.text(key, &[(name, Argument::from(value.to_owned()))])
    }
}
