//! Actions and renames, as clients of different abilities get them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::Workspace;

const TEXT: &str =
    "Tchitcherine’in mektubu geldi.\nSonra Tchitcherine’e yazdılar.\n\n> Tchitcherine’in sözü bugün de hatırlanıyor.\n";
const OTHER: &str = "Dün Tchitcherine’le konuşuldu.\n";

/// What a client says of edits.
pub(super) fn with_edits(workspace: &Workspace, edits: Value) -> Value {
    let mut params = everything(workspace, true);
    params["capabilities"]["workspace"]["workspaceEdit"] = edits;
    params["capabilities"]["textDocument"]["codeAction"] = json!({
        "dataSupport": true, "resolveSupport": { "properties": ["edit"] }, "isPreferredSupport": true,
        "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor", "source"] } },
    });
    params["capabilities"]["window"] = json!({ "workDoneProgress": true });
    params["capabilities"]["textDocument"]["rename"] = json!({ "prepareSupport": true });
    params
}

pub(super) fn all() -> Value {
    json!({
        "documentChanges": true, "resourceOperations": ["create"], "changeAnnotationSupport": {},
    })
}

fn started(edits: Value) -> (Client, Workspace, String) {
    let workspace = Workspace::new(&[("b.md", OTHER)]);
    workspace.write("onomast.toml", "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\n");
    let mut client = Client::program(&workspace);
    client.initialize(with_edits(&workspace, edits));
    client.worked(1);
    let uri = workspace.uri("a.md");
    client.open(&uri, TEXT);
    (client, workspace, uri)
}

fn actions(client: &mut Client, uri: &str, at: usize) -> Vec<Value> {
    let place = client.at(uri, at);
    let range = json!({ "start": place["position"], "end": place["position"] });
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let found = client.request("textDocument/codeAction", params);
    found.as_array().cloned().unwrap_or_default()
}

fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str() == Some(title));
    found.unwrap_or_else(|| {
        let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
        panic!("no {title}: {titles:?}")
    })
}

/// The edit of an action, worked out where it has none yet.
fn edit_of(client: &mut Client, action: &Value) -> Value {
    match action.get("edit") {
        Some(edit) => edit.clone(),
        None => client.request("codeAction/resolve", action.clone())["edit"].clone(),
    }
}

/// The files that an edit makes of those that are there.
pub(super) fn applied(client: &Client, workspace: &Workspace, edit: &Value) -> BTreeMap<String, String> {
    let plain = edit["changes"].as_object().into_iter().flatten();
    let plain = plain.map(|(uri, edits)| (uri.clone(), edits.as_array().cloned().unwrap_or_default()));
    let versioned = edit["documentChanges"].as_array().into_iter().flatten();
    let versioned = versioned.filter_map(|one| {
        let uri = one["textDocument"]["uri"].as_str()?;
        Some((uri.to_owned(), one["edits"].as_array().cloned().unwrap_or_default()))
    });
    let mut files = BTreeMap::new();
    for (uri, edits) in plain.chain(versioned) {
        let name = uri.rsplit('/').next().unwrap().to_owned();
        let before = match client.is_open(&uri) {
            true => client.text(&uri).to_owned(),
            false => std::fs::read_to_string(workspace.path(&name)).unwrap_or_default(),
        };
        files.insert(name, text::edited(&before, &edits, client.encoding));
    }
    files
}

#[test]
fn a_finding_has_its_fix_and_the_text_all_of_them() {
    let (mut client, workspace, uri) = started(all());
    let found = actions(&mut client, &uri, 0);
    let fix = titled(&found, "Replace by “Çiçerin’in”");
    assert_eq!((&fix["kind"], &fix["isPreferred"]), (&json!("quickfix"), &json!(true)));
    let files = applied(&client, &workspace, &fix["edit"]);
    assert!(
        files["a.md"].starts_with("Çiçerin’in mektubu geldi.\nSonra Tchitcherine’e"),
        "{files:?}"
    );
    let every = titled(&found, "Fix all misspelt and deprecated names of this text");
    assert_eq!(every["kind"], "source.fixAll.onomast");
    assert!(
        every.get("edit").is_none(),
        "it is worked out when it is chosen: {every}"
    );
    let edit = edit_of(&mut client, every);
    let files = applied(&client, &workspace, &edit);
    assert_eq!(
        files["a.md"],
        TEXT.replacen("Tchitcherine", "Çiçerin", 2),
        "the quotation stays"
    );
    client.finish();
}

/// Such clients make every edit unasked: other people's words stay as they are.
#[test]
fn without_annotations_the_words_of_others_stay() {
    for edits in [json!({ "documentChanges": true }), json!({})] {
        let (mut client, workspace, uri) = started(edits);
        let found = actions(&mut client, &uri, 0);
        let action = titled(&found, "“Tchitcherine” → “Çiçerin” everywhere in this text");
        let edit = edit_of(&mut client, action);
        let files = applied(&client, &workspace, &edit);
        assert_eq!(files["a.md"], TEXT.replacen("Tchitcherine", "Çiçerin", 2));
        client.finish();
    }
}

/// Some clients ask about every action; what asks before it changes a quotation does so still.
#[test]
fn an_action_that_has_its_edit_is_worked_out_as_it_was() {
    let (mut client, _workspace, uri) = started(all());
    let found = actions(&mut client, &uri, TEXT.rfind("Tchitcherine").expect("in the text"));
    let is_annotated = |action: &&Value| action["edit"].to_string().contains("annotationId");
    let annotated = found.iter().find(is_annotated).expect("a change in a quotation");
    assert_eq!(&client.request("codeAction/resolve", annotated.clone()), annotated);
    client.finish();
}

#[test]
fn a_quotation_asks_first_where_the_client_can() {
    let (mut client, workspace, uri) = started(all());
    let found = actions(&mut client, &uri, 0);
    let title = "“Tchitcherine” → “Çiçerin” everywhere in this text";
    let edit = &edit_of(&mut client, titled(&found, title));
    assert_eq!(
        edit["changeAnnotations"]["quotation"]["needsConfirmation"], true,
        "{edit}"
    );
    let files = applied(&client, &workspace, edit);
    assert_eq!(files["a.md"], TEXT.replace("Tchitcherine", "Çiçerin"));
    // Over the project, when it is chosen: the closed file too.
    let later = titled(&found, "“Tchitcherine” → “Çiçerin” everywhere in the project").clone();
    let resolved = client.request("codeAction/resolve", later);
    let files = applied(&client, &workspace, &resolved["edit"]);
    assert_eq!(files["b.md"], "Dün Çiçerin’le konuşuldu.\n", "{files:?}");
    client.finish();
}

/// Also over the project, and by rename.
#[test]
fn decisions_go_with_the_words_that_an_edit_changes() {
    let (mut client, workspace, uri) = started(all());
    let line = |quote: &str, before: &str, after: &str| {
        let line = json!({ "path": "a.md", "quote": quote, "before": before, "after": after, "kind": "zone", "zone": "narration" });
        format!("{line}\n")
    };
    let decision = line("Tchitcherine", "> ", "’in sözü bugün de");
    workspace.write("onomast.decisions.jsonl", &decision);
    let changed = json!({ "changes": [{ "uri": workspace.uri("onomast.decisions.jsonl"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", changed);
    let quoted = TEXT.find("> ").unwrap() + 2;
    let found = actions(&mut client, &uri, quoted);
    for title in [
        "Replace by “Çiçerin’in”",
        "“Tchitcherine” → “Çiçerin” everywhere in this text",
        "Fix all misspelt and deprecated names of this text",
    ] {
        let edit = edit_of(&mut client, titled(&found, title));
        let files = applied(&client, &workspace, &edit);
        assert!(
            files["onomast.decisions.jsonl"].contains("\"quote\":\"Çiçerin\""),
            "{title}: {files:?}"
        );
    }
    let place = client.at(&uri, quoted);
    let params = json!({ "textDocument": { "uri": uri }, "position": place["position"], "newName": "Çiçerin" });
    let renamed = client.request("textDocument/rename", params);
    let files = applied(&client, &workspace, &renamed);
    let decided: Value = serde_json::from_str(files["onomast.decisions.jsonl"].trim_end()).unwrap();
    assert_eq!(
        (&decided["quote"], &decided["zone"]),
        (&json!("Çiçerin"), &json!("narration")),
        "{files:?}"
    );
    assert!(files["a.md"].contains("> Çiçerin’in"), "{files:?}");
    client.finish();
}

#[test]
fn decisions_are_lines_of_their_file() {
    let (mut client, workspace, uri) = started(all());
    let found = actions(&mut client, &uri, 0);
    let edit = &titled(&found, "This is no name")["edit"];
    assert_eq!(edit["documentChanges"][0]["kind"], "create");
    let files = applied(&client, &workspace, edit);
    let line: Value = serde_json::from_str(files["onomast.decisions.jsonl"].trim_end()).unwrap();
    assert_eq!(
        (&line["kind"], &line["quote"], &line["path"]),
        (&json!("not-a-name"), &json!("Tchitcherine"), &json!("a.md"))
    );
    let ignore = titled(&found, "Ignore this finding (deprecated-spelling)");
    assert!(
        applied(&client, &workspace, &ignore["edit"])["onomast.decisions.jsonl"]
            .contains("\"code\":\"deprecated-spelling\"")
    );
    client.finish();
}

#[test]
fn a_quotation_that_is_none_is_said_to_be_none() {
    let (mut client, workspace, uri) = started(all());
    let found = actions(&mut client, &uri, TEXT.rfind("Tchitcherine").unwrap());
    let edit = &titled(&found, "This is no quotation but the author’s own words")["edit"];
    let files = applied(&client, &workspace, edit);
    let line: Value = serde_json::from_str(files["onomast.decisions.jsonl"].trim_end()).unwrap();
    assert_eq!((&line["kind"], &line["zone"]), (&json!("zone"), &json!("narration")));
    // Selected words of the author can be said to be a quotation.
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 30 } });
    let found = client.request(
        "textDocument/codeAction",
        json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } }),
    );
    let found: Vec<Value> = found.as_array().unwrap().clone();
    let edit = &titled(&found, "This is quoted: the words of others")["edit"];
    let files = applied(&client, &workspace, edit);
    assert!(files["onomast.decisions.jsonl"].contains("\"zone\":\"quotation\""));
    client.finish();
}

#[test]
fn a_client_without_versions_gets_plain_changes_and_no_new_files() {
    let (mut client, workspace, uri) = started(json!({ "resourceOperations": ["create"] }));
    let found = actions(&mut client, &uri, 0);
    let fix = &titled(&found, "Replace by “Çiçerin’in”")["edit"];
    assert!(fix["documentChanges"].is_null());
    assert!(applied(&client, &workspace, fix)["a.md"].starts_with("Çiçerin’in"));
    let makes = |action: &Value| action["title"].as_str().is_some_and(|title| title.contains("no name"));
    assert!(!found.iter().any(makes), "the file of decisions cannot be made");
    client.finish();
}

#[test]
fn a_name_is_written_anew_everywhere() {
    let (mut client, workspace, uri) = started(all());
    let mut place = client.at(&uri, TEXT.find("Tchitcherine’e").unwrap());
    let prepared = client.request("textDocument/prepareRename", place.clone());
    assert_eq!(prepared["placeholder"], "Tchitcherine");
    // Another spelling of the name: the gazetteer keeps both.
    place["newName"] = json!("Çiçerin");
    let edit = client.request("textDocument/rename", place.clone());
    let files = applied(&client, &workspace, &edit);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["a.md", "b.md"], "{files:?}");
    // A new one: in the gazetteer as well.
    place["newName"] = json!("Chicherin");
    let edit = client.request("textDocument/rename", place.clone());
    let files = applied(&client, &workspace, &edit);
    assert!(
        files["names.gazetteer.json"].contains("\"text\": \"Chicherin\", \"status\": \"deprecated\""),
        "{files:?}"
    );
    assert!(files["a.md"].contains("Sonra Chicherin’e yazdılar"), "{files:?}");
    for (name, reason) in [
        ("Ankara", "a name of place/ankara"),
        ("Tchitcherine", "how it is spelled"),
        (" ", "no spelling"),
    ] {
        place["newName"] = json!(name);
        let id = client.ask("textDocument/rename", place.clone());
        let refusal = client.answer(id).expect_err("refused");
        assert!(refusal.message.contains(reason), "{name}: {}", refusal.message);
    }
    client.finish();
}

#[test]
fn in_a_full_name_the_word_under_the_cursor_is_renamed() {
    let (mut client, workspace, uri) = started(all());
    let text = "Dün Georgiy Vasilyeviç Çiçerin’in mektubu geldi. G. V. Çiçerin’e yazdılar.\n";
    client.edit(&uri, 0..TEXT.len(), text);
    let mut place = client.at(&uri, text.find("Çiçerin").unwrap() + 2);
    let prepared = client.request("textDocument/prepareRename", place.clone());
    let start = text.find("Çiçerin").unwrap();
    let surname = text::range(text, start..start + "Çiçerin".len(), client.encoding);
    assert_eq!(
        (&prepared["placeholder"], &prepared["range"]),
        (&json!("Çiçerin"), &surname)
    );
    place["newName"] = json!("Çitçerin");
    let edit = client.request("textDocument/rename", place);
    let files = applied(&client, &workspace, &edit);
    assert_eq!(
        files["a.md"],
        text.replace("Çiçerin", "Çitçerin"),
        "the given name and the initials stay"
    );
    // The full name from its first word: the initials follow.
    let mut place = client.at(&uri, text.find("Georgiy").unwrap());
    let prepared = client.request("textDocument/prepareRename", place.clone());
    assert_eq!(prepared["placeholder"], "Georgiy Vasilyeviç Çiçerin");
    place["newName"] = json!("Yorgi Vasilyeviç Çiçerin");
    let edit = client.request("textDocument/rename", place);
    let files = applied(&client, &workspace, &edit);
    assert_eq!(
        files["a.md"],
        text.replace("Georgiy", "Yorgi").replace("G. V.", "Y. V.")
    );
    assert!(
        files["names.gazetteer.json"].contains("Yorgi Vasilyeviç Çiçerin"),
        "{files:?}"
    );
    client.finish();
}

/// A spelling that the project’s own file repeats is in the built-in gazetteer still, under its old name.
#[test]
fn a_spelling_that_two_layers_have_is_renamed_in_both() {
    let workspace = Workspace::new(&[]);
    workspace.write("onomast.toml", "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\n");
    let names = r#"{ "onomast": 1, "extends": "builtin", "entities": [{ "id": "person/georgy-chicherin", "names": [
        { "part": "surname", "spellings": { "tr": ["Çiçerin", "Çicerin"] } } ] }] }"#;
    workspace.write("names.gazetteer.json", names);
    let mut client = Client::program(&workspace);
    client.initialize(with_edits(&workspace, all()));
    let uri = workspace.uri("a.md");
    client.open(&uri, "Çiçerin’in mektubu. Georgiy Vasilyeviç Çiçerin geldi.\n");
    let mut place = client.at(&uri, 0);
    place["newName"] = json!("Çitçerin");
    let edit = client.request("textDocument/rename", place);
    let files = applied(&client, &workspace, &edit);
    assert_eq!(
        files["a.md"],
        "Çitçerin’in mektubu. Georgiy Vasilyeviç Çitçerin geldi.\n"
    );
    let own: Value = serde_json::from_str(&files["names.gazetteer.json"]).unwrap();
    let names = own["entities"][0]["names"].as_array().unwrap();
    let spelled = |part: &str| {
        let is_it = |name: &&Value| name["part"].as_str().unwrap_or("full") == part;
        names.iter().find(is_it).unwrap()["spellings"]["tr"].clone()
    };
    let off = |text: &str| json!({ "text": text, "status": "off" });
    let preferred = |text: &str| json!({ "text": text, "status": "preferred" });
    let surnames = json!([preferred("Çitçerin"), "Çicerin", off("Çiçerin")]);
    assert_eq!(spelled("surname"), surnames, "{own}");
    let full = [
        preferred("Georgiy Vasilyeviç Çitçerin"),
        off("Georgiy Vasilyeviç Çiçerin"),
    ];
    assert_eq!(spelled("full"), json!(full), "{own}");
    client.finish();
}

/// What stands in a title is not changed by a rename, and is a name of the same bearer still.
#[test]
fn a_spelling_that_stays_in_a_title_stays_in_the_gazetteer() {
    const QUOTING: &str = "Çiçerin’in mektubu. Elinde “Yıllar Sonra Çiçerin” kitabı vardı.\n";
    for (names, known) in [
        (
            r#"{ "onomast": 1, "extends": "builtin", "entities": [] }"#,
            json!([
                { "text": "Çitçerin", "status": "preferred" },
                { "text": "Çiçerin", "status": "accepted" },
            ]),
        ),
        (
            r#"{ "onomast": 1, "entities": [{ "id": "person/georgy-chicherin", "names": [
                { "part": "surname", "spellings": { "tr": ["Çiçerin"] } }] }] }"#,
            json!(["Çitçerin", { "text": "Çiçerin", "status": "accepted" }]),
        ),
    ] {
        let workspace = Workspace::new(&[("names.gazetteer.json", names)]);
        let mut client = Client::program(&workspace);
        client.initialize(with_edits(&workspace, all()));
        let uri = workspace.uri("a.txt");
        client.open(&uri, QUOTING);
        let mut place = client.at(&uri, 0);
        place["newName"] = json!("Çitçerin");
        let edit = client.request("textDocument/rename", place);
        let files = applied(&client, &workspace, &edit);
        assert_eq!(files["a.txt"], QUOTING.replacen("Çiçerin", "Çitçerin", 1));
        let own: Value = serde_json::from_str(&files["names.gazetteer.json"]).unwrap();
        let names = own["entities"][0]["names"].as_array().unwrap();
        let surname = names.iter().find(|name| name["part"] == "surname").unwrap();
        assert_eq!(surname["spellings"]["tr"], known, "{own}");
        client.finish();
    }
}

#[test]
fn a_replacement_is_refused_with_a_reason() {
    let (mut client, _workspace, uri) = started(all());
    for (text, reason) in [
        ("Ankara", "a name of place/ankara"),
        ("Tchitcherine", "how it is spelled"),
        (" ", "no spelling"),
        ("Cicerin", "calls “Cicerin” a misspelling"),
        ("G. V. Çitçerin", "leave out “G”"),
    ] {
        let mut argument = client.at(&uri, 0);
        argument["text"] = json!(text);
        let params = json!({ "command": "onomast.server.replace", "arguments": [argument] });
        let id = client.ask("workspace/executeCommand", params);
        let refusal = client.answer(id).expect_err("refused");
        assert!(refusal.message.contains(reason), "{text}: {}", refusal.message);
    }
    client.finish();
}

#[test]
fn what_is_almost_a_name_becomes_a_spelling_of_it() {
    let (mut client, workspace, uri) = started(all());
    let text = "Dün Çiçerrin’in mektubu geldi.\n";
    client.edit(&uri, 0..TEXT.len(), text);
    let found = actions(&mut client, &uri, text.find("Çiçerrin").unwrap());
    for (title, entry) in [
        (
            "“Çiçerrin” is another spelling of “Çiçerin”: add it to the gazetteer",
            "\"Çiçerrin\"",
        ),
        (
            "“Çiçerrin” is a misspelling of “Çiçerin”: add it to the gazetteer",
            "{ \"text\": \"Çiçerrin\", \"status\": \"misspelling\" }",
        ),
    ] {
        let files = applied(&client, &workspace, &titled(&found, title)["edit"]);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["names.gazetteer.json"]);
        let names = &files["names.gazetteer.json"];
        assert!(names.contains(entry), "{title}: {names}");
    }
    client.finish();
}

#[test]
fn the_built_in_gazetteer_is_laid_over() {
    // A project that has no list of names of its own.
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).unwrap();
    workspace.write("onomast.toml", "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\n");
    let mut client = Client::program(&workspace);
    client.initialize(with_edits(&workspace, all()));
    let uri = workspace.uri("a.md");
    let text = "Çiçerin’in mektubu geldi. Çiçerrin’e yazdılar.\n";
    client.open(&uri, text);
    let found = actions(&mut client, &uri, text.find("Çiçerrin").unwrap());
    let added = titled(
        &found,
        "“Çiçerrin” is a misspelling of “Çiçerin”: add it to the gazetteer",
    );
    let files = applied(&client, &workspace, &added["edit"]);
    let overlay: Value = serde_json::from_str(&files["names.gazetteer.json"]).unwrap();
    assert_eq!(overlay["extends"], "builtin", "{overlay}");
    assert_eq!(overlay["entities"][0]["id"], "person/georgy-chicherin", "{overlay}");
    // A name of the built-in gazetteer is renamed in an overlay, where the old spelling is off.
    let mut place = client.at(&uri, 0);
    place["newName"] = json!("Çitçerin");
    let edit = client.request("textDocument/rename", place);
    // Made first: all changes to texts are then one step to VS Code, which it can take back.
    assert_eq!(edit["documentChanges"][0]["kind"], "create", "{edit}");
    let files = applied(&client, &workspace, &edit);
    assert!(files["a.md"].starts_with("Çitçerin’in mektubu"), "{files:?}");
    let overlay = &files["names.gazetteer.json"];
    assert!(
        overlay.contains("{ \"text\": \"Çiçerin\", \"status\": \"off\" }") && overlay.contains("\"Çitçerin\""),
        "{overlay}"
    );
    client.finish();
}

#[test]
fn the_command_says_what_it_leaves() {
    let (mut client, workspace, uri) = started(all());
    let mut argument = client.at(&uri, 0);
    argument["text"] = json!("Çiçerin");
    let answer = client.run("replace", argument);
    assert_eq!(
        (&answer["changed"], &answer["left"]["quotation"]),
        (&json!(3), &json!(1))
    );
    assert_eq!(answer["summary"], "changed 3; left 1 in quotations");
    let files = applied(&client, &workspace, &answer["edit"]);
    assert!(files["a.md"].contains("> Tchitcherine’in"), "{files:?}");
    client.finish();
}

/// Renamed, a spelling is gone from the gazetteer; replaced, it stays, for what is left has it still.
#[test]
fn a_replaced_spelling_stays_in_the_gazetteer() {
    let (mut client, workspace, uri) = started(all());
    let mut argument = client.at(&uri, 0);
    argument["text"] = json!("Çitçerin");
    let answer = client.run("replace", argument);
    assert_eq!(answer["left"]["quotation"], 1, "{answer}");
    let files = applied(&client, &workspace, &answer["edit"]);
    let names = &files["names.gazetteer.json"];
    assert!(names.contains("\"Çitçerin\"") && !names.contains("\"off\""), "{names}");
    client.finish();
}

#[test]
fn a_selection_becomes_an_entry_at_its_sorted_place() {
    let workspace = Workspace::new(&[]);
    workspace.write("onomast.toml", "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\n");
    let mut client = Client::program(&workspace);
    client.initialize(with_edits(&workspace, all()));
    let uri = workspace.uri("a.md");
    let text = "O gün Kastamonu çok soğuktu.\n";
    client.open(&uri, text);
    let start = text.find("Kastamonu").unwrap();
    let range = text::range(text, start..start + "Kastamonu".len(), client.encoding);
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let found = client.request("textDocument/codeAction", params);
    let found = found.as_array().cloned().unwrap_or_default();
    let title = "New place in the gazetteer: Kastamonu = Кастамону (Kastamonu’nun, Kastamonu’ya, Kastamonu’yu…)";
    let edit = &titled(&found, title)["edit"];
    let files = applied(&client, &workspace, edit);
    let names = &files["names.gazetteer.json"];
    assert!(
        names.find("place/ankara").unwrap() < names.find("place/kastamonu").unwrap(),
        "{names}"
    );
    let mut argument =
        json!({ "textDocument": { "uri": uri }, "text": "Kastamonu", "language": "tr", "type": "place" });
    argument["spellings"] = json!([{ "language": "ru", "text": "Кастамону-город" }]);
    let proposed = client.run("newEntity", argument);
    assert_eq!(proposed["id"], "place/kastamonu");
    let files = applied(&client, &workspace, &proposed["edit"]);
    assert!(files["names.gazetteer.json"].contains("Кастамону-город"), "{files:?}");
    assert!(
        proposed["forms"].as_array().unwrap().contains(&json!("Kastamonu’da")),
        "{proposed}"
    );
    client.finish();
}

#[test]
fn a_form_is_asked_for_its_dictionary_forms() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut capabilities = with_edits(&workspace, all());
    capabilities["capabilities"]["textDocument"]["codeAction"]["disabledSupport"] = json!(true);
    client.initialize(capabilities);
    let uri = workspace.uri("a.md");
    let text = "Zanzibar\n";
    client.open(&uri, text);
    let mut argument =
        json!({ "textDocument": { "uri": uri }, "text": "Укропову", "language": "ru", "type": "person" });
    let masculine = json!({ "text": "Укропов", "gender": "masculine" });
    let feminine = json!({ "text": "Укропова", "gender": "feminine" });
    assert_eq!(
        client.run("newEntity", argument.clone())["nominatives"],
        json!([masculine, feminine])
    );
    argument["gender"] = json!("feminine");
    assert_eq!(client.run("newEntity", argument)["nominatives"], json!([feminine]));
    // Nobody knows in which language a single word of Latin letters is.
    let range = text::range(text, 0..8, client.encoding);
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let found = client.request("textDocument/codeAction", params);
    let refused = titled(found.as_array().unwrap(), "New entry in the gazetteer");
    assert!(
        refused["disabled"]["reason"].as_str().unwrap().contains("language"),
        "{found}"
    );
    client.finish();
}

#[test]
fn a_decision_can_be_made_by_command() {
    let (mut client, workspace, uri) = started(all());
    let mut argument = client.at(&uri, 0);
    argument["kind"] = json!("is");
    argument["entity"] = json!("person/georgy-chicherin");
    let decided = client.run("decide", argument.clone());
    assert_eq!(
        applied(&client, &workspace, &decided["edit"])["onomast.decisions.jsonl"].trim_end(),
        decided["line"]
    );
    argument["entity"] = json!("person/nobody");
    assert_eq!(client.run("decide", argument), Value::Null);
    client.finish();
}
