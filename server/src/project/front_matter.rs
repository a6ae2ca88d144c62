//! Front matter: what the head of a Markdown file says of it.
//!
//! Between two lines of `---` stands YAML, between two of `+++` TOML. Of YAML only this much is read: `key: value` lines,
//! plain or quoted, and `onomast:` with its keys indented below it or in braces behind it. Anything else is passed over,
//! as are values that mean nothing: a document is never refused for its front matter.

use onomast_gazetteer::Language;
use onomast_gazetteer::date::Date;
use toml::de::{DeTable, DeValue};

use super::Role;
use super::value::Word;

/// What front matter says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FrontMatter {
    /// `lang`
    pub lang: Option<Language>,
    /// `date`
    pub date: Option<Date>,
    /// `role` of `onomast`
    pub role: Option<Role>,
    /// `style` of `onomast`
    pub style: Option<String>,
}

/// Reads the front matter of a text by its beginning. Empty where there is none or it is not closed.
pub(super) fn read(head: &str) -> FrontMatter {
    let mut result = FrontMatter::default();
    let mut lines = head.split_inclusive('\n');
    let Some(fence) = lines
        .next()
        .map(str::trim_end)
        .filter(|line| matches!(*line, "---" | "+++"))
    else {
        return result;
    };
    let start = head.find('\n').map_or(head.len(), |at| at + 1);
    let mut end = start;
    for line in lines {
        let closing = line.trim_end();
        if closing == fence || (fence == "---" && closing == "...") {
            let body = head.get(start..end).unwrap_or("");
            if fence == "---" {
                yaml(body, &mut result)
            } else {
                toml(body, &mut result)
            }
            break;
        }
        end += line.len();
    }
    result
}

impl FrontMatter {
    fn set(&mut self, table: &str, key: &str, value: &str) {
        match (table, key) {
            ("", "lang") => self.lang = Language::parse(value),
            // A time of day behind the date says nothing of a period.
            ("", "date") => self.date = Date::parse(value.split(['T', ' ']).next().unwrap_or(value)),
            ("onomast", "role") => {
                self.role = Role::words()
                    .into_iter()
                    .find(|(word, _)| *word == value)
                    .map(|(_, role)| role);
            }
            ("onomast", "style") => self.style = Some(value.to_owned()),
            _ => {}
        }
    }
}

fn yaml(body: &str, into: &mut FrontMatter) {
    let mut table = String::new();
    for line in body.lines() {
        let indented = line.starts_with([' ', '\t']);
        let Some((key, value)) = line.trim().split_once(':') else {
            continue;
        };
        let (key, value) = (scalar(key), value.trim());
        if !indented {
            table = if value.is_empty() {
                key.to_owned()
            } else {
                String::new()
            };
        }
        if let Some(inner) = value.strip_prefix('{') {
            for pair in inner.split('}').next().unwrap_or(inner).split(',') {
                if let Some((inner_key, value)) = pair.split_once(':') {
                    into.set(key, scalar(inner_key), scalar(value));
                }
            }
        } else if !value.is_empty() {
            into.set(if indented { &table } else { "" }, key, scalar(value));
        }
    }
}

/// A plain or quoted scalar, without a comment behind it.
fn scalar(text: &str) -> &str {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or(rest);
        }
    }
    text.split(" #").next().unwrap_or(text).trim_end()
}

fn toml(body: &str, into: &mut FrontMatter) {
    let (table, _) = DeTable::parse_recoverable(body);
    let mut each = |name: &str, table: &DeTable<'_>| {
        for (key, value) in table {
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(year) => year.to_string(),
                DeValue::Datetime(date) => date.to_string(),
                _ => continue,
            };
            into.set(name, key.get_ref(), &text);
        }
    };
    each("", table.get_ref());
    if let Some(inner) = table
        .get_ref()
        .get("onomast")
        .and_then(|value| value.get_ref().as_table())
    {
        each("onomast", inner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read_in_the_forms_that_people_write() {
        let all = "lang=ru date=1921-03-16 role=Source style=izvestia";
        let none = "lang=- date=- role=- style=-";
        for (name, head, expected) in [
            (
                "block",
                "---\ntitle: x\nlang: ru\ndate: 1921-03-16\nonomast:\n  role: source\n  style: izvestia\n---\n",
                all,
            ),
            (
                "braces",
                "---\nlang: \"ru\"\ndate: '1921-03-16' # then\nonomast: { role: source, style: \"izvestia\" }\n...\n",
                all,
            ),
            (
                "crlf",
                "---\r\nlang: ru\r\ndate: 1921-03-16T10:00\r\nonomast: {role: source, style: izvestia}\r\n---\r\n",
                all,
            ),
            (
                "toml",
                "+++\nlang = \"ru\"\ndate = 1921-03-16\n[onomast]\nrole = \"source\"\nstyle = \"izvestia\"\n+++\n",
                all,
            ),
            ("not closed", "---\nlang: ru\n", none),
            ("not at the head", "\n---\nlang: ru\n---\n", none),
            ("other tables", "---\nmap:\n  lang: ru\n  role: source\n---\n", none),
            (
                "nothing of sense",
                "---\n: : {\nlang: Русский\ndate: soon\nonomast: {role\n---\n",
                none,
            ),
            (
                "a bare year",
                "+++\ndate = 1921\n+++\n",
                "lang=- date=1921 role=- style=-",
            ),
            ("empty", "", none),
        ] {
            let FrontMatter {
                lang,
                date,
                role,
                style,
            } = read(head);
            let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            let found = format!(
                "lang={} date={} role={} style={}",
                or_none(lang.map(|lang| lang.to_string())),
                or_none(date.map(|date| date.to_string())),
                or_none(role.map(|role| format!("{role:?}"))),
                or_none(style),
            );
            assert_eq!(found, expected, "{name}");
        }
    }
}
