//! The bytes between client and server: framing, read by itself, and pipes in memory.

use std::io::{BufRead, Read, Write};
use std::sync::mpsc::Sender;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::runtime::{Builder, Runtime};

/// What was read of the server.
pub(super) enum Received {
    Message(Value),
    Violation(String),
    End,
}

/// Reads the framing by itself: exactly the two headers of the specification, in their exact form.
pub(super) fn read_all(mut output: impl BufRead, sender: &Sender<Received>) {
    loop {
        let read = match read_message(&mut output) {
            Ok(Some(message)) => Received::Message(message),
            Ok(None) => Received::End,
            Err(violation) => Received::Violation(violation),
        };
        let last = !matches!(read, Received::Message(_));
        if sender.send(read).is_err() || last {
            return;
        }
    }
}

fn read_message(output: &mut impl BufRead) -> Result<Option<Value>, String> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        output.read_until(b'\n', &mut line).map_err(|error| error.to_string())?;
        match line.as_slice() {
            b"" if length.is_none() => return Ok(None),
            b"\r\n" => break,
            line => {
                let text = std::str::from_utf8(line).map_err(|error| error.to_string())?;
                let value = text
                    .strip_prefix("Content-Length: ")
                    .and_then(|rest| rest.strip_suffix("\r\n"));
                let value = value.ok_or_else(|| format!("a header line {text:?}"))?;
                length = Some(value.parse::<usize>().map_err(|error| error.to_string())?);
            }
        }
    }
    let mut body = vec![0; length.ok_or("a header without a length")?];
    output
        .read_exact(&mut body)
        .map_err(|error| format!("half a message: {error}"))?;
    let text = String::from_utf8(body).map_err(|error| error.to_string())?;
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|error| format!("{error}: {text}"))
}

/// A pipe in memory, as a thread of the client reads or writes it.
pub(super) struct Pipe {
    stream: DuplexStream,
    runtime: Runtime,
}

impl Pipe {
    pub(super) fn new(stream: DuplexStream) -> Pipe {
        let runtime = Builder::new_current_thread().build().expect("a runtime");
        Pipe { stream, runtime }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.runtime.block_on(self.stream.write(bytes))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Read for Pipe {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        self.runtime.block_on(self.stream.read(bytes))
    }
}
