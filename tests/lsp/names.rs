//! Hover, definition and findings of a text.

use serde_json::{Value, json};

use crate::support::client::{Client, everything};
use crate::support::text;
use crate::support::workspace::{GAZETTEER, Workspace};

const TEXT: &str = "Нарком Чичерин и Халилов. Çiçerin’in, Tchitcherine’e.\n";

fn at(needle: &str) -> usize {
    TEXT.find(needle).expect("in the text")
}

#[test]
fn the_card_of_a_name() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    let (covered, card) = client.hover(&uri, at("Çiçerin")).expect("a hover");
    assert_eq!(covered, "Çiçerin’in");
    for part in [
        "Georgiy Vasilyeviç Çiçerin",
        "Георгий Васильевич Чичерин",
        "24 November 1872 – 7 July 1936",
        "People's commissar",
        "genitive",
        "Tchitcherine 1",
        "<https://example.org/chicherin>",
    ] {
        assert!(card.contains(part), "{part} in {card}");
    }
    assert!(!card.contains("command:"), "{card}");
    assert_eq!(client.hover(&uri, at("Нарком")), None);
    client.finish();
}

#[test]
fn the_card_is_in_the_language_of_the_settings() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    let mut params = everything(&workspace, true);
    params["initializationOptions"] = json!({ "locale": "ru" });
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    let (_, card) = client.hover(&uri, at("Чичерин")).expect("a hover");
    assert!(card.contains("именительный") && card.contains("Нарком"), "{card}");
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "onomast": { "locale": "tr" } } }),
    );
    let (_, card) = client.hover(&uri, at("Чичерин")).expect("a hover");
    assert!(card.contains("kişi"), "{card}");
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    let (_, card) = client.hover(&uri, at("Чичерин")).expect("a hover");
    assert!(card.contains("kişi"), "{card}");
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert!(client.wait());
}

#[test]
fn the_language_of_the_command_line_has_the_last_word() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program_in(&workspace, "tr");
    let mut params = everything(&workspace, true);
    params["locale"] = json!("ru");
    client.initialize(params);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    for settings in [json!({}), json!({ "onomast": { "locale": "ru" } })] {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
        let (_, card) = client.hover(&uri, at("Чичерин")).expect("a hover");
        assert!(card.contains("kişi"), "{card}");
    }
    client.finish();
}

#[test]
fn an_ambiguous_name_shows_and_leads_to_all() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    let (covered, card) = client.hover(&uri, at("Халилов")).expect("a hover");
    assert_eq!(covered, "Халилов");
    assert!(card.contains("2 entities fit"), "{card}");
    let definition = client.request("textDocument/definition", client.at(&uri, at("Халилов")));
    let targets: Vec<&Value> = definition.as_array().expect("links").iter().collect();
    assert_eq!(targets.len(), 2);
    for target in targets {
        let covered = text::covered(GAZETTEER, &target["targetSelectionRange"], client.encoding).expect("a range");
        assert_eq!(covered.trim_matches('"'), "Халилов");
        let origin = text::covered(TEXT, &target["originSelectionRange"], client.encoding).expect("a range");
        assert_eq!(origin, "Халилов");
    }
    client.finish();
}

#[test]
fn the_definition_is_the_very_spelling() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, TEXT);
    for (name, spelling) in [
        ("Чичерин", "Чичерин"),
        ("Çiçerin’in", "Çiçerin"),
        ("Tchitcherine", "Tchitcherine"),
    ] {
        let definition = client.request("textDocument/definition", client.at(&uri, at(name)));
        assert_eq!(definition[0]["targetUri"], json!(workspace.uri("names.gazetteer.json")));
        let range = &definition[0]["targetSelectionRange"];
        let covered = text::covered(GAZETTEER, range, client.encoding).expect("a range");
        assert_eq!(covered.trim_matches('"'), spelling);
    }
    let off = client.request("textDocument/definition", client.at(&uri, at("Нарком")));
    assert_eq!(off, Value::Null);
    client.finish();
}

#[test]
fn from_the_gazetteer_to_the_first_mention_in_each_text() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let (first, second, without) = (workspace.uri("1.txt"), workspace.uri("2.txt"), workspace.uri("3.txt"));
    client.open(&first, TEXT);
    client.open(&second, "Çiçerin’e yazdı. Çiçerin’in notası.\n");
    client.open(&without, "Ankara.\n");
    assert!(client.hover(&first, at("Чичерин")).is_some());
    let gazetteer = workspace.uri("names.gazetteer.json");
    client.open(&gazetteer, GAZETTEER);
    let place = GAZETTEER.find("Tchitcherine").expect("in the gazetteer");
    let definition = client.request("textDocument/definition", client.at(&gazetteer, place));
    let targets: Vec<_> = definition
        .as_array()
        .expect("links")
        .iter()
        .map(|link| &link["targetUri"])
        .collect();
    assert_eq!(targets, [&json!(first), &json!(second)]);
    let range = &definition[1]["targetRange"];
    assert_eq!(
        text::covered(client.text(&second), range, client.encoding).as_deref(),
        Ok("Çiçerin")
    );
    client.finish();
}

#[test]
fn findings_pushed_and_cleared() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Tchitcherine’e yazdı.\n");
    let findings = client.published(&uri, Some(1));
    assert_eq!(
        findings
            .iter()
            .map(|(covered, code, _)| (covered.as_str(), code.as_str()))
            .collect::<Vec<_>>(),
        [("Tchitcherine", "deprecated-spelling")]
    );
    client.edit(&uri, 0.."Tchitcherine".len(), "Çiçerin");
    assert_eq!(client.published(&uri, Some(2)), []);
    client.close(&uri);
    assert_eq!(client.published(&uri, None), []);
    client.finish();
}

#[test]
fn findings_can_be_switched_off() {
    let workspace = Workspace::new(&[]);
    let mut client = Client::program(&workspace);
    client.start_pushed(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Tchitcherine’e yazdı.\n");
    assert_eq!(client.published(&uri, Some(1)).len(), 1);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({ "settings": { "diagnostics": false } }),
    );
    assert_eq!(client.published(&uri, Some(1)), []);
    client.finish();
}

/// What a gazetteer may try: links, commands, HTML, headings, images, in every member that is shown.
const HOSTILE: &str = r##"{ "onomast": 1, "title": "t", "entities": [
  { "id": "person/x", "type": "person", "description": { "en": "<b onclick=x>[a](command:rm) ![i](http://evil)" },
    "sameAs": ["command:rm", "javascript:alert(1)", "https://a.example/\"><script>", "https://good.example/)"],
    "relations": { "[x](command:rm)": ["person/x"] },
    "names": [
      { "spellings": { "tr": [{ "text": "Hamdi", "note": "# heading [n](command:rm)", "source": "<img src=x>" }] } },
      { "key": "b", "note": "`code` <i>", "spellings": { "tr": ["*Bold* [l](command:rm)"] } } ] } ] }"##;

#[test]
fn a_gazetteer_makes_no_markup_and_no_command() {
    let workspace = Workspace::new(&[("names.gazetteer.json", HOSTILE)]);
    let mut client = Client::program(&workspace);
    client.start(&workspace);
    let uri = workspace.uri("a.txt");
    client.open(&uri, "Bugün Hamdi geldi.\n");
    let at = "Bugün ".len();
    let (_, card) = client.hover(&uri, at).expect("a hover");
    let page = client.run("showEntity", client.at(&uri, at));
    for text in [card.as_str(), page["markdown"].as_str().expect("a page")] {
        // Every `<` and `[` that is not escaped begins a link to the web.
        for (at, sign) in text.char_indices().filter(|(_, sign)| "<[".contains(*sign)) {
            let escaped = text[..at].ends_with('\\');
            let link = sign == '<' && text[at..].starts_with("<https://good.example/");
            assert!(escaped || link, "{sign} at {at} of {text}");
        }
        assert!(text.contains("<https://good.example/)>"), "{text}");
        assert!(!text.contains("a.example"), "{text}");
    }
    client.finish();
}
