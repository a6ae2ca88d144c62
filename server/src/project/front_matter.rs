//! Front matter: what the head of a Markdown file says of it.
//!
//! Between two lines of `---` stands YAML, between two of `+++` TOML. Of YAML only this much is read: `key: value` lines,
//! plain or quoted, and `onomast:` with its keys indented below it or in braces behind it. Anything else is passed over.

use toml::de::{DeTable, DeValue};

use super::head::{Head, Written};
use super::settings::syntax_problems;

/// Reads the front matter of a text by its beginning. Nothing is said where there is none or it is not closed.
pub(super) fn read(head: &str, into: &mut Head) {
    let mut lines = head.split_inclusive('\n');
    let Some(fence) = lines
        .next()
        .map(str::trim_end)
        .filter(|line| matches!(*line, "---" | "+++"))
    else {
        return;
    };
    let start = head.find('\n').map_or(head.len(), |at| at + 1);
    let mut end = start;
    for line in lines {
        let closing = line.trim_end();
        if closing == fence || (fence == "---" && closing == "...") {
            let body = head.get(start..end).unwrap_or("");
            if fence == "---" {
                yaml(head, body, into)
            } else {
                toml(body, start, into)
            }
            break;
        }
        end += line.len();
    }
}

fn yaml(head: &str, body: &str, into: &mut Head) {
    // The key in whose block the lines stand that are indented; none below a value, whose lines they are then.
    let mut table = None;
    for line in body.lines() {
        let indented = line.starts_with([' ', '\t']);
        let Some((key, value)) = line.trim().split_once(':').filter(|(key, _)| !key.starts_with('#')) else {
            continue;
        };
        let (key, value) = (scalar(key), value.trim());
        let is_bare = scalar(value).is_empty();
        if !indented {
            table = is_bare.then_some(key);
        }
        if let Some(inner) = value.strip_prefix('{').filter(|_| !indented) {
            for pair in inner.split('}').next().unwrap_or(inner).split(',') {
                if let Some((inner_key, value)) = pair.split_once(':') {
                    into.set(key, written(head, scalar(inner_key)), written(head, scalar(value)));
                }
            }
        } else if let Some(table) = if indented { table } else { Some("") } {
            into.set(table, written(head, key), written(head, scalar(value)));
        }
    }
}

/// A piece of the head, at its place.
fn written<'a>(head: &str, text: &'a str) -> Written<'a> {
    let start = (text.as_ptr() as usize).saturating_sub(head.as_ptr() as usize);
    Written {
        text,
        start,
        end: start + text.len(),
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
    match text.starts_with('#') {
        true => "",
        false => text.split(" #").next().unwrap_or(text).trim_end(),
    }
}

/// `start` is where the body stands in the text.
fn toml(body: &str, start: usize, into: &mut Head) {
    let (table, errors) = DeTable::parse_recoverable(body);
    let moved = |range: std::ops::Range<usize>| start + range.start..start + range.end;
    let each = |name: &str, table: &DeTable<'_>, into: &mut Head| {
        for (key, value) in table {
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(year) => year.to_string(),
                DeValue::Datetime(date) => date.to_string(),
                DeValue::Table(_) => continue,
                // Of no key of ours that is the value.
                _ => "[]".to_owned(),
            };
            let written = |text, range: std::ops::Range<usize>| Written {
                text,
                start: range.start,
                end: range.end,
            };
            let key = written(key.get_ref(), moved(key.span()));
            into.set(name, key, written(&text, moved(value.span())));
        }
    };
    each("", table.get_ref(), into);
    if let Some(inner) = table
        .get_ref()
        .get("onomast")
        .and_then(|value| value.get_ref().as_table())
    {
        each("onomast", inner, into);
    }
    // What the parser puts in the place of what it cannot read has no place of its own.
    into.problems.retain(|problem| !problem.range.is_empty());
    into.problems.extend(
        syntax_problems(body, &errors)
            .into_iter()
            .map(|problem| super::SettingsProblem {
                range: moved(problem.range),
                ..problem
            }),
    );
    into.problems.sort_by_key(|problem| problem.range.start);
}

#[cfg(test)]
mod tests {
    use onomast_gazetteer::prose::Format;

    use super::*;
    use crate::project::SettingsProblemKind;

    /// What is said, and the pieces that mean nothing.
    fn describe(head: &str) -> String {
        let Head {
            lang,
            date,
            role,
            style,
            problems,
        } = Head::read(Format::Markdown, head);
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let said = format!(
            "lang={} date={} role={} style={}",
            or_none(lang.map(|lang| lang.to_string())),
            or_none(date.map(|date| date.to_string())),
            or_none(role.map(|role| format!("{role:?}"))),
            or_none(style.map(|(style, range)| {
                assert!(head[range].contains(&style));
                style
            })),
        );
        problems.iter().fold(said, |said, problem| {
            let kind = match &problem.kind {
                SettingsProblemKind::Syntax(_) => "syntax".to_owned(),
                SettingsProblemKind::UnknownKey { table, .. } => format!("unknown in {table}"),
                SettingsProblemKind::WrongValue { key, .. } => key.clone(),
            };
            format!("{said}; {kind}: {}", &head[problem.range.clone()])
        })
    }

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
                "lines of a value",
                "---\nabstract: |\n  lang: ru\n  date: soon\n---\n",
                none,
            ),
            (
                "places left open",
                "---\nlang: \ndate: \"\"\nonomast:\n  # role: x\n  role: # later\n  style: ~\n---\n",
                none,
            ),
            (
                "nothing of sense",
                "---\n: : {\nlang: Русский\ndate: soon\nonomast: {role\n---\n",
                "lang=- date=- role=- style=-; lang: Русский; date: soon",
            ),
            (
                "slips",
                "---\nlang: \"не язык\"\nonomast:\n  role: souce # sic\n  enable: maybe\n---\n",
                "lang=- date=- role=- style=-; lang: не язык; onomast.role: souce; unknown in onomast: enable",
            ),
            (
                "slips in braces",
                "---\nonomast: { rôle: source, role: Draft }\n---\n",
                "lang=- date=- role=- style=-; unknown in onomast: rôle; onomast.role: Draft",
            ),
            (
                "no table",
                "---\nonomast: source\n---\n",
                "lang=- date=- role=- style=-; onomast: source",
            ),
            (
                "slips in toml",
                "+++\nlang = [\"ru\"]\ndate = 'foo'\n[onomast]\nrole = 5\nenable = 'x'\n+++\n",
                "lang=- date=- role=- style=-; lang: [\"ru\"]; date: 'foo'; onomast.role: 5; unknown in onomast: enable",
            ),
            (
                "no toml",
                "+++\nlang = 'ru'\ntitle = \n+++\n",
                "lang=ru date=- role=- style=-; syntax: ",
            ),
            (
                "a bare year",
                "+++\ndate = 1921\n+++\n",
                "lang=- date=1921 role=- style=-",
            ),
            ("empty", "", none),
        ] {
            assert_eq!(describe(head), expected, "{name}");
        }
    }
}
