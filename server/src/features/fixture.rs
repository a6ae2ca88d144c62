//! Fixtures of the features: the files of a project and one text in which the cursor and what is expected are drawn.
//!
//! `//- NAME` starts a file: `//- gazetteer` one of entities, a JSON object a line; `//- /a.md` the text. `$0` is the
//! cursor. A line of carets names a range of the line above, counted in characters, and may say something of it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::Analysis;

use super::View;
use super::gazetteer_file::completion::Completion;
use crate::message::Locale;
use crate::project::root::Root;
use crate::project::{DocumentSettings, Layers, Placed, Project, Settings, Unsaved, decisions};

/// Names that most fixtures can do with.
pub(super) const NAMES: &str = r#"//- gazetteer
{"id":"person/chicherin","gender":"masculine","description":{"en":"People's commissar","ru":"Нарком","tr":"Halk komiseri"},"names":[{"part":"full","spellings":{"ru":["Георгий Васильевич Чичерин"],"tr":["Georgiy Vasilyeviç Çiçerin"]}},{"part":"surname","spellings":{"ru":["Чичерин"],"tr":["Çiçerin",{"text":"Tchitcherine","status":"deprecated"}],"en":["Chicherin"]}}]}
{"id":"person/halil-kut","gender":"masculine","homonym":true,"names":[{"part":"full","spellings":{"tr":["Halil Kut"]}},{"part":"given","spellings":{"tr":[{"text":"Halil","alone":"yes"}],"ru":[{"text":"Халил","alone":"yes"}]}}]}
{"id":"person/halil-mentese","gender":"masculine","homonym":true,"names":[{"part":"full","spellings":{"tr":["Halil Menteşe"]}},{"part":"given","spellings":{"tr":[{"text":"Halil","alone":"yes"}],"ru":[{"text":"Халил","alone":"yes"}]}}]}
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара",{"text":"Ангора","variant":"angora","status":"historical","to":"1930"}],"tr":["Ankara",{"text":"Angora","variant":"angora","status":"historical","to":"1930"}]}}]}
"#;

/// A project with a text, and where the cursor is.
pub(super) struct Fixture {
    project: Project,
    settings: DocumentSettings,
    analysis: Analysis,
    decisions: Vec<Placed>,
    /// The text, without what is drawn.
    pub(super) text: String,
    /// The byte of the cursor; 0 where none is drawn.
    pub(super) cursor: usize,
    is_drawn: bool,
}

impl Fixture {
    /// Reads the files; those of [`NAMES`] stand before them.
    pub(super) fn read(fixture: &str) -> Fixture {
        let whole = format!("{NAMES}{fixture}");
        let mut unsaved = Unsaved::new();
        let (mut path, mut text) = (PathBuf::new(), String::new());
        for file in whole.split("//- ").skip(1) {
            let (name, content) = file.split_once('\n').unwrap_or((file, ""));
            if name == "gazetteer" {
                let entities: Vec<&str> = content.lines().filter(|line| !line.is_empty()).collect();
                let file = format!(r#"{{"onomast":1,"title":"t","entities":[{}]}}"#, entities.join(",\n"));
                unsaved.insert(PathBuf::from("/p/names.gazetteer.json"), file.into());
            } else if let Some(name) = name.strip_prefix('/') {
                path = Path::new("/p").join(name);
                content.clone_into(&mut text);
            } else {
                unsaved.insert(Path::new("/p").join(name), content.into());
            }
        }
        let (text, cursor) = undrawn(&text);
        let layers = Layers {
            command_line: Settings {
                gazetteers: Some(vec!["names.gazetteer.json".to_owned()]),
                ..Settings::default()
            },
            locale: Some(Locale::English),
            ..Layers::default()
        };
        let root = Root {
            folder: PathBuf::from("/p"),
            declared: true,
        };
        let project = Project::open(root, Arc::new(layers), &unsaved);
        assert!(project.problems.is_empty(), "{:#?}", project.problems);
        let settings = project.document(&path, &text);
        let placed = project.decisions_about(&path, &text);
        let analysis = Analysis::fresh(&text, &settings.facts, &project.gazetteer);
        Fixture {
            analysis: decisions::apply(analysis, &placed),
            decisions: placed,
            project,
            settings,
            text,
            cursor: cursor.unwrap_or(0),
            is_drawn: cursor.is_some(),
        }
    }

    /// The text in its project.
    pub(super) fn view(&self) -> View<'_> {
        View {
            project: &self.project,
            settings: &self.settings,
            text: &self.text,
            analysis: &self.analysis,
            decisions: &self.decisions,
            index: None,
        }
    }

    /// The text with the cursor, and with ranges drawn under their lines, each with its words.
    pub(super) fn draw(&self, marks: &[(Range<usize>, String)]) -> String {
        let mut drawn = String::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let own = start..start + line.len();
            match self.cursor.checked_sub(start).filter(|_| own.contains(&self.cursor)) {
                Some(at) if self.is_drawn => drawn.push_str(&format!("{}$0{}", &line[..at], &line[at..])),
                _ => drawn.push_str(line),
            }
            for (range, words) in marks {
                let piece = range.start.max(own.start)..range.end.min(own.start + line.trim_end().len());
                if piece.start < piece.end {
                    let columns = |range: Range<usize>| self.text[range].chars().count();
                    let blanks = " ".repeat(columns(own.start..piece.start));
                    let carets = "^".repeat(columns(piece));
                    drawn.push_str(format!("{blanks}{carets} {words}").trim_end());
                    drawn.push('\n');
                }
            }
            start = own.end;
        }
        drawn
    }
}

/// Holds a fixture whose text comes last to what a feature marks in it.
#[track_caller]
pub(super) fn check(fixture: &str, marks: impl FnOnce(&View<'_>, usize) -> Vec<(Range<usize>, String)>) {
    let read = Fixture::read(fixture);
    let drawn = read.draw(&marks(&read.view(), read.cursor));
    let expected = fixture.rsplit("//- ").next().and_then(|file| file.split_once('\n'));
    let expected = expected.map_or("", |(_, content)| content);
    assert!(drawn == expected, "\n--- expected\n{expected}\n--- found\n{drawn}");
}

/// The text, and the byte of the cursor where one is drawn.
fn undrawn(drawn: &str) -> (String, Option<usize>) {
    let is_drawn = |line: &&str| line.trim_start().starts_with('^');
    let text: String = drawn.split_inclusive('\n').filter(|line| !is_drawn(line)).collect();
    let cursor = text.find("$0");
    (text.replacen("$0", "", 1), cursor)
}

/// A gazetteer that knows one place.
pub(super) const ANKARA: &str =
    r#"{"onomast":1,"entities":[{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara"]}}]}]}"#;

/// What may be written at `$0` of a file of a project that has these settings, and a list that knows Ankara.
pub(super) fn offered(
    settings: &str,
    fixture: &str,
    completion: impl Fn(&str, usize, &Project) -> Option<Completion>,
) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("onomast.toml"), settings).unwrap();
    std::fs::write(folder.path().join("n.gazetteer.json"), ANKARA).unwrap();
    let project = Project::discover(folder.path(), None);
    let at = fixture.find("$0").expect("a cursor");
    let text = fixture.replacen("$0", "", 1);
    let found = completion(&text, at, &project);
    let items = found.map(|found| found.items).unwrap_or_default().into_iter();
    items.map(|item| item.text).collect()
}
