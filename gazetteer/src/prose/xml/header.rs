//! What the header of a TEI document says of it.

use super::parts::Parts;
use super::table::Vocabulary;
use super::token::{self, Token};

/// The date in the `creation` of a document whose beginning is given: when the text came about, not when it was encoded.
pub(in crate::prose) fn creation_date(head: &str) -> Option<String> {
    let mut parts = Parts::new(head, true, Vocabulary::Xml, &[]);
    let mut in_creation = false;
    while let Ok(Some((token, _))) = parts.next() {
        match token {
            Token::Start { name, content, .. } => {
                let local = name.rsplit(':').next().unwrap_or(name);
                in_creation |= local == "creation";
                if local == "date" && in_creation {
                    let date = token::attribute(content, name, &["when", "notBefore", "from", "when-iso"]);
                    return date.map(|date| date.into_owned());
                }
                if local == "text" || local == "body" {
                    return None;
                }
            }
            Token::End(name) if name.ends_with("creation") => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_creation_and_no_other() {
        for (head, date) in [
            (
                "<TEI><date when='2020'/><profileDesc><creation>In <date when=\"1921-03\">May</date>",
                Some("1921-03"),
            ),
            ("<creation><date>1921</date></creation>", None),
            ("<date when='1921'/><text><creation><date when='1920'/>", None),
            ("", None),
        ] {
            assert_eq!(creation_date(head).as_deref(), date, "{head}");
        }
    }
}
