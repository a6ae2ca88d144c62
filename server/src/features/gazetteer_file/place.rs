//! Where in a JSON text the cursor is, however much of the text is yet to be written: only what stands before is read.

use std::ops::Range;

/// What is to stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::features) struct Place {
    /// The way from the whole to the object or list around the place, and for a value its key.
    pub(in crate::features) path: Vec<Step>,
    /// Whether a key is to stand there, and not a value.
    pub(in crate::features) is_key: bool,
    /// The keys that the object has before the place.
    pub(in crate::features) keys: Vec<String>,
    /// What has been typed of it: bytes of the text, without a quotation mark.
    pub(in crate::features) typed: Range<usize>,
    /// Whether it stands in quotation marks.
    pub(in crate::features) quoted: bool,
}

/// A step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::features) enum Step {
    /// To the value of a key.
    Key(String),
    /// To an element of a list.
    Element,
}

/// Gazetteers are not nested deeper than this; what is, is none.
const DEEPEST: usize = 64;

enum Frame {
    Object { keys: Vec<String>, behind_colon: bool },
    List,
}

/// The place at a byte. `None` behind a finished value, outside of everything and in what is nested too deeply.
pub(in crate::features) fn place(text: &str, at: usize) -> Option<Place> {
    let before = text.get(..at)?;
    let mut frames: Vec<Frame> = Vec::new();
    // Where the string begins that is open, or the word that is no string.
    let (mut string, mut word): (Option<usize>, Option<usize>) = (None, None);
    let (mut escaped, mut is_done) = (false, false);
    for (at, sign) in before.char_indices() {
        if let Some(start) = string {
            match sign {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    string = None;
                    is_done = true;
                    if let Some(Frame::Object {
                        keys,
                        behind_colon: false,
                    }) = frames.last_mut()
                    {
                        keys.push(before[start..at].to_owned());
                    }
                }
                _ => {}
            }
            continue;
        }
        if sign.is_alphanumeric() || matches!(sign, '-' | '.' | '_' | '/') {
            word.get_or_insert(at);
            continue;
        }
        is_done |= word.take().is_some();
        match sign {
            '"' => string = Some(at + 1),
            '{' | '[' if frames.len() >= DEEPEST => return None,
            '{' => frames.push(Frame::Object {
                keys: Vec::new(),
                behind_colon: false,
            }),
            '[' => frames.push(Frame::List),
            '}' | ']' => drop(frames.pop()),
            ':' => {
                if let Some(Frame::Object { behind_colon, .. }) = frames.last_mut() {
                    *behind_colon = true;
                }
            }
            ',' => {
                if let Some(Frame::Object { behind_colon, .. }) = frames.last_mut() {
                    *behind_colon = false;
                }
            }
            _ => {}
        }
        match sign {
            '{' | '[' | ':' | ',' => is_done = false,
            '}' | ']' => is_done = true,
            _ => {}
        }
    }
    if is_done && string.is_none() {
        return None;
    }
    let (keys, is_key) = match frames.last()? {
        Frame::Object { keys, behind_colon } => (keys.clone(), !behind_colon),
        Frame::List => (Vec::new(), false),
    };
    Some(Place {
        path: path(&frames, is_key),
        is_key,
        keys,
        typed: string.or(word).unwrap_or(at)..at,
        quoted: string.is_some(),
    })
}

impl Step {
    /// The key; empty for an element.
    pub(in crate::features) fn key(&self) -> &str {
        match self {
            Step::Key(key) => key,
            Step::Element => "",
        }
    }
}

fn path(frames: &[Frame], is_key: bool) -> Vec<Step> {
    let inner = frames.len() - usize::from(is_key);
    let step = |frame: &Frame| match frame {
        Frame::Object { keys, .. } => Step::Key(keys.last().cloned().unwrap_or_default()),
        Frame::List => Step::Element,
    };
    frames.iter().take(inner).map(step).collect()
}
