//! `inconsistent-across-corpus` in the command line: it rests on the project, whatever of it is checked.

use crate::cli::{Place, Run};

const NAMES: &str = r#"{ "onomast": 1, "title": "Test names", "entities": [
  { "id": "place/izmir", "names": [ { "spellings": { "ru": ["Измир", "Смирна"], "tr": ["İzmir", "Smyrna"] } } ] },
  { "id": "place/kars", "names": [ { "spellings": { "ru": ["Карс"], "tr": ["Kars"] } } ] } ] }
"#;

/// With the mark of a work tree, above which no project is looked for.
const FILES: &[(&str, &str)] = &[
    (".git/HEAD", "ref: refs/heads/main\n"),
    ("a.tr.txt", "Smyrna’dan geldi. Smyrna’ya döndü. Kars’ta kaldı.\n"),
    ("b.tr.txt", "İzmir’de kaldı. İzmir’e döndü. İzmir.\n"),
    ("c.ru.txt", "Из Смирны писали.\n"),
    ("d/e.ru.txt", "В Измире, из Измира.\n"),
];

/// Runs it for somebody whose home is elsewhere: a home folder is not read as a whole.
fn run(place: &Place, arguments: &str, threads: &str) -> Run {
    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().to_str().unwrap();
    let environment = [("HOME", home), ("USERPROFILE", home), ("RAYON_NUM_THREADS", threads)];
    crate::cli::run(place.0.path(), arguments, &environment, "")
}

/// The findings of a run, one a line, without where the gazetteer leads.
fn found(place: &Place, arguments: &str) -> Vec<String> {
    let run = run(place, &format!("check --format jsonl {arguments}"), "2");
    let said = |finding: &serde_json::Value| {
        let text = |member: &str| finding[member].as_str().unwrap().to_owned();
        format!(
            "{}:{} {} {}",
            text("path"),
            finding["column"],
            text("severity"),
            text("message")
        )
    };
    run.json().iter().map(said).collect()
}

fn project() -> Place {
    let place = Place::with(FILES);
    place.write("names.gazetteer.json", NAMES.as_bytes());
    place
}

const A: &str = "a.tr.txt:1 information “Smyrna” here, mostly “İzmir” in this project (İzmir 3, Smyrna 2)";
const C: &str = "c.ru.txt:4 information “Смирна” here, mostly “Измир” in this project (Измир 2, Смирна 1)";

#[test]
fn a_document_is_held_against_its_project_once_a_name() {
    let place = project();
    assert_eq!(found(&place, ""), [A, C]);
    assert_eq!(found(&place, "a.tr.txt"), [A], "all texts count, whichever are checked");
    assert_eq!(
        found(&place, "b.tr.txt d"),
        [""; 0],
        "silent where it spells as the project does"
    );
    // It is no reason to fail, and there is something to be done about it.
    let run = run(&place, "check --format jsonl a.tr.txt", "2");
    assert_eq!(run.code, Some(0));
    let finding = &run.json()[0];
    assert_eq!(finding["code"], "inconsistent-across-corpus");
    assert_eq!(finding["fixes"][0]["title"], "“İzmir’den”?");
    assert_eq!(finding["fixes"][0]["safe"], false);
    assert_eq!(finding["related"][0]["path"], "names.gazetteer.json");
}

#[test]
fn of_as_many_none_are_most() {
    let place = Place::with(&[
        ("a.tr.txt", "Smyrna’dan bugün geldi.\n"),
        ("b.tr.txt", "İzmir’den bugün geldi.\n"),
    ]);
    place.write("names.gazetteer.json", NAMES.as_bytes());
    let says = "a.tr.txt:1 information “Smyrna” here, “İzmir” elsewhere in this project (İzmir 1, Smyrna 1)";
    assert_eq!(found(&place, ""), [says]);
}

#[test]
fn what_does_not_count_does_not_count() {
    let place = project();
    place.write("d/.gitignore", b"e.ru.txt");
    place.write("onomast.toml", b"[[documents]]\nfiles = ['b.*']\nrole = 'source'\n");
    assert_eq!(found(&place, ""), [""; 0], "a source, and what Git would not see");
    place.write("onomast.toml", b"[severity]\ninconsistent-across-corpus = 'off'\n");
    assert_eq!(found(&place, ""), [""; 0], "off");
    place.write("onomast.toml", b"[severity]\ninconsistent-across-corpus = 'warning'\n");
    assert_eq!(found(&place, ""), [A.replace("information", "warning")]);
    place.write("inner/onomast.toml", b"");
    place.write("inner/f.tr.txt", "Smyrna. ".repeat(9).as_bytes());
    assert_eq!(found(&place, "a.tr.txt").len(), 1, "another project counts for itself");
}

#[test]
fn where_no_project_is_what_is_checked_counts() {
    let place = Place::with(FILES);
    place.write("lists/names.json", NAMES.as_bytes());
    let gazetteer = "--gazetteer lists/names.json";
    assert_eq!(found(&place, gazetteer), [A, C]);
    assert_eq!(found(&place, &format!("{gazetteer} a.tr.txt")), [""; 0]);
}

#[test]
fn a_home_folder_is_not_read_as_in_the_editor() {
    let place = project();
    let run = place.run("check --format jsonl --all");
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
}

#[test]
fn a_baseline_knows_it() {
    let place = project();
    assert_eq!(
        run(&place, "check --baseline known.jsonl --write-baseline", "2").code,
        Some(0)
    );
    assert_eq!(place.read("known.jsonl").lines().count(), 2);
    assert_eq!(found(&place, "--baseline known.jsonl"), [""; 0]);
    // It is the same finding when the counts have changed.
    place.write("b.tr.txt", "İzmir. ".repeat(9).as_bytes());
    assert_eq!(found(&place, "--baseline known.jsonl"), [""; 0]);
}

#[test]
fn it_stands_in_the_table_of_changes() {
    let place = project();
    assert_eq!(run(&place, "check --changes table.tsv a.tr.txt", "2").code, Some(0));
    assert!(place.read("table.tsv").contains("İzmir"), "{}", place.read("table.tsv"));
}

#[test]
fn threads_make_no_difference() {
    let place = project();
    for number in 0..40 {
        let (one, other) = (number % 7, number % 5);
        let text = format!("{}{}{}", "Smyrna. ".repeat(one), "İzmir. ".repeat(other), "Kars.\n");
        place.write(&format!("many/{number}.tr.txt"), text.as_bytes());
    }
    let with = |threads: &str| {
        let run = run(&place, "check --all --format jsonl", threads);
        assert!(run.out.contains("inconsistent-across-corpus"));
        run.out
    };
    let one = with("1");
    assert_eq!(with("2"), one);
    assert_eq!(with("7"), one);
}
