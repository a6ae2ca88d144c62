//! The end of a session: nothing may be unanswered or unread.

use std::time::Instant;

use serde_json::Value;

use super::transport::Received;
use super::{Client, PATIENCE, Server};

impl Client {
    /// Shuts down, says `exit` with the input left open, and checks that all is said.
    pub(crate) fn finish(mut self) {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        assert!(self.wait(), "exit after shutdown is orderly");
        self.check_nothing_left();
    }

    /// Ends the input and waits; whether the end was orderly.
    pub(crate) fn end_input(mut self) -> bool {
        self.input = None;
        let orderly = self.wait();
        self.check_nothing_left();
        orderly
    }

    /// Waits for the end; whether it was orderly. The input stays as it is.
    pub(crate) fn wait(&mut self) -> bool {
        loop {
            match self.receive() {
                Received::Message(message) => self.take(message),
                Received::Violation(violation) => panic!("{violation}"),
                Received::End => break,
            }
        }
        self.finished = true;
        match &mut self.server {
            Server::Memory(server) => server.take().expect("a server").join().expect("no panic"),
            Server::Program(child) => {
                let deadline = Instant::now() + PATIENCE;
                loop {
                    if let Some(status) = child.try_wait().expect("its status") {
                        return match status.code() {
                            Some(0) => true,
                            Some(1) => false,
                            code => panic!("exit code {code:?}"),
                        };
                    }
                    assert!(
                        Instant::now() < deadline,
                        "the program has closed its output and does not exit"
                    );
                    std::thread::yield_now();
                }
            }
        }
    }

    pub(super) fn check_nothing_left(&self) {
        assert!(self.open.is_empty(), "unanswered: {:?}", self.open);
        assert!(self.answers.is_empty(), "unread: {:?}", self.answers);
        assert!(self.nobodys.is_empty(), "unread: {:?}", self.nobodys);
        assert!(self.published.is_empty(), "unread: {:?}", self.published);
        assert!(self.shown.is_empty(), "unread: {:?}", self.shown);
        assert!(self.put.is_empty(), "unread: {:?}", self.put);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if let Server::Program(child) = &mut self.server {
            let _ = child.kill();
            let _ = child.wait();
        }
        assert!(
            self.finished || std::thread::panicking(),
            "the test must wait for the end of its server"
        );
    }
}
