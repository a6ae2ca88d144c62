//! Names while they are typed: when they are offered, and what an item says.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text::covered;
use crate::support::workspace::Workspace;

fn texts(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .filter_map(|item| item["textEdit"]["newText"].as_str())
        .collect()
}

/// Types a text to its end and asks, for the reason of this kind.
fn ask(client: &mut Client, uri: &str, kind: u8) -> Vec<Value> {
    let mut params = client.at(uri, client.text(uri).len());
    params["context"] = json!({ "triggerKind": kind });
    let list = client.request("textDocument/completion", params);
    if !list.is_null() {
        assert_eq!(list["isIncomplete"], json!(true));
    }
    list["items"].as_array().cloned().unwrap_or_default()
}

#[test]
fn names_are_offered_in_the_language_of_the_paragraph_as_they_are_typed() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    let russian = "Вчера посол писал из города, что ";
    client.open(&uri, russian);
    for (typed, expected) in [
        ("chich", &["Чичерин", "Георгий Васильевич Чичерин"][..]),
        ("Анкару", &["Анкару", "Анкара"]),
        ("Georg", &["Георгий Васильевич Чичерин"]),
        ("город", &[]),
    ] {
        let start = client.text(&uri).len();
        client.edit(&uri, start..start, typed);
        let items = ask(&mut client, &uri, 1);
        assert_eq!(texts(&items), expected, "{typed}");
        for item in &items {
            assert_eq!(item["filterText"], json!(typed));
            let range = &item["textEdit"]["range"];
            assert_eq!(covered(client.text(&uri), range, client.encoding).as_deref(), Ok(typed));
        }
        let sorted = items.is_sorted_by_key(|item| item["sortText"].as_str().unwrap_or_default().to_owned());
        assert!(sorted, "{items:?}");
        client.edit(&uri, start..start + typed.len(), "");
    }
    client.finish();
}

#[test]
fn an_editor_that_asks_at_each_letter_is_offered_nothing_on_ordinary_prose() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Вчера посол писал из города, что ");
    let mut typed = |word: &str| {
        let mut offered = Vec::new();
        for letter in word.chars() {
            let end = client.text(&uri).len();
            client.edit(&uri, end..end, &letter.to_string());
            offered = ask(&mut client, &uri, 1);
        }
        let again = ask(&mut client, &uri, 1);
        [offered, again].map(|items| texts(&items).into_iter().next().map(str::to_owned))
    };
    let chicherin = || Some("Чичерин".to_owned());
    assert_eq!(typed("чич"), [None, chicherin()], "small letters are asked for by hand");
    assert_eq!(typed(" и Чич"), [chicherin(), chicherin()], "a capital begins a name");
    assert_eq!(typed(" и анка"), [None, Some("Анкара".to_owned())]);
    client.finish();
}

#[test]
fn a_suffix_is_offered_behind_its_apostrophe_and_only_behind_a_name() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Dün elçi şehirden yazdı, çünkü Ankara'");
    let triggers = &client.server_capabilities["completionProvider"]["triggerCharacters"];
    assert_eq!(*triggers, json!(["’", "'", "\"", "/"]));
    let items = ask(&mut client, &uri, 2);
    assert_eq!(texts(&items)[..3], ["Ankara'nın", "Ankara'ya", "Ankara'yı"]);
    let end = client.text(&uri).len();
    client.edit(&uri, end..end, "d");
    let items = ask(&mut client, &uri, 3);
    assert_eq!(texts(&items)[..3], ["Ankara'da", "Ankara'dan", "Ankara'daki"]);
    let start = end - "Ankara'".len();
    client.edit(&uri, start..end + 1, "elçi'");
    assert_eq!(ask(&mut client, &uri, 2), [] as [Value; 0]);
    client.finish();
}

#[test]
fn an_item_says_what_it_is_and_its_card_comes_when_asked_for() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["capabilities"]["textDocument"]["completion"] = json!({
        "completionItem": {
            "documentationFormat": ["markdown"], "labelDetailsSupport": true, "insertReplaceSupport": true,
            "resolveSupport": { "properties": ["documentation"] }, "tagSupport": { "valueSet": [1] },
        },
        "completionItemKind": { "valueSet": [1, 6] },
        "contextSupport": true,
    });
    params["locale"] = json!("ru");
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Dün elçi şehirden yazdı, çünkü Tchi");
    let items = ask(&mut client, &uri, 1);
    assert_eq!(texts(&items), ["Çiçerin", "Georgiy Vasilyeviç Çiçerin", "Tchitcherine"]);
    let first = &items[0];
    assert_eq!(first["detail"], json!("лицо · Георгий Васильевич Чичерин"));
    assert_eq!(first["labelDetails"]["description"], json!("лицо"));
    assert_eq!((&first["kind"], first.get("documentation")), (&json!(6), None));
    assert_eq!(items[2]["tags"], json!([1]));
    assert_eq!(first.get("tags"), None);
    let resolved = client.request("completionItem/resolve", first.clone());
    let card = resolved["documentation"]["value"].as_str().unwrap_or_default();
    assert!(card.contains("**Георгий Васильевич Чичерин**"), "{card}");
    let unknown = json!({ "label": "x", "data": { "of": "another server" } });
    assert_eq!(client.request("completionItem/resolve", unknown.clone()), unknown);
    client.finish();
}

#[test]
fn a_client_that_asks_for_nothing_more_gets_all_at_once() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Вчера посол писал из города, что Чичерины");
    let items = ask(&mut client, &uri, 1);
    let first = &items[0];
    assert_eq!(first["textEdit"]["newText"], json!("Чичериным"));
    let detail = first["detail"].as_str().unwrap_or_default();
    assert!(detail.ends_with("· instrumental or dative plural"), "{detail}");
    let card = first["documentation"]["value"].as_str().unwrap_or_default();
    assert!(
        card.contains("People's commissar") && first.get("data").is_none(),
        "{first}"
    );
    client.finish();
}

#[test]
fn the_card_of_an_item_counts_the_project() {
    let workspace = Workspace::new(&[("b.txt", "Ankara. Ankara.\n"), ("c.txt", "Анкара.\n")]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["capabilities"]["textDocument"]["completion"] = json!({
        "completionItem": { "documentationFormat": ["plaintext"], "resolveSupport": { "properties": ["documentation"] } },
    });
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Dün elçi şehirden yazdı, çünkü Ank");
    let items = ask(&mut client, &uri, 1);
    client.until(|client| {
        let resolved = client.request("completionItem/resolve", items[0].clone());
        let card = resolved["documentation"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        card.contains("3 mentions in 2 texts").then_some(()).ok_or(card)
    });
    client.finish();
}

#[test]
fn nobody_waits_for_the_names_of_a_large_gazetteer() {
    let workspace = Workspace::new(&[]);
    std::fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Вчера посол писал из города, что Чиче");
    client.until(|client| {
        let items = ask(client, &uri, 1);
        let offered = texts(&items).contains(&"Чичерин");
        offered.then_some(()).ok_or(format!("{items:?}"))
    });
    client.finish();
}
