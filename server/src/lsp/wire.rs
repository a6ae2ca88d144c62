//! Messages on the wire: a header with a length, then JSON.
//!
//! The transport of the crate ends the session at the first message it cannot read. This one says so to the client and
//! reads on: it looks for the next header in what it could not understand. It knows nothing of methods.

use serde::Serialize;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::watch;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

mod mended;

use mended::Beginning;

/// A header that promises more than this lies.
const LONGEST_BODY: usize = 256 * 1024 * 1024;
/// So much room is kept between messages.
const ROOM: usize = 64 * 1024;
/// So much without a header is thrown away.
const LONGEST_HEADER: usize = 64 * 1024;
/// So many bytes may wait to be read by the client before we read on what it says.
const MOST_UNREAD: usize = 64 * 1024 * 1024;

/// What the client sent.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// An answer to one of ours.
    Response(Response),
    /// No message. This is the answer to it, and what may be lost with it.
    Malformed(Response, Lost),
    /// An answer that is none. Answers are not answered.
    Nothing,
}

/// What was in a message that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// Nothing, or a request, which is answered.
    Nothing,
    /// A notification of this method.
    Notification(String),
    /// Nobody can tell.
    Anything,
}

/// The incoming stream.
#[derive(Debug)]
pub(super) struct Reader<I> {
    input: I,
    /// What was read and not yet understood.
    buffer: Vec<u8>,
}

impl<I: AsyncRead + Unpin> Reader<I> {
    /// Reads from a stream.
    pub(super) fn new(input: I) -> Reader<I> {
        Reader {
            input,
            buffer: Vec::with_capacity(ROOM),
        }
    }

    /// The next message; `None` at the end of the stream, also in the middle of a message.
    pub(super) async fn next(&mut self) -> Option<Incoming> {
        loop {
            if let Some(incoming) = take_message(&mut self.buffer) {
                return Some(incoming);
            }
            // No more than that at once: behind a long message its buffer has room for thousands of short ones, and each
            // that is taken moves all that follow.
            let mut some = (&mut self.input).take(ROOM as u64);
            match some.read_buf(&mut self.buffer).await {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "reading from the client");
                    return None;
                }
            }
        }
    }
}

/// The way out, for everybody who has something to say. Nobody waits here: what is said stands in a queue.
#[derive(Debug, Clone)]
pub(super) struct Outbox {
    queue: UnboundedSender<Vec<u8>>,
    unread: watch::Sender<usize>,
}

/// The other end of an [`Outbox`].
#[derive(Debug)]
pub(super) struct Queue {
    frames: UnboundedReceiver<Vec<u8>>,
    unread: watch::Sender<usize>,
}

/// A way out, and what writes.
pub(super) fn outbox() -> (Outbox, Queue) {
    let (queue, frames) = mpsc::unbounded_channel();
    let unread = watch::Sender::new(0);
    let outbox = Outbox {
        queue,
        unread: unread.clone(),
    };
    (outbox, Queue { frames, unread })
}

impl Outbox {
    /// Says a message.
    pub(super) fn send(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(body) => {
                let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
                frame.extend(body);
                self.unread.send_modify(|bytes| *bytes += frame.len());
                // It fails only when the writer has found the client gone.
                let _ = self.queue.send(frame);
            }
            Err(error) => tracing::error!(%error, "a message that cannot be written"),
        }
    }

    /// Waits while a client that asks and asks does not read the answers, so that they do not pile up.
    pub(super) async fn room(&self) {
        let few = |bytes: &usize| self.queue.is_closed() || *bytes <= MOST_UNREAD;
        // It fails only without a sender, and we are one.
        let _ = self.unread.subscribe().wait_for(few).await;
    }
}

impl Queue {
    /// Writes messages as they come, until there are no more or the client is gone.
    pub(super) async fn write<O: AsyncWrite + Unpin>(mut self, mut output: O) {
        while let Some(frame) = self.frames.recv().await {
            let written = async {
                output.write_all(&frame).await?;
                output.flush().await
            };
            if let Err(error) = written.await {
                tracing::error!(%error, "writing to the client");
                break;
            }
            self.unread.send_modify(|bytes| *bytes -= frame.len());
        }
        self.frames.close();
        // Whoever waits for room need not wait any more.
        self.unread.send_modify(|bytes| *bytes = 0);
    }
}

/// Cuts the first message off the buffer, as soon as it is there as a whole.
fn take_message(buffer: &mut Vec<u8>) -> Option<Incoming> {
    let Some(header) = find(buffer, b"\r\n\r\n").map(|at| at + 4) else {
        let excess = buffer.len().saturating_sub(LONGEST_HEADER);
        buffer.drain(..excess);
        return None;
    };
    let Some(length) = content_length(&buffer[..header]) else {
        buffer.drain(..header);
        tracing::warn!("a header without a length that can be read");
        let answer = Response::from_error(Id::Null, Error::parse_error());
        return Some(Incoming::Malformed(answer, Lost::Anything));
    };
    let end = header + length;
    if buffer.len() < end {
        return None;
    }
    let body = &buffer[header..end];
    let (incoming, used) = match mended::read(body) {
        Ok(message) => (classify(message), end),
        Err(error) => {
            tracing::warn!(%error, "a message that is no JSON");
            // The length may have been a lie that swallowed the beginning of the next message.
            let used = find_label(body).map_or(end, |next| header + next);
            (unreadable(body), used)
        }
    };
    buffer.drain(..used);
    // One long message is no reason to hold its memory for ever.
    buffer.shrink_to(ROOM);
    Some(incoming)
}

/// The last length in a header: what stands before it is the rest of a message that was shorter than it said.
fn content_length(header: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(header).to_ascii_lowercase();
    let (_, value) = text.rsplit_once(LABEL)?;
    let length = value.split("\r\n").next()?.trim().parse().ok()?;
    (length <= LONGEST_BODY).then_some(length)
}

const LABEL: &str = "content-length:";

fn find_label(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(LABEL.len())
        .position(|window| window.eq_ignore_ascii_case(LABEL.as_bytes()))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn classify(message: Value) -> Incoming {
    let id = message.get("id").map(id_of);
    let method = message.get("method").and_then(Value::as_str).map(str::to_owned);
    let has = |member: &str| message.get(member).is_some();
    let answer = !has("method") && (has("result") || has("error"));
    let incoming = if method.is_some() {
        serde_json::from_value(message).map(Incoming::Request).ok()
    } else if answer {
        Some(serde_json::from_value(message).map_or(Incoming::Nothing, Incoming::Response))
    } else {
        None
    };
    incoming.unwrap_or_else(|| {
        let lost = match (&id, method) {
            (None, Some(method)) => Lost::Notification(method),
            _ => Lost::Nothing,
        };
        Incoming::Malformed(
            Response::from_error(id.unwrap_or(Id::Null), Error::invalid_request()),
            lost,
        )
    })
}

/// What is no JSON as a whole may begin with an id to answer. Where no method stands beside, it may be that of a question
/// of ours.
fn unreadable(body: &[u8]) -> Incoming {
    let (id, lost) = match mended::beginning(body) {
        Beginning { id: None, method: None } => (Id::Null, Lost::Anything),
        Beginning {
            id: Some(_),
            method: None,
        } => (Id::Null, Lost::Nothing),
        Beginning {
            id: None,
            method: Some(method),
        } => (Id::Null, Lost::Notification(method)),
        Beginning {
            id: Some(id),
            method: Some(_),
        } => (id_of(&id), Lost::Nothing),
    };
    Incoming::Malformed(Response::from_error(id, Error::parse_error()), lost)
}

fn id_of(id: &Value) -> Id {
    match id {
        Value::String(id) => Id::String(id.clone()),
        id => id.as_i64().map_or(Id::Null, Id::Number),
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;
    use proptest::prelude::*;

    use super::*;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn note(method: &str) -> String {
        frame(&format!(r#"{{"jsonrpc":"2.0","method":"{method}"}}"#))
    }

    /// What comes out of a stream: methods of requests, ids of answers, codes and ids of what was malformed.
    fn read(bytes: &[u8]) -> Vec<String> {
        let mut buffer = bytes.to_vec();
        let mut out = Vec::new();
        while let Some(incoming) = take_message(&mut buffer) {
            out.push(match incoming {
                Incoming::Request(request) => request.method().to_owned(),
                Incoming::Response(response) => format!("answer {}", response.id()),
                Incoming::Malformed(response, _) => {
                    format!(
                        "{} for {}",
                        response.error().map_or(0, |error| error.code.code()),
                        response.id()
                    )
                }
                Incoming::Nothing => "nothing".to_owned(),
            });
        }
        out
    }

    #[track_caller]
    fn check(stream: &str, expected: &[&str]) {
        assert_eq!(read(stream.as_bytes()), expected, "{stream}");
    }

    #[test]
    fn messages_follow_each_other() {
        check(&format!("{}{}", note("a"), note("b")), &["a", "b"]);
        let body = r#"{"jsonrpc":"2.0","method":"а"}"#;
        check(
            &format!(
                "content-type: x; charset=utf-8\r\nCONTENT-LENGTH:{}\r\n\r\n{body}",
                body.len()
            ),
            &["а"],
        );
        check(&frame(r#"{"jsonrpc":"2.0","id":4,"result":null}"#), &["answer 4"]);
        check(&frame(r#"{"jsonrpc":"2.0","id":4,"error":"no"}"#), &["nothing"]);
    }

    #[test]
    fn half_a_message_is_none_yet() {
        let whole = note("a");
        for cut in 0..whole.len() {
            check(&whole[..cut], &[]);
        }
    }

    #[test]
    fn what_is_no_message_is_answered_and_the_next_one_read() {
        let next = note("next");
        for (name, bad, answer) in [
            ("broken JSON", frame("{\"jsonrpc\""), "-32700 for null"),
            (
                "broken behind its id",
                frame(r#"{"jsonrpc":"2.0","id":8,"method":"a","params":{"x":}}"#),
                "-32700 for 8",
            ),
            ("no method", frame(r#"{"jsonrpc":"2.0","id":"x"}"#), "-32600 for \"x\""),
            (
                "wrong version",
                frame(r#"{"jsonrpc":"1.0","id":7,"method":"a"}"#),
                "-32600 for 7",
            ),
            (
                "fractional id",
                frame(r#"{"jsonrpc":"2.0","id":1.5,"method":"a"}"#),
                "-32600 for null",
            ),
            ("a batch", frame("[]"), "-32600 for null"),
            ("no length", "X: 1\r\n\r\n".to_owned(), "-32700 for null"),
            (
                "length in words",
                "Content-Length: ten\r\n\r\n".to_owned(),
                "-32700 for null",
            ),
            (
                "absurd length",
                "Content-Length: 99999999999999\r\n\r\n".to_owned(),
                "-32700 for null",
            ),
            (
                "length too great",
                "Content-Length: 60\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}".to_owned(),
                "-32700 for null",
            ),
            (
                "length too small",
                "Content-Length: 9\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"a\"}".to_owned(),
                "-32700 for null",
            ),
        ] {
            assert_eq!(read(format!("{bad}{next}").as_bytes()), [answer, "next"], "{name}");
        }
        check(&format!("Segmentation fault\n{next}"), &["next"]);
        let mut invalid = b"Content-Length: 2\r\n\r\n\xFF\xFE".to_vec();
        invalid.extend_from_slice(next.as_bytes());
        assert_eq!(read(&invalid), ["-32700 for null", "next"]);
    }

    #[test]
    fn a_long_message_leaves_no_long_buffer() {
        let mut buffer = format!("{}{}", frame(&" ".repeat(8 * ROOM)), note("next")).into_bytes();
        assert!(matches!(take_message(&mut buffer), Some(Incoming::Malformed(..))));
        assert!(buffer.capacity() < 2 * ROOM, "{}", buffer.capacity());
        assert!(matches!(take_message(&mut buffer), Some(Incoming::Request(_))));
    }

    #[test]
    fn deep_nesting_is_no_message() {
        check(&frame(&"[".repeat(100_000)), &["-32700 for null"]);
    }

    #[tokio::test]
    async fn what_nobody_reads_makes_us_wait() {
        let (outbox, queue) = outbox();
        let long = "x".repeat(MOST_UNREAD / 2);
        outbox.send(&long);
        outbox.room().await;
        outbox.send(&long);
        assert!(outbox.room().now_or_never().is_none(), "much is unread");
        let (mut client, output) = tokio::io::duplex(ROOM);
        let writer = tokio::spawn(queue.write(output));
        let mut some = vec![0; MOST_UNREAD * 3 / 4];
        client.read_exact(&mut some).await.expect("two messages");
        outbox.room().await;
        outbox.send(&long);
        outbox.send(&long);
        assert!(outbox.room().now_or_never().is_none(), "much is unread again");
        drop(client);
        outbox.room().await;
        writer.await.expect("no panic");
        outbox.send(&long);
        outbox.room().await;
    }

    proptest! {
        #[test]
        fn no_stream_fails(pieces in prop::collection::vec(prop_oneof![
            Just(note("a")), Just("Content-Length: ".to_owned()), Just("\r\n\r\n".to_owned()),
            (0u32..80).prop_map(|number| number.to_string()), "\\PC{0,20}",
        ], 0..20)) {
            read(pieces.concat().as_bytes());
        }
    }
}
