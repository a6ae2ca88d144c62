//! URIs as clients write them: raw, escaped, with spaces. Answers use them as they came.

use serde_json::json;

use crate::support::client::Client;
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Tchitcherine’in notası.\n";

#[test]
fn a_document_is_one_however_its_uri_is_written() {
    let workspace = Workspace::new(&[]);
    let root = workspace.root().to_string_lossy().into_owned();
    let ways = [
        format!("file://{root}/статья о мире.txt"),
        workspace.uri("статья о мире.txt"),
        workspace
            .uri("статья о мире.txt")
            .to_lowercase()
            .replace(&root.to_lowercase(), &root),
        format!("file://{root}/./x/../статья о мире.txt"),
    ];
    for opened in &ways {
        let mut client = Client::program(&workspace);
        client.start_pushed(&workspace);
        client.open(opened, TEXT);
        assert_eq!(client.published(opened, Some(1)).len(), 1, "published as {opened}");
        for asked in &ways {
            let place = json!({ "textDocument": { "uri": asked }, "position": { "line": 0, "character": 0 } });
            let hover = client.request("textDocument/hover", place);
            assert!(
                client.read_hover(opened, &hover).is_some(),
                "opened as {opened}, asked as {asked}"
            );
        }
        let gazetteer = workspace.uri("names.gazetteer.json");
        client.open(&gazetteer, GAZETTEER);
        let place = client.at(&gazetteer, GAZETTEER.find("Tchitcherine").expect("in the gazetteer"));
        let definition = client.request("textDocument/definition", place);
        assert_eq!(definition[0]["targetUri"], json!(opened));
        assert_eq!(client.published(&gazetteer, Some(1)), []);
        client.close(opened);
        assert_eq!(client.published(opened, None), []);
        client.finish();
    }
}

#[test]
fn what_is_no_file() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    for uri in [
        "untitled:Untitled-1",
        "untitled:Без имени",
        "git:/a%20b.txt?x",
        "http://[::1]/a.md",
        "http://user@[::1]:8080/статья о мире.md?a[1]#b#c",
        "notes+v2://h:x/a.md",
        "not a URI at all",
        "",
    ] {
        client.open(uri, TEXT);
    }
    assert!(
        client.hover("untitled:Untitled-1", 0).is_some(),
        "the gazetteer of the workspace"
    );
    assert!(client.hover("untitled:Без имени", 0).is_some());
    for uri in [
        "http://[::1]/a.md",
        "http://user@[::1]:8080/статья о мире.md?a[1]#b#c",
        "notes+v2://h:x/a.md",
    ] {
        assert!(client.hover(uri, 0).is_some(), "{uri}");
        let place = client.at(uri, 0);
        let highlights = client.request("textDocument/documentHighlight", place.clone());
        assert_eq!(highlights.as_array().map(Vec::len), Some(1), "{uri}");
        let declaration = client.request("textDocument/declaration", place);
        let declaration = declaration.to_string();
        assert!(
            declaration.contains(&json!(uri).to_string()),
            "{declaration}: as it was opened"
        );
    }
    client.finish();
}
