//! Conflicts that a merge has left in a file: where they are, and what each way out of one leaves.
//!
//! The marks are those of Git: seven signs at the head of a line, `<<<<<<<`, `|||||||` with the common ancestor (where
//! `merge.conflictStyle` is `diff3`), `=======` and `>>>>>>>`.

use std::ops::Range;

use onomast_gazetteer::load::{self, ClashKind};

/// A conflict. All ranges are bytes of whole lines of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// With its marks.
    pub range: Range<usize>,
    /// What stood here.
    pub mine: Range<usize>,
    /// What came.
    pub theirs: Range<usize>,
}

/// A way out of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolution {
    /// What stood here.
    Mine,
    /// What came.
    Theirs,
    /// What stands in either: in a gazetteer once, else one behind the other.
    Both,
}

impl Resolution {
    /// All ways.
    pub const ALL: [Resolution; 3] = [Resolution::Mine, Resolution::Theirs, Resolution::Both];
}

/// The conflicts of a text, in order. What begins and never ends is none.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        if is_mark(line, '<') {
            open = Some(Open::new(start, end));
        } else if let Some(conflict) = &mut open {
            match () {
                () if is_mark(line, '|') && conflict.theirs.is_none() => {
                    conflict.mine_end.get_or_insert(start);
                }
                () if is_mark(line, '=') && conflict.theirs.is_none() => {
                    conflict.mine_end.get_or_insert(start);
                    conflict.theirs = Some(end);
                }
                () if is_mark(line, '>') => {
                    found.extend(conflict.closed(start, end));
                    open = None;
                }
                () => {}
            }
        }
    }
    found
}

/// What is to stand in the range of a conflict. In a gazetteer both sides are united, so that of one name that either side
/// spells there is still one; where they cannot be, as in any other JSON, their elements are kept apart by a comma. The lines
/// of decisions and settings need none.
pub fn resolved(text: &str, conflict: &Conflict, resolution: Resolution, is_json: bool) -> String {
    let part = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    match resolution {
        Resolution::Mine => part(&conflict.mine).to_owned(),
        Resolution::Theirs => part(&conflict.theirs).to_owned(),
        Resolution::Both if is_json => united(text, conflict)
            .unwrap_or_else(|| with_comma(part(&conflict.mine), part(&conflict.theirs)) + part(&conflict.theirs)),
        Resolution::Both => format!("{}{}", part(&conflict.mine), part(&conflict.theirs)),
    }
}

/// Both sides of a conflict in a gazetteer as one. `None` where they say different things of the same, and where the text
/// around is not in the canonical form, in which alone it is known what of it is this conflict’s.
fn united(text: &str, conflict: &Conflict) -> Option<String> {
    let before = mine_everywhere(text.get(..conflict.range.start)?);
    let behind = mine_everywhere(text.get(conflict.range.end..)?);
    let whole = |side: &Range<usize>| Some(format!("{before}{}{behind}", text.get(side.clone())?));
    let (mine, theirs) = (whole(&conflict.mine)?, whole(&conflict.theirs)?);
    let united = load::is_gazetteer(&mine)
        .then(|| load::unite(None, &mine, &theirs).ok())
        .flatten()?;
    let nothing_is_lost = united.clashes.iter().all(|clash| clash.kind == ClashKind::Order);
    let own = united.mine.strip_prefix(&before)?.strip_suffix(&behind)?;
    nothing_is_lost.then(|| own.to_owned())
}

/// A text without its conflicts.
fn mine_everywhere(text: &str) -> String {
    let mut clear = String::with_capacity(text.len());
    let mut at = 0;
    for conflict in conflicts(text) {
        clear.push_str(text.get(at..conflict.range.start).unwrap_or_default());
        clear.push_str(text.get(conflict.mine).unwrap_or_default());
        at = conflict.range.end;
    }
    clear + text.get(at..).unwrap_or_default()
}

/// Two texts as one, with a conflict wherever their lines differ; `names` say whose the sides are. Where nothing differs it is
/// the text itself.
pub fn marked(mine: &str, theirs: &str, names: [&str; 2]) -> String {
    let mut text = String::with_capacity(mine.len());
    let lines = |text: &mut String, lines: &[&str]| {
        for line in lines {
            text.push_str(line);
            if !line.ends_with('\n') {
                text.push('\n');
            }
        }
    };
    let diff = similar::TextDiff::from_lines(mine, theirs);
    for change in diff.ops() {
        let own = &diff.old_slices()[change.old_range()];
        let other = &diff.new_slices()[change.new_range()];
        if own == other {
            text.extend(own.iter().copied());
            continue;
        }
        text.push_str(&format!("<<<<<<< {}\n", names[0]));
        lines(&mut text, own);
        text.push_str("=======\n");
        lines(&mut text, other);
        text.push_str(&format!(">>>>>>> {}\n", names[1]));
    }
    text
}

struct Open {
    start: usize,
    mine: usize,
    mine_end: Option<usize>,
    theirs: Option<usize>,
}

impl Open {
    fn new(start: usize, mine: usize) -> Open {
        Open {
            start,
            mine,
            mine_end: None,
            theirs: None,
        }
    }

    fn closed(&self, theirs_end: usize, end: usize) -> Option<Conflict> {
        Some(Conflict {
            range: self.start..end,
            mine: self.mine..self.mine_end?,
            theirs: self.theirs?..theirs_end,
        })
    }
}

fn is_mark(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with([' ', '\r', '\n']))
}

/// Elements that follow each other in a list or an object need a comma between them, which the last one lacks.
fn with_comma(first: &str, second: &str) -> String {
    let value = first.trim_end();
    let ends_value = value.ends_with(['}', ']', '"']) || value.ends_with(char::is_alphanumeric);
    let begins_value = second.trim_start().starts_with(['{', '[', '"']);
    match ends_value && begins_value {
        true => format!("{value},{}", &first[value.len()..]),
        false => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: [&str; 3]) {
        let found = conflicts(text);
        let [conflict] = found.as_slice() else {
            panic!("{found:?}")
        };
        for (resolution, expected) in Resolution::ALL.into_iter().zip(expected) {
            let mut result = text.to_owned();
            result.replace_range(conflict.range.clone(), &resolved(text, conflict, resolution, true));
            assert_eq!(result, expected, "{resolution:?}");
        }
    }

    #[test]
    fn lines_of_decisions_need_no_comma() {
        let text = "<<<<<<< HEAD\n{\"a\":1}\n=======\n{\"b\":1}\n>>>>>>> other\n";
        let conflict = &conflicts(text)[0];
        assert_eq!(
            resolved(text, conflict, Resolution::Both, false),
            "{\"a\":1}\n{\"b\":1}\n"
        );
    }

    #[test]
    fn mine_theirs_both() {
        check(
            "[\n<<<<<<< HEAD\n\"a\"\n=======\n\"b\"\n>>>>>>> other\n]\n",
            ["[\n\"a\"\n]\n", "[\n\"b\"\n]\n", "[\n\"a\",\n\"b\"\n]\n"],
        );
        check(
            "[\r\n<<<<<<< HEAD\r\n{},\r\n||||||| base\r\n{\"x\":1},\r\n=======\r\n{\"y\":1},\r\n>>>>>>> other\r\n{}]",
            [
                "[\r\n{},\r\n{}]",
                "[\r\n{\"y\":1},\r\n{}]",
                "[\r\n{},\r\n{\"y\":1},\r\n{}]",
            ],
        );
        check("<<<<<<< a\n=======\nb\n>>>>>>> c", ["", "b\n", "b\n"]);
    }

    /// A gazetteer in its canonical form with these names of Chicherin.
    fn gazetteer(names: &str) -> String {
        let entity = format!(r#"{{"id":"person/chicherin","names":[{names}]}}"#);
        let text = format!(r#"{{"onomast":1,"entities":[{{"id":"place/kars"}},{entity},{{"id":"place/van"}}]}}"#);
        load::format(&text).expect("a gazetteer")
    }

    #[test]
    fn of_one_name_that_both_sides_spell_there_is_still_one() {
        let name = |spellings: &str| format!(r#"{{"part":"surname","spellings":{spellings}}}"#);
        let full = r#"{"part":"full","spellings":{"ru":["Георгий Чичерин"]}}"#;
        for (mine, theirs, both) in [
            (
                name(r#"{"ru":["Чичерин"],"tr":["Çiçerin"]}"#),
                name(r#"{"ru":["Чичерин"],"en":["Chicherin"]}"#),
                name(r#"{"ru":["Чичерин"],"en":["Chicherin"],"tr":["Çiçerin"]}"#),
            ),
            (
                name(r#"{"tr":["Çiçerin",{"text":"Cicerin","status":"misspelling"}]}"#),
                name(r#"{"tr":["Çiçerin","Çitçerin"]}"#),
                name(r#"{"tr":["Çiçerin",{"text":"Cicerin","status":"misspelling"},"Çitçerin"]}"#),
            ),
            (
                format!("{full},{}", name(r#"{"tr":["Çiçerin"]}"#)),
                format!("{full},{}", name(r#"{"tr":["Tchitcherine"]}"#)),
                format!("{full},{}", name(r#"{"tr":["Çiçerin","Tchitcherine"]}"#)),
            ),
        ] {
            let [mine, theirs, both] = [mine, theirs, both].map(|names| gazetteer(&names));
            let mut text = marked(&mine, &theirs, ["ours", "theirs"]);
            assert_ne!(conflicts(&text), []);
            while let Some(conflict) = conflicts(&text).first().cloned() {
                let resolved = resolved(&text, &conflict, Resolution::Both, true);
                text.replace_range(conflict.range, &resolved);
            }
            assert_eq!(text, both);
        }
    }

    /// What both sides say differently of the same cannot be united, and is left to whoever reads it.
    #[test]
    fn what_cannot_be_united_stands_one_behind_the_other() {
        let [mine, theirs] =
            ["1930", "1940"].map(|year| gazetteer(&format!(r#"{{"spellings":{{"tr":["Çiçerin"]}},"to":"{year}"}}"#)));
        let text = marked(&mine, &theirs, ["ours", "theirs"]);
        let conflict = &conflicts(&text)[0];
        let both = resolved(&text, conflict, Resolution::Both, true);
        assert!(both.contains("1930") && both.contains("1940"), "{both}");
    }

    #[test]
    fn two_texts_are_told_apart_and_found_again() {
        let (mine, theirs) = ("[\n\"a\",\n\"b\"\n]\n", "[\n\"a\",\n\"c\",\n\"d\"\n]\n");
        let text = marked(mine, theirs, ["ours", "theirs"]);
        check(&text, [mine, theirs, "[\n\"a\",\n\"b\",\n\"c\",\n\"d\"\n]\n"]);
        assert_eq!(marked(mine, mine, ["ours", "theirs"]), mine);
    }

    #[test]
    fn what_is_no_conflict() {
        for text in [
            "",
            "=======\n",
            "<<<<<<< HEAD\na\n",
            "<<<<<<< HEAD\na\n>>>>>>> b\n",
            " <<<<<<< a\n=======\n>>>>>>> b\n",
            "<<<<<<<< a\n=======\n>>>>>>> b\n",
            "Heading\n=======\n\n>>>>>>> quoted\n",
        ] {
            assert_eq!(conflicts(text), [], "{text:?}");
        }
        let two = "<<<<<<< a\nx\n=======\n>>>>>>> b\n".repeat(2);
        assert_eq!(conflicts(&two).len(), 2);
        assert_eq!(conflicts(&"<<<<<<< a\n".repeat(10_000)), []);
    }
}
