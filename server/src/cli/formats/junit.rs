//! `junit`: a report of tests, as continuous integration reads it. A file is a suite, a finding a test that failed.
//! <https://github.com/testmoapp/junitxml>

use super::{Format, Sheet};
use crate::cli::Surroundings;

pub(super) const FORMAT: Format = Format {
    name: "junit",
    help: "A test report in XML: a file is a suite, a finding a failure",
    for_people: false,
    head,
    sheet,
    between: "",
    tail,
};

fn head(_: Surroundings) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"onomast\">\n".to_owned()
}

fn tail() -> String {
    "</testsuites>\n".to_owned()
}

fn sheet(sheet: &Sheet<'_>) -> String {
    let path = escape(sheet.path);
    let count = sheet.findings.len();
    let mut xml = format!(
        "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{count}\" errors=\"0\">\n",
        count.max(1)
    );
    if sheet.findings.is_empty() {
        xml.push_str(&format!("    <testcase name=\"names\" classname=\"{path}\"/>\n"));
    }
    for shown in sheet.findings {
        let finding = shown.finding;
        let place = sheet.positions.at(finding.range.start);
        let code = finding.code.as_str();
        xml.push_str(&format!(
            "    <testcase name=\"{code} {}:{}\" classname=\"{path}\">\n      <failure type=\"{code}\" message=\"{}\">{}</failure>\n    </testcase>\n",
            place.line,
            place.column,
            escape(&finding.message),
            escape(&format!("{}:{}:{}: {}", sheet.path, place.line, place.column, finding.severity.as_str())),
        ));
    }
    xml.push_str("  </testsuite>\n");
    xml
}

/// A text in XML. Characters that XML 1.0 cannot hold are left out.
fn escape(text: &str) -> String {
    let holds = |sign: &char| !sign.is_control() || matches!(sign, '\t' | '\n' | '\r');
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars().filter(holds) {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
