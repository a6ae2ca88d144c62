//! The command line as its users meet it: the real program on folders of its own.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

mod annotate;
mod baseline;
mod check;
mod corpus;
mod entity;
mod explain;
mod fix;
mod formats;
mod loss;
mod markup;
mod merge;
mod merge_driver;
mod project;
mod sarif;
mod shells;
mod stream;

/// A folder with files, and the program run in it.
struct Place(TempDir);

/// What a run gave.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Place {
    /// Files with their contents.
    fn with(files: &[(&str, &str)]) -> Place {
        let place = Place(tempfile::tempdir().unwrap());
        for (name, text) in files {
            place.write(name, text.as_bytes());
        }
        place
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// Arguments separated by spaces.
    fn run(&self, arguments: &str) -> Run {
        run(self.0.path(), arguments, &[], "")
    }
}

/// Runs the program in a folder. It stands for a home, so that nothing above the folder counts.
fn run(folder: &Path, arguments: &str, environment: &[(&str, &str)], input: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onomast"));
    command
        .current_dir(folder)
        .args(arguments.split_whitespace())
        .env("HOME", folder)
        .env("USERPROFILE", folder);
    command
        .env("ONOMAST_LOCALE", "en")
        .env_remove("ONOMAST_LOG")
        .envs(environment.iter().copied());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Beside reading, since a pipe holds only so much. A program that has left does not want the rest.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Run {
    /// The lines of standard output as JSON.
    fn json(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).expect(line))
            .collect()
    }
}

/// The keys of a JSON object as they are written.
fn keys(line: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut rest = line;
    // Keys of the outermost object only: what is nested is longer by a bracket.
    let mut depth = 0;
    while let Some(at) = rest.find(['"', '{', '}', '[', ']']) {
        let found = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match found {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {
                let end = rest.find('"').unwrap();
                if depth == 1 && rest[end + 1..].starts_with(':') {
                    keys.push(rest[..end].to_owned());
                }
                rest = &rest[end + 1..];
            }
        }
    }
    keys
}

const NAMES: &str = r#"{ "onomast": 1, "title": "Test names", "entities": [
  { "id": "person/georgy-chicherin", "gender": "masculine", "names": [
    { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"], "tr": ["Georgiy Vasilyeviç Çiçerin"] } },
    { "part": "surname", "spellings": {
        "ru": ["Чичерин", { "text": "Чечерин", "status": "misspelling" }],
        "tr": ["Çiçerin", { "text": "Tchitcherine", "status": "deprecated" }] } } ] },
  { "id": "place/ankara", "names": [ { "spellings": {
        "ru": ["Анкара"], "tr": ["Ankara", { "text": "Angora", "status": "historical", "to": "1930" }] } } ] },
  { "id": "person/halil-kut", "homonym": true, "names": [ { "spellings": { "tr": ["Halil Paşa"] } } ] },
  { "id": "person/halil-rifat", "homonym": true, "names": [ { "spellings": { "tr": ["Halil Paşa"] } } ] } ] }
"#;

const TURKISH: &str = "Ankara’da bir kış ve bir mektup: Çiçerin’in mektubu çok geç gelmişti.

Angora’dan yazılan cevabı Tchitcherine’e kim götürdü, bilinmiyor; Halil Paşa değil.
";
