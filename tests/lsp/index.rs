//! The project beyond the open document: references, counterparts, definitions into closed files, and how the index is
//! made.

use onomast::lsp::{Limits, Options};
use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::Workspace;

/// Parameters of a client that sees how far the work is.
pub(super) fn watching_work(workspace: &Workspace) -> Value {
    let mut params = everything(workspace, true);
    params["capabilities"]["window"] = json!({ "workDoneProgress": true });
    params
}

/// A client for which all of the workspace is in the index.
fn indexed(workspace: &Workspace) -> Client {
    let mut client = Client::program(workspace);
    client.initialize(watching_work(workspace));
    client.worked(1);
    client
}

/// `name:line:covered` of each location, read from disk or from what is open.
fn drawn(client: &Client, workspace: &Workspace, locations: &Value) -> Vec<String> {
    let draw = |location: &Value| {
        let uri = location
            .get("targetUri")
            .unwrap_or(&location["uri"])
            .as_str()
            .expect("a uri");
        let range = location.get("targetRange").unwrap_or(&location["range"]);
        let name = uri.strip_prefix(&workspace.uri("")).expect("in the workspace");
        let on_disk = || std::fs::read_to_string(workspace.path(name)).expect("a file");
        let open = client.is_open(uri).then(|| client.text(uri).to_owned());
        let covered =
            text::covered(&open.unwrap_or_else(on_disk), range, client.encoding).expect("a range of the text");
        format!("{name}:{}:{covered}", range["start"]["line"])
    };
    locations.as_array().into_iter().flatten().map(draw).collect()
}

fn ask(client: &mut Client, method: &str, uri: &str, at: usize) -> Value {
    let mut params = client.at(uri, at);
    params["context"] = json!({ "includeDeclaration": true });
    client.request(method, params)
}

pub(super) fn references(client: &mut Client, workspace: &Workspace, uri: &str, at: usize) -> Vec<String> {
    let found = ask(client, "textDocument/references", uri, at);
    drawn(client, workspace, &found)
}

const FILES: &[(&str, &str)] = &[
    (
        "a.md",
        "# Нота\n\nЧичерина ждали. Георгию Васильевичу Чичерину писали.\n",
    ),
    ("deep/b.txt", "👩 Çiçerin’in notası, Tchitcherine.\n"),
    ("deep/c.txt", "Анкара и Карс.\n"),
    ("other/names.gazetteer.json", crate::support::workspace::GAZETTEER),
    ("other/d.txt", "Чичерин в другом проекте.\n"),
    ("build/e.txt", "Чичерин не для чтения.\n"),
    (".ignore", "build\n"),
    ("onomast.toml", "[[documents]]\nfiles = ['old/*']\nrole = 'ignore'\n"),
    ("old/f.txt", "Чичерин вне проекта.\n"),
];

#[test]
fn references_are_of_the_whole_project_and_of_no_other() {
    let workspace = Workspace::new(FILES);
    let mut client = indexed(&workspace);
    let all = [
        "a.md:2:Чичерина",
        "a.md:2:Георгию Васильевичу Чичерину",
        "deep/b.txt:0:Çiçerin",
        "deep/b.txt:0:Tchitcherine",
        "new.txt:0:Чичерин",
    ];
    let uri = workspace.uri("new.txt");
    client.open(&uri, "Чичерин, Ankara.\n");
    assert_eq!(references(&mut client, &workspace, &uri, 0), all);
    // What is typed counts at once, and instead of what is on disk.
    let b = workspace.uri("deep/b.txt");
    client.open(&b, FILES[1].1);
    client.edit(&b, 0..0, "Чичерину.\n");
    let found = references(&mut client, &workspace, &uri, 0);
    assert_eq!(
        found[2..5],
        [
            "deep/b.txt:0:Чичерину",
            "deep/b.txt:1:Çiçerin",
            "deep/b.txt:1:Tchitcherine"
        ]
    );
    client.close(&b);
    assert_eq!(references(&mut client, &workspace, &uri, 0), all);
    let at = client.text(&uri).find(',').expect("behind the name") + 1;
    assert_eq!(
        references(&mut client, &workspace, &uri, at),
        Vec::<String>::new(),
        "off a name"
    );
    client.finish();
}

#[test]
fn references_without_the_declaration() {
    let workspace = Workspace::new(FILES);
    let mut client = indexed(&workspace);
    let uri = workspace.uri("a.md");
    client.open(&uri, FILES[0].1);
    let mut ask = |uri: &str, at: usize| {
        let mut params = client.at(uri, at);
        params["context"] = json!({ "includeDeclaration": false });
        let found = client.request("textDocument/references", params);
        drawn(&client, &workspace, &found)
    };
    let without_the_first_here = [
        "a.md:2:Георгию Васильевичу Чичерину",
        "deep/b.txt:0:Çiçerin",
        "deep/b.txt:0:Tchitcherine",
    ];
    for word in ["Чичерина", "Чичерину"] {
        let at = FILES[0].1.find(word).expect("in the text");
        assert_eq!(ask(&uri, at), without_the_first_here, "{word}");
    }
    // An entry has no declaration: `textDocument/declaration` leads nowhere from there.
    let names = workspace.uri("names.gazetteer.json");
    client.open(&names, crate::support::workspace::GAZETTEER);
    let at = crate::support::workspace::GAZETTEER
        .find("person/georgy")
        .expect("an id");
    let mut params = client.at(&names, at);
    params["context"] = json!({ "includeDeclaration": false });
    let found = client.request("textDocument/references", params);
    assert_eq!(drawn(&client, &workspace, &found).len(), 4);
    client.finish();
}

#[test]
fn a_file_that_has_changed_unseen_is_read_again_when_it_is_asked_for() {
    let workspace = Workspace::new(FILES);
    let mut client = indexed(&workspace);
    let uri = workspace.uri("new.txt");
    client.open(&uri, "Чичерин.\n");
    workspace.write("a.md", "Сначала\nничего, потом Чичерину.\n");
    std::fs::remove_file(workspace.path("deep/b.txt")).expect("a file");
    for _ in 0..2 {
        assert_eq!(
            references(&mut client, &workspace, &uri, 0),
            ["a.md:1:Чичерину", "new.txt:0:Чичерин"]
        );
    }
    client.finish();
}

#[test]
fn a_text_that_was_never_saved_counts_until_it_is_closed() {
    let workspace = Workspace::new(FILES);
    let mut client = indexed(&workspace);
    let (a, unsaved) = (workspace.uri("a.md"), "untitled:Untitled-1");
    client.open(&a, FILES[0].1);
    client.open(unsaved, "Çiçerin’in notası.\n");
    let named = FILES[0].1.find("Чичерина").expect("a name");
    let all = ask(&mut client, "textDocument/references", &a, named);
    assert_eq!(all.as_array().map(Vec::len), Some(5));
    client.close(unsaved);
    client.until(|client| {
        let entities = client.run("entities", json!({ "textDocument": { "uri": a } }));
        let mentions = &entities["entities"][0]["project"]["mentions"];
        (mentions == 4)
            .then_some(())
            .ok_or_else(|| format!("{mentions} mentions"))
    });
    client.finish();
}

#[test]
fn counterparts_and_entries_lead_into_closed_files() {
    let workspace = Workspace::new(FILES);
    for links in [true, false] {
        let mut client = Client::program(&workspace);
        let mut params = watching_work(&workspace);
        params["capabilities"]["textDocument"]["implementation"]["linkSupport"] = json!(links);
        params["capabilities"]["textDocument"]["definition"]["linkSupport"] = json!(links);
        client.initialize(params);
        client.worked(1);
        let uri = workspace.uri("new.txt");
        client.open(&uri, "Вчера в городе видели, как Чичерину несли письмо.\n");
        let at = client.text(&uri).find("Чичерину").expect("a name");
        let counterparts = ask(&mut client, "textDocument/implementation", &uri, at);
        assert_eq!(counterparts[0].get("targetUri").is_some(), links);
        assert_eq!(drawn(&client, &workspace, &counterparts), ["deep/b.txt:0:Çiçerin"]);

        let gazetteer = workspace.uri("names.gazetteer.json");
        client.open(&gazetteer, crate::support::workspace::GAZETTEER);
        let entry = client.text(&gazetteer).find("\"Чичерин\"").expect("an entry") + 1;
        let first = ask(&mut client, "textDocument/definition", &gazetteer, entry);
        assert_eq!(
            drawn(&client, &workspace, &first),
            ["a.md:2:Чичерина", "deep/b.txt:0:Çiçerin", "new.txt:0:Чичерину"]
        );
        assert_eq!(references(&mut client, &workspace, &gazetteer, entry).len(), 5);
        client.finish();
    }
}

#[test]
fn the_names_of_all_projects_are_found_in_any_script() {
    let workspace = Workspace::new(FILES);
    let mut client = indexed(&workspace);
    // Of the second project nothing may be told: it is read before the client has answered whether of the first.
    client.until(|client| {
        let symbols = client.request("workspace/symbol", json!({ "query": "чич" }));
        let both = symbols.as_array().is_some_and(|symbols| symbols.len() == 2);
        both.then_some(()).ok_or_else(|| symbols.to_string())
    });
    let mut find = |query: &str| -> Vec<String> {
        let symbols = client.request("workspace/symbol", json!({ "query": query }));
        let places: Vec<Value> = symbols
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one["location"].clone())
            .collect();
        let places = drawn(&client, &workspace, &json!(places));
        let text = |symbol: &Value, member: &str| symbol[member].as_str().expect("a text").to_owned();
        let symbols = symbols.as_array().into_iter().flatten();
        let symbols = symbols.map(|symbol| format!("{} ({})", text(symbol, "name"), text(symbol, "containerName")));
        symbols
            .zip(places)
            .map(|(symbol, place)| format!("{symbol} {place}"))
            .collect()
    };
    let (first, second) = ("a.md:2:Чичерина", "other/d.txt:0:Чичерин");
    let main = "Георгий Васильевич Чичерин";
    for (query, name) in [
        ("чич", "Чичерин"),
        ("Tchitcherine", "Tchitcherine"),
        ("çiçerin", "Çiçerin"),
    ] {
        assert_eq!(
            find(query),
            [
                format!("{name} ({main} · 4 mentions) {first}"),
                format!("{name} ({main} · 1 mention) {second}"),
            ],
            "{query}"
        );
    }
    assert_eq!(
        find(""),
        [
            format!("{main} (4 mentions) {first}"),
            "Анкара (1 mention) deep/c.txt:0:Анкара".to_owned(),
            format!("{main} (1 mention) {second}"),
        ]
    );
    assert_eq!(find("Наполеон"), Vec::<String>::new());
    client.finish();
}

#[test]
fn places_in_closed_files_are_counted_as_agreed() {
    let workspace = Workspace::new(FILES);
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::program(&workspace);
        let mut params = watching_work(&workspace);
        params["capabilities"]["general"]["positionEncodings"] = json!([encoding]);
        client.initialize(params);
        client.worked(1);
        let uri = workspace.uri("new.txt");
        client.open(&uri, "Чичерин.\n");
        let found = references(&mut client, &workspace, &uri, 0);
        assert_eq!(
            found[2..4],
            ["deep/b.txt:0:Çiçerin", "deep/b.txt:0:Tchitcherine"],
            "{encoding}"
        );
        client.finish();
    }
}

#[test]
fn an_ambiguous_mention_asks_for_all_that_it_may_be() {
    let workspace = Workspace::new(&[("a.txt", "Халилова ждали. Чичерин.\n")]);
    let mut client = indexed(&workspace);
    let uri = workspace.uri("new.txt");
    client.open(&uri, "Халилов\n");
    assert_eq!(
        references(&mut client, &workspace, &uri, 0),
        ["a.txt:0:Халилова", "new.txt:0:Халилов"]
    );
    client.finish();
}

#[test]
fn texts_of_other_encodings_are_read_as_settings_say_or_as_they_seem() {
    let workspace = Workspace::new(&[(
        "onomast.toml",
        "[[documents]]\nfiles = ['tr/*']\nencoding = 'windows-1254'\n",
    )]);
    // Çiçerin and Чичерин, as Windows wrote them.
    std::fs::create_dir(workspace.path("tr")).expect("a folder");
    std::fs::write(workspace.path("tr/a.txt"), b"\xc7i\xe7erin\n").expect("a file");
    std::fs::write(workspace.path("b.txt"), [0x00, 0xff, 0xfe]).expect("a file");
    let mut client = indexed(&workspace);
    let uri = workspace.uri("new.txt");
    client.open(&uri, "Чичерин.\n");
    let found = ask(&mut client, "textDocument/references", &uri, 0);
    let found: Vec<_> = found
        .as_array()
        .expect("places")
        .iter()
        .map(|place| place["range"].to_string())
        .collect();
    let place = |end: u32| json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": end } });
    assert_eq!(found, [place(7).to_string(), place(7).to_string()]);
    client.finish();
}

#[test]
fn a_home_folder_is_not_read_and_that_is_said_once() {
    let workspace = Workspace::new(FILES);
    let mut client = Client::program_at_home(&workspace);
    client.initialize(watching_work(&workspace));
    assert!(client.shown().contains("home folder"));
    let uri = workspace.uri("new.txt");
    client.open(&uri, "Чичерин.\n");
    assert_eq!(references(&mut client, &workspace, &uri, 0), ["new.txt:0:Чичерин"]);
    workspace.write("onomast.toml", "");
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": [{ "uri": workspace.uri("onomast.toml"), "type": 2 }] }),
    );
    assert!(client.hover(&uri, 0).is_some());
    client.finish();
}

#[test]
fn a_whole_disk_is_not_read_either() {
    let workspace = Workspace::new(FILES);
    let mut client = Client::program(&workspace);
    let mut params = watching_work(&workspace);
    params["rootUri"] = json!("file:///");
    client.initialize(params);
    assert!(client.shown().contains("whole disk"));
    let uri = workspace.uri("a.md");
    client.open(&uri, FILES[0].1);
    assert!(
        client
            .hover(&uri, FILES[0].1.find("Чичерина").expect("a name"))
            .is_some()
    );
    client.finish();
}

/// Its text is kept all the same: once it is shorter it is read.
#[test]
fn an_open_text_that_is_too_long_is_not_read_until_it_is_shorter() {
    let workspace = Workspace::new(&[]);
    let bytes = 100;
    let limits = Limits {
        bytes,
        ..Limits::default()
    };
    let mut client = Client::memory(Options {
        limits,
        ..Options::default()
    });
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    let text = format!("{} Чичерин.\n", "слово ".repeat(9));
    assert!(text.len() > bytes as usize);
    client.open(&uri, &text);
    assert!(client.shown().contains("a.txt"));
    let at = text.find("Чичерин").expect("a name");
    assert_eq!(client.hover(&uri, at), None);
    assert_eq!(client.pull(&uri), []);
    let argument = json!({ "textDocument": { "uri": uri } });
    let document = |client: &mut Client| client.run("status", argument.clone())["document"].clone();
    assert_eq!(document(&mut client)["tooLong"], json!(true));
    client.edit(&uri, 0.."слово ".len() * 3, "Çiçerin ");
    let text = client.text(&uri).to_owned();
    let at = text.find("Чичерин").expect("a name");
    assert_eq!(client.hover(&uri, at).expect("a card").0, "Чичерин");
    assert_eq!(document(&mut client)["tooLong"], json!(false));
    client.finish();
}

#[test]
fn what_is_too_much_is_left_out_and_said() {
    let workspace = Workspace::new(&[
        ("a.txt", "Чичерин"),
        ("b.txt", "Чичерин"),
        ("c.txt", "Чичерин и ещё много слов"),
    ]);
    for (limits, said, expected) in [
        (
            Limits {
                files: 2,
                ..Limits::default()
            },
            "more than 2 texts",
            3,
        ),
        (
            Limits {
                bytes: 20,
                ..Limits::default()
            },
            "1 text in",
            3,
        ),
    ] {
        let options = Options {
            limits,
            cache: None,
            ..Options::default()
        };
        let mut client = Client::memory(options);
        client.initialize(watching_work(&workspace));
        client.worked(1);
        assert!(client.shown().contains(said), "{said}");
        let uri = workspace.uri("new.txt");
        client.open(&uri, "Чичерин.\n");
        assert_eq!(references(&mut client, &workspace, &uri, 0).len(), expected, "{said}");
        client.finish();
    }
}
