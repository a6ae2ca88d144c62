//! Bytes of a document into text. What does not decode is refused whole; nothing is ever replaced by question marks.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use toml::Spanned;
use toml::de::DeValue;

use super::value::{SettingsProblem, Value, parsed};

/// An encoding of the WHATWG list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// The encoding of a name (`windows-1254`), in any case.
    pub fn named(name: &str) -> Option<Encoding> {
        encoding_rs::Encoding::for_label(name.as_bytes()).map(Encoding)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl Value for Encoding {
    fn expected() -> String {
        "\"windows-1251\" | \"windows-1254\" | …".to_owned()
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Encoding> {
        parsed(value, key, problems, Encoding::named)
    }
}

/// The text of a file, without a byte order mark: UTF-8 or UTF-16 where a mark says so, else `stated`, else UTF-8.
/// `None` where the bytes are not text in that encoding.
pub fn decode(bytes: &[u8], stated: Option<Encoding>) -> Option<String> {
    let (encoding, skip) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, skip)) => (encoding, skip),
        None => (stated.map_or(UTF_8, |encoding| encoding.0), 0),
    };
    let body = bytes.get(skip..)?;
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return (body.len().is_multiple_of(2)).then(|| whole(encoding, body))?;
    }
    whole(encoding, body)
}

fn whole(encoding: &'static encoding_rs::Encoding, body: &[u8]) -> Option<String> {
    encoding
        .decode_without_bom_handling_and_without_replacement(body)
        .map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_win_over_settings_and_settings_over_utf8() {
        let windows_1254 = Encoding::named("windows-1254");
        type Row<'a> = (&'a str, &'a [u8], Option<Encoding>, Option<&'a str>);
        let rows: [Row<'_>; 9] = [
            ("utf-8", "Çiçerin".as_bytes(), None, Some("Çiçerin")),
            ("utf-8 with mark", "\u{feff}Карс".as_bytes(), None, Some("Карс")),
            (
                "mark over settings",
                "\u{feff}Карс".as_bytes(),
                windows_1254,
                Some("Карс"),
            ),
            ("utf-16 little", &[0xff, 0xfe, 0x1a, 0x04], None, Some("К")),
            ("utf-16 big", &[0xfe, 0xff, 0x04, 0x1a], None, Some("К")),
            ("utf-16 cut", &[0xff, 0xfe, 0x1a], None, None),
            ("windows-1254", &[0xc7, 0x69, 0xdd], windows_1254, Some("Çiİ")),
            ("windows-1254 unstated", &[0xc7, 0x69, 0xdd], None, None),
            ("empty", &[], None, Some("")),
        ];
        for (name, bytes, stated, text) in rows {
            assert_eq!(decode(bytes, stated).as_deref(), text, "{name}");
        }
    }
}
