//! What other programs do to files: seen by the client, by the server itself, or by looking.

use std::fs;

use onomast::lsp::{Limits, Options};
use serde_json::{Value, json};

use super::index::{references, watching_work};
use crate::support::client::Client;
use crate::support::workspace::{GAZETTEER, Workspace};

const FILES: &[(&str, &str)] = &[
    ("a.txt", "Чичерин.\n"),
    ("folder/b.txt", "Чичерину.\n"),
    ("folder/deep/f.txt", "Анкара.\n"),
];

/// Parameters of a client that watches no files, as Neovim on Linux.
fn watching_nothing(workspace: &Workspace) -> Value {
    let mut params = watching_work(workspace);
    params["capabilities"]["workspace"]
        .as_object_mut()
        .expect("capabilities")
        .remove("didChangeWatchedFiles");
    params
}

/// Does something, tells the client's watcher if there is one, and waits until references are these.
struct Steps<'a> {
    workspace: &'a Workspace,
    client: Client,
    uri: String,
    /// Whether the client tells of files.
    tells: bool,
    /// Whether the reader turns to another text and back.
    turns: bool,
}

impl Steps<'_> {
    fn new(workspace: &Workspace, mut client: Client, tells: bool, turns: bool) -> Steps<'_> {
        client.worked(1);
        let uri = workspace.uri("new.txt");
        client.open(&uri, "Чичерин\n");
        Steps {
            workspace,
            client,
            uri,
            tells,
            turns,
        }
    }

    #[track_caller]
    fn step(&mut self, changed: &[&str], act: impl FnOnce(&Workspace), expected: &[&str]) {
        act(self.workspace);
        if self.tells {
            let changes: Vec<Value> = changed
                .iter()
                .map(|name| json!({ "uri": self.workspace.uri(name), "type": 2 }))
                .collect();
            self.client
                .notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
        }
        if self.turns {
            let other = self.workspace.uri("other.txt");
            self.client.open(&other, "");
            self.client.close(&other);
        }
        let (workspace, uri) = (self.workspace, self.uri.clone());
        self.client.until(|client| {
            let found = references(client, workspace, &uri, 0);
            if found == expected {
                Ok(())
            } else {
                Err(format!("{found:?}"))
            }
        });
    }

    fn all(mut self) {
        self.step(
            &[],
            |_| {},
            &["a.txt:0:Чичерин", "folder/b.txt:0:Чичерину", "new.txt:0:Чичерин"],
        );
        self.step(
            &["c.txt"],
            |workspace| workspace.write("c.txt", "\nЧичерина\n"),
            &[
                "a.txt:0:Чичерин",
                "c.txt:1:Чичерина",
                "folder/b.txt:0:Чичерину",
                "new.txt:0:Чичерин",
            ],
        );
        self.step(
            &["a.txt", "d.txt", "c.txt"],
            |workspace| {
                fs::rename(workspace.path("a.txt"), workspace.path("d.txt")).expect("a file");
                fs::remove_file(workspace.path("c.txt")).expect("a file");
            },
            &["d.txt:0:Чичерин", "folder/b.txt:0:Чичерину", "new.txt:0:Чичерин"],
        );
        self.step(
            &["folder", "moved"],
            |workspace| fs::rename(workspace.path("folder"), workspace.path("moved")).expect("a folder"),
            &["d.txt:0:Чичерин", "moved/b.txt:0:Чичерину", "new.txt:0:Чичерин"],
        );
        self.step(
            &["moved/e.txt"],
            |workspace| workspace.write("moved/e.txt", "Чичерина\n"),
            &[
                "d.txt:0:Чичерин",
                "moved/b.txt:0:Чичерину",
                "moved/e.txt:0:Чичерина",
                "new.txt:0:Чичерин",
            ],
        );
        self.step(
            &["moved"],
            |workspace| fs::remove_dir_all(workspace.path("moved")).expect("a folder"),
            &["d.txt:0:Чичерин", "new.txt:0:Чичерин"],
        );
        self.step(
            &["kept"],
            |workspace| {
                workspace.write("kept/h/g.txt", "Чичерину\n");
            },
            &["d.txt:0:Чичерин", "kept/h/g.txt:0:Чичерину", "new.txt:0:Чичерин"],
        );
        self.step(
            &[".ignore"],
            |workspace| workspace.write(".ignore", "kept\n"),
            &["d.txt:0:Чичерин", "new.txt:0:Чичерин"],
        );
        // A gazetteer takes effect in every text: Чичерина is now somebody.
        self.step(
            &["names.gazetteer.json"],
            |workspace| {
                workspace.write("d.txt", "Чичерин, Тчитчерин.\n");
                workspace.write(
                    "names.gazetteer.json",
                    &GAZETTEER.replace(r#"["Чичерин"]"#, r#"["Чичерин", "Тчитчерин"]"#),
                );
            },
            &["d.txt:0:Чичерин", "d.txt:0:Тчитчерин", "new.txt:0:Чичерин"],
        );
        self.client.finish();
    }
}

#[test]
fn files_that_the_client_watches() {
    let workspace = Workspace::new(FILES);
    let mut client = Client::program(&workspace);
    client.initialize(watching_work(&workspace));
    let steps = Steps::new(&workspace, client, true, false);
    // The last step changes a text behind the client's back, which is read again when it is asked for.
    steps.all();
}

#[test]
fn files_that_nobody_watches_are_watched_by_the_server() {
    let workspace = Workspace::new(FILES);
    let mut client = Client::program(&workspace);
    client.initialize(watching_nothing(&workspace));
    Steps::new(&workspace, client, false, false).all();
}

#[test]
fn where_the_system_has_no_watches_left_the_server_looks_when_the_reader_turns_to_another_text() {
    let workspace = Workspace::new(FILES);
    let limits = Limits {
        folders: 1,
        ..Limits::default()
    };
    let mut client = Client::memory(Options {
        limits,
        cache: None,
        ..Options::default()
    });
    client.initialize(watching_nothing(&workspace));
    assert!(client.shown().contains("cannot watch"), "said once");
    Steps::new(&workspace, client, false, true).all();
}

/// Waits until the name at the beginning of a text is known, or is not.
#[track_caller]
fn known(client: &mut Client, uri: &str, is_known: bool) {
    client.until(|client| match client.hover(uri, 0).is_some() == is_known {
        true => Ok(()),
        false => Err(format!("not so: {is_known}")),
    });
}

#[test]
fn lists_of_names_outside_of_all_folders_are_watched_whoever_watches_the_folders() {
    for client_watches in [true, false] {
        let workspace = Workspace::new(&[]);
        fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
        workspace.write("mine/onomast.toml", "gazetteers = ['../shared/g.json']\n");
        workspace.write("shared/g.json", GAZETTEER);
        let mut client = Client::program(&workspace);
        let mut params = if client_watches {
            watching_work(&workspace)
        } else {
            watching_nothing(&workspace)
        };
        let open = workspace.uri("mine");
        params["rootUri"] = json!(open);
        params["workspaceFolders"] = json!([{ "uri": open, "name": "mine" }]);
        client.initialize(params);
        let (uri, text) = (workspace.uri("mine/a.txt"), "Тчитчерин.\n");
        workspace.write("mine/a.txt", text);
        client.open(&uri, text);
        known(&mut client, &uri, false);
        client.worked(1);
        let other = GAZETTEER.replace(r#"["Чичерин"]"#, r#"["Чичерин", "Тчитчерин"]"#);
        workspace.write("shared/g.json", &other);
        known(&mut client, &uri, true);
        // Written as editors do it: another file takes its place.
        workspace.write("shared/new", GAZETTEER);
        fs::rename(workspace.path("shared/new"), workspace.path("shared/g.json")).expect("a file");
        known(&mut client, &uri, false);
        client.finish();
    }
}

#[test]
fn a_folder_of_lists_that_goes_takes_its_names_with_it() {
    for client_watches in [true, false] {
        let workspace = Workspace::new(&[("a.txt", "Тчитчерин.\n")]);
        fs::remove_file(workspace.path("names.gazetteer.json")).expect("a file");
        let names = GAZETTEER.replace(r#"["Чичерин"]"#, r#"["Чичерин", "Тчитчерин"]"#);
        workspace.write("gazetteer/g.json", &names);
        workspace.write("inner/b.txt", "Тчитчерин.\n");
        let mut client = Client::program(&workspace);
        client.initialize(if client_watches {
            watching_work(&workspace)
        } else {
            watching_nothing(&workspace)
        });
        client.worked(1);
        let (uri, inner) = (workspace.uri("a.txt"), workspace.uri("inner/b.txt"));
        client.open(&uri, "Тчитчерин.\n");
        client.open(&inner, "Тчитчерин.\n");
        known(&mut client, &uri, true);
        let changed = |client: &mut Client, name: &str, kind: u8| {
            if client_watches {
                let changes = json!({ "changes": [{ "uri": workspace.uri(name), "type": kind }] });
                client.notify("workspace/didChangeWatchedFiles", changes);
            }
        };
        fs::rename(workspace.path("gazetteer"), workspace.path("away")).expect("a folder");
        changed(&mut client, "gazetteer", 3);
        changed(&mut client, "away", 1);
        known(&mut client, &uri, false);
        fs::rename(workspace.path("away"), workspace.path("gazetteer")).expect("a folder");
        changed(&mut client, "away", 3);
        changed(&mut client, "gazetteer", 1);
        known(&mut client, &uri, true);

        // A whole project takes the place of a folder.
        client.close(&inner);
        fs::remove_dir_all(workspace.path("inner")).expect("a folder");
        changed(&mut client, "inner", 3);
        workspace.write("elsewhere/onomast.toml", "gazetteers = ['builtin']\n");
        workspace.write("elsewhere/b.txt", "Тчитчерин.\n");
        fs::rename(workspace.path("elsewhere"), workspace.path("inner")).expect("a folder");
        changed(&mut client, "inner", 1);
        client.open(&inner, "Тчитчерин.\n");
        known(&mut client, &inner, false);
        client.finish();
    }
}
