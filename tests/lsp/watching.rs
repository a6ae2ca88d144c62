//! What other programs do to files: seen by the client, by the server itself, or by looking.

use std::fs;

use onomast::lsp::{Limits, Options};
use serde_json::{Value, json};

use super::index::{references, watching_work};
use crate::support::client::Client;
use crate::support::workspace::{GAZETTEER, Workspace};

const FILES: &[(&str, &str)] = &[("a.txt", "Чичерин.\n"), ("folder/b.txt", "Чичерину.\n")];

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
            &[".ignore"],
            |workspace| workspace.write(".ignore", "moved\n"),
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
