//! Proposed edits as a table to tick: one line an edit, `[x]` before those that are to be made. It is tab-separated text that
//! spreadsheets and editors open.
//!
//! A line holds all that is needed to know its place again: the old text with what stands around it.

use onomast_gazetteer::replace::Change;

use crate::features::finding::Finding;
use crate::features::fixes::Fix;
use crate::features::on_one_line;

/// Code points around an edit that are remembered.
const AROUND: usize = 24;

/// How every table begins, whatever its version.
const MARK: &str = "# onomast changes ";

/// The columns, for people and for reading back.
const HEAD: &str = "tick\tpath\tline\tbefore\told\tnew\tbehind\tcode\tzone\tedits\n";

/// One line of the table, as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Row {
    pub path: String,
    pub edits: Vec<Edit>,
}

/// One change: what was there, and what is to be there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::cli) struct Edit {
    /// Code points of the file as it was.
    start: usize,
    before: String,
    old: String,
    new: String,
    behind: String,
}

/// What begins a table.
pub(in crate::cli) fn head() -> String {
    format!("{MARK}1: tick [x] what is to be changed, then: onomast apply FILE\n{HEAD}")
}

/// Whether a file is a table, as a spreadsheet may have saved it.
pub(in crate::cli) fn is_table(text: &str) -> bool {
    text.trim_start_matches('"').starts_with(MARK)
}

/// A line of the table.
pub(in crate::cli) fn line(path: &str, text: &str, line: usize, finding: &Finding, fix: &Fix) -> String {
    let edits: Vec<Edit> = fix.changes.iter().map(|change| Edit::of(text, change)).collect();
    let start = fix.changes.first().map_or(0, |change| change.range.start);
    let end = fix.changes.last().map_or(start, |change| change.range.end);
    let whole = Change {
        range: start..end,
        text: String::new(),
    };
    let around = Edit::of(text, &whole);
    let own: Vec<Change> = fix.changes.iter().map(|change| shifted(change, start)).collect();
    let new = onomast_gazetteer::replace::apply(&around.old, &own);
    let cell = |text: &str| on_one_line(text).replace('\t', " ");
    format!(
        "[{}]\t{}\t{line}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
        if fix.safe { "x" } else { " " },
        path,
        cell(&around.before),
        cell(&around.old),
        cell(&new),
        cell(&around.behind),
        finding.code.as_str(),
        fix.group.as_str(),
        serde_json::to_string(&edits).unwrap_or_default(),
    )
}

/// The ticked lines of a table; `Err` is the number of a line that is none.
pub(in crate::cli) fn ticked(table: &str) -> Result<Vec<Row>, usize> {
    let mut rows = Vec::new();
    for (number, line) in (1_usize..).zip(table.lines()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let tick = cells
            .first()
            .map(|cell| cell.trim().trim_matches('"'))
            .unwrap_or_default();
        // Whoever fills a cell writes a letter.
        let is_row = tick.starts_with('[') && tick.ends_with(']') || tick.eq_ignore_ascii_case("x");
        if !is_row || tick.trim_matches(['[', ']', ' ']).is_empty() {
            continue;
        }
        let edits = cells.last().map(|cell| unquoted(cell)).unwrap_or_default();
        let edits = serde_json::from_str(&edits).map_err(|_| number)?;
        let path = cells.get(1).ok_or(number)?;
        rows.push(Row {
            path: (*path).to_owned(),
            edits,
        });
    }
    Ok(rows)
}

/// A cell as spreadsheets write one with quotation marks in it.
fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

impl Edit {
    fn of(text: &str, change: &Change) -> Edit {
        let range = change.range.clone();
        let before: Vec<char> = text[..range.start].chars().rev().take(AROUND).collect();
        Edit {
            start: text[..range.start].chars().count(),
            before: before.into_iter().rev().collect(),
            old: text[range.clone()].to_owned(),
            new: change.text.clone(),
            behind: text[range.end..].chars().take(AROUND).collect(),
        }
    }

    /// Where it fits in a text: at its place, or where alone the same words stand. `None` where it does not fit any more.
    pub(in crate::cli) fn place(&self, text: &str) -> Option<Change> {
        let whole = format!("{}{}{}", self.before, self.old, self.behind);
        let at_place = text.char_indices().nth(self.start).map_or(text.len(), |(at, _)| at);
        let here = at_place.checked_sub(self.before.len());
        let fits = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(&whole));
        let at = here.filter(|at| fits(*at)).or_else(|| {
            let mut found = text.match_indices(&whole).map(|(at, _)| at);
            let first = found.next()?;
            found.next().is_none().then_some(first)
        })?;
        let start = at + self.before.len();
        Some(Change {
            range: start..start + self.old.len(),
            text: self.new.clone(),
        })
    }
}

fn shifted(change: &Change, start: usize) -> Change {
    Change {
        range: change.range.start - start..change.range.end - start,
        text: change.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_found_again_where_its_words_stand() {
        let text = "Из Ангоры выехал. Потом и сам он уехал далеко.";
        let change = Change {
            range: 5..17,
            text: "Анкары".to_owned(),
        };
        let edit = Edit::of(text, &change);
        assert_eq!(edit.place(text), Some(change));
        let moved = format!("Ещё строка.\n{text}");
        assert_eq!(
            edit.place(&moved)
                .map(|change| moved[change.range].to_owned())
                .as_deref(),
            Some("Ангоры")
        );
        assert_eq!(edit.place("Из Анкары выехал."), None);
        assert_eq!(edit.place(&format!("{moved}{text}")), None, "two places fit");
    }

    #[test]
    fn only_ticked_lines_are_read() {
        let table = format!(
            "{}[x]\ta.md\t1\t\t\t\t\t\t\t[]\n[ ]\tb.md\t1\t\t\t\t\t\t\t[]\n[X]\tc.md\t1\t\t\t\t\t\t\t\"[]\"\nx\td.md\t1\t\t\t\t\t\t\t[]\n",
            head()
        );
        let paths: Vec<String> = ticked(&table).unwrap().into_iter().map(|row| row.path).collect();
        assert_eq!(paths, ["a.md", "c.md", "d.md"]);
        assert_eq!(ticked("[x]\ta.md\tnonsense\n"), Err(1));
    }
}
