//! `check --baseline`: known findings are left out, in the command line and through the settings.

use crate::cli::{NAMES, Place, TURKISH};

fn place() -> Place {
    Place::with(&[("names.gazetteer.json", NAMES), ("a.tr.txt", TURKISH)])
}

#[test]
fn known_findings_are_left_out_and_new_ones_are_not() {
    let place = place();
    let written = place.run("check --baseline known.jsonl --write-baseline");
    assert_eq!(
        (written.code, written.out.as_str()),
        (Some(0), "known.jsonl now has 3 known findings.\n")
    );
    let known = place.read("known.jsonl");
    assert_eq!(known.lines().count(), 3);
    assert!(known.lines().is_sorted(), "{known}");
    let again = place.run("check --all --baseline known.jsonl");
    assert_eq!(
        (again.code, again.out.contains("warning[")),
        (Some(0), false),
        "{}",
        again.out
    );

    // Moved down, and with another finding.
    place.write("a.tr.txt", format!("Tchitcherine geldi.\n\n{TURKISH}").as_bytes());
    let more = place.run("check --format jsonl --all --baseline known.jsonl");
    let lines: Vec<u64> = more
        .json()
        .iter()
        .filter_map(|finding| finding["line"].as_u64())
        .collect();
    assert_eq!((more.code, lines), (Some(1), vec![1]), "{}", more.out);

    // The settings name it.
    place.write("onomast.toml", "baseline = \"known.jsonl\"\n".as_bytes());
    assert_eq!(place.run("check --format jsonl --all").json().len(), 1);
    assert_eq!(place.run("check --baseline known.jsonl --write-baseline").code, Some(0));
    assert_eq!(place.read("known.jsonl").lines().count(), 4);
    assert_eq!(place.run("check --all").code, Some(0));
}

#[test]
fn a_file_that_is_not_there_is_said() {
    let place = place();
    let run = place.run("check --baseline none.jsonl");
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("none.jsonl"), "{}", run.err);
    assert_eq!(place.run("check --write-baseline").code, Some(2));
    place.write("onomast.toml", "baseline = \"none.jsonl\"\n".as_bytes());
    assert!(place.run("check").out.contains("warning[settings]"));
}
