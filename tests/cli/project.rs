//! Projects: `init`, `status`, settings, and the care for gazetteers.

use serde_json::Value;

use crate::cli::{NAMES, Place, run};

#[test]
fn init_makes_a_project_and_never_overwrites() {
    let place = Place::with(&[("onomast.toml", "# mine\n"), ("a.txt", "Çiçerin Ankara’da.\n")]);
    let first = place.run("init");
    assert!(
        first
            .out
            .starts_with("onomast.toml is there already and was left as it is\nwrote names.gazetteer.json\n")
    );
    assert_eq!((first.code, place.read("onomast.toml").as_str()), (Some(0), "# mine\n"));
    let written = place.read("names.gazetteer.json");
    let second = place.run("init");
    assert_eq!(
        second.out,
        "onomast.toml is there already and was left as it is\n\
         names.gazetteer.json says already which names there are: no other list was made\n\
         Next: add your names to names.gazetteer.json, then run `onomast check`. `onomast status` shows what is in force.\n"
    );
    assert_eq!(place.read("names.gazetteer.json"), written);
    // What it writes is right, canonical, and adds to the built-in gazetteer.
    let fresh = Place::with(&[]);
    fresh.run("init");
    for arguments in ["gazetteer check", "gazetteer format --check"] {
        let run = fresh.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}: {}{}", run.out, run.err);
    }
    assert!(
        fresh
            .run("status")
            .out
            .contains("gazetteer: My names (found in the project’s folder)")
    );
    assert!(place.run("annotate").out.contains("person/georgy-chicherin"));
}

/// A project that has its own names does not get the built-in ones beside them.
#[test]
fn init_makes_no_second_list_of_names() {
    for (file, settings, told) in [
        ("g.gazetteer.json", "", "g.gazetteer.json"),
        ("gazetteer/g.json", "", "gazetteer/g.json"),
        ("x/g.json", "gazetteers = ['x']\n", "x/g.json"),
        ("x.txt", "gazetteers = ['builtin']\n", "onomast.toml"),
    ] {
        let place = Place::with(&[(file, NAMES)]);
        if !settings.is_empty() {
            place.write("onomast.toml", settings.as_bytes());
        }
        let run = place.run("init");
        let expected = format!("{told} says already which names there are: no other list was made");
        assert!(run.out.contains(&expected), "{}", run.out);
        assert!(!place.0.path().join("names.gazetteer.json").exists(), "{file}");
    }
}

#[test]
fn unknown_settings_are_findings_with_a_place() {
    let place = Place::with(&[
        ("names.gazetteer.json", NAMES),
        (
            "onomast.toml",
            "enabel = 'always'\n[[documents]]\nfiles = ['*.md']\nrole = 'sauce'\n",
        ),
        ("a.md", "Ankara\n"),
    ]);
    let run = place.run("check");
    assert_eq!(
        run.out,
        "\
onomast.toml:1:1: warning[settings]: there is no setting “enabel”
1 | enabel = 'always'
  | ^^^^^^

onomast.toml:4:8: warning[settings]: wrong value for “documents.role”; expected \"draft\" | \"source\" | \"edition\" | \"ignore\"
4 | role = 'sauce'
  |        ^^^^^^^

2 findings in 1 file.
"
    );
    assert_eq!(run.code, Some(1));
}

/// Of the built-in names no two entities have one that nobody has said to be the other’s too; a list that adds one is told.
#[test]
fn the_built_in_list_has_no_unnoticed_collision() {
    let run = Place::with(&[]).run("gazetteer check");
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let list = r#"{"onomast": 1, "extends": "builtin", "entities": [{"id": "place/other", "names": [{"spellings": {"ru": ["Москва"]}}]}]}"#;
    let run = Place::with(&[("names.gazetteer.json", list)]).run("gazetteer check");
    assert!(run.out.contains("place/moscow"), "{}{}", run.out, run.err);
}

#[test]
fn problems_of_gazetteers_are_findings_at_the_entry() {
    let broken = NAMES.replace("\"surname\"", "\"surnam\"");
    let place = Place::with(&[("names.gazetteer.json", &broken), ("other.json", "{\"not\": \"ours\"}")]);
    let run = place.run("gazetteer check --format jsonl");
    let finding = &run.json()[1];
    assert_eq!(
        (&finding["path"], &finding["line"]),
        (&"names.gazetteer.json".into(), &4.into())
    );
    assert_eq!(
        (&finding["code"], &finding["severity"]),
        (&"gazetteer".into(), &"error".into())
    );
    assert_eq!(finding["key"], "/entities/0/names/1/part");
    assert!(
        finding["message"].as_str().unwrap().contains("did you mean “surname”?"),
        "{finding}"
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(place.run("check").code, Some(1));
    assert_eq!(place.run("gazetteer check other.json").code, Some(1));
    assert_eq!(place.run("gazetteer check none.json").code, Some(2));
}

#[test]
fn formatting_writes_the_canonical_form_once() {
    let place = Place::with(&[("names.gazetteer.json", NAMES), ("broken.json", "{")]);
    let before = place.run("gazetteer format --check");
    assert_eq!(
        (before.out.as_str(), before.code),
        ("not in canonical form: names.gazetteer.json\n", Some(1))
    );
    assert_eq!(place.read("names.gazetteer.json"), NAMES);
    let written = place.run("gazetteer format");
    assert_eq!(
        (written.out.as_str(), written.code),
        ("formatted names.gazetteer.json\n", Some(0))
    );
    assert_ne!(place.read("names.gazetteer.json"), NAMES);
    let again = place.run("gazetteer format --check");
    assert_eq!((again.out.as_str(), again.code), ("", Some(0)));
    let broken = place.run("gazetteer format broken.json");
    assert_eq!((broken.code, place.read("broken.json").as_str()), (Some(2), "{"));
    assert!(broken.err.starts_with("onomast: broken.json:1:"), "{}", broken.err);
}

#[test]
fn the_schema_is_json() {
    let run = Place::with(&[]).run("gazetteer schema");
    assert!(serde_json::from_str::<serde_json::Value>(&run.out).is_ok());
}

#[test]
fn status_says_what_is_in_force_and_who_said_so() {
    let place = Place::with(&[]);
    let alone = place.run("status").out;
    assert!(alone.contains("neither onomast.toml nor a gazetteer"), "{alone}");
    assert!(alone.contains("(built in)"), "{alone}");
    place.write("lists/mine.json", NAMES.as_bytes());
    place.write(
        "onomast.toml",
        b"gazetteers = ['lists']\n[severity]\nmisspelling = 'error'\n",
    );
    let named = place.run("status").out;
    let rest: Vec<&str> = named.lines().skip(2).collect();
    assert_eq!(
        rest,
        [
            "settings: onomast.toml",
            "  misspelling = error",
            "gazetteer: Test names (named in onomast.toml): 4 entities, 11 spellings",
            "  lists/mine.json: 4 entities",
        ]
    );
    assert!(
        place
            .run("status --gazetteer lists/mine.json")
            .out
            .contains("(named on the command line)")
    );
    assert!(
        place
            .run("status --gazetteer builtin")
            .out
            .contains("(named on the command line)")
    );
}

#[test]
fn an_entity_is_found_by_id_spelling_or_beginning() {
    let place = Place::with(&[("names.gazetteer.json", NAMES)]);
    for query in ["person/georgy-chicherin", "чичерин", "Tchitch", "ÇİÇERİN"] {
        let run = run(place.0.path(), &format!("entity {query}"), &[], "");
        assert!(run.out.starts_with("person/georgy-chicherin\n"), "{query}: {}", run.out);
        assert!(run.out.contains("Чичериным: instrumental"), "{query}: {}", run.out);
    }
    let many = place.run("entity Halil");
    assert!(many.out.starts_with("2 entities fit"), "{}", many.out);
    assert_eq!(place.run("entity Nobody").code, Some(1));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_failure() {
    let place = Place::with(&[("names.gazetteer.json", NAMES)]);
    place.write("a.txt", "Ankara Ankra Angora. ".repeat(20_000).as_bytes());
    let program = env!("CARGO_BIN_EXE_onomast");
    let script = format!("'{program}' annotate a.txt | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}");
    let shell = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(place.0.path())
        .output();
    let shell = shell.unwrap();
    assert_eq!(
        String::from_utf8_lossy(&shell.stdout).trim(),
        "0",
        "{}",
        String::from_utf8_lossy(&shell.stderr)
    );
}

#[test]
fn decisions_are_applied_and_those_that_lost_their_place_are_reported() {
    let decision = |quote: &str, before: &str, after: &str, kind: &str| {
        format!(r#"{{"path":"texts/a.txt","quote":"{quote}","before":"{before}","after":"{after}",{kind}}}"#) + "\n"
    };
    let decisions = decision(
        "Каменев",
        "Пришёл ",
        " и сел",
        r#""kind":"is","entity":"person/lev-kamenev""#,
    ) + &decision("Карс", "генерал ", " молчал", r#""kind":"not-a-name""#)
        + &decision("Ани", "крепость ", " пала", r#""kind":"not-a-name""#);
    let text = "Взяли город Карс. Пришёл\nКаменев и сел. Старый генерал Карс молчал.\n";
    let place = Place::with(&[
        ("onomast.decisions.jsonl", &decisions),
        ("onomast.toml", ""),
        ("texts/a.txt", text),
    ]);
    let mentions: Vec<String> = place
        .run("annotate texts --lang ru")
        .out
        .lines()
        .map(|line| {
            let mention: Value = serde_json::from_str(line).unwrap();
            format!("{} {}", mention["surface"].as_str().unwrap(), mention["entity"])
        })
        .collect();
    assert_eq!(mentions, [r#"Карс "place/kars""#, r#"Каменев "person/lev-kamenev""#]);
    let run = place.run("check texts --format jsonl");
    let findings: Vec<&str> = run.out.lines().collect();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let finding: Value = serde_json::from_str(findings[0]).unwrap();
    assert_eq!(finding["message"], "a decision about “Ани” no longer finds its place");
    assert_eq!(finding["related"][0]["path"], "onomast.decisions.jsonl");
    assert_eq!(finding["related"][0]["line"], 3);
    assert!(
        place
            .run("status")
            .out
            .contains("decisions: onomast.decisions.jsonl, 3 read")
    );
}

#[test]
fn decisions_about_a_text_that_is_gone_are_reported_at_their_line() {
    let decision =
        |path: &str| format!(r#"{{"path":"{path}","quote":"Карс","before":"","after":"","kind":"not-a-name"}}"#) + "\n";
    let place = Place::with(&[
        ("onomast.decisions.jsonl", &(decision("a.txt") + &decision("old/b.txt"))),
        ("onomast.toml", ""),
        ("a.txt", "Карс молчал.\n"),
    ]);
    let run = place.run("check --format jsonl");
    let findings: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [finding] = findings.as_slice() else {
        panic!("{findings:#?}");
    };
    assert_eq!(finding["path"], "onomast.decisions.jsonl");
    assert_eq!(finding["line"], 2);
    assert_eq!(finding["code"], "settings");
    let message = "there is no “old/b.txt” any more, which this decision is about";
    assert_eq!(finding["message"], message);
}

/// A false quotation is overruled: its names count, and safe fixes reach them. `explain` says what opened it.
#[test]
fn a_zone_is_overruled() {
    let text = "Чичерин писал «Чечерину письмо за письмом, и Чичерину отвечали». Чичерин уехал.\n";
    let place = Place::with(&[("a.txt", text), ("onomast.toml", "")]);
    let told = |place: &Place| place.run("explain --file a.txt --lang ru").out;
    assert!(
        told(&place).contains("stands in a quotation (opened by “«” at 1:15)"),
        "{}",
        told(&place)
    );
    let run = place.run("check a.txt --fix --allow-dirty");
    assert_eq!(place.read("a.txt"), text, "{}", run.out);
    let decision =
        r#"{"path":"a.txt","quote":"Чечерину","before":"писал «","after":" письмо","kind":"zone","zone":"narration"}"#;
    place.write("onomast.decisions.jsonl", decision.as_bytes());
    let expected = "stands in the author’s own text (by a decision of this project)";
    assert!(told(&place).contains(expected), "{}", told(&place));
    let run = place.run("check a.txt --fix --allow-dirty");
    assert_eq!(place.read("a.txt"), text.replace("Чечерину", "Чичерину"), "{}", run.out);
}

#[test]
fn whose_words_a_text_holds_is_explained() {
    let settings = "[[documents]]\nfiles = [\"*.txt\"]\nlang = \"ru\"\nrole = \"source\"\n";
    let place = Place::with(&[
        ("a.txt", "Чичерин писал.\n"),
        ("b.md", "---\nonomast: { role: edition }\n---\n\nЧичерин писал.\n"),
        ("onomast.toml", settings),
    ]);
    let out = place.run("explain --file a.txt").out;
    assert!(
        out.starts_with("This text is a source: other people’s words (onomast.toml:4)\n"),
        "{out}"
    );
    let out = place.run("explain --file b.md").out;
    assert!(
        out.starts_with("This text is an edition: other people’s words (its front matter)\n"),
        "{out}"
    );
    let first = place.run("explain --file a.txt --format jsonl").out;
    let first: Value = serde_json::from_str(first.lines().next().unwrap()).unwrap();
    assert_eq!(first["role"], "source");
    assert_eq!(
        first["role_by"],
        serde_json::json!({ "by": "settings", "path": "onomast.toml", "line": 4 })
    );
}

#[test]
fn a_house_style_decides_what_is_preferred() {
    let settings = r#"
[style.journal.prefer]
"place/istanbul" = { tr = "İstanbul" }
"place/ankara" = { tr = "Angora" }
"place/ani" = { tr = "Ani" }
"place/izmir" = { tr = "Smirni" }
"#;
    let names = r#"{ "onomast": 1, "title": "t", "entities": [
        { "id": "place/ankara", "names": [ { "spellings": { "tr": ["Ankara", { "text": "Angora", "status": "historical" }] } } ] },
        { "id": "place/istanbul", "names": [ { "spellings": { "tr": ["İstanbul"] } } ] },
        { "id": "place/izmir", "names": [ { "spellings": { "tr": ["İzmir"] } } ] } ] }"#;
    let text = "Ankara’dan geldi, Ankara’ya döndü, sonra da yine Angora’da kaldı.\n";
    let place = Place::with(&[
        ("onomast.toml", settings),
        ("names.gazetteer.json", names),
        ("a.txt", text),
    ]);
    let lines = |arguments: &str| -> Vec<String> {
        let findings = place.run(arguments).json();
        let line = |finding: &Value| format!("{} {} {}", finding["path"], finding["code"], finding["message"]);
        findings.iter().map(line).collect()
    };
    let settings = [
        r#""onomast.toml" "settings" "there is no “place/ani” in the gazetteer""#,
        r#""onomast.toml" "settings" "“place/izmir” has no spelling “Smirni” in the gazetteer""#,
    ];
    let plain = lines("check --format jsonl --lang tr");
    assert_eq!(plain[..2], settings);
    assert!(plain[2].contains("Angora"), "{}", plain[2]);
    assert_eq!(plain.len(), 3);
    let styled = lines("check --format jsonl --lang tr --style journal");
    assert_eq!(styled[..2], settings);
    assert_eq!(styled.len(), 4, "each Ankara: {styled:#?}");
    assert!(
        styled[2].contains("the style of this text wants “Angora”"),
        "{}",
        styled[2]
    );
    let unknown = place.run("check --style zeitung");
    assert_eq!(unknown.err, "onomast: there is no style “zeitung” in onomast.toml\n");
    assert_eq!(unknown.code, Some(2));
}
