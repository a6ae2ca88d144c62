//! URIs as clients write them, and the paths they mean.
//!
//! A document is known by its decoded, normalized path; the text of its URI is only for answers. Clients write the same
//! file in several ways (`c%3A`, raw Cyrillic, spaces), and the types of the protocol refuse some of them.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;
use tower_lsp::ls_types::Uri;

/// The members of parameters that hold a URI.
const MEMBERS: [&str; 6] = ["uri", "rootUri", "baseUri", "scopeUri", "oldUri", "newUri"];

/// A URI that the protocol's type accepts: what may not stand in a URI is percent-encoded, and so is every `#` but the
/// first. What is accepted as it stands stays as it stands.
pub(super) fn repair(uri: &str) -> Cow<'_, str> {
    if is_accepted(uri) {
        return Cow::Borrowed(uri);
    }
    let repaired = escaped(uri);
    match is_accepted(&repaired) {
        true => repaired,
        false => Cow::Owned(with_plain_host(&repaired)),
    }
}

fn is_accepted(uri: &str) -> bool {
    uri.parse::<Uri>().is_ok()
}

/// The URI with what may not stand in one percent-encoded.
fn escaped(uri: &str) -> Cow<'_, str> {
    let bytes = uri.as_bytes();
    let fragment = uri.find('#').unwrap_or(bytes.len());
    let escape = |at: usize| {
        bytes
            .get(at + 1..at + 3)
            .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    let allowed = |at: usize| match bytes[at] {
        b'%' => escape(at),
        b'#' => at == fragment,
        byte => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
    };
    if (0..bytes.len()).all(allowed) {
        return Cow::Borrowed(uri);
    }
    let mut repaired = String::with_capacity(uri.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        if allowed(at) {
            repaired.push(char::from(*byte));
        } else {
            repaired.push_str(&format!("%{byte:02X}"));
        }
    }
    Cow::Owned(repaired)
}

/// The URI with a host that is a name and nothing else: what is neither an address nor a port is part of it.
fn with_plain_host(uri: &str) -> String {
    let Some((scheme, rest)) = uri.split_once("://") else {
        return uri.to_owned();
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, behind) = rest.split_at(end);
    let host = host.replace(':', "%3A").replace('@', "%40");
    format!("{scheme}://{host}{behind}")
}

/// Repairs every URI in the parameters of a message.
pub(super) fn repair_all(params: &mut Value) {
    match params {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(uri) if MEMBERS.contains(&name.as_str()) => {
                        if let Cow::Owned(repaired) = repair(uri) {
                            *uri = repaired;
                        }
                    }
                    value => repair_all(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(repair_all),
        _ => {}
    }
}

/// The path of a `file` URI, decoded and normalized. Any other URI is its own, relative, path, so that an unsaved buffer
/// can be told from every file.
pub(super) fn to_path(uri: &str) -> PathBuf {
    let Some(rest) = strip_scheme(uri) else {
        return PathBuf::from(decode(uri).as_ref());
    };
    let authority = rest.find('/').unwrap_or(rest.len());
    let path = rest[authority..].split(['?', '#']).next().unwrap_or_default();
    let decoded = decode(path);
    let host = &rest[..authority];
    if cfg!(windows) {
        return normalize(Path::new(&windows_path(host, &decoded)));
    }
    normalize(Path::new(decoded.as_ref()))
}

/// The URI of a path: of a file, or of what [`to_path`] made of another URI. `None` for a name that is no Unicode: its URI
/// would be that of another file.
pub(super) fn from_path(path: &Path) -> Option<Uri> {
    let text = path.to_str()?;
    match path.is_absolute() {
        true => Uri::from_file_path(path),
        false => repair(text).parse().ok(),
    }
}

/// A path without `.` and `..`, by its text alone.
pub(super) fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    normal
}

fn strip_scheme(uri: &str) -> Option<&str> {
    let (scheme, rest) = uri.split_once(':')?;
    scheme
        .eq_ignore_ascii_case("file")
        .then(|| rest.strip_prefix("//").unwrap_or(rest))
}

/// Drive letters are written in one way, `C:`, since clients write `c:`, `C:`, `c%3A` and `C%3A`.
fn windows_path(host: &str, path: &str) -> String {
    let drive = path.strip_prefix('/').unwrap_or(path);
    let mut characters = drive.chars();
    match (characters.next(), characters.next()) {
        (Some(letter), Some(':')) => format!("{}{}", letter.to_ascii_uppercase(), &drive[letter.len_utf8()..]),
        _ if !host.is_empty() => format!("//{host}{path}"),
        _ => path.to_owned(),
    }
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = bytes
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        decoded.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_repaired_uri_is_accepted_and_means_the_same() {
        for (name, raw, repaired) in [
            ("clean", "file:///t/a.txt", "file:///t/a.txt"),
            ("Cyrillic", "file:///т/а.txt", "file:///%D1%82/%D0%B0.txt"),
            ("space", "file:///t/a b.txt", "file:///t/a%20b.txt"),
            ("brackets", "file:///t/[a]{b}|c.txt", "file:///t/%5Ba%5D%7Bb%7D%7Cc.txt"),
            ("lone percent", "file:///t/100%.txt", "file:///t/100%25.txt"),
            ("half raw", "file:///%D1%82/а.txt", "file:///%D1%82/%D0%B0.txt"),
            ("an address", "http://[::1]/a.md", "http://[::1]/a.md"),
            (
                "address and port",
                "http://[::1]:80/а b.md",
                "http://%5B%3A%3A1%5D%3A80/%D0%B0%20b.md",
            ),
            ("half an address", "http://[::1/a.md", "http://%5B%3A%3A1/a.md"),
            ("a port that is none", "http://h:x/a.md", "http://h%3Ax/a.md"),
            ("a host in a file", "file://h:x/a.md", "file://h%3Ax/a.md"),
            (
                "no file",
                "untitled:Новый 1",
                "untitled:%D0%9D%D0%BE%D0%B2%D1%8B%D0%B9%201",
            ),
        ] {
            assert_eq!(repair(raw), repaired, "{name}");
            assert!(repaired.parse::<Uri>().is_ok(), "{name}");
            assert_eq!(to_path(raw), to_path(repaired), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn paths() {
        for (uri, path) in [
            ("file:///t/a.txt", "/t/a.txt"),
            ("file:///t/%D0%B0%20b.txt", "/t/а b.txt"),
            ("file:///t/x/../а b.txt", "/t/а b.txt"),
            ("file://localhost/t/./a.txt", "/t/a.txt"),
            ("FILE:///t/a%2520.txt", "/t/a%20.txt"),
            ("file:///t/%zz.txt", "/t/%zz.txt"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
        ] {
            assert_eq!(to_path(uri), Path::new(path), "{uri}");
        }
        for path in ["/t/а b.txt", "/t/[a].txt", "/t/100%.txt", "untitled:Untitled-1"] {
            assert_eq!(to_path(from_path(Path::new(path)).unwrap().as_str()), Path::new(path));
        }
    }

    #[test]
    fn windows_drives() {
        assert_eq!(windows_path("", "/c:/t/a.txt"), "C:/t/a.txt");
        assert_eq!(windows_path("", "/Ж:/t"), "Ж:/t");
        assert_eq!(windows_path("server", "/share/a.txt"), "//server/share/a.txt");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_unicode_has_no_uri() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/a/bad\xff.md"));
        assert_eq!(from_path(path), None, "it would be that of another file");
        assert!(from_path(Path::new("/a/статья.md")).is_some());
    }

    #[test]
    fn uris_are_repaired_wherever_they_stand() {
        let mut params = serde_json::json!({
            "textDocument": { "uri": "file:///а b", "text": "а b" },
            "changes": [{ "uri": "file:///в" }],
        });
        repair_all(&mut params);
        assert_eq!(
            params,
            serde_json::json!({
                "textDocument": { "uri": "file:///%D0%B0%20b", "text": "а b" },
                "changes": [{ "uri": "file:///%D0%B2" }],
            })
        );
    }

    proptest! {
        #[test]
        fn nothing_fails_and_repair_is_enough(path in "\\PC{0,30}") {
            for uri in [format!("file:///{path}"), format!("http://{path}"), format!("untitled:{path}")] {
                let repaired = repair(&uri).into_owned();
                prop_assert!(repaired.parse::<Uri>().is_ok(), "{repaired}");
                prop_assert!(matches!(repair(&repaired), Cow::Borrowed(_)));
                to_path(&uri);
            }
            to_path(&path);
        }
    }
}
