//! The findings of the editor: those of the command line, in the language and with the extras of the client.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::index::watching_work;
use crate::support::client::{Client, everything};
use crate::support::workspace::{GAZETTEER, Workspace};

/// Everything about the findings of a folder, one a line, as the command line gives them.
fn checked(folder: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_onomast"))
        .args(["check", "--all", "--format", "jsonl", "--locale", "en"])
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let record = |line: &str| {
        let finding: Value = serde_json::from_str(line).expect("JSON");
        let place = |value: &Value| {
            format!(
                "{}:{}:{}",
                value["path"].as_str().unwrap(),
                value["line"],
                value["column"]
            )
        };
        let related = finding["related"].as_array().expect("a list");
        let related: Vec<String> = related
            .iter()
            .map(|related| format!("{} {}", place(related), related["message"]))
            .collect();
        let length = finding["end"].as_u64().unwrap() - finding["start"].as_u64().unwrap();
        let said = format!("{} {} {}", finding["severity"], finding["code"], finding["message"]);
        format!("{}+{length} {said} <- {}", place(&finding), related.join(", "))
    };
    let mut lines: Vec<String> = text.lines().map(record).collect();
    lines.sort();
    lines
}

/// The same as the editor gets them. `folder` is where the files lie.
fn pulled(client: &mut Client, folder: &Path, uri: &str) -> Vec<String> {
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    let place = |uri: &Value, range: &Value| {
        let path = uri.as_str().unwrap().strip_prefix("file://").unwrap();
        let path = Path::new(path).strip_prefix(folder).expect("in the folder");
        let one = |member: &str| range["start"][member].as_u64().unwrap() + 1;
        format!("{}:{}:{}", path.display(), one("line"), one("character"))
    };
    let text = client.text(uri).to_owned();
    let record = |diagnostic: &Value| {
        let related = diagnostic["relatedInformation"].as_array().into_iter().flatten();
        let related: Vec<String> = related
            .map(|related| {
                let location = &related["location"];
                format!("{} {}", place(&location["uri"], &location["range"]), related["message"])
            })
            .collect();
        let covered = crate::support::text::covered(&text, &diagnostic["range"], client.encoding).expect("a range");
        let severity = ["", "error", "warning", "information", "hint"];
        let severity = severity[diagnostic["severity"].as_u64().unwrap() as usize];
        let said = format!("{:?} {} {}", severity, diagnostic["code"], diagnostic["message"]);
        let length = covered.chars().count();
        format!(
            "{}+{length} {said} <- {}",
            place(&json!(uri), &diagnostic["range"]),
            related.join(", ")
        )
    };
    report["items"].as_array().expect("a list").iter().map(record).collect()
}

#[track_caller]
fn check_equal(workspace: &Workspace, files: &[&str]) -> Vec<String> {
    // The command line knows of no workspace: it looks for a project above, and this is where it stops.
    workspace.write(".git/HEAD", "ref: refs/heads/main\n");
    let mut client = Client::program(workspace);
    let mut params = watching_work(workspace);
    params["capabilities"]["general"]["positionEncodings"] = json!(["utf-32"]);
    client.initialize(params);
    // What is found across the project is found once all of it has been read.
    client.worked(1);
    let mut found = Vec::new();
    for name in files {
        let text = std::fs::read_to_string(workspace.path(name)).expect("a file");
        client.open(&workspace.uri(name), &text);
        found.extend(pulled(&mut client, workspace.root(), &workspace.uri(name)));
    }
    client.finish();
    found.sort();
    assert_eq!(found, checked(workspace.root()));
    found
}

#[test]
fn the_editor_finds_what_the_command_line_finds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    let entries = std::fs::read_dir(corpus).expect("the corpus");
    let mut names: Vec<String> = Vec::new();
    for path in entries.map(|entry| -> PathBuf { entry.expect("a file").path() }) {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name")
            .to_owned();
        workspace.write(&name, &std::fs::read_to_string(&path).expect("a text"));
        names.push(name);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(check_equal(&workspace, &names).len() >= 8);
}

#[test]
fn also_of_gazetteers_and_settings_wherever_they_lie() {
    let wrong = GAZETTEER.replace("\"gender\"", "\"gendre\"");
    let workspace = Workspace::new(&[
        ("a.txt", "Tchitcherine’in notası. Чечерин и Халилов.\n"),
        (
            "onomast.toml",
            "gazetteers = ['lists/names.gazetteer.json', 'lists/more.json']\ncolour = 'red'\n[severity]\ngazetteer = 'hint'\n",
        ),
        ("lists/names.gazetteer.json", &wrong),
        (
            "lists/more.json",
            r#"{ "onomast": 1, "title": "m", "entities": [ { "id": "Kars" } ] }"#,
        ),
    ]);
    let files = ["lists/more.json", "a.txt", "onomast.toml", "lists/names.gazetteer.json"];
    let found = check_equal(&workspace, &files);
    for part in [
        "lists/more.json:1",
        "onomast.toml:2",
        "lists/names.gazetteer.json:8",
        "\"deprecated-spelling\"",
    ] {
        assert!(found.iter().any(|line| line.contains(part)), "{part} in {found:#?}");
    }
}

#[test]
fn also_across_the_texts_of_a_project() {
    let workspace = super::corpus::project(&[
        ("a.tr.txt", "İzmir, İzmir, Kars, İzmir.\n"),
        ("deep/b.tr.txt", "👩 Smyrna, Kars, Smyrna.\n"),
        ("c.ru.txt", "Из Смирны и Карса.\n"),
        ("d.ru.txt", "В Измире и Измире.\n"),
        ("inner/names.gazetteer.json", super::corpus::NAMES),
        ("inner/e.tr.txt", "Smyrna, Smyrna, Smyrna, Smyrna, İzmir.\n"),
    ]);
    let files = ["a.tr.txt", "deep/b.tr.txt", "c.ru.txt", "d.ru.txt", "inner/e.tr.txt"];
    let found = check_equal(&workspace, &files);
    let across = found
        .iter()
        .filter(|line| line.contains("\"inconsistent-across-corpus\""));
    assert_eq!(across.count(), 2, "{found:#?}");
}

#[test]
fn findings_speak_the_language_of_the_client() {
    let gazetteer = GAZETTEER.replacen("\"gender\"", "\"gendre\"", 1);
    let workspace = Workspace::new(&[]);
    workspace.write("names.gazetteer.json", &gazetteer);
    for (locale, options, deprecated, key) in [
        ("en", Value::Null, "is deprecated", "means nothing"),
        ("ru-RU", Value::Null, "не рекомендуется", "ничего не значит"),
        ("tr", Value::Null, "önerilmiyor", "anlamı yok"),
        ("en", json!({ "locale": "ru" }), "не рекомендуется", "ничего не значит"),
    ] {
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["locale"] = json!(locale);
        params["initializationOptions"] = options;
        client.initialize(params);
        for (name, text, said) in [
            ("a.txt", "Tchitcherine’in notası.\n", deprecated),
            ("names.gazetteer.json", &gazetteer, key),
        ] {
            let uri = workspace.uri(name);
            client.open(&uri, text);
            let found = client.pull(&uri);
            let message = found.first().map_or("", |(_, _, message)| message);
            assert!(message.contains(said), "{locale}: {message}");
        }
        client.finish();
    }
}

#[test]
fn a_code_leads_to_its_documentation_where_the_client_follows() {
    let documentation = include_str!("../../docs/diagnostics.md");
    for supported in [false, true] {
        let workspace = Workspace::new(&[]);
        let mut client = Client::program(&workspace);
        let mut params = everything(&workspace, true);
        params["capabilities"]["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = json!(supported);
        client.initialize(params);
        let uri = workspace.uri("a.txt");
        client.open(&uri, "Tchitcherine’in notası. Халилов.\n");
        let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        let items = report["items"].as_array().expect("a list");
        assert_eq!(items.len(), 2);
        for item in items {
            let href = item["codeDescription"]["href"].as_str();
            assert_eq!(href.is_some(), supported);
            if let Some((page, anchor)) = href.and_then(|href| href.split_once('#')) {
                assert!(page.ends_with("/docs/diagnostics.md"), "{page}");
                assert_eq!(Some(anchor), item["code"].as_str());
                assert!(documentation.contains(&format!("\n## {anchor}\n")), "{anchor}");
            }
        }
        client.finish();
    }
}

#[test]
fn a_client_that_knows_no_versions_is_told_none() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, false);
    params["capabilities"]["textDocument"]["publishDiagnostics"] = json!({});
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Tchitcherine’in notası.\n");
    assert_eq!(client.published(&uri, Some(1)).len(), 1);
    client.close(&uri);
    assert_eq!(client.published(&uri, None), []);
    client.finish();
}
