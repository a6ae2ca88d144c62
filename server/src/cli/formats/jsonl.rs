//! `jsonl`: one JSON object a line, for other programs.

use super::{Format, Sheet, nothing, nothing_more};
use crate::cli::record;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    help: "One JSON object a line",
    for_people: false,
    head: nothing,
    sheet,
    between: "",
    tail: nothing_more,
};

fn sheet(sheet: &Sheet<'_>) -> String {
    let mut lines = String::new();
    for shown in sheet.findings {
        let record = record::Finding::new(shown.finding, &shown.fixes, sheet.path, sheet.positions, sheet.places);
        lines.push_str(&serde_json::to_string(&record).unwrap_or_default());
        lines.push('\n');
    }
    lines
}
