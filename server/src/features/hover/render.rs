//! A card as text.

use onomast_gazetteer::analysis::Resolution;
use onomast_gazetteer::entity::Status;
use onomast_gazetteer::prose::Zone;

use super::{Card, CardEntry, Count};
use crate::features::markup::Style;
use crate::message::{Locale, Messages, describe, describe_period};

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
        let mut paragraphs = Vec::new();
        if let [entry] = card.entries.as_slice() {
            paragraphs.extend(self.head(entry));
            paragraphs.push(self.style.lines(&[mention, self.facts(entry)].concat()));
        } else {
            paragraphs.push(self.word("ambiguous"));
            paragraphs.extend((!mention.is_empty()).then(|| self.style.lines(&mention)));
            for entry in &card.entries {
                paragraphs.extend(self.head(entry));
                paragraphs.push(self.style.lines(&self.facts(entry)));
            }
        }
        paragraphs.join("\n\n")
    }

    /// `Турции (genitive or dative)`, why it is this entity, where it stands.
    fn about_the_mention(&self, card: &Card) -> Vec<String> {
        let mut words = vec![describe(&card.readings, self.messages.locale())];
        words.extend(card.derived.then(|| self.word("derived")));
        words.retain(|words| !words.is_empty());
        let surface = self.style.text(&card.surface);
        let form = (!words.is_empty()).then(|| self.fact("form", &format!("{surface} ({})", words.join("; "))));
        let why = why(card.resolution).map(|key| self.fact("why", &self.word(key)));
        let zone = zone(card.zone).map(|key| self.fact("zone", &self.word(key)));
        [form, why, zone].into_iter().flatten().collect()
    }

    fn head(&self, entry: &CardEntry) -> impl Iterator<Item = String> {
        let description = entry.description.as_ref().map(|text| self.style.text(text));
        [Some(self.headline(entry)), description].into_iter().flatten()
    }

    fn facts(&self, entry: &CardEntry) -> Vec<String> {
        let style = self.style;
        let builtin = || self.word("builtin");
        let layer = entry.layer.as_ref().map_or_else(builtin, |file| style.text(file));
        let texts = |texts: &[String]| texts.iter().map(|text| style.text(text)).collect();
        let links = entry.links.iter().filter_map(|link| style.link(link));
        let facts: [(&str, Vec<String>); 4] = [
            ("other-names", texts(&entry.other_names)),
            (
                "spellings",
                entry.counts.iter().map(|count| self.count(count)).collect(),
            ),
            ("layer", vec![layer]),
            ("links", links.collect()),
        ];
        let facts = facts.iter().filter(|(_, texts)| !texts.is_empty());
        facts.map(|(key, texts)| self.fact(key, &texts.join(", "))).collect()
    }

    /// Names with their languages, then type and dates.
    fn headline(&self, entry: &CardEntry) -> String {
        let name = |(language, name): &(_, String)| format!("{} ({language})", self.style.strong(name));
        let mut names: Vec<String> = entry.names.iter().map(name).collect();
        if names.is_empty() {
            names.push(self.style.strong(&entry.id));
        }
        let mut second = vec![self.word(&format!("type-{}", entry.kind.as_str()))];
        second.extend(describe_period(entry.dates, entry.kind, self.messages.locale()));
        self.style.lines(&[names.join(" · "), second.join(" · ")])
    }

    fn count(&self, count: &Count) -> String {
        let times = format!("{} {}", self.style.text(&count.text), count.count);
        if matches!(count.status, Status::Preferred | Status::Accepted) {
            return times;
        }
        format!("{times} ({})", self.word(&format!("status-{}", count.status.as_str())))
    }

    fn fact(&self, key: &str, text: &str) -> String {
        self.style.labelled(&self.word(key), text)
    }

    fn word(&self, key: &str) -> String {
        self.messages.text(&format!("card-{key}"), &[])
    }
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

fn zone(zone: Zone) -> Option<&'static str> {
    match zone {
        Zone::Narration => None,
        Zone::Heading => Some("zone-heading"),
        Zone::Quotation => Some("zone-quotation"),
        Zone::Bibliography => Some("zone-bibliography"),
    }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::Language;
    use onomast_gazetteer::date::{Date, Period};
    use onomast_gazetteer::entity::{EntityType, Number};
    use onomast_gazetteer::reading::{GrammaticalCase, Reading};

    use super::*;

    fn entry() -> CardEntry {
        CardEntry {
            id: "place/ankara".to_owned(),
            kind: EntityType::Place,
            names: vec![
                (Language::Russian, "Анкара".to_owned()),
                (Language::Turkish, "Ankara".to_owned()),
            ],
            dates: Period::default(),
            description: Some("Город в Анатолии".to_owned()),
            other_names: Vec::new(),
            counts: vec![
                Count {
                    text: "Анкара".to_owned(),
                    status: Status::Preferred,
                    count: 3,
                },
                Count {
                    text: "Ангора".to_owned(),
                    status: Status::Historical,
                    count: 1,
                },
            ],
            layer: None,
            links: vec!["https://www.wikidata.org/wiki/Q3640".to_owned()],
        }
    }

    fn card(entries: Vec<CardEntry>) -> Card {
        Card {
            range: 0..12,
            surface: "Ангорой".to_owned(),
            entries,
            readings: [Reading::new(GrammaticalCase::Instrumental, Number::Singular)]
                .into_iter()
                .collect(),
            derived: false,
            resolution: Resolution::Only,
            zone: Zone::Quotation,
        }
    }

    #[test]
    fn a_card_as_markdown() {
        insta::assert_snapshot!(card(vec![entry()]).to_markdown(Locale::Russian), @r"
        **Анкара** (ru) · **Ankara** (tr)  
        место

        Город в Анатолии

        *Эта форма:* Ангорой (творительный падеж)  
        *Где стоит:* в цитате  
        *Написания в этом тексте:* Анкара 3, Ангора 1 (историческое)  
        *Откуда:* встроенный указатель  
        *Ссылки:* <https://www.wikidata.org/wiki/Q3640>
        ");
    }

    #[test]
    fn an_ambiguous_card_as_plain_text() {
        let other = CardEntry {
            id: "person/x".to_owned(),
            kind: EntityType::Person,
            names: Vec::new(),
            dates: Period {
                from: Date::parse("1881"),
                to: None,
            },
            description: None,
            other_names: vec!["Gazi".to_owned()],
            counts: Vec::new(),
            layer: Some("names.gazetteer.json".to_owned()),
            links: Vec::new(),
        };
        insta::assert_snapshot!(card(vec![entry(), other]).to_plain_text(Locale::English), @r"
        More than one entity fits:

        This form: Ангорой (instrumental)
        Stands in: a quotation

        Анкара (ru) · Ankara (tr)
        place

        Город в Анатолии

        Spellings here: Анкара 3, Ангора 1 (historical)
        From: built-in gazetteer
        Links: https://www.wikidata.org/wiki/Q3640

        person/x
        person · born 1881

        Other names: Gazi
        From: names.gazetteer.json
        ");
    }

    #[test]
    fn there_is_a_word_for_everything() {
        let types = EntityType::ALL
            .iter()
            .map(|kind| format!("card-type-{}", kind.as_str()));
        let statuses = [Status::Historical, Status::Deprecated, Status::Misspelling];
        let statuses = statuses.iter().map(|status| format!("card-status-{}", status.as_str()));
        let whys = [
            Resolution::Neighbours,
            Resolution::FullName,
            Resolution::Dates,
            Resolution::Decision,
            Resolution::Pin,
        ]
        .map(why);
        let zones = [Zone::Heading, Zone::Quotation, Zone::Bibliography].map(zone);
        let others = whys.iter().chain(&zones).flatten().map(|key| format!("card-{key}"));
        for key in types.chain(statuses).chain(others) {
            assert!(Messages::of(Locale::English).has(&key), "{key}");
        }
    }
}
