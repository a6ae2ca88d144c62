//! Projects on the file system: which gazetteers, what is known of a document, what stays in force.

use std::path::Path;

use super::root::{Root, relative};
use super::*;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn open(folder: &Path, layers: Layers) -> Project {
    let root = Root {
        folder: folder.to_owned(),
        declared: true,
    };
    Project::open(root, Arc::new(layers), &Unsaved::new())
}

const EMPTY: &str = r#"{"onomast":1,"title":"t","entities":[]}"#;

/// The files, the settings by strength, and who named which gazetteers.
#[track_caller]
fn check_choice(name: &str, files: &[&str], [command_line, settings, editor]: [&str; 3], expected: &str) {
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|file| file.split_once('=').unwrap_or((*file, EMPTY)))
        .collect();
    let folder = folder(&files);
    let read = |text: &str| {
        Settings::parse(&format!("gazetteers = {text}"))
            .0
            .gazetteers
            .filter(|_| !text.is_empty())
    };
    let (command_line, settings, editor) = (read(command_line), read(settings), read(editor));
    let named = [
        (ChosenBy::CommandLine, command_line.as_ref()),
        (ChosenBy::SettingsFile, settings.as_ref()),
        (ChosenBy::Editor, editor.as_ref()),
    ];
    let Choice { by, files } = sources::choose(folder.path(), &named, &Unsaved::new(), &[]);
    let files: Vec<String> = files.iter().map(|file| relative(file, folder.path())).collect();
    assert_eq!(format!("{by:?} {}", files.join(" ")).trim(), expected, "{name}");
}

#[test]
fn gazetteers_are_looked_up_in_order() {
    let three = ["b.gazetteer.json", "a.gazetteer.json", "gazetteer/c.json"];
    check_choice("none", &["notes.json"], ["", "", ""], "Nobody");
    check_choice(
        "the root",
        &three,
        ["", "", ""],
        "Root a.gazetteer.json b.gazetteer.json gazetteer/c.json",
    );
    check_choice("not deeper", &["x/a.gazetteer.json"], ["", "", ""], "Nobody");
    check_choice(
        "other JSON",
        &["a.gazetteer.json={}", "gazetteer/c.json=[1]"],
        ["", "", ""],
        "Nobody",
    );
    check_choice("the editor", &three, ["", "", "['x.json']"], "Editor x.json");
    check_choice(
        "settings",
        &three,
        ["", "['y.json']", "['x.json']"],
        "SettingsFile y.json",
    );
    check_choice(
        "command line",
        &three,
        ["['z.json']", "['y.json']", "['x.json']"],
        "CommandLine z.json",
    );
    check_choice(
        "a folder",
        &["g/b.json", "g/a.json", "g/c.json={}"],
        ["", "['g']", ""],
        "SettingsFile g/a.json g/b.json",
    );
    check_choice("upwards", &[], ["", "['g/../y.json']", ""], "SettingsFile y.json");
    check_choice("built-in", &three, ["", "['builtin']", ""], "SettingsFile");
}

#[test]
fn documents_are_what_settings_and_front_matter_say() {
    let folder = folder(&[(
        "onomast.toml",
        "[[documents]]
files = ['articles/*.md', 'sources/']
role = 'source'
date = '1921'
lang = 'ru'
[[documents]]
files = ['sources/**/*.tr.txt']
lang = 'tr'
encoding = 'windows-1254'
[[ignore]]
code = 'misspelling'
files = ['sources/']
",
    )]);
    let project = open(folder.path(), Layers::default());
    let describe = |project: &Project, path: &str, head: &str| {
        let path = folder.path().join(path);
        let document = project.document(&path, head);
        format!(
            "{:?} {:?} {} {} {} {}",
            document.role,
            document.facts.format,
            document
                .facts
                .language
                .map_or("-".to_owned(), |language| language.to_string()),
            document.facts.date.map_or("-".to_owned(), |date| date.to_string()),
            project.encoding(&path).map_or("-", Encoding::name),
            document.ignored.len(),
        )
    };
    for (path, head, expected) in [
        ("a.md", "", "Draft Markdown - - - 0"),
        ("articles/a.md", "", "Source Markdown ru 1921 - 0"),
        ("articles/deep/a.md", "", "Draft Markdown - - - 0"),
        ("sources/deep/a.txt", "", "Source PlainText ru 1921 - 1"),
        ("sources/deep/a.tr.txt", "", "Source PlainText tr 1921 windows-1254 1"),
        (
            "articles/a.md",
            "---\nlang: tr\nonomast: {role: draft}\n---\n",
            "Draft Markdown tr 1921 - 0",
        ),
        ("sources/a.txt", "---\nlang: tr\n---\n", "Source PlainText ru 1921 - 1"),
        ("../elsewhere/a.md", "", "Draft Markdown - - - 0"),
    ] {
        assert_eq!(describe(&project, path, head), expected, "{path} {head}");
    }
    let forced = Layers {
        language: Language::parse("en"),
        ..Layers::default()
    };
    let project = open(folder.path(), forced);
    assert_eq!(
        describe(&project, "articles/a.md", "---\nlang: tr\n---\n"),
        "Source Markdown en 1921 - 0"
    );
}

#[test]
fn a_gazetteer_that_breaks_stays_in_force_and_its_problem_is_told() {
    let good = |id: &str| {
        format!(
            r#"{{"onomast":1,"title":"t","entities":[{{"id":"place/{id}","names":[{{"spellings":{{"tr":["{id}"]}}}}]}}]}}"#
        )
    };
    let folder = folder(&[("a.gazetteer.json", &good("kars")), ("b.gazetteer.json", &good("van"))]);
    let project = open(folder.path(), Layers::default());
    let state = |project: &Project| {
        let ids: Vec<&str> = project
            .gazetteer
            .entities()
            .map(|(_, entity)| entity.id.as_str())
            .collect();
        let problems: Vec<&str> = project.problems.iter().map(|problem| problem.code.as_str()).collect();
        format!("{} | {}", ids.join(" "), problems.join(" "))
    };
    assert_eq!(state(&project), "place/kars place/van | ");
    write(folder.path(), "a.gazetteer.json", &good("kars")[..60]);
    write(folder.path(), "b.gazetteer.json", &good("izmir"));
    let broken = project.reload(Arc::default(), &Unsaved::new());
    assert_eq!(state(&broken), "place/izmir place/kars | syntax");
    let problem = &broken.problems[0];
    assert_eq!(&*broken.source_text(&problem.source), &good("kars")[..60]);
    // Broken in another way it is still the last good version that holds, and an editor's text is what counts.
    let unsaved: Unsaved = [(folder.path().join("a.gazetteer.json"), "{\"onomast\":1,".into())].into();
    assert_eq!(
        state(&broken.reload(Arc::default(), &unsaved)),
        "place/izmir place/kars | syntax"
    );
    // Also one that does not even look like a gazetteer any more, and whatever else is said from outside.
    for text in ["", "x", "{\"onom"] {
        let unsaved: Unsaved = [(folder.path().join("a.gazetteer.json"), text.into())].into();
        let layers = Layers {
            locale: Some(Locale::Turkish),
            ..Layers::default()
        };
        let state = state(&broken.reload(Arc::new(layers), &unsaved));
        assert_eq!(state, "place/izmir place/kars | syntax", "{text:?}");
    }
    let unsaved: Unsaved = [(folder.path().join("a.gazetteer.json"), "{}".into())].into();
    let other = broken.reload(Arc::default(), &unsaved);
    assert_eq!(state(&other), "place/izmir | ", "other JSON is no gazetteer");
    write(folder.path(), "a.gazetteer.json", &good("batum"));
    assert_eq!(
        state(&broken.reload(Arc::default(), &Unsaved::new())),
        "place/batum place/izmir | "
    );
}

#[test]
fn extends_is_relative_to_its_file_and_circles_end() {
    let folder = folder(&[
        (
            "a.gazetteer.json",
            r#"{"onomast":1,"title":"a","extends":"x/../x/b.json","entities":[]}"#,
        ),
        (
            "x/b.json",
            r#"{"onomast":1,"title":"b","extends":"../a.gazetteer.json","entities":[]}"#,
        ),
    ]);
    let project = open(folder.path(), Layers::default());
    let problems: Vec<&str> = project.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(problems, ["extends-circle"]);
    let missing = Settings::parse("gazetteers = ['none.json']").0;
    let project = open(
        folder.path(),
        Layers {
            command_line: missing,
            ..Layers::default()
        },
    );
    let problems: Vec<&str> = project.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(problems, ["unreadable"]);
}

#[test]
fn a_gazetteer_may_not_extend_what_rests_on_it() {
    let extending = |other: &str| format!(r#"{{"onomast":1,"extends":"{other}","entities":[]}}"#);
    let (over, under) = (extending("under.gazetteer.json"), extending("ground.gazetteer.json"));
    let folder = folder(&[
        ("over.gazetteer.json", &over),
        ("under.gazetteer.json", &under),
        ("ground.gazetteer.json", EMPTY),
        ("beside.gazetteer.json", EMPTY),
    ]);
    let project = open(folder.path(), Layers::default());
    for (file, bases) in [
        ("over", "beside ground under"),
        ("under", "beside ground"),
        ("ground", "beside"),
        ("beside", "ground over under"),
    ] {
        let path = folder.path().join(format!("{file}.gazetteer.json"));
        let bases = bases.split(' ').map(|base| format!("{base}.gazetteer.json"));
        let expected: Vec<String> = std::iter::once("builtin".to_owned()).chain(bases).collect();
        assert_eq!(sources::bases(&project.gazetteer, &path), expected, "{file}");
    }
}
