//! A card as text.

use onomast_gazetteer::Language;
use onomast_gazetteer::analysis::Resolution;
use onomast_gazetteer::entity::Status;
use onomast_gazetteer::prose::Zone;

use super::{Card, CardEntry, Count, DecidedBy, InProject, Remark, Source};
use crate::features::markup::Style;
use crate::message::{Argument, Locale, Messages, describe, describe_period, describe_use};
use crate::project::Role;

/// So many things of a kind are shown; the rest is counted.
const SHOWN: usize = 8;

/// What a card is written with.
struct Writer {
    messages: &'static Messages,
    style: Style,
}

impl Card {
    /// As Markdown, in the words of a language.
    pub fn to_markdown(&self, locale: Locale) -> String {
        Writer::new(locale, Style::Markdown).card(self)
    }

    /// As plain text, in the words of a language.
    pub fn to_plain_text(&self, locale: Locale) -> String {
        Writer::new(locale, Style::Plain).card(self)
    }
}

impl Writer {
    fn new(locale: Locale, style: Style) -> Writer {
        let messages = Messages::of(locale);
        Writer { messages, style }
    }

    /// Of one entity: who it is, what this form says, what else is known. Of several: this form, then each of them.
    fn card(&self, card: &Card) -> String {
        let mention = self.about_the_mention(card);
        if let [entry] = card.entries.as_slice() {
            let mut paragraphs = self.head(entry);
            paragraphs.push(self.style.lines(&[mention, self.facts(entry)].concat()));
            return paragraphs.join("\n\n");
        }
        let count = card.entries.len();
        let mut paragraphs = vec![self.text("ambiguous", &[("count", count.into())])];
        paragraphs.extend((!mention.is_empty()).then(|| self.style.lines(&mention)));
        for entry in card.entries.iter().take(SHOWN) {
            paragraphs.extend(self.head(entry));
            paragraphs.push(self.style.lines(&self.facts(entry)));
        }
        paragraphs.extend(self.more(count));
        paragraphs.join("\n\n")
    }

    /// The name in the reader's language, and below it those in other languages, then type and dates; then what it is.
    fn head(&self, entry: &CardEntry) -> Vec<String> {
        let names = together(&entry.names);
        let mut names = names.iter();
        let mut lines = vec![match names.next() {
            Some((languages, name)) => format!("{} ({languages})", self.style.strong(name)),
            None => self.style.strong(&entry.id),
        }];
        let others: Vec<String> = names
            .map(|(languages, name)| format!("{} ({languages})", self.style.text(name)))
            .collect();
        lines.extend((!others.is_empty()).then(|| others.join(" · ")));
        let kind = self.word(&format!("type-{}", entry.kind.as_str()));
        let dates = describe_period(entry.dates, entry.kind, self.messages.locale());
        lines.push(std::iter::once(kind).chain(dates).collect::<Vec<_>>().join(" · "));
        let description = entry.description.as_ref().map(|text| self.style.text(text));
        std::iter::once(self.style.lines(&lines)).chain(description).collect()
    }

    /// `Турции (genitive or dative)`, what is to be said of the spelling, why it is this entity, where it stands.
    fn about_the_mention(&self, card: &Card) -> Vec<String> {
        let mut words = vec![describe(&card.readings, self.messages.locale())];
        words.extend(card.derived.then(|| self.word("derived")));
        words.retain(|words| !words.is_empty());
        let surface = self.style.text(&card.surface);
        let form = (!words.is_empty()).then(|| self.fact("form", &format!("{surface} ({})", words.join("; "))));
        let remark = card
            .remark
            .as_ref()
            .map(|remark| self.fact("spelling", &self.remark(remark)));
        let counterparts = together(&card.counterparts).into_iter();
        let counterparts = counterparts.map(|(languages, text)| format!("{} ({languages})", self.style.text(text)));
        let counterparts = self.list(counterparts.collect());
        let counterparts = counterparts.map(|texts| self.fact("counterparts", &texts));
        let why = match &card.decision {
            Some(decision) => Some(self.decision(decision)),
            None => why(card.resolution).map(|key| self.word(key)),
        };
        let zone = match (card.zone, card.zone_is_decided) {
            (Zone::Narration, false) => None,
            (zone, false) => Some(self.word(word_of_zone(zone))),
            (zone, true) => {
                let zone = self.word(word_of_zone(zone));
                Some(self.text("zone-decided", &[("zone", zone.as_str().into())]))
            }
        };
        let zone = zone.map(|zone| self.fact("zone", &zone));
        let role = role(card.role).map(|key| self.fact("role", &self.word(key)));
        let style = card
            .style
            .as_ref()
            .map(|style| self.fact("style", &self.style.text(style)));
        let why = why.map(|why| self.fact("why", &why));
        [form, remark, counterparts, why, zone, role, style]
            .into_iter()
            .flatten()
            .collect()
    }

    /// `Tchitcherine: outdated; better Çiçerin`
    fn remark(&self, remark: &Remark) -> String {
        let mut said: Vec<String> = Vec::new();
        said.extend(self.status(remark.status));
        said.extend(describe_use(remark.period, self.messages.locale()));
        // What was right in its time is not worse than what is right now.
        let key = if remark.status == Status::Historical {
            "now"
        } else {
            "better"
        };
        let better = remark.better.as_ref().map(|better| self.style.text(better));
        said.extend(better.map(|better| self.text(key, &[("spelling", better.into())])));
        said.extend(remark.note.as_ref().map(|note| self.style.text(note)));
        format!("{} ({})", self.style.text(&remark.text), said.join("; "))
    }

    /// `a decision (A. Z., 2026-03-01; onomast.decisions.jsonl, line 3)`
    fn decision(&self, decision: &DecidedBy) -> String {
        let who: Vec<String> = [&decision.by, &decision.on]
            .into_iter()
            .flatten()
            .map(|text| self.style.text(text))
            .collect();
        let who = Some(who.join(", ")).filter(|who| !who.is_empty());
        let said: Vec<String> = who.into_iter().chain([self.source(&decision.place)]).collect();
        format!("{} ({})", self.word("why-decision"), said.join("; "))
    }

    fn facts(&self, entry: &CardEntry) -> Vec<String> {
        let texts = entry
            .other_names
            .iter()
            .map(|(language, text)| self.other_name(language, text));
        let links = entry.links.iter().filter_map(|link| self.style.link(link));
        let facts: [(&str, Option<String>); 5] = [
            ("other-names", self.list(texts.collect())),
            (
                "here",
                self.list(entry.here.iter().map(|count| self.count(count)).collect()),
            ),
            ("project", entry.project.as_ref().map(|project| self.project(project))),
            ("source", entry.source.as_ref().map(|source| self.source(source))),
            ("links", self.list(links.collect())),
        ];
        let facts = facts.into_iter().filter_map(|(key, text)| Some(self.fact(key, &text?)));
        facts.collect()
    }

    /// A name, with its language where that is not the reader's.
    fn other_name(&self, language: &Language, text: &str) -> String {
        let text = self.style.text(text);
        match language.tag() == self.messages.locale().tag() {
            true => text,
            false => format!("{text} ({language})"),
        }
    }

    /// `Анкара 3`, `Ангора 1 (historical)`
    fn count(&self, count: &Count) -> String {
        let times = format!("{} {}", self.style.text(&count.text), count.count);
        match self.status(count.status) {
            Some(status) => format!("{times} ({status})"),
            None => times,
        }
    }

    /// `240 mentions in 12 texts: Чичерин 200, Çiçerin 40`
    fn project(&self, project: &InProject) -> String {
        let values = [
            ("mentions", project.mentions.into()),
            ("documents", project.documents.into()),
        ];
        let spellings = self.list(project.spellings.iter().map(|count| self.count(count)).collect());
        let total = self.text("in-project", &values);
        spellings.map_or_else(|| total.clone(), |spellings| format!("{total}: {spellings}"))
    }

    /// `names.gazetteer.json, line 12`
    fn source(&self, source: &Source) -> String {
        let file = ("file", Argument::from(self.style.text(&source.file)));
        // As a text: it takes no separator of thousands.
        let line = ("line", source.line.to_string().into());
        match source.builtin {
            true => self.text("place-builtin", &[file, line]),
            false => self.text("place", &[file, line]),
        }
    }

    /// The word for a spelling that is not one to be used.
    fn status(&self, status: Status) -> Option<String> {
        let is_used = matches!(status, Status::Preferred | Status::Accepted);
        (!is_used).then(|| self.word(&format!("status-{}", status.as_str())))
    }

    /// The first few, and how many more; `None` of nothing.
    fn list(&self, mut texts: Vec<String>) -> Option<String> {
        let count = texts.len();
        texts.truncate(SHOWN);
        texts.extend(self.more(count));
        (count > 0).then(|| texts.join(", "))
    }

    /// How many are not shown.
    fn more(&self, count: usize) -> Option<String> {
        let more = count.saturating_sub(SHOWN);
        (more > 0).then(|| self.messages.text("list-more", &[("count", more.into())]))
    }

    fn fact(&self, key: &str, text: &str) -> String {
        self.style.labelled(&self.word(key), text)
    }

    fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    fn text(&self, key: &str, values: &[(&str, Argument<'_>)]) -> String {
        self.messages.text(&format!("card-{key}"), values)
    }
}

/// Names with their languages; what is written the same in several is said once: `Trabzon (tr, en)`.
fn together(names: &[(Language, String)]) -> Vec<(String, &str)> {
    let mut together: Vec<(String, &str)> = Vec::new();
    for (language, name) in names {
        match together.iter_mut().find(|(_, other)| other == name) {
            Some((languages, _)) => languages.push_str(&format!(", {language}")),
            None => together.push((language.to_string(), name)),
        }
    }
    together
}

fn why(resolution: Resolution) -> Option<&'static str> {
    match resolution {
        Resolution::Only | Resolution::Ambiguous => None,
        Resolution::Neighbours => Some("why-neighbours"),
        Resolution::FullName => Some("why-full-name"),
        Resolution::Dates => Some("why-dates"),
        Resolution::Decision => Some("why-decision"),
        Resolution::Pin => Some("why-pin"),
    }
}

fn word_of_zone(zone: Zone) -> &'static str {
    match zone {
        Zone::Narration => "zone-narration",
        Zone::Heading => "zone-heading",
        Zone::Quotation => "zone-quotation",
        Zone::Bibliography => "zone-bibliography",
    }
}

fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::Draft | Role::Ignore => None,
        Role::Source => Some("role-source"),
        Role::Edition => Some("role-edition"),
    }
}

#[cfg(test)]
mod tests;
