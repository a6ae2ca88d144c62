//! Bodies that are not quite JSON.
//!
//! An editor that counts UTF-16 units can send half of a pair while somebody types an emoji: `"\ud83d"`. No Rust string holds
//! that. U+FFFD stands for it, one unit for one unit, so that every position stays where it is.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// Reads a body; where it does not parse, with U+FFFD for each half of a pair that stands by itself.
pub(super) fn read(body: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_slice(body).or_else(|error| match without_halves(body) {
        Cow::Borrowed(_) => Err(error),
        Cow::Owned(body) => serde_json::from_slice(&body),
    })
}

/// The body with U+FFFD for halves of pairs, escaped or not. Its length stays the same.
fn without_halves(body: &[u8]) -> Cow<'_, [u8]> {
    let mut mended = Cow::Borrowed(body);
    let mut at = 0;
    while let Some(rest) = body.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest {
            [b'\\', b'u', ..] => match (unit(rest), rest.get(6..).and_then(unit)) {
                (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
                (Some(0xD800..=0xDFFF), _) => {
                    mended.to_mut()[at + 2..at + 6].copy_from_slice(b"fffd");
                    6
                }
                _ => 2,
            },
            [b'\\', _, ..] => 2,
            // What UTF-8 would write for a half, if it might.
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => {
                mended.to_mut()[at..at + 3].copy_from_slice("\u{fffd}".as_bytes());
                3
            }
            _ => 1,
        };
    }
    mended
}

/// The unit that an escape at the beginning stands for.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// What could be read of a message before it broke off.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Beginning {
    pub id: Option<Value>,
    pub method: Option<String>,
}

/// Reads as far as it goes.
pub(super) fn beginning(body: &[u8]) -> Beginning {
    let mut beginning = Beginning::default();
    // That it breaks off is known.
    let _ = AsFarAsItGoes(&mut beginning).deserialize(&mut serde_json::Deserializer::from_slice(body));
    beginning
}

struct AsFarAsItGoes<'a>(&'a mut Beginning);

impl<'de> DeserializeSeed<'de> for AsFarAsItGoes<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for AsFarAsItGoes<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "id" => self.0.id = Some(members.next_value()?),
                "method" => self.0.method = members.next_value::<Value>()?.as_str().map(str::to_owned),
                _ => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_pairs() {
        for (name, body, expected) in [
            ("the first", r#""a\ud83db""#.as_bytes(), Some("a\u{fffd}b")),
            ("the second", br#""\uDD25""#, Some("\u{fffd}")),
            ("at the end", br#""\ud83d""#, Some("\u{fffd}")),
            ("twice the first", br#""\ud83d\ud83d\udd25""#, Some("\u{fffd}🔥")),
            ("turned round", br#""\udd25\ud83d""#, Some("\u{fffd}\u{fffd}")),
            ("before another escape", br#""\ud83d\n""#, Some("\u{fffd}\n")),
            ("a pair beside a half", br#""\ud83d\udd25\ud83d""#, Some("🔥\u{fffd}")),
            ("behind a backslash", br#""\\ud83d \ud83d""#, Some("\\ud83d \u{fffd}")),
            ("as bytes", b"\"a\xED\xA0\xBDb\"", Some("a\u{fffd}b")),
            (
                "Hangul as bytes",
                "\"\u{d7ff}\\ud83d\"".as_bytes(),
                Some("\u{d7ff}\u{fffd}"),
            ),
            ("no number", br#""\uzzzz""#, None),
            ("cut off", br#""\ud83"#, None),
            ("no UTF-8", b"\"\xFF\"", None),
        ] {
            let read = read(body).ok();
            assert_eq!(read.as_ref().and_then(Value::as_str), expected, "{name}");
        }
    }

    #[test]
    fn beginnings() {
        let check = |body: &str, id: Option<Value>, method: Option<&str>| {
            let expected = Beginning {
                id,
                method: method.map(str::to_owned),
            };
            assert_eq!(beginning(body.as_bytes()), expected, "{body}");
        };
        check(r#"{"id":1,"method":"a","params":{"#, Some(1.into()), Some("a"));
        check(r#"{"params":{"x":"\ud83d"},"id":"b","#, Some("b".into()), None);
        check(r#"{"method":"a","params":[1,}"#, None, Some("a"));
        check(r#"{"method":"a\ud83d","id":1}"#, None, None);
        check(r#"[{"id":1}"#, None, None);
        check("", None, None);
    }
}
