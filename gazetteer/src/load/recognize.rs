//! Whether a JSON file is a gazetteer at all: cheap, and right about files that are broken at the moment.

/// Whether the text is an object that has a key `onomast` of its own, with a number or, while it is being typed, with
/// nothing. Looks at every byte at most once and needs no valid JSON.
///
/// Any number will do: a version that is not known is a problem to tell, not a reason to pass the file over.
pub fn is_gazetteer(text: &str) -> bool {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim_ascii_start();
    let mut rest = text.as_bytes();
    if rest.first() != Some(&b'{') {
        return false;
    }
    let mut depth = 0usize;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match first {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let (string, behind) = string(rest);
                rest = behind;
                if depth == 1 && string == b"onomast" && is_marked(rest) {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

/// The bytes up to the closing quotation mark, or to the end of the line where it is missing, and what follows.
fn string(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\n' => return (&bytes[..at], &bytes[at + 1..]),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    (bytes, &[])
}

/// Whether a colon and a number follow, or a colon and nothing yet.
fn is_marked(bytes: &[u8]) -> bool {
    let Some(value) = bytes.trim_ascii_start().strip_prefix(b":") else {
        return false;
    };
    matches!(
        value.trim_ascii_start().first(),
        None | Some(b'0'..=b'9' | b'-' | b',' | b'}')
    )
}

#[cfg(test)]
mod tests {
    use super::is_gazetteer;

    #[test]
    fn gazetteers_and_other_json() {
        for (text, expected) in [
            (r#"{ "onomast": 1 }"#, true),
            (
                "\u{FEFF}\n{\n  \"title\": \"a \\\" b\", \"entities\": [{}], \"onomast\": 1 }",
                true,
            ),
            (r#"{ "onomast": 1, "entities": [ { "id": "#, true),
            (
                r#"{ "title": "unclosed,
                "onomast": 1,"#,
                true,
            ),
            (r#"{ "onomast": "#, true),
            (r#"{ "onomast": 2 }"#, true),
            (r#"{ "onomast": { "role": "draft" } }"#, false),
            (r#"{ "other": { "onomast": 1 } }"#, false),
            (r#"{ "other": "onomast" }"#, false),
            (r#"[ "onomast", 1 ]"#, false),
            (r#"{ "name": "onomast", "version": 1 }"#, false),
            ("onomast: 1", false),
            ("", false),
            ("\"\\", false),
        ] {
            assert_eq!(is_gazetteer(text), expected, "{text}");
        }
    }
}
