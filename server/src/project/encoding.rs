//! Bytes of a document into text. What does not decode is refused whole; nothing is ever replaced by question marks.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254};
use toml::Spanned;
use toml::de::DeValue;

use super::value::{SettingsProblem, Value, parsed};

/// What some programs write before UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// An encoding of the WHATWG list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// The encoding of a name (`windows-1254`), in any case.
    pub fn named(name: &str) -> Option<Encoding> {
        encoding_rs::Encoding::for_label(name.as_bytes()).map(Encoding)
    }

    /// Whether every editor tells it by itself: UTF-8, or UTF-16, which has a byte order mark.
    pub fn is_unicode(self) -> bool {
        [UTF_8, UTF_16LE, UTF_16BE].contains(&self.0)
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

/// A text and the encoding in which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
    /// Whether nobody said so and it only seems to be this one. Such a text is read and never written.
    pub guessed: bool,
}

/// The text of a file: as [`decode`] reads it, else in the encoding that it declares itself, else in the Russian or Turkish
/// encoding of Windows that it seems to be in. `None` where it is no text, or in no encoding that can be told.
pub fn decode_or_guess(bytes: &[u8], stated: Option<Encoding>) -> Option<Decoded> {
    let (encoding, text, guessed) = match (decode(bytes, stated), stated) {
        (Some(text), _) => {
            let marked = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| Encoding(encoding));
            (marked.or(stated).unwrap_or(Encoding(UTF_8)), text, false)
        }
        (None, None) => match as_declared(bytes) {
            Some((encoding, text)) => (encoding, text, false),
            None => {
                let encoding = guess(bytes)?;
                (encoding, decode(bytes, Some(encoding))?, true)
            }
        },
        (None, Some(_)) => return None,
    };
    Some(Decoded {
        text,
        encoding,
        guessed,
    })
}

/// The encoding of a file that an editor has read in another one: it shows what those bytes are there, and not their text.
/// `None` where it shows the text, where it shows something else altogether, since somebody has changed it, and where the
/// encoding cannot be told.
pub fn misread(bytes: &[u8], stated: Option<Encoding>, shown: &str) -> Option<Encoding> {
    // ASCII reads the same in all of them.
    if bytes.is_ascii() {
        return None;
    }
    let decoded = decode_or_guess(bytes, stated)?;
    if is_shown(decoded.text.chars(), shown) {
        return None;
    }
    let others = [UTF_8, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254];
    let read_as =
        |other: &&'static encoding_rs::Encoding| is_shown(other.decode_with_bom_removal(bytes).0.chars(), shown);
    // Vim’s latin1 has a character for every byte.
    let by_byte = || is_shown(bytes.iter().copied().map(char::from), shown);
    (others.iter().any(read_as) || by_byte()).then_some(decoded.encoding)
}

/// Whether an editor that reads this shows that. Editors have their own ways with line ends, above all the last one.
fn is_shown(read: impl Iterator<Item = char>, shown: &str) -> bool {
    let is_seen = |letter: &char| !matches!(letter, '\r' | '\n' | '\u{feff}');
    let shown = shown.chars().filter(is_seen);
    read.filter(is_seen).eq(shown)
}

/// The text in the encoding that the file declares, if it is text in it.
fn as_declared(bytes: &[u8]) -> Option<(Encoding, String)> {
    let encoding = declared(bytes).filter(|encoding| !encoding.is_unicode())?;
    Some((encoding, decode(bytes, Some(encoding))?))
}

/// What a file says of its encoding: in the declaration of XML (XML 1.0, 4.3.3), in a `meta` of HTML, to the package inputenc of
/// LaTeX.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    const HEAD: usize = 4096;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // No encoding that is declared in its own text has other letters for these.
    let letters = head.iter().map(|byte| match byte.is_ascii() {
        true => char::from(byte.to_ascii_lowercase()),
        false => ' ',
    });
    let head: String = letters.collect();
    let value = |text: &str, key: &str| {
        let (_, behind) = text.split_once(key)?;
        let value = behind.trim_start().strip_prefix('=')?;
        let value = value.trim_start_matches([' ', '"', '\'']);
        let end = value.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_');
        Encoding::named(&value[..end.unwrap_or(value.len())])
    };
    let tag = |text: &str| text.split('>').next().unwrap_or_default().to_owned();
    let of_xml = || value(&tag(head.strip_prefix("<?xml")?), "encoding");
    let of_html = || {
        head.split("<meta")
            .skip(1)
            .find_map(|text| value(&tag(text), "charset"))
    };
    let of_latex = || {
        let (before, _) = head.split_once("]{inputenc}")?;
        Encoding::named(before.rsplit('[').next()?.trim())
    };
    of_xml().or_else(of_html).or_else(of_latex)
}

/// windows-1251 or windows-1254, where that is what the bytes look like. The Western encoding has all letters of
/// the Turkish one but six, for which it has others: a text without those reads the same.
fn guess(bytes: &[u8]) -> Option<Encoding> {
    // No text of these encodings has control characters; a program or a picture does.
    if bytes.iter().any(|byte| *byte < b'\t' || (14..32).contains(byte)) {
        return None;
    }
    if is_damaged_utf8(bytes) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == WINDOWS_1251 {
        Some(Encoding(WINDOWS_1251))
    } else if guessed == WINDOWS_1254 || guessed == WINDOWS_1252 {
        Some(Encoding(WINDOWS_1254))
    } else {
        None
    }
}

/// Whether most of what is not ASCII is UTF-8 all the same: a few bytes of such a file are broken, and it is no text of an
/// encoding with one byte a letter, in which hardly two letters side by side look like UTF-8.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
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

/// The bytes of a text in an encoding, with a byte order mark where `like`, the file as it was, has one. `None` where the
/// encoding lacks a character of it.
pub fn encode(text: &str, encoding: Encoding, like: &[u8]) -> Option<Vec<u8>> {
    let mark = encoding_rs::Encoding::for_bom(like).map_or(0, |(_, length)| length);
    let mut bytes = like.get(..mark)?.to_vec();
    let encoding = encoding.0;
    if encoding == UTF_16LE {
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    } else if encoding == UTF_16BE {
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    } else {
        let (written, used, lacking) = encoding.encode(text);
        if lacking || used != encoding {
            return None;
        }
        bytes.extend_from_slice(&written);
    }
    Some(bytes)
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
    fn what_was_decoded_is_encoded_as_it_was() {
        let named = |name| Encoding::named(name).unwrap();
        let rows: [(&[u8], Encoding); 5] = [
            ("Çiçerin".as_bytes(), named("utf-8")),
            ("\u{feff}Карс".as_bytes(), named("utf-8")),
            (b"\xff\xfe\x1a\x04", named("utf-16le")),
            (b"\xfe\xff\x04\x1a", named("utf-16be")),
            (b"\xc0\xed\xea\xe0\xf0\xe0", named("windows-1251")),
        ];
        for (bytes, encoding) in rows {
            let text = decode(bytes, Some(encoding)).unwrap();
            assert_eq!(encode(&text, encoding, bytes).as_deref(), Some(bytes), "{text}");
        }
        assert_eq!(encode("İ", named("windows-1251"), b""), None);
    }

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

    #[test]
    fn what_an_editor_has_read_in_another_encoding_is_known_by_what_it_shows() {
        let russian = "Нарком писал послу,\r\nчто договор будет подписан в Карсе осенью.\r\n";
        let turkish = "Büyükelçi, antlaşmanın güzün Kars’ta imzalanacağını yazdı; görüşmeler sürüyordu.";
        let in_1251 = WINDOWS_1251.encode(russian).0.into_owned();
        let in_1254 = WINDOWS_1254.encode(turkish).0.into_owned();
        let in_utf8 = russian.as_bytes().to_vec();
        let in_utf16: Vec<u8> = "\u{feff}Карс".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let shown = |bytes: &[u8], encoding: &'static encoding_rs::Encoding| {
            encoding.decode_without_bom_handling(bytes).0.replace('\r', "")
        };
        let by_byte = |bytes: &[u8]| bytes.iter().copied().map(char::from).collect::<String>();
        let rows = [
            ("as UTF-8", &in_1251, shown(&in_1251, UTF_8), Some("windows-1251")),
            (
                "as Western",
                &in_1251,
                shown(&in_1251, WINDOWS_1252),
                Some("windows-1251"),
            ),
            ("by byte", &in_1251, by_byte(&in_1251), Some("windows-1251")),
            ("as it is", &in_1251, russian.replace('\r', ""), None),
            ("typed in", &in_1251, format!("{}!", shown(&in_1251, UTF_8)), None),
            (
                "Turkish as Western",
                &in_1254,
                shown(&in_1254, WINDOWS_1252),
                Some("windows-1254"),
            ),
            (
                "Turkish as UTF-8",
                &in_1254,
                shown(&in_1254, UTF_8),
                Some("windows-1254"),
            ),
            (
                "UTF-8 as Russian",
                &in_utf8,
                shown(&in_utf8, WINDOWS_1251),
                Some("UTF-8"),
            ),
            ("UTF-8", &in_utf8, russian.trim_end().to_owned(), None),
            ("UTF-16 as UTF-8", &in_utf16, shown(&in_utf16, UTF_8), Some("UTF-16LE")),
            ("UTF-16", &in_utf16, "Карс".to_owned(), None),
        ];
        for (name, bytes, shown, expected) in rows {
            assert_eq!(misread(bytes, None, &shown).map(Encoding::name), expected, "{name}");
        }
        let stated = Encoding::named("koi8-r");
        let in_koi8 = encoding_rs::KOI8_R.encode(russian).0.into_owned();
        assert_eq!(misread(&in_koi8, stated, &shown(&in_koi8, UTF_8)), stated);
        assert_eq!(misread(b"Kars", None, "Kars"), None);
    }

    #[test]
    fn what_nobody_stated_is_guessed() {
        let written = |text: &str, encoding: &'static encoding_rs::Encoding| encoding.encode(text).0.into_owned();
        let russian = "Нарком писал послу, что договор будет подписан в Карсе осенью.";
        let turkish = "Büyükelçi, antlaşmanın güzün Kars’ta imzalanacağını yazdı; görüşmeler sürüyordu.";
        let rows = [
            ("utf-8", russian.as_bytes().to_vec(), Some((russian, "UTF-8", false))),
            (
                "russian",
                written(russian, WINDOWS_1251),
                Some((russian, "windows-1251", true)),
            ),
            (
                "turkish",
                written(turkish, WINDOWS_1254),
                Some((turkish, "windows-1254", true)),
            ),
            ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe".to_vec(), None),
            ("koi8", written(russian, encoding_rs::KOI8_R), None),
            ("damaged", [russian.as_bytes(), b"\xff\xfe"].concat(), None),
        ];
        for (name, bytes, expected) in rows {
            let decoded = decode_or_guess(&bytes, None);
            let decoded = decoded
                .as_ref()
                .map(|decoded| (decoded.text.as_str(), decoded.encoding.name(), decoded.guessed));
            assert_eq!(decoded, expected, "{name}");
        }
        let declares = |head: &str, encoding| {
            let decoded = decode_or_guess(&written(&format!("{head}Карс"), encoding), None);
            decoded.map(|decoded| (decoded.encoding.name(), decoded.guessed, decoded.text.ends_with("Карс")))
        };
        for head in [
            "<?xml version='1.0' encoding='Windows-1251'?>",
            "<html><meta name=a content=b><meta http-equiv=c content=\"text/html; charset=windows-1251\">",
            "\\documentclass{article}\n\\usepackage[cp1251]{inputenc}\n",
        ] {
            assert_eq!(
                declares(head, WINDOWS_1251),
                Some(("windows-1251", false, true)),
                "{head}"
            );
            assert_eq!(declares(head, UTF_8), Some(("UTF-8", false, true)), "{head}");
        }
        let stated = Encoding::named("utf-8");
        assert_eq!(
            decode_or_guess(&written(russian, WINDOWS_1251), stated),
            None,
            "what is stated holds"
        );
    }
}
