//! Decisions that are read, and their places.

use onomast_gazetteer::analysis::Edit;
use onomast_gazetteer::anchor::Place;

use super::*;

#[test]
fn every_kind_is_read() {
    for kind in KINDS {
        let line = format!(r#"{{"path":"a","quote":"b","kind":"{kind}","entity":"place/kars","zone":"narration"}}"#);
        assert_eq!(file(&line).problems, [], "{kind}");
    }
}

/// What is written is read again.
#[test]
fn every_verdict_is_read_as_it_was_written() {
    let anchor = Anchor {
        quote: "Карс".to_owned(),
        before: "город ".to_owned(),
        after: " взят".to_owned(),
    };
    for verdict in [
        Verdict::Ignore(None),
        Verdict::Ignore(Some(Code::NearMiss)),
        Verdict::NotAName,
        Verdict::Is("place/kars".to_owned()),
        Verdict::IsInFile("place/kars".to_owned()),
        Verdict::Zone(Zone::Narration),
        Verdict::Zone(Zone::Bibliography),
    ] {
        let read = file(&super::line("a/b.md", &anchor, &verdict));
        let [only] = &*read.decisions else { panic!("{read:?}") };
        assert_eq!(only.said(), ("a/b.md", &anchor, &verdict));
    }
}

fn file(text: &str) -> DecisionsFile {
    DecisionsFile::parse(PathBuf::from("d.jsonl"), text.into())
}

#[test]
fn bad_lines_are_named_and_the_rest_is_read() {
    let good = r#"{"path":"a.md","quote":"Карс","before":"","after":" взят","kind":"not-a-name","by":"N"}"#;
    let bad = [
        "nonsense",
        r#"{"path":"a"}"#,
        r#"{"path":"a","quote":"b","before":5,"kind":"not-a-name"}"#,
        r#"{"path":"a","quote":"b","kind":"nix"}"#,
        r#"{"path":"a","quote":"b","kind":"is"}"#,
        r#"{"path":"a","quote":"b","kind":"ignore","code":"mispelling"}"#,
        r#"{"path":"a","quote":" ","kind":"not-a-name"}"#,
        r#"{"path":"a","quote":"b","kind":"zone"}"#,
        r#"{"path":"a","quote":"b","kind":"zone","zone":"prose"}"#,
    ];
    let read = file(&format!("{good}\n\n{}\r\n{good}", bad.join("\n")));
    let kinds: Vec<DecisionProblemKind> = read.problems.iter().map(|problem| problem.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            DecisionProblemKind::Unreadable(Fault::NoObject),
            DecisionProblemKind::Unreadable(Fault::Missing("quote")),
            DecisionProblemKind::Unreadable(Fault::NoText("before")),
            DecisionProblemKind::UnknownKind("nix".to_owned()),
            DecisionProblemKind::NoEntity,
            DecisionProblemKind::UnknownCode("mispelling".to_owned()),
            DecisionProblemKind::NoWords,
            DecisionProblemKind::NoZone,
            DecisionProblemKind::UnknownZone("prose".to_owned()),
        ]
    );
    let lines: Vec<&str> = read
        .problems
        .iter()
        .map(|problem| &read.text[problem.range.clone()])
        .collect();
    assert_eq!(lines, bad);
    assert_eq!(read.decisions.len(), 2);
    assert_eq!(
        (read.decisions[1].line.end, &read.text[read.decisions[1].line.clone()]),
        (read.text.len(), good)
    );
}

/// Two decisions in a text that is edited: the words of each stand in brackets afterwards, or are lost.
#[track_caller]
fn check_follow(text: &str, edit: (&str, &str), expected: &str) {
    let read = file(concat!(
        r#"{"path":"a","quote":"Карс","before":"город ","after":" взят осенью","kind":"not-a-name"}"#,
        "\n",
        r#"{"path":"a","quote":"Ани","before":"крепость ","after":" пала зимой","kind":"not-a-name"}"#,
    ));
    let placed = read.about("a", &text);
    let start = text.find(edit.0).unwrap();
    let after = text.replacen(edit.0, edit.1, 1);
    let edit = Edit {
        range: start..start + edit.0.len(),
        inserted: edit.1.len(),
    };
    let mut places: Vec<Range<usize>> = follow(placed, &edit, &after)
        .into_iter()
        .filter_map(|one| match one.place {
            Place::At(range) => Some(range),
            _ => None,
        })
        .collect();
    places.sort_by_key(|range| std::cmp::Reverse(range.start));
    let mut drawn = after;
    for range in places {
        drawn.insert(range.end, ']');
        drawn.insert(range.start, '[');
    }
    assert_eq!(drawn, expected);
}

#[test]
fn places_follow_an_edit() {
    let text = "Наш город Карс взят осенью. И крепость Ани пала зимой.";
    for (edit, expected) in [
        (
            ("Наш", "Этот старый"),
            "Этот старый город [Карс] взят осенью. И крепость [Ани] пала зимой.",
        ),
        (
            ("осенью", "летом"),
            "Наш город [Карс] взят летом. И крепость [Ани] пала зимой.",
        ),
        (
            ("Карс", "Ка-\nрс"),
            "Наш город [Ка-\nрс] взят осенью. И крепость [Ани] пала зимой.",
        ),
        (
            ("Карс взят", "взят"),
            "Наш город взят осенью. И крепость [Ани] пала зимой.",
        ),
        (
            (" пала зимой", " пала зимой"),
            "Наш город [Карс] взят осенью. И крепость [Ани] пала зимой.",
        ),
    ] {
        check_follow(text, edit, expected);
    }
}

#[test]
fn what_was_lost_is_found_where_it_comes_back() {
    check_follow(
        "Наш город взят осенью. И …",
        ("город", "город Карс"),
        "Наш город [Карс] взят осенью. И …",
    );
}

/// What is said of the whole file: the words between brackets before an edit, and afterwards.
#[track_caller]
fn check_of_file(before: &str, text: &str, edit: (&str, &str), expected: &str) {
    let read = file(
        r#"{"path":"a","quote":"Халиль-паша","before":"Потом ","after":" вошёл в город","kind":"is-in-file","entity":"person/x"}"#,
    );
    let drawn = |placed: &[Placed], text: &str| {
        let mut drawn = text.to_owned();
        for place in placed.iter().flat_map(Placed::places).rev() {
            drawn.insert(place.end, ']');
            drawn.insert(place.start, '[');
        }
        drawn
    };
    let placed = read.about("a", &text);
    assert_eq!(drawn(&placed, text), before);
    let start = text.find(edit.0).unwrap();
    let after = text.replacen(edit.0, edit.1, 1);
    let edit = Edit {
        range: start..start + edit.0.len(),
        inserted: edit.1.len(),
    };
    let followed = follow(placed, &edit, &after);
    assert_eq!(drawn(&followed, &after), expected);
    let is_there = |placed: &[Placed]| placed.iter().any(|one| !one.places().is_empty());
    assert_eq!(is_there(&followed), is_there(&read.about("a", &after)), "as if opened");
}

#[test]
fn what_is_said_of_a_file_stands_wherever_its_words_do() {
    let several = "Там Халиль-паша. Тут Халиль-паша.";
    check_of_file(
        "Там [Халиль-паша]. Тут [Халиль-паша].",
        several,
        ("Там", "И там"),
        "И там [Халиль-паша]. Тут [Халиль-паша].",
    );
    check_of_file(
        "Там [Халиль-паша]. Тут [Халиль-паша].",
        several,
        ("Там Халиль-паша", "Там он"),
        "Там он. Тут [Халиль-паша].",
    );
    check_of_file(
        "Там [Халиль-паша].",
        "Там Халиль-паша.",
        ("Халиль-паша", "он"),
        "Там он.",
    );
    // Its own context leads to one place, and when that is gone, far from here another will do.
    let far = "Слово за слово. ".repeat(600);
    check_of_file(
        &format!("Потом [Халиль-паша] вошёл в город. {far}Халиль-паша."),
        &format!("Потом Халиль-паша вошёл в город. {far}Халиль-паша."),
        ("Потом Халиль-паша вошёл в город. ", ""),
        &format!("{far}[Халиль-паша]."),
    );
}

proptest::proptest! {
    /// Whatever stands in the file, each line with something in it is a decision or a problem, at its place.
    #[test]
    fn every_line_is_read_or_named(lines in proptest::collection::vec(line(), 0..12), text in "\\PC{0,80}") {
        let whole = lines.join("\n") + "\r\n" + &text;
        let read = file(&whole);
        let places = read.decisions.iter().map(|decision| &decision.line);
        let mut places: Vec<_> = places.chain(read.problems.iter().map(|problem| &problem.range)).collect();
        places.sort_by_key(|range| range.start);
        let said: Vec<&str> = places.iter().map(|range| &whole[(*range).clone()]).collect();
        let expected = whole.split('\n').map(str::trim_end).filter(|line| !line.is_empty());
        proptest::prop_assert_eq!(said, expected.collect::<Vec<_>>());
        for placed in read.about("a", &text) {
            if let Place::At(range) = placed.place {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }

    /// The file holds any bytes: between good lines they are problems at their places, and cost no good line.
    #[test]
    fn any_bytes_leave_the_good_lines(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200), text in "\\PC{0,80}") {
        let good = r#"{"path":"a","quote":"Карс","kind":"not-a-name"}"#.as_bytes();
        let read = file(&decoded(&[good, &bytes, good].join(&b'\n')));
        proptest::prop_assert!(read.decisions.len() >= 2);
        let lines = read.decisions.iter().map(|decision| &decision.line);
        let mut ranges: Vec<_> = lines.chain(read.problems.iter().map(|problem| &problem.range)).collect();
        ranges.sort_by_key(|range| range.start);
        proptest::prop_assert!(ranges.iter().all(|range| read.text.get((*range).clone()).is_some()));
        // One look at each line: none is read twice, whatever stands in it.
        proptest::prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for placed in read.about("a", &text) {
            if let Place::At(range) = placed.place {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }

    /// A place that was followed through an edit lies in the text, between characters.
    #[test]
    fn places_stay_in_the_text(text in "(Карс|Ани| |взят|-|\n){0,20}", at in 0usize..80, length in 0usize..12, new in "(Карс|Ани| ){0,3}") {
        let read = file(r#"{"path":"a","quote":"Карс","before":"","after":"","kind":"not-a-name"}"#);
        let placed = read.about("a", &text);
        let start = text.floor_char_boundary(at.min(text.len()));
        let end = text.ceil_char_boundary((start + length).min(text.len()));
        let after = format!("{}{new}{}", &text[..start], &text[end..]);
        let edit = Edit { range: start..end, inserted: new.len() };
        for one in follow(placed, &edit, &after) {
            if let Place::At(range) = one.place {
                let visible: String = after[range].chars().filter(|sign| sign.is_alphabetic()).collect();
                proptest::prop_assert_eq!(visible, "Карс");
            }
        }
    }
}

fn line() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    prop_oneof![
        Just(r#"{"path":"a","quote":"Карс","kind":"not-a-name"}"#.to_owned()),
        Just(r#"{"path":"a","quote":"Карс","kind":"is","entity":"place/kars"}"#.to_owned()),
        Just(r#"{"path":"a","quote":"","kind":"ignore"}"#.to_owned()),
        Just(String::new()),
        "[\\{\\}\\[\\]\":,a-zК]{0,20}",
    ]
}
