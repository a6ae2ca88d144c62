//! `github`: annotations that GitHub shows beside the lines of a change.
//! <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>

use super::{Format, Sheet, nothing, nothing_more};
use crate::features::finding::Severity;

pub(super) const FORMAT: Format = Format {
    name: "github",
    help: "Annotations of GitHub Actions",
    for_people: false,
    head: nothing,
    sheet,
    between: "",
    tail: nothing_more,
};

fn sheet(sheet: &Sheet<'_>) -> String {
    let line = |shown: &super::Shown<'_>| {
        let finding = shown.finding;
        let (start, end) = (
            sheet.positions.at(finding.range.start),
            sheet.positions.at(finding.range.end),
        );
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "notice",
        };
        // Columns of another line than the first are not understood.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            format!(",col={}", start.column)
        };
        format!(
            "::{command} file={},line={},endLine={}{columns},title={}::{}\n",
            property(sheet.path),
            start.line,
            end.line,
            property(finding.code.as_str()),
            data(&finding.message),
        )
    };
    sheet.findings.iter().map(line).collect()
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_are_written_as_numbers() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("a: b,\r\n100 %"), "a: b,%0D%0A100 %25");
    }
}
