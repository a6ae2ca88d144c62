//! What goes beyond LSP. That answers are as the page says is checked by the client; here it is what they say.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::Workspace;

const TEXT: &str =
    "👩 Чичерин писал. Халилов и Чичерину.\r\n\r\nÇiçerin’in notası bugün geldi ve Tchitcherine’e verildi.\n";

fn started(workspace: &Workspace, encoding: &str) -> (Client, String) {
    let mut client = Client::program(workspace);
    let mut params = everything(workspace, true);
    params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    (client, uri)
}

/// What a step covers, its number and whether it went round.
fn step(client: &mut Client, command: &str, argument: Value) -> (String, u64, bool) {
    let step = client.run(command, argument);
    let uri = step["uri"].as_str().expect("a URI").to_owned();
    let covered = text::covered(client.text(&uri), &step["range"], client.encoding).expect("a range of the text");
    (
        covered,
        step["index"].as_u64().expect("an index"),
        step["wrapped"] == true,
    )
}

#[test]
fn from_mention_to_mention_in_every_encoding() {
    let workspace = Workspace::new(&[]);
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let (mut client, uri) = started(&workspace, encoding);
        let at = |client: &Client, name: &str| client.at(&uri, TEXT.find(name).expect("in the text"));
        let walk = [
            ("Чичерин", "nextMention", ("Чичерину", 2, false)),
            ("Чичерину", "nextMention", ("Çiçerin’in", 3, false)),
            ("Tchitcherine", "nextMention", ("Чичерин", 1, true)),
            ("Чичерин", "previousMention", ("Tchitcherine’e", 4, true)),
            ("Халилов", "nextMention", ("Халилов", 1, true)),
        ];
        for (name, command, (covered, index, wrapped)) in walk {
            let from = at(&client, name);
            let found = step(&mut client, command, from);
            assert_eq!(
                found,
                (covered.to_owned(), index, wrapped),
                "{encoding} {command} from {name}"
            );
        }
        let of_two = client.run("nextMention", at(&client, "Халилов"));
        assert_eq!(
            of_two["title"],
            json!("Халилов (person/halil-kut) / Халилов (person/halil-two)")
        );
        let mut from_nowhere = at(&client, "писал");
        assert_eq!(client.run("nextMention", from_nowhere.clone()), Value::Null);
        from_nowhere["any"] = json!(true);
        let found = step(&mut client, "nextMention", from_nowhere.clone());
        assert_eq!(found, ("Халилов".to_owned(), 2, false), "{encoding}");
        let found = step(&mut client, "previousMention", from_nowhere);
        assert_eq!(found, ("Чичерин".to_owned(), 1, false), "{encoding}");
        client.finish();
    }
}

#[test]
fn the_entities_of_a_text() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16");
    let found = client.run("entities", json!({ "textDocument": { "uri": uri } }));
    assert_eq!((&found["mentions"], &found["ambiguous"]), (&json!(5), &json!(1)));
    let entities = found["entities"].as_array().expect("entities");
    let counts: Vec<_> = entities
        .iter()
        .map(|entity| {
            (
                entity["id"].as_str(),
                entity["count"].as_u64(),
                entity["ambiguous"].as_u64(),
            )
        })
        .collect();
    let expected = [
        (Some("person/georgy-chicherin"), Some(4), Some(0)),
        (Some("person/halil-kut"), Some(0), Some(1)),
        (Some("person/halil-two"), Some(0), Some(1)),
    ];
    assert_eq!(counts, expected);
    let chicherin = &entities[0];
    assert_eq!(
        chicherin["spellings"][0],
        json!({ "language": "ru", "text": "Чичерин", "status": "preferred", "count": 2 })
    );
    let first = text::covered(TEXT, &chicherin["first"], client.encoding);
    assert_eq!(first.as_deref(), Ok("Чичерин"));
    client.finish();
}

#[test]
fn the_counterparts_of_a_name() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16");
    let other = workspace.uri("b.txt");
    // Mostly English, and its Turkish paragraph is not the first.
    let both = "Chicherin came with the others.\n\nChicherin left.\n\nBugün Çiçerin Ankara’ya geldi, herkes sevindi.\n";
    client.open(&other, both);
    let argument = client.at(&uri, TEXT.find("Чичерину").expect("in the text"));
    let found = client.run("counterparts", argument);
    assert_eq!((&found["text"], &found["language"]), (&json!("Чичерину"), &json!("ru")));
    let turkish = &found["counterparts"][0];
    let said =
        ["entity", "language", "text", "form", "status"].map(|member| turkish[member].as_str().unwrap_or_default());
    assert_eq!(
        said,
        ["person/georgy-chicherin", "tr", "Çiçerin", "Çiçerin’e", "preferred"]
    );
    let places: Vec<_> = turkish["places"].as_array().expect("places").iter().collect();
    assert_eq!(places.len(), 2, "the one in the same text as well: {places:?}");
    for place in places {
        let uri = place["uri"].as_str().expect("a URI");
        let covered = text::covered(client.text(uri), &place["range"], client.encoding);
        assert_eq!(covered.as_deref(), Ok("Çiçerin"));
    }
    client.finish();
}

#[test]
fn why_a_word_is_a_name_or_none() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16");
    let explained = |client: &mut Client, word: &str| {
        let argument = client.at(&uri, TEXT.find(word).expect("in the text") + word.len());
        client.run("explain", argument)
    };
    let name = explained(&mut client, "Çiçerin’in");
    assert_eq!(
        (&name["surface"], &name["entity"]),
        (&json!("Çiçerin’in"), &json!("person/georgy-chicherin"))
    );
    let said = name["text"].as_str().expect("a text");
    assert!(
        said.contains("names.gazetteer.json:") && !said.contains(&*workspace.root().to_string_lossy()),
        "{said}"
    );
    let word = explained(&mut client, "notası");
    assert_eq!((&word["surface"], &word["candidates"]), (&json!("notası"), &json!([])));
    let ambiguous = explained(&mut client, "Халилов");
    assert_eq!(ambiguous["candidates"].as_array().map(Vec::len), Some(2));
    assert_eq!(client.run("explain", client.at(&uri, 0)), Value::Null, "between words");
    client.finish();
}

/// Of the beginning of a text more is asked than of the rest: where it ends, a letter may stand across.
#[test]
fn a_long_text_is_explained_too() {
    let workspace = Workspace::new(&[]);
    let (mut client, _) = started(&workspace, "utf-16");
    for shift in ["", "a"] {
        let uri = workspace.uri(&format!("long{shift}.md"));
        let text = format!("{shift} Чичерин писал. {}\n", "ж".repeat(10_000));
        client.open(&uri, &text);
        let explained = client.run("explain", client.at(&uri, text.find("Чичерин").expect("in the text")));
        assert_eq!(explained["surface"], "Чичерин", "{explained}");
    }
    client.finish();
}

#[test]
fn the_page_of_an_entity() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16");
    let argument = client.at(&uri, TEXT.find("Çiçerin").expect("in the text"));
    let here = client.run("showEntity", argument);
    assert_eq!(here["entities"], json!(["person/georgy-chicherin"]));
    let page = here["markdown"].as_str().expect("a page");
    for part in [
        "People's commissar",
        "24 November 1872",
        "4 mentions",
        "Чичериным",
        "deprecated",
        "<https://example.org/chicherin>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("command:"), "{page}");
    let document = json!({ "uri": uri });
    let by_id = client.run(
        "showEntity",
        json!({ "textDocument": document, "entity": "person/georgy-chicherin" }),
    );
    assert_eq!(by_id, here);
    let unknown = client.run(
        "showEntity",
        json!({ "textDocument": document, "entity": "person/nobody" }),
    );
    assert_eq!(unknown, Value::Null);
    let both = client.at(&uri, TEXT.find("Халилов").expect("in the text"));
    assert_eq!(
        client.run("showEntity", both)["entities"].as_array().map(Vec::len),
        Some(2)
    );
    client.finish();
}

#[test]
fn what_is_in_force() {
    let workspace = Workspace::new(&[("onomast.toml", "[severity]\nmisspelling = \"off\"\n")]);
    let (mut client, uri) = started(&workspace, "utf-32");
    let status = client.run("status", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(status["positionEncoding"], json!("utf-32"));
    assert_eq!(
        status["severities"],
        json!([{ "code": "misspelling", "severity": "off" }])
    );
    assert_eq!(status["settings"]["uri"], json!(workspace.uri("onomast.toml")));
    let source = &status["gazetteer"]["sources"][0];
    assert_eq!(
        (&source["uri"], &source["entities"]),
        (&json!(workspace.uri("names.gazetteer.json")), &json!(4))
    );
    let document = &status["document"];
    assert_eq!(
        (&document["role"], &document["format"], &document["mentions"]),
        (&json!("draft"), &json!("plaintext"), &json!(5))
    );
    let bare = client.run("status", json!({}));
    assert_eq!((&bare["document"], &bare["root"]), (&Value::Null, &status["root"]));
    client.finish();
}

#[test]
fn what_does_not_fit_is_refused_and_what_is_not_known_is_null() {
    let workspace = Workspace::new(&[]);
    let (mut client, uri) = started(&workspace, "utf-16");
    let place = client.at(&uri, 0);
    let mut refused = |params: Value| {
        let id = client.ask("workspace/executeCommand", params);
        client.answer(id).expect_err("a refusal").code
    };
    for (name, params) in [
        (
            "unknown",
            json!({ "command": "onomast.server.nothing", "arguments": [place] }),
        ),
        ("not ours", json!({ "command": "editor.save" })),
        ("no argument", json!({ "command": "onomast.server.explain" })),
        (
            "two",
            json!({ "command": "onomast.server.explain", "arguments": [place, place] }),
        ),
        (
            "no object",
            json!({ "command": "onomast.server.explain", "arguments": ["a.txt"] }),
        ),
        (
            "no position",
            json!({ "command": "onomast.server.explain", "arguments": [{ "textDocument": { "uri": uri } }] }),
        ),
        ("no parameters", Value::Null),
    ] {
        assert_eq!(refused(params), -32602, "{name}");
    }
    let elsewhere =
        json!({ "textDocument": { "uri": workspace.uri("b.txt") }, "position": { "line": 0, "character": 0 } });
    for command in [
        "entities",
        "nextMention",
        "previousMention",
        "counterparts",
        "explain",
        "showEntity",
    ] {
        assert_eq!(client.run(command, elsewhere.clone()), Value::Null, "{command}");
    }
    client.finish();
}

#[test]
fn what_is_counted_in_the_whole_project() {
    let workspace = Workspace::new(&[("b.txt", "Çiçerin’in notası. Çiçerin geldi.\n"), ("c.txt", "Ankara.\n")]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["capabilities"]["window"] = json!({ "workDoneProgress": true });
    client.initialize(params);
    client.worked(1);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    let found = client.run("entities", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(
        found["entities"][0]["project"],
        json!({ "mentions": 6, "documents": 2 })
    );
    let at = TEXT.find("Чичерин").expect("in the text");
    let (_, card) = client.hover(&uri, at).expect("a hover");
    let line = card.lines().find(|line| line.starts_with("*In the project:*"));
    let expected = "*In the project:* 6 mentions in 2 texts: Çiçerin 3, Чичерин 2, Tchitcherine 1 (deprecated)  ";
    assert_eq!(line, Some(expected));
    let page = client.run("showEntity", client.at(&uri, at));
    let page = page["markdown"].as_str().expect("a page");
    assert!(page.contains("6 mentions in 2 texts"), "{page}");
    client.finish();
}
