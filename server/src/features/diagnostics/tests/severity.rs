//! How grave each finding is by itself: the table that the documentation states.

use crate::features::diagnostics::checks::CHECKS;
use crate::features::finding::{Code, Severity};

#[test]
fn how_grave_findings_are() {
    let table = [
        ("inconsistent-spelling", Some(Severity::Warning)),
        ("inconsistent-across-corpus", Some(Severity::Information)),
        ("inconsistent-form", Some(Severity::Hint)),
        ("deprecated-spelling", Some(Severity::Warning)),
        ("misspelling", Some(Severity::Warning)),
        ("historical-spelling", Some(Severity::Hint)),
        ("anachronism", Some(Severity::Hint)),
        ("wrong-language-spelling", Some(Severity::Information)),
        ("near-miss", Some(Severity::Information)),
        ("mixed-script", Some(Severity::Warning)),
        ("dotted-i", Some(Severity::Warning)),
        ("suffix", Some(Severity::Warning)),
        ("agreement", Some(Severity::Information)),
        ("ambiguous-name", Some(Severity::Hint)),
        ("unknown-name", None),
        ("mixed-scheme", None),
    ];
    for check in CHECKS {
        let row = table.iter().find(|(code, _)| *code == check.code.as_str());
        assert_eq!(row.map(|row| row.1), Some(check.severity), "{}", check.code.as_str());
    }
    let elsewhere = [Code::UnusedIgnore, Code::Gazetteer, Code::Settings];
    for code in Code::ALL {
        let known = elsewhere.contains(code) || table.iter().any(|row| row.0 == code.as_str());
        assert!(known, "{}", code.as_str());
    }
}
