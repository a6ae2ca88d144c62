//! What the header of a TEI document says of it.

use std::ops::Range;

use super::parts::Parts;
use super::table::Vocabulary;
use super::token::{self, Token};

/// The date in the `creation` of a document whose beginning is given: when the text came about, not when it was encoded. Its
/// bytes of the beginning.
pub(in crate::prose) fn creation_date(head: &str) -> Option<Range<usize>> {
    let mut parts = Parts::new(head, true, Vocabulary::Xml, &[]);
    let mut in_creation = false;
    while let Ok(Some((token, _))) = parts.next() {
        match token {
            Token::Start { name, content, .. } => {
                let local = name.rsplit(':').next().unwrap_or(name);
                in_creation |= local == "creation";
                if local == "date" && in_creation {
                    let date = token::written_attribute(content, name, &["when", "notBefore", "from", "when-iso"])?;
                    let start = (date.as_ptr() as usize).checked_sub(head.as_ptr() as usize)?;
                    return Some(start..start + date.len());
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
            assert_eq!(creation_date(head).map(|range| &head[range]), date, "{head}");
        }
    }
}
