//! What the settings reference says of the key, or of the key of the value, at a place of `onomast.toml`. It is in English,
//! as the words are.

use std::ops::Range;

use super::completion::at_path;
use super::place::{Kind, place};
use crate::project::value::{Field, Shape};

/// What a key means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The word there: bytes of the file.
    pub range: Range<usize>,
    /// The key.
    pub key: String,
    /// What a right value looks like, in the notation of TOML.
    pub expected: String,
    /// What it does.
    pub text: String,
}

/// What the key at a byte of the settings means; in a value, the key of it.
pub fn meaning(text: &str, at: usize) -> Option<Meaning> {
    let behind = text.get(at..)?;
    let in_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    let end = at + behind.find(|sign| !in_word(sign)).unwrap_or(behind.len());
    let place = place(text, end)?;
    let word = text.get(place.typed.clone()).filter(|word| !word.is_empty())?;
    let mut path = place.path;
    if place.kind != Kind::Value {
        path.push(word.to_owned());
    }
    let field = field(&path)?;
    Some(Meaning {
        range: place.typed,
        key: field.key.to_owned(),
        expected: field.expected.clone(),
        text: field.meaning(),
    })
}

/// The key that a path ends with.
fn field(path: &[String]) -> Option<Field> {
    let (last, above) = path.split_last()?;
    let fields = match at_path(above)? {
        Shape::Table(fields) => fields,
        Shape::List(of) => match *of {
            Shape::Table(fields) => fields,
            _ => return None,
        },
        _ => return None,
    };
    fields.into_iter().find(|field| field.key == last)
}

impl Meaning {
    /// As Markdown.
    pub fn to_markdown(&self) -> String {
        format!("`{} = {}`\n\n{}", self.key, self.expected, self.text)
    }

    /// As plain text.
    pub fn to_plain_text(&self) -> String {
        format!("{} = {}\n\n{}", self.key, self.expected, self.text.replace('`', ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tables_and_values_are_explained() {
        for (fixture, expected) in [
            ("en$0able = 'always'", Some(("enable", "enable"))),
            ("enable = 'al$0ways'", Some(("always", "enable"))),
            ("[suf$0fix]", Some(("suffix", "suffix"))),
            ("[[doc$0uments]]\n", Some(("documents", "documents"))),
            ("[[documents]]\nrole$0 = 'source'", Some(("role", "role"))),
            ("[style.izvestia]\npre$0fer = {}", Some(("prefer", "prefer"))),
            ("[style.iz$0vestia]", None),
            ("colo$0ur = 1", None),
            ("# ena$0ble", None),
        ] {
            let at = fixture.find("$0").expect("a cursor");
            let text = fixture.replacen("$0", "", 1);
            let found = meaning(&text, at);
            let found = found
                .as_ref()
                .map(|found| (&text[found.range.clone()], found.key.as_str()));
            assert_eq!(found, expected, "{fixture}");
        }
        let role = meaning("[[documents]]\nrole = 'source'", 15).expect("a key");
        assert_eq!(
            role.to_markdown().lines().next(),
            Some(r#"`role = "draft" | "source" | "edition" | "ignore"`"#)
        );
        assert!(
            role.to_plain_text().ends_with("ignore is not looked at."),
            "{}",
            role.to_plain_text()
        );
    }
}
