//! Inputs that are too deep or too long for anybody who counts on their being reasonable.

use super::*;

#[test]
fn nesting_does_not_overflow_the_stack() {
    for text in [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        format!("{{\"onomast\":1,\"entities\":{}", "[".repeat(100_000)),
    ] {
        let (tables, problems) = load_one(&text);
        assert_eq!(problems.len(), 1);
        assert!(draw(&problems, &tables).ends_with("syntax reason=too-deep\n"));
        assert!(format(&text).is_err());
    }
}

#[test]
fn nesting_that_parses_is_walked() {
    let text = format!("{{\"onomast\":1,\"x\":{}{}}}", "[".repeat(400), "]".repeat(400));
    let (_, problems) = load_one(&text);
    assert_eq!(problems[0].code, Code::UnknownKey);
    assert!(format(&text).is_ok());
}

/// Twenty megabytes each. Were anything quadratic, this would take hours.
#[test]
fn long_inputs_take_linear_time() {
    const LENGTH: usize = 20 << 20;
    let repeat = |head: &str, item: &str, tail: &str| format!("{head}{}{tail}", item.repeat(LENGTH / item.len()));
    for (row, text, problems) in [
        ("junk", repeat("", "Чичерин \"[}", ""), 1),
        ("one string", repeat("{ \"onomast\": 1, \"", "x", "\": 1 }"), 1),
        ("blanks", repeat("{ \"onomast\": 1 ", " ", ""), 1),
        (
            "entities that are none",
            repeat(
                "{ \"onomast\": 1, \"entities\": [ 0",
                ", { \"id\": \"Place/X\", \"nams\": \"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\" }",
                "] }",
            ),
            1001,
        ),
    ] {
        let (tables, found) = load_one(&text);
        assert_eq!(found.len(), problems, "{row}");
        assert!(tables.entities.is_empty(), "{row}");
    }
}

#[test]
fn many_of_everything_in_one_place() {
    let spellings: Vec<String> = (0..50_000).map(|number| format!("\"A{number}\"")).collect();
    let names: Vec<String> = (0..20_000)
        .map(|number| format!("{{\"key\":\"k{number}\",\"spellings\":{{\"tr\":[\"A\"]}}}}"))
        .collect();
    let entities: Vec<String> = (0..20_000)
        .map(|number| format!("{{\"id\":\"place/x{number}\",\"names\":[{{\"spellings\":{{\"tr\":[\"A\"]}}}}]}}"))
        .collect();
    let base = format!(
        "{{\"onomast\":1,\"entities\":[{{\"id\":\"place/a\",\"names\":[{{\"spellings\":{{\"tr\":[{}]}}}},{}]}},{}]}}",
        spellings.join(","),
        names.join(","),
        entities.join(",")
    );
    let over = base.replacen("{\"onomast\":1", "{\"onomast\":1,\"extends\":\"base\"", 1);
    let files = Files::new(&[("base", &base), ("over", &over)]);
    let (tables, problems) = tables(&files, &["over".to_owned()]);
    assert_eq!(
        (tables.entities.len(), tables.names.len(), tables.spellings.len()),
        (20_001, 40_001, 90_000)
    );
    assert_eq!(problems.len(), 1001);
    let more = problems.last().map(|problem| (problem.code, problem.arguments.clone()));
    assert_eq!(more, Some((Code::More, vec![("count", "19000".to_owned())])));
}
