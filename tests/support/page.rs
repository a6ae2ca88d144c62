//! `docs/protocol.md`, read: the methods and commands that it names, and the shapes that it gives to answers. Every answer
//! to a command in these tests is checked against the page, so that page and program cannot part.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::sync::OnceLock;
use std::vec::IntoIter;

use serde_json::Value;

use super::strict;

/// The page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The methods in the first column of its table.
    pub methods: Vec<String>,
    /// The commands of its headings.
    pub commands: Vec<String>,
    /// The answer to each command: the last shape of its section.
    answers: BTreeMap<String, Shape>,
    /// Shapes by name.
    named: BTreeMap<String, Shape>,
}

/// What a value may be.
#[derive(Debug, Clone)]
enum Shape {
    Object(Vec<Member>),
    Array(Box<Shape>),
    Either(Vec<Shape>),
    Word(String),
    Named(String),
}

#[derive(Debug, Clone)]
struct Member {
    name: String,
    optional: bool,
    shape: Shape,
}

/// The page as it is in the repository.
pub(crate) fn page() -> &'static Page {
    static PAGE: OnceLock<Page> = OnceLock::new();
    PAGE.get_or_init(|| Page::read(include_str!("../../docs/protocol.md")))
}

/// The violations of an answer to a command.
pub(crate) fn answer(command: &str, value: &Value, bad: &mut Vec<String>) {
    match page().answers.get(command) {
        Some(_) if value.is_null() => {}
        Some(shape) => page().check(shape, value, command, bad),
        None => bad.push(format!("{command}: the page has no such command")),
    }
}

impl Page {
    fn read(text: &str) -> Page {
        let mut page = Page::default();
        for section in text.split("\n### ") {
            let (heading, _) = section.split_once('\n').unwrap_or((section, ""));
            let commands = in_backticks(heading).into_iter();
            let commands: Vec<String> = commands.filter(|word| word.starts_with("onomast.")).collect();
            let mut last = None;
            for code in section.split("```ts\n").skip(1) {
                let code = code.split("```").next().unwrap_or_default();
                for (name, shape) in Reader::new(code).declarations() {
                    let other = page.named.insert(name.clone(), shape.clone());
                    assert!(other.is_none() || name == "Argument", "{name} is there twice");
                    last = Some(shape);
                }
            }
            for command in commands {
                let answer = last.clone().unwrap_or_else(|| panic!("{command}: no shape"));
                page.answers.insert(command.clone(), answer);
                page.commands.push(command);
            }
        }
        let mut sections = text.split("\n## ");
        let methods = sections.find(|section| section.starts_with("Requests and notifications"));
        let lines = methods.unwrap_or_default().lines();
        let rows = lines.filter(|line| line.starts_with("| `"));
        let first = rows.filter_map(|row| row.split('|').nth(1));
        page.methods = first.flat_map(in_backticks).collect();
        page
    }

    fn check(&self, shape: &Shape, value: &Value, path: &str, bad: &mut Vec<String>) {
        match shape {
            Shape::Object(members) => self.check_object(members, value, path, bad),
            Shape::Array(item) => match value.as_array() {
                Some(values) => {
                    for (at, value) in values.iter().enumerate() {
                        self.check(item, value, &format!("{path}[{at}]"), bad);
                    }
                }
                None => bad.push(format!("{path}: {value} is no array")),
            },
            Shape::Either(shapes) => {
                let found: Vec<Vec<String>> = shapes.iter().map(|shape| self.violations(shape, value, path)).collect();
                if found.iter().all(|bad| !bad.is_empty()) {
                    bad.extend(found.into_iter().min_by_key(Vec::len).unwrap_or_default());
                }
            }
            Shape::Word(word) if value == word => {}
            Shape::Word(word) => bad.push(format!("{path}: {value} is not {word:?}")),
            Shape::Named(name) => self.check_named(name, value, path, bad),
        }
    }

    fn violations(&self, shape: &Shape, value: &Value, path: &str) -> Vec<String> {
        let mut bad = Vec::new();
        self.check(shape, value, path, &mut bad);
        bad
    }

    fn check_object(&self, members: &[Member], value: &Value, path: &str, bad: &mut Vec<String>) {
        let Some(object) = value.as_object() else {
            bad.push(format!("{path}: {value} is no object"));
            return;
        };
        for member in members {
            match object.get(&member.name) {
                Some(value) => self.check(&member.shape, value, &format!("{path}.{}", member.name), bad),
                None if member.optional => {}
                None => bad.push(format!("{path}.{}: missing", member.name)),
            }
        }
        let known = |name: &String| members.iter().any(|member| member.name == *name);
        let unknown = object.keys().filter(|name| !known(name));
        bad.extend(unknown.map(|name| format!("{path}.{name}: not on the page")));
    }

    fn check_named(&self, name: &str, value: &Value, path: &str, bad: &mut Vec<String>) {
        let holds = match name {
            "string" => value.is_string(),
            "number" => value.as_i64().is_some(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "Range" => return strict::range(value, path, bad),
            "Location" => return strict::location(value, path, bad),
            "WorkspaceEdit" => return strict::edits::edit(value, path, bad),
            _ => {
                let shape = self.named.get(name);
                return self.check(shape.unwrap_or_else(|| panic!("no shape {name}")), value, path, bad);
            }
        };
        if !holds {
            bad.push(format!("{path}: {value} is no {name}"));
        }
    }
}

fn in_backticks(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Reads the little of TypeScript that the page is written in.
struct Reader {
    tokens: Peekable<IntoIter<String>>,
}

impl Reader {
    fn new(code: &str) -> Reader {
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("/**"));
        let code: String = lines.map(|line| line.split("//").next().unwrap_or_default()).collect();
        let mut tokens: Vec<String> = Vec::new();
        let mut inside = None;
        for sign in code.chars() {
            let is_part = sign.is_alphanumeric() || "_-.".contains(sign);
            match inside {
                Some('"') if sign == '"' => inside = None,
                Some('"') => tokens.last_mut().expect("a token").push(sign),
                _ if sign == '"' => {
                    tokens.push("\"".to_owned());
                    inside = Some('"');
                }
                Some(_) if is_part => tokens.last_mut().expect("a token").push(sign),
                _ => {
                    inside = is_part.then_some('a');
                    if !sign.is_whitespace() {
                        tokens.push(sign.to_string());
                    }
                }
            }
        }
        Reader {
            tokens: tokens.into_iter().peekable(),
        }
    }

    fn declarations(mut self) -> Vec<(String, Shape)> {
        let mut all = Vec::new();
        while let Some(keyword) = self.tokens.next() {
            let name = self.next();
            match keyword.as_str() {
                "interface" => all.push((name, self.shape())),
                "type" => {
                    self.expect("=");
                    all.push((name, self.shape()));
                    self.expect(";");
                }
                other => panic!("{other} where a declaration was expected"),
            }
        }
        all
    }

    fn shape(&mut self) -> Shape {
        let mut shapes = vec![self.one()];
        while self.take("|") {
            shapes.push(self.one());
        }
        match shapes.len() {
            1 => shapes.remove(0),
            _ => Shape::Either(shapes),
        }
    }

    fn one(&mut self) -> Shape {
        let token = self.next();
        let mut shape = match token.strip_prefix('"') {
            Some(word) => Shape::Word(word.to_owned()),
            None if token == "{" => self.object(),
            None => Shape::Named(token),
        };
        while self.take("[") {
            self.expect("]");
            shape = Shape::Array(Box::new(shape));
        }
        shape
    }

    fn object(&mut self) -> Shape {
        let mut members = Vec::new();
        while !self.take("}") {
            let name = self.next();
            let optional = self.take("?");
            self.expect(":");
            let shape = self.shape();
            self.take(";");
            members.push(Member { name, optional, shape });
        }
        Shape::Object(members)
    }

    fn next(&mut self) -> String {
        self.tokens.next().expect("more of the declaration")
    }

    fn take(&mut self, token: &str) -> bool {
        self.tokens.next_if(|next| next == token).is_some()
    }

    fn expect(&mut self, token: &str) {
        let next = self.next();
        assert_eq!(next, token, "in the code of docs/protocol.md");
    }
}

/// The checker itself is checked: each of these has one fault.
#[test]
fn an_answer_that_is_not_as_the_page_says_is_found() {
    use serde_json::json;

    let place = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } });
    let good = json!({
        "range": place, "surface": "x", "entity": null, "candidates": ["a"], "zone": "heading", "role": "draft", "text": "y",
    });
    let found = |value: &Value| {
        let mut bad = Vec::new();
        answer("onomast.server.explain", value, &mut bad);
        bad
    };
    assert_eq!(found(&good), Vec::<String>::new());
    assert_eq!(found(&Value::Null), Vec::<String>::new());
    for (name, member, value) in [
        ("another type", "surface", json!(5)),
        ("null", "text", json!(null)),
        ("an item of another type", "candidates", json!([5])),
        ("no array", "candidates", json!("a")),
        ("no range", "range", json!({})),
        ("one of neither type", "entity", json!(5)),
        ("a word that is none of those", "role", json!("author")),
        ("unknown", "more", json!(5)),
    ] {
        let mut bad = good.clone();
        bad[member] = value;
        assert!(!found(&bad).is_empty(), "{name}");
    }
    let mut missing = good;
    missing.as_object_mut().unwrap().remove("text");
    assert_eq!(found(&missing), ["onomast.server.explain.text: missing"]);
}
