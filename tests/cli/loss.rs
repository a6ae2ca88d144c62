//! Nothing is lost that a person wrote, and nothing is called done that is not.

use super::*;

const TEXT: &str = "Mektubu Tchitcherine’e kim götürdü?\n";
const FIXED: &str = "Mektubu Çiçerin’e kim götürdü?\n";
const RUSSIAN: &str = r#"{"onomast":1,"title":"t","entities":[{"id":"person/chicherin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Чичерин",{"text":"Чечерин","status":"misspelling"}]}}]}]}"#;
/// “Письмо Чечерину.” as Windows writes it, which nobody has stated.
const GUESSED: &[u8] = b"\xcf\xe8\xf1\xfc\xec\xee \xd7\xe5\xf7\xe5\xf0\xe8\xed\xf3 \xef\xf0\xe8\xf8\xeb\xee, \xe8 \xee\xed\xee \xef\xf0\xee\xf7\xe8\xf2\xe0\xed\xee.\r\n";

fn place() -> Place {
    Place::with(&[
        ("names.gazetteer.json", NAMES),
        ("onomast.toml", "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\n"),
        ("a.md", TEXT),
    ])
}

#[test]
fn a_command_writes_only_over_what_is_of_its_own_kind() {
    let place = place();
    place.write("notes.md", b"Tchitcherine\n");
    for arguments in [
        "check --changes notes.md",
        "check --baseline notes.md --write-baseline",
        "check a.md --fix --undo-file notes.md",
        "check --changes onomast.toml",
        "check --baseline names.gazetteer.json --write-baseline",
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {}", run.err);
        assert!(run.err.contains("is not overwritten"), "{arguments}: {}", run.err);
        assert_eq!(
            (place.read("notes.md").as_str(), place.read("a.md").as_str()),
            ("Tchitcherine\n", TEXT)
        );
    }
    // Its own, and what is empty, it may.
    place.write("table.tsv", b"");
    for _ in 0..2 {
        assert_eq!(place.run("check --changes table.tsv").code, Some(0));
        assert_eq!(place.run("check --baseline known.jsonl --write-baseline").code, Some(0));
    }
    place.write("table.tsv", format!("\u{feff}\"{}", place.read("table.tsv")).as_bytes());
    assert_eq!(
        place.run("check --changes table.tsv").code,
        Some(0),
        "as spreadsheets save it"
    );
}

#[test]
fn a_second_run_leaves_the_undo_file_of_the_first_alone() {
    let place = place();
    assert_eq!(place.run("check --fix --undo-file undo.json").code, Some(0));
    let undo = place.read("undo.json");
    assert_eq!(
        place.run("check --fix --undo-file undo.json").code,
        Some(0),
        "nothing to do"
    );
    assert_eq!(place.read("undo.json"), undo);
    place.write("b.md", TEXT.as_bytes());
    let second = place.run("check --fix --undo-file undo.json");
    assert!(second.err.contains("undo.json is not overwritten"), "{}", second.err);
    assert_eq!((second.code, place.read("b.md").as_str()), (Some(2), TEXT));
    assert_eq!(place.run("undo undo.json").code, Some(0));
    assert_eq!(place.read("a.md"), TEXT);
    // Now it has nothing left to take back.
    assert_eq!(place.run("check --fix --undo-file undo.json").code, Some(0));
    assert_eq!(
        (place.read("a.md").as_str(), place.read("b.md").as_str()),
        (FIXED, FIXED)
    );
}

#[test]
fn a_run_that_ended_early_is_taken_back() {
    let place = place();
    place.write("b.md", TEXT.as_bytes());
    assert_eq!(place.run("check --fix --undo-file undo.json").code, Some(0));
    // As if the run had not come to it.
    place.write("a.md", TEXT.as_bytes());
    let undone = place.run("undo undo.json");
    assert_eq!(
        (undone.code, undone.err.as_str()),
        (Some(0), "onomast: taken back in 1 file\n")
    );
    assert_eq!((place.read("a.md").as_str(), place.read("b.md").as_str()), (TEXT, TEXT));
}

/// Where a folder cannot be written, the other texts are, and it is said which are not.
#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_said_and_the_rest_is_done() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = place();
    place.write("closed/b.md", TEXT.as_bytes());
    place.write("z.md", TEXT.as_bytes());
    let closed = place.0.path().join("closed");
    let allow = |mode| std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    let is_root = tempfile::tempfile_in(&closed).is_ok();
    let run = place.run("check --fix --undo-file undo.json");
    allow(0o755);
    if is_root {
        return;
    }
    assert!(run.err.contains("cannot write closed/b.md"), "{}", run.err);
    assert!(run.err.contains("2 names changed in 2 files"), "{}", run.err);
    assert_eq!((run.code, place.read("z.md").as_str()), (Some(2), FIXED));
    assert_eq!(place.run("undo undo.json").code, Some(0));
    for name in ["a.md", "closed/b.md", "z.md"] {
        assert_eq!(place.read(name), TEXT);
    }
}

#[test]
fn a_text_in_a_guessed_encoding_is_promised_nothing() {
    let place = Place::with(&[("names.gazetteer.json", RUSSIAN)]);
    place.write("a.txt", GUESSED);
    let checked = place.run("check");
    assert!(
        checked.out.contains("warning[misspelling]"),
        "{}{}",
        checked.out,
        checked.err
    );
    assert!(!checked.out.contains("--fix"), "{}", checked.out);
    assert_eq!(place.run("check --changes table.tsv").code, Some(0));
    let table = place.read("table.tsv");
    assert!(table.contains("\n[ ]") && !table.contains("\n[x]"), "{table}");
    place.write("table.tsv", table.replace("[ ]", "[x]").as_bytes());
    for arguments in [
        "apply table.tsv --allow-dirty",
        "check --fix --allow-dirty",
        "check --diff",
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {}", run.err);
        assert!(
            run.err.contains("a.txt is not changed: its encoding"),
            "{arguments}: {}",
            run.err
        );
    }
    assert_eq!(std::fs::read(place.0.path().join("a.txt")).unwrap(), GUESSED);
}

#[test]
fn what_an_encoding_lacks_is_no_success() {
    let place = place();
    let settings = "[[documents]]\nfiles = [\"*.txt\"]\nlang = \"tr\"\nencoding = \"windows-1251\"\n";
    place.write("onomast.toml", settings.as_bytes());
    let text = "Mektubu Tchitcherine'e kim verdi?\r\n";
    place.write("a.txt", text.as_bytes());
    assert_eq!(place.run("check a.txt --changes table.tsv").code, Some(0));
    let table = place.read("table.tsv");
    assert!(table.contains("\n[ ]") && !table.contains("\n[x]"), "{table}");
    place.write("table.tsv", table.replace("[ ]", "[x]").as_bytes());
    for arguments in ["apply table.tsv --allow-dirty", "check a.txt --fix --allow-dirty"] {
        let run = place.run(arguments);
        assert!(run.err.contains("lacks a letter"), "{arguments}: {}", run.err);
        assert_eq!((run.code, place.read("a.txt").as_str()), (Some(2), text), "{arguments}");
    }
}

#[test]
fn a_path_without_a_file_is_a_failure_of_every_command() {
    let place = place();
    for arguments in [
        "check --diff nope.md",
        "check --changes table.tsv nope.md",
        "check --fix nope.md",
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {}", run.err);
        assert!(run.err.contains("nope.md"), "{arguments}: {}", run.err);
    }
}

#[test]
fn one_run_has_one_outcome() {
    let place = place();
    for others in ["--diff", "--changes table.tsv", "--baseline b.jsonl --write-baseline"] {
        let run = place.run(&format!("check --fix --allow-dirty {others}"));
        assert_eq!(
            (run.code, place.read("a.md").as_str()),
            (Some(2), TEXT),
            "{others}: {}",
            run.err
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_no_second_text() {
    let (place, outside) = (place(), Place::with(&[("c.md", TEXT)]));
    std::os::unix::fs::symlink("a.md", place.0.path().join("b.md")).unwrap();
    std::os::unix::fs::symlink(outside.0.path().join("c.md"), place.0.path().join("c.md")).unwrap();
    let run = place.run("check --fix --allow-dirty");
    assert!(run.err.contains("1 name changed in 1 file"), "{}", run.err);
    assert_eq!(
        (place.read("a.md").as_str(), outside.read("c.md").as_str()),
        (FIXED, TEXT)
    );
    // Who names it means it.
    place.run("check c.md --lang tr --fix --allow-dirty");
    assert_eq!(outside.read("c.md"), FIXED);
}

#[cfg(unix)]
#[test]
fn a_new_file_has_the_permissions_of_new_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = place();
    place.run("check --baseline known.jsonl --write-baseline");
    place.run("check --changes table.tsv");
    place.run("check --fix --undo-file undo.json");
    place.write("ordinary", b"");
    let mode = |name: &str| {
        std::fs::metadata(place.0.path().join(name))
            .unwrap()
            .permissions()
            .mode()
    };
    for name in ["known.jsonl", "table.tsv", "undo.json"] {
        assert_eq!(mode(name), mode("ordinary"), "{name}");
    }
}

/// A pipe that nobody writes into is waited for without end by whoever opens it.
#[cfg(unix)]
#[test]
fn rules_that_are_a_pipe_are_not_waited_for() {
    for name in [".gitignore", ".ignore", "inner/.gitignore", ".git/info/exclude"] {
        let place = place();
        let pipe = place.0.path().join(name);
        std::fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let run = place.run("check --format jsonl");
        assert_eq!((run.code, run.json().len()), (Some(1), 1), "{name}: {}", run.err);
    }
}
