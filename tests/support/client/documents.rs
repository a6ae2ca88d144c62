//! The client's documents: what it opens, edits and closes.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use super::Client;
use crate::support::strict::places::Known;
use crate::support::text;

impl Client {
    /// Opens a document.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let language = if uri.ends_with(".md") { "markdown" } else { "plaintext" };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }));
        let known = Known {
            text: Arc::new(text.to_owned()),
            version: 1,
            is_changed: false,
        };
        self.documents.insert(uri.to_owned(), known);
    }

    /// Replaces a range of bytes of a document.
    pub(crate) fn edit(&mut self, uri: &str, range: Range<usize>, inserted: &str) {
        let known = self.documents.get_mut(uri).expect("an open document");
        let change = json!({ "range": text::range(&known.text, range.clone(), self.encoding), "text": inserted });
        Arc::make_mut(&mut known.text).replace_range(range, inserted);
        known.version += 1;
        let version = known.version;
        self.notify_change(uri, version, json!([change]));
    }

    /// Sends a change as bytes, behind which this is the text.
    pub(crate) fn change_by(&mut self, uri: &str, bytes: &[u8], text: &str) {
        let known = self.documents.get_mut(uri).expect("an open document");
        known.text = Arc::new(text.to_owned());
        known.version += 1;
        self.send_bytes(bytes);
    }

    /// Sends changes as they are, behind the back of the client's own text.
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        if let Some(known) = self.documents.get_mut(uri) {
            known.version = version;
            known.is_changed = true;
        }
        self.notify_change(uri, version, changes);
    }

    pub(super) fn notify_change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, uri: &str) {
        self.documents.remove(uri);
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Whether a document is open.
    pub(crate) fn is_open(&self, uri: &str) -> bool {
        self.documents.contains_key(uri)
    }

    /// The client's text of a document.
    pub(crate) fn text(&self, uri: &str) -> &str {
        &self.documents[uri].text
    }

    /// Parameters for a byte of an open document.
    pub(crate) fn at(&self, uri: &str, at: usize) -> Value {
        let position = text::position(self.text(uri), at, self.encoding);
        json!({ "textDocument": { "uri": uri }, "position": position })
    }
}
