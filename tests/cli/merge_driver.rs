//! `gazetteer merge` inside a real `git merge`, set up as the README says. Without Git there is nothing to see.

use std::process::{Command, Output};

use crate::cli::Place;

const README: &str = include_str!("../../README.md");

const LIST: &str = r#"{ "onomast": 1, "entities": [
  { "id": "place/ankara", "names": [ { "spellings": { "tr": [ "Ankara" ] } } ] },
  { "id": "place/kars", "names": [ { "spellings": { "ru": [ "Карс" ] } } ] } ] }
"#;

/// A block of the README between fences, by what it begins with.
fn block(start: &str) -> &'static str {
    const FENCE: &str = "```\n";
    let open = README.find(&format!("{FENCE}{start}")).expect("in the README");
    let block = &README[open + FENCE.len()..];
    &block[..block.find(FENCE).expect("an end")]
}

/// A repository in a folder of its own; no settings of the machine count.
struct Repository(Place);

impl Repository {
    /// With a list of names, and Git set up. `None` where there is no Git.
    fn new() -> Option<Repository> {
        Command::new("git").arg("--version").output().ok()?;
        let attributes = block("*.gazetteer.json merge=onomast");
        let repository = Repository(Place::with(&[
            (".gitattributes", attributes),
            ("names.gazetteer.json", LIST),
        ]));
        let driver = block("git config merge.onomast.driver").trim();
        let (_, driver) = driver.split_once('"').expect("a value in quotation marks");
        let program = format!("'{}'", env!("CARGO_BIN_EXE_onomast"));
        let driver = driver.trim_end_matches('"').replacen("onomast", &program, 1);
        repository.done(&["init", "-q"]);
        repository.done(&["checkout", "-q", "-b", "main"]);
        repository.done(&["config", "merge.onomast.driver", &driver]);
        repository.done(&["add", "."]);
        repository.commit();
        Some(repository)
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.current_dir(self.0.0.path()).args(arguments);
        for (name, value) in [
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" }),
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
            ("ONOMAST_LOCALE", "en"),
        ] {
            command.env(name, value);
        }
        command.output().expect("Git runs")
    }

    fn done(&self, arguments: &[&str]) {
        let output = self.git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn commit(&self) {
        self.done(&["commit", "-q", "-a", "-m", "change"]);
    }

    /// Puts one text in the place of another in a file, and commits that.
    fn change(&self, file: &str, old: &str, new: &str) {
        let text = self.0.read(file);
        assert!(text.contains(old), "{text}");
        self.0.write(file, text.replace(old, new).as_bytes());
        self.commit();
    }

    /// Makes one change on a branch and one beside it, and merges the branch: the exit code, and what is said.
    fn merged(&self, branch: &str, theirs: [&str; 2], ours: [&str; 2]) -> (Option<i32>, String) {
        const FILE: &str = "names.gazetteer.json";
        self.done(&["checkout", "-q", "-b", branch]);
        self.change(FILE, theirs[0], theirs[1]);
        self.done(&["checkout", "-q", "main"]);
        self.change(FILE, ours[0], ours[1]);
        let output = self.git(&["merge", "--no-edit", branch]);
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }
}

#[test]
fn two_branches_that_changed_two_entities_become_one_list() {
    let Some(repository) = Repository::new() else { return };
    let theirs = [r#""ru": [ "Карс" ]"#, r#""ru": [ "Карс" ], "tr": [ "Kars" ]"#];
    let merged = repository.merged("theirs", theirs, [r#""Ankara""#, r#""Ankara", "Engürü""#]);
    assert_eq!(merged, (Some(0), String::new()));
    let list = repository.0.read("names.gazetteer.json");
    assert!(list.contains("Engürü") && list.contains("\"Kars\""), "{list}");
    assert_eq!(repository.0.run("gazetteer check").code, Some(0));
    assert_eq!(
        repository.0.run("gazetteer format names.gazetteer.json --check").code,
        Some(0)
    );
}

#[test]
fn what_both_branches_say_of_one_spelling_is_a_conflict_that_is_told_and_can_be_settled() {
    let Some(repository) = Repository::new() else { return };
    let with = |status: &str| format!(r#"{{ "text": "Ankara", "status": "{status}" }}"#);
    let (theirs, ours) = (with("historical"), with("deprecated"));
    let (code, said) = repository.merged("theirs", [r#""Ankara""#, &theirs], [r#""Ankara""#, &ours]);
    let place = "names.gazetteer.json: conflict at place/ankara › full › tr › Ankara › status";
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains(place), "{said}");
    let list = repository.0.read("names.gazetteer.json");
    let conflict = [
        "<<<<<<< ours",
        &format!("              {ours}"),
        "=======",
        &format!("              {theirs}"),
        ">>>>>>> theirs",
    ];
    assert!(list.contains(&conflict.join("\n")), "{list}");
    let status = repository.git(&["status", "--porcelain"]);
    assert_eq!(String::from_utf8_lossy(&status.stdout), "UU names.gazetteer.json\n");
    let check = repository.0.run("gazetteer check");
    assert!(
        check.out.contains("a merge has left two versions here"),
        "{}",
        check.out
    );
    // Who keeps one side has a list again.
    let start = list.find("<<<<<<<").expect("a conflict");
    let end = list.find(">>>>>>> theirs\n").expect("its end") + ">>>>>>> theirs\n".len();
    let settled = format!("{}              {theirs}\n{}", &list[..start], &list[end..]);
    repository.0.write("names.gazetteer.json", settled.as_bytes());
    assert_eq!(repository.0.run("gazetteer check").code, Some(0));
    repository.commit();
}
