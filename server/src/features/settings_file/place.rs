//! Where in `onomast.toml` the cursor is, however much of it is yet to be written: only what stands before is read.
//!
//! Strings end with their line, and tables in braces hold no more of them than a person writes there; nothing else of TOML
//! matters to the settings.

use std::ops::Range;

/// What is to stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The keys from the top down to the table around the place, and for a value its own.
    pub(super) path: Vec<String>,
    /// What it is.
    pub(super) kind: Kind,
    /// The keys that the table has before the place.
    pub(super) keys: Vec<String>,
    /// What has been typed of it: bytes of the text, without a quotation mark.
    pub(super) typed: Range<usize>,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A key, or a part of one.
    Key,
    /// The name of a table in brackets; of a list of tables, in two.
    Header {
        /// Whether it is a list.
        list: bool,
    },
    /// A value.
    Value,
}

/// Settings are not nested deeper than this.
const DEEPEST: usize = 16;

/// What is open around the place.
#[derive(Debug, Default)]
struct Frame {
    /// The parts of the key that have been read.
    key: Vec<String>,
    /// Whether the value of the key is to stand there.
    in_value: bool,
    /// The keys before it.
    keys: Vec<String>,
    shape: Shape,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Shape {
    #[default]
    Line,
    Header {
        list: bool,
    },
    Braces,
    List,
}

#[derive(Default)]
struct Reader {
    header: Vec<String>,
    frames: Vec<Frame>,
    /// What has been read to its end and belongs to nothing yet.
    done: Option<String>,
    word: Option<usize>,
    /// Behind the quotation mark, and which it is.
    string: Option<(usize, char)>,
    escaped: bool,
    in_comment: bool,
}

/// The place at a byte. `None` in a comment, behind what is finished and in what is nested too deeply.
pub(super) fn place(text: &str, at: usize) -> Option<Place> {
    let before = text.get(..at)?;
    let mut reader = Reader {
        frames: vec![Frame::default()],
        ..Reader::default()
    };
    for (at, sign) in before.char_indices() {
        reader.take(before, at, sign)?;
    }
    reader.place(at)
}

impl Reader {
    fn take(&mut self, text: &str, at: usize, sign: char) -> Option<()> {
        if sign == '\n' || sign == '\r' {
            self.end_word(text, at);
            self.end_line();
            return Some(());
        }
        if self.in_comment {
            return Some(());
        }
        if let Some((start, mark)) = self.string {
            match sign {
                _ if self.escaped => self.escaped = false,
                '\\' if mark == '"' => self.escaped = true,
                _ if sign == mark => {
                    self.string = None;
                    self.done = Some(text.get(start..at)?.to_owned());
                }
                _ => {}
            }
            return Some(());
        }
        if sign.is_alphanumeric() || matches!(sign, '-' | '_') {
            self.word.get_or_insert(at);
            return Some(());
        }
        self.end_word(text, at);
        self.punctuation(at, sign)
    }

    fn punctuation(&mut self, at: usize, sign: char) -> Option<()> {
        let deep = self.frames.len() >= DEEPEST;
        let frame = self.frames.last_mut()?;
        match sign {
            '#' => self.in_comment = true,
            '"' | '\'' => self.string = Some((at + sign.len_utf8(), sign)),
            '.' if !frame.in_value => frame.key.extend(self.done.take()),
            '=' if !frame.in_value => {
                frame.key.extend(self.done.take());
                frame.keys.extend(frame.key.first().cloned());
                frame.in_value = true;
            }
            ',' => {
                self.done = None;
                if frame.shape == Shape::Braces {
                    frame.key.clear();
                    frame.in_value = false;
                }
            }
            '[' if frame.in_value || frame.shape == Shape::List => self.open(Shape::List, deep)?,
            '{' => self.open(Shape::Braces, deep)?,
            '[' => {
                let list = matches!(frame.shape, Shape::Header { .. });
                *frame = Frame {
                    shape: Shape::Header { list },
                    ..Frame::default()
                };
            }
            ']' if matches!(frame.shape, Shape::Header { .. }) => {
                if !frame.in_value {
                    frame.key.extend(self.done.take());
                    self.header = std::mem::take(&mut frame.key);
                }
                // Nothing more is to stand in the line but the second bracket of a list.
                frame.in_value = true;
                self.done = Some(String::new());
            }
            ']' | '}' if self.frames.len() > 1 => {
                self.frames.pop();
                self.done = Some(String::new());
            }
            _ => {}
        }
        Some(())
    }

    fn open(&mut self, shape: Shape, deep: bool) -> Option<()> {
        self.done = None;
        let in_value = shape == Shape::List;
        let frame = Frame {
            shape,
            in_value,
            ..Frame::default()
        };
        (!deep).then(|| self.frames.push(frame))
    }

    fn end_word(&mut self, text: &str, at: usize) {
        if let Some(start) = self.word.take() {
            self.done = text.get(start..at).map(str::to_owned);
        }
    }

    /// A list goes on over lines, anything else ends with its own.
    fn end_line(&mut self) {
        (self.string, self.escaped, self.in_comment) = (None, false, false);
        if let [line] = self.frames.as_mut_slice() {
            let keys = match line.shape {
                Shape::Header { .. } => Vec::new(),
                _ => std::mem::take(&mut line.keys),
            };
            *line = Frame {
                keys,
                ..Frame::default()
            };
            self.done = None;
        }
    }

    fn place(self, at: usize) -> Option<Place> {
        let open = self.string.map(|(start, _)| start).or(self.word);
        if self.in_comment || (self.done.is_some() && open.is_none()) {
            return None;
        }
        let last = self.frames.last()?;
        let kind = match last.shape {
            Shape::Header { list } => Kind::Header { list },
            _ if last.in_value => Kind::Value,
            _ => Kind::Key,
        };
        let mut path = match kind {
            Kind::Header { .. } => Vec::new(),
            _ => self.header,
        };
        path.extend(self.frames.iter().flat_map(|frame| frame.key.iter().cloned()));
        Some(Place {
            path,
            kind,
            keys: match last.key.is_empty() {
                true => last.keys.clone(),
                false => Vec::new(),
            },
            typed: open.unwrap_or(at)..at,
            quoted: self.string.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place at `$0`: the way to it, what it is, what was typed.
    fn drawn(fixture: &str) -> String {
        let at = fixture.find("$0").expect("a cursor");
        let text = fixture.replacen("$0", "", 1);
        let Some(place) = place(&text, at) else {
            return "nothing".to_owned();
        };
        let kind = match place.kind {
            Kind::Key => "key",
            Kind::Header { list: false } => "header",
            Kind::Header { list: true } => "list header",
            Kind::Value => "value",
        };
        let (path, typed) = (place.path.join(" "), &text[place.typed.clone()]);
        let mark = if place.quoted { "\"" } else { "" };
        let keys = match place.keys.is_empty() {
            true => String::new(),
            false => format!(", behind {}", place.keys.join(" ")),
        };
        format!("{kind} of [{path}]: {mark}{typed}{keys}")
    }

    #[test]
    fn places() {
        for (text, expected) in [
            ("$0", "key of []: "),
            ("en$0", "key of []: en"),
            ("enable = 'always'\nba$0", "key of []: ba, behind enable"),
            ("enable = $0", "value of [enable]: "),
            ("enable = 'al$0", "value of [enable]: \"al"),
            ("enable = 'always' $0", "nothing"),
            ("# enable = $0", "nothing"),
            ("[su$0", "header of []: su"),
            ("[[doc$0", "list header of []: doc"),
            ("[style.$0", "header of [style]: "),
            ("[suffix] $0", "nothing"),
            ("[suffix]\napo$0", "key of [suffix]: apo"),
            (
                "[[ignore]]\ncode = 'suffix'\n[[ignore]]\ncode = \"$0\"",
                "value of [ignore code]: \"",
            ),
            ("[[ignore]]\ncode = 'suffix'\nen$0", "key of [ignore]: en, behind code"),
            ("suffix.apostrophe = $0", "value of [suffix apostrophe]: "),
            ("suffix.ap$0", "key of [suffix]: ap"),
            ("suffix = { $0", "key of [suffix]: "),
            ("suffix = { apostrophe = '$0", "value of [suffix apostrophe]: \""),
            (
                "suffix = { apostrophe = 'never', $0",
                "key of [suffix]: , behind apostrophe",
            ),
            ("gazetteers = [\n  'a',\n  '$0", "value of [gazetteers]: \""),
            ("gazetteers = [\n  'a' $0", "nothing"),
            (
                "[style.izvestia.prefer]\n'person/lenin#surname' = { $0",
                "key of [style izvestia prefer person/lenin#surname]: ",
            ),
            (
                "[style.izvestia.prefer]\n'person/$0",
                "key of [style izvestia prefer]: \"person/",
            ),
            ("a = 'open\n[severity]\nmis$0", "key of [severity]: mis"),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_broken(text in "[a-z\\[\\]=\\.'\"{}#,\\\\ \nК]{0,60}") {
            for (at, _) in text.char_indices() {
                if let Some(place) = place(&text, at) {
                    proptest::prop_assert!(text.get(place.typed).is_some());
                }
            }
        }
    }
}
