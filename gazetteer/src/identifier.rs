//! Identifiers of entities elsewhere, and where they lead on the web.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The address on the web that an identifier stands for: itself where it is one, else that of its register
/// (`viaf:46770964`, in any case). `None` for every other, and for one that no address can hold: what is there of an
/// address is safe to be put between angle brackets or quotation marks.
///
/// ```
/// use onomast_gazetteer::identifier::web_address;
///
/// assert_eq!(web_address("wikidata:Q3640").as_deref(), Some("https://www.wikidata.org/wiki/Q3640"));
/// assert_eq!(web_address("https://viaf.org/viaf/1").as_deref(), Some("https://viaf.org/viaf/1"));
/// assert_eq!(web_address("command:open"), None);
/// ```
pub fn web_address(identifier: &str) -> Option<Cow<'_, str>> {
    // RFC 3986 allows none of these in a URI; browsers and editors disagree about what they then do.
    let fits = !identifier.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\\"`{}|^".contains(c));
    if !fits {
        return None;
    }
    if identifier.starts_with("https://") || identifier.starts_with("http://") {
        return Some(Cow::Borrowed(identifier));
    }
    let (register, number) = identifier.split_once(':')?;
    let address = REGISTERS.get(register.to_ascii_lowercase().as_str())?;
    (!number.is_empty()).then(|| Cow::Owned(address.replace('$', number)))
}

static REGISTERS: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| toml::from_str(include_str!("../data/tables/identifiers.toml")).unwrap_or_default());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_every_address_takes_an_identifier() {
        assert!(REGISTERS.len() > 5);
        for (register, address) in REGISTERS.iter() {
            assert!(register.bytes().all(|byte| byte.is_ascii_lowercase()), "{register}");
            assert!(
                address.starts_with("https://") && address.matches('$').count() == 1,
                "{address}"
            );
        }
    }

    #[test]
    fn addresses_of_identifiers() {
        for (identifier, expected) in [
            ("VIAF:46770964", Some("https://viaf.org/viaf/46770964")),
            ("doi:10.1000/182", Some("https://doi.org/10.1000/182")),
            (
                "http://www.wikidata.org/entity/Q3640",
                Some("http://www.wikidata.org/entity/Q3640"),
            ),
            ("viaf:", None),
            ("unknown:1", None),
            ("file:///etc/passwd", None),
            ("javascript:alert(1)", None),
            ("https://a b", None),
            ("https://a>b", None),
            ("viaf:1\">", None),
            ("nothing", None),
            ("", None),
        ] {
            assert_eq!(web_address(identifier).as_deref(), expected, "{identifier}");
        }
    }
}
