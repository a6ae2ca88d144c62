//! What front matter says in words: the title of the document is a heading, its abstract text. The rest is settings.
//!
//! Of YAML and TOML only what such keys have is known: a value in the line of its key, which may go on in lines further in,
//! or the lines of a block (`|`, `>`). A value with signs that stand for others is left alone: nothing can be put into it.

use std::ops::Range;

use super::super::{Zone, work};

/// The keys, and what their values are. *(Pandoc User’s Guide, “Metadata variables”; the same words in Jekyll and Hugo)*
const KEYS: [(&str, Zone); 4] = [
    ("title", Zone::Heading),
    ("subtitle", Zone::Heading),
    ("abstract", Zone::Narration),
    ("description", Zone::Narration),
];

/// A value: its lines without what stands before and behind them, line ends included where it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) zone: Zone,
    pub(super) lines: Vec<Range<usize>>,
}

/// The values in the front matter that stands in this range of a text; a blank line in one parts it.
pub(super) fn words(text: &str, matter: Range<usize>) -> Vec<Words> {
    let is_toml = text[..matter.start].trim_start().starts_with('+');
    let mut found: Vec<Words> = Vec::new();
    // The zone of the value that goes on in lines further in.
    let mut open = None;
    let mut at = matter.start;
    for line in text[matter].split_inclusive('\n') {
        work::count(line.len());
        let start = at;
        at += line.len();
        let indented = line.starts_with([' ', '\t']);
        match open {
            Some(zone) if line.trim().is_empty() => found.push(Words {
                zone,
                lines: Vec::new(),
            }),
            Some(_) if indented => {
                let blanks = line.len() - line.trim_start().len();
                if let Some(last) = found.last_mut() {
                    last.lines.push(start + blanks..at);
                }
            }
            _ => {
                open = None;
                let Some((zone, value)) = key(line, is_toml) else {
                    continue;
                };
                let range = start + value.start..start + value.end;
                let mut lines = Vec::new();
                match text.get(range.clone()).map(|value| scalar(value, is_toml)) {
                    Some(Scalar::Block) => open = Some(zone),
                    Some(Scalar::Plain) => {
                        // What goes on in the next line has its line break.
                        lines.push(range.start..at);
                        open = Some(zone);
                    }
                    Some(Scalar::Quoted) => lines.push(range.start + 1..range.end - 1),
                    Some(Scalar::None) | None => continue,
                }
                found.push(Words { zone, lines });
            }
        }
    }
    found.retain(|words| !words.lines.is_empty());
    found
}

/// How a value is written.
enum Scalar {
    Plain,
    Quoted,
    /// In the lines that follow.
    Block,
    /// None that is read.
    None,
}

fn scalar(value: &str, is_toml: bool) -> Scalar {
    let mut signs = value.chars();
    match signs.next() {
        Some('|' | '>') if !is_toml && signs.all(|sign| "+-0123456789".contains(sign)) => Scalar::Block,
        Some(mark @ ('"' | '\'')) => {
            let inner = value[1..].strip_suffix(mark);
            let is_plain = |inner: &str| !inner.contains(mark) && (mark == '\'' || !inner.contains('\\'));
            match inner.is_some_and(is_plain) {
                true => Scalar::Quoted,
                false => Scalar::None,
            }
        }
        // Lists, mappings, anchors, tags, comments.
        Some(first) if !is_toml && !"[{&*!#%@`|>".contains(first) && !value.contains([':', '#']) => Scalar::Plain,
        _ => Scalar::None,
    }
}

/// What the value of a line is, if its key is known, and where in the line it stands.
fn key(line: &str, is_toml: bool) -> Option<(Zone, Range<usize>)> {
    let (key, value) = line.split_once(if is_toml { '=' } else { ':' })?;
    let (_, zone) = KEYS.iter().find(|(known, _)| *known == key.trim_end())?;
    let end = line.trim_end().len();
    let start = line.len() - value.trim_start().len();
    (start < end).then_some((*zone, start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        for (matter, expected) in [
            ("title: Карс и Ани\nlang: ru\n", "heading=Карс и Ани\n"),
            (
                "title: \"Карс: раз\"\nsubtitle: 'Ани'\n",
                "heading=Карс: раз|heading=Ани",
            ),
            ("title: Карс\n  и Ани\ndate: 1921\n", "heading=Карс\nи Ани\n"),
            (
                "abstract: |\n  Раз\n  два.\n\n  Три.\ntags: [Карс]\n",
                "narration=Раз\nдва.\n|narration=Три.\n",
            ),
            ("description: >-\n    Раз\n", "narration=Раз\n"),
            ("title: \"Ка\\\"рс\"\nabstract: 'Ка''рс'\n", ""),
            (
                "title: [Карс]\nsubtitle: {a: b}\nabstract: &a b\ndescription: a # b\n",
                "",
            ),
            ("title:\n  main: Карс\n  title: Ани\nauthor: Ван\n", ""),
            ("title: \"\ntitle: '\n", ""),
        ] {
            let text = format!("---\n{matter}---\n");
            let found = words(&text, 4..4 + matter.len());
            let drawn = found.iter().map(|words| {
                let lines: String = words.lines.iter().map(|line| &text[line.clone()]).collect();
                format!("{}={lines}", words.zone.as_str())
            });
            assert_eq!(drawn.collect::<Vec<_>>().join("|"), expected, "{matter}");
        }
        let toml = "+++\ntitle = \"Карс\"\nabstract = '''\n";
        let found = words(toml, 4..toml.len());
        assert_eq!(found.len(), 1);
        assert_eq!(&toml[found[0].lines[0].clone()], "Карс");
    }
}
