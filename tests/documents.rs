//! The documents name only what exists: every path in backticks and every link to a file of the repository. It looks at
//! names and not at what is said about them.

use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What looks like a path and is none: names of requests and ids of entities, files that a user has, and what is built.
const NO_PATHS: &[&str] = &[
    "MIT/Apache-2.0",
    "onomast.toml",
    "person/",
    "place/",
    "target/",
    "textDocument/",
    "type/slug",
    "workspace/",
    "~/",
];

#[test]
fn documents_name_only_what_exists() {
    let mut all = Vec::new();
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "editors/README.md",
        "editors/emacs/README.md",
        "editors/helix/README.md",
        "editors/kakoune/README.md",
        "editors/kate/README.md",
        "editors/nvim/README.md",
        "editors/sublime/README.md",
        "editors/vim/README.md",
        "editors/vscode/README.md",
        "editors/zed/README.md",
    ] {
        let folder = Path::new(document).parent().unwrap();
        let text = std::fs::read_to_string(Path::new(ROOT).join(document)).unwrap();
        all.extend(
            missing(&text, folder)
                .into_iter()
                .map(|path| format!("{document}: {path}")),
        );
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn what_does_not_exist_is_seen() {
    for (text, expected) in [
        ("plain text, `tests/run` and `Cargo.toml`", vec![]),
        (
            "`tests/no-such-file` and `NO_SUCH.md`",
            vec!["tests/no-such-file", "NO_SUCH.md"],
        ),
        (
            "`cargo run -- check tests/no-such-corpus`",
            vec!["tests/no-such-corpus"],
        ),
        (
            "```\nonomast check tests/no-such-corpus\n```",
            vec!["tests/no-such-corpus"],
        ),
        (
            "[here](tests/run) [there](no-such-file) [web](https://example.org/a)",
            vec!["no-such-file"],
        ),
        (
            "`gazetteer/data/` and `gazetteer/no-such-folder/`",
            vec!["gazetteer/no-such-folder/"],
        ),
        (
            "`tests/editors/*.lua` and `tests/editors/*.none`",
            vec!["tests/editors/*.none"],
        ),
        (
            "`textDocument/hover`, `person/georgy-chicherin`, `target/release/onomast`, `*.gazetteer.json`",
            vec![],
        ),
    ] {
        assert_eq!(missing(text, Path::new("")), expected, "{text}");
    }
}

/// The paths of a Markdown text that do not exist. In backticks and blocks of code they start at the repository's root,
/// in links at the document's folder.
fn missing(text: &str, folder: &Path) -> Vec<String> {
    let in_code = code(text).into_iter().filter(|path| !exists(Path::new(""), path));
    let in_links = links(text).into_iter().filter(|path| !exists(folder, path));
    in_code.chain(in_links).map(str::to_owned).collect()
}

/// The words in backticks and blocks of code that look like paths of the repository.
fn code(text: &str) -> Vec<&str> {
    // A fence is three backticks, so that what stands between two of them is an odd part as well.
    let spans = text.split('`').skip(1).step_by(2);
    let words = spans.flat_map(str::split_whitespace);
    words.filter(|word| looks_like_path(word)).collect()
}

fn looks_like_path(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "/.-_*~".contains(c));
    let named = word.contains('/') && !word.starts_with('/')
        || [".rs", ".md", ".toml", ".lua"].iter().any(|end| word.ends_with(end));
    plain && named && !word.ends_with(".vsix") && !NO_PATHS.iter().any(|none| word.starts_with(none))
}

fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .collect()
}

/// Whether there is such a file or folder; a `*` in the last part stands for one or more names.
fn exists(folder: &Path, path: &str) -> bool {
    let path = Path::new(ROOT).join(folder).join(path);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let Some((start, end)) = name.split_once('*') else {
        return path.exists();
    };
    let entries = path.parent().and_then(|parent| parent.read_dir().ok());
    entries.into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with(start) && name.ends_with(end)
    })
}
