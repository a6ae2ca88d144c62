//! What `onomast.toml` can say. The comments on these types are the settings reference, `docs/settings.md`.
//!
//! Reading never fails: unknown keys and wrong values become problems with their place, the rest holds.

use std::collections::BTreeMap;
use std::ops::Range;

use ignore::gitignore::GitignoreBuilder;
use onomast_gazetteer::Language;
use onomast_gazetteer::consistency::Apostrophe;
use onomast_gazetteer::date::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Role;
use super::encoding::Encoding;
use super::value::{
    Field, Key, SettingsProblem, SettingsProblemKind, Shape, Table, Value, Word, parsed, prose, settings_table,
    settings_word,
};
use crate::features::finding::{Code, Severity};

settings_table! {
    /// `onomast.toml` stands in the root of a project. Everything in it may be left out.
    /// An editor's own settings give way to it, and the command line overrides it.
    Settings {
        /// The gazetteers, as paths from the folder of `onomast.toml`: files, or folders of `*.json` files.
        /// `["builtin"]` is the built-in gazetteer alone. Left out: `*.gazetteer.json` and `gazetteer/*.json` in the
        /// root, else the built-in gazetteer.
        "gazetteers" gazetteers: Option<Vec<String>>,
        /// Where the editor shows tokens, hints and lenses: `"always"` (default), or only in a `"project"`, that is,
        /// where there is an `onomast.toml` or a gazetteer.
        "enable" enable: Option<Enable>,
        /// What is known of documents. Where several entries match, what a later one says holds.
        "documents" documents: Vec<DocumentRule>,
        /// How grave the findings of a code are.
        "severity" severity: BTreeMap<Code, Level>,
        /// Findings that are not wanted.
        "ignore" ignore: Vec<IgnoreRule>,
        /// A file of findings that are known and left for later, as a path from the folder of `onomast.toml`. They are not
        /// reported. `onomast check --baseline FILE --write-baseline` writes one.
        "baseline" baseline: Option<String>,
        /// What is wanted of Turkish suffixes.
        "suffix" suffix: SuffixRule,
        /// House styles by name. A document follows the one that its `style` names.
        "style" style: BTreeMap<String, Style>,
    }
}

settings_table! {
    /// What is known of some documents. Front matter of a Markdown file overrides it: `lang`, `date`, and
    /// `onomast: { role, style }`.
    DocumentRule {
        /// Which documents: patterns as in `.gitignore`, from the root.
        "files" files: Vec<Pattern>,
        /// Whose words they hold. In `source` and `edition` only misspellings are reported; `ignore` is not looked at.
        "role" role: Option<Role>,
        /// Their language, as a BCP 47 tag. Left out: each paragraph is judged by itself.
        "lang" lang: Option<Language>,
        /// Their date: a year, a month or a day. A historical spelling is right in its period.
        "date" date: Option<Date>,
        /// The house style they follow.
        "style" style: Option<String>,
        /// Their encoding, by its WHATWG name, where it is not UTF-8 and there is no byte order mark.
        "encoding" encoding: Option<Encoding>,
    }
}

settings_table! {
    /// Findings that are not wanted. A finding is left out where everything that is given fits.
    IgnoreRule {
        /// The code of the finding.
        "code" code: Option<Code>,
        /// The id of the entity.
        "entity" entity: Option<String>,
        /// The documents: patterns as in `.gitignore`, from the root.
        "files" files: Option<Vec<Pattern>>,
    }
}

settings_table! {
    /// What is wanted of Turkish suffixes on names.
    SuffixRule {
        /// Whether names take them behind an apostrophe: `"always"`, `"institutions"` (as the spelling guide of the Türk Dil
        /// Kurumu has it: always, but not behind names of institutions), or `"never"`. Left out: both ways are right, as
        /// long as the document keeps to one.
        "apostrophe" apostrophe: Option<Apostrophe>,
    }
}

settings_table! {
    /// A house style: which spelling of a name it prefers, whatever the gazetteer says.
    Style {
        /// By entity and name (`"person/georgy-chicherin#surname"`), then by language: the spelling.
        "prefer" prefer: BTreeMap<String, BTreeMap<Language, String>>,
    }
}

/// Where the editor shows more than findings and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Enable {
    /// Everywhere.
    #[default]
    Always,
    /// In a project only.
    Project,
}

/// How grave the findings of a code are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// This grave.
    At(Severity),
    /// Not reported.
    Off,
}

/// A pattern as in `.gitignore`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(pub String);

impl Settings {
    /// Reads a file.
    pub fn parse(text: &str) -> (Settings, Vec<SettingsProblem>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut problems = Vec::new();
        let settings = Settings::read_table(table.get_ref(), "", &mut problems);
        // What the parser puts in the place of what it cannot read has no place of its own.
        problems.retain(|problem| !problem.range.is_empty());
        problems.extend(syntax_problems(text, &errors));
        problems.sort_by_key(|problem| (problem.range.start, problem.range.end));
        (settings, problems)
    }

    /// These settings where they say something, `lower` where they do not. Of lists both hold, `lower` first.
    pub fn over(self, lower: Settings) -> Settings {
        Settings {
            gazetteers: self.gazetteers.or(lower.gazetteers),
            enable: self.enable.or(lower.enable),
            documents: lower.documents.into_iter().chain(self.documents).collect(),
            severity: lower.severity.into_iter().chain(self.severity).collect(),
            ignore: lower.ignore.into_iter().chain(self.ignore).collect(),
            baseline: self.baseline.or(lower.baseline),
            suffix: SuffixRule {
                apostrophe: self.suffix.apostrophe.or(lower.suffix.apostrophe),
            },
            style: lower.style.into_iter().chain(self.style).collect(),
        }
    }
}

/// One a line: what follows on the same line mostly follows from the first.
pub(super) fn syntax_problems(text: &str, errors: &[toml::de::Error]) -> Vec<SettingsProblem> {
    let line = |problem: &SettingsProblem| {
        text.get(..problem.range.start)
            .map(|before| before.matches('\n').count())
    };
    let mut problems: Vec<SettingsProblem> = errors
        .iter()
        .map(|error| SettingsProblem {
            kind: SettingsProblemKind::Syntax(error.message().to_owned()),
            range: error.span().unwrap_or(0..0),
        })
        .collect();
    problems.sort_by_key(|problem| problem.range.start);
    problems.dedup_by_key(|problem| line(problem));
    problems
}

/// The styles that the entries of `[[documents]]` in a file name, each with the place of its name.
pub fn styles_named(text: &str) -> Vec<(String, Range<usize>)> {
    let (table, _) = DeTable::parse_recoverable(text);
    let entries = table
        .get_ref()
        .get("documents")
        .and_then(|value| value.get_ref().as_array());
    let style = |entry: &Spanned<DeValue<'_>>| {
        let style = entry.get_ref().as_table()?.get("style")?;
        Some((style.get_ref().as_str()?.to_owned(), style.span()))
    };
    entries.into_iter().flatten().filter_map(style).collect()
}

/// All keys, for editors.
pub fn fields() -> Vec<Field> {
    Settings::fields()
}

/// The settings reference, made of the types above.
pub fn reference() -> String {
    let mut text = String::from(
        "# Settings\n\n<!-- Made of the types in server/src/project/settings.rs; `UPDATE=1 cargo test` writes it anew. -->\n",
    );
    section::<Settings>(&mut text, "onomast.toml");
    section::<DocumentRule>(&mut text, "[[documents]]");
    section::<IgnoreRule>(&mut text, "[[ignore]]");
    section::<SuffixRule>(&mut text, "[suffix]");
    section::<Style>(&mut text, "[style.NAME]");
    text
}

fn section<T: Table>(text: &mut String, title: &str) {
    text.push_str(&format!(
        "\n## `{title}`\n\n{}\n\n| key | value | |\n|---|---|---|\n",
        prose(T::DOC)
    ));
    for field in T::fields() {
        let (key, expected) = (field.key, field.expected.replace('|', "\\|"));
        text.push_str(&format!("| `{key}` | `{expected}` | {} |\n", field.meaning()));
    }
}

settings_word!(Role, Enable, Level, Apostrophe);

impl Word for Role {
    fn words() -> Vec<(&'static str, Role)> {
        let roles = [Role::Draft, Role::Source, Role::Edition, Role::Ignore];
        roles.map(|role| (role.as_str(), role)).into()
    }
}

impl Word for Enable {
    fn words() -> Vec<(&'static str, Enable)> {
        vec![("always", Enable::Always), ("project", Enable::Project)]
    }
}

impl Word for Apostrophe {
    fn words() -> Vec<(&'static str, Apostrophe)> {
        vec![
            ("always", Apostrophe::Always),
            ("institutions", Apostrophe::Institutions),
            ("never", Apostrophe::Never),
        ]
    }
}

impl Word for Level {
    fn words() -> Vec<(&'static str, Level)> {
        let severities = Severity::ALL.iter();
        let levels = severities.map(|severity| (severity.as_str(), Level::At(*severity)));
        levels.chain([("off", Level::Off)]).collect()
    }
}

impl Value for Pattern {
    fn expected() -> String {
        "\"articles/*.md\"".to_owned()
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Pattern> {
        parsed(value, key, problems, |text| {
            let good = GitignoreBuilder::new("").add_line(None, text).is_ok();
            good.then(|| Pattern(text.to_owned()))
        })
    }
}

impl Key for Code {
    fn expected() -> String {
        "CODE".to_owned()
    }

    fn words() -> Vec<String> {
        Code::ALL.iter().map(|code| code.as_str().to_owned()).collect()
    }

    fn parse(key: &str) -> Option<Code> {
        Code::parse(key)
    }
}

impl Value for Code {
    fn expected() -> String {
        let words: Vec<String> = Code::ALL.iter().map(|code| format!("{:?}", code.as_str())).collect();
        words.join(" | ")
    }

    fn shape() -> Shape {
        Shape::Words(<Code as Key>::words())
    }

    fn read(value: &Spanned<DeValue<'_>>, key: &str, problems: &mut Vec<SettingsProblem>) -> Option<Code> {
        parsed(value, key, problems, Code::parse)
    }
}

/// Holds a generated page against the file in the repository; `UPDATE=1` writes it.
#[cfg(test)]
pub(crate) fn compare_with_file(path: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        file.replace("\r\n", "\n") == text,
        "{} is out of date: UPDATE=1 cargo test",
        path.display()
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_is_up_to_date() {
        compare_with_file("docs/settings.md", &reference());
    }

    #[test]
    fn what_is_wrong_is_named_and_the_rest_holds() {
        let text = "gazetteers = ['a.json', 7]
enabel = 'always'
[[documents]]
files = ['articles/*.md']
role = 'sauce'
lang = 'ru'
date = 1921-03-16
encoding = 'windows-1254'
colour = 'red'
[severity]
misspelling = 'off'
mispelling = 'off'
[style.izvestia.prefer]
'place/ankara#full' = { tr = 'Angora', 'Türkçe' = 'x' }
broken = = 1 ü
";
        let (settings, problems) = Settings::parse(text);
        let places: Vec<String> = problems
            .iter()
            .map(|problem| {
                let kind = match &problem.kind {
                    SettingsProblemKind::Syntax(_) => "syntax".to_owned(),
                    SettingsProblemKind::UnknownKey { table, .. } => format!("unknown in {table:?}"),
                    SettingsProblemKind::WrongValue { key, .. } => format!("wrong {key}"),
                };
                let line = text[..problem.range.start].matches('\n').count() + 1;
                format!("{line}: {} {kind}", text[problem.range.clone()].trim())
            })
            .collect();
        assert_eq!(
            places,
            [
                "1: 7 wrong gazetteers",
                "2: enabel unknown in \"\"",
                "5: 'sauce' wrong documents.role",
                "9: colour unknown in \"documents\"",
                "12: mispelling unknown in \"severity\"",
                "14: 'Türkçe' unknown in \"style.izvestia.prefer.place/ankara#full\"",
                "15: = syntax",
            ]
        );
        let document = &settings.documents[0];
        assert_eq!(settings.gazetteers, Some(vec!["a.json".to_owned()]));
        assert_eq!((document.role, document.date), (None, Date::parse("1921-03-16")));
        assert_eq!(document.encoding.map(Encoding::name), Some("windows-1254"));
        assert_eq!(settings.severity.get(&Code::Misspelling), Some(&Level::Off));
    }

    #[test]
    fn stronger_settings_hold_and_lists_add_up() {
        let read = |text: &str| Settings::parse(text).0;
        let sum = read("enable = 'project'\n[severity]\nmisspelling = 'error'\n[[ignore]]\nentity = 'b'").over(read(
            "gazetteers = ['x']\nenable = 'always'\n[severity]\nmisspelling = 'off'\n[[ignore]]\nentity = 'a'",
        ));
        assert_eq!(
            (sum.enable, sum.gazetteers),
            (Some(Enable::Project), Some(vec!["x".to_owned()]))
        );
        assert_eq!(sum.severity.get(&Code::Misspelling), Some(&Level::At(Severity::Error)));
        let ignored: Vec<&str> = sum.ignore.iter().filter_map(|rule| rule.entity.as_deref()).collect();
        assert_eq!(ignored, ["a", "b"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_broken(text in "[a-z\\[\\]='\"{}., \n0-9]{0,60}") {
            let (_, problems) = Settings::parse(&text);
            for problem in problems {
                proptest::prop_assert!(text.get(problem.range.clone()).is_some());
            }
        }
    }
}
