//! Edits that are not made, and why: of files that are not what they were worked out from, of projects that are not read
//! yet, of documents that are no files. And where new names go, so that they are in force.

use serde_json::{Value, json};

use super::actions::{all, applied, with_edits};
use crate::support::client::Client;
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Чичерин приехал. Чичерину писали.\n";

fn started(files: &[(&str, &str)]) -> (Client, Workspace, String) {
    let workspace = Workspace::new(files);
    let (client, uri) = begun(&workspace);
    (client, workspace, uri)
}

fn begun(workspace: &Workspace) -> (Client, String) {
    let mut client = Client::program(workspace);
    client.initialize(with_edits(workspace, all()));
    let uri = workspace.uri("a.md");
    client.open(&uri, TEXT);
    (client, uri)
}

/// The edit of a rename to a new spelling, or why there is none.
fn renamed(client: &mut Client, uri: &str, new: &str) -> Result<Value, String> {
    let mut params = client.at(uri, 0);
    params["newName"] = json!(new);
    let id = client.ask("textDocument/rename", params);
    client.answer(id).map_err(|refusal| refusal.message)
}

fn new_person(client: &mut Client, uri: &str, name: &str) -> Value {
    let argument = json!({ "textDocument": { "uri": uri }, "text": name, "language": "ru", "type": "person" });
    client.run("newEntity", argument)
}

/// Why there is no decision.
fn undecided(client: &mut Client, uri: &str) -> String {
    let mut argument = client.at(uri, 0);
    argument["kind"] = json!("not-a-name");
    let params = json!({ "command": "onomast.server.decide", "arguments": [argument] });
    let id = client.ask("workspace/executeCommand", params);
    client.answer(id).expect_err("refused").message
}

#[test]
fn a_gazetteer_is_changed_whatever_its_encoding() {
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(GAZETTEER.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (name, bytes) in [
        ("utf-8", [b"\xef\xbb\xbf", GAZETTEER.as_bytes()].concat()),
        ("utf-16", utf16),
    ] {
        let workspace = Workspace::new(&[]);
        std::fs::write(workspace.path("names.gazetteer.json"), bytes).unwrap();
        let (mut client, uri) = begun(&workspace);
        let edit = renamed(&mut client, &uri, "Чечерин").expect("an edit");
        // Editors have the text without the mark.
        workspace.write("names.gazetteer.json", GAZETTEER);
        let files = applied(&client, &workspace, &edit);
        assert_eq!(
            files["names.gazetteer.json"],
            GAZETTEER.replace("Чичерин\"", "Чечерин\""),
            "{name}"
        );
        client.finish();
    }
}

#[test]
fn a_file_that_another_program_has_changed_is_left_alone() {
    let (mut client, workspace, uri) = started(&[]);
    renamed(&mut client, &uri, "Чечерин").expect("an edit");
    let other = GAZETTEER.replace("Test names", "A longer title by a colleague");
    workspace.write("names.gazetteer.json", &other);
    let reason = renamed(&mut client, &uri, "Чечерин").expect_err("the file is another");
    assert!(reason.starts_with("names.gazetteer.json is not what"), "{reason}");
    let proposed = new_person(&mut client, &uri, "Иванов");
    assert_eq!(proposed["edit"], Value::Null);
    assert!(
        proposed["refused"]
            .as_str()
            .unwrap()
            .starts_with("names.gazetteer.json"),
        "{proposed}"
    );
    client.finish();
}

#[test]
fn decisions_that_another_program_has_written_are_left_alone() {
    let line = |path: &str| {
        json!({ "path": path, "quote": "Чичерину", "before": "приехал. ", "after": " писали", "kind": "not-a-name" })
            .to_string()
            + "\n"
    };
    let (mut client, workspace, uri) = started(&[("onomast.decisions.jsonl", &line("b.md"))]);
    client.hover(&uri, 0);
    workspace.write("onomast.decisions.jsonl", &line("another.md").repeat(2));
    let reason = undecided(&mut client, &uri);
    assert!(reason.starts_with("onomast.decisions.jsonl is not what"), "{reason}");
    client.finish();
}

#[test]
fn a_mark_before_the_decisions_costs_none() {
    let line = json!({ "path": "a.md", "quote": "Чичерин", "before": "", "after": " приехал", "kind": "not-a-name" });
    let (mut client, _workspace, uri) = started(&[("onomast.decisions.jsonl", &format!("\u{feff}{line}\n"))]);
    assert_eq!(client.hover(&uri, 0), None);
    assert!(client.hover(&uri, TEXT.find("Чичерину").unwrap()).is_some());
    client.finish();
}

#[test]
fn a_gazetteer_that_is_half_typed_is_left_alone_and_led_into_where_it_stands() {
    let (mut client, workspace, uri) = started(&[]);
    let names = workspace.uri("names.gazetteer.json");
    client.open(&names, GAZETTEER);
    let line = |client: &mut Client| {
        let found = client.request("textDocument/definition", client.at(&uri, 0));
        found[0]["targetRange"]["start"]["line"].as_u64().expect("a line")
    };
    let before = line(&mut client);
    let at = GAZETTEER.find("\"entities\"").unwrap();
    client.edit(&names, at..at, "\"note\": \"half typed\n\n  ");
    assert_eq!(line(&mut client), before + 2);
    let reason = renamed(&mut client, &uri, "Чечерин").expect_err("it does not parse");
    assert!(reason.starts_with("names.gazetteer.json is not what"), "{reason}");
    assert_eq!(new_person(&mut client, &uri, "Иванов")["edit"], Value::Null);
    client.finish();
}

#[test]
fn a_rename_that_comes_before_the_project_is_read_leaves_nothing_out() {
    let names: Vec<String> = (0..60).map(|number| format!("deep/{number}.md")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), TEXT)).collect();
    let (mut client, _workspace, uri) = started(&files);
    let edit = renamed(&mut client, &uri, "Чечерин").expect("an edit");
    let changed = edit["documentChanges"].as_array().unwrap().len();
    assert_eq!(changed, files.len() + 2, "with the open text and the gazetteer");
    client.finish();
}

#[test]
fn names_in_closed_files_that_a_client_may_spoil_stay_and_are_counted() {
    let workspace = Workspace::new(&[(
        "onomast.toml",
        "[[documents]]\nfiles = [\"stated.txt\"]\nencoding = \"windows-1251\"\n",
    )]);
    let text = "Вчера в Москву прибыл Чичерин и остановился в гостинице. Народный комиссар был доволен. ".repeat(5);
    let letter = |letter: char| match letter {
        'А'..='я' => u8::try_from(u32::from(letter) - 0x350).unwrap(),
        other => u8::try_from(other).unwrap(),
    };
    for name in ["b.txt", "stated.txt"] {
        std::fs::write(workspace.path(name), text.chars().map(letter).collect::<Vec<u8>>()).unwrap();
    }
    let (mut client, uri) = begun(&workspace);
    let mut argument = client.at(&uri, 0);
    argument["text"] = json!("Чечерин");
    let answer = client.run("replace", argument);
    assert_eq!(
        (&answer["changed"], &answer["left"]["unwritable"]),
        (&json!(2), &json!(10)),
        "{answer}"
    );
    assert!(client.shown().starts_with("10 names stay as spelled"));
    client.finish();
}

#[test]
fn a_text_that_is_no_file_has_no_decisions_and_without_a_folder_no_names() {
    let workspace = Workspace::new(&[]);
    for folder in [true, false] {
        let mut client = Client::program(&workspace);
        let mut params = with_edits(&workspace, all());
        if !folder {
            params["rootUri"] = Value::Null;
        }
        client.initialize(params);
        let uri = "untitled:Untitled-1";
        client.open(uri, TEXT);
        assert!(client.hover(uri, 0).is_some());
        assert!(undecided(&mut client, uri).contains("save this text"));
        let proposed = new_person(&mut client, uri, "Иванов");
        assert_eq!(proposed["edit"].is_object(), folder, "{proposed}");
        assert_eq!(proposed["refused"].is_null(), folder, "{proposed}");
        client.finish();
    }
}

#[test]
fn new_names_are_in_force_where_the_settings_name_the_gazetteers() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).unwrap();
    workspace.write("onomast.toml", "gazetteers = [\"builtin\"]\n");
    let (mut client, uri) = begun(&workspace);
    // So is a list that is there and that they leave out.
    workspace.write("names.gazetteer.json", GAZETTEER);
    let proposed = new_person(&mut client, &uri, "Сорокинский");
    let files = applied(&client, &workspace, &proposed["edit"]);
    assert!(files["onomast.toml"].contains("names.gazetteer.json"), "{files:?}");
    assert!(files["names.gazetteer.json"].contains("place/ankara"), "{files:?}");
    std::fs::remove_file(workspace.path("names.gazetteer.json")).unwrap();
    for name in ["Сорокинский", "Петровчук"] {
        let proposed = new_person(&mut client, &uri, name);
        let files = applied(&client, &workspace, &proposed["edit"]);
        for (file, text) in &files {
            workspace.write(file, text);
        }
        let changed: Vec<Value> = files
            .keys()
            .map(|file| json!({ "uri": workspace.uri(file), "type": 2 }))
            .collect();
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changed }));
        let end = client.text(&uri).len();
        client.edit(&uri, end..end, &format!("{name} приехал.\n"));
        client.until(|client| {
            let hover = client.hover(&uri, end);
            hover.map(drop).ok_or_else(|| format!("{name}: {files:?}"))
        });
    }
    client.finish();
}

#[test]
fn names_that_would_not_be_in_force_are_not_written() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).unwrap();
    for (locale, expected) in [("en", "do not name"), ("ru", "нет в настройках"), ("tr", "ayarları")] {
        let mut client = Client::program(&workspace);
        let mut params = with_edits(&workspace, all());
        params["locale"] = json!(locale);
        params["initializationOptions"] = json!({ "gazetteers": ["builtin"] });
        client.initialize(params);
        let uri = workspace.uri("a.md");
        client.open(&uri, TEXT);
        let proposed = new_person(&mut client, &uri, "Сорокинский");
        assert_eq!(proposed["edit"], Value::Null);
        let reason = proposed["refused"].as_str().unwrap();
        assert!(reason.contains(expected), "{locale}: {reason}");
        client.finish();
    }
}

#[test]
fn an_empty_list_of_names_is_filled() {
    let workspace = Workspace::new(&[]);
    workspace.write("names.gazetteer.json", "");
    let (mut client, uri) = begun(&workspace);
    let proposed = new_person(&mut client, &uri, "Сорокинский");
    let changes = proposed["edit"]["documentChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "nothing is made: {proposed}");
    let files = applied(&client, &workspace, &proposed["edit"]);
    let names: Value = serde_json::from_str(&files["names.gazetteer.json"]).unwrap();
    assert_eq!(names["extends"], "builtin");
    client.finish();
}

#[test]
fn plain_changes_are_of_the_documents_as_they_were_opened() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.initialize(with_edits(&workspace, json!({})));
    let uri = workspace.uri("").trim_end_matches('/').to_owned() + "/статья.md";
    client.open(&uri, TEXT);
    let edit = renamed(&mut client, &uri, "Чечерин").expect("an edit");
    let changed: Vec<&String> = edit["changes"].as_object().unwrap().keys().collect();
    assert!(changed.contains(&&uri), "{changed:?}");
    client.finish();
}
