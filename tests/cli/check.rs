//! `check`: findings, exit codes, determinism.

use serde_json::Value;

use crate::cli::{NAMES, Place, Run, TURKISH, keys, run};

fn place() -> Place {
    Place::with(&[("names.gazetteer.json", NAMES), ("a.tr.txt", TURKISH)])
}

#[test]
fn findings_are_drawn_with_their_line_and_one_line_of_evidence() {
    let run = place().run("check");
    assert_eq!(
        run.out,
        "\
a.tr.txt:3:1: warning[inconsistent-spelling]: “Angora” here, “Ankara” elsewhere in this text (Ankara 1, Angora 1)
3 | Angora’dan yazılan cevabı Tchitcherine’e kim götürd…
  | ^^^^^^ first “Ankara”: line 1, column 1

a.tr.txt:3:27: warning[deprecated-spelling]: “Tchitcherine” is deprecated; the gazetteer prefers “Çiçerin”
3 | Angora’dan yazılan cevabı Tchitcherine’e kim götürdü, bilinmiyor; Halil Paşa değil.
  |                           ^^^^^^^^^^^^ entry in the gazetteer: names.gazetteer.json:6:38

2 findings in 1 file.
1 hint is not shown; --all shows it.
1 of them has a safe fix; --fix makes it, --diff shows it.
"
    );
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
}

#[test]
fn a_finding_has_the_documented_shape() {
    let run = place().run("check --format jsonl --all");
    let lines: Vec<&str> = run.out.lines().collect();
    let expected = [
        "path", "start", "end", "line", "column", "code", "severity", "message", "entity", "key", "spelling",
        "related", "fixes",
    ];
    assert_eq!(keys(lines[0]), expected);
    let json = run.json();
    let codes: Vec<&str> = json.iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert_eq!(
        codes,
        ["inconsistent-spelling", "deprecated-spelling", "ambiguous-name"]
    );
    let deprecated = &json[1];
    assert_eq!((&deprecated["start"], &deprecated["end"]), (&97.into(), &109.into()));
    assert_eq!((&deprecated["line"], &deprecated["column"]), (&3.into(), &27.into()));
    assert_eq!(
        (&deprecated["entity"], &deprecated["key"]),
        (&"person/georgy-chicherin".into(), &"surname".into())
    );
    assert_eq!(deprecated["related"][0]["path"], "names.gazetteer.json");
    assert_eq!(deprecated["related"][0]["line"], 6);
    assert!(json[2]["entity"].is_null());
}

#[test]
fn the_exit_code_tells_how_grave_it_is() {
    let place = place();
    place.write(
        "clean.txt",
        "Ankara’da bir kış geçti ve sonra bahar geldi.\n".as_bytes(),
    );
    place.write(
        "hint.txt",
        "Halil Paşa o kış burada değildi, bunu herkes bilir.\n".as_bytes(),
    );
    for (arguments, code) in [
        ("check a.tr.txt", 1),
        ("check a.tr.txt --fail-on error", 0),
        ("check a.tr.txt --fail-on information", 1),
        ("check clean.txt", 0),
        ("check clean.txt --fail-on hint", 0),
        ("check hint.txt", 0),
        ("check hint.txt --fail-on hint", 1),
        ("check no-such-file.txt", 2),
        ("check no-such-file.txt a.tr.txt", 2),
        ("check --gazetteer no-such.json", 2),
        ("check --fail-on disaster", 2),
    ] {
        assert_eq!(place.run(arguments).code, Some(code), "{arguments}");
    }
    let missing = place.run("check no-such-file.txt a.tr.txt");
    assert_eq!(missing.err, "onomast: no such file or folder: no-such-file.txt\n");
    assert!(missing.out.contains("2 findings"), "{}", missing.out);
}

#[test]
fn the_output_does_not_depend_on_threads() {
    let place = place();
    for number in 0..40 {
        place.write(&format!("f{}/{number}.md", number % 7), TURKISH.as_bytes());
    }
    for arguments in ["check --format jsonl --all", "check", "annotate"] {
        let with = |threads| run(place.0.path(), arguments, &[("RAYON_NUM_THREADS", threads)], "").out;
        let (one, two) = (with("1"), with("2"));
        assert!(one.lines().count() > 80);
        assert!(one == two, "{arguments}");
    }
}

#[test]
fn a_text_that_does_not_decode_is_named_once_and_skipped() {
    let place = place();
    // KOI8-R: Карс взят.
    place.write("old.txt", b"\xeb\xc1\xd2\xd3 \xd7\xda\xd1\xd4, \xeb\xc1\xd2\xd3.");
    let skipped = place.run("check a.tr.txt old.txt");
    let told = "onomast: old.txt is not UTF-8 text and was skipped; say \"encoding\" for it in onomast.toml\n";
    assert_eq!((skipped.err.as_str(), skipped.code), (told, Some(1)));
    place.write(
        "onomast.toml",
        b"[[documents]]\nfiles = ['old.txt']\nencoding = 'koi8-r'\n",
    );
    assert_eq!(
        place.run("annotate old.txt").err,
        "onomast: no names of Test names found; make your own list with onomast init\n"
    );
}

#[test]
fn the_encoding_that_windows_had_is_guessed_and_told() {
    let place = place();
    // Windows-1254: Ç i ç e r i n.
    place.write("old.txt", b"Ankara ve \xc7i\xe7erin, Angora.");
    let surfaces = |run: &Run| -> Vec<Value> {
        let mentions = run.json();
        mentions.iter().map(|mention| mention["surface"].clone()).collect()
    };
    let guessed = place.run("annotate old.txt --lang tr");
    assert_eq!(surfaces(&guessed), ["Ankara", "Çiçerin", "Angora"]);
    let told = "onomast: old.txt was read as windows-1254, which nobody stated; say encoding = \"windows-1254\" for it in onomast.toml\n";
    assert_eq!(guessed.err, told);
    place.write(
        "onomast.toml",
        b"[[documents]]\nfiles = ['old.txt']\nencoding = 'windows-1254'\nlang = 'tr'\n",
    );
    let stated = place.run("annotate old.txt");
    assert_eq!((surfaces(&stated).len(), stated.err.as_str()), (3, ""));
}

#[test]
fn no_names_found_is_said_and_what_to_do() {
    let place = place();
    place.write("b/empty.txt", "Burada kimse yok.\n".as_bytes());
    let said = "no names of Test names found; make your own list with onomast init\n";
    let text = place.run("check b/empty.txt");
    assert_eq!((text.out.as_str(), text.code), (said, Some(0)));
    for arguments in ["check --format jsonl b/empty.txt", "annotate b/empty.txt"] {
        let run = place.run(arguments);
        assert_eq!(
            (run.out, run.err, run.code),
            (String::new(), format!("onomast: {said}"), Some(0)),
            "{arguments}"
        );
    }
    let nothing = Place::with(&[("picture.png", "")]).run("check");
    assert_eq!(
        (nothing.out.as_str(), nothing.code),
        ("no texts here (.txt, .md, .xml, .html, .tex, .bib)\n", Some(0))
    );
}

#[test]
fn messages_follow_the_locale_and_codes_do_not() {
    let place = place();
    let russian = place.run("check --locale ru").out;
    assert!(
        russian.contains("warning[deprecated-spelling]: написание «Tchitcherine» не рекомендуется"),
        "{russian}"
    );
    assert!(russian.contains("2 замечания в 1 файле."), "{russian}");
    let turkish = run(place.0.path(), "check", &[("ONOMAST_LOCALE", "tr")], "").out;
    assert!(turkish.contains("1 dosyada 2 bulgu."), "{turkish}");
}

#[test]
fn the_sample_corpus_shows_what_it_is_for() {
    let repository = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let run = run(repository, "check tests/corpus", &[], "");
    let findings = run.out.lines().filter(|line| line.contains(": warning[")).count();
    assert!((8..=12).contains(&findings), "{findings} findings\n{}", run.out);
    assert!(run.out.lines().count() <= 60, "{}", run.out);
    assert!(run.out.contains("onomast init"), "{}", run.out);
    assert_eq!(run.code, Some(1));
}

/// A file that says itself how it is encoded needs no setting, and is written so.
#[test]
fn the_encoding_that_a_text_declares_holds() {
    let place = place();
    let page = |name: &[u8]| {
        [
            b"<meta charset=windows-1254><p lang=tr>Ankara ve ".as_slice(),
            name,
            b" g\xfcn\xfc",
        ]
        .concat()
    };
    place.write("old.html", &page(b"Tchitcherine"));
    let run = place.run("check --fix --allow-dirty old.html");
    assert!(!run.err.contains("windows-1254"), "{}", run.err);
    let written = std::fs::read(place.0.path().join("old.html")).expect("the page");
    assert_eq!(written, page(b"\xc7i\xe7erin"));
}

#[test]
fn what_is_skipped_is_said_once() {
    let place = place();
    place.write("old.txt", b"Ankara \xff\xfe \x01");
    let run = place.run("check --fix --allow-dirty old.txt");
    assert_eq!(run.err.matches("was skipped").count(), 1, "{}", run.err);
}
