//! Identifiers in a gazetteer file as links to the web.

use std::ops::Range;

use onomast_gazetteer::identifier::web_address;
use onomast_gazetteer::load;

/// A link to the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Bytes of the file: the identifier, without its quotation marks.
    pub range: Range<usize>,
    /// An address that begins with `http://` or `https://`.
    pub target: String,
}

/// The identifiers of a gazetteer file that lead anywhere. Empty for a text that is no gazetteer.
pub fn document_link(text: &str) -> Vec<Link> {
    if !load::is_gazetteer(text) {
        return Vec::new();
    }
    let identifiers = load::identifiers(text).into_iter();
    let link = |(identifier, range): (String, Range<usize>)| {
        let target = web_address(&identifier)?.into_owned();
        Some(Link { range, target })
    };
    identifiers.filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_to_the_web_is_a_link() {
        let text = r#"{ "onomast": 1, "entities": [{ "id": "place/ankara",
            "sameAs": ["https://example.org/ankara", "wikidata:Q3640", "command:bad", "urn:x:1"] }] }"#;
        let links = document_link(text);
        let found: Vec<(&str, &str)> = links
            .iter()
            .map(|link| (&text[link.range.clone()], link.target.as_str()))
            .collect();
        let expected = [
            ("https://example.org/ankara", "https://example.org/ankara"),
            ("wikidata:Q3640", "https://www.wikidata.org/wiki/Q3640"),
        ];
        assert_eq!(found, expected);
        assert_eq!(document_link(&text.replace("onomast", "other")), []);
    }
}
