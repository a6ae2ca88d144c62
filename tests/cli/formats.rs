//! The formats for other programs: that they hold together, and the same bytes on any number of threads.

use super::*;

fn place() -> Place {
    Place::with(&[
        ("names.gazetteer.json", NAMES),
        ("a b.txt", TURKISH),
        ("ü.md", TURKISH),
        ("empty.md", "Ankara.\n"),
    ])
}

#[test]
fn sarif_has_what_its_schema_asks_for() {
    let run = place().run("check --format sarif --all");
    let log: Value = serde_json::from_str(&run.out).expect(&run.out);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("sarif-schema-2.1.0.json"));
    let only = log["runs"].as_array().unwrap();
    assert_eq!(only.len(), 1);
    let (driver, results) = (&only[0]["tool"]["driver"], only[0]["results"].as_array().unwrap());
    assert_eq!(only[0]["columnKind"], "unicodeCodePoints");
    assert!(driver["name"].is_string() && results.len() >= 4, "{}", run.out);
    let mut marks = std::collections::BTreeSet::new();
    for result in results {
        let rule = &driver["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(["a%20b.txt", "%C3%BC.md"].contains(&uri), "{uri}");
        check_region(&place["region"]);
        for fix in result["fixes"].as_array().into_iter().flatten() {
            assert!(fix["description"]["text"].is_string());
            let change = &fix["artifactChanges"][0];
            assert_eq!(change["artifactLocation"]["uri"], place["artifactLocation"]["uri"]);
            let replacement = &change["replacements"][0];
            check_region(&replacement["deletedRegion"]);
            assert!(replacement["insertedContent"]["text"].is_string());
        }
        // The schema wants every element of these lists once.
        for list in [&result["fixes"], &result["relatedLocations"], &result["locations"]] {
            let all: Vec<String> = list.as_array().into_iter().flatten().map(Value::to_string).collect();
            let once: std::collections::BTreeSet<&String> = all.iter().collect();
            assert_eq!(all.len(), once.len(), "{list}");
        }
        let mark = result["partialFingerprints"]["onomastFinding/v1"].as_str().unwrap();
        assert!(marks.insert(mark.to_owned()), "{mark} twice");
    }
    assert!(results.iter().any(|result| result["fixes"].is_array()));
}

fn check_region(region: &Value) {
    let number = |key: &str| region[key].as_u64().unwrap_or_else(|| panic!("{key} in {region}"));
    assert!(number("startLine") >= 1 && number("startColumn") >= 1 && number("endLine") >= number("startLine"));
    assert!(number("endColumn") >= 1 && number("charOffset") + number("charLength") > 0);
}

#[test]
fn fingerprints_outlive_lines_before_them() {
    let place = place();
    let marks = || {
        let log: Value = serde_json::from_str(&place.run("check --format sarif ü.md").out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let mark = |result: &Value| result["partialFingerprints"].to_string();
        results.iter().map(mark).collect::<Vec<_>>()
    };
    let before = marks();
    place.write("ü.md", format!("Başka bir gün.\n\n{TURKISH}").as_bytes());
    assert_eq!(marks(), before);
}

#[test]
fn github_reads_one_line_a_finding() {
    let run = place().run("check --format github ü.md");
    let line = run.out.lines().find(|line| line.contains("deprecated")).unwrap();
    assert!(
        line.starts_with(
            "::warning file=ü.md,line=3,endLine=3,col=27,endColumn=39,title=deprecated-spelling::“Tchitcherine”"
        ),
        "{line}"
    );
}

#[test]
fn junit_counts_what_failed() {
    let run = place().run("check --format junit");
    assert!(
        run.out
            .starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("<testsuite name=\"empty.md\" tests=\"1\" failures=\"0\""),
        "{}",
        run.out
    );
    let failures = run.out.matches("<failure ").count();
    assert!(
        failures >= 2 && run.out.matches("</testcase>").count() == failures,
        "{}",
        run.out
    );
    assert!(run.out.ends_with("</testsuites>\n"));
}

#[test]
fn output_is_the_same_on_any_number_of_threads() {
    let place = place();
    for format in ["text", "jsonl", "sarif", "github", "junit"] {
        let arguments = format!("check --all --format {format}");
        let with = |threads| run(place.0.path(), &arguments, &[("RAYON_NUM_THREADS", threads)], "").out;
        assert_eq!(with("1"), with("4"), "{format}");
    }
}

#[test]
fn findings_of_the_gazetteer_have_every_format_too() {
    let place = Place::with(&[("names.gazetteer.json", "{ \"onomast\": 1, \"titel\": \"x\" }")]);
    let run = place.run("gazetteer check --format sarif");
    let log: Value = serde_json::from_str(&run.out).expect(&run.out);
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "gazetteer");
}
