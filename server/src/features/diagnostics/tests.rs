//! Fixtures: entities as JSON, one a line; settings; a text with what is found drawn under its lines.

use std::path::Path;
use std::sync::Arc;

use onomast_gazetteer::Analysis;

use super::checks::CHECKS;
use super::*;
use crate::features::finding::{Code, Severity};
use crate::message::Locale;
use crate::project::root::Root;
use crate::project::{Layers, Settings, Unsaved};

mod agreement;
mod head;
mod kept;
mod mixed_scheme;
mod mixed_script;
mod near_miss;
mod severity;
mod suffix;
mod unknown_name;
mod unused_ignore;

const NAMES: &str = r#"
{"id":"place/ankara","names":[{"spellings":{"tr":["Ankara",{"text":"Angora","status":"historical","to":"1930"},{"text":"Ancara","status":"deprecated"},{"text":"Ankra","status":"misspelling"}]}}]}
{"id":"place/izmir","names":[{"spellings":{"tr":["İzmir","Smyrna"]}}]}
{"id":"place/istanbul","names":[{"spellings":{"tr":["İstanbul"]}},{"key":"old","spellings":{"tr":["Konstantinopolis"]}}]}
{"id":"person/karabekir","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Kâzım","Kazım"]}}]}
{"id":"person/cicerin","gender":"masculine","names":[{"part":"surname","spellings":{"tr":["Çiçerin"],"en":["Chicherin"]}}]}
{"id":"person/ataturk","gender":"masculine","names":[{"part":"surname","from":"1934-11-24","spellings":{"tr":["Atatürk"]}}]}
{"id":"person/halil-kut","homonym":true,"names":[{"spellings":{"tr":["Halil"]}}]}
{"id":"person/halil-mentese","homonym":true,"names":[{"spellings":{"tr":["Halil"]}}]}
"#;

/// `settings` is an `onomast.toml`; the text is Markdown, of Turkish.
#[track_caller]
fn check(settings: &str, fixture: &str) {
    check_decided(settings, "", fixture);
}

/// The same with decisions, as in their file.
#[track_caller]
fn check_decided(settings: &str, decisions: &str, fixture: &str) {
    let given = Given {
        settings,
        decisions,
        ..Given::default()
    };
    given.check(fixture);
}

/// A project, and what is known of its document.
#[derive(Clone, Copy)]
struct Given<'a> {
    /// Entities, one a line.
    names: &'a str,
    /// `onomast.toml`.
    settings: &'a str,
    /// `onomast.decisions.jsonl`.
    decisions: &'a str,
    language: &'a str,
    path: &'a str,
}

impl Default for Given<'_> {
    fn default() -> Self {
        Given {
            names: NAMES,
            settings: "",
            decisions: "",
            language: "tr",
            path: "a.md",
        }
    }
}

impl Given<'_> {
    /// Holds what is found, drawn under its lines, against the fixture.
    #[track_caller]
    fn check(&self, fixture: &str) {
        let text: String = fixture
            .lines()
            .filter(|line| !is_drawn(line))
            .map(|line| format!("{line}\n"))
            .collect();
        let drawn = draw(&text, &self.findings(&text));
        assert!(drawn == fixture, "\n--- expected\n{fixture}\n--- found\n{drawn}");
    }

    fn findings(&self, text: &str) -> Vec<Finding> {
        let project = project(self);
        assert!(project.problems.is_empty(), "{:#?}", project.problems);
        let path = Path::new("/p").join(self.path);
        let document = project.document(&path, text);
        let decisions = project.decisions_about(&path, &text);
        let analysis = Analysis::fresh(&text, &document.facts, &project.gazetteer);
        let analysis = crate::project::decisions::apply(analysis, &decisions);
        findings(&View {
            project: &project,
            settings: &document,
            text: &text,
            analysis: &analysis,
            decisions: &decisions,
            index: None,
        })
    }
}

fn project(given: &Given<'_>) -> Project {
    let entities: Vec<&str> = given.names.lines().filter(|line| !line.is_empty()).collect();
    let gazetteer = format!(r#"{{"onomast":1,"title":"t","entities":[{}]}}"#, entities.join(",\n"));
    let unsaved: Unsaved = [
        (PathBuf::from("/p/names.gazetteer.json"), gazetteer.into()),
        (PathBuf::from("/p/onomast.toml"), given.settings.into()),
        (PathBuf::from("/p/onomast.decisions.jsonl"), given.decisions.into()),
    ]
    .into();
    let layers = Layers {
        command_line: Settings {
            gazetteers: Some(vec!["names.gazetteer.json".to_owned()]),
            ..Settings::default()
        },
        language: onomast_gazetteer::Language::parse(given.language),
        locale: Some(Locale::English),
        ..Layers::default()
    };
    Project::open(
        Root {
            folder: PathBuf::from("/p"),
            declared: true,
        },
        Arc::new(layers),
        &unsaved,
    )
}

fn draw(text: &str, findings: &[Finding]) -> String {
    let mut drawn = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        drawn.push_str(line);
        for finding in findings
            .iter()
            .filter(|finding| (start..start + line.len()).contains(&finding.range.start))
        {
            let (before, inside) = (&text[start..finding.range.start], &text[finding.range.clone()]);
            let inside = if inside.is_empty() { "|" } else { inside };
            drawn.extend(before.chars().map(|_| ' ').chain(inside.chars().map(|_| '^')));
            let related: Vec<String> = finding
                .related
                .iter()
                .filter(|related| related.path.is_none())
                .map(|related| {
                    format!(
                        " -> {}",
                        &text[related.range.start..].lines().next().unwrap_or_default()
                    )
                })
                .collect();
            let proposals: Vec<String> = finding
                .proposals
                .iter()
                .map(|proposal| format!(" => {} for {}", proposal.text, &text[proposal.range.clone()]))
                .collect();
            let (severity, code) = (finding.severity.as_str(), finding.code.as_str());
            drawn.push_str(&format!(
                " {severity} {code}: {}{}{}\n",
                finding.message,
                related.concat(),
                proposals.concat()
            ));
        }
        start += line.len();
    }
    drawn
}

fn is_drawn(line: &str) -> bool {
    line.trim_start().starts_with('^')
}

#[test]
fn the_minority_is_reported_and_led_to_the_majority() {
    check(
        "",
        "Ankara’da bir kış.
Angora’dan yazıldı, İzmir’den değil.
^^^^^^ warning inconsistent-spelling: “Angora” here, mostly “Ankara” in this text (Ankara 2, Angora 1) -> Ankara’da bir kış.
Ankara’ya, Smyrna’ya.
           ^^^^^^ warning inconsistent-spelling: “Smyrna” here, “İzmir” elsewhere in this text (İzmir 1, Smyrna 1) -> İzmir’den değil.
",
    );
}

#[test]
fn accepted_spellings_can_be_the_majority() {
    check(
        "",
        "Smyrna, yine Smyrna, sonra İzmir.
                           ^^^^^ warning inconsistent-spelling: “İzmir” here, mostly “Smyrna” in this text (Smyrna 2, İzmir 1) -> Smyrna, yine Smyrna, sonra İzmir.
",
    );
}

#[test]
fn a_historical_spelling_is_right_in_its_time_and_by_itself() {
    check("", "Angora’da ve yine Angora’da.\n");
    check("", "---\ndate: 1921\n---\n\nAnkara, Ankara ve Angora.\n");
    check(
        "",
        "---\ndate: 1921\n---\n\nAnkara, Angora ve Angora.
^^^^^^ warning inconsistent-spelling: “Ankara” here, mostly “Angora” in this text (Angora 2, Ankara 1) -> Angora ve Angora.
",
    );
    check(
        "",
        "---\ndate: 1950\n---\n\nAnkara, Angora ve Angora.
        ^^^^^^ warning inconsistent-spelling: “Angora” here, “Ankara” elsewhere in this text (Ankara 1, Angora 2) -> Ankara, Angora ve Angora.
                  ^^^^^^ warning inconsistent-spelling: “Angora” here, “Ankara” elsewhere in this text (Ankara 1, Angora 2) -> Ankara, Angora ve Angora.
",
    );
}

#[test]
fn a_mention_has_one_finding_about_its_spelling() {
    check(
        "",
        "Ankara, Ancara ve Ankra.
        ^^^^^^ warning deprecated-spelling: “Ancara” is deprecated; the gazetteer prefers “Ankara”
                  ^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
}

#[test]
fn what_is_the_same_or_another_name_does_not_conflict() {
    check("", "Kâzım, KÂZIM.\n");
    check("", "İstanbul, eskiden Konstantinopolis.\n");
}

#[test]
fn two_forms_of_one_spelling_are_a_hint() {
    check(
        "",
        "Kâzım, Kâzım’a ve Kazım, KÂZIM.
                  ^^^^^ hint inconsistent-form: mostly written in another form in this text: circumflex (3 against 1) -> Kâzım, Kâzım’a ve Kazım, KÂZIM.
Ankara’da, Ankara’dan, Ankaraya.
                       ^^^^^^^^ hint inconsistent-form: mostly written in another form in this text: apostrophe (2 against 1) -> Ankara’da, Ankara’dan, Ankaraya.
",
    );
}

#[test]
fn the_style_of_the_document_has_the_last_word() {
    check(
        "[[documents]]
files = ['*.md']
style = 'izvestia'
[style.izvestia.prefer]
'place/izmir' = { tr = 'Smyrna' }
'place/ankara#full' = { tr = 'Ancara' }
'place/nowhere' = { tr = 'Nowhere' }",
        "İzmir, İzmir, Ancara.
^^^^^ warning inconsistent-spelling: “İzmir” here, but the style of this text wants “Smyrna” (Smyrna 0, İzmir 2)
       ^^^^^ warning inconsistent-spelling: “İzmir” here, but the style of this text wants “Smyrna” (Smyrna 0, İzmir 2)
",
    );
}

#[test]
fn what_a_gloss_names_is_not_used() {
    check("", "Angora (bugünkü Ankara) küçüktü. Ankara, Ankara.\n");
    check(
        "",
        "Ankara, eski adıyla Ancara.
                    ^^^^^^ hint deprecated-spelling: “Ancara” is deprecated; the gazetteer prefers “Ankara”
",
    );
}

#[test]
fn dots_of_i_and_other_languages() {
    check(
        "",
        "Istanbul ve Chicherin; Çiçerin, İSTANBUL.
^^^^^^^^ warning dotted-i: the dots of i are not those of “İstanbul”
            ^^^^^^^^^ information wrong-language-spelling: “Chicherin” is not a spelling of this language, which has “Çiçerin”
",
    );
}

#[test]
fn names_out_of_their_time_are_hints_where_the_document_has_a_date() {
    check("", "Angora, Atatürk.\n");
    check(
        "",
        "---\ndate: 1921\n---\n\nAngora, Atatürk.
        ^^^^^^^ hint anachronism: “Atatürk” was not yet in use at the date of this text
",
    );
    check(
        "",
        "---\ndate: 1950\n---\n\nAngora, Atatürk.
^^^^^^ hint historical-spelling: “Angora” was no longer in use at the date of this text
",
    );
}

#[test]
fn quotations_neither_count_nor_get_more_than_a_hint() {
    check(
        "",
        "Ankara’da.

> Angora’da bir kış geçti ve sonra hepsi Ancara’ya döndü.
                                         ^^^^^^ hint deprecated-spelling: “Ancara” is deprecated; the gazetteer prefers “Ankara”
",
    );
}

#[test]
fn an_ambiguous_name_is_a_hint() {
    check(
        "",
        "Halil geldi.
^^^^^ hint ambiguous-name: “Halil” may mean Halil (person/halil-kut) / Halil (person/halil-mentese)
",
    );
}

#[test]
fn of_other_peoples_words_only_misspellings_are_reported() {
    check(
        "[[documents]]\nfiles = ['*.md']\nrole = 'source'",
        "Ankara, Angora, Ancara, Ankra, Halil.
                        ^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
    check("[[documents]]\nfiles = ['*.md']\nrole = 'ignore'", "Ankara, Ankra.\n");
}

#[test]
fn settings_decide_what_is_reported() {
    check(
        "[severity]\nmisspelling = 'error'\ndeprecated-spelling = 'off'\nambiguous-name = 'off'",
        "Ankra, Ancara, Halil.
^^^^^ error misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
    check("[[ignore]]\ncode = 'misspelling'\nentity = 'place/ankara'", "Ankra.\n");
    check("[[ignore]]\nfiles = ['*.md']", "Ankra, Ancara.\n");
    check(
        "[[ignore]]\ncode = 'misspelling'\nentity = 'place/izmir'\n[[ignore]]\nfiles = ['*.txt']\n[[ignore]]",
        "Ankra.
^^^^^ warning misspelling: “Ankra” is a misspelling of “Ankara”
",
    );
}

#[test]
fn decisions_are_heeded() {
    let decisions = r#"
{"path":"a.md","quote":"Halil","before":"Sonra ","after":" geldi.","kind":"is","entity":"person/halil-kut"}
{"path":"a.md","quote":"Ancara","before":"Eski ","after":" güzeldi.","kind":"ignore","code":"deprecated-spelling"}
{"path":"a.md","quote":"Ankra","before":"Bay ","after":" konuştu.","kind":"not-a-name"}
{"path":"b.md","quote":"Halil","before":"","after":"","kind":"not-a-name"}
"#;
    check_decided(
        "",
        decisions,
        "\
Sonra Halil geldi. Halil gitti.
Eski Ancara güzeldi. Bay Ankra konuştu.
",
    );
}

#[test]
fn decisions_without_effect_are_reported() {
    let decisions = r#"
{"path":"a.md","quote":"Kars","before":"Eski ","after":" güzeldi.","kind":"not-a-name"}
{"path":"a.md","quote":"İzmir","before":"","after":"","kind":"is","entity":"place/ankara"}
{"path":"a.md","quote":"Ankara","before":"","after":"","kind":"not-a-name"}
{"path":"a.md","quote":"Ankara","before":"Yeni ","after":" güzeldir.","kind":"is-in-file","entity":"place/ankara"}
{"path":"a.md","quote":"Eski","before":"","after":"","kind":"is-in-file","entity":"place/ankara"}
"#;
    check_decided(
        "",
        decisions,
        "\
İzmir. Ankara. Ankara. Eski, eski. Eski.
^ warning settings: a decision about “Kars” no longer finds its place
^ warning settings: a decision about “İzmir” has no effect: nothing is found there that it can be said of
^ warning settings: a decision about “Ankara” fits several places
^ warning settings: a decision about “Eski” has no effect: nothing is found there that it can be said of
",
    );
}

#[test]
fn a_zone_can_be_overruled() {
    let text = "Ankara büyüdü, Ankara güzelleşti. Dediler ki “Angora o yıllarda küçük bir şehirdi”.";
    check("", &format!("{text}\n"));
    let zone =
        |quote: &str, zone: &str| format!(r#"{{"path":"a.md","quote":"{quote}","kind":"zone","zone":"{zone}"}}"#);
    let found = format!(
        "{:46}^^^^^^ warning inconsistent-spelling: “Angora” here, mostly “Ankara” in this text (Ankara 2, Angora 1) -> {text}\n",
        ""
    );
    check_decided("", &zone("küçük bir şehirdi", "narration"), &format!("{text}\n{found}"));
    let said = text.replace(['“', '”'], "");
    check_decided(
        "",
        &zone("Angora o yıllarda küçük bir şehirdi", "quotation"),
        &format!("{said}\n"),
    );
    check_decided(
        "",
        &zone("Angora", "quotation"),
        &format!(
            "{text}\n^ warning settings: a decision about “Angora” has no effect: the text is read so without it\n"
        ),
    );
}

#[test]
fn gazetteers_and_settings_have_findings_of_their_own() {
    let twice = r#"{"id":"place/kars","names":[{"spellings":{"tr":["Kars"]}}]}"#;
    let names = format!("{twice}\n{twice}");
    let project = project(&Given {
        names: &names,
        settings: "enable = 'sometimes'\nroll = 1\n[severity]\nmisspeling = 'off'\n[[documents]]\nfiles = ['style/*']\nstyle = 'style'\n",
        decisions: "{\"path\":\"a.md\",\"quote\":\"Kars\",\"kind\":\"is\",\"entity\":\"place/ani\"}\nx\n",
        ..Given::default()
    });
    let mut lines = Vec::new();
    for file in project_findings(&project) {
        for finding in file.findings {
            let (severity, at) = (finding.severity.as_str(), &file.text[finding.range]);
            lines.push(format!("{} {at} {severity}: {}", file.path.display(), finding.message));
        }
    }
    assert_eq!(
        lines,
        [
            r#"/p/names.gazetteer.json place/kars error: “place/kars” is there already; the first one counts"#,
            r#"/p/onomast.decisions.jsonl {"path":"a.md","quote":"Kars","kind":"is","entity":"place/ani"} warning: there is no “a.md” any more, which this decision is about"#,
            r#"/p/onomast.decisions.jsonl {"path":"a.md","quote":"Kars","kind":"is","entity":"place/ani"} warning: there is no “place/ani” in the gazetteer"#,
            "/p/onomast.decisions.jsonl x warning: not a decision: this is no JSON object",
            r#"/p/onomast.toml 'sometimes' warning: wrong value for “enable”; expected "always" | "project""#,
            "/p/onomast.toml roll warning: there is no setting “roll”",
            "/p/onomast.toml misspeling warning: there is no setting “misspeling” in “severity”",
            "/p/onomast.toml 'style' warning: there is no style “style” in onomast.toml",
        ]
    );
}

const SILENCING: &str = "\
A finding is silenced where it stands, by a comment `onomast-ignore CODE…` in a format that has comments (`<!-- … -->`, in
LaTeX and BibTeX `% …`): on its line, or with a line to itself for the next one; `onomast-ignore-next-line`,
`onomast-ignore-start` … `onomast-ignore-end` and `onomast-ignore-file` say more; a reason may follow a colon or a dash. Where the text must not be touched, a line
of `onomast.decisions.jsonl` says the same. In `onomast.toml`, `[severity]` switches a code off, `[[ignore]]` leaves it out
for an entity or some files, and `baseline` names a file of findings that are left for later, which
`onomast check --baseline FILE --write-baseline` writes.

In a quotation, a reference to literature, a gloss or a title no finding is more than a hint, and in a source or an edition
only misspellings are reported.
";

/// How a code is silenced.
fn silence(code: Code) -> String {
    let word = code.as_str();
    match code {
        Code::UnusedIgnore | Code::Gazetteer | Code::Settings => {
            format!("To silence it: `{word} = \"off\"` under `[severity]`.")
        }
        _ => format!("To silence it: `onomast-ignore {word}` in a comment; `{word} = \"off\"` under `[severity]`."),
    }
}

/// The module comments of the checks are the reference of the codes: what is found, why, an example in Russian and in
/// Turkish. How grave it is and how it is silenced follows from the code.
#[test]
fn the_reference_is_made_of_the_modules() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::from(
        "# Findings\n\n<!-- Made of the module comments in server/src/features/diagnostics; `UPDATE=1 cargo test` writes it anew. -->\n\n",
    );
    text.push_str(SILENCING);
    for code in Code::ALL {
        let module = format!("src/features/diagnostics/{}.rs", code.as_str().replace('-', "_"));
        let source = std::fs::read_to_string(manifest.join(module)).unwrap();
        let comment = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
        let severity = CHECKS
            .iter()
            .find(|check| check.code == *code)
            .map(|check| check.severity.map_or("off", Severity::as_str));
        let severity = severity.unwrap_or(match code {
            Code::Gazetteer => "error or warning",
            Code::UnusedIgnore => "information",
            _ => "warning",
        });
        let comment = comment.collect::<Vec<_>>().join("\n");
        let said = comment.strip_prefix(&format!("`{}`: ", code.as_str())).unwrap();
        let capital: String = said
            .chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(said.chars().skip(1))
            .collect();
        for section in ["\nWhy: ", "\nRussian: ", "\nTurkish: "] {
            assert!(
                comment.contains(section),
                "the module of {} has no{section}",
                code.as_str()
            );
        }
        let word = code.as_str();
        text.push_str(&format!(
            "\n## {word}\n\n{capital}\n\nDefault: {severity}.\n\n{}\n",
            silence(*code)
        ));
    }
    crate::project::settings::compare_with_file("docs/diagnostics.md", &text);
}
