//! A card as text. What a gazetteer supplies is escaped: it can make no markup, and no link but to `http` and `https`.

use onomast_gazetteer::analysis::Resolution;
use onomast_gazetteer::date::Period;
use onomast_gazetteer::entity::Status;
use onomast_gazetteer::prose::Zone;

use super::words::Words;
use super::{Card, CardEntry, Count};

/// How a text is marked.
#[derive(Clone, Copy)]
enum Style {
    Markdown,
    Plain,
}

impl Card {
    /// As Markdown.
    pub fn to_markdown(&self, words: &Words) -> String {
        self.render(words, Style::Markdown)
    }

    /// As plain text.
    pub fn to_plain_text(&self, words: &Words) -> String {
        self.render(words, Style::Plain)
    }

    fn render(&self, words: &Words, style: Style) -> String {
        let mut paragraphs = Vec::new();
        if self.entries.len() > 1 {
            paragraphs.push(words.get("card.ambiguous").to_owned());
        }
        for entry in &self.entries {
            paragraphs.extend(entry.paragraphs(words, style));
        }
        paragraphs.extend(self.about_the_mention(words, style));
        paragraphs.join("\n\n")
    }

    fn about_the_mention(&self, words: &Words, style: Style) -> Option<String> {
        let mut facts = Vec::new();
        let mut add = |key: &str, text: String| facts.push(style.fact(words.get(key), &text));
        let readings = self
            .readings
            .iter()
            .map(|reading| words.reading(reading, &self.language));
        let mut form: Vec<String> = readings.filter(|reading| !reading.is_empty()).collect();
        form.dedup();
        let mut form = form.join(&format!(" {} ", words.get("or")));
        if self.derived {
            let separator = if form.is_empty() { "" } else { "; " };
            form = format!("{form}{separator}{}", words.get("card.derived"));
        }
        if !form.is_empty() {
            add("card.form", format!("{} – {form}", style.text(&self.surface)));
        }
        if let Some(key) = why(self.resolution) {
            add("card.why", words.get(key).to_owned());
        }
        if let Some(key) = zone(self.zone) {
            add("card.zone", words.get(key).to_owned());
        }
        (!facts.is_empty()).then(|| style.lines(&facts))
    }
}

impl CardEntry {
    fn paragraphs(&self, words: &Words, style: Style) -> Vec<String> {
        let mut paragraphs = vec![self.headline(words, style)];
        paragraphs.extend(self.description.as_ref().map(|text| style.text(text)));
        let mut facts = Vec::new();
        let mut add = |key: &str, texts: Vec<String>| {
            if !texts.is_empty() {
                facts.push(style.fact(words.get(key), &texts.join(", ")));
            }
        };
        add(
            "card.other-names",
            self.other_names.iter().map(|text| style.text(text)).collect(),
        );
        add(
            "card.spellings",
            self.counts.iter().map(|count| count.render(words, style)).collect(),
        );
        add("card.layer", vec![self.layer_in_words(words, style)]);
        add(
            "card.links",
            self.links.iter().filter_map(|link| style.link(link)).collect(),
        );
        paragraphs.push(style.lines(&facts));
        paragraphs
    }

    /// Names with their languages, then type and dates.
    fn headline(&self, words: &Words, style: Style) -> String {
        let name = |(language, name): &(_, String)| format!("{} ({language})", style.strong(name));
        let names: Vec<String> = self.names.iter().map(name).collect();
        let names = if names.is_empty() {
            style.strong(&self.id)
        } else {
            names.join(" · ")
        };
        let kind = format!("type.{}", self.kind.as_str());
        let mut second = vec![words.get(&kind).to_owned()];
        second.extend(dates(self.dates));
        style.lines(&[names, second.join(" · ")])
    }

    fn layer_in_words(&self, words: &Words, style: Style) -> String {
        self.layer
            .as_ref()
            .map_or_else(|| words.get("layer.builtin").to_owned(), |file| style.text(file))
    }
}

impl Count {
    fn render(&self, words: &Words, style: Style) -> String {
        let times = format!("{} {}", style.text(&self.text), self.count);
        if matches!(self.status, Status::Preferred | Status::Accepted) {
            return times;
        }
        let key = format!("status.{}", self.status.as_str());
        format!("{times} ({})", words.get(&key))
    }
}

impl Style {
    fn text(self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line: String = line.chars().filter(|character| !character.is_control()).collect();
        match self {
            Style::Markdown => escape(&line),
            Style::Plain => line,
        }
    }

    fn strong(self, text: &str) -> String {
        match self {
            Style::Markdown => format!("**{}**", self.text(text)),
            Style::Plain => self.text(text),
        }
    }

    fn fact(self, label: &str, text: &str) -> String {
        match self {
            Style::Markdown => format!("*{label}:* {text}"),
            Style::Plain => format!("{label}: {text}"),
        }
    }

    /// A line break in Markdown is two blanks and a line feed: clients that show the source show least of it.
    fn lines(self, lines: &[String]) -> String {
        match self {
            Style::Markdown => lines.join("  \n"),
            Style::Plain => lines.join("\n"),
        }
    }

    /// A link to the web, with nothing in it that could end it; `None` for any other.
    fn link(self, uri: &str) -> Option<String> {
        let web = uri.starts_with("http://") || uri.starts_with("https://");
        let plain = !uri.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\\"`".contains(c));
        (web && plain).then(|| match self {
            Style::Markdown => format!("<{uri}>"),
            Style::Plain => uri.to_owned(),
        })
    }
}

/// Only what can begin markup: a backslash before each mark would be seen where a client shows the source.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, character) in line.char_indices() {
        let begins_block =
            (at == 0 && "#+-=~".contains(character)) || (digits > 0 && at == digits && ".)".contains(character));
        if begins_block || "\\`*_[]<>&|~$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn dates(period: Period) -> Option<String> {
    let date = |date: Option<onomast_gazetteer::date::Date>| date.map_or_else(String::new, |date| date.to_string());
    (!period.is_open()).then(|| format!("{}–{}", date(period.from), date(period.to)))
}

fn why(resolution: Resolution) -> Option<&'static str> {
    match resolution {
        Resolution::Only | Resolution::Ambiguous => None,
        Resolution::Neighbours => Some("why.neighbours"),
        Resolution::FullName => Some("why.full-name"),
        Resolution::Dates => Some("why.dates"),
    }
}

fn zone(zone: Zone) -> Option<&'static str> {
    match zone {
        Zone::Narration => None,
        Zone::Heading => Some("zone.heading"),
        Zone::Quotation => Some("zone.quotation"),
        Zone::Bibliography => Some("zone.bibliography"),
    }
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::Language;
    use onomast_gazetteer::date::Date;
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
            language: Language::Russian,
            derived: false,
            resolution: Resolution::Only,
            zone: Zone::Quotation,
        }
    }

    #[test]
    fn a_card_as_markdown() {
        insta::assert_snapshot!(card(vec![entry()]).to_markdown(&Words::of("ru")), @r"
        **Анкара** (ru) · **Ankara** (tr)  
        место

        Город в Анатолии

        *Написания здесь:* Анкара 3, Ангора 1 (историческое)  
        *Откуда:* встроенный словарь  
        *Ссылки:* <https://www.wikidata.org/wiki/Q3640>

        *Форма:* Ангорой – творительный падеж, единственное число  
        *Где стоит:* цитата
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
        insta::assert_snapshot!(card(vec![entry(), other]).to_plain_text(&Words::of("en")), @r"
        More than one entity fits:

        Анкара (ru) · Ankara (tr)
        place

        Город в Анатолии

        Spellings here: Анкара 3, Ангора 1 (historical)
        From: built-in gazetteer
        Links: https://www.wikidata.org/wiki/Q3640

        person/x
        person · 1881–

        Other names: Gazi
        From: names.gazetteer.json

        This form: Ангорой – instrumental, singular
        Stands in: quotation
        ");
    }

    #[test]
    fn what_a_gazetteer_says_makes_no_markup() {
        for (name, text, expected) in [
            ("tags", "<script>&lt;", r"\<script\>\&lt;"),
            ("link", "[x](command:y)", r"\[x\](command:y)"),
            ("image", "![x](http://y)", r"!\[x\](http://y)"),
            ("emphasis and code", "*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
            ("heading", "# a\n\n# b", r"\# a # b"),
            ("list", "- a", r"\- a"),
            ("ordered list", "1921. A", r"1921\. A"),
            ("a date", "1921-03-16", "1921-03-16"),
            ("backslash", r"\<b\>", r"\\\<b\\\>"),
            ("a name", "Г. В. Чичерин (Çiçerin’in)", "Г. В. Чичерин (Çiçerin’in)"),
        ] {
            assert_eq!(Style::Markdown.text(text), expected, "{name}");
        }
        for bad in [
            "command:x",
            "javascript:x",
            "file:///etc",
            "https://a b",
            "https://a>b",
            "HTTP//x",
            "",
        ] {
            assert_eq!(Style::Markdown.link(bad), None, "{bad}");
        }
    }
}
